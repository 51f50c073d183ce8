/* series.c -- the members of a series: of a set, or the rows that there are. */
#include "claim/evaluate/cell/index.h"

bool pst_index_series_of_set(struct pst_evaluator *evaluator, struct pst_index_list *indices,
                             struct pst_claim_value *out)
{
  const struct pst_data *data = indices->data;
  const struct pst_index_open *open = &indices->sets[indices->open];
  size_t at = indices->node->arguments[indices->open]->at;

  out->items = pst_arena_array(evaluator->exact.arena, open->count, sizeof *out->items);
  if (out->items == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < open->count; i++) {
    struct pst_item about = open->set[i];
    unsigned code;
    uint32_t row = PST_NO_ROW;

    if (!pst_index_find_code(evaluator, at, data, indices->open, &about.key, &code))
      return false;
    if (code != PST_CODE_MISSING)
      about.position = data->keys[indices->open].position[code];
    else if (!pst_data_position(data, indices->open, &about.key, &about.position))
      about.position = about.key.is_number ? (double)about.key.number : (double)i;
    indices->codes[indices->open] = code;
    indices->keys[indices->open] = about.key;
    if (code != PST_CODE_MISSING && !indices->absent
        && !pst_index_find_row(evaluator, indices, &row))
      return false;
    if (!pst_index_add(evaluator, indices, row, out, &about))
      return false;
  }
  return true;
}

/* The rows that can match: those of the closed index with the fewest, or all. */
static bool candidates(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                       const uint32_t **rows, size_t *count)
{
  *rows = NULL;
  *count = indices->data->table.n_rows;
  for (size_t k = 0; k < indices->node->count; k++) {
    const uint32_t *some;
    size_t n;

    if (indices->sets[k].is)
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

static bool row_matches(const struct pst_index_list *indices, uint32_t row)
{
  for (size_t k = 0; k < indices->node->count; k++) {
    unsigned code = pst_column_code(indices->data->keys[k].column, row);

    if (code == PST_CODE_MISSING || (!indices->sets[k].is && code != indices->codes[k])
        || (indices->sets[k].codes != NULL && !indices->sets[k].codes[code]))
      return false;
  }
  return true;
}

/* The codes and keys of ROW, at the open indices. */
static void take_row(struct pst_index_list *indices, uint32_t row)
{
  for (size_t k = 0; k < indices->node->count; k++)
    if (indices->sets[k].is) {
      indices->codes[k] = pst_column_code(indices->data->keys[k].column, row);
      indices->keys[k] = pst_data_value(indices->data, k, indices->codes[k]);
    }
}

static bool add_row(struct pst_evaluator *evaluator, struct pst_index_list *indices, uint32_t row,
                    struct pst_claim_value *out)
{
  const struct pst_data_key *key = &indices->data->keys[indices->open];
  struct pst_item about = {.member = PST_TRUTH_YES};
  uint32_t first;

  take_row(indices, row);
  if (!pst_index_find_row(evaluator, indices, &first)
      || !pst_index_member_key(evaluator, indices, &about.key))
    return false;
  about.position =
      indices->opens == 1 ? key->position[indices->codes[indices->open]] : (double)out->count;
  return pst_index_add(evaluator, indices, row, out, &about);
}

bool pst_index_series_of_rows(struct pst_evaluator *evaluator, struct pst_index_list *indices,
                              struct pst_claim_value *out)
{
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
    uint32_t row = rows == NULL ? (uint32_t)i : rows[i];

    if (row_matches(indices, row) && !add_row(evaluator, indices, row, out))
      return false;
  }
  pst_items_sort(out->items, out->count);
  return true;
}
