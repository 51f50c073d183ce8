/* rational.c -- exact numbers: fractions of whole numbers of any size. */
#include "interval/rational.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "interval/rational_view.h"
#include "interval/sum/wide.h"

__extension__ typedef __int128 wide;

enum { LIMBS_MOST = 4096 };

struct pst_rational_big {
  mp_size_t n_size, d_size; /* n_size negative for a negative number */
  mp_limb_t limbs[];        /* of the numerator, then of the denominator */
};

/* --- small and large --------------------------------------------------------------------------- */

struct pst_rational pst_rational_whole(int64_t n)
{
  return (struct pst_rational){.n = n, .d = 1};
}

struct pst_rational pst_rational_fail(struct pst_exact *exact)
{
  exact->failed = true;
  return pst_rational_whole(0);
}

void pst_rational_view_of(struct pst_rational_view *view, const struct pst_rational *a)
{
  if (a->big != NULL) {
    mp_size_t size = a->big->n_size < 0 ? -a->big->n_size : a->big->n_size;

    mpz_roinit_n(view->n, a->big->limbs, a->big->n_size);
    mpz_roinit_n(view->d, a->big->limbs + size, a->big->d_size);
    return;
  }
  view->small[0] = a->n < 0 ? 0 - (mp_limb_t)a->n : (mp_limb_t)a->n;
  view->small[1] = (mp_limb_t)a->d;
  mpz_roinit_n(view->n, &view->small[0], a->n == 0 ? 0 : a->n < 0 ? -1 : 1);
  mpz_roinit_n(view->d, &view->small[1], 1);
}

/* The value of the canonical Q, small if it fits. */
struct pst_rational pst_rational_keep(struct pst_exact *exact, const mpq_t q)
{
  size_t n = mpz_size(mpq_numref(q)), d = mpz_size(mpq_denref(q));
  struct pst_rational_big *big;

  if (mpz_fits_slong_p(mpq_numref(q)) && mpz_fits_slong_p(mpq_denref(q)))
    return (struct pst_rational){.n = mpz_get_si(mpq_numref(q)), .d = mpz_get_si(mpq_denref(q))};
  if (n > LIMBS_MOST || d > LIMBS_MOST)
    return pst_rational_fail(exact);
  big = pst_arena_alloc(exact->arena, sizeof *big + (n + d) * sizeof *big->limbs);
  if (big == NULL)
    return pst_rational_fail(exact);
  big->n_size = mpz_sgn(mpq_numref(q)) < 0 ? -(mp_size_t)n : (mp_size_t)n;
  big->d_size = (mp_size_t)d;
  memcpy(big->limbs, mpz_limbs_read(mpq_numref(q)), n * sizeof *big->limbs);
  memcpy(big->limbs + n, mpz_limbs_read(mpq_denref(q)), d * sizeof *big->limbs);
  return (struct pst_rational){.n = 0, .d = 1, .big = big};
}

static void load(mpq_t q, const struct pst_rational *a)
{
  struct pst_rational_view view;

  pst_rational_view_of(&view, a);
  mpq_init(q);
  mpz_set(mpq_numref(q), view.n);
  mpz_set(mpq_denref(q), view.d);
}

typedef void mpq_operation(mpq_t, const mpq_t, const mpq_t);

static struct pst_rational operate(struct pst_exact *exact, mpq_operation *operation,
                                   const struct pst_rational *a, const struct pst_rational *b)
{
  struct pst_rational result;
  mpq_t x, y;

  load(x, a);
  load(y, b);
  operation(x, x, y);
  result = pst_rational_keep(exact, x);
  mpq_clear(x);
  mpq_clear(y);
  return result;
}

static wide greatest_divisor(wide a, wide b)
{
  while (b != 0) {
    wide rest;

    if (a <= INT64_MAX && b <= INT64_MAX) { /* 64-bit division is many times faster */
      int64_t p = (int64_t)a, q = (int64_t)b;

      while (q != 0) {
        int64_t r = p % q;

        p = q;
        q = r;
      }
      return p;
    }
    rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/* N / D in lowest terms when both then fit; D > 0. */
static bool reduce(wide n, wide d, struct pst_rational *out)
{
  wide divisor = d == 1 ? 1 : greatest_divisor(n < 0 ? -n : n, d);

  n /= divisor;
  d /= divisor;
  if (n > INT64_MAX || n < -INT64_MAX || d > INT64_MAX)
    return false;
  *out = (struct pst_rational){.n = (int64_t)n, .d = (int64_t)d};
  return true;
}

/* --- arithmetic -------------------------------------------------------------------------------- */

static bool small(const struct pst_rational *a, const struct pst_rational *b)
{
  return a->big == NULL && b->big == NULL;
}

struct pst_rational pst_rational_add(struct pst_exact *exact, struct pst_rational a,
                                     struct pst_rational b)
{
  struct pst_rational sum;

  if (small(&a, &b)
      && (a.d == b.d ? reduce((wide)a.n + b.n, a.d, &sum)
                     : reduce((wide)a.n * b.d + (wide)b.n * a.d, (wide)a.d * b.d, &sum)))
    return sum;
  return operate(exact, mpq_add, &a, &b);
}

struct pst_rational pst_rational_negate(struct pst_exact *exact, struct pst_rational a)
{
  const struct pst_rational zero = pst_rational_whole(0);

  if (a.big != NULL || a.n == INT64_MIN)
    return operate(exact, mpq_sub, &zero, &a);
  a.n = -a.n;
  return a;
}

struct pst_rational pst_rational_subtract(struct pst_exact *exact, struct pst_rational a,
                                          struct pst_rational b)
{
  return pst_rational_add(exact, a, pst_rational_negate(exact, b));
}

struct pst_rational pst_rational_multiply(struct pst_exact *exact, struct pst_rational a,
                                          struct pst_rational b)
{
  struct pst_rational product;

  if (small(&a, &b) && reduce((wide)a.n * b.n, (wide)a.d * b.d, &product))
    return product;
  return operate(exact, mpq_mul, &a, &b);
}

struct pst_rational pst_rational_divide(struct pst_exact *exact, struct pst_rational a,
                                        struct pst_rational b)
{
  struct pst_rational quotient;

  assert(pst_rational_sign(b) != 0);
  if (small(&a, &b)) {
    wide n = (wide)a.n * b.d, d = (wide)a.d * b.n;

    if (reduce(d < 0 ? -n : n, d < 0 ? -d : d, &quotient))
      return quotient;
  }
  return operate(exact, mpq_div, &a, &b);
}

struct pst_rational pst_rational_middle(struct pst_exact *exact, struct pst_rational a,
                                        struct pst_rational b)
{
  return pst_rational_divide(exact, pst_rational_add(exact, a, b), pst_rational_whole(2));
}

struct pst_rational pst_rational_floor(struct pst_exact *exact, struct pst_rational a)
{
  struct pst_rational result;
  struct pst_rational_view view;
  mpq_t q;

  if (a.big == NULL)
    return pst_rational_whole(a.n / a.d - (a.n % a.d < 0));
  pst_rational_view_of(&view, &a);
  mpq_init(q);
  mpz_fdiv_q(mpq_numref(q), view.n, view.d);
  result = pst_rational_keep(exact, q);
  mpq_clear(q);
  return result;
}

struct pst_rational pst_rational_power(struct pst_exact *exact, int exponent)
{
  int size = exponent < 0 ? -exponent : exponent;
  struct pst_rational result = pst_rational_whole(1);
  mpq_t q;

  assert(size <= PST_RATIONAL_EXPONENT);
  if (size <= 18) {
    for (int i = 0; i < size; i++)
      result.n *= 10;
    return exponent < 0 ? (struct pst_rational){.n = 1, .d = result.n} : result;
  }
  mpq_init(q);
  mpz_ui_pow_ui(exponent < 0 ? mpq_denref(q) : mpq_numref(q), 10, (unsigned long)size);
  mpz_set_ui(exponent < 0 ? mpq_numref(q) : mpq_denref(q), 1);
  result = pst_rational_keep(exact, q);
  mpq_clear(q);
  return result;
}

struct pst_rational pst_rational_double(struct pst_exact *exact, double value)
{
  struct pst_rational result;
  mpq_t q;

  mpq_init(q);
  mpq_set_d(q, value);
  result = pst_rational_keep(exact, q);
  mpq_clear(q);
  return result;
}

int pst_rational_sign(struct pst_rational a)
{
  if (a.big != NULL)
    return a.big->n_size < 0 ? -1 : 1;
  return (a.n > 0) - (a.n < 0);
}

int pst_rational_compare(struct pst_rational a, struct pst_rational b)
{
  mpq_t x, y;
  int order;

  if (small(&a, &b)) {
    wide left = (wide)a.n * b.d, right = (wide)b.n * a.d;

    return (left > right) - (left < right);
  }
  load(x, &a);
  load(y, &b);
  order = mpq_cmp(x, y);
  mpq_clear(x);
  mpq_clear(y);
  return (order > 0) - (order < 0);
}

bool pst_rational_is_whole(struct pst_rational a)
{
  if (a.big == NULL)
    return a.d == 1;
  return a.big->d_size == 1
         && a.big->limbs[a.big->n_size < 0 ? -a.big->n_size : a.big->n_size] == 1;
}

double pst_rational_to_double(struct pst_rational a)
{
  const int64_t most = (int64_t)1 << 53;
  double value;
  mpq_t q;

  if (a.big == NULL && a.n <= most && a.n >= -most && a.d <= most)
    return (double)a.n / (double)a.d;
  load(q, &a);
  value = pst_wide_nearest(q);
  mpq_clear(q);
  return value;
}
