/* cagr.h -- the compound growth rate between the first and the last observation.

   pst_cagr: (last / first)^(1 / (t_last - t_first)) - 1 a unit of time.
   Given     sample  x times in ascending order, y > 0 at both ends; n >= 2
   Returned  cagr, log_growth = ln(last / first) / (t_last - t_first)
             Each row's note gives the two times
   Status    PST_UNDEFINED when n < 2, either end is <= 0, the times are equal, or an end has several
             values; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(n), for the check that all is finite
   Note      by way of log1p((last - first) / first), so that a rate of 1e-9 keeps its digits
   Source    its definition: the constant rate that leads from the first value to the last
   Tested    test_cagr.c, tests/reference (family cagr) */
#ifndef PST_STATS_SLOPE_CAGR_H
#define PST_STATS_SLOPE_CAGR_H

#include "stats/estimate.h"

enum pst_status pst_cagr(const struct pst_sample *sample, const struct pst_test *test,
                         struct pst_estimates *out, struct pst_arena *scratch,
                         struct pst_error *error);

#endif
