/* load_cells.c -- --aggregate: the rows go by in parts, and only what they come to is kept. */
#include <stdint.h>
#include <string.h>

#include "job/aggregate.h"
#include "job/load/cells_run.h"
#include "job/load/progress.h"

static bool is_key(const struct pst_wanted *role)
{
  return role->want == PST_WANT_TEXT || role->want == PST_WANT_TIME;
}

/* What needs other rows has none. */
enum pst_status pst_cells_run_check(const struct pst_load *load, struct pst_error *error)
{
  static const char because[] = "lag() needs the rows before, which --aggregate does not keep; "
                                "aggregate first, and take differences of the result";

  for (size_t i = 0; i < load->n_lets; i++)
    if (pst_expr_lag_most(load->lets[i].expr) > 0)
      return pst_fail(error, PST_USAGE, "--let %s: %s", load->lets[i].name, because);
  if (load->where != NULL && pst_expr_lag_most(load->where) > 0)
    return pst_fail(error, PST_USAGE, "--where: %s", because);
  return PST_OK;
}

enum pst_status pst_cells_run_begin(struct pst_load *load, struct pst_cells_run *run,
                                    struct pst_error *error)
{
  struct pst_job *job = load->job;
  enum pst_status status;

  *run = (struct pst_cells_run){.load = load};

  run->keys = pst_arena_array(&job->arena, job->n_roles + 1, sizeof *run->keys);
  run->values = pst_arena_array(&job->arena, job->n_roles + 1, sizeof *run->values);
  if (run->keys == NULL || run->values == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < job->n_roles; i++) {
    run->n_keys += is_key(&job->roles[i]);
    run->n_values += !is_key(&job->roles[i]);
  }
  status = pst_cells_new(PST_AGGREGATE_SUM, run->n_keys, run->n_values, &run->cells, error);
  for (size_t i = 0, value = 0; i < job->n_roles && status == PST_OK; i++)
    if (!is_key(&job->roles[i])) {
      const struct pst_job_function *function =
          &job->options.aggregate.functions[job->roles[i].function];

      pst_cells_become(run->cells, value++, (enum pst_aggregate)function->how, function->q);
    }
  return status;
}

/* The columns of the roles: keys and values, each in the order of the roles. */
static enum pst_status list_columns(struct pst_cells_run *run, struct pst_error *error)
{
  struct pst_job *job = run->load->job;
  size_t key = 0, value = 0;

  for (size_t i = 0; i < job->n_roles; i++) {
    size_t column;
    enum pst_status status = pst_load_role_column(run->load, i, &column, error);

    if (status != PST_OK)
      return status;
    if (is_key(&job->roles[i]))
      run->keys[key++] = column;
    else
      run->values[value++] = column;
  }
  return PST_OK;
}

/* The kind of the periods that --let makes years of: of a column of times that is no role. */
static enum pst_period_kind parts_of(const struct pst_cells_run *run, const struct pst_table *table)
{
  for (size_t c = 0; c < table->n_columns; c++) {
    bool is_role = false;

    for (size_t k = 0; k < run->n_keys; k++)
      is_role |= run->keys[k] == c;
    if (!is_role && table->columns[c].type == PST_COLUMN_TIME
        && pst_period_fills_years(table->columns[c].period))
      return table->columns[c].period;
  }
  return PST_PERIOD_NONE;
}

enum pst_status pst_cells_run_add(struct pst_cells_run *run, struct pst_error *error)
{
  struct pst_job *job = run->load->job;
  enum pst_status status = pst_load_steps(run->load, error);

  if (status == PST_OK)
    status = list_columns(run, error);
  if (status == PST_OK && job->cells.parts == PST_PERIOD_NONE)
    job->cells.parts = parts_of(run, &job->table);
  if (status == PST_OK)
    status = pst_cells_add(run->cells, &job->table, run->keys, run->values, error);
  return status;
}

/* The last part is empty; it goes through the steps too, so that a table without rows has the same
   messages. */
static enum pst_status add_parts(struct pst_cells_run *run, struct pst_error *error)
{
  struct pst_load *load = run->load;
  struct pst_job *job = load->job;
  enum pst_status status = pst_loader_begin(load->main, &job->table, error);
  bool more = true;

  while (status == PST_OK && more) {
    status =
        pst_loader_part(load->main, load->whole ? SIZE_MAX : (size_t)PST_CELLS_RUN_ROWS, error);
    more = job->table.n_rows > 0 && !load->whole;
    if (status == PST_OK)
      status = pst_cells_run_add(run, error);
  }
  pst_progress_clear(job->options.progress);
  return status == PST_OK ? pst_loader_finish(load->main, error) : status;
}

static void say(struct pst_job *job, const struct pst_cells_report *report)
{
  struct pst_buffer more = {.data = NULL}, how = {.data = NULL}, open = {.data = NULL};

  pst_job_aggregate_print(job, " and ", false, &how);
  pst_job_aggregate_print(job, " or ", true, &open);
  if (report->without_key > 0)
    pst_buffer_printf(&more, "; %zu row%s without a group or time", report->without_key,
                      report->without_key == 1 ? "" : "s");
  if (report->missing > 0)
    pst_buffer_printf(&more, "; %zu value%s missing", report->missing,
                      report->missing == 1 ? "" : "s");
  if (report->bounded_lost > 0)
    pst_buffer_printf(&more, "; %zu cell%s not used, because bounded values leave the %s open",
                      report->bounded_lost, report->bounded_lost == 1 ? "" : "s",
                      pst_buffer_string(&open));
  pst_job_say(job, "aggregated %zu row%s to %zu cell%s by %s%s", report->rows,
              report->rows == 1 ? "" : "s", report->cells, report->cells == 1 ? "" : "s",
              pst_buffer_string(&how), pst_buffer_string(&more));
  pst_buffer_free(&more);
  pst_buffer_free(&how);
  pst_buffer_free(&open);
}

/* The part gives way to the table of cells. */
static enum pst_status finish(struct pst_cells_run *run, struct pst_error *error)
{
  struct pst_job *job = run->load->job;
  struct pst_table table = {.rows_read = job->table.rows_read,
                            .rows_rejected = job->table.rows_rejected,
                            .n_files = job->table.n_files};
  struct pst_cells_report report;
  enum pst_status status = PST_OK;
  size_t key = 0, value = run->n_keys;

  table.files = pst_arena_array(&table.arena, table.n_files + 1, sizeof *table.files);
  for (size_t i = 0; table.files != NULL && i < table.n_files; i++)
    table.files[i] = pst_arena_string(&table.arena, job->table.files[i]);
  if (table.files == NULL || (table.n_files > 0 && table.files[table.n_files - 1] == NULL))
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = pst_cells_finish(run->cells, &table, &report, error);
  pst_table_free(&job->table);
  job->table = table;
  for (size_t i = 0; i < job->n_roles && status == PST_OK; i++)
    job->roles[i].column = is_key(&job->roles[i]) ? key++ : value++;
  if (status != PST_OK)
    return status;
  job->cells.sizes = report.sizes;
  job->cells.n_values = run->n_values;
  say(job, &report);
  return PST_OK;
}

enum pst_status pst_load_cells(struct pst_load *load, struct pst_error *error)
{
  struct pst_cells_run run = {.load = load};
  enum pst_status status = pst_cells_run_check(load, error);

  if (status == PST_OK)
    status = pst_cells_run_begin(load, &run, error);
  if (status == PST_OK)
    status = add_parts(&run, error);
  if (status == PST_OK && load->summed)
    status = pst_load_sum_join(&run, error);
  if (status == PST_OK)
    status = pst_load_say_parts(load, error);
  if (status == PST_OK)
    status = finish(&run, error);
  pst_cells_free(run.cells);
  return status;
}
