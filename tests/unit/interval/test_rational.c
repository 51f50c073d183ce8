#include "check.h"

#include <math.h>
#include <string.h>

#include "interval/rational.h"
#include "interval/rational_view.h"

static struct pst_arena arena;
static struct pst_exact exact = {.arena = &arena};

static struct pst_rational of(const char *text)
{
  struct pst_rational value;

  assert_true(pst_rational_parse(&exact, pst_text_of(text), &value, NULL));
  return value;
}

static void is(struct pst_rational value, const char *text)
{
  assert_string_equal(pst_rational_print(&exact, value), text);
}

static int release(void **state)
{
  (void)state;
  pst_arena_free(&arena);
  return 0;
}

static void decimals_are_read(void **state)
{
  static const struct {
    const char *text, *value;
    int decimals;
  } rows[] = {{"8.1", "8.1", 1},
              {"8.10", "8.1", 2},
              {"-0.05", "-0.05", 2},
              {"+7", "7", 0},
              {"\xE2\x88\x92"
               "7",
               "-7", 0},
              {".5", "0.5", 1},
              {"5.", "5", 0},
              {"-0.00", "0", 2},
              {"00.250", "0.25", 3},
              {"14365.56", "14365.56", 2},
              {"-1.20000000000000", "-1.2", 14},
              {"0.0000000000000128", "0.0000000000000128", 16},
              {"999999999999999999", "999999999999999999", 0},
              {"1e3", "1000", -3},
              {"1.5e-3", "0.0015", 4},
              {"123456789012345678901234567890", "123456789012345678901234567890", 0},
              {"0.000000000000000000000000000001", "0.000000000000000000000000000001", 30}};
  static const char *const refused[] = {"",    "-",  ".",     "1.2.3", "1..2", "-.",
                                        "--1", "1e", "1e999", "0x1",   "nan",  "1 "};
  struct pst_rational value;
  int decimals;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_true(pst_rational_parse(&exact, pst_text_of(rows[i].text), &value, &decimals));
    is(value, rows[i].value);
    assert_int_equal(decimals, rows[i].decimals);
  }
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
    assert_false(pst_rational_parse(&exact, pst_text_of(refused[i]), &value, &decimals));
}

/* Is a number of WHOLE and FRACTION digits, all 1, one that is read? */
static bool is_read(size_t whole, size_t fraction, const char *exponent)
{
  char text[4 * PST_RATIONAL_EXPONENT];
  struct pst_rational value;
  int decimals;

  memset(text, '1', sizeof text);
  text[whole] = '.';
  strcpy(text + whole + 1 + fraction, exponent);
  return pst_rational_parse(&exact, pst_text_of(text), &value, &decimals);
}

/* What is written at such length is no number that anybody printed, and would cost without end. */
static void how_long_a_number_may_be(void **state)
{
  (void)state;
  assert_true(is_read(1, PST_RATIONAL_EXPONENT, ""));
  assert_false(is_read(1, PST_RATIONAL_EXPONENT + 1, ""));
  assert_true(is_read(2 * PST_RATIONAL_EXPONENT, 0, ""));
  assert_false(is_read(2 * PST_RATIONAL_EXPONENT + 1, 0, ""));
  assert_true(is_read(2 * PST_RATIONAL_EXPONENT - 1, 1, ""));
  assert_false(is_read(2 * PST_RATIONAL_EXPONENT, 1, ""));
  assert_true(is_read(1, 1, "e400"));
  assert_false(is_read(1, 1, "e401"));
  assert_true(is_read(1, 0, "e-400"));
  assert_false(is_read(1, 0, "e-401"));
  assert_false(is_read(1, 1, "e-400"));
  assert_false(is_read(1, 1, "e"));
  assert_false(is_read(1, 1, "e+"));
  assert_false(is_read(1, 1, "e1.0"));
}

static void arithmetic_is_exact(void **state)
{
  struct pst_rational third = pst_rational_divide(&exact, of("1"), of("3"));
  struct pst_rational big = of("9223372036854775807"), large;

  (void)state;
  is(pst_rational_add(&exact, of("0.1"), of("0.2")), "0.3");
  is(third, "1/3");
  is(pst_rational_multiply(&exact, third, of("3")), "1");
  is(pst_rational_add(&exact, big, of("1")), "9223372036854775808");
  large = pst_rational_multiply(&exact, big, big);
  is(large, "85070591730234615847396907784232501249");
  is(pst_rational_subtract(&exact, large, large), "0");
  is(pst_rational_divide(&exact, large, big), "9223372036854775807");
  is(pst_rational_negate(&exact, of("-2.5")), "2.5");
  is(pst_rational_middle(&exact, of("1"), of("2")), "1.5");
  is(pst_rational_floor(&exact, of("-1.5")), "-2");
  is(pst_rational_floor(&exact, pst_rational_negate(&exact, large)),
     "-85070591730234615847396907784232501249");
  assert_int_equal(pst_rational_compare(large, big), 1);
  assert_int_equal(pst_rational_compare(third, of("0.333333333333")), 1);
  assert_true(pst_rational_is_whole(large));
  assert_false(pst_rational_is_whole(pst_rational_divide(&exact, of("1"), large)));
  assert_false(exact.failed);
}

static void numbers_that_outgrow_fail(void **state)
{
  struct pst_exact own = {.arena = &arena};
  struct pst_rational x = of("1e300");

  (void)state;
  for (int i = 0; i < 20; i++)
    x = pst_rational_multiply(&own, x, x);
  assert_true(own.failed);
}

static void rounding(void **state)
{
  static const struct {
    const char *value, *unit, *half_up, *half_even, *truncate;
  } rows[] = {{"2.25", "0.1", "2.3", "2.2", "2.2"},   {"-2.25", "0.1", "-2.3", "-2.2", "-2.2"},
              {"2.35", "0.1", "2.4", "2.4", "2.3"},   {"0.05", "0.1", "0.1", "0", "0"},
              {"149", "100", "100", "100", "100"},    {"150", "100", "200", "200", "100"},
              {"2.2501", "0.1", "2.3", "2.3", "2.2"}, {"-0.01", "0.1", "0", "0", "0"}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_rational value = of(rows[i].value), unit = of(rows[i].unit);

    is(pst_rational_round(&exact, value, unit, PST_ROUND_HALF_UP), rows[i].half_up);
    is(pst_rational_round(&exact, value, unit, PST_ROUND_HALF_EVEN), rows[i].half_even);
    is(pst_rational_round(&exact, value, unit, PST_ROUND_TRUNCATE), rows[i].truncate);
  }
  assert_string_equal(pst_rational_print_fixed(&exact, of("20"), 1), "20.0");
  assert_string_equal(pst_rational_print_fixed(&exact, of("-0.05"), 1), "-0.1");
  assert_string_equal(pst_rational_print_fixed(&exact, of("-0.04"), 1), "0.0");
  assert_string_equal(pst_rational_print_fixed(&exact, of("2.5"), 0), "3");
}

/* As many decimals as a number may be written with, and what is longer than pst_rational_print shows. */
static void many_digits(void **state)
{
  const char *most = pst_rational_print_fixed(&exact, of("0.25"), PST_RATIONAL_EXPONENT);

  (void)state;
  assert_int_equal(strlen(most), 2 + PST_RATIONAL_EXPONENT);
  assert_int_equal(strncmp(most, "0.25000", 7), 0);
  assert_int_equal(strspn(most + 4, "0"), PST_RATIONAL_EXPONENT - 2);
  is(pst_rational_divide(&exact, of("1"), of("123456789012345678901234567")),
     "1/123456789012345678901234567");
  is(pst_rational_divide(&exact, of("1"), of("1234567890123456789012345678903")),
     "8.1000000729000005e-31");
}

/* Any fraction of two doubles' worth of digits goes to the nearest double, as division does. */
static void doubles(void **state)
{
  (void)state;
  is(pst_rational_double(&exact, 0.5), "0.5");
  assert_true(pst_rational_to_double(of("0.1")) >= 0.1 && pst_rational_to_double(of("0.1")) <= 0.1);
  assert_close(pst_rational_to_double(of("1e300")), 1e300, 0, 0);
  assert_close(pst_rational_to_double(of("123456789012345678901234567890")),
               123456789012345678901234567890.0, 0, 0);
  assert_close(pst_rational_to_double(of("9007199254740993")), 9007199254740992.0, 0, 0);
  assert_close(pst_rational_to_double(of("-9007199254740995")), -9007199254740996.0, 0, 0);
  for (int i = 0; i < 2000; i++) {
    double x = ldexp(sin(i), i % 100 - 50);

    assert_close(pst_rational_to_double(pst_rational_double(&exact, x)), x, 0, 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decimals_are_read),
      cmocka_unit_test(how_long_a_number_may_be),
      cmocka_unit_test(arithmetic_is_exact),
      cmocka_unit_test(numbers_that_outgrow_fail),
      cmocka_unit_test(rounding),
      cmocka_unit_test(many_digits),
      cmocka_unit_test(doubles),
  };

  return cmocka_run_group_tests(tests, NULL, release);
}
