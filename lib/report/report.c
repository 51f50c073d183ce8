/* report.c -- a grid written in one of the formats. */
#include "report/report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "report/write/writer.h"

enum { DIGITS_DEFAULT = 6, WIDTH_DEFAULT = 80, WIDTH_LEAST = 20, WIDTH_MOST = 10000 };

/* COLUMNS, as shells and their users set it; 0 when it says nothing. */
static size_t width_of_environment(void)
{
  const char *columns = getenv("COLUMNS");
  char *end;
  unsigned long width;

  if (columns == NULL || columns[0] < '1' || columns[0] > '9')
    return 0;
  width = strtoul(columns, &end, 10);
  return *end == '\0' && width >= WIDTH_LEAST && width <= WIDTH_MOST ? width : 0;
}

static bool is_regular(FILE *file)
{
  struct stat about;

  return fstat(fileno(file), &about) == 0 && S_ISREG(about.st_mode);
}

size_t pst_report_told_width(FILE *file)
{
  size_t set = width_of_environment();
  struct winsize size;

  if (is_regular(file))
    return 0;
  if (set > 0)
    return set;
  return pst_file_is_terminal(fileno(file)) && ioctl(fileno(file), TIOCGWINSZ, &size) == 0
             ? size.ws_col
             : 0;
}

size_t pst_report_terminal_width(FILE *file)
{
  size_t told = pst_report_told_width(file);

  if (is_regular(file))
    return WIDTH_MOST; /* a file is cut nowhere */
  return told > 0 ? told : WIDTH_DEFAULT;
}

static enum pst_status write_to(const struct pst_grid *grid, const struct pst_format *format,
                                const struct pst_report_options *options, struct pst_sink *sink,
                                struct pst_error *error)
{
  struct pst_report_options complete = {.digits = DIGITS_DEFAULT, .width = WIDTH_DEFAULT};
  enum pst_status status;

  if (options != NULL && options->digits > 0)
    complete.digits = options->digits;
  if (options != NULL && options->width > 0)
    complete.width = options->width;
  status = format->write(grid, &complete, sink, error);
  if (status == PST_OK && sink->buffer->failed)
    status = pst_fail_memory(error);
  return status;
}

enum pst_status pst_report_print(const struct pst_grid *grid, const struct pst_format *format,
                                 const struct pst_report_options *options, struct pst_buffer *out,
                                 struct pst_error *error)
{
  struct pst_sink sink = {.buffer = out};

  return write_to(grid, format, options, &sink, error);
}

enum pst_status pst_report_write(const struct pst_grid *grid, const struct pst_format *format,
                                 const struct pst_report_options *options, FILE *file,
                                 struct pst_error *error)
{
  struct pst_buffer buffer = {.data = NULL};
  struct pst_sink sink = {.buffer = &buffer, .file = file};
  enum pst_status status;

  if (pst_error_memory_is_short()) /* what the grid shows may lack something */
    return pst_fail_memory(error);
  errno = 0;
  status = write_to(grid, format, options, &sink, error);
  if (status == PST_OK) {
    pst_sink_hand_over(&sink);
    if (ferror(file))
      status = pst_fail(error, PST_IO, "%s", errno == 0 ? "a write failed" : strerror(errno));
  }
  pst_buffer_free(&buffer);
  return status;
}
