/* job.c -- what every program does, in order: options, methods, plan, load, run, report. */
#include "job/job.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/unicode/shown.h"
#include "cli/main.h"
#include "cli/program.h"
#include "job/aggregate.h"
#include "job/emit.h"
#include "job/method_options.h"
#include "job/part.h"
#include "job/ranks.h"
#include "job/say.h"
#include "language/function.h"

/* --- roles ------------------------------------------------------------------------------------- */

enum pst_status pst_job_role(struct pst_job *job, const char *name, enum pst_want want,
                             size_t *role, struct pst_error *error)
{
  const char *column = name;
  size_t function = 0;

  if (job->options.given.aggregate && want == PST_WANT_NUMBER) {
    function = pst_job_aggregate_next(job, name, 0, &column);
    if (function == job->options.aggregate.count)
      return pst_fail(error, PST_USAGE,
                      "'%s' is no value of --aggregate %s, and one is needed here", name,
                      job->options.aggregate.text);
    if (pst_job_aggregate_next(job, name, function + 1, &column) < job->options.aggregate.count)
      return pst_fail(error, PST_USAGE,
                      "--aggregate %s makes several values of '%s', and one is needed here",
                      job->options.aggregate.text, name);
  }
  return pst_job_role_of(job, column, want, function, role, error);
}

enum pst_status pst_job_role_of(struct pst_job *job, const char *name, enum pst_want want,
                                size_t function, size_t *role, struct pst_error *error)
{
  if (!PST_ARRAY_ROOM(job->roles, job->roles_capacity, job->n_roles + 1))
    return pst_fail_memory(error);
  *role = job->n_roles;
  job->roles[job->n_roles++] =
      (struct pst_wanted){.name = name, .want = want, .function = function};
  return PST_OK;
}

const struct pst_column *pst_job_column(const struct pst_job *job, size_t role)
{
  return &job->table.columns[job->roles[role].column];
}

struct pst_test pst_job_test(const struct pst_job *job)
{
  return (struct pst_test){.alternative = job->options.alternative,
                           .continuity = job->options.continuity,
                           .p_kind = job->options.p.kind,
                           .permutations = job->options.p.permutations,
                           .seed = job->options.seed,
                           .conf_level = job->options.conf_level,
                           .lags = job->options.lag,
                           .hac = job->options.hac,
                           .small_sample = job->options.small_sample,
                           .degree = job->options.degree,
                           .span = job->options.span};
}

/* --- what is said ------------------------------------------------------------------------------- */

static const char *delimiter_name(char delimiter)
{
  switch (delimiter) {
  case ',':
    return "comma";
  case ';':
    return "semicolon";
  case '\t':
    return "tab";
  case '|':
    return "|";
  default:
    return "as given";
  }
}

static const char *type_name(const struct pst_column *column)
{
  switch (column->type) {
  case PST_COLUMN_TEXT:
    return "text";
  case PST_COLUMN_NUMBER:
    return pst_column_has_bounds(column) ? "number, some bounded" : "number";
  case PST_COLUMN_TIME:
    break;
  }
  return column->period == PST_PERIOD_NONE ? "number" : pst_period_name(column->period);
}

static void describe_columns(const struct pst_job *job, struct pst_buffer *out)
{
  pst_buffer_printf(out, "delimiter: %s\n", delimiter_name(job->delimiter));
  for (size_t i = 0; i < job->table.n_columns; i++) {
    const struct pst_column *column = &job->table.columns[i];

    pst_buffer_puts(out, "column ");
    pst_buffer_shown(out, pst_text_of(column->name));
    pst_buffer_printf(out, ": %s", type_name(column));
    if (column->field != SIZE_MAX)
      pst_buffer_printf(out, ", field %zu", column->field + 1);
    if (column->n_missing > 0)
      pst_buffer_printf(out, ", %zu missing", column->n_missing);
    if (column->n_bounded > 0)
      pst_buffer_printf(out, ", %zu bounded", column->n_bounded);
    pst_buffer_putc(out, '\n');
  }
}

static enum pst_status dry_run(struct pst_job *job, struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};
  enum pst_status status;

  describe_columns(job, &out);
  pst_buffer_printf(&out, "rows: %zu read, %zu rejected, %zu left out by --where, %zu to analyse\n",
                    job->table.rows_read, job->table.rows_rejected, job->count.where,
                    job->table.n_rows);
  for (size_t i = 0; i < job->n_methods; i++)
    pst_buffer_printf(&out, "method: %s, %s\n", job->methods[i]->name, job->methods[i]->summary);
  status = pst_program_print(&out, error);
  pst_buffer_free(&out);
  return status;
}

/* --- the run ------------------------------------------------------------------------------------ */

struct tables {
  struct pst_option_table *list;
  size_t count;
};

static enum pst_status collect_tables(struct pst_job *job, const struct pst_job_program *program,
                                      const struct pst_option *own, size_t n_own,
                                      struct tables *tables, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  tables->list = pst_arena_array(&job->arena, program->n_tables + 1, sizeof *tables->list);
  if (tables->list == NULL)
    return pst_fail_memory(error);
  tables->list[0] = (struct pst_option_table){.options = own, .count = n_own};
  tables->count = 1;
  for (size_t i = 0; i < program->n_tables && status == PST_OK; i++)
    status = pst_job_table(program->tables[i], &job->options, &job->arena,
                           &tables->list[tables->count++], error);
  return status;
}

static enum pst_status list_methods(const struct pst_job_program *program, struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};
  enum pst_status status;

  pst_methods_list(program->registry, &out);
  status = pst_program_print(&out, error);
  pst_buffer_free(&out);
  return status;
}

/* The program's own list, where it is asked for. */
static bool list_own(const struct pst_job *job, const struct pst_job_program *program,
                     struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};
  bool asked = program->list != NULL && program->list(job, &out);

  if (asked)
    pst_program_print(&out, error);
  pst_buffer_free(&out);
  return asked;
}

static bool asks_for_list(const struct pst_job *job)
{
  return job->options.methods.count == 1 && strcmp(job->options.methods.items[0], "list") == 0;
}

/* --where list: what expressions may call. */
static enum pst_status list_functions(struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};
  enum pst_status status;

  pst_function_list(&out, PST_ROWS);
  status = pst_program_print(&out, error);
  pst_buffer_free(&out);
  return status;
}

static bool asks_for_functions(const struct pst_job *job)
{
  return job->options.where != NULL && strcmp(job->options.where, "list") == 0;
}

static enum pst_status choose_methods(struct pst_job *job, const struct pst_job_program *program,
                                      struct pst_error *error)
{
  enum pst_status status;

  if (program->registry == NULL)
    return PST_OK;
  status =
      pst_methods_choose(program->registry, &job->options.methods, pst_methods_asked(&job->options),
                         &job->arena, &job->methods, &job->n_methods, error);
  if (status == PST_OK)
    status = pst_methods_check(job->methods, job->n_methods, &job->options, error);
  return status;
}

static enum pst_status work(struct pst_job *job, const struct pst_job_program *program,
                            struct pst_error *error)
{
  enum pst_status status = pst_part_check(job, error);

  if (status == PST_OK)
    status = pst_job_check_output(job, error);
  if (status == PST_OK)
    status = choose_methods(job, program, error);
  if (status == PST_OK)
    status = pst_job_aggregate_begin(job, error);
  if (status == PST_OK)
    status = program->plan(job, error);
  if (status == PST_OK)
    status = pst_job_aggregate_check(job, error);
  if (status == PST_OK)
    status = pst_job_load(job, error);
  if (status != PST_OK)
    return status;
  if (job->options.part != NULL || (job->comm.rank > 0 && job->owned.stage == PST_OWNED_NOT))
    return PST_OK;
  if (job->options.dry_run)
    return dry_run(job, error);
  if (job->options.verbose)
    describe_columns(job, &job->log);
  status = program->run(job, error);
  if (job->comm.rank > 0)
    return status;
  if (status == PST_OK)
    status = pst_job_show_picture(job, error);
  if (status == PST_OK || status == PST_UNDEFINED)
    pst_job_closing_line(job);
  return status;
}

/* What the one path of programs hands back. */
struct run {
  struct pst_job *job;
  const struct pst_job_program *program;
};

static enum pst_status run_asked(const struct run *run, struct pst_error *error)
{
  if (run->program->registry != NULL && asks_for_list(run->job))
    return list_methods(run->program, error);
  if (asks_for_functions(run->job))
    return list_functions(error);
  if (list_own(run->job, run->program, error))
    return error->status;
  return work(run->job, run->program, error);
}

static enum pst_status run_command(void *context, struct pst_command_line *line,
                                   struct pst_error *error)
{
  const struct run *run = context;
  enum pst_status status;

  run->job->operands = line->operands;
  run->job->files = line->files;
  run->job->said = line->said;
  status = pst_ranks_begin(run->job, error);
  if (status == PST_OK)
    status = run_asked(run, error);
  return pst_ranks_end(run->job, status, error);
}

static void say(void *context)
{
  const struct run *run = context;

  pst_job_flush_log(run->job);
}

static int no_memory(const struct pst_job_program *program)
{
  struct pst_error error = {.status = PST_OK};

  pst_fail_memory(&error);
  return pst_program_end(program->name, PST_WHEN_AUTO, &error);
}

void pst_job_suggest(void *context, const char *argument, const char *file, struct pst_buffer *out)
{
  (void)context;
  if (file != NULL && (strstr(argument, "COL") != NULL || strncmp(argument, "KEY", 3) == 0))
    pst_job_put_columns(file, out);
}

/* Methods too, which the program has. */
static void suggest(void *context, const char *argument, const char *file, struct pst_buffer *out)
{
  const struct run *run = context;
  const struct pst_registry *registry = run->program->registry;

  for (size_t i = 0; registry != NULL && argument[0] == 'M' && i < registry->count; i++)
    pst_buffer_printf(out, "%s\n", registry->methods[i].name);
  pst_job_suggest(context, argument, file, out);
}

int pst_job_main(struct pst_job *job, const struct pst_job_program *program,
                 const struct pst_option *own, size_t n_own, int argc, char **argv)
{
  struct tables tables = {.count = 0};
  struct run run = {.job = job, .program = program};
  const struct pst_program_run how = {.work = run_command,
                                      .say = say,
                                      .suggest = suggest,
                                      .color = &job->options.color,
                                      .context = &run};
  int code;

  job->program = program->name;
  job->comm.size = 1;
  pst_ranks_hush(job);
  if (collect_tables(job, program, own, n_own, &tables, NULL) != PST_OK) {
    code = no_memory(program);
  } else {
    const struct pst_program about = {.name = program->name,
                                      .summary = program->summary,
                                      .usage = program->usage,
                                      .description = program->description,
                                      .examples = program->examples,
                                      .in_parts = true,
                                      .tables = tables.list,
                                      .n_tables = tables.count};

    code = pst_program_main(&about, &how, &job->arena, argc, argv);
  }
  code = pst_ranks_code(job, code);
  pst_table_free(&job->table);
  pst_buffer_free(&job->log);
  pst_buffer_free(&job->picture);
  free(job->roles);
  free(job->owned.places);
  pst_arena_free(&job->arena);
  return code;
}
