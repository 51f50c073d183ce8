#include "check.h"

#include "printed/words.h"

static void months_by_their_names(void **state)
{
  static const char *const names[] = {
      "Month", "month of birth", "Reference month", "Monat",  "Mois",
      "mes",   "survey_month",   "\u5E74\u6708",    "Months", "Date (month)"};

  (void)state;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    assert_true(pst_words_month(names[i]));
}

/* What is counted within a month is none. */
static void days_of_months(void **state)
{
  static const char *const names[] = {
      "date_of_month",  "Day of month",     "day.of.month",      "Days in month", "jour du mois",
      "Tag des Monats", "d\u00EDa del mes", "week of the month", "Year",          "Amount"};

  (void)state;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    assert_false(pst_words_month(names[i]));
}

/* Which day it is tells records apart; how many there are is measured. */
static void days_that_tell_apart(void **state)
{
  (void)state;
  assert_int_equal(pst_words_key("date_of_month"), PST_WORDS_CODE);
  assert_int_equal(pst_words_key("Day of week"), PST_WORDS_CODE);
  assert_int_equal(pst_words_key("Days in month"), PST_WORDS_NO);
  assert_int_equal(pst_words_key("Day care"), PST_WORDS_NO);
}

static void frames_of_time(void **state)
{
  (void)state;
  assert_true(pst_words_time("TimeFrame"));
  assert_true(pst_words_time_alone("TimeFrame"));
  assert_false(pst_words_time("Frame"));
}

/* Notes are of the table, unless the word stands beside another for what is counted. */
static void notes_and_money(void **state)
{
  (void)state;
  assert_true(pst_words_note("Notes"));
  assert_true(pst_words_note("footnote_2019"));
  assert_true(pst_words_note("Notes and sources"));
  assert_true(pst_words_note("Comments or notes"));
  assert_false(pst_words_note("Notes and coins"));
  assert_false(pst_words_note("Banknotes"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(months_by_their_names), cmocka_unit_test(days_of_months),
      cmocka_unit_test(days_that_tell_apart), cmocka_unit_test(frames_of_time),
      cmocka_unit_test(notes_and_money)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
