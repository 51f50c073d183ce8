/* compare.h -- the slopes of the groups, each two held against each other.

   pst_trend_compare: for each two groups, column and method that compares slopes, records of the difference, in
   a grid whose groups are the first of the two and whose `against` is the second.
   Given     pairs  groups, pairs and n_pairs set, before pst_pairs_compute
             names  of the group columns
   Returned  GRID, for pst_estimate_grid_free
   Status    PST_USAGE without groups to compare, or a method that compares; PST_NO_MEMORY
   Tested    tests/cli/trend-compare, trend-compare-serial  */
#ifndef PST_TREND_COMPARE_H
#define PST_TREND_COMPARE_H

#include "job/pairwise/pairs.h"

enum pst_status pst_trend_compare(struct pst_job *job, const struct pst_pairs *pairs,
                                  const char *const *names, struct pst_estimate_grid *grid,
                                  struct pst_error *error);

#endif
