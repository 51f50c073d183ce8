/* call_statistic.c -- statistics of series, whose doubles are trusted to eleven digits. */
#include <math.h>

#include "claim/evaluate/calls.h"
#include "claim/data/key_index.h"
#include "claim/evaluate/evaluate.h"
#include "stats/correlation/pearson.h"
#include "stats/correlation/spearman.h"
#include "stats/kendall/kendall.h"
#include "stats/kendall/mann_kendall.h"
#include "stats/sort.h"

/* Doubles are right to about this share; a verdict needs twice the distance. */
static const double guard = 1e-11;

struct paired {
  size_t n;
  double *x, *y;
  bool points;  /* every number is exactly known */
  bool printed; /* every number has a printed value */
  bool missing;
};

static bool outcome(struct pst_evaluator *evaluator, double low, double high, double printed,
                    bool missing, struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_number *made = pst_arena_array(exact->arena, 1, sizeof *made);

  if (made == NULL)
    return pst_evaluator_memory(evaluator);
  *made = (struct pst_number){.kind = PST_NUMBER_LEAF, .range = pst_range_all()};
  made->missing = missing;
  if (isfinite(low) && !missing)
    made->range.low = (struct pst_limit){.value = pst_rational_double(exact, low)};
  if (isfinite(high) && !missing)
    made->range.high = (struct pst_limit){.value = pst_rational_double(exact, high)};
  made->has_printed = isfinite(printed) && !missing;
  made->printed = pst_rational_double(exact, made->has_printed ? printed : 0);
  out->kind = PST_CLAIM_VALUE_NUMBER;
  out->number = made;
  return true;
}

static double outward(double value, double scale, int direction)
{
  return value + direction * guard * (scale > fabs(value) ? scale : fabs(value));
}

static double printed_of(const struct pst_number *number)
{
  return number->has_printed ? pst_rational_to_double(number->printed) : (double)NAN;
}

static double end_of(const struct pst_limit *limit)
{
  return limit->infinite != 0 ? limit->infinite * (double)INFINITY
                              : pst_rational_to_double(limit->value);
}

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

/* The median of the slopes of all pairs; WHICH: -1 the lowest that each can be, 1 the highest, 0 as
   printed.  NaN when memory is out. */
static double median_slope(struct pst_evaluator *evaluator, const struct pst_claim_value *series,
                           int which)
{
  size_t n = series->count, count = 0;
  double *slopes = pst_arena_array(evaluator->exact.arena, n * (n - 1) / 2, sizeof *slopes);

  for (size_t i = 0; slopes != NULL && i < n; i++) {
    for (size_t j = i + 1; j < n; j++) {
      const struct pst_number *a = series->items[i].number, *b = series->items[j].number;
      double step = series->items[j].position - series->items[i].position;
      double from = which == 0 ? printed_of(a) : end_of(which < 0 ? &a->range.high : &a->range.low);
      double to = which == 0 ? printed_of(b) : end_of(which < 0 ? &b->range.low : &b->range.high);

      if (step > 0)
        slopes[count++] = (to - from) / step;
    }
  }
  return count == 0 ? (double)NAN : pst_select_median(slopes, count);
}

static double largest(const struct pst_claim_value *series)
{
  double most = 0, step = INFINITY;

  for (size_t i = 0; i < series->count; i++) {
    double low = fabs(end_of(&series->items[i].number->range.low));
    double high = fabs(end_of(&series->items[i].number->range.high));

    if (i > 0)
      step = fmin(step, series->items[i].position - series->items[i - 1].position);
    most = fmax(most, fmax(isfinite(low) ? low : 0, isfinite(high) ? high : 0));
  }
  return step > 0 ? most / step : most;
}

bool pst_call_slope(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_variable *variables, struct pst_claim_value *out)
{
  enum { MEMBERS_MOST = 4000 };
  struct pst_claim_value series;
  bool missing = false, printed = true;
  double low, high, value, scale;

  if (!pst_evaluate_known_series(evaluator, node->arguments[0], variables, 2, &series))
    return false;
  if (series.count > MEMBERS_MOST)
    return pst_evaluator_fail(evaluator, node->at, "slope takes at most %d members", MEMBERS_MOST);
  for (size_t i = 0; i < series.count; i++) {
    missing = missing || series.items[i].number->missing;
    printed = printed && series.items[i].number->has_printed;
  }
  pst_tell_series(evaluator, node->arguments[0], &series, NULL);
  *out = (struct pst_claim_value){.unit = series.unit, .table = SIZE_MAX};
  if (out->unit.kind == PST_UNIT_PERCENT)
    out->unit.kind = PST_UNIT_POINTS;
  if (missing)
    return outcome(evaluator, -INFINITY, INFINITY, (double)NAN, true, out);
  low = median_slope(evaluator, &series, -1);
  high = median_slope(evaluator, &series, 1);
  value = printed ? median_slope(evaluator, &series, 0) : (double)NAN;
  if (isnan(low) && isnan(high))
    return pst_evaluator_fail(evaluator, node->at, "the slope is undefined: all keys are alike");
  scale = largest(&series);
  return outcome(evaluator, low == 0 && high == 0 ? 0 : outward(low, scale, -1),
                 low == 0 && high == 0 ? 0 : outward(high, scale, 1), value, false, out);
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

  if (!pst_evaluate_known_series(evaluator, node->arguments[0], variables, 2, &series))
    return false;
  first = series.items[0].number;
  last = series.items[series.count - 1].number;
  steps = series.items[series.count - 1].position - series.items[0].position;
  *out = (struct pst_claim_value){.unit.kind = PST_UNIT_PERCENT, .table = SIZE_MAX};
  if (first->missing || last->missing)
    return outcome(evaluator, -INFINITY, INFINITY, (double)NAN, true, out);
  if (end_of(&first->range.low) <= 0 || end_of(&last->range.low) <= 0 || steps <= 0)
    return pst_evaluator_fail(evaluator, node->at, "cagr needs a first and a last number above 0");
  return outcome(evaluator,
                 outward(rate(end_of(&first->range.high), end_of(&last->range.low), steps), 1, -1),
                 outward(rate(end_of(&first->range.low), end_of(&last->range.high), steps), 1, 1),
                 rate(printed_of(first), printed_of(last), steps), false, out);
}

/* --- correlations ------------------------------------------------------------------------------- */

static bool pair(struct pst_evaluator *evaluator, const struct pst_claim_value *a,
                 const struct pst_claim_value *b, struct paired *out)
{
  struct pst_arena *arena = evaluator->exact.arena;
  struct pst_key_index index;

  *out = (struct paired){.points = true, .printed = true};
  out->x = pst_arena_array(arena, a->count, sizeof *out->x);
  out->y = pst_arena_array(arena, a->count, sizeof *out->y);
  if (out->x == NULL || out->y == NULL || !pst_key_index_make(&index, arena, b->items, b->count))
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < a->count; i++) {
    const struct pst_number *x = a->items[i].number, *y;
    const struct pst_item *other = pst_key_index_find(&index, &a->items[i].key);

    if (other == NULL)
      continue;
    y = other->number;
    out->missing = out->missing || x->missing || y->missing;
    out->points = out->points && pst_range_is_point(&x->range) && pst_range_is_point(&y->range);
    out->printed = out->printed && x->has_printed && y->has_printed;
    out->x[out->n] = printed_of(x);
    out->y[out->n++] = printed_of(y);
  }
  return true;
}

static pst_pair_kernel *kernel_of(size_t function)
{
  switch ((enum pst_function_name)function) {
  case PST_FN_KENDALL:
    return pst_kendall;
  case PST_FN_SPEARMAN:
    return pst_spearman;
  case PST_FN_PEARSON:
    return pst_pearson;
  default:
    return pst_mann_kendall;
  }
}

/* The statistic, or its p-value; at best as printed, unless all numbers are exact. */
static bool run_kernel(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct paired *pairs, bool p_value, struct pst_claim_value *out)
{
  const struct pst_sample sample = {.n = pairs->n, .x = pairs->x, .y = pairs->y};
  const struct pst_test test = {.conf_level = 0};
  struct pst_arena notes = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &notes};
  double value = (double)NAN, least = p_value ? 0 : -1;
  enum pst_status status;
  struct pst_error error;
  bool good;

  pst_error_clear(&error);
  *out = (struct pst_claim_value){.table = SIZE_MAX};
  if (pairs->missing || !pairs->printed)
    return outcome(evaluator, least, 1, (double)NAN, pairs->missing, out);
  status = kernel_of(node->function)(&sample, &test, &rows, &scratch, &error);
  if (status == PST_OK && rows.count > 0) {
    value = p_value ? rows.items[0].p_value : rows.items[0].estimate;
    if (p_value)
      pst_tell_line(evaluator, "p-value by %s, %s, n = %zu", rows.items[0].method,
                    rows.items[0].p_method == NULL ? "none" : rows.items[0].p_method,
                    rows.items[0].n);
    else
      pst_tell_line(evaluator, "%s, n = %zu", rows.items[0].method, rows.items[0].n);
  }
  if (isnan(value))
    good =
        pst_evaluator_fail(evaluator, node->at, "%.*s is undefined: %s", (int)node->text.size,
                           node->text.data, status == PST_OK ? "it has no p-value" : error.message);
  else
    good =
        outcome(evaluator, pairs->points ? fmax(least, outward(value, p_value ? 0 : 1, -1)) : least,
                pairs->points ? fmin(1, outward(value, p_value ? 0 : 1, 1)) : 1, value, false, out);
  pst_estimates_free(&rows);
  pst_arena_free(&notes);
  pst_arena_free(&scratch);
  return good;
}

static bool correlate(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_variable *variables, bool p_value,
                      struct pst_claim_value *out)
{
  struct pst_claim_value a, b;
  struct paired pairs;

  if (!pst_evaluate_known_series(evaluator, node->arguments[0], variables, 2, &a)
      || !pst_evaluate_known_series(evaluator, node->arguments[1], variables, 2, &b)
      || !pair(evaluator, &a, &b, &pairs))
    return false;
  if (pairs.n < 2)
    return pst_evaluator_fail(evaluator, node->at, "the two series have %zu key%s in common",
                              pairs.n, pairs.n == 1 ? "" : "s");
  pst_tell_series(evaluator, node->arguments[0], &a, NULL);
  pst_tell_series(evaluator, node->arguments[1], &b, NULL);
  return run_kernel(evaluator, node, &pairs, p_value, out);
}

/* Of a slope: Mann and Kendall's test against the key. */
static bool slope_p(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_claim_value series;
  struct paired pairs;

  if (!pst_evaluate_known_series(evaluator, node->arguments[0], variables, 2, &series)
      || !pair(evaluator, &series, &series, &pairs))
    return false;
  for (size_t i = 0; i < series.count; i++)
    pairs.x[i] = series.items[i].position;
  pst_tell_series(evaluator, node->arguments[0], &series, NULL);
  return run_kernel(evaluator, node, &pairs, true, out);
}

bool pst_call_correlation(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct pst_variable *variables, struct pst_claim_value *out)
{
  return correlate(evaluator, node, variables, false, out);
}

bool pst_call_p_value(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_syntax *test = node->arguments[0];
  bool call = test->kind == PST_SYNTAX_CALL;

  if (call && test->function == PST_FN_SLOPE)
    return slope_p(evaluator, test, variables, out);
  if (call
      && (test->function == PST_FN_KENDALL || test->function == PST_FN_SPEARMAN
          || test->function == PST_FN_PEARSON))
    return correlate(evaluator, test, variables, true, out);
  return pst_evaluator_fail(evaluator, test->at,
                            "pvalue takes slope(...), kendall(...), spearman(...) or pearson(...)");
}
