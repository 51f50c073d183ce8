/* Adjusted p-values: R 4.2.2, p.adjust(c(.01, .02, .03, .04, .05, NA, .02), method). */
#include "check.h"
#include "random.h"

#include <math.h>

#include "stats/adjust.h"

static void adjust(const double *p, size_t n, enum pst_adjust method, double *out)
{
  struct pst_arena arena = PST_ARENA_EMPTY;

  assert_int_equal(pst_adjust(p, n, method, out, &arena, NULL), PST_OK);
  pst_arena_free(&arena);
}

static void five_methods(void **state)
{
  static const double p[] = {.01, .02, .03, .04, .05, (double)NAN, .02};
  static const double holm[] = {.06, .10, .10, .10, .10, 0, .10};
  static const double bonferroni[] = {.06, .12, .18, .24, .30, 0, .12};
  static const double bh[] = {.04, .04, .045, .048, .05, 0, .04};
  static const double hochberg[] = {.05, .05, .05, .05, .05, 0, .05};
  double out[7];

  (void)state;
  adjust(p, 7, PST_ADJUST_HOLM, out);
  for (int i = 0; i < 7; i++)
    if (i != 5)
      assert_close(out[i], holm[i], 1e-14, 0);
  assert_nan(out[5]);
  adjust(p, 7, PST_ADJUST_BONFERRONI, out);
  for (int i = 0; i < 5; i++)
    assert_close(out[i], bonferroni[i], 1e-14, 0);
  adjust(p, 7, PST_ADJUST_BH, out);
  for (int i = 0; i < 5; i++)
    assert_close(out[i], bh[i], 1e-14, 0);
  adjust(p, 7, PST_ADJUST_HOCHBERG, out);
  for (int i = 0; i < 5; i++)
    assert_close(out[i], hochberg[i], 1e-14, 0);
  adjust(p, 7, PST_ADJUST_BY, out);
  assert_close(out[4], .05 * (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0 + 1 / 6.0), 1e-14, 0);
  adjust(p, 7, PST_ADJUST_NONE, out);
  assert_close(out[3], .04, 0, 0);
}

/* Never below the raw p, never above 1, in the same order; bh <= hochberg <= holm <= bonferroni. */
static void properties(void **state)
{
  uint64_t seed = 70;
  double p[20];
  double bh[20];
  double hochberg[20];
  double holm[20];
  double bonferroni[20];

  (void)state;
  for (int round = 0; round < 500; round++) {
    size_t n = 1 + random_below(&seed, 20);

    for (size_t i = 0; i < n; i++)
      p[i] = (double)random_below(&seed, 40) / 39;
    adjust(p, n, PST_ADJUST_BH, bh);
    adjust(p, n, PST_ADJUST_HOCHBERG, hochberg);
    adjust(p, n, PST_ADJUST_HOLM, holm);
    adjust(p, n, PST_ADJUST_BONFERRONI, bonferroni);
    for (size_t i = 0; i < n; i++) {
      assert_true(p[i] <= bh[i] && bh[i] <= hochberg[i] + 1e-15);
      assert_true(hochberg[i] <= holm[i] + 1e-15 && holm[i] <= bonferroni[i] + 1e-15);
      assert_true(bonferroni[i] <= 1);
      for (size_t j = 0; j < n; j++)
        assert_true(p[i] > p[j] || (bh[i] <= bh[j] && holm[i] <= holm[j]));
    }
  }
}

static void in_place_and_empty(void **state)
{
  double p[] = {.5, .01};

  (void)state;
  adjust(p, 2, PST_ADJUST_HOLM, p);
  assert_close(p[0], .5, 0, 0);
  assert_close(p[1], .02, 0, 0);
  adjust(p, 0, PST_ADJUST_BH, p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(five_methods),
      cmocka_unit_test(properties),
      cmocka_unit_test(in_place_and_empty),
  };

  return cmocka_run_group_tests_name("adjust", tests, NULL, NULL);
}
