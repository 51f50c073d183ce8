/* call_correlation.c -- kendall, spearman, pearson of two series, and p-values of these and of a slope. */
#include <math.h>

#include "claim/data/key_index.h"
#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/evaluate.h"
#include "claim/evaluate/real_number.h"
#include "claim/evaluate/time_key.h"
#include "stats/enclose/enclose.h"

/* Steps that trying every order takes at most. */
enum { ENCLOSURE_WORK = 10000 };

struct paired {
  size_t n;
  double *x, *y;                 /* as printed */
  struct pst_range *of_x, *of_y; /* what they can be */
  bool points;                   /* every number is exactly known */
  bool printed;                  /* every number has a printed value */
  bool missing;
};

static bool pair(struct pst_evaluator *evaluator, const struct pst_claim_value *a,
                 const struct pst_claim_value *b, struct paired *out)
{
  struct pst_arena *arena = evaluator->exact.arena;
  struct pst_key_index index;

  *out = (struct paired){.points = true, .printed = true};
  out->x = pst_arena_array(arena, a->count, sizeof *out->x);
  out->y = pst_arena_array(arena, a->count, sizeof *out->y);
  out->of_x = pst_arena_array(arena, a->count, sizeof *out->of_x);
  out->of_y = pst_arena_array(arena, a->count, sizeof *out->of_y);
  if (out->x == NULL || out->y == NULL || out->of_x == NULL || out->of_y == NULL
      || !pst_key_index_make(&index, arena, b->items, b->count))
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
    out->of_x[out->n] = x->range;
    out->of_y[out->n] = y->range;
    out->x[out->n] = pst_real_printed(x);
    out->y[out->n++] = pst_real_printed(y);
  }
  return true;
}

static enum pst_enclosed enclosed(size_t function)
{
  switch ((enum pst_function_name)function) {
  case PST_FN_KENDALL:
    return PST_ENCLOSE_KENDALL;
  case PST_FN_SPEARMAN:
    return PST_ENCLOSE_SPEARMAN;
  case PST_FN_PEARSON:
    return PST_ENCLOSE_PEARSON;
  default:
    return PST_ENCLOSE_MANN_KENDALL;
  }
}

static bool undefined(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const char *why)
{
  return pst_evaluator_fail(evaluator, node->at, "%.*s is undefined: %s", (int)node->text.size,
                            node->text.data, why);
}

/* The value as printed, or NaN where a cell has none; told by its method. */
static bool printed_value(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct paired *pairs, bool p_value, double *value)
{
  const struct pst_sample sample = {.n = pairs->n, .x = pairs->x, .y = pairs->y};
  const struct pst_test test = {.conf_level = 0};
  struct pst_arena notes = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &notes};
  enum pst_status status;
  struct pst_error error;
  bool good = true;

  *value = (double)NAN;
  if (!pairs->printed)
    return true;
  pst_error_clear(&error);
  status = pst_enclose_kernel(enclosed(node->function))(&sample, &test, &rows, &scratch, &error);
  if (status == PST_OK && rows.count > 0) {
    const struct pst_estimate *row = &rows.items[0];

    *value = p_value ? row->p_value : row->estimate;
    if (p_value)
      pst_tell_line(evaluator, "p-value by %s, %s, n = %zu", row->method,
                    row->p_method == NULL ? "none" : row->p_method, row->n);
    else
      pst_tell_line(evaluator, "%s, n = %zu", row->method, row->n);
  }
  if (isnan(*value))
    good = undefined(evaluator, node, status == PST_OK ? "it has no p-value" : error.message);
  pst_estimates_free(&rows);
  pst_arena_free(&notes);
  pst_arena_free(&scratch);
  return good;
}

/* A correlation of ranks that is 0 is exactly 0: a sum of whole numbers, or of halves, is. */
static double outward(const struct pst_syntax *node, double value, double scale, int direction)
{
  bool ranks = node->function == PST_FN_KENDALL || node->function == PST_FN_SPEARMAN;

  return ranks && scale > 0 && value == 0 ? 0 : pst_real_outward(value, scale, direction);
}

/* The statistic, or its p-value: as printed, within what rounding and bounds leave. */
static bool run_kernel(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct paired *pairs, bool p_value, struct pst_claim_value *out)
{
  const struct pst_enclose_box box = {.n = pairs->n, .x = pairs->of_x, .y = pairs->of_y};
  const double least = p_value ? 0 : -1, scale = p_value ? 0 : 1;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_enclosure range = {.low = least, .high = 1};
  enum pst_status status = PST_OK;
  struct pst_error error;
  double value;

  pst_error_clear(&error);
  *out = (struct pst_claim_value){.table = SIZE_MAX};
  if (pairs->missing)
    return pst_real_number(evaluator, least, 1, (double)NAN, true, out);
  if (!printed_value(evaluator, node, pairs, p_value, &value))
    return false;
  pst_evaluator_work(evaluator, pairs->points ? 10 * pairs->n
                                : pairs->n <= PST_ENCLOSE_MOST
                                    ? ENCLOSURE_WORK + pairs->n * pairs->n / 4
                                    : ENCLOSURE_WORK + 100 * pairs->n);
  if (pairs->points)
    range = (struct pst_enclosure){.low = value, .high = value};
  else
    status = pst_enclose(enclosed(node->function), p_value, &box, &range, &scratch, &error);
  pst_arena_free(&scratch);
  if (status == PST_NO_MEMORY)
    return pst_evaluator_memory(evaluator);
  if (status != PST_OK)
    return undefined(evaluator, node, error.message);
  if (!isnan(value)) /* a kernel's doubles, beside bounds' */
    range = (struct pst_enclosure){.low = fmin(range.low, value), .high = fmax(range.high, value)};
  return pst_real_number(evaluator, fmax(least, outward(node, range.low, scale, -1)),
                         fmin(1, outward(node, range.high, scale, 1)), value, false, out);
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
  pst_tell_basis(evaluator, "n = %zu", pairs.n);
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
      || !pst_time_key(evaluator, node->arguments[0]->at, "slope", &series)
      || !pair(evaluator, &series, &series, &pairs))
    return false;
  pairs.points = true; /* of the values: the keys are known */
  for (size_t i = 0; i < series.count; i++) {
    pairs.x[i] = series.items[i].position;
    pairs.of_x[i] =
        pst_range_point(pst_rational_double(&evaluator->exact, series.items[i].position));
    pairs.points = pairs.points && pst_range_is_point(&pairs.of_y[i]);
  }
  pst_tell_basis(evaluator, "n = %zu", series.count);
  pst_tell_gaps(evaluator, &series);
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
