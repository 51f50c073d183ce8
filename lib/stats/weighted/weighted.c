/* weighted.c -- a sample with weights, and the questions that every method on it asks. */
#include "stats/weighted/weighted.h"

#include <math.h>

#include "stats/sum.h"

static enum pst_status check(const struct pst_weighted *sample, struct pst_error *error)
{
  for (size_t i = 0; i < sample->n; i++) {
    if (!isfinite(sample->w[i]) || sample->w[i] < 0)
      return pst_fail(error, PST_BAD_DATA, "a weight is negative or not finite");
    if (sample->w[i] > 0
        && (!isfinite(sample->x[i]) || (sample->y != NULL && !isfinite(sample->y[i]))))
      return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  }
  return PST_OK;
}

static void copy(const struct pst_weighted *sample, struct pst_weighted_rows *rows)
{
  struct pst_sum sum = {0, 0};
  struct pst_sum squares = {0, 0};

  rows->whole = true;
  for (size_t i = 0; i < sample->n; i++) {
    double w = sample->w[i];

    if (w == 0)
      continue;
    rows->x[rows->n] = sample->x[i];
    if (rows->y != NULL)
      rows->y[rows->n] = sample->y[i];
    rows->w[rows->n++] = w;
    rows->whole = rows->whole && w == floor(w);
    pst_sum_add(&sum, w);
    pst_sum_product(&squares, w, w);
  }
  rows->sum = pst_sum_value(&sum);
  rows->squares = pst_sum_value(&squares);
}

enum pst_status pst_weighted_keep(const struct pst_weighted *sample, struct pst_weighted_rows *kept,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_weighted_rows rows = {.n = 0};
  enum pst_status status = check(sample, error);

  if (status != PST_OK)
    return status;
  rows.x = pst_arena_array(scratch, sample->n + 1, sizeof *rows.x);
  rows.w = pst_arena_array(scratch, sample->n + 1, sizeof *rows.w);
  if (sample->y != NULL)
    rows.y = pst_arena_array(scratch, sample->n + 1, sizeof *rows.y);
  if (rows.x == NULL || rows.w == NULL || (sample->y != NULL && rows.y == NULL))
    return pst_fail_memory(error);
  copy(sample, &rows);
  if (rows.n == 0)
    return pst_fail(error, PST_UNDEFINED, "no row with a weight");
  *kept = rows;
  return PST_OK;
}

double pst_weighted_n_eff(const struct pst_weighted_rows *rows)
{
  return rows->sum * (rows->sum / rows->squares);
}

double pst_weighted_average(const struct pst_weighted_rows *rows, const double *x)
{
  struct pst_sum sum = {0, 0};

  for (size_t i = 0; i < rows->n; i++)
    pst_sum_product(&sum, rows->w[i], x[i] - x[0]);
  return x[0] + pst_sum_value(&sum) / rows->sum;
}

double pst_weighted_error(const struct pst_weighted_rows *rows, double mean)
{
  const double n = (double)rows->n;
  struct pst_sum squares = {0, 0};

  if (rows->n < 2)
    return (double)NAN;
  for (size_t i = 0; i < rows->n; i++) {
    double part = rows->w[i] * (rows->x[i] - mean);

    pst_sum_product(&squares, part, part);
  }
  return sqrt(n / (n - 1) * pst_sum_value(&squares)) / rows->sum;
}
