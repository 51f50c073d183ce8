/* one_sided.h -- the least and the greatest agreement of a known ranking with one that is known within bounds.

   pst_one_sided: over all completions of y, each value anywhere within its bounds, ties included.
   Given     agreement  which measure
             sides      n items; x known, NaN where the first ranking does not have the item (of overlap alone);
                        y bounds, low NaN where the second does not have it; rank 1 is the smallest.  Whole: y are
                        whole numbers, of which there are few between two ends
   Returned  range  the ends, reached by some completion each; not found where so many items may change places with each
                    other that trying them would cost more than PST_ONE_SIDED_MOST steps, or no completion has a value
   Status    PST_NO_MEMORY; without a value PST_OK, and nothing is found (PST_UNDEFINED is kept inside)
   Cost      the line is walked once, from place to place (walk.h): at most 3^k steps for each number of ties where k
             items may stand at a place
   Method    tau-b = S / sqrt(pairs untied in x times those in y): the greatest S for each number of pairs tied in y;
             rho the same with sums of products of mid-ranks; of footrule, of discordant pairs and of rank-biased
             overlap the sum itself is the measure, rank by rank or depth by depth
   Tested    test_one_sided.c against all completions */
#ifndef PST_STATS_LEEWAY_ONE_SIDED_H
#define PST_STATS_LEEWAY_ONE_SIDED_H

#include "interval/bounded.h"
#include "stats/leeway/leeway.h"

struct pst_one_sided {
  size_t n;
  const double *x;
  const struct pst_bounds *y;
  bool whole;
  double persistence; /* of overlap */
};

struct pst_one_sided_range {
  bool found;
  double low, high;
};

#define PST_ONE_SIDED_MOST 2e8

enum pst_status pst_one_sided(enum pst_leeway_order agreement, const struct pst_one_sided *sides,
                              struct pst_one_sided_range *range, struct pst_arena *scratch,
                              struct pst_error *error);

#endif
