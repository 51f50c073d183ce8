/* quantify.c -- all, most, some, none: a test for each member of a set. */
#include "claim/evaluate/evaluate.h"

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
                                    const struct pst_claim_value *set)
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
                     const struct pst_variable *variables, struct pst_claim_value *set)
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

static struct counts count_members(const struct pst_claim_value *set,
                                   const struct pst_outcome *outcomes)
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

static enum pst_truth fold(enum pst_quantifier quantifier, const struct pst_claim_value *set,
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

static struct pst_claim_tally tally_of(enum pst_quantifier quantifier,
                                       const struct pst_claim_value *set,
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
                         const struct pst_variable *variables, const struct pst_claim_value *set,
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
                 const struct pst_variable *variables, const struct pst_claim_value *set,
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
  struct pst_claim_value set;

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
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_outcome *outcomes;
  struct pst_claim_value set;

  if (!read_set(evaluator, node, variables, &set))
    return false;
  outcomes = test_all(evaluator, node, variables, &set);
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_SET, .unit = set.unit, .table = SIZE_MAX};
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
                         const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_claim_value set, value;

  if (!read_set(evaluator, node, variables, &set))
    return false;
  *out = (struct pst_claim_value){
      .kind = PST_CLAIM_VALUE_SERIES, .count = set.count, .table = SIZE_MAX};
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
    else if (!pst_unit_beside(&out->unit, &value.unit))
      return pst_evaluator_fail(evaluator, node->arguments[1]->at,
                                "the numbers of a series have one unit");
    out->items[i] = set.items[i];
    out->items[i].number = value.number;
    out->items[i].row = PST_NO_ROW;
  }
  return true;
}
