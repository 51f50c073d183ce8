/* open_declared.c -- a plain table by its package: what it names is in the first line, and all rows are alike. */
#include "tidy/open/open_declared.h"

#include <string.h>

static bool names_columns(const struct pst_sheet *sheet, const struct pst_reader_options *options)
{
  if (options->n_declared == 0 || sheet->rows[0].n != options->n_declared)
    return false;
  for (size_t c = 0; c < options->n_declared; c++)
    if (options->declared[c].name == NULL
        || !pst_text_is(pst_sheet_cell(sheet, 0, c), options->declared[c].name))
      return false;
  return true;
}

static bool is_note(const struct pst_sheet *sheet, size_t row)
{
  struct pst_text first = pst_sheet_cell(sheet, row, 0);
  bool full = sheet->rows[row].n > 2 && pst_sheet_filled(sheet, row) == sheet->rows[row].n;

  return full ? pst_frame_is_named_note(first) : pst_frame_is_note(first);
}

/* A note, a heading, the header again, or a row of another table. */
static bool is_strange(const struct pst_sheet *sheet, size_t row)
{
  return sheet->rows[row].n != sheet->rows[0].n
         || pst_sheet_filled(sheet, row) < (sheet->rows[0].n > 1 ? 2U : 1U)
         || pst_text_equal(pst_sheet_cell(sheet, row, 0), pst_sheet_cell(sheet, 0, 0))
         || is_note(sheet, row);
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* No letter, and no interval in brackets, whose comma stands between two numbers. */
static bool may_be_number(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if ((cell.data[i] | 0x20) >= 'a' && (cell.data[i] | 0x20) <= 'z')
      return false;
  return cell.size > 0 && (cell.data[0] != '[' || memchr(cell.data, ';', cell.size) != NULL);
}

/* `1,168` and `1 168`, a blank beyond ASCII perhaps, `42.7-` and `(42.7)`: what they are depends on other cells. */
static bool has_marks(struct pst_text cell)
{
  if (cell.size > 2 && cell.data[0] == '(')
    return may_be_number(cell);
  for (size_t i = 1; i < cell.size; i++) {
    char c = cell.data[i];
    bool last = i + 1 == cell.size;

    if (!is_digit(cell.data[i - 1]) || is_digit(c) || c == '.')
      continue;
    if ((unsigned char)c >= 0x80
        || (last ? c == '-' : memchr(",' ", c, 3) != NULL && is_digit(cell.data[i + 1])))
      return may_be_number(cell);
  }
  return false;
}

/* Nothing but a number: no key that could stand for those below it. */
static bool is_number(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (!is_digit(cell.data[i]) && cell.data[i] != '.' && (i > 0 || cell.data[i] != '-'))
      return false;
  return true;
}

static bool has_key(const struct pst_reader_options *options)
{
  for (size_t c = 0; c < options->n_declared; c++)
    if (options->declared[c].key)
      return true;
  return false;
}

/* A key over empty cells may be meant for them; a decimal mark has to be found. */
static bool is_doubtful(const struct pst_sheet *sheet, const struct pst_reader_options *options,
                        size_t column)
{
  bool key = has_key(options) ? options->declared[column].key
                              : !is_number(pst_sheet_cell(sheet, 1, column));

  for (size_t r = 1; r < sheet->n_rows; r++) {
    struct pst_text cell = pst_sheet_cell(sheet, r, column);

    if ((cell.size == 0 && key) || has_marks(cell))
      return true;
  }
  return false;
}

bool pst_open_is_declared(const struct pst_sheet *sheet, const struct pst_reader_options *options)
{
  if (!names_columns(sheet, options) || sheet->n_rows < 2)
    return false;
  for (size_t r = 1; r < sheet->n_rows; r++)
    if (is_strange(sheet, r))
      return false;
  for (size_t c = 0; c < options->n_declared; c++)
    if (is_doubtful(sheet, options, c))
      return false;
  return true;
}
