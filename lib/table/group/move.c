/* move.c -- rows of a table as bytes, each for the one of several that owns its group. */
#include "table/group/move.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/hash.h"
#include "base/pack.h"

/* --- whose ---------------------------------------------------------------------------------------- */

/* The same on every machine: by the bytes, one after the other. */
static uint64_t hash_of(struct pst_text text)
{
  uint64_t hash = UINT64_C(0xCBF29CE484222325);

  for (size_t i = 0; i < text.size; i++)
    hash = (hash ^ (unsigned char)text.data[i]) * UINT64_C(0x100000001B3);
  return pst_hash_mix(hash + text.size);
}

size_t pst_move_owner(const struct pst_table *table, const struct pst_move_columns *columns,
                      size_t row, size_t n)
{
  uint64_t hash = 0;

  for (size_t k = 0; k < columns->n_keys; k++) {
    const struct pst_column *key = &table->columns[columns->columns[columns->keys[k]]];

    if (pst_column_code(key, row) == PST_CODE_MISSING)
      return SIZE_MAX;
    hash = pst_hash_join(hash, hash_of(pst_column_printed(key, row)));
  }
  return (size_t)(hash % n);
}

/* The rows by owner, in their order. */
struct sorting {
  struct pst_move *move;
  const struct pst_table *table;
  const struct pst_move_columns *columns;
  size_t *owner, *first, *row;
  unsigned *now, *codes; /* of the texts of a column: among those that go along */
  char *cells;           /* of the rows that go to one owner */
  uint64_t *hashes;      /* of each key its texts, one behind the other; 0: not made yet */
  size_t n_texts, *hashes_of;
};

static uint64_t hash_of_code(const struct sorting *s, size_t k, const struct pst_column *key,
                             unsigned code)
{
  uint64_t *hash = &s->hashes[s->hashes_of[k] + code];

  if (*hash == 0)
    *hash = hash_of(key->arrays.texts.texts[code]);
  return *hash;
}

/* As pst_move_owner; each text is hashed once. */
static size_t owner_of(const struct sorting *s, size_t row)
{
  uint64_t hash = 0;

  for (size_t k = 0; k < s->columns->n_keys; k++) {
    const struct pst_column *key = &s->table->columns[s->columns->columns[s->columns->keys[k]]];

    if (pst_column_code(key, row) == PST_CODE_MISSING)
      return SIZE_MAX;
    hash = pst_hash_join(hash, hash_of_code(s, k, key, pst_column_code(key, row)));
  }
  return (size_t)(hash % s->move->n);
}

/* Of one key, whose texts each have their owner, and one more. */
static size_t owner_of_text(const struct sorting *s, const struct pst_column *key, size_t row)
{
  const unsigned code = pst_column_code(key, row);

  if (code == PST_CODE_MISSING)
    return SIZE_MAX;
  if (s->hashes[code] == 0)
    s->hashes[code] = 1 + pst_move_owner(s->table, s->columns, row, s->move->n);
  return (size_t)(s->hashes[code] - 1);
}

/* Rows of a group often stand together. */
static bool same_keys(const struct sorting *s, size_t row)
{
  for (size_t k = 0; k < s->columns->n_keys; k++) {
    const struct pst_column *key = &s->table->columns[s->columns->columns[s->columns->keys[k]]];

    if (pst_column_code(key, row) != pst_column_code(key, row - 1))
      return false;
  }
  return true;
}

static void find_owners(struct sorting *s)
{
  const struct pst_column *key = &s->table->columns[s->columns->columns[s->columns->keys[0]]];

  for (size_t r = 0; r < s->table->n_rows && s->columns->n_keys == 1; r++)
    s->owner[r] = owner_of_text(s, key, r);
  for (size_t r = 0; r < s->table->n_rows && s->columns->n_keys != 1; r++)
    s->owner[r] = r > 0 && same_keys(s, r) ? s->owner[r - 1] : owner_of(s, r);
}

static void sort_rows(struct sorting *s)
{
  size_t n = s->move->n, at = 0;

  find_owners(s);
  for (size_t r = 0; r < s->table->n_rows; r++)
    if (s->owner[r] == SIZE_MAX)
      s->move->n_left_out++;
    else
      s->first[s->owner[r] + 1]++;
  for (size_t i = 0; i <= n; i++)
    s->first[i] = at += s->first[i];
  for (size_t r = 0; r < s->table->n_rows; r++)
    if (s->owner[r] != SIZE_MAX)
      s->row[s->first[s->owner[r]]++] = r;
  memmove(s->first + 1, s->first, n * sizeof *s->first);
  s->first[0] = 0;
}

/* Room for the hashes of the texts of all keys. */
static bool make_hashes(struct sorting *s)
{
  size_t n = 0;

  s->hashes_of = calloc(s->columns->n_keys + 1, sizeof *s->hashes_of);
  for (size_t k = 0; s->hashes_of != NULL && k < s->columns->n_keys; k++) {
    s->hashes_of[k] = n;
    n += s->table->columns[s->columns->columns[s->columns->keys[k]]].arrays.texts.count;
  }
  s->hashes = s->hashes_of == NULL ? NULL : calloc(n + 1, sizeof *s->hashes);
  return s->hashes != NULL;
}

static bool begin(struct sorting *s)
{
  const struct pst_table *table = s->table;

  for (size_t i = 0; i < s->columns->n; i++) {
    const struct pst_column *column = &table->columns[s->columns->columns[i]];

    if (pst_column_has_codes(column) && column->arrays.texts.count > s->n_texts)
      s->n_texts = column->arrays.texts.count;
  }
  s->owner = calloc(table->n_rows + 1, sizeof *s->owner);
  s->row = calloc(table->n_rows + 1, sizeof *s->row);
  s->first = calloc(s->move->n + 2, sizeof *s->first);
  s->now = malloc((s->n_texts + 1) * sizeof *s->now);
  s->cells = malloc((table->n_rows + 1) * sizeof(double));
  s->codes = malloc((table->n_rows + s->n_texts + 1) * sizeof *s->codes);
  if (s->move->to == NULL)
    s->move->to = calloc(s->move->n, sizeof *s->move->to);
  if (s->move->rows == NULL)
    s->move->rows = calloc(s->move->n, sizeof *s->move->rows);
  return make_hashes(s) && s->owner != NULL && s->row != NULL && s->first != NULL && s->now != NULL
         && s->cells != NULL && s->codes != NULL && s->move->to != NULL && s->move->rows != NULL;
}

static void end(struct sorting *s)
{
  free(s->owner);
  free(s->row);
  free(s->first);
  free(s->now);
  free(s->codes);
  free(s->cells);
  free(s->hashes);
  free(s->hashes_of);
}

/* --- cells to bytes --------------------------------------------------------------------------------- */

enum { HAS_VALUE = 1, HAS_DECIMALS = 2, HAS_CODE = 4, HAS_REST = 8, HAS_BOUNDS = 16 };

/* Years and plain numbers have no texts. */
static bool has_texts(const struct pst_column *column)
{
  return column->arrays.code != NULL
         && !(column->type == PST_COLUMN_TIME
              && (column->period == PST_PERIOD_NONE || column->period == PST_PERIOD_YEAR));
}

static unsigned arrays_of(const struct pst_column *column)
{
  const struct pst_column_cells *a = &column->arrays;

  return (a->value != NULL ? HAS_VALUE : 0u) | (a->decimals != NULL ? HAS_DECIMALS : 0u)
         | (has_texts(column) ? HAS_CODE : 0u) | (a->rest != NULL ? HAS_REST : 0u)
         | (a->bounds != NULL ? HAS_BOUNDS : 0u);
}

/* Cells of 8 bytes, and of one, those of the rows ROW. */
static void put_doubles(const struct sorting *s, const double *cells, const size_t *row, size_t n,
                        struct pst_buffer *out)
{
  for (size_t i = 0; i < n; i++)
    memcpy(s->cells + i * sizeof *cells, &cells[row[i]], sizeof *cells);
  pst_pack_array(out, s->cells, sizeof *cells, n);
}

static void put_bytes(const struct sorting *s, const unsigned char *cells, const size_t *row,
                      size_t n, struct pst_buffer *out)
{
  for (size_t i = 0; i < n; i++)
    s->cells[i] = (char)cells[row[i]];
  pst_buffer_add(out, s->cells, n);
}

/* The texts of these rows alone, numbered as they come. */
static void put_codes(struct sorting *s, const struct pst_column *column, const size_t *row,
                      size_t n, struct pst_buffer *out)
{
  const struct pst_dictionary *texts = pst_column_texts(column);
  unsigned count = 0, *codes = s->codes, *used = s->codes + n;

  memset(s->now, 0xFF, ((size_t)texts->count + 1) * sizeof *s->now);
  for (size_t i = 0; i < n; i++) {
    unsigned code = pst_column_code(column, row[i]);

    if (code < texts->count && s->now[code] == PST_CODE_MISSING) {
      used[count] = code;
      s->now[code] = count++;
    }
    codes[i] = code < texts->count ? s->now[code] : PST_CODE_MISSING;
  }
  pst_pack_number(out, count);
  for (unsigned c = 0; c < count; c++)
    pst_pack_text(out, texts->texts[used[c]]);
  pst_pack_array(out, codes, sizeof *codes, n);
}

/* Of the cells that have some: which of the rows, and between what. */
static void put_bounds(const struct pst_column *column, const size_t *row, size_t n,
                       struct pst_buffer *out)
{
  size_t count = 0;

  for (size_t i = 0; i < n; i++)
    count += pst_column_bounded(column, row[i]);
  pst_pack_number(out, count);
  for (size_t i = 0; i < n && count > 0; i++) {
    const struct pst_bounds *bounds = pst_column_bounds(column, row[i]);

    if (!pst_column_bounded(column, row[i]))
      continue;
    pst_pack_number(out, i);
    pst_pack_double(out, bounds->low);
    pst_pack_double(out, bounds->high);
    pst_pack_number(out, (uint64_t)bounds->low_open | (uint64_t)bounds->high_open << 1);
  }
}

static void put_column(struct sorting *s, const struct pst_column *column, const size_t *row,
                       size_t n, struct pst_buffer *out)
{
  const struct pst_column_cells *a = &column->arrays;

  pst_pack_number(out, arrays_of(column));
  if (a->value != NULL)
    put_doubles(s, a->value, row, n, out);
  if (a->decimals != NULL)
    put_bytes(s, a->decimals, row, n, out);
  if (a->rest != NULL)
    put_doubles(s, a->rest, row, n, out);
  if (a->bounds != NULL)
    put_bounds(column, row, n, out);
  if (has_texts(column))
    put_codes(s, column, row, n, out);
}

/* Lines and places as distances from those of the first row. */
static bool put_places(const struct sorting *s, const size_t *row, size_t n, struct pst_buffer *out)
{
  unsigned long line = pst_table_line(s->table, row[0]);

  pst_pack_number(out, n);
  pst_pack_number(out, pst_table_file_number(s->table, row[0]));
  pst_pack_number(out, line);
  pst_pack_number(out, s->move->n_rows);
  for (size_t i = 0; i < n; i++) {
    const long away = (long)(pst_table_line(s->table, row[i]) - line);
    const int32_t near = (int32_t)away;
    const uint32_t place = (uint32_t)row[i];
    uint32_t pair[2];

    if (near != away || place != row[i]
        || pst_table_file_number(s->table, row[i]) != pst_table_file_number(s->table, row[0]))
      return false;
    pair[0] = (uint32_t)near;
    pair[1] = place;
    memcpy(s->cells + i * sizeof pair, pair, sizeof pair);
  }
  pst_pack_array(out, s->cells, sizeof(uint32_t), 2 * n);
  return true;
}

static enum pst_status put_rows(struct sorting *s, struct pst_error *error)
{
  for (size_t to = 0; to < s->move->n; to++) {
    const size_t *row = s->row + s->first[to], n = s->first[to + 1] - s->first[to];
    struct pst_buffer *out = &s->move->to[to];

    if (n == 0)
      continue;
    if (!put_places(s, row, n, out))
      return pst_fail(error, PST_UNDEFINED, "the lines of these rows are too far apart");
    for (size_t i = 0; i < s->columns->n; i++)
      put_column(s, &s->table->columns[s->columns->columns[i]], row, n, out);
    if (out->failed)
      return pst_fail_memory(error);
    s->move->rows[to] += n;
  }
  return PST_OK;
}

enum pst_status pst_move_add(struct pst_move *move, const struct pst_table *table,
                             const struct pst_move_columns *columns, struct pst_error *error)
{
  struct sorting s = {.move = move, .table = table, .columns = columns};
  enum pst_status status = begin(&s) ? PST_OK : pst_fail_memory(error);

  if (status == PST_OK) {
    sort_rows(&s);
    status = put_rows(&s, error);
  }
  move->n_rows += table->n_rows;
  end(&s);
  return status;
}

void pst_move_free(struct pst_move *move)
{
  for (size_t i = 0; move->to != NULL && i < move->n; i++)
    pst_buffer_free(&move->to[i]);
  free(move->to);
  free(move->rows);
  *move = (struct pst_move){.n = move->n};
}

/* --- the columns ------------------------------------------------------------------------------------ */

static void put_string(struct pst_buffer *out, const char *string)
{
  pst_pack_number(out, string != NULL);
  pst_pack_text(out, pst_text_of(string == NULL ? "" : string));
}

void pst_move_head(const struct pst_table *table, const struct pst_move_columns *columns,
                   struct pst_buffer *out)
{
  pst_pack_number(out, columns->n);
  for (size_t i = 0; i < columns->n; i++) {
    const struct pst_column *column = &table->columns[columns->columns[i]];

    pst_pack_text(out, pst_text_of(column->name));
    pst_pack_number(out, (uint64_t)column->want);
    pst_pack_number(out, (uint64_t)column->type);
    pst_pack_number(out, (uint64_t)column->period);
    pst_pack_number(out, column->field);
    put_string(out, column->unit);
    put_string(out, column->title);
    pst_pack_number(out, pst_column_has_bounds(column));
  }
}

/* NULL where it was, and where memory is out. */
static const char *take_string(struct pst_unpack *in, struct pst_arena *arena, bool *good)
{
  bool there = pst_unpack_number(in) != 0;
  struct pst_text text = pst_unpack_text(in);
  const char *string = there ? pst_arena_copy(arena, text.data, text.size) : NULL;

  *good = *good && (string != NULL || !there);
  return string;
}

static bool make_column(struct pst_unpack *in, struct pst_table *table)
{
  struct pst_text name = pst_unpack_text(in);
  const char *called = pst_arena_copy(&table->arena, name.data, name.size);
  uint64_t want = pst_unpack_number(in), type = pst_unpack_number(in);
  struct pst_column *column;
  bool good = called != NULL;

  in->failed = in->failed || want > PST_WANT_TEXT || type > PST_COLUMN_TEXT;
  if (!good || in->failed)
    return good;
  column = pst_table_add_column(table, called, (enum pst_want)want);
  if (column == NULL)
    return false;
  column->type = (enum pst_column_type)type;
  column->period = (enum pst_period_kind)pst_unpack_number(in);
  column->field = (size_t)pst_unpack_number(in);
  column->unit = take_string(in, &table->arena, &good);
  column->title = take_string(in, &table->arena, &good);
  if (pst_unpack_number(in) != 0)
    good = good && pst_table_bounds(table, column, NULL) == PST_OK;
  in->failed = in->failed || column->period >= PST_PERIOD_KINDS;
  return good;
}

enum pst_status pst_move_make(struct pst_text head, struct pst_table *table,
                              struct pst_error *error)
{
  struct pst_unpack in = {.left = head};
  size_t n = pst_unpack_count(&in, 8);
  bool good = true;

  for (size_t i = 0; i < n && good && !in.failed; i++)
    good = make_column(&in, table);
  if (!good)
    return pst_fail_memory(error);
  return in.failed ? pst_fail(error, PST_BAD_DATA, "these are no columns of rows") : PST_OK;
}
