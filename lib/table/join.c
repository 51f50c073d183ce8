/* join.c -- a left join: columns of another table, by key. */
#include "table/join.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "printed/meant.h"

/* Two spellings of one period are one key. */
static void add_key(struct pst_buffer *text, struct pst_text part)
{
  char period[PST_PERIOD_SIZE];

  if (pst_period_spelled(part, period))
    pst_buffer_puts(text, period);
  else
    pst_buffer_add(text, part.data, part.size);
}

/* A row's key as one text: the parts, each closed by the separator U+001F. */
static bool row_key(const struct pst_table *table, const size_t *keys, size_t n, size_t row,
                    struct pst_buffer *text)
{
  pst_buffer_clear(text);
  for (size_t k = 0; k < n; k++) {
    const struct pst_column *column = &table->columns[keys[k]];

    if (column->arrays.code[row] == PST_CODE_MISSING)
      return false;
    add_key(text, column->arrays.texts.texts[column->arrays.code[row]]);
    pst_buffer_putc(text, '\x1f');
  }
  return true;
}

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

struct index {
  struct pst_dictionary keys;
  size_t *row; /* of each key, in the other table */
};

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

static enum pst_status index_other(struct pst_table *table, const struct pst_table *other,
                                   const size_t *keys, size_t n, struct index *index,
                                   struct pst_buffer *text, struct pst_error *error)
{
  for (size_t r = 0; r < other->n_rows; r++) {
    unsigned known = index->keys.count, code;

    if (!row_key(other, keys, n, r, text))
      continue;
    code = text->failed ? PST_CODE_MISSING : pst_dictionary_add(&index->keys, buffer_text(text));
    if (code == PST_CODE_MISSING)
      return pst_fail_memory(error);
    if (code < known)
      return fail_twice(table, other, index->row[code], r, buffer_text(text), error);
    index->row[code] = r;
  }
  return PST_OK;
}

/* PARTNER[r]: the row of OTHER for row r, SIZE_MAX when there is none. */
static enum pst_status match(struct pst_table *table, const size_t *keys, size_t n,
                             const struct index *index, size_t *partner,
                             struct pst_join_memory *memory, struct pst_buffer *text)
{
  for (size_t r = 0; r < table->n_rows; r++) {
    unsigned code;

    partner[r] = SIZE_MAX;
    if (!row_key(table, keys, n, r, text)) {
      memory->rows_unmatched++;
      continue;
    }
    code = pst_dictionary_find(&index->keys, buffer_text(text));
    if (text->failed)
      return PST_NO_MEMORY;
    if (code == PST_CODE_MISSING) {
      memory->rows_unmatched++;
      if (pst_dictionary_add(&memory->lost, buffer_text(text)) == PST_CODE_MISSING)
        return PST_NO_MEMORY;
      continue;
    }
    partner[r] = index->row[code];
    memory->matched += !memory->used[code];
    memory->used[code] = true;
  }
  return PST_OK;
}

static bool copy_cell(struct pst_column *to, size_t r, const struct pst_column *from, size_t f)
{
  if (to->arrays.value != NULL)
    to->arrays.value[r] = from->arrays.value[f];
  if (to->arrays.rest != NULL)
    to->arrays.rest[r] = from->arrays.rest[f];
  if (to->arrays.decimals != NULL)
    to->arrays.decimals[r] = from->arrays.decimals[f];
  if (to->arrays.bounds != NULL)
    to->arrays.bounds[r] = from->arrays.bounds[f];
  if (to->arrays.code == NULL || from->arrays.code == NULL
      || from->arrays.code[f] == PST_CODE_MISSING)
    return true;
  to->arrays.code[r] =
      pst_dictionary_add(&to->arrays.texts, from->arrays.texts.texts[from->arrays.code[f]]);
  return to->arrays.code[r] != PST_CODE_MISSING;
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
  for (size_t r = 0; r < table->n_rows; r++) {
    if (to->arrays.bounds != NULL)
      to->arrays.bounds[r].low = NAN;
    if (partner[r] != SIZE_MAX && !copy_cell(to, r, from, partner[r]))
      return false;
    to->n_missing += pst_column_missing(to, r);
    to->n_bounded += pst_column_bounded(to, r);
  }
  return true;
}

static bool is_key(size_t column, const size_t *keys, size_t n)
{
  for (size_t k = 0; k < n; k++)
    if (keys[k] == column)
      return true;
  return false;
}

static bool list_lost(struct pst_table *table, const struct pst_dictionary *lost,
                      struct pst_join_report *report)
{
  report->unmatched = pst_arena_array(&table->arena, lost->count + 1, sizeof *report->unmatched);
  if (report->unmatched == NULL)
    return false;
  for (unsigned i = 0; i < lost->count; i++) {
    report->unmatched[i] = shown_key(&table->arena, lost->texts[i]);
    if (report->unmatched[i] == NULL)
      return false;
  }
  report->n_unmatched = lost->count;
  return true;
}

static bool list_unused(struct pst_table *table, const struct index *index, const bool *used,
                        struct pst_join_report *report)
{
  size_t n = 0;

  report->unused_keys =
      pst_arena_array(&table->arena, report->unused + 1, sizeof *report->unused_keys);
  for (unsigned i = 0; i < index->keys.count && report->unused_keys != NULL; i++) {
    if (used[i])
      continue;
    report->unused_keys[n] = shown_key(&table->arena, index->keys.texts[i]);
    if (report->unused_keys[n++] == NULL)
      return false;
  }
  return report->unused_keys != NULL;
}

static enum pst_status join(struct pst_table *table, const size_t *keys,
                            const struct pst_table *other, const size_t *other_keys, size_t n,
                            struct index *index, size_t *partner, struct pst_join_memory *memory,
                            struct pst_buffer *text, struct pst_join_report *report,
                            struct pst_error *error)
{
  enum pst_status status = index_other(table, other, other_keys, n, index, text, error);

  if (status != PST_OK)
    return status;
  if (match(table, keys, n, index, partner, memory, text) != PST_OK)
    return pst_fail_memory(error);
  for (size_t c = 0; c < other->n_columns; c++)
    if (!is_key(c, other_keys, n) && !copy_column(table, &other->columns[c], partner))
      return pst_fail_memory(error);
  if (!list_lost(table, &memory->lost, report))
    return pst_fail_memory(error);
  report->matched = memory->matched;
  report->rows_unmatched = memory->rows_unmatched;
  report->keys = report->matched + memory->lost.count;
  report->unused = index->keys.count - report->matched;
  return list_unused(table, index, memory->used, report) ? PST_OK : pst_fail_memory(error);
}

enum pst_status pst_join_part(struct pst_table *table, const size_t *keys,
                              const struct pst_table *other, const size_t *other_keys, size_t n,
                              struct pst_join_memory *memory, struct pst_join_report *report,
                              struct pst_error *error)
{
  struct index index = {.row = calloc(other->n_rows + 1, sizeof *index.row)};
  size_t *partner = calloc(table->n_rows + 1, sizeof *partner);
  struct pst_buffer text = {.data = NULL};
  enum pst_status status;

  *report = (struct pst_join_report){.keys = 0};
  if (memory->used == NULL)
    memory->used = calloc(other->n_rows + 1, sizeof *memory->used);
  if (index.row == NULL || memory->used == NULL || partner == NULL)
    status = pst_fail_memory(error);
  else
    status = join(table, keys, other, other_keys, n, &index, partner, memory, &text, report, error);
  pst_dictionary_free(&index.keys);
  pst_buffer_free(&text);
  free(index.row);
  free(partner);
  return status;
}

enum pst_status pst_join(struct pst_table *table, const size_t *keys, const struct pst_table *other,
                         const size_t *other_keys, size_t n, struct pst_join_report *report,
                         struct pst_error *error)
{
  struct pst_join_memory memory = {.used = NULL};
  enum pst_status status = pst_join_part(table, keys, other, other_keys, n, &memory, report, error);

  pst_join_memory_free(&memory);
  return status;
}

void pst_join_memory_free(struct pst_join_memory *memory)
{
  free(memory->used);
  pst_dictionary_free(&memory->lost);
}
