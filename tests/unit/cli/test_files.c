#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/files.h"
#include "cli/list.h"

/* Every test works in an empty folder of its own. */
static char folder[] = "/tmp/polstat-files-XXXXXX";

static int enter(void **state)
{
  (void)state;
  strcpy(folder + strlen(folder) - 6, "XXXXXX");
  return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int leave(void **state)
{
  char command[100];

  (void)state;
  snprintf(command, sizeof command, "rm -rf %s", folder);
  return chdir("/") != 0 || system(command) != 0;
}

static void put(const char *path)
{
  FILE *file = fopen(path, "w");

  assert_non_null(file);
  fclose(file);
}

/* The message for READ by NAME and two files WRITTEN; "" when all is well. */
static void says(const char *name, const char *read, const char *first, const char *second,
                 const char *want)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_files files = {.count = 0};
  struct pst_error error = {.status = PST_OK};

  assert_int_equal(pst_files_add(&files, &arena, PST_FILE_READ, name, read, &error), PST_OK);
  assert_int_equal(pst_files_add(&files, &arena, PST_FILE_WRITE, "--output", first, &error),
                   PST_OK);
  assert_int_equal(pst_files_add(&files, &arena, PST_FILE_WRITE, "--plot", second, &error), PST_OK);
  assert_int_equal(pst_files_check(&files, &error), want[0] == '\0' ? PST_OK : PST_USAGE);
  assert_string_equal(error.status == PST_OK ? "" : error.message, want);
  pst_arena_free(&arena);
}

static void files_apart(void **state)
{
  (void)state;
  put("a.csv");
  put("b.csv");
  assert_int_equal(mkdir("sub", 0755), 0);
  says(NULL, "a.csv", "b.csv", "c.gp", "");
  says(NULL, "a.csv", "sub/a.csv", "a.gp", "");
  says(NULL, "a.csv", "x.csv", "sub/x.csv", "");
  says(NULL, "missing.csv", "b.csv", NULL, "");
  says(NULL, "a.csv", "none/x.csv", "none/x.csv", ""); /* opening says that there is no folder */
  says(NULL, "a.csv", "/dev/null", "/dev/null", "");
}

#define OVER "; nothing that is read is written over: name another file"

static void what_is_read(void **state)
{
  (void)state;
  put("a.csv");
  assert_int_equal(link("a.csv", "hard"), 0);
  assert_int_equal(symlink("a.csv", "soft"), 0);
  says(NULL, "a.csv", "a.csv", NULL, "--output: 'a.csv' is the input 'a.csv'" OVER);
  says(NULL, "./a.csv", "a.csv", NULL, "--output: 'a.csv' is the input './a.csv'" OVER);
  says(NULL, "soft", "x", "hard", "--plot: 'hard' is the input 'soft'" OVER);
  says("--join", "a.csv", "soft", NULL, "--output: 'soft' is what --join reads" OVER);
  says("the paper's text", "a.csv", ".//a.csv", NULL,
       "--output: './/a.csv' is the paper's text" OVER);
}

static void two_results(void **state)
{
  (void)state;
  put("a.csv");
  put("old");
  says(NULL, "a.csv", "x", "x", "'x' is named for two results");
  says(NULL, "a.csv", "x", "./x",
       "'x' (--output) and './x' (--plot) are one file, named for two results");
  says(NULL, "a.csv", "old", "./old",
       "'old' (--output) and './old' (--plot) are one file, named for two results");
  says(NULL, "a.csv", "-", "-", "'-' is named for two results");
}

/* What the shell sends standard output to is a result of that name, whichever comes first. */
static void standard_output_in_a_file(void **state)
{
  int kept = dup(STDOUT_FILENO);
  FILE *out;

  (void)state;
  put("a.csv");
  fflush(stdout);
  out = freopen("out.txt", "w", stdout);
  assert_non_null(out);
  says(NULL, "a.csv", "-", "out.txt",
       "--plot: 'out.txt' is the file of standard output, where a result goes");
  says(NULL, "a.csv", "./out.txt", "-",
       "--output: './out.txt' is the file of standard output, where a result goes");
  says(NULL, "out.txt", "-", NULL, "standard output is the input 'out.txt'" OVER);
  fflush(stdout);
  dup2(kept, STDOUT_FILENO);
  close(kept);
}

/* Standard input that the shell opened is read, whatever its name; what it prints beside an option's "-" is one text. */
static void standard_input_from_a_file(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_files files = {.count = 0};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  put("in.csv");
  assert_non_null(freopen("in.csv", "r", stdin));
  says(NULL, "-", "in.csv", NULL, "--output: 'in.csv' is standard input" OVER);
  says("--join", "-", "in.csv", NULL, "--output: 'in.csv' is what --join reads" OVER);
  says("the paper's text", "-", "in.csv", NULL, "--output: 'in.csv' is the paper's text" OVER);
  assert_int_equal(pst_files_add(&files, &arena, PST_FILE_WRITE, "the report", "-", &error),
                   PST_OK);
  assert_int_equal(pst_files_add(&files, &arena, PST_FILE_WRITE, "--plot", "-", &error), PST_OK);
  assert_int_equal(pst_files_check(&files, &error), PST_OK);
  pst_arena_free(&arena);
}

/* What is written is named first. */
static void written_before_read(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_files files = {.count = 0};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  put("a.csv");
  assert_int_equal(pst_files_add(&files, &arena, PST_FILE_WRITE, "-o", "a.csv", &error), PST_OK);
  assert_int_equal(pst_files_add(&files, &arena, PST_FILE_WRITE, "-o", NULL, &error), PST_OK);
  assert_int_equal(files.count, 1);
  assert_int_equal(pst_files_check(&files, &error), PST_OK);
  assert_int_equal(pst_files_add(&files, &arena, PST_FILE_READ, NULL, "a.csv", &error), PST_OK);
  assert_int_equal(pst_files_check(&files, &error), PST_USAGE);
  assert_string_equal(error.message, "-o: 'a.csv' is the input 'a.csv'" OVER);
  pst_arena_free(&arena);
}

static void packages(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_files files = {.count = 0};
  struct pst_error error = {.status = PST_OK};
  const char *paths[] = {"sub/a.csv", "-"};
  const struct pst_list operands = {.items = paths, .count = 2};

  (void)state;
  assert_int_equal(pst_files_add_tables(&files, &arena, &operands, &error), PST_OK);
  assert_int_equal(files.count, 3);
  assert_string_equal(files.items[1].path, "sub/datapackage.json");
  assert_string_equal(files.items[1].name, "the package beside 'sub/a.csv'");
  assert_string_equal(files.items[2].path, "-");
  pst_arena_free(&arena);
}

static void what_keeps(void **state)
{
  (void)state;
  put("a.csv");
  assert_int_equal(mkfifo("pipe", 0600), 0);
  assert_true(pst_file_keeps("a.csv"));
  assert_true(pst_file_keeps("new.csv"));
  assert_false(pst_file_keeps("-"));
  assert_false(pst_file_keeps("pipe"));
  assert_false(pst_file_keeps("/dev/null"));
  assert_false(pst_file_keeps("/dev/stdout"));
  assert_false(pst_file_keeps("/dev/fd/1"));
  assert_false(pst_file_keeps("/proc/self/fd/1"));
  assert_true(pst_file_keeps("/dev/shm/a.csv")); /* memory, but a file like others */
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(files_apart, enter, leave),
      cmocka_unit_test_setup_teardown(what_is_read, enter, leave),
      cmocka_unit_test_setup_teardown(two_results, enter, leave),
      cmocka_unit_test_setup_teardown(standard_output_in_a_file, enter, leave),
      cmocka_unit_test_setup_teardown(standard_input_from_a_file, enter, leave),
      cmocka_unit_test_setup_teardown(written_before_read, enter, leave),
      cmocka_unit_test_setup_teardown(packages, enter, leave),
      cmocka_unit_test_setup_teardown(what_keeps, enter, leave),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
