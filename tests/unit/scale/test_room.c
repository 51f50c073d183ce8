/* Whether rows fit into the memory that is left. */
#include "check.h"

#include <limits.h>
#include <sys/resource.h>

#include "scale/room.h"

/* No more than this process may have at all. */
static void a_limit_counts(void **state)
{
  struct rlimit before, limit;
  unsigned long long left = pst_room_left();

  (void)state;
  assert_true(left > 1024 * 1024);
  assert_int_equal(getrlimit(RLIMIT_AS, &before), 0);
  limit = (struct rlimit){.rlim_cur = 1ULL << 30, .rlim_max = before.rlim_max};
  assert_int_equal(setrlimit(RLIMIT_AS, &limit), 0);
  left = pst_room_left();
  assert_int_equal(setrlimit(RLIMIT_AS, &before), 0);
  assert_true(left < 1ULL << 30);
}

static void what_does_not_fit(void **state)
{
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_room_check(5, 5, "rank 0", &error), PST_OK);
  assert_int_equal(pst_room_check(ULLONG_MAX, ULLONG_MAX, "rank 0", &error), PST_OK);
  assert_int_equal(pst_room_check(3ULL << 30, 1ULL << 30, "rank 0", &error), PST_IO);
  assert_string_equal(error.message,
                      "the rows of all groups come to 3072 MB, and rank 0 has 1024 MB of memory "
                      "left: --aggregate keeps what they come to, and fewer columns, or --where, "
                      "fewer of them; else take a machine with more memory (srun --mem)");
}

/* The table, and beside it what was sent, or what is computed of each row. */
static void what_rows_take(void **state)
{
  (void)state;
  assert_int_equal(pst_room_of_rows(0, 0), 0);
  assert_int_equal(pst_room_of_rows(1000, 10), 2500);
  assert_int_equal(pst_room_of_rows(1000, 20), 1500 + 20 * PST_ROOM_OF_A_ROW);
  assert_true(pst_room_of_rows(ULLONG_MAX / 2, 1) == ULLONG_MAX);
  assert_true(pst_room_of_rows(1, ULLONG_MAX / 2) == ULLONG_MAX);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_limit_counts),
                                     cmocka_unit_test(what_does_not_fit),
                                     cmocka_unit_test(what_rows_take)};

  return cmocka_run_group_tests_name("room", tests, NULL, NULL);
}
