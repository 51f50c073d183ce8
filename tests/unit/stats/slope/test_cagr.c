/* Compound growth: ends only, tiny rates, refusals. */
#include "check.h"
#include "kernel.h"

#include <math.h>

#include "stats/slope/cagr.h"

static void doubling_in_ten_years(void **state)
{
  static const double year[] = {2000, 2003, 2010};
  static const double value[] = {100, -5, 200};
  struct run run;

  (void)state;
  run_kernel(&run, pst_cagr, year, value, 3, NULL);
  assert_close(run_row(&run, "cagr")->estimate, 0.07177346253629316, 1e-15, 0);
  assert_close(run_row(&run, "log_growth")->estimate, 0.06931471805599453, 1e-15, 0);
  assert_string_equal(run.rows.items[0].term, "cagr");
  run_end(&run);
}

static void tiny_and_huge_rates(void **state)
{
  static const double year[] = {0, 1};
  const double slow[] = {1, 1 + 0x1p-40};
  static const double fast[] = {1e-300, 1e300};
  struct run run;

  (void)state;
  run_kernel(&run, pst_cagr, year, slow, 2, NULL);
  assert_close(run_row(&run, "cagr")->estimate, 0x1p-40, 1e-15, 0);
  run_end(&run);
  run_kernel(&run, pst_cagr, year, fast, 2, NULL);
  assert_close(run_row(&run, "log_growth")->estimate, 600 * log(10), 1e-14, 0);
  assert_nan(run_row(&run, "cagr")->estimate);
  assert_string_equal(run_row(&run, "cagr")->note,
                      "growth per unit of time is beyond the range of doubles; --slope-per step "
                      "takes it per step; from 0 to 1");
  run_end(&run);
}

static void undefined_cases(void **state)
{
  static const double year[] = {2000, 2001};
  static const double same[] = {2000, 2000};
  static const double from_zero[] = {0, 5};
  static const double to_negative[] = {5, -1};
  static const double up[] = {1, 2};
  static const double early_twice[] = {2000, 2000, 2001};
  static const double late_twice[] = {2000, 2001, 2001};
  static const double three[] = {1, 2, 3};

  (void)state;
  assert_undefined(pst_cagr, year, up, 0, "fewer than 2 complete rows");
  assert_undefined(pst_cagr, year, up, 1, "fewer than 2 complete rows");
  assert_undefined(pst_cagr, year, from_zero, 2, "the first value is zero or negative");
  assert_undefined(pst_cagr, year, to_negative, 2, "the last value is zero or negative");
  assert_undefined(pst_cagr, same, up, 2, "all times are equal");
  assert_undefined(pst_cagr, early_twice, three, 3,
                   "there are several values for 2000, the first time");
  assert_undefined(pst_cagr, late_twice, three, 3,
                   "there are several values for 2001, the last time");
  assert_no_p(pst_cagr, "cagr");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(doubling_in_ten_years),
      cmocka_unit_test(tiny_and_huge_rates),
      cmocka_unit_test(undefined_cases),
  };

  return cmocka_run_group_tests_name("cagr", tests, NULL, NULL);
}
