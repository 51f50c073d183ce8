/* command.c -- another program, run on three open files. */
#include "figure/command.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* What the programs' environment must say: cairo's clock stands still, so that a pdf holds no date;
   and text is UTF-8 whatever the user's locale, as gnuplot complains of "set encoding utf8" in the C
   locale, that of a batch job.  A terminal that the user chose for gnuplot (GNUTERM) is not ours: an
   unknown one ends gnuplot before it reads a line. */
static const char *const settings[] = {"SOURCE_DATE_EPOCH=0", "LC_ALL=C.UTF-8"};
static const char *const unwanted[] = {"SOURCE_DATE_EPOCH=", "LC_ALL=", "GNUTERM="};
enum { SETTINGS = sizeof settings / sizeof *settings };
enum { UNWANTED = sizeof unwanted / sizeof *unwanted };

static bool is_unwanted(const char *variable)
{
  for (size_t i = 0; i < UNWANTED; i++)
    if (strncmp(variable, unwanted[i], strlen(unwanted[i])) == 0)
      return true;
  return false;
}

/* The environment with those settings; to be freed. */
static char **make_environment(void)
{
  char **copy;
  size_t n = 0, used = 0;

  while (environ[n] != NULL)
    n++;
  copy = malloc((n + SETTINGS + 1) * sizeof *copy);
  if (copy == NULL)
    return NULL;
  for (size_t i = 0; i < n; i++)
    if (!is_unwanted(environ[i]))
      copy[used++] = environ[i];
  for (size_t i = 0; i < SETTINGS; i++)
    copy[used++] = (char *)(uintptr_t)settings[i];
  copy[used] = NULL;
  return copy;
}

/* In the child: becomes the program, or tells REPORT the errno.  It dies with its parent, PARENT,
   which may have died already. */
static void become(const char *const arguments[], char **environment, const int streams[3],
                   int report, pid_t parent)
{
  bool ready = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent;

  for (int i = 0; i < 3; i++)
    ready = ready && dup2(streams[i], i) >= 0;
  if (ready)
    execvpe(arguments[0], (char *const *)(uintptr_t)arguments, environment);
  while (write(report, &errno, sizeof errno) < 0 && errno == EINTR)
    ;
  _exit(127);
}

static pid_t start(const char *const arguments[], const int streams[3], int report[2])
{
  char **environment = make_environment();
  const pid_t parent = getpid();
  pid_t child = -1;

  if (environment == NULL)
    errno = ENOMEM;
  else if ((child = fork()) == 0)
    become(arguments, environment, streams, report[1], parent);
  free(environment);
  return child;
}

/* The child's errno, when it did not become the program; else 0. */
static int read_report(int report)
{
  int number = 0;
  ssize_t got;

  while ((got = read(report, &number, sizeof number)) < 0 && errno == EINTR)
    ;
  return got == (ssize_t)sizeof number ? number : 0;
}

static long limit_in_seconds(void)
{
  const char *text = getenv("POLSTAT_COMMAND_SECONDS");
  long seconds = text == NULL ? 0 : strtol(text, NULL, 10);

  return seconds > 0 && seconds <= 1000000 ? seconds : PST_COMMAND_SECONDS;
}

static double now(void)
{
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Until CHILD has ended or some time has passed.  A kernel without pidfd_open is asked again. */
static void pause_for(int descriptor, double seconds)
{
  struct pollfd watched = {.fd = descriptor, .events = POLLIN};
  const double most = descriptor < 0 ? 0.01 : 1;

  poll(&watched, descriptor < 0 ? 0 : 1, (int)((seconds < most ? seconds : most) * 1000) + 1);
}

/* Whether CHILD ended in time; its wait status.  One that did not is killed. */
static bool wait_for(pid_t child, long seconds, int *status)
{
  const int descriptor = (int)syscall(SYS_pidfd_open, child, 0);
  const double end = now() + (double)seconds;
  bool in_time = true;
  pid_t got;

  while ((got = waitpid(child, status, WNOHANG)) == 0 || (got < 0 && errno == EINTR)) {
    const double left = end - now();

    if (left <= 0) {
      in_time = false;
      kill(child, SIGKILL);
      while (waitpid(child, status, 0) < 0 && errno == EINTR)
        ;
      break;
    }
    pause_for(descriptor, left);
  }
  if (descriptor >= 0)
    close(descriptor);
  return in_time;
}

/* What a program wrote to STREAM, on one line. */
static void read_complaint(int stream, char *text, size_t size)
{
  ssize_t got = pread(stream, text, size - 1, 0);

  text[got > 0 ? got : 0] = '\0';
  for (char *c = text; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r' || *c == '\t')
      *c = ' ';
  for (size_t n = strlen(text); n > 0 && text[n - 1] == ' '; n--)
    text[n - 1] = '\0';
}

static enum pst_status judge(const char *program, int status, int stream, struct pst_error *error)
{
  char complaint[512];

  read_complaint(stream, complaint, sizeof complaint);
  if (status == 0 && *complaint == '\0')
    return PST_OK;
  if (*complaint == '\0' && WIFSIGNALED(status))
    return pst_fail(error, PST_IO, "%s was stopped by signal %d (%s)", program, WTERMSIG(status),
                    strsignal(WTERMSIG(status)));
  return pst_fail(error, PST_IO, "%s failed: %s", program,
                  *complaint != '\0' ? complaint : "it gives no reason");
}

static enum pst_status say_absent(const char *program, const char *package, int number,
                                  struct pst_error *error)
{
  if (number == ENOENT)
    return pst_fail(error, PST_IO, "%s is not installed; apt-get install %s", program, package);
  return pst_fail(error, PST_IO, "cannot run %s: %s", program, strerror(number));
}

enum pst_status pst_command_run(const char *const arguments[], const char *package,
                                const int streams[3], struct pst_error *error)
{
  const long seconds = limit_in_seconds();
  int report[2], number, status = 0;
  bool in_time;
  pid_t child;

  if (pipe2(report, O_CLOEXEC) != 0)
    return say_absent(arguments[0], package, errno, error);
  child = start(arguments, streams, report);
  number = errno;
  close(report[1]);
  if (child > 0)
    number = read_report(report[0]);
  close(report[0]);
  if (child < 0)
    return say_absent(arguments[0], package, number, error);
  in_time = wait_for(child, seconds, &status);
  if (number != 0)
    return say_absent(arguments[0], package, number, error);
  if (!in_time)
    return pst_fail(error, PST_IO, "%s did not end within %ld s and was stopped", arguments[0],
                    seconds);
  return judge(arguments[0], status, streams[2], error);
}
