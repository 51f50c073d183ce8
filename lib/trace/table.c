/* table.c -- a file of data: its columns, and which of them tell its rows apart. */
#include "trace/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/number.h"
#include "interval/decimal.h"
#include "interval/period/period.h"
#include "printed/said.h"
#include "printed/words.h"
#include "table/columns.h"
#include "table/load/load.h"
#include "tidy/open/open.h"

enum { CANDIDATES_MOST = 9, LONG_TEXT = 48 };

/* --- columns --------------------------------------------------------------------------------------- */

static const struct pst_number_style style = {.decimal = '.'};

struct counts {
  size_t numbers, times, years, bounds, texts, digits, bytes;
};

static void count_number(struct pst_trace_column *c, double value, int decimals, unsigned code,
                         struct counts *counts)
{
  c->value[code] = value;
  c->half[code] = decimals > 0 ? 0.5 * pow(10, -decimals) : 0;
  counts->numbers++;
  counts->years += decimals == 0 && value >= 1500 && value < 2200;
  c->decimals = (size_t)decimals > c->decimals ? (size_t)decimals : c->decimals;
}

/* 5-9, `10 or more`: bounds beside numbers, and the names of sizes and ages where there are none. */
static bool is_said(struct pst_text text, struct pst_bounds *bounds)
{
  char plain[PST_PLAIN_SIZE], unit[8];

  return pst_said_bounds(text, &style, plain, unit) && unit[0] == '\0'
         && pst_bounds_parse(pst_text_of(plain), &style, bounds);
}

static void count_code(struct pst_trace_column *c, struct pst_text text, unsigned code,
                       struct counts *counts)
{
  struct pst_bounds bounds;
  enum pst_period_kind kind;
  double value;
  int decimals;

  counts->bytes += text.size;
  c->value[code] = NAN;
  if (pst_number_parse(text, &style, &value, &decimals)) {
    count_number(c, value, decimals, code, counts);
  } else if (pst_period_parse(text, &kind, &value)) {
    counts->times++;
    c->value[code] = value;
  } else if (pst_bounds_parse(text, &style, &bounds) || is_said(text, &bounds)) {
    counts->bounds++;
    if (isfinite(bounds.low) && isfinite(bounds.high)) {
      c->value[code] = (bounds.low + bounds.high) / 2;
      c->half[code] = (bounds.high - bounds.low) / 2;
    }
  } else {
    counts->texts++;
    counts->digits += text.size > 0 && strchr("+-0123456789", text.data[0]) != NULL;
  }
}

static bool is_fiscal(const struct pst_dictionary *texts)
{
  for (unsigned code = 0; code < texts->count; code++)
    if (!pst_text_begins(texts->texts[code], "FY") || texts->texts[code].size != 6)
      return false;
  return texts->count > 0;
}

static enum pst_trace_role role_of(const struct pst_trace_column *c, const struct counts *n)
{
  const char *name = c->column->name;
  size_t all = n->numbers + n->times + n->bounds + n->texts;
  bool year = n->years == n->numbers && n->bounds + n->texts == 0;

  if (all == 0 || pst_words_note(name) || strcasecmp(name, "url") == 0)
    return PST_TRACE_NONE;
  if (year && (n->times > 0 || pst_words_time(name)))
    return PST_TRACE_TIME;
  if (10 * (n->numbers + n->bounds) >= 9 * all && n->numbers > 0)
    return pst_words_key(name) != PST_WORDS_NO && strstr(name, "rank") == NULL ? PST_TRACE_NONE
                                                                               : PST_TRACE_NUMBER;
  return n->bytes / all > LONG_TEXT ? PST_TRACE_NONE : PST_TRACE_TEXT;
}

/* Whole numbers from 0 or 1 on without many gaps number something: entries, items, surveys. */
static bool is_numbering(const struct pst_trace_column *c)
{
  double low = INFINITY, high = -INFINITY;

  if (c->decimals > 0 || c->distinct < 3)
    return false;
  for (size_t code = 0; code < c->distinct; code++) {
    if (isnan(c->value[code]))
      return false;
    low = c->value[code] < low ? c->value[code] : low;
    high = c->value[code] > high ? c->value[code] : high;
  }
  return low >= 0 && low <= 1 && 10 * (double)c->distinct >= 9 * (high - low + 1);
}

/* pct, percent, million, musd: in a name. */
static bool has(const char *name, const char *part)
{
  size_t size = strlen(part);

  for (; *name != '\0'; name++)
    if (strncasecmp(name, part, size) == 0)
      return true;
  return false;
}

/* A column whose name says that it has shares, and whose numbers are those of per cent: beyond 1, and to 100. */
static bool is_of_shares(const struct pst_trace_column *c)
{
  double low = INFINITY, high = -INFINITY;

  if (!has(c->column->name, "share") && strchr(c->column->name, '%') == NULL)
    return false;
  for (size_t code = 0; code < c->distinct; code++) {
    low = c->value[code] < low ? c->value[code] : low;
    high = c->value[code] > high ? c->value[code] : high;
  }
  return low >= 0 && high > 1 && high <= 100;
}

static void find_unit(struct pst_trace_column *c, struct pst_arena *arena)
{
  static const struct {
    const char *part;
    double scale;
  } scales[] = {{"trillion", 1e12}, {"billion", 1e9}, {"_bn", 1e9},
                {"million", 1e6},   {"musd", 1e6},    {"thousand", 1e3}};
  const char *name = c->column->name;

  c->scale = 1;
  if (c->column->unit != NULL)
    c->has_unit = pst_unit_parse(arena, pst_text_of(c->column->unit), &c->unit);
  if (!c->has_unit && (has(name, "pct") || has(name, "percent") || is_of_shares(c))) {
    c->unit = (struct pst_unit){.kind = PST_UNIT_PERCENT};
    c->has_unit = true;
  }
  if (c->has_unit && c->unit.scale > 0)
    c->scale = pst_decimal_power(c->unit.scale);
  for (size_t i = 0; i < sizeof scales / sizeof *scales && c->scale == 1; i++)
    if (has(name, scales[i].part))
      c->scale = scales[i].scale;
}

static bool study(struct pst_trace_column *c, struct pst_arena *arena, size_t rows)
{
  const struct pst_dictionary *texts = pst_column_texts(c->column);
  struct counts counts = {0};

  c->value = pst_arena_array(arena, texts->count + 1, sizeof *c->value);
  c->half = pst_arena_array(arena, texts->count + 1, sizeof *c->half);
  if (c->value == NULL || c->half == NULL)
    return false;
  for (unsigned code = 0; code < texts->count; code++)
    count_code(c, texts->texts[code], code, &counts);
  for (size_t r = 0; r < rows; r++)
    c->known += pst_column_code(c->column, r) != PST_CODE_MISSING;
  c->distinct = texts->count;
  c->role = role_of(c, &counts);
  c->digits = c->role == PST_TRACE_TEXT && 2 * counts.digits > counts.texts;
  c->whole = counts.times == 0 && c->decimals == 0;
  c->fiscal = is_fiscal(texts);
  find_unit(c, arena);
  return true;
}

/* Entries and items are left out where other columns hold what is counted or measured: a short table of counts has
   nothing but small whole numbers. */
static void drop_numberings(struct pst_trace_table *table)
{
  size_t others = 0;

  for (size_t i = 0; i < table->table.n_columns; i++)
    others += table->columns[i].role == PST_TRACE_NUMBER && !is_numbering(&table->columns[i]);
  for (size_t i = 0; i < table->table.n_columns && others > 0; i++) {
    struct pst_trace_column *c = &table->columns[i];

    if (c->role == PST_TRACE_NUMBER && is_numbering(c) && strstr(c->column->name, "rank") == NULL)
      c->role = PST_TRACE_NONE;
  }
}

/* --- keys ------------------------------------------------------------------------------------------ */

struct rows {
  const struct pst_trace_table *table;
  const size_t *columns;
  size_t count;
};

static unsigned code_at(const struct pst_trace_table *table, size_t column, size_t row)
{
  return pst_column_code(table->columns[column].column, row);
}

static bool same_row(const void *owner, size_t item, const void *key)
{
  const struct rows *rows = owner;
  size_t row = *(const size_t *)key;

  for (size_t i = 0; i < rows->count; i++)
    if (code_at(rows->table, rows->columns[i], item) != code_at(rows->table, rows->columns[i], row))
      return false;
  return true;
}

/* Do these columns tell all rows apart?  A row without one of them does not count; one in twenty may be such. */
static bool is_key(const struct rows *rows, struct pst_hash *seen)
{
  size_t lacking = 0;

  pst_hash_clear(seen);
  for (size_t r = 0; r < rows->table->table.n_rows; r++) {
    uint64_t hash = 0;
    struct pst_hash_slot *slot;
    bool whole = true;

    for (size_t i = 0; i < rows->count; i++) {
      unsigned code = code_at(rows->table, rows->columns[i], r);

      whole = whole && code != PST_CODE_MISSING;
      hash = pst_hash_join(hash, code);
    }
    if (!whole && 20 * ++lacking > rows->table->table.n_rows)
      return false;
    if (!whole)
      continue;
    slot = pst_hash_at(seen, pst_hash_mix(hash), same_row, rows, &r);
    if (pst_hash_item(slot) != PST_HASH_NONE)
      return false;
    pst_hash_take(slot, pst_hash_mix(hash), r);
  }
  return true;
}

/* What tells rows apart by its nature comes first, then codes, then where a row is from. */
static int rank_of(const struct pst_trace_column *c)
{
  const char *name = c->column->name;

  if (strcasecmp(name, "source") == 0 || pst_words_flag_last(name) || c->digits)
    return 2;
  return pst_words_key(name) != PST_WORDS_NO;
}

/* Columns up to RANK that may be keys, as the file has them within a rank. */
static size_t find_candidates(const struct pst_trace_table *table, int rank,
                              size_t candidates[CANDIDATES_MOST])
{
  size_t count = 0;

  for (int now = 0; now <= rank; now++)
    for (size_t c = 0; c < table->table.n_columns && count < CANDIDATES_MOST; c++) {
      enum pst_trace_role role = table->columns[c].role;

      if ((role == PST_TRACE_TEXT || role == PST_TRACE_TIME) && rank_of(&table->columns[c]) == now)
        candidates[count++] = c;
    }
  return count;
}

static bool try_sets(struct pst_trace_table *table, const size_t *candidates, size_t count,
                     size_t size, struct pst_hash *seen)
{
  for (unsigned set = 0; set < 1u << count; set++) {
    struct rows rows = {.table = table, .columns = table->keys};

    if ((size_t)__builtin_popcount(set) != size)
      continue;
    for (size_t i = 0; i < count; i++)
      if ((set >> i & 1) != 0)
        table->keys[rows.count++] = candidates[i];
    if (!is_key(&rows, seen))
      continue;
    table->key_count = size;
    return true;
  }
  return false;
}

static bool find_keys(struct pst_trace_table *table)
{
  struct pst_hash seen = {.slots = NULL};
  bool found = false;

  if (!pst_hash_room(&seen, table->table.n_rows + 1))
    return false;
  for (int rank = 0; rank < 3 && !found; rank++) {
    size_t candidates[CANDIDATES_MOST], count = find_candidates(table, rank, candidates);

    for (size_t size = 1; size <= PST_TRACE_KEYS_MOST && size <= count && !found; size++)
      found = try_sets(table, candidates, count, size, &seen);
  }
  pst_hash_free(&seen);
  return true;
}

/* Rows without a key cannot be named. */
static bool drop_nameless(struct pst_trace_table *table)
{
  size_t n = table->table.n_rows;
  bool *keep = calloc(n + 1, sizeof *keep);

  if (keep == NULL) {
    pst_error_no_memory();
    return false;
  }
  for (size_t r = 0; r < n; r++) {
    keep[r] = true;
    for (size_t k = 0; k < table->key_count; k++)
      keep[r] = keep[r] && code_at(table, table->keys[k], r) != PST_CODE_MISSING;
  }
  pst_table_keep(&table->table, keep);
  free(keep);
  return true;
}

static bool is_of_key(const struct pst_trace_table *table, size_t column)
{
  for (size_t k = 0; k < table->key_count; k++)
    if (table->keys[k] == column)
      return true;
  return false;
}

static bool find_values(struct pst_trace_table *table, struct pst_arena *arena)
{
  table->values = pst_arena_array(arena, table->table.n_columns + 1, sizeof *table->values);
  if (table->values == NULL)
    return false;
  for (size_t c = 0; c < table->table.n_columns; c++) {
    enum pst_trace_role role = table->columns[c].role;

    if (role == PST_TRACE_NUMBER
        || (role == PST_TRACE_TIME && table->columns[c].whole && !is_of_key(table, c)))
      table->values[table->value_count++] = c;
  }
  return true;
}

/* --- opening --------------------------------------------------------------------------------------- */

static const char *name_of(const char *path, struct pst_arena *arena)
{
  const char *slash = strrchr(path, '/'), *base = slash == NULL ? path : slash + 1;
  size_t size = strcspn(base, ".");
  char *name = pst_arena_format(arena, "%s%.*s", base[0] >= '0' && base[0] <= '9' ? "t" : "",
                                (int)size, base);

  for (char *c = name; c != NULL && *c != '\0'; c++)
    if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9')))
      *c = '_';
  return name;
}

static enum pst_status load(const char *path, struct pst_trace_table *table,
                            struct pst_error *error)
{
  struct pst_layout_open layout = {.look_only_plain = true};
  struct pst_load_options options = {.open = pst_layout_open, .open_context = &layout};
  struct pst_loader *loader = NULL;
  enum pst_status status = pst_file_require(path, error);

  if (status == PST_OK)
    status = pst_loader_open(&path, 1, &options, &loader, error);
  for (size_t f = 0; status == PST_OK && f < pst_loader_columns(loader); f++) {
    size_t column;

    status = pst_loader_ask_field(loader, f, PST_WANT_TEXT, &column, error);
  }
  if (status == PST_OK)
    status = pst_loader_run(loader, &table->table, error);
  pst_loader_close(loader);
  return status;
}

enum pst_status pst_trace_table_open(const char *path, struct pst_arena *arena,
                                     struct pst_trace_table *table, struct pst_error *error)
{
  enum pst_status status;

  *table = (struct pst_trace_table){.path = path};
  status = load(path, table, error);
  if (status != PST_OK)
    return status;
  table->name = name_of(path, arena);
  table->columns = pst_arena_array(arena, table->table.n_columns + 1, sizeof *table->columns);
  if (table->name == NULL || table->columns == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < table->table.n_columns; c++) {
    table->columns[c].column = &table->table.columns[c];
    if (!study(&table->columns[c], arena, table->table.n_rows))
      return pst_fail_memory(error);
  }
  drop_numberings(table);
  return find_keys(table) && drop_nameless(table) && find_values(table, arena)
             ? PST_OK
             : pst_fail_memory(error);
}

void pst_trace_table_close(struct pst_trace_table *table)
{
  pst_table_free(&table->table);
}

double pst_trace_cell(const struct pst_trace_table *table, size_t row, size_t value, double *half)
{
  const struct pst_trace_column *c = &table->columns[value];
  unsigned code = pst_column_code(c->column, row);

  *half = code == PST_CODE_MISSING ? 0 : c->half[code];
  return code == PST_CODE_MISSING ? (double)NAN : c->value[code];
}
