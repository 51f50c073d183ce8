/* look_report.c -- the first look at the job's table, in the format asked for. */
#include "job/look_report.h"

#include <string.h>

#include "base/output.h"
#include "job/emit.h"
#include "look/look.h"

/* The formats that show a look as a whole; the others have a row a finding. */
static const struct {
  const char *format;
  pst_look_writer *write;
} writers[] = {{"text", pst_look_text},
               {"markdown", pst_look_markdown},
               {"json", pst_look_json},
               {"html", pst_look_html}};

static pst_look_writer *writer_of(const struct pst_format *format)
{
  for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
    if (strcmp(writers[i].format, format->name) == 0)
      return writers[i].write;
  return NULL;
}

bool pst_job_looks_in(const struct pst_format *format)
{
  return writer_of(format) != NULL;
}

static enum pst_status emit(struct pst_job *job, const struct pst_look *look,
                            pst_look_writer *write, struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  struct pst_buffer text = {.data = NULL};
  enum pst_status status = pst_output_open(&output, job->options.output, error);

  if (status != PST_OK)
    return status;
  status = write(look, pst_job_width(job, output.file), &text, error);
  if (status == PST_OK && (text.failed || pst_error_memory_is_short()))
    status = pst_fail_memory(error);
  if (status == PST_OK) {
    fwrite(pst_buffer_string(&text), 1, text.size, output.file);
    status = pst_output_commit(&output, error);
  }
  pst_output_discard(&output);
  pst_buffer_free(&text);
  return status;
}

static enum pst_status emit_rows(struct pst_job *job, const struct pst_look *look,
                                 struct pst_error *error)
{
  struct pst_grid grid = {.n_rows = 0};
  enum pst_status status = pst_look_grid(look, &grid, error);

  if (status == PST_OK)
    status = pst_job_emit(job, &grid, error);
  pst_grid_free(&grid);
  return status;
}

enum pst_status pst_job_look(struct pst_job *job, const struct pst_list *key, size_t top,
                             struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  const struct pst_look_options options = {
      .style = {.decimal = o->decimal, .thousands = o->thousands},
      .delimiter = job->delimiter,
      .key = key->items,
      .n_key = key->count,
      .time = o->time,
      .top = top};
  pst_look_writer *write = writer_of(pst_job_format(job));
  struct pst_look look;
  enum pst_status status = pst_look_at(&job->table, &options, &job->arena, &look, error);

  job->count.used = job->table.n_rows;
  job->count.cells_told = true;
  job->count.series = status == PST_OK ? look.n_columns : 0;
  job->count.series_name = job->count.series == 1 ? "column" : "columns";
  if (status != PST_OK)
    return status;
  return write == NULL ? emit_rows(job, &look, error) : emit(job, &look, write, error);
}
