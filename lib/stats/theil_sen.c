#include "stats/theil_sen.h"

#include <math.h>
#include <string.h>

#include "stats/sample.h"
#include "stats/sort.h"

static const char METHOD[] = "theil-sen";

/* 2^26 slopes are 512 MB. */
static const uint64_t MOST_PAIRS = UINT64_C(1) << 26;

/* a - b as a double and its exact remainder (Knuth's TwoDiff). */
static double exact_difference(double a, double b, double *rest)
{
  double difference = a - b;
  double part = a - difference;

  *rest = (a - (difference + part)) + (part - b);
  return difference;
}

double pst_slope_between(double x1, double y1, double x2, double y2)
{
  double dx_rest;
  double dy_rest;
  double dx = exact_difference(x2, x1, &dx_rest);
  double dy = exact_difference(y2, y1, &dy_rest);
  double slope = dy / dx;

  if ((dx_rest == 0 && dy_rest == 0) || !isfinite(slope))
    return slope;
  return slope + (fma(-slope, dx, dy) + dy_rest - slope * dx_rest) / dx;
}

static size_t all_slopes(const struct pst_sample *sample, double *slopes)
{
  size_t count = 0;

  for (size_t i = 0; i < sample->n; i++)
    for (size_t j = i + 1; j < sample->n; j++)
      if (sample->x[j] != sample->x[i])
        slopes[count++] = pst_slope_between(sample->x[i], sample->y[i], sample->x[j], sample->y[j]);
  return count;
}

enum pst_status pst_slope_median(const struct pst_sample *sample, double *median, uint64_t *pairs,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = sample->n;
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *slopes;
  size_t count;

  /* n * n cannot overflow once n is this small. */
  if (n > 1 << 20 || (uint64_t)n * (n - 1) / 2 > MOST_PAIRS)
    return pst_fail(error, PST_NO_MEMORY,
                    "theil-sen: %zu rows have more than %llu pairs, too many to hold in memory", n,
                    (unsigned long long)MOST_PAIRS);
  slopes = pst_arena_array(scratch, n * (n - 1) / 2 + 1, sizeof *slopes);
  if (slopes == NULL)
    return pst_fail_memory(error);
  count = all_slopes(sample, slopes);
  *pairs = count;
  if (count > 0)
    *median = pst_select_median(slopes, count);
  pst_arena_release(scratch, mark);
  if (count == 0)
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  return PST_OK;
}

static double median_of(const double *x, size_t n, double *spare)
{
  memcpy(spare, x, n * sizeof *x);
  return pst_select_median(spare, n);
}

/* fma: the product is not rounded before the difference is. */
static enum pst_status add_rows(const struct pst_sample *sample, double slope, uint64_t pairs,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  double *spare = pst_arena_array(scratch, sample->n, sizeof *spare);
  struct pst_term terms[] = {
      {"slope", slope, NULL},
      {"intercept", (double)NAN, NULL},
      {"pairs", (double)pairs, NULL},
  };

  if (spare == NULL)
    return pst_fail_memory(error);
  terms[1].value =
      fma(-slope, median_of(sample->x, sample->n, spare), median_of(sample->y, sample->n, spare));
  return pst_estimates_terms(out, METHOD, sample->n, terms, sizeof terms / sizeof *terms, error);
}

enum pst_status pst_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double slope = (double)NAN;
  uint64_t pairs = 0;
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = pst_slope_median(sample, &slope, &pairs, scratch, error);
  if (status == PST_OK)
    status = add_rows(sample, slope, pairs, out, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
