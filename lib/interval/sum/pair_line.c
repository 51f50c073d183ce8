/* pair_line.c -- the line and the moments that exact sums come to, rounded once. */
#include <gmp.h>
#include <math.h>
#include <stdbool.h>

#include "interval/sum/pair_sum.h"
#include "interval/sum/wide.h"

enum { DECIMALS_MOST = 15, SCALE_MOST = 1000, ROOT_BITS = 140 };

/* --- fractions ------------------------------------------------------------------------------------- */

/* Q = DECIMALS of N limbs in units of 10^-DIGITS + OTHER of M limbs in units of 2^-POINT, if there is any. */
static void sum_to(mpq_t q, const uint64_t *decimals, size_t n, unsigned long digits,
                   const uint64_t *other, size_t m, unsigned long point)
{
  mpq_t more;

  pst_wide_to_mpz(decimals, n, mpq_numref(q));
  mpz_ui_pow_ui(mpq_denref(q), 10, digits);
  mpq_canonicalize(q);
  if (other == NULL)
    return;
  mpq_init(more);
  pst_wide_to_mpz(other, m, mpq_numref(more));
  mpq_div_2exp(more, more, point);
  mpq_add(q, q, more);
  mpq_clear(more);
}

static void plain(mpq_t q, const uint64_t *decimals, const struct pst_exact_sum *other)
{
  sum_to(q, decimals, PST_PAIR_SUM_LIMBS, DECIMALS_MOST, other == NULL ? NULL : other->limb,
         PST_EXACT_SUM_LIMBS, PST_EXACT_SUM_POINT);
}

static void product(mpq_t q, const uint64_t *decimals, const struct pst_exact_product *other)
{
  sum_to(q, decimals, PST_PAIR_PRODUCT_LIMBS, 2 * DECIMALS_MOST, other == NULL ? NULL : other->limb,
         PST_EXACT_PRODUCT_LIMBS, PST_EXACT_PRODUCT_POINT);
}

/* Q less A B / n: the sum of products about the means, from that of products and the two sums. */
static void about_means(mpq_t q, const mpq_t a, const mpq_t b, const mpq_t n)
{
  mpq_t part;

  mpq_init(part);
  mpq_mul(part, a, b);
  mpq_div(part, part, n);
  mpq_sub(q, q, part);
  mpq_clear(part);
}

static struct pst_pair_number number_of(const mpq_t q)
{
  struct pst_pair_number number = {pst_wide_nearest(q), 0};
  mpq_t left;

  if (!isfinite(number.high))
    return number;
  mpq_init(left);
  mpq_set_d(left, number.high);
  mpq_sub(left, q, left);
  number.low = pst_wide_nearest(left);
  mpq_clear(left);
  return number;
}

/* The double nearest to Q 2^BITS. */
static double shifted(const mpq_t q, long bits)
{
  mpq_t moved;
  double value;

  mpq_init(moved);
  if (bits >= 0)
    mpq_mul_2exp(moved, q, (unsigned long)bits);
  else
    mpq_div_2exp(moved, q, (unsigned long)-bits);
  value = pst_wide_nearest(moved);
  mpq_clear(moved);
  return value;
}

/* The double nearest to the root of Q, from 0 to 1, with the sign of SIGN: of a root that no fraction is, one
   between the same two numbers of 140 bits and more is taken. */
static double root_of(const mpq_t q, int sign)
{
  const size_t over = mpz_sizeinbase(mpq_denref(q), 2) - mpz_sizeinbase(mpq_numref(q), 2) + 1;
  const unsigned long bits = ROOT_BITS + over / 2;
  mpq_t root;
  mpz_t rest;
  bool between;
  double value;

  mpq_init(root);
  mpz_init(rest);
  mpz_mul_2exp(mpq_numref(root), mpq_numref(q), 2 * bits);
  mpz_tdiv_qr(mpq_numref(root), rest, mpq_numref(root), mpq_denref(q));
  between = mpz_sgn(rest) != 0;
  mpz_sqrtrem(mpq_numref(root), rest, mpq_numref(root));
  between = between || mpz_sgn(rest) != 0;
  mpz_mul_2exp(mpq_numref(root), mpq_numref(root), 1);
  if (between)
    mpz_setbit(mpq_numref(root), 0);
  mpq_div_2exp(root, root, bits + 1);
  value = pst_wide_nearest(root);
  mpq_clear(root);
  mpz_clear(rest);
  return sign < 0 ? -value : value;
}

/* --- one variable ---------------------------------------------------------------------------------- */

void pst_pair_sum_moments(const struct pst_pair_sum *sum, struct pst_pair_moments *moments)
{
  mpq_t x, n;

  mpq_init(x);
  mpq_init(n);
  plain(x, sum->x, sum->any_other ? &sum->other_x : NULL);
  moments->total = pst_wide_nearest(x);
  mpq_set_ui(n, sum->n, 1);
  mpq_div(x, x, n);
  moments->mean = number_of(x);
  mpq_clear(x);
  mpq_clear(n);
}

double pst_pair_sum_squares(const struct pst_pair_sum *sum, double scale)
{
  mpq_t x, xx, n;
  double value;

  mpq_inits(x, xx, n, NULL);
  mpq_set_ui(n, sum->n, 1);
  plain(x, sum->x, sum->any_other ? &sum->other_x : NULL);
  product(xx, sum->xx, sum->any_other ? &sum->other_xx : NULL);
  about_means(xx, x, x, n);
  value = shifted(xx, 2L * ilogb(scale));
  mpq_clears(x, xx, n, NULL);
  return value;
}

/* --- the line -------------------------------------------------------------------------------------- */

struct fractions {
  mpq_t n, x, y, sxx, sxy, syy, slope, part;
};

static void take(const struct pst_pair_sum *sum, struct fractions *f)
{
  const bool any = sum->any_other;

  mpq_inits(f->n, f->x, f->y, f->sxx, f->sxy, f->syy, f->slope, f->part, NULL);
  mpq_set_ui(f->n, sum->n, 1);
  plain(f->x, sum->x, any ? &sum->other_x : NULL);
  plain(f->y, sum->y, any ? &sum->other_y : NULL);
  product(f->sxx, sum->xx, any ? &sum->other_xx : NULL);
  product(f->sxy, sum->xy, any ? &sum->other_xy : NULL);
  product(f->syy, sum->yy, any ? &sum->other_yy : NULL);
  about_means(f->sxx, f->x, f->x, f->n);
  about_means(f->sxy, f->x, f->y, f->n);
  about_means(f->syy, f->y, f->y, f->n);
}

/* The power of two that brings the root of S / n near 1, as its exponent. */
static long scale_of(const mpq_t s, const mpq_t n)
{
  long bits;

  if (mpq_sgn(s) == 0)
    return 0;
  bits = (long)mpz_sizeinbase(mpq_numref(s), 2) - (long)mpz_sizeinbase(mpq_denref(s), 2)
         - (long)mpz_sizeinbase(mpq_numref(n), 2);
  bits = -(bits / 2);
  return bits > SCALE_MOST ? SCALE_MOST : bits < -SCALE_MOST ? -SCALE_MOST : bits;
}

static void set_sums(struct fractions *f, struct pst_pair_line *line)
{
  const long x = scale_of(f->sxx, f->n), y = scale_of(f->syy, f->n);

  line->scale_x = ldexp(1, (int)x);
  line->scale_y = ldexp(1, (int)y);
  line->sxx = shifted(f->sxx, 2 * x);
  line->sxy = shifted(f->sxy, x + y);
  line->syy = shifted(f->syy, 2 * y);
  mpq_mul(f->part, f->slope, f->sxy); /* the part of syy that the line explains */
  mpq_sub(f->part, f->syy, f->part);
  line->rss = shifted(f->part, 2 * y);
}

static void set_means(struct fractions *f, struct pst_pair_line *line)
{
  line->slope = number_of(f->slope);
  mpq_mul(f->part, f->slope, f->x);
  mpq_sub(f->part, f->y, f->part);
  mpq_div(f->part, f->part, f->n);
  line->intercept = number_of(f->part);
  mpq_div(f->part, f->x, f->n);
  line->mean_x = number_of(f->part);
  mpq_div(f->part, f->y, f->n);
  line->mean_y = number_of(f->part);
}

void pst_pair_sum_line(const struct pst_pair_sum *sum, struct pst_pair_line *line)
{
  struct fractions f;

  take(sum, &f);
  mpq_div(f.slope, f.sxy, f.sxx);
  set_means(&f, line);
  set_sums(&f, line);
  line->r = (double)NAN;
  if (mpq_sgn(f.syy) != 0) {
    mpq_mul(f.part, f.slope, f.sxy);
    mpq_div(f.part, f.part, f.syy);
    line->r = root_of(f.part, mpq_sgn(f.sxy));
  }
  mpq_clears(f.n, f.x, f.y, f.sxx, f.sxy, f.syy, f.slope, f.part, NULL);
}
