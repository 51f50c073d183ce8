/* load_once.c -- from operands and options to a table with the columns that the program needs. */
#include <string.h>
#include <sys/stat.h>

#include "base/parallel.h"
#include "cli/program.h"
#include "job/load/load_steps.h"
#include "job/load/progress.h"
#include "tidy/kept.h"

static void say(void *context, const char *line)
{
  pst_job_say(context, "%s", line);
}

/* --layout: auto, as-is, or a layout's name. */
static enum pst_status choose_layout(struct pst_load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  const struct pst_job_options *o = &job->options;
  struct pst_list missing = {.count = 0};
  enum pst_status status = PST_OK;

  load->style = (struct pst_number_style){.decimal = o->decimal, .thousands = o->thousands};
  load->layout = (struct pst_layout_open){
      .as_is = strcmp(o->layout, "as-is") == 0, .style = &load->style, .say = say, .context = job};
  for (size_t i = 0; i < o->missing.count && status == PST_OK; i++)
    status = pst_list_add(&missing, &job->arena, o->missing.items[i], error);
  if (status == PST_OK)
    status = pst_list_add(&missing, &job->arena, NULL, error);
  load->layout.missing = missing.items;
  if (status == PST_OK)
    status = pst_load_list_wanted(load, error);
  if (status != PST_OK || load->layout.as_is || strcmp(o->layout, "auto") == 0)
    return status;
  if (pst_kept_is_file(o->layout)) {
    load->layout.kept = o->layout;
    return PST_OK;
  }
  return pst_layout_find(o->layout, &load->layout.layout, error);
}

static bool reads_standard_input(const struct pst_job *job)
{
  for (size_t i = 0; i < job->operands.count; i++)
    if (strcmp(job->operands.items[i], "-") == 0)
      return true;
  for (size_t i = 0; i < job->options.join.count; i++)
    if (strcmp(job->options.join.items[i], "-") == 0)
      return true;
  return job->operands.count == 0;
}

static bool takes_standard_input(const struct pst_load *load, const struct pst_load_other *before)
{
  const struct pst_list *operands = &load->job->operands;

  for (size_t i = 0; i < operands->count; i++)
    if (strcmp(operands->items[i], "-") == 0)
      return true;
  for (const struct pst_load_other *other = load->others; other < before; other++)
    if (strcmp(other->path, "-") == 0)
      return true;
  return operands->count == 0;
}

static enum pst_status open_other(struct pst_load *load, struct pst_load_other *other,
                                  const struct pst_load_options *first, struct pst_error *error)
{
  struct pst_load_options options = *first;

  if (strcmp(other->path, "-") == 0 && takes_standard_input(load, other))
    return pst_fail(error, PST_USAGE, "--join: standard input (-) is read already");
  options.schema = NULL;
  options.reader.delimiter = 0;
  other->layout = load->layout;
  other->layout.layout = NULL;
  other->layout.kept = NULL;
  options.open_context = &other->layout;
  if (pst_load_list_wanted_there(load, other, error) != PST_OK)
    return PST_NO_MEMORY;
  return pst_loader_open(&other->path, 1, &options, &other->loader, error);
}

/* What looks at texts again wants all of them. */
static size_t texts_most(const struct pst_job *job)
{
  const struct pst_job_options *o = &job->options;

  return o->where == NULL && o->let.count == 0 && o->join.count == 0 && o->country.count == 0
                 && o->part == NULL
             ? job->texts_most
             : 0;
}

static enum pst_status open_files(struct pst_load *load, struct pst_error *error)
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
                                     .times = o->times,
                                     .schema = o->schema,
                                     .open = pst_layout_open,
                                     .open_context = &load->layout,
                                     .rejects_to = &load->rejects,
                                     .rejects_kept = o->rejects != NULL,
                                     .numbers_alone = job->numbers_alone && o->where == NULL
                                                      && o->let.count == 0,
                                     .texts_most = texts_most(job),
                                     .threads = pst_parallel_threads(o->threads, 2),
                                     .show_progress = pst_progress_for(o->progress)};
  size_t n = job->operands.count > 0 ? job->operands.count : 1;
  enum pst_status status = PST_OK;

  if (reads_standard_input(job))
    pst_program_say_terminal(job->program);
  if (o->rejects != NULL && load->task->order == NULL)
    status = pst_rejects_open(&load->rejects, o->rejects, error);
  if (status == PST_OK)
    status = pst_loader_open(job->operands.count > 0 ? job->operands.items : standard_input, n,
                             &options, &load->main, error);

  for (size_t i = 0; i < load->n_others && status == PST_OK; i++)
    status = open_other(load, &load->others[i], &options, error);
  return status;
}

/* All rows at once. */
static enum pst_status load_rows(struct pst_load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  enum pst_status status = pst_loader_run(load->main, &job->table, error);

  pst_progress_clear(job->options.progress);
  if (status == PST_OK)
    status = pst_load_steps(load, error);
  for (size_t i = 0; i < job->n_roles && status == PST_OK; i++)
    status = pst_load_role_column(load, i, &job->roles[i].column, error);
  return status;
}

static bool is_file(const char *path)
{
  struct stat about;

  return strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

/* A pipe cannot. */
static bool can_be_read_again(const struct pst_job *job)
{
  for (size_t i = 0; i < job->operands.count; i++)
    if (!is_file(job->operands.items[i]))
      return false;
  for (size_t i = 0; i < job->options.join.count; i++)
    if (!is_file(job->options.join.items[i]))
      return false;
  return job->operands.count > 0;
}

/* How times were read that are not in polstat's own notation. */
static void say_times(struct pst_load *load)
{
  for (size_t i = 0; i <= load->n_others; i++) {
    struct pst_loader *loader = i == 0 ? load->main : load->others[i - 1].loader;

    for (size_t n = 0; pst_loader_told(loader, n) != NULL; n++)
      pst_job_say(load->job, "%s", pst_loader_told(loader, n));
  }
  pst_load_say_parts_of_years(load);
}

/* Times of earlier parts were read otherwise than all rows are. */
static enum pst_status read_again(struct pst_load *load, enum pst_status status,
                                  struct pst_error *error)
{
  load->again = can_be_read_again(load->job);
  if (load->again || error == NULL)
    return status;
  error->status = PST_BAD_DATA;
  return PST_BAD_DATA;
}

static enum pst_status run(struct pst_load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  enum pst_status status = pst_load_list_others(load, error);

  if (status == PST_OK)
    status = choose_layout(load, error);
  if (status == PST_OK)
    status = open_files(load, error);
  if (status == PST_OK)
    status = pst_load_read_expressions(load, error);
  if (status == PST_OK)
    status = pst_load_ask(load, error);
  if (status == PST_OK)
    status = pst_load_check_names(load, error);
  if (status != PST_OK)
    return status;
  job->delimiter = pst_loader_delimiter(load->main);
  if (load->task->order != NULL)
    return pst_load_part(load, error);
  status = pst_load_give(load, error);
  if (status != PST_OK)
    return status;
  if (job->options.given.aggregate)
    status = pst_load_cells(load, error);
  else
    status = load->summed ? pst_load_moved(load, error) : load_rows(load, error);
  if (status == PST_OK)
    status = pst_rejects_commit(&load->rejects, error);
  if (status == PST_OK)
    say_times(load);
  if (status == PST_AGAIN && !load->summed)
    pst_load_say_broken(load, error);
  return pst_loader_again(load->main) ? read_again(load, status, error) : status;
}

static void free_all(struct pst_load *load)
{
  for (size_t i = 0; load->country_texts != NULL && i < load->job->options.country.count; i++)
    pst_load_texts_free(&load->country_texts[i]);
  pst_rejects_discard(&load->rejects);
  pst_loader_close(load->main);
  pst_load_free_others(load);
  pst_pieces_close(&load->pieces);
}

void pst_load_forget(struct pst_job *job, size_t said)
{
  pst_table_free(&job->table);
  job->count.where = job->count.join_rejected = job->count.aggregates = 0;
  job->cells.parts = PST_PERIOD_NONE;
  pst_buffer_cut(&job->log, said);
}

enum pst_status pst_load_once(struct pst_job *job, struct pst_load_task *task,
                              struct pst_error *error)
{
  bool countries = job->options.country.count > 0 || job->options.join.count > 0;
  struct pst_load load = {.job = job, .task = task, .whole = countries && !can_be_read_again(job)};
  size_t said = job->log.size;
  enum pst_status status = run(&load, error);

  free_all(&load);
  if (!load.again && !load.rows_needed)
    return status;
  pst_load_forget(job, said);
  pst_error_clear(error);
  load = (struct pst_load){.job = job, .task = task, .whole = true, .rows = true};
  status = run(&load, error);
  free_all(&load);
  return status;
}
