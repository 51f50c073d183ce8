/* specialisation.c -- tables ("cell" by row, "rows"), trade, and links. */
#include <math.h>

#include "request.h"
#include "stats/concentration/index.h"
#include "stats/specialisation/affinity.h"
#include "stats/specialisation/grubel_lloyd.h"
#include "stats/specialisation/quasi.h"
#include "stats/specialisation/rca.h"
#include "stats/specialisation/structure.h"

static const double level = 0.95;

static enum pst_status load(struct request *request, struct pst_rca_table *table,
                            struct pst_error *error)
{
  table->rows = (size_t)request_whole(request, "rows");
  table->columns = request_count(request, "cell") / table->rows;
  table->cell = request_numbers(request, "cell");
  return pst_rca_margins(table, request_flag(request, "known"), request->arena, error);
}

static enum pst_status rca(struct request *request, struct pst_error *error)
{
  static const char *const names[] = {"rca", "rsca", "logrca", "logrca_var", "rca_lo", "rca_hi"};
  struct pst_rca_table table;
  enum pst_status status = load(request, &table, error);
  const size_t cells = status == PST_OK ? table.rows * table.columns : 0;
  double *values = request_room(request, 6 * cells);

  for (size_t i = 0; i < cells; i++) {
    struct pst_rca of = pst_rca(&table, i / table.columns, i % table.columns,
                                request_flag(request, "counts"), level);
    const double forms[] = {of.r, of.symmetric, of.log, of.variance, of.low, of.high};

    for (size_t f = 0; f < 6; f++)
      values[f * cells + i] = forms[f];
  }
  for (size_t f = 0; f < 6; f++)
    answer_numbers(request, names[f], values + f * cells, cells);
  return status;
}

static enum pst_status one_row(struct request *request, const struct pst_rca_table *table,
                               size_t row, double *values, struct pst_error *error)
{
  struct pst_amounts parts;
  enum pst_status status =
      pst_gini_relative(table, row, &values[2 * table->rows + row], request->arena, error);

  values[row] = pst_krugman(table, row, false);
  values[table->rows + row] = pst_krugman(table, row, true);
  if (status == PST_OK)
    status = pst_amounts_prepare(table->cell + row * table->columns, table->columns, &parts,
                                 request->arena, error);
  if (status == PST_OK)
    values[3 * table->rows + row] = pst_gini(&parts, 0);
  return status;
}

static enum pst_status structure(struct request *request, struct pst_error *error)
{
  static const char *const names[] = {"krugman", "krugman_rest", "gini_rel", "gini"};
  struct pst_rca_table table;
  enum pst_status status = load(request, &table, error);
  const size_t rows = status == PST_OK ? table.rows : 0;
  double *values = request_room(request, 4 * rows), *apart = request_room(request, rows * rows);

  for (size_t i = 0; status == PST_OK && i < rows; i++) {
    status = one_row(request, &table, i, values, error);
    for (size_t j = 0; j < rows; j++)
      apart[i * rows + j] = pst_dissimilarity(&table, i, j);
  }
  for (size_t f = 0; f < 4; f++)
    answer_numbers(request, names[f], values + f * rows, rows);
  answer_numbers(request, "dissimilarity", apart, rows * rows);
  return status;
}

static enum pst_status trade(struct request *request, struct pst_error *error)
{
  const size_t n = request_count(request, "exports");
  const double *x = request_numbers(request, "exports"), *m = request_numbers(request, "imports");
  double *values = request_room(request, n);

  (void)error;
  for (size_t i = 0; i < n; i++)
    values[i] = pst_grubel_lloyd(x[i], m[i]);
  answer_numbers(request, "gl", values, n);
  answer_number(request, "gl_aggregate", pst_grubel_lloyd_aggregate(x, m, n));
  return PST_OK;
}

typedef struct pst_affinity affinity_kernel(const struct pst_affinity_table *, size_t, size_t,
                                            double);

static void answer_affinity(struct request *request, const struct pst_affinity_table *table,
                            affinity_kernel *kernel, const char *const *names)
{
  const size_t cells = table->n * table->n;
  double *values = request_room(request, 4 * cells);

  for (size_t i = 0; i < cells; i++) {
    struct pst_affinity of = kernel(table, i / table->n, i % table->n, level);

    values[i] = of.value;
    values[cells + i] = of.variance;
    values[2 * cells + i] = of.low;
    values[3 * cells + i] = of.high;
  }
  for (size_t f = 0; f < 4; f++)
    answer_numbers(request, names[f], values + f * cells, cells);
}

static void answer_quasi(struct request *request, const struct pst_affinity_table *table)
{
  const size_t n = table->n;
  double *factor = request_room(request, n), *values = request_room(request, n * n);
  enum pst_status status = pst_quasi_independence(table, factor, NULL);

  for (size_t i = 0; i < n * n; i++) {
    double expected = factor[i / n] * factor[i % n];

    values[i] = status == PST_OK && expected > 0 ? table->links[i] / expected : (double)NAN;
  }
  answer_numbers(request, "pai_quasi", values, n * n);
}

/* "links": n times n, papers on the diagonal. */
static enum pst_status affinity(struct request *request, struct pst_error *error)
{
  static const char *const pai[] = {"pai", "pai_logvar", "pai_lo", "pai_hi"};
  static const char *const salton[] = {"salton", "salton_logvar", "salton_lo", "salton_hi"};
  static const char *const jaccard[] = {"jaccard", "jaccard_logvar", "jaccard_lo", "jaccard_hi"};
  struct pst_affinity_table table = {.n = (size_t)request_whole(request, "n"),
                                     .links = request_numbers(request, "links")};
  enum pst_status status = pst_affinity_margins(&table, request->arena, error);

  if (status != PST_OK)
    return status;
  answer_affinity(request, &table, pst_affinity_pai, pai);
  answer_affinity(request, &table, pst_affinity_salton, salton);
  answer_affinity(request, &table, pst_affinity_jaccard, jaccard);
  answer_quasi(request, &table);
  return PST_OK;
}

const struct request_entry request_specialisation[] = {
    {"rca", rca}, {"structure", structure}, {"trade", trade}, {"affinity", affinity}, {NULL, NULL},
};
