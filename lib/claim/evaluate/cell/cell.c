/* cell.c -- cells of a claim: the row that the indices name, or the series of an open one. */
#include "claim/evaluate/cell/index.h"

static bool one_cell(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                     struct pst_claim_value *out)
{
  const struct pst_column *value = indices->data->value;
  uint32_t row = PST_NO_ROW;

  if (!indices->absent && !pst_index_find_row(evaluator, indices, &row))
    return false;
  if (!indices->data->is_text) {
    out->kind = PST_CLAIM_VALUE_NUMBER;
    out->unit = indices->data->syntax->unit;
    return pst_index_read(evaluator, indices, row, &out->number);
  }
  out->kind = PST_CLAIM_VALUE_TEXT;
  out->no_text = row == PST_NO_ROW || pst_column_code(value, row) == PST_CODE_MISSING;
  if (row != PST_NO_ROW)
    pst_evaluator_read(evaluator, indices->node->table, row);
  if (!out->no_text)
    out->text = pst_column_printed(value, row);
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
  struct pst_index_list indices = {.node = node, .open = SIZE_MAX};

  if (!load_table(evaluator, node->table))
    return false;
  indices.data = &evaluator->data[node->table];
  indices.codes = pst_arena_array(evaluator->exact.arena, node->count, sizeof *indices.codes);
  indices.keys = pst_arena_array(evaluator->exact.arena, node->count, sizeof *indices.keys);
  indices.sets = pst_arena_array(evaluator->exact.arena, node->count, sizeof *indices.sets);
  if (indices.codes == NULL || indices.keys == NULL || indices.sets == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < node->count; i++)
    if (!pst_index_read_index(evaluator, &indices, i, variables))
      return false;
  *out = (struct pst_claim_value){.table = node->table};
  if (indices.open == SIZE_MAX)
    return one_cell(evaluator, &indices, out);
  out->kind = PST_CLAIM_VALUE_SERIES;
  out->open_key = indices.open;
  out->unit = indices.data->syntax->unit;
  if (indices.opens > 1)
    return pst_index_series_of_several(evaluator, &indices, out);
  return indices.sets[indices.open].every ? pst_index_series_of_rows(evaluator, &indices, out)
                                          : pst_index_series_of_set(evaluator, &indices, out);
}
