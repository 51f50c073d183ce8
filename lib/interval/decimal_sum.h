/* decimal_sum.h -- sums and means of decimals as they were printed.

   A number of a table is a decimal with few digits, of which the double is only the nearest: ten times
   0.1 is 1, and no rounding on the way makes it less.  So decimals are summed as whole numbers of
   their last digit; numbers that are no such decimal go into a compensated sum beside it. */
#ifndef PST_INTERVAL_DECIMAL_SUM_H
#define PST_INTERVAL_DECIMAL_SUM_H

#include <stddef.h>

__extension__ typedef __int128 pst_int128;

/* All zero is the sum of nothing. */
struct pst_decimal_sum {
  pst_int128 whole;  /* in units of the last digit */
  int decimals;      /* digits after the decimal mark that whole has */
  double high, rest; /* of the other numbers: high + rest, unevaluated */
};

/* pst_decimal_sum_add: VALUE (finite), printed with DECIMALS digits after the decimal mark. */
void pst_decimal_sum_add(struct pst_decimal_sum *sum, double value, int decimals);

/* pst_decimal_sum_join: one sum into another. */
void pst_decimal_sum_join(struct pst_decimal_sum *sum, const struct pst_decimal_sum *other);

/* pst_decimal_sum_over: the sum divided by N (1: the sum itself).
   Returned  the double nearest to the exact quotient, where the sum in units of its last digit and
             N units are below 2^53 each and all numbers were such decimals; else within an ulp or
             two.  It may be infinite.  The order of the numbers matters only for those that were not
             printed with at most 15 decimals and 15 digits
   Tested    tests/unit/test_decimal_sum.c  */
double pst_decimal_sum_over(const struct pst_decimal_sum *sum, size_t n);

#endif
