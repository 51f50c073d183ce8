/* child.c -- a command that is run, watched, and ended in time with all that it started. */
#include "notebook/run/child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static volatile sig_atomic_t stopped; /* the signal that came; 0: none */

/* --- the environment ----------------------------------------------------------------------------- */

/* What would make output depend on who runs it. */
static bool is_left_out(const char *entry)
{
  static const char *const begins[] = {
      "LC_",       "LANG",    "OMP_",       "PATH=",      "NO_COLOR=", "TZ=",
      "COLUMNS=",  "LINES=",  "TERM=",      "PWD=",       "OLDPWD=",   "ENV=",
      "BASH_ENV=", "CDPATH=", "MAKEFLAGS=", "MAKELEVEL=", "MFLAGS=",   "POSIXLY_CORRECT="};

  for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
    if (strncmp(entry, begins[i], strlen(begins[i])) == 0)
      return true;
  return false;
}

static char *search_path(struct pst_arena *arena)
{
  const char *path = getenv("PATH");
  char own[PATH_MAX];
  ssize_t size = readlink("/proc/self/exe", own, sizeof own - 1);
  char *slash;

  if (path == NULL || *path == '\0')
    path = "/usr/local/bin:/usr/bin:/bin";
  own[size > 0 ? size : 0] = '\0';
  slash = strrchr(own, '/');
  if (slash == NULL)
    return pst_arena_format(arena, "PATH=%s", path);
  *slash = '\0';
  return pst_arena_format(arena, "PATH=%s:%s", own, path);
}

char **pst_child_environment(struct pst_arena *arena)
{
  static const char *const fixed[] = {"LC_ALL=C.UTF-8", "NO_COLOR=1", "TZ=UTC",
                                      "COLUMNS=80",     "TERM=dumb",  "OMP_WAIT_POLICY=passive"};
  enum { FIXED = sizeof fixed / sizeof *fixed };
  size_t n = 0, count = 0;
  char **made;

  while (environ[n] != NULL)
    n++;
  made = pst_arena_array(arena, n + FIXED + 2, sizeof *made);
  if (made == NULL || (made[count++] = search_path(arena)) == NULL)
    return NULL;
  for (size_t i = 0; i < FIXED; i++)
    made[count++] = (char *)(uintptr_t)fixed[i];
  for (size_t i = 0; i < n; i++)
    if (!is_left_out(environ[i]))
      made[count++] = environ[i];
  return made;
}

/* --- signals ------------------------------------------------------------------------------------- */

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

enum { SIGNALS = sizeof signals / sizeof *signals };

static void note_signal(int number)
{
  stopped = number;
}

void pst_child_watch(void)
{
  struct sigaction action = {.sa_flags = 0}, old;

  action.sa_handler = note_signal;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < SIGNALS; i++)
    if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
      sigaction(signals[i], &action, NULL);
}

void pst_child_unwatch(void)
{
  struct sigaction usual = {.sa_flags = 0}, old;

  usual.sa_handler = SIG_DFL;
  sigemptyset(&usual.sa_mask);
  for (size_t i = 0; i < SIGNALS; i++)
    if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == note_signal)
      sigaction(signals[i], &usual, NULL);
  if (stopped != 0)
    raise(stopped);
}

/* --- running ------------------------------------------------------------------------------------- */

static void set_attributes(posix_spawnattr_t *attributes)
{
  sigset_t none, usual;

  sigemptyset(&none);
  sigemptyset(&usual);
  for (size_t i = 0; i < SIGNALS; i++)
    sigaddset(&usual, signals[i]);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_init(attributes);
  posix_spawnattr_setflags(
      attributes, (short)(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
  posix_spawnattr_setpgroup(attributes, 0);
  posix_spawnattr_setsigmask(attributes, &none);
  posix_spawnattr_setsigdefault(attributes, &usual);
}

/* ENDS: the ends of two pipes that are written to. */
static int start(const struct pst_child *child, const int ends[2], pid_t *process)
{
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int failed;

  set_attributes(&attributes);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  posix_spawn_file_actions_addchdir_np(&actions, child->folder);
  failed = posix_spawnp(process, child->arguments[0], &actions, &attributes,
                        (char *const *)(uintptr_t)child->arguments, child->environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failed;
}

static double now(void)
{
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* What stands in the pipe END now; false when it has been closed by all that write. */
static bool drain(int end, struct pst_buffer *out)
{
  char block[65536];
  ssize_t got;

  while ((got = read(end, block, sizeof block)) > 0)
    pst_buffer_add(out, block, (size_t)got);
  return got < 0 && (errno == EAGAIN || errno == EINTR);
}

static bool is_flooded(const struct pst_child_result *result)
{
  return result->output.size + result->complaints.size > (size_t)PST_CHILD_MOST << 20;
}

/* Takes what PROCESS writes to the pipes ENDS until it ends, or has to be ended; its wait status. */
static int follow(const struct pst_child *child, pid_t process, const int ends[2],
                  struct pst_child_result *result)
{
  struct pollfd open[2] = {{.fd = ends[0], .events = POLLIN}, {.fd = ends[1], .events = POLLIN}};
  double end = now() + child->timeout;
  int status = 0, pause = 1;

  while (waitpid(process, &status, WNOHANG) == 0) {
    poll(open, 2, pause);
    if (!drain(ends[0], &result->output))
      open[0].fd = -1;
    if (!drain(ends[1], &result->complaints))
      open[1].fd = -1;
    result->late = now() > end;
    result->flooded = is_flooded(result);
    if (result->late || result->flooded || stopped != 0) {
      kill(-process, SIGKILL);
      waitpid(process, &status, 0);
      break;
    }
    pause = pause < 16 ? 2 * pause : pause;
  }
  kill(-process, SIGKILL); /* what it left running */
  drain(ends[0], &result->output);
  drain(ends[1], &result->complaints);
  return status;
}

static int code_of(int status)
{
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static enum pst_status run(const struct pst_child *child, int pipes[2][2],
                           struct pst_child_result *result, struct pst_error *error)
{
  const int read_ends[2] = {pipes[0][0], pipes[1][0]}, write_ends[2] = {pipes[0][1], pipes[1][1]};
  pid_t process;
  int failed = start(child, write_ends, &process);

  for (int i = 0; i < 2; i++) {
    close(pipes[i][1]);
    pipes[i][1] = -1;
    fcntl(pipes[i][0], F_SETFL, O_NONBLOCK);
  }
  if (failed != 0)
    return pst_fail(error, PST_IO, "cannot run %s: %s", child->arguments[0], strerror(failed));
  result->code = code_of(follow(child, process, read_ends, result));
  if (stopped != 0)
    return pst_fail(error, PST_IO, "stopped");
  return result->output.failed || result->complaints.failed ? pst_fail_memory(error) : PST_OK;
}

enum pst_status pst_child_run(const struct pst_child *child, struct pst_child_result *result,
                              struct pst_error *error)
{
  int pipes[2][2] = {{-1, -1}, {-1, -1}};
  enum pst_status status;

  *result = (struct pst_child_result){.code = 0};
  if (pipe2(pipes[0], O_CLOEXEC) != 0 || pipe2(pipes[1], O_CLOEXEC) != 0)
    status = pst_fail(error, PST_IO, "cannot make a pipe: %s", strerror(errno));
  else
    status = run(child, pipes, result, error);
  for (int i = 0; i < 4; i++)
    if (pipes[i / 2][i % 2] >= 0)
      close(pipes[i / 2][i % 2]);
  return status;
}

void pst_child_free(struct pst_child_result *result)
{
  pst_buffer_free(&result->output);
  pst_buffer_free(&result->complaints);
}
