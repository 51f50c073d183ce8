/* cell.c -- cells of a claim: the row that the indices name, or the series of an open one. */
#include <stdio.h>
#include <stdlib.h>

#include "claim/evaluate/evaluate.h"

/* The indices of one cell or series: a value each, or the open one. */
struct indices {
  const struct pst_syntax *node;
  struct pst_data *data;
  unsigned *codes; /* of each key; PST_CODE_MISSING where the table has none of that number */
  struct pst_key_value *keys; /* that they stand for */
  size_t open;                /* which is open; SIZE_MAX: none */
  struct pst_item *set;
  size_t set_count; /* the set of the open one */
  bool every;       /* it is * */
  bool absent;      /* a declared year without rows is among the closed ones */
};

/* --- keys --------------------------------------------------------------------------------------- */

static bool fail_text_key(struct pst_evaluator *evaluator, size_t at, const struct pst_data *data,
                          size_t k, const char *word)
{
  const struct pst_dictionary *dictionary = pst_column_texts(data->keys[k].column);
  const struct pst_table_syntax *syntax = data->syntax;
  const char **names =
      pst_arena_array(evaluator->exact.arena, dictionary->count + 1, sizeof *names);
  size_t near;

  if (names == NULL)
    return pst_evaluator_memory(evaluator);
  for (unsigned c = 0; c < dictionary->count; c++)
    names[c] = pst_dictionary_string(dictionary, c);
  near = dictionary->count > 200000 ? dictionary->count
                                    : pst_text_near(pst_text_of(word), names, dictionary->count);
  if (near < dictionary->count)
    return pst_evaluator_fail(evaluator, at, "%.*s has no %.*s '%s'; did you mean '%s'?",
                              (int)syntax->name.size, syntax->name.data,
                              (int)syntax->keys[k].column.size, syntax->keys[k].column.data, word,
                              names[near]);
  return pst_evaluator_fail(evaluator, at, "%.*s has no %.*s '%s'", (int)syntax->name.size,
                            syntax->name.data, (int)syntax->keys[k].column.size,
                            syntax->keys[k].column.data, word);
}

static bool fail_number_key(struct pst_evaluator *evaluator, size_t at, const struct pst_data *data,
                            size_t k, int64_t number)
{
  const struct pst_table_syntax *syntax = data->syntax;
  const struct pst_data_key *key = &data->keys[k];
  unsigned count = pst_column_texts(key->column)->count;

  if (syntax->keys[k].declared)
    return pst_evaluator_fail(
        evaluator, at, "%.*s has no %.*s %lld; its key is declared %lld..%lld",
        (int)syntax->name.size, syntax->name.data, (int)syntax->keys[k].column.size,
        syntax->keys[k].column.data, (long long)number, (long long)syntax->keys[k].first,
        (long long)syntax->keys[k].last);
  if (count == 0)
    return pst_evaluator_fail(evaluator, at, "%.*s has no rows", (int)syntax->name.size,
                              syntax->name.data);
  return pst_evaluator_fail(
      evaluator, at,
      "%.*s has no %.*s %lld; it has %lld to %lld; if years may be missing, declare them: key %.*s "
      "%lld..%lld",
      (int)syntax->name.size, syntax->name.data, (int)syntax->keys[k].column.size,
      syntax->keys[k].column.data, (long long)number, (long long)key->number[key->order[0]],
      (long long)key->number[key->order[count - 1]], (int)syntax->keys[k].column.size,
      syntax->keys[k].column.data, (long long)key->number[key->order[0]],
      (long long)key->number[key->order[count - 1]]);
}

/* The code of VALUE in key K; *CODE is PST_CODE_MISSING for a declared number without rows. */
static bool find_code(struct pst_evaluator *evaluator, size_t at, const struct pst_data *data,
                      size_t k, const struct pst_key_value *value, unsigned *code)
{
  const struct pst_key_syntax *declared = &data->syntax->keys[k];
  char digits[32];
  int64_t year;
  bool numbered = pst_data_year(data, k, value, &year);

  *code = pst_data_code(data, k, value);
  if (*code != PST_CODE_MISSING)
    return true;
  if (numbered && declared->declared && year >= declared->first && year <= declared->last)
    return true;
  if (!value->is_number && !(numbered && declared->declared))
    return fail_text_key(evaluator, at, data, k, pst_source_copy(evaluator->source, value->text));
  if (declared->declared || data->keys[k].is_number || data->keys[k].is_fiscal)
    return fail_number_key(evaluator, at, data, k, year);
  snprintf(digits, sizeof digits, "%lld", (long long)value->number);
  return fail_text_key(evaluator, at, data, k, digits);
}

static bool key_of(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_claim_value *value, struct pst_key_value *key)
{
  *key = pst_text_key(value);
  if (value->kind == PST_CLAIM_VALUE_TEXT && !value->no_text)
    return true;
  if (value->kind == PST_CLAIM_VALUE_NUMBER && pst_range_is_point(&value->number->range)
      && pst_rational_is_whole(value->number->range.low.value)
      && value->number->range.low.value.big == NULL) {
    key->is_number = true;
    key->number = value->number->range.low.value.n;
    return true;
  }
  return pst_evaluator_fail(evaluator, node->at,
                            "an index is a text, a whole number, a set of them, or *");
}

static bool open_index(struct pst_evaluator *evaluator, struct indices *indices, size_t i)
{
  if (indices->open != SIZE_MAX)
    return pst_evaluator_fail(evaluator, indices->node->arguments[i]->at,
                              "only one index may be * or a set");
  indices->open = i;
  return true;
}

static bool close_index(struct pst_evaluator *evaluator, struct indices *indices, size_t i,
                        const struct pst_key_value *key)
{
  if (!find_code(evaluator, indices->node->arguments[i]->at, indices->data, i, key,
                 &indices->codes[i]))
    return false;
  indices->keys[i] = *key;
  indices->absent = indices->absent || indices->codes[i] == PST_CODE_MISSING;
  return true;
}

static bool read_index(struct pst_evaluator *evaluator, struct indices *indices, size_t i,
                       const struct pst_variable *variables)
{
  const struct pst_syntax *index = indices->node->arguments[i];
  struct pst_key_value key;
  struct pst_claim_value value;

  if (indices->node == evaluator->swap_cell && i == evaluator->swap_which)
    return close_index(evaluator, indices, i, &evaluator->swap_value);
  if (index->kind == PST_SYNTAX_EVERY) {
    indices->every = true;
    return open_index(evaluator, indices, i);
  }
  if (!pst_evaluate(evaluator, index, variables, &value))
    return false;
  if (value.kind == PST_CLAIM_VALUE_SET) {
    indices->set = value.items;
    indices->set_count = value.count;
    return open_index(evaluator, indices, i);
  }
  return key_of(evaluator, index, &value, &key) && close_index(evaluator, indices, i, &key);
}

/* --- cells -------------------------------------------------------------------------------------- */

/* The one row of the codes, or PST_NO_ROW. */
static bool find_row(struct pst_evaluator *evaluator, const struct indices *indices, uint32_t *row)
{
  const struct pst_data *data = indices->data;

  *row = pst_data_row(data, indices->codes);
  if (*row == PST_NO_ROW || data->again == NULL || data->again[*row] == PST_NO_ROW)
    return true;
  if (evaluator->failed || evaluator->quiet) {
    evaluator->failed = true;
    return false;
  }
  pst_evaluator_fail(evaluator, indices->node->at,
                     "%s has more than one row for this cell: lines %lu and %lu of %s",
                     pst_source_copy(evaluator->source, data->syntax->name),
                     pst_table_line(&data->table, *row),
                     pst_table_line(&data->table, data->again[*row]), data->path);
  evaluator->source->errors[evaluator->source->error_count - 1].status = PST_BAD_DATA;
  return false;
}

static uint64_t cell_id(const struct indices *indices, uint32_t row)
{
  return ((uint64_t)indices->node->table + 1) << 32 | row;
}

/* Tells that the cell of the indices is missing. */
static void miss(struct pst_evaluator *evaluator, const struct indices *indices)
{
  struct pst_buffer text = {.data = NULL};

  if (evaluator->quiet || !evaluator->explain)
    return;
  pst_buffer_add(&text, indices->node->text.data, indices->node->text.size);
  for (size_t k = 0; k < indices->node->count; k++) {
    pst_buffer_puts(&text, k == 0 ? "[" : ", ");
    pst_buffer_puts(&text, pst_tell_index(evaluator, &indices->keys[k]));
  }
  pst_buffer_puts(&text, "]");
  pst_evaluator_miss(evaluator,
                     pst_source_copy(evaluator->source, pst_text_of(pst_buffer_string(&text))));
  evaluator->source->failed = evaluator->source->failed || text.failed;
  pst_buffer_free(&text);
}

static bool read_cell(struct pst_evaluator *evaluator, const struct indices *indices, uint32_t row,
                      const struct pst_number **number)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_rational printed;
  struct pst_range range;
  bool has_printed, bounded = false;
  int decimals;

  if (row != PST_NO_ROW)
    pst_evaluator_read(evaluator, indices->node->table, row);
  if (row == PST_NO_ROW)
    *number = pst_number_missing(exact, 0);
  else if (pst_data_cell(indices->data, exact, evaluator->file->rounding, row, &range, &has_printed,
                         &printed, &decimals, &bounded))
    *number = pst_number_show(
        pst_number_leaf(exact, &range, has_printed, printed, cell_id(indices, row)), decimals);
  else
    *number = pst_number_missing(exact, cell_id(indices, row));
  if (*number != NULL && bounded)
    pst_number_bound(*number);
  if (*number != NULL && (*number)->missing)
    miss(evaluator, indices);
  return *number != NULL || pst_evaluator_memory(evaluator);
}

static bool one_cell(struct pst_evaluator *evaluator, const struct indices *indices,
                     struct pst_claim_value *out)
{
  const struct pst_column *value = indices->data->value;
  uint32_t row = PST_NO_ROW;

  if (!indices->absent && !find_row(evaluator, indices, &row))
    return false;
  if (!indices->data->is_text) {
    out->kind = PST_CLAIM_VALUE_NUMBER;
    out->unit = indices->data->syntax->unit;
    return read_cell(evaluator, indices, row, &out->number);
  }
  out->kind = PST_CLAIM_VALUE_TEXT;
  out->no_text = row == PST_NO_ROW || pst_column_code(value, row) == PST_CODE_MISSING;
  if (row != PST_NO_ROW)
    pst_evaluator_read(evaluator, indices->node->table, row);
  if (!out->no_text)
    out->text = pst_column_printed(value, row);
  return true;
}

/* --- series ------------------------------------------------------------------------------------- */

static bool add_item(struct pst_evaluator *evaluator, const struct indices *indices, uint32_t row,
                     struct pst_claim_value *out, const struct pst_item *about)
{
  struct pst_item *item = &out->items[out->count];

  *item = *about;
  pst_evaluator_work(evaluator, 2);
  item->row = row == PST_NO_ROW ? PST_NO_ROW - 1 : row;
  item->number = NULL;
  if (!indices->data->is_text && !read_cell(evaluator, indices, row, &item->number))
    return false;
  out->count++;
  return true;
}

static bool series_of_set(struct pst_evaluator *evaluator, struct indices *indices,
                          struct pst_claim_value *out)
{
  const struct pst_data *data = indices->data;
  size_t at = indices->node->arguments[indices->open]->at;

  out->items = pst_arena_array(evaluator->exact.arena, indices->set_count, sizeof *out->items);
  if (out->items == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < indices->set_count; i++) {
    struct pst_item about = indices->set[i];
    unsigned code;
    uint32_t row = PST_NO_ROW;

    if (!find_code(evaluator, at, data, indices->open, &about.key, &code))
      return false;
    if (code != PST_CODE_MISSING)
      about.position = data->keys[indices->open].position[code];
    else if (!pst_data_position(data, indices->open, &about.key, &about.position))
      about.position = about.key.is_number ? (double)about.key.number : (double)i;
    indices->codes[indices->open] = code;
    indices->keys[indices->open] = about.key;
    if (code != PST_CODE_MISSING && !indices->absent && !find_row(evaluator, indices, &row))
      return false;
    if (!add_item(evaluator, indices, row, out, &about))
      return false;
  }
  return true;
}

/* The rows that can match: those of the closed index with the fewest, or all. */
static bool candidates(struct pst_evaluator *evaluator, const struct indices *indices,
                       const uint32_t **rows, size_t *count)
{
  *rows = NULL;
  *count = indices->data->table.n_rows;
  for (size_t k = 0; k < indices->node->count; k++) {
    const uint32_t *some;
    size_t n;

    if (k == indices->open)
      continue;
    if (!pst_data_rows_of(indices->data, k, indices->codes[k], &some, &n))
      return pst_evaluator_memory(evaluator);
    if (*rows == NULL || n < *count) {
      *rows = some;
      *count = n;
    }
  }
  return true;
}

static bool row_matches(const struct indices *indices, uint32_t row)
{
  for (size_t k = 0; k < indices->node->count; k++) {
    unsigned code = pst_column_code(indices->data->keys[k].column, row);

    if (code == PST_CODE_MISSING || (k != indices->open && code != indices->codes[k]))
      return false;
  }
  return true;
}

static bool series_of_rows(struct pst_evaluator *evaluator, struct indices *indices,
                           struct pst_claim_value *out)
{
  const struct pst_data *data = indices->data;
  const struct pst_data_key *key = &data->keys[indices->open];
  const uint32_t *rows;
  size_t count;

  if (indices->absent)
    return true;
  if (!candidates(evaluator, indices, &rows, &count))
    return false;
  out->items = pst_arena_array(evaluator->exact.arena, count + 1, sizeof *out->items);
  if (out->items == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < count; i++) {
    uint32_t row = rows == NULL ? (uint32_t)i : rows[i], first;
    unsigned code;

    if (!row_matches(indices, row))
      continue;
    code = pst_column_code(key->column, row);
    indices->codes[indices->open] = code;
    indices->keys[indices->open] = pst_data_value(data, indices->open, code);
    if (!find_row(evaluator, indices, &first))
      return false;
    if (!add_item(evaluator, indices, row, out,
                  &(struct pst_item){.key = pst_data_value(data, indices->open, code),
                                     .position = key->position[code],
                                     .member = PST_TRUTH_YES}))
      return false;
  }
  pst_items_sort(out->items, out->count);
  return true;
}

static bool load_table(struct pst_evaluator *evaluator, size_t table)
{
  struct pst_data *data = &evaluator->data[table];
  const struct pst_table_syntax *syntax = &evaluator->file->tables[table];

  if (!data->loaded && syntax->error == 0)
    pst_data_load(data, syntax, evaluator->folder, &evaluator->files, evaluator->source);
  if (syntax->error == 0 && data->error == 0)
    return !evaluator->source->failed || pst_evaluator_memory(evaluator);
  return pst_evaluator_blame(evaluator, syntax->error != 0 ? syntax->error : data->error);
}

bool pst_evaluate_cell(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct indices indices = {.node = node, .open = SIZE_MAX};

  if (!load_table(evaluator, node->table))
    return false;
  indices.data = &evaluator->data[node->table];
  indices.codes = pst_arena_array(evaluator->exact.arena, node->count, sizeof *indices.codes);
  indices.keys = pst_arena_array(evaluator->exact.arena, node->count, sizeof *indices.keys);
  if (indices.codes == NULL || indices.keys == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < node->count; i++)
    if (!read_index(evaluator, &indices, i, variables))
      return false;
  *out = (struct pst_claim_value){.table = node->table};
  if (indices.open == SIZE_MAX)
    return one_cell(evaluator, &indices, out);
  out->kind = PST_CLAIM_VALUE_SERIES;
  out->open_key = indices.open;
  out->unit = indices.data->syntax->unit;
  return indices.every ? series_of_rows(evaluator, &indices, out)
                       : series_of_set(evaluator, &indices, out);
}
