/* The parts of one piece of work: in any order, and what is wrong with them. */
#include "check.h"

#include <string.h>

#include "partials.h"
#include "scale/pieces.h"

static struct pst_stamp stamp = {.path = "a.csv", .size = 100};

static enum pst_status open_all(const char *const *paths, size_t n, struct pst_arena *arena,
                                struct pst_pieces *pieces, struct pst_error *error)
{
  *error = (struct pst_error){.status = PST_OK};
  return pst_pieces_open(paths, n, arena, pieces, error);
}

static void in_any_order(void **state)
{
  struct pst_plan plan = plan_of(3, &stamp);
  const char *paths[] = {put_part("p3.pst", &plan, 3, 1, 0, 9),
                         put_part("p1.pst", &plan, 1, 0, 0, 50),
                         put_part("p2.pst", &plan, 2, 0, 50, 100)};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_pieces pieces;
  struct pst_buffer lines = {.size = 0};
  struct pst_error error;
  struct pst_tile *tiles;
  size_t n;

  (void)state;
  assert_int_equal(open_all(paths, 3, &arena, &pieces, &error), PST_OK);
  assert_int_equal(pst_pieces_check(&pieces, &plan, &lines, &n, NULL), PST_OK);
  assert_int_equal(n, 0);
  assert_int_equal(pst_pieces_tiles(&pieces, &arena, &tiles, &n, NULL), PST_OK);
  assert_int_equal(n, 3);
  assert_int_equal(tiles[1].start, 50);
  assert_int_equal(tiles[2].file, 1);
  pst_pieces_say_broken(&pieces, 1, 44, &lines);
  assert_non_null(strstr(pst_buffer_string(&lines),
                         "part 2 of 3 does not begin where the one before "
                         "it stops: polstat trend --part 2/3 "
                         "--part-start 44 -o "));
  pst_pieces_close(&pieces);
  pst_buffer_free(&lines);
  pst_arena_free(&arena);
}

/* A part that begins a file is not told where, for it may have bytes of the file before. */
static void rows_are_asked_for(void **state)
{
  struct pst_plan plan = plan_of(4, &stamp);
  const char *paths[] = {
      put_sums("s1.pst", &plan, 1, 0, 3, 50, "s"), put_sums("s2.pst", &plan, 2, 0, 50, 100, "s"),
      put_sums("s3.pst", &plan, 3, 1, 13, 20, "s"), put_part("s4.pst", &plan, 4, 1, 20, 30)};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_pieces pieces;
  struct pst_buffer lines = {.size = 0};
  struct pst_error error;
  size_t n;

  (void)state;
  assert_int_equal(open_all(paths, 4, &arena, &pieces, &error), PST_OK);
  pst_pieces_say_rows(&pieces, &lines, &n);
  assert_int_equal(n, 3);
  assert_non_null(strstr(pst_buffer_string(&lines), "--part 1/4 --part-rows"));
  assert_non_null(strstr(pst_buffer_string(&lines), "--part 2/4 --part-start 50 --part-rows"));
  assert_non_null(strstr(pst_buffer_string(&lines), "--part 3/4 --part-rows"));
  pst_pieces_close(&pieces);
  pst_buffer_free(&lines);
  pst_arena_free(&arena);
}

/* Two of one file in one, and that with the third, are those of all three at once. */
static void several_in_one(void **state)
{
  struct pst_plan plan = plan_of(3, &stamp);
  const char *paths[] = {put_part("p3.pst", &plan, 3, 1, 0, 9),
                         put_part("p1.pst", &plan, 1, 0, 0, 50),
                         put_part("p2.pst", &plan, 2, 0, 50, 100)};
  const char *some = file_path("some.pst"), *all = file_path("all.pst"),
             *once = file_path("once.pst");
  const char *rest[] = {some, paths[2]};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_pieces pieces;
  struct pst_error error;
  struct pst_partial a, b;

  (void)state;
  assert_int_equal(open_all(paths, 2, &arena, &pieces, &error), PST_OK);
  assert_int_equal(pst_pieces_write(&pieces, &arena, some, NULL), PST_OK);
  pst_pieces_close(&pieces);
  assert_int_equal(open_all(rest, 2, &arena, &pieces, &error), PST_OK);
  assert_int_equal(pst_pieces_write(&pieces, &arena, all, NULL), PST_OK);
  pst_pieces_close(&pieces);
  assert_int_equal(open_all(paths, 3, &arena, &pieces, &error), PST_OK);
  assert_int_equal(pst_pieces_write(&pieces, &arena, once, NULL), PST_OK);
  pst_pieces_close(&pieces);
  assert_int_equal(pst_partial_open(all, &arena, &a, NULL), PST_OK);
  assert_int_equal(pst_partial_open(once, &arena, &b, NULL), PST_OK);
  assert_int_equal(a.all.size, b.all.size);
  assert_memory_equal(a.all.data, b.all.data, a.all.size);
  assert_false(a.parts[0].alone);
  pst_partial_close(&a);
  pst_partial_close(&b);
  pst_arena_free(&arena);
}

static void check_lines(const char *const *paths, size_t n_paths, const struct pst_plan *now,
                        const char *const *want, size_t n_want)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_pieces pieces;
  struct pst_buffer lines = {.size = 0};
  struct pst_error error;
  const char *at;
  size_t n;

  assert_int_equal(open_all(paths, n_paths, &arena, &pieces, &error), PST_OK);
  assert_int_equal(pst_pieces_check(&pieces, now, &lines, &n, NULL), PST_OK);
  assert_int_equal(n, n_want);
  at = pst_buffer_string(&lines);
  for (size_t i = 0; i < n; i++, at = strchr(at, '\n') + 1) {
    size_t size = strcspn(at, "\n");

    assert_true(size >= strlen(want[i]));
    assert_memory_equal(at, want[i], strlen(want[i]));
  }
  assert_string_equal(at, "");
  pst_pieces_close(&pieces);
  pst_buffer_free(&lines);
  pst_arena_free(&arena);
}

static void what_is_to_be_made(void **state)
{
  struct pst_stamp changed = {.path = "a.csv", .size = 101};
  struct pst_plan plan = plan_of(12, &stamp), now = plan_of(12, &changed), two = plan_of(2, &stamp);
  const char *paths[] = {put_part("p09.pst", &plan, 9, 0, 0, 50)};
  const char *meet[] = {put_part("one.pst", &two, 1, 0, 0, 52),
                        put_part("two.pst", &two, 2, 0, 50, 100)};
  static const char *const missing[] = {"part 1 of 12 is missing: polstat trend --part 1/12 -o ",
                                        "part 2 of 12 is missing: ",
                                        "part 3 of 12 is missing: ",
                                        "part 4 of 12 is missing: ",
                                        "part 5 of 12 is missing: ",
                                        "part 6 of 12 is missing: ",
                                        "part 7 of 12 is missing: ",
                                        "part 8 of 12 is missing: ",
                                        "part 10 of 12 is missing: ",
                                        "part 11 of 12 is missing: ",
                                        "part 12 of 12 is missing: "};
  static const char *const stale[] = {
      "part 1 of 2 was made of another a.csv: polstat trend --part 1/2 -o ",
      "part 2 of 2 was made of another a.csv: "};
  static const char *const broken[] = {
      "part 2 of 2 does not begin where the one before it stops: polstat trend --part 2/2 "
      "--part-start 52 -o "};

  (void)state;
  check_lines(paths, 1, &plan, missing, 11);
  now.n = 2;
  check_lines(meet, 2, &now, stale, 2);
  check_lines(meet, 2, &two, broken, 1);
}

/* As the files of the others are called, with as many digits. */
static void how_a_missing_part_is_called(void **state)
{
  struct pst_plan plan = plan_of(2, &stamp);
  const char *paths[] = {put_part("run7-part01.pst", &plan, 1, 0, 0, 50)};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_pieces pieces;
  struct pst_buffer lines = {.size = 0};
  struct pst_error error;
  size_t n;

  (void)state;
  assert_int_equal(open_all(paths, 1, &arena, &pieces, &error), PST_OK);
  assert_int_equal(pst_pieces_check(&pieces, &plan, &lines, &n, NULL), PST_OK);
  assert_non_null(strstr(pst_buffer_string(&lines), "/run7-part02.pst a.csv b.csv\n"));
  pst_pieces_close(&pieces);
  pst_buffer_free(&lines);
  pst_arena_free(&arena);
}

/* Parts in memory are as those in files; what is to be made is told by number too. */
static void in_memory(void **state)
{
  struct pst_plan plan = plan_of(2, &stamp);
  const struct pst_tile tiles[] = {{.file = 0, .start = 0, .stop = 50, .rows = {"rows", 4}},
                                   {.file = 0, .start = 44, .stop = 100, .rows = {"more", 4}}};
  struct pst_buffer bytes[2] = {{.size = 0}}, lines = {.size = 0};
  struct pst_text packed[2];
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_pieces pieces;
  struct pst_error error = {.status = PST_OK};
  size_t n;

  (void)state;
  for (size_t i = 0; i < 2; i++) {
    pst_part_pack(2 - i, &tiles[1 - i], 1, (struct pst_text){"", 0}, &bytes[i]);
    packed[i] = (struct pst_text){bytes[i].data, bytes[i].size};
  }
  assert_int_equal(pst_pieces_of(packed, 2, &plan, &arena, &pieces, NULL), PST_OK);
  assert_int_equal(pieces.parts[0]->k, 1);
  assert_int_equal(pst_pieces_check(&pieces, &plan, &lines, &n, NULL), PST_OK);
  assert_int_equal(n, 1);
  assert_int_equal(pieces.n_demands, 1);
  assert_int_equal(pieces.demands[0].k, 2);
  assert_true(pieces.demands[0].has_start);
  assert_int_equal(pieces.demands[0].start, 50);
  assert_false(pieces.demands[0].rows);
  pst_pieces_close(&pieces);
  packed[1].size--;
  assert_int_equal(pst_pieces_of(packed, 2, &plan, &arena, &pieces, &error), PST_BAD_DATA);
  assert_string_equal(error.message, "a part of the input came here damaged");
  pst_pieces_close(&pieces);
  for (size_t i = 0; i < 2; i++)
    pst_buffer_free(&bytes[i]);
  pst_buffer_free(&lines);
  pst_arena_free(&arena);
}

static void check_refused(const char *a, const char *b, const char *message)
{
  const char *paths[] = {a, b};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_pieces pieces;
  struct pst_error error;

  assert_int_equal(open_all(paths, 2, &arena, &pieces, &error), PST_BAD_DATA);
  assert_non_null(strstr(error.message, message));
  pst_pieces_close(&pieces);
  pst_arena_free(&arena);
}

static void what_does_not_go_together(void **state)
{
  struct pst_plan plan = plan_of(2, &stamp), other = plan_of(3, &stamp);
  const char *first = put_part("p1.pst", &plan, 1, 0, 0, 50);

  (void)state;
  check_refused(first, put_part("q1.pst", &plan, 1, 0, 0, 50),
                "both have part 1 of 2; name one of them");
  check_refused(first, put_part("q2.pst", &other, 2, 0, 0, 50),
                "are not parts of one piece of work: they have the numbers of parts 2 and 3");
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(in_any_order),
                                     cmocka_unit_test(rows_are_asked_for),
                                     cmocka_unit_test(several_in_one),
                                     cmocka_unit_test(what_is_to_be_made),
                                     cmocka_unit_test(how_a_missing_part_is_called),
                                     cmocka_unit_test(in_memory),
                                     cmocka_unit_test(what_does_not_go_together)};

  return cmocka_run_group_tests_name("pieces", tests, NULL, NULL);
}
