/* regression.c -- least squares on any number of columns, in double-double. */
#include "stats/regression/regression.h"

#include <float.h>
#include <string.h>

#include "base/text.h"

/* --- the columns as they are solved ------------------------------------------------------------- */

static double largest(const double *x, size_t n)
{
  double most = 0;

  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(x[i]));
  return most;
}

/* The power of two that brings the largest of X between 1/2 and 1. */
static double scale_of(const double *x, size_t n)
{
  double most = largest(x, n);
  int exponent;

  if (most == 0)
    return 1;
  frexp(most, &exponent);
  return ldexp(1, exponent < -1000 ? 1000 : -exponent);
}

static struct pst_dd cell(const struct pst_regressor *column, size_t i, double scale)
{
  return (struct pst_dd){column->high[i] * scale, column->low == NULL ? 0 : column->low[i] * scale};
}

static void fill(const struct pst_regressor *column, double scale, const struct pst_dd *root,
                 size_t n, struct pst_dd *to)
{
  for (size_t i = 0; i < n; i++) {
    to[i] = cell(column, i, scale);
    if (root != NULL)
      to[i] = pst_dd_product(to[i], root[i]);
  }
}

/* A power of two whose square root is one. */
static double even_power(double power)
{
  int exponent;

  frexp(power, &exponent);
  return exponent % 2 == 0 ? power * 2 : power;
}

/* The largest weight is scaled near 1 too: only their proportions count. */
static enum pst_status roots_of(const struct pst_regression_design *design, double *root,
                                struct pst_dd **wide, double *scale, struct pst_arena *arena,
                                struct pst_error *error)
{
  for (size_t i = 0; i < design->n; i++)
    root[i] = 1;
  *wide = NULL;
  *scale = 1;
  if (design->weights == NULL)
    return PST_OK;
  *wide = pst_arena_array(arena, design->n, sizeof **wide);
  if (*wide == NULL)
    return pst_fail_memory(error);
  *scale = even_power(scale_of(design->weights, design->n));
  for (size_t i = 0; i < design->n; i++) {
    (*wide)[i] = pst_dd_root(pst_dd_of(design->weights[i] * *scale));
    root[i] = (*wide)[i].high;
  }
  return PST_OK;
}

/* --- memory and checks -------------------------------------------------------------------------- */

static enum pst_status allocate(const struct pst_regression_design *design,
                                struct pst_regression *fit, struct pst_arena *arena,
                                struct pst_error *error)
{
  const size_t n = design->n, p = design->p;

  fit->basis = (struct pst_basis){.n = n, .p = p};
  fit->basis.columns = pst_arena_array(arena, n, (p + 1) * sizeof *fit->basis.columns);
  fit->coefficients = pst_arena_array(arena, p + 1, sizeof *fit->coefficients);
  fit->why = pst_arena_array(arena, p + 1, sizeof *fit->why);
  fit->fitted = pst_arena_array(arena, n, sizeof *fit->fitted);
  fit->residuals = pst_arena_array(arena, n, sizeof *fit->residuals);
  fit->root = pst_arena_array(arena, n, sizeof *fit->root);
  fit->q = pst_arena_array(arena, n, (p + 1) * sizeof *fit->q);
  fit->parts = pst_arena_array(arena, p + 1, sizeof *fit->parts);
  fit->scale = pst_arena_array(arena, p + 1, sizeof *fit->scale);
  if (fit->basis.columns == NULL || fit->coefficients == NULL || fit->why == NULL
      || fit->fitted == NULL || fit->residuals == NULL || fit->root == NULL || fit->q == NULL
      || fit->parts == NULL || fit->scale == NULL)
    return pst_fail_memory(error);
  return PST_OK;
}

static enum pst_status check(const struct pst_regression_design *design, struct pst_error *error)
{
  if (design->p == 0)
    return pst_fail(error, PST_UNDEFINED, "there is nothing to fit");
  if (design->n <= design->p + design->absorbed)
    return pst_fail(error, PST_UNDEFINED,
                    "too few complete rows (%zu) for %zu coefficients and a test", design->n,
                    design->p + design->absorbed);
  for (size_t j = 0; j <= design->p; j++) {
    const double *x = j < design->p ? design->columns[j].high : design->y.high;

    for (size_t i = 0; i < design->n; i++)
      if (!(fabs(x[i]) <= DBL_MAX / 4))
        return pst_fail(error, PST_UNDEFINED, "the values are too large to compute with");
  }
  return PST_OK;
}

/* --- solving ------------------------------------------------------------------------------------ */

static void solve(struct pst_regression *fit, const struct pst_dd *parts, double y_scale,
                  double y_size)
{
  const struct pst_basis *b = &fit->basis;

  for (size_t j = 0; j < fit->p; j++)
    fit->coefficients[j] = (double)NAN;
  for (size_t i = 0; i < b->rank; i++) {
    struct pst_dd sum = {0, 0};

    for (size_t k = i; k < b->rank; k++)
      sum = pst_dd_sum(sum, pst_dd_product(b->inverse[i * b->p + k], parts[k]));
    fit->coefficients[b->kept[i]] = pst_dd_value(sum) * (fit->scale[b->kept[i]] / y_scale);
    /* Of the least squares of a constant y: rounding of 32 digits. */
    if (fabs(pst_dd_value(sum)) * b->size[b->kept[i]] < 0x1p-96 * y_size)
      fit->coefficients[b->kept[i]] = 0;
    fit->parts[i] = pst_dd_value(parts[i]);
  }
}

/* "a, b and c": the columns of the combination J. */
static const char *names_of(const struct pst_regression_design *design,
                            const struct pst_basis *basis, size_t j, struct pst_arena *arena)
{
  const bool *involved = basis->involved + j * basis->p;
  struct pst_buffer text = {.data = NULL};
  size_t left = 0;
  const char *names;

  for (size_t k = 0; k < j; k++)
    left += involved[k];
  for (size_t k = 0; k < j; k++)
    if (involved[k]) {
      pst_buffer_puts(&text, design->columns[k].name);
      left--;
      pst_buffer_puts(&text, left == 0 ? "" : left == 1 ? " and " : ", ");
    }
  names = pst_arena_string(arena, pst_buffer_string(&text));
  pst_buffer_free(&text);
  return names;
}

/* Every coefficient of a combination is undetermined: the choice of the column to drop would make it. */
static enum pst_status name_dependent(const struct pst_regression_design *design,
                                      struct pst_regression *fit, struct pst_arena *arena,
                                      struct pst_error *error)
{
  const struct pst_basis *b = &fit->basis;

  for (size_t j = 0; j < fit->p; j++) {
    const char *names, *why;

    if (!b->dependent[j])
      continue;
    names = names_of(design, b, j, arena);
    why = names == NULL || names[0] == '\0'
              ? pst_arena_format(arena,
                                 design->absorbed > 0 ? "'%s' does not vary within the groups"
                                                      : "'%s' is 0 in all rows",
                                 design->columns[j].name)
              : pst_arena_format(arena, "collinear, leave one out: '%s' is a combination of %s",
                                 design->columns[j].name, names);
    if (why == NULL)
      return pst_fail_memory(error);
    for (size_t k = 0; k <= j; k++)
      if (b->involved[j * b->p + k]) {
        fit->coefficients[k] = (double)NAN;
        fit->why[k] = why;
      }
  }
  return PST_OK;
}

/* Sums of squares in the units of y. */
static void sum_squares(struct pst_regression *fit, const struct pst_dd *left,
                        const struct pst_dd *parts, double scale)
{
  struct pst_dd model = {0, 0}, rss = pst_dd_dot(left, left, fit->n);
  struct pst_dd unscale = pst_dd_of(1 / scale);

  for (size_t i = fit->intercept ? 1 : 0; i < fit->basis.rank; i++)
    model = pst_dd_sum(model, pst_dd_product(parts[i], parts[i]));
  unscale = pst_dd_product(unscale, unscale);
  fit->mss = pst_dd_value(pst_dd_product(model, unscale));
  fit->rss = pst_dd_value(pst_dd_product(rss, unscale));
  fit->tss = pst_dd_value(pst_dd_product(pst_dd_sum(model, rss), unscale));
  if (fit->perfect) {
    fit->rss = 0;
    fit->mss = fit->tss;
  }
  fit->sigma2 = fit->rss / (double)fit->df;
}

/* Cells stored to half a unit in the last place cannot show residuals smaller than this. */
static bool is_perfect(const struct pst_regression *fit, const struct pst_dd *left, double y_size,
                       double y_scale)
{
  const struct pst_basis *b = &fit->basis;
  double rss = pst_dd_dot(left, left, fit->n).high, size = y_size;

  for (size_t i = 0; i < b->rank; i++) {
    size_t j = b->kept[i];
    double weight = fit->coefficients[j] * (y_scale / fit->scale[j]);

    size += isnan(weight) ? 0 : fabs(weight) * b->size[j];
  }
  return sqrt(rss) <= 4 * DBL_EPSILON * size;
}

static void finish_rows(const struct pst_regression_design *design, struct pst_regression *fit,
                        const struct pst_dd *left, const struct pst_dd *root, double y_scale)
{
  const struct pst_basis *b = &fit->basis;

  for (size_t i = 0; i < fit->n; i++) {
    struct pst_dd e = root == NULL ? left[i] : pst_dd_quotient(left[i], root[i]);
    struct pst_dd y = cell(&design->y, i, y_scale);

    fit->fitted[i] = pst_dd_value(pst_dd_less(y, e)) / y_scale;
    /* Below 2^-96 of the largest y, a residual is the rounding of this computation. */
    fit->residuals[i] = fit->perfect || fabs(e.high) < 0x1p-96 ? 0 : pst_dd_value(e) / y_scale;
    for (size_t k = 0; k < b->rank; k++)
      fit->q[i * b->rank + k] = pst_dd_value(b->columns[k * fit->n + i]);
  }
}

/* Weights were scaled by SCALE for the sums: take that off, and put it into the roots. */
static void unscale_weights(struct pst_regression *fit, double scale)
{
  fit->rss /= scale;
  fit->mss /= scale;
  fit->tss /= scale;
  fit->sigma2 /= scale;
  for (size_t i = 0; i < fit->n; i++)
    fit->root[i] /= sqrt(scale);
}

static enum pst_status fit_rows(const struct pst_regression_design *design,
                                struct pst_regression *fit, struct pst_arena *arena,
                                struct pst_error *error)
{
  struct pst_dd *root, *left = pst_arena_array(arena, fit->n, sizeof *left);
  struct pst_dd *parts = pst_arena_array(arena, fit->p + 1, sizeof *parts);
  double weight_scale, y_scale = scale_of(design->y.high, fit->n), y_size;
  enum pst_status status = roots_of(design, fit->root, &root, &weight_scale, arena, error);

  if (left == NULL || parts == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; j < fit->p && status == PST_OK; j++) {
    fit->scale[j] = scale_of(design->columns[j].high, fit->n);
    fill(&design->columns[j], fit->scale[j], root, fit->n, fit->basis.columns + j * fit->n);
  }
  if (status == PST_OK)
    status = pst_basis_make(&fit->basis, arena, error);
  if (status != PST_OK)
    return status;
  fill(&design->y, y_scale, root, fit->n, left);
  y_size =
      sqrt(pst_dd_dot(left, left, fit->n).high) + design->y_most * y_scale * sqrt((double)fit->n);
  pst_basis_project(&fit->basis, left, parts);
  fit->df = fit->n - fit->basis.rank - design->absorbed;
  solve(fit, parts, y_scale, y_size);
  fit->perfect = is_perfect(fit, left, y_size, y_scale);
  sum_squares(fit, left, parts, y_scale);
  finish_rows(design, fit, left, root, y_scale);
  for (size_t i = 0; i < fit->basis.rank; i++)
    fit->parts[i] /= y_scale * sqrt(weight_scale);
  fit->weight_root = sqrt(weight_scale);
  unscale_weights(fit, weight_scale);
  return name_dependent(design, fit, arena, error);
}

enum pst_status pst_regression_fit(const struct pst_regression_design *design,
                                   struct pst_regression *fit, struct pst_arena *arena,
                                   struct pst_error *error)
{
  enum pst_status status = check(design, error);

  memset(fit, 0, sizeof *fit);
  fit->n = design->n;
  fit->p = design->p;
  fit->intercept = design->intercept;
  if (status == PST_OK)
    status = allocate(design, fit, arena, error);
  return status == PST_OK ? fit_rows(design, fit, arena, error) : status;
}

const char *pst_regression_no_error(const struct pst_regression *fit, double std_error)
{
  double most = 0;

  for (size_t i = 0; i < fit->n; i++)
    most = fmax(most, fabs(fit->residuals[i]));
  if (!(most * most <= DBL_MAX) || most * most < DBL_MIN)
    return "squares of the residuals are beyond the range of doubles: give y in another unit";
  if (isnan(std_error) && fit->sigma2 > 0)
    return "errors of this kind leave it no variance: no standard error, no test";
  return "most rows are fitted exactly: no standard error, no test";
}

void pst_regression_direction(const struct pst_regression *fit, const double *x, double *z)
{
  const struct pst_basis *b = &fit->basis;

  for (size_t k = 0; k < b->rank; k++) {
    struct pst_dd sum = {0, 0};

    for (size_t i = 0; i <= k; i++)
      sum = pst_dd_sum(sum, pst_dd_product(b->inverse[i * b->p + k],
                                           pst_dd_of(x[b->kept[i]] * fit->scale[b->kept[i]])));
    z[k] = pst_dd_value(sum) * fit->weight_root;
  }
}
