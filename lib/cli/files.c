/* files.c -- the files of a command line held against each other. */
#include "cli/files.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/array.h"
#include "cli/list.h"

/* Where a path leads. */
struct place {
  bool counts;      /* a regular file, or nothing yet */
  bool exists;      /* the file itself is known by device and inode; else its folder is */
  const char *name; /* in the folder */
  dev_t device;
  ino_t inode;
};

enum pst_status pst_files_add(struct pst_files *files, struct pst_arena *arena,
                              enum pst_file_use use, const char *name, const char *path,
                              struct pst_error *error)
{
  if (path == NULL)
    return PST_OK;
  if (!PST_ARRAY_ROOM_IN(arena, files->items, files->capacity, files->count + 1))
    return pst_fail_memory(error);
  files->items[files->count++] = (struct pst_file){.path = path, .name = name, .use = use};
  return PST_OK;
}

static const char *base_name(const char *path)
{
  const char *slash = strrchr(path, '/');

  return slash == NULL ? path : slash + 1;
}

enum pst_status pst_files_add_package(struct pst_files *files, struct pst_arena *arena,
                                      enum pst_file_use use, const char *path,
                                      struct pst_error *error)
{
  const char *beside, *name;

  if (path == NULL || strcmp(path, "-") == 0)
    return PST_OK;
  beside = pst_arena_format(arena, "%.*sdatapackage.json", (int)(base_name(path) - path), path);
  name = pst_arena_format(arena, "the package beside '%s'", path);
  if (beside == NULL || name == NULL)
    return pst_fail_memory(error);
  return pst_files_add(files, arena, use, name, beside, error);
}

enum pst_status pst_files_add_tables(struct pst_files *files, struct pst_arena *arena,
                                     const struct pst_list *operands, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (operands->count == 0)
    return pst_files_add(files, arena, PST_FILE_READ, NULL, "-", error);
  for (size_t i = 0; i < operands->count && status == PST_OK; i++) {
    status = pst_files_add(files, arena, PST_FILE_READ, NULL, operands->items[i], error);
    if (status == PST_OK)
      status = pst_files_add_package(files, arena, PST_FILE_READ, operands->items[i], error);
  }
  return status;
}

/* --- where a path leads ------------------------------------------------------------------------- */

static bool look(const struct pst_file *file, struct stat *about)
{
  if (strcmp(file->path, "-") == 0)
    return fstat(file->use == PST_FILE_READ ? STDIN_FILENO : STDOUT_FILENO, about) == 0;
  return stat(file->path, about) == 0;
}

/* What is not yet there, by its folder. */
static struct place find_folder(const char *path)
{
  size_t size = (size_t)(base_name(path) - path);
  struct stat about;
  char folder[4096];

  if (size >= sizeof folder - 2)
    return (struct place){.counts = false};
  memcpy(folder, path, size);
  folder[size] = '\0';
  if (stat(size == 0 ? "." : folder, &about) != 0)
    return (struct place){.counts = false};
  return (struct place){
      .counts = true, .name = path + size, .device = about.st_dev, .inode = about.st_ino};
}

static struct place find_place(const struct pst_file *file)
{
  struct stat about;

  if (look(file, &about))
    return (struct place){.counts = S_ISREG(about.st_mode),
                          .exists = true,
                          .device = about.st_dev,
                          .inode = about.st_ino};
  return strcmp(file->path, "-") == 0 ? (struct place){.counts = false} : find_folder(file->path);
}

static bool same_place(const struct place *a, const struct place *b)
{
  return a->counts && b->counts && a->exists == b->exists && a->device == b->device
         && a->inode == b->inode && (a->exists || strcmp(a->name, b->name) == 0);
}

/* PATH names a descriptor: what the shell has opened there may be a regular file, of another name. */
static bool is_descriptor(const char *path)
{
  static const char *const names[] = {"-", "/dev/stdout", "/dev/stderr", "/dev/stdin"};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(path, names[i]) == 0)
      return true;
  return strncmp(path, "/dev/fd/", 8) == 0 || strncmp(path, "/proc/", 6) == 0;
}

bool pst_file_keeps(const char *path)
{
  struct stat about;

  if (is_descriptor(path))
    return false;
  return stat(path, &about) != 0 || S_ISREG(about.st_mode);
}

/* --- what must not be --------------------------------------------------------------------------- */

static bool is_standard(const struct pst_file *file)
{
  return strcmp(file->path, "-") == 0;
}

/* "--output: './a.csv'", "standard output". */
static void name_written(const struct pst_file *file, char *text, size_t size)
{
  if (is_standard(file))
    snprintf(text, size, "standard output");
  else
    snprintf(text, size, "%s: '%s'", file->name, file->path);
}

/* "the input 'a.csv'", "standard input", "what --join reads", "the package beside 'a.csv'". */
static void name_read(const struct pst_file *file, char *text, size_t size)
{
  bool option = file->name != NULL && file->name[0] == '-';

  if (file->name == NULL && is_standard(file))
    snprintf(text, size, "standard input");
  else if (file->name == NULL)
    snprintf(text, size, "the input '%s'", file->path);
  else
    snprintf(text, size, "%s%s%s", option ? "what " : "", file->name, option ? " reads" : "");
}

static enum pst_status fail_read(const struct pst_file *written, const struct pst_file *read,
                                 struct pst_error *error)
{
  char what[400], input[400];

  name_written(written, what, sizeof what);
  name_read(read, input, sizeof input);
  return pst_fail(error, PST_USAGE,
                  "%s is %s; nothing that is read is written over: name another "
                  "file",
                  what, input);
}

static enum pst_status fail_twice(const struct pst_file *a, const struct pst_file *b,
                                  struct pst_error *error)
{
  if (strcmp(a->path, b->path) == 0)
    return pst_fail(error, PST_USAGE, "'%s' is named for two results", a->path);
  if (is_standard(a) || is_standard(b))
    return pst_fail(error, PST_USAGE,
                    "%s: '%s' is the file of standard output, where a result goes",
                    is_standard(a) ? b->name : a->name, is_standard(a) ? b->path : a->path);
  return pst_fail(error, PST_USAGE, "'%s' (%s) and '%s' (%s) are one file, named for two results",
                  a->path, a->name, b->path, b->name);
}

/* "-" given twice would mix two results, whatever standard output is; /dev/null takes all. */
static bool same_stream(const struct pst_file *a, const struct pst_file *b)
{
  return is_standard(a) && is_standard(b) && a->name[0] == '-' && b->name[0] == '-';
}

enum pst_status pst_files_check(const struct pst_files *files, struct pst_error *error)
{
  for (size_t i = 0; i < files->count; i++) {
    const struct pst_file *a = &files->items[i];
    struct place here = find_place(a);

    for (size_t j = 0; j < files->count && a->use == PST_FILE_WRITE; j++) {
      const struct pst_file *b = &files->items[j];
      struct place there = find_place(b);

      if (b->use == PST_FILE_READ && same_place(&here, &there))
        return fail_read(a, b, error);
      if (b->use == PST_FILE_WRITE && j > i && (same_place(&here, &there) || same_stream(a, b)))
        return fail_twice(a, b, error);
    }
  }
  return PST_OK;
}
