/* schema.c -- what a datapackage.json (Frictionless Data Package 1) says of a file's columns. */
#include "table/load/schema.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/array.h"
#include "base/file.h"
#include "base/unicode/normal.h"
#include "table/load/schema_needs.h"

static const char *base_name(const char *path)
{
  const char *slash = strrchr(path, '/');

  return slash == NULL ? path : slash + 1;
}

/* A resource's path is one string, or an array of them. */
static bool has_path(const json_t *resource, const char *file)
{
  const json_t *path = json_object_get(resource, "path");
  size_t i;
  const json_t *part;

  if (json_is_string(path))
    return strcmp(base_name(json_string_value(path)), file) == 0;
  json_array_foreach(path, i, part)
  {
    if (json_is_string(part) && strcmp(base_name(json_string_value(part)), file) == 0)
      return true;
  }
  return false;
}

static const json_t *find_resource(const json_t *package, const char *file)
{
  const json_t *resources = json_object_get(package, "resources");
  size_t n = json_array_size(resources);

  for (size_t i = 0; i < n; i++) {
    const json_t *resource = json_array_get(resources, i);

    if (has_path(resource, file) || (n == 1 && strcmp(file, "-") == 0))
      return resource;
  }
  return NULL;
}

static const char *copy_string(struct pst_arena *arena, const json_t *value)
{
  return json_is_string(value) ? pst_arena_string(arena, json_string_value(value)) : NULL;
}

/* As headers are read. */
static const char *copy_name(struct pst_arena *arena, const json_t *value)
{
  return json_is_string(value)
             ? pst_text_normal_copy(pst_text_of(json_string_value(value)), arena, NULL)
             : NULL;
}

/* Of two fields with one name the first in the file stands first. */
static int compare_fields(const void *a, const void *b)
{
  const struct pst_schema_field *x = *(const struct pst_schema_field *const *)a,
                                *y = *(const struct pst_schema_field *const *)b;
  int order = strcmp(x->name, y->name);

  return order != 0 ? order : (x > y) - (x < y);
}

static bool index_fields(struct pst_arena *arena, struct pst_schema *schema)
{
  schema->by_name = pst_arena_array(arena, schema->n_fields + 1, sizeof *schema->by_name);
  if (schema->by_name == NULL)
    return false;
  for (size_t i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].name != NULL)
      schema->by_name[schema->n_by_name++] = &schema->fields[i];
  qsort(schema->by_name, schema->n_by_name, sizeof *schema->by_name, compare_fields);
  return true;
}

/* One name, or an array of them. */
static bool is_in(const json_t *names, const char *name)
{
  size_t i;
  const json_t *part;

  if (json_is_string(names))
    return strcmp(json_string_value(names), name) == 0;
  json_array_foreach(names, i, part)
  {
    if (json_is_string(part) && strcmp(json_string_value(part), name) == 0)
      return true;
  }
  return false;
}

static bool read_fields(const json_t *says, struct pst_arena *arena, struct pst_schema *schema)
{
  const json_t *fields = json_object_get(says, "fields"),
               *keys = json_object_get(says, "primaryKey");
  struct pst_schema_field *list = pst_arena_array(arena, json_array_size(fields) + 1, sizeof *list);
  size_t i;
  const json_t *field;

  if (list == NULL)
    return false;
  json_array_foreach(fields, i, field)
  {
    list[i].name = copy_name(arena, json_object_get(field, "name"));
    list[i].key = json_is_string(json_object_get(field, "name"))
                  && is_in(keys, json_string_value(json_object_get(field, "name")));
    list[i].type = copy_string(arena, json_object_get(field, "type"));
    list[i].title = copy_string(arena, json_object_get(field, "title"));
    list[i].unit = copy_string(arena, json_object_get(field, "unit"));
    list[i].decimal = copy_string(arena, json_object_get(field, "decimalChar"));
    list[i].group = copy_string(arena, json_object_get(field, "groupChar"));
  }
  schema->fields = list;
  schema->n_fields = json_array_size(fields);
  return index_fields(arena, schema);
}

static bool read_missing(const json_t *tokens, struct pst_arena *arena, struct pst_schema *schema)
{
  const char **list = pst_arena_array(arena, json_array_size(tokens) + 1, sizeof *list);
  size_t i, n = 0;
  const json_t *token;

  if (list == NULL)
    return false;
  json_array_foreach(tokens, i, token)
  {
    if (!json_is_string(token) || json_string_length(token) == 0)
      continue;
    list[n] = pst_arena_string(arena, json_string_value(token));
    if (list[n++] == NULL)
      return false;
  }
  schema->missing = list;
  schema->n_missing = n;
  return true;
}

/* A schema in a file of its own, or one token where a list is wanted, would pass for none. */
static enum pst_status check_schema(const json_t *says, const char *path, struct pst_error *error)
{
  const json_t *missing = json_object_get(says, "missingValues");

  if (json_is_string(says))
    return pst_fail_at(
        error, PST_BAD_DATA, path, 0,
        "schema: '%.200s' is a file of its own, which is not read; write what it says "
        "into the package, as an object",
        json_string_value(says));
  if (says != NULL && !json_is_object(says))
    return pst_fail_at(error, PST_BAD_DATA, path, 0, "schema: an object is expected");
  if (missing != NULL && !json_is_array(missing))
    return pst_fail_at(error, PST_BAD_DATA, path, 0,
                       "missingValues: a list of texts is expected, such as [\"\", \"NA\"]");
  return PST_OK;
}

static enum pst_status read_package(const json_t *package, const char *path, const char *data_file,
                                    bool required, struct pst_arena *arena,
                                    struct pst_schema *schema, struct pst_error *error)
{
  const json_t *found, *says;

  if (!json_is_array(json_object_get(package, "resources")))
    return pst_fail_at(error, PST_BAD_DATA, path, 0, "not a data package: it lists no resources");
  found = find_resource(package, base_name(data_file));
  if (found == NULL && required)
    return strcmp(data_file, "-") == 0
               ? pst_fail(error, PST_USAGE,
                          "--schema: %s has several resources, and standard input has no name to "
                          "choose one by; name the file",
                          path)
               : pst_fail(error, PST_USAGE, "--schema: %s has no resource with the path '%s'", path,
                          base_name(data_file));
  says = json_object_get(found, "schema");
  if (check_schema(says, path, error) != PST_OK)
    return PST_BAD_DATA;
  if (says != NULL
      && (!read_fields(says, arena, schema)
          || !read_missing(json_object_get(says, "missingValues"), arena, schema)))
    return pst_fail_memory(error);
  return PST_OK;
}

/* A link that leads nowhere, or in a circle, is there. */
static bool is_there(const char *path)
{
  struct stat about;

  return lstat(path, &about) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

/* Else errno says why not. */
static bool can_be_read(const char *path)
{
  struct stat about;

  if (access(path, R_OK) != 0 || stat(path, &about) != 0)
    return false;
  errno = S_ISDIR(about.st_mode) ? EISDIR : 0;
  return errno == 0;
}

/* --- packages that are kept --- */

struct pst_packages_item {
  char *path;
  json_t *package;
};

static json_t *find_package(const struct pst_packages *packages, const char *path)
{
  for (size_t i = 0; packages != NULL && i < packages->n; i++)
    if (strcmp(packages->items[i].path, path) == 0)
      return json_incref(packages->items[i].package);
  return NULL;
}

/* Where memory is out it is read again the next time. */
static void keep_package(struct pst_packages *packages, const char *path, json_t *package)
{
  char *copy;

  if (packages == NULL || !PST_ARRAY_ROOM(packages->items, packages->capacity, packages->n + 1)
      || (copy = strdup(path)) == NULL)
    return;
  packages->items[packages->n++] =
      (struct pst_packages_item){.path = copy, .package = json_incref(package)};
}

void pst_packages_free(struct pst_packages *packages)
{
  for (size_t i = 0; i < packages->n; i++) {
    free(packages->items[i].path);
    json_decref(packages->items[i].package);
  }
  free(packages->items);
  *packages = (struct pst_packages){.n = 0};
}

static bool read_file(const char *path, struct pst_buffer *text)
{
  char part[16384];
  ssize_t size = -1;
  int file = open(path, O_RDONLY | O_CLOEXEC);

  if (file < 0)
    return false;
  while ((size = read(file, part, sizeof part)) > 0)
    pst_buffer_add(text, part, (size_t)size);
  close(file);
  return size == 0 && !text->failed;
}

/* What a schema needs of the file at PATH; NULL where that is not plain, or cannot be had. */
static json_t *load_needs(const char *path)
{
  struct pst_buffer text = {.data = NULL}, needs = {.data = NULL};
  json_t *package = NULL;

  if (read_file(path, &text)
      && pst_schema_needs((struct pst_text){.data = text.data, .size = text.size}, &needs))
    package = json_loadb(needs.data, needs.size, 0, NULL);
  pst_buffer_free(&text);
  pst_buffer_free(&needs);
  return package;
}

static enum pst_status load_package(const char *path, bool required, json_t **package,
                                    struct pst_error *error)
{
  json_error_t where;

  if (!can_be_read(path))
    return pst_fail_at(error, PST_IO, path, 0, "%s%s", strerror(errno),
                       required ? "" : "; it may describe the table: mend it, or move it away");
  if (pst_file_require(path, error) != PST_OK)
    return PST_IO;
  *package = load_needs(path);
  if (*package != NULL)
    return PST_OK;
  errno = 0;
  *package = json_load_file(path, 0, &where);
  if (*package == NULL && errno == ENOMEM)
    return pst_fail_memory(error);
  if (*package == NULL)
    return pst_fail_at(error, PST_BAD_DATA, path, where.line > 0 ? (unsigned long)where.line : 0,
                       "not JSON: %s", where.text);
  return PST_OK;
}

enum pst_status pst_schema_load(const char *path, const char *data_file, bool required,
                                struct pst_packages *packages, struct pst_arena *arena,
                                struct pst_schema *schema, struct pst_error *error)
{
  json_t *package = find_package(packages, path);
  enum pst_status status = PST_OK;

  *schema = (struct pst_schema){.n_fields = 0};
  if (package == NULL) {
    if (!is_there(path) && !required)
      return PST_OK;
    status = load_package(path, required, &package, error);
    if (status != PST_OK)
      return status;
    keep_package(packages, path, package);
  }
  status = read_package(package, path, data_file, required, arena, schema, error);
  json_decref(package);
  return status;
}

const struct pst_schema_field *pst_schema_field(const struct pst_schema *schema, const char *name)
{
  size_t low = 0, high = schema->n_by_name;

  while (low < high) {
    size_t middle = low + (high - low) / 2;

    if (strcmp(schema->by_name[middle]->name, name) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low < schema->n_by_name && strcmp(schema->by_name[low]->name, name) == 0
             ? schema->by_name[low]
             : NULL;
}

enum pst_status pst_schema_load_beside(const char *data_file, struct pst_packages *packages,
                                       struct pst_arena *arena, struct pst_schema *schema,
                                       struct pst_error *error)
{
  const char *slash = strrchr(data_file, '/'), *beside;

  if (strcmp(data_file, "-") == 0)
    return PST_OK;
  beside = pst_arena_format(arena, "%.*sdatapackage.json",
                            slash == NULL ? 0 : (int)(slash - data_file + 1), data_file);
  if (beside == NULL)
    return pst_fail_memory(error);
  return pst_schema_load(beside, data_file, false, packages, arena, schema, error);
}
