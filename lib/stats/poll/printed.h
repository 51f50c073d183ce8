/* printed.h -- a printed percentage of a known number of answers is a set of counts.

   pst_feasible_counts: all counts k of 0..N for which 100 k / N, rounded to the digits printed, is the
   printed percentage.
   Given     printed   DIGITS / 10^DECIMALS per cent of TRIALS; halves rounded up, or to the even last
                       digit
   Returned  feasible  always a run from low to high; count 0 when no count prints so (GRIM)
   Status    PST_UNDEFINED for trials that are not a whole number from 1 to 2^53, for digits that are
             negative or not whole, for more than 12 decimals
   Cost      O(1), in whole numbers of 128 bits: no rounding of the machine's own
   Published Brown & Heathers (2017), Social Psychological and Personality Science 8 (GRIM)
   Tested    test_poll.c, tests/reference (family poll_printed)

   pst_printed_counts: possible (1 or 0), k-min, k-max, k-count as rows, method "printed" or
   "printed-even"; k-min and k-max empty with a note when there is no such count. */
#ifndef PST_STATS_POLL_PRINTED_H
#define PST_STATS_POLL_PRINTED_H

#include "stats/estimate.h"

struct pst_printed_share {
  double digits; /* 523 for 52.3 % */
  int decimals;  /* 1 */
  double trials;
  bool half_even;
};

struct pst_feasible {
  double count;
  double low;
  double high;
};

enum pst_status pst_feasible_counts(const struct pst_printed_share *printed,
                                    struct pst_feasible *feasible, struct pst_error *error);

enum pst_status pst_printed_counts(const struct pst_printed_share *printed,
                                   const struct pst_test *test, struct pst_estimates *out,
                                   struct pst_arena *scratch, struct pst_error *error);

/* pst_printed_write: the percentage as it was printed, "52.3", into TEXT of SIZE. */
void pst_printed_write(const struct pst_printed_share *printed, char *text, size_t size);

#endif
