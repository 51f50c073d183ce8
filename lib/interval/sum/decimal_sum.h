/* decimal_sum.h -- sums and means of decimals as they were printed, whatever their order.

   A number of a table is a decimal with few digits, of which the double is only the nearest: ten times
   0.1 is 1, and no rounding on the way makes it less.  So decimals are summed as whole numbers of
   10^-15; numbers that are no such decimal go into an exact sum of doubles beside it.  Which of the
   two takes a number is told by that number alone, and nothing is ever rounded: the same numbers make
   the same sum, bit for bit, in any order and from any parts.

   All     Tested    test_decimal_sum.c, against exact rationals  */
#ifndef PST_INTERVAL_SUM_DECIMAL_SUM_H
#define PST_INTERVAL_SUM_DECIMAL_SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pst_buffer;
struct pst_exact_sum;
struct pst_unpack;

/* All zero is the sum of nothing. */
struct pst_decimal_sum {
  uint64_t whole[3]; /* a two's complement number in units of 10^-15: 2^53 * 10^15 is below
                                  2^103, so that it has room for more numbers than there can be */
  int decimals;      /* the most that one of them was printed with */
  struct pst_exact_sum
      *other; /* of the numbers that are no such decimal; NULL while there is none */
};

/* pst_decimal_sum_add: VALUE, printed with DECIMALS digits after the decimal mark.
   Given     VALUE finite, DECIMALS 0 or more
   Returned  true and SUM; false when memory is out
   Cost      a few nanoseconds  */
bool pst_decimal_sum_add(struct pst_decimal_sum *sum, double value, int decimals);

/* pst_decimal_sum_join: all numbers of OTHER.
   Given     two sums of any numbers
   Returned  true and SUM; false when memory is out
   Cost      O(1): at most 37 limbs  */
bool pst_decimal_sum_join(struct pst_decimal_sum *sum, const struct pst_decimal_sum *other);

/* pst_decimal_sum_over: the sum divided by N (1: the sum itself).
   Given     N above 0
   Returned  the double nearest to the exact quotient; infinite when it is too large
   Cost      a microsecond, that of GMP  */
double pst_decimal_sum_over(const struct pst_decimal_sum *sum, size_t n);

/* pst_decimal_sum_rest: the sum less VALUE, to the nearest double.
   Given     VALUE finite
   Returned  that double
   Cost      a microsecond, that of GMP  */
double pst_decimal_sum_rest(const struct pst_decimal_sum *sum, double value);

/* pst_decimal_sum_pack: SUM as bytes: the same numbers give the same bytes, whatever their order and parts.
   pst_decimal_sum_unpack: what IN has next; IN has failed (base/pack.h) when that is no sum.
   Given     any sum; for unpack a SUM of nothing
   Returned  the bytes at the end of OUT; true and SUM, false when memory is out
   Cost      O(1): at most 37 limbs  */
void pst_decimal_sum_pack(const struct pst_decimal_sum *sum, struct pst_buffer *out);
bool pst_decimal_sum_unpack(struct pst_decimal_sum *sum, struct pst_unpack *in);

/* pst_decimal_sum_free: SUM is the sum of nothing again.
   Given     any sum
   Cost      O(1)  */
void pst_decimal_sum_free(struct pst_decimal_sum *sum);

#endif
