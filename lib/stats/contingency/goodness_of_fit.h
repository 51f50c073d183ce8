/* goodness_of_fit.h -- Pearson's test of one row of counts against given shares.

   pst_goodness_of_fit: whether counts come from categories of the given probabilities.
   Given     fit     k counts; k shares, positive, divided by their sum; NULL: all equal
   Returned  chi-squared  statistic, df = k - 1, p; a note where an expected count is below 5
             g            likelihood ratio
             cohens-w     sqrt(chi2 / n), interval by inversion of the noncentral chi-squared distribution
   Status    PST_UNDEFINED for fewer than 2 categories, no counts, a share that is not positive;
             PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(k)
   Published Pearson (1900), Philosophical Magazine 50; Cohen (1988), 7.2
   Tested    test_contingency.c, tests/reference (family goodness_of_fit) */
#ifndef PST_STATS_CONTINGENCY_GOODNESS_OF_FIT_H
#define PST_STATS_CONTINGENCY_GOODNESS_OF_FIT_H

#include "stats/estimate.h"

struct pst_fit_counts {
  size_t k;
  const double *counts;
  const double *shares; /* NULL: equal */
};

enum pst_status pst_goodness_of_fit(const struct pst_fit_counts *fit, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_arena *scratch,
                                    struct pst_error *error);

#endif
