/* What parts are made of: told apart, kept as bytes, and as a command. */
#include "check.h"

#include <string.h>
#include <sys/stat.h>

#include "file.h"
#include "scale/plan.h"

static const char *options[] = {"--by=donor", "--where=x = \"it's\"", "--no-header"};
static const char *operands[] = {"a.csv", "two words.csv"};

static struct pst_plan make(struct pst_stamp *stamp)
{
  return (struct pst_plan){.version = "1",
                           .program = "polstat-trend",
                           .options = {.items = options, .count = 3},
                           .operands = {.items = operands, .count = 2},
                           .stamps = stamp,
                           .n_stamps = 1,
                           .n = 12};
}

static void what_is_kept(void **state)
{
  (void)state;
  assert_true(pst_plan_keeps("--by=donor"));
  assert_true(pst_plan_keeps("--format=csv"));
  assert_true(pst_plan_keeps("--party=a"));
  assert_false(pst_plan_keeps("--part=1/2"));
  assert_false(pst_plan_keeps("--part-start=17"));
  assert_false(pst_plan_keeps("--output=p1.pst"));
  assert_false(pst_plan_keeps("--part-rows"));
  assert_false(pst_plan_keeps("--checkpoint=ck"));
  assert_false(pst_plan_keeps("--unit=64M"));
  assert_false(pst_plan_keeps("--ranks=off"));
  assert_false(pst_plan_keeps("--threads=4"));
  assert_false(pst_plan_keeps("--quiet"));
}

static void a_stamp_knows_a_change(void **state)
{
  const char *path = file_text("a.csv", "g,v\nA,1\n");
  struct pst_stamp a, b;
  struct pst_plan then, now;
  struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};

  (void)state;
  assert_int_equal(utimensat(-100, path, times, 0), 0);
  assert_int_equal(pst_stamp_of(path, &a, NULL), PST_OK);
  assert_int_equal(a.size, 8);
  assert_int_equal(a.written, 1000000000000ULL);
  then = make(&a);
  file_text("a.csv", "g,v\nA,2\n");
  assert_int_equal(utimensat(-100, path, times, 0), 0);
  assert_int_equal(pst_stamp_of(path, &b, NULL), PST_OK);
  now = make(&b);
  assert_string_equal(pst_plan_changed(&then, &now), path);
  file_text("a.csv", "g,v\nA,1\n");
  assert_int_equal(utimensat(-100, path, times, 0), 0);
  assert_int_equal(pst_stamp_of(path, &b, NULL), PST_OK);
  assert_null(pst_plan_changed(&then, &now));
  times[1].tv_nsec = 1;
  assert_int_equal(utimensat(-100, path, times, 0), 0);
  assert_int_equal(pst_stamp_of(path, &b, NULL), PST_OK);
  assert_string_equal(pst_plan_changed(&then, &now), path);
  now.n_stamps = 0;
  assert_string_equal(pst_plan_changed(&then, &now), path);
  assert_int_equal(pst_stamp_of(file_path("absent"), &b, NULL), PST_IO);
}

/* Without what is in it. */
static void a_brief_stamp(void **state)
{
  const char *path = file_text("brief.csv", "g,v\nA,1\n");
  struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
  struct pst_stamp whole, brief;

  (void)state;
  assert_int_equal(utimensat(-100, path, times, 0), 0);
  assert_int_equal(pst_stamp_of(path, &whole, NULL), PST_OK);
  assert_int_equal(pst_stamp_brief(path, &brief, NULL), PST_OK);
  assert_int_equal(brief.size, whole.size);
  assert_int_equal(brief.written, whole.written);
  assert_memory_not_equal(brief.digest, whole.digest, PST_STAMP_DIGEST);
  assert_int_equal(pst_stamp_brief(file_path("absent"), &brief, NULL), PST_IO);
}

static void a_plan_as_bytes(void **state)
{
  struct pst_stamp stamp = {.path = "a.csv", .size = 7, .written = 9, .digest = {1, 2}};
  struct pst_plan plan = make(&stamp), got;
  struct pst_buffer bytes = {.size = 0}, what = {.size = 0};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_unpack in;

  (void)state;
  pst_plan_pack(&plan, &bytes);
  in = (struct pst_unpack){.left = {bytes.data, bytes.size}};
  assert_true(pst_plan_unpack(&in, &arena, &got));
  assert_false(in.failed);
  assert_int_equal(in.left.size, 0);
  assert_false(pst_plan_differs(&plan, &got, &what));
  assert_null(pst_plan_changed(&plan, &got));
  assert_int_equal(got.n, 12);
  for (size_t size = 0; size < bytes.size; size++) {
    in = (struct pst_unpack){.left = {bytes.data, size}};
    assert_true(pst_plan_unpack(&in, &arena, &got));
    assert_true(in.failed);
  }
  pst_buffer_free(&bytes);
  pst_buffer_free(&what);
  pst_arena_free(&arena);
}

static void check_differs(const struct pst_plan *b, const char *want)
{
  struct pst_plan a = make(NULL);
  struct pst_buffer what = {.size = 0};

  assert_true(pst_plan_differs(&a, b, &what));
  assert_string_equal(pst_buffer_string(&what), want);
  pst_buffer_free(&what);
}

static void what_two_do_not_share(void **state)
{
  static const char *others[] = {"--by=donor", "--by=region"};
  struct pst_plan b = make(NULL);

  (void)state;
  b.options = (struct pst_list){.items = others, .count = 2};
  check_differs(&b, "the options --where=x = \"it's\" and --by=region");
  b.options.count = 1;
  check_differs(&b, "the options --where=x = \"it's\" and none");
  b = make(NULL);
  b.operands.count = 1;
  check_differs(&b, "the files two words.csv and none");
  b = make(NULL);
  b.n = 13;
  check_differs(&b, "the numbers of parts 12 and 13");
  b.program = "polstat-rank";
  check_differs(&b, "the programs polstat-trend and polstat-rank");
  b.version = "2";
  check_differs(&b, "the versions 1 and 2");
}

static void the_command(void **state)
{
  static const char *dashed[] = {"-x.csv"};
  struct pst_plan plan = make(NULL);
  struct pst_buffer out = {.size = 0};
  unsigned long long start = 4711;

  (void)state;
  pst_plan_command(&plan, 3, NULL, false, "p3.pst", &out);
  assert_string_equal(
      pst_buffer_string(&out),
      "polstat trend --by=donor '--where=x = \"it'\\''s\"' --no-header --part 3/12 -o "
      "p3.pst a.csv 'two words.csv'");
  pst_buffer_clear(&out);
  plan.options.count = 1;
  plan.operands = (struct pst_list){.items = dashed, .count = 1};
  pst_plan_command(&plan, 3, &start, true, "p 3.pst", &out);
  assert_string_equal(pst_buffer_string(&out),
                      "polstat trend --by=donor --part 3/12 --part-start 4711 "
                      "--part-rows -o 'p 3.pst' -- -x.csv");
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_kept),          cmocka_unit_test(a_stamp_knows_a_change),
      cmocka_unit_test(a_brief_stamp),         cmocka_unit_test(a_plan_as_bytes),
      cmocka_unit_test(what_two_do_not_share), cmocka_unit_test(the_command)};

  return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
