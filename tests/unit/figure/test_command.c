/* test_command.c -- another program, run on three open files: what it says, how it ends, its time. */
#include "figure/command.h"
#include "check.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static enum pst_status run(const char *script, char out[100], struct pst_error *error)
{
  const char *const arguments[] = {"sh", "-c", script, NULL};
  int streams[3];
  enum pst_status status;

  pst_error_clear(error);
  for (int i = 0; i < 3; i++) {
    const int low = memfd_create("test", MFD_CLOEXEC);

    streams[i] = fcntl(low, F_DUPFD_CLOEXEC, 10);
    close(low);
  }
  assert_int_equal(pwrite(streams[0], "in\n", 3, 0), 3);
  status = pst_command_run(arguments, "dash", streams, error);
  memset(out, 0, 100);
  assert_true(pread(streams[1], out, 99, 0) >= 0);
  for (int i = 0; i < 3; i++)
    close(streams[i]);
  return status;
}

static void says(const char *script, const char *message)
{
  struct pst_error error;
  char out[100];

  assert_int_equal(run(script, out, &error), PST_IO);
  assert_string_equal(error.message, message);
}

static void it_reads_and_writes_the_streams(void **state)
{
  struct pst_error error;
  char out[100];

  (void)state;
  assert_int_equal(run("cat; echo out", out, &error), PST_OK);
  assert_string_equal(out, "in\nout\n");
}

static void failures_are_told_apart(void **state)
{
  const char *const absent[] = {"polstat-no-such-program", NULL}, *const folder[] = {"/", NULL};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  says("exit 3", "sh failed: it gives no reason");
  says("echo 'no such\nterminal ' >&2", "sh failed: no such terminal");
  says("kill -SEGV $$", "sh was stopped by signal 11 (Segmentation fault)");
  says("exit 127", "sh failed: it gives no reason");
  assert_int_equal(pst_command_run(absent, "such", (const int[]){0, 1, 2}, &error), PST_IO);
  assert_string_equal(error.message,
                      "polstat-no-such-program is not installed; apt-get install such");
  pst_error_clear(&error);
  assert_int_equal(pst_command_run(folder, "such", (const int[]){0, 1, 2}, &error), PST_IO);
  assert_string_equal(error.message, "cannot run /: Permission denied");
}

static void its_environment_is_ours(void **state)
{
  struct pst_error error;
  char out[100];

  (void)state;
  setenv("GNUTERM", "x11", 1);
  setenv("LC_ALL", "C", 1);
  setenv("POLSTAT_TEST", "kept", 1);
  assert_int_equal(
      run("echo $SOURCE_DATE_EPOCH $LC_ALL ${GNUTERM-none} $POLSTAT_TEST", out, &error), PST_OK);
  assert_string_equal(out, "0 C.UTF-8 none kept\n");
}

static void one_that_hangs_is_stopped(void **state)
{
  (void)state;
  setenv("POLSTAT_COMMAND_SECONDS", "1", 1);
  says("exec sleep 600", "sh did not end within 1 s and was stopped");
  unsetenv("POLSTAT_COMMAND_SECONDS");
}

static bool is_there(pid_t process)
{
  char path[40], state = 'Z';
  FILE *file;

  snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
  file = fopen(path, "r");
  if (file == NULL)
    return false;
  if (fscanf(file, "%*d %*s %c", &state) != 1)
    state = 'Z';
  fclose(file);
  return state != 'Z';
}

/* The runner tells its child's number by a pipe, and is killed. */
static void it_dies_with_its_parent(void **state)
{
  int ends[2];
  pid_t runner, child = 0;
  char text[20] = "";

  (void)state;
  assert_int_equal(pipe(ends), 0);
  runner = fork();
  if (runner == 0) {
    struct pst_error error;
    char script[80], out[100];

    snprintf(script, sizeof script, "echo $$ >&%d; exec sleep 600", dup(ends[1]));
    run(script, out, &error);
    _exit(0);
  }
  assert_true(read(ends[0], text, sizeof text - 1) > 0);
  child = (pid_t)strtol(text, NULL, 10);
  assert_true(is_there(child));
  kill(runner, SIGKILL);
  waitpid(runner, NULL, 0);
  for (int i = 0; i < 6000 && is_there(child); i++)
    nanosleep(&(struct timespec){0, 10000000}, NULL);
  assert_false(is_there(child));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_reads_and_writes_the_streams),
      cmocka_unit_test(failures_are_told_apart),
      cmocka_unit_test(its_environment_is_ours),
      cmocka_unit_test(one_that_hangs_is_stopped),
      cmocka_unit_test(it_dies_with_its_parent),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
