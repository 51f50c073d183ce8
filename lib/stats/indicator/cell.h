/* cell.h -- what a row of an indicator holds: bounds, or nothing and why.

   All kernels of this room take and give cells as struct pst_bounds: a point, bounds, or a missing
   cell, whose low end is NaN.  A point gives a point, computed as one; an operand that is only
   bounded gives the sharp bounds of the result: every value within is reached by some completion
   of the cells, each cell the same value wherever it occurs.  Ends are rounded outwards.
   Given     cells as above
   Returned  the row's value, or the answer
   Cost      O(1)
   Tested    test_indicator*.c */
#ifndef PST_STATS_INDICATOR_CELL_H
#define PST_STATS_INDICATOR_CELL_H

#include "interval/bounded.h"

/* Why a row has no value.  PST_ROW_GIVEN: it has one. */
enum pst_row_reason {
  PST_ROW_GIVEN,
  PST_ROW_EMPTY,       /* the cell itself is empty */
  PST_ROW_BASE_ABSENT, /* no row at the time it is compared with */
  PST_ROW_BASE_EMPTY,  /* that row is empty */
  PST_ROW_BASE_NOT_POSITIVE,
  PST_ROW_NOT_POSITIVE,  /* a logarithm or a root of zero or less */
  PST_ROW_TOTAL_PARTIAL, /* a cell of the total is empty */
  PST_ROW_TOTAL_ZERO,
  PST_ROW_TOTAL_NOT_POSITIVE,
  PST_ROW_WINDOW,       /* a time of the window is absent or empty */
  PST_ROW_BROKEN,       /* a running sum after an empty cell */
  PST_ROW_OTHER_ABSENT, /* the reference entity has no row then */
  PST_ROW_OTHER_EMPTY,  /* the other column, or the reference, is empty */
  PST_ROW_OTHER_ZERO,
  PST_ROW_CONSTANT, /* no spread: one value, or all equal */
  PST_ROW_BOUNDED,  /* known only by bounds, where points are needed */
  PST_ROW_TOO_LARGE /* outside the range of doubles */
};

struct pst_row_value {
  struct pst_bounds bounds; /* low NaN without a value */
  enum pst_row_reason reason;
};

/* pst_row_reason_text: "the cell is empty" and so on; NULL for PST_ROW_GIVEN. */
const char *pst_row_reason_text(enum pst_row_reason reason);

/* pst_row_known: the cell is not missing.  pst_row_none: no value, and why. */
bool pst_row_known(const struct pst_bounds *cell);

struct pst_row_value pst_row_none(enum pst_row_reason reason);
/* pst_row_given: BOUNDS, unless an end is NaN or a point is infinite: PST_ROW_TOO_LARGE then. */
struct pst_row_value pst_row_given(struct pst_bounds bounds);

/* pst_row_scale: VALUE times a positive FACTOR (100, for per cent). */
struct pst_row_value pst_row_scale(struct pst_row_value value, double factor);

/* pst_row_may_be_zero, pst_row_positive: what the bounds allow, and what they prove. */
bool pst_row_may_be_zero(const struct pst_bounds *cell);
bool pst_row_positive(const struct pst_bounds *cell);

#endif
