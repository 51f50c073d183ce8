/* pair_sum.c -- the exact sums of pairs of numbers, of their squares and of their products. */
#include "interval/sum/pair_sum.h"

#include <string.h>

#include "interval/sum/wide.h"

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

enum { BLOCK = 256, DECIMALS_MOST = 15, UNITS_BITS = 51 };

static const double powers_of_ten[DECIMALS_MOST + 1] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/* --- which numbers are decimals ------------------------------------------------------------------ */

/* The decimals with which all numbers of the binary exponent of SIZE, the bits of a double without its sign, are
   below 2^51 units; -1: none. */
static int decimals_for(uint64_t size)
{
  int room = UNITS_BITS - 1 + 1023 - (int)(size >> 52);
  int decimals = room * 30103 / 100000; /* log10(2): right for all rooms up to 59 */

  if (room < 0)
    return -1;
  return decimals < DECIMALS_MOST ? decimals : DECIMALS_MOST;
}

static uint64_t largest(const double *v, size_t n)
{
  uint64_t most = 0;

  for (size_t i = 0; i < n; i++) {
    uint64_t bits;

    memcpy(&bits, &v[i], sizeof bits);
    bits &= ~(UINT64_C(1) << 63);
    most = bits > most ? bits : most;
  }
  return most;
}

/* Added to a number below 2^51, this leaves the nearest whole number in the last bits. */
static const double ROUND = 0x1.8p52;
static const int64_t ROUND_BITS = 0x4338000000000000;

static bool all_zero(const double *v, size_t n)
{
  uint64_t any = 0;

  for (size_t i = 0; i < n; i++) {
    uint64_t bits;

    memcpy(&bits, &v[i], sizeof bits);
    any |= bits;
  }
  return any << 1 == 0;
}

/* V[0..n), N up to BLOCK, as whole numbers of 10^-DECIMALS, with which all are below 2^51.
   Returned  true; false when some is not the double of its whole number  */
static bool whole_numbers(const double *v, size_t n, int decimals, int64_t *units)
{
  const double scale = powers_of_ten[decimals];
  double rounded[BLOCK], off[BLOCK];

  if ((v[0] * scale + ROUND - ROUND) / scale != v[0]) /* as a rule where any is */
    return false;

#pragma omp simd
  for (size_t i = 0; i < n; i++) {
    rounded[i] = v[i] * scale + ROUND;
    /* The division is rounded once, so it gives the double that the decimal is read as. */
    off[i] = (rounded[i] - ROUND) / scale - v[i];
  }
  if (!all_zero(off, n))
    return false;
  memcpy(units, rounded, n * sizeof *units);
#pragma omp simd
  for (size_t i = 0; i < n; i++)
    units[i] -= ROUND_BITS;
  return true;
}

/* The same decimals for all; below those of each single number, so that each is a decimal by itself. */
static bool read_units(const double *v, size_t n, int *decimals, int64_t *units)
{
  *decimals = decimals_for(largest(v, n));
  return *decimals >= 0 && whole_numbers(v, n, *decimals, units);
}

/* --- adding ---------------------------------------------------------------------------------------- */

/* PART, in units of 10^-DECIMALS, to TO of N limbs, in units of 10^-MOST. */
static void add_scaled(uint64_t *to, size_t n, int128 part, int decimals, int most)
{
  uint64_t wide[PST_PAIR_PRODUCT_LIMBS] = {(uint64_t)part, (uint64_t)(part >> 64)};

  for (size_t i = 2; i < n; i++)
    wide[i] = part < 0 ? UINT64_MAX : 0;
  for (int left = most - decimals; left > 0; left -= DECIMALS_MOST) {
    uint64_t by = (uint64_t)powers_of_ten[left < DECIMALS_MOST ? left : DECIMALS_MOST], carry = 0;

    for (size_t i = 0; i < n; i++) {
      uint128 product = (uint128)wide[i] * by + carry;

      wide[i] = (uint64_t)product;
      carry = (uint64_t)(product >> 64);
    }
  }
  pst_wide_add(to, n, wide, n);
}

static int128 products_of(const int64_t *a, const int64_t *b, size_t n)
{
  int128 total = 0;

  for (size_t i = 0; i < n; i++)
    total += (int128)a[i] * b[i];
  return total;
}

static int64_t sum_of(const int64_t *a, size_t n)
{
  int64_t total = 0;

  for (size_t i = 0; i < n; i++)
    total += a[i];
  return total;
}

struct units {
  int64_t unit[BLOCK];
  int decimals;
};

/* One number: as read_units. */
static inline bool read_unit(double v, int *decimals, int64_t *unit)
{
  double rounded, scale;
  uint64_t bits;

  memcpy(&bits, &v, sizeof bits);
  *decimals = decimals_for(bits & ~(UINT64_C(1) << 63));
  if (*decimals < 0)
    return false;
  scale = powers_of_ten[*decimals];
  rounded = v * scale + ROUND;
  memcpy(unit, &rounded, sizeof *unit);
  *unit -= ROUND_BITS;
  return (rounded - ROUND) / scale == v;
}

static void add_units(struct pst_pair_sum *sum, const struct units *x, const struct units *y,
                      size_t n)
{
  enum { SUM = DECIMALS_MOST, PRODUCT = 2 * DECIMALS_MOST };

  add_scaled(sum->x, PST_PAIR_SUM_LIMBS, sum_of(x->unit, n), x->decimals, SUM);
  add_scaled(sum->xx, PST_PAIR_PRODUCT_LIMBS, products_of(x->unit, x->unit, n), 2 * x->decimals,
             PRODUCT);
  if (y == NULL)
    return;
  add_scaled(sum->y, PST_PAIR_SUM_LIMBS, sum_of(y->unit, n), y->decimals, SUM);
  add_scaled(sum->yy, PST_PAIR_PRODUCT_LIMBS, products_of(y->unit, y->unit, n), 2 * y->decimals,
             PRODUCT);
  add_scaled(sum->xy, PST_PAIR_PRODUCT_LIMBS, products_of(x->unit, y->unit, n),
             x->decimals + y->decimals, PRODUCT);
}

static void add_other(struct pst_pair_sum *sum, double x, const double *y)
{
  sum->any_other = true;
  pst_exact_sum_add(&sum->other_x, x);
  pst_exact_product_add(&sum->other_xx, x, x);
  if (y == NULL)
    return;
  pst_exact_sum_add(&sum->other_y, *y);
  pst_exact_product_add(&sum->other_yy, *y, *y);
  pst_exact_product_add(&sum->other_xy, x, *y);
}

/* The pairs X, Y[0..n), N up to BLOCK; false where they are not all of decimals of one number of digits. */
static bool add_block(struct pst_pair_sum *sum, const double *x, const double *y, size_t n)
{
  struct units in_x, in_y;

  if ((y != NULL && !read_units(y, n, &in_y.decimals, in_y.unit))
      || !read_units(x, n, &in_x.decimals, in_x.unit))
    return false;
  add_units(sum, &in_x, y == NULL ? NULL : &in_y, n);
  return true;
}

/* The decimals of each pair as they are. */
static void add_each(struct pst_pair_sum *sum, const double *x, const double *y, size_t n)
{
  /* gcc cannot know that all are read */
  struct units in_x = {.decimals = 0}, in_y = {.decimals = 0};

  for (size_t i = 0; i < n; i++) {
    read_unit(x[i], &in_x.decimals, in_x.unit);
    if (y != NULL)
      read_unit(y[i], &in_y.decimals, in_y.unit);
    add_units(sum, &in_x, y == NULL ? NULL : &in_y, 1);
  }
}

static bool is_decimal(double v)
{
  int64_t unit;
  int decimals;

  return read_unit(v, &decimals, &unit);
}

/* Pairs of both kinds: those of decimals as a block, if they can be one.  y is asked first: it is more often
   computed than x. */
static void add_mixed(struct pst_pair_sum *sum, const double *x, const double *y, size_t n)
{
  double in_x[BLOCK], in_y[BLOCK];
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    if ((y == NULL || is_decimal(y[i])) && is_decimal(x[i])) {
      in_x[count] = x[i];
      in_y[count++] = y == NULL ? 0 : y[i];
    } else {
      add_other(sum, x[i], y == NULL ? NULL : y + i);
    }
  }
  if (count > 0 && !add_block(sum, in_x, y == NULL ? NULL : in_y, count))
    add_each(sum, in_x, y == NULL ? NULL : in_y, count);
}

void pst_pair_sum_add(struct pst_pair_sum *sum, const double *x, const double *y, size_t n)
{
  for (size_t at = 0; at < n; at += BLOCK) {
    size_t size = n - at < BLOCK ? n - at : BLOCK;
    const double *also = y == NULL ? NULL : y + at;

    if (!add_block(sum, x + at, also, size))
      add_mixed(sum, x + at, also, size);
  }
  sum->n += n;
}

void pst_pair_sum_join(struct pst_pair_sum *sum, const struct pst_pair_sum *other)
{
  sum->n += other->n;
  pst_wide_add(sum->x, PST_PAIR_SUM_LIMBS, other->x, PST_PAIR_SUM_LIMBS);
  pst_wide_add(sum->y, PST_PAIR_SUM_LIMBS, other->y, PST_PAIR_SUM_LIMBS);
  pst_wide_add(sum->xx, PST_PAIR_PRODUCT_LIMBS, other->xx, PST_PAIR_PRODUCT_LIMBS);
  pst_wide_add(sum->xy, PST_PAIR_PRODUCT_LIMBS, other->xy, PST_PAIR_PRODUCT_LIMBS);
  pst_wide_add(sum->yy, PST_PAIR_PRODUCT_LIMBS, other->yy, PST_PAIR_PRODUCT_LIMBS);
  if (!other->any_other)
    return;
  sum->any_other = true;
  pst_exact_sum_join(&sum->other_x, &other->other_x);
  pst_exact_sum_join(&sum->other_y, &other->other_y);
  pst_exact_product_join(&sum->other_xx, &other->other_xx);
  pst_exact_product_join(&sum->other_xy, &other->other_xy);
  pst_exact_product_join(&sum->other_yy, &other->other_yy);
}
