#include "check.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "decimals.h"

static bool parse(const char *string, double *value, int *decimals)
{
  return pst_number_parse(pst_text_of(string), NULL, value, decimals);
}

static void plain_numbers_are_read(void **state)
{
  static const struct {
    const char *text;
    double value;
    int decimals;
  } rows[] = {
      {"0", 0, 0},
      {"-0.50", -0.5, 2},
      {"+8.1", 8.1, 1},
      {"20.0", 20, 1},
      {".5", 0.5, 1},
      {"5.", 5, 0},
      {"1e3", 1000, 0},
      {"1.25E-3", 0.00125, 5},
      {"\xE2\x88\x92"
       "3",
       -3, 0},
      {"1e22", 1e22, 0},
      {"123456789012345678901234567890", 123456789012345678901234567890.0, 0},
      {"0.1", 0.1, 1},
      {"5e-324", 5e-324, 324},
      {"1.7976931348623157e308", 1.7976931348623157e308, 0},
      {"9007199254740993", 9007199254740993.0, 0},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    double value = NAN;
    int decimals = -1;

    assert_true(parse(rows[i].text, &value, &decimals));
    assert_memory_equal(&value, &rows[i].value, sizeof value);
    assert_int_equal(decimals, rows[i].decimals);
  }
}

static void other_text_is_no_number(void **state)
{
  static const char *const texts[] = {"",
                                      "-",
                                      "nan",
                                      "inf",
                                      "0x10",
                                      "1,234",
                                      "1 2",
                                      "1e",
                                      "1e+",
                                      "1.2.3",
                                      "--1",
                                      "..",
                                      "12abc",
                                      "1e999",
                                      "1e5x",
                                      "1e5.0",
                                      "1e-",
                                      "1e--5",
                                      "1e1000000000",
                                      "1e-1000000000",
                                      "1e9999999999",
                                      "1e400",
                                      "-1e99999999999999999999",
                                      " 1",
                                      "1 ",
                                      "NaN",
                                      "Infinity",
                                      ".",
                                      "e5",
                                      "+-1",
                                      "1_000"};

  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    double value;

    if (parse(texts[i], &value, NULL))
      fail_msg("'%s' was read as %g", texts[i], value);
  }
}

static void separators_follow_the_style(void **state)
{
  const struct pst_number_style german = {.decimal = ',', .thousands = '.'};
  static const char *const wrong[] = {"1.23",      "12.34.567",  ".123",     "1.2345",
                                      "1234.567",  "1..234",     "1.234.56", "1,2.345",
                                      "1.234.",    "1.234.5678", "1.234567", "1.23a",
                                      "1.234.56a", "1.2a4",      "1.a34",    "1234.567.890"};
  double value;

  (void)state;
  assert_true(pst_number_parse(pst_text_of("1.234.567,89"), &german, &value, NULL));
  assert_close(value, 1234567.89, 0, 0);
  assert_true(pst_number_parse(pst_text_of("1.234"), &german, &value, NULL));
  assert_close(value, 1234, 0, 0);
  assert_true(pst_number_parse(pst_text_of("12345678901234567,5"), &german, &value, NULL));
  assert_close(value, 12345678901234567.5, 0, 0);
  assert_true(pst_number_parse(pst_text_of("123.456,7"), &german, &value, NULL));
  assert_close(value, 123456.7, 0, 0);
  assert_true(pst_number_parse(pst_text_of("12.345e1"), &german, &value, NULL));
  assert_close(value, 123450, 0, 0);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    if (pst_number_parse(pst_text_of(wrong[i]), &german, &value, NULL))
      fail_msg("'%s' was read as %g", wrong[i], value);
}

static uint64_t next_random(uint64_t *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

/* `make numbers` compares ten million. */
static void equals_strtod_bit_for_bit(void **state)
{
  volatile long double one = 1;
  uint64_t seed = 0;
  char text[DECIMALS_SIZE];

  (void)state;
  if (one + LDBL_EPSILON == one)
    skip(); /* valgrind computes long double as double: the middles would be none */
  for (int i = 0; i < 200000; i++) {
    decimals_random(&seed, text);
    if (!decimals_agree(text))
      fail_msg("%s: not as strtod reads it", text);
  }
}

static void shortest_text_reads_back(void **state)
{
  static const struct {
    double value;
    const char *text;
  } rows[] = {{0.1, "0.1"},
              {1.0 / 3, "0.3333333333333333"},
              {100, "100"},
              {5e-324, "5e-324"},
              {-0.0, "0"},
              {1e21, "1e+21"},
              {2.2250738585072014e-308, "2.2250738585072014e-308"},
              {123456789.125, "123456789.125"},
              {0.1 + 0.2, "0.30000000000000004"}};
  uint64_t seed = 1234567;
  char text[PST_NUMBER_SIZE];

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    pst_number_print(text, rows[i].value);
    assert_string_equal(text, rows[i].text);
  }
  for (int i = 0; i < 100000; i++) {
    uint64_t bits = next_random(&seed);
    double value, back;
    size_t size;

    memcpy(&value, &bits, sizeof value);
    if (!isfinite(value))
      continue;
    size = pst_number_print(text, value);
    assert_int_equal(size, strlen(text));
    assert_true(parse(text, &back, NULL));
    assert_memory_equal(&back, &value, sizeof back);
  }
}

static void digits_are_for_people(void **state)
{
  char text[PST_NUMBER_SIZE];

  (void)state;
  pst_number_print_digits(text, 1234.5678, 6);
  assert_string_equal(text, "1234.57");
  pst_number_print_digits(text, 9999999.6, 4);
  assert_string_equal(text, "10000000");
  pst_number_print_digits(text, 0.00012345, 3);
  assert_string_equal(text, "0.000123");
  pst_number_print_digits(text, 3.2e-9, 3);
  assert_string_equal(text, "3.2e-09");
  pst_number_print_digits(text, -2.50, 6);
  assert_string_equal(text, "-2.5");
}

/* equals_strtod_bit_for_bit compares the values; here, that it is used at all, and when not. */
static void most_cells_are_plain(void **state)
{
  static const char *const plain[] = {"0",  "12", "-12.5", "148.503429", "9007199254740991",
                                      ".5", "5."};
  static const char *const other[] = {"",    "-",  "+1",    "1e3", "9007199254740992",
                                      "1,5", "1 ", "1.2.3", ".",   "123456789012345678"};
  unsigned char decimals = 99;
  double value = -1;

  (void)state;
  for (size_t i = 0; i < sizeof other / sizeof *other; i++)
    assert_false(pst_number_plain(pst_text_of(other[i]), '.', &value, &decimals));
  assert_close(value, -1, 0, 0);
  assert_int_equal(decimals, 99);
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    assert_true(pst_number_plain(pst_text_of(plain[i]), '.', &value, &decimals));
  assert_true(pst_number_plain(pst_text_of("-2,25"), ',', &value, &decimals));
  assert_close(value, -2.25, 0, 0);
  assert_int_equal(decimals, 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_numbers_are_read),      cmocka_unit_test(other_text_is_no_number),
      cmocka_unit_test(separators_follow_the_style), cmocka_unit_test(equals_strtod_bit_for_bit),
      cmocka_unit_test(shortest_text_reads_back),    cmocka_unit_test(digits_are_for_people),
      cmocka_unit_test(most_cells_are_plain),
  };

  return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
