/* exact_product.c -- the exact sum of the products of any two doubles: one wide whole number. */
#include "interval/sum/exact_product.h"

#include <stdbool.h>
#include <string.h>

#include "interval/sum/wide.h"

__extension__ typedef unsigned __int128 uint128;

/* VALUE is the mantissa times 2^(exponent - 1074), and negative or not. */
struct parts {
  uint64_t mantissa;
  int exponent;
  bool negative;
};

static struct parts parts_of(double value)
{
  uint64_t bits;
  struct parts parts;

  memcpy(&bits, &value, sizeof bits);
  parts.negative = bits >> 63 != 0;
  parts.mantissa = bits & ((UINT64_C(1) << 52) - 1);
  parts.exponent = (int)(bits >> 52 & 0x7FF);
  if (parts.exponent > 0) { /* a subnormal number has no hidden bit, and the exponent of 1 */
    parts.mantissa |= UINT64_C(1) << 52;
    parts.exponent--;
  }
  return parts;
}

/* Three limbs, and as far as the carry runs: the inner loop of sums of what is no decimal. */
static void add_at(uint64_t *at, const uint64_t *end, uint128 low, uint64_t high)
{
  uint64_t carry = __builtin_add_overflow(at[0], (uint64_t)low, &at[0]);
  uint128 rest =
              (uint128)high << 64 | (uint64_t)(low >> 64), /* below 2^128 by the room of 22 bits */
      whole = (uint128)at[2] << 64 | at[1];

  carry = __builtin_add_overflow(whole, rest + carry, &whole);
  at[1] = (uint64_t)whole;
  at[2] = (uint64_t)(whole >> 64);
  for (at += 3; carry != 0 && at < end; at++)
    carry = ++*at == 0;
}

static void subtract_at(uint64_t *at, const uint64_t *end, uint128 low, uint64_t high)
{
  uint64_t borrow = __builtin_sub_overflow(at[0], (uint64_t)low, &at[0]);
  uint128 rest = (uint128)high << 64 | (uint64_t)(low >> 64), whole = (uint128)at[2] << 64 | at[1];

  borrow = __builtin_sub_overflow(whole, rest + borrow, &whole);
  at[1] = (uint64_t)whole;
  at[2] = (uint64_t)(whole >> 64);
  for (at += 3; borrow != 0 && at < end; at++)
    borrow = (*at)-- == 0;
}

void pst_exact_product_add(struct pst_exact_product *sum, double a, double b)
{
  const struct parts x = parts_of(a), y = parts_of(b);
  const int exponent = x.exponent + y.exponent, shift = exponent % 64;
  const uint128 product = (uint128)x.mantissa * y.mantissa;
  const uint64_t high = shift == 0 ? 0 : (uint64_t)(product >> (128 - shift));
  uint64_t *at = sum->limb + exponent / 64;

  if (x.negative == y.negative)
    add_at(at, sum->limb + PST_EXACT_PRODUCT_LIMBS, product << shift, high);
  else
    subtract_at(at, sum->limb + PST_EXACT_PRODUCT_LIMBS, product << shift, high);
}

void pst_exact_product_join(struct pst_exact_product *sum, const struct pst_exact_product *other)
{
  pst_wide_add(sum->limb, PST_EXACT_PRODUCT_LIMBS, other->limb, PST_EXACT_PRODUCT_LIMBS);
}
