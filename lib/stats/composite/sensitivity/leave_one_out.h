/* leave_one_out.h -- what the ranks become without one indicator.

   pst_leave_one_out: the rank of every entity when indicator k has weight 0 and the others are
   renormalised; normalised values stay as they are.
   Given     y       n rows of COUNT normalised values, NaN where missing
   Returned  rank    COUNT rows of n ranks, 0 where an entity has no score
   pst_leave_one_out_summary: smallest and largest rank and the mean |rank - nominal| of ENTITY over the
   indicators; NaN when a rank of it is missing.
   Status    PST_NO_MEMORY
   Cost      O(count n (count + log n))
   Tested    test_composite.c; tests/reference (family composite) */
#ifndef PST_STATS_COMPOSITE_SENSITIVITY_LEAVE_ONE_OUT_H
#define PST_STATS_COMPOSITE_SENSITIVITY_LEAVE_ONE_OUT_H

#include "base/arena.h"
#include "base/error.h"
#include "stats/composite/score.h"

struct pst_leave_one_out {
  double low;
  double high;
  double mean_shift;
};

enum pst_status pst_leave_one_out(const double *y, size_t n, const double *weight, size_t count,
                                  const struct pst_aggregation *how, size_t *rank,
                                  struct pst_arena *scratch, struct pst_error *error);

struct pst_leave_one_out pst_leave_one_out_summary(const size_t *rank, size_t n, size_t count,
                                                   size_t entity, size_t nominal);

#endif
