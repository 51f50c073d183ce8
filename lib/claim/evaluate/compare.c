/* compare.c -- = and the orders between two numbers, texts or sets, with what is told of them. */
#include "claim/data/key_index.h"
#include "claim/evaluate/sides.h"

/* --- the two sides ------------------------------------------------------------------------------ */

struct sides {
  const struct pst_syntax *node;
  struct pst_claim_value left, right;
  const struct pst_syntax *literal; /* a lone literal on the reported side, or NULL */
  bool reported_left;               /* else the right side is what is reported */
  struct pst_unit unit;             /* what both are compared in */
  struct pst_missing left_missing, right_missing;
};

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

/* 100 % - x */
static bool is_rest(const struct pst_syntax *node)
{
  const struct pst_syntax *all = node->kind == PST_SYNTAX_SUBTRACT ? node->arguments[0] : NULL;

  return all != NULL && all->kind == PST_SYNTAX_NUMBER && all->number.unit.kind == PST_UNIT_PERCENT
         && pst_rational_compare(all->number.value, pst_rational_whole(100)) == 0;
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
static const char *const turned[] = {"=",  "!=", ">",
                                     ">=", "<",  "<="}; /* seen from the other side */

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
  computed_text = pst_side_tell(evaluator, computed,
                                sides->reported_left ? &sides->right_missing : &sides->left_missing,
                                range, &computed_unit);
  reported_text = pst_side_tell(evaluator, reported,
                                sides->reported_left ? &sides->left_missing : &sides->right_missing,
                                other, &reported_unit);
  if (top) {
    evaluator->computed = pst_tell_side(evaluator, range, computed->number->has_printed,
                                        computed->number->printed, &computed_unit, computed_text);
    evaluator->reported =
        pst_tell_side(evaluator, other, reported->number->has_printed, reported->number->printed,
                      &reported_unit, literal != NULL ? literal : reported_text);
    evaluator->relation = sides->reported_left ? turned[sides->node->compare.relation]
                                               : signs[sides->node->compare.relation];
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
  const struct pst_key_value left = pst_text_key(&sides->left), right = pst_text_key(&sides->right);
  bool equal = pst_key_equal(&left, &right);

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
  if (!pst_side_read(evaluator, node->arguments[0], variables, printed, &sides.left,
                     &sides.left_missing)
      || !pst_side_read(evaluator, node->arguments[1], variables, printed, &sides.right,
                        &sides.right_missing))
    return false;
  if (sides.left.kind == PST_CLAIM_VALUE_TEXT && sides.right.kind == PST_CLAIM_VALUE_TEXT)
    return compare_texts(evaluator, &sides, out);
  if (sides.left.kind == PST_CLAIM_VALUE_SET && sides.right.kind == PST_CLAIM_VALUE_SET)
    return compare_sets(evaluator, &sides, out);
  if (pst_sides_mixed(evaluator, &sides.left, &sides.right))
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
  if ((is_rest(node->arguments[0]) && sides.right.unit.kind == PST_UNIT_PERCENT)
      || (is_rest(node->arguments[1]) && sides.left.unit.kind == PST_UNIT_PERCENT))
    return pst_evaluator_fail(evaluator, node->place,
                              "a difference of percentages is in %%p; what is left of 100 %% is "
                              "complement(...), in %%");
  if (!pst_sides_align(evaluator, node->place, &sides.left, &sides.right, &sides.unit))
    return false;
  pst_sides_tell_in_scale(sides.literal, sides.reported_left ? &sides.left : &sides.right,
                          &sides.unit);
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
  if (pst_side_is_rank(node->arguments[0]) || pst_side_is_rank(node->arguments[1]))
    out->severity = PST_SEVERITY_CONCLUSION;
  tell(evaluator, &sides, &comparison, top);
  return true;
}
