/* share.c -- part K of N: which bytes of which files are its own. */
#include "scale/share.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

__extension__ typedef unsigned __int128 uint128;

/* --- which part ----------------------------------------------------------------------------------- */

/* A whole number of up to nine digits, all of TEXT. */
static bool read_number(const char *text, size_t *number)
{
  size_t size = text == NULL ? 0 : strlen(text);

  if (size == 0 || size > 9 || strspn(text, "0123456789") != size)
    return false;
  *number = (size_t)strtoul(text, NULL, 10);
  return true;
}

static bool environment(const char *name, size_t *number)
{
  return read_number(getenv(name), number);
}

/* The task of a job array, whose numbers go from MIN to MAX in steps. */
static enum pst_status read_array(size_t id, struct pst_share *share, struct pst_error *error)
{
  size_t least, most, step = 1, count;

  if (!environment("SLURM_ARRAY_TASK_MIN", &least) || !environment("SLURM_ARRAY_TASK_MAX", &most)
      || least > id || id > most)
    return pst_fail(error, PST_USAGE,
                    "SLURM_ARRAY_TASK_ID is set, and SLURM_ARRAY_TASK_MIN and _MAX are not as in a "
                    "job array; say the part as K/N");
  if (environment("SLURM_ARRAY_TASK_STEP", &step) && step == 0)
    step = 1;
  *share = (struct pst_share){.k = (id - least) / step + 1, .n = (most - least) / step + 1};
  if ((environment("SLURM_ARRAY_TASK_COUNT", &count) && count != share->n)
      || (id - least) % step != 0)
    return pst_fail(error, PST_USAGE,
                    "the numbers of this job array are no range; with --array=3,7 say of how many "
                    "parts: --part slurm/N");
  return PST_OK;
}

static enum pst_status read_slurm(struct pst_share *share, struct pst_error *error)
{
  size_t id;

  if (environment("SLURM_ARRAY_TASK_ID", &id))
    return read_array(id, share, error);
  if (!environment("SLURM_PROCID", &id) || !environment("SLURM_NTASKS", &share->n))
    return pst_fail(
        error, PST_USAGE,
        "this is no task of Slurm: neither SLURM_ARRAY_TASK_ID nor SLURM_PROCID is set; "
        "say the part as K/N");
  share->k = id + 1;
  return PST_OK;
}

/* The number of a task is that of the part, whatever the others are. */
static enum pst_status read_slurm_of(const char *of, struct pst_share *share,
                                     struct pst_error *error)
{
  if (!read_number(of, &share->n))
    return pst_fail(error, PST_USAGE, "'slurm/%s' does not say of how many parts: slurm/12", of);
  if (environment("SLURM_ARRAY_TASK_ID", &share->k))
    return PST_OK;
  if (!environment("SLURM_PROCID", &share->k))
    return read_slurm(share, error);
  share->k++;
  return PST_OK;
}

static enum pst_status read_share(const char *text, struct pst_share *share,
                                  struct pst_error *error)
{
  const char *slash = strchr(text, '/');
  char first[16];

  if (strcmp(text, "slurm") == 0)
    return read_slurm(share, error);
  if (strncmp(text, "slurm/", 6) == 0)
    return read_slurm_of(text + 6, share, error);
  if (slash != NULL && (size_t)(slash - text) < sizeof first) {
    snprintf(first, sizeof first, "%.*s", (int)(slash - text), text);
    if (read_number(first, &share->k) && read_number(slash + 1, &share->n))
      return PST_OK;
  }
  return pst_fail(error, PST_USAGE,
                  "'%s' is not K/N, the Kth of N parts, such as 3/12, nor slurm or slurm/N", text);
}

enum pst_status pst_share_read(const char *text, struct pst_share *share, struct pst_error *error)
{
  enum pst_status status = read_share(text, share, error);

  if (status != PST_OK)
    return status;
  if (share->k < 1 || share->k > share->n || share->n > PST_SHARE_MOST)
    return pst_fail(error, PST_USAGE,
                    "there is no part %zu of %zu; parts are 1/N to N/N, N up to %d", share->k,
                    share->n, PST_SHARE_MOST);
  return PST_OK;
}

/* --- which bytes ---------------------------------------------------------------------------------- */

struct cutting {
  const struct pst_share *share;
  unsigned long long *sizes;
  unsigned long long from, until, all; /* of all files, one behind the other */
  struct pst_tile_range *ranges;
  size_t n;
};

static enum pst_status size_of(const char *path, unsigned long long *size, struct pst_error *error)
{
  struct stat about;

  if (strcmp(path, "-") == 0)
    return pst_fail(error, PST_USAGE,
                    "standard input cannot be read in parts; keep it in a file, or give each "
                    "part files of its own");
  if (stat(path, &about) != 0)
    return pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
  if (!S_ISREG(about.st_mode))
    return pst_fail(error, PST_USAGE,
                    "%s is no regular file, and cannot be read in parts; keep what it gives in a "
                    "file",
                    path);
  *size = (unsigned long long)about.st_size;
  return PST_OK;
}

enum pst_status pst_share_bytes(const char *const *paths, size_t n_files, unsigned long long *bytes,
                                struct pst_error *error)
{
  enum pst_status status = PST_OK;

  *bytes = 0;
  for (size_t i = 0; i < n_files && status == PST_OK; i++) {
    unsigned long long size = 0;

    status = size_of(paths[i], &size, error);
    *bytes += size;
  }
  return status;
}

static enum pst_status read_sizes(struct cutting *cutting, const char *const *paths, size_t n,
                                  struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < n && status == PST_OK; i++) {
    status = size_of(paths[i], &cutting->sizes[i], error);
    cutting->all += cutting->sizes[i];
  }
  return status;
}

/* The range of file I, whose first byte is byte AT of all. */
static void add_range(struct cutting *cutting, size_t i, unsigned long long at)
{
  const struct pst_share *share = cutting->share;
  unsigned long long end = at + cutting->sizes[i];
  bool begins =
      (at >= cutting->from && at < cutting->until) || (at == cutting->all && share->k == share->n);
  unsigned long long from = cutting->from > at ? cutting->from : at,
                     until = cutting->until < end ? cutting->until : end;

  if (!begins && from >= until)
    return;
  cutting->ranges[cutting->n++] = (struct pst_tile_range){.file = i,
                                                          .from = from - at,
                                                          .until = until - at,
                                                          .size = cutting->sizes[i],
                                                          .begins = begins};
}

static enum pst_status set_start(struct cutting *cutting, struct pst_error *error)
{
  const struct pst_share *share = cutting->share;
  struct pst_tile_range *first = cutting->ranges;

  if (!share->has_start)
    return PST_OK;
  if (cutting->n == 0 || share->start < first->from || share->start > first->size)
    return pst_fail(error, PST_USAGE,
                    "--part-start: byte %llu is not in part %zu of %zu, whose first file it has "
                    "from byte %llu to %llu",
                    share->start, share->k, share->n, cutting->n == 0 ? 0 : first->from,
                    cutting->n == 0 ? 0 : first->until);
  first->from = share->start;
  first->is_start = true;
  return PST_OK;
}

enum pst_status pst_share_ranges(const struct pst_share *share, const char *const *paths,
                                 size_t n_files, struct pst_arena *arena,
                                 struct pst_tile_range **ranges, size_t *n, struct pst_error *error)
{
  struct cutting cutting = {.share = share,
                            .sizes = pst_arena_array(arena, n_files + 1, sizeof *cutting.sizes),
                            .ranges = pst_arena_array(arena, n_files + 1, sizeof *cutting.ranges)};
  unsigned long long at = 0;
  enum pst_status status;

  if (cutting.sizes == NULL || cutting.ranges == NULL)
    return pst_fail_memory(error);
  status = read_sizes(&cutting, paths, n_files, error);
  if (status != PST_OK)
    return status;
  cutting.from = (unsigned long long)((uint128)cutting.all * (share->k - 1) / share->n);
  cutting.until = (unsigned long long)((uint128)cutting.all * share->k / share->n);
  for (size_t i = 0; i < n_files; i++) {
    add_range(&cutting, i, at);
    at += cutting.sizes[i];
  }
  *ranges = cutting.ranges;
  *n = cutting.n;
  return set_start(&cutting, error);
}
