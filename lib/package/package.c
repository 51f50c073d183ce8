/* package.c -- the datapackage.json beside a CSV, read, added to and written. */
#include "package/package.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
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

static enum pst_status read_package(const char *path, json_t **package, struct pst_error *error)
{
  json_error_t about;
  json_t *resources;

  if (access(path, F_OK) != 0) {
    *package = json_pack("{s:s, s:[]}", "profile", "tabular-data-package", "resources");
    return *package == NULL ? pst_fail_memory(error) : PST_OK;
  }
  *package = json_load_file(path, JSON_REJECT_DUPLICATES, &about);
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

static void put_resource(json_t *package, json_t *resource)
{
  json_t *resources = json_object_get(package, "resources"), *at;
  const char *path = json_string_value(json_object_get(resource, "path"));
  size_t i;

  json_array_foreach(resources, i, at)
  {
    const char *other = json_string_value(json_object_get(at, "path"));

    if (other != NULL && strcmp(other, path) == 0) {
      json_array_set_new(resources, i, resource);
      return;
    }
  }
  json_array_append_new(resources, resource);
}

static enum pst_status write_package(const json_t *package, const char *path,
                                     struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  enum pst_status status = pst_output_open(&output, path, error);

  if (status != PST_OK)
    return status;
  if (json_dumpf(package, output.file, JSON_INDENT(2)) != 0 || putc('\n', output.file) == EOF)
    status = pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
  if (status == PST_OK)
    return pst_output_commit(&output, error);
  pst_output_discard(&output);
  return status;
}

enum pst_status pst_package_put(const char *csv, json_t *resource, struct pst_error *error)
{
  size_t folder = (size_t)(base_name(csv) - csv);
  struct pst_arena scratch = PST_ARENA_EMPTY;
  const char *path = pst_arena_format(&scratch, "%.*sdatapackage.json", (int)folder, csv);
  json_t *package = NULL;
  enum pst_status status = path == NULL || resource == NULL ? pst_fail_memory(error)
                                                            : read_package(path, &package, error);

  if (status == PST_OK) {
    put_resource(package, resource);
    status = write_package(package, path, error);
  } else {
    json_decref(resource);
  }
  json_decref(package);
  pst_arena_free(&scratch);
  return status;
}
