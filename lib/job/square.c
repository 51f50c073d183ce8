#include "job/square.h"

#include "job/emit.h"

double *pst_square_values(struct pst_job *job, const struct pst_pairs *pairs, size_t n)
{
  double *values = pst_arena_array(&job->arena, n * n, sizeof *values);
  size_t unit = 0;

  for (size_t j = 0; values != NULL && j < n; j++) {
    values[j * n + j] = 1;
    for (size_t i = 0; i < j; i++) {
      values[j * n + i] = pairs->units[unit++].estimates.items[0].estimate;
      values[i * n + j] = values[j * n + i];
    }
  }
  return values;
}

enum pst_status pst_square_emit(struct pst_job *job, const struct pst_pairs *pairs,
                                const size_t *columns, size_t n, struct pst_error *error)
{
  const double *values = pst_square_values(job, pairs, n);
  struct pst_grid grid = {.n_rows = 0};
  enum pst_status status =
      values == NULL
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
  if (status == PST_OK)
    status = pst_job_emit(job, &grid, error);
  pst_grid_free(&grid);
  return status;
}
