/* sheet_style.c -- text written in another style, as CSV. */
#include "table/read/sheet_style.h"

#include <string.h>

bool pst_sheet_style_differs(const struct pst_sheet_style *style)
{
  return (style->quote != '\0' && style->quote != '"') || style->escape != '\0'
         || style->comment != '\0' || style->delimiter == ' ';
}

static char exchange(const struct pst_sheet_style *style, char c)
{
  if (style->quote == '\0')
    return c;
  return c == '"' ? style->quote : c == style->quote ? '"' : c;
}

/* LINE with its line end; QUOTED: a quote is open when it begins.  Returns whether one is at its end. */
static bool put_line(const struct pst_sheet_style *style, struct pst_text line, bool quoted,
                     struct pst_buffer *csv)
{
  bool blank = true; /* what was put last: nothing, or a blank */

  for (size_t i = 0; i < line.size; i++) {
    char c = exchange(style, line.data[i]);
    bool end = i + 1 == line.size || strchr(" \t\r\n", line.data[i + 1]) != NULL;

    if (style->escape != '\0' && line.data[i] == style->escape && i + 1 < line.size) {
      char next = exchange(style, line.data[++i]);

      pst_buffer_putc(csv, next == '"' ? '"' : line.data[i - 1]);
      pst_buffer_putc(csv, next);
      blank = false;
      continue;
    }
    quoted = quoted != (c == '"');
    if (style->delimiter == ' ' && !quoted && (c == ' ' || c == '\t')) {
      if (!blank && !end)
        pst_buffer_putc(csv, ' ');
      blank = blank || !end;
      continue;
    }
    blank = false;
    pst_buffer_putc(csv, c);
  }
  return quoted;
}

/* The line of TEXT at *AT, with its line end. */
static struct pst_text next_line(const struct pst_buffer *text, size_t *at)
{
  const char *begin = text->data + *at, *end = memchr(begin, '\n', text->size - *at);
  size_t size = end == NULL ? text->size - *at : (size_t)(end - begin) + 1;

  *at += size;
  return (struct pst_text){.data = begin, .size = size};
}

static bool is_note(const struct pst_sheet_style *style, struct pst_text line, bool quoted)
{
  return !quoted && style->comment != '\0' && line.size > 0 && line.data[0] == style->comment;
}

void pst_sheet_style_begin(const struct pst_sheet_style *style, const struct pst_buffer *text,
                           struct pst_buffer *csv)
{
  bool quoted = false;

  for (size_t at = 0; at < text->size;) {
    struct pst_text line = next_line(text, &at);

    if (is_note(style, line, quoted))
      pst_buffer_putc(csv, '\n');
    else
      quoted = put_line(style, line, quoted, csv);
  }
}

/* Quotes change places again, and a doubled escape is one.  Each cell has a text of its own. */
static void restore_cells(const struct pst_sheet_style *style, struct pst_sheet *sheet)
{
  for (size_t c = 0; c < sheet->n_cells; c++) {
    struct pst_text cell = pst_sheet_text_of(sheet, sheet->cells[c]);
    char *to = sheet->bytes.data + (cell.data - sheet->bytes.data);
    size_t size = 0;

    for (size_t i = 0; i < cell.size; i++) {
      char byte = cell.data[i];

      if (style->escape != '\0' && byte == style->escape && i + 1 < cell.size
          && cell.data[i + 1] == style->escape)
        i++;
      to[size++] = exchange(style, byte);
    }
    sheet->cells[c] -= cell.size - size;
  }
}

void pst_sheet_style_end(const struct pst_sheet_style *style, const struct pst_buffer *text,
                         struct pst_sheet *sheet)
{
  unsigned long number = 1;
  size_t row = 0;

  restore_cells(style, sheet);
  for (size_t at = 0; at < text->size; number++) {
    struct pst_text line = next_line(text, &at);

    while (row < sheet->n_rows && sheet->rows[row].line < number)
      row++;
    if (row < sheet->n_rows && sheet->rows[row].line == number && sheet->rows[row].n == 0)
      sheet->rows[row].comment = is_note(style, line, false);
  }
}
