/* exact_sum.c -- the exact sum of any doubles: one wide whole number. */
#include "interval/sum/exact_sum.h"

#include <gmp.h>
#include <string.h>

#include "interval/sum/wide.h"

static void add_at(struct pst_exact_sum *sum, int at, uint64_t low, uint64_t high)
{
  unsigned carry = __builtin_add_overflow(sum->limb[at], low, &sum->limb[at]);

  /* high has a few bits less than a limb, so that the carry fits beside it */
  high += carry;
  carry = __builtin_add_overflow(sum->limb[at + 1], high, &sum->limb[at + 1]);
  for (int i = at + 2; carry != 0 && i < PST_EXACT_SUM_LIMBS; i++)
    carry = ++sum->limb[i] == 0;
}

static void subtract_at(struct pst_exact_sum *sum, int at, uint64_t low, uint64_t high)
{
  unsigned borrow = __builtin_sub_overflow(sum->limb[at], low, &sum->limb[at]);

  high += borrow;
  borrow = __builtin_sub_overflow(sum->limb[at + 1], high, &sum->limb[at + 1]);
  for (int i = at + 2; borrow != 0 && i < PST_EXACT_SUM_LIMBS; i++)
    borrow = sum->limb[i]-- == 0;
}

void pst_exact_sum_add(struct pst_exact_sum *sum, double value)
{
  uint64_t bits, mantissa, low, high;
  int exponent, shift;

  memcpy(&bits, &value, sizeof bits);
  mantissa = bits & ((UINT64_C(1) << 52) - 1);
  exponent = (int)(bits >> 52 & 0x7FF);
  if (exponent > 0) { /* a subnormal number has no hidden bit, and the exponent of 1 */
    mantissa |= UINT64_C(1) << 52;
    exponent--;
  }
  shift = exponent % 64;
  low = mantissa << shift;
  high = shift == 0 ? 0 : mantissa >> (64 - shift);
  if (bits >> 63 == 0)
    add_at(sum, exponent / 64, low, high);
  else
    subtract_at(sum, exponent / 64, low, high);
}

void pst_exact_sum_join(struct pst_exact_sum *sum, const struct pst_exact_sum *other)
{
  uint64_t carry = 0;

  for (int i = 0; i < PST_EXACT_SUM_LIMBS; i++) {
    uint64_t part;
    bool over = __builtin_add_overflow(sum->limb[i], other->limb[i], &part);

    over |= __builtin_add_overflow(part, carry, &sum->limb[i]);
    carry = over;
  }
}

bool pst_exact_sum_is_zero(const struct pst_exact_sum *sum)
{
  for (int i = 0; i < PST_EXACT_SUM_LIMBS; i++)
    if (sum->limb[i] != 0)
      return false;
  return true;
}

double pst_exact_sum_value(const struct pst_exact_sum *sum)
{
  mpq_t q;
  double value;

  mpq_init(q);
  pst_wide_to_mpz(sum->limb, PST_EXACT_SUM_LIMBS, mpq_numref(q));
  mpz_setbit(mpq_denref(q), 0);
  mpz_mul_2exp(mpq_denref(q), mpq_denref(q), PST_EXACT_SUM_POINT);
  value = pst_wide_nearest(q);
  mpq_clear(q);
  return value;
}
