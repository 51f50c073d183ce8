/* sum.h -- sums that carry their own rounding error: two doubles, high + low, about 32 digits.

   Neumaier's branch is replaced by Knuth's TwoSum, products are split exactly by fma, so a mean of
   1e9 + x, or a sum that cancels to nothing, keeps full double accuracy.  Inline, because these are
   the inner loops of description and least squares.
   Given     finite values; what leaves the range of doubles is no number any more
   Returned  the sum, in two doubles
   Cost      six operations a value, ten a product
   Published Knuth, TAOCP 2, 4.2.2; Ogita, Rump & Oishi (2005), SIAM J. Sci. Comput. 26
   Tested    test_sum.c; NIST NumAcc1-4 in tests/reference */
#ifndef PST_STATS_SUM_H
#define PST_STATS_SUM_H

#include <math.h>
#include <stddef.h>

struct pst_sum {
  double high;
  double low; /* the value is high + low; all zero is an empty sum */
};

/* pst_sum_add: SUM += VALUE. */
static inline void pst_sum_add(struct pst_sum *sum, double value)
{
  double total = sum->high + value;
  double part = total - sum->high;

  sum->low += (sum->high - (total - part)) + (value - part);
  sum->high = total;
}

/* pst_sum_product: SUM += A * B, the product exact. */
static inline void pst_sum_product(struct pst_sum *sum, double a, double b)
{
  double product = a * b;

  pst_sum_add(sum, product);
  sum->low += fma(a, b, -product);
}

/* pst_sum_value: the sum as one double. */
static inline double pst_sum_value(const struct pst_sum *sum)
{
  return sum->high + sum->low;
}

/* pst_sum_of: the sum of X[0..n).  O(n). */
struct pst_sum pst_sum_of(const double *x, size_t n);

/* pst_mean_of: the mean of X[0..n), n >= 1, to about 32 digits.  O(n). */
struct pst_sum pst_mean_of(const double *x, size_t n);

/* pst_mean_of_sum: SUM, of N values, over N.  O(1). */
struct pst_sum pst_mean_of_sum(struct pst_sum sum, size_t n);

/* pst_from_mean: VALUE - MEAN, where MEAN carries more digits than a double. */
static inline double pst_from_mean(double value, const struct pst_sum *mean)
{
  return (value - mean->high) - mean->low;
}

#endif
