/* tidy_package.c -- the datapackage.json of a tidy table. */
/* The Frictionless Data Package beside a tidy CSV.  A package that is there keeps what else it says. */
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/output.h"
#include "tidy/tidy_write.h"

static json_t *make_fields(const struct pst_tidy_columns *columns)
{
  json_t *fields = json_array();

  for (size_t i = 0; i < columns->n; i++) {
    const struct pst_tidy_column *at = &columns->items[i];
    json_t *field = json_pack("{s:s, s:s}", "name", at->name, "type", at->type);

    if (at->title != NULL)
      json_object_set_new(field, "title", json_string(at->title));
    json_array_append_new(fields, field);
  }
  return fields;
}

/* What the file says of itself above its table and below: title, source, notes. */
static json_t *make_notes(const struct pst_tidy *tidy)
{
  const struct pst_frame *frame = &tidy->frame;
  json_t *notes = json_array();

  for (size_t r = 0; r < frame->sheet->n_rows; r++) {
    struct pst_buffer line = {.size = 0};

    if (r >= frame->header && r < frame->end)
      continue;
    for (size_t c = 0; c < pst_sheet_width(frame->sheet, r); c++) {
      struct pst_text cell = pst_sheet_cell(frame->sheet, r, c);

      pst_buffer_puts(&line, c == 0 ? "" : " | ");
      pst_buffer_add(&line, cell.data, cell.size);
    }
    if (line.size > 0)
      json_array_append_new(notes, json_stringn(line.data, line.size));
    pst_buffer_free(&line);
  }
  return notes;
}

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

static json_t *make_resource(const struct pst_tidy *tidy, const struct pst_tidy_columns *columns,
                             const char *csv)
{
  char name[128];
  json_t *notes = make_notes(tidy);
  json_t *resource;

  resource_name(base_name(csv), name);
  resource = json_pack("{s:s, s:s, s:s, s:s, s:s, s:{s:o, s:[s]}}", "name", name, "path",
                       base_name(csv), "format", "csv", "mediatype", "text/csv", "encoding",
                       "utf-8", "schema", "fields", make_fields(columns), "missingValues", "");
  json_object_set_new(resource, "sources",
                      json_pack("[{s:s}]", "title", base_name(tidy->frame.sheet->name)));
  json_object_set_new(resource, "layout", json_string(tidy->layout->name));
  if (json_array_size(notes) > 0)
    json_object_set(resource, "notes", notes);
  json_decref(notes);
  return resource;
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

enum pst_status pst_tidy_package(const struct pst_tidy *tidy,
                                 const struct pst_tidy_columns *columns, const char *csv,
                                 struct pst_error *error)
{
  size_t folder = (size_t)(base_name(csv) - csv);
  struct pst_arena scratch = PST_ARENA_EMPTY;
  const char *path = pst_arena_format(&scratch, "%.*sdatapackage.json", (int)folder, csv);
  json_t *package = NULL, *resource;
  enum pst_status status =
      path == NULL ? pst_fail_memory(error) : read_package(path, &package, error);

  if (status == PST_OK) {
    resource = make_resource(tidy, columns, csv);
    if (resource == NULL)
      status = pst_fail_memory(error);
    else
      put_resource(package, resource);
  }
  if (status == PST_OK)
    status = write_package(package, path, error);
  json_decref(package);
  pst_arena_free(&scratch);
  return status;
}
