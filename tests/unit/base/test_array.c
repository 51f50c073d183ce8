#include "check.h"

#include <stdlib.h>

#include "base/array.h"

static void room_doubles(void **state)
{
  static const size_t want[] = {16, 32, 64};
  size_t capacity = 0, changes = 0;
  int *items = NULL;

  (void)state;
  for (size_t n = 0; n < 64; n++) {
    size_t before = capacity;

    assert_true(PST_ARRAY_ROOM(items, capacity, n + 1));
    if (capacity != before)
      assert_int_equal(capacity, want[changes++]);
    items[n] = (int)n * 3;
  }
  assert_int_equal(changes, 3);
  for (size_t n = 0; n < 64; n++)
    assert_int_equal(items[n], n * 3);
  free(items);
}

static void room_for_many_at_once(void **state)
{
  size_t capacity = 0;
  double *items = NULL;

  (void)state;
  assert_true(PST_ARRAY_ROOM(items, capacity, 0));
  assert_null(items);
  assert_true(PST_ARRAY_ROOM(items, capacity, 1000));
  assert_int_equal(capacity, 1000);
  items[999] = 1;
  assert_true(PST_ARRAY_ROOM(items, capacity, 1001));
  assert_int_equal(capacity, 2000);
  assert_close(items[999], 1, 0, 0);
  free(items);
}

static void next_capacity(void **state)
{
  (void)state;
  assert_int_equal(pst_array_next(0, 1), 8);
  assert_int_equal(pst_array_next(3, 4), 8);
  assert_int_equal(pst_array_next(8, 9), 16);
  assert_int_equal(pst_array_next(8, 100), 100);
  assert_int_equal(pst_array_next(SIZE_MAX / 2, 1), SIZE_MAX - 1);
  assert_int_equal(pst_array_next(SIZE_MAX / 2 + 1, 1), SIZE_MAX);
  assert_int_equal(pst_array_next(0, SIZE_MAX), SIZE_MAX);
}

/* What cannot be told in bytes is refused, and nothing changes. */
static void overflow(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  size_t capacity = 0, kept = 0;
  double *items = NULL, *in_arena = NULL;

  (void)state;
  assert_true(PST_ARRAY_ROOM(items, capacity, 2));
  items[1] = 5;
  assert_false(PST_ARRAY_ROOM(items, capacity, SIZE_MAX));
  assert_false(PST_ARRAY_ROOM(items, capacity, SIZE_MAX / sizeof *items + 1));
  assert_false(PST_ARRAY_RESIZE(items, SIZE_MAX / 2, 3));
  assert_false(PST_ARRAY_RESIZE(items, SIZE_MAX / 2, 1));
  assert_int_equal(capacity, 8);
  assert_close(items[1], 5, 0, 0);
  assert_false(PST_ARRAY_ROOM_IN(&arena, in_arena, kept, SIZE_MAX / sizeof *items + 1));
  assert_int_equal(kept, 0);
  assert_null(in_arena);
  free(items);
  pst_arena_free(&arena);
}

static void exact_sizes(void **state)
{
  char *items = NULL;

  (void)state;
  assert_true(PST_ARRAY_RESIZE(items, 0, 7));
  assert_non_null(items);
  assert_true(PST_ARRAY_RESIZE(items, 7, 0));
  assert_true(PST_ARRAY_RESIZE(items, 3, 7));
  items[20] = 'x';
  assert_true(PST_ARRAY_RESIZE(items, 21, 1));
  assert_int_equal(items[20], 'x');
  free(items);
}

/* The array before stays where it was: others may point into it. */
static void in_an_arena(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  const char **items = NULL, **before;
  size_t capacity = 0;

  (void)state;
  assert_true(PST_ARRAY_ROOM_IN(&arena, items, capacity, 1));
  items[0] = "first";
  before = items;
  assert_true(PST_ARRAY_ROOM_IN(&arena, items, capacity, 8));
  assert_ptr_equal(items, before);
  assert_true(PST_ARRAY_ROOM_IN(&arena, items, capacity, 9));
  assert_int_equal(capacity, 16);
  assert_ptr_not_equal(items, before);
  assert_string_equal(items[0], "first");
  assert_string_equal(before[0], "first");
  assert_null(items[15]);
  pst_arena_free(&arena);
}

int main(void)
{
  static const struct CMUnitTest tests[] = {
      cmocka_unit_test(room_doubles),  cmocka_unit_test(room_for_many_at_once),
      cmocka_unit_test(next_capacity), cmocka_unit_test(overflow),
      cmocka_unit_test(exact_sizes),   cmocka_unit_test(in_an_arena),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
