/* cumulative.h -- the running sum of a series in order of time.

   pst_cumulative: from the first row of the series to the row.
   Given     cell  n cells; KNOWN: an empty cell is passed over and has no sum itself; else nothing from
                   it on has one.  Times without a row do not stop the sum
   Returned  out   n sums
   Bounds    sharp
   Cost      O(n)
   Tested    test_indicator_bounds.c, test_indicator_kinds.c; tests/reference (indicator_moving) */
#ifndef PST_STATS_INDICATOR_CUMULATIVE_H
#define PST_STATS_INDICATOR_CUMULATIVE_H

#include "stats/indicator/cell.h"
#include "stats/indicator/panel.h"

void pst_cumulative(const struct pst_panel_index *index, const struct pst_bounds *cell, bool known,
                    struct pst_row_value *out);

#endif
