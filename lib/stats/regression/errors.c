/* errors.c -- standard errors of a regression: the middle of the sandwich, and what comes of it. */
#include "stats/regression/errors.h"

#include "stats/sum.h"

size_t pst_newey_west_lag(size_t n)
{
  return (size_t)floor(4 * pow((double)n / 100, 2.0 / 9) + 1e-12);
}

double pst_regression_leverage(const struct pst_regression *fit, size_t i)
{
  struct pst_sum h = {0, 0};

  for (size_t k = 0; k < fit->basis.rank; k++) {
    double q = fit->q[i * fit->basis.rank + k];

    pst_sum_product(&h, q, q);
  }
  return pst_sum_value(&h);
}

/* MIDDLE += FACTOR A B', the upper half by row. */
static void add_outer(struct pst_sum *middle, size_t rank, double factor, const double *a,
                      const double *b)
{
  for (size_t j = 0; j < rank; j++)
    for (size_t k = 0; k < rank; k++)
      pst_sum_product(&middle[j * rank + k], factor * a[j], b[k]);
}

static double residual(const struct pst_regression *fit, size_t i)
{
  return fit->residuals[i] * fit->root[i];
}

/* A leverage this near 1 leaves a residual that is rounding. */
static const double full = 1 - 0x1p-40;

static enum pst_status add_rows(const struct pst_regression *fit, const struct pst_errors_ask *ask,
                                struct pst_sum *middle, struct pst_error *error)
{
  const size_t rank = fit->basis.rank;

  for (size_t i = 0; i < fit->n; i++) {
    const double *q = fit->q + i * rank;
    double e = residual(fit, i), h = pst_regression_leverage(fit, i), factor = 1;

    if (ask->absorbed_leverage != NULL)
      h += ask->absorbed_leverage[i];
    if (ask->kind >= PST_ERRORS_HC2 && h > full)
      return pst_fail(error, PST_UNDEFINED,
                      "a row has leverage 1, so that hc2 and hc3 have no value; use hc1");
    if (ask->kind == PST_ERRORS_HC1)
      factor = (double)fit->n / (double)fit->df;
    else if (ask->kind == PST_ERRORS_HC2)
      factor = 1 / (1 - h);
    else if (ask->kind == PST_ERRORS_HC3)
      factor = 1 / ((1 - h) * (1 - h));
    add_outer(middle, rank, e * e * factor, q, q);
  }
  return PST_OK;
}

static enum pst_status add_clusters(const struct pst_regression *fit,
                                    const struct pst_errors_ask *ask, struct pst_sum *middle,
                                    struct pst_arena *arena, struct pst_error *error)
{
  const size_t rank = fit->basis.rank, g = ask->n_clusters;
  double *sums = pst_arena_array(arena, g + 1, rank * sizeof *sums);
  double n = (double)fit->n, left = ask->nested ? n - (double)rank - 1 : (double)fit->df;
  double factor = (double)g / ((double)g - 1) * (n - 1) / left;

  if (g < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 clusters");
  if (!(left > 0))
    return pst_fail(error, PST_UNDEFINED, "too few rows for clustered errors");
  if (sums == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < fit->n; i++)
    for (size_t k = 0; k < rank; k++)
      sums[ask->cluster[i] * rank + k] += residual(fit, i) * fit->q[i * rank + k];
  for (size_t c = 0; c < g; c++)
    add_outer(middle, rank, factor, sums + c * rank, sums + c * rank);
  return PST_OK;
}

static enum pst_status add_lags(const struct pst_regression *fit, const struct pst_errors_ask *ask,
                                struct pst_sum *middle, struct pst_error *error)
{
  const size_t rank = fit->basis.rank;
  double small = ask->small_sample ? (double)fit->n / (double)fit->df : 1;

  if (ask->lag >= fit->n)
    return pst_fail(error, PST_UNDEFINED, "the lag is %zu, and there are %zu rows", ask->lag,
                    fit->n);
  for (size_t l = 0; l <= ask->lag; l++) {
    double weight = (1 - (double)l / ((double)ask->lag + 1)) * small;

    for (size_t i = l; i < fit->n; i++) {
      double factor = weight * residual(fit, i) * residual(fit, i - l);

      add_outer(middle, rank, factor, fit->q + i * rank, fit->q + (i - l) * rank);
      if (l > 0)
        add_outer(middle, rank, factor, fit->q + (i - l) * rank, fit->q + i * rank);
    }
  }
  return PST_OK;
}

/* Of sums that cancel: far below the sum of squares of what they are made of. */
static double noise_of(const struct pst_regression *fit)
{
  double sum = 0;

  for (size_t i = 0; i < fit->n; i++)
    sum += residual(fit, i) * residual(fit, i) * pst_regression_leverage(fit, i);
  return 0x1p-70 * sum;
}

enum pst_status pst_errors_of(const struct pst_regression *fit, const struct pst_errors_ask *ask,
                              struct pst_errors *out, struct pst_arena *arena,
                              struct pst_error *error)
{
  const size_t rank = fit->basis.rank;
  struct pst_sum *middle = pst_arena_array(arena, rank + 1, (rank + 1) * sizeof *middle);
  enum pst_status status = PST_OK;

  out->rank = rank;
  out->noise = ask->kind == PST_ERRORS_CLASSICAL ? 0 : noise_of(fit);
  out->middle = pst_arena_array(arena, rank + 1, (rank + 1) * sizeof *out->middle);
  out->df = ask->kind == PST_ERRORS_CLUSTER ? (double)ask->n_clusters - 1 : (double)fit->df;
  if (middle == NULL || out->middle == NULL)
    return pst_fail_memory(error);
  if (ask->kind == PST_ERRORS_CLUSTER)
    status = add_clusters(fit, ask, middle, arena, error);
  else if (ask->kind == PST_ERRORS_NEWEY_WEST)
    status = add_lags(fit, ask, middle, error);
  else if (ask->kind != PST_ERRORS_CLASSICAL)
    status = add_rows(fit, ask, middle, error);
  for (size_t j = 0; j < rank; j++)
    for (size_t k = 0; k < rank; k++)
      out->middle[j * rank + k] = ask->kind == PST_ERRORS_CLASSICAL
                                      ? (j == k ? fit->sigma2 : 0)
                                      : pst_sum_value(&middle[j * rank + k]);
  return status;
}

double pst_errors_variance(const struct pst_errors *errors, const double *z)
{
  struct pst_sum sum = {0, 0};
  double length = 0;

  for (size_t j = 0; j < errors->rank; j++) {
    length += z[j] * z[j];
    for (size_t k = 0; k < errors->rank; k++)
      pst_sum_product(&sum, z[j] * errors->middle[j * errors->rank + k], z[k]);
  }
  if (errors->noise > 0 && length > 0 && pst_sum_value(&sum) <= errors->noise * length)
    return (double)NAN;
  return pst_sum_value(&sum);
}

/* L L' = A in place, lower half by row; false when A is not positive definite. */
static bool decompose(double *a, size_t n)
{
  for (size_t j = 0; j < n; j++)
    for (size_t i = j; i < n; i++) {
      double left = a[i * n + j];

      for (size_t k = 0; k < j; k++)
        left -= a[i * n + k] * a[j * n + k];
      if (i == j && !(left > a[j * n + j] * 0x1p-40))
        return false;
      a[i * n + j] = i == j ? sqrt(left) : left / a[j * n + j];
    }
  return true;
}

double pst_errors_wald(const struct pst_regression *fit, const struct pst_errors *errors,
                       struct pst_arena *arena, size_t *df1)
{
  size_t first = fit->intercept ? 1 : 0, n = errors->rank - first;
  double *a = pst_arena_array(arena, n + 1, (n + 1) * sizeof *a);
  double *y = pst_arena_array(arena, n + 1, sizeof *y), sum = 0;

  *df1 = n;
  if (n == 0 || a == NULL || y == NULL)
    return (double)NAN;
  for (size_t j = 0; j < n; j++)
    for (size_t k = 0; k < n; k++)
      a[j * n + k] = errors->middle[(j + first) * errors->rank + k + first];
  if (!decompose(a, n))
    return (double)NAN;
  for (size_t i = 0; i < n; i++) {
    y[i] = fit->parts[i + first];
    for (size_t k = 0; k < i; k++)
      y[i] -= a[i * n + k] * y[k];
    y[i] /= a[i * n + i];
    sum += y[i] * y[i];
  }
  return sum / (double)n;
}
