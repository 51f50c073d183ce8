/* output.c -- an output file that is there in full or not at all. */
#include "base/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* What a signal or an early exit must remove.  A slot is written before its file is made. */
static char *volatile unfinished[PST_OUTPUTS_MOST];

static void remove_unfinished(void)
{
  for (int i = 0; i < PST_OUTPUTS_MOST; i++)
    if (unfinished[i] != NULL)
      unlink(unfinished[i]);
}

/* SA_RESETHAND has restored the default, which ends the program with the signal's status. */
static void end_by_signal(int number)
{
  remove_unfinished();
  raise(number);
}

/* A signal that is ignored (nohup) stays ignored. */
static void watch(void)
{
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGXCPU};
  struct sigaction action = {.sa_flags = (int)SA_RESETHAND}, old;

  action.sa_handler = end_by_signal;
  sigemptyset(&action.sa_mask);
  atexit(remove_unfinished);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
      sigaction(numbers[i], &action, NULL);
}

static enum pst_status fail(const struct pst_output *output, struct pst_error *error)
{
  return pst_fail_at(error, PST_IO, output->path, 0, "%s", strerror(errno));
}

/* A buffer that needs no memory: without one each piece would be written at once, and what breaks off could not be
   taken back. */
static void buffer_standard(void)
{
  static char buffer[64 * 1024];
  static bool done;

  if (!done && !isatty(STDOUT_FILENO))
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  done = true;
}

static enum pst_status open_standard(struct pst_output *output, struct pst_error *error)
{
  buffer_standard();
  output->path = strdup("standard output");
  if (output->path == NULL)
    return pst_fail_memory(error);
  output->file = stdout;
  return PST_OK;
}

/* Beside TARGET: ".polstat-RANDOM.tmp", short enough for any file system.  A process number would
   not do: containers that share a folder share those too. */
static char *name_temporary(const char *target)
{
  const char *slash = strrchr(target, '/');
  int folder = slash == NULL ? 0 : (int)(slash - target) + 1;
  unsigned long long number = (unsigned long long)getpid();
  char *name;

  if (getrandom(&number, sizeof number, GRND_NONBLOCK) < 0)
    number ^= (unsigned long long)time(NULL) << 32;
  if (asprintf(&name, "%.*s.polstat-%016llx.tmp", folder, target, number) < 0)
    return NULL;
  return name;
}

/* --- what a process that was killed has left ----------------------------------------------------- */

enum { SECONDS_OF_START = 60 }; /* between making a file and locking it there is far less */

/* Whether NAME is one that name_temporary gives. */
static bool is_temporary(const char *name)
{
  const char *digits = "0123456789abcdef";

  return strncmp(name, ".polstat-", 9) == 0 && strspn(name + 9, digits) == 16
         && strcmp(name + 25, ".tmp") == 0;
}

/* Who writes a file holds its lock, and the kernel lets go of it however he ends. */
static void remove_left(int folder, const char *name)
{
  const int file = openat(folder, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat left;

  if (file < 0)
    return;
  if (fstat(file, &left) == 0 && S_ISREG(left.st_mode)
      && time(NULL) - left.st_mtime > SECONDS_OF_START && flock(file, LOCK_EX | LOCK_NB) == 0)
    unlinkat(folder, name, 0);
  close(file);
}

/* The folder of TARGET, unless it was the last one asked for. */
static int open_folder(const char *target)
{
  static dev_t device;
  static ino_t node;
  const char *slash = strrchr(target, '/');
  char *path = slash == NULL ? strdup(".") : strndup(target, (size_t)(slash - target) + 1);
  const int folder = path == NULL ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  struct stat now;

  free(path);
  if (folder < 0 || fstat(folder, &now) != 0 || (now.st_dev == device && now.st_ino == node)) {
    if (folder >= 0)
      close(folder);
    return -1;
  }
  device = now.st_dev;
  node = now.st_ino;
  return folder;
}

void pst_output_sweep(const char *target)
{
  const int folder = open_folder(target);
  DIR *entries = folder < 0 ? NULL : fdopendir(folder);

  if (folder >= 0 && entries == NULL)
    close(folder);
  if (entries == NULL)
    return;
  for (struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries))
    if (is_temporary(entry->d_name))
      remove_left(folder, entry->d_name);
  closedir(entries);
}

/* --- opening ------------------------------------------------------------------------------------ */

static enum pst_status take_slot(struct pst_output *output, struct pst_error *error)
{
  static pthread_once_t once = PTHREAD_ONCE_INIT;

  pthread_once(&once, watch);
  for (int i = 0; i < PST_OUTPUTS_MOST; i++) {
    if (unfinished[i] != NULL)
      continue;
    output->temporary = name_temporary(output->target);
    if (output->temporary == NULL)
      return pst_fail_memory(error);
    output->slot = i;
    unfinished[i] = output->temporary;
    return PST_OK;
  }
  return pst_fail_at(error, PST_IO, output->path, 0, "more than %d files are being written",
                     (int)PST_OUTPUTS_MOST);
}

static void free_slot(struct pst_output *output)
{
  if (output->temporary == NULL)
    return;
  unfinished[output->slot] = NULL;
  free(output->temporary);
  output->temporary = NULL;
  if (output->lock >= 0)
    close(output->lock);
  output->lock = -1;
}

static enum pst_status open_stream(struct pst_output *output, int descriptor,
                                   struct pst_error *error)
{
  if (descriptor < 0)
    return fail(output, error);
  output->file = fdopen(descriptor, "w");
  if (output->file == NULL) {
    close(descriptor);
    return pst_fail_memory(error);
  }
  return PST_OK;
}

/* OLD is the file to replace, NULL when there is none. */
static enum pst_status open_beside(struct pst_output *output, const struct stat *old,
                                   struct pst_error *error)
{
  enum pst_status status = take_slot(output, error);
  int descriptor;

  if (status != PST_OK)
    return status;
  pst_output_sweep(output->target);
  descriptor = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    output->lock = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (descriptor >= 0 && old != NULL && fchmod(descriptor, old->st_mode & 07777) != 0) {
    status = fail(output, error);
    close(descriptor);
    return status;
  }
  return open_stream(output, descriptor, error);
}

/* Why PATH (described by OLD if it EXISTS) cannot be replaced: an errno, or 0. */
static int find_obstacle(const char *path, bool exists, const struct stat *old)
{
  if (path[0] == '\0')
    return ENOENT;
  if (exists && S_ISDIR(old->st_mode))
    return EISDIR;
  return exists && access(path, W_OK) != 0 ? errno : 0;
}

/* N of /dev/stdout, /dev/stderr, /dev/fd/N and /proc/self/fd/N; -1 for any other path. */
static int find_descriptor(const char *path)
{
  int number = -1, end = 0;

  if (strcmp(path, "/dev/stdout") == 0)
    return STDOUT_FILENO;
  if (strcmp(path, "/dev/stderr") == 0)
    return STDERR_FILENO;
  if ((sscanf(path, "/dev/fd/%9d%n", &number, &end) == 1
       || sscanf(path, "/proc/self/fd/%9d%n", &number, &end) == 1)
      && path[end] == '\0' && number >= 0)
    return number;
  return -1;
}

/* What the shell has opened goes on where it stands; opened anew, it would begin at the front. */
static enum pst_status open_descriptor(struct pst_output *output, const char *path, int number,
                                       struct pst_error *error)
{
  int flags = fcntl(number, F_GETFL);

  output->path = strdup(path);
  if (output->path != NULL && flags >= 0 && (flags & O_ACCMODE) == O_RDONLY) {
    errno = EBADF;
    return fail(output, error);
  }
  return output->path == NULL ? pst_fail_memory(error)
                              : open_stream(output, fcntl(number, F_DUPFD_CLOEXEC, 3), error);
}

static enum pst_status open_named(struct pst_output *output, const char *path,
                                  struct pst_error *error)
{
  struct stat old;
  bool exists = stat(path, &old) == 0;
  int obstacle = find_obstacle(path, exists, &old);

  output->path = strdup(path);
  output->target = exists && S_ISREG(old.st_mode) ? realpath(path, NULL) : strdup(path);
  if (output->path == NULL || output->target == NULL)
    return pst_fail_memory(error);
  if (obstacle != 0) {
    errno = obstacle;
    return fail(output, error);
  }
  if (exists && !S_ISREG(old.st_mode))
    return open_stream(output, open(path, O_WRONLY | O_CLOEXEC), error);
  return open_beside(output, exists ? &old : NULL, error);
}

enum pst_status pst_output_open(struct pst_output *output, const char *path,
                                struct pst_error *error)
{
  enum pst_status status;
  int descriptor;

  *output = (struct pst_output){.lock = -1};
  if (path == NULL || strcmp(path, "-") == 0)
    return open_standard(output, error);
  descriptor = find_descriptor(path);
  status = descriptor >= 0 ? open_descriptor(output, path, descriptor, error)
                           : open_named(output, path, error);
  if (status != PST_OK)
    pst_output_discard(output);
  return status;
}

/* What is renamed must be on the disk first: after a power cut either file is whole. */
static bool is_kept(const struct pst_output *output)
{
  return output->temporary == NULL
         || (fflush(output->file) == 0 && fsync(fileno(output->file)) == 0);
}

/* Flush and close; standard output stays open. */
static enum pst_status finish(struct pst_output *output, struct pst_error *error)
{
  FILE *file = output->file;
  bool failed = ferror(file) != 0;

  errno = 0;
  if (pst_error_memory_is_short()) {
    __fpurge(file);
    return pst_fail_memory(error);
  }
  if (!failed && !is_kept(output))
    return fail(output, error);
  output->file = NULL;
  if ((file == stdout ? fflush(file) : fclose(file)) == 0 && !failed)
    return PST_OK;
  if (errno == 0)
    return pst_fail_at(error, PST_IO, output->path, 0, "a write failed");
  return fail(output, error);
}

enum pst_status pst_output_commit(struct pst_output *output, struct pst_error *error)
{
  enum pst_status status = finish(output, error);

  if (status == PST_OK && output->temporary != NULL) {
    if (rename(output->temporary, output->target) == 0)
      free_slot(output);
    else
      status = fail(output, error);
  }
  pst_output_discard(output);
  return status;
}

void pst_output_name(const struct pst_output *output, struct pst_error *error)
{
  if (error != NULL && error->status == PST_IO && error->file[0] == '\0' && output->path != NULL)
    snprintf(error->file, sizeof error->file, "%s", output->path);
}

void pst_output_discard(struct pst_output *output)
{
  if (output->file == stdout)
    __fpurge(stdout); /* of a table that broke off, as little as can be */
  else if (output->file != NULL)
    fclose(output->file);
  if (output->temporary != NULL)
    unlink(output->temporary);
  free_slot(output);
  free(output->path);
  free(output->target);
  *output = (struct pst_output){.lock = -1};
}
