/* tidy_package.c -- the datapackage.json of a tidy table.  A package that is there keeps what else it
   says. */
#include <jansson.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "package/package.h"
#include "tidy/tidy_write.h"

static json_t *make_fields(const struct pst_tidy_columns *columns, bool *good)
{
  json_t *fields = json_array();

  for (size_t i = 0; i < columns->n; i++) {
    const struct pst_tidy_column *at = &columns->items[i];
    json_t *field = json_pack("{s:s, s:s}", "name", at->name, "type", at->type);

    if (at->title != NULL)
      pst_package_set(field, "title", json_string(at->title), good);
    pst_package_set(fields, NULL, field, good);
  }
  return fields;
}

/* What the file says of itself above its table and below: title, source, notes. */
static json_t *make_notes(const struct pst_tidy *tidy, bool *good)
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
    *good = *good && !line.failed;
    if (line.size > 0)
      pst_package_set(notes, NULL, json_stringn(line.data, line.size), good);
    pst_buffer_free(&line);
  }
  return notes;
}

static const char *base_name(const char *path)
{
  const char *slash = strrchr(path, '/');

  return slash == NULL ? path : slash + 1;
}

/* NULL when memory is out. */
static json_t *make_resource(const struct pst_tidy *tidy, const struct pst_tidy_columns *columns,
                             const char *csv)
{
  bool good = true;
  json_t *notes = make_notes(tidy, &good);
  json_t *resource = pst_package_resource(csv, make_fields(columns, &good));

  pst_package_set(resource, "sources",
                  json_pack("[{s:s}]", "title", base_name(tidy->frame.sheet->name)), &good);
  pst_package_set(resource, "layout", json_string(tidy->layout->name), &good);
  if (json_array_size(notes) > 0)
    pst_package_set(resource, "notes", json_incref(notes), &good);
  json_decref(notes);
  if (good)
    return resource;
  json_decref(resource);
  return NULL;
}

enum pst_status pst_tidy_package(const struct pst_tidy *tidy,
                                 const struct pst_tidy_columns *columns, const char *csv,
                                 struct pst_package *package, struct pst_error *error)
{
  return pst_package_begin(package, csv, make_resource(tidy, columns, csv), error);
}
