#include "check.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/program.h"

static void every_status_has_its_code(void **state)
{
  (void)state;
  assert_int_equal(pst_exit_code(PST_OK), 0);
  assert_int_equal(pst_exit_code(PST_USAGE), 2);
  assert_int_equal(pst_exit_code(PST_BAD_DATA), 3);
  assert_int_equal(pst_exit_code(PST_IO), 4);
  assert_int_equal(pst_exit_code(PST_NO_MEMORY), 4);
  assert_int_equal(pst_exit_code(PST_UNDEFINED), 5);
}

static void says(const struct pst_error *error, bool bold, const char *want)
{
  struct pst_buffer out = {.data = NULL};

  pst_program_message(&out, "polstat-trend", error, bold);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void messages_are_one_line(void **state)
{
  struct pst_error error = {.file = "oda.csv", .line = 1043, .message = "field 5: 'n/a' is odd"};

  (void)state;
  says(&error, false, "polstat-trend: oda.csv:1043: field 5: 'n/a' is odd\n");
  error.column = 7;
  says(&error, true, "\033[1mpolstat-trend:\033[0m oda.csv:1043:7: field 5: 'n/a' is odd\n");
  error = (struct pst_error){.file = "x.csv", .message = "No such file or directory"};
  says(&error, false, "polstat-trend: x.csv: No such file or directory\n");
  error = (struct pst_error){.message = "cell 'a\n\tb\033[2J\x7F' \xE6\x97\xA5"};
  says(&error, false, "polstat-trend: cell 'a\\n\\tb\\x1B[2J\\x7F' \xE6\x97\xA5\n");
}

static void colour_follows_the_wish(void **state)
{
  int file = open("/dev/null", O_WRONLY);

  (void)state;
  assert_true(pst_program_color(PST_WHEN_ALWAYS, file));
  assert_false(pst_program_color(PST_WHEN_NEVER, file));
  assert_false(pst_program_color(PST_WHEN_AUTO, file));
  close(file);
}

/* A program of one line, with standard output on DESCRIPTOR and standard error on ERRORS. */
static int run_child(int descriptor, int errors, size_t lines)
{
  struct pst_error error = {.status = PST_OK};
  int status;
  pid_t child = fork();

  if (child == 0) {
    pst_program_begin();
    dup2(descriptor, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    for (size_t i = 0; i < lines; i++)
      puts("a line");
    _exit(pst_program_end("polstat-test", PST_WHEN_AUTO, &error));
  }
  assert_int_equal(waitpid(child, &status, 0), child);
  return status;
}

static void a_full_disk_is_told(void **state)
{
  static const size_t sizes[] = {1, 100000}; /* fails at the flush, and before it */

  (void)state;
  for (size_t i = 0; i < 2; i++) {
    int full = open("/dev/full", O_WRONLY), ends[2];
    char said[200] = "";
    int status;

    assert_int_equal(pipe(ends), 0);
    status = run_child(full, ends[1], sizes[i]);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 4);
    close(ends[1]);
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    assert_string_equal(said, "polstat-test: standard output: No space left on device\n");
    close(ends[0]);
    close(full);
  }
}

static void a_closed_pipe_is_quiet(void **state)
{
  int out[2], err[2], status;
  char said[200];

  (void)state;
  assert_int_equal(pipe(out), 0);
  assert_int_equal(pipe(err), 0);
  close(out[0]);
  status = run_child(out[1], err[1], 1);
  assert_true(WIFSIGNALED(status));
  assert_int_equal(WTERMSIG(status), SIGPIPE);
  close(err[1]);
  assert_int_equal(read(err[0], said, sizeof said), 0);
  close(err[0]);
  close(out[1]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_status_has_its_code), cmocka_unit_test(messages_are_one_line),
      cmocka_unit_test(colour_follows_the_wish),   cmocka_unit_test(a_full_disk_is_told),
      cmocka_unit_test(a_closed_pipe_is_quiet),
  };

  return cmocka_run_group_tests_name("program", tests, NULL, NULL);
}
