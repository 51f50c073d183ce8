/* structure.c -- how the structure of one row of a table differs from that of others. */
#include "stats/specialisation/structure.h"

#include "stats/sort.h"
#include "stats/sum.h"

/* What the shares of ROW are held against: b_j of all rows, or of the others. */
static double reference(const struct pst_rca_table *table, size_t row, size_t column, bool rest)
{
  double cell = table->cell[row * table->columns + column];

  if (!rest)
    return table->column[column] / table->grand;
  return (table->column[column] - cell) / (table->grand - table->row[row]);
}

double pst_krugman(const struct pst_rca_table *table, size_t row, bool rest)
{
  struct pst_sum sum = {0, 0};

  if (!(table->row[row] > 0) || (rest && !(table->grand - table->row[row] > 0)))
    return (double)NAN;
  for (size_t j = 0; j < table->columns; j++) {
    double share = table->cell[row * table->columns + j] / table->row[row];

    pst_sum_add(&sum, fabs(share - reference(table, row, j, rest)));
  }
  return pst_sum_value(&sum);
}

double pst_dissimilarity(const struct pst_rca_table *table, size_t row, size_t other)
{
  const double *a = table->cell + row * table->columns;
  const double *b = table->cell + other * table->columns;
  struct pst_sum sum = {0, 0};

  if (!(table->row[row] > 0 && table->row[other] > 0))
    return (double)NAN;
  for (size_t j = 0; j < table->columns; j++)
    pst_sum_add(&sum, fabs(a[j] / table->row[row] - b[j] / table->row[other]));
  return pst_sum_value(&sum) / 2;
}

enum pst_status pst_gini_relative(const struct pst_rca_table *table, size_t row, double *gini,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_pair *quotients = pst_arena_array(scratch, table->columns + 1, 2 * sizeof *quotients);
  struct pst_sum below = {0, 0}, area = {0, 0};
  size_t n = 0;

  *gini = (double)NAN;
  if (quotients == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; table->row[row] > 0 && j < table->columns; j++) {
    double share = table->cell[row * table->columns + j] / table->row[row];
    double weight = table->column[j] / table->grand;

    if (weight > 0)
      quotients[n++] = (struct pst_pair){share / weight, weight};
  }
  pst_sort_pairs(quotients, quotients + n, n);
  /* Trapezoids under the Lorenz curve: twice the area is sum b_k (below + this). */
  for (size_t k = 0; k < n; k++) {
    double share = quotients[k].x * quotients[k].y;

    pst_sum_product(&area, quotients[k].y, 2 * pst_sum_value(&below) + share);
    pst_sum_add(&below, share);
  }
  if (n > 0)
    *gini = fmax(1 - pst_sum_value(&area), 0);
  pst_arena_release(scratch, mark);
  return PST_OK;
}
