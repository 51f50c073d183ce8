/* row.c -- the row that codes of keys name, and its cell. */
#include "claim/evaluate/cell/index.h"

bool pst_index_find_row(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                        uint32_t *row)
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

static uint64_t cell_id(const struct pst_index_list *indices, uint32_t row)
{
  return ((uint64_t)indices->node->table + 1) << 32 | row;
}

/* Tells that the cell of the indices is missing. */
static void miss(struct pst_evaluator *evaluator, const struct pst_index_list *indices)
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

bool pst_index_read(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                    uint32_t row, const struct pst_number **number)
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

bool pst_index_add(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                   uint32_t row, struct pst_claim_value *out, const struct pst_item *about)
{
  struct pst_item *item = &out->items[out->count];

  *item = *about;
  pst_evaluator_work(evaluator, 2);
  item->row = row == PST_NO_ROW ? PST_NO_ROW - 1 : row;
  item->number = NULL;
  if (!indices->data->is_text && !pst_index_read(evaluator, indices, row, &item->number))
    return false;
  out->count++;
  return true;
}

bool pst_index_member_key(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                          struct pst_key_value *key)
{
  struct pst_buffer text = {.data = NULL};
  const char *copy;

  *key = indices->keys[indices->open];
  if (indices->opens == 1)
    return true;
  for (size_t k = 0; k < indices->node->count; k++)
    if (indices->sets[k].is) {
      pst_buffer_puts(&text, text.size == 0 ? "" : ", ");
      pst_buffer_puts(&text, pst_tell_key(evaluator, &indices->keys[k]));
    }
  copy = text.failed ? NULL : pst_arena_string(evaluator->exact.arena, pst_buffer_string(&text));
  pst_buffer_free(&text);
  if (copy == NULL)
    return pst_evaluator_memory(evaluator);
  *key = (struct pst_key_value){.text = pst_text_of(copy)};
  return true;
}
