/* differences.h -- the differences of paired values, and which of them are equal.

   pst_differences_of: x - y of each pair, those that are not 0 in order of size.
   Given     sample  finite pairs
   Returned  differences  in SCRATCH.  Decimals are not exact in doubles: 0.3 - 0.2 is not 0.2 - 0.1.
             Unless all values are whole, differences within 8 units in the last place of the largest
             value are equal, and 0 when that near to it
   Status    PST_NO_MEMORY
   Cost      O(n log n)
   Tested    test_paired.c */
#ifndef PST_STATS_PAIRED_DIFFERENCES_H
#define PST_STATS_PAIRED_DIFFERENCES_H

#include "stats/estimate.h"

struct pst_differences {
  size_t n;
  double *all;    /* in the order of the pairs; 0 where equal */
  size_t kept;    /* not 0 */
  double *sorted; /* those that are not 0, ascending */
  size_t positive;
  size_t negative;
  size_t groups;     /* of equal size, whatever the sign, ascending */
  size_t *size;      /* how many in each */
  size_t *positives; /* how many of them are positive */
  double tolerance;
};

enum pst_status pst_differences_of(const struct pst_sample *sample,
                                   struct pst_differences *differences, struct pst_arena *scratch,
                                   struct pst_error *error);

#endif
