#include "check.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/output.h"

/* Every test works in an empty folder of its own. */
static char folder[] = "/tmp/polstat-output-XXXXXX";

static int enter(void **state)
{
  (void)state;
  strcpy(folder + strlen(folder) - 6, "XXXXXX");
  umask(022);
  return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int leave(void **state)
{
  char command[100];

  (void)state;
  snprintf(command, sizeof command, "chmod -R u+w %s; rm -rf %s", folder, folder);
  return chdir("/") != 0 || system(command) != 0;
}

static void put(const char *path, const char *text)
{
  FILE *file = fopen(path, "w");

  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static void holds(const char *path, const char *want)
{
  char got[100] = "";
  FILE *file = fopen(path, "r");

  assert_non_null(file);
  assert_true(fread(got, 1, sizeof got - 1, file) < sizeof got - 1);
  fclose(file);
  assert_string_equal(got, want);
}

static int files(void)
{
  DIR *here = opendir(".");
  int count = -2;

  while (readdir(here) != NULL)
    count++;
  closedir(here);
  return count;
}

static mode_t mode(const char *path)
{
  struct stat got;

  assert_int_equal(lstat(path, &got), 0);
  return got.st_mode;
}

static void commit_replaces(void **state)
{
  struct pst_output output;

  (void)state;
  put("out.csv", "old\n");
  assert_int_equal(chmod("out.csv", 0640), 0);
  assert_int_equal(pst_output_open(&output, "out.csv", NULL), PST_OK);
  fputs("new\n", output.file);
  fflush(output.file);
  holds("out.csv", "old\n");
  assert_int_equal(files(), 2);
  assert_int_equal(pst_output_commit(&output, NULL), PST_OK);
  holds("out.csv", "new\n");
  assert_int_equal(files(), 1);
  assert_int_equal(mode("out.csv") & 07777, 0640);
  pst_output_discard(&output); /* closed already: nothing */
}

static void a_new_file_has_the_mode_of_the_umask(void **state)
{
  struct pst_output output;
  char path[100];

  (void)state;
  umask(027);
  snprintf(path, sizeof path, "%s/new.csv", folder);
  assert_int_equal(pst_output_open(&output, path, NULL), PST_OK);
  assert_int_equal(pst_output_commit(&output, NULL), PST_OK);
  assert_int_equal(mode("new.csv") & 07777, 0640);
}

static void discard_leaves_the_old_file(void **state)
{
  struct pst_output output;

  (void)state;
  put("out.csv", "old\n");
  assert_int_equal(pst_output_open(&output, "out.csv", NULL), PST_OK);
  fputs("half", output.file);
  pst_output_discard(&output);
  holds("out.csv", "old\n");
  assert_int_equal(files(), 1);
}

static void a_symbolic_link_stays_one(void **state)
{
  struct pst_output output;

  (void)state;
  assert_int_equal(mkdir("real", 0777), 0);
  put("real/out.csv", "old\n");
  assert_int_equal(symlink("real/out.csv", "link.csv"), 0);
  assert_int_equal(pst_output_open(&output, "link.csv", NULL), PST_OK);
  fputs("new\n", output.file);
  assert_int_equal(pst_output_commit(&output, NULL), PST_OK);
  assert_true(S_ISLNK(mode("link.csv")));
  holds("real/out.csv", "new\n");
}

static void refuses(const char *path, const char *message)
{
  struct pst_output output;
  struct pst_error error = {.status = PST_OK};
  int before = files();

  assert_int_equal(pst_output_open(&output, path, &error), PST_IO);
  assert_string_equal(error.file, path);
  assert_string_equal(error.message, message);
  assert_null(output.file);
  assert_int_equal(files(), before);
}

static void places_that_cannot_be_written(void **state)
{
  (void)state;
  assert_int_equal(mkdir("shut", 0555), 0);
  put("fixed.csv", "old\n");
  assert_int_equal(chmod("fixed.csv", 0444), 0);
  refuses(".", "Is a directory");
  refuses("no/such/out.csv", "No such file or directory");
  refuses("fixed.csv/out.csv", "Not a directory");
  refuses("", "No such file or directory");
  if (geteuid() == 0)
    return; /* root may write everywhere */
  refuses("shut/out.csv", "Permission denied");
  refuses("fixed.csv", "Permission denied");
}

static void a_full_disk_fails_the_commit(void **state)
{
  static const size_t sizes[] = {1, 100000};

  (void)state;
  for (size_t i = 0; i < 2; i++) {
    struct pst_output output;
    struct pst_error error = {.status = PST_OK};

    assert_int_equal(pst_output_open(&output, "/dev/full", &error), PST_OK);
    for (size_t k = 0; k < sizes[i]; k++)
      fputs("some text\n", output.file);
    assert_int_equal(pst_output_commit(&output, &error), PST_IO);
    assert_string_equal(error.file, "/dev/full");
    assert_string_equal(error.message, "No space left on device");
  }
}

static void standard_output_stays_open(void **state)
{
  struct pst_output output;

  (void)state;
  assert_int_equal(pst_output_open(&output, "-", NULL), PST_OK);
  assert_ptr_equal(output.file, stdout);
  assert_int_equal(pst_output_commit(&output, NULL), PST_OK);
  assert_int_equal(pst_output_open(&output, NULL, NULL), PST_OK);
  pst_output_discard(&output);
  assert_int_equal(fcntl(STDOUT_FILENO, F_GETFD) != -1, 1);
}

/* A child opens an output and ends by NUMBER, or by exit when it is 0. */
static int end_child(int number)
{
  struct pst_output output;
  int status;
  pid_t child = fork();

  if (child == 0) {
    pst_output_open(&output, "out.csv", NULL);
    fputs("half", output.file);
    fflush(output.file);
    if (number == 0)
      exit(0);
    raise(number);
    _exit(99);
  }
  assert_int_equal(waitpid(child, &status, 0), child);
  return status;
}

static const int ending_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGXCPU};

static void a_killed_program_leaves_nothing(void **state)
{
  (void)state;
  put("out.csv", "old\n");
  for (size_t i = 0; i <= sizeof ending_signals / sizeof *ending_signals; i++) {
    int number = i == 0 ? 0 : ending_signals[i - 1], status = end_child(number);

    assert_int_equal(WIFSIGNALED(status) ? WTERMSIG(status) : 0, number);
    assert_int_equal(WIFEXITED(status) ? WEXITSTATUS(status) : 0, 0);
    assert_int_equal(files(), 1);
    holds("out.csv", "old\n");
  }
}

static void age(const char *path, long seconds)
{
  const struct timespec then[2] = {{time(NULL) - seconds, 0}, {time(NULL) - seconds, 0}};

  assert_int_equal(utimensat(AT_FDCWD, path, then, 0), 0);
}

static void write_one(const char *path)
{
  struct pst_output output;

  assert_int_equal(pst_output_open(&output, path, NULL), PST_OK);
  assert_int_equal(pst_output_commit(&output, NULL), PST_OK);
}

/* What was killed left its half: the next to write into that folder removes it, when it is old and
   nobody holds it; what only looks like it stays. */
static void what_a_killed_program_left_is_swept(void **state)
{
  static const char *const kept[] = {
      ".polstat-0123456789abcdeg.tmp", ".polstat-0123456789abcdef0.tmp",
      "polstat-0123456789abcdef.tmp", ".polstat-0123456789abcde.tmp"};
  struct pst_output held;

  (void)state;
  assert_int_equal(mkdir("sub", 0777), 0);
  assert_true(WIFSIGNALED(end_child(SIGKILL)));
  assert_int_equal(files(), 2);
  write_one("sub/young.csv"); /* another folder */
  write_one("young.csv");
  assert_int_equal(files(), 3);
  assert_int_equal(system("touch -d '2 minutes ago' .polstat-*.tmp"), 0);
  write_one("sub/other.csv");
  write_one("old.csv");
  assert_int_equal(files(), 3);
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
    put(kept[i], "");
    age(kept[i], 100000);
  }
  assert_int_equal(pst_output_open(&held, "held.csv", NULL), PST_OK);
  age(held.temporary, 100000);
  write_one("sub/again.csv");
  write_one("last.csv");
  assert_int_equal(pst_output_commit(&held, NULL), PST_OK);
  assert_int_equal(files(), 5 + (int)(sizeof kept / sizeof *kept));
}

static void many_outputs_at_a_time(void **state)
{
  struct pst_output outputs[PST_OUTPUTS_MOST], one_more;
  struct pst_error error = {.status = PST_OK};
  char name[20];

  (void)state;
  for (int i = 0; i < PST_OUTPUTS_MOST; i++) {
    snprintf(name, sizeof name, "%d.csv", i);
    assert_int_equal(pst_output_open(&outputs[i], name, NULL), PST_OK);
  }
  assert_int_equal(pst_output_open(&one_more, "more.csv", &error), PST_IO);
  assert_string_equal(error.message, "more than 16 files are being written");
  for (int i = 0; i < PST_OUTPUTS_MOST; i++)
    assert_int_equal(pst_output_commit(&outputs[i], NULL), PST_OK);
  assert_int_equal(files(), PST_OUTPUTS_MOST);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(commit_replaces),
      TEST(a_new_file_has_the_mode_of_the_umask),
      TEST(discard_leaves_the_old_file),
      TEST(a_symbolic_link_stays_one),
      TEST(places_that_cannot_be_written),
      TEST(a_full_disk_fails_the_commit),
      TEST(standard_output_stays_open),
      TEST(a_killed_program_leaves_nothing),
      TEST(what_a_killed_program_left_is_swept),
      TEST(many_outputs_at_a_time),
  };

  /* A shell starts what runs in the background with some signals ignored, and so they would stay. */
  for (size_t i = 0; i < sizeof ending_signals / sizeof *ending_signals; i++)
    signal(ending_signals[i], SIG_DFL);
  return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}
