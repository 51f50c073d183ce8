/* kinds.h -- what each cell of a sheet is by itself, found once: what readings are weighed by. */
#ifndef PST_LAYOUT_SHAPE_KINDS_H
#define PST_LAYOUT_SHAPE_KINDS_H

#include "base/arena.h"
#include "printed/value.h"
#include "table/read/sheet.h"

enum {
  PST_KIND_EMPTY = 0,
  PST_KIND_NUMBER = 1,
  PST_KIND_TOKEN = 2, /* for a missing number */
  PST_KIND_TEXT = 3,
  PST_KIND_BITS = 3,   /* the bits of the four above */
  PST_KIND_AMOUNT = 4, /* a text that begins as a number: `5.67 billion`, `780 F` */
  PST_KIND_PERIOD = 8, /* could be a period, but no bare number other than a year */
  PST_KIND_YEAR = 16,  /* 1800 to 2100, with a mark perhaps */
  PST_KIND_SPARE = 32, /* the bare name of a group, or a unit: `(1000)` */
  PST_KIND_SIGN = 64,  /* `*`, `***`, `(S)`: a text that names nothing */
  PST_KIND_PRICED =
      128 /* `2019 USD`, `$2019`: a period as a name of a column, an amount below one */
};

struct pst_kinds {
  const struct pst_sheet *sheet;
  size_t width;
  unsigned char *cells; /* width a row */
  bool *steps;          /* of each row: it steps in years */
};

/* pst_kinds_make: the first WIDTH columns of SHEET by RULES; false when memory is out. */
bool pst_kinds_make(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                    size_t width, struct pst_arena *arena, struct pst_kinds *grid);

/* One cell, and its kind: asked hundreds of times of each, before the first row of a table is read. */
static inline unsigned char pst_kinds_cell(const struct pst_kinds *grid, size_t row, size_t column)
{
  return grid->cells[row * grid->width + column];
}
static inline int pst_kinds_kind(const struct pst_kinds *grid, size_t row, size_t column)
{
  return pst_kinds_cell(grid, row, column) & PST_KIND_BITS;
}

/* pst_kinds_steps_in_years: ROW has 1994, 1995, 1996 and further apart, three and more with the same step: a header
   of years, whatever the columns below them hold. */
static inline bool pst_kinds_steps_in_years(const struct pst_kinds *grid, size_t row)
{
  return grid->steps[row];
}

/* pst_kinds_rules: what the names of columns in ROW need to be read so: PST_WHEN_COMPACT for 201911 and 201912, which
   are periods there. */
unsigned pst_kinds_rules(const struct pst_kinds *grid, size_t row);

/* pst_kinds_is_full: ROW has the table's width, and more than a title in it. */
bool pst_kinds_is_full(const struct pst_kinds *grid, size_t row);

#endif
