/* deviations.h -- a sample as a vector of length 1 about its mean.

   pst_unit_deviations: deviations from the mean over the root of the sum of their squares.
   Given     x  N finite values, not all equal
   Returned  an array in SCRATCH; NULL when memory is out
   Cost      O(n); scaled first, so that no square leaves the doubles
   Tested    test_permutation.c, test_groups.c, by way of the permutation p-values */
#ifndef PST_STATS_DEVIATIONS_H
#define PST_STATS_DEVIATIONS_H

#include <stddef.h>

#include "base/arena.h"

double *pst_unit_deviations(const double *x, size_t n, struct pst_arena *scratch);

#endif
