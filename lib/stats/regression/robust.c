/* robust.c -- robust regression by M-estimation: Huber's and Tukey's bisquare weights. */
#include "stats/regression/robust.h"

#include <gsl/gsl_multifit.h>

#include "stats/sum.h"

struct run {
  gsl_multifit_robust_workspace *work;
  gsl_matrix *x, *cov;
  gsl_vector *y, *c;
};

static enum pst_status begin(const struct pst_regression *fit, const double *y,
                             enum pst_robust_kind kind, struct run *run, struct pst_error *error)
{
  const size_t n = fit->n, rank = fit->basis.rank;
  double root = sqrt((double)n);

  run->work = gsl_multifit_robust_alloc(
      kind == PST_ROBUST_HUBER ? gsl_multifit_robust_huber : gsl_multifit_robust_bisquare, n, rank);
  run->x = gsl_matrix_alloc(n, rank);
  run->cov = gsl_matrix_alloc(rank, rank);
  run->y = gsl_vector_alloc(n);
  run->c = gsl_vector_alloc(rank);
  if (run->work == NULL || run->x == NULL || run->cov == NULL || run->y == NULL || run->c == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    gsl_vector_set(run->y, i, y[i]);
    for (size_t k = 0; k < rank; k++)
      gsl_matrix_set(run->x, i, k, fit->q[i * rank + k] * root);
  }
  return PST_OK;
}

static void end(struct run *run)
{
  if (run->work != NULL)
    gsl_multifit_robust_free(run->work);
  gsl_matrix_free(run->x);
  gsl_matrix_free(run->cov);
  gsl_vector_free(run->y);
  gsl_vector_free(run->c);
}

static void take_parts(struct pst_regression *fit, const struct run *run, double *middle)
{
  const size_t rank = fit->basis.rank, p = fit->p;
  double root = sqrt((double)fit->n);

  for (size_t i = 0; i < rank; i++) {
    fit->parts[i] = gsl_vector_get(run->c, i) * root;
    for (size_t k = 0; k < rank; k++)
      middle[i * rank + k] = gsl_matrix_get(run->cov, i, k) * (double)fit->n;
  }
  for (size_t i = 0; i < rank; i++) {
    struct pst_dd sum = {0, 0};

    for (size_t k = i; k < rank; k++)
      sum =
          pst_dd_sum(sum, pst_dd_product(fit->basis.inverse[i * p + k], pst_dd_of(fit->parts[k])));
    fit->coefficients[fit->basis.kept[i]] = pst_dd_value(sum) * fit->scale[fit->basis.kept[i]];
  }
}

/* Fitted values, residuals and what is left of sums of squares. */
static void take_rows(struct pst_regression *fit, const double *y, const struct run *run,
                      double *weights)
{
  const gsl_multifit_robust_stats about = gsl_multifit_robust_statistics(run->work);
  const size_t rank = fit->basis.rank;
  struct pst_sum rss = {0, 0};

  for (size_t i = 0; i < fit->n; i++) {
    struct pst_sum value = {0, 0};

    for (size_t k = 0; k < rank; k++)
      pst_sum_product(&value, fit->q[i * rank + k], fit->parts[k]);
    fit->fitted[i] = pst_sum_value(&value);
    fit->residuals[i] = y[i] - fit->fitted[i];
    pst_sum_product(&rss, fit->residuals[i], fit->residuals[i]);
    weights[i] = gsl_vector_get(about.weights, i);
  }
  fit->rss = pst_sum_value(&rss);
  fit->mss = (double)NAN;
  fit->sigma2 = about.sigma * about.sigma;
}

enum pst_status pst_robust_fit(struct pst_regression *fit, const double *y,
                               enum pst_robust_kind kind, double *weights,
                               struct pst_errors *errors, struct pst_arena *arena,
                               struct pst_error *error)
{
  const size_t rank = fit->basis.rank;
  struct run run = {.work = NULL};
  enum pst_status status = begin(fit, y, kind, &run, error);

  *errors = (struct pst_errors){.rank = rank, .df = (double)fit->df};
  errors->middle = pst_arena_array(arena, rank + 1, (rank + 1) * sizeof *errors->middle);
  if (status == PST_OK && errors->middle == NULL)
    status = pst_fail_memory(error);
  if (status == PST_OK && gsl_multifit_robust(run.x, run.y, run.c, run.cov, run.work) != 0)
    status = pst_fail(error, PST_UNDEFINED, "the robust fit does not settle in 100 iterations");
  if (status == PST_OK) {
    take_parts(fit, &run, errors->middle);
    take_rows(fit, y, &run, weights);
  }
  end(&run);
  return status;
}
