/* join.c -- a left join: columns of another table, by key. */
#include "table/join.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "table/join_index.h"

static struct pst_text buffer_text(const struct pst_buffer *buffer)
{
  return (struct pst_text){.data = pst_buffer_string(buffer), .size = buffer->size};
}

/* For people: "a / b". */
static char *shown_key(struct pst_arena *arena, struct pst_text key)
{
  struct pst_buffer text = {.data = NULL};
  char *copy;

  for (size_t i = 0; i + 1 < key.size; i++) {
    if (key.data[i] == '\x1f')
      pst_buffer_puts(&text, " / ");
    else
      pst_buffer_putc(&text, key.data[i]);
  }
  copy = pst_arena_copy(arena, pst_buffer_string(&text), text.size);
  pst_buffer_free(&text);
  return copy;
}

static enum pst_status fail_twice(struct pst_table *table, const struct pst_table *other,
                                  size_t first, size_t second, struct pst_text key,
                                  struct pst_error *error)
{
  const char *shown = shown_key(&table->arena, key);

  if (shown == NULL)
    return pst_fail_memory(error);
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(other, second),
                     pst_table_line(other, second),
                     "the key '%s' stands here and in line %lu already; a joined table has one row "
                     "a key",
                     shown, pst_table_line(other, first));
}

/* The index of OTHER, made once for all parts. */
static enum pst_status index_other(struct pst_table *table, const struct pst_table *other,
                                   const size_t *keys, size_t n, struct pst_join_memory *memory,
                                   struct pst_buffer *text, struct pst_error *error)
{
  struct pst_join_codes codes = {.code = NULL};
  size_t first, twice;
  enum pst_status status = PST_OK;

  if (memory->used != NULL)
    return PST_OK;
  memory->used = calloc(other->n_rows + 1, sizeof *memory->used);
  if (memory->used == NULL)
    return pst_fail_memory(error);
  status = pst_join_index_make(&memory->index, other, keys, n, &first, &twice, error);
  if (status != PST_OK || twice == PST_JOIN_NONE)
    return status;
  status = pst_join_codes_make(&codes, &memory->index, other, keys, error);
  if (status == PST_OK) {
    pst_join_key_text(&codes, n, twice, text);
    status = fail_twice(table, other, first, twice, buffer_text(text), error);
  }
  pst_join_codes_free(&codes);
  return status;
}

/* PARTNER[r]: the row of OTHER for row r, SIZE_MAX when there is none. */
static enum pst_status match(struct pst_table *table, struct pst_join_codes *codes, size_t *partner,
                             struct pst_join_memory *memory, struct pst_buffer *text)
{
  const size_t n = memory->index.n;

  for (size_t r = 0; r < table->n_rows; r++) {
    bool has_key;
    size_t key;

    pst_join_fetch(&memory->index, codes, r, table->n_rows);
    key = pst_join_find(&memory->index, codes, r, &has_key);

    partner[r] = key == PST_JOIN_NONE ? SIZE_MAX : memory->index.row[key];
    if (key != PST_JOIN_NONE) {
      memory->matched += !memory->used[key];
      memory->used[key] = true;
      continue;
    }
    memory->rows_unmatched++;
    if (!has_key)
      continue;
    pst_join_key_text(codes, n, r, text);
    if (text->failed || pst_dictionary_add(&memory->lost, buffer_text(text)) == PST_CODE_MISSING)
      return PST_NO_MEMORY;
  }
  return PST_OK;
}

/* MAP: the codes of FROM in TO, PST_CODE_MISSING where they are not there yet. */
static bool copy_cell(struct pst_column *to, size_t r, const struct pst_column *from, size_t f,
                      unsigned *map)
{
  unsigned code = from->arrays.code == NULL ? PST_CODE_MISSING : from->arrays.code[f];

  if (to->arrays.value != NULL)
    to->arrays.value[r] = from->arrays.value[f];
  if (to->arrays.rest != NULL)
    to->arrays.rest[r] = from->arrays.rest[f];
  if (to->arrays.decimals != NULL)
    to->arrays.decimals[r] = from->arrays.decimals[f];
  if (to->arrays.bounds != NULL)
    to->arrays.bounds[r] = from->arrays.bounds[f];
  if (to->arrays.code == NULL || code == PST_CODE_MISSING)
    return true;
  if (map[code] == PST_CODE_MISSING)
    map[code] = pst_dictionary_add(&to->arrays.texts, from->arrays.texts.texts[code]);
  to->arrays.code[r] = map[code];
  return to->arrays.code[r] != PST_CODE_MISSING;
}

static bool copy_cells(const struct pst_table *table, struct pst_column *to,
                       const struct pst_column *from, const size_t *partner)
{
  enum { AHEAD = 16 }; /* partners stand in another order: those to come are fetched meanwhile */
  const size_t n_codes = (size_t)from->arrays.texts.count + 1;
  unsigned *map = malloc(n_codes * sizeof *map);
  bool good = map != NULL;

  for (size_t c = 0; c < n_codes && good; c++)
    map[c] = PST_CODE_MISSING;
  for (size_t r = 0; r < table->n_rows && good; r++) {
    if (r + AHEAD < table->n_rows && partner[r + AHEAD] != SIZE_MAX)
      pst_column_fetch(from, partner[r + AHEAD]);
    if (to->arrays.bounds != NULL)
      to->arrays.bounds[r].low = NAN;
    if (partner[r] != SIZE_MAX)
      good = copy_cell(to, r, from, partner[r], map);
    to->n_missing += pst_column_missing(to, r);
    to->n_bounded += pst_column_bounded(to, r);
  }
  free(map);
  return good;
}

static bool copy_column(struct pst_table *table, const struct pst_column *from,
                        const size_t *partner)
{
  struct pst_column *to = pst_table_add_column(table, from->name, from->want);
  size_t rows = table->rows_capacity > 0 ? table->rows_capacity : 1;

  if (to == NULL)
    return false;
  to->type = from->type;
  to->period = from->period;
  to->title = from->title == NULL ? NULL : pst_arena_string(&table->arena, from->title);
  to->unit = from->unit == NULL ? NULL : pst_arena_string(&table->arena, from->unit);
  if (from->arrays.bounds != NULL) {
    to->arrays.bounds = malloc(rows * sizeof *to->arrays.bounds);
    if (to->arrays.bounds == NULL)
      return false;
  }
  if (from->arrays.rest != NULL) {
    to->arrays.rest = calloc(rows, sizeof *to->arrays.rest);
    if (to->arrays.rest == NULL)
      return false;
  }
  return copy_cells(table, to, from, partner);
}

static bool is_key(size_t column, const size_t *keys, size_t n)
{
  for (size_t k = 0; k < n; k++)
    if (keys[k] == column)
      return true;
  return false;
}

static bool list_lost(const struct pst_dictionary *lost, size_t most, struct pst_arena *arena,
                      struct pst_join_report *report)
{
  const size_t n = lost->count < most ? lost->count : most;

  report->unmatched = pst_arena_array(arena, n + 1, sizeof *report->unmatched);
  for (size_t i = 0; i < n && report->unmatched != NULL; i++) {
    report->unmatched[i] = shown_key(arena, lost->texts[i]);
    if (report->unmatched[i] == NULL)
      return false;
  }
  return report->unmatched != NULL;
}

static bool list_unused(const struct pst_join_memory *memory, size_t most, struct pst_arena *arena,
                        struct pst_join_report *report)
{
  const size_t n = report->unused < most ? report->unused : most;
  struct pst_buffer text = {.data = NULL};
  size_t found = 0;

  report->unused_keys = pst_arena_array(arena, n + 1, sizeof *report->unused_keys);
  for (size_t i = 0; found < n && report->unused_keys != NULL; i++) {
    if (memory->used[i])
      continue;
    pst_join_index_text(&memory->index, i, &text);
    report->unused_keys[found] = shown_key(arena, buffer_text(&text));
    if (text.failed || report->unused_keys[found++] == NULL)
      break;
  }
  pst_buffer_free(&text);
  return report->unused_keys != NULL && found == n;
}

enum pst_status pst_join_list(const struct pst_join_memory *memory, size_t most,
                              struct pst_arena *arena, struct pst_join_report *report,
                              struct pst_error *error)
{
  return list_lost(&memory->lost, most, arena, report) && list_unused(memory, most, arena, report)
             ? PST_OK
             : pst_fail_memory(error);
}

static enum pst_status match_part(struct pst_table *table, const size_t *keys, size_t *partner,
                                  struct pst_join_memory *memory, struct pst_buffer *text,
                                  struct pst_error *error)
{
  struct pst_join_codes codes = {.code = NULL};
  enum pst_status status = pst_join_codes_make(&codes, &memory->index, table, keys, error);

  if (status == PST_OK && match(table, &codes, partner, memory, text) != PST_OK)
    status = pst_fail_memory(error);
  pst_join_codes_free(&codes);
  return status;
}

static enum pst_status join(struct pst_table *table, const size_t *keys,
                            const struct pst_table *other, const size_t *other_keys, size_t n,
                            size_t *partner, struct pst_join_memory *memory,
                            struct pst_buffer *text, struct pst_join_report *report,
                            struct pst_error *error)
{
  enum pst_status status = index_other(table, other, other_keys, n, memory, text, error);

  if (status == PST_OK)
    status = match_part(table, keys, partner, memory, text, error);
  if (status != PST_OK)
    return status;
  for (size_t c = 0; c < other->n_columns; c++)
    if (!is_key(c, other_keys, n) && !copy_column(table, &other->columns[c], partner))
      return pst_fail_memory(error);
  report->matched = memory->matched;
  report->rows_unmatched = memory->rows_unmatched;
  report->n_unmatched = memory->lost.count;
  report->keys = report->matched + memory->lost.count;
  report->unused = memory->index.count - report->matched;
  return PST_OK;
}

enum pst_status pst_join_part(struct pst_table *table, const size_t *keys,
                              const struct pst_table *other, const size_t *other_keys, size_t n,
                              struct pst_join_memory *memory, struct pst_join_report *report,
                              struct pst_error *error)
{
  size_t *partner = calloc(table->n_rows + 1, sizeof *partner);
  struct pst_buffer text = {.data = NULL};
  enum pst_status status;

  *report = (struct pst_join_report){.keys = 0};
  if (partner == NULL)
    status = pst_fail_memory(error);
  else
    status = join(table, keys, other, other_keys, n, partner, memory, &text, report, error);
  pst_buffer_free(&text);
  free(partner);
  return status;
}

enum pst_status pst_join(struct pst_table *table, const size_t *keys, const struct pst_table *other,
                         const size_t *other_keys, size_t n, struct pst_join_report *report,
                         struct pst_error *error)
{
  struct pst_join_memory memory = {.used = NULL};
  enum pst_status status = pst_join_part(table, keys, other, other_keys, n, &memory, report, error);

  if (status == PST_OK)
    status = pst_join_list(&memory, SIZE_MAX, &table->arena, report, error);
  pst_join_memory_free(&memory);
  return status;
}

void pst_join_memory_free(struct pst_join_memory *memory)
{
  free(memory->used);
  pst_dictionary_free(&memory->lost);
  pst_join_index_free(&memory->index);
}
