/* rca.c -- specialisation: how much more of a thing than the others have. */
#include "stats/specialisation/rca.h"

#include <math.h>

#include "stats/sum.h"
#include "stats/tails.h"

static enum pst_status check(const struct pst_rca_table *table, bool *empty,
                             struct pst_error *error)
{
  *empty = false;
  for (size_t i = 0; i < table->rows * table->columns; i++) {
    *empty = *empty || isnan(table->cell[i]);
    if (table->cell[i] < 0 || isinf(table->cell[i]))
      return pst_fail(error, PST_BAD_DATA,
                      "row %zu, column %zu of the table: %g; a part of a whole is 0 or more",
                      i / table->columns + 1, i % table->columns + 1, table->cell[i]);
  }
  return PST_OK;
}

/* The sum of COUNT cells from FIRST on, each STEP further; empty ones are passed over. */
static double sum_of(const double *first, size_t count, size_t step)
{
  struct pst_sum sum = {0, 0};

  for (size_t i = 0; i < count; i++)
    if (!isnan(first[i * step]))
      pst_sum_add(&sum, first[i * step]);
  return pst_sum_value(&sum);
}

enum pst_status pst_rca_margins(struct pst_rca_table *table, bool known, struct pst_arena *arena,
                                struct pst_error *error)
{
  const size_t rows = table->rows, columns = table->columns;
  bool empty;
  enum pst_status status = check(table, &empty, error);

  if (status != PST_OK)
    return status;
  table->row = pst_arena_array(arena, rows + 1, sizeof *table->row);
  table->column = pst_arena_array(arena, columns + 1, sizeof *table->column);
  if (table->row == NULL || table->column == NULL)
    return pst_fail_memory(error);
  empty = empty && !known;
  for (size_t i = 0; i < rows; i++)
    table->row[i] = empty ? (double)NAN : sum_of(table->cell + i * columns, columns, 1);
  for (size_t j = 0; j < columns; j++)
    table->column[j] = empty ? (double)NAN : sum_of(table->cell + j, rows, columns);
  table->grand = empty ? (double)NAN : sum_of(table->cell, rows * columns, 1);
  return PST_OK;
}

static void give_interval(const struct pst_rca_table *table, double n, double row, double column,
                          double level, struct pst_rca *out)
{
  double margin;

  out->variance = fmax(1 / n - 1 / row - 1 / column + (2 * out->r - 1) / table->grand, 0);
  margin = pst_normal_quantile((1 - level) / 2) * sqrt(out->variance);
  out->low = out->r * exp(-margin);
  out->high = out->r * exp(margin);
}

struct pst_rca pst_rca(const struct pst_rca_table *table, size_t row, size_t column, bool counts,
                       double level)
{
  const double x = table->cell[row * table->columns + column];
  const double of_row = table->row[row], of_column = table->column[column];
  struct pst_rca out = {(double)NAN, (double)NAN, (double)NAN, (double)NAN,
                        (double)NAN, (double)NAN, (double)NAN};

  if (isnan(x) || !(of_row > 0) || !(of_column > 0))
    return out;
  out.r = x / of_row / (of_column / table->grand);
  out.symmetric = (out.r - 1) / (out.r + 1);
  if (counts)
    out.expected = of_row / table->grand * of_column;
  if (x == 0)
    return out;
  out.log = log(out.r);
  if (counts)
    give_interval(table, x, of_row, of_column, level, &out);
  return out;
}
