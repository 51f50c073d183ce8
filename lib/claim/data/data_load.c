/* data_load.c -- a table of a claims file: read, filtered by its wheres, and checked. */
#include "claim/data/data_load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "claim/data/where.h"
#include "table/columns.h"

struct loading {
  struct pst_data *data;
  struct pst_data_files *files;
  struct pst_source *source;
  struct pst_loader *loader;
  size_t *columns; /* keys, value, wheres; then the parts of keys that are two columns */
};

static size_t part_of(const struct pst_table_syntax *syntax, size_t k)
{
  return syntax->key_count + 1 + syntax->where_count + k;
}

/* MESSAGE, which may name an option of the programs, in the words of a claims file. */
static const char *in_claims(struct pst_source *source, const char *message)
{
  static const char option[] = "name the decimal mark that holds with --decimal";
  const char *at = strstr(message, option), *text;

  if (at == NULL)
    return message;
  text = pst_arena_format(source->arena,
                          "%.*ssay below the value which holds, decimal \".\" or decimal \",\"%s",
                          (int)(at - message), message, at + sizeof option - 1);
  return text == NULL ? message : text;
}

/* At the place in the data, or where it has none at the byte AT of the claims file. */
static void report(struct loading *loading, const struct pst_error *error, size_t at)
{
  struct pst_source *source = loading->source;

  if (error->status == PST_USAGE) {
    pst_source_fail(source, at, "%s", error->message);
  } else if (error->line == 0) {
    pst_source_fail(source, at, "%s: %s", loading->data->path, in_claims(source, error->message));
    if (source->error_count > 0)
      source->errors[source->error_count - 1].status = error->status;
  } else {
    pst_source_fail_as(source, error->status, error->file, error->line,
                       in_claims(source, error->message));
  }
  /* Even when memory does not suffice for the list of errors, this table is not to be used. */
  loading->data->error = source->error_count > 0 ? source->error_count : 1;
  if (error->status == PST_NO_MEMORY)
    pst_error_forgive_memory(); /* it is told, and the other tables go on */
}

static void ask(struct loading *loading, struct pst_text column, size_t at, size_t *index)
{
  const char *name = pst_source_copy(loading->source, column);
  struct pst_error error;

  pst_error_clear(&error);
  if (pst_loader_ask(loading->loader, name, PST_WANT_TEXT, index, &error) != PST_OK)
    report(loading, &error, at);
}

static void ask_all(struct loading *loading)
{
  const struct pst_table_syntax *syntax = loading->data->syntax;
  size_t n = 0;

  for (size_t k = 0; k < syntax->key_count; k++) {
    const struct pst_key_syntax *key = &syntax->keys[k];

    ask(loading, key->year.data != NULL ? key->year : key->column, key->at, &loading->columns[n++]);
    if (key->part.data != NULL)
      ask(loading, key->part, key->part_at, &loading->columns[part_of(syntax, k)]);
  }
  ask(loading, syntax->value, syntax->value_at, &loading->columns[n++]);
  for (size_t w = 0; w < syntax->where_count; w++)
    ask(loading, syntax->wheres[w].column, syntax->wheres[w].at, &loading->columns[n++]);
}

struct study {
  struct pst_data *data;
  struct pst_exact scratch;
  bool has_number;
  bool has_said, said_whole; /* cells such as 5-9: bounded among numbers, texts among texts */
  unsigned first_said;
};

/* One text of the values: what it makes of the column. */
static void study_value(struct study *study, unsigned code)
{
  struct pst_data *data = study->data;
  struct pst_text text = pst_column_texts(data->value)->texts[code];
  struct pst_rational value;
  enum pst_period_kind kind;
  struct pst_range range;
  bool printed;
  double start;
  int decimals;

  if (pst_digits_rational(&data->digits, &study->scratch, text, &value, &decimals)) {
    study->has_number = true;
    data->is_whole = data->is_whole && decimals <= 0;
  } else if (pst_digits_range(&data->digits, &study->scratch, text, &range, &printed, &value)) {
    study->has_number = true;
    data->is_whole = data->is_whole && pst_rational_is_whole(range.low.value)
                     && pst_rational_is_whole(range.high.value);
  } else if (pst_digits_said(&data->digits, &study->scratch, text, &range)) {
    study->first_said = study->has_said ? study->first_said : code;
    study->said_whole = (!study->has_said || study->said_whole)
                        && pst_rational_is_whole(range.low.value)
                        && pst_rational_is_whole(range.high.value);
    study->has_said = true;
  } else if (!data->is_mixed) {
    data->is_mixed = !pst_period_parse(text, &kind, &start);
    if (data->is_mixed || !data->is_text)
      data->first_text = code;
    data->is_text = true;
  }
}

/* Numbers prove that 5-9 beside them is one; among texts it is a text, as the name of an age is. */
static void settle_said(struct study *study)
{
  struct pst_data *data = study->data;

  if (!study->has_said)
    return;
  if (study->has_number && !data->is_text) {
    data->digits.said = true;
    data->is_whole = data->is_whole && study->said_whole;
    return;
  }
  data->first_text = data->is_text ? data->first_text : study->first_said;
  data->is_text = data->is_mixed = true;
}

/* Is every value a number, and a whole one?  The cells themselves are read when they are used. */
static bool study_values(struct pst_data *data)
{
  const struct pst_dictionary *dictionary = pst_column_texts(data->value);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct study study = {.data = data, .scratch = {.arena = &arena}};
  bool *used = pst_arena_array(&arena, dictionary->count + 1, sizeof *used), good = used != NULL;

  data->is_whole = true;
  for (size_t r = 0; good && r < data->table.n_rows; r++)
    if (pst_column_code(data->value, r) != PST_CODE_MISSING)
      used[pst_column_code(data->value, r)] = true;
  for (unsigned c = 0; good && c < dictionary->count && !(data->is_mixed && study.has_number);
       c++) {
    struct pst_arena_mark mark = pst_arena_mark(&arena);

    if (used[c])
      study_value(&study, c);
    pst_arena_release(&arena, mark);
  }
  settle_said(&study);
  data->is_mixed = data->is_mixed && study.has_number;
  pst_arena_free(&arena);
  return good && !study.scratch.failed;
}

/* The mark between the digits of TEXT that may part thousands or decimals; '\0': none does. */
static char mark_in(const char *text)
{
  for (const char *at = text; at[0] != '\0'; at++)
    if (at > text && (*at == ',' || *at == '.' || *at == ' ') && at[-1] >= '0' && at[-1] <= '9'
        && at[1] >= '0' && at[1] <= '9')
      return *at;
  return '\0';
}

/* What to do about TEXT, which is no number. */
static void add_advice(struct pst_buffer *out, const struct pst_data *data, const char *text)
{
  char mark = mark_in(text);

  if (mark != '\0' && data->digits.decimal.data == NULL && data->digits.thousands.data == NULL)
    pst_buffer_printf(out,
                      "if the mark parts thousands, say so below the value: thousands \"%c\"%s",
                      mark, mark == ',' ? "; if it is the decimal mark: decimal \",\"" : "");
  else
    pst_buffer_puts(out, "name it in missingValues of datapackage.json if it stands for a missing "
                         "cell");
}

/* Where the first cell that is no number stands, and what to do. */
static void report_text(struct pst_data *data, struct pst_source *source)
{
  struct pst_buffer advice = {.data = NULL};
  const char *text = pst_dictionary_string(pst_column_texts(data->value), data->first_text);
  char message[512];
  size_t r = 0;

  while (r < data->table.n_rows && pst_column_code(data->value, r) != data->first_text)
    r++;
  add_advice(&advice, data, text);
  snprintf(message, sizeof message, "field %zu (%.*s): '%.60s' is not a number; %s",
           data->value->field + 1, (int)data->syntax->value.size, data->syntax->value.data, text,
           pst_buffer_string(&advice));
  pst_buffer_free(&advice);
  pst_source_fail_as(source, PST_BAD_DATA, data->path, pst_table_line(&data->table, r), message);
}

/* A unit, or `printed`, promises numbers. */
static void require_numbers(struct loading *loading)
{
  const struct pst_table_syntax *syntax = loading->data->syntax;

  if (!loading->data->is_text || !(syntax->has_unit || syntax->printed))
    return;
  report_text(loading->data, loading->source);
  loading->data->error = loading->source->error_count;
}

void pst_data_mixed(struct pst_data *data, struct pst_source *source)
{
  if (data->mixed_error != 0)
    return;
  report_text(data, source);
  data->mixed_error = source->error_count;
}

static void check_declared(struct loading *loading)
{
  struct pst_data *data = loading->data;

  for (size_t k = 0; k < data->syntax->key_count; k++) {
    const struct pst_key_syntax *key = &data->syntax->keys[k];
    const struct pst_dictionary *dictionary = pst_column_texts(data->keys[k].column);
    int64_t number;
    unsigned c = 0;

    if (!key->declared || data->keys[k].is_number || data->keys[k].is_time
        || dictionary->count == 0)
      continue;
    while (c < dictionary->count && pst_data_whole_number(dictionary->texts[c], &number))
      c++;
    pst_source_fail(loading->source, key->at,
                    "the key %.*s has a range, but its cell '%.60s' is no whole number",
                    (int)key->column.size, key->column.data, pst_dictionary_string(dictionary, c));
    data->error = loading->source->error_count;
  }
}

/* What key K is: of two columns, a time, numbers, or texts. */
static void read_key(struct loading *loading, size_t k, struct pst_error *error)
{
  struct pst_data *data = loading->data;
  const struct pst_key_syntax *syntax = &data->syntax->keys[k];
  size_t column = loading->columns[k], part = loading->columns[part_of(data->syntax, k)];
  enum pst_status status = PST_OK;

  if (syntax->part.data != NULL)
    status = pst_data_join_pair(data, k, column, part, &column, error);
  if (status == PST_OK)
    status = pst_data_read_times(data, k, column, error);
  loading->columns[k] = column;
  if (status != PST_OK)
    report(loading, error,
           status == PST_USAGE && syntax->format.data != NULL ? syntax->format_at : syntax->at);
}

static bool read_keys(struct loading *loading)
{
  struct pst_data *data = loading->data;
  size_t n = data->syntax->key_count;
  struct pst_error error;

  pst_error_clear(&error);
  for (size_t k = 0; k < n && data->error == 0; k++)
    read_key(loading, k, &error);
  data->value = &data->table.columns[loading->columns[n]];
  for (size_t k = 0; k < n && data->error == 0; k++) {
    data->keys[k].column = &data->table.columns[loading->columns[k]];
    if (!pst_data_read_key(data, &data->keys[k]))
      return false;
  }
  return true;
}

static bool settle(struct loading *loading)
{
  struct pst_data *data = loading->data;
  size_t n = data->syntax->key_count;
  unsigned *codes = pst_arena_array(&data->table.arena, n, sizeof *codes);

  data->keys = pst_arena_array(&data->table.arena, n, sizeof *data->keys);
  if (codes == NULL || data->keys == NULL
      || !pst_where_filter(data, loading->columns + n + 1, loading->source))
    return false;
  if (data->error != 0)
    return true;
  if (!read_keys(loading))
    return false;
  if (data->error != 0)
    return true;
  check_declared(loading);
  if (!study_values(data))
    return false;
  require_numbers(loading);
  return pst_data_index_rows(data, codes);
}

/* The marks that the table names, else those of the schema. */
static void read_digits(struct loading *loading)
{
  const struct pst_table_syntax *syntax = loading->data->syntax;
  struct pst_digits *digits = &loading->data->digits;
  const char *name = pst_source_copy(loading->source, syntax->value), *decimal, *thousands;

  digits->decimal = syntax->decimal;
  digits->thousands = syntax->thousands;
  if (digits->decimal.data == NULL && digits->thousands.data == NULL) {
    pst_loader_marks(loading->loader, name, &decimal, &thousands);
    if (decimal != NULL && *decimal != '\0')
      digits->decimal = pst_text_of(pst_source_copy(loading->source, pst_text_of(decimal)));
    if (thousands != NULL && *thousands != '\0')
      digits->thousands = pst_text_of(pst_source_copy(loading->source, pst_text_of(thousands)));
  }
  if (pst_text_is(digits->decimal, ".") && digits->thousands.data == NULL)
    digits->decimal.data = NULL;
  if (digits->decimal.data == NULL && pst_text_is(digits->thousands, "."))
    digits->decimal = pst_text_of(",");
}

static const char *join_path(const char *folder, struct pst_text file, struct pst_source *source)
{
  const char *path;

  if (folder[0] == '\0' || (file.size > 0 && file.data[0] == '/'))
    return pst_source_copy(source, file);
  path = pst_arena_format(source->arena, "%s%.*s", folder, (int)file.size, file.data);
  source->failed = source->failed || path == NULL;
  return path == NULL ? "" : path;
}

/* A mark of one byte; 0: none, or another. */
static char mark_of(struct pst_text mark)
{
  return mark.size == 1 ? mark.data[0] : '\0';
}

/* The columns that will be asked for, closed by NULL: they tell how the file is judged. */
static const char *const *list_wanted(struct loading *loading)
{
  const struct pst_table_syntax *syntax = loading->data->syntax;
  struct pst_source *source = loading->source;
  const char **names = pst_arena_array(
      source->arena, 2 * syntax->key_count + syntax->where_count + 2, sizeof *names);
  size_t n = 0;

  for (size_t k = 0; k < syntax->key_count && names != NULL; k++) {
    const struct pst_key_syntax *key = &syntax->keys[k];

    names[n++] = pst_source_copy(source, key->year.data != NULL ? key->year : key->column);
    if (key->part.data != NULL)
      names[n++] = pst_source_copy(source, key->part);
  }
  if (names == NULL) {
    source->failed = true;
    return NULL;
  }
  names[n++] = pst_source_copy(source, syntax->value);
  for (size_t w = 0; w < syntax->where_count; w++)
    names[n++] = pst_source_copy(source, syntax->wheres[w].column);
  return names;
}

static void run(struct loading *loading)
{
  struct pst_data *data = loading->data;
  const struct pst_table_syntax *syntax = data->syntax;
  const struct pst_number_style style = {.decimal = mark_of(syntax->decimal),
                                         .thousands = mark_of(syntax->thousands)};
  const bool marked = style.decimal != '\0' || style.thousands != '\0';
  /* What was seen of the file holds where no marks are named: with these it may be read otherwise. */
  struct pst_layout_open layout = {.wanted = list_wanted(loading),
                                   .look_only_plain = true,
                                   .style = marked ? &style : NULL,
                                   .seen = marked ? NULL : &loading->files->seen};
  struct pst_load_options options = {
      .packages = &loading->files->packages, .open = pst_layout_open, .open_context = &layout};
  struct pst_error error;

  pst_error_clear(&error);
  /* Its hash stands in the report, and --robust reads it again. */
  if (pst_file_require(data->path, &error) != PST_OK
      || pst_loader_open(&data->path, 1, &options, &loading->loader, &error) != PST_OK) {
    error.status = error.status == PST_USAGE ? PST_BAD_DATA : error.status;
    report(loading, &error, syntax->file_at);
    return;
  }
  ask_all(loading);
  if (data->error == 0)
    read_digits(loading);
  if (data->error == 0 && pst_loader_run(loading->loader, &data->table, &error) != PST_OK)
    report(loading, &error, syntax->file_at);
  if (data->error == 0 && data->table.n_rows >= PST_NO_ROW - 1) {
    pst_fail(&error, PST_BAD_DATA, "%s has more than 4294967293 rows", data->path);
    report(loading, &error, syntax->file_at);
  }
  if (data->error == 0 && !settle(loading)) { /* the table's trouble, not that of the others */
    pst_fail_memory(&error);
    report(loading, &error, syntax->file_at);
  }
  pst_loader_close(loading->loader);
}

void pst_data_load(struct pst_data *data, const struct pst_table_syntax *syntax, const char *folder,
                   struct pst_data_files *files, struct pst_source *source)
{
  struct loading loading = {.data = data, .files = files, .source = source};

  data->syntax = syntax;
  data->loaded = true;
  data->path = join_path(folder, syntax->file, source);
  loading.columns =
      pst_arena_array(source->arena, part_of(syntax, syntax->key_count), sizeof *loading.columns);
  if (loading.columns == NULL)
    source->failed = true;
  else
    run(&loading);
}

void pst_data_files_free(struct pst_data_files *files)
{
  pst_packages_free(&files->packages);
  free(files->seen.items);
  *files = (struct pst_data_files){.seen = {.n = 0}};
}
