/* squares.h -- the sum of squares about the mean of numbers that are known by ranges. */
#ifndef PST_CLAIM_DATA_SQUARES_H
#define PST_CLAIM_DATA_SQUARES_H

#include "interval/range.h"

/* pst_squares_about_mean: all that the sum of squares of COUNT > 0 numbers about their mean can be.
   Given     ranges  the numbers, independent of each other
   Returned  false when memory is out.  OUT's low end is the least value; its high end is not below
             the greatest, which itself is hard to find, and equals it but where a range's middle is
             the mean; none where a range has no end
   Cost      O(COUNT log COUNT) sums of fractions
   Source    Ferson, Ginzburg, Kreinovich, Longpre and Aviles 2002, Computing variance for interval
             data is NP-hard
   Tested    test_claim_squares.c, against all corners of small boxes  */
bool pst_squares_about_mean(struct pst_exact *exact, const struct pst_range *ranges, size_t count,
                            struct pst_range *out);

#endif
