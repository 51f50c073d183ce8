/* member.c -- in and except: is a value a member of a set, exactly or nearly? */
#include "claim/evaluate/keep.h"
#include "claim/evaluate/sides.h"

/* Names can be misspelt; another number or period is another one. */
static bool is_name(struct pst_evaluator *evaluator, struct pst_text text)
{
  struct pst_rational number;
  enum pst_period_kind kind;
  double start;

  return !pst_period_parse(text, &kind, &start)
         && !pst_rational_parse(&evaluator->exact, text, &number, NULL);
}

/* The names of SET, "" for what is none; NULL without memory. */
static const char **texts_of(struct pst_evaluator *evaluator, const struct pst_claim_value *set)
{
  const char **texts = pst_arena_array(evaluator->exact.arena, set->count, sizeof *texts);

  for (size_t i = 0; texts != NULL && i < set->count; i++) {
    texts[i] = set->items[i].key.is_number || !is_name(evaluator, set->items[i].key.text)
                   ? ""
                   : pst_arena_copy(evaluator->exact.arena, set->items[i].key.text.data,
                                    set->items[i].key.text.size);
    if (texts[i] == NULL)
      return NULL;
  }
  return texts;
}

/* NAME is none of TEXTS: is one of them near, or does one begin with the other? */
static void note_near(struct pst_evaluator *evaluator, const char *name, const char **texts,
                      size_t count)
{
  size_t near;

  if (texts == NULL || count > 20000 || evaluator->quiet || !is_name(evaluator, pst_text_of(name)))
    return;
  near = pst_text_near(pst_text_of(name), texts, count);
  for (size_t i = 0; near == count && i < count; i++) {
    size_t a = 0;

    while (name[a] != '\0' && name[a] == texts[i][a])
      a++;
    if (a >= 4 && (name[a] == '\0' || texts[i][a] == '\0'))
      near = i;
  }
  if (near < count)
    pst_tell_near(evaluator, name, texts[near]);
}

/* The texts of RIGHT that LEFT has not: is one of LEFT meant?  Only so many are looked for. */
static bool note_absent(struct pst_evaluator *evaluator, const struct pst_claim_value *left,
                        const struct pst_key_index *index, const struct pst_claim_value *right)
{
  enum { PAIRS_MOST = 400000 };
  const char **texts = NULL;
  size_t pairs = 0;

  for (size_t i = 0; i < right->count && pairs < PAIRS_MOST && !evaluator->quiet; i++) {
    const struct pst_key_value *key = &right->items[i].key;

    if (key->is_number || pst_key_index_member(index, key) != PST_TRUTH_NO)
      continue;
    if (texts == NULL)
      texts = texts_of(evaluator, left);
    if (texts == NULL)
      return pst_evaluator_memory(evaluator);
    note_near(evaluator, pst_source_copy(evaluator->source, key->text), texts, left->count);
    pairs += left->count + 1;
  }
  return true;
}

bool pst_evaluate_except(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_key_index left_index;
  struct pst_claim_value left, right;
  const struct pst_kept *kept;

  if (!pst_evaluate_many(evaluator, node->arguments[0], variables, false, &left))
    return false;
  kept = pst_keep_many(evaluator, node->arguments[1], variables, false);
  if (kept == NULL)
    return false;
  right = kept->value;
  if (!pst_want_keys(evaluator, node->arguments[0]->at, &left)
      || !pst_want_keys(evaluator, node->arguments[1]->at, &right))
    return false;
  *out =
      (struct pst_claim_value){.kind = PST_CLAIM_VALUE_SET, .unit = left.unit, .table = SIZE_MAX};
  out->items = pst_arena_array(evaluator->exact.arena, left.count, sizeof *out->items);
  if (out->items == NULL
      || !pst_key_index_make(&left_index, evaluator->exact.arena, left.items, left.count))
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < left.count; i++) {
    enum pst_truth there = pst_key_index_member(&kept->keys, &left.items[i].key);
    enum pst_truth member = pst_truth_and(left.items[i].member, pst_truth_not(there));

    if (member == PST_TRUTH_NO)
      continue;
    out->items[out->count] = left.items[i];
    out->items[out->count++].member = member;
  }
  return note_absent(evaluator, &left, &left_index, &right);
}

/* Is VALUE the member ITEM?  Adds that to OUT. */
static bool number_is(struct pst_evaluator *evaluator, const struct pst_number *value,
                      const struct pst_item *item, struct pst_outcome *out)
{
  const struct pst_number *member = item->number;
  struct pst_comparison comparison;
  enum pst_truth truth;

  if (member == NULL)
    member = pst_number_point(&evaluator->exact, pst_rational_whole(item->key.number));
  if (member == NULL)
    return pst_evaluator_memory(evaluator);
  if (!pst_compare_numbers(evaluator, value, PST_IS_EQUAL, member, &comparison))
    return false;
  truth = pst_truth_and(item->member, comparison.outcome.truth);
  out->open |= comparison.outcome.open | item->open;
  if (truth == PST_TRUTH_YES)
    out->as_printed =
        comparison.outcome.as_printed && (out->truth != PST_TRUTH_YES || out->as_printed);
  out->truth = pst_truth_or(out->truth, truth);
  return true;
}

/* A whole-number member stands for its printed interval, as beside `=`; what is exactly known must
   be a whole number itself.  Only the members that meet the number can be it. */
static bool number_in(struct pst_evaluator *evaluator, const struct pst_number *value,
                      struct pst_kept *set, struct pst_outcome *out)
{
  struct pst_range range = pst_number_range(&evaluator->exact, value, NULL);
  size_t at;

  out->truth = PST_TRUTH_NO;
  if (!pst_keep_ranges(evaluator, set))
    return false;
  at = pst_range_index_above(&set->ranges, &range);
  while (out->truth != PST_TRUTH_YES || out->as_printed) {
    at = pst_range_index_below(&set->ranges, at, &range);
    if (at == SIZE_MAX)
      break;
    if (!number_is(evaluator, value, set->ranges.entries[at].item, out))
      return false;
  }
  return true;
}

/* Whole bounds within one span of members: 12 to 14 is in 11..20. */
static bool spanned(struct pst_evaluator *evaluator, const struct pst_number *value,
                    const struct pst_key_index *set)
{
  struct pst_range range = pst_number_range(&evaluator->exact, value, NULL);
  int64_t low, high;

  if (!pst_range_is_bounded(&range) || range.low.kind != PST_LIMIT_CLOSED
      || range.high.kind != PST_LIMIT_CLOSED || !pst_rational_is_whole(range.low.value)
      || !pst_rational_is_whole(range.high.value) || range.low.value.big != NULL
      || range.high.value.big != NULL)
    return false;
  low = range.low.value.n;
  high = range.high.value.n;
  if (high - low > 1000)
    return false;
  for (; low <= high; low++) {
    const struct pst_key_value key = {.is_number = true, .number = low};

    if (pst_key_index_member(set, &key) != PST_TRUTH_YES)
      return false;
  }
  return true;
}

static void tell_in(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_claim_value *value, const struct pst_kept *kept)
{
  const struct pst_claim_value *set = &kept->value;
  const struct pst_key_value key = pst_text_key(value);
  const char **texts;

  if (evaluator->quiet || !evaluator->explain)
    return;
  if (value->kind == PST_CLAIM_VALUE_NUMBER) {
    pst_tell_line(evaluator, "%s: %s", pst_tell_source(evaluator, node->arguments[0]),
                  pst_tell_number(evaluator, value->number, &value->unit));
    return;
  }
  pst_tell_line(evaluator, "%s: %s", pst_tell_source(evaluator, node->arguments[0]),
                value->no_text ? "missing" : pst_source_copy(evaluator->source, value->text));
  if (value->no_text || pst_key_index_member(&kept->keys, &key) != PST_TRUTH_NO)
    return;
  texts = texts_of(evaluator, set);
  if (texts != NULL)
    note_near(evaluator, pst_source_copy(evaluator->source, value->text), texts, set->count);
}

/* A text or a number, and a set of the same. */
static bool want_one_kind(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct pst_claim_value *value, const struct pst_claim_value *set)
{
  bool texts = set->count == 0 || (set->items[0].number == NULL && !set->items[0].key.is_number);

  if (value->kind != PST_CLAIM_VALUE_TEXT && value->kind != PST_CLAIM_VALUE_NUMBER)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "only a number or a text can be in a set");
  if (set->count == 0 || (value->kind == PST_CLAIM_VALUE_TEXT) == texts)
    return true;
  if (value->kind == PST_CLAIM_VALUE_TEXT && pst_evaluator_mixed(evaluator, value))
    return false;
  return pst_evaluator_fail(evaluator, node->place, "a %s is never in a set of %s",
                            value->kind == PST_CLAIM_VALUE_TEXT ? "text" : "number",
                            texts ? "texts" : "numbers");
}

/* VALUE in the unit of SET: 0.5 is 50 %. */
static const struct pst_number *in_unit_of(struct pst_evaluator *evaluator,
                                           const struct pst_syntax *node,
                                           const struct pst_claim_value *value,
                                           const struct pst_claim_value *set)
{
  struct pst_exact *exact = &evaluator->exact;
  int times_value, times_set;
  bool zero = false;
  const struct pst_number *number = value->number;
  struct pst_error error;

  pst_error_clear(&error);
  if (!pst_unit_compare(&value->unit, &set->unit, &times_value, &times_set, &error)) {
    pst_evaluator_fail_unit(evaluator, node->place, &error);
    return NULL;
  }
  if (times_value != 1)
    number = pst_number_binary(exact, PST_NUMBER_MULTIPLY, number,
                               pst_number_point(exact, pst_rational_whole(times_value)), &zero);
  if (times_set != 1)
    number = pst_number_binary(exact, PST_NUMBER_DIVIDE, number,
                               pst_number_point(exact, pst_rational_whole(times_set)), &zero);
  if (number == NULL)
    pst_evaluator_memory(evaluator);
  return number;
}

bool pst_evaluate_in(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_variable *variables, struct pst_outcome *out)
{
  const struct pst_number *number;
  struct pst_key_value key;
  struct pst_claim_value value;
  struct pst_kept *set;

  evaluator->top = false;
  if (!pst_evaluate(evaluator, node->arguments[0], variables, &value))
    return false;
  set = pst_keep_many(evaluator, node->arguments[1], variables, false);
  if (set == NULL || !want_one_kind(evaluator, node, &value, &set->value))
    return false;
  *out = (struct pst_outcome){.severity = pst_side_is_rank(node->arguments[0])
                                              ? PST_SEVERITY_CONCLUSION
                                              : PST_SEVERITY_VALUE};
  if (value.kind == PST_CLAIM_VALUE_TEXT) {
    key = pst_text_key(&value);
    out->severity = PST_SEVERITY_CONCLUSION;
    out->truth = value.no_text ? PST_TRUTH_MISSING : pst_key_index_member(&set->keys, &key);
  } else {
    number = in_unit_of(evaluator, node, &value, &set->value);
    if (number == NULL)
      return false;
    if (spanned(evaluator, number, &set->keys))
      out->truth = PST_TRUTH_YES;
    else if (!number_in(evaluator, number, set, out))
      return false;
  }
  tell_in(evaluator, node, &value, set);
  return true;
}
