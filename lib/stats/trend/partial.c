/* partial.c -- the trend of a series that is not that of other series. */
#include "stats/trend/partial.h"

#include <gsl/gsl_linalg.h>
#include <math.h>

#include "stats/kendall/kendall_count.h"
#include "stats/rank.h"
#include "stats/sample.h"
#include "stats/serial.h"
#include "stats/tails.h"
#include "stats/trend/rest.h"

static const char METHOD[] = "partial-mann-kendall";

/* y first, then the controls: 1 + k columns. */
struct columns {
  size_t n, count;
  const double **value;
  double **rank;
  double *S;
  double *covariance; /* count by count */
  double *weight;     /* k: C^-1 c */
  double variance;
  double partial_S, partial_var;
};

static enum pst_status allocate(const struct pst_sample *sample, struct columns *c,
                                struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_beside *beside = sample->beside;
  const double n = (double)sample->n;

  if (beside == NULL || beside->n_controls == 0)
    return pst_fail(error, PST_UNDEFINED, "there is no control");
  c->n = sample->n;
  c->count = 1 + beside->n_controls;
  c->variance = n * (n - 1) * (2 * n + 5) / 18;
  c->value = pst_arena_array(scratch, c->count, sizeof *c->value);
  c->rank = pst_arena_array(scratch, c->count, sizeof *c->rank);
  c->S = pst_arena_array(scratch, c->count, sizeof *c->S);
  c->covariance = pst_arena_array(scratch, c->count * c->count, sizeof *c->covariance);
  c->weight = pst_arena_array(scratch, c->count, sizeof *c->weight);
  if (c->value == NULL || c->rank == NULL || c->S == NULL || c->covariance == NULL
      || c->weight == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; j < c->count; j++) {
    c->value[j] = j == 0 ? sample->y : beside->controls[j - 1];
    c->rank[j] = pst_arena_array(scratch, c->n, sizeof *c->rank[j]);
    if (c->rank[j] == NULL)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

static enum pst_status check(const struct pst_sample *sample, const struct columns *c,
                             struct pst_error *error)
{
  if (pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  for (size_t i = 1; i < sample->n; i++)
    if (sample->x[i] == sample->x[i - 1])
      return pst_fail(error, PST_UNDEFINED, "a time occurs twice");
  for (size_t j = 0; j < c->count; j++) {
    if (pst_constant(c->value[j], c->n))
      return pst_fail(error, PST_UNDEFINED, j == 0 ? "y is constant" : "a control is constant");
    for (size_t i = 0; i < c->n; i++)
      if (!isfinite(c->value[j][i]))
        return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  }
  return PST_OK;
}

/* (K + 4 sum of R_a R_b - n (n + 1)^2) / 3; K, the sum over pairs of the products of the signs, is
   Kendall's S of the two columns. */
static enum pst_status covariance_of(struct columns *c, size_t a, size_t b,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  const double n = (double)c->n;
  struct pst_kendall_counts counts;
  double products = 0;
  enum pst_status status =
      pst_kendall_count_xy(c->value[a], c->value[b], c->n, &counts, scratch, error);

  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < c->n; i++)
    products += c->rank[a][i] * c->rank[b][i];
  c->covariance[a * c->count + b] = c->covariance[b * c->count + a] =
      ((double)counts.S + 4 * products - n * (n + 1) * (n + 1)) / 3;
  return PST_OK;
}

static enum pst_status count_columns(const struct pst_sample *sample, struct columns *c,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t j = 0; j < c->count && status == PST_OK; j++) {
    struct pst_kendall_counts counts = {.S = 0};

    status = pst_rank(c->value[j], c->n, PST_TIES_MEAN, false, c->rank[j], scratch, error);
    if (status == PST_OK)
      status = pst_kendall_count_xy(sample->x, c->value[j], c->n, &counts, scratch, error);
    c->S[j] = (double)counts.S;
    c->covariance[j * c->count + j] = c->variance;
    for (size_t i = 0; i < j && status == PST_OK; i++)
      status = covariance_of(c, i, j, scratch, error);
  }
  return status;
}

/* C w = c, by Cholesky: C fails to be positive when the controls say the same. */
static enum pst_status solve(struct columns *c, struct pst_arena *scratch, struct pst_error *error)
{
  const size_t k = c->count - 1;
  double *C = pst_arena_array(scratch, k * k, sizeof *C);
  gsl_matrix_view matrix;
  gsl_vector_view right, weight = gsl_vector_view_array(c->weight, k);

  if (C == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < k; i++)
    for (size_t j = 0; j < k; j++)
      C[i * k + j] = c->covariance[(i + 1) * c->count + j + 1];
  matrix = gsl_matrix_view_array(C, k, k);
  right = gsl_vector_view_array(c->covariance + 1, k);
  if (gsl_linalg_cholesky_decomp1(&matrix.matrix) != 0)
    return pst_fail(error, PST_UNDEFINED, "the controls say the same");
  for (size_t i = 0; i < k; i++)
    if (!(C[i * k + i] * C[i * k + i] > 1e-9 * c->variance))
      return pst_fail(error, PST_UNDEFINED, "the controls say the same");
  if (gsl_linalg_cholesky_solve(&matrix.matrix, &right.vector, &weight.vector) != 0)
    return pst_fail(error, PST_UNDEFINED, "the controls say the same");
  c->partial_S = c->S[0];
  c->partial_var = c->variance;
  for (size_t j = 0; j < k; j++) {
    c->partial_S -= c->weight[j] * c->S[j + 1];
    c->partial_var -= c->weight[j] * c->covariance[j + 1];
  }
  if (!(c->partial_var > 1e-9 * c->variance))
    return pst_fail(error, PST_UNDEFINED,
                    "the controls order the times as y does: nothing is left");
  return PST_OK;
}

static enum pst_status add_correlations(const struct pst_sample *sample, const struct columns *c,
                                        struct pst_estimates *out, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t j = 1; j < c->count && status == PST_OK; j++) {
    const char *name =
        sample->beside->control_names == NULL ? NULL : sample->beside->control_names[j - 1];
    const char *term = name == NULL ? pst_arena_format(out->arena, "correlation[%zu]", j)
                                    : pst_arena_format(out->arena, "correlation[%s]", name);

    if (term == NULL)
      return pst_fail_memory(error);
    status = pst_estimates_value(out, METHOD, term, c->n, c->covariance[j] / c->variance, error);
  }
  return status;
}

static enum pst_status add_rows(const struct pst_sample *sample, const struct columns *c,
                                const struct pst_test *test, double r1, struct pst_estimates *out,
                                struct pst_error *error)
{
  const bool continuity = pst_continuity(test, false);
  const double n = (double)c->n;
  const double left = continuity ? fmax(fabs(c->partial_S) - 1, 0) : fabs(c->partial_S);
  const double z = copysign(left, c->partial_S) / sqrt(c->partial_var);
  const struct pst_term terms[] = {{"S", c->partial_S, NULL},
                                   {"var_S", c->partial_var, NULL},
                                   {"z", z, NULL},
                                   {"S_y", c->S[0], NULL},
                                   {"r1", r1, "the points are on a line"}};
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "tau-a", c->n);
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = c->S[0] / (n * (n - 1) / 2);
  row->statistic = z;
  pst_estimate_p(out, row, pst_normal_p(z, test->alternative), continuity ? "normal-cc" : "normal");
  pst_serial_note(out, row, r1, c->n, "polstat regress with the control and --hac");
  status = pst_estimates_terms(out, METHOD, c->n, terms, 5, error);
  return status == PST_OK ? add_correlations(sample, c, out, error) : status;
}

enum pst_status pst_partial_mann_kendall(const struct pst_sample *sample,
                                         const struct pst_test *test, struct pst_estimates *out,
                                         struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct columns columns = {.n = 0};
  double r1 = (double)NAN;
  bool even;
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 3, error);
  if (status == PST_OK)
    status = allocate(sample, &columns, scratch, error);
  if (status == PST_OK)
    status = check(sample, &columns, error);
  if (status == PST_OK)
    status = count_columns(sample, &columns, scratch, error);
  if (status == PST_OK)
    status = solve(&columns, scratch, error);
  if (status == PST_OK)
    status = pst_rest_first(sample, &r1, &even, scratch, error);
  if (status == PST_OK)
    status = add_rows(sample, &columns, test, r1, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
