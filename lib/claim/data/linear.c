/* linear.c -- the range of a sum of unknowns with factors, in which one may occur more than once. */
#include <stdlib.h>

#include "base/array.h"
#include "claim/data/number_internal.h"

enum { TERMS_MOST = 100000 };

struct term {
  uint64_t id; /* 0: an unknown of its own */
  size_t order;
  struct pst_rational factor;
  const struct pst_range *range;
};

struct sum {
  struct pst_exact *exact;
  struct term *terms;
  size_t count, capacity;
};

static bool add_term(struct sum *sum, const struct pst_number *leaf, struct pst_rational factor)
{
  if (leaf->missing || sum->count >= TERMS_MOST
      || !PST_ARRAY_ROOM(sum->terms, sum->capacity, sum->count + 1))
    return false;
  sum->terms[sum->count] =
      (struct term){.id = leaf->id, .order = sum->count, .factor = factor, .range = &leaf->range};
  sum->count++;
  return true;
}

static bool collect(struct sum *sum, const struct pst_number *number, struct pst_rational factor);

/* A product, or a quotient, of a number and a constant. */
static bool collect_scaled(struct sum *sum, const struct pst_number *number,
                           struct pst_rational factor)
{
  const struct pst_number *a = number->arguments[0], *b = number->arguments[1];

  if (pst_range_is_point(&b->range))
    return collect(sum, a,
                   number->kind == PST_NUMBER_DIVIDE
                       ? pst_rational_divide(sum->exact, factor, b->range.low.value)
                       : pst_rational_multiply(sum->exact, factor, b->range.low.value));
  return number->kind == PST_NUMBER_MULTIPLY && pst_range_is_point(&a->range)
         && collect(sum, b, pst_rational_multiply(sum->exact, factor, a->range.low.value));
}

static bool collect(struct sum *sum, const struct pst_number *number, struct pst_rational factor)
{
  bool good = true;

  switch (number->kind) {
  case PST_NUMBER_LEAF:
    return add_term(sum, number, factor);
  case PST_NUMBER_ADD:
  case PST_NUMBER_SUM:
    for (size_t i = 0; i < number->count && good; i++)
      good = collect(sum, number->arguments[i], factor);
    return good;
  case PST_NUMBER_SUBTRACT:
    return collect(sum, number->arguments[0], factor)
           && collect(sum, number->arguments[1], pst_rational_negate(sum->exact, factor));
  case PST_NUMBER_MULTIPLY:
  case PST_NUMBER_DIVIDE:
    return collect_scaled(sum, number, factor);
  default:
    break;
  }
  return false;
}

static int by_id(const void *a, const void *b)
{
  const struct term *x = a, *y = b;

  if (x->id != y->id)
    return x->id < y->id ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

/* The terms of one unknown are one term. */
static struct pst_range total(struct sum *sum)
{
  struct pst_range range = pst_range_point(pst_rational_whole(0));

  qsort(sum->terms, sum->count, sizeof *sum->terms, by_id);
  for (size_t i = 0, next; i < sum->count; i = next) {
    struct pst_rational factor = sum->terms[i].factor;
    struct pst_range part;

    for (next = i + 1;
         next < sum->count && sum->terms[i].id != 0 && sum->terms[next].id == sum->terms[i].id;
         next++)
      factor = pst_rational_add(sum->exact, factor, sum->terms[next].factor);
    if (pst_rational_sign(factor) == 0)
      continue;
    part = pst_range_point(factor);
    part = pst_range_multiply(sum->exact, &part, sum->terms[i].range);
    range = pst_range_add(sum->exact, &range, &part);
  }
  return range;
}

bool pst_number_linear(struct pst_exact *exact, const struct pst_number *number,
                       struct pst_range *out)
{
  struct sum sum = {.exact = exact};
  bool good = collect(&sum, number, pst_rational_whole(1)) && sum.count > 0;

  if (good)
    *out = total(&sum);
  free(sum.terms);
  return good && !exact->failed;
}
