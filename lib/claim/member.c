#include "claim/evaluate.h"

/* Names can be misspelt; another number or period is another one. */
static bool is_name(struct pst_evaluator *evaluator, struct pst_text text)
{
  struct pst_rational number;
  enum pst_period_kind kind;
  double start;

  return !pst_period_parse(text, &kind, &start)
         && !pst_rational_parse(&evaluator->exact, text, &number, NULL);
}

static const char **texts_of(struct pst_evaluator *evaluator, const struct pst_value *set)
{
  const char **texts = pst_arena_array(evaluator->exact.arena, set->count, sizeof *texts);

  for (size_t i = 0; texts != NULL && i < set->count; i++)
    texts[i] = set->items[i].key.is_number || !is_name(evaluator, set->items[i].key.text)
                   ? ""
                   : pst_arena_copy(evaluator->exact.arena, set->items[i].key.text.data,
                                    set->items[i].key.text.size);
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

    if (texts[i] == NULL)
      return;
    while (name[a] != '\0' && name[a] == texts[i][a])
      a++;
    if (a >= 4 && (name[a] == '\0' || texts[i][a] == '\0'))
      near = i;
  }
  if (near < count)
    pst_tell_near(evaluator, name, texts[near]);
}

/* Is KEY in SET?  For texts and whole numbers. */
static enum pst_truth key_in(const struct pst_key_value *key, const struct pst_value *set)
{
  for (size_t i = 0; i < set->count; i++)
    if (pst_key_equal(&set->items[i].key, key))
      return set->items[i].member;
  return PST_TRUTH_NO;
}

bool pst_evaluate_except(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_value *out)
{
  struct pst_value left, right;
  const char **texts;

  if (!pst_evaluate_many(evaluator, node->arguments[0], variables, false, &left)
      || !pst_evaluate_many(evaluator, node->arguments[1], variables, false, &right)
      || !pst_want_keys(evaluator, node->arguments[0]->at, &left)
      || !pst_want_keys(evaluator, node->arguments[1]->at, &right))
    return false;
  *out = (struct pst_value){.kind = PST_VALUE_SET, .unit = left.unit, .table = SIZE_MAX};
  out->items = pst_arena_array(evaluator->exact.arena, left.count, sizeof *out->items);
  texts = texts_of(evaluator, &left);
  if (out->items == NULL || texts == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < left.count; i++) {
    enum pst_truth member =
        pst_truth_and(left.items[i].member, pst_truth_not(key_in(&left.items[i].key, &right)));

    if (member == PST_TRUTH_NO)
      continue;
    out->items[out->count] = left.items[i];
    out->items[out->count++].member = member;
  }
  for (size_t i = 0; i < right.count; i++)
    if (!right.items[i].key.is_number && key_in(&right.items[i].key, &left) == PST_TRUTH_NO)
      note_near(evaluator, pst_source_copy(evaluator->source, right.items[i].key.text), texts,
                left.count);
  return true;
}

/* A whole-number member stands for its printed interval, as beside `=`; what is exactly known must
   be a whole number itself. */
static bool number_in(struct pst_evaluator *evaluator, const struct pst_value *value,
                      const struct pst_value *set, struct pst_outcome *out)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_comparison comparison;

  out->truth = PST_TRUTH_NO;
  for (size_t i = 0; i < set->count && out->truth != PST_TRUTH_YES; i++) {
    const struct pst_item *item = &set->items[i];
    const struct pst_number *member = item->number;
    enum pst_truth truth;

    if (member == NULL)
      member = pst_number_point(exact, pst_rational_whole(item->key.number));
    if (member == NULL)
      return pst_evaluator_memory(evaluator);
    if (!pst_compare_numbers(evaluator, value->number, PST_IS_EQUAL, member, &comparison))
      return false;
    truth = pst_truth_and(item->member, comparison.outcome.truth);
    out->open |= comparison.outcome.open | item->open;
    if (truth == PST_TRUTH_YES)
      out->as_printed = comparison.outcome.as_printed;
    out->truth = pst_truth_or(out->truth, truth);
  }
  return true;
}

/* Whole bounds within one span of members: 12 to 14 is in 11..20. */
static bool spanned(struct pst_evaluator *evaluator, const struct pst_value *value,
                    const struct pst_value *set)
{
  struct pst_range range = pst_number_range(&evaluator->exact, value->number, NULL);
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
  for (; low <= high; low++)
    if (key_in(&(struct pst_key_value){.is_number = true, .number = low}, set) != PST_TRUTH_YES)
      return false;
  return true;
}

static void tell_in(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_value *value, const struct pst_value *set)
{
  const char **texts;

  if (evaluator->quiet || !evaluator->explain)
    return;
  if (value->kind == PST_VALUE_NUMBER) {
    pst_tell_line(evaluator, "%s: %s", pst_tell_source(evaluator, node->arguments[0]),
                  pst_tell_number(evaluator, value->number, &value->unit));
    return;
  }
  pst_tell_line(evaluator, "%s: %s", pst_tell_source(evaluator, node->arguments[0]),
                value->no_text ? "missing" : pst_source_copy(evaluator->source, value->text));
  texts = texts_of(evaluator, set);
  if (!value->no_text && key_in(&(struct pst_key_value){.text = value->text}, set) == PST_TRUTH_NO)
    note_near(evaluator, pst_source_copy(evaluator->source, value->text), texts, set->count);
}

bool pst_evaluate_in(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_value value, set;
  int times_a, times_b;
  struct pst_error error;

  evaluator->top = false;
  pst_error_clear(&error);
  if (!pst_evaluate(evaluator, node->arguments[0], variables, &value)
      || !pst_evaluate_many(evaluator, node->arguments[1], variables, false, &set))
    return false;
  *out = (struct pst_outcome){.severity = PST_SEVERITY_VALUE};
  if (value.kind != PST_VALUE_TEXT && value.kind != PST_VALUE_NUMBER)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "only a number or a text can be in a set");
  if (value.kind == PST_VALUE_TEXT && set.count > 0
      && (set.items[0].number != NULL || set.items[0].key.is_number)
      && pst_evaluator_mixed(evaluator, &value))
    return false;
  if (set.count > 0
      && (value.kind == PST_VALUE_TEXT)
             != (set.items[0].number == NULL && !set.items[0].key.is_number))
    return pst_evaluator_fail(evaluator, node->place, "a %s is never in a set of %s",
                              value.kind == PST_VALUE_TEXT ? "text" : "number",
                              value.kind == PST_VALUE_TEXT ? "numbers" : "texts");
  if (value.kind == PST_VALUE_TEXT) {
    out->severity = PST_SEVERITY_CONCLUSION;
    out->truth = value.no_text ? PST_TRUTH_MISSING
                               : key_in(&(struct pst_key_value){.text = value.text}, &set);
  } else {
    if (!pst_unit_compare(&value.unit, &set.unit, &times_a, &times_b, &error))
      return pst_evaluator_fail_unit(evaluator, node->place, &error);
    if (spanned(evaluator, &value, &set))
      out->truth = PST_TRUTH_YES;
    else if (!number_in(evaluator, &value, &set, out))
      return false;
  }
  tell_in(evaluator, node, &value, &set);
  return true;
}
