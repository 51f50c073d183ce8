/* decimal_sum.c -- sums and means of decimals as they were printed, whatever their order. */
#include "interval/sum/decimal_sum.h"

#include <gmp.h>
#include <math.h>
#include <stdlib.h>

#include "interval/sum/exact_sum.h"
#include "interval/sum/wide.h"

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

enum { DECIMALS_MOST = 15, LIMBS = 3 };
static const double exact_most = 9007199254740992.0; /* 2^53 */

static const double powers_of_ten[DECIMALS_MOST + 1] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/* PART, below 2^103. */
static void add_whole(struct pst_decimal_sum *sum, int128 part)
{
  uint128 low = (uint128)sum->whole[1] << 64 | sum->whole[0];

  sum->whole[2] += (uint64_t)(part < 0 ? -1 : 0) + __builtin_add_overflow(low, (uint128)part, &low);
  sum->whole[0] = (uint64_t)low;
  sum->whole[1] = (uint64_t)(low >> 64);
}

static bool has_other(struct pst_decimal_sum *sum)
{
  if (sum->other == NULL)
    sum->other = calloc(1, sizeof *sum->other);
  return sum->other != NULL;
}

/* As nearbyint, without a call: adding 1.5 * 2^52 leaves no bit for a fraction. */
static double nearest(double value)
{
  static const double magic = 0x1.8p52;

  return fabs(value) < 0x1p51 ? (value + magic) - magic : nearbyint(value);
}

bool pst_decimal_sum_add(struct pst_decimal_sum *sum, double value, int decimals)
{
  if (decimals <= DECIMALS_MOST) {
    double scale = powers_of_ten[decimals], units = nearest(value * scale);

    /* The division is rounded once, so it gives the double that the decimal is read as. */
    if (fabs(units) < exact_most && units / scale == value) {
      add_whole(sum, (int128)(int64_t)units * (int64_t)powers_of_ten[DECIMALS_MOST - decimals]);
      if (decimals > sum->decimals)
        sum->decimals = decimals;
      return true;
    }
  }
  if (!has_other(sum))
    return false;
  pst_exact_sum_add(sum->other, value);
  return true;
}

bool pst_decimal_sum_join(struct pst_decimal_sum *sum, const struct pst_decimal_sum *other)
{
  uint128 low = (uint128)sum->whole[1] << 64 | sum->whole[0],
          more = (uint128)other->whole[1] << 64 | other->whole[0];

  if (other->other != NULL && !has_other(sum))
    return false;
  sum->whole[2] += other->whole[2] + __builtin_add_overflow(low, more, &low);
  sum->whole[0] = (uint64_t)low;
  sum->whole[1] = (uint64_t)(low >> 64);
  if (other->decimals > sum->decimals)
    sum->decimals = other->decimals;
  if (other->other != NULL)
    pst_exact_sum_join(sum->other, other->other);
  return true;
}

/* The quotient where both sides of it are doubles: *VALUE is then rounded once. */
static bool divide_fast(const struct pst_decimal_sum *sum, size_t n, double *value)
{
  double over = powers_of_ten[sum->decimals] * (double)n;
  int128 whole = (int128)((uint128)sum->whole[1] << 64 | sum->whole[0]);

  if (sum->other != NULL || over >= exact_most || sum->whole[2] != (uint64_t)(whole < 0 ? -1 : 0))
    return false;
  whole /= (int64_t)powers_of_ten[DECIMALS_MOST - sum->decimals]; /* leaves no remainder */
  if (whole >= (int128)exact_most || whole <= -(int128)exact_most)
    return false;
  *value = (double)(int64_t)whole / over;
  return true;
}

/* The sum over N, less LESS. */
static double divide(const struct pst_decimal_sum *sum, size_t n, double less)
{
  mpq_t total, other;
  double value;

  mpq_init(total);
  mpq_init(other);
  pst_wide_to_mpz(sum->whole, LIMBS, mpq_numref(total));
  mpz_ui_pow_ui(mpq_denref(total), 10, DECIMALS_MOST);
  mpq_canonicalize(total);
  if (sum->other != NULL) {
    pst_wide_to_mpz(sum->other->limb, PST_EXACT_SUM_LIMBS, mpq_numref(other));
    mpz_ui_pow_ui(mpq_denref(other), 2, PST_EXACT_SUM_POINT);
    mpq_canonicalize(other);
    mpq_add(total, total, other);
  }
  mpq_set_d(other, less);
  mpq_sub(total, total, other);
  mpz_mul_ui(mpq_denref(total), mpq_denref(total), n);
  value = pst_wide_nearest(total);
  mpq_clear(total);
  mpq_clear(other);
  return value;
}

double pst_decimal_sum_over(const struct pst_decimal_sum *sum, size_t n)
{
  double value;

  return divide_fast(sum, n, &value) ? value : divide(sum, n, 0);
}

double pst_decimal_sum_rest(const struct pst_decimal_sum *sum, double value)
{
  return divide(sum, 1, value);
}

void pst_decimal_sum_free(struct pst_decimal_sum *sum)
{
  free(sum->other);
  *sum = (struct pst_decimal_sum){.decimals = 0};
}
