/* exact_sum.h -- the exact sum of any doubles, whatever their order.

   A sum of doubles that is rounded on the way depends on the order.  Here nothing is rounded: the sum
   is one whole number, wide enough for all doubles, in units of the least of them (Kulisch 2013,
   Computer Arithmetic and Validity, chapter 8; Neal 2015, arXiv:1505.05571).  The same numbers make
   the same state, bit for bit, in any order and from any parts.

   All     Given     a sum of up to 2^64 finite doubles
           Tested    test_exact_sum.c, against rationals  */
#ifndef PST_INTERVAL_SUM_EXACT_SUM_H
#define PST_INTERVAL_SUM_EXACT_SUM_H

#include <stdbool.h>
#include <stdint.h>

/* 1074 bits below the point, 1024 above, a sign, and more than 64 for 2^64 numbers. */
enum { PST_EXACT_SUM_LIMBS = 34, PST_EXACT_SUM_POINT = 1074 };

/* All zero is the sum of nothing: a two's complement number in units of 2^-1074, the lowest limb
   first. */
struct pst_exact_sum {
  uint64_t limb[PST_EXACT_SUM_LIMBS];
};

/* pst_exact_sum_add: VALUE, which is finite.
   Returned  SUM with it
   Cost      a few nanoseconds; some 30 where the sum changes its sign  */
void pst_exact_sum_add(struct pst_exact_sum *sum, double value);

/* pst_exact_sum_join: all numbers of OTHER.
   Returned  SUM with them
   Cost      O(1): 34 limbs  */
void pst_exact_sum_join(struct pst_exact_sum *sum, const struct pst_exact_sum *other);

/* pst_exact_sum_is_zero: the sum is 0.
   Returned  the answer
   Cost      O(1): 34 limbs  */
bool pst_exact_sum_is_zero(const struct pst_exact_sum *sum);

/* pst_exact_sum_value: the double nearest to the sum; infinite when it is too large.
   Returned  that double
   Cost      a microsecond, that of GMP
   Tested    test_exact_sum.c, against rationals  */
double pst_exact_sum_value(const struct pst_exact_sum *sum);

#endif
