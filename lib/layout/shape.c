#include "layout/shape.h"

#include <string.h>

enum { LOOK_MOST = 2000 /* rows whose cells decide what a column holds */ };

/* --- width ----------------------------------------------------------------------------------- */

enum { WIDTH_MOST = 4096 };

/* The number of cells that most rows have; among equals the larger. */
static size_t usual_width(const struct pst_sheet *sheet, struct pst_arena *arena)
{
  size_t *rows = pst_arena_array(arena, WIDTH_MOST + 1, sizeof *rows), best = 0;

  if (rows == NULL)
    return 0;
  for (size_t r = 0; r < sheet->n_rows; r++)
    if (pst_sheet_filled(sheet, r) > 0)
      rows[sheet->rows[r].n < WIDTH_MOST ? sheet->rows[r].n : WIDTH_MOST]++;
  for (size_t n = 1; n <= WIDTH_MOST; n++)
    if (rows[n] > 0 && rows[n] >= rows[best])
      best = n;
  return best;
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

/* From the lower half of the full rows, where no header is: numbers, at most a fifth of other
   texts. */
static void find_numeric(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                         struct pst_shape *shape)
{
  size_t full = 0, seen = 0;

  for (size_t r = 0; r < sheet->n_rows; r++)
    full += is_full(sheet, shape, r);
  for (size_t c = 0; c < shape->width; c++) {
    size_t numbers = 0, others = 0, looked = 0;

    seen = 0;
    for (size_t r = 0; r < sheet->n_rows && looked < LOOK_MOST; r++) {
      bool empty = false;
      enum pst_value_kind kind;

      if (!is_full(sheet, shape, r) || seen++ < full / 2)
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

/* A row of years is a header when no header stands above it, or when it names no record. */
static bool is_period_row(const struct pst_sheet *sheet, const struct row_look *look, size_t row,
                          size_t full_above)
{
  bool all = look->periods > 0 && look->periods == look->numbers + look->others;

  if (!all)
    return false;
  if (full_above == 0)
    return true;
  return look->periods > 1 && pst_sheet_cell(sheet, row, 0).size == 0;
}

static bool find_body(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                      struct pst_shape *shape)
{
  size_t above = 0;

  for (size_t r = 0; r < sheet->n_rows; r++) {
    struct row_look look;

    if (!is_full(sheet, shape, r)) {
      if (pst_sheet_filled(sheet, r) == 0)
        above = 0;
      continue;
    }
    look = look_at(sheet, rules, shape, r);
    if (look.numbers > 0 && look.others == 0 && !is_period_row(sheet, &look, r, above)) {
      shape->body = r;
      return above > 0;
    }
    above++;
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

static void find_header(const struct pst_sheet *sheet, struct pst_shape *shape)
{
  size_t row = shape->body;

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
  find_header(sheet, shape);
  return shape->header < shape->body;
}
