/* Names and units of indicators, by the rules of unit.h. */
#include "check.h"

#include "indicator/frame/unit.h"
#include "job_table.h"

struct fixture {
  struct job_table made;
  struct pst_indicator_settings settings;
};

/* Columns t, y and a divisor d with their units. */
static void begin(struct fixture *f, const char *times, const char *y, const char *d)
{
  f->settings = (struct pst_indicator_settings){.keys = {.time_role = 0}};
  job_table_load(&f->made, times, "tnn");
  f->made.job.settings = &f->settings;
  f->made.job.table.columns[f->made.roles[1].column].unit = y;
  f->made.job.table.columns[f->made.roles[2].column].unit = d;
}

static void unit_is(struct fixture *f, enum pst_indicator_unit sort, const char *from,
                    const char *to, const char *want)
{
  const struct pst_indicator_kind kind = {.unit = sort};
  const struct pst_indicator_ask ask = {.kind = &kind, .from = from, .to = to, .role = 2};
  const char *got = pst_indicator_unit(&f->made.job, &ask, pst_job_column(&f->made.job, 1));

  if (want == NULL)
    assert_null(got);
  else
    assert_string_equal(got, want);
}

static const char years[] = "t,y,d\n2000,1,2\n";

static void units(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, years, "USD million", "persons");
  unit_is(&f, PST_INDICATOR_NO_UNIT, NULL, NULL, NULL);
  unit_is(&f, PST_INDICATOR_UNIT_PERCENT, NULL, NULL, "%");
  unit_is(&f, PST_INDICATOR_UNIT_POINTS, NULL, NULL, "%p");
  unit_is(&f, PST_INDICATOR_UNIT_RATIO, NULL, NULL, "ratio");
  unit_is(&f, PST_INDICATOR_UNIT_SD, NULL, NULL, "sd");
  unit_is(&f, PST_INDICATOR_UNIT_OF_VALUE, NULL, NULL, "USD million");
  unit_is(&f, PST_INDICATOR_UNIT_OF_DIFFERENCE, NULL, NULL, "USD million");
  unit_is(&f, PST_INDICATOR_UNIT_OF_BASE, "2000", "2000", "2000 = 100");
  unit_is(&f, PST_INDICATOR_UNIT_OF_BASE, "1995", "2000", "1995..2000 = 100");
  unit_is(&f, PST_INDICATOR_UNIT_OF_PRICES, "2010", "2010", "USD million, 2010 prices");
  unit_is(&f, PST_INDICATOR_UNIT_PERCENT_A_STEP, NULL, NULL, "% per year");
  job_table_free(&f.made);
  begin(&f, "t,y,d\n2000-Q1,1,2\n", "%", NULL);
  unit_is(&f, PST_INDICATOR_UNIT_OF_DIFFERENCE, NULL, NULL, "%p");
  unit_is(&f, PST_INDICATOR_UNIT_PERCENT_A_STEP, NULL, NULL, "% per quarter");
  job_table_free(&f.made);
  begin(&f, years, NULL, "persons");
  unit_is(&f, PST_INDICATOR_UNIT_OF_VALUE, NULL, NULL, NULL);
  unit_is(&f, PST_INDICATOR_UNIT_OF_DIFFERENCE, NULL, NULL, NULL);
  unit_is(&f, PST_INDICATOR_UNIT_OF_PRICES, "2010", "2010", NULL);
  unit_is(&f, PST_INDICATOR_UNIT_OF_QUOTIENT, NULL, NULL, NULL);
  job_table_free(&f.made);
}

/* Per one of what the divisor counts. */
static void quotients(void **state)
{
  static const char *const rows[][2] = {{"persons", "USD per person"},
                                        {"people", "USD per person"},
                                        {"person", "USD per person"},
                                        {"USD", "ratio"},
                                        {"km2", "USD per km2"},
                                        {"class", "USD per class"},
                                        {"1000 persons", "USD per 1000 persons"},
                                        {"gas", "USD per gas"},
                                        {"cars", "USD per car"},
                                        {NULL, "USD per d"}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct fixture f;

    begin(&f, years, "USD", rows[i][0]);
    unit_is(&f, PST_INDICATOR_UNIT_OF_QUOTIENT, NULL, NULL, rows[i][1]);
    job_table_free(&f.made);
  }
}

static void names(void **state)
{
  static const char *const rows[][2] = {{"growth", "y_growth"},
                                        {"average(5,trailing)", "y_average_5_trailing"},
                                        {"average(5, trailing)", "y_average_5_trailing"},
                                        {"index(1995..2000)", "y_index_1995_2000"},
                                        {"log-growth", "y_log_growth"},
                                        {"ratio(C\xC3\xB4te)", "y_ratio_C\xC3\xB4te"},
                                        {"per(a_b)", "y_per_a_b"},
                                        {"z9Az@[`{/:", "y_z9Az"},
                                        {"()", "y"}};
  struct fixture f;

  (void)state;
  begin(&f, years, NULL, NULL);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_indicator_ask ask = {.text = rows[i][0]};

    assert_string_equal(pst_indicator_name(&f.made.job, &ask, pst_job_column(&f.made.job, 1)),
                        rows[i][1]);
  }
  job_table_free(&f.made);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(units),
      cmocka_unit_test(quotients),
      cmocka_unit_test(names),
  };

  return cmocka_run_group_tests_name("indicator_unit", tests, NULL, NULL);
}
