/* test_when_weeks -- weeks of a year, alone and as a column proves them. */
#include "check.h"

#include <string.h>

#include "printed/when/when.h"

static void check_week(const char *cell, const char *want)
{
  char when[PST_WHEN_SIZE] = "";

  if (!pst_when_week(pst_text_of(cell), when))
    when[0] = '\0';
  if (strcmp(when, want) != 0)
    fail_msg("'%s' reads as '%s', not '%s'", cell, when, want);
}

static void numbers_of_weeks(void **state)
{
  (void)state;
  check_week("2020-01", "2020-W01");
  check_week("2020/1", "2020-W01");
  check_week("202001", "2020-W01");
  check_week("2020-W01", "2020-W01");
  check_week("2020W1", "2020-W01");
  check_week("2020 week 5", "2020-W05");
  check_week("01/2020", "2020-W01");
  check_week("KW 1/2020", "2020-W01");
  check_week("Week 53, 2020", "2020-W53");
  check_week("Wk. 5, 2020", "2020-W05"); /* an abbreviation has a dot */
  check_week("wk.5/2020", "2020-W05");
  check_week("5. 2020", "2020-W05"); /* so has a number that counts */
  check_week("2020 W. 5", "2020-W05");
  check_week("2020\u5E74\u7B2C7\u9031", "2020-W07");
  check_week("2020-53", "2020-W53");
  check_week("2014-53", "");
  check_week("201453", "");
  check_week("2020-54", "");
  check_week("2020-00", "");
  check_week("2020", "");
  check_week("20201", "");
  check_week("2020-01-06", "");
  check_week("1/2", "");
}

/* What the CELLS, closed by NULL, prove. */
static unsigned decide(const char *const *cells)
{
  struct pst_when_seasons seen = {.seasons = 0};

  for (; *cells != NULL; cells++)
    pst_when_see(&seen, pst_text_of(*cells));
  return pst_when_decide(&seen);
}

static void what_proves_weeks(void **state)
{
  static const char *const late[] = {"2020-12", "2020-13", "2020-14", "2020-15", NULL},
                           *const apart[] = {"2020/01", "2020/10", "2020/52", "2020/53", NULL},
                           *const follow[] = {"2020-40", "2020-41", NULL},
                           *const packed[] = {"202051", "202052", "202101", NULL},
                           *const ranges[] = {"1990-94", "1995-99", "2000-04", NULL},
                           *const decades[] = {"2020-30", "2020-40", "2020-50", NULL},
                           *const seasons[] = {"2012-13", "2013-14", "2014-15", NULL},
                           *const one[] = {"2020-01", "2020-02", "2020-52", NULL},
                           *const numbers[] = {"202051", "202052", "202199", NULL};
  char when[PST_WHEN_SIZE];

  (void)state;
  assert_int_equal(decide(late), PST_WHEN_WEEKS);
  assert_int_equal(decide(apart), PST_WHEN_WEEKS);
  assert_int_equal(decide(follow), PST_WHEN_WEEKS);
  assert_true(decide(packed) & PST_WHEN_WEEKS);
  assert_false(decide(ranges) & PST_WHEN_WEEKS);
  assert_false(decide(decades) & PST_WHEN_WEEKS);
  assert_false(decide(seasons) & PST_WHEN_WEEKS);
  assert_int_equal(decide(one) & (PST_WHEN_WEEKS | PST_WHEN_NO_SPANS), PST_WHEN_NO_SPANS);
  assert_false(decide(numbers) & PST_WHEN_WEEKS);
  assert_true(pst_when_read(pst_text_of("2020-52"), PST_WHEN_DEFAULT, when, NULL));
  assert_string_equal(when, "2020-2052");
  assert_false(pst_when_read(pst_text_of("2020-52"), PST_WHEN_NO_SPANS, when, NULL));
  assert_false(pst_when_read(pst_text_of("2014-53"), PST_WHEN_WEEKS, when, NULL));
  assert_false(pst_when_read(pst_text_of("202052"), PST_WHEN_WEEKS, when, NULL));
  assert_true(pst_when_read(pst_text_of("202052"), PST_WHEN_WEEKS | PST_WHEN_COMPACT, when, NULL));
  assert_string_equal(when, "2020-W52");
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_of_weeks),
                                     cmocka_unit_test(what_proves_weeks)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
