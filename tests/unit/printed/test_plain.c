/* test_plain -- cells in plain ASCII, and numbers of any script in them. */
#include "check.h"

#include "printed/plain.h"

static void signs_for_numbers(void **state)
{
  static const char *const with[] = {"2014-W53", "\u00BC", "\u00B2", "\uFF15",
                                     "a1",       "\u2162", "\u2460"},
                           *const without[] = {"", "n/a", "..", "\u2014", "x\u00E9", "\u5E74"};

  (void)state;
  for (size_t i = 0; i < sizeof with / sizeof *with; i++)
    if (!pst_plain_has_number(pst_text_of(with[i])))
      fail_msg("%s has a number", with[i]);
  for (size_t i = 0; i < sizeof without / sizeof *without; i++)
    if (pst_plain_has_number(pst_text_of(without[i])))
      fail_msg("%s has none", without[i]);
}

static void plain_characters(void **state)
{
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text = pst_plain(pst_text_of("\u3000\uFF11\u2212\u00A02\u2019 "), buffer);

  (void)state;
  assert_true(pst_text_is(text, "1- 2'"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(signs_for_numbers),
                                     cmocka_unit_test(plain_characters)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
