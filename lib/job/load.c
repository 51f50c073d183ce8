/* load.c -- from operands and options to a table with the columns that the program needs. */
#include "job/job.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "expr/expr.h"
#include "job/progress.h"
#include "job/row_expr.h"
#include "table/join.h"
#include "table/load.h"

struct let {
  const char *name, *source;
  struct pst_expr *expr;
  bool done;
};

struct load {
  struct pst_job *job;
  struct pst_loader *main, *other; /* other: the file of --join, or NULL */
  struct pst_table other_table;
  struct let *lets;
  size_t n_lets;
  struct pst_expr *where;
  size_t *keys, *other_keys; /* of the join, in the two tables */
  size_t n_keys;
  size_t *column; /* of each role in the main table; SIZE_MAX: found by name later */
};

/* --- options that hold expressions -------------------------------------------------------------- */

/* "--where: character 9: MESSAGE", and the expression with a caret under the place. */
static enum pst_status name_expression(enum pst_status status, const char *option,
                                       const char *source, struct pst_error *error)
{
  if (status != PST_USAGE || error == NULL || error->column == 0)
    return status;
  pst_error_prefix(error, "%s '%s': character %lu: ", option, source, error->column);
  error->column = 0;
  return status;
}

static bool is_name(struct pst_text name)
{
  if (name.size == 0 || (name.data[0] >= '0' && name.data[0] <= '9'))
    return false;
  for (size_t i = 0; i < name.size; i++) {
    char c = name.data[i];

    if ((unsigned char)c < 0x80 && c != '_' && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')
        && !(c >= 'a' && c <= 'z'))
      return false;
  }
  return true;
}

/* NAME=EXPR: the first = that is not the end of <=, >= or != stands after the name. */
static enum pst_status read_let(struct load *load, const char *text, struct let *let,
                                struct pst_error *error)
{
  struct pst_arena *arena = &load->job->arena;
  const char *equals = strchr(text, '=');
  struct pst_text name = {.data = text, .size = equals == NULL ? 0 : (size_t)(equals - text)};
  enum pst_status status;

  name = pst_text_trim(name);
  if (!is_name(name))
    return pst_fail(error, PST_USAGE,
                    "--let: '%s' does not begin with a name (letters, digits, _) and =; write "
                    "NAME=EXPR",
                    text);
  let->name = pst_arena_copy(arena, name.data, name.size);
  if (let->name == NULL)
    return pst_fail_memory(error);
  let->source = equals + 1;
  for (size_t i = 0; i < load->n_lets; i++)
    if (strcmp(load->lets[i].name, let->name) == 0)
      return pst_fail(error, PST_USAGE, "--let: '%s' is made twice", let->name);
  if (pst_loader_has(load->main, let->name)
      || (load->other != NULL && pst_loader_has(load->other, let->name)))
    return pst_fail(error, PST_USAGE, "--let: there is a column '%s' already; take another name",
                    let->name);
  status = pst_expr_parse(equals + 1, arena, &let->expr, error);
  return name_expression(status, "--let", equals + 1, error);
}

static enum pst_status read_expressions(struct load *load, struct pst_error *error)
{
  const struct pst_job_options *options = &load->job->options;

  load->lets = pst_arena_array(&load->job->arena, options->let.count + 1, sizeof *load->lets);
  if (load->lets == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < options->let.count; i++) {
    enum pst_status status = read_let(load, options->let.items[i], &load->lets[i], error);

    if (status != PST_OK)
      return status;
    load->n_lets++;
  }
  if (options->where == NULL)
    return PST_OK;
  return name_expression(pst_expr_parse(options->where, &load->job->arena, &load->where, error),
                         "--where", options->where, error);
}

static bool is_let(const struct load *load, struct pst_text name, size_t before)
{
  for (size_t i = 0; i < before; i++)
    if (pst_text_is(name, load->lets[i].name))
      return true;
  return false;
}

/* --- what is asked of the files ------------------------------------------------------------------ */

/* The file that has the column: the first, else that of --join; the message speaks of the first. */
static struct pst_loader *holder(const struct load *load, const char *name)
{
  if (load->other != NULL && !pst_loader_has(load->main, name) && pst_loader_has(load->other, name))
    return load->other;
  return load->main;
}

static enum pst_status fail_no_column(const struct load *load, const char *name,
                                      struct pst_error *error)
{
  size_t n = load->n_lets, unused;
  const char **names = pst_arena_array(&load->job->arena, n + 1, sizeof *names);

  if (names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    names[i] = load->lets[i].name;
  n = pst_text_near(pst_text_of(name), names, n);
  if (n < load->n_lets)
    return pst_fail(error, PST_USAGE, "no column '%s'; did you mean '%s', made by --let?", name,
                    names[n]);
  if (load->other == NULL)
    return pst_loader_ask(load->main, name, PST_WANT_ANY, &unused, error);
  return pst_fail(error, PST_USAGE, "neither %s nor %s has a column '%s'",
                  pst_loader_name(load->main), pst_loader_name(load->other), name);
}

static enum pst_status ask_role(struct load *load, size_t i, struct pst_error *error)
{
  const struct pst_wanted *role = &load->job->roles[i];
  struct pst_loader *loader = holder(load, role->name);
  size_t column = 0;
  enum pst_status status;

  load->column[i] = SIZE_MAX;
  if (is_let(load, pst_text_of(role->name), load->n_lets))
    return PST_OK;
  if (!pst_loader_has(loader, role->name))
    return fail_no_column(load, role->name, error);
  status = pst_loader_ask(loader, role->name, role->want, &column, error);
  if (loader == load->main)
    load->column[i] = column;
  return status;
}

/* A column that an expression names is read as what its cells are, unless a role reads it as a
   number or a time already. */
static enum pst_status ask_name(struct load *load, struct pst_text name, struct pst_error *error)
{
  const char *string = pst_arena_copy(&load->job->arena, name.data, name.size);
  struct pst_loader *loader;
  size_t column;

  if (string == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < load->job->n_roles; i++)
    if (load->job->roles[i].want != PST_WANT_TEXT && strcmp(load->job->roles[i].name, string) == 0)
      return PST_OK;
  loader = holder(load, string);
  if (!pst_loader_has(loader, string)) /* said by the binding, with the character */
    return PST_OK;
  return pst_loader_ask(loader, string, PST_WANT_ANY, &column, error);
}

static enum pst_status ask_expression(struct load *load, const struct pst_expr *expr,
                                      size_t lets_before, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; expr != NULL && i < pst_expr_name_count(expr) && status == PST_OK; i++)
    if (!is_let(load, pst_expr_name(expr, i), lets_before))
      status = ask_name(load, pst_expr_name(expr, i), error);
  return status;
}

static enum pst_status ask_keys(struct load *load, struct pst_error *error)
{
  const struct pst_list *on = &load->job->options.on;
  struct pst_arena *arena = &load->job->arena;

  load->keys = pst_arena_array(arena, on->count + 1, sizeof *load->keys);
  load->other_keys = pst_arena_array(arena, on->count + 1, sizeof *load->other_keys);
  if (load->keys == NULL || load->other_keys == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < on->count && load->other != NULL; i++) {
    const char *equals = strchr(on->items[i], '='), *other = on->items[i];
    char *key = pst_arena_string(arena, on->items[i]);
    enum pst_status status;

    if (key == NULL)
      return pst_fail_memory(error);
    if (equals != NULL && !pst_loader_has(load->main, key)) {
      key[equals - on->items[i]] = '\0';
      other = equals + 1;
    }
    status = pst_loader_ask(load->main, key, PST_WANT_TEXT, &load->keys[i], error);
    if (status == PST_OK)
      status = pst_loader_ask(load->other, other, PST_WANT_TEXT, &load->other_keys[i], error);
    if (status != PST_OK)
      return status;
    load->n_keys++;
  }
  return PST_OK;
}

/* By place, so that two columns of one name do not matter. */
static enum pst_status ask_all(struct pst_loader *loader, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  size_t column;

  for (size_t f = 0; f < pst_loader_columns(loader) && status == PST_OK; f++)
    status = pst_loader_ask_field(loader, f, PST_WANT_ANY, &column, error);
  return status;
}

static enum pst_status ask(struct load *load, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  load->column = pst_arena_array(&load->job->arena, load->job->n_roles + 1, sizeof *load->column);
  if (load->column == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < load->job->n_roles && status == PST_OK; i++)
    status = ask_role(load, i, error);
  for (size_t i = 0; i < load->n_lets && status == PST_OK; i++)
    status = ask_expression(load, load->lets[i].expr, i, error);
  if (status == PST_OK)
    status = ask_expression(load, load->where, load->n_lets, error);
  if (status == PST_OK && load->job->all_columns)
    status = ask_all(load->main, error);
  if (status == PST_OK && load->job->all_columns && load->other != NULL)
    status = ask_all(load->other, error);
  return status == PST_OK ? ask_keys(load, error) : status;
}

/* --- the steps on rows --------------------------------------------------------------------------- */

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

static bool ready(const struct load *load, const struct pst_expr *expr)
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
      column->value[r] = source->value[r];
    } else if (!pst_column_missing(source, r)) {
      column->code[r] =
          pst_dictionary_add(&column->dictionary, pst_text_of(pst_column_text(source, r, text)));
      if (column->code[r] == PST_CODE_MISSING)
        return pst_fail_memory(error);
    }
  }
  return PST_OK;
}

/* The column of role I as the table is now; SIZE_MAX when it is not there yet. */
static enum pst_status role_column(struct load *load, size_t i, size_t *column,
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
static enum pst_status series_order(struct load *load, const struct pst_expr *expr,
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
    status = role_column(load, i, &column, error);
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

static enum pst_status run_let(struct load *load, struct let *let, struct pst_error *error)
{
  struct pst_series_order order;
  size_t undefined = 0;
  enum pst_status status = series_order(load, let->expr, &order, error);

  if (status == PST_OK)
    status = pst_row_let(&load->job->table, let->name, let->expr, &order, &undefined, error);
  pst_series_order_free(&order);
  if (status == PST_OK && undefined > 0)
    pst_job_say(load->job,
                "--let %s: %zu row%s without a value (x/0, the logarithm of a number not above "
                "0, or too large a result)",
                let->name, undefined, undefined == 1 ? "" : "s");
  let->done = true;
  return name_expression(status, "--let", let->source, error);
}

/* Run the lets whose columns are there; one may make the groups or the time of another's lag(). */
static enum pst_status run_ready_lets(struct load *load, struct pst_error *error)
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
static enum pst_status run_all_lets(struct load *load, struct pst_error *error)
{
  enum pst_status status = run_ready_lets(load, error);

  for (size_t i = 0; i < load->n_lets && status == PST_OK; i++)
    if (!load->lets[i].done)
      status = run_let(load, &load->lets[i], error);
  return status;
}

static enum pst_status run_where(struct load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  struct pst_series_order order;
  size_t before = job->table.n_rows, undecided = 0;
  enum pst_status status;

  if (load->where == NULL)
    return PST_OK;
  status = series_order(load, load->where, &order, error);
  if (status == PST_OK)
    status = pst_row_where(&job->table, load->where, &order, &undecided, error);
  pst_series_order_free(&order);
  job->count.where = before - job->table.n_rows;
  if (status == PST_OK && undecided > 0)
    pst_job_say(job, "--where leaves out %zu row%s because a bounded cell cannot decide", undecided,
                undecided == 1 ? "" : "s");
  return name_expression(status, "--where", job->options.where, error);
}

static void say_join(struct pst_job *job, const struct pst_join_report *report)
{
  enum { NAMED = 10 };
  struct pst_buffer names = {.data = NULL};

  for (size_t i = 0; i < report->n_unmatched && i < NAMED; i++)
    pst_buffer_printf(&names, "%s%s", i == 0 ? ": " : ", ", report->unmatched[i]);
  if (report->n_unmatched > NAMED)
    pst_buffer_printf(&names, " and %zu more", report->n_unmatched - NAMED);
  pst_job_say(job, "--join: %zu of %zu keys have a partner; %zu %s none%s; %zu of %s %s not used",
              report->matched, report->keys, report->n_unmatched,
              report->n_unmatched == 1 ? "has" : "have", pst_buffer_string(&names), report->unused,
              strcmp(job->options.join, "-") == 0 ? "standard input" : job->options.join,
              report->unused == 1 ? "is" : "are");
  pst_buffer_free(&names);
}

/* They are in no count of the closing line, which is of the first table's rows. */
static void say_join_rejects(struct load *load)
{
  const char *first = pst_loader_first_reject(load->other);
  size_t n = load->other_table.rows_rejected;

  if (n > 0)
    pst_job_say(load->job, "--join: %zu row%s rejected%s%s", n, n == 1 ? "" : "s",
                first == NULL ? ""
                : n == 1      ? ": "
                              : ", such as ",
                first == NULL ? "" : first);
}

static enum pst_status run_join(struct load *load, struct pst_error *error)
{
  struct pst_join_report report;
  enum pst_status status;

  if (load->other == NULL)
    return PST_OK;
  status = pst_loader_run(load->other, &load->other_table, error);
  if (status == PST_OK)
    say_join_rejects(load);
  if (status == PST_OK)
    status = pst_join(&load->job->table, load->keys, &load->other_table, load->other_keys,
                      load->n_keys, &report, error);
  if (status == PST_OK)
    say_join(load->job, &report);
  return status;
}

/* --- all together ---------------------------------------------------------------------------------- */

static enum pst_status open_files(struct load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  const struct pst_job_options *o = &job->options;
  static const char *const standard_input[] = {"-"};
  struct pst_load_options options = {.reader = {.delimiter = o->delimiter,
                                                .no_header = o->no_header,
                                                .skip_bad = o->on_bad == PST_ON_BAD_SKIP,
                                                .encoding = o->encoding},
                                     .style = {.decimal = o->decimal, .thousands = o->thousands},
                                     .missing = o->missing.items,
                                     .n_missing = o->missing.count,
                                     .schema = o->schema,
                                     .rejects = o->rejects,
                                     .show_progress = pst_progress_for(o->progress)};
  size_t n = job->operands.count > 0 ? job->operands.count : 1;
  enum pst_status status =
      pst_loader_open(job->operands.count > 0 ? job->operands.items : standard_input, n, &options,
                      &load->main, error);

  if (status != PST_OK || o->join == NULL)
    return status;
  options.schema = options.rejects = NULL;
  options.reader.delimiter = 0;
  return pst_loader_open(&o->join, 1, &options, &load->other, error);
}

static enum pst_status run(struct load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  enum pst_status status = open_files(load, error);

  if (status == PST_OK)
    status = read_expressions(load, error);
  if (status == PST_OK)
    status = ask(load, error);
  if (status == PST_OK)
    job->delimiter = pst_loader_delimiter(load->main);
  if (status == PST_OK)
    status = pst_loader_run(load->main, &job->table, error);
  pst_progress_clear(job->options.progress);
  if (status == PST_OK)
    status = run_ready_lets(load, error);
  if (status == PST_OK)
    status = run_where(load, error);
  if (status == PST_OK)
    status = run_join(load, error);
  if (status == PST_OK)
    status = run_all_lets(load, error);
  for (size_t i = 0; i < job->n_roles && status == PST_OK; i++)
    status = role_column(load, i, &job->roles[i].column, error);
  return status;
}

enum pst_status pst_job_load(struct pst_job *job, struct pst_error *error)
{
  struct load load = {.job = job};
  enum pst_status status;

  if ((job->options.join == NULL) != (job->options.on.count == 0))
    return pst_fail(error, PST_USAGE, "--join OTHER and --on KEY go together");
  if (job->options.rejects != NULL && job->options.on_bad != PST_ON_BAD_SKIP)
    return pst_fail(error, PST_USAGE, "--rejects needs --on-bad skip");
  status = run(&load, error);
  pst_loader_close(load.main);
  pst_loader_close(load.other);
  pst_table_free(&load.other_table);
  return status;
}
