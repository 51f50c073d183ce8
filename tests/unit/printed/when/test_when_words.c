/* test_when_words -- words beside periods that say how good the numbers are. */
#include "check.h"

#include <string.h>

#include "printed/when/when.h"

static void check_marked(const char *cell, const char *want, const char *mark)
{
  char when[PST_WHEN_SIZE] = "", marker[PST_WHEN_MARK_SIZE] = "";

  if (!pst_when_read(pst_text_of(cell), PST_WHEN_SEASONS, when, marker))
    when[0] = '\0';
  if (strcmp(when, want) != 0 || strcmp(marker, mark) != 0)
    fail_msg("'%s' reads as '%s' with the mark '%s'", cell, when, marker);
}

static void words_behind(void **state)
{
  (void)state;
  check_marked("2019-20 (Actuals)", "2019-2020", "(Actuals)");
  check_marked("2019 Outturn", "2019", "Outturn");
  check_marked("2021 Plans", "2021", "Plans");
  check_marked("2020-21 Revised Estimates", "2020-2021", "Revised Estimates");
  check_marked("2020-21 (1st Revised Estimate)", "2020-2021", "(1st Revised Estimate)");
  check_marked("2019-Actual", "2019", "Actual");
  check_marked("2019_budget", "2019", "budget");
  check_marked("2019: forecast", "2019", "forecast");
  check_marked("2020 vorl\u00E4ufig", "2020", "vorl\u00E4ufig");
  check_marked("2020 (Soll)", "2020", "(Soll)");
  check_marked("2020 r\u00E9alis\u00E9", "2020", "r\u00E9alis\u00E9");
  check_marked("2020 presupuesto", "2020", "presupuesto");
  check_marked("2019\u5E74\u5EA6\u5B9F\u7E3E", "FY2019", "\u5B9F\u7E3E");
  check_marked("2019\u5E74\u5EA6 \u5F53\u521D\u4E88\u7B97", "FY2019", "\u5F53\u521D\u4E88\u7B97");
  check_marked("2019 widgets", "", "");
  check_marked("2019 Actual prices", "", "");
}

static void words_before(void **state)
{
  (void)state;
  check_marked("Budget 2020", "2020", "Budget");
  check_marked("Revised Estimates 2020-21", "2020-2021", "Revised Estimates");
  check_marked("Plan 2020 (p)", "2020", "Plan (p)");
  check_marked("Est. 2020", "2020", "Est.");
  check_marked("\u4E88\u7B97 2020\u5E74\u5EA6", "FY2020", "\u4E88\u7B97");
  check_marked("Est 2020", "", ""); /* the east of France */
  check_marked("Widgets 2020", "", "");
  check_marked("a 2020", "", "");
  check_marked("Budget", "", "");
}

static void words_that_tell_apart(void **state)
{
  char when[PST_WHEN_SIZE];

  (void)state;
  assert_false(pst_when_read(pst_text_of("2019 Budget"), PST_WHEN_NO_WORDS, when, NULL));
  assert_false(pst_when_read(pst_text_of("Budget 2019"), PST_WHEN_NO_WORDS, when, NULL));
  assert_true(pst_when_read(pst_text_of("2019 (p)"), PST_WHEN_NO_WORDS, when, NULL));
  assert_true(pst_when_are_words(pst_text_of("Revised Estimates of 1st")));
  assert_false(pst_when_are_words(pst_text_of("of the")));
  assert_false(pst_when_are_words(pst_text_of("")));
}

static void eras(void **state)
{
  (void)state;
  check_marked("\u5E73\u621029", "2017", "");
  check_marked("\u4EE4\u548C\u5143", "2019", "");
  check_marked("H29\u5E74", "2017", "");
  check_marked("R\u5143\u5E74\u5EA6", "FY2019", "");
  check_marked("\u5E73\u621031\u5E74", "2019", "");
  check_marked("\u5E73\u621032\u5E74", "", "");
  check_marked("\u5E73\u621032", "", "");
  check_marked("H29", "", "");
  check_marked("H32\u5E74", "", "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(words_behind), cmocka_unit_test(words_before),
                                     cmocka_unit_test(words_that_tell_apart),
                                     cmocka_unit_test(eras)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
