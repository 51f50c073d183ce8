/* folder.c -- the clean folders that blocks run in. */
#include "notebook/run/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glob.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "notebook/run/copy.h"
#include "notebook/run/words.h"

enum { FILES_MOST = 10000, DESCRIPTORS = 16 };

enum pst_status pst_folder_root(struct pst_arena *arena, const char **root, struct pst_error *error)
{
  const char *place = getenv("TMPDIR");
  char *path = pst_arena_format(arena, "%s/polstat-notebook-XXXXXX",
                                place == NULL || place[0] != '/' ? "/tmp" : place);
  char whole[PATH_MAX];

  if (path == NULL)
    return pst_fail_memory(error);
  if (mkdtemp(path) == NULL)
    return pst_fail_at(error, PST_IO, path, 0, "cannot make a temporary folder: %s",
                       strerror(errno));
  *root = realpath(path, whole) == NULL ? path : pst_arena_string(arena, whole);
  return *root == NULL ? pst_fail_memory(error) : PST_OK;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
  (void)about;
  (void)where;
  if (kind == FTW_DNR)
    chmod(path, S_IRWXU);
  remove(path);
  return 0;
}

static int open_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
  (void)about;
  (void)where;
  if (kind == FTW_D || kind == FTW_DNR)
    chmod(path, S_IRWXU);
  return 0;
}

void pst_folder_remove(const char *root)
{
  nftw(root, open_one, DESCRIPTORS, FTW_PHYS);
  nftw(root, remove_one, DESCRIPTORS, FTW_PHYS | FTW_DEPTH);
}

enum pst_status pst_folder_make(const char *path, struct pst_error *error)
{
  char part[PATH_MAX];

  if (strlen(path) >= sizeof part)
    return pst_fail_at(error, PST_IO, path, 0, "%s", strerror(ENAMETOOLONG));
  for (size_t i = 1;; i++) {
    if (path[i] != '/' && path[i] != '\0')
      continue;
    memcpy(part, path, i);
    part[i] = '\0';
    if (mkdir(part, S_IRWXU) != 0 && errno != EEXIST)
      return pst_fail_at(error, PST_IO, part, 0, "cannot make a folder: %s", strerror(errno));
    if (path[i] == '\0')
      return PST_OK;
  }
}

/* The folder of the file PATH. */
static enum pst_status make_parent(const char *path, struct pst_error *error)
{
  const char *slash = strrchr(path, '/');
  char parent[PATH_MAX];
  size_t size = slash == NULL ? 0 : (size_t)(slash - path);

  if (size == 0 || size >= sizeof parent)
    return PST_OK;
  memcpy(parent, path, size);
  parent[size] = '\0';
  return pst_folder_make(parent, error);
}

/* --- bringing ------------------------------------------------------------------------------------ */

static bool is_file(const char *path)
{
  struct stat about;

  return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

static bool is_folder(const char *path)
{
  struct stat about;

  return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool join(char path[PATH_MAX], const char *folder, const char *name)
{
  return snprintf(path, PATH_MAX, "%s/%s", folder, name) < PATH_MAX;
}

/* The file NAME, unless there is one already. */
static enum pst_status bring_file(const struct pst_folder *folder, const char *name,
                                  struct pst_error *error)
{
  char from[PATH_MAX], to[PATH_MAX];
  enum pst_status status;

  if (!join(from, folder->base, name) || !join(to, folder->here, name) || !is_file(from)
      || access(to, F_OK) == 0)
    return PST_OK;
  status = make_parent(to, error);
  return status == PST_OK ? pst_copy_file(from, to, error) : status;
}

/* The name of FILE beside the file NAME. */
static bool beside(char path[PATH_MAX], const char *name, const char *file)
{
  const char *slash = strrchr(name, '/');

  return snprintf(path, PATH_MAX, "%.*s%s", slash == NULL ? 0 : (int)(slash - name) + 1, name, file)
         < PATH_MAX;
}

struct table_of_claims {
  const struct pst_folder *folder;
  const char *claims;
};

static enum pst_status bring_with_package(const struct pst_folder *folder, const char *name,
                                          struct pst_error *error)
{
  char package[PATH_MAX];
  enum pst_status status = bring_file(folder, name, error);

  if (status == PST_OK && beside(package, name, "datapackage.json"))
    status = bring_file(folder, package, error);
  return status;
}

static enum pst_status bring_table(void *context, const char *word, struct pst_error *error)
{
  const struct table_of_claims *table = context;
  char name[PATH_MAX];

  if (word[0] == '/' || !beside(name, table->claims, word))
    return PST_OK;
  return bring_with_package(table->folder, name, error);
}

static bool ends(const char *name, const char *ending)
{
  size_t size = strlen(name), tail = strlen(ending);

  return size > tail && strcmp(name + size - tail, ending) == 0;
}

/* The tables that the claims file NAME names. */
static enum pst_status bring_tables(const struct pst_folder *folder, const char *name,
                                    struct pst_error *error)
{
  struct table_of_claims table = {.folder = folder, .claims = name};
  struct pst_buffer text = {.data = NULL};
  char path[PATH_MAX];
  enum pst_status status = PST_OK;

  if (join(path, folder->base, name))
    status = pst_copy_read(path, &text, error);
  if (status == PST_OK)
    status = pst_words_quoted(pst_buffer_string(&text), bring_table, &table, error);
  pst_buffer_free(&text);
  return status;
}

static enum pst_status bring_named(const struct pst_folder *folder, const char *name,
                                   struct pst_error *error)
{
  enum pst_status status = bring_with_package(folder, name, error);

  if (status == PST_OK && ends(name, ".claims"))
    status = bring_tables(folder, name, error);
  return status;
}

static enum pst_status fail_many(const char *word, struct pst_error *error)
{
  return pst_fail_at(error, PST_IO, word, 0,
                     "a command names this, which is more than %d files; name those that it reads",
                     (int)FILES_MOST);
}

static enum pst_status bring_folder(const struct pst_folder *folder, const char *name,
                                    size_t *count, struct pst_error *error);

static enum pst_status bring_entry(const struct pst_folder *folder, const char *name,
                                   const char *entry, size_t *count, struct pst_error *error)
{
  char inner[PATH_MAX], path[PATH_MAX];

  if (!join(inner, name, entry) || !join(path, folder->base, inner))
    return PST_OK;
  if (is_folder(path))
    return bring_folder(folder, inner, count, error);
  if (++*count > FILES_MOST)
    return fail_many(name, error);
  return bring_file(folder, inner, error);
}

/* A folder with what is in it; what is hidden stays. */
static enum pst_status bring_folder(const struct pst_folder *folder, const char *name,
                                    size_t *count, struct pst_error *error)
{
  char path[PATH_MAX], to[PATH_MAX];
  const struct dirent *entry;
  enum pst_status status = PST_OK;
  DIR *open;

  if (!join(path, folder->base, name) || !join(to, folder->here, name))
    return PST_OK;
  status = pst_folder_make(to, error);
  open = opendir(path);
  while (status == PST_OK && open != NULL && (entry = readdir(open)) != NULL)
    if (entry->d_name[0] != '.')
      status = bring_entry(folder, name, entry->d_name, count, error);
  if (open != NULL)
    closedir(open);
  return status;
}

static enum pst_status bring_pattern(const struct pst_folder *folder, const char *word,
                                     struct pst_error *error)
{
  char pattern[PATH_MAX];
  size_t skip = strlen(folder->base) + 1;
  enum pst_status status = PST_OK;
  glob_t found = {.gl_pathc = 0};

  if (join(pattern, folder->base, word) && glob(pattern, 0, NULL, &found) == 0)
    for (size_t i = 0; i < found.gl_pathc && status == PST_OK; i++)
      status = i == FILES_MOST ? fail_many(word, error)
                               : bring_named(folder, found.gl_pathv[i] + skip, error);
  globfree(&found);
  return status;
}

/* The folder that WORD would be written in. */
static enum pst_status bring_parent(const struct pst_folder *folder, const char *word,
                                    struct pst_error *error)
{
  char parent[PATH_MAX], path[PATH_MAX];

  if (strchr(word, '/') == NULL || !beside(parent, word, ".") || !join(path, folder->base, parent)
      || !is_folder(path) || !join(path, folder->here, parent))
    return PST_OK;
  path[strlen(path) - 2] = '\0';
  return pst_folder_make(path, error);
}

/* ".", "..", "../..": that would be all there is. */
static bool is_all(const char *word)
{
  return word[strspn(word, "./")] == '\0';
}

enum pst_status pst_folder_bring(const struct pst_folder *folder, const char *word,
                                 struct pst_error *error)
{
  char path[PATH_MAX];
  size_t count = 0;

  if (strchr("/-~", word[0]) != NULL || is_all(word) || !join(path, folder->base, word))
    return PST_OK;
  if (is_file(path))
    return bring_named(folder, word, error);
  if (is_folder(path))
    return bring_folder(folder, word, &count, error);
  if (strpbrk(word, "*?[") != NULL)
    return bring_pattern(folder, word, error);
  return bring_parent(folder, word, error);
}

enum pst_status pst_folder_carry(const char *from, const char *to, const char *name,
                                 struct pst_error *error)
{
  char source[PATH_MAX], target[PATH_MAX];
  enum pst_status status;

  if (!join(source, from, name) || !join(target, to, name))
    return PST_OK;
  status = make_parent(target, error);
  return status == PST_OK ? pst_copy_file(source, target, error) : status;
}

/* --- what was made ------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum pst_status list_below(const char *top, const char *inner, struct pst_arena *arena,
                                  struct pst_list *made, struct pst_error *error);

static enum pst_status list_entry(const char *top, const char *name, struct pst_arena *arena,
                                  struct pst_list *made, struct pst_error *error)
{
  char path[PATH_MAX];
  struct stat about;

  if (!join(path, top, name) || lstat(path, &about) != 0)
    return PST_OK;
  if (S_ISDIR(about.st_mode))
    return list_below(top, name, arena, made, error);
  if (!S_ISREG(about.st_mode) || pst_copy_is_untouched(&about))
    return PST_OK;
  name = pst_arena_string(arena, name);
  return name == NULL ? pst_fail_memory(error) : pst_list_add(made, arena, name, error);
}

static enum pst_status list_below(const char *top, const char *inner, struct pst_arena *arena,
                                  struct pst_list *made, struct pst_error *error)
{
  char path[PATH_MAX], name[PATH_MAX];
  const struct dirent *entry;
  enum pst_status status = PST_OK;
  DIR *open = join(path, top, inner) ? opendir(path) : NULL;

  if (open == NULL && errno == ENOMEM)
    return pst_fail_memory(error);
  while (status == PST_OK && open != NULL && (entry = readdir(open)) != NULL) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
      continue;
    if (inner[0] == '\0')
      snprintf(name, sizeof name, "%s", entry->d_name);
    else if (!join(name, inner, entry->d_name))
      continue;
    status = list_entry(top, name, arena, made, error);
  }
  if (open != NULL)
    closedir(open);
  return status;
}

enum pst_status pst_folder_made(const char *top, struct pst_arena *arena, struct pst_list *made,
                                struct pst_error *error)
{
  enum pst_status status = list_below(top, "", arena, made, error);

  if (status == PST_OK && made->count > 0)
    qsort(made->items, made->count, sizeof *made->items, by_name);
  return status;
}
