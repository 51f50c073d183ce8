/* wide.c -- wide whole numbers and quotients of them, to the nearest double. */
#include "interval/sum/wide.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

void pst_wide_add(uint64_t *to, size_t n, const uint64_t *part, size_t n_part)
{
  uint64_t carry = 0;

  for (size_t i = 0; i < n_part; i++) {
    uint64_t whole;
    bool over = __builtin_add_overflow(to[i], part[i], &whole);

    over |= __builtin_add_overflow(whole, carry, &to[i]);
    carry = over;
  }
  for (size_t i = n_part; carry != 0 && i < n; i++)
    carry = ++to[i] == 0;
}

void pst_wide_subtract(uint64_t *to, size_t n, const uint64_t *part, size_t n_part)
{
  uint64_t borrow = 0;

  for (size_t i = 0; i < n_part; i++) {
    uint64_t whole;
    bool under = __builtin_sub_overflow(to[i], part[i], &whole);

    under |= __builtin_sub_overflow(whole, borrow, &to[i]);
    borrow = under;
  }
  for (size_t i = n_part; borrow != 0 && i < n; i++)
    borrow = to[i]-- == 0;
}

void pst_wide_to_mpz(const uint64_t *limb, size_t n, mpz_t out)
{
  mpz_t whole;

  mpz_import(out, n, -1, sizeof *limb, 0, 0, limb);
  if (limb[n - 1] >> 63 == 0)
    return;
  mpz_init(whole);
  mpz_setbit(whole, 64 * n);
  mpz_sub(out, out, whole);
  mpz_clear(whole);
}

/* Q in the middle of INNER and OUTER, its neighbours: 0; nearer to OUTER: 1; else -1. */
static int side(const mpq_t q, double inner, double outer)
{
  mpq_t a, b;
  int order;

  mpq_init(a);
  mpq_init(b);
  mpq_set_d(a, inner);
  if (isfinite(outer)) {
    mpq_set_d(b, outer);
  } else { /* as far behind the largest one as its neighbour is before it */
    mpq_set_d(b, inner - nextafter(inner, 0));
    mpq_add(b, a, b);
  }
  mpq_add(a, a, b);
  mpq_div_2exp(a, a, 1);
  order = mpq_cmp(q, a) * mpq_sgn(q);
  mpq_clear(a);
  mpq_clear(b);
  return (order > 0) - (order < 0);
}

/* GMP truncates: step away from zero when that double is nearer, and to the even one at a tie. */
double pst_wide_nearest(const mpq_t q)
{
  double inner = mpq_get_d(q), outer;
  uint64_t bits;
  int order;

  if (!isfinite(inner))
    return inner;
  outer = nextafter(inner, mpq_sgn(q) < 0 ? -INFINITY : INFINITY);
  order = side(q, inner, outer);
  memcpy(&bits, &inner, sizeof bits);
  return order > 0 || (order == 0 && (bits & 1) != 0) ? outer : inner;
}
