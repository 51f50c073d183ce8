/* load_rows.c -- the rows of the table: joined, computed, filtered. */
#include "job/load/load_steps.h"

#include <stdint.h>
#include <string.h>

#include "job/load/row_expr.h"

static bool in_table(const struct pst_table *table, struct pst_text name)
{
  for (size_t i = 0; i < table->n_columns; i++)
    if (pst_text_is(name, table->columns[i].name))
      return true;
  return false;
}

static bool is_series_role(const struct pst_wanted *role)
{
  return role->series || role->want == PST_WANT_TIME;
}

static bool ready(const struct pst_load *load, const struct pst_expr *expr)
{
  for (size_t i = 0; i < pst_expr_name_count(expr); i++)
    if (!in_table(&load->job->table, pst_expr_name(expr, i)))
      return false;
  for (size_t i = 0; pst_expr_lag_most(expr) > 0 && i < load->job->n_roles; i++)
    if (is_series_role(&load->job->roles[i]) && load->column[i] == SIZE_MAX
        && !in_table(&load->job->table, pst_text_of(load->job->roles[i].name)))
      return false;
  return true;
}

static size_t find_column(const struct pst_table *table, const char *name, enum pst_want want)
{
  for (size_t i = 0; i < table->n_columns; i++)
    if (strcmp(table->columns[i].name, name) == 0 && table->columns[i].want == want)
      return i;
  return SIZE_MAX;
}

/* A computed column read as WANT: numbers serve as times, and as texts for groups. */
static enum pst_status convert(struct pst_table *table, size_t from, enum pst_want want, size_t *to,
                               struct pst_error *error)
{
  struct pst_column *column = pst_table_add_column(table, table->columns[from].name, want);
  const struct pst_column *source = &table->columns[from];
  char text[PST_CELL_SIZE];

  if (column == NULL)
    return pst_fail_memory(error);
  *to = table->n_columns - 1;
  column->unit = source->unit;
  for (size_t r = 0; r < table->n_rows; r++) {
    if (want == PST_WANT_TIME) {
      pst_column_set_number(column, r, pst_column_number(source, r), 0);
    } else if (!pst_column_missing(source, r)) {
      if (!pst_column_set_text(column, r, pst_text_of(pst_column_text(source, r, text))))
        return pst_fail_memory(error);
    }
  }
  return PST_OK;
}

/* The column of role I as the table is now; SIZE_MAX when it is not there yet. */
enum pst_status pst_load_role_column(struct pst_load *load, size_t i, size_t *column,
                                     struct pst_error *error)
{
  struct pst_table *table = &load->job->table;
  const struct pst_wanted *role = &load->job->roles[i];

  *column = load->column[i];
  if (*column == SIZE_MAX)
    *column = find_column(table, role->name, role->want);
  for (size_t c = 0; c < table->n_columns && *column == SIZE_MAX; c++)
    if (strcmp(table->columns[c].name, role->name) == 0)
      *column = c;
  if (*column == SIZE_MAX || role->want == PST_WANT_ANY
      || table->columns[*column].want == role->want)
    return PST_OK;
  if (table->columns[*column].type == PST_COLUMN_TEXT)
    return pst_fail(error, PST_USAGE, "'%s' is text; a number is needed", role->name);
  return convert(table, *column, role->want, column, error);
}

/* The series of lag(): what the program keeps apart (groups, entities), in the order of its time. */
static enum pst_status series_order(struct pst_load *load, const struct pst_expr *expr,
                                    struct pst_series_order *order, struct pst_error *error)
{
  struct pst_job *job = load->job;
  size_t n = 0, *by, time = SIZE_MAX;

  *order = (struct pst_series_order){.previous = NULL};
  if (pst_expr_lag_most(expr) == 0)
    return PST_OK;
  by = pst_arena_array(&job->arena, job->n_roles + 1, sizeof *by);
  if (by == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < job->n_roles; i++) {
    size_t column;
    enum pst_status status;

    if (!is_series_role(&job->roles[i]))
      continue;
    status = pst_load_role_column(load, i, &column, error);
    if (status == PST_OK && column == SIZE_MAX)
      status =
          pst_fail(error, PST_USAGE, "lag() goes along '%s', which --join or a later --let makes",
                   job->roles[i].name);
    if (status != PST_OK)
      return status;
    if (job->roles[i].series)
      by[n++] = column;
    else
      time = column;
  }
  return pst_series_order_make(&job->table, by, n, time, order, error);
}

static void say_undefined(struct pst_load *load, const struct pst_let *let)
{
  if (let->undefined > 0)
    pst_job_say(load->job,
                "--let %s: %zu row%s without a value (x/0, the logarithm of a number not above "
                "0, or too large a result)",
                let->name, let->undefined, let->undefined == 1 ? "" : "s");
}

static enum pst_status run_let(struct pst_load *load, struct pst_let *let, struct pst_error *error)
{
  struct pst_series_order order;
  size_t undefined = 0;
  enum pst_status status = series_order(load, let->expr, &order, error);

  if (status == PST_OK)
    status = pst_row_let(&load->job->table, let->name, let->expr, &order, &undefined, error);
  pst_series_order_free(&order);
  let->undefined += undefined;
  if (status == PST_OK && !load->job->table.partial)
    say_undefined(load, let);
  let->done = true;
  return pst_load_name_expression(status, "--let", let->source, error);
}

/* Run the lets whose columns are there; one may make the groups or the time of another's lag(). */
enum pst_status pst_load_ready_lets(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  bool again = true;

  while (again && status == PST_OK) {
    again = false;
    for (size_t i = 0; i < load->n_lets && status == PST_OK; i++)
      if (!load->lets[i].done && ready(load, load->lets[i].expr)) {
        status = run_let(load, &load->lets[i], error);
        again = true;
      }
  }
  return status;
}

/* After the join; those that cannot be run say what they miss. */
enum pst_status pst_load_all_lets(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status = pst_load_ready_lets(load, error);

  for (size_t i = 0; i < load->n_lets && status == PST_OK; i++)
    if (!load->lets[i].done)
      status = run_let(load, &load->lets[i], error);
  return status;
}

/* --where acts before the join; what only the join brings is not there yet. */
static enum pst_status check_where(struct pst_load *load, struct pst_error *error)
{
  for (size_t i = 0; load->n_others > 0 && i < pst_expr_name_count(load->where); i++) {
    struct pst_text name = pst_expr_name(load->where, i);
    const char *string = pst_arena_copy(&load->job->arena, name.data, name.size);

    if (string == NULL)
      return pst_fail_memory(error);
    if (!in_table(&load->job->table, name)
        && (pst_load_in_other(load, string) || pst_load_is_let(load, name, load->n_lets)))
      return pst_fail(
          error, PST_USAGE,
          "--where acts before --join, which '%s' comes from; it can use the columns of "
          "%s only",
          string, pst_loader_name(load->main));
  }
  return PST_OK;
}

static void say_undecided(struct pst_load *load)
{
  if (load->undecided > 0)
    pst_job_say(load->job, "--where leaves out %zu row%s because a bounded cell cannot decide",
                load->undecided, load->undecided == 1 ? "" : "s");
}

/* A text that no cell of its column has leaves rows out, or keeps them, without a word. */
static void say_no_such(void *context, struct pst_text name, struct pst_text text)
{
  struct pst_load *load = context;
  const struct pst_dictionary *texts = NULL;
  const char **all;
  size_t near;

  for (size_t i = 0; i < load->job->table.n_columns && texts == NULL; i++)
    if (pst_text_is(name, load->job->table.columns[i].name)
        && load->job->table.columns[i].type == PST_COLUMN_TEXT)
      texts = pst_column_texts(&load->job->table.columns[i]);
  if (texts == NULL || texts->count == 0 || pst_dictionary_find(texts, text) != PST_CODE_MISSING)
    return;
  all = pst_arena_array(&load->job->arena, texts->count, sizeof *all);
  for (unsigned c = 0; c < texts->count && all != NULL; c++)
    all[c] = texts->texts[c].data;
  near = all == NULL ? texts->count : pst_text_near(text, all, texts->count);
  pst_job_say(load->job, "--where: no cell of '%.*s' is '%.*s'%s%s%s", (int)name.size, name.data,
              (int)text.size, text.data, near < texts->count ? "; did you mean '" : "",
              near < texts->count ? all[near] : "", near < texts->count ? "'?" : "");
}

enum pst_status pst_load_where(struct pst_load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  struct pst_series_order order;
  size_t before = job->table.n_rows, undecided = 0;
  enum pst_status status;

  if (load->where == NULL)
    return PST_OK;
  status = check_where(load, error);
  if (status != PST_OK)
    return status;
  if (!job->table.partial)
    pst_expr_each_text(load->where, say_no_such, load);
  status = series_order(load, load->where, &order, error);
  if (status == PST_OK)
    status = pst_row_where(&job->table, load->where, &order, &undecided, error);
  pst_series_order_free(&order);
  job->count.where += before - job->table.n_rows;
  load->undecided += undecided;
  if (status == PST_OK && !job->table.partial)
    say_undecided(load);
  return pst_load_name_expression(status, "--where", job->options.where, error);
}

enum pst_status pst_load_steps(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status;

  for (size_t i = 0; i < load->n_lets; i++)
    load->lets[i].done = false;
  status = pst_load_make_times(load, error);
  if (status == PST_OK)
    status = pst_load_translate(load, error);
  if (status == PST_OK)
    status = pst_load_ready_lets(load, error);
  if (status == PST_OK)
    status = pst_load_where(load, error);
  if (status == PST_OK)
    status = pst_load_join(load, error);
  return status == PST_OK ? pst_load_all_lets(load, error) : status;
}

enum pst_status pst_load_say_parts(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status = pst_load_say_countries(load, error);

  for (size_t i = 0; i < load->n_lets; i++)
    say_undefined(load, &load->lets[i]);
  say_undecided(load);
  return status == PST_OK ? pst_load_say_joins(load, error) : status;
}
