/* Distributions of counts, quantiles of beta and F, noncentral t, F and chi-squared, against 40 digits. */
#include "check.h"

#include <math.h>

#include "stats/distribution/beta_quantile.h"
#include "stats/distribution/mass.h"
#include "stats/distribution/noncentral.h"
#include "stats/distribution/odds.h"
#include "stats/distribution/unimodal.h"
#include "stats/tails.h"

static void masses(void **state)
{
  (void)state;
  assert_close(pst_binomial_mass(500300, 1e6, 0.5), 0.000666449151934446202, 1e-12, 0);
  assert_close(pst_binomial_mass(3, 1e5, 0x1p-14), 0.0846937521826167977, 1e-13, 0);
  assert_close(pst_binomial_mass(7, 9, 0.75), 0.3003387451171875, 1e-14, 0);
  assert_close(pst_poisson_mass(1100, 1000), 0.0000949894424229950758, 1e-13, 0);
  assert_close(pst_hypergeometric_mass(1200, 25000, 24800, 2550), 0.0000803760794043810088, 1e-12,
               0);
}

static void ends_of_the_support(void **state)
{
  (void)state;
  assert_close(pst_binomial_mass(0, 10, 0.25), pow(0.75, 10), 1e-14, 0);
  assert_close(pst_binomial_mass(10, 10, 0.25), pow(0.25, 10), 1e-14, 0);
  assert_true(pst_binomial_mass(-1, 10, 0.25) == 0 && pst_binomial_mass(11, 10, 0.25) == 0);
  assert_true(pst_binomial_mass(0, 10, 0) == 1 && pst_binomial_mass(10, 10, 1) == 1);
  assert_true(pst_poisson_mass(0, 0) == 1 && pst_poisson_mass(1, 0) == 0);
  assert_true(pst_hypergeometric_mass(3, 5, 5, 2) == 0 && pst_hypergeometric_mass(2, 2, 0, 2) == 1);
}

/* A tail of 1e-162 has as many digits as one of 0.05. */
static void tails(void **state)
{
  struct pst_unimodal coin = pst_binomial(1000, 0.5);
  struct pst_unimodal quarter = pst_binomial(60, 0.25);
  struct pst_unimodal urn = pst_hypergeometric(50, 60, 40);

  (void)state;
  assert_close(pst_unimodal_upper(&coin, 900), 6.70171779000629634e-162, 1e-12, 0);
  assert_close(pst_unimodal_lower(&coin, 100), 6.70171779000629634e-162, 1e-12, 0);
  assert_close(pst_unimodal_lower(&quarter, 3), 0.0000473613332882893157, 1e-13, 0);
  assert_close(pst_unimodal_upper(&urn, 35), 7.85366337328978908e-12, 1e-12, 0);
  assert_close(pst_unimodal_upper(&coin, 900) + pst_unimodal_lower(&coin, 899), 1, 1e-14, 0);
  assert_true(pst_unimodal_upper(&coin, 0) == 1 && pst_unimodal_lower(&coin, 1000) == 1);
}

/* Every two-sided p against the sum over all counts. */
static void two_sided_against_all_counts(void **state)
{
  (void)state;
  for (double n = 1; n <= 20; n++)
    for (double p = 0.125; p < 1; p += 0.125)
      for (double k = 0; k <= n; k++) {
        struct pst_unimodal d = pst_binomial(n, p);
        double limit = pst_binomial_mass(k, n, p) * (1 + 1e-7);
        double sum = 0;

        for (double j = 0; j <= n; j++)
          sum += pst_binomial_mass(j, n, p) <= limit ? pst_binomial_mass(j, n, p) : 0;
        assert_close(pst_unimodal_p(&d, k, PST_TWO_SIDED), sum, 1e-13, 0);
      }
}

static void hypergeometric_against_all_counts(void **state)
{
  (void)state;
  for (double marked = 1; marked <= 8; marked++)
    for (double drawn = 1; drawn <= 10; drawn++) {
      struct pst_unimodal d = pst_hypergeometric(marked, 7, drawn);

      for (double k = d.low; k <= d.high; k++) {
        double limit = d.mass(&d, k) * (1 + 1e-7);
        double sum = 0;

        for (double j = d.low; j <= d.high; j++)
          sum += d.mass(&d, j) <= limit ? d.mass(&d, j) : 0;
        assert_close(pst_unimodal_p(&d, k, PST_TWO_SIDED), sum, 1e-13, 0);
      }
      if (drawn > marked + 6)
        break;
    }
}

static void beta_quantiles(void **state)
{
  struct pst_beta_point at = pst_beta_quantile(0.025, 3, 99998);

  (void)state;
  assert_close(at.x, 6.18676395892203115e-6, 1e-13, 0);
  assert_close(at.x + at.y, 1, 1e-15, 0);
  assert_close(pst_beta_quantile(0.025, 99997, 4).y, 0.0000876702025663620164, 1e-12, 0);
  assert_close(pst_beta_quantile(0.975, 1.5, 28.5).x, 0.1500776860022318, 1e-13, 0);
  assert_close(pst_beta_quantile(0.5, 7, 7).x, 0.5, 1e-14, 0);
  assert_close(pst_f_quantile(0.025, 10, 6), 5.461323718731794, 1e-13, 0);
}

static void noncentral_t(void **state)
{
  (void)state;
  assert_close(pst_noncentral_t_upper(2, 10, 1), 0.19238843746962473797, 1e-12, 0);
  assert_close(pst_noncentral_t_upper(-1, 3, 2), 0.996994752404601494, 1e-12, 0);
  assert_close(pst_noncentral_t_upper(5, 30, 0.5), 0.000072982507704578402484, 1e-12, 0);
  assert_close(pst_noncentral_t_upper(0.3, 1, 0), 0.40722642092225765968, 1e-12, 0);
  assert_close(pst_noncentral_t_upper(12, 200, 10), 0.044136127758378395835, 1e-12, 0);
  assert_close(pst_noncentral_t_upper(40, 18, 30), 0.074848285525588352408, 1e-12, 0);
}

static void noncentral_f_and_chi_squared(void **state)
{
  (void)state;
  assert_close(pst_noncentral_f_upper(3, 2, 20, 4), 0.4339686239830124, 1e-12, 0);
  assert_close(pst_noncentral_f_upper(1, 5, 65, 100), 0.999999999999999298, 1e-14, 0);
  assert_close(pst_noncentral_chi2_upper(10, 3, 5), 0.293351352222548265, 1e-12, 0);
  assert_close(pst_noncentral_chi2_upper(100, 2, 60), 0.0140010167310611327, 1e-12, 0);
}

/* Beyond what can be added up term by term; the integrals over the central part by scipy's quad. */
static void noncentral_without_end(void **state)
{
  struct pst_interval v = pst_noncentral_chi2_interval(5512500000.0, 1, 0.95);
  struct pst_interval t;

  (void)state;
  assert_close(pst_noncentral_t_upper(29083.911907639133, 30, 28369.342260640035),
               0.4583648273670852, 1e-11, 0);
  assert_close(pst_noncentral_t_upper(-29083.911907639133, 30, -28369.342260640035),
               1 - 0.4583648273670852, 1e-11, 0);
  assert_close(pst_noncentral_chi2_upper(1.0002e8, 5, 1e8), 0.15871575054410567, 1e-9, 0);
  assert_close(pst_noncentral_f_upper(4000, 3, 20, 9000), 0.2241635903309291, 1e-9, 0);
  /* of even degrees of freedom a finite sum of Poisson masses, in decimals of 40 digits; of one the square of a normal */
  assert_close(pst_noncentral_chi2_upper(20000, 2, 20000), 0.501410482777479558, 1e-9, 0);
  assert_close(pst_noncentral_chi2_upper(20400, 2, 20000), 0.0802049584689943090, 1e-9, 0);
  assert_close(pst_noncentral_chi2_upper(19500, 2, 20000), 0.962667257666778491, 1e-9, 0);
  assert_close(pst_noncentral_chi2_upper(20400, 4, 20000), 0.0812582096891197514, 1e-9, 0);
  assert_close(pst_noncentral_chi2_upper(20400, 1, 20000),
               pst_normal_upper(sqrt(20400) - sqrt(20000)), 1e-9, 0);
  assert_close(sqrt(v.low), sqrt(5512500000.0) - 1.959963984540054, 1e-12, 0);
  assert_close(sqrt(v.high), sqrt(5512500000.0) + 1.959963984540054, 1e-12, 0);
  t = pst_noncentral_t_interval(1e9, 4, 0.95);
  assert_close(pst_noncentral_t_upper(1e9, 4, t.low), 0.025, 1e-9, 0);
  v = pst_noncentral_f_interval(5.5e12, 1, 4, 0.95);
  assert_close(pst_noncentral_f_upper(5.5e12, 1, 4, v.high), 0.975, 1e-6, 0);
}

/* What is inverted comes back. */
static void intervals_invert(void **state)
{
  struct pst_interval t = pst_noncentral_t_interval(-3.5, 12, 0.95);
  struct pst_interval f = pst_noncentral_f_interval(15.4, 5, 65, 0.9);
  struct pst_interval small = pst_noncentral_f_interval(1, 5, 65, 0.95);

  (void)state;
  assert_close(pst_noncentral_t_upper(-3.5, 12, t.low), 0.025, 1e-11, 0);
  assert_close(pst_noncentral_t_upper(-3.5, 12, t.high), 0.975, 1e-11, 0);
  assert_close(pst_noncentral_f_upper(15.4, 5, 65, f.low), 0.05, 1e-11, 0);
  assert_close(pst_noncentral_f_upper(15.4, 5, 65, f.high), 0.95, 1e-11, 0);
  assert_true(small.low == 0 && small.high > 0);
  assert_nan(pst_noncentral_t_interval((double)INFINITY, 12, 0.95).low);
}

/* 3 of 4 cups of tea: odds of 1 give the central distribution; larger ones move the mean up. */
static void odds(void **state)
{
  struct pst_unimodal cups = pst_hypergeometric(4, 4, 4);
  struct pst_odds even = pst_odds_at(&cups, 0, 3);
  double log_odds = pst_odds_solve_mean(&cups, 3);

  (void)state;
  assert_close(even.mean, 2, 1e-14, 0);
  assert_close(even.upper, 17.0 / 70, 1e-13, 0);
  assert_close(even.lower, 69.0 / 70, 1e-13, 0);
  assert_close(exp(log_odds), 6.40831965819967432, 1e-12, 0);
  assert_close(pst_odds_at(&cups, log_odds, 3).mean, 3, 1e-13, 0);
  assert_close(pst_odds_at(&cups, pst_odds_solve_upper(&cups, 3, 0.025), 3).upper, 0.025, 1e-11, 0);
  assert_close(pst_odds_at(&cups, pst_odds_solve_lower(&cups, 3, 0.025), 3).lower, 0.025, 1e-11, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(masses),
      cmocka_unit_test(ends_of_the_support),
      cmocka_unit_test(tails),
      cmocka_unit_test(two_sided_against_all_counts),
      cmocka_unit_test(hypergeometric_against_all_counts),
      cmocka_unit_test(beta_quantiles),
      cmocka_unit_test(noncentral_t),
      cmocka_unit_test(noncentral_f_and_chi_squared),
      cmocka_unit_test(noncentral_without_end),
      cmocka_unit_test(intervals_invert),
      cmocka_unit_test(odds),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
