/* autocorrelation.c -- how much a series at one time says about the next times. */
#include "stats/trend/autocorrelation.h"

#include <gsl/gsl_fft_halfcomplex.h>
#include <gsl/gsl_fft_real.h>
#include <math.h>

#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"
#include "stats/trend/spacing.h"
#include "stats/variable/clones.h"

static const char METHOD[] = "autocorrelation";

/* So many products and fewer are summed one by one. */
enum { DIRECT_MOST = 4 * 1000 * 1000 };

/* The deviations from the mean. */
static void centre(const double *y, size_t n, double *d)
{
  const struct pst_sum mean = pst_mean_of(y, n);

  for (size_t i = 0; i < n; i++)
    d[i] = pst_from_mean(y[i], &mean);
}

/* No square leaves the range of doubles then. */
static void scale(double *d, size_t n)
{
  double most = 0;
  int power;

  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(d[i]));
  frexp(most, &power);
  for (size_t i = 0; i < n; i++)
    d[i] = ldexp(d[i], -power);
}

static double lagged_sum(const double *d, size_t n, size_t lag)
{
  struct pst_sum sum = {0, 0};

  for (size_t i = lag; i < n; i++)
    pst_sum_product(&sum, d[i], d[i - lag]);
  return pst_sum_value(&sum);
}

/* Whole and half numbers, as the deviations of ranks are, and no sum of their products is rounded. */
static bool are_whole(const double *d, size_t n)
{
  double most = 0;

  for (size_t i = 0; i < n; i++) {
    if (!(fabs(d[i]) < 0x1p24 && 2 * d[i] == nearbyint(2 * d[i])))
      return false;
    most = fmax(most, fabs(d[i]));
  }
  return most * most * (double)n < 0x1p50;
}

/* Of such numbers: in any order, then. */
PST_CLONES
static double whole_sum(const double *d, size_t n, size_t lag)
{
  double sum = 0;

#pragma omp simd reduction(+ : sum)
  for (size_t i = lag; i < n; i++)
    sum += d[i] * d[i - lag];
  return sum;
}

/* The sums at all lags from the power spectrum of the series with as many zeros after it. */
static enum pst_status by_transform(const double *d, size_t n, size_t lags, double squares,
                                    double *r, struct pst_arena *scratch, struct pst_error *error)
{
  size_t size = 2;
  double *work;

  while (size < 2 * n)
    size *= 2;
  work = pst_arena_array(scratch, size, sizeof *work);
  if (work == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < size; i++)
    work[i] = i < n ? d[i] : 0;
  gsl_fft_real_radix2_transform(work, 1, size);
  work[0] *= work[0];
  work[size / 2] *= work[size / 2];
  for (size_t i = 1; i < size / 2; i++) {
    work[i] = work[i] * work[i] + work[size - i] * work[size - i];
    work[size - i] = 0;
  }
  gsl_fft_halfcomplex_radix2_inverse(work, 1, size);
  for (size_t k = 1; k <= lags; k++)
    r[k - 1] = work[k] / squares;
  return PST_OK;
}

static enum pst_status correlate_lags(const double *y, size_t n, size_t lags, double *r,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  double *d = pst_arena_array(scratch, n + 1, sizeof *d);
  double (*sum)(const double *d, size_t n, size_t lag) = whole_sum;
  double squares;

  if (d == NULL)
    return pst_fail_memory(error);
  centre(y, n, d);
  if (!are_whole(d, n)) {
    scale(d, n);
    sum = lagged_sum;
  }
  squares = sum(d, n, 0);
  if ((double)n * (double)lags > DIRECT_MOST)
    return by_transform(d, n, lags, squares, r, scratch, error);
  for (size_t k = 1; k <= lags; k++)
    r[k - 1] = sum(d, n, k) / squares;
  return PST_OK;
}

enum pst_status pst_autocorrelations(const double *y, size_t n, size_t lags, double *r,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = PST_OK;

  if (!pst_constant(y, n))
    status = correlate_lags(y, n, lags, r, scratch, error);
  for (size_t k = 0; k < lags && pst_constant(y, n); k++)
    r[k] = (double)NAN;
  pst_arena_release(scratch, mark);
  return status;
}

/* --- the method -------------------------------------------------------------------------------- */

static size_t lags_of(const struct pst_sample *sample, const struct pst_test *test)
{
  const double n = (double)sample->n;
  size_t lags = test->lags > 0 ? test->lags : (size_t)(10 * log10(n));

  return lags < sample->n ? lags : sample->n - 1;
}

/* Ljung and Box: n (n + 2) sum r_k^2 / (n - k). */
static double ljung_box(const double *r, size_t lags, size_t n)
{
  double sum = 0;

  for (size_t k = 1; k <= lags; k++)
    sum += r[k - 1] * r[k - 1] / (double)(n - k);
  return (double)n * ((double)n + 2) * sum;
}

static enum pst_status add_rows(const double *r, size_t lags, size_t n, struct pst_estimates *out,
                                struct pst_error *error)
{
  const double Q = ljung_box(r, lags, n);
  const struct pst_term last[] = {{"Q", Q, NULL}, {"lags", (double)lags, NULL}};

  for (size_t k = 1; k <= lags; k++) {
    const char *term = k == 1 ? "r1" : pst_arena_format(out->arena, "r%zu", k);
    struct pst_estimate *row = term == NULL ? NULL : pst_estimates_add(out, METHOD, term, n);

    if (row == NULL)
      return pst_fail_memory(error);
    row->estimate = r[k - 1];
    row->std_error = 1 / sqrt((double)n);
    if (k > 1)
      continue;
    row->statistic = Q;
    row->df = (double)lags;
    pst_estimate_p(out, row, pst_chi2_upper(Q, (double)lags), "chi-squared");
  }
  return pst_estimates_terms(out, METHOD, n, last, 2, error);
}

enum pst_status pst_autocorrelation(const struct pst_sample *sample, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);
  const char *broken;
  size_t lags;
  double *r;

  if (status == PST_OK)
    status = pst_sample_check(sample, 3, error);
  if (status != PST_OK)
    return status;
  if (pst_constant(sample->y, sample->n))
    return pst_fail(error, PST_UNDEFINED, "y is constant");
  broken = pst_spacing_broken(sample, scratch);
  if (broken != NULL)
    return pst_fail(error, PST_UNDEFINED, "%s", broken);
  lags = lags_of(sample, test);
  r = pst_arena_array(scratch, lags, sizeof *r);
  status = r == NULL ? pst_fail_memory(error)
                     : pst_autocorrelations(sample->y, sample->n, lags, r, scratch, error);
  if (status == PST_OK)
    status = add_rows(r, lags, sample->n, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
