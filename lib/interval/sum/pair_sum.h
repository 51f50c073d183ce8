/* pair_sum.h -- the exact sums of pairs of numbers, of their squares and of their products, and the line and the
   moments that come of them, whatever the order of the pairs.

   A number of a table is a decimal with few digits, of which the double is only the nearest.  A pair of two
   such decimals is summed as whole numbers of 10^-15, and of 10^-30 in products; any other pair as the two
   doubles that it is.  Which of the two takes a pair is told by that pair alone, and nothing is ever rounded:
   the same pairs make the same state, bit for bit, in any order and from any parts.  What comes of the sums
   is computed in fractions and rounded once.

   A number is such a decimal when it is the double nearest to U / 10^D, where D is the most decimals, up to 15,
   with which a number of its binary exponent is below 2^51 units: two decimals that far apart are two doubles,
   so that U is the only one.

   All     Given     sums of up to 2^64 pairs of finite doubles
           Tested    test_pair_sum.c, against rationals; tests/cli/test_exact_sums.py, against Fraction of Python  */
#ifndef PST_INTERVAL_SUM_PAIR_SUM_H
#define PST_INTERVAL_SUM_PAIR_SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interval/sum/exact_product.h"
#include "interval/sum/exact_sum.h"

/* From this many pairs on, statistics of sums take these; of fewer, sums in two doubles are as good as any
   print.  It depends on the group alone, never on how its rows were parted. */
#define PST_PAIR_SUM_FROM ((size_t)1 << 20)

enum { PST_PAIR_SUM_LIMBS = 3, PST_PAIR_PRODUCT_LIMBS = 5 };

/* All zero is the sum of nothing: two's complement numbers, in units of 10^-15 and of 10^-30, below 2^165 and
   below 2^266 for 2^64 pairs. */
struct pst_pair_sum {
  uint64_t n;
  uint64_t x[PST_PAIR_SUM_LIMBS], y[PST_PAIR_SUM_LIMBS];
  uint64_t xx[PST_PAIR_PRODUCT_LIMBS], xy[PST_PAIR_PRODUCT_LIMBS], yy[PST_PAIR_PRODUCT_LIMBS];
  bool any_other; /* some pair is none of decimals; these are the sums of those */
  struct pst_exact_sum other_x, other_y;
  struct pst_exact_product other_xx, other_xy, other_yy;
};

/* pst_pair_sum_add: N pairs.
   Given     Y NULL for numbers that are no pairs: the sums of y and of products with it stay as they are
   Returned  SUM with them
   Cost      some five nanoseconds a number that is a decimal, some forty a pair that is none  */
void pst_pair_sum_add(struct pst_pair_sum *sum, const double *x, const double *y, size_t n);

/* pst_pair_sum_join: all pairs of OTHER.
   Returned  SUM with them
   Cost      O(1): 300 limbs at most  */
void pst_pair_sum_join(struct pst_pair_sum *sum, const struct pst_pair_sum *other);

/* A number as two doubles: the nearest one, and the nearest to what it leaves. */
struct pst_pair_number {
  double high, low;
};

/* What the sums of one variable come to. */
struct pst_pair_moments {
  double total; /* infinite when it is too large, as the mean */
  struct pst_pair_number mean;
};

/* pst_pair_sum_moments: of the x of SUM, which has a number.
   Returned  MOMENTS, each rounded once
   Cost      microseconds, those of GMP  */
void pst_pair_sum_moments(const struct pst_pair_sum *sum, struct pst_pair_moments *moments);

/* pst_pair_sum_squares: the sum of the squares of SCALE (x - mean), SCALE a power of two.
   Returned  the double nearest to it
   Cost      microseconds, those of GMP  */
double pst_pair_sum_squares(const struct pst_pair_sum *sum, double scale);

/* The line of least squares of y on x. */
struct pst_pair_line {
  struct pst_pair_number mean_x, mean_y, slope, intercept;
  double scale_x, scale_y; /* powers of two, by which the deviations are multiplied in these: */
  double sxx, sxy, syy;    /* sums of squares and of products of deviations */
  double rss;              /* the sum of squared residuals */
  double r;                /* the correlation; NaN when y is constant */
};

/* pst_pair_sum_line: of SUM, whose x are not all the same number.
   Returned  LINE, each number of it rounded once
   Cost      some ten microseconds, those of GMP  */
void pst_pair_sum_line(const struct pst_pair_sum *sum, struct pst_pair_line *line);

#endif
