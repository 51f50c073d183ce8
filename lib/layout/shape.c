/* shape.c -- where the table of a sheet is, when nothing but the cells tell. */
#include "layout/shape.h"

#include <string.h>

enum { LOOK_MOST = 2000 /* rows whose cells decide what a column holds */ };

/* --- width ----------------------------------------------------------------------------------- */

/* Cells up to the last column in which a row of N cells has something. */
static size_t filled_width(const struct pst_sheet *sheet, size_t n)
{
  size_t width = 0;

  for (size_t r = 0; r < sheet->n_rows && width < n; r++)
    if (sheet->rows[r].n == n && pst_sheet_width(sheet, r) > width)
      width = pst_sheet_width(sheet, r);
  return width;
}

/* The number of cells a row of those rows that have most cells together: a few records can stand
   below many narrow lines.  Titles and notes have one cell: they decide only where nothing else is
   there twice.  Among equals the larger; without columns at the end that are empty in all. */
static size_t usual_width(const struct pst_sheet *sheet, struct pst_arena *arena)
{
  size_t most = 0, best = 0, *rows;

  for (size_t r = 0; r < sheet->n_rows; r++)
    most = sheet->rows[r].n > most ? sheet->rows[r].n : most;
  rows = pst_arena_array(arena, most + 1, sizeof *rows);
  if (rows == NULL)
    return 0;
  for (size_t r = 0; r < sheet->n_rows; r++)
    if (pst_sheet_filled(sheet, r) > 0)
      rows[sheet->rows[r].n]++;
  for (size_t n = 2; n <= most; n++)
    if (rows[n] > 1 && rows[n] * n >= rows[best] * best)
      best = n;
  for (size_t n = 1; best == 0 && n <= most; n++)
    if (rows[n] > 0)
      best = n;
  return filled_width(sheet, best);
}

/* A row of the table's width with more than a title in it. */
static bool is_full(const struct pst_sheet *sheet, const struct pst_shape *shape, size_t row)
{
  size_t filled = pst_sheet_filled(sheet, row);

  return sheet->rows[row].n >= shape->width && filled >= (shape->width < 2 ? 1U : 2U);
}

/* --- what columns hold ------------------------------------------------------------------------ */

static enum pst_value_kind kind_of(const struct pst_sheet *sheet, size_t row, size_t column,
                                   const struct pst_value_rules *rules, bool *empty)
{
  struct pst_value value;
  struct pst_text cell = pst_sheet_cell(sheet, row, column);

  pst_value_part(cell, rules, &value);
  *empty = cell.size == 0;
  return value.kind;
}

/* The cells of two rows are the same: a header that stands there again is no record. */
static bool same_row(const struct pst_sheet *sheet, size_t a, size_t b)
{
  if (sheet->rows[a].n != sheet->rows[b].n)
    return false;
  for (size_t c = 0; c < sheet->rows[a].n; c++)
    if (!pst_text_equal(pst_sheet_cell(sheet, a, c), pst_sheet_cell(sheet, b, c)))
      return false;
  return true;
}

/* From the lower half of the full rows, where no header is: numbers, at most a fifth of other
   texts. */
static void find_numeric(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                         struct pst_shape *shape)
{
  size_t full = 0, seen = 0, first = sheet->n_rows;

  for (size_t r = 0; r < sheet->n_rows; r++)
    if (is_full(sheet, shape, r) && full++ == 0)
      first = r;
  for (size_t c = 0; c < shape->width; c++) {
    size_t numbers = 0, others = 0, looked = 0;

    seen = 0;
    for (size_t r = 0; r < sheet->n_rows && looked < LOOK_MOST; r++) {
      bool empty = false;
      enum pst_value_kind kind;

      if (!is_full(sheet, shape, r) || seen++ < full / 2 || same_row(sheet, r, first))
        continue;
      looked++;
      kind = kind_of(sheet, r, c, rules, &empty);
      numbers += kind == PST_VALUE_NUMBER;
      others += kind == PST_VALUE_UNREADABLE;
    }
    shape->numeric[c] = numbers > 0 && others * 5 <= numbers;
  }
}

/* --- the first record ------------------------------------------------------------------------- */

/* Cells of ROW in numeric columns: numbers, other texts, and whether all are periods in order. */
struct row_look {
  size_t numbers, others, periods;
  bool ordered;
};

static struct row_look look_at(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                               const struct pst_shape *shape, size_t row)
{
  struct row_look look = {.ordered = true};
  char last[PST_WHEN_SIZE] = "", when[PST_WHEN_SIZE];
  int direction = 0;

  for (size_t c = 0; c < shape->width; c++) {
    bool empty = false;
    enum pst_value_kind kind;

    if (!shape->numeric[c])
      continue;
    kind = kind_of(sheet, row, c, rules, &empty);
    look.numbers += kind == PST_VALUE_NUMBER || (kind == PST_VALUE_MISSING && !empty);
    look.others += kind == PST_VALUE_UNREADABLE;
    if (empty)
      continue;
    if (!pst_when_read(pst_sheet_cell(sheet, row, c), PST_WHEN_DEFAULT, when, NULL)) {
      look.ordered = false;
      continue;
    }
    if (look.periods++ > 0) {
      int step = strcmp(when, last) > 0 ? 1 : strcmp(when, last) < 0 ? -1 : 0;

      look.ordered = look.ordered && step != 0 && (direction == 0 || step == direction);
      direction = step;
    }
    memcpy(last, when, sizeof last);
  }
  return look;
}

/* Columns A and B, its neighbour to the right, have the same labels in the full rows FIRST up to END:
   a label spans the empty cells behind it. */
static bool same_labels(const struct pst_sheet *sheet, const struct pst_shape *shape, size_t first,
                        size_t end, size_t a, size_t b)
{
  for (size_t r = first; r < end; r++) {
    struct pst_text label = pst_sheet_cell(sheet, r, b);

    if (is_full(sheet, shape, r) && label.size > 0
        && !pst_text_equal(pst_sheet_cell(sheet, r, a), label))
      return false;
  }
  return true;
}

/* Two neighbours among the number columns have no labels that tell them apart yet. */
static bool lacks_names(const struct pst_sheet *sheet, const struct pst_shape *shape, size_t first,
                        size_t end)
{
  size_t last = shape->width;

  for (size_t c = 0; c < shape->width; c++) {
    if (!shape->numeric[c])
      continue;
    if (last < shape->width && same_labels(sheet, shape, first, end, last, c))
      return true;
    last = c;
  }
  return false;
}

/* A row of years is a header when no header stands above it (FIRST is ROW), when it names no record,
   or when the labels above do not name its columns without it. */
static bool is_period_row(const struct pst_sheet *sheet, const struct pst_shape *shape,
                          const struct row_look *look, size_t first, size_t row)
{
  bool all = look->periods > 0 && look->periods == look->numbers + look->others;

  if (!all)
    return false;
  if (first == row)
    return true;
  return look->periods > 1
         && (pst_sheet_cell(sheet, row, 0).size == 0 || lacks_names(sheet, shape, first, row));
}

/* A row of keys and at least one number below labels that name every column already: a record, though
   some of its cells may not be understood. */
static bool is_record(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                      const struct pst_shape *shape, const struct row_look *look, size_t first,
                      size_t row)
{
  bool keys = false, keyed = false, number = false, empty;

  for (size_t c = 0; c < shape->width; c++) {
    keys = keys || !shape->numeric[c];
    keyed = keyed || (!shape->numeric[c] && pst_sheet_cell(sheet, row, c).size > 0);
    number = number || kind_of(sheet, row, c, rules, &empty) == PST_VALUE_NUMBER;
  }
  if (is_period_row(sheet, shape, look, first, row))
    return false;
  /* Without a row above, a token such as x is a name. */
  return (look->numbers > 0 && look->others == 0 && (first < row || number))
         || (number && first < row && (keyed || !keys) && !lacks_names(sheet, shape, first, row));
}

/* Nothing but periods above the number columns: a header, though a blank row may follow it. */
static bool only_periods(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                         const struct pst_shape *shape, size_t row)
{
  struct row_look look;

  if (!is_full(sheet, shape, row))
    return false;
  look = look_at(sheet, rules, shape, row);
  return look.periods > 0 && look.ordered && look.periods == look.numbers + look.others;
}

static bool find_body(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                      struct pst_shape *shape)
{
  size_t first = sheet->n_rows; /* of the full rows above; none yet */

  for (size_t r = 0; r < sheet->n_rows; r++) {
    struct row_look look;

    if (!is_full(sheet, shape, r)) {
      if (pst_sheet_filled(sheet, r) == 0 && (r == 0 || !only_periods(sheet, rules, shape, r - 1)))
        first = sheet->n_rows;
      continue;
    }
    look = look_at(sheet, rules, shape, r);
    if (is_record(sheet, rules, shape, &look, first < r ? first : r, r)) {
      shape->body = r;
      return first < r;
    }
    first = first < r ? first : r;
  }
  return false;
}

/* --- header rows ------------------------------------------------------------------------------ */

static size_t filled_numeric(const struct pst_sheet *sheet, const struct pst_shape *shape,
                             size_t row)
{
  size_t n = 0;

  for (size_t c = 0; c < shape->width; c++)
    n += shape->numeric[c] && pst_sheet_cell(sheet, row, c).size > 0;
  return n;
}

static size_t count_numeric(const struct pst_shape *shape)
{
  size_t n = 0;

  for (size_t c = 0; c < shape->width; c++)
    n += shape->numeric[c];
  return n;
}

/* Rows above the body that name its number columns.  A title has one cell, a `Source;OECD` at most
   one in a number column. */
static bool is_header_row(const struct pst_sheet *sheet, const struct pst_shape *shape, size_t row)
{
  size_t named = filled_numeric(sheet, shape, row);

  if (pst_sheet_filled(sheet, row) == 0)
    return false;
  return named >= 2 || (named == 1 && count_numeric(shape) == 1);
}

/* `GEO (Labels)` below `TIME;2019;2020`, or a blank row there: it names no number column. */
static bool names_keys(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                       const struct pst_shape *shape, size_t row)
{
  return row > 0 && filled_numeric(sheet, shape, row) == 0
         && only_periods(sheet, rules, shape, row - 1);
}

static void find_header(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                        struct pst_shape *shape)
{
  size_t row = shape->body;

  if (row > 0 && names_keys(sheet, rules, shape, row - 1))
    row--;
  while (row > 0 && is_header_row(sheet, shape, row - 1))
    row--;
  shape->header = row;
}

bool pst_shape_find(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                    struct pst_arena *arena, struct pst_shape *shape)
{
  *shape = (struct pst_shape){.width = usual_width(sheet, arena)};
  shape->numeric = pst_arena_array(arena, shape->width + 1, sizeof *shape->numeric);
  if (shape->numeric == NULL || shape->width == 0)
    return false;
  find_numeric(sheet, rules, shape);
  if (!find_body(sheet, rules, shape))
    return false;
  find_header(sheet, rules, shape);
  return shape->header < shape->body;
}
