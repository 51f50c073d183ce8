/* partial.h -- times of --aggregate that are put together from fewer values than the others: "2024 has 7 of 12 months".

   pst_trend_partial: notes on the main records of each unit, and what is said on standard error.
   Given     pairs after pst_pairs_compute, of a job with --aggregate (else nothing is done)
   Returned  nothing is left out: the user decides
   Status    PST_NO_MEMORY
   Cost      O(rows)
   Note      most times of the series (two in three) have one number of values, at least 2, and no other has more, at most 366:
             those with fewer are partial.  Where numbers vary, as in surveys, nothing is
   Tested    test_trend_partial.c, tests/cli/trend-partial  */
#ifndef PST_TREND_PARTIAL_H
#define PST_TREND_PARTIAL_H

#include "job/pairwise/pairs.h"

enum pst_status pst_trend_partial(struct pst_job *job, struct pst_pairs *pairs,
                                  struct pst_error *error);

#endif
