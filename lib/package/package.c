/* package.c -- the datapackage.json beside a CSV, read, added to and written. */
#include "package/package.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/output.h"

static const char *base_name(const char *path)
{
  const char *slash = strrchr(path, '/');

  return slash == NULL ? path : slash + 1;
}

/* A name of a resource: lower-case letters, digits, - _ and dots. */
static void resource_name(const char *file, char name[128])
{
  size_t n = 0;
  const char *dot = strrchr(file, '.');

  for (const char *c = file; *c != '\0' && c != dot && n < 127; c++) {
    char lower = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    bool good = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '-'
                || lower == '_' || lower == '.';

    name[n++] = good ? lower : '-';
  }
  name[n] = '\0';
}

json_t *pst_package_resource(const char *csv, json_t *fields)
{
  char name[128];

  resource_name(base_name(csv), name);
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:{s:o, s:[s]}}", "name", name, "path",
                   base_name(csv), "format", "csv", "mediatype", "text/csv", "encoding", "utf-8",
                   "schema", "fields", fields, "missingValues", "");
}

void pst_package_set(json_t *object, const char *name, json_t *value, bool *good)
{
  const int failed = !*good         ? -1
                     : name == NULL ? json_array_append_new(object, value)
                                    : json_object_set_new(object, name, value);

  if (!*good)
    json_decref(value);
  *good = failed == 0;
}

static enum pst_status read_package(const char *path, json_t **package, struct pst_error *error)
{
  json_error_t about;
  json_t *resources;

  if (access(path, F_OK) != 0) {
    *package = json_pack("{s:s, s:[]}", "profile", "tabular-data-package", "resources");
    return *package == NULL ? pst_fail_memory(error) : PST_OK;
  }
  errno = 0;
  *package = json_load_file(path, JSON_REJECT_DUPLICATES, &about);
  if (*package == NULL && errno == ENOMEM)
    return pst_fail_memory(error);
  resources = json_object_get(*package, "resources");
  if (*package != NULL && json_is_array(resources))
    return PST_OK;
  json_decref(*package);
  *package = NULL;
  return pst_fail_at(error, PST_BAD_DATA, path, 0,
                     "this is no data package (%s), so the table cannot be added to it; write to "
                     "another folder, or move it away",
                     about.text[0] == '\0' ? "it has no list of resources" : about.text);
}

/* Takes RESOURCE. */
static enum pst_status put_resource(json_t *package, json_t *resource, struct pst_error *error)
{
  json_t *resources = json_object_get(package, "resources"), *at;
  const char *path = json_string_value(json_object_get(resource, "path"));
  int failed;
  size_t i;

  json_array_foreach(resources, i, at)
  {
    const char *other = json_string_value(json_object_get(at, "path"));

    if (other != NULL && strcmp(other, path) == 0)
      break;
  }
  failed = i < json_array_size(resources) ? json_array_set_new(resources, i, resource)
                                          : json_array_append_new(resources, resource);
  return failed != 0 ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status write_package(const json_t *package, struct pst_output *output,
                                     struct pst_error *error)
{
  errno = 0;
  if (json_dumpf(package, output->file, JSON_INDENT(2)) == 0 && putc('\n', output->file) != EOF)
    return PST_OK;
  return errno == 0 ? pst_fail_memory(error)
                    : pst_fail_at(error, PST_IO, output->path, 0, "%s", strerror(errno));
}

/* A folder that cannot be locked (a file system without locks) is written to all the same. */
static int lock_folder(const char *path, size_t size)
{
  char *name = size == 0 ? strdup(".") : strndup(path, size);
  int folder = name == NULL ? -1 : open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  free(name);
  while (folder >= 0 && flock(folder, LOCK_EX) != 0 && errno == EINTR)
    ;
  return folder;
}

enum pst_status pst_package_begin(struct pst_package *package, const char *csv, json_t *resource,
                                  struct pst_error *error)
{
  size_t folder = (size_t)(base_name(csv) - csv);
  struct pst_arena scratch = PST_ARENA_EMPTY;
  const char *path = pst_arena_format(&scratch, "%.*sdatapackage.json", (int)folder, csv);
  json_t *content = NULL;
  enum pst_status status;

  *package = (struct pst_package){.folder = lock_folder(csv, folder)};
  status = path == NULL || resource == NULL ? pst_fail_memory(error)
                                            : read_package(path, &content, error);
  if (status == PST_OK)
    status = put_resource(content, resource, error);
  else
    json_decref(resource);
  if (status == PST_OK)
    status = pst_output_open(&package->output, path, error);
  if (status == PST_OK)
    status = write_package(content, &package->output, error);
  json_decref(content);
  pst_arena_free(&scratch);
  if (status != PST_OK)
    pst_package_discard(package);
  return status;
}

static void unlock(struct pst_package *package)
{
  if (package->folder >= 0)
    close(package->folder);
  package->folder = -1;
}

enum pst_status pst_package_commit(struct pst_package *package, struct pst_error *error)
{
  enum pst_status status = pst_output_commit(&package->output, error);

  unlock(package);
  return status;
}

void pst_package_discard(struct pst_package *package)
{
  pst_output_discard(&package->output);
  unlock(package);
}
