/* nearest.c -- the double nearest to a whole number times a power of ten. */
#include "base/nearest.h"

#include <string.h>

__extension__ typedef unsigned __int128 uint128;

enum { FRACTION = 52, SPARE = 64 - FRACTION - 3, EXPONENT_MOST = 0x7FF, BIAS = 1023 };

/* The upper 128 bits of MANTISSA, whose highest bit is 1, times 5^EXPONENT; the lower half of the power is of
   use only where its upper half leaves all bits below those of a double at 1. */
static uint128 product_with(uint64_t mantissa, int exponent)
{
  const uint64_t *power = pst_nearest_powers[exponent - PST_NEAREST_LEAST];
  uint128 product = (uint128)mantissa * power[0];
  const uint64_t below = UINT64_MAX >> (FRACTION + 3);

  if (((uint64_t)(product >> 64) & below) == below)
    product += (uint128)mantissa * power[1] >> 64;
  return product;
}

/* Half up; a half exactly, which only small powers leave, to even. */
static uint64_t rounded(uint64_t bits)
{
  return (bits + (bits & 1)) >> 1;
}

static bool is_half(uint128 product, int exponent, uint64_t bits, int shift)
{
  return (uint64_t)product <= 1 && exponent >= -4 && exponent <= 23 && (bits & 3) == 1
         && bits << shift == (uint64_t)(product >> 64);
}

static void put(uint64_t fraction, int exponent, double *value)
{
  uint64_t bits = (fraction & ~(UINT64_C(1) << FRACTION)) | (uint64_t)exponent << FRACTION;

  memcpy(value, &bits, sizeof bits);
}

/* Below the least normal number there are fewer bits. */
static void put_small(uint64_t bits, int exponent, double *value)
{
  if (1 - exponent >= 64) {
    *value = 0;
    return;
  }
  bits = rounded(bits >> (1 - exponent));
  put(bits, bits >> FRACTION != 0, value);
}

bool pst_nearest(uint64_t mantissa, int exponent, double *value)
{
  int zeros, upper, power, shift;
  uint128 product;
  uint64_t bits;

  if (mantissa == 0 || exponent < PST_NEAREST_LEAST) {
    *value = 0;
    return true;
  }
  if (exponent > PST_NEAREST_MOST)
    return false;
  zeros = __builtin_clzll(mantissa);
  product = product_with(mantissa << zeros, exponent);
  if ((uint64_t)product == UINT64_MAX && (exponent < -27 || exponent > 55))
    return false;
  upper = (int)(product >> 127);
  shift = upper + SPARE;
  bits = (uint64_t)(product >> 64) >> shift;
  power = (217706 * exponent >> 16) + 63 + upper - zeros + BIAS; /* 217706 / 2^16: log2 of 10 */
  if (power <= 0) {
    put_small(bits, power, value);
    return true;
  }
  if (is_half(product, exponent, bits, shift))
    bits--;
  bits = rounded(bits);
  power += bits >> (FRACTION + 1) != 0;
  if (power >= EXPONENT_MOST)
    return false;
  put(bits >> (FRACTION + 1) != 0 ? UINT64_C(1) << FRACTION : bits, power, value);
  return true;
}
