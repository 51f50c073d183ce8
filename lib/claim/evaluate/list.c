/* list.c -- sets that are written out: ranges, lists in braces, and their unions. */
#include "claim/data/key_index.h"
#include "claim/evaluate/evaluate.h"

enum { SPAN_MOST = 1000000 };

/* --- sets --------------------------------------------------------------------------------------- */

bool pst_evaluate_span(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       struct pst_claim_value *out)
{
  int64_t first = node->span.first, last = node->span.last;

  if (node == evaluator->swap_span)
    *(evaluator->swap_last ? &last : &first) = evaluator->swap_value.number;
  if (last - first >= SPAN_MOST)
    return pst_evaluator_fail(evaluator, node->at, "a range has at most %d members", SPAN_MOST);
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_SET, .count = (size_t)(last - first + 1)};
  out->items = pst_arena_array(evaluator->exact.arena, out->count, sizeof *out->items);
  if (out->items == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < out->count; i++) {
    struct pst_item *item = &out->items[i];

    *item = (struct pst_item){.key = {.is_number = true, .number = first + (int64_t)i},
                              .position = (double)(first + (int64_t)i),
                              .member = PST_TRUTH_YES,
                              .row = PST_NO_ROW};
    item->number = pst_number_point(&evaluator->exact, pst_rational_whole(item->key.number));
    if (item->number == NULL)
      return pst_evaluator_memory(evaluator);
  }
  return true;
}

/* A number that is exactly a whole one can be a key too. */
static bool item_of(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_claim_value *value, struct pst_item *item)
{
  if (value->kind == PST_CLAIM_VALUE_TEXT) {
    item->key = pst_text_key(value);
    return !value->no_text
           || pst_evaluator_fail(evaluator, node->at, "a member of this set is a missing cell");
  }
  if (value->kind != PST_CLAIM_VALUE_NUMBER)
    return pst_evaluator_want(evaluator, node, value, "a number or a text");
  item->number = value->number;
  item->key.is_number = true;
  if (pst_range_is_point(&value->number->range)
      && pst_rational_is_whole(value->number->range.low.value)
      && value->number->range.low.value.big == NULL)
    item->key.number = value->number->range.low.value.n;
  else
    item->key.number = INT64_MIN;
  return true;
}

/* The members of a list while it is made. */
struct list {
  const struct pst_syntax *node;
  struct pst_claim_value *values; /* of each argument */
  struct pst_claim_value *out;
  size_t *from; /* which argument each member comes from */
};

static bool is_literal(const struct pst_syntax *node)
{
  return node->kind == PST_SYNTAX_TEXT || node->kind == PST_SYNTAX_NUMBER
         || node->kind == PST_SYNTAX_SPAN;
}

/* A literal that stands in the list before is a slip. */
static bool refuse_twice(struct pst_evaluator *evaluator, const struct list *list)
{
  struct pst_arena *arena = evaluator->exact.arena;
  struct pst_item *literals = pst_arena_array(arena, list->out->count, sizeof *literals);
  struct pst_key_index index;
  size_t count = 0;

  for (size_t i = 0; literals != NULL && i < list->out->count; i++) {
    const struct pst_item *item = &list->out->items[i];

    if (is_literal(list->node->arguments[list->from[i]])
        && !(item->key.is_number && item->key.number == INT64_MIN)) {
      literals[count] = *item;
      literals[count++].position = (double)list->from[i];
    }
  }
  if (literals == NULL || !pst_key_index_make(&index, arena, literals, count))
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < count; i++)
    if (pst_key_index_find(&index, &literals[i].key) != &literals[i])
      return pst_evaluator_fail(evaluator, list->node->arguments[(size_t)literals[i].position]->at,
                                "this member stands in the set twice");
  return true;
}

/* One kind, and one unit, as the first member has them. */
static bool fits_first(struct pst_evaluator *evaluator, const struct list *list, size_t argument,
                       const struct pst_item *item)
{
  const struct pst_claim_value *value = &list->values[argument];
  const struct pst_item *first = &list->out->items[0];
  size_t at = list->node->arguments[argument]->at;

  if (value->kind == PST_CLAIM_VALUE_TEXT && first->number != NULL
      && pst_evaluator_mixed(evaluator, value))
    return false;
  if ((item->number == NULL) != (first->number == NULL))
    return pst_evaluator_fail(evaluator, at, "a set holds numbers or texts, not both");
  return item->number == NULL || pst_unit_beside(&list->out->unit, &value->unit)
         || pst_evaluator_fail(evaluator, at, "the numbers of a set have one unit");
}

/* Where a member lies: its number or period, as that of a cell's key; else its place in the list. */
static double position_of(const struct pst_key_value *key, size_t place)
{
  enum pst_period_kind kind;
  double start;

  if (key->is_number)
    return key->number == INT64_MIN ? (double)place : (double)key->number;
  return pst_period_parse(key->period.data != NULL ? key->period : key->text, &kind, &start)
             ? start
             : (double)place;
}

/* The members of the argument I: itself, or those of a range. */
static bool add_members(struct pst_evaluator *evaluator, struct list *list, size_t i)
{
  const struct pst_claim_value *value = &list->values[i];
  struct pst_claim_value *out = list->out;
  size_t n = value->kind == PST_CLAIM_VALUE_SET ? value->count : 1;

  for (size_t m = 0; m < n; m++) {
    struct pst_item *item = &out->items[out->count];

    *item = value->kind == PST_CLAIM_VALUE_SET ? value->items[m]
                                               : (struct pst_item){.member = PST_TRUTH_YES};
    item->row = PST_NO_ROW;
    if (value->kind != PST_CLAIM_VALUE_SET
        && !item_of(evaluator, list->node->arguments[i], value, item))
      return false;
    item->position = position_of(&item->key, out->count);
    if (out->count == 0)
      out->unit = value->unit;
    if (!fits_first(evaluator, list, i, item))
      return false;
    list->from[out->count++] = i;
  }
  return true;
}

bool pst_evaluate_list(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_arena *arena = evaluator->exact.arena;
  struct list list = {.node = node, .out = out};
  size_t total = 0;

  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_SET, .table = SIZE_MAX};
  list.values = pst_arena_array(arena, node->count, sizeof *list.values);
  if (list.values == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < node->count; i++) {
    if (!pst_evaluate(evaluator, node->arguments[i], variables, &list.values[i]))
      return false;
    total +=
        list.values[i].kind == PST_CLAIM_VALUE_SET && node->arguments[i]->kind == PST_SYNTAX_SPAN
            ? list.values[i].count
            : 1;
  }
  out->items = pst_arena_array(arena, total, sizeof *out->items);
  list.from = pst_arena_array(arena, total, sizeof *list.from);
  if (out->items == NULL || list.from == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < node->count; i++) {
    if (list.values[i].kind == PST_CLAIM_VALUE_SET && node->arguments[i]->kind != PST_SYNTAX_SPAN)
      return pst_evaluator_want(evaluator, node->arguments[i], &list.values[i],
                                "a number or a text");
    if (!add_members(evaluator, &list, i))
      return false;
  }
  return refuse_twice(evaluator, &list);
}

/* The members of LEFT, then those of the other set that it has not. */
bool pst_evaluate_union(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_claim_value *left, const struct pst_variable *variables,
                        struct pst_claim_value *out)
{
  struct pst_arena *arena = evaluator->exact.arena;
  struct pst_claim_value right;
  struct pst_key_index index;

  if (!pst_evaluate_many(evaluator, node->arguments[1], variables, false, &right)
      || !pst_want_keys(evaluator, node->arguments[0]->at, left)
      || !pst_want_keys(evaluator, node->arguments[1]->at, &right))
    return false;
  if (left->count > 0 && right.count > 0
      && ((left->items[0].key.is_number != right.items[0].key.is_number)
          || !pst_unit_same(&left->unit, &right.unit)))
    return pst_evaluator_fail(evaluator, node->place,
                              "the two sets hold numbers and texts, or numbers of two units");
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_SET,
                                  .unit = left->count > 0 ? left->unit : right.unit,
                                  .table = SIZE_MAX};
  out->items = pst_arena_array(arena, left->count + right.count, sizeof *out->items);
  if (out->items == NULL || !pst_key_index_make(&index, arena, left->items, left->count))
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < left->count; i++)
    out->items[out->count++] = left->items[i];
  for (size_t i = 0; i < right.count; i++) {
    const struct pst_item *same = pst_key_index_find(&index, &right.items[i].key);

    if (same == NULL)
      out->items[out->count++] = right.items[i];
    else
      out->items[same - left->items].member = pst_truth_or(same->member, right.items[i].member);
  }
  return true;
}
