/* squares.c -- the sum of squares about the mean of numbers that are known by ranges.

   It is the least over c of sum (x_i - c)^2.  So its least value over the ranges is the least over c
   of the squared distances from c to the ranges, which is exact; and for any one c the squared
   distances to the far ends are not below its greatest value: the c where they are least is taken. */
#include "claim/data/squares.h"

#include <stdlib.h>

struct spread {
  struct pst_exact *exact;
  const struct pst_range *ranges;
  size_t count;
};

static struct pst_rational square(struct pst_exact *exact, struct pst_rational a)
{
  return pst_rational_multiply(exact, a, a);
}

/* How far C lies outside the range: below 0 under it, 0 within, above 0 over it. */
static struct pst_rational outside(struct pst_exact *exact, const struct pst_range *range,
                                   struct pst_rational c)
{
  if (range->low.infinite == 0 && pst_rational_compare(c, range->low.value) < 0)
    return pst_rational_subtract(exact, c, range->low.value);
  if (range->high.infinite == 0 && pst_rational_compare(c, range->high.value) > 0)
    return pst_rational_subtract(exact, c, range->high.value);
  return pst_rational_whole(0);
}

/* How far C lies from the end of the range that is farther from it, with its sign. */
static struct pst_rational far_end(struct pst_exact *exact, const struct pst_range *range,
                                   struct pst_rational c)
{
  struct pst_rational middle = pst_rational_middle(exact, range->low.value, range->high.value);

  return pst_rational_subtract(
      exact, c, pst_rational_compare(c, middle) < 0 ? range->high.value : range->low.value);
}

typedef struct pst_rational distance_of(struct pst_exact *exact, const struct pst_range *range,
                                        struct pst_rational c);

/* The sum of the distances, half the slope of that of their squares: it grows with C. */
static struct pst_rational pull(const struct spread *spread, distance_of *distance,
                                struct pst_rational c)
{
  struct pst_rational sum = pst_rational_whole(0);

  for (size_t i = 0; i < spread->count; i++)
    sum = pst_rational_add(spread->exact, sum, distance(spread->exact, &spread->ranges[i], c));
  return sum;
}

static struct pst_rational squares(const struct spread *spread, distance_of *distance,
                                   struct pst_rational c)
{
  struct pst_rational sum = pst_rational_whole(0);

  for (size_t i = 0; i < spread->count; i++)
    sum = pst_rational_add(spread->exact, sum,
                           square(spread->exact, distance(spread->exact, &spread->ranges[i], c)));
  return sum;
}

static int by_value(const void *a, const void *b)
{
  const struct pst_rational *x = a, *y = b;

  return pst_rational_compare(*x, *y);
}

/* The places where DISTANCE bends, in order: the ends, or the middles.  NULL when memory is out. */
static struct pst_rational *bends(const struct spread *spread, bool middles, size_t *count)
{
  struct pst_rational *found =
      pst_arena_array(spread->exact->arena, 2 * spread->count + 1, sizeof *found);

  *count = 0;
  for (size_t i = 0; found != NULL && i < spread->count; i++) {
    const struct pst_range *range = &spread->ranges[i];

    if (middles) {
      found[(*count)++] = pst_rational_middle(spread->exact, range->low.value, range->high.value);
      continue;
    }
    if (range->low.infinite == 0)
      found[(*count)++] = range->low.value;
    if (range->high.infinite == 0)
      found[(*count)++] = range->high.value;
  }
  if (found != NULL && *count > 1)
    qsort(found, *count, sizeof *found, by_value);
  return found;
}

/* The C where the pull is 0, or jumps over it: by halving the bends, then along the line between two.
   A bend where the pull jumps is taken as it is. */
static struct pst_rational balance(const struct spread *spread, distance_of *distance,
                                   const struct pst_rational *at, size_t count)
{
  struct pst_exact *exact = spread->exact;
  size_t low = 0, high = count - 1;
  struct pst_rational middle, a, b, width;

  while (high - low > 1) {
    size_t half = low + (high - low) / 2;

    if (pst_rational_sign(pull(spread, distance, at[half])) <= 0)
      low = half;
    else
      high = half;
  }
  if (pst_rational_compare(at[low], at[high]) == 0)
    return at[low];
  middle = pst_rational_middle(exact, at[low], at[high]);
  width = pst_rational_subtract(exact, middle, at[low]);
  a = pull(spread, distance, pst_rational_middle(exact, at[low], middle));
  b = pull(spread, distance, middle);
  width = pst_rational_divide(exact, width, pst_rational_whole(2));
  b = pst_rational_subtract(exact, b, a);
  if (pst_rational_sign(b) <= 0)
    return middle;
  a = pst_rational_divide(exact, pst_rational_multiply(exact, a, width), b);
  middle = pst_rational_subtract(exact, pst_rational_middle(exact, at[low], middle), a);
  if (pst_rational_compare(middle, at[low]) < 0)
    return at[low];
  return pst_rational_compare(middle, at[high]) > 0 ? at[high] : middle;
}

static bool bounded(const struct spread *spread)
{
  for (size_t i = 0; i < spread->count; i++)
    if (!pst_range_is_bounded(&spread->ranges[i]))
      return false;
  return true;
}

bool pst_squares_about_mean(struct pst_exact *exact, const struct pst_range *ranges, size_t count,
                            struct pst_range *out)
{
  const struct spread all = {.exact = exact, .ranges = ranges, .count = count}, *spread = &all;
  struct pst_rational *at;
  size_t bent;

  *out = pst_range_all();
  at = bends(spread, false, &bent);
  if (at == NULL)
    return false;
  out->low = (struct pst_limit){.value = pst_rational_whole(0)};
  if (bent > 0)
    out->low.value = squares(spread, outside, balance(spread, outside, at, bent));
  if (!bounded(spread))
    return true;
  at = bends(spread, true, &bent);
  if (at == NULL)
    return false;
  out->high =
      (struct pst_limit){.value = squares(spread, far_end, balance(spread, far_end, at, bent))};
  return true;
}
