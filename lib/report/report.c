#include "report/report.h"

#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "report/writer.h"

enum { DIGITS_DEFAULT = 6, WIDTH_DEFAULT = 80 };

#define FORMAT_NAMES                                                                               \
  [PST_FORMAT_TEXT] = "text", [PST_FORMAT_CSV] = "csv", [PST_FORMAT_TSV] = "tsv",                  \
  [PST_FORMAT_JSON] = "json", [PST_FORMAT_JSONL] = "jsonl", [PST_FORMAT_MARKDOWN] = "markdown"

const char *const pst_format_names[] = {FORMAT_NAMES, NULL};
const char *const pst_format_page_names[] = {FORMAT_NAMES, [PST_FORMAT_HTML] = "html", NULL};

static pst_writer *const writers[] = {
    [PST_FORMAT_TEXT] = pst_write_text,   [PST_FORMAT_CSV] = pst_write_csv,
    [PST_FORMAT_TSV] = pst_write_tsv,     [PST_FORMAT_JSON] = pst_write_json,
    [PST_FORMAT_JSONL] = pst_write_jsonl, [PST_FORMAT_MARKDOWN] = pst_write_markdown,
};

static const struct {
  const char *ending;
  enum pst_format format;
} endings[] = {
    {".txt", PST_FORMAT_TEXT},     {".csv", PST_FORMAT_CSV},     {".tsv", PST_FORMAT_TSV},
    {".tab", PST_FORMAT_TSV},      {".json", PST_FORMAT_JSON},   {".jsonl", PST_FORMAT_JSONL},
    {".ndjson", PST_FORMAT_JSONL}, {".md", PST_FORMAT_MARKDOWN}, {".markdown", PST_FORMAT_MARKDOWN},
    {".html", PST_FORMAT_HTML},    {".htm", PST_FORMAT_HTML},
};

bool pst_format_from_path(const char *path, enum pst_format *format)
{
  const char *name = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
  const char *dot = strrchr(name, '.');

  for (size_t i = 0; dot != NULL && i < sizeof endings / sizeof *endings; i++) {
    if (strcasecmp(dot, endings[i].ending) == 0) {
      *format = endings[i].format;
      return true;
    }
  }
  return false;
}

enum pst_format pst_format_default(FILE *file)
{
  return isatty(fileno(file)) ? PST_FORMAT_TEXT : PST_FORMAT_CSV;
}

size_t pst_terminal_width(FILE *file)
{
  struct winsize size;

  if (ioctl(fileno(file), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return WIDTH_DEFAULT;
  return size.ws_col;
}

static enum pst_status write_to(const struct pst_grid *grid, enum pst_format format,
                                const struct pst_report_options *options, struct pst_sink *sink,
                                struct pst_error *error)
{
  struct pst_report_options complete = {.digits = DIGITS_DEFAULT, .width = WIDTH_DEFAULT};
  enum pst_status status;

  if (options != NULL && options->digits > 0)
    complete.digits = options->digits;
  if (options != NULL && options->width > 0)
    complete.width = options->width;
  status = writers[format](grid, &complete, sink, error);
  if (status == PST_OK && sink->buffer->failed)
    status = pst_fail_memory(error);
  return status;
}

enum pst_status pst_report_print(const struct pst_grid *grid, enum pst_format format,
                                 const struct pst_report_options *options, struct pst_buffer *out,
                                 struct pst_error *error)
{
  struct pst_sink sink = {.buffer = out};

  return write_to(grid, format, options, &sink, error);
}

enum pst_status pst_report_write(const struct pst_grid *grid, enum pst_format format,
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
