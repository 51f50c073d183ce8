/* bracket.h -- values at places of many, by a bracket that a few of them give.

   pst_bracket_select: the values that stand at PLACES when V[0..n) is ordered.
   Given     v       n values, none NaN, in any order; left as they are
             places  count >= 1 places below n, ascending; neighbours, or near each other
             spare   room for n doubles
   Returned  values  one a place
   Cost      O(n): one pass over V without a branch, then the third of it that is within the bracket; where places are far
             from each other, or the few mislead, the whole is selected from
   Tested    test_bracket.c against the ordered values */
#ifndef PST_STATS_SLOPE_BRACKET_H
#define PST_STATS_SLOPE_BRACKET_H

#include <stddef.h>

void pst_bracket_select(const double *v, size_t n, const size_t *places, size_t count,
                        double *values, double *spare);

/* pst_bracket_median: the same of the median, the mean of the middle two for an even n. */
double pst_bracket_median(const double *v, size_t n, double *spare);

#endif
