/* checks.c -- what a fitted regression says of itself: residuals, influence, collinearity. */
#include "stats/regression/checks.h"

#include "stats/sum.h"

double pst_regression_vif(const struct pst_regression *fit, size_t j)
{
  const struct pst_basis *b = &fit->basis;
  struct pst_dd about = {0, 0}, inverse = {0, 0};
  size_t place = b->rank;

  for (size_t i = 0; i < b->rank; i++)
    if (b->kept[i] == j)
      place = i;
  if (!fit->intercept || place == 0 || place == b->rank || fit->why[j] != NULL)
    return (double)NAN;
  for (size_t i = 1; i <= place; i++)
    about = pst_dd_sum(about, pst_dd_product(b->r[i * b->p + j], b->r[i * b->p + j]));
  for (size_t k = place; k < b->rank; k++)
    inverse = pst_dd_sum(
        inverse, pst_dd_product(b->inverse[place * b->p + k], b->inverse[place * b->p + k]));
  return pst_dd_value(pst_dd_product(about, inverse));
}

double pst_durbin_watson(const double *residuals, size_t n)
{
  struct pst_sum steps = {0, 0}, squares = {0, 0};

  for (size_t i = 0; i < n; i++) {
    if (i > 0)
      pst_sum_product(&steps, residuals[i] - residuals[i - 1], residuals[i] - residuals[i - 1]);
    pst_sum_product(&squares, residuals[i], residuals[i]);
  }
  if (n < 2 || pst_sum_value(&squares) == 0)
    return (double)NAN;
  return pst_sum_value(&steps) / pst_sum_value(&squares);
}

double pst_residual_lag1(const double *residuals, size_t n)
{
  struct pst_sum products = {0, 0}, squares = {0, 0};

  for (size_t i = 0; i < n; i++) {
    if (i > 0)
      pst_sum_product(&products, residuals[i], residuals[i - 1]);
    pst_sum_product(&squares, residuals[i], residuals[i]);
  }
  if (n < 2 || pst_sum_value(&squares) == 0)
    return (double)NAN;
  return pst_sum_value(&products) / pst_sum_value(&squares);
}

double pst_breusch_pagan(const struct pst_regression *fit, struct pst_arena *scratch, size_t *df)
{
  const size_t n = fit->n, rank = fit->basis.rank;
  double *squares = pst_arena_array(scratch, n + 1, sizeof *squares), mean, model = 0;
  struct pst_sum total = {0, 0};

  *df = rank - 1;
  if (squares == NULL || !fit->intercept || fit->perfect || rank < 2 || fit->sigma2 == 0)
    return (double)NAN;
  for (size_t i = 0; i < n; i++)
    squares[i] = fit->residuals[i] * (fit->residuals[i] / fit->sigma2);
  mean = pst_sum_value(&(struct pst_sum){pst_sum_of(squares, n).high, 0}) / (double)n;
  for (size_t i = 0; i < n; i++)
    pst_sum_product(&total, squares[i] - mean, squares[i] - mean);
  for (size_t k = 1; k < rank; k++) {
    struct pst_sum part = {0, 0};

    for (size_t i = 0; i < n; i++)
      pst_sum_product(&part, fit->q[i * rank + k], squares[i] - mean);
    model += pst_sum_value(&part) * pst_sum_value(&part);
  }
  return (double)n * model / pst_sum_value(&total);
}

struct pst_influence pst_influence_of(const struct pst_regression *fit, size_t i, double extra)
{
  const double full = 1 - 0x1p-40, missing = (double)NAN, p = (double)(fit->n - fit->df);
  double h = pst_regression_leverage(fit, i) + extra;
  double e = fit->residuals[i] * fit->root[i], spread = sqrt(fit->sigma2 * (1 - h)), rest;
  struct pst_influence out = {h, missing, missing, missing};

  if (h > full || fit->perfect || !(fit->sigma2 > 0))
    return out;
  out.standardized = e / spread;
  out.cook = out.standardized * out.standardized * h / ((1 - h) * p);
  rest = ((double)fit->df - out.standardized * out.standardized) / ((double)fit->df - 1);
  if (fit->df > 1 && rest > 0)
    out.studentized = out.standardized / sqrt(rest);
  return out;
}
