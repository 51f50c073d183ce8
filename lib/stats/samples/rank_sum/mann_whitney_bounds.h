/* mann_whitney_bounds.h -- Mann and Whitney's test where some values are known only by bounds.

   pst_mann_whitney_bounds: the test over all completions: values within the bounds.
   Given     samples  a value at least in each; points are bounds with two equal ends
             test     as mann_whitney.h
   Returned  shift    where no completion differs from another; else empty, the range in the note.  Interval:
                      from the lowest lower to the highest upper end of any completion, an end beyond the
                      doubles empty.  p: the largest; the note says whether it is below 1 - level for all
                      completions, some or none, and how many values are known by bounds
             shift-min, shift-max, U1-min, U1-max, p-min, p-max
   Status    PST_UNDEFINED for an empty group; PST_USAGE as mann_whitney.h; PST_NO_MEMORY
   Cost      twice that of mann_whitney.h
   Method    U1 and all differences rise with x and fall with y, so that the ends of what they can be are those
             of two completions: x at its low and y at its high ends, and the other way.  A value known by
             bounds is taken to equal no other.  The two-sided p falls as U1 leaves its middle; where the middle
             lies between the ends the largest is 1
   Published Mann & Whitney (1947), Annals of Mathematical Statistics 18 (the test); the range over completions is
             our own
   Tested    test_mann_whitney_bounds.c, against the completions on a grid */
#ifndef PST_STATS_SAMPLES_RANK_SUM_MANN_WHITNEY_BOUNDS_H
#define PST_STATS_SAMPLES_RANK_SUM_MANN_WHITNEY_BOUNDS_H

#include "interval/bounded.h"
#include "stats/estimate.h"

struct pst_two_bounded {
  const struct pst_bounds *x;
  size_t nx;
  const struct pst_bounds *y;
  size_t ny;
};

enum pst_status pst_mann_whitney_bounds(const struct pst_two_bounded *samples,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error);

#endif
