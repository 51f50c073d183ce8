/* copy.c -- files as copies that tell whether they were written since. */
#include "notebook/run/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* A second after the beginning of the clock. */
enum { UNTOUCHED = 1 };

static bool write_whole(int to, const char *data, size_t size)
{
  while (size > 0) {
    ssize_t n = write(to, data, size);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return false;
    data += n;
    size -= (size_t)n;
  }
  return true;
}

static bool copy_bytes(int from, int to)
{
  char block[65536];
  ssize_t got;

  while ((got = read(from, block, sizeof block)) > 0)
    if (!write_whole(to, block, (size_t)got))
      return false;
  return got == 0;
}

/* By the kernel where it can: it may share the blocks of the disk. */
static bool copy_content(int from, int to)
{
  ssize_t n;

  do
    n = copy_file_range(from, NULL, to, NULL, (size_t)1 << 30, 0);
  while (n > 0);
  return copy_bytes(from, to); /* what it left, or all when it cannot */
}

static bool mark(int to)
{
  const struct timespec times[2] = {{.tv_sec = UNTOUCHED}, {.tv_sec = UNTOUCHED}};

  return futimens(to, times) == 0;
}

enum pst_status pst_copy_file(const char *from, const char *to, struct pst_error *error)
{
  int source = open(from, O_RDONLY | O_CLOEXEC);
  int target =
      source < 0 ? -1 : open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
  bool done = target >= 0 && copy_content(source, target) && mark(target);
  int reason = errno;

  if (source >= 0)
    close(source);
  if (target >= 0)
    close(target);
  if (!done)
    return pst_fail_at(error, PST_IO, from, 0, "cannot copy it: %s", strerror(reason));
  return PST_OK;
}

bool pst_copy_is_untouched(const struct stat *about)
{
  return about->st_mtim.tv_sec == UNTOUCHED && about->st_mtim.tv_nsec == 0;
}

enum pst_status pst_copy_read(const char *path, struct pst_buffer *out, struct pst_error *error)
{
  char block[65536];
  ssize_t got = -1;
  int file = open(path, O_RDONLY | O_CLOEXEC);

  while (file >= 0 && (got = read(file, block, sizeof block)) > 0)
    pst_buffer_add(out, block, (size_t)got);
  if (got < 0)
    pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
  if (file >= 0)
    close(file);
  if (got < 0)
    return PST_IO;
  return out->failed ? pst_fail_memory(error) : PST_OK;
}
