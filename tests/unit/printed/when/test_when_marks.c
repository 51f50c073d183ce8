#include "check.h"

#include <string.h>

#include "printed/when/when.h"

static void check_marker(const char *cell, const char *want, const char *mark)
{
  char when[PST_WHEN_SIZE] = "", marker[PST_WHEN_MARK_SIZE] = "";

  if (!pst_when_read(pst_text_of(cell), 0, when, marker) || strcmp(when, want) != 0
      || strcmp(marker, mark) != 0)
    fail_msg("'%s' reads as '%s' with the mark '%s'", cell, when, marker);
}

static void marks_behind_a_comma(void **state)
{
  char when[PST_WHEN_SIZE];

  (void)state;
  check_marker("2010, prel.", "2010", "prel.");
  check_marker("2010-Q1; revised", "2010-Q1", "revised");
  assert_false(pst_when_read(pst_text_of("2010, rebased"), 0, when, NULL));
}

static void leaders_to_the_numbers(void **state)
{
  char when[PST_WHEN_SIZE];

  (void)state;
  check_marker("1990 ..........", "1990", "");
  check_marker("1990..........", "1990", "");
  check_marker("2005 r ........", "2005", "r");
  check_marker("2005 ........ 1)", "2005", "1)");
  check_marker("FY2000 .....", "FY2000", "");
  check_marker("2005, prel. ...", "2005", "prel.");
  assert_false(pst_when_read(pst_text_of("........"), 0, when, NULL));
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(marks_behind_a_comma),
                                     cmocka_unit_test(leaders_to_the_numbers)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
