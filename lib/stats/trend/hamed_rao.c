/* hamed_rao.c -- Mann-Kendall where years depend on each other: the variance of S corrected. */
#include "stats/trend/hamed_rao.h"

#include <math.h>

#include "stats/rank.h"
#include "stats/serial.h"
#include "stats/trend/autocorrelation.h"
#include "stats/trend/corrected.h"
#include "stats/trend/derived.h"

/* By what the variance of S is multiplied.  REST: the series less its Sen slope. */
typedef enum pst_status factor_of(const double *rest, size_t n, double r1,
                                  const struct pst_test *test, double *factor,
                                  struct pst_arena *scratch, struct pst_error *error);

static double sum_of_ranks(const double *rho, size_t lags, size_t n)
{
  const double limit = pst_serial_limit(n), N = (double)n;
  double sum = 0;

  for (size_t k = 1; k <= lags; k++) {
    const double left = N - (double)k;

    if (fabs(rho[k - 1]) > limit)
      sum += left * (left - 1) * (left - 2) * rho[k - 1];
  }
  return 1 + 2 / (N * (N - 1) * (N - 2)) * sum;
}

static enum pst_status factor_of_ranks(const double *rest, size_t n, double r1,
                                       const struct pst_test *test, double *factor,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const size_t lags = test->lags > 0 && test->lags < n ? test->lags : n - 1;
  double *rank = pst_arena_array(scratch, n, sizeof *rank);
  double *rho = pst_arena_array(scratch, n, sizeof *rho);
  enum pst_status status;

  (void)r1;
  if (rank == NULL || rho == NULL)
    return pst_fail_memory(error);
  status = pst_rank(rest, n, PST_TIES_MEAN, false, rank, scratch, error);
  if (status == PST_OK)
    status = pst_autocorrelations(rank, n, lags, rho, scratch, error);
  if (status == PST_OK)
    *factor = sum_of_ranks(rho, lags, n);
  return status;
}

static enum pst_status factor_of_first(const double *rest, size_t n, double r1,
                                       const struct pst_test *test, double *factor,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  (void)rest, (void)test, (void)scratch, (void)error;
  *factor = 1 + 2 * (1 - 1 / (double)n) * (isnan(r1) ? 0 : r1);
  return PST_OK;
}

static enum pst_status factor_of_process(const double *rest, size_t n, double r1,
                                         const struct pst_test *test, double *factor,
                                         struct pst_arena *scratch, struct pst_error *error)
{
  double sum = 0, power = isnan(r1) ? 0 : r1;

  (void)rest, (void)test, (void)scratch, (void)error;
  for (size_t k = 1; k < n && fabs(power) > 1e-300; k++, power *= r1)
    sum += (1 - (double)k / (double)n) * power;
  *factor = 1 + 2 * sum;
  return PST_OK;
}

/* A series that is a straight line leaves no rest: nothing is known of its autocorrelation, and the
   variance stays as it is. */
static enum pst_status correct(const struct pst_sample *sample, const struct pst_test *test,
                               factor_of *factor, struct pst_corrected *c,
                               struct pst_arena *scratch, struct pst_error *error)
{
  double *rest = pst_arena_array(scratch, sample->n, sizeof *rest);
  double slope = 0;
  enum pst_status status;

  if (rest == NULL)
    return pst_fail_memory(error);
  status = pst_derived_sample_slope(sample, &slope, scratch, error);
  if (status == PST_OK)
    status = pst_derived_detrend(sample->y, sample->n, slope, rest, scratch, error);
  if (status != PST_OK)
    return status;
  c->r1 = pst_serial_first(rest, sample->n);
  status = factor(rest, sample->n, c->r1, test, &c->factor, scratch, error);
  c->var_S *= c->factor;
  return status;
}

static enum pst_status test_corrected(const struct pst_sample *sample, const struct pst_test *test,
                                      const char *method, factor_of *factor,
                                      struct pst_estimates *out, struct pst_arena *scratch,
                                      struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_corrected corrected;
  enum pst_status status = pst_corrected_begin(sample, test, method, &corrected, scratch, error);

  corrected.has_factor = true;
  if (status == PST_OK && corrected.broken == NULL)
    status = correct(sample, test, factor, &corrected, scratch, error);
  if (status == PST_OK)
    status = pst_corrected_rows(&corrected, test, out, error);
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_hamed_rao(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error)
{
  return test_corrected(sample, test, "hamed-rao", factor_of_ranks, out, scratch, error);
}

enum pst_status pst_yue_wang(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  return test_corrected(sample, test, "yue-wang", factor_of_first, out, scratch, error);
}

enum pst_status pst_yue_wang_ar1(const struct pst_sample *sample, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  return test_corrected(sample, test, "yue-wang-ar1", factor_of_process, out, scratch, error);
}
