/* test_when_names -- months, quarters and days with names, in the languages agencies publish in. */
#include "check.h"

#include <string.h>

#include "printed/when/when.h"

static void names_of_many_languages(void **state)
{
  static const struct {
    const char *cell, *want;
  } rows[] = {{"1 de enero de 2023", "2023-01-01"},
              {"1er janvier 2023", "2023-01-01"},
              {"1\u00BA de janeiro de 2023", "2023-01-01"},
              {"1st of January 2023", "2023-01-01"},
              {"January 1, 2023", "2023-01-01"},
              {"Jan 31st, 2023", "2023-01-31"},
              {"January 32, 2023", ""},
              {"enero de 2020", "2020-01"},
              {"J\u00E4nner 2019", "2019-01"},
              {"pa\u017Adziernik 2019", "2019-10"},
              {"2019 Trim I", "2019-Q1"},
              {"Trim. 4 2019", "2019-Q4"},
              {"Trim. 5 2019", ""},
              {"III TRIM 2019", "2019-Q3"},
              {"1. \u010Dtvrtlet\u00ED 2019", "2019-Q1"},
              {"2019\uB144 1\uBD84\uAE30", ""},
              {"2019 4/4", "2019-Q4"},
              {"2020.1/4", "2020-Q1"},
              {"2020.5/4", ""},
              {"1/4 2019", "2019-Q1"},
              {"1/4/2019", ""}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char when[PST_WHEN_SIZE] = "";

    if (!pst_when_read(pst_text_of(rows[i].cell), PST_WHEN_DEFAULT, when, NULL))
      when[0] = '\0';
    if (strcmp(when, rows[i].want) != 0)
      fail_msg("'%s' reads as '%s', not '%s'", rows[i].cell, when, rows[i].want);
  }
}

/* In a column of quarters; elsewhere these are codes. */
static void quarters_by_letter(void **state)
{
  static const char *const cells[] = {"T3", "3T", "K3",  "kv3", "3.K",
                                      "Q3", "3Q", "3q.", "III", "3"};
  static const char *const others[] = {"T5", "0T", "T", "3X", "T3T", "T33", "3 T4"};
  char part[16];

  (void)state;
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
    part[0] = '\0';
    if (!pst_when_part(pst_text_of(cells[i]), 'Q', part) || strcmp(part, "-Q3") != 0)
      fail_msg("'%s' reads as '%s'", cells[i], part);
  }
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (pst_when_part(pst_text_of(others[i]), 'Q', part))
      fail_msg("'%s' reads as '%s'", others[i], part);
  assert_false(pst_when_part(pst_text_of("K3"), '\0', part));
  assert_false(pst_when_part(pst_text_of("3T"), 'M', part));
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(names_of_many_languages),
                                     cmocka_unit_test(quarters_by_letter)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
