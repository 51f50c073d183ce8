/* moments.h -- central moments of one variable, to nearly full double accuracy.

   pst_moments_of: sums of powers of the deviations from the mean.
   Given     x, n     n >= 1 finite values
   Returned  moments  the mean (as high + low) and the sums of d^2, d^3, d^4, |d| and of d_i d_(i+1)
                      in the order given, where d = (x - mean) * scale and scale is a power of two
                      that brings the largest |d| near 1
                      total, the sum; from PST_PAIR_SUM_FROM values on total, mean and squares are the
                      exact sums (interval/sum/pair_sum.h), rounded once
   Cost      O(n), three passes, sums compensated
   Tested    NIST StRD univariate sets, test_describe.c; tests/cli/test_exact_sums.py

   pst_moments_of_sorted: total, mean, scale and sum of squares alone, the same to the last bit.
   Given     sorted   the values of x in ascending order
   Returned  moments  the rest NaN
   Cost      O(n), two passes
   Tested    test_describe.c

   pst_skewness, pst_kurtosis: of TYPE 1 (g1 = m3 / m2^1.5, g2 = m4 / m2^2 - 3), 2 (Excel, SAS, SPSS:
   G1, G2, needs n >= 3, 4) or 3 (Minitab, GSL: b1, b2).  Kurtosis is the excess over the normal.
   NaN when the values are constant, too few, or TYPE does not exist.
   Published Joanes & Gill (1998), The Statistician 47 */
#ifndef PST_STATS_DESCRIPTION_MOMENTS_H
#define PST_STATS_DESCRIPTION_MOMENTS_H

#include <stddef.h>

#include "stats/sum.h"

struct pst_moments {
  size_t n;
  double total;
  struct pst_sum mean;
  double scale;
  double squares;
  double cubes;
  double fourths;
  double absolute;
  double lagged;
};

void pst_moments_of(const double *x, size_t n, struct pst_moments *moments);
void pst_moments_of_sorted(const double *x, const double *sorted, size_t n,
                           struct pst_moments *moments);

double pst_skewness(const struct pst_moments *moments, int type);
double pst_kurtosis(const struct pst_moments *moments, int type);

/* pst_scale_of: the power of two that brings the largest |x - mean| near 1; 1 for a constant. */
double pst_scale_of(const double *x, size_t n, const struct pst_sum *mean);

/* pst_unscale_square: a sum of squares of scaled values in the units of the data: SQUARES / SCALE^2;
   NaN when that leaves the range of doubles. */
double pst_unscale_square(double squares, double scale);

#endif
