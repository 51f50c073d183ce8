/* concordance.h -- how far several rankings of the same items agree: Kendall's W.

   pst_concordance
   Given     ratings  m columns of n finite values, one row an item
   Returned  W    12 S / (m^2 (n^3 - n) - m sum (t^3 - t)), corrected for ties; statistic
                  chi-squared = m (n - 1) W, df = n - 1, p; a note below 8 items
             S    the sum of squares of the rank sums about their mean
             chi-squared    as the estimate; it is Friedman's
   Status    PST_UNDEFINED for fewer than 2 rankings or items, or when all values of every ranking are tied;
             PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(m n log n)
   Published Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10
   Tested    test_groups.c, tests/reference (family kendall_w) */
#ifndef PST_STATS_GROUPS_CONCORDANCE_H
#define PST_STATS_GROUPS_CONCORDANCE_H

#include "stats/estimate.h"

struct pst_ratings {
  size_t m;                     /* rankings */
  size_t n;                     /* items */
  const double *const *columns; /* m of n values */
};

/* pst_concordance_of_periods: the same as a method on pairs: the rankings are beside->controls, x and y among
   them.
   Status    also PST_UNDEFINED where there are none */
pst_pair_kernel pst_concordance_of_periods;

enum pst_status pst_concordance(const struct pst_ratings *ratings, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error);

#endif
