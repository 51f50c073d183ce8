/* data.c -- the keys and cells of a claims file's table. */
#include "claim/data/data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/data/data_load.h"

/* --- key values -------------------------------------------------------------------------------- */

static bool read_number(const struct pst_data_key *key, unsigned c, int64_t *number)
{
  const double value = key->is_time ? key->position[c] : 0;

  if (!key->is_time)
    return pst_data_whole_number(pst_column_texts(key->column)->texts[c], number);
  *number = (int64_t)value;
  return (double)*number == value;
}

/* Times are numbers where they are years, plain or fiscal. */
static bool read_numbers(struct pst_data *data, struct pst_data_key *key)
{
  const unsigned count = pst_column_texts(key->column)->count;
  const bool fiscal = key->is_time && key->kind == PST_PERIOD_FISCAL_YEAR;

  key->number = pst_arena_array(&data->table.arena, count + 1, sizeof *key->number);
  if (key->number == NULL)
    return false;
  key->is_number =
      count > 0
      && (!key->is_time || fiscal || key->kind == PST_PERIOD_NONE || key->kind == PST_PERIOD_YEAR);
  for (unsigned c = 0; c < count && key->is_number; c++)
    key->is_number = read_number(key, c, &key->number[c]);
  key->is_fiscal = key->is_number && fiscal;
  key->is_number = key->is_number && !fiscal;
  return true;
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

/* Numbers and times have their own order; other texts that of the file. */
static bool order_key(struct pst_data *data, struct pst_data_key *key)
{
  struct pst_arena *arena = &data->table.arena;
  size_t n = pst_column_texts(key->column)->count;
  struct placed *placed = pst_arena_array(arena, n + 1, sizeof *placed);

  key->order = pst_arena_array(arena, n + 1, sizeof *key->order);
  key->place = pst_arena_array(arena, n + 1, sizeof *key->place);
  if (!key->is_time)
    key->position = pst_arena_array(arena, n + 1, sizeof *key->position);
  if (placed == NULL || key->order == NULL || key->place == NULL || key->position == NULL)
    return false;
  for (unsigned c = 0; c < n; c++) {
    if (!key->is_time)
      key->position[c] = key->is_number ? (double)key->number[c] : c;
    placed[c] = (struct placed){key->position[c], c};
  }
  qsort(placed, n, sizeof *placed, by_position);
  for (unsigned i = 0; i < n; i++) {
    key->order[i] = placed[i].code;
    key->place[placed[i].code] = i;
  }
  return true;
}

bool pst_data_read_key(struct pst_data *data, struct pst_data_key *key)
{
  return read_numbers(data, key) && order_key(data, key);
}

static unsigned code_of_period(const struct pst_data_key *key, struct pst_text period)
{
  unsigned code = pst_dictionary_find(&key->periods, period);

  return code == PST_CODE_MISSING ? code : key->code_of[code];
}

/* VALUE as a text: its digits, in DIGITS, where it is a number. */
static struct pst_text text_of(const struct pst_data_key *key, const struct pst_key_value *value,
                               char digits[32])
{
  int size;

  if (!value->is_number)
    return value->text;
  size = snprintf(digits, 32, key->is_fiscal ? "FY%04lld" : "%lld", (long long)value->number);
  return (struct pst_text){.data = digits, .size = (size_t)size};
}

/* The period of VALUE, a member of any table, among the cells of KEY: as these are read, in polstat's
   notation, or in one that can be no other kind. */
static bool period_of(const struct pst_data_key *key, const struct pst_key_value *value,
                      char when[PST_WHEN_SIZE], double *position)
{
  const struct pst_data_key plain = {.is_time = true, .kind = key->kind};
  const struct pst_data_key loose = {.is_time = true, .kind = key->kind, .times.otherwise = true};
  char digits[32];

  if (!key->is_time)
    return false;
  if (value->period.data != NULL)
    return pst_data_period(&plain, value->period, when, position);
  return pst_data_period(key, text_of(key, value, digits), when, position)
         || pst_data_period(&plain, text_of(key, value, digits), when, position)
         || (!value->is_number && pst_data_period(&loose, value->text, when, position));
}

unsigned pst_data_code(const struct pst_data *data, size_t k, const struct pst_key_value *value)
{
  const struct pst_data_key *key = &data->keys[k];
  char digits[32], when[PST_WHEN_SIZE];
  unsigned code = PST_CODE_MISSING;
  double position;

  if (!key->is_time || value->period.data == NULL)
    code = pst_dictionary_find(pst_column_texts(key->column), text_of(key, value, digits));
  if (code == PST_CODE_MISSING && period_of(key, value, when, &position) && when[0] != '\0')
    code = code_of_period(key, pst_text_of(when));
  return code;
}

bool pst_data_position(const struct pst_data *data, size_t k, const struct pst_key_value *value,
                       double *position)
{
  char when[PST_WHEN_SIZE];

  return period_of(&data->keys[k], value, when, position);
}

/* The year that WHEN, in polstat's notation, begins with. */
static int64_t year_of(const char *when)
{
  return strtol(when + (strncmp(when, "FY", 2) == 0 ? 2 : 0), NULL, 10);
}

bool pst_data_year(const struct pst_data *data, size_t k, const struct pst_key_value *value,
                   int64_t *year)
{
  char when[PST_WHEN_SIZE];
  double position;

  *year = value->number;
  if (value->is_number
      && (!data->keys[k].is_time || data->keys[k].is_number || data->keys[k].is_fiscal))
    return true;
  if (!period_of(&data->keys[k], value, when, &position) || when[0] == '\0')
    return false;
  *year = year_of(when);
  return true;
}

struct pst_key_value pst_data_value(const struct pst_data *data, size_t k, unsigned code)
{
  const struct pst_data_key *key = &data->keys[k];
  struct pst_key_value value = {.is_number = key->is_number,
                                .text = pst_column_texts(key->column)->texts[code]};

  if (key->is_number)
    value.number = key->number[code];
  if (key->is_time && !key->is_number)
    value.period = key->period[code];
  return value;
}

/* --- rows by key ------------------------------------------------------------------------------- */

static uint64_t hash_of(const unsigned *codes, size_t n)
{
  uint64_t hash = 0;

  for (size_t k = 0; k < n; k++)
    hash = pst_hash_join(hash, codes[k]);
  return hash;
}

static bool has_keys(const void *owner, size_t row, const void *key)
{
  const struct pst_data *data = owner;
  const unsigned *codes = key;

  for (size_t k = 0; k < data->syntax->key_count; k++)
    if (pst_column_code(data->keys[k].column, row) != codes[k])
      return false;
  return true;
}

uint32_t pst_data_row(const struct pst_data *data, const unsigned *codes)
{
  uint64_t hash = hash_of(codes, data->syntax->key_count);
  size_t row;

  if (data->by_keys.slots == NULL)
    return PST_NO_ROW;
  row = pst_hash_item(pst_hash_at(&data->by_keys, hash, has_keys, data, codes));
  return row == PST_HASH_NONE ? PST_NO_ROW : (uint32_t)row;
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

/* The row, if its keys are complete; a second one with the same keys is noted. */
static bool index_row(struct pst_data *data, uint32_t row, unsigned *codes)
{
  size_t n_keys = data->syntax->key_count;
  struct pst_hash_slot *slot;
  uint64_t hash;

  for (size_t k = 0; k < n_keys; k++) {
    codes[k] = pst_column_code(data->keys[k].column, row);
    if (codes[k] == PST_CODE_MISSING)
      return true;
  }
  hash = hash_of(codes, n_keys);
  slot = pst_hash_at(&data->by_keys, hash, has_keys, data, codes);
  if (pst_hash_item(slot) != PST_HASH_NONE)
    return note_again(data, (uint32_t)pst_hash_item(slot), row);
  pst_hash_take(slot, hash, row);
  return true;
}

/* Where the search for ROW will begin is fetched some rows ahead: in a large table each waits for memory. */
static void fetch_ahead(const struct pst_data *data, size_t row)
{
  uint64_t hash = 0;

  if (row >= data->table.n_rows)
    return;
  for (size_t k = 0; k < data->syntax->key_count; k++)
    hash = pst_hash_join(hash, pst_column_code(data->keys[k].column, row));
  __builtin_prefetch(pst_hash_first(&data->by_keys, hash));
}

bool pst_data_index_rows(struct pst_data *data, unsigned *codes)
{
  enum { AHEAD = 16 };
  bool good = pst_hash_room(&data->by_keys, data->table.n_rows + 1);

  for (uint32_t row = 0; row < data->table.n_rows && good; row++) {
    fetch_ahead(data, (size_t)row + AHEAD);
    good = index_row(data, row, codes);
  }
  return good;
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

void pst_data_free(struct pst_data *data)
{
  for (size_t k = 0; data->keys != NULL && k < data->syntax->key_count; k++)
    pst_dictionary_free(&data->keys[k].periods);
  pst_hash_free(&data->by_keys);
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
                   struct pst_rational *printed, int *decimals, bool *bounded)
{
  const struct pst_table_syntax *syntax = data->syntax;
  unsigned code = pst_column_code(data->value, row);
  struct pst_text cell;
  struct pst_rational digit;

  *has_printed = *bounded = false;
  *decimals = 0;
  if (code == PST_CODE_MISSING)
    return false;
  cell = pst_column_texts(data->value)->texts[code];
  if (!pst_digits_rational(&data->digits, exact, cell, printed, decimals)) {
    *decimals = 0;
    *bounded = true;
    pst_digits_range(&data->digits, exact, cell, range, has_printed, printed);
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
