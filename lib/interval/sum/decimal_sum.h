/* decimal_sum.h -- sums and means of decimals as they were printed, whatever their order.

   A number of a table is a decimal with few digits, of which the double is only the nearest: ten times
   0.1 is 1, and no rounding on the way makes it less.  So decimals are summed as whole numbers of
   10^-15; numbers that are no such decimal go into an exact sum of doubles beside it.  Which of the
   two takes a number is told by that number alone, and nothing is ever rounded: the same numbers make
   the same sum, bit for bit, in any order and from any parts. */
#ifndef PST_INTERVAL_SUM_DECIMAL_SUM_H
#define PST_INTERVAL_SUM_DECIMAL_SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pst_exact_sum;

/* All zero is the sum of nothing. */
struct pst_decimal_sum {
  uint64_t whole[3]; /* a two's complement number in units of 10^-15: 2^53 * 10^15 is below
                                  2^103, so that it has room for more numbers than there can be */
  int decimals;      /* the most that one of them was printed with */
  struct pst_exact_sum
      *other; /* of the numbers that are no such decimal; NULL while there is none */
};

/* pst_decimal_sum_add: VALUE (finite), printed with DECIMALS digits after the decimal mark.  False when
   memory is out, as from _join.
   Cost      a few nanoseconds  */
bool pst_decimal_sum_add(struct pst_decimal_sum *sum, double value, int decimals);

/* pst_decimal_sum_join: all numbers of OTHER. */
bool pst_decimal_sum_join(struct pst_decimal_sum *sum, const struct pst_decimal_sum *other);

/* pst_decimal_sum_over: the sum divided by N (1: the sum itself).
   Returned  the double nearest to the exact quotient; infinite when it is too large
   Tested    tests/unit/test_decimal_sum.c, against exact rationals  */
double pst_decimal_sum_over(const struct pst_decimal_sum *sum, size_t n);

/* pst_decimal_sum_rest: the sum less VALUE, to the nearest double. */
double pst_decimal_sum_rest(const struct pst_decimal_sum *sum, double value);

void pst_decimal_sum_free(struct pst_decimal_sum *sum);

#endif
