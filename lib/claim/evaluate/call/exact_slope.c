/* exact_slope.c -- the slope of Theil and Sen of few members, in fractions. */
#include "claim/evaluate/call/exact_slope.h"

#include <math.h>
#include <stdlib.h>

enum { MEMBERS_MOST = 60 };

enum which { LOW, PRINTED, HIGH };

static int compare(const void *a, const void *b)
{
  return pst_rational_compare(*(const struct pst_rational *)a, *(const struct pst_rational *)b);
}

static bool can_be(const struct pst_claim_value *series)
{
  if (series->count > MEMBERS_MOST)
    return false;
  for (size_t i = 0; i < series->count; i++) {
    const struct pst_item *item = &series->items[i];
    double step = item->position - series->items[0].position;

    if (!pst_range_is_bounded(&item->number->range) || step != floor(step) || !(step < 0x1p50))
      return false;
  }
  return true;
}

static struct pst_rational end_of(const struct pst_number *number, enum which which)
{
  return which == LOW       ? number->range.low.value
         : which == PRINTED ? number->printed
                            : number->range.high.value;
}

/* The median of SLOPES, room for all pairs; false: all keys are alike. */
static bool median(struct pst_exact *exact, const struct pst_claim_value *series, enum which which,
                   struct pst_rational *slopes, struct pst_rational *out)
{
  const enum which other = which == PRINTED ? PRINTED : which == LOW ? HIGH : LOW;
  size_t n = 0;

  for (size_t i = 0; i < series->count; i++)
    for (size_t j = i + 1; j < series->count; j++) {
      double step = series->items[j].position - series->items[i].position;
      struct pst_rational rise = pst_rational_subtract(
          exact, end_of(series->items[j].number, which), end_of(series->items[i].number, other));

      if (step > 0)
        slopes[n++] = pst_rational_divide(exact, rise, pst_rational_whole((int64_t)step));
    }
  if (n == 0 || exact->failed)
    return false;
  qsort(slopes, n, sizeof *slopes, compare);
  *out = slopes[n / 2];
  if (n % 2 == 0)
    *out = pst_rational_divide(exact, pst_rational_add(exact, slopes[n / 2 - 1], slopes[n / 2]),
                               pst_rational_whole(2));
  return !exact->failed;
}

bool pst_exact_slope(struct pst_evaluator *evaluator, const struct pst_claim_value *series,
                     bool has_printed, struct pst_range *range, struct pst_rational *printed)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_rational *slopes, low, high;
  struct pst_range other;

  if (!can_be(series))
    return false;
  slopes = pst_arena_array(exact->arena, series->count * series->count + 1, sizeof *slopes);
  if (slopes == NULL || !median(exact, series, LOW, slopes, &low)
      || !median(exact, series, HIGH, slopes, &high))
    return false;
  *range = pst_range_point(low);
  other = pst_range_point(high);
  *range = pst_range_hull(range, &other);
  return !has_printed || median(exact, series, PRINTED, slopes, printed);
}
