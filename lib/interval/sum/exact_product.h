/* exact_product.h -- the exact sum of the products of any two doubles, whatever their order.

   As exact_sum.h, with twice the range: a product of two doubles has 106 bits, and up to 2^-2148 as its
   last one.  The same products make the same state, bit for bit, in any order and from any parts.

   All     Given     a sum of the products of up to 2^64 pairs of finite doubles
           Tested    test_pair_sum.c, by way of pair_sum.h, against rationals  */
#ifndef PST_INTERVAL_SUM_EXACT_PRODUCT_H
#define PST_INTERVAL_SUM_EXACT_PRODUCT_H

#include <stdint.h>

/* 2148 bits below the point, 2048 above, a sign, and more than 64 for 2^64 products. */
enum { PST_EXACT_PRODUCT_LIMBS = 67, PST_EXACT_PRODUCT_POINT = 2148 };

/* All zero is the sum of nothing: a two's complement number in units of 2^-2148, the lowest limb
   first. */
struct pst_exact_product {
  uint64_t limb[PST_EXACT_PRODUCT_LIMBS];
};

/* pst_exact_product_add: A times B, which are finite.
   Returned  SUM with it
   Cost      some ten nanoseconds; more where the sum changes its sign  */
void pst_exact_product_add(struct pst_exact_product *sum, double a, double b);

/* pst_exact_product_join: all products of OTHER.
   Returned  SUM with them
   Cost      O(1): 67 limbs  */
void pst_exact_product_join(struct pst_exact_product *sum, const struct pst_exact_product *other);

#endif
