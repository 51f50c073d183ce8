#include "check.h"

#include <string.h>

#include "notebook/run/child.h"

static void run(const char *script, double timeout, struct pst_child_result *result)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  const char *const arguments[] = {"sh", "-c", script, NULL};
  const struct pst_child child = {.arguments = arguments,
                                  .folder = "/",
                                  .environment = pst_child_environment(&arena),
                                  .timeout = timeout};
  struct pst_error error = {.status = PST_OK};

  assert_int_equal(pst_child_run(&child, result, &error), PST_OK);
  pst_arena_free(&arena);
}

static void what_it_prints(void **state)
{
  struct pst_child_result result;

  (void)state;
  run("pwd; echo b >&2; cat; exit 3", 60, &result);
  assert_string_equal(pst_buffer_string(&result.output), "/\n");
  assert_string_equal(pst_buffer_string(&result.complaints), "b\n");
  assert_int_equal(result.code, 3);
  assert_false(result.late);
  pst_child_free(&result);
  run("kill -9 $$", 60, &result);
  assert_int_equal(result.code, 137);
  pst_child_free(&result);
  run("printf '%s %s %s' $LC_ALL $NO_COLOR $COLUMNS", 60, &result);
  assert_string_equal(pst_buffer_string(&result.output), "C.UTF-8 1 80");
  pst_child_free(&result);
}

static void what_does_not_end(void **state)
{
  struct pst_child_result result;

  (void)state;
  run("echo a; sleep 600 & sleep 600", 0.2, &result);
  assert_true(result.late);
  assert_string_equal(pst_buffer_string(&result.output), "a\n");
  pst_child_free(&result);
  run("yes", 60, &result);
  assert_true(result.flooded);
  pst_child_free(&result);
}

static void what_is_left_running(void **state)
{
  struct pst_child_result result;

  (void)state;
  run("sleep 600 & echo $!", 60, &result);
  assert_false(result.late);
  assert_int_equal(result.code, 0);
  pst_child_free(&result);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_it_prints),
      cmocka_unit_test(what_does_not_end),
      cmocka_unit_test(what_is_left_running),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
