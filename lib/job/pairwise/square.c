/* square.c -- the estimates of all pairs of columns as a square table. */
#include "job/pairwise/square.h"

#include <math.h>

#include "job/emit.h"

double pst_square_with_itself(const struct pst_column *column, size_t n_rows)
{
  size_t first = 0;

  while (first < n_rows && !pst_column_known(column, first))
    first++;
  for (size_t r = first; r < n_rows; r++)
    if (pst_column_known(column, r)
        && pst_column_number(column, r) != pst_column_number(column, first))
      return 1;
  return (double)NAN;
}

double *pst_square_values(struct pst_job *job, const struct pst_pairs *pairs, const size_t *columns,
                          size_t n)
{
  double *values = pst_arena_array(&job->arena, n * n, sizeof *values);
  size_t unit = 0;

  for (size_t j = 0; values != NULL && j < n; j++) {
    values[j * n + j] = pst_square_with_itself(&job->table.columns[columns[j]], job->table.n_rows);
    for (size_t i = 0; i < j; i++) {
      values[j * n + i] =
          pairs->n_units == 0 ? (double)NAN : pairs->units[unit++].estimates.items[0].estimate;
      values[i * n + j] = values[j * n + i];
    }
  }
  return values;
}

void pst_square_say_constants(struct pst_job *job, const size_t *columns, const double *itself,
                              size_t n)
{
  for (size_t j = 0; j < n && job->table.n_rows > 0; j++)
    if (isnan(itself[j]))
      pst_job_say(job, "'%s' does not vary: its correlations are empty",
                  job->table.columns[columns[j]].name);
}

enum pst_status pst_square_emit(struct pst_job *job, const struct pst_pairs *pairs,
                                const size_t *columns, size_t n, struct pst_error *error)
{
  const double *values = pst_square_values(job, pairs, columns, n);
  double *itself = pst_arena_array(&job->arena, n, sizeof *itself);
  struct pst_grid grid = {.n_rows = 0};
  enum pst_status status =
      values == NULL || itself == NULL
          ? pst_fail_memory(error)
          : pst_grid_add_column(&grid, &(struct pst_grid_column){.name = "variable"}, error);

  for (size_t c = 0; c < n && status == PST_OK; c++)
    status =
        pst_grid_add_column(&grid,
                            &(struct pst_grid_column){.name = job->table.columns[columns[c]].name,
                                                      .kind = PST_CELL_NUMBER},
                            error);
  for (size_t r = 0; r < n && status == PST_OK; r++) {
    status = pst_grid_add_row(&grid, error);
    if (status != PST_OK)
      break;
    pst_grid_set_text(&grid, r, 0, job->table.columns[columns[r]].name);
    for (size_t c = 0; c < n; c++)
      pst_grid_set_number(&grid, r, c + 1, values[r * n + c]);
  }
  if (status == PST_OK) {
    for (size_t c = 0; c < n; c++)
      itself[c] = values[c * n + c];
    pst_square_say_constants(job, columns, itself, n);
    status = pst_job_emit(job, &grid, error);
  }
  pst_grid_free(&grid);
  return status;
}
