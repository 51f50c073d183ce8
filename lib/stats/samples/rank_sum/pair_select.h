/* pair_select.h -- order statistics of all pairs, without making the pairs.

   pst_select_difference: the K-th smallest (from 1) of all x[i] - y[j].
   pst_select_mean: the K-th smallest of all means (d[i] + d[j]) / 2, i <= j (Walsh averages).
   Given     samples in ascending order; K from 1 to nx ny, or n (n + 1) / 2
   Returned  the value that stands at K when all pairs, each rounded once, are ordered
   Cost      O((nx + ny) 64) time, no memory: bisection over the doubles, each step counting pairs
             along the staircase that sorted samples make
   Published Johnson & Mizoguchi (1978), SIAM J. Computing 7 (counting); Hodges & Lehmann (1963)
   Tested    test_two_samples.c against all pairs */
#ifndef PST_STATS_SAMPLES_RANK_SUM_PAIR_SELECT_H
#define PST_STATS_SAMPLES_RANK_SUM_PAIR_SELECT_H

#include <stddef.h>
#include <stdint.h>

double pst_select_difference(const double *x, size_t nx, const double *y, size_t ny, uint64_t k);
double pst_select_mean(const double *d, size_t n, uint64_t k);

/* pst_median_difference, pst_median_mean: the median of all pairs. */
double pst_median_difference(const double *x, size_t nx, const double *y, size_t ny);
double pst_median_mean(const double *d, size_t n);

#endif
