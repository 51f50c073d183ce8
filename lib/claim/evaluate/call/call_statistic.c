/* call_statistic.c -- statistics of series, whose doubles are trusted to eleven digits. */
#include <math.h>

#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/call/exact_slope.h"
#include "claim/evaluate/evaluate.h"
#include "claim/evaluate/own.h"
#include "claim/evaluate/real_number.h"
#include "claim/evaluate/time_key.h"
#include "stats/enclose/median_slope.h"
#include "stats/sort.h"

/* --- slope, cagr -------------------------------------------------------------------------------- */

bool pst_evaluate_known_series(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                               const struct pst_variable *variables, size_t least,
                               struct pst_claim_value *out)
{
  if (!pst_evaluate_many(evaluator, node, variables, true, out))
    return false;
  if (out->count < least)
    return pst_evaluator_fail(evaluator, node->at, "the series has %zu member%s; it needs %zu",
                              out->count, out->count == 1 ? "" : "s", least);
  for (size_t i = 0; i < out->count; i++) {
    if (out->items[i].number == NULL)
      return pst_evaluator_fail_texts(evaluator, node->at, out);
    if (out->items[i].member != PST_TRUTH_YES)
      return pst_evaluator_fail(evaluator, node->at,
                                "whether %s belongs to the series is not decided",
                                pst_tell_key(evaluator, &out->items[i].key));
  }
  pst_items_sort(out->items, out->count);
  return true;
}

enum { MEMBERS_MOST = 4000 };

static double end_of(const struct pst_number *number, int which)
{
  return which == 0  ? pst_real_printed(number)
         : which < 0 ? pst_real_end(&number->range.low)
                     : pst_real_end(&number->range.high);
}

/* median_slope of more than MEMBERS_MOST members. */
static double median_of_many(struct pst_evaluator *evaluator, const struct pst_claim_value *series,
                             int which)
{
  struct pst_arena *arena = evaluator->exact.arena;
  size_t n = series->count;
  double *x = pst_arena_array(arena, 3 * n, sizeof *x), low, high;

  if (x == NULL)
    return (double)NAN;
  for (size_t i = 0; i < n; i++) {
    x[i] = series->items[i].position;
    x[n + i] = end_of(series->items[i].number, -which);
    x[2 * n + i] = end_of(series->items[i].number, which);
  }
  if (!pst_median_slope_many(x, x + n, x + 2 * n, n, &low, &high, arena))
    return (double)NAN;
  return which < 0 ? low : which > 0 ? high : low / 2 + high / 2;
}

/* The median of the slopes of all pairs; WHICH: -1 the lowest that each can be, 1 the highest, 0 as
   printed.  NaN when memory is out. */
static double median_slope(struct pst_evaluator *evaluator, const struct pst_claim_value *series,
                           int which)
{
  size_t n = series->count, count = 0;
  double *slopes;

  if (n > MEMBERS_MOST)
    return median_of_many(evaluator, series, which);
  slopes = pst_arena_array(evaluator->exact.arena, n * (n - 1) / 2, sizeof *slopes);

  for (size_t i = 0; slopes != NULL && i < n; i++) {
    for (size_t j = i + 1; j < n; j++) {
      const struct pst_number *a = series->items[i].number, *b = series->items[j].number;
      double step = series->items[j].position - series->items[i].position;
      double from = end_of(a, -which), to = end_of(b, which);

      if (step > 0)
        slopes[count++] = (to - from) / step;
    }
  }
  return count == 0 ? (double)NAN : pst_select_median(slopes, count);
}

/* The slope of least squares, or from the first to the last: a weighed sum, whose ends are those of its terms. */
static double weighed_slope(const struct pst_claim_value *series, bool ends, int which)
{
  size_t n = series->count;
  double mean = 0, squares = 0, slope = 0;

  for (size_t i = 0; i < n; i++)
    mean += series->items[i].position / (double)n;
  for (size_t i = 0; i < n; i++)
    squares += (series->items[i].position - mean) * (series->items[i].position - mean);
  if (ends)
    squares = series->items[n - 1].position - series->items[0].position;
  for (size_t i = 0; i < n; i++) {
    double weight = !ends ? series->items[i].position - mean : i == 0 ? -1 : i + 1 == n ? 1 : 0;

    if (weight != 0)
      slope += weight / squares * end_of(series->items[i].number, weight > 0 ? which : -which);
  }
  return slope;
}

static double slope_of(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_claim_value *series, int which)
{
  return node->function == PST_FN_SLOPE
             ? median_slope(evaluator, series, which)
             : weighed_slope(series, node->function == PST_SWAP_ENDS, which);
}

static double largest(const struct pst_claim_value *series)
{
  double most = 0, step = INFINITY;

  for (size_t i = 0; i < series->count; i++) {
    double low = fabs(pst_real_end(&series->items[i].number->range.low));
    double high = fabs(pst_real_end(&series->items[i].number->range.high));

    if (i > 0)
      step = fmin(step, series->items[i].position - series->items[i - 1].position);
    most = fmax(most, fmax(isfinite(low) ? low : 0, isfinite(high) ? high : 0));
  }
  return step > 0 ? most / step : most;
}

bool pst_call_slope(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_claim_value series;
  bool missing = false, printed = true;
  double low, high, value, scale;
  struct pst_rational exactly = pst_rational_whole(0);
  struct pst_range range;

  if (!pst_evaluate_known_series(evaluator, node->arguments[0], variables, 2, &series)
      || !pst_time_key(evaluator, node->arguments[0]->at, "slope", &series))
    return false;
  for (size_t i = 0; i < series.count; i++) {
    missing = missing || series.items[i].number->missing;
    printed = printed && series.items[i].number->has_printed;
  }
  pst_evaluator_work(evaluator, series.count <= MEMBERS_MOST ? series.count * series.count / 4
                                                             : 2000 * series.count);
  pst_tell_basis(evaluator, "%sn = %zu", pst_time_rate(evaluator, &series), series.count);
  pst_tell_gaps(evaluator, &series);
  pst_tell_series(evaluator, node->arguments[0], &series, NULL);
  *out = (struct pst_claim_value){.unit = series.unit, .table = SIZE_MAX};
  if (out->unit.kind == PST_UNIT_PERCENT)
    out->unit.kind = PST_UNIT_POINTS;
  if (missing)
    return pst_real_number(evaluator, -INFINITY, INFINITY, (double)NAN, true, out);
  if (node->function == PST_FN_SLOPE
      && pst_exact_slope(evaluator, &series, printed, &range, &exactly))
    return pst_own_number(evaluator, &range, printed, exactly, false, out);
  low = slope_of(evaluator, node, &series, -1);
  high = slope_of(evaluator, node, &series, 1);
  value = printed ? slope_of(evaluator, node, &series, 0) : (double)NAN;
  if (isnan(low) && isnan(high))
    return pst_evaluator_fail(evaluator, node->at, "the slope is undefined: all keys are alike");
  scale = largest(&series);
  return pst_real_number(evaluator, low == 0 && high == 0 ? 0 : pst_real_outward(low, scale, -1),
                         low == 0 && high == 0 ? 0 : pst_real_outward(high, scale, 1), value, false,
                         out);
}

static double rate(double from, double to, double steps)
{
  return 100 * expm1(log1p((to - from) / from) / steps);
}

bool pst_call_cagr(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_number *first, *last;
  struct pst_claim_value series;
  double steps;

  if (!pst_evaluate_known_series(evaluator, node->arguments[0], variables, 2, &series)
      || !pst_time_key(evaluator, node->arguments[0]->at, "cagr", &series))
    return false;
  pst_tell_basis(evaluator, "%sfrom %s to %s", pst_time_rate(evaluator, &series),
                 pst_tell_key(evaluator, &series.items[0].key),
                 pst_tell_key(evaluator, &series.items[series.count - 1].key));
  first = series.items[0].number;
  last = series.items[series.count - 1].number;
  steps = series.items[series.count - 1].position - series.items[0].position;
  *out = (struct pst_claim_value){.unit.kind = PST_UNIT_PERCENT, .table = SIZE_MAX};
  if (first->missing || last->missing)
    return pst_real_number(evaluator, -INFINITY, INFINITY, (double)NAN, true, out);
  if (pst_real_end(&first->range.low) <= 0 || pst_real_end(&last->range.low) <= 0 || steps <= 0)
    return pst_evaluator_fail(evaluator, node->at, "cagr needs a first and a last number above 0");
  return pst_real_number(
      evaluator,
      pst_real_outward(
          rate(pst_real_end(&first->range.high), pst_real_end(&last->range.low), steps), 1, -1),
      pst_real_outward(
          rate(pst_real_end(&first->range.low), pst_real_end(&last->range.high), steps), 1, 1),
      rate(pst_real_printed(first), pst_real_printed(last), steps), false, out);
}
