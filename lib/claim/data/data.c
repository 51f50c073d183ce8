#include "claim/data/data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tidy/open.h"
#include "table/columns.h"
#include "table/load/load.h"

/* --- key values -------------------------------------------------------------------------------- */

/* A whole number of at most 15 digits, without a leading zero: 2003, not 007. */
static bool whole_number(struct pst_text text, int64_t *number)
{
  size_t at = text.size > 0 && text.data[0] == '-';

  *number = 0;
  if (text.size == at || text.size - at > 15 || (text.data[at] == '0' && text.size > at + 1))
    return false;
  for (size_t i = at; i < text.size; i++) {
    if (text.data[i] < '0' || text.data[i] > '9')
      return false;
    *number = *number * 10 + (text.data[i] - '0');
  }
  if (at == 1)
    *number = -*number;
  return true;
}

/* N of FYN. */
static bool fiscal_year(struct pst_text text, int64_t *year)
{
  enum pst_period_kind kind;
  double start;

  if (!pst_period_parse(text, &kind, &start) || kind != PST_PERIOD_FISCAL_YEAR)
    return false;
  *year = (int64_t)start;
  return true;
}

static bool read_numbers(struct pst_data *data, struct pst_data_key *key)
{
  const struct pst_dictionary *dictionary = pst_column_texts(key->column);

  key->number = pst_arena_array(&data->table.arena, dictionary->count + 1, sizeof *key->number);
  key->is_number = key->number != NULL && dictionary->count > 0;
  for (unsigned c = 0; c < dictionary->count && key->is_number; c++)
    key->is_number = whole_number(dictionary->texts[c], &key->number[c]);
  key->is_fiscal = key->number != NULL && dictionary->count > 0 && !key->is_number;
  for (unsigned c = 0; c < dictionary->count && key->is_fiscal; c++)
    key->is_fiscal = fiscal_year(dictionary->texts[c], &key->number[c]);
  return key->number != NULL;
}

struct placed {
  double position;
  unsigned code;
};

static int by_position(const void *a, const void *b)
{
  const struct placed *x = a, *y = b;

  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;
  return (x->code > y->code) - (x->code < y->code);
}

/* Numbers and periods of one kind have their own order; other texts that of the file. */
static bool order_key(struct pst_data *data, struct pst_data_key *key)
{
  const struct pst_dictionary *dictionary = pst_column_texts(key->column);
  size_t n = dictionary->count;
  struct placed *placed = pst_arena_array(&data->table.arena, n + 1, sizeof *placed);
  enum pst_period_kind kind, first = PST_PERIOD_NONE;
  bool period = !key->is_number;

  key->order = pst_arena_array(&data->table.arena, n + 1, sizeof *key->order);
  key->place = pst_arena_array(&data->table.arena, n + 1, sizeof *key->place);
  key->position = pst_arena_array(&data->table.arena, n + 1, sizeof *key->position);
  if (placed == NULL || key->order == NULL || key->place == NULL || key->position == NULL)
    return false;
  for (unsigned c = 0; c < n && period; c++) {
    period = pst_period_parse(dictionary->texts[c], &kind, &placed[c].position)
             && (c == 0 || kind == first);
    first = kind;
  }
  for (unsigned c = 0; c < n; c++) {
    placed[c].code = c;
    if (key->is_number)
      placed[c].position = (double)key->number[c];
    else if (!period)
      placed[c].position = c;
    key->position[c] = placed[c].position;
  }
  qsort(placed, n, sizeof *placed, by_position);
  for (unsigned i = 0; i < n; i++) {
    key->order[i] = placed[i].code;
    key->place[placed[i].code] = i;
  }
  return true;
}

unsigned pst_data_code(const struct pst_data *data, size_t k, const struct pst_key_value *value)
{
  const struct pst_data_key *key = &data->keys[k];
  char digits[32];
  int size;

  if (!value->is_number)
    return pst_dictionary_find(pst_column_texts(key->column), value->text);
  size = snprintf(digits, sizeof digits, key->is_fiscal ? "FY%04lld" : "%lld",
                  (long long)value->number);
  return pst_dictionary_find(pst_column_texts(key->column),
                             (struct pst_text){.data = digits, .size = (size_t)size});
}

bool pst_data_year(const struct pst_data *data, size_t k, const struct pst_key_value *value,
                   int64_t *year)
{
  *year = value->number;
  return value->is_number || (data->keys[k].is_fiscal && fiscal_year(value->text, year));
}

struct pst_key_value pst_data_value(const struct pst_data *data, size_t k, unsigned code)
{
  const struct pst_data_key *key = &data->keys[k];
  struct pst_key_value value = {.is_number = key->is_number,
                                .text = pst_column_texts(key->column)->texts[code]};

  if (key->is_number)
    value.number = key->number[code];
  return value;
}

/* --- rows by key ------------------------------------------------------------------------------- */

static uint32_t slot_of(const struct pst_data *data, const unsigned *codes, size_t n)
{
  uint64_t hash = 1469598103934665603ULL;

  for (size_t k = 0; k < n; k++)
    hash = (hash ^ codes[k]) * 0x9E3779B97F4A7C15ULL;
  return (uint32_t)(hash >> 32) & (data->n_slots - 1);
}

static bool has_keys(const struct pst_data *data, uint32_t row, const unsigned *codes)
{
  for (size_t k = 0; k < data->syntax->key_count; k++)
    if (pst_column_code(data->keys[k].column, row) != codes[k])
      return false;
  return true;
}

uint32_t pst_data_row(const struct pst_data *data, const unsigned *codes)
{
  uint32_t slot;

  if (data->n_slots == 0)
    return PST_NO_ROW;
  slot = slot_of(data, codes, data->syntax->key_count);
  while (data->slots[slot] != 0 && !has_keys(data, data->slots[slot] - 1, codes))
    slot = (slot + 1) & (data->n_slots - 1);
  return data->slots[slot] - 1; /* 0 - 1 is PST_NO_ROW */
}

/* That a key has a second row is an error when its cell is asked for: remember one to name. */
static bool note_again(struct pst_data *data, uint32_t first, uint32_t row)
{
  if (data->again == NULL) {
    data->again = malloc((data->table.n_rows + 1) * sizeof *data->again);
    if (data->again == NULL)
      return false;
    memset(data->again, 0xFF, (data->table.n_rows + 1) * sizeof *data->again);
  }
  if (data->again[first] == PST_NO_ROW)
    data->again[first] = row;
  return true;
}

static bool index_rows(struct pst_data *data, unsigned *codes)
{
  size_t n_keys = data->syntax->key_count;

  data->n_slots = 16;
  while (data->n_slots < 2 * data->table.n_rows)
    data->n_slots *= 2;
  data->slots = calloc(data->n_slots, sizeof *data->slots);
  if (data->slots == NULL)
    return false;
  for (uint32_t row = 0; row < data->table.n_rows; row++) {
    bool complete = true;
    uint32_t slot;

    for (size_t k = 0; k < n_keys; k++) {
      codes[k] = pst_column_code(data->keys[k].column, row);
      complete = complete && codes[k] != PST_CODE_MISSING;
    }
    if (!complete)
      continue;
    slot = slot_of(data, codes, n_keys);
    while (data->slots[slot] != 0 && !has_keys(data, data->slots[slot] - 1, codes))
      slot = (slot + 1) & (data->n_slots - 1);
    if (data->slots[slot] == 0)
      data->slots[slot] = row + 1;
    else if (!note_again(data, data->slots[slot] - 1, row))
      return false;
  }
  return true;
}

bool pst_data_rows_of(struct pst_data *data, size_t k, unsigned code, const uint32_t **rows,
                      size_t *count)
{
  struct pst_data_key *key = &data->keys[k];
  size_t n = data->table.n_rows, codes = pst_column_texts(key->column)->count;

  if (key->first == NULL) {
    key->first = pst_arena_array(&data->table.arena, codes + 2, sizeof *key->first);
    key->rows = pst_arena_array(&data->table.arena, n + 1, sizeof *key->rows);
    if (key->first == NULL || key->rows == NULL)
      return false;
    for (size_t r = 0; r < n; r++)
      if (pst_column_code(key->column, r) != PST_CODE_MISSING)
        key->first[pst_column_code(key->column, r) + 2]++;
    for (size_t c = 2; c < codes + 2; c++)
      key->first[c] += key->first[c - 1];
    for (uint32_t r = 0; r < n; r++)
      if (pst_column_code(key->column, r) != PST_CODE_MISSING)
        key->rows[key->first[pst_column_code(key->column, r) + 1]++] = r;
  }
  *rows = key->rows + key->first[code];
  *count = key->first[code + 1] - key->first[code];
  return true;
}

/* --- loading ----------------------------------------------------------------------------------- */

struct loading {
  struct pst_data *data;
  struct pst_source *source;
  struct pst_loader *loader;
  size_t *columns; /* keys, value, wheres */
};

/* At the place in the data, or where it has none at the byte AT of the claims file. */
static void report(struct loading *loading, const struct pst_error *error, size_t at)
{
  struct pst_source *source = loading->source;

  if (error->status == PST_USAGE) {
    pst_source_fail(source, at, "%s", error->message);
  } else if (error->line == 0) {
    pst_source_fail(source, at, "%s: %s", loading->data->path, error->message);
    if (source->error_count > 0)
      source->errors[source->error_count - 1].status = error->status;
  } else {
    pst_source_fail_as(source, error->status, error->file, error->line, error->message);
  }
  loading->data->error = source->error_count;
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

  for (size_t k = 0; k < syntax->key_count; k++)
    ask(loading, syntax->keys[k].column, syntax->keys[k].at, &loading->columns[n++]);
  ask(loading, syntax->value, syntax->value_at, &loading->columns[n++]);
  for (size_t w = 0; w < syntax->where_count; w++)
    ask(loading, syntax->wheres[w].column, syntax->wheres[w].at, &loading->columns[n++]);
}

static bool related(int order, enum pst_relation relation)
{
  switch (relation) {
  case PST_IS_EQUAL:
    return order == 0;
  case PST_IS_NOT_EQUAL:
    return order != 0;
  case PST_IS_LESS:
    return order < 0;
  case PST_IS_AT_MOST:
    return order <= 0;
  case PST_IS_MORE:
    return order > 0;
  case PST_IS_AT_LEAST:
    break;
  }
  return order >= 0;
}

/* Does the text CELL pass?  Text that is no number passes no test against one. */
static bool passes(const struct pst_where_syntax *where, struct pst_text cell,
                   struct pst_exact *scratch)
{
  struct pst_rational number;
  double left, right;
  enum pst_period_kind kind, other;
  int order;

  if (!where->is_text)
    return pst_rational_parse(scratch, cell, &number, NULL)
           && related(pst_rational_compare(number, where->number), where->relation);
  if (where->relation == PST_IS_EQUAL || where->relation == PST_IS_NOT_EQUAL)
    return pst_text_equal(cell, where->text) == (where->relation == PST_IS_EQUAL);
  if (!pst_period_parse(cell, &kind, &left) || !pst_period_parse(where->text, &other, &right)
      || kind != other)
    return false;
  order = (left > right) - (left < right);
  return related(order, where->relation);
}

static bool keep_where(struct loading *loading, const struct pst_where_syntax *where, size_t column,
                       bool *keep)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_exact scratch = {.arena = &arena};
  const struct pst_column *cells = &loading->data->table.columns[column];
  bool *pass = pst_arena_array(&arena, pst_column_texts(cells)->count + 1, sizeof *pass);

  for (unsigned c = 0; c < pst_column_texts(cells)->count && pass != NULL; c++)
    pass[c] = passes(where, pst_column_texts(cells)->texts[c], &scratch);
  for (size_t r = 0; r < loading->data->table.n_rows && pass != NULL; r++)
    keep[r] =
        keep[r] && pst_column_code(cells, r) != PST_CODE_MISSING && pass[pst_column_code(cells, r)];
  pst_arena_free(&arena);
  return pass != NULL && !scratch.failed;
}

static bool filter(struct loading *loading)
{
  const struct pst_table_syntax *syntax = loading->data->syntax;
  struct pst_table *table = &loading->data->table;
  bool *keep, good = true;

  if (syntax->where_count == 0)
    return true;
  keep = malloc(table->n_rows + 1);
  if (keep == NULL)
    return false;
  memset(keep, 1, table->n_rows + 1);
  for (size_t w = 0; w < syntax->where_count && good; w++)
    good =
        keep_where(loading, &syntax->wheres[w], loading->columns[syntax->key_count + 1 + w], keep);
  if (good)
    pst_table_keep(table, keep);
  free(keep);
  return good;
}

struct study {
  struct pst_data *data;
  struct pst_exact scratch;
  bool has_number;
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

  if (pst_rational_parse(&study->scratch, text, &value, &decimals)) {
    study->has_number = true;
    data->is_whole = data->is_whole && decimals <= 0;
  } else if (pst_range_parse(&study->scratch, text, &range, &printed, &value)) {
    study->has_number = true;
    data->is_whole = data->is_whole && pst_rational_is_whole(range.low.value)
                     && pst_rational_is_whole(range.high.value);
  } else if (!data->is_mixed) {
    data->is_mixed = !pst_period_parse(text, &kind, &start);
    if (data->is_mixed || !data->is_text)
      data->first_text = code;
    data->is_text = true;
  }
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
  data->is_mixed = data->is_mixed && study.has_number;
  pst_arena_free(&arena);
  return good && !study.scratch.failed;
}

/* Where the first cell that is no number stands, and what to do. */
static void report_text(struct pst_data *data, struct pst_source *source)
{
  char message[512];
  size_t r = 0;

  while (r < data->table.n_rows && pst_column_code(data->value, r) != data->first_text)
    r++;
  snprintf(message, sizeof message,
           "field %zu (%.*s): '%.60s' is not a number; name it in missingValues of "
           "datapackage.json if it stands for a missing cell",
           data->value->field + 1, (int)data->syntax->value.size, data->syntax->value.data,
           pst_dictionary_string(pst_column_texts(data->value), data->first_text));
  pst_source_fail_as(source, PST_BAD_DATA, data->path, data->table.line[r], message);
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

    if (!key->declared || data->keys[k].is_number || data->keys[k].is_fiscal
        || dictionary->count == 0)
      continue;
    while (c < dictionary->count && whole_number(dictionary->texts[c], &number))
      c++;
    pst_source_fail(loading->source, key->at,
                    "the key %.*s has a range, but its cell '%.60s' is no whole number",
                    (int)key->column.size, key->column.data, pst_dictionary_string(dictionary, c));
    data->error = loading->source->error_count;
  }
}

static bool settle(struct loading *loading)
{
  struct pst_data *data = loading->data;
  size_t n = data->syntax->key_count;
  unsigned *codes = pst_arena_array(&data->table.arena, n, sizeof *codes);

  data->keys = pst_arena_array(&data->table.arena, n, sizeof *data->keys);
  if (codes == NULL || data->keys == NULL || !filter(loading))
    return false;
  data->value = &data->table.columns[loading->columns[n]];
  for (size_t k = 0; k < n; k++) {
    data->keys[k].column = &data->table.columns[loading->columns[k]];
    if (!read_numbers(data, &data->keys[k]) || !order_key(data, &data->keys[k]))
      return false;
  }
  check_declared(loading);
  if (!study_values(data))
    return false;
  require_numbers(loading);
  return index_rows(data, codes);
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

static void run(struct loading *loading)
{
  struct pst_data *data = loading->data;
  const struct pst_table_syntax *syntax = data->syntax;
  struct pst_layout_open layout = {.as_is = false};
  struct pst_load_options options = {.open = pst_layout_open, .open_context = &layout};
  struct pst_error error;

  pst_error_clear(&error);
  if (pst_loader_open(&data->path, 1, &options, &loading->loader, &error) != PST_OK) {
    error.status = error.status == PST_USAGE ? PST_BAD_DATA : error.status;
    report(loading, &error, syntax->file_at);
    return;
  }
  ask_all(loading);
  if (data->error == 0 && pst_loader_run(loading->loader, &data->table, &error) != PST_OK)
    report(loading, &error, syntax->file_at);
  if (data->error == 0 && data->table.n_rows >= PST_NO_ROW - 1) {
    pst_fail(&error, PST_BAD_DATA, "%s has more than 4294967293 rows", data->path);
    report(loading, &error, syntax->file_at);
  }
  if (data->error == 0 && !settle(loading))
    loading->source->failed = true;
  pst_loader_close(loading->loader);
}

void pst_data_load(struct pst_data *data, const struct pst_table_syntax *syntax, const char *folder,
                   struct pst_source *source)
{
  struct loading loading = {.data = data, .source = source};

  data->syntax = syntax;
  data->loaded = true;
  data->path = join_path(folder, syntax->file, source);
  loading.columns = pst_arena_array(source->arena, syntax->key_count + 1 + syntax->where_count,
                                    sizeof *loading.columns);
  if (loading.columns == NULL)
    source->failed = true;
  else
    run(&loading);
}

void pst_data_free(struct pst_data *data)
{
  free(data->slots);
  free(data->again);
  pst_table_free(&data->table);
}

/* --- cells ------------------------------------------------------------------------------------- */

static struct pst_range scale(struct pst_exact *exact, struct pst_range range, int power)
{
  struct pst_range factor = pst_range_point(pst_rational_power(exact, power));

  return power == 0 ? range : pst_range_multiply(exact, &range, &factor);
}

bool pst_data_cell(const struct pst_data *data, struct pst_exact *exact, enum pst_rounding rounding,
                   uint32_t row, struct pst_range *range, bool *has_printed,
                   struct pst_rational *printed, int *decimals)
{
  const struct pst_table_syntax *syntax = data->syntax;
  unsigned code = pst_column_code(data->value, row);
  struct pst_text cell;
  struct pst_rational digit;

  *has_printed = false;
  *decimals = 0;
  if (code == PST_CODE_MISSING)
    return false;
  cell = pst_column_texts(data->value)->texts[code];
  if (!pst_rational_parse(exact, cell, printed, decimals)) {
    *decimals = 0;
    pst_range_parse(exact, cell, range, has_printed, printed);
    if (data->is_whole)
      *range = pst_range_whole(exact, *range);
    *range = scale(exact, *range, syntax->unit.scale);
    if (*has_printed)
      *printed =
          pst_rational_multiply(exact, *printed, pst_rational_power(exact, syntax->unit.scale));
    return true;
  }
  *has_printed = true;
  *printed = pst_rational_multiply(exact, *printed, pst_rational_power(exact, syntax->unit.scale));
  *range = pst_range_point(*printed);
  if (!syntax->printed)
    return true;
  digit = syntax->has_digit ? syntax->digit
                            : pst_rational_power(exact, syntax->unit.scale - *decimals < -400
                                                            ? -400
                                                            : syntax->unit.scale - *decimals);
  *range = pst_range_printed(exact, *printed, digit, rounding);
  return true;
}
