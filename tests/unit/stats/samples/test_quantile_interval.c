/* Quantiles with exact intervals of order statistics, against R's quantile and pbinom. */
#include "run_shape.h"

#include <math.h>

#include "stats/samples/quantile_interval.h"

/* R's mtcars, miles a gallon. */
static const double mpg[] = {21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8,
                             16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5,
                             15.2, 13.3, 19.2, 27.3, 26.0, 30.4, 15.8, 19.7, 15.0, 21.4};

static enum pst_status compute(struct run *run, const double *x, size_t n, const double *p,
                               size_t n_p)
{
  const struct pst_probabilities places = {p, n_p};
  const struct pst_test test = {.conf_level = 0.95};

  *run = (struct run){.rows = {.arena = &run->arena}};
  return pst_quantile_intervals(x, n, &places, &test, &run->rows, &run->scratch, &run->error);
}

static void order_statistics(void **state)
{
  static const double p[] = {0.1, 0.25, 0.9};
  struct run run;

  (void)state;
  assert_int_equal(compute(&run, mpg, 32, p, 3), PST_OK);
  assert_close(run_row(&run, "q0.1")->estimate, 14.34, 1e-14, 0);
  assert_nan(run_row(&run, "q0.1")->conf_low);
  assert_true(run_row(&run, "q0.1")->conf_high == 15.2);
  assert_string_equal(run_row(&run, "q0.1")->note,
                      "too few values for both ends of an interval at this level");
  assert_close(run_row(&run, "q0.25")->estimate, 15.425, 1e-14, 0);
  assert_true(run_row(&run, "q0.25")->conf_low == 13.3);
  assert_true(run_row(&run, "q0.25")->conf_high == 18.1);
  assert_close(run_row(&run, "q0.9")->estimate, 30.09, 1e-14, 0);
  assert_true(run_row(&run, "q0.9")->conf_low == 22.8);
  assert_nan(run_row(&run, "q0.9")->conf_high);
  run_end(&run);
}

static void refusals(void **state)
{
  static const double half[] = {0.5}, one[] = {1};
  struct run run;

  (void)state;
  assert_int_equal(compute(&run, mpg, 0, half, 1), PST_UNDEFINED);
  run_end(&run);
  assert_int_equal(compute(&run, mpg, 32, one, 1), PST_USAGE);
  assert_string_equal(run.error.message,
                      "a quantile stands at a probability above 0 and below 1, not 1");
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(order_statistics),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
