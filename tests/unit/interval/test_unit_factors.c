#include "check.h"

#include "interval/unit.h"

static struct pst_arena arena;

static struct pst_unit word(const char *text)
{
  return (struct pst_unit){.kind = PST_UNIT_WORD, .word = pst_text_of(text)};
}

/* WANT: what it prints as; NULL: refused. */
static void check_quotient(const char *a, const char *b, const char *want)
{
  struct pst_unit over = word(a), under = word(b), out;
  struct pst_error error;

  pst_error_clear(&error);
  assert_int_equal(pst_unit_quotient(&arena, &over, &under, &out, &error), want != NULL);
  if (want == NULL)
    assert_int_equal(error.status, PST_USAGE);
  else
    assert_string_equal(pst_unit_print(&arena, &out), want);
}

static void check_product(const char *a, const char *b, const char *want)
{
  struct pst_unit left = word(a), right = word(b), out;
  struct pst_error error;

  pst_error_clear(&error);
  assert_int_equal(pst_unit_product(&arena, &left, &right, &out, &error), want != NULL);
  if (want != NULL)
    assert_string_equal(pst_unit_print(&arena, &out), want);
  else
    assert_string_equal(error.message, "EUR and papers cannot be multiplied");
}

static void quotients(void **state)
{
  (void)state;
  check_quotient("EUR", "person", "EUR/person");
  check_quotient("JPY", "JPY/USD", "USD");
  check_quotient("US dollars", "person", "US dollars/person");
  check_quotient("EUR/person", "EUR/person", "ratio");
  check_quotient("EUR/person", "person", "EUR/person/person");
  check_quotient("EUR", "EUR*person", "1/person");
  check_quotient("a", "b/c/d", "a*c*d/b");
  check_quotient("a*b*c*d*e", "f*g*h*i", "a*b*c*d*e/f/g/h/i");
  check_quotient("a*b*c*d*e*f*g*h", "1/i", NULL);
}

static void products(void **state)
{
  (void)state;
  check_product("EUR/person", "person", "EUR");
  check_product("person", "EUR/person", "EUR");
  check_product("USD", "JPY/USD", "JPY");
  check_product("USD/JPY", "JPY/USD", "");
  check_product("EUR", "papers", NULL);
}

static void scales(void **state)
{
  struct pst_unit people = word("person"), head = word("EUR/person"), out;
  struct pst_error error;

  (void)state;
  people.scale = 6;
  assert_true(pst_unit_product(&arena, &people, &head, &out, &error));
  assert_string_equal(pst_unit_print(&arena, &out), "million EUR");
  head.scale = 6;
  assert_true(pst_unit_quotient(&arena, &head, &people, &out, &error));
  assert_int_equal(out.scale, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(quotients),
      cmocka_unit_test(products),
      cmocka_unit_test(scales),
  };
  int failed = cmocka_run_group_tests_name("unit_factors", tests, NULL, NULL);

  pst_arena_free(&arena);
  return failed;
}
