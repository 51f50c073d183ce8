#include "claim/evaluate.h"

/* --- members ------------------------------------------------------------------------------------ */

/* Evaluates the body of NODE for the member ITEM. */
static bool test_member(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_variable *variables, const struct pst_item *item,
                        struct pst_outcome *out)
{
  struct pst_variable member = {.name = node->text, .item = item, .outer = variables};

  return pst_evaluate_test(evaluator, node->arguments[1], &member, out);
}

/* The tests of all members; nothing is told. */
static struct pst_outcome *test_all(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                                    const struct pst_variable *variables,
                                    const struct pst_value *set)
{
  struct pst_outcome *outcomes =
      pst_arena_array(evaluator->exact.arena, set->count, sizeof *outcomes);
  bool explain = evaluator->explain;

  if (outcomes == NULL) {
    pst_evaluator_memory(evaluator);
    return NULL;
  }
  evaluator->explain = false;
  evaluator->top = false;
  for (size_t i = 0; i < set->count; i++) {
    struct pst_arena_mark mark = pst_arena_mark(evaluator->exact.arena);
    size_t held = evaluator->held;

    if (!test_member(evaluator, node, variables, &set->items[i], &outcomes[i]))
      return NULL;
    pst_arena_release(evaluator->exact.arena, mark); /* an outcome keeps nothing */
    evaluator->held = held;
  }
  evaluator->explain = explain;
  return outcomes;
}

/* The set that NODE runs over; an empty one is an error. */
static bool read_set(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_variable *variables, struct pst_value *set)
{
  bool explain = evaluator->explain, good;

  evaluator->explain = false;
  good = pst_evaluate_many(evaluator, node->arguments[0], variables, false, set);
  evaluator->explain = explain;
  return good;
}

/* --- counting ----------------------------------------------------------------------------------- */

struct counts {
  size_t certain;   /* members that surely belong to the set */
  size_t yes;       /* of those */
  size_t open;      /* of those, undecided */
  size_t maybe_yes; /* of the others, yes or undecided */
  size_t maybe_not; /* of the others, no or undecided */
  bool missing, as_printed, wide;
  unsigned open_by;
  enum pst_severity severity;
};

static struct counts count_members(const struct pst_value *set, const struct pst_outcome *outcomes)
{
  struct counts counts = {.certain = 0};

  for (size_t i = 0; i < set->count; i++) {
    enum pst_truth truth = outcomes[i].truth, member = set->items[i].member;
    bool open = truth == PST_TRUTH_MISSING || truth == PST_TRUTH_UNDECIDED;

    counts.missing = counts.missing || truth == PST_TRUTH_MISSING || member == PST_TRUTH_MISSING;
    counts.as_printed = counts.as_printed || (truth == PST_TRUTH_YES && outcomes[i].as_printed);
    counts.wide = counts.wide || outcomes[i].wide;
    counts.open_by |= outcomes[i].open | set->items[i].open;
    if (member == PST_TRUTH_YES) {
      counts.certain++;
      counts.yes += truth == PST_TRUTH_YES;
      counts.open += open;
    } else {
      counts.maybe_yes += truth != PST_TRUTH_NO;
      counts.maybe_not += truth != PST_TRUTH_YES;
    }
  }
  return counts;
}

static enum pst_truth most(const struct counts *counts)
{
  size_t possible = counts->yes + counts->open + counts->maybe_yes;

  if (2 * counts->yes > counts->certain + counts->maybe_not)
    return PST_TRUTH_YES;
  if (2 * possible <= counts->certain + counts->maybe_yes)
    return PST_TRUTH_NO;
  return counts->missing ? PST_TRUTH_MISSING : PST_TRUTH_UNDECIDED;
}

static enum pst_truth fold(enum pst_quantifier quantifier, const struct pst_value *set,
                           const struct pst_outcome *outcomes, const struct counts *counts)
{
  enum pst_truth all = PST_TRUTH_YES, some = PST_TRUTH_NO;

  for (size_t i = 0; i < set->count; i++) {
    enum pst_truth member = set->items[i].member, truth = outcomes[i].truth;

    all = pst_truth_and(all, pst_truth_or(pst_truth_not(member), truth));
    some = pst_truth_or(some, pst_truth_and(member, truth));
  }
  switch (quantifier) {
  case PST_ALL:
    return all;
  case PST_SOME:
    return some;
  case PST_NONE:
    return pst_truth_not(some);
  case PST_MOST:
    break;
  }
  return most(counts);
}

/* --- telling ------------------------------------------------------------------------------------ */

static const char *const quantifier_names[] = {"all", "most", "some", "none"};

static struct pst_claim_tally tally_of(enum pst_quantifier quantifier, const struct pst_value *set,
                                       const struct pst_outcome *outcomes)
{
  struct pst_claim_tally tally = {.quantifier = quantifier_names[quantifier]};
  unsigned open = 0;

  for (size_t i = 0; i < set->count; i++) {
    tally.yes += outcomes[i].truth == PST_TRUTH_YES;
    tally.no += outcomes[i].truth == PST_TRUTH_NO;
    tally.rounding += outcomes[i].truth == PST_TRUTH_UNDECIDED;
    tally.missing += outcomes[i].truth == PST_TRUTH_MISSING;
    open |= outcomes[i].truth == PST_TRUTH_UNDECIDED ? outcomes[i].open : 0;
  }
  tally.open_by = pst_open_text(open);
  return tally;
}

/* Which truth of a member decided: what speaks against the answer wanted, or for it. */
static bool decides(enum pst_quantifier quantifier, enum pst_truth result, enum pst_truth member)
{
  if (result == PST_TRUTH_YES)
    return quantifier == PST_SOME && member == PST_TRUTH_YES;
  if (result == PST_TRUTH_NO && quantifier != PST_SOME)
    return member == (quantifier == PST_NONE ? PST_TRUTH_YES : PST_TRUTH_NO);
  if (result == PST_TRUTH_NO)
    return false;
  return member == PST_TRUTH_MISSING || member == PST_TRUTH_UNDECIDED
         || (quantifier == PST_MOST && member == PST_TRUTH_NO);
}

static const char *truth_name(enum pst_truth truth)
{
  static const char *const names[] = {"no", "missing", "open", "yes"};

  return names[truth];
}

/* The deciding members, evaluated again so that they tell their numbers. */
static bool tell_members(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, const struct pst_value *set,
                         const struct pst_outcome *outcomes, enum pst_truth result)
{
  size_t told = 0, total = 0;

  for (size_t i = 0; i < set->count; i++) {
    struct pst_outcome again;

    if (!decides(node->quantifier, result, outcomes[i].truth))
      continue;
    if (total++ >= evaluator->most / 2)
      continue;
    told++;
    pst_tell_line(evaluator, "%.*s = %s: %s", (int)node->text.size, node->text.data,
                  pst_tell_key(evaluator, &set->items[i].key), truth_name(outcomes[i].truth));
    if (!test_member(evaluator, node, variables, &set->items[i], &again))
      return false;
  }
  if (total > told)
    pst_tell_line(evaluator, "and %zu more", total - told);
  return true;
}

static bool tell(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_variable *variables, const struct pst_value *set,
                 const struct pst_outcome *outcomes, enum pst_truth result)
{
  struct pst_claim_tally tally = tally_of(node->quantifier, set, outcomes);

  if (!evaluator->explain || evaluator->quiet)
    return true;
  pst_tell_tally(evaluator, &tally);
  pst_tell_line(evaluator, "%zu of %zu yes, %zu no, %zu open by %s, %zu missing", tally.yes,
                set->count, tally.no, tally.rounding, tally.open_by, tally.missing);
  return tell_members(evaluator, node, variables, set, outcomes, result);
}

bool pst_evaluate_quantifier(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                             const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_outcome *outcomes;
  struct counts counts;
  struct pst_value set;

  if (!read_set(evaluator, node, variables, &set))
    return false;
  if (set.count == 0)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "the set is empty: %s of no members says nothing",
                              quantifier_names[node->quantifier]);
  outcomes = test_all(evaluator, node, variables, &set);
  if (outcomes == NULL)
    return false;
  counts = count_members(&set, outcomes);
  *out = (struct pst_outcome){
      .severity = PST_SEVERITY_CONCLUSION, .wide = counts.wide, .open = counts.open_by};
  out->truth = fold(node->quantifier, &set, outcomes, &counts);
  out->as_printed = out->truth == PST_TRUTH_YES && counts.as_printed;
  return tell(evaluator, node, variables, &set, outcomes, out->truth);
}

/* --- sets and series by a rule ------------------------------------------------------------------- */

bool pst_evaluate_such(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_value *out)
{
  struct pst_outcome *outcomes;
  struct pst_value set;

  if (!read_set(evaluator, node, variables, &set))
    return false;
  outcomes = test_all(evaluator, node, variables, &set);
  *out = (struct pst_value){.kind = PST_VALUE_SET, .unit = set.unit, .table = SIZE_MAX};
  out->items = outcomes == NULL
                   ? NULL
                   : pst_arena_array(evaluator->exact.arena, set.count, sizeof *out->items);
  if (out->items == NULL)
    return evaluator->failed ? false : pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < set.count; i++) {
    enum pst_truth member = pst_truth_and(set.items[i].member, outcomes[i].truth);

    if (member == PST_TRUTH_NO)
      continue;
    out->items[out->count] = set.items[i];
    out->items[out->count].open |= outcomes[i].open;
    out->items[out->count++].member = member;
  }
  return true;
}

bool pst_evaluate_series(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_value *out)
{
  struct pst_value set, value;

  if (!read_set(evaluator, node, variables, &set))
    return false;
  *out = (struct pst_value){.kind = PST_VALUE_SERIES, .count = set.count, .table = SIZE_MAX};
  out->items = pst_arena_array(evaluator->exact.arena, set.count, sizeof *out->items);
  if (out->items == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < set.count; i++) {
    struct pst_variable member = {.name = node->text, .item = &set.items[i], .outer = variables};

    evaluator->top = false;
    if (!pst_evaluate_number(evaluator, node->arguments[1], &member, &value))
      return false;
    if (i == 0)
      out->unit = value.unit;
    else if (!pst_unit_same(&value.unit, &out->unit))
      return pst_evaluator_fail(evaluator, node->arguments[1]->at,
                                "the numbers of a series have one unit");
    out->items[i] = set.items[i];
    out->items[i].number = value.number;
    out->items[i].row = PST_NO_ROW;
  }
  return true;
}

/* --- in, except --------------------------------------------------------------------------------- */

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

/* --- rises, falls ------------------------------------------------------------------------------- */

/* What each step has to be. */
static enum pst_relation step_relation(const struct pst_syntax *node)
{
  if (node->direction.steps == PST_NEVER) /* never rises: no step up */
    return node->direction.falls ? PST_IS_AT_LEAST : PST_IS_AT_MOST;
  return node->direction.falls ? PST_IS_LESS : PST_IS_MORE;
}

static void tell_step(struct pst_evaluator *evaluator, const struct pst_value *series,
                      const struct pst_item *from, const struct pst_item *to)
{
  struct pst_exact *exact = &evaluator->exact;
  const char *change = "";
  struct pst_rational ratio;

  if (evaluator->quiet || !evaluator->explain)
    return;
  if (from->number->has_printed && to->number->has_printed
      && pst_rational_sign(from->number->printed) > 0 && series->unit.kind != PST_UNIT_PERCENT
      && series->unit.kind != PST_UNIT_POINTS) {
    ratio = pst_rational_divide(exact, to->number->printed, from->number->printed);
    ratio = pst_rational_subtract(exact, ratio, pst_rational_whole(1));
    ratio = pst_rational_multiply(exact, ratio, pst_rational_whole(100));
    change = pst_arena_format(evaluator->source->arena, " (%s%s %%)",
                              pst_rational_sign(ratio) > 0 ? "+" : "",
                              pst_rational_print_fixed(exact, ratio, 1));
  }
  pst_tell_line(
      evaluator, "%s -> %s: %s -> %s%s", pst_tell_key(evaluator, &from->key),
      pst_tell_key(evaluator, &to->key), pst_tell_number(evaluator, from->number, &series->unit),
      pst_tell_number(evaluator, to->number, &series->unit), change == NULL ? "" : change);
  for (int i = 0; i < 2 && series->table != SIZE_MAX; i++) {
    const struct pst_item *item = i == 0 ? from : to;

    if (item->row < PST_NO_ROW - 1)
      pst_evaluator_read(evaluator, series->table, item->row);
  }
}

static bool step(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_item *from, const struct pst_item *to, struct pst_outcome *out)
{
  struct pst_comparison comparison;

  if (!pst_compare_numbers(evaluator, to->number, step_relation(node), from->number, &comparison))
    return false;
  *out = comparison.outcome;
  if (from->member != PST_TRUTH_YES && out->truth != PST_TRUTH_YES)
    out->truth = from->member;
  if (to->member != PST_TRUTH_YES && out->truth != PST_TRUTH_YES)
    out->truth = to->member;
  return true;
}

/* A step over a gap: if it goes the wrong way, so does one of the steps that the gap hides. */
static bool hidden_counter(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                           const struct pst_value *series, struct pst_outcome *out)
{
  const struct pst_item *last = NULL;

  for (size_t i = 0; i < series->count; i++) {
    const struct pst_item *item = &series->items[i];
    struct pst_outcome one;

    if (item->number->missing || item->member != PST_TRUTH_YES)
      continue;
    if (last != NULL && last + 1 != item) {
      if (!step(evaluator, node, last, item, &one))
        return false;
      if (one.truth == PST_TRUTH_NO) {
        out->truth = PST_TRUTH_NO;
        tell_step(evaluator, series, last, item);
      }
    }
    last = item;
  }
  return true;
}

static enum pst_verdict verdict_of(enum pst_truth truth)
{
  static const enum pst_verdict verdicts[] = {PST_VERDICT_CONTRADICTED, PST_VERDICT_NOT_CHECKABLE,
                                              PST_VERDICT_CONSISTENT, PST_VERDICT_VERIFIED};

  return verdicts[truth];
}

static bool every_step(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_value *series, enum pst_verdict *verdicts,
                       struct pst_outcome *out)
{
  struct pst_outcome *steps = pst_arena_array(evaluator->exact.arena, series->count, sizeof *steps);

  if (steps == NULL)
    return pst_evaluator_memory(evaluator);
  out->truth = PST_TRUTH_YES;
  for (size_t i = 1; i < series->count; i++) {
    if (!step(evaluator, node, &series->items[i - 1], &series->items[i], &steps[i]))
      return false;
    out->truth = pst_truth_and(out->truth, steps[i].truth);
    verdicts[i] = verdict_of(steps[i].truth);
  }
  for (size_t i = 1; i < series->count; i++)
    if (steps[i].truth == out->truth && out->truth != PST_TRUTH_YES)
      tell_step(evaluator, series, &series->items[i - 1], &series->items[i]);
  if (out->truth == PST_TRUTH_YES)
    tell_step(evaluator, series, &series->items[0], &series->items[series->count - 1]);
  return out->truth == PST_TRUTH_YES || out->truth == PST_TRUTH_NO
         || hidden_counter(evaluator, node, series, out);
}

static bool ends(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_value *series, enum pst_verdict *verdicts,
                 struct pst_outcome *out)
{
  size_t last = series->count - 1;

  if (!step(evaluator, node, &series->items[0], &series->items[last], out))
    return false;
  verdicts[last] = verdict_of(out->truth);
  tell_step(evaluator, series, &series->items[0], &series->items[last]);
  return true;
}

bool pst_evaluate_direction(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                            const struct pst_variable *variables, struct pst_outcome *out)
{
  enum pst_verdict *verdicts;
  struct pst_value series;
  bool good, explain = evaluator->explain;

  evaluator->top = false;
  evaluator->explain = false;
  good = pst_evaluate_many(evaluator, node->arguments[0], variables, true, &series);
  evaluator->explain = explain;
  if (!good)
    return false;
  if (series.count < 2)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "the series has %zu member%s; a direction needs two", series.count,
                              series.count == 1 ? "" : "s");
  if (series.items[0].number == NULL)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at, "the series holds texts");
  verdicts = pst_arena_array(evaluator->exact.arena, series.count, sizeof *verdicts);
  if (verdicts == NULL)
    return pst_evaluator_memory(evaluator);
  pst_items_sort(series.items, series.count);
  *out = (struct pst_outcome){.severity = PST_SEVERITY_CONCLUSION};
  good = node->direction.steps == PST_ENDS ? ends(evaluator, node, &series, verdicts, out)
                                           : every_step(evaluator, node, &series, verdicts, out);
  out->severity = PST_SEVERITY_CONCLUSION;
  if (good)
    pst_tell_series(evaluator, node->arguments[0], &series, verdicts);
  return good;
}
