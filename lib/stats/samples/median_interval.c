/* median_interval.c -- the median of one sample with its exact interval. */
#include "stats/samples/median_interval.h"

#include <math.h>
#include <string.h>

#include "stats/distribution/unimodal.h"
#include "stats/sort.h"

static const char METHOD[] = "median";

/* The largest k with P(Bin(n, 1/2) <= k - 1) <= TAIL; 0 when there is none. */
static size_t place_of(const struct pst_unimodal *signs, size_t n, double tail)
{
  size_t low = 0;
  size_t high = (n + 1) / 2 + 1; /* too large */

  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;

    if (pst_unimodal_lower(signs, (double)middle - 1) <= tail)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static enum pst_status check(const double *x, size_t n, struct pst_error *error)
{
  if (n == 0)
    return pst_fail(error, PST_UNDEFINED, "no values");
  for (size_t i = 0; i < n; i++)
    if (!isfinite(x[i]))
      return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  return PST_OK;
}

static enum pst_status add_rows(double *values, size_t n, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  const struct pst_unimodal signs = pst_binomial((double)n, 0.5);
  const size_t k = place_of(&signs, n, (1 - pst_conf_level(test)) / 2);
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "median", n);
  double coverage = (double)NAN;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_select_median(values, n);
  if (k > 0) {
    row->conf_low = pst_select(values, n, k - 1);
    row->conf_high = pst_select(values, n, n - k);
    coverage = 1 - 2 * pst_unimodal_lower(&signs, (double)k - 1);
  } else
    pst_estimate_note(out, row, "too few values for an interval at this level");
  return pst_estimates_value(out, METHOD, "coverage", n, coverage, error);
}

enum pst_status pst_median_interval(const double *x, size_t n, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = check(x, n, error);
  double *values;

  if (status != PST_OK)
    return status;
  values = pst_arena_array(scratch, n, sizeof *values);
  if (values == NULL)
    return pst_fail_memory(error);
  memcpy(values, x, n * sizeof *values);
  status = add_rows(values, n, test, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
