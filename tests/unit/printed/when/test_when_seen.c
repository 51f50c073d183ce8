#include <stdio.h>
#include <string.h>

#include "check.h"
#include "printed/when/when.h"

/* 2014-03 is seen by a short way, and with a blank behind it by the long one: both come to the same. */
static void months_are_seen_alike(void **state)
{
  (void)state;
  for (int year = 0; year <= 9999; year += year < 1900 || year > 2100 ? 37 : 1) {
    struct pst_when_seasons quick = {0}, slow = {0};

    for (int month = 0; month <= 99; month++) {
      char cell[32];

      snprintf(cell, sizeof cell, "%04d-%02d ", year, month);
      pst_when_see(&slow, pst_text_of(cell));
      cell[7] = '\0';
      pst_when_see(&quick, pst_text_of(cell));
      if (memcmp(&quick, &slow, sizeof quick) != 0)
        fail_msg("%s is not seen alike", cell);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(months_are_seen_alike),
  };

  return cmocka_run_group_tests_name("when_seen", tests, NULL, NULL);
}
