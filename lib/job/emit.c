/* emit.c -- results and figures to where the options want them. */
#include "job/emit.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/output.h"
#include "base/unicode/shown.h"
#include "figure/page/label.h"
#include "figure/term/term.h"
#include "job/aggregate.h"

/* The format that the ending of -o names, if this program has it; else NULL. */
static const struct pst_format *format_of_output(const struct pst_job *job)
{
  const struct pst_format *format = pst_format_from_path(job->options.output);

  return format != NULL && (format->write != NULL || job->options.pages) ? format : NULL;
}

const struct pst_format *pst_job_format(const struct pst_job *job)
{
  const struct pst_format *by_ending;

  if (job->options.given.format)
    return &pst_formats[job->options.format];
  if (job->options.output == NULL || strcmp(job->options.output, "-") == 0)
    return pst_format_default(stdout);
  by_ending = format_of_output(job);
  return by_ending != NULL ? by_ending : pst_format_named("csv");
}

static enum pst_status check_figure_options(const struct pst_job *job, struct pst_error *error)
{
  const struct {
    bool given;
    const char *name;
  } of_figures[] = {{job->options.title != NULL, "--title"},
                    {job->options.subtitle != NULL, "--subtitle"},
                    {job->options.source != NULL, "--source"},
                    {job->options.x_label != NULL, "--xlabel"},
                    {job->options.y_label != NULL, "--ylabel"},
                    {job->options.size.width > 0, "--size"},
                    {job->options.height > 0, "--height"},
                    {job->options.share_scale != PST_FIGURE_SCALE_AUTO, "--share-scale"},
                    {job->options.highlight.count > 0, "--highlight"},
                    {job->options.log_axes != 0, "--log"}};

  for (size_t i = 0; i < sizeof of_figures / sizeof *of_figures && !pst_job_wants_figure(job); i++)
    if (of_figures[i].given)
      return pst_fail(error, PST_USAGE, "%s is for a figure; ask for one with --plot or --render",
                      of_figures[i].name);
  return PST_OK;
}

/* What no option names: standard output, the operands, and the packages beside them. */
static enum pst_status check_files(struct pst_job *job, struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  enum pst_status status = pst_files_add_tables(&job->files, &job->arena, &job->operands, error);

  for (size_t i = 0; i < o->join.count && status == PST_OK; i++)
    status =
        pst_files_add_package(&job->files, &job->arena, PST_FILE_READ, o->join.items[i], error);
  /* `--layout k.json`: a reading that --save-layout kept; the names of layouts have no point. */
  if (status == PST_OK && o->layout != NULL && strpbrk(o->layout, "/.") != NULL)
    status = pst_files_add(&job->files, &job->arena, PST_FILE_READ, "--layout", o->layout, error);
  if (status == PST_OK && o->output == NULL && !o->dry_run)
    status = pst_files_add(&job->files, &job->arena, PST_FILE_WRITE, "standard output", "-", error);
  return status == PST_OK ? pst_files_check(&job->files, error) : status;
}

static bool ends(const char *path, const char *ending)
{
  size_t size = strlen(path), end = strlen(ending);

  return size > end && strcmp(path + size - end, ending) == 0;
}

/* A picture's name for --plot would hold a script, and a table's be the loss of the table. */
static enum pst_status check_figure_endings(const struct pst_job *job, struct pst_error *error)
{
  const char *plot = job->options.plot;
  const struct pst_list *render = &job->options.render;
  enum pst_status status = PST_OK;

  if (plot != NULL && strcmp(plot, "-") != 0 && pst_file_keeps(plot) && !ends(plot, ".gp"))
    return pst_fail(
        error, PST_USAGE,
        "--plot: '%s' does not end in .gp; --plot writes a gnuplot script, and --render "
        "FILE.svg, .png or .pdf draws the figure",
        plot);
  for (size_t i = 0; i < render->count && status == PST_OK; i++)
    status = pst_figure_check_path(render->items[i], error);
  return status;
}

static bool is_terminal(const char *path)
{
  return strcmp(path, PST_FIGURE_TERMINAL) == 0;
}

/* A drawing would end up among the rows of a table for machines. */
static enum pst_status check_terminal(const struct pst_job *job, struct pst_error *error)
{
  const char *output = job->options.output;
  const struct pst_list *render = &job->options.render;

  for (size_t i = 0; i < render->count; i++)
    if (is_terminal(render->items[i]) && (output == NULL || strcmp(output, "-") == 0)
        && !pst_job_format(job)->for_people)
      return pst_fail(error, PST_USAGE,
                      "--render term draws on standard output, where the %s goes; add -o FILE, or "
                      "--format text",
                      pst_job_format(job)->name);
  return PST_OK;
}

static enum pst_status check_ending(const struct pst_job *job, struct pst_error *error)
{
  const char *output = job->options.output;
  struct pst_buffer endings = {.data = NULL};

  if (output == NULL || !pst_file_keeps(output) || job->options.given.format
      || format_of_output(job) != NULL)
    return PST_OK;
  pst_format_endings(job->options.pages, &endings);
  pst_fail(error, PST_USAGE, "the ending of '%s' names no format; use %s, or add --format", output,
           pst_buffer_string(&endings));
  pst_buffer_free(&endings);
  return PST_USAGE;
}

static enum pst_status check_digits(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_format *format = pst_job_format(job);
  struct pst_buffer people = {.data = NULL};

  if (!job->options.given.digits || format->for_people)
    return PST_OK;
  pst_format_people(&people);
  pst_fail(error, PST_USAGE, "--digits is for %s; %s gives every digit (add --format text)",
           pst_buffer_string(&people), format->name);
  pst_buffer_free(&people);
  return PST_USAGE;
}

enum pst_status pst_job_check_output(struct pst_job *job, struct pst_error *error)
{
  enum pst_status status = check_figure_options(job, error);

  /* Where the result of all parts goes is known when they are merged. */
  if (status == PST_OK && job->options.part == NULL)
    status = check_ending(job, error);
  if (status == PST_OK && job->options.part == NULL)
    status = check_digits(job, error);
  if (status == PST_OK && job->options.part == NULL)
    status = check_terminal(job, error);
  if (status == PST_OK)
    status = check_files(job, error);
  return status == PST_OK ? check_figure_endings(job, error) : status;
}

size_t pst_job_width(const struct pst_job *job, FILE *file)
{
  return job->options.width > 0 ? job->options.width : pst_report_terminal_width(file);
}

/* TEXT with what moves the cursor written out, but for its own tabs and line ends. */
static void show(struct pst_text text, struct pst_buffer *out)
{
  size_t begin = 0;

  for (size_t i = 0; i <= text.size; i++) {
    if (i < text.size && text.data[i] != '\t' && text.data[i] != '\n')
      continue;
    pst_buffer_shown(out, (struct pst_text){.data = text.data + begin, .size = i - begin});
    if (i < text.size)
      pst_buffer_putc(out, text.data[i]);
    begin = i + 1;
  }
}

/* Before somebody's eyes no byte of a table moves the cursor; what a program reads has them as they are. */
static enum pst_status write_shown(const struct pst_grid *grid, const struct pst_format *format,
                                   const struct pst_report_options *options, FILE *out,
                                   struct pst_error *error)
{
  FILE *plain = tmpfile();
  struct pst_buffer text = {.size = 0}, shown = {.size = 0};
  enum pst_status status = plain == NULL
                               ? pst_fail(error, PST_IO, "no temporary file: %s", strerror(errno))
                               : pst_report_write(grid, format, options, plain, error);
  char block[4096];
  size_t n;

  if (plain != NULL)
    rewind(plain);
  while (status == PST_OK && (n = fread(block, 1, sizeof block, plain)) > 0)
    pst_buffer_add(&text, block, n);
  if (status == PST_OK && ferror(plain))
    status = pst_fail(error, PST_IO, "a temporary file cannot be read again: %s", strerror(errno));
  if (plain != NULL)
    fclose(plain);
  show((struct pst_text){.data = pst_buffer_string(&text), .size = text.size}, &shown);
  if (status == PST_OK && (text.failed || shown.failed))
    status = pst_fail_memory(error);
  if (status == PST_OK)
    fwrite(pst_buffer_string(&shown), 1, shown.size, out);
  pst_buffer_free(&text);
  pst_buffer_free(&shown);
  return status;
}

enum pst_status pst_job_emit(struct pst_job *job, struct pst_grid *grid, struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  struct pst_report_options options = {.digits = (int)job->options.digits};
  enum pst_status status = pst_output_open(&output, job->options.output, error);

  if (status != PST_OK)
    return status;
  options.width = pst_job_width(job, output.file);
  grid->conf_level = job->options.conf_level;
  status =
      strcmp(pst_job_format(job)->name, "text") != 0 && pst_file_is_terminal(fileno(output.file))
          ? write_shown(grid, pst_job_format(job), &options, output.file, error)
          : pst_report_write(grid, pst_job_format(job), &options, output.file, error);
  if (status == PST_OK)
    return pst_output_commit(&output, error);
  pst_output_name(&output, error);
  pst_output_discard(&output);
  return status;
}

enum pst_status pst_job_show_picture(struct pst_job *job, struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  enum pst_status status;

  if (job->picture.size == 0)
    return PST_OK;
  status = pst_output_open(&output, NULL, error);
  if (status != PST_OK)
    return status;
  if (job->options.output == NULL || strcmp(job->options.output, "-") == 0)
    fputc('\n', output.file);
  fputs(pst_buffer_string(&job->picture), output.file);
  return pst_output_commit(&output, error);
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

/* Behind what the figure says of itself. */
static bool name_aggregate(struct pst_job *job, struct pst_figure *figure)
{
  const char *before = figure->subtitle == NULL ? "" : figure->subtitle;
  struct pst_buffer how = {.data = NULL};

  pst_job_aggregate_print(job, " or ", false, &how);
  figure->subtitle = pst_arena_format(&job->arena, "%s%sEach value is the %s of its rows", before,
                                      before[0] == '\0' ? "" : ". ", pst_buffer_string(&how));
  pst_buffer_free(&how);
  return figure->subtitle != NULL;
}

/* What --size, --width and --height say. */
static void set_size(const struct pst_job_options *o, struct pst_figure *figure)
{
  if (o->size.width > 0) {
    figure->width = o->size.width;
    figure->height = o->size.height;
  }
  if (o->width >= PST_FIGURE_LEAST)
    figure->width = (int)o->width;
  if (o->height > 0)
    figure->height = (int)o->height;
}

/* What --xlabel and --ylabel say; a title that was made here has said the name of the upright axis. */
static void name_axes(struct pst_job *job, struct pst_figure *figure)
{
  if (job->options.x_label != NULL)
    figure->x_label = job->options.x_label;
  if (job->options.y_label != NULL)
    figure->y_label = job->options.y_label;
  else if (job->options.title == NULL)
    figure->y_label = pst_label_beside(figure->title, figure->y_label, &job->arena);
}

/* What --title and --subtitle say, for these groups. */
static enum pst_status set_titles(struct pst_job *job, struct pst_figure *figure,
                                  struct pst_error *error)
{
  const struct pst_job_drawing *drawing = job->drawing;

  if (job->options.title != NULL)
    figure->title = drawing == NULL ? job->options.title : drawing->title;
  else if (drawing != NULL)
    figure->title = pst_arena_format(&job->arena, "%s: %s", figure->title, drawing->label);
  if (job->options.subtitle != NULL)
    figure->subtitle = drawing == NULL ? job->options.subtitle : drawing->subtitle;
  else if (job->options.given.aggregate && !name_aggregate(job, figure))
    return pst_fail_memory(error);
  return PST_OK;
}

bool pst_job_is_template(const char *path)
{
  const char *open = strchr(path, '{');

  return open != NULL && strchr(open, '}') != NULL;
}

/* --width, COLUMNS or the terminal's; of a file the usual 80. */
static size_t picture_width(const struct pst_job *job)
{
  const size_t width = pst_job_width(job, stdout);

  return width > PST_TERM_MOST && job->options.width == 0 ? 80 : width;
}

/* Into the files of --plot and --render, or into that of these groups. */
static enum pst_status write_figure(struct pst_job *job, const struct pst_figure *figure,
                                    const char *script, struct pst_error *error)
{
  const struct pst_list *render = &job->options.render;
  enum pst_status status = PST_OK;

  if (job->drawing != NULL)
    return pst_figure_keep(script, figure, job->drawing->path, &job->drawing->kept, error);
  for (size_t i = 0; i < render->count && !job->draws_apart; i++)
    if (pst_job_is_template(render->items[i]))
      return pst_fail(
          error, PST_USAGE,
          "--render: '%s' asks for a figure a group, and this figure has none; trend, "
          "rank, correlate, compare, regress, composite and indicator draw them, with -g",
          render->items[i]);
  if (job->options.plot != NULL)
    status = pst_figure_save(script, job->options.plot, error);
  for (size_t i = 0; i < render->count && status == PST_OK; i++)
    if (is_terminal(render->items[i]))
      status = pst_term_draw(figure, picture_width(job), &job->picture, error);
    else if (!pst_job_is_template(render->items[i]))
      status = pst_figure_render(script, figure, render->items[i], error);
  return status;
}

enum pst_status pst_job_draw(struct pst_job *job, struct pst_figure *figure,
                             struct pst_error *error)
{
  struct pst_buffer script = {.data = NULL};
  enum pst_status status = set_titles(job, figure, error);

  if (status != PST_OK)
    return status;
  figure->source = job->options.source != NULL ? job->options.source : file_name(job);
  name_axes(job, figure);
  set_size(&job->options, figure);
  figure->scale = (enum pst_figure_scale)job->options.share_scale;
  if (job->options.log_axes != 0 && !pst_figure_takes_log(figure->kind))
    return pst_fail(error, PST_USAGE, "--log has no meaning for this kind of figure");
  figure->log_x = (job->options.log_axes & 1) != 0;
  figure->log_y = (job->options.log_axes & 2) != 0;
  status = pst_figure_write(figure, &script, error);
  if (status == PST_OK)
    status = write_figure(job, figure, pst_buffer_string(&script), error);
  pst_buffer_free(&script);
  return status;
}
