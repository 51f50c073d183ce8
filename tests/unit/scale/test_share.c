/* K of N, said or by Slurm, and the bytes that are its own. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "scale/share.h"

static void slurm(const char *name, const char *value)
{
  if (value == NULL)
    unsetenv(name);
  else
    setenv(name, value, 1);
}

static void task(const char *id, const char *least, const char *most, const char *step,
                 const char *count)
{
  slurm("SLURM_ARRAY_TASK_ID", id);
  slurm("SLURM_ARRAY_TASK_MIN", least);
  slurm("SLURM_ARRAY_TASK_MAX", most);
  slurm("SLURM_ARRAY_TASK_STEP", step);
  slurm("SLURM_ARRAY_TASK_COUNT", count);
}

static void check_read(const char *text, size_t k, size_t n)
{
  struct pst_share share;

  assert_int_equal(pst_share_read(text, &share, NULL), PST_OK);
  assert_int_equal(share.k, k);
  assert_int_equal(share.n, n);
}

static void check_refused(const char *text, const char *message)
{
  struct pst_share share;
  struct pst_error error = {.status = PST_OK};

  assert_int_equal(pst_share_read(text, &share, &error), PST_USAGE);
  assert_string_equal(error.message, message);
}

static void which_part(void **state)
{
  (void)state;
  check_read("3/12", 3, 12);
  check_read("1/1", 1, 1);
  check_refused("3", "'3' is not K/N, the Kth of N parts, such as 3/12, nor slurm or slurm/N");
  check_refused("3/", "'3/' is not K/N, the Kth of N parts, such as 3/12, nor slurm or slurm/N");
  check_refused("-1/3",
                "'-1/3' is not K/N, the Kth of N parts, such as 3/12, nor slurm or slurm/N");
  check_refused("0/3", "there is no part 0 of 3; parts are 1/N to N/N, N up to 1000000");
  check_refused("4/3", "there is no part 4 of 3; parts are 1/N to N/N, N up to 1000000");
  check_read("1000000/1000000", 1000000, 1000000);
  check_refused("1/1000001",
                "there is no part 1 of 1000001; parts are 1/N to N/N, N up to 1000000");
  check_refused("1/999999999",
                "there is no part 1 of 999999999; parts are 1/N to N/N, N up to 1000000");
  check_refused("0000000001/2", "'0000000001/2' is not K/N, the Kth of N parts, such as 3/12, nor "
                                "slurm or slurm/N");
  check_read("000000001/2", 1, 2);
  check_refused("0000000000000001/2", "'0000000000000001/2' is not K/N, the Kth of N parts, such "
                                      "as 3/12, nor slurm or slurm/N");
}

static void which_task(void **state)
{
  (void)state;
  task(NULL, NULL, NULL, NULL, NULL);
  slurm("SLURM_PROCID", NULL);
  slurm("SLURM_NTASKS", NULL);
  check_refused("slurm",
                "this is no task of Slurm: neither SLURM_ARRAY_TASK_ID nor SLURM_PROCID is "
                "set; say the part as K/N");
  task("3", "1", "12", "1", "12");
  check_read("slurm", 3, 12);
  task("6", "0", "9", "3", "4");
  check_read("slurm", 3, 4);
  task("3", "3", "7", "1", "2");
  check_refused("slurm", "the numbers of this job array are no range; with --array=3,7 say of how "
                         "many parts: --part slurm/N");
  check_read("slurm/12", 3, 12);
  check_refused("slurm/", "'slurm/' does not say of how many parts: slurm/12");
  check_refused("slurm/2", "there is no part 3 of 2; parts are 1/N to N/N, N up to 1000000");
  task("3", NULL, NULL, NULL, NULL);
  check_refused("slurm", "SLURM_ARRAY_TASK_ID is set, and SLURM_ARRAY_TASK_MIN and _MAX are not as "
                         "in a job array; say the part as K/N");
  task(NULL, NULL, NULL, NULL, NULL);
  slurm("SLURM_PROCID", "0");
  slurm("SLURM_NTASKS", "7");
  check_read("slurm", 1, 7);
  check_read("slurm/9", 1, 9);
}

/* Slurm says no step where it is 1; the first and the last of a range belong to it. */
static void ends_of_a_job_array(void **state)
{
  static const char outside[] = "SLURM_ARRAY_TASK_ID is set, and SLURM_ARRAY_TASK_MIN and _MAX are "
                                "not as in a job array; say the part as K/N";

  (void)state;
  task("3", "1", "12", NULL, NULL);
  check_read("slurm", 3, 12);
  task("3", "1", "12", "0", NULL);
  check_read("slurm", 3, 12);
  task("1", "1", "12", NULL, "12");
  check_read("slurm", 1, 12);
  task("12", "1", "12", NULL, "12");
  check_read("slurm", 12, 12);
  task("13", "1", "12", NULL, NULL);
  check_refused("slurm", outside);
  task("0", "1", "12", NULL, NULL);
  check_refused("slurm", outside);
  task("3", NULL, "12", NULL, NULL);
  check_refused("slurm", outside);
  task("3", "1", NULL, NULL, NULL);
  check_refused("slurm", outside);
  task("4", "0", "9", "3", NULL);
  check_refused("slurm", "the numbers of this job array are no range; with --array=3,7 say of how "
                         "many parts: --part slurm/N");
  task(NULL, NULL, NULL, NULL, NULL);
  slurm("SLURM_PROCID", "6");
  slurm("SLURM_NTASKS", NULL);
  check_refused("slurm", "this is no task of Slurm: neither SLURM_ARRAY_TASK_ID nor SLURM_PROCID "
                         "is set; say the part as K/N");
  check_read("slurm/7", 7, 7);
  slurm("SLURM_PROCID", NULL);
}

/* The ranges of all parts are the bytes of all files, once, and each file begins in one of them. */
static void all_parts_are_all_bytes(void **state)
{
  const char *paths[] = {file_put("a", "0123456789", 10), file_put("b", "", 0),
                         file_put("c", "0123456", 7), file_put("d", "", 0)};
  static const unsigned long long sizes[] = {10, 0, 7, 0};

  (void)state;
  for (size_t n = 1; n <= 30; n++) {
    unsigned long long next[4] = {0};
    size_t begins[4] = {0};

    for (size_t k = 1; k <= n; k++) {
      const struct pst_share share = {.k = k, .n = n};
      struct pst_arena arena = PST_ARENA_EMPTY;
      struct pst_tile_range *ranges;
      size_t n_ranges;

      assert_int_equal(pst_share_ranges(&share, paths, 4, &arena, &ranges, &n_ranges, NULL),
                       PST_OK);
      for (size_t r = 0; r < n_ranges; r++) {
        size_t f = ranges[r].file;

        assert_int_equal(ranges[r].from, next[f]);
        assert_int_equal(ranges[r].size, sizes[f]);
        assert_true(!ranges[r].begins || ranges[r].from == 0);
        next[f] = ranges[r].until;
        begins[f] += ranges[r].begins;
      }
      pst_arena_free(&arena);
    }
    for (size_t f = 0; f < 4; f++) {
      assert_int_equal(next[f], sizes[f]);
      assert_int_equal(begins[f], 1);
    }
  }
}

static void how_many_bytes(void **state)
{
  const char *paths[] = {file_put("a", "0123456789", 10), file_put("c", "0123456", 7), "-"};
  unsigned long long bytes;

  (void)state;
  assert_int_equal(pst_share_bytes(paths, 2, &bytes, NULL), PST_OK);
  assert_int_equal(bytes, 17);
  assert_int_equal(pst_share_bytes(paths, 3, &bytes, NULL), PST_USAGE);
  paths[0] = "/nowhere/a.csv";
  assert_int_equal(pst_share_bytes(paths, 1, &bytes, NULL), PST_IO);
}

static void check_no_ranges(const char *path, unsigned long long start, enum pst_status status,
                            const char *message)
{
  const struct pst_share share = {.k = 2, .n = 2, .has_start = true, .start = start};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  struct pst_tile_range *ranges;
  size_t n;

  assert_int_equal(pst_share_ranges(&share, &path, 1, &arena, &ranges, &n, &error), status);
  assert_string_equal(error.message, message);
  pst_arena_free(&arena);
}

static void what_cannot_be_shared(void **state)
{
  (void)state;
  check_no_ranges("-", 5, PST_USAGE,
                  "standard input cannot be read in parts; keep it in a file, or give each part "
                  "files of its own");
  check_no_ranges(
      "/dev/null", 5, PST_USAGE,
      "/dev/null is no regular file, and cannot be read in parts; keep what it gives in "
      "a file");
  check_no_ranges(file_path("absent"), 5, PST_IO, "No such file or directory");
  check_no_ranges(file_put("ten", "0123456789", 10), 4, PST_USAGE,
                  "--part-start: byte 4 is not in part 2 of 2, whose first file it has from byte 5 "
                  "to 10");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(which_part),          cmocka_unit_test(which_task),
      cmocka_unit_test(ends_of_a_job_array), cmocka_unit_test(all_parts_are_all_bytes),
      cmocka_unit_test(how_many_bytes),      cmocka_unit_test(what_cannot_be_shared)};

  return cmocka_run_group_tests_name("share", tests, NULL, NULL);
}
