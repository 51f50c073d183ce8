/* test_error.c -- the first failure is kept, with its place, its detail and what is put before it. */
#include "base/error.h"
#include "check.h"

#include <string.h>

static void the_first_failure_is_kept(void **state)
{
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_fail_at(&error, PST_BAD_DATA, "a.csv", 7, "%d of %s", 2, "x"), PST_BAD_DATA);
  assert_int_equal(pst_fail(&error, PST_IO, "another"), PST_IO);
  assert_int_equal(error.status, PST_BAD_DATA);
  assert_string_equal(error.file, "a.csv");
  assert_int_equal(error.line, 7);
  assert_string_equal(error.message, "2 of x");
  pst_error_prefix(&error, "%s: ", "b.csv");
  assert_string_equal(error.message, "b.csv: 2 of x");
  pst_error_clear(&error);
  assert_int_equal(error.status, PST_OK);
  assert_string_equal(error.message, "");
  assert_int_equal(pst_fail(NULL, PST_USAGE, "nobody asks"), PST_USAGE);
}

/* Of a detail that is too long, whole lines stay. */
static void a_detail_is_cut_at_a_line(void **state)
{
  struct pst_error error = {.status = PST_OK};
  char lines[2001] = "";

  (void)state;
  for (int i = 0; i < 100; i++)
    strcat(lines, "nineteen characters\n");
  pst_fail_detail(&error, lines);
  assert_string_equal(error.detail, "");
  pst_fail(&error, PST_USAGE, "no");
  pst_fail_detail(&error, lines);
  assert_int_equal(strlen(error.detail), (sizeof error.detail - 1) / 20 * 20);
  assert_int_equal(error.detail[strlen(error.detail) - 1], '\n');
}

/* A refusal is remembered until it is forgiven, even where nobody takes the error. */
static void a_refusal_of_memory_is_remembered(void **state)
{
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_false(pst_error_memory_is_short());
  assert_int_equal(pst_fail_memory(NULL), PST_NO_MEMORY);
  assert_true(pst_error_memory_is_short());
  pst_error_forgive_memory();
  assert_false(pst_error_memory_is_short());
  assert_int_equal(pst_fail_memory(&error), PST_NO_MEMORY);
  assert_string_equal(error.message, "not enough memory");
  assert_true(pst_error_memory_is_short());
  pst_error_forgive_memory();
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_failure_is_kept),
      cmocka_unit_test(a_detail_is_cut_at_a_line),
      cmocka_unit_test(a_refusal_of_memory_is_remembered),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
