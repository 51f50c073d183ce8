/* slope_difference.c -- whether two series have the same slope: Theil-Sen and a bootstrap. */
#include "stats/resample/slope_difference.h"

#include <math.h>

#include "stats/resample/bootstrap.h"
#include "stats/sample.h"
#include "stats/slope/select/slopes.h"
#include "stats/sort.h"

static const char METHOD[] = "slopes-theil-sen";

/* The pairs of different x; X is in order. */
static uint64_t count_pairs(const struct pst_sample *s)
{
  uint64_t pairs = (uint64_t)s->n * (s->n - 1) / 2;

  for (size_t first = 0, end; first < s->n; first = end) {
    for (end = first; end < s->n && s->x[end] == s->x[first];)
      end++;
    pairs -= (uint64_t)(end - first) * (end - first - 1) / 2;
  }
  return pairs;
}

/* NaN where all times are equal. */
static double slope_of(const struct pst_sample *s, struct pst_arena *scratch)
{
  const uint64_t pairs = count_pairs(s);
  const uint64_t ranks[] = {(pairs + 1) / 2, pairs / 2 + 1};
  double values[2];

  if (pairs == 0 || pst_slope_select(s, ranks, 2, 1, values, scratch, NULL) != PST_OK)
    return (double)NAN;
  return pst_middle(values[0], values[1]);
}

/* The two series, and their slopes. */
struct two {
  const struct pst_sample *series[2];
  double slope[2];
};

/* VALUES are places in the two series.  As many as a series has: each time keeps the line and takes the
   residual of that place.  Fewer, for the jackknife: those points. */
static void draw(const struct pst_sample *from, double slope, const double *places, size_t n,
                 double *x, double *y)
{
  const bool all = n == from->n;

  for (size_t i = 0; i < n; i++) {
    const size_t at = (size_t)places[i];

    x[i] = from->x[all ? i : at];
    y[i] = at == i || !all ? from->y[at] : fma(slope, x[i] - from->x[at], from->y[at]);
  }
}

static double difference(const void *context, double *values, const size_t *sizes, size_t k)
{
  const struct two *two = context;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  double slopes[2] = {(double)NAN, (double)NAN};

  for (size_t g = 0; g < k; g++) {
    double *x = pst_arena_array(&scratch, sizes[g], sizeof *x);
    double *y = pst_arena_array(&scratch, sizes[g], sizeof *y);
    const struct pst_sample drawn = {.n = sizes[g], .x = x, .y = y};

    if (x == NULL || y == NULL)
      break;
    draw(two->series[g], two->slope[g], values, sizes[g], x, y);
    slopes[g] = slope_of(&drawn, &scratch);
    values += sizes[g];
  }
  pst_arena_free(&scratch);
  return slopes[0] - slopes[1];
}

static enum pst_status check(const struct pst_two_lines *lines, const struct pst_test *test,
                             struct pst_error *error)
{
  const struct pst_sample *both[] = {&lines->first, &lines->second};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  for (int g = 0; g < 2 && status == PST_OK; g++) {
    status = pst_sample_check(both[g], 2, error);
    if (status == PST_OK && pst_constant(both[g]->x, both[g]->n))
      return pst_fail(error, PST_UNDEFINED, "x is constant");
  }
  return status;
}

static enum pst_status resample(const struct pst_two_lines *lines, const struct pst_test *test,
                                struct pst_bootstrap_result *result, struct pst_arena *scratch,
                                struct pst_error *error)
{
  const size_t sizes[] = {lines->first.n, lines->second.n};
  double *places = pst_arena_array(scratch, sizes[0] + sizes[1], sizeof *places);
  const struct two two = {
      .series = {&lines->first, &lines->second},
      .slope = {slope_of(&lines->first, scratch), slope_of(&lines->second, scratch)}};
  const struct pst_bootstrap bootstrap = {.samples = {.k = 2, .values = places, .sizes = sizes},
                                          .statistic = difference,
                                          .context = &two,
                                          .replicates = test->permutations,
                                          .seed = test->seed,
                                          .threads = test->threads,
                                          .level = pst_conf_level(test)};

  if (places == NULL)
    return pst_fail_memory(error);
  for (size_t g = 0; g < 2; g++)
    for (size_t i = 0; i < sizes[g]; i++)
      places[(g == 0 ? 0 : sizes[0]) + i] = (double)i;
  return pst_bootstrap_run(&bootstrap, result, scratch, error);
}

static enum pst_status add_rows(const struct pst_two_lines *lines,
                                const struct pst_bootstrap_result *result,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_estimate *row =
      pst_estimates_add(out, METHOD, "slope-difference", lines->first.n + lines->second.n);
  const bool bca = !isnan(result->bca_low) && !isnan(result->bca_high);
  const size_t count = test->permutations > 0 ? test->permutations : PST_PERMUTATIONS;
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = result->estimate;
  row->std_error = result->std_error;
  row->conf_low = bca ? result->bca_low : result->percentile_low;
  row->conf_high = bca ? result->bca_high : result->percentile_high;
  pst_estimate_note(out, row, "interval: bootstrap (%zu), %s", count, bca ? "BCa" : "percentile");
  status = pst_estimates_value(out, METHOD, "slope-1", lines->first.n,
                               slope_of(&lines->first, scratch), error);
  if (status == PST_OK)
    status = pst_estimates_value(out, METHOD, "slope-2", lines->second.n,
                                 slope_of(&lines->second, scratch), error);
  return status;
}

enum pst_status pst_slopes_theil_sen(const struct pst_two_lines *lines, const struct pst_test *test,
                                     struct pst_estimates *out, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_bootstrap_result result;
  enum pst_status status = check(lines, test, error);

  if (status == PST_OK)
    status = resample(lines, test, &result, scratch, error);
  if (status == PST_OK)
    status = add_rows(lines, &result, test, out, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
