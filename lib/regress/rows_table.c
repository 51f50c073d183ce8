/* rows_table.c -- a row a row of the data: value, fitted value, residual, leverage, Cook's distance. */
#include <math.h>
#include <stdint.h>

#include "job/emit.h"
#include "regress/table.h"
#include "stats/regression/checks.h"

enum {
  LINE,
  TIME,
  VALUE,
  FITTED,
  RESIDUAL,
  LEVERAGE,
  STANDARDIZED,
  STUDENTIZED,
  COOK,
  WEIGHT,
  NOTE,
  COLUMNS
};

/* Why a row has no standardized residual, or why it deserves a look. */
static const char *note_of(const struct pst_regress_unit *unit, const struct pst_influence *about)
{
  if (unit->fit.perfect)
    return "perfect fit";
  if (isnan(about->standardized))
    return "leverage 1: the row alone determines a coefficient";
  if (about->cook > 1)
    return "Cook's distance above 1: the fit depends on this row";
  return NULL;
}

/* Which of COLUMNS a table has: --time and --robust bring one each.  PLACES: where each stands. */
static size_t choose_columns(const struct pst_regress_settings *s,
                             const struct pst_grid_column all[COLUMNS],
                             struct pst_grid_column chosen[COLUMNS], size_t places[COLUMNS])
{
  size_t n = 0;

  for (size_t c = 0; c < COLUMNS; c++) {
    if ((c == TIME && s->time == SIZE_MAX) || (c == WEIGHT && s->robust == PST_ROBUST_NONE))
      continue;
    places[c] = n;
    chosen[n++] = all[c];
  }
  return n;
}

static enum pst_status add_row(struct pst_job *job, const struct pst_regress_result *result,
                               const struct pst_regress_unit *unit, size_t i, struct pst_grid *grid,
                               const size_t *places, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  size_t row = unit->sample.rows[i], at = grid->n_rows;
  double extra = unit->design.absorbed_leverage == NULL ? 0 : unit->design.absorbed_leverage[i];
  struct pst_influence about = pst_influence_of(&unit->fit, i, extra);
  double y = pst_column_number(pst_job_column(job, s->y.roles[unit->variable]), row);
  const double values[] = {y,
                           y - unit->fit.residuals[i],
                           unit->fit.residuals[i],
                           about.leverage,
                           about.standardized,
                           about.studentized,
                           about.cook,
                           unit->weights == NULL ? (double)NAN : unit->weights[i]};
  char text[PST_CELL_SIZE];
  enum pst_status status = pst_regress_table_row(job, result, unit, grid, error);

  if (status != PST_OK)
    return status;
  pst_grid_set_number(grid, at, places[LINE], (double)pst_table_line(&job->table, row));
  if (s->time != SIZE_MAX)
    status = pst_grid_copy_text(grid, at, places[TIME],
                                pst_column_text(pst_job_column(job, s->time), row, text), error);
  for (size_t c = 0; c < sizeof values / sizeof *values; c++)
    if (VALUE + c != WEIGHT || s->robust != PST_ROBUST_NONE)
      pst_grid_set_number(grid, at, places[VALUE + c], values[c]);
  if (unit->weights == NULL || unit->fit.perfect)
    pst_grid_set_text(grid, at, places[NOTE], note_of(unit, &about));
  return status;
}

enum pst_status pst_regress_rows_table(struct pst_job *job, const struct pst_regress_result *result,
                                       struct pst_error *error)
{
  const struct pst_grid_column columns[COLUMNS] = {
      [LINE] = {.name = "line", .kind = PST_CELL_INTEGER},
      [TIME] = {.name = "time", .kind = PST_CELL_TEXT, .role = PST_ROLE_LABEL},
      [VALUE] = {.name = "value", .kind = PST_CELL_NUMBER},
      [FITTED] = {.name = "fitted", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
      [RESIDUAL] = {.name = "residual", .kind = PST_CELL_NUMBER},
      [LEVERAGE] = {.name = "leverage", .kind = PST_CELL_NUMBER},
      [STANDARDIZED] = {.name = "standardized", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
      [STUDENTIZED] = {.name = "studentized", .kind = PST_CELL_NUMBER},
      [COOK] = {.name = "cook", .kind = PST_CELL_NUMBER},
      [WEIGHT] = {.name = "robust_weight", .kind = PST_CELL_NUMBER},
      [NOTE] = {.name = "note", .kind = PST_CELL_TEXT, .role = PST_ROLE_NOTE},
  };
  struct pst_grid_column chosen[COLUMNS];
  struct pst_grid grid = {.columns = NULL};
  size_t first, places[COLUMNS], n = choose_columns(job->settings, columns, chosen, places);
  enum pst_status status = pst_regress_table_begin(job, result, chosen, n, &grid, &first, error);

  for (size_t c = 0; c < COLUMNS; c++)
    places[c] += first;
  for (size_t u = 0; u < result->n; u++) {
    const struct pst_regress_unit *unit = &result->units[u];

    if (unit->why_not != NULL) {
      pst_job_say(job, "%s: no fit: %s", pst_job_group_label(job, result->groups, unit->group),
                  unit->why_not);
      continue;
    }
    for (size_t i = 0; i < unit->sample.n && status == PST_OK; i++)
      status = add_row(job, result, unit, i, &grid, places, error);
  }
  if (status == PST_OK)
    status = pst_regress_nothing(job, result, error);
  if (status == PST_OK)
    status = pst_job_emit(job, &grid, error);
  pst_grid_free(&grid);
  return status;
}
