/* load_ask.c -- which columns are asked for, and where they stand in each file. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "table/columns.h"
#include "table/load/loader.h"

static enum pst_status add(struct pst_loader *loader, size_t field, const char *called,
                           enum pst_want want, struct pst_error *error)
{
  if (!PST_ARRAY_ROOM(loader->asked, loader->asked_capacity, loader->n_asked + 1))
    return pst_fail_memory(error);
  loader->asked[loader->n_asked++] = (struct pst_loader_asked){
      .name = loader->names[field], .called = called, .want = want, .field = field};
  return PST_OK;
}

enum pst_status pst_loader_ask_field(struct pst_loader *loader, size_t field, enum pst_want want,
                                     size_t *column, struct pst_error *error)
{
  size_t *place = &loader->column_of[field][want];

  if (*place == 0) {
    if (add(loader, field, loader->names[field], want, error) != PST_OK)
      return PST_NO_MEMORY;
    *place = loader->n_asked;
  }
  *column = *place - 1;
  return PST_OK;
}

enum pst_status pst_loader_ask_field_as(struct pst_loader *loader, size_t field, const char *called,
                                        enum pst_want want, size_t *column, struct pst_error *error)
{
  for (size_t i = 0; i < loader->n_asked; i++)
    if (loader->asked[i].field == field && loader->asked[i].want == want
        && strcmp(loader->asked[i].called, called) == 0) {
      *column = i;
      return PST_OK;
    }
  called = pst_arena_string(&loader->arena, called);
  *column = loader->n_asked;
  return called == NULL ? pst_fail_memory(error) : add(loader, field, called, want, error);
}

enum pst_status pst_loader_ask_as(struct pst_loader *loader, const char *name, const char *called,
                                  enum pst_want want, size_t *column, struct pst_error *error)
{
  size_t field = 0;
  enum pst_status status = pst_columns_resolve(loader->names, loader->n_names, name,
                                               pst_loader_name(loader), &field, error);

  return status == PST_OK ? pst_loader_ask_field_as(loader, field, called, want, column, error)
                          : status;
}

enum pst_status pst_loader_ask(struct pst_loader *loader, const char *name, enum pst_want want,
                               size_t *column, struct pst_error *error)
{
  size_t field = 0;
  enum pst_status status = pst_columns_resolve(loader->names, loader->n_names, name,
                                               pst_loader_name(loader), &field, error);

  return status == PST_OK ? pst_loader_ask_field(loader, field, want, column, error) : status;
}

/* Where each column that is asked for stands in each file: by name, so that files may order their
   columns as they like; without headers by place. */
enum pst_status pst_loader_map_source(struct pst_loader *loader, struct pst_loader_source *source,
                                      struct pst_error *error)
{
  size_t n = pst_reader_columns(source->reader);
  const char **names = pst_arena_array(&loader->arena, n, sizeof *names);

  source->wanted = pst_arena_array(&loader->arena, n, sizeof *source->wanted);
  source->field = pst_arena_array(&loader->arena, loader->n_asked, sizeof *source->field);
  if (names == NULL || source->wanted == NULL || source->field == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    names[i] = pst_reader_column(source->reader, i);
  for (size_t i = 0; i < loader->n_asked; i++) {
    const struct pst_loader_asked *asked = &loader->asked[i];
    enum pst_status status = PST_OK;

    source->field[i] = asked->field;
    /* The same name in the same place is the same column, even where two columns have it. */
    if (asked->field >= n || strcmp(names[asked->field], asked->name) != 0)
      status = pst_columns_resolve(names, n, asked->name, pst_reader_name(source->reader),
                                   &source->field[i], error);
    if (status != PST_OK)
      return status;
    source->wanted[source->field[i]] = true;
  }
  pst_reader_want(source->reader, source->wanted);
  return PST_OK;
}

enum pst_status pst_loader_make_columns(struct pst_loader *loader, struct pst_error *error)
{
  for (size_t i = 0; i < loader->n_asked; i++) {
    const struct pst_loader_asked *asked = &loader->asked[i];
    const struct pst_schema_field *field = pst_schema_field(&loader->schema, asked->name);
    struct pst_column *column = pst_table_add_column(loader->table, asked->called, asked->want);

    if (column == NULL)
      return pst_fail_memory(error);
    column->field = asked->field;
    if (field != NULL && field->unit != NULL)
      column->unit = pst_arena_string(&loader->table->arena, field->unit);
    if (field != NULL && field->title != NULL)
      column->title = pst_arena_string(&loader->table->arena, field->title);
  }
  return PST_OK;
}
