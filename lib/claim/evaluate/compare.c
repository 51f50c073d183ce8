#include "claim/data/key_index.h"
#include "claim/evaluate/evaluate.h"

/* --- numbers ------------------------------------------------------------------------------------ */

static enum pst_truth open_truth(const struct pst_number *a, const struct pst_number *b)
{
  return a->missing || b->missing ? PST_TRUTH_MISSING : PST_TRUTH_UNDECIDED;
}

/* Is B one figure, whatever its range?  That of a bounded cell is what it leaves open. */
static bool one_figure(const struct pst_number *b, const struct pst_range *range)
{
  return !b->missing && (b->has_printed || b->meant || pst_range_is_point(range));
}

/* Is B a figure as the claims file writes it?  The unrounded values of two printed cells may differ,
   so that equal figures do not prove them equal. */
static bool written_figure(const struct pst_number *b, const struct pst_range *range)
{
  return one_figure(b, range)
         && (b->meant || pst_range_is_point(range) || (b->kind == PST_NUMBER_LEAF && b->id == 0));
}

/* A bounded cell reports its range ("by 1983"), and a figure within is right.  What is computed
   from one, or a count with open members, reports nothing. */
static bool reports(const struct pst_number *b, const struct pst_range *range)
{
  return one_figure(b, range) || (!b->missing && b->id != 0);
}

/* Verified: A inside B, or equal for all values.  As printed: A's printed value lies in B. */
static void equality(const struct pst_number *a, const struct pst_number *b, bool shared,
                     struct pst_comparison *out)
{
  const struct pst_rational zero = pst_rational_whole(0);
  enum pst_truth always = PST_TRUTH_UNDECIDED;
  bool meet = pst_range_meet(&out->a, &out->b), reported = reports(b, &out->b);

  if (shared) {
    always = pst_range_sign(&out->difference, PST_IS_EQUAL);
    meet = meet && pst_range_hold(&out->difference, zero);
  }
  if (!meet || always == PST_TRUTH_NO) {
    out->outcome.truth = PST_TRUTH_NO;
  } else if (always == PST_TRUTH_YES || (reported && pst_range_inside(&out->a, &out->b))) {
    out->outcome.truth = PST_TRUTH_YES;
  } else if (reported && !a->missing && a->has_printed && pst_range_hold(&out->b, a->printed)) {
    out->outcome.truth = PST_TRUTH_YES;
    out->outcome.as_printed = true;
  } else {
    out->outcome.truth = open_truth(a, b);
  }
}

bool pst_compare_numbers(struct pst_evaluator *evaluator, const struct pst_number *a,
                         enum pst_relation relation, const struct pst_number *b,
                         struct pst_comparison *out)
{
  struct pst_exact *exact = &evaluator->exact;
  bool equal = relation == PST_IS_EQUAL || relation == PST_IS_NOT_EQUAL, zero = false;
  bool shared = pst_number_share(exact, a, b);
  const struct pst_number *difference;

  *out = (struct pst_comparison){.outcome.severity = PST_SEVERITY_CONCLUSION};
  out->a = pst_number_range(exact, a, &out->outcome.wide);
  out->b = pst_number_range(exact, b, &out->outcome.wide);
  out->difference = pst_range_subtract(exact, &out->a, &out->b);
  if (shared) {
    difference = pst_number_binary(exact, PST_NUMBER_SUBTRACT, a, b, &zero);
    if (difference == NULL)
      return pst_evaluator_memory(evaluator);
    out->outcome.wide = false;
    out->difference = pst_number_range(exact, difference, &out->outcome.wide);
    if (a->id != 0 && a->id == b->id) /* one cell, whatever it is */
      out->difference = pst_range_point(pst_rational_whole(0));
  }
  if (equal) {
    equality(a, b, shared, out);
    if (relation == PST_IS_NOT_EQUAL) {
      if (out->outcome.truth == PST_TRUTH_YES && !written_figure(b, &out->b)
          && pst_range_sign(&out->difference, PST_IS_EQUAL) != PST_TRUTH_YES)
        out->outcome.truth = open_truth(a, b);
      out->outcome.truth =
          out->outcome.as_printed ? PST_TRUTH_UNDECIDED : pst_truth_not(out->outcome.truth);
      out->outcome.as_printed = false;
    }
  } else {
    out->outcome.truth = pst_range_sign(&out->difference, relation);
    if (out->outcome.truth == PST_TRUTH_UNDECIDED)
      out->outcome.truth = open_truth(a, b);
  }
  if (out->outcome.truth == PST_TRUTH_UNDECIDED)
    out->outcome.open = equal && a->open != 0 ? a->open : a->open | b->open;
  out->outcome.wide =
      out->outcome.wide && (out->outcome.truth == PST_TRUTH_UNDECIDED || out->outcome.as_printed);
  return !exact->failed || pst_evaluator_memory(evaluator);
}

/* --- the two sides ------------------------------------------------------------------------------ */

struct sides {
  const struct pst_syntax *node;
  struct pst_claim_value left, right;
  const struct pst_syntax *literal; /* a lone literal on the reported side, or NULL */
  bool reported_left;               /* else the right side is what is reported */
  struct pst_unit unit;             /* what both are compared in */
  struct pst_missing left_missing, right_missing;
};

/* A side that is a lone literal is as printed, or exact; MISSING: the cells that another lacks. */
static bool read_side(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_variable *variables, bool printed,
                      struct pst_claim_value *out, struct pst_missing *missing)
{
  const struct pst_syntax *literal = pst_literal(node);
  struct pst_missing outer = evaluator->missing;
  bool good;

  *missing = (struct pst_missing){.count = 0};
  if (literal != NULL)
    return pst_literal_value(evaluator, literal, printed, out);
  evaluator->missing = *missing;
  good = pst_evaluate(evaluator, node, variables, out);
  *missing = evaluator->missing;
  evaluator->missing = outer;
  return good;
}

/* A side for people: which cell is missing, else what is known of it. */
static const char *tell_side(struct pst_evaluator *evaluator, const struct pst_claim_value *value,
                             const struct pst_missing *missing, const struct pst_range *range,
                             const struct pst_unit *unit)
{
  const char *text = pst_tell_missing(evaluator, value->number, missing);

  return text != NULL ? text
                      : pst_tell_quantity(evaluator, range, value->number->has_printed,
                                          value->number->printed, unit);
}

static bool times(struct pst_evaluator *evaluator, int factor, struct pst_claim_value *value)
{
  bool zero = false;

  if (factor == 1)
    return true;
  value->number = pst_number_binary(&evaluator->exact, PST_NUMBER_MULTIPLY,
                                    pst_number_point(&evaluator->exact, pst_rational_whole(factor)),
                                    value->number, &zero);
  return value->number != NULL || pst_evaluator_memory(evaluator);
}

/* Is one side a number, and the other the text of a column that was to hold numbers? */
static bool mixed_sides(struct pst_evaluator *evaluator, const struct pst_claim_value *left,
                        const struct pst_claim_value *right)
{
  return (left->kind == PST_CLAIM_VALUE_NUMBER && right->kind == PST_CLAIM_VALUE_TEXT
          && pst_evaluator_mixed(evaluator, right))
         || (right->kind == PST_CLAIM_VALUE_NUMBER && left->kind == PST_CLAIM_VALUE_TEXT
             && pst_evaluator_mixed(evaluator, left));
}

/* Brings both sides to one unit. */
static bool align(struct pst_evaluator *evaluator, size_t place, struct pst_claim_value *left,
                  struct pst_claim_value *right, struct pst_unit *unit)
{
  int times_left, times_right;
  struct pst_error error;

  pst_error_clear(&error);
  if (!pst_unit_compare(&left->unit, &right->unit, &times_left, &times_right, &error))
    return pst_evaluator_fail_unit(evaluator, place, &error);
  *unit = times_left != 1 ? right->unit : left->unit;
  if (left->unit.kind == PST_UNIT_RATIO && right->unit.kind == PST_UNIT_PLAIN)
    *unit = right->unit;
  unit->decimals = 0;
  if (unit->scale < right->unit.scale)
    unit->scale = right->unit.scale;
  return times(evaluator, times_left, left) && times(evaluator, times_right, right);
}

/* --- severity ----------------------------------------------------------------------------------- */

static struct pst_rational nearest_to(const struct pst_range *range, struct pst_rational value)
{
  if (range->low.infinite == 0 && pst_rational_compare(value, range->low.value) < 0)
    return range->low.value;
  if (range->high.infinite == 0 && pst_rational_compare(value, range->high.value) > 0)
    return range->high.value;
  return value;
}

/* The sign of all of RANGE, 0 when it has both. */
static int sign_of(const struct pst_range *range)
{
  if (pst_range_sign(range, PST_IS_MORE) == PST_TRUTH_YES)
    return 1;
  return pst_range_sign(range, PST_IS_LESS) == PST_TRUTH_YES ? -1 : 0;
}

static enum pst_severity severity_of(struct pst_evaluator *evaluator, const struct sides *sides,
                                     const struct pst_range *reported,
                                     const struct pst_range *computed)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_rational value, rounded, units;
  int direction = sign_of(reported);

  if (direction != 0 && sign_of(computed) == -direction)
    return PST_SEVERITY_CONCLUSION;
  if (sides->literal == NULL || sides->node->compare.exactly)
    return PST_SEVERITY_VALUE;
  value = sides->literal->number.value;
  rounded = pst_rational_round(exact, nearest_to(computed, value), sides->literal->number.digit,
                               PST_ROUND_HALF);
  units = pst_rational_divide(exact, pst_rational_subtract(exact, rounded, value),
                              sides->literal->number.digit);
  if (pst_rational_compare(units, pst_rational_whole(1)) > 0
      || pst_rational_compare(units, pst_rational_whole(-1)) < 0)
    return PST_SEVERITY_VALUE;
  return PST_SEVERITY_LAST_DIGIT;
}

/* --- telling ------------------------------------------------------------------------------------ */

static const char *const signs[] = {"=", "!=", "<", "<=", ">", ">="};

static void tell(struct pst_evaluator *evaluator, const struct sides *sides,
                 const struct pst_comparison *comparison, bool top)
{
  const struct pst_claim_value *reported = sides->reported_left ? &sides->left : &sides->right;
  const struct pst_claim_value *computed = sides->reported_left ? &sides->right : &sides->left;
  const struct pst_syntax *reported_node = sides->node->arguments[sides->reported_left ? 0 : 1];
  const struct pst_range *range = sides->reported_left ? &comparison->b : &comparison->a;
  const struct pst_range *other = sides->reported_left ? &comparison->a : &comparison->b;
  struct pst_unit computed_unit = sides->unit, reported_unit = sides->unit;
  const char *literal = NULL, *computed_text, *reported_text;

  if (evaluator->quiet || !evaluator->explain)
    return;
  if (computed->unit.scale == sides->unit.scale)
    computed_unit.decimals = computed->number->decimals;
  reported_unit.decimals = reported->number->decimals;
  if (sides->literal != NULL)
    literal = pst_tell_source(evaluator, reported_node);
  computed_text = tell_side(evaluator, computed,
                            sides->reported_left ? &sides->right_missing : &sides->left_missing,
                            range, &computed_unit);
  reported_text = tell_side(evaluator, reported,
                            sides->reported_left ? &sides->left_missing : &sides->right_missing,
                            other, &reported_unit);
  if (top) {
    evaluator->computed = pst_tell_side(evaluator, range, computed->number->has_printed,
                                        computed->number->printed, &computed_unit, computed_text);
    evaluator->reported =
        pst_tell_side(evaluator, other, reported->number->has_printed, reported->number->printed,
                      &reported_unit, literal != NULL ? literal : reported_text);
    evaluator->relation = signs[sides->node->compare.relation];
  }
  pst_tell_line(evaluator, "%s: %s; %s: %s",
                pst_tell_source(evaluator, sides->node->arguments[sides->reported_left ? 1 : 0]),
                computed_text,
                literal != NULL ? "reported" : pst_tell_source(evaluator, reported_node),
                reported_text);
  if (comparison->outcome.wide)
    pst_tell_line(evaluator, "wide: a cell is used twice");
}

/* --- texts and sets ----------------------------------------------------------------------------- */

static bool compare_texts(struct pst_evaluator *evaluator, const struct sides *sides,
                          struct pst_outcome *out)
{
  enum pst_relation relation = sides->node->compare.relation;
  bool equal = pst_text_equal(sides->left.text, sides->right.text);

  if (relation != PST_IS_EQUAL && relation != PST_IS_NOT_EQUAL
      && (pst_evaluator_mixed(evaluator, &sides->left)
          || pst_evaluator_mixed(evaluator, &sides->right)))
    return false;
  if (relation != PST_IS_EQUAL && relation != PST_IS_NOT_EQUAL)
    return pst_evaluator_fail(evaluator, sides->node->place,
                              "texts have no order; write date(...) for a date");
  *out = (struct pst_outcome){.severity = PST_SEVERITY_VALUE};
  out->truth = equal == (relation == PST_IS_EQUAL) ? PST_TRUTH_YES : PST_TRUTH_NO;
  if (sides->left.no_text || sides->right.no_text)
    out->truth = PST_TRUTH_MISSING;
  if (evaluator->explain && !evaluator->quiet)
    pst_tell_line(
        evaluator, "%s: %s; %s: %s", pst_tell_source(evaluator, sides->node->arguments[0]),
        sides->left.no_text ? "missing" : pst_source_copy(evaluator->source, sides->left.text),
        pst_tell_source(evaluator, sides->node->arguments[1]),
        sides->right.no_text ? "missing" : pst_source_copy(evaluator->source, sides->right.text));
  return true;
}

/* Every member of A is one of B.  "no" is the least and settles it; a few members are told. */
static enum pst_truth subset(struct pst_evaluator *evaluator, const struct pst_claim_value *a,
                             const struct pst_key_index *b)
{
  enum { TOLD_MOST = 20 };
  bool tell = evaluator->explain && !evaluator->quiet;
  enum pst_truth truth = PST_TRUTH_YES;
  size_t told = 0;

  for (size_t i = 0; i < a->count; i++) {
    enum pst_truth there = pst_key_index_member(b, &a->items[i].key);

    there = pst_truth_or(pst_truth_not(a->items[i].member), there);
    if (there != PST_TRUTH_YES && tell && told++ < TOLD_MOST)
      pst_tell_line(evaluator, "%s is in one of the sets only",
                    pst_tell_key(evaluator, &a->items[i].key));
    truth = pst_truth_and(truth, there);
    if (truth == PST_TRUTH_NO && (!tell || told >= TOLD_MOST))
      break;
  }
  return truth;
}

static bool compare_sets(struct pst_evaluator *evaluator, const struct sides *sides,
                         struct pst_outcome *out)
{
  enum pst_relation relation = sides->node->compare.relation;
  const struct pst_claim_value *left = &sides->left, *right = &sides->right;
  struct pst_arena *arena = evaluator->exact.arena;
  struct pst_key_index in_left, in_right;

  if (relation != PST_IS_EQUAL && relation != PST_IS_NOT_EQUAL)
    return pst_evaluator_fail(evaluator, sides->node->place, "sets are compared with = and !=");
  if (!pst_want_keys(evaluator, sides->node->place, &sides->left)
      || !pst_want_keys(evaluator, sides->node->place, &sides->right))
    return false;
  if (!pst_key_index_make(&in_left, arena, left->items, left->count)
      || !pst_key_index_make(&in_right, arena, right->items, right->count))
    return pst_evaluator_memory(evaluator);
  if (evaluator->explain && !evaluator->quiet)
    pst_tell_line(evaluator, "%s: %zu member%s; %s: %zu member%s",
                  pst_tell_source(evaluator, sides->node->arguments[0]), left->count,
                  left->count == 1 ? "" : "s",
                  pst_tell_source(evaluator, sides->node->arguments[1]), right->count,
                  right->count == 1 ? "" : "s");
  *out = (struct pst_outcome){.severity = PST_SEVERITY_CONCLUSION};
  out->truth =
      pst_truth_and(subset(evaluator, left, &in_right), subset(evaluator, right, &in_left));
  if (relation == PST_IS_NOT_EQUAL)
    out->truth = pst_truth_not(out->truth);
  return true;
}

/* What stands beside a lone literal is told in its scale: 100000 EUR is no 0.1 million EUR. */
static void tell_in_scale(const struct pst_syntax *literal, const struct pst_claim_value *reported,
                          struct pst_unit *unit)
{
  if (literal != NULL && literal->number.has_unit)
    unit->scale = reported->unit.scale;
}

/* A bare exact 0 needs no unit: a slope of so many EUR a year is > 0. */
static void lend_unit(struct sides *sides)
{
  struct pst_claim_value *reported = sides->reported_left ? &sides->left : &sides->right;
  const struct pst_claim_value *computed = sides->reported_left ? &sides->right : &sides->left;

  if (sides->literal != NULL && !sides->literal->number.has_unit
      && pst_rational_sign(sides->literal->number.value) == 0
      && computed->unit.kind != PST_UNIT_DATE)
    reported->unit = computed->unit;
}

/* --- = and the orders --------------------------------------------------------------------------- */

bool pst_evaluate_compare(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct pst_variable *variables, struct pst_outcome *out)
{
  enum pst_relation relation = node->compare.relation;
  bool equal = relation == PST_IS_EQUAL || relation == PST_IS_NOT_EQUAL;
  bool printed = equal && !node->compare.exactly, top = evaluator->top;
  struct sides sides = {.node = node};
  struct pst_comparison comparison;

  evaluator->top = false;
  if (!read_side(evaluator, node->arguments[0], variables, printed, &sides.left,
                 &sides.left_missing)
      || !read_side(evaluator, node->arguments[1], variables, printed, &sides.right,
                    &sides.right_missing))
    return false;
  if (sides.left.kind == PST_CLAIM_VALUE_TEXT && sides.right.kind == PST_CLAIM_VALUE_TEXT)
    return compare_texts(evaluator, &sides, out);
  if (sides.left.kind == PST_CLAIM_VALUE_SET && sides.right.kind == PST_CLAIM_VALUE_SET)
    return compare_sets(evaluator, &sides, out);
  if (mixed_sides(evaluator, &sides.left, &sides.right))
    return false;
  if (sides.left.kind != PST_CLAIM_VALUE_NUMBER || sides.right.kind != PST_CLAIM_VALUE_NUMBER)
    return pst_evaluator_fail(evaluator, node->place,
                              "only two numbers, two texts or two sets can be compared");
  sides.literal = pst_literal(node->arguments[1]);
  if (sides.literal == NULL) {
    sides.literal = pst_literal(node->arguments[0]);
    sides.reported_left = sides.literal != NULL;
  }
  if (!printed)
    lend_unit(&sides);
  if (!align(evaluator, node->place, &sides.left, &sides.right, &sides.unit))
    return false;
  tell_in_scale(sides.literal, sides.reported_left ? &sides.left : &sides.right, &sides.unit);
  if (sides.reported_left && equal) {
    if (!pst_compare_numbers(evaluator, sides.right.number, relation, sides.left.number,
                             &comparison))
      return false;
    struct pst_range swap = comparison.a;

    comparison.a = comparison.b;
    comparison.b = swap;
  } else if (!pst_compare_numbers(evaluator, sides.left.number, relation, sides.right.number,
                                  &comparison)) {
    return false;
  }
  *out = comparison.outcome;
  if (out->truth == PST_TRUTH_NO && relation == PST_IS_EQUAL)
    out->severity = sides.reported_left
                        ? severity_of(evaluator, &sides, &comparison.a, &comparison.b)
                        : severity_of(evaluator, &sides, &comparison.b, &comparison.a);
  if (out->truth == PST_TRUTH_NO && relation == PST_IS_NOT_EQUAL)
    out->severity = PST_SEVERITY_VALUE;
  tell(evaluator, &sides, &comparison, top);
  return true;
}

/* --- about -------------------------------------------------------------------------------------- */

/* How far from TARGET it may be: 5 %, X % of it, or an amount. */
static const struct pst_number *tolerance(struct pst_evaluator *evaluator,
                                          const struct pst_syntax *node,
                                          const struct pst_variable *variables,
                                          const struct pst_claim_value *target)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_claim_value within = {.kind = PST_CLAIM_VALUE_NUMBER, .unit.kind = PST_UNIT_PERCENT};
  const struct pst_syntax *literal = node->count > 2 ? pst_literal(node->arguments[2]) : NULL;
  const struct pst_number *share;
  int times_a, times_b;
  bool zero = false;
  struct pst_error error;

  pst_error_clear(&error);
  if (node->count == 2) {
    within.number = pst_number_point(exact, pst_rational_whole(5));
  } else if (literal != NULL) {
    if (!pst_literal_value(evaluator, literal, false, &within))
      return NULL;
  } else if (!pst_evaluate_number(evaluator, node->arguments[2], variables, &within)) {
    return NULL;
  }
  if (within.unit.kind == PST_UNIT_PERCENT) {
    share = pst_number_binary(exact, PST_NUMBER_DIVIDE, within.number,
                              pst_number_point(exact, pst_rational_whole(100)), &zero);
    return pst_number_binary(exact, PST_NUMBER_MULTIPLY, share,
                             pst_number_abs(exact, target->number), &zero);
  }
  if (within.unit.kind == PST_UNIT_POINTS && target->unit.kind == PST_UNIT_PERCENT)
    return within.number;
  if (within.unit.kind == PST_UNIT_PLAIN && target->unit.kind == PST_UNIT_DATE)
    return within.number;
  if (!pst_unit_compare(&within.unit, &target->unit, &times_a, &times_b, &error)) {
    pst_evaluator_fail_unit(evaluator, node->arguments[2]->at, &error);
    return NULL;
  }
  return within.number;
}

static void tell_about(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_claim_value *value, const struct pst_claim_value *target,
                       const struct pst_number *distance, const struct pst_unit *unit,
                       const struct pst_missing *missing, bool top)
{
  const char *text;
  struct pst_exact *exact = &evaluator->exact;
  struct pst_range a, b, margin, low, high;

  if (!evaluator->explain || evaluator->quiet)
    return;
  a = pst_number_range(exact, value->number, NULL);
  b = pst_number_range(exact, target->number, NULL);
  margin = pst_number_range(exact, distance, NULL);
  low = pst_range_subtract(exact, &b, &margin);
  high = pst_range_add(exact, &b, &margin);
  b = (struct pst_range){low.low, high.high};
  text = tell_side(evaluator, value, missing, &a, unit);
  if (top) {
    evaluator->computed = pst_tell_side(evaluator, &a, value->number->has_printed,
                                        value->number->printed, unit, text);
    evaluator->reported = pst_tell_side(
        evaluator, &b, target->number->has_printed, target->number->printed, unit,
        pst_literal(node->arguments[1]) != NULL ? pst_tell_source(evaluator, node->arguments[1])
                                                : NULL);
    evaluator->relation = "= about";
  }
  pst_tell_line(evaluator, "%s: %s; about %s is %s", pst_tell_source(evaluator, node->arguments[0]),
                text, pst_tell_source(evaluator, node->arguments[1]),
                pst_tell_quantity(evaluator, &b, false, pst_rational_whole(0), unit));
}

/* About is an equality, though it is decided as an order: its tie end is a value it may have. */
static bool saved_by_tie(const struct pst_range *excess)
{
  return excess->low.infinite == 0 && excess->low.kind == PST_LIMIT_TIE
         && pst_rational_sign(excess->low.value) == 0;
}

bool pst_evaluate_about(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_exact *exact = &evaluator->exact;
  const struct pst_number *difference, *distance;
  struct pst_claim_value value, target;
  struct pst_missing missing, unused;
  struct pst_comparison comparison;
  struct pst_unit unit;
  bool zero = false, top = evaluator->top;

  evaluator->top = false;
  if (!read_side(evaluator, node->arguments[0], variables, true, &value, &missing)
      || !read_side(evaluator, node->arguments[1], variables, false, &target, &unused))
    return false;
  if (pst_evaluator_mixed(evaluator, &value) || pst_evaluator_mixed(evaluator, &target))
    return false;
  if (value.kind != PST_CLAIM_VALUE_NUMBER || target.kind != PST_CLAIM_VALUE_NUMBER)
    return pst_evaluator_fail(evaluator, node->place, "about stands between two numbers");
  if (!align(evaluator, node->place, &value, &target, &unit))
    return false;
  tell_in_scale(pst_literal(node->arguments[1]), &target, &unit);
  distance = tolerance(evaluator, node, variables, &target);
  if (distance == NULL)
    return evaluator->failed ? false : pst_evaluator_memory(evaluator);
  if (pst_range_sign(&distance->range, PST_IS_LESS) == PST_TRUTH_YES)
    return pst_evaluator_fail(evaluator, node->arguments[2]->at,
                              "within takes a distance, which is not below 0");
  difference = pst_number_binary(exact, PST_NUMBER_SUBTRACT, value.number, target.number, &zero);
  difference = pst_number_abs(exact, difference);
  if (difference == NULL)
    return pst_evaluator_memory(evaluator);
  if (!pst_compare_numbers(evaluator, difference, PST_IS_AT_MOST, distance, &comparison))
    return false;
  *out = comparison.outcome;
  out->severity = PST_SEVERITY_VALUE;
  if (out->truth == PST_TRUTH_NO && saved_by_tie(&comparison.difference))
    out->truth = PST_TRUTH_UNDECIDED;
  if (out->truth == PST_TRUTH_UNDECIDED && difference->has_printed && distance->has_printed
      && pst_rational_compare(difference->printed, distance->printed) <= 0) {
    out->truth = PST_TRUTH_YES;
    out->as_printed = true;
  }
  tell_about(evaluator, node, &value, &target, distance, &unit, &missing, top);
  return true;
}
