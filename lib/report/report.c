/* report.c -- a grid written in one of the formats. */
#include "report/report.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "report/write/writer.h"

enum { DIGITS_DEFAULT = 6, WIDTH_DEFAULT = 80 };

size_t pst_report_terminal_width(FILE *file)
{
  struct winsize size;

  if (ioctl(fileno(file), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return WIDTH_DEFAULT;
  return size.ws_col;
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
