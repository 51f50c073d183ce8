#include "check.h"

#include <string.h>

#include "interval/unit.h"

static struct pst_unit unit(const char *name)
{
  struct pst_unit made = {.kind = PST_UNIT_WORD, .word = pst_text_of(name)};

  if (*name == '\0')
    made.kind = PST_UNIT_PLAIN;
  if (strcmp(name, "ratio") == 0)
    made.kind = PST_UNIT_RATIO;
  if (strcmp(name, "%") == 0)
    made.kind = PST_UNIT_PERCENT;
  if (strcmp(name, "%p") == 0)
    made.kind = PST_UNIT_POINTS;
  if (strcmp(name, "date") == 0)
    made.kind = PST_UNIT_DATE;
  return made;
}

static struct pst_error error;

/* The unit of A OPERATION B, or what is wrong with it. */
static const char *result(const char *a, char operation, const char *b)
{
  static char text[256];
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_unit x = unit(a), y = unit(b), out;
  bool per_cent = false, good;

  pst_error_clear(&error);
  if (operation == '*')
    good = pst_unit_multiply(&x, &y, &out, &per_cent, &error);
  else if (operation == '/')
    good = pst_unit_divide(&x, &y, &out, &error);
  else
    good = pst_unit_add(&x, &y, operation == '-', &out, &error);
  strcpy(text, error.message);
  if (good) {
    strcpy(text, pst_unit_print(&arena, &out));
    strcat(text, per_cent ? " of 100" : "");
  }
  pst_arena_free(&arena);
  return text;
}

static void arithmetic(void **state)
{
  static const struct {
    const char *a;
    char operation;
    const char *b, *result;
  } rows[] = {{"%", '-', "%", "%p"},
              {"%", '+', "%", "%"},
              {"%", '+', "%p", "%"},
              {"%", '-', "%p", "%"},
              {"%p", '+', "%", "%"},
              {"%p", '-', "%p", "%p"},
              {"%p", '-', "%", "%p and % cannot be subtracted"},
              {"EUR", '+', "EUR", "EUR"},
              {"EUR", '+', "USD", "EUR and USD cannot be added"},
              {"EUR", '+', "", "EUR and a plain number cannot be added"},
              {"", '-', "ratio", "ratio"},
              {"date", '-', "date", ""},
              {"date", '+', "", "days"},
              {"date", '+', "date", "a date and a date cannot be added"},
              {"date", '*', "", "a date and a plain number cannot be multiplied"},
              {"EUR", '/', "EUR", "ratio"},
              {"EUR", '/', "", "EUR"},
              {"%", '/', "%", "ratio"},
              {"%p", '/', "%", "ratio"},
              {"", '/', "", "ratio"},
              {"", '/', "EUR", "a plain number and EUR cannot be divided"},
              {"EUR", '*', "ratio", "EUR"},
              {"", '*', "EUR", "EUR"},
              {"%", '*', "EUR", "EUR of 100"},
              {"%", '*', "%", "% of 100"},
              {"EUR", '*', "EUR", "EUR and EUR cannot be multiplied"},
              /* Each kind on either side. */
              {"%p", '+', "%p", "%p"},
              {"%", '+', "", "% and a plain number cannot be added"},
              {"", '-', "%p", "a plain number and %p cannot be subtracted"},
              {"%", '-', "EUR", "% and EUR cannot be subtracted"},
              {"", '+', "", ""},
              {"ratio", '-', "", "ratio"},
              {"ratio", '+', "ratio", "ratio"},
              {"date", '-', "", "days"},
              {"", '+', "date", "days"},
              {"", '-', "date", "a plain number and a date cannot be subtracted"},
              {"date", '+', "EUR", "a date and EUR cannot be added"},
              {"EUR", '+', "date", "EUR and a date cannot be added"},
              {"date", '-', "%", "a date and % cannot be subtracted"},
              {"", '*', "date", "a plain number and a date cannot be multiplied"},
              {"date", '*', "date", "a date and a date cannot be multiplied"},
              {"", '*', "", ""},
              {"ratio", '*', "", "ratio"},
              {"", '*', "ratio", "ratio"},
              {"ratio", '*', "ratio", "ratio"},
              {"ratio", '*', "%", "%"},
              {"%", '*', "", "%"},
              {"EUR", '*', "%", "EUR of 100"},
              {"%p", '*', "%", "%p of 100"},
              {"%", '*', "%p", "%p of 100"},
              {"%p", '*', "%p", "%p and %p cannot be multiplied"},
              {"%p", '*', "EUR", "%p and EUR cannot be multiplied"},
              {"%p", '/', "%p", "ratio"},
              {"%", '/', "%p", "% and %p cannot be divided"},
              {"EUR", '/', "ratio", "EUR"},
              {"EUR", '/', "USD", "EUR and USD cannot be divided"},
              {"ratio", '/', "ratio", "ratio"},
              {"ratio", '/', "", "ratio"},
              {"%", '/', "", "%"},
              {"", '/', "%", "a plain number and % cannot be divided"},
              {"date", '/', "date", "a date and a date cannot be divided"},
              {"date", '/', "", "a date and a plain number cannot be divided"},
              {"", '/', "date", "a plain number and a date cannot be divided"}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(result(rows[i].a, rows[i].operation, rows[i].b), rows[i].result) != 0)
      fail_msg("%s %c %s: %s", rows[i].a, rows[i].operation, rows[i].b,
               result(rows[i].a, rows[i].operation, rows[i].b));
}

static void comparison(void **state)
{
  static const struct {
    const char *a, *b;
    int times_a, times_b; /* 0: refused */
  } rows[] = {{"", "", 1, 1},          {"ratio", "", 1, 1},      {"ratio", "%", 100, 1},
              {"%p", "ratio", 1, 100}, {"%", "%", 1, 1},         {"%", "", 0, 0},
              {"%", "%p", 0, 0},       {"EUR", "EUR", 1, 1},     {"EUR", "USD", 0, 0},
              {"EUR", "ratio", 0, 0},  {"date", "date", 1, 1},   {"date", "", 0, 0},
              {"", "%", 0, 0},         {"%p", "", 0, 0},         {"%p", "%", 0, 0},
              {"%p", "%p", 1, 1},      {"ratio", "ratio", 1, 1}, {"", "ratio", 1, 1},
              {"ratio", "%p", 100, 1}, {"%", "ratio", 1, 100},   {"EUR", "", 0, 0},
              {"", "EUR", 0, 0},       {"EUR", "%", 0, 0},       {"%", "EUR", 0, 0},
              {"", "date", 0, 0},      {"date", "EUR", 0, 0}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_unit a = unit(rows[i].a), b = unit(rows[i].b);
    int times_a, times_b;

    pst_error_clear(&error);
    assert_int_equal(pst_unit_compare(&a, &b, &times_a, &times_b, &error), rows[i].times_a != 0);
    if (rows[i].times_a == 0)
      continue;
    assert_int_equal(times_a, rows[i].times_a);
    assert_int_equal(times_b, rows[i].times_b);
  }
  assert_int_equal(pst_unit_scale(pst_text_of("billion")), 9);
  assert_int_equal(pst_unit_scale(pst_text_of("milliard")), 0);
}

/* Of a set, a series or a choice: what B makes of A's unit, or none. */
static void beside(void **state)
{
  static const struct {
    const char *a, *b, *both;
  } rows[] = {{"", "", ""},
              {"", "ratio", "ratio"},
              {"ratio", "", "ratio"},
              {"ratio", "ratio", "ratio"},
              {"%", "%", "%"},
              {"%", "%p", NULL},
              {"%", "ratio", NULL},
              {"ratio", "%", NULL},
              {"", "%", NULL},
              {"EUR", "EUR", "EUR"},
              {"EUR", "USD", NULL},
              {"EUR", "", NULL},
              {"", "EUR", NULL},
              {"ratio", "EUR", NULL},
              {"date", "date", "date"},
              {"date", "", NULL}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_unit a = unit(rows[i].a), b = unit(rows[i].b), both;

    assert_int_equal(pst_unit_beside(&a, &b), rows[i].both != NULL);
    if (rows[i].both == NULL)
      continue;
    both = unit(rows[i].both);
    assert_true(pst_unit_same(&a, &both));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(beside),
      cmocka_unit_test(arithmetic),
      cmocka_unit_test(comparison),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
