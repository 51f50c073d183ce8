/* number_print.c -- doubles as their shortest decimals that read back. */
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

__extension__ typedef unsigned __int128 wide;

/* Powers of ten by their first 128 bits, rounded: of 0..27, and of every 28th from -308 on. */
struct power {
  uint64_t high;
  uint64_t low;
};

enum { STEP = 28, FIRST_STEP = -11 };

static const struct power small_powers[STEP] = {
    {UINT64_C(0x8000000000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xa000000000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xc800000000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xfa00000000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0x9c40000000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xc350000000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xf424000000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0x9896800000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xbebc200000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xee6b280000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0x9502f90000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xba43b74000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xe8d4a51000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0x9184e72a00000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xb5e620f480000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xe35fa931a0000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0x8e1bc9bf04000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xb1a2bc2ec5000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xde0b6b3a76400000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0x8ac7230489e80000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xad78ebc5ac620000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xd8d726b7177a8000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0x878678326eac9000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xa968163f0a57b400), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xd3c21bcecceda100), UINT64_C(0x0000000000000000)},
    {UINT64_C(0x84595161401484a0), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xa56fa5b99019a5c8), UINT64_C(0x0000000000000000)},
    {UINT64_C(0xcecb8f27f4200f3a), UINT64_C(0x0000000000000000)},
};

static const struct power large_powers[] = {
    {UINT64_C(0xe61acf033d1a45df), UINT64_C(0x6fb92487298e33be)},
    {UINT64_C(0xe858ad248f5c22c9), UINT64_C(0xd1b3400f8f9cff69)},
    {UINT64_C(0xea9c227723ee8bcb), UINT64_C(0x465e15a979c1cadc)},
    {UINT64_C(0xece53cec4a314ebd), UINT64_C(0xa4f8bf5635246428)},
    {UINT64_C(0xef340a98172aace4), UINT64_C(0x86fb897116c87c35)},
    {UINT64_C(0xf18899b1bc3f8ca1), UINT64_C(0xdc44e6c3cb279ac2)},
    {UINT64_C(0xf3e2f893dec3f126), UINT64_C(0x5a89dba3c3efccfb)},
    {UINT64_C(0xf64335bcf065d37d), UINT64_C(0x4d4617b5ff4a16d6)},
    {UINT64_C(0xf8a95fcf88747d94), UINT64_C(0x75a44c6397ce912a)},
    {UINT64_C(0xfb158592be068d2e), UINT64_C(0xeed6e2f0f0d56713)},
    {UINT64_C(0xfd87b5f28300ca0d), UINT64_C(0x8bca9d6e188853fc)},
    {UINT64_C(0x8000000000000000), UINT64_C(0x0000000000000000)},
    {UINT64_C(0x813f3978f8940984), UINT64_C(0x4000000000000000)},
    {UINT64_C(0x82818f1281ed449f), UINT64_C(0xbff8f10e7a8921a4)},
    {UINT64_C(0x83c7088e1aab65db), UINT64_C(0x792667c6da79e0fa)},
    {UINT64_C(0x850fadc09923329e), UINT64_C(0x03e2cf6bc604ddb0)},
    {UINT64_C(0x865b86925b9bc5c2), UINT64_C(0x0b8a2392ba45a9b2)},
    {UINT64_C(0x87aa9aff79042286), UINT64_C(0x90fb44d2f05d0843)},
    {UINT64_C(0x88fcf317f22241e2), UINT64_C(0x441fece3bdf81f03)},
    {UINT64_C(0x8a5296ffe33cc92f), UINT64_C(0x82bd6b70d99aaa70)},
    {UINT64_C(0x8bab8eefb6409c1a), UINT64_C(0x1ad089b6c2f7548e)},
    {UINT64_C(0x8d07e33455637eb2), UINT64_C(0xdb0b487b6423e1e8)},
    {UINT64_C(0x8e679c2f5e44ff8f), UINT64_C(0x570f09eaa7ea7648)},
    {UINT64_C(0x8fcac257558ee4e6), UINT64_C(0x213a4f0aa5e8a7b2)},
};

/* The exponent of the last bit of the 128 of 10^k. */
static int exponent_of(int k)
{
  return (k * 217706 >> 16) - 127;
}

static wide join(struct power power)
{
  return (wide)power.high << 64 | power.low;
}

/* The upper half of a product, within two units of its last bit. */
static wide upper_half(wide a, wide b)
{
  const uint64_t a_high = (uint64_t)(a >> 64), a_low = (uint64_t)a;
  const uint64_t b_high = (uint64_t)(b >> 64), b_low = (uint64_t)b;
  const wide cross = (wide)a_high * b_low;
  const wide other = (wide)a_low * b_high + (uint64_t)cross;

  return (wide)a_high * b_high + (cross >> 64) + (other >> 64);
}

/* 10^k = POWER 2^EXPONENT, POWER of 128 bits, wrong by less than four of its last. */
static wide power_of_ten(int k, int *exponent)
{
  const int step = (k - STEP * FIRST_STEP) / STEP + FIRST_STEP;
  const int rest = k - step * STEP;
  wide power = join(small_powers[rest]);

  *exponent = exponent_of(k);
  if (step == 0)
    return power;
  power = upper_half(power, join(large_powers[step - FIRST_STEP]));
  return power >> 127 != 0 ? power : power << 1;
}

/* A double as DIGITS.FRACTION times 10^-k, 17 digits before the point; the fraction in 64 bits, of which
   the last three are not sure. */
struct scaled {
  uint64_t mantissa; /* of the double, 53 bits */
  uint64_t digits;
  uint64_t fraction;
  int k;
};

enum { UNSURE = 8 };

static const uint64_t LEAST_17 = UINT64_C(10000000000000000),
                      MOST_17 = UINT64_C(100000000000000000);

static void multiply(struct scaled *s, int exponent)
{
  int power_exponent;
  const wide power = power_of_ten(s->k, &power_exponent);
  const uint64_t mantissa = s->mantissa << 11;
  const wide low = (wide)mantissa * (uint64_t)power;
  const wide high = (wide)mantissa * (uint64_t)(power >> 64) + (uint64_t)(low >> 64);
  const int shift = -(exponent - 11 + power_exponent) - 64; /* of HIGH, 50 to 80 bits */

  s->digits = (uint64_t)(high >> shift);
  s->fraction = shift >= 64 ? (uint64_t)(high >> (shift - 64)) : (uint64_t)(high << (64 - shift));
}

/* Of a positive normal double. */
static struct scaled scale(double value)
{
  struct scaled s;
  uint64_t bits;
  int exponent;

  memcpy(&bits, &value, sizeof bits);
  exponent = (int)(bits >> 52) - 1075;
  s.mantissa = (bits & ((UINT64_C(1) << 52) - 1)) | UINT64_C(1) << 52;
  s.k = 16 - ((exponent + 52) * 19728 >> 16); /* log10(2): too small a k at most by one */
  multiply(&s, exponent);
  if (s.digits < LEAST_17) {
    s.k++;
    multiply(&s, exponent);
  } else if (s.digits >= MOST_17) {
    s.k--;
    multiply(&s, exponent);
  }
  return s;
}

enum answer { NO, YES, UNKNOWN };

/* Rounds to UNIT, 1, 10 or 100 of the 17 digits; UNKNOWN where it cannot be told which way. */
static enum answer round_to(const struct scaled *s, uint64_t unit, uint64_t *rounded)
{
  const wide half = ((wide)unit << 64) / 2;
  const wide rest = (wide)(s->digits % unit) << 64 | s->fraction;
  const wide distance = rest > half ? rest - half : half - rest;

  *rounded = s->digits / unit + (rest > half);
  return distance <= UNSURE ? UNKNOWN : YES;
}

/* Does ROUNDED units read back?  It does within half the distance to the next double. */
static enum answer reads_back(const struct scaled *s, uint64_t unit, uint64_t rounded)
{
  const wide exact = (wide)s->digits << 64 | s->fraction;
  const wide decimal = (wide)(rounded * unit) << 64;
  const wide off = (decimal > exact ? decimal - exact : exact - decimal) * (2 * s->mantissa);
  const wide slack = exact >> 40;

  if (off > exact + slack)
    return NO;
  return off + slack < exact ? YES : UNKNOWN;
}

/* Halfway between two decimals it does not matter which is meant where neither reads back. */
static enum answer try_unit(const struct scaled *s, uint64_t unit, uint64_t *rounded)
{
  const uint64_t below = s->digits / unit;
  const enum answer sure = round_to(s, unit, rounded);

  if (sure == YES)
    return unit == 1 ? YES : reads_back(s, unit, *rounded);
  if (unit > 1 && reads_back(s, unit, below) == NO && reads_back(s, unit, below + 1) == NO)
    return NO;
  return UNKNOWN;
}

/* The digits of ROUNDED, COUNT or one more of them, without the zeros at their end; returns how many. */
static int split(uint64_t rounded, char digits[20], int *count)
{
  int size = 0, n;
  char reversed[20];

  for (; rounded > 0; rounded /= 10)
    reversed[size++] = (char)('0' + rounded % 10);
  *count = size;
  for (n = 0; n < size; n++)
    digits[n] = reversed[size - 1 - n];
  while (n > 1 && digits[n - 1] == '0')
    n--;
  return n;
}

static char *put_exponent(char *at, int exponent)
{
  const int size = exponent < 0 ? -exponent : exponent;

  *at++ = 'e';
  *at++ = exponent < 0 ? '-' : '+';
  if (size >= 100)
    *at++ = (char)('0' + size / 100);
  *at++ = (char)('0' + size / 10 % 10);
  *at++ = (char)('0' + size % 10);
  return at;
}

/* N digits, the first of the power EXPONENT of ten, as "%g" with PRECISION lays them out. */
static char *lay_out(char *at, const char *digits, int n, int exponent, int precision)
{
  const bool scientific = exponent < -4 || exponent >= precision;
  const int point = scientific ? 1 : exponent + 1; /* digits before it */

  if (point <= 0) {
    *at++ = '0';
    *at++ = '.';
    for (int i = point; i < 0; i++)
      *at++ = '0';
  }
  for (int i = 0; i < n || i < point; i++) {
    if (i == point && point > 0)
      *at++ = '.';
    *at++ = i < n ? digits[i] : '0';
  }
  return scientific ? put_exponent(at, exponent) : at;
}

size_t pst_number_print_fast(char text[PST_NUMBER_SIZE], double value)
{
  static const uint64_t units[] = {100, 10, 1};
  const double magnitude = fabs(value);
  char digits[20], *at = text;
  struct scaled s;

  if (!(magnitude >= DBL_MIN && magnitude <= DBL_MAX))
    return 0;
  s = scale(magnitude);
  if (s.mantissa == UINT64_C(1) << 52) /* the double below is nearer than the one above */
    return 0;
  for (int i = 0; i < 3; i++) {
    uint64_t rounded;
    enum answer back = try_unit(&s, units[i], &rounded);
    int n, count;

    if (back == UNKNOWN)
      return 0;
    if (back == NO)
      continue;
    n = split(rounded, digits, &count);
    if (value < 0)
      *at++ = '-';
    at = lay_out(at, digits, n, count - 1 + 2 - i - s.k, 15 + i);
    *at = '\0';
    return (size_t)(at - text);
  }
  return 0;
}
