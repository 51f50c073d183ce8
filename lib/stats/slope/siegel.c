/* siegel.c -- Siegel's repeated medians, a row of slopes at a time. */
#include "stats/slope/siegel.h"

#include <math.h>

#include "base/parallel.h"
#include "stats/sample.h"
#include "stats/slope/select/slope_exact.h"
#include "stats/sort.h"

static const char METHOD[] = "siegel";
static const char BEYOND[] = "beyond the range of doubles";

struct work {
  const struct pst_sample *sample;
  double *spare;               /* 2n a thread */
  double *slopes, *intercepts; /* the medians, one a point */
};

/* y1 x2 - y2 x1 to the last bits (Kahan): times are large against their differences. */
static double cross(double x1, double y1, double x2, double y2)
{
  double product = y2 * x1;
  double rest = fma(-y2, x1, product);

  return fma(y1, x2, -product) + rest;
}

/* The medians of the slopes and of the intercepts of one point's pairs. */
static void median_of_point(void *context, size_t i, size_t thread)
{
  const struct work *work = context;
  const struct pst_sample *s = work->sample;
  double *slopes = work->spare + 2 * s->n * thread, *intercepts = slopes + s->n;
  size_t count = 0;

  for (size_t j = 0; j < s->n; j++) {
    if (s->x[j] == s->x[i])
      continue;
    slopes[count] = pst_slope_between(s->x[i], s->y[i], s->x[j], s->y[j]);
    intercepts[count++] = cross(s->x[i], s->y[i], s->x[j], s->y[j]) / (s->x[j] - s->x[i]);
  }
  work->slopes[i] = pst_select_median(slopes, count);
  work->intercepts[i] = pst_select_median(intercepts, count);
}

static enum pst_status find_medians(const struct pst_sample *sample, const struct pst_test *test,
                                    struct work *work, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  size_t threads = pst_parallel_threads(test->threads > 0 ? test->threads : 1, sample->n);

  work->sample = sample;
  work->spare = pst_arena_array(scratch, threads, 2 * sample->n * sizeof *work->spare);
  work->slopes = pst_arena_array(scratch, sample->n, sizeof *work->slopes);
  work->intercepts = pst_arena_array(scratch, sample->n, sizeof *work->intercepts);
  if (work->spare == NULL || work->slopes == NULL || work->intercepts == NULL)
    return pst_fail_memory(error);
  if (pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  pst_parallel(sample->n, threads, median_of_point, work);
  return PST_OK;
}

/* NaN, a missing number, for what is infinite. */
static double or_missing(double value)
{
  return isfinite(value) ? value : (double)NAN;
}

static double median_of_residuals(const struct work *work, double slope)
{
  const struct pst_sample *s = work->sample;

  for (size_t i = 0; i < s->n; i++)
    work->spare[i] = fma(-slope, s->x[i], s->y[i]);
  return pst_select_median(work->spare, s->n);
}

static enum pst_status add_rows(const struct work *work, struct pst_estimates *out,
                                struct pst_error *error)
{
  size_t n = work->sample->n;
  double slope = pst_select_median(work->slopes, n);
  double separate = pst_select_median(work->intercepts, n);
  const struct pst_term terms[] = {
      {"slope", slope, NULL},
      {"intercept", or_missing(median_of_residuals(work, slope)), BEYOND},
      {"intercept-separate", or_missing(separate), BEYOND},
  };

  if (!isfinite(slope))
    return pst_fail(error, PST_UNDEFINED, "%s", BEYOND);
  return pst_estimates_terms(out, METHOD, n, terms, sizeof terms / sizeof *terms, error);
}

enum pst_status pst_siegel(const struct pst_sample *sample, const struct pst_test *test,
                           struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct work work = {.sample = sample};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = find_medians(sample, test, &work, scratch, error);
  if (status == PST_OK)
    status = add_rows(&work, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
