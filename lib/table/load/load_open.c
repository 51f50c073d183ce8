/* load_open.c -- a loader's beginning: files, schema, tokens, names. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "table/columns.h"
#include "table/load/loader.h"
#include "table/load/times.h"

static enum pst_status read_schema(struct pst_loader *loader, const char *path,
                                   struct pst_error *error)
{
  if (loader->options.schema != NULL)
    return pst_schema_load(loader->options.schema, path, true, loader->options.packages,
                           &loader->arena, &loader->schema, error);
  return pst_schema_load_beside(path, loader->options.packages, &loader->arena, &loader->schema,
                                error);
}

/* The tokens that stand for a missing cell: those of the options and those of the schema. */
static enum pst_status join_tokens(struct pst_loader *loader, struct pst_error *error)
{
  size_t n = loader->options.n_missing;
  const char **tokens =
      pst_arena_array(&loader->arena, n + loader->schema.n_missing + 1, sizeof *tokens);

  if (tokens == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    tokens[i] = loader->options.missing[i];
  for (size_t i = 0; i < loader->schema.n_missing; i++)
    tokens[n++] = loader->schema.missing[i];
  loader->rules = (struct pst_cell_rules){
      .style = loader->made ? (struct pst_number_style){.decimal = '.'} : loader->options.style,
      .missing = tokens,
      .times = loader->options.times,
      .n_missing = n,
      .no_advice = loader->options.reader.skip_bad};
  return PST_OK;
}

/* What the schema calls the columns of the first file. */
static enum pst_status declare(struct pst_loader *loader, struct pst_reader_options *options,
                               struct pst_error *error)
{
  size_t n = loader->schema.n_fields;
  struct pst_declared *columns = pst_arena_array(&loader->arena, n + 1, sizeof *columns);

  if (columns == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    columns[i] = (struct pst_declared){.name = loader->schema.fields[i].name,
                                       .key = loader->schema.fields[i].key};
  options->declared = columns;
  options->n_declared = n;
  return PST_OK;
}

enum pst_status pst_loader_open_source(struct pst_loader *loader, struct pst_loader_source *source,
                                       struct pst_error *error)
{
  const struct pst_load_options *o = &loader->options;
  struct pst_reader_options reader = o->reader;
  enum pst_status status = PST_OK;

  if (source == loader->sources)
    status = declare(loader, &reader, error);
  if (status == PST_OK)
    status = o->open == NULL
                 ? pst_reader_open(source->path, &reader, &source->reader, error)
                 : o->open(o->open_context, source->path, &reader, &source->reader, error);

  if (status != PST_OK)
    return status;
  if (source == loader->sources)
    loader->made = pst_reader_is_made(source->reader);
  if (loader->made == pst_reader_is_made(source->reader))
    return PST_OK;
  return pst_fail(
      error, PST_USAGE,
      "%s and %s do not have the same layout; make them tables with polstat tidy first, "
      "or name a --layout for both",
      loader->sources[0].path, source->path);
}

static enum pst_status open_sources(struct pst_loader *loader, const char *const *paths, size_t n,
                                    struct pst_error *error)
{
  size_t n_standard = 0;

  for (size_t i = 0; i < n; i++)
    n_standard += strcmp(paths[i], "-") == 0;
  if (n_standard > 1)
    return pst_fail(error, PST_USAGE, "standard input (-) is named twice");
  loader->sources = pst_arena_array(&loader->arena, n, sizeof *loader->sources);
  if (loader->sources == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    loader->sources[i].path = paths[i];
  loader->n_sources = n;
  return PST_OK;
}

/* The package is read first, since it may say what the file is; of the file that cannot be opened is spoken first. */
static enum pst_status open_first(struct pst_loader *loader, const char *path,
                                  struct pst_error *error)
{
  struct pst_error of_schema = {.status = PST_OK};
  enum pst_status schema = read_schema(loader, path, &of_schema),
                  status = pst_loader_open_source(loader, &loader->sources[0], error);

  if (status == PST_OK && schema != PST_OK)
    *error = of_schema;
  return status == PST_OK ? schema : status;
}

static enum pst_status list_names(struct pst_loader *loader, struct pst_error *error)
{
  const struct pst_reader *first = loader->sources[0].reader;

  loader->n_names = pst_reader_columns(first);
  loader->names = pst_arena_array(&loader->arena, loader->n_names, sizeof *loader->names);
  loader->column_of = pst_arena_array(&loader->arena, loader->n_names, sizeof *loader->column_of);
  if (loader->names == NULL || loader->column_of == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < loader->n_names; i++)
    loader->names[i] = pst_reader_column(first, i);
  return PST_OK;
}

/* Marks that could be part of a number, or stand for two things, would make cells read as others. */
static enum pst_status check_style(const struct pst_number_style *style, struct pst_error *error)
{
  char decimal = style->decimal == '\0' ? '.' : style->decimal;

  if (isalnum((unsigned char)decimal) || strchr("+-", decimal) != NULL)
    return pst_fail(error, PST_USAGE, "--decimal: '%c' can be part of a number itself", decimal);
  if (style->thousands == '\0')
    return PST_OK;
  if (isalnum((unsigned char)style->thousands) || strchr("+-", style->thousands) != NULL)
    return pst_fail(error, PST_USAGE, "--thousands: '%c' can be part of a number itself",
                    style->thousands);
  if (style->thousands == decimal)
    return pst_fail(error, PST_USAGE,
                    "--thousands: '%c' is the decimal mark; name another one with --decimal",
                    decimal);
  return PST_OK;
}

enum pst_status pst_loader_open(const char *const *paths, size_t n,
                                const struct pst_load_options *options, struct pst_loader **result,
                                struct pst_error *error)
{
  struct pst_loader *loader = calloc(1, sizeof *loader);
  enum pst_status status;

  if (loader == NULL)
    return pst_fail_memory(error);
  loader->options = *options;
  status = check_style(&options->style, error);
  if (status == PST_OK)
    status = open_sources(loader, paths, n, error);
  if (status == PST_OK)
    status = open_first(loader, paths[0], error);
  if (status == PST_OK)
    status = join_tokens(loader, error);
  if (status == PST_OK)
    status = list_names(loader, error);
  loader->rejects = options->rejects_to != NULL ? options->rejects_to : &loader->own_rejects;
  if (status == PST_OK && options->rejects != NULL && options->rejects_to == NULL)
    status = pst_rejects_open(&loader->own_rejects, options->rejects, error);
  if (status != PST_OK) {
    pst_loader_close(loader);
    return status;
  }
  *result = loader;
  return PST_OK;
}

size_t pst_loader_columns(const struct pst_loader *loader)
{
  return loader->n_names;
}

const char *pst_loader_column(const struct pst_loader *loader, size_t field)
{
  return loader->names[field];
}

const char *pst_loader_name(const struct pst_loader *loader)
{
  return pst_reader_name(loader->sources[0].reader);
}

char pst_loader_delimiter(const struct pst_loader *loader)
{
  return pst_reader_delimiter(loader->sources[0].reader);
}

bool pst_loader_has(const struct pst_loader *loader, const char *name)
{
  size_t field;

  return pst_columns_find(loader->names, loader->n_names, name, &field) != PST_COLUMNS_NONE;
}

void pst_loader_marks(const struct pst_loader *loader, const char *name, const char **decimal,
                      const char **group)
{
  const struct pst_schema_field *field = pst_schema_field(&loader->schema, name);

  *decimal = field == NULL ? NULL : field->decimal;
  *group = field == NULL ? NULL : field->group;
}

void pst_loader_close(struct pst_loader *loader)
{
  if (loader == NULL)
    return;
  if (loader->given != NULL)
    loader->free_given(loader);
  for (size_t i = 0; i < loader->n_sources; i++)
    pst_reader_close(loader->sources[i].reader);
  pst_rejects_discard(&loader->own_rejects);
  for (size_t i = 0; i < loader->n_asked; i++)
    pst_loader_free_times(&loader->asked[i].times);
  free(loader->asked);
  pst_arena_free(&loader->arena);
  free(loader);
}
