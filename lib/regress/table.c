/* table.c -- what the tables of rows and of predictions share: columns of groups, then others. */
#include "regress/table.h"

enum pst_status pst_regress_table_begin(struct pst_job *job,
                                        const struct pst_regress_result *result,
                                        const struct pst_grid_column *columns, size_t n,
                                        struct pst_grid *grid, size_t *first,
                                        struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  enum pst_status status = PST_OK;

  grid->conf_level = job->options.conf_level;
  for (size_t k = 0; k < result->groups->n_keys && status == PST_OK; k++)
    status = pst_grid_add_column(grid,
                                 &(struct pst_grid_column){.name = result->names[k],
                                                           .kind = PST_CELL_TEXT,
                                                           .role = PST_ROLE_LABEL},
                                 error);
  if (status == PST_OK && s->y.count > 1)
    status =
        pst_grid_add_column(grid,
                            &(struct pst_grid_column){
                                .name = "variable", .kind = PST_CELL_TEXT, .role = PST_ROLE_LABEL},
                            error);
  *first = grid->n_columns;
  for (size_t c = 0; c < n && status == PST_OK; c++)
    status = pst_grid_add_column(grid, &columns[c], error);
  return status;
}

enum pst_status pst_regress_table_row(struct pst_job *job, const struct pst_regress_result *result,
                                      const struct pst_regress_unit *unit, struct pst_grid *grid,
                                      struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  enum pst_status status = pst_grid_add_row(grid, error);
  size_t row = grid->n_rows - 1, keys = result->groups->n_keys;

  if (status != PST_OK)
    return status;
  for (size_t k = 0; k < keys; k++)
    pst_grid_set_text(grid, row, k, result->groups->keys[unit->group * keys + k]);
  if (s->y.count > 1)
    pst_grid_set_text(grid, row, keys, pst_job_column(job, s->y.roles[unit->variable])->name);
  return PST_OK;
}
