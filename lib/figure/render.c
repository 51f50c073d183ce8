/* render.c -- scripts kept in files, and gnuplot run on them.

   Nothing passes through a shell.  The script is gnuplot's standard input and the figure its standard
   output, so that no file name is ever part of a script; memory files stand between the steps. */
#include "figure/figure.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/output.h"
#include "base/text.h"
#include "figure/command.h"
#include "figure/hover/hover.h"
#include "figure/mark.h"

static bool write_whole(int fd, const char *data, size_t size)
{
  while (size > 0) {
    ssize_t done = write(fd, data, size);

    if (done < 0 && errno == EINTR)
      continue;
    if (done <= 0)
      return false;
    data += done;
    size -= (size_t)done;
  }
  return true;
}

enum pst_status pst_figure_save(const char *script, const char *path, struct pst_error *error)
{
  struct pst_output output;
  enum pst_status status = pst_output_open(&output, path, error);

  if (status != PST_OK)
    return status;
  fputs(script, output.file);
  return pst_output_commit(&output, error);
}

/* A memory file above the standard streams, so that adding it to a child's never overwrites one. */
static int memory_file(void)
{
  int fd = memfd_create("polstat", MFD_CLOEXEC), high;

  if (fd < 0 || fd > 2)
    return fd;
  high = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  close(fd);
  return high;
}

static enum pst_status run(const char *const arguments[], const char *package, int in, int out,
                           struct pst_error *error)
{
  int errors = memory_file();
  enum pst_status status;

  if (errors < 0)
    return pst_fail(error, PST_IO, "cannot make a memory file: %s", strerror(errno));
  status = pst_command_run(arguments, package, (const int[]){in, out, errors}, error);
  if (status == PST_OK && lseek(out, 0, SEEK_END) <= 0)
    status = pst_fail(error, PST_IO, "%s ended without drawing anything", arguments[0]);
  close(errors);
  return status;
}

static enum pst_status run_gnuplot(const char *script, const char *terminal, int out,
                                   struct pst_error *error)
{
  char setting[64];
  const char *arguments[] = {"gnuplot", "-d", "-e", setting, "-", NULL};
  int in = memory_file();
  enum pst_status status;

  if (in < 0)
    return pst_fail(error, PST_IO, "cannot make a memory file: %s", strerror(errno));
  snprintf(setting, sizeof setting, "terminal='%s'; output=''", terminal);
  if (!write_whole(in, script, strlen(script)) || lseek(in, 0, SEEK_SET) < 0)
    status = pst_fail(error, PST_IO, "cannot write a memory file: %s", strerror(errno));
  else
    status = run(arguments, "gnuplot-nox", in, out, error);
  close(in);
  return status;
}

/* A drawing as SVG, turned into FORMAT (pdf, png) by rsvg-convert; ZOOM times the size. */
static enum pst_status run_convert(const char *script, const char *format, const char *zoom,
                                   int out, struct pst_error *error)
{
  const char *arguments[] = {"rsvg-convert", "-f", format, "-z", zoom, NULL};
  int svg = memory_file();
  enum pst_status status;

  if (svg < 0)
    return pst_fail(error, PST_IO, "cannot make a memory file: %s", strerror(errno));
  status = run_gnuplot(script, "svg", svg, error);
  if (status == PST_OK && lseek(svg, 0, SEEK_SET) < 0)
    status = pst_fail(error, PST_IO, "cannot read a memory file: %s", strerror(errno));
  if (status == PST_OK)
    status = run(arguments, "librsvg2-bin", svg, out, error);
  close(svg);
  return status;
}

/* Whether all characters are such as every font has: Latin letters, punctuation, arrows and
   mathematical signs.  For a character that no font has, gnuplot's pngcairo draws a box of its
   hexadecimal digits thousands of pixels wide, over the whole figure. */
static bool has_plain_text(const char *script)
{
  struct pst_text text = pst_text_of(script);

  for (size_t at = 0; at < text.size;) {
    unsigned long code = pst_utf8_next(text, &at);

    if (code >= 0x250 && (code < 0x2010 || code > 0x22FF))
      return false;
  }
  return true;
}

static enum pst_status run_format(const char *script, const char *format, int out,
                                  struct pst_error *error)
{
  if (strcmp(format, "pdf") == 0)
    return run_convert(script, format, "1", out, error);
  if (strcmp(format, "png") == 0 && !has_plain_text(script))
    return run_convert(script, format, "2", out, error);
  return run_gnuplot(script, format, out, error);
}

/* gnuplot does not tell that a write failed: what it writes goes to memory, and from there out. */
static enum pst_status read_whole(int from, struct pst_buffer *drawing, struct pst_error *error)
{
  char data[65536];
  ssize_t got;

  if (lseek(from, 0, SEEK_SET) < 0)
    return pst_fail(error, PST_IO, "cannot read a memory file: %s", strerror(errno));
  while ((got = read(from, data, sizeof data)) > 0)
    pst_buffer_add(drawing, data, (size_t)got);
  if (got < 0)
    return pst_fail(error, PST_IO, "cannot read a memory file: %s", strerror(errno));
  return drawing->failed ? pst_fail_memory(error) : PST_OK;
}

static bool ends(const char *path, const char *ending)
{
  size_t size = strlen(path);

  return size > 4 && strcmp(path + size - 4, ending) == 0;
}

/* The format that the ending of PATH names; NULL: none. */
static const char *find_format(const char *path)
{
  return ends(path, ".svg")   ? "svg"
         : ends(path, ".png") ? "png"
         : ends(path, ".pdf") ? "pdf"
                              : NULL;
}

enum pst_status pst_figure_check_path(const char *path, struct pst_error *error)
{
  if (find_format(path) == NULL && strcmp(path, PST_FIGURE_TERMINAL) != 0)
    return pst_fail(error, PST_USAGE,
                    "a figure's file name ends in .svg, .png or .pdf, or it is " PST_FIGURE_TERMINAL
                    ", unlike '%s'",
                    path);
  return PST_OK;
}

/* The drawing of SCRIPT in FORMAT, an svg with the names of FIGURE. */
static enum pst_status draw(const char *script, const struct pst_figure *figure, const char *format,
                            struct pst_buffer *drawing, struct pst_error *error)
{
  struct pst_buffer plain = {.data = NULL};
  const int file = memory_file();
  enum pst_status status;

  if (file < 0)
    return pst_fail(error, PST_IO, "cannot make a memory file: %s", strerror(errno));
  status = run_format(script, format, file, error);
  if (status == PST_OK && strcmp(format, "svg") == 0) {
    status = read_whole(file, &plain, error);
    if (status == PST_OK)
      pst_hover_name(figure, pst_buffer_string(&plain), drawing);
    if (status == PST_OK && drawing->failed)
      status = pst_fail_memory(error);
  } else if (status == PST_OK) {
    status = read_whole(file, drawing, error);
  }
  close(file);
  pst_buffer_free(&plain);
  return status;
}

/* With MARK; NULL: without. */
static enum pst_status render(const char *script, const struct pst_figure *figure, const char *path,
                              const char *mark, struct pst_error *error)
{
  const char *format = find_format(path);
  struct pst_buffer drawing = {.data = NULL};
  struct pst_output output;
  enum pst_status status;

  if (format == NULL)
    return pst_fail(error, PST_USAGE,
                    "a figure's file name ends in .svg, .png or .pdf, unlike '%s'", path);
  status = pst_output_open(&output, path, error);
  if (status != PST_OK)
    return status;
  status = draw(script, figure, format, &drawing, error);
  if (status != PST_OK)
    pst_output_discard(&output);
  else if (mark != NULL)
    pst_mark_put(output.file, format, drawing.data, drawing.size, mark);
  else
    fwrite(drawing.data, 1, drawing.size, output.file); /* a failure is said at the commit */
  pst_buffer_free(&drawing);
  return status == PST_OK ? pst_output_commit(&output, error) : status;
}

enum pst_status pst_figure_render(const char *script, const struct pst_figure *figure,
                                  const char *path, struct pst_error *error)
{
  return render(script, figure, path, NULL, error);
}

enum pst_status pst_figure_keep(const char *script, const struct pst_figure *figure,
                                const char *path, bool *kept, struct pst_error *error)
{
  char mark[PST_MARK_SIZE];

  pst_mark_make(mark, script, figure);
  *kept = pst_mark_stands(path, mark);
  return *kept ? PST_OK : render(script, figure, path, mark, error);
}
