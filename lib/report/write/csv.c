/* csv.c -- a grid as CSV or TSV. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "report/write/writer.h"

static bool is_blank(char c)
{
  return c == ' ' || c == '\t';
}

enum { CELL = 40 }; /* bytes that a cell has room for, as most do */

/* Some of the eight bytes of WORD are BYTE. */
static uint64_t has_byte(uint64_t word, char byte)
{
  word ^= UINT64_C(0x0101010101010101) * (unsigned char)byte;
  return (word - UINT64_C(0x0101010101010101)) & ~word & UINT64_C(0x8080808080808080);
}

static uint64_t has_special(uint64_t word, char separator)
{
  return has_byte(word, separator) | has_byte(word, '"') | has_byte(word, '\r')
         | has_byte(word, '\n');
}

/* TEXT into TO as it stands; 0: it is empty, too long, or needs quotes. */
static size_t put_plain(char to[CELL], const char *text, char separator)
{
  const size_t size = strlen(text);
  uint64_t word = 0, special = 0;

  if (size == 0 || size > CELL || is_blank(text[0]) || is_blank(text[size - 1]))
    return 0;
  if (size < sizeof word) {
    memcpy(&word, text, size);
    memcpy(to, text, size);
    return has_special(word, separator) ? 0 : size;
  }
  for (size_t at = 0;; at += sizeof word) {
    at = at + sizeof word > size ? size - sizeof word : at;
    memcpy(&word, text + at, sizeof word);
    memcpy(to + at, &word, sizeof word);
    special |= has_special(word, separator);
    if (at + sizeof word == size)
      return special ? 0 : size;
  }
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

/* A cell of few bytes into TO, behind those of its row; *SIZE of them.  False: it is another cell. */
static bool put_short(char to[CELL], const struct pst_grid_column *column, size_t row,
                      char separator, size_t *size)
{
  const char *text;
  double value;

  *size = 0;
  if (column->kind == PST_CELL_TEXT) {
    text = pst_grid_text(column, row);
    *size = text == NULL ? 0 : put_plain(to, text, separator);
    return text == NULL || *size > 0;
  }
  value = pst_grid_number(column, row);
  if (!isnan(value) && column->kind != PST_CELL_BOOLEAN)
    *size = pst_cell_short(to, value);
  return isnan(value) || *size > 0;
}

static void put_long(struct pst_buffer *out, const struct pst_grid_column *column, size_t row,
                     char separator)
{
  if (column->kind == PST_CELL_TEXT)
    put_text(out, pst_grid_text(column, row), separator);
  else
    pst_cell_exact(out, column, row);
}

static void put_row(struct pst_buffer *out, const struct pst_grid *grid, size_t row, char separator)
{
  char *to = pst_sink_room(out, (CELL + 1) * grid->n_columns), *at = to;
  size_t size;

  for (size_t j = 0; j < grid->n_columns && to != NULL; j++) {
    if (j > 0)
      *at++ = separator;
    if (put_short(at, &grid->columns[j], row, separator, &size)) {
      at += size;
      continue;
    }
    pst_sink_took(out, (size_t)(at - to));
    put_long(out, &grid->columns[j], row, separator);
    at = to = pst_sink_room(out, (CELL + 1) * (grid->n_columns - j));
  }
  if (to != NULL)
    pst_sink_took(out, (size_t)(at - to));
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
