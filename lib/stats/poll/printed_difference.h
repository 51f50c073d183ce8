/* printed_difference.h -- two printed polls compared over all counts that print so.

   pst_printed_difference: the difference of two shares, first less second, as a fraction.
   Given     polls  two printed percentages with their numbers of answers
             test   level
   Returned  difference      as printed; interval from the lowest lower to the highest upper limit of
                             Newcombe's method 10 over all feasible counts of both; the note says whether
                             0 is outside for all counts, for some, or for none
             difference-min, difference-max   of the feasible counts
             low-min, low-max, high-min, high-max   of the limits: they rise with the first count and fall
                             with the second, so that the corners are the extremes
             excludes-0-all, excludes-0-any  1 or 0: whether the interval leaves out 0 for all, for any of
                             the feasible counts
             When a percentage is no count of its number of answers all but the printed difference is
             empty, and the note names it: "20 % of 21 is no count"
   Status    PST_UNDEFINED as pst_feasible_counts; PST_USAGE for an exact or permutation p;
             PST_NO_MEMORY
   Cost      O(1)
   Published Newcombe (1998), Statistics in Medicine 17:873
   Tested    test_poll.c against all pairs of counts, tests/reference (family poll_printed) */
#ifndef PST_STATS_POLL_PRINTED_DIFFERENCE_H
#define PST_STATS_POLL_PRINTED_DIFFERENCE_H

#include "stats/poll/printed.h"

struct pst_two_printed {
  struct pst_printed_share first;
  struct pst_printed_share second;
};

enum pst_status pst_printed_difference(const struct pst_two_printed *polls,
                                       const struct pst_test *test, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error);

#endif
