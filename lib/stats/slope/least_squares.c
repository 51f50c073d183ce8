/* least_squares.c -- least squares on any number of columns: coefficients and residuals. */
#include "stats/slope/least_squares.h"

#include <float.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

#include "stats/description/moments.h"
#include "stats/sum.h"

/* The columns as they are solved: centred, scaled. */
struct workspace {
  size_t n;
  size_t k;
  struct pst_sum *mean; /* k of x, then that of y */
  double *scale;        /* k of x, then 1 for y */
  double *matrix;       /* n by k, row by row */
  double *qr;           /* the same, decomposed */
  double *tau;
  double *residual;
  double *solution; /* k, of the scaled columns */
  double *step;
  double *spare; /* n */
};

static enum pst_status allocate(const struct pst_design *design, struct workspace *w,
                                struct pst_arena *keep, struct pst_error *error)
{
  const size_t n = design->n;
  const size_t k = design->k;

  w->n = n;
  w->k = k;
  w->mean = pst_arena_array(keep, k + 1, sizeof *w->mean);
  w->scale = pst_arena_array(keep, k + 1, sizeof *w->scale);
  w->matrix = pst_arena_array(keep, n, k * sizeof *w->matrix);
  w->qr = pst_arena_array(keep, n, k * sizeof *w->qr);
  w->tau = pst_arena_array(keep, k, sizeof *w->tau);
  w->residual = pst_arena_array(keep, n, sizeof *w->residual);
  w->solution = pst_arena_array(keep, k + 1, sizeof *w->solution);
  w->step = pst_arena_array(keep, k, sizeof *w->step);
  w->spare = pst_arena_array(keep, n, sizeof *w->spare);
  if (w->mean == NULL || w->scale == NULL || w->matrix == NULL || w->qr == NULL || w->tau == NULL
      || w->residual == NULL || w->solution == NULL || w->step == NULL || w->spare == NULL)
    return pst_fail_memory(error);
  return PST_OK;
}

static void fill(const struct pst_design *design, struct workspace *w)
{
  for (size_t j = 0; j < w->k; j++) {
    w->mean[j] = pst_mean_of(design->x[j], w->n);
    w->scale[j] = pst_scale_of(design->x[j], w->n, &w->mean[j]);
  }
  w->mean[w->k] = pst_mean_of(design->y, w->n);
  for (size_t i = 0; i < w->n; i++) {
    for (size_t j = 0; j < w->k; j++)
      w->matrix[i * w->k + j] = w->qr[i * w->k + j] =
          pst_from_mean(design->x[j][i], &w->mean[j]) * w->scale[j];
    w->residual[i] = pst_from_mean(design->y[i], &w->mean[w->k]);
  }
}

/* The diagonal of R against the largest: a column that adds nothing to those before it. */
static enum pst_status check_rank(const gsl_matrix *qr, struct pst_error *error)
{
  double most = 0;

  for (size_t j = 0; j < qr->size2; j++)
    most = fmax(most, fabs(gsl_matrix_get(qr, j, j)));
  for (size_t j = 0; j < qr->size2; j++)
    if (!(fabs(gsl_matrix_get(qr, j, j)) > most * 16 * DBL_EPSILON))
      return pst_fail(error, PST_UNDEFINED, "column %zu is a combination of the others", j + 1);
  return PST_OK;
}

/* Fits the residuals, adds to the solution, and takes the new residuals with exact products. */
static int correct(const gsl_matrix *qr, const gsl_vector *tau, const struct pst_design *design,
                   struct workspace *w)
{
  gsl_vector_view step = gsl_vector_view_array(w->step, w->k);
  gsl_vector_view right = gsl_vector_view_array(w->residual, w->n);
  gsl_vector_view spare = gsl_vector_view_array(w->spare, w->n);
  int failed = gsl_linalg_QR_lssolve(qr, tau, &right.vector, &step.vector, &spare.vector);

  for (size_t j = 0; j < w->k; j++)
    w->solution[j] += w->step[j];
  for (size_t i = 0; i < w->n; i++) {
    struct pst_sum e = {pst_from_mean(design->y[i], &w->mean[w->k]), 0};

    for (size_t j = 0; j < w->k; j++)
      pst_sum_product(&e, -w->solution[j], w->matrix[i * w->k + j]);
    w->residual[i] = pst_sum_value(&e);
  }
  return failed;
}

static void finish(const struct workspace *w, double *coefficients)
{
  struct pst_sum constant = w->mean[w->k];

  for (size_t j = 0; j < w->k; j++) {
    double b = w->solution[j] * w->scale[j];

    coefficients[j + 1] = b;
    pst_sum_product(&constant, -b, w->mean[j].high);
    constant.low -= b * w->mean[j].low;
  }
  coefficients[0] = pst_sum_value(&constant);
}

static enum pst_status solve(const struct pst_design *design, struct workspace *w,
                             struct pst_error *error)
{
  gsl_matrix_view qr = gsl_matrix_view_array(w->qr, w->n, w->k);
  gsl_vector_view tau = gsl_vector_view_array(w->tau, w->k);
  enum pst_status status;

  if (gsl_linalg_QR_decomp(&qr.matrix, &tau.vector) != 0)
    return pst_fail(error, PST_UNDEFINED, "the columns cannot be decomposed");
  status = check_rank(&qr.matrix, error);
  for (int i = 0; status == PST_OK && i < 2; i++)
    if (correct(&qr.matrix, &tau.vector, design, w) != 0)
      status = pst_fail(error, PST_UNDEFINED, "the columns cannot be solved");
  return status;
}

enum pst_status pst_least_squares(const struct pst_design *design, struct pst_fit *fit,
                                  struct pst_arena *keep, struct pst_error *error)
{
  double *coefficients = pst_arena_array(keep, design->k + 1, sizeof *coefficients);
  struct workspace w;
  enum pst_status status;

  if (design->k == 0 || design->n <= design->k)
    return pst_fail(error, PST_UNDEFINED, "fewer than %zu complete rows", design->k + 1);
  status = allocate(design, &w, keep, error);
  if (coefficients == NULL)
    return pst_fail_memory(error);
  if (status != PST_OK)
    return status;
  fill(design, &w);
  status = solve(design, &w, error);
  finish(&w, coefficients);
  *fit = (struct pst_fit){.coefficients = coefficients, .residuals = w.residual};
  return status;
}

double pst_durbin_watson(const double *residuals, size_t n)
{
  struct pst_sum steps = {0, 0};
  struct pst_sum squares = {0, 0};

  for (size_t i = 0; i < n; i++) {
    if (i > 0)
      pst_sum_product(&steps, residuals[i] - residuals[i - 1], residuals[i] - residuals[i - 1]);
    pst_sum_product(&squares, residuals[i], residuals[i]);
  }
  if (n < 2 || pst_sum_value(&squares) == 0)
    return (double)NAN;
  return pst_sum_value(&steps) / pst_sum_value(&squares);
}
