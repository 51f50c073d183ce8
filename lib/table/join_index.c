/* join_index.c -- the rows of a table by key, found by the codes of the texts of another one. */
#include "table/join_index.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "printed/meant.h"

/* --- the texts of a table ------------------------------------------------------------------------ */

/* Two spellings of one period are one text; that of a copy is in ARENA.  No data: memory is out. */
static struct pst_text spelled(struct pst_text text, struct pst_arena *arena)
{
  char period[PST_PERIOD_SIZE];

  if (!pst_period_spelled(text, period) || pst_text_is(text, period))
    return text;
  text.size = strlen(period);
  text.data = pst_arena_copy(arena, period, text.size);
  return text;
}

static bool spell_all(const struct pst_column *column, struct pst_text **out,
                      struct pst_arena *arena)
{
  const struct pst_dictionary *texts = &column->arrays.texts;

  *out = pst_arena_alloc(arena, ((size_t)texts->count + 1) * sizeof **out);
  for (unsigned c = 0; c < texts->count && *out != NULL; c++) {
    (*out)[c] = spelled(texts->texts[c], arena);
    if ((*out)[c].data == NULL)
      return false;
  }
  return *out != NULL;
}

static bool begin_codes(struct pst_join_codes *codes, const struct pst_table *table,
                        const size_t *keys, size_t n)
{
  struct pst_arena *arena = &codes->arena;

  codes->code = pst_arena_array(arena, n + 1, sizeof *codes->code);
  codes->number = pst_arena_array(arena, n + 1, sizeof *codes->number);
  codes->text = pst_arena_array(arena, n + 1, sizeof *codes->text);
  codes->sought = pst_arena_array(arena, n + 1, sizeof *codes->sought);
  if (codes->code == NULL || codes->number == NULL || codes->text == NULL || codes->sought == NULL)
    return false;
  for (size_t k = 0; k < n; k++) {
    const struct pst_column *column = &table->columns[keys[k]];

    codes->code[k] = column->arrays.code;
    codes->number[k] =
        pst_arena_alloc(arena, ((size_t)column->arrays.texts.count + 1) * sizeof(unsigned));
    if (codes->number[k] == NULL || !spell_all(column, &codes->text[k], arena))
      return false;
  }
  return true;
}

enum pst_status pst_join_codes_make(struct pst_join_codes *codes,
                                    const struct pst_join_index *index,
                                    const struct pst_table *table, const size_t *keys,
                                    struct pst_error *error)
{
  if (!begin_codes(codes, table, keys, index->n))
    return pst_fail_memory(error);
  for (size_t k = 0; k < index->n; k++)
    for (unsigned c = 0; c < table->columns[keys[k]].arrays.texts.count; c++)
      codes->number[k][c] = pst_dictionary_find(&index->texts[k], codes->text[k][c]);
  return PST_OK;
}

/* The numbers of ROW into codes->sought; false where it has no text in some column, and *KNOWN is false where the
   index has not some text of it. */
static bool seek(struct pst_join_codes *codes, size_t n, size_t row, bool *known)
{
  *known = true;
  for (size_t k = 0; k < n; k++) {
    const unsigned code = codes->code[k][row];

    if (code == PST_CODE_MISSING)
      return false;
    codes->sought[k] = codes->number[k][code];
    *known &= codes->sought[k] != PST_CODE_MISSING;
  }
  return true;
}

static void put_part(struct pst_buffer *text, struct pst_text part)
{
  pst_buffer_add(text, part.data, part.size);
  pst_buffer_putc(text, '\x1f');
}

void pst_join_key_text(const struct pst_join_codes *codes, size_t n, size_t row,
                       struct pst_buffer *text)
{
  pst_buffer_clear(text);
  for (size_t k = 0; k < n; k++)
    put_part(text, codes->text[k][codes->code[k][row]]);
}

void pst_join_codes_free(struct pst_join_codes *codes)
{
  pst_arena_free(&codes->arena);
  *codes = (struct pst_join_codes){.code = NULL};
}

/* --- the index ----------------------------------------------------------------------------------- */

static bool is_key(const void *owner, size_t item, const void *sought)
{
  const struct pst_join_index *index = owner;
  const unsigned *numbers = sought;

  for (size_t k = 0; k < index->n; k++)
    if (index->parts[item * index->n + k] != numbers[k])
      return false;
  return true;
}

static uint64_t hash_of(const unsigned *numbers, size_t n)
{
  uint64_t hash = 0;

  for (size_t k = 0; k < n; k++)
    hash = pst_hash_join(hash, numbers[k]);
  return hash;
}

/* The slot where the search for the key of ROW begins; NULL: it has none that is there. */
static const struct pst_hash_slot *slot_of(const struct pst_join_index *index,
                                           struct pst_join_codes *codes, size_t row)
{
  bool known;

  return seek(codes, index->n, row, &known) && known
             ? pst_hash_first(&index->by_parts, hash_of(codes->sought, index->n))
             : NULL;
}

void pst_join_fetch(const struct pst_join_index *index, struct pst_join_codes *codes, size_t row,
                    size_t n_rows)
{
  enum { SLOT = 32, KEY = 16 };
  const struct pst_hash_slot *slot;
  size_t key;

  if (index->count == 0 || row + SLOT >= n_rows)
    return;
  __builtin_prefetch(slot_of(index, codes, row + SLOT));
  slot = slot_of(index, codes, row + KEY);
  key = slot == NULL ? PST_HASH_NONE : pst_hash_item(slot);
  if (key == PST_HASH_NONE)
    return;
  __builtin_prefetch(&index->parts[key * index->n]);
  __builtin_prefetch(&index->row[key]);
}

size_t pst_join_find(const struct pst_join_index *index, struct pst_join_codes *codes, size_t row,
                     bool *has_key)
{
  bool known;

  *has_key = seek(codes, index->n, row, &known);
  if (!*has_key || !known || index->count == 0)
    return PST_JOIN_NONE;
  return pst_hash_item(pst_hash_at(&index->by_parts, hash_of(codes->sought, index->n), is_key,
                                   index, codes->sought));
}

/* *KEY is that of the NUMBERS of ROW, new if there was none; false when memory is out. */
static bool add_row(struct pst_join_index *index, const unsigned *numbers, size_t row, size_t *key)
{
  const size_t n = pst_array_next(index->capacity, index->count + 1);
  const uint64_t hash = hash_of(numbers, index->n);
  struct pst_hash_slot *slot;

  if (!pst_hash_room(&index->by_parts, index->count + 1))
    return false;
  slot = pst_hash_at(&index->by_parts, hash, is_key, index, numbers);
  *key = pst_hash_item(slot);
  if (*key != PST_HASH_NONE)
    return true;
  if (index->count == index->capacity
      && (!PST_ARRAY_RESIZE(index->parts, n, index->n + 1) || !PST_ARRAY_RESIZE(index->row, n, 1)))
    return false;
  index->capacity = index->count == index->capacity ? n : index->capacity;
  *key = index->count++;
  pst_hash_take(slot, hash, *key);
  for (size_t k = 0; k < index->n; k++)
    index->parts[*key * index->n + k] = numbers[k];
  index->row[*key] = row;
  return true;
}

/* The texts of TABLE are those of the index: each gets its number. */
static bool number_texts(struct pst_join_index *index, const struct pst_table *table,
                         const size_t *keys, struct pst_join_codes *codes)
{
  index->texts = pst_arena_array(&index->arena, index->n + 1, sizeof *index->texts);
  if (index->texts == NULL || !begin_codes(codes, table, keys, index->n))
    return false;
  for (size_t k = 0; k < index->n; k++)
    for (unsigned c = 0; c < table->columns[keys[k]].arrays.texts.count; c++) {
      codes->number[k][c] = pst_dictionary_add(&index->texts[k], codes->text[k][c]);
      if (codes->number[k][c] == PST_CODE_MISSING)
        return false;
    }
  return true;
}

static bool add_rows(struct pst_join_index *index, const struct pst_table *table,
                     struct pst_join_codes *codes, size_t *first, size_t *twice)
{
  enum { AHEAD = 16 };

  if (!pst_hash_room(&index->by_parts, table->n_rows)) /* most have a key of their own */
    return false;
  for (size_t r = 0; r < table->n_rows && *twice == PST_JOIN_NONE; r++) {
    const size_t before = index->count;
    size_t key;
    bool known;

    if (r + AHEAD < table->n_rows)
      __builtin_prefetch(slot_of(index, codes, r + AHEAD));
    if (!seek(codes, index->n, r, &known))
      continue;
    if (!add_row(index, codes->sought, r, &key))
      return false;
    if (key >= before)
      continue;
    *first = index->row[key];
    *twice = r;
  }
  return true;
}

enum pst_status pst_join_index_make(struct pst_join_index *index, const struct pst_table *table,
                                    const size_t *keys, size_t n, size_t *first, size_t *twice,
                                    struct pst_error *error)
{
  struct pst_join_codes codes = {.code = NULL};
  bool good;

  index->n = n;
  *first = *twice = PST_JOIN_NONE;
  good = number_texts(index, table, keys, &codes) && add_rows(index, table, &codes, first, twice);
  pst_join_codes_free(&codes);
  return good ? PST_OK : pst_fail_memory(error);
}

void pst_join_index_text(const struct pst_join_index *index, size_t key, struct pst_buffer *text)
{
  pst_buffer_clear(text);
  for (size_t k = 0; k < index->n; k++)
    put_part(text, index->texts[k].texts[index->parts[key * index->n + k]]);
}

void pst_join_index_free(struct pst_join_index *index)
{
  for (size_t k = 0; index->texts != NULL && k < index->n; k++)
    pst_dictionary_free(&index->texts[k]);
  free(index->parts);
  free(index->row);
  pst_hash_free(&index->by_parts);
  pst_arena_free(&index->arena);
  *index = (struct pst_join_index){.n = 0};
}
