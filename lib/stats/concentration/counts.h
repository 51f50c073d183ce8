/* counts.h -- intervals of an index of concentration when the parts are counts of a sample.

   pst_concentration_counts: of any index of the table, for one multinomial sample.
   Given     parts  whole numbers, the counts of all categories
             level  of the interval, in (0, 1)
   Returned  the standard error of the index and its Wald interval, cut to what the index can be.  By the
             delta method: var H = 4 (sum s^3 - H^2) / N, var entropy = (sum s ln^2 s - entropy^2) / N;
             functions of H or of the entropy take its limits through the function.  Of the others the variance is
             that of the gradient over a draw (gradients.h), over N
   Status    PST_UNDEFINED for values that are no counts, for shares that are all equal, where the variance has no
             first-order term, and where the index does not exist or cannot change (the share of all parts)
   Cost      O(n)
   Published Basharin (1959), Theory Prob. Appl. 4; Simpson (1949), Nature 163 (large N)
   Tested    test_concentration.c against simulation */
#ifndef PST_STATS_CONCENTRATION_COUNTS_H
#define PST_STATS_CONCENTRATION_COUNTS_H

#include "stats/concentration/table.h"

struct pst_concentration_limits {
  double std_error; /* NaN for a function that is not linear in H or the entropy */
  double low;
  double high;
};

enum pst_status pst_concentration_counts(const struct pst_concentration *index,
                                         const struct pst_amounts *parts, double parameter,
                                         double level, struct pst_concentration_limits *limits,
                                         struct pst_error *error);

#endif
