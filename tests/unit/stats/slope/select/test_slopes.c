/* Slope selection against sorting all slopes, to the last bit. */
#include "check.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>

#include "stats/slope/select/slope_exact.h"
#include "stats/slope/select/slopes.h"

__extension__ typedef __int128 wide;

/* What values look like: where slopes tie, nearly tie, or lose their low digits. */
enum kind { WHOLE, TENTHS, DOUBLES, OFFSET, TINY, HUGE_SCALE, FAR, MIXED, KINDS };

static double value_of(enum kind kind, size_t k, size_t levels)
{
  double unit = (double)k / (double)levels;

  switch (kind) {
  case WHOLE:
    return (double)k - (double)(levels / 2);
  case TENTHS:
    return (double)k / 10;
  case DOUBLES:
    return sin((double)k + 1);
  case OFFSET:
    return 1e9 + unit;
  case TINY:
    return 1e-11 * sin((double)k);
  case HUGE_SCALE:
    return 1e200 * unit;
  case FAR: /* so far out that in equal steps to there all others would be one */
    return k % 10 == 0 ? ldexp(unit, 200) : unit;
  case MIXED:
  case KINDS:
    break;
  }
  return k % 2 == 0 ? (double)k * 1e10 : unit / 3;
}

static void fill(uint64_t *seed, double *x, size_t n, enum kind kind, size_t levels)
{
  for (size_t i = 0; i < n; i++)
    x[i] = value_of(kind, random_below(seed, levels), levels);
}

static size_t sorted_slopes(const struct pst_sample *sample, double *slopes)
{
  size_t count = 0;
  double *spare;

  for (size_t i = 0; i < sample->n; i++)
    for (size_t j = i + 1; j < sample->n; j++)
      if (sample->x[i] != sample->x[j])
        slopes[count++] = pst_slope_between(sample->x[i], sample->y[i], sample->x[j], sample->y[j]);
  spare = malloc((count + 1) * sizeof *spare);
  assert_non_null(spare);
  pst_sort(slopes, spare, count);
  free(spare);
  return count;
}

static void assert_selects(const struct pst_sample *sample, const uint64_t *ranks, size_t count,
                           const struct pst_slope_limits *limits, const double *sorted)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  double values[8];

  assert_int_equal(pst_slope_select_within(sample, ranks, count, limits, values, &scratch, &error),
                   PST_OK);
  for (size_t i = 0; i < count; i++)
    assert_close(values[i], sorted[ranks[i] - 1], 0, 0);
  pst_arena_free(&scratch);
}

/* The different values of X, rising: how many. */
static size_t rise(double *x, size_t n)
{
  double spare[50];
  size_t kept = 1;

  pst_sort(x, spare, n);
  for (size_t i = 1; i < n; i++)
    if (x[i] > x[kept - 1])
      x[kept++] = x[i];
  return kept;
}

/* Small brackets, small samples and any places: every path of the search is taken, and of few slopes. */
static void equals_all_slopes(void **state)
{
  uint64_t seed = 20;
  double x[50];
  double y[50];
  double slopes[1225];

  (void)state;
  for (int round = 0; round < 10000; round++) {
    const struct pst_slope_limits limits = {.all_pairs = round % 2 == 0 ? 0 : UINT64_MAX,
                                            .candidates = 1 + random_below(&seed, 100),
                                            .sample = 1 + random_below(&seed, 100)};
    struct pst_sample sample = {.n = 3 + random_below(&seed, 48), .x = x, .y = y};
    uint64_t ranks[8];
    size_t count;

    fill(&seed, x, sample.n, (enum kind)random_below(&seed, KINDS), 2 + random_below(&seed, 60));
    if (round % 4 > 1)
      sample.n = rise(x, sample.n);
    fill(&seed, y, sample.n, (enum kind)random_below(&seed, KINDS), 1 + random_below(&seed, 60));
    count = sorted_slopes(&sample, slopes);
    if (count == 0)
      continue;
    for (size_t i = 0; i < 8; i++)
      ranks[i] = 1 + random_below(&seed, count);
    assert_selects(&sample, ranks, 1 + random_below(&seed, 8), &limits, slopes);
  }
}

/* Where differences are exact, a quotient in doubles is the slope: no help from slope_exact. */
static void equals_plain_quotients(void **state)
{
  uint64_t seed = 21;
  double x[50];
  double y[50];
  double slopes[1225];
  double spare[1225];

  (void)state;
  for (int round = 0; round < 2000; round++) {
    const struct pst_slope_limits limits = {.candidates = 20, .sample = 50};
    const struct pst_sample sample = {.n = 20 + random_below(&seed, 31), .x = x, .y = y};
    uint64_t ranks[8];
    size_t count = 0;

    random_fill(&seed, x, sample.n, 2 + random_below(&seed, 40));
    random_fill(&seed, y, sample.n, 1 + random_below(&seed, 40));
    for (size_t i = 0; i < sample.n; i++)
      for (size_t j = i + 1; j < sample.n; j++)
        if (x[i] != x[j])
          slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
    if (count == 0)
      continue;
    pst_sort(slopes, spare, count);
    for (size_t i = 0; i < 8; i++)
      ranks[i] = 1 + random_below(&seed, count);
    assert_selects(&sample, ranks, 8, &limits, slopes);
  }
}

static void medium(enum kind x_kind, enum kind y_kind, size_t n, size_t x_levels, size_t y_levels)
{
  uint64_t seed = 22;
  double *x = malloc(n * sizeof *x);
  double *y = malloc(n * sizeof *y);
  double *slopes = malloc(n * (n - 1) / 2 * sizeof *slopes);
  const struct pst_sample sample = {.n = n, .x = x, .y = y};
  const struct pst_slope_limits limits = {.all_pairs = 0};
  uint64_t ranks[8];
  size_t count;

  assert_true(x != NULL && y != NULL && slopes != NULL);
  fill(&seed, x, n, x_kind, x_levels);
  fill(&seed, y, n, y_kind, y_levels);
  count = sorted_slopes(&sample, slopes);
  for (size_t i = 0; i < 8; i++)
    ranks[i] = 1 + random_below(&seed, count);
  ranks[0] = 1;
  ranks[1] = count;
  ranks[2] = (count + 1) / 2;
  ranks[3] = count / 2 + 1;
  assert_selects(&sample, ranks, 8, &limits, slopes);
  free(x);
  free(y);
  free(slopes);
}

static void medium_samples(void **state)
{
  (void)state;
  medium(WHOLE, WHOLE, 2000, 2000, 100);
  medium(WHOLE, TENTHS, 3000, 60, 1000);
  medium(TENTHS, TENTHS, 2500, 500, 300);
  medium(DOUBLES, DOUBLES, 3000, 100000, 100000);
  medium(WHOLE, TENTHS, 5000, 100000, 4);
  medium(OFFSET, TENTHS, 2000, 1000, 100);
  medium(WHOLE, FAR, 2000, 100000, 100000);
  medium(FAR, FAR, 2000, 100000, 100);
  medium(OFFSET, OFFSET, 2000, 3000, 70);
  medium(WHOLE, WHOLE, 2000, 1000, 1);
  medium(WHOLE, WHOLE, 2000, 2, 5);
}

/* --- many points, by counting ------------------------------------------------------------------- */

/* Pairs of whole numbers whose slope is below TOP / BOTTOM, or not above it: inversions of y BOTTOM - x TOP,
   which are exact, with ties broken so that equal slopes are none, or are some. */
static uint64_t slopes_below(const double *x, const double *y, size_t n, double top, double bottom,
                             bool equal_too)
{
  double *left = malloc(n * sizeof *left), *spare = malloc(n * sizeof *spare);
  uint64_t count;

  assert_true(left != NULL && spare != NULL);
  for (size_t i = 0; i < n; i++)
    left[i] =
        (y[i] * bottom - x[i] * top) * (double)n + (equal_too ? (double)(n - i) : (double)i) * 0.5;
  count = pst_sort(left, spare, n);
  free(left);
  free(spare);
  return count;
}

/* The pair whose quotient SLOPE is: that of small numbers nearest to it. */
static void fraction_of(double slope, double most, double *top, double *bottom)
{
  for (*bottom = 1; *bottom <= most; ++*bottom) {
    *top = nearbyint(slope * *bottom);
    if (*top / *bottom == slope)
      return;
  }
  fail_msg("%g is no slope of these points", slope);
}

static void check_places(const double *x, const double *y, size_t n, uint64_t pairs)
{
  const uint64_t ranks[] = {1,
                            pairs / 3,
                            pairs / 2 - 40000000,
                            pairs / 2,
                            pairs / 2 + 1,
                            pairs / 2 + 7000,
                            pairs - pairs / 1000,
                            pairs};
  const struct pst_sample sample = {.n = n, .x = x, .y = y};
  double values[8], others[8];

  for (size_t threads = 1; threads <= 3; threads += 2) {
    struct pst_arena scratch = PST_ARENA_EMPTY;
    struct pst_error error = {.status = PST_OK};

    assert_int_equal(pst_slope_select(&sample, ranks, 8, threads, threads == 1 ? values : others,
                                      &scratch, &error),
                     PST_OK);
    pst_arena_free(&scratch);
  }
  assert_memory_equal(values, others, sizeof values);
  for (size_t i = 0; i < 8; i++) {
    double top = 0, bottom = 1;

    fraction_of(values[i], (double)n, &top, &bottom);
    assert_true(slopes_below(x, y, n, top, bottom, false) < ranks[i]);
    assert_true(slopes_below(x, y, n, top, bottom, true) >= ranks[i]);
  }
}

/* Y of 40,000 points that count up: a wide range; few values; one line but for some; one far out; all on
   two lines. */
static double y_of(uint64_t *seed, int kind, size_t i)
{
  const double noise = (double)random_below(seed, 60001) - 30000;

  switch (kind) {
  case 1:
    return fmod(noise, 3);
  case 2:
    return (double)(i / 2 * 2) + (i % 9 == 0 ? fmod(noise, 50) : 0);
  case 3:
    return i == 77 ? 0x1p20 : fmod(noise, 100);
  case 4:
    return i % 2 == 0 ? (double)i : -(double)i;
  }
  return noise;
}

static void many_points(void **state)
{
  enum { N = 40000 };
  double *x = malloc(N * sizeof *x), *y = malloc(N * sizeof *y);
  uint64_t seed = 29;

  (void)state;
  assert_true(x != NULL && y != NULL);
  for (int kind = 0; kind < 5; kind++) {
    for (size_t i = 0; i < N; i++) {
      x[i] = (double)i;
      y[i] = y_of(&seed, kind, i);
    }
    check_places(x, y, N, (uint64_t)N * (N - 1) / 2);
  }
  free(x);
  free(y);
}

/* All on one line: every slope is the same. */
static void one_line(void **state)
{
  enum { N = 4000 };
  double *x = malloc(N * sizeof *x);
  double *y = malloc(N * sizeof *y);
  const struct pst_sample sample = {.n = N, .x = x, .y = y};
  const uint64_t ranks[] = {1, 1000, 7998000};
  double values[3];
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  for (int i = 0; i < N; i++) {
    x[i] = 1e9 + i;
    y[i] = 7 - 0.5 * i;
  }
  assert_int_equal(pst_slope_select(&sample, ranks, 3, 1, values, &scratch, &error), PST_OK);
  for (int i = 0; i < 3; i++)
    assert_close(values[i], -0.5, 0, 0);
  for (int i = 0; i < N; i++)
    y[i] = 0.1;
  assert_int_equal(pst_slope_select(&sample, ranks, 3, 1, values, &scratch, &error), PST_OK);
  for (int i = 0; i < 3; i++) {
    assert_close(values[i], 0, 0, 0);
    assert_false(signbit(values[i]));
  }
  pst_arena_free(&scratch);
  free(x);
  free(y);
}

/* The double nearest to top / bottom, by whole numbers: no double is nearer, and of two as near it
   is the even one. */
static void assert_nearest(double slope, wide top, wide bottom)
{
  int exponent;
  wide m = (wide)ldexp(frexp(slope, &exponent), 53);
  wide twice;

  assert_true(exponent <= 53 && exponent > -30);
  /* slope = m / 2^(53 - exponent): compare 2 |top 2^k - m bottom| with bottom. */
  top *= (wide)1 << (53 - exponent);
  twice = 2 * (top - m * bottom);
  if (twice < 0)
    twice = -twice;
  assert_true(twice < bottom || (twice == bottom && m % 2 == 0) || m == (wide)1 << 52);
}

/* Differences of 54 to 60 bits over differences of up to 40. */
static void quotients_are_rounded_once(void **state)
{
  uint64_t seed = 23;

  (void)state;
  for (int round = 0; round < 200000; round++) {
    int shift = (int)random_below(&seed, 8);
    int64_t y1 = (int64_t)(random_next(&seed) >> 11) >> random_below(&seed, 20);
    int64_t y2 = (int64_t)(random_next(&seed) >> 11) >> random_below(&seed, 20);
    int64_t x2 = 1 + (int64_t)(random_next(&seed) >> (30 + random_below(&seed, 34)));
    wide top = (wide)y2 * ((wide)1 << shift) + y1;
    double slope = pst_slope_between(0, -(double)y1, (double)x2, ldexp((double)y2, shift));

    if (slope < 1 || top >> 50 == 0)
      continue;
    /* Keep the numbers within 128 bits. */
    if (slope < 0x1p53 && slope > 0x1p-5 && (double)top * ldexp(1, 54 - ilogb(slope)) < 0x1p126)
      assert_nearest(slope, top, x2);
  }
  /* 1 - 2^-54 and 1 - 3 2^-55 lie between 1 - 2^-53 and 1: one is as near to both. */
  assert_close(pst_slope_between(0, 0x1p-54, 1, 1), 1, 0, 0);
  assert_close(pst_slope_between(0, 0x1.8p-54, 1, 1), 1 - 0x1p-53, 0, 0);
  assert_close(pst_slope_between(0, -0x1p-53, 1, 1), 1, 0, 0);
  assert_close(pst_slope_between(0, -0x1.8p-53, 1, 1), 1 + 0x1p-52, 0, 0);
  assert_close(pst_slope_between(1, 0, 0, 0x1.8p-53 + 1), -1 - 0x1p-52, 0, 0);
}

/* Quotients that lie on a cut are counted on the side to which they round. */
static void slopes_on_a_cut(void **state)
{
  const double x[] = {0, 1, 2, 3, 4};
  const double y[] = {0, 1, 2, 3, 4 + 0x1p-50};
  const double fine[] = {-0x1p-53, 1, 1 + 0x1p-52, 0x1p-53, -0x1p-54};
  const struct pst_slope_limits limits = {.candidates = 1, .sample = 2};
  struct pst_sample sample = {.n = 5, .x = x, .y = y};
  double slopes[10];
  uint64_t ranks[1];

  (void)state;
  for (int k = 0; k < 2; k++) {
    sample.y = k == 0 ? y : fine;
    assert_int_equal(sorted_slopes(&sample, slopes), 10);
    for (ranks[0] = 1; ranks[0] <= 10; ranks[0]++)
      assert_selects(&sample, ranks, 1, &limits, slopes);
  }
}

/* Values so large, small or far apart that slopes leave the doubles end all the same. */
static void extremes_end(void **state)
{
  static const double wild[] = {0, 5e-324, 1, 1e-310, 1e308, -1e308, 3, 1e-200, -1e-320, 1e200};
  const struct pst_slope_limits limits = {.candidates = 1, .sample = 3};
  uint64_t seed = 24;

  (void)state;
  for (int round = 0; round < 3000; round++) {
    double x[8];
    double y[8];
    const struct pst_sample sample = {.n = 8, .x = x, .y = y};
    struct pst_arena scratch = PST_ARENA_EMPTY;
    struct pst_error error = {.status = PST_OK};
    double slopes[28];
    double value;
    uint64_t ranks[1];
    size_t count;

    for (size_t i = 0; i < 8; i++) {
      x[i] = wild[random_below(&seed, 10)];
      y[i] = wild[random_below(&seed, 10)];
    }
    count = sorted_slopes(&sample, slopes);
    if (count == 0)
      continue;
    ranks[0] = 1 + random_below(&seed, count);
    pst_slope_select_within(&sample, ranks, 1, &limits, &value, &scratch, &error);
    pst_arena_free(&scratch);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(quotients_are_rounded_once),
      cmocka_unit_test(equals_all_slopes),
      cmocka_unit_test(equals_plain_quotients),
      cmocka_unit_test(slopes_on_a_cut),
      cmocka_unit_test(medium_samples),
      cmocka_unit_test(many_points),
      cmocka_unit_test(one_line),
      cmocka_unit_test(extremes_end),
  };

  return cmocka_run_group_tests_name("slopes", tests, NULL, NULL);
}
