#include "job/emit.h"

#include <string.h>

#include "base/output.h"

enum pst_format pst_job_format(const struct pst_job *job)
{
  enum pst_format format;

  if (job->options.given.format)
    return job->options.format;
  if (job->options.output != NULL && strcmp(job->options.output, "-") != 0)
    return pst_format_from_path(job->options.output, &format) ? format : PST_FORMAT_CSV;
  return pst_format_default(stdout);
}

enum pst_status pst_job_emit(struct pst_job *job, struct pst_grid *grid, struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  struct pst_report_options options = {.digits = (int)job->options.digits};
  enum pst_status status = pst_output_open(&output, job->options.output, error);

  if (status != PST_OK)
    return status;
  options.width = pst_terminal_width(output.file);
  grid->conf_level = job->options.conf_level;
  status = pst_report_write(grid, pst_job_format(job), &options, output.file, error);
  if (status == PST_OK)
    return pst_output_commit(&output, error);
  if (status == PST_IO && error != NULL && error->file[0] == '\0')
    snprintf(error->file, sizeof error->file, "%s", output.path);
  pst_output_discard(&output);
  return status;
}

bool pst_job_wants_figure(const struct pst_job *job)
{
  return job->options.plot != NULL || job->options.render.count > 0;
}

static const char *file_name(const struct pst_job *job)
{
  const char *path = job->operands.count > 0 ? job->operands.items[0] : "-", *slash;

  if (strcmp(path, "-") == 0)
    return "standard input";
  slash = strrchr(path, '/');
  return slash == NULL ? path : slash + 1;
}

enum pst_status pst_job_draw(struct pst_job *job, struct pst_figure *figure,
                             struct pst_error *error)
{
  struct pst_buffer script = {.data = NULL};
  enum pst_status status;

  if (job->options.title != NULL)
    figure->title = job->options.title;
  if (job->options.subtitle != NULL)
    figure->subtitle = job->options.subtitle;
  figure->source = job->options.source != NULL ? job->options.source : file_name(job);
  if (job->options.log_axes != 0 && figure->kind != PST_FIGURE_LINES
      && figure->kind != PST_FIGURE_SCATTER)
    return pst_fail(error, PST_USAGE, "--log has no meaning for this kind of figure");
  figure->log_x = (job->options.log_axes & 1) != 0;
  figure->log_y = (job->options.log_axes & 2) != 0;
  status = pst_figure_write(figure, &script, error);
  if (status == PST_OK && job->options.plot != NULL)
    status = pst_figure_save(pst_buffer_string(&script), job->options.plot, error);
  for (size_t i = 0; i < job->options.render.count && status == PST_OK; i++)
    status = pst_figure_render(pst_buffer_string(&script), job->options.render.items[i], error);
  pst_buffer_free(&script);
  return status;
}
