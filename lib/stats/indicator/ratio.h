/* ratio.h -- a value over another: of a reference entity, of another column, of prices.

   pst_ratio_to_entity: v over the value of ENTITY at the same time, in the same group.
   pst_ratio_to_column: v over DIVISOR in the same row (per capita).
   pst_deflate: v D_base / D_t, D the DEFLATOR of the same series, at time BASE and here.
   Given     cell, divisor, deflator  n cells each (cell.h); entity and base of the panel, or none of it
   Returned  out  n values; none where the divisor is absent, empty or, for a ratio, 0; for prices, not
                  above 0.  The reference itself is 1, and a value at the base time is itself
   Bounds    sharp
   Cost      O(n log n)
   Tested    test_indicator_bounds.c, test_indicator_kinds.c; tests/reference (indicator_ratio) */
#ifndef PST_STATS_INDICATOR_RATIO_H
#define PST_STATS_INDICATOR_RATIO_H

#include "stats/indicator/cell.h"
#include "stats/indicator/panel.h"

void pst_ratio_to_entity(const struct pst_panel_index *index, const struct pst_bounds *cell,
                         size_t entity, struct pst_row_value *out);
void pst_ratio_to_column(const struct pst_bounds *cell, const struct pst_bounds *divisor, size_t n,
                         struct pst_row_value *out);
void pst_deflate(const struct pst_panel_index *index, const struct pst_bounds *cell,
                 const struct pst_bounds *deflator, long base, struct pst_row_value *out);

#endif
