#include "check.h"

#include "printed/words.h"

static void errors_by_their_names(void **state)
{
  static const char *const names[] = {"S.E.",
                                      "s.e.",
                                      "Standard error",
                                      "Std. error of the mean",
                                      "Mean SE",
                                      "Mean (SE)",
                                      "2015 S.D.",
                                      "Std. Dev.",
                                      "MOE",
                                      "Margin of error (%)",
                                      "Standardfehler",
                                      "Erreur type",
                                      "Error est\u00E1ndar",
                                      "Estimate_SE"};

  (void)state;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    assert_true(pst_words_error(names[i]));
}

static void other_names(void **state)
{
  static const char *const names[] = {
      "SE", "SD",  "Mean",  "SE Asia",     "Case",          "Errors found",
      "",   "...", "House", "t-statistic", "Standard rate", "U.S."};

  (void)state;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    assert_false(pst_words_error(names[i]));
  assert_true(pst_words_error_alone("SE"));
  assert_true(pst_words_error_alone("(sd)"));
  assert_false(pst_words_error_alone("SE Asia"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(errors_by_their_names),
                                     cmocka_unit_test(other_names)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
