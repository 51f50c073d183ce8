/* predict.c -- predictions for the rows of another file, with the intervals of mean and new value. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "job/emit.h"
#include "regress/predict_file.h"
#include "regress/table.h"
#include "stats/tails.h"

enum { LINE, ESTIMATE, STD_ERROR, CONF_LOW, CONF_HIGH, PREDICT_LOW, PREDICT_HIGH, NOTE, FIXED };

/* Of each unit: the least and largest of each -x in its rows. */
struct reach {
  double *low, *high;
};

struct work {
  struct pst_job *job, *other;
  const struct pst_regress_result *result;
  struct pst_grid *grid;
  size_t first; /* the columns of the model; then FIXED */
};

static size_t n_named(const struct pst_regress_settings *s)
{
  return s->x.count + s->factors.count;
}

static size_t role_of(const struct pst_regress_settings *s, size_t i)
{
  return i < s->x.count ? s->x.roles[i] : s->factors.roles[i - s->x.count];
}

static enum pst_status find_reach(struct pst_job *job, const struct pst_regress_unit *unit,
                                  struct reach *reach, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;

  reach->low = pst_arena_array(&job->arena, s->x.count + 1, sizeof *reach->low);
  reach->high = pst_arena_array(&job->arena, s->x.count + 1, sizeof *reach->high);
  if (reach->low == NULL || reach->high == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < s->x.count; k++)
    for (size_t i = 0; i < unit->sample.n; i++) {
      double x = pst_column_number(pst_job_column(job, s->x.roles[k]), unit->sample.rows[i]);

      reach->low[k] = i == 0 ? x : fmin(reach->low[k], x);
      reach->high[k] = i == 0 ? x : fmax(reach->high[k], x);
    }
  return PST_OK;
}

static bool same_group(const struct work *work, const struct pst_regress_unit *unit, size_t row)
{
  const struct pst_regress_settings *s = work->job->settings;
  size_t keys = work->result->groups->n_keys;

  for (size_t k = 0; k < keys; k++) {
    const struct pst_column *column = pst_job_column(work->other, s->by.roles[k]);

    if (pst_column_missing(column, row)
        || strcmp(pst_column_string(column, row),
                  work->result->groups->keys[unit->group * keys + k])
               != 0)
      return false;
  }
  return true;
}

/* A level that the fit has not seen has no coefficient. */
static bool is_known_level(const struct work *work, const struct pst_regress_unit *unit,
                           size_t role, size_t row)
{
  const char *level = pst_column_string(pst_job_column(work->other, role), row);
  const struct pst_column *column = pst_job_column(work->job, role);

  for (size_t i = 0; i < unit->sample.n; i++)
    if (strcmp(pst_column_string(column, unit->sample.rows[i]), level) == 0)
      return true;
  return false;
}

/* Why there is no prediction for ROW; NULL when there is one. */
static const char *why_not(const struct work *work, const struct pst_regress_unit *unit, size_t row)
{
  const struct pst_regress_settings *s = work->job->settings;
  struct pst_arena *arena = &work->job->arena;

  for (size_t i = 0; i < n_named(s); i++) {
    const struct pst_column *column = pst_job_column(work->other, role_of(s, i));
    bool text = i >= s->x.count;

    if (text ? pst_column_missing(column, row) : !pst_column_known(column, row))
      return pst_arena_format(arena, "'%s' is missing", column->name);
    if (text && !is_known_level(work, unit, role_of(s, i), row))
      return pst_arena_format(arena, "the fit has no row with %s = '%s'", column->name,
                              pst_column_string(column, row));
  }
  for (size_t j = 0; j < unit->fit.p; j++)
    if (unit->fit.why[j] != NULL)
      return unit->fit.why[j];
  return NULL;
}

/* "beyond the data: gdp is from 1 to 9" */
static enum pst_status note_reach(const struct work *work, const struct reach *reach, size_t row,
                                  size_t at, struct pst_error *error)
{
  const struct pst_regress_settings *s = work->job->settings;
  struct pst_buffer note = {.data = NULL};
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < s->x.count; k++) {
    const struct pst_column *column = pst_job_column(work->other, s->x.roles[k]);
    double x = pst_column_number(column, row);

    if (x < reach->low[k] || x > reach->high[k])
      pst_buffer_printf(&note, "%s%s is from %g to %g there",
                        note.size == 0 ? "beyond the data: " : ", ", column->name, reach->low[k],
                        reach->high[k]);
  }
  if (note.size > 0)
    status = pst_grid_copy_text(work->grid, at, work->first + n_named(s) + NOTE,
                                pst_buffer_string(&note), error);
  pst_buffer_free(&note);
  return status;
}

static enum pst_status predict(const struct work *work, const struct pst_regress_unit *unit,
                               size_t row, size_t at, struct pst_error *error)
{
  const struct pst_test test = pst_job_test(work->job);
  const struct pst_regress_settings *s = work->job->settings;
  size_t first = work->first + n_named(s);
  double *x = pst_arena_array(&work->job->arena, unit->fit.p + 1, sizeof *x);
  double *z = pst_arena_array(&work->job->arena, unit->fit.p + 1, sizeof *z);
  struct pst_dd sum = {0, 0};
  double variance, quantile;

  if (x == NULL || z == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; j < unit->fit.p; j++) {
    struct pst_dd cell = pst_regress_model_cell(work->other, &unit->model.terms[j], row);

    x[j] = cell.high;
    sum = pst_dd_sum(sum, pst_dd_product(cell, pst_dd_of(unit->fit.coefficients[j])));
  }
  pst_regression_direction(&unit->fit, x, z);
  variance = unit->fit.perfect ? 0 : pst_errors_variance(&unit->errors, z);
  quantile = pst_t_quantile((1 - pst_conf_level(&test)) / 2, unit->errors.df);
  pst_grid_set_number(work->grid, at, first + ESTIMATE, pst_dd_value(sum));
  pst_grid_set_number(work->grid, at, first + STD_ERROR, sqrt(variance));
  pst_grid_set_number(work->grid, at, first + CONF_LOW,
                      pst_dd_value(sum) - quantile * sqrt(variance));
  pst_grid_set_number(work->grid, at, first + CONF_HIGH,
                      pst_dd_value(sum) + quantile * sqrt(variance));
  variance += unit->fit.sigma2;
  pst_grid_set_number(work->grid, at, first + PREDICT_LOW,
                      pst_dd_value(sum) - quantile * sqrt(variance));
  pst_grid_set_number(work->grid, at, first + PREDICT_HIGH,
                      pst_dd_value(sum) + quantile * sqrt(variance));
  return PST_OK;
}

static enum pst_status add_row(const struct work *work, const struct pst_regress_unit *unit,
                               const struct reach *reach, size_t row, struct pst_error *error)
{
  const struct pst_regress_settings *s = work->job->settings;
  size_t at = work->grid->n_rows, last = work->first + n_named(s);
  char text[PST_CELL_SIZE];
  const char *reason;
  enum pst_status status = pst_regress_table_row(work->job, work->result, unit, work->grid, error);

  for (size_t i = 0; i < n_named(s) && status == PST_OK; i++) {
    const struct pst_column *column = pst_job_column(work->other, role_of(s, i));

    if (i < s->x.count)
      pst_grid_set_number(work->grid, at, work->first + i, pst_column_number(column, row));
    else if (!pst_column_missing(column, row))
      status = pst_grid_copy_text(work->grid, at, work->first + i,
                                  pst_column_text(column, row, text), error);
  }
  if (status != PST_OK)
    return status;
  pst_grid_set_number(work->grid, at, last + LINE,
                      (double)pst_table_line(&work->other->table, row));
  reason = unit->why_not != NULL ? unit->why_not : why_not(work, unit, row);
  if (reason != NULL)
    return pst_grid_copy_text(work->grid, at, last + NOTE, reason, error);
  status = predict(work, unit, row, at, error);
  return status == PST_OK ? note_reach(work, reach, row, at, error) : status;
}

static enum pst_status add_unit(const struct work *work, const struct pst_regress_unit *unit,
                                struct pst_error *error)
{
  struct reach reach;
  enum pst_status status = find_reach(work->job, unit, &reach, error);

  for (size_t r = 0; r < work->other->table.n_rows && status == PST_OK; r++)
    if (same_group(work, unit, r))
      status = add_row(work, unit, &reach, r, error);
  return status;
}

static enum pst_status begin(struct work *work, struct pst_error *error)
{
  static const struct pst_grid_column fixed[FIXED] = {
      [LINE] = {.name = "line", .kind = PST_CELL_INTEGER},
      [ESTIMATE] = {.name = "estimate", .kind = PST_CELL_NUMBER},
      [STD_ERROR] = {.name = "std_error", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
      [CONF_LOW] = {.name = "conf_low", .kind = PST_CELL_NUMBER, .role = PST_ROLE_CONF_LOW},
      [CONF_HIGH] = {.name = "conf_high", .kind = PST_CELL_NUMBER, .role = PST_ROLE_CONF_HIGH},
      [PREDICT_LOW] = {.name = "predict_low",
                       .kind = PST_CELL_NUMBER,
                       .role = PST_ROLE_PREDICT_LOW},
      [PREDICT_HIGH] = {.name = "predict_high",
                        .kind = PST_CELL_NUMBER,
                        .role = PST_ROLE_PREDICT_HIGH},
      [NOTE] = {.name = "note", .kind = PST_CELL_TEXT, .role = PST_ROLE_NOTE},
  };
  const struct pst_regress_settings *s = work->job->settings;
  size_t n = n_named(s);
  struct pst_grid_column *columns = pst_arena_array(&work->job->arena, n + FIXED, sizeof *columns);

  if (columns == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    columns[i] = (struct pst_grid_column){.name = pst_job_column(work->job, role_of(s, i))->name,
                                          .kind = i < s->x.count ? PST_CELL_NUMBER : PST_CELL_TEXT};
  memcpy(columns + n, fixed, sizeof fixed);
  return pst_regress_table_begin(work->job, work->result, columns, n + FIXED, work->grid,
                                 &work->first, error);
}

enum pst_status pst_regress_predictions(struct pst_job *job,
                                        const struct pst_regress_result *result,
                                        struct pst_error *error)
{
  struct pst_grid grid = {.columns = NULL};
  struct pst_job other;
  struct work work = {.job = job, .other = &other, .result = result, .grid = &grid};
  enum pst_status status = pst_regress_predict_load(job, &other, error);

  if (status == PST_OK)
    status = begin(&work, error);
  for (size_t u = 0; u < result->n && status == PST_OK; u++)
    status = add_unit(&work, &result->units[u], error);
  if (status == PST_OK && grid.n_rows == 0)
    status = pst_fail(error, PST_UNDEFINED, "no row of %s is of a group that has a fit",
                      ((struct pst_regress_settings *)job->settings)->predict);
  if (status == PST_OK)
    status = pst_regress_nothing(job, result, error);
  if (status == PST_OK)
    status = pst_job_emit(job, &grid, error);
  pst_grid_free(&grid);
  pst_regress_predict_free(&other);
  return status;
}
