/* What a double leaves of numbers beyond 2^53. */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "interval/rational.h"
#include "interval/whole.h"
#include "random.h"

static double rest_of(const char *text, const struct pst_number_style *style)
{
  double value, rest = NAN;

  assert_true(pst_number_parse(pst_text_of(text), style, &value, NULL));
  assert_true(pst_whole_rest(pst_text_of(text), style, value, &rest));
  return rest;
}

static void known_rests(void **state)
{
  static const struct pst_number_style german = {.decimal = ',', .thousands = '.'};

  (void)state;
  assert_close(rest_of("9007199254740993", NULL), 1, 0, 0);
  assert_close(rest_of("-9007199254740993", NULL), -1, 0, 0);
  assert_close(rest_of("\xe2\x88\x92"
                       "9007199254740993",
                       NULL),
               -1, 0, 0);
  assert_close(rest_of("9007199254740992", NULL), 0, 0, 0);
  assert_close(rest_of("9007199254740993.5", NULL), -0.5, 0, 0);
  assert_close(rest_of("9.007199254740993e15", NULL), 1, 0, 0);
  assert_close(rest_of("9.007.199.254.740.993", &german), 1, 0, 0);
  assert_close(rest_of("9.007.199.254.740.993,25", &german), -0.75, 0, 0);
  assert_close(rest_of("0.1", NULL), 0, 0, 0);
  assert_close(rest_of("18446744073709551615", NULL), -1, 0, 0);
  assert_close(rest_of("1e23", NULL), 8388608, 0, 0);
  assert_close(rest_of("0000000000000000000000000000000000000009007199254740993", NULL), 1, 0, 0);
}

static void more_digits_are_refused(void **state)
{
  double rest;

  (void)state;
  assert_true(pst_whole_rest(pst_text_of("123456789012345678901234567890"), NULL,
                             123456789012345678901234567890.0, &rest));
  assert_true(pst_whole_rest(pst_text_of("123456789012345678901234567890000"), NULL,
                             123456789012345678901234567890000.0, &rest));
  assert_false(pst_whole_rest(pst_text_of("1234567890123456789012345678901"), NULL,
                              1234567890123456789012345678901.0, &rest));
  assert_true(
      pst_whole_rest(pst_text_of("0.1234567890123456789012345678901"), NULL, 0.12345, &rest));
}

/* Numbers of up to 30 digits, near to each other: pairs are in order as the numbers are, and print back. */
static void pairs_are_in_order_and_print_back(void **state)
{
  uint64_t seed = 17;

  (void)state;
  for (int round = 0; round < 20000; round++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_exact exact = {.arena = &arena};
    char text[2][40], printed[PST_WHOLE_SIZE];
    double value[2], rest[2];
    struct pst_rational number[2];
    size_t size = 16 + random_below(&seed, 15);
    int order, pair;

    for (size_t i = 0; i < size; i++)
      text[0][i] = (char)('0' + (i == 0 ? 1 + random_below(&seed, 9) : random_below(&seed, 10)));
    text[0][size] = '\0';
    strcpy(text[1], text[0]);
    text[1][size - 1 - random_below(&seed, 3)] = (char)('0' + random_below(&seed, 10));
    for (int i = 0; i < 2; i++) {
      assert_true(pst_number_parse(pst_text_of(text[i]), NULL, &value[i], NULL));
      assert_true(pst_whole_rest(pst_text_of(text[i]), NULL, value[i], &rest[i]));
      assert_true(pst_rational_parse(&exact, pst_text_of(text[i]), &number[i], NULL));
      pst_whole_print(printed, value[i], rest[i]);
      assert_string_equal(printed, text[i]);
    }
    order = pst_rational_compare(number[0], number[1]);
    pair = value[0] != value[1] ? (value[0] > value[1]) - (value[0] < value[1])
                                : (rest[0] > rest[1]) - (rest[0] < rest[1]);
    assert_int_equal(pair, order);
    pst_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_rests),
      cmocka_unit_test(more_digits_are_refused),
      cmocka_unit_test(pairs_are_in_order_and_print_back),
  };

  return cmocka_run_group_tests_name("whole", tests, NULL, NULL);
}
