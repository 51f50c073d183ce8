/* test_claim_squares.c -- sums of squares over ranges, against the corners of small boxes. */
#include "check.h"

#include <math.h>

#include "claim/data/squares.h"

enum { MOST = 5 };

static uint64_t seed = 1234567;

static int below(int n)
{
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (int)((seed >> 33) % (unsigned)n);
}

static double about_mean(const double *x, int n)
{
  double mean = 0, sum = 0;

  for (int i = 0; i < n; i++)
    mean += x[i] / n;
  for (int i = 0; i < n; i++)
    sum += (x[i] - mean) * (x[i] - mean);
  return sum;
}

static double greatest(const int *low, const int *high, int n)
{
  double x[MOST], most = 0;

  for (int corner = 0; corner < 1 << n; corner++) {
    for (int i = 0; i < n; i++)
      x[i] = (corner >> i & 1) != 0 ? high[i] : low[i];
    most = fmax(most, about_mean(x, n));
  }
  return most;
}

/* The least: every number is as near to some c as it can be; over a fine grid of c. */
static double least(const int *low, const int *high, int n)
{
  double x[MOST], found = INFINITY;

  for (double c = -1; c <= 12; c += 1.0 / 128) {
    for (int i = 0; i < n; i++)
      x[i] = fmin(fmax(c, low[i]), high[i]);
    found = fmin(found, about_mean(x, n));
  }
  return found;
}

static struct pst_range span(int low, int high)
{
  struct pst_range range = pst_range_point(pst_rational_whole(low));

  range.high.value = pst_rational_whole(high);
  return range;
}

static void corners_lie_within(void **state)
{
  int tight = 0;

  (void)state;
  for (int round = 0; round < 3000; round++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_exact exact = {.arena = &arena};
    struct pst_range ranges[MOST], sum;
    int low[MOST], high[MOST], n = 2 + below(MOST - 1), most_width = 1 + below(6);
    double top, bottom;

    for (int i = 0; i < n; i++) {
      low[i] = below(8);
      high[i] = low[i] + below(most_width);
      ranges[i] = span(low[i], high[i]);
    }
    assert_true(pst_squares_about_mean(&exact, ranges, (size_t)n, &sum));
    top = pst_rational_to_double(sum.high.value);
    bottom = pst_rational_to_double(sum.low.value);
    if (top < greatest(low, high, n) - 1e-9 || bottom > least(low, high, n) + 1e-9)
      fail_msg("round %d: [%g, %g] does not hold [%g, %g]", round, bottom, top, least(low, high, n),
               greatest(low, high, n));
    assert_true(bottom >= least(low, high, n) - 0.01);
    assert_true(top <= 1.5 * greatest(low, high, n) + 1e-9 || greatest(low, high, n) < 4);
    tight += top < greatest(low, high, n) + 1e-9;
    pst_arena_free(&arena);
  }
  assert_true(tight > 1500);
}

/* 28.5, 20.0 and 28.5 as printed: the corners are those of 28.45 to 28.55 and 19.95 to 20.05. */
static void printed_figures_and_open_ends(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_exact exact = {.arena = &arena};
  struct pst_range ranges[3] = {span(570, 570), span(400, 400), span(570, 570)}, sum;

  (void)state;
  assert_true(pst_squares_about_mean(&exact, ranges, 3, &sum));
  assert_true(pst_range_is_point(&sum));
  assert_close(pst_rational_to_double(sum.low.value), 170.0 * 170 * 2 / 3, 1e-15, 0);
  ranges[1] = pst_range_all();
  assert_true(pst_squares_about_mean(&exact, ranges, 3, &sum));
  assert_int_equal(sum.high.infinite, 1);
  assert_int_equal(pst_rational_sign(sum.low.value), 0);
  ranges[1].high = (struct pst_limit){.value = pst_rational_whole(400)};
  assert_true(pst_squares_about_mean(&exact, ranges, 3, &sum));
  assert_close(pst_rational_to_double(sum.low.value), 170.0 * 170 * 2 / 3, 1e-15, 0);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(corners_lie_within),
      cmocka_unit_test(printed_figures_and_open_ends),
  };

  return cmocka_run_group_tests_name("claim_squares", tests, NULL, NULL);
}
