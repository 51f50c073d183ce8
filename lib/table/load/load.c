#include "table/load/load.h"

#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/load/cell.h"
#include "table/columns.h"
#include "table/read/rejects.h"

struct source {
  const char *path;
  struct pst_reader *reader; /* NULL: not open; of many files, only the first and one more are */
  bool *wanted;
  size_t *field; /* of each column that is asked for */
};

struct pst_loader {
  struct pst_load_options options;
  struct source *sources;
  size_t n_sources;
  const char **names; /* of the first file's columns */
  size_t n_names;
  struct asked {
    const char *name;
    enum pst_want want;
    size_t field; /* in the first file */
    bool any;     /* of PST_WANT_ANY, in parts: cells were seen, and are of this type */
    enum pst_column_type type;
    enum pst_period_kind period;
  } * asked;
  size_t n_asked;
  size_t (*column_of)[PST_WANT_ANY + 1]; /* field, want -> place in asked + 1; 0: not asked for */
  struct pst_schema schema;
  struct pst_cell_rules rules;
  struct pst_rejects rejects;
  struct pst_arena arena;
  bool made; /* the records were made by a layout: their numbers have decimal points */
  size_t n_rejected, n_rows;
  size_t current;             /* the source being read; n_sources when all are */
  bool mapped;                /* and its columns are known */
  struct pst_arena_mark mark; /* of the table's arena, in parts */
  const char *first_reject;   /* "file:line: reason"; NULL: none, or no memory */
  struct pst_table *table;    /* while running */
};

/* --- opening --------------------------------------------------------------------------------- */

static enum pst_status read_schema(struct pst_loader *loader, const char *path,
                                   struct pst_error *error)
{
  const char *slash = strrchr(path, '/'), *beside;

  if (loader->options.schema != NULL)
    return pst_schema_load(loader->options.schema, path, true, &loader->arena, &loader->schema,
                           error);
  if (strcmp(path, "-") == 0)
    return PST_OK;
  beside = pst_arena_format(&loader->arena, "%.*sdatapackage.json",
                            slash == NULL ? 0 : (int)(slash - path + 1), path);
  if (beside == NULL)
    return pst_fail_memory(error);
  return pst_schema_load(beside, path, false, &loader->arena, &loader->schema, error);
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
      .n_missing = n,
      .no_advice = loader->options.reader.skip_bad};
  return PST_OK;
}

static enum pst_status open_source(struct pst_loader *loader, struct source *source,
                                   struct pst_error *error)
{
  const struct pst_load_options *o = &loader->options;
  enum pst_status status =
      o->open == NULL ? pst_reader_open(source->path, &o->reader, &source->reader, error)
                      : o->open(o->open_context, source->path, &o->reader, &source->reader, error);

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
  return open_source(loader, &loader->sources[0], error);
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
    status = read_schema(loader, paths[0], error);
  if (status == PST_OK)
    status = join_tokens(loader, error);
  if (status == PST_OK)
    status = list_names(loader, error);
  if (status == PST_OK && options->rejects != NULL)
    status = pst_rejects_open(&loader->rejects, options->rejects, error);
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

/* --- asking ---------------------------------------------------------------------------------- */

enum pst_status pst_loader_ask_field(struct pst_loader *loader, size_t field, enum pst_want want,
                                     size_t *column, struct pst_error *error)
{
  size_t *place = &loader->column_of[field][want];
  struct asked *asked;

  if (*place == 0) {
    asked = realloc(loader->asked, (loader->n_asked + 1) * sizeof *asked);
    if (asked == NULL)
      return pst_fail_memory(error);
    loader->asked = asked;
    asked[loader->n_asked++] =
        (struct asked){.name = loader->names[field], .want = want, .field = field};
    *place = loader->n_asked;
  }
  *column = *place - 1;
  return PST_OK;
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
static enum pst_status map_source(struct pst_loader *loader, struct source *source,
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
    const struct asked *asked = &loader->asked[i];
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

static enum pst_status make_columns(struct pst_loader *loader, struct pst_error *error)
{
  for (size_t i = 0; i < loader->n_asked; i++) {
    const struct asked *asked = &loader->asked[i];
    const struct pst_schema_field *field = pst_schema_field(&loader->schema, asked->name);
    struct pst_column *column = pst_table_add_column(loader->table, asked->name, asked->want);

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

/* --- reading --------------------------------------------------------------------------------- */

struct reject_context {
  struct pst_loader *loader;
  const char *name;
};

static void on_reject(void *context, unsigned long line, const char *reason, struct pst_text raw)
{
  const struct reject_context *about = context;

  if (about->loader->n_rejected++ == 0)
    about->loader->first_reject =
        pst_arena_format(&about->loader->arena, "%s:%lu: %s", about->name, line, reason);
  pst_rejects_add(&about->loader->rejects, about->name, line, reason, raw);
}

/* The cells of a row that is left out are taken back. */
static void undo_row(struct pst_table *table, size_t n_columns)
{
  for (size_t i = 0; i < n_columns; i++) {
    struct pst_column *column = &table->columns[i];

    if (column->arrays.code != NULL
            ? column->arrays.code[table->n_rows] == PST_CODE_MISSING
                  && (column->type == PST_COLUMN_TEXT || column->want == PST_WANT_ANY
                      || isnan(column->arrays.value[table->n_rows]))
            : pst_column_missing(column, table->n_rows))
      column->n_missing--;
    else if (column->type == PST_COLUMN_NUMBER && column->want == PST_WANT_NUMBER
             && pst_column_bounded(column, table->n_rows))
      column->n_bounded--;
  }
}

static enum pst_status bad_cell(struct pst_loader *loader, const struct source *source,
                                const struct pst_block *block, size_t r, size_t i,
                                const struct pst_error *cell, struct pst_error *error)
{
  char reason[sizeof cell->message + 128];

  snprintf(reason, sizeof reason, "field %zu (%s): %s", source->field[i] + 1, loader->asked[i].name,
           cell->message);
  if (!loader->options.reader.skip_bad)
    return pst_fail_at(error, PST_BAD_DATA, pst_reader_name(source->reader), block->line[r], "%s",
                       reason);
  undo_row(loader->table, i);
  on_reject(&(struct reject_context){loader, pst_reader_name(source->reader)}, block->line[r],
            reason, block->raw[r]);
  return PST_OK;
}

static enum pst_status read_row(struct pst_loader *loader, const struct source *source,
                                const struct pst_block *block, size_t r, struct pst_error *error)
{
  struct pst_table *table = loader->table;
  struct pst_error cell;

  for (size_t i = 0; i < loader->n_asked; i++) {
    enum pst_status status;

    cell.status =
        PST_OK; /* the rest is set by a failure only: clearing it would cost more than the cell */
    status = pst_cell_read(&table->columns[i], table->n_rows, table->rows_capacity,
                           pst_block_field(block, r, source->field[i]), &loader->rules, &cell);

    if (status == PST_BAD_DATA)
      return bad_cell(loader, source, block, r, i, &cell, error);
    if (status != PST_OK)
      return pst_fail_memory(error);
  }
  table->line[table->n_rows] = block->line[r];
  table->file[table->n_rows] = (unsigned)(source - loader->sources);
  table->n_rows++;
  return PST_OK;
}

/* The first stays open: its header names the columns. */
static void end_source(struct pst_loader *loader, struct source *source)
{
  if (source != loader->sources) {
    pst_reader_close(source->reader);
    source->reader = NULL;
  }
  loader->current++;
  loader->mapped = false;
}

static enum pst_status begin_source(struct pst_loader *loader, struct source *source,
                                    struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (source->reader == NULL)
    status = open_source(loader, source, error);
  if (status == PST_OK)
    status = map_source(loader, source, error);
  loader->mapped = status == PST_OK;
  return status;
}

static enum pst_status read_block(struct pst_loader *loader, struct source *source,
                                  struct pst_error *error)
{
  struct reject_context about = {loader, pst_reader_name(source->reader)};
  struct pst_block block = {.n_records = 0};
  enum pst_status status;

  pst_reader_on_reject(source->reader, on_reject, &about);
  status = pst_reader_next(source->reader, &block, error);
  if (status == PST_OK && block.n_records == 0) {
    end_source(loader, source);
    return PST_OK;
  }
  if (status == PST_OK)
    status = pst_table_reserve(loader->table, loader->table->n_rows + block.n_records, error);
  for (size_t r = 0; r < block.n_records && status == PST_OK; r++)
    status = read_row(loader, source, &block, r, error);
  if (status != PST_OK)
    return status;
  pst_rejects_flush(&loader->rejects);
  if (loader->options.show_progress != NULL)
    loader->options.show_progress(pst_reader_fraction(source->reader));
  return PST_OK;
}

/* Blocks until there are MOST rows, or no more. */
static enum pst_status read_rows(struct pst_loader *loader, size_t most, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  while (status == PST_OK && loader->current < loader->n_sources && loader->table->n_rows < most) {
    struct source *source = &loader->sources[loader->current];

    if (!loader->mapped)
      status = begin_source(loader, source, error);
    if (status == PST_OK)
      status = read_block(loader, source, error);
  }
  return status;
}

/* --- after the last row ----------------------------------------------------------------------- */

static bool whole(double value)
{
  return isinf(value) || value == floor(value);
}

/* In a column of whole numbers ">10" means 11 or more. */
static void tighten_bounds(struct pst_column *column, size_t n_rows)
{
  bool all_whole = column->arrays.bounds != NULL;

  for (size_t r = 0; r < n_rows && all_whole; r++) {
    if (pst_column_bounded(column, r))
      all_whole = whole(column->arrays.bounds[r].low) && whole(column->arrays.bounds[r].high);
    else
      all_whole = column->arrays.decimals[r] == 0
                  && (isnan(column->arrays.value[r]) || whole(column->arrays.value[r]));
  }
  for (size_t r = 0; r < n_rows && all_whole; r++)
    if (pst_column_bounded(column, r))
      pst_bounds_whole(&column->arrays.bounds[r]);
}

static bool is_text(const struct pst_loader *loader, const struct asked *asked)
{
  const struct pst_schema_field *field = pst_schema_field(&loader->schema, asked->name);

  return field != NULL && field->type != NULL && strcmp(field->type, "string") == 0;
}

static bool fits(const struct pst_loader *loader, const struct asked *asked, struct pst_text text)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  struct pst_bounds bounds;
  double value;

  if (asked->type == PST_COLUMN_NUMBER)
    return pst_number_parse(text, &loader->rules.style, &value, NULL)
           || pst_bounds_parse(text, &loader->rules.style, &bounds);
  return pst_period_parse(text, &kind, NULL) && kind == asked->period;
}

/* The first cell that is of another type names the line. */
static enum pst_status other_type(const struct pst_loader *loader, const struct asked *asked,
                                  const struct pst_column *column, struct pst_error *error)
{
  const struct pst_table *table = loader->table;
  size_t r = 0;

  while (r + 1 < table->n_rows
         && (column->arrays.code[r] == PST_CODE_MISSING
             || fits(loader, asked, column->arrays.texts.texts[column->arrays.code[r]])))
    r++;
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, r), table->line[r],
                     "%s: '%.60s' is not a %s, as the cells before it are; if all are meant as "
                     "text, say in a datapackage.json that the column is of the type string",
                     asked->name,
                     pst_dictionary_string(&column->arrays.texts, column->arrays.code[r]),
                     asked->type == PST_COLUMN_NUMBER ? "number" : pst_period_name(asked->period));
}

/* What the parts before were, this one must be; texts can be. */
static enum pst_status settle_as_before(const struct pst_loader *loader, struct asked *asked,
                                        struct pst_column *column, struct pst_error *error)
{
  const struct pst_table *table = loader->table;

  if (column->n_missing == table->n_rows) {
    column->type = asked->any ? asked->type : column->type;
    column->period = asked->period;
    return PST_OK;
  }
  if (!asked->any) {
    asked->any = true;
    asked->type = column->type;
    asked->period = column->period;
  }
  if (column->type == asked->type && column->period == asked->period)
    return PST_OK;
  if (asked->type == PST_COLUMN_TEXT)
    return pst_cell_settle(column, table->n_rows, true, &loader->rules, error);
  return other_type(loader, asked, column, error);
}

static enum pst_status settle(struct pst_loader *loader, struct pst_error *error)
{
  struct pst_table *table = loader->table;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < loader->n_asked && status == PST_OK; i++) {
    struct asked *asked = &loader->asked[i];
    struct pst_column *column = &table->columns[i];

    if (asked->want == PST_WANT_ANY)
      status =
          pst_cell_settle(column, table->n_rows, is_text(loader, asked), &loader->rules, error);
    if (status == PST_OK && asked->want == PST_WANT_ANY && table->partial)
      status = settle_as_before(loader, asked, column, error);
    if (column->type == PST_COLUMN_NUMBER && !table->partial)
      tighten_bounds(column, table->n_rows);
  }
  return status;
}

static enum pst_status name_files(struct pst_loader *loader, struct pst_error *error)
{
  struct pst_table *table = loader->table;

  table->files = pst_arena_array(&table->arena, loader->n_sources, sizeof *table->files);
  if (table->files == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < loader->n_sources; i++) {
    const char *path = loader->sources[i].path;

    table->files[i] =
        pst_arena_string(&table->arena, strcmp(path, "-") == 0 ? "standard input" : path);
    if (table->files[i] == NULL)
      return pst_fail_memory(error);
  }
  table->n_files = loader->n_sources;
  return PST_OK;
}

static enum pst_status name_tokens(struct pst_loader *loader, struct pst_error *error)
{
  struct pst_table *table = loader->table;
  size_t n = loader->rules.n_missing;

  table->missing_tokens = pst_arena_array(&table->arena, n + 1, sizeof *table->missing_tokens);
  if (table->missing_tokens == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    table->missing_tokens[i] = pst_arena_string(&table->arena, loader->rules.missing[i]);
    if (table->missing_tokens[i] == NULL)
      return pst_fail_memory(error);
  }
  table->n_missing_tokens = n;
  return PST_OK;
}

enum pst_status pst_loader_begin(struct pst_loader *loader, struct pst_table *table,
                                 struct pst_error *error)
{
  enum pst_status status;

  loader->table = table;
  status = name_files(loader, error);
  if (status == PST_OK)
    status = name_tokens(loader, error);
  if (status == PST_OK)
    status = make_columns(loader, error);
  table->partial = true;
  loader->mark = pst_arena_mark(&table->arena);
  return status;
}

enum pst_status pst_loader_part(struct pst_loader *loader, size_t most, struct pst_error *error)
{
  enum pst_status status;

  pst_table_empty(loader->table, loader->n_asked);
  pst_arena_release(&loader->table->arena, loader->mark);
  status = read_rows(loader, most, error);
  loader->n_rows += loader->table->n_rows;
  return status == PST_OK ? settle(loader, error) : status;
}

enum pst_status pst_loader_finish(struct pst_loader *loader, struct pst_error *error)
{
  struct pst_table *table = loader->table;

  table->rows_read = loader->n_rows + loader->n_rejected;
  table->rows_rejected = loader->n_rejected;
  return pst_rejects_commit(&loader->rejects, error);
}

enum pst_status pst_loader_run(struct pst_loader *loader, struct pst_table *table,
                               struct pst_error *error)
{
  enum pst_status status = pst_loader_begin(loader, table, error);

  table->partial = false;
  if (status == PST_OK)
    status = pst_loader_part(loader, SIZE_MAX, error);
  return status == PST_OK ? pst_loader_finish(loader, error) : status;
}

const char *pst_loader_first_reject(const struct pst_loader *loader)
{
  return loader->first_reject;
}

void pst_loader_close(struct pst_loader *loader)
{
  if (loader == NULL)
    return;
  for (size_t i = 0; i < loader->n_sources; i++)
    pst_reader_close(loader->sources[i].reader);
  pst_rejects_discard(&loader->rejects);
  free(loader->asked);
  pst_arena_free(&loader->arena);
  free(loader);
}
