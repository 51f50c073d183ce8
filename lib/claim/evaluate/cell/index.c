/* index.c -- the indices of a cell: keys, sets of keys, and what to say where a table has none. */
#include <stdio.h>

#include "claim/evaluate/cell/index.h"

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

bool pst_index_find_code(struct pst_evaluator *evaluator, size_t at, const struct pst_data *data,
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

static void open_index(struct pst_index_list *indices, size_t i, bool every,
                       const struct pst_claim_value *set)
{
  indices->sets[i] = (struct pst_index_open){.is = true, .every = every};
  if (!every) {
    indices->sets[i].set = set->items;
    indices->sets[i].count = set->count;
  }
  if (indices->opens++ == 0)
    indices->open = i;
}

static bool close_index(struct pst_evaluator *evaluator, struct pst_index_list *indices, size_t i,
                        const struct pst_key_value *key)
{
  if (!pst_index_find_code(evaluator, indices->node->arguments[i]->at, indices->data, i, key,
                           &indices->codes[i]))
    return false;
  indices->keys[i] = *key;
  indices->absent = indices->absent || indices->codes[i] == PST_CODE_MISSING;
  return true;
}

bool pst_index_read_index(struct pst_evaluator *evaluator, struct pst_index_list *indices, size_t i,
                          const struct pst_variable *variables)
{
  const struct pst_syntax *index = indices->node->arguments[i];
  struct pst_key_value key;
  struct pst_claim_value value;

  if (indices->node == evaluator->swap_cell && i == evaluator->swap_which)
    return close_index(evaluator, indices, i, &evaluator->swap_value);
  if (index->kind == PST_SYNTAX_EVERY) {
    open_index(indices, i, true, NULL);
    return true;
  }
  if (!pst_evaluate(evaluator, index, variables, &value))
    return false;
  if (value.kind == PST_CLAIM_VALUE_SET) {
    open_index(indices, i, false, &value);
    return true;
  }
  return key_of(evaluator, index, &value, &key) && close_index(evaluator, indices, i, &key);
}
