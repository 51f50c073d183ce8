#include "check.h"

#include "table/columns.h"

static const char *const names[] = {"year", "Oda", "#1", "oda", "year", "net oda, USD"};
enum { N = sizeof names / sizeof *names };

static void by_name_or_place(void **state)
{
  size_t field;

  (void)state;
  assert_int_equal(pst_columns_find(names, N, "oda", &field), PST_COLUMNS_ONE);
  assert_int_equal(field, 3);
  assert_int_equal(pst_columns_find(names, N, "net oda, USD", &field), PST_COLUMNS_ONE);
  assert_int_equal(field, 5);
  assert_int_equal(pst_columns_find(names, N, "year", &field), PST_COLUMNS_SEVERAL);
  assert_int_equal(field, 0);
  assert_int_equal(pst_columns_find(names, N, "#1", &field), PST_COLUMNS_ONE);
  assert_int_equal(field, 2); /* a column of that name goes before the place */
  assert_int_equal(pst_columns_find(names, N, "#6", &field), PST_COLUMNS_ONE);
  assert_int_equal(field, 5);
  assert_int_equal(pst_columns_find(names, N, "#7", &field), PST_COLUMNS_NONE);
  assert_int_equal(pst_columns_find(names, N, "#0", &field), PST_COLUMNS_NONE);
  assert_int_equal(pst_columns_find(names, N, "#6x", &field), PST_COLUMNS_NONE);
  assert_int_equal(pst_columns_find(names, N, "#", &field), PST_COLUMNS_NONE);
  assert_int_equal(pst_columns_find(names, N, "#99999999999999999999", &field), PST_COLUMNS_NONE);
  assert_int_equal(pst_columns_find(names, 0, "year", &field), PST_COLUMNS_NONE);
}

static void refuses(size_t n, const char *name, const char *message)
{
  struct pst_error error = {.status = PST_OK};
  size_t field;

  assert_int_equal(pst_columns_resolve(names, n, name, "a.csv", &field, &error), PST_USAGE);
  assert_string_equal(error.message, message);
}

static void what_is_not_there(void **state)
{
  (void)state;
  refuses(N, "yaer", "a.csv has no column 'yaer'; did you mean 'year'?");
  refuses(2, "population", "a.csv has no column 'population'; its columns are year, Oda");
  refuses(N, "year", "a.csv has two columns 'year', fields 1 and 5; write #1 or #5");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_name_or_place),
      cmocka_unit_test(what_is_not_there),
  };

  return cmocka_run_group_tests_name("columns", tests, NULL, NULL);
}
