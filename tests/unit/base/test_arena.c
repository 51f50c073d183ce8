#include "check.h"

#include <string.h>

#include "base/arena.h"

/* What was given back is used again where there was room for all of it. */
static void room_is_used_again(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  char *first = NULL;

  (void)state;
  assert_non_null(pst_arena_alloc(&arena, 100));
  assert_true(pst_arena_room(&arena, 5000000));
  for (int i = 0; i < 5; i++) {
    struct pst_arena_mark mark = pst_arena_mark(&arena);
    char *one = pst_arena_alloc(&arena, 2000000), *two = pst_arena_alloc(&arena, 2500000);

    assert_non_null(one);
    assert_non_null(two);
    memset(one, 1, 2000000);
    memset(two, 2, 2500000);
    assert_int_equal(one[1999999], 1);
#ifndef PST_ARENA_PIECES
    assert_true(first == NULL || one == first);
    assert_true(two > one);
#endif
    first = one;
    pst_arena_release(&arena, mark);
  }
  pst_arena_free(&arena);
}

static void what_has_room_asks_for_none(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  assert_true(pst_arena_room(&arena, 1000));
#ifndef PST_ARENA_PIECES
  {
    struct pst_arena_mark before = pst_arena_mark(&arena);

    assert_true(pst_arena_room(&arena, 1000));
    assert_ptr_equal(pst_arena_mark(&arena).chunk, before.chunk);
  }
#endif
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(room_is_used_again),
      cmocka_unit_test(what_has_room_asks_for_none),
  };

  return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
