/* say.c -- what a program says beside its result, and its closing line. */
#include "job/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode/shown.h"
#include "cli/program.h"

static const char *short_name(const struct pst_job *job)
{
  const char *dash = strchr(job->program, '-');

  return dash == NULL ? job->program : dash + 1;
}

void pst_job_say(struct pst_job *job, const char *format, ...)
{
  va_list arguments;
  char *text;
  int size;

  va_start(arguments, format);
  size = vasprintf(&text, format, arguments);
  va_end(arguments);
  if (size < 0) {
    job->log.failed = true;
    pst_error_no_memory();
    return;
  }
  pst_buffer_printf(&job->log, "%s: ", short_name(job));
  pst_buffer_shown(&job->log, pst_text_of(text));
  pst_buffer_putc(&job->log, '\n');
  free(text);
}

void pst_job_closing_line(struct pst_job *job)
{
  const struct pst_table *table = &job->table;

  pst_buffer_printf(&job->log, "%s: %zu row%s read, ", short_name(job), table->rows_read,
                    table->rows_read == 1 ? "" : "s");
  if (job->options.countries_only)
    pst_buffer_printf(&job->log, "%zu of aggregates left out, ", job->count.aggregates);
  if (job->options.where != NULL)
    pst_buffer_printf(&job->log, "%zu left out by --where, ", job->count.where);
  if (job->options.given.aggregate)
    pst_buffer_printf(&job->log, "%zu cell%s used, ", job->count.used,
                      job->count.used == 1 ? "" : "s");
  else
    pst_buffer_printf(&job->log, "%zu used, ", job->count.used);
  if (!job->count.cells_told)
    pst_buffer_printf(&job->log, "%zu missing, %zu bounded, ", job->count.missing,
                      job->count.bounded);
  else if (job->count.missing > 0)
    pst_buffer_printf(&job->log, "%zu without a group, ", job->count.missing);
  pst_buffer_printf(&job->log, "%zu rejected", table->rows_rejected);
  if (job->count.join_rejected > 0)
    pst_buffer_printf(&job->log, ", %zu rejected of %s", job->count.join_rejected,
                      job->options.join.count == 1 ? job->options.join.items[0] : "--join");
  if (job->count.series_name != NULL)
    pst_buffer_printf(&job->log, "; %zu %s", job->count.series, job->count.series_name);
  pst_buffer_putc(&job->log, '\n');
}

void pst_job_flush_log(struct pst_job *job)
{
  if (!job->options.quiet)
    pst_program_say(&job->log);
  pst_buffer_clear(&job->log);
}
