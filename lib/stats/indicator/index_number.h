/* index_number.h -- each value against a base of its own series, which is 100.

   pst_index_number: 100 v / b, b the mean of the series over its rows from time FIRST to LAST (the same
   time twice for one base year).
   Given     cell   n cells; KNOWN: empty cells of the range are passed over, else one of them leaves
                    the series without a base.  A time of the range without a row is no empty cell
   Returned  out    n numbers; none where no row, or an empty one, is the base, or b is not above 0
   Bounds    sharp: a value that is part of its own base counts once
   Cost      O(n) calls of O(rows of the base)
   Tested    test_indicator_bounds.c, test_indicator_kinds.c; tests/reference (indicator_index) */
#ifndef PST_STATS_INDICATOR_INDEX_NUMBER_H
#define PST_STATS_INDICATOR_INDEX_NUMBER_H

#include "stats/indicator/cell.h"
#include "stats/indicator/panel.h"

void pst_index_number(const struct pst_panel_index *index, const struct pst_bounds *cell,
                      long first, long last, bool known, struct pst_row_value *out);

#endif
