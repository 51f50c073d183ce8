/* A partial file is read as it was written, and not at all when a byte of it is gone or another one. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "partials.h"

static void what_was_written(void **state)
{
  struct pst_stamp stamp = {.path = "a.csv", .size = 100};
  struct pst_plan plan = plan_of(3, &stamp);
  const char *path = put_part("p2.pst", &plan, 2, 1, 10, 50);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_partial partial;

  (void)state;
  assert_int_equal(pst_partial_open(path, &arena, &partial, NULL), PST_OK);
  assert_string_equal(partial.plan.program, "polstat-trend");
  assert_int_equal(partial.n_parts, 1);
  assert_int_equal(partial.parts[0].k, 2);
  assert_true(partial.parts[0].alone);
  assert_int_equal(partial.parts[0].n_tiles, 1);
  assert_int_equal(partial.parts[0].tiles[0].file, 1);
  assert_int_equal(partial.parts[0].tiles[0].stop, 50);
  assert_int_equal(partial.parts[0].tiles[0].lines, 3);
  assert_int_equal(partial.parts[0].tiles[0].rows.size, 4);
  pst_partial_close(&partial);
  pst_arena_free(&arena);
}

static void check_refused(const char *data, size_t size, const char *message)
{
  const char *path = file_put("bad.pst", data, size);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  struct pst_partial partial;

  assert_int_equal(pst_partial_open(path, &arena, &partial, &error), PST_BAD_DATA);
  assert_string_equal(error.file, path);
  assert_string_equal(error.message, message);
  pst_arena_free(&arena);
}

static void what_is_torn(void **state)
{
  static const char none[] = "this is no partial file, which --part writes";
  static const char cut[] = "this partial file is cut or damaged; make it again";
  struct pst_stamp stamp = {.path = "a.csv", .size = 100};
  struct pst_plan plan = plan_of(3, &stamp);
  const char *path = put_part("p2.pst", &plan, 2, 1, 10, 50);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_partial partial;
  char *data;
  size_t size;

  (void)state;
  assert_int_equal(pst_partial_open(path, &arena, &partial, NULL), PST_OK);
  size = partial.all.size;
  data = malloc(size);
  memcpy(data, partial.all.data, size);
  pst_partial_close(&partial);
  for (size_t n = 0; n < size; n++)
    check_refused(data, n, n < 48 ? none : cut);
  for (size_t i = 0; i < size; i++) {
    data[i] ^= 1;
    check_refused(data, size, i < 8 ? none : cut);
    data[i] ^= 1;
  }
  free(data);
  pst_arena_free(&arena);
}

/* Whole, and still no part: its number or its file is none of the plan's. */
static void what_is_foreign(void **state)
{
  static const char foreign[] =
      "this is a partial file of another kind, perhaps of another version; "
      "make it again";
  struct pst_stamp stamp = {.path = "a.csv", .size = 100};
  struct pst_plan plan = plan_of(3, &stamp);
  const char *paths[] = {put_part("p4.pst", &plan, 4, 1, 10, 50),
                         put_part("p0.pst", &plan, 0, 1, 10, 50),
                         put_part("file.pst", &plan, 2, 2, 10, 50)};

  (void)state;
  for (size_t i = 0; i < 3; i++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_error error = {.status = PST_OK};
    struct pst_partial partial;

    assert_int_equal(pst_partial_open(paths[i], &arena, &partial, &error), PST_BAD_DATA);
    assert_string_equal(error.message, foreign);
    pst_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_was_written),
                                     cmocka_unit_test(what_is_torn),
                                     cmocka_unit_test(what_is_foreign)};

  return cmocka_run_group_tests_name("part_file", tests, NULL, NULL);
}
