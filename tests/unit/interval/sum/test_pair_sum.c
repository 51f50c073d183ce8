/* Sums of pairs, and what comes of them: exact, whatever the order and the parts. */
#include "check.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interval/rational.h"
#include "interval/sum/pair_sum.h"
#include "interval/sum/wide.h"
#include "random.h"

/* --- the same in rationals -------------------------------------------------------------------------- */

/* The decimal that VALUE is taken as, by the text of it; false when it is taken as the double. */
static bool decimal_of(struct pst_exact *exact, double value, struct pst_rational *decimal)
{
  char text[64];
  int exponent, decimals = 0;
  long long power = 10;

  frexp(value, &exponent);
  if (value == 0)
    exponent = -1000;
  if (exponent > 51)
    return false;
  for (; decimals < 15 && log2((double)power) <= 51 - exponent; power *= 10)
    decimals++;
  snprintf(text, sizeof text, "%.*f", decimals, value);
  assert_true(pst_rational_parse(exact, pst_text_of(text), decimal, NULL));
  return pst_rational_to_double(*decimal) == value;
}

struct sums {
  struct pst_exact exact;
  struct pst_rational n, x, y, xx, xy, yy;
};

static struct pst_rational more(struct pst_exact *exact, struct pst_rational sum,
                                struct pst_rational a, struct pst_rational b)
{
  return pst_rational_add(exact, sum, pst_rational_multiply(exact, a, b));
}

static void add(struct sums *sums, double x, double y)
{
  struct pst_exact *exact = &sums->exact;
  struct pst_rational a, b;

  if (!decimal_of(exact, x, &a) || !decimal_of(exact, y, &b)) {
    a = pst_rational_double(exact, x);
    b = pst_rational_double(exact, y);
  }
  sums->n = pst_rational_add(exact, sums->n, pst_rational_whole(1));
  sums->x = pst_rational_add(exact, sums->x, a);
  sums->y = pst_rational_add(exact, sums->y, b);
  sums->xx = more(exact, sums->xx, a, a);
  sums->xy = more(exact, sums->xy, a, b);
  sums->yy = more(exact, sums->yy, b, b);
}

static struct pst_rational about(struct sums *sums, struct pst_rational ab, struct pst_rational a,
                                 struct pst_rational b)
{
  struct pst_exact *e = &sums->exact;

  return pst_rational_subtract(e, ab,
                               pst_rational_divide(e, pst_rational_multiply(e, a, b), sums->n));
}

/* Infinite numbers too. */
static void assert_same(double a, double b)
{
  if (a != b)
    assert_close(a, b, 0, 0);
}

static double scaled(struct sums *sums, struct pst_rational a, double scale_1, double scale_2)
{
  struct pst_exact *e = &sums->exact;

  a = pst_rational_multiply(e, a, pst_rational_double(e, scale_1));
  return pst_rational_to_double(pst_rational_multiply(e, a, pst_rational_double(e, scale_2)));
}

static void assert_number(struct sums *sums, struct pst_pair_number number, struct pst_rational a)
{
  struct pst_exact *e = &sums->exact;
  double high = pst_rational_to_double(a);

  assert_same(number.high, high);
  if (!isfinite(high))
    return;
  assert_same(number.low,
              pst_rational_to_double(pst_rational_subtract(e, a, pst_rational_double(e, high))));
}

/* The root of SQUARE is between the middles of R and its two neighbours. */
static void assert_root(struct sums *sums, double r, struct pst_rational square)
{
  struct pst_exact *e = &sums->exact;

  for (int side = -1; side <= 1; side += 2) {
    struct pst_rational middle =
        pst_rational_middle(e, pst_rational_double(e, fabs(r)),
                            pst_rational_double(e, nextafter(fabs(r), side < 0 ? 0 : 2)));
    int order = pst_rational_compare(pst_rational_multiply(e, middle, middle), square);

    assert_true(side < 0 ? order <= 0 : order >= 0);
  }
}

static void assert_line(struct sums *sums, const struct pst_pair_sum *sum)
{
  struct pst_exact *e = &sums->exact;
  struct pst_rational sxx = about(sums, sums->xx, sums->x, sums->x),
                      sxy = about(sums, sums->xy, sums->x, sums->y),
                      syy = about(sums, sums->yy, sums->y, sums->y),
                      slope = pst_rational_divide(e, sxy, sxx),
                      explained = pst_rational_multiply(e, slope, sxy);
  struct pst_pair_line line;

  pst_pair_sum_line(sum, &line);
  assert_number(sums, line.slope, slope);
  assert_number(sums, line.mean_x, pst_rational_divide(e, sums->x, sums->n));
  assert_number(sums, line.mean_y, pst_rational_divide(e, sums->y, sums->n));
  assert_number(
      sums, line.intercept,
      pst_rational_divide(
          e, pst_rational_subtract(e, sums->y, pst_rational_multiply(e, slope, sums->x)), sums->n));
  assert_same(line.sxx, scaled(sums, sxx, line.scale_x, line.scale_x));
  assert_same(line.sxy, scaled(sums, sxy, line.scale_x, line.scale_y));
  assert_same(line.syy, scaled(sums, syy, line.scale_y, line.scale_y));
  assert_same(line.rss,
              scaled(sums, pst_rational_subtract(e, syy, explained), line.scale_y, line.scale_y));
  assert_true(pst_rational_sign(syy) != 0 || isnan(line.r));
  if (pst_rational_sign(syy) == 0)
    return;
  assert_true(pst_rational_sign(sxy) == (line.r > 0) - (line.r < 0));
  assert_root(sums, line.r, pst_rational_divide(e, explained, syy));
}

static void assert_moments(struct sums *sums, const struct pst_pair_sum *sum)
{
  struct pst_rational sxx = about(sums, sums->xx, sums->x, sums->x);
  struct pst_pair_moments moments;

  pst_pair_sum_moments(sum, &moments);
  assert_same(moments.total, pst_rational_to_double(sums->x));
  assert_number(sums, moments.mean, pst_rational_divide(&sums->exact, sums->x, sums->n));
  assert_same(pst_pair_sum_squares(sum, 1), pst_rational_to_double(sxx));
  assert_same(pst_pair_sum_squares(sum, 0x1p-40), scaled(sums, sxx, 0x1p-40, 0x1p-40));
}

/* --- numbers of every kind --------------------------------------------------------------------------- */

static double printed(uint64_t *seed, int decimals, long long most)
{
  char text[64];

  snprintf(text, sizeof text, "%llde-%d",
           (long long)(random_next(seed) % (2 * (uint64_t)most)) - most, decimals);
  return strtod(text, NULL);
}

static double any_double(uint64_t *seed)
{
  double value;

  do {
    uint64_t bits = random_next(seed);

    memcpy(&value, &bits, sizeof value);
  } while (!isfinite(value));
  return value;
}

enum { KINDS = 7 };

static double draw(uint64_t *seed, int kind)
{
  switch (kind) {
  case 0: /* years */
    return 1950 + (double)random_below(seed, 70);
  case 1: /* money */
    return printed(seed, 2, 1000000000);
  case 2: /* many digits */
    return printed(seed, (int)random_below(seed, 18), INT64_C(9000000000000000));
  case 3: /* computed */
    return printed(seed, 3, 100000) / 3;
  case 4: /* far from zero */
    return 1e12 + printed(seed, 3, 100000);
  case 5: /* subnormal */
    return (double)random_below(seed, 1000) * DBL_TRUE_MIN;
  default:
    return any_double(seed);
  }
}

enum { N = 300 };

static void fill(uint64_t *seed, int kind, bool mixed, double *x)
{
  for (int i = 0; i < N; i++)
    x[i] = draw(seed, mixed ? (int)random_below(seed, KINDS) : kind);
}

static void add_in_parts(uint64_t *seed, const double *x, const double *y, struct pst_pair_sum *all)
{
  static struct pst_pair_sum part[3];

  memset(part, 0, sizeof part);
  for (size_t at = 0, n; at < N; at += n) {
    n = 1 + random_below(seed, 70);
    n = n > N - at ? N - at : n;
    pst_pair_sum_add(&part[random_below(seed, 3)], x + at, y + at, n);
  }
  memset(all, 0, sizeof *all);
  for (int i = 3; i-- > 0;)
    pst_pair_sum_join(all, &part[i]);
}

static void shuffle(uint64_t *seed, double *x, double *y)
{
  for (size_t i = N; i > 1; i--) {
    size_t k = random_below(seed, i);
    double a = x[i - 1], b = y[i - 1];

    x[i - 1] = x[k];
    y[i - 1] = y[k];
    x[k] = a;
    y[k] = b;
  }
}

static void any_order_and_parts(void **state)
{
  uint64_t seed = 11;

  (void)state;
  for (int round = 0; round < 3 * KINDS * KINDS; round++) {
    static struct pst_pair_sum whole, parts;
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct sums sums = {.exact = {.arena = &arena}};
    double x[N], y[N];

    sums.n = sums.x = sums.y = sums.xx = sums.xy = sums.yy = pst_rational_whole(0);
    fill(&seed, round % KINDS, round >= 2 * KINDS * KINDS, x);
    fill(&seed, round / KINDS % KINDS, round >= 2 * KINDS * KINDS, y);
    x[0] = nextafter(x[1], 0) + 1; /* not constant */
    memset(&whole, 0, sizeof whole);
    pst_pair_sum_add(&whole, x, y, N);
    for (int i = 0; i < N; i++)
      add(&sums, x[i], y[i]);
    assert_int_equal(whole.n, N);
    if (pst_rational_sign(about(&sums, sums.xx, sums.x, sums.x)) > 0)
      assert_line(&sums, &whole);
    shuffle(&seed, x, y);
    add_in_parts(&seed, x, y, &parts);
    assert_memory_equal(&whole, &parts, sizeof whole);
    pst_arena_free(&arena);
  }
}

static void one_variable(void **state)
{
  static const double zero[N] = {0};
  uint64_t seed = 12;

  (void)state;
  for (int round = 0; round < 3 * KINDS; round++) {
    static struct pst_pair_sum sum;
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct sums sums = {.exact = {.arena = &arena}};
    double x[N];

    sums.n = sums.x = sums.y = sums.xx = sums.xy = sums.yy = pst_rational_whole(0);
    fill(&seed, round % KINDS, round >= 2 * KINDS, x);
    memset(&sum, 0, sizeof sum);
    pst_pair_sum_add(&sum, x, NULL, N);
    for (int i = 0; i < N; i++)
      add(&sums, x[i], zero[i]);
    assert_moments(&sums, &sum);
    pst_arena_free(&arena);
  }
}

/* What doubles lose: 1e308 and its opposite, 1e12 less its mean, a perfect line. */
static void known_lines(void **state)
{
  static const double year[] = {1, 2, 3, 4}, line[] = {0.1, 0.2, 0.3, 0.4},
                      large[] = {1e308, 1, -1e308, 5}, far[] = {1e15, 1e15 + 1, 1e15 + 2, 1e15 + 3};
  static struct pst_pair_sum sum;
  struct pst_pair_line fit;
  struct pst_pair_moments moments;

  (void)state;
  pst_pair_sum_add(&sum, year, line, 4);
  pst_pair_sum_line(&sum, &fit);
  assert_close(fit.slope.high, 0.1, 0, 0);
  assert_close(fit.intercept.high, 0, 0, 0);
  assert_close(fit.rss, 0, 0, 0);
  assert_close(fit.r, 1, 0, 0);
  memset(&sum, 0, sizeof sum);
  pst_pair_sum_add(&sum, large, NULL, 4);
  pst_pair_sum_moments(&sum, &moments);
  assert_close(moments.total, 6, 0, 0);
  assert_close(moments.mean.high, 1.5, 0, 0);
  memset(&sum, 0, sizeof sum);
  pst_pair_sum_add(&sum, far, NULL, 4);
  assert_close(pst_pair_sum_squares(&sum, 1), 5, 0, 0);
}

/* Doubling by joins: 2^33 pairs, far more than there is time to add. */
static void ten_thousand_million_by_joins(void **state)
{
  static const double x[] = {0.1, 0.3}, y[] = {7, 1.0 / 3};
  static struct pst_pair_sum sum, other;
  struct pst_pair_moments moments;

  (void)state;
  pst_pair_sum_add(&sum, x, NULL, 2);
  for (int i = 0; i < 32; i++) {
    other = sum;
    pst_pair_sum_join(&sum, &other);
  }
  pst_pair_sum_moments(&sum, &moments);
  assert_true(sum.n == UINT64_C(1) << 33);
  assert_close(moments.total, 0.4 * 0x1p32, 0, 0);
  assert_close(moments.mean.high, 0.2, 0, 0);
  assert_close(pst_pair_sum_squares(&sum, 1), 0.02 * 0x1p32, 0, 0);
  pst_pair_sum_add(&sum, x + 1, y + 1, 1);
  assert_true(sum.any_other);
}

static void wide_numbers_carry(void **state)
{
  uint64_t sum[4] = {UINT64_MAX, UINT64_MAX, 0, 0}, one[4] = {1};
  static const uint64_t carried[4] = {0, 0, 1, 0},
                        minus[4] = {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};

  (void)state;
  pst_wide_add(sum, 4, one, 1);
  assert_memory_equal(sum, carried, sizeof sum);
  pst_wide_add(sum, 4, minus, 4);
  pst_wide_add(sum, 4, one, 2);
  assert_memory_equal(sum, carried, sizeof sum);
  pst_wide_subtract(sum, 4, carried, 3);
  pst_wide_subtract(sum, 4, one, 1);
  assert_memory_equal(sum, minus, sizeof sum);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_order_and_parts), cmocka_unit_test(one_variable),
      cmocka_unit_test(known_lines),         cmocka_unit_test(ten_thousand_million_by_joins),
      cmocka_unit_test(wide_numbers_carry),
  };

  return cmocka_run_group_tests_name("pair_sum", tests, NULL, NULL);
}
