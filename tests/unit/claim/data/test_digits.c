#include "check.h"

#include "claim/data/digits.h"

static struct pst_arena arena;
static struct pst_exact exact = {.arena = &arena};

/* WANT: the figure with a point, NULL: none. */
static void check(const char *decimal, const char *thousands, const char *text, const char *want)
{
  struct pst_digits digits = {.decimal.data = NULL};
  struct pst_rational value;
  int decimals;

  if (decimal != NULL)
    digits.decimal = pst_text_of(decimal);
  if (thousands != NULL)
    digits.thousands = pst_text_of(thousands);
  assert_int_equal(pst_digits_rational(&digits, &exact, pst_text_of(text), &value, &decimals),
                   want != NULL);
  if (want != NULL)
    assert_string_equal(pst_rational_print_fixed(&exact, value, decimals), want);
}

static void figures(void **state)
{
  (void)state;
  check(NULL, NULL, "1168.50", "1168.50");
  check(NULL, NULL, "1,168.5", NULL);
  check(NULL, ",", "1,168.50", "1168.50");
  check(NULL, ",", "12,345,678", "12345678");
  check(NULL, ",", "1234,567", NULL);
  check(NULL, ",", "1,23", NULL);
  check(NULL, ",", "1,2345", NULL);
  check(NULL, ",", ",123", NULL);
  check(NULL, ",", "168.5", "168.5");
  check(",", ".", "-1.168,5", "-1168.5");
  check(",", ".", "1.5", NULL);
  check(",", NULL, "0,25", "0.25");
  check(",", NULL, "1.168", NULL);
  check(",", NULL, "1,", NULL);
  check(NULL, " ", "1 234 567.5", "1234567.5");
  check(NULL, " ", "1\u00A0234\u202F567", "1234567");
  check(NULL, "'", "+1'234", "1234");
  check(NULL, ",", "", NULL);
  check(NULL, ",", "abc", NULL);
  check(NULL, ",", "1,234x", NULL);
}

static void bounds(void **state)
{
  const struct pst_digits digits = {.decimal = pst_text_of(","), .thousands = pst_text_of(".")};
  struct pst_rational printed;
  struct pst_range range;
  bool has_printed;

  (void)state;
  assert_true(
      pst_digits_range(&digits, &exact, pst_text_of(">1.000,5"), &range, &has_printed, &printed));
  assert_string_equal(pst_rational_print(&exact, range.low.value), "1000.5");
  assert_int_equal(range.low.kind, PST_LIMIT_OPEN);
  assert_false(
      pst_digits_range(&digits, &exact, pst_text_of(">1.5"), &range, &has_printed, &printed));
}

/* TEXT says LOW to HIGH; NULL: it says no bound. */
static void says(const char *decimal, const char *thousands, const char *text, const char *low,
                 const char *high)
{
  struct pst_digits digits = {.decimal.data = NULL};
  struct pst_rational printed;
  struct pst_range range;
  bool has_printed;

  if (decimal != NULL)
    digits.decimal = pst_text_of(decimal);
  if (thousands != NULL)
    digits.thousands = pst_text_of(thousands);
  assert_false(
      pst_digits_range(&digits, &exact, pst_text_of(text), &range, &has_printed, &printed));
  digits.said = true;
  assert_int_equal(
      pst_digits_range(&digits, &exact, pst_text_of(text), &range, &has_printed, &printed),
      low != NULL);
  if (low == NULL)
    return;
  assert_false(has_printed);
  assert_string_equal(pst_rational_print(&exact, range.low.value), low);
  assert_string_equal(pst_rational_print(&exact, range.high.value), high);
}

static void said(void **state)
{
  (void)state;
  says(NULL, NULL, "5-9", "5", "9");
  says(NULL, NULL, "0.5 to 0.9", "0.5", "0.9");
  says(NULL, ",", "10,000 to 14,999", "10000", "14999");
  says(",", ".", "10.000 bis 14.999,5", "10000", "14999.5");
  says(NULL, NULL, "5-9 %", NULL, NULL);
  says(NULL, NULL, "2001-2003", NULL, NULL);
  says("\u00B7", NULL, "5-9", NULL, NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(figures), cmocka_unit_test(bounds),
                                     cmocka_unit_test(said)};
  int failed = cmocka_run_group_tests_name("digits", tests, NULL, NULL);

  pst_arena_free(&arena);
  return failed;
}
