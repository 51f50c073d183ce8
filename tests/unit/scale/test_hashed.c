/* Files that were hashed once are not hashed again while they stay as they are. */
#include "check.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "partials.h"
#include "scale/hashed.h"
#include "scale/pieces.h"

static void a_key_is_of_files(void **state)
{
  const char *both[] = {file_text("h1.pst", "one"), file_text("h2.pst", "two")};
  const char *swapped[] = {both[1], both[0]}, *absent[] = {both[0], "absent.pst"};
  char key[PST_HASHED_SIZE], other[PST_HASHED_SIZE];

  (void)state;
  pst_hashed_key(both, 2, key);
  assert_int_equal(strlen(key), PST_HASHED_SIZE - 1);
  pst_hashed_key(both, 2, other);
  assert_string_equal(key, other);
  pst_hashed_key(both, 1, other);
  assert_string_not_equal(key, other);
  pst_hashed_key(swapped, 2, other);
  assert_string_not_equal(key, other);
  pst_hashed_key(absent, 2, other);
  assert_string_equal(other, "");
  assert_false(pst_hashed_noted(""));
  assert_false(pst_hashed_noted(key));
  assert_true(pst_hashed_note(key));
  assert_true(pst_hashed_noted(key));
  assert_int_equal(chmod(both[1], 0600), 0);
  pst_hashed_key(both, 2, other);
  assert_false(pst_hashed_noted(other));
}

/* A file that is torn behind its hash is found out, but for whoever was told that it is whole. */
static void told_is_believed(void **state)
{
  struct pst_stamp stamp = {.path = "a.csv", .size = 20};
  struct pst_plan plan = plan_of(1, &stamp);
  const char *path = put_part("told.pst", &plan, 1, 0, 0, 20);
  struct pst_arena arena = {0};
  struct pst_pieces pieces;
  struct pst_error error = {.status = PST_OK};
  struct stat about;

  (void)state;
  assert_int_equal(stat(path, &about), 0);
  assert_int_equal(truncate(path, about.st_size - 1), 0);
  assert_int_equal(pst_pieces_open(&path, 1, &arena, &pieces, &error), PST_BAD_DATA);
  pst_pieces_close(&pieces);
  assert_int_equal(truncate(path, about.st_size), 0); /* its last byte is another one now, or 0 */
  pst_hashed_key(&path, 1, pieces.hashed);
  assert_true(pst_hashed_note(pieces.hashed));
  assert_int_equal(pst_pieces_open(&path, 1, &arena, &pieces, NULL), PST_OK);
  assert_int_equal(pieces.n_parts, 1);
  pst_pieces_close(&pieces);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_key_is_of_files),
                                     cmocka_unit_test(told_is_believed)};

  return cmocka_run_group_tests_name("hashed", tests, NULL, NULL);
}
