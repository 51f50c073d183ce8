/* csv.c -- a grid as CSV or TSV. */
#include <string.h>

#include "report/write/writer.h"

static bool is_blank(char c)
{
  return c == ' ' || c == '\t';
}

static bool needs_quotes(const char *text, size_t size, char separator)
{
  const char special[] = {separator, '"', '\r', '\n', '\0'};

  return size == 0 || is_blank(text[0]) || is_blank(text[size - 1])
         || text[strcspn(text, special)] != '\0';
}

static void put_text(struct pst_buffer *out, const char *text, char separator)
{
  size_t size = strlen(text);

  if (!needs_quotes(text, size, separator)) {
    pst_buffer_add(out, text, size);
    return;
  }
  pst_buffer_putc(out, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"')
      pst_buffer_putc(out, '"');
    pst_buffer_putc(out, *text);
  }
  pst_buffer_putc(out, '"');
}

static void put_cell(struct pst_buffer *out, const struct pst_grid_column *column, size_t row,
                     char separator)
{
  if (pst_cell_missing(column, row))
    return;
  if (column->kind == PST_CELL_TEXT)
    put_text(out, pst_grid_text(column, row), separator);
  else
    pst_cell_exact(out, column, row);
}

static void put_row(struct pst_buffer *out, const struct pst_grid *grid, size_t row, char separator)
{
  for (size_t j = 0; j < grid->n_columns; j++) {
    if (j > 0)
      pst_buffer_putc(out, separator);
    put_cell(out, &grid->columns[j], row, separator);
  }
  /* Readers skip an empty line: a lone missing cell must not look like one. */
  if (grid->n_columns == 1 && pst_cell_missing(&grid->columns[0], row))
    pst_buffer_puts(out, "\"\"");
  pst_buffer_putc(out, '\n');
}

static void write_separated(const struct pst_grid *grid, struct pst_sink *sink, char separator)
{
  for (size_t j = 0; j < grid->n_columns; j++) {
    if (j > 0)
      pst_buffer_putc(sink->buffer, separator);
    put_text(sink->buffer, grid->columns[j].name, separator);
  }
  pst_buffer_putc(sink->buffer, '\n');
  for (size_t row = 0; row < grid->n_rows; row++) {
    put_row(sink->buffer, grid, row, separator);
    pst_sink_drain(sink);
  }
}

enum pst_status pst_write_csv(const struct pst_grid *grid, const struct pst_report_options *options,
                              struct pst_sink *sink, struct pst_error *error)
{
  (void)options;
  (void)error;
  write_separated(grid, sink, ',');
  return PST_OK;
}

enum pst_status pst_write_tsv(const struct pst_grid *grid, const struct pst_report_options *options,
                              struct pst_sink *sink, struct pst_error *error)
{
  (void)options;
  (void)error;
  write_separated(grid, sink, '\t');
  return PST_OK;
}
