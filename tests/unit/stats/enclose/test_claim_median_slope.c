#include "check.h"

#include <math.h>
#include <stdlib.h>

#include "stats/enclose/median_slope.h"

enum { MOST = 40 };

static uint64_t seed = 12345;

static int below(int n)
{
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (int)((seed >> 33) % (unsigned)n);
}

static int by_size(const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* The two middle ones of all pairs; false where there is none. */
static bool of_pairs(const double *x, const double *from, const double *to, int n, double *low,
                     double *high)
{
  double slopes[MOST * MOST];
  size_t count = 0;

  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      if (x[j] > x[i])
        slopes[count++] = (to[j] - from[i]) / (x[j] - x[i]);
  if (count == 0)
    return false;
  qsort(slopes, count, sizeof *slopes, by_size);
  *low = slopes[(count + 1) / 2 - 1];
  *high = slopes[count / 2];
  return true;
}

static void close_to(int round, double got, double want)
{
  if (got != want && !(fabs(got - want) <= 1e-9 * (1 + fabs(want))))
    fail_msg("round %d: %.17g, not %.17g", round, got, want);
}

static void as_of_all_pairs(void **state)
{
  (void)state;
  for (int round = 0; round < 3000; round++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    double x[MOST], from[MOST], to[MOST], low, high, want_low, want_high;
    int n = 2 + below(MOST - 2);
    bool known = below(2) == 0;

    x[0] = below(3000);
    for (int i = 0; i < n; i++) {
      if (i > 0)
        x[i] = x[i - 1] + below(4) * (below(3) == 0 ? 0.25 : 1);
      from[i] = below(50) / 4.0;
      to[i] = known ? from[i] : from[i] + (below(5) - 2) / 4.0;
      if (!known && below(9) == 0)
        from[i] = -INFINITY;
      if (!known && below(9) == 0)
        to[i] = INFINITY;
    }
    assert_int_equal(pst_median_slope_many(x, from, to, (size_t)n, &low, &high, &arena),
                     of_pairs(x, from, to, n, &want_low, &want_high));
    if (x[n - 1] > x[0]) {
      close_to(round, low, want_low);
      close_to(round, high, want_high);
    }
    pst_arena_free(&arena);
  }
}

static void ends(void **state)
{
  static const double x[] = {5, 5, 5}, y[] = {1, 2, 3};
  struct pst_arena arena = PST_ARENA_EMPTY;
  double low, high;

  (void)state;
  assert_false(pst_median_slope_many(x, y, y, 3, &low, &high, &arena));
  assert_false(pst_median_slope_many(x, y, y, 1, &low, &high, &arena));
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(as_of_all_pairs), cmocka_unit_test(ends)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
