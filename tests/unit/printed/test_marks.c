#include "check.h"

#include <stdio.h>
#include <string.h>

#include "printed/marks.h"

static const char *name_of(const void *context, size_t field)
{
  (void)context;
  return field == 1 ? "value" : "other";
}

/* The decimal mark of a file of CELLS on lines 2, 3, ...; '?' and the message when it is refused. */
static char decide(const char *const *cells, struct pst_marks_given given, struct pst_error *error)
{
  struct pst_marks marks = {.decimal = {{0}}};
  char decimal = '?';

  pst_error_clear(error);
  for (size_t i = 0; cells[i] != NULL; i++)
    pst_marks_see(&marks, pst_text_of(cells[i]), pst_text_of(cells[i]), i + 2, 1);
  if (pst_marks_decide(&marks, &given, "f.csv", name_of, NULL, &decimal, error) != PST_OK)
    return '?';
  return decimal;
}

#define DECIDE(...) decide((const char *const[]){__VA_ARGS__, NULL}, none, &error)

static void cells_decide(void **state)
{
  const struct pst_marks_given none = {.decimal = '\0'};
  struct pst_error error;

  (void)state;
  assert_int_equal(DECIDE("1", "22"), '.');
  assert_int_equal(DECIDE("1,234", "12.5"), '.');
  assert_int_equal(DECIDE("1,234", "12,5"), ',');
  assert_int_equal(DECIDE("1.234", "1.234.567"), ',');
  assert_int_equal(DECIDE("1,234", "1,234,567"), '.');
  assert_int_equal(DECIDE("1.234", "0.5"), '.');
  assert_int_equal(DECIDE("1 234,567"), ',');
}

/* A table without names begins on line 1, and a contradiction there is one as anywhere. */
static void on_the_first_line(void **state)
{
  static const char *const pairs[][2] = {
      {"12.5", "3,5"}, {"12.5", "1.234.567"}, {"3,5", "1,234,567"}, {"1.234.567", "1,234,567"}};
  const struct pst_marks_given none = {.decimal = '\0'};
  struct pst_error error;

  (void)state;
  for (size_t i = 0; i < 8; i++) {
    struct pst_marks marks = {.decimal = {{0}}};
    const char *first = pairs[i / 2][i % 2], *second = pairs[i / 2][1 - i % 2];
    char decimal = '?';

    pst_marks_see(&marks, pst_text_of(first), pst_text_of(first), 1, 1);
    pst_marks_see(&marks, pst_text_of(second), pst_text_of(second), 2, 1);
    pst_error_clear(&error);
    assert_int_equal(pst_marks_decide(&marks, &none, "f.csv", name_of, NULL, &decimal, &error),
                     PST_BAD_DATA);
    assert_non_null(strstr(error.message, first));
    assert_non_null(strstr(error.message, second));
  }
}

static void who_is_asked(void **state)
{
  const struct pst_marks_given none = {.decimal = '\0'}, native = {.native = '.'},
                               groups = {.native = '.', .grouped = true}, comma = {.decimal = ','},
                               thousands = {.thousands = ','};
  const char *const open[] = {"1", "1,234", NULL}, *const both[] = {"12.5", "3,5", NULL};
  const char *const decided[] = {"1,234", "12.5", NULL}, *const millions[] = {"1,234,567", NULL};
  const char *const defiant[] = {"1", "3,5", NULL}, *const point[] = {"1.234", NULL};
  struct pst_error error;

  (void)state;
  assert_int_equal(decide(open, groups, &error), '.');
  assert_int_equal(decide(open, native, &error), '?');
  assert_int_equal(decide(decided, native, &error), '.');
  assert_int_equal(decide(millions, native, &error), '.');
  assert_int_equal(decide(point, native, &error), '.');
  assert_int_equal(decide(defiant, groups, &error), '?');
  assert_string_equal(error.message,
                      "field 2 (value): '3,5' has a decimal comma by its look, which this layout "
                      "does not print; say --decimal ',' when this file does, or --decimal '.' and "
                      "the cell is listed as not understood");
  assert_int_equal(decide(open, comma, &error), ',');
  assert_int_equal(decide(open, thousands, &error), '.');
  assert_int_equal(decide(open, none, &error), '?');
  assert_int_equal(error.line, 3);
  assert_string_equal(
      error.message, "field 2 (value): '1,234' can be 1234 or 1.234, and no cell of the file tells "
                     "which; say --thousands ',' for the first or --decimal ',' for the second");
  assert_int_equal(decide(both, native, &error), '?');
  assert_string_equal(error.message,
                      "field 2 (value): '12.5' has a decimal point, but line 3, field 2 (value): "
                      "'3,5' has a decimal comma; name the decimal mark that holds with --decimal, "
                      "and the other cells are listed as not understood");
  assert_int_equal(decide(both, comma, &error), ',');
}

/* One mark in two uses, or both marks in one use: each is refused, with both cells. */
static void contradictions(void **state)
{
  const struct pst_marks_given none = {.decimal = '\0'};
  static const struct {
    const char *one, *two, *says;
  } cases[] = {
      {"1.5", "3,5",
       "'1.5' has a decimal point, but line 3, field 2 (value): '3,5' has a decimal comma"},
      {"1.5", "1.234.567",
       "'1.5' has a decimal point, but line 3, field 2 (value): '1.234.567' has a point between "
       "thousands"},
      {"3,5", "1,234,567",
       "'3,5' has a decimal comma, but line 3, field 2 (value): '1,234,567' has a comma between "
       "thousands"},
      {"1.234.567", "1,234,567",
       "'1.234.567' has a point between thousands, but line 3, field 2 (value): '1,234,567' has a "
       "comma "
       "between thousands"},
  };
  struct pst_error error;
  char want[400];

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(DECIDE(cases[i].one, cases[i].two), '?');
    snprintf(want, sizeof want,
             "field 2 (value): %s; name the decimal mark that holds with --decimal, and the other "
             "cells are "
             "listed as not understood",
             cases[i].says);
    assert_string_equal(error.message, want);
    assert_int_equal(error.line, 2);
    assert_string_equal(error.file, "f.csv");
  }
  assert_int_equal(DECIDE("3,5", "1.234.567"), ',');
  assert_int_equal(DECIDE("3.5", "1,234,567"), '.');
}

/* What is said to be known changes nothing when it is seen all the same. */
static void what_is_known_tells_nothing(void **state)
{
  static const char *const cells[] = {"12",    "1.234",   "0.5",   "12.5",  "1.234",   "1234.567",
                                      "0.123", "12.3456", "1,5",   "5.",    ".5",      "1.2.3",
                                      "",      "x",       "-1.5",  "7",     "999.999", "12.34",
                                      "0.50",  "01.234",  "1.5e3", "1.000", "22.1",    "3.141"};
  struct pst_marks marks = {.decimal = {{0}}};
  size_t known = 0;

  (void)state;
  for (unsigned long line = 1; line <= sizeof cells / sizeof *cells; line++) {
    struct pst_text cell = pst_text_of(cells[line - 1]);
    struct pst_marks before = marks;
    bool know = pst_marks_know(&marks, cell);

    pst_marks_see(&marks, cell, cell, line, 1);
    if (know && memcmp(&before, &marks, sizeof marks) != 0)
      fail_msg("'%s' was known", cell.data);
    known += know;
  }
  assert_int_equal(known, 14);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cells_decide),   cmocka_unit_test(on_the_first_line),
      cmocka_unit_test(who_is_asked),   cmocka_unit_test(what_is_known_tells_nothing),
      cmocka_unit_test(contradictions),
  };

  return cmocka_run_group_tests_name("marks", tests, NULL, NULL);
}
