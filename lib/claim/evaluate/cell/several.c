/* several.c -- series with two open indices or more: every cell of the sets, or the rows that there are. */
#include "claim/evaluate/cell/index.h"

/* Which codes each set has. */
static bool mark_codes(struct pst_evaluator *evaluator, struct pst_index_list *indices)
{
  for (size_t k = 0; k < indices->node->count; k++) {
    struct pst_index_open *open = &indices->sets[k];
    unsigned code;

    if (!open->is || open->every)
      continue;
    open->codes = pst_arena_array(evaluator->exact.arena,
                                  pst_column_texts(indices->data->keys[k].column)->count + 1,
                                  sizeof *open->codes);
    if (open->codes == NULL)
      return pst_evaluator_memory(evaluator);
    for (size_t i = 0; i < open->count; i++) {
      if (open->set[i].member != PST_TRUTH_YES)
        return pst_evaluator_fail(evaluator, indices->node->arguments[k]->at,
                                  "whether %s belongs to this set is not decided",
                                  pst_tell_key(evaluator, &open->set[i].key));
      if (!pst_index_find_code(evaluator, indices->node->arguments[k]->at, indices->data, k,
                               &open->set[i].key, &code))
        return false;
      if (code != PST_CODE_MISSING)
        open->codes[code] = true;
    }
  }
  return true;
}

/* Of sets alone, every combination is a cell, which may be missing: the next one; false behind the last. */
static bool next_combination(const struct pst_index_list *indices, size_t *at)
{
  for (size_t k = indices->node->count; k-- > 0;) {
    if (!indices->sets[k].is)
      continue;
    if (++at[k] < indices->sets[k].count)
      return true;
    at[k] = 0;
  }
  return false;
}

static bool add_combination(struct pst_evaluator *evaluator, struct pst_index_list *indices,
                            const size_t *at, struct pst_claim_value *out)
{
  struct pst_item about = {.member = PST_TRUTH_YES, .position = (double)out->count};
  bool there = !indices->absent;
  uint32_t row = PST_NO_ROW;

  for (size_t k = 0; k < indices->node->count; k++) {
    if (!indices->sets[k].is)
      continue;
    indices->keys[k] = indices->sets[k].set[at[k]].key;
    indices->codes[k] = pst_data_code(indices->data, k, &indices->keys[k]);
    there = there && indices->codes[k] != PST_CODE_MISSING;
  }
  return (!there || pst_index_find_row(evaluator, indices, &row))
         && pst_index_member_key(evaluator, indices, &about.key)
         && pst_index_add(evaluator, indices, row, out, &about);
}

static bool series_of_sets(struct pst_evaluator *evaluator, struct pst_index_list *indices,
                           struct pst_claim_value *out)
{
  enum { CELLS_MOST = 1000000 };
  size_t *at = pst_arena_array(evaluator->exact.arena, indices->node->count, sizeof *at), total = 1;

  for (size_t k = 0; k < indices->node->count; k++)
    if (indices->sets[k].is && (total *= indices->sets[k].count) > CELLS_MOST)
      return pst_evaluator_fail(evaluator, indices->node->at, "a series has at most %d members",
                                CELLS_MOST);
  out->items = pst_arena_array(evaluator->exact.arena, total, sizeof *out->items);
  if (at == NULL || out->items == NULL)
    return pst_evaluator_memory(evaluator);
  if (total == 0)
    return true;
  do {
    if (!add_combination(evaluator, indices, at, out))
      return false;
  } while (next_combination(indices, at));
  return true;
}

bool pst_index_series_of_several(struct pst_evaluator *evaluator, struct pst_index_list *indices,
                                 struct pst_claim_value *out)
{
  bool every = false;

  out->open_key = SIZE_MAX;
  if (!mark_codes(evaluator, indices))
    return false;
  for (size_t k = 0; k < indices->node->count; k++)
    every = every || indices->sets[k].every;
  return every ? pst_index_series_of_rows(evaluator, indices, out)
               : series_of_sets(evaluator, indices, out);
}
