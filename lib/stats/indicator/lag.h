/* lag.h -- for each row, the row of the same entity at another time.

   pst_lag: K steps of the unit of the time before (after, when K is negative).
   pst_lag_to: at TIME[i], with PST_LAG_NEVER where no such time exists (29 February, a year before).
   Returned  from  n rows, PST_PANEL_NONE where there is none
   Cost      O(n log n)
   Note      year over year is a lag of 1, 4 or 12 for years, quarters and months; for days the caller
             names the day
   Tested    tests/unit/test_indicator.c */
#ifndef PST_STATS_INDICATOR_LAG_H
#define PST_STATS_INDICATOR_LAG_H

#include <limits.h>

#include "stats/indicator/panel.h"

#define PST_LAG_NEVER LONG_MIN

void pst_lag(const struct pst_panel_index *index, long k, size_t *from);
void pst_lag_to(const struct pst_panel_index *index, const long *time, size_t *from);

#endif
