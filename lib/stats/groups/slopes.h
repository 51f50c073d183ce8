/* slopes.h -- whether two series have the same slope.

   pst_slopes_welch: separate fits, se = sqrt(se1^2 + se2^2), Satterthwaite's degrees of freedom; the
   default.
   pst_slopes_pooled: one residual variance (RSS1 + RSS2)/(n1 + n2 - 4): the interaction of
   y = a + b x + group + group x.
   Given     lines  2 pairs at least in each, x not constant
             test   alternative, level
   Returned  slope-difference  slope of the first less that of the second; std_error, interval, t, df, p.
                               Empty but for the estimate, with a note: two points in a series (welch), no
                               degrees of freedom (pooled), or both fits perfect
             slope-1, slope-2  least squares, with standard error and interval of their own
   Status    PST_UNDEFINED for fewer pairs or a constant x; PST_USAGE for an exact or permutation p;
             PST_NO_MEMORY
   Cost      O(n)
   Published Welch (1938); Satterthwaite (1946); Draper & Smith (1998), Applied Regression Analysis, 14
   Tested    test_groups.c, tests/reference (family slopes_difference) */
#ifndef PST_STATS_GROUPS_SLOPES_H
#define PST_STATS_GROUPS_SLOPES_H

#include "stats/estimate.h"

struct pst_two_lines {
  struct pst_sample first;
  struct pst_sample second;
};

typedef enum pst_status pst_two_lines_kernel(const struct pst_two_lines *lines,
                                             const struct pst_test *test, struct pst_estimates *out,
                                             struct pst_arena *scratch, struct pst_error *error);

pst_two_lines_kernel pst_slopes_welch;
pst_two_lines_kernel pst_slopes_pooled;

#endif
