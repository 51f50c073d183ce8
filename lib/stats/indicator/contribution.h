/* contribution.h -- what each part adds to the growth of the whole, in percentage points.

   pst_contribution: 100 (v_t - v_s) / T_s, s K steps before t, T the total of the group.
   Given     cell      n cells
             from_zero a part without a row at s counts as 0 there; an empty cell stays missing
   Returned  out       n percentage points; none where the part is absent or empty at either time, or
                       T_s is missing (a cell is empty) or not above 0.  Parts present at both times
                       add up to 100 times the growth of T
   Bounds    sharp: v_s stands in T_s as well
   Status    PST_NO_MEMORY only
   Cost      O(n log n)

   pst_total_growth: 100 (T_t / T_s - 1), one a slice, of the strict totals.
   Tested    test_indicator_bounds.c, test_indicator_kinds.c against completions; tests/reference (indicator_contribution) */
#ifndef PST_STATS_INDICATOR_CONTRIBUTION_H
#define PST_STATS_INDICATOR_CONTRIBUTION_H

#include "stats/indicator/cell.h"
#include "stats/indicator/panel.h"

enum pst_status pst_contribution(const struct pst_panel_index *index, const struct pst_bounds *cell,
                                 long k, bool from_zero, struct pst_row_value *out,
                                 struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_total_growth(const struct pst_panel_index *index, const struct pst_bounds *cell,
                                 long k, struct pst_row_value *out, struct pst_arena *scratch,
                                 struct pst_error *error);

#endif
