#include "check.h"

#include "report/lines.h"

static void becomes(const char *text, size_t width, const char *want)
{
  struct pst_buffer out = {.data = NULL};

  pst_lines_wrap(&out, text, width);
  assert_false(out.failed);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void lines_that_fit_stay(void **state)
{
  (void)state;
  becomes("", 20, "");
  becomes("\n\n", 20, "\n\n");
  becomes("  a   b  \nno line end", 20, "  a   b  \nno line end");
  becomes("12345678901234567890\n", 20, "12345678901234567890\n");
}

static void two_blanks_part_before_one_does(void **state)
{
  (void)state;
  becomes("a.claims:1:1  VERIFIED  of the budget\n", 24,
          "a.claims:1:1  VERIFIED\n    of the budget\n");
  becomes("  one two three four five\n", 20, "  one two three four\n      five\n");
  becomes("  paper.txt:5: 29  2  3\n", 20, "  paper.txt:5: 29  2\n      3\n");
}

static void no_verdict_number_or_place_is_parted(void **state)
{
  (void)state;
  becomes("a.claims:1  NOT CHECKABLE  id\n", 20, "a.claims:1\n    NOT CHECKABLE\n    id\n");
  becomes("two claims are not checkable\n", 20, "two claims are\n    not checkable\n");
  becomes("a.txt:1  CANNOT BE DECIDED  rank\n", 20, "a.txt:1\n    CANNOT BE DECIDED\n    rank\n");
  becomes("a.txt:1  AGREES ONLY WITHIN ROUNDING  p\n", 20,
          "a.txt:1\n    AGREES ONLY WITHIN ROUNDING\n    p\n");
  becomes("in all they were 1 234 567 people\n", 20, "in all they were\n    1 234 567 people\n");
  becomes("12 verified, 0 not checkable, 1 error\n", 20,
          "12 verified,\n    0 not checkable,\n    1 error\n");
  becomes("fell by -3 million EUR\n", 20, "fell by -3 million\n    EUR\n");
  becomes("from 101.2 to 103 (+1.8 %)\n", 20, "from 101.2 to 103\n    (+1.8 %)\n");
  becomes("change[2001, 2003] = 1.7 %p\n", 20, "change[2001, 2003]\n    = 1.7 %p\n");
  becomes("what they have reported: 1.2\n", 20, "what they have\n    reported: 1.2\n");
  becomes("the share grew by 46 % then\n", 20, "the share grew by\n    46 % then\n");
  becomes("computed 28.5 [28.45, 28.55]\n", 20, "computed 28.5\n    [28.45, 28.55]\n");
  becomes("computed 28.5 [-inf, 28.55]\n", 20, "computed 28.5\n    [-inf, 28.55]\n");
  becomes("it stands in paper.pdf:page 3:12:4\n", 20, "it stands in\n    paper.pdf:page 3:12:4\n");
  becomes("a_word_wider_than_twenty_columns b\n", 20, "a_word_wider_than_twenty_columns\n    b\n");
}

static void columns_are_those_of_the_terminal(void **state)
{
  (void)state;
  becomes("\033[1;31mCONTRADICTED\033[0m  12345\n", 20, "\033[1;31mCONTRADICTED\033[0m  12345\n");
  becomes("\033[1;31mCONTRADICTED\033[0m  1234567\n", 20,
          "\033[1;31mCONTRADICTED\033[0m\n    1234567\n");
  becomes("\xE6\x97\xA5\xE6\x9C\xAC \xE6\x97\xA5\xE6\x9C\xAC \xE6\x97\xA5\xE6\x9C\xAC "
          "\xE6\x97\xA5\xE6\x9C\xAC \xE6\x97\xA5\n",
          20,
          "\xE6\x97\xA5\xE6\x9C\xAC \xE6\x97\xA5\xE6\x9C\xAC \xE6\x97\xA5\xE6\x9C\xAC "
          "\xE6\x97\xA5\xE6\x9C\xAC\n    \xE6\x97\xA5\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines_that_fit_stay),
      cmocka_unit_test(two_blanks_part_before_one_does),
      cmocka_unit_test(no_verdict_number_or_place_is_parted),
      cmocka_unit_test(columns_are_those_of_the_terminal),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
