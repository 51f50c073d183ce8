/* The nine quantile definitions, R 4.2.2: quantile(c(1, 2, 4, 8, 16, 32), p, type = 1:9). */
#include "check.h"

#include <math.h>

#include "stats/description/quantile.h"

static const double SIX[] = {1, 2, 4, 8, 16, 32};

static void nine_types(void **state)
{
  /* At p = 0.25: n p = 1.5. */
  static const double quarter[] = {2, 2, 2, 1.5, 2, 1.75, 2.5, 1.9166666666666667, 1.9375};
  /* At p = 1/3: n p = 2, on a step. */
  static const double third[] = {2,
                                 3,
                                 2,
                                 2,
                                 3,
                                 2.6666666666666665,
                                 3.3333333333333335,
                                 2.8888888888888888,
                                 2.9166666666666665};

  (void)state;
  for (int type = 1; type <= 9; type++) {
    assert_close(pst_quantile(SIX, 6, 0.25, type), quarter[type - 1], 1e-15, 0);
    assert_close(pst_quantile(SIX, 6, 1.0 / 3, type), third[type - 1], 1e-14, 0);
    assert_close(pst_quantile(SIX, 6, 0, type), 1, 0, 0);
    assert_close(pst_quantile(SIX, 6, 1, type), 32, 0, 0);
  }
}

/* Each type is monotone in p, stays inside the data, and type 7 at i/(n-1) is a data point. */
static void properties(void **state)
{
  (void)state;
  for (int type = 1; type <= 9; type++) {
    double before = SIX[0];

    for (int i = 0; i <= 1000; i++) {
      double q = pst_quantile(SIX, 6, i / 1000.0, type);

      assert_true(q >= before && q <= SIX[5]);
      before = q;
    }
    assert_close(pst_quantile(SIX, 1, 0.3, type), 1, 0, 0);
  }
  for (int i = 0; i < 6; i++)
    assert_close(pst_quantile(SIX, 6, i / 5.0, 7), SIX[i], 0, 0);
}

static void nothing_to_say(void **state)
{
  (void)state;
  assert_nan(pst_quantile(SIX, 0, 0.5, 7));
  assert_nan(pst_quantile(SIX, 6, 1.5, 7));
  assert_nan(pst_quantile(SIX, 6, (double)NAN, 7));
  assert_nan(pst_quantile(SIX, 6, 0.5, 10));
  assert_nan(pst_median_sorted(SIX, 0));
}

static void median(void **state)
{
  (void)state;
  assert_close(pst_median_sorted(SIX, 6), 6, 0, 0);
  assert_close(pst_median_sorted(SIX, 5), 4, 0, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nine_types),
      cmocka_unit_test(properties),
      cmocka_unit_test(nothing_to_say),
      cmocka_unit_test(median),
  };

  return cmocka_run_group_tests_name("quantile", tests, NULL, NULL);
}
