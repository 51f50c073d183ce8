/* Tails and quantiles against values computed with 40 digits (mpmath 1.3). */
#include "check.h"

#include <math.h>

#include "stats/tails.h"

static void normal_tails(void **state)
{
  (void)state;
  assert_close(pst_normal_upper(0), 0.5, 0, 0);
  assert_close(pst_normal_upper(1.959963984540054), 0.025, 1e-15, 0);
  assert_close(pst_normal_upper(-2), 0.97724986805182079279, 1e-15, 0);
  assert_close(pst_normal_upper(10), 7.6198530241605260660e-24, 1e-13, 0);
  assert_close(pst_normal_upper(37), 5.7255712225245768227e-300, 1e-12, 0);
  assert_close(pst_normal_p(-3, PST_TWO_SIDED), 0.0026997960632601869, 1e-13, 0);
  assert_close(pst_normal_p(-3, PST_LESS), 0.00134989803163009, 1e-13, 0);
}

static void t_tails(void **state)
{
  (void)state;
  assert_close(pst_t_upper(0.01, 1), 0.49681700723509174478, 1e-12, 0);
  assert_close(pst_t_upper(2, 1), 0.14758361765043327418, 1e-12, 0);
  assert_close(pst_t_upper(2.6, 17), 0.0093400297045871493591, 1e-12, 0);
  assert_close(pst_t_upper(9.5, 48), 6.6062530423416927697e-13, 1e-12, 0);
  assert_close(pst_t_upper(30, 100), 4.1901662793441460847e-52, 1e-12, 0);
  assert_close(pst_t_upper(5, 1000), 3.3836281823243151909e-7, 1e-12, 0);
  assert_close(pst_t_upper(30, 1000), 7.6873437220217411056e-142, 1e-12, 0);
  assert_close(pst_t_upper(300, 100), 7.30838148626146503e-150, 1e-12, 0);
  assert_close(pst_t_upper(2, 100000), 0.022751481728753231625, 1e-12, 0);
}

static void f_and_chi2_tails(void **state)
{
  (void)state;
  assert_close(pst_f_upper(3, 2, 7), 0.11456221633906808503, 1e-12, 0);
  assert_close(pst_f_upper(89.5, 1, 48), 1.5075710848164004659e-12, 1e-12, 0);
  assert_close(pst_f_upper(1000, 5, 100), 1.121341940400577348e-83, 1e-12, 0);
  assert_close(pst_f_upper(0.1, 10, 20), 0.9996589026410868898, 1e-12, 0);
  assert_close(pst_chi2_upper(12.6, 6), 0.049846493172449682244, 1e-12, 0);
  assert_close(pst_chi2_upper(100, 3), 1.5541594313896049214e-21, 1e-12, 0);
  assert_close(pst_chi2_upper(0.01, 1), 0.92034432544594203624, 1e-12, 0);
  assert_close(pst_chi2_upper(700, 100), 8.6582308613238544976e-91, 1e-12, 0);
}

static void quantiles_undo_the_tails(void **state)
{
  static const double p[] = {0.4, 0.1, 0.025, 0.005, 1e-4, 1e-9, 1e-20, 0.975};
  static const double df[] = {1, 2, 3, 7, 30, 100, 1000};

  (void)state;
  assert_close(pst_normal_quantile(0.025), 1.9599639845400542355, 1e-15, 0);
  assert_close(pst_t_quantile(0.025, 7), 2.3646242515927849, 1e-14, 0);
  for (size_t i = 0; i < sizeof p / sizeof *p; i++) {
    assert_close(pst_normal_upper(pst_normal_quantile(p[i])), p[i], 1e-12, 0);
    for (size_t j = 0; j < sizeof df / sizeof *df; j++)
      assert_close(pst_t_upper(pst_t_quantile(p[i], df[j]), df[j]), p[i], 1e-12, 0);
  }
}

static void ends(void **state)
{
  (void)state;
  assert_close(pst_t_upper((double)INFINITY, 5), 0, 0, 0);
  assert_close(pst_t_upper(-(double)INFINITY, 5), 1, 0, 0);
  assert_close(pst_t_upper(0, 5), 0.5, 1e-15, 0);
  assert_close(pst_t_p(0, 5, PST_TWO_SIDED), 1, 1e-15, 0);
  assert_close(pst_f_upper(0, 1, 5), 1, 0, 0);
  assert_close(pst_t_p(2, 5, PST_GREATER) + pst_t_p(2, 5, PST_LESS), 1, 1e-15, 0);
}

/* What is remembered is of the same p and df. */
static void quantiles_are_remembered_apart(void **state)
{
  (void)state;
  for (int again = 0; again < 3; again++) {
    assert_close(pst_t_quantile(0.025, 7), 2.3646242515927849, 1e-14, 0);
    assert_close(pst_t_upper(pst_t_quantile(0.05, 7), 7), 0.05, 1e-12, 0);
    assert_close(pst_t_upper(pst_t_quantile(0.025, 7 + 64), 7 + 64), 0.025, 1e-12, 0);
    assert_close(pst_t_quantile(0.975, 7), -2.3646242515927849, 1e-14, 0);
    assert_close(pst_t_upper(pst_t_quantile(0.025, 7.5), 7.5), 0.025, 1e-12, 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(normal_tails),
      cmocka_unit_test(t_tails),
      cmocka_unit_test(f_and_chi2_tails),
      cmocka_unit_test(quantiles_undo_the_tails),
      cmocka_unit_test(quantiles_are_remembered_apart),
      cmocka_unit_test(ends),
  };

  return cmocka_run_group_tests_name("tails", tests, NULL, NULL);
}
