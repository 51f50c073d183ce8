/* partial.h -- the trend of a series that is not that of other series.

   pst_partial_mann_kendall: S of y, less what the S of the controls foretell.
   Given     sample  in order of time; BESIDE->controls, one column or more
             test    alternative; continuity, off by default
   Returned  tau-a   of y alone: S_y / pairs; z and p are of the partial statistic
             S       S_y - c' C^-1 S_x: c the covariances of S of y with those of the controls, C theirs
             var_S   v - c' C^-1 c, v = n (n - 1)(2n + 5) / 18, which is the variance of each: ties are not
                     corrected for, as in the source
             z, S_y, then correlation[NAME] of the S of y with that of each control
   Status    PST_UNDEFINED when n < 3, time, y or a control is constant, or the controls say all or the
             same; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(k^2 n log n) for k controls
   Published Libiseller & Grimvall (2002), Environmetrics 13, 71-84; covariance: Dietz & Killeen (1981)
   Tested    test_partial.c, tests/reference (family partial_mk) */
#ifndef PST_STATS_TREND_PARTIAL_H
#define PST_STATS_TREND_PARTIAL_H

#include "stats/estimate.h"

enum pst_status pst_partial_mann_kendall(const struct pst_sample *sample,
                                         const struct pst_test *test, struct pst_estimates *out,
                                         struct pst_arena *scratch, struct pst_error *error);

#endif
