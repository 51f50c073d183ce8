/* evaluate.c -- any expression of a claim to its value, by the kind of its node. */
#include "claim/evaluate/evaluate.h"

#include "claim/data/key_index.h"

/* Steps whose memory is held; how deep lets may call each other. */
enum { HELD_MOST = 2000000, DEPTH_MOST = 2000, SPAN_MOST = 1000000 };

/* --- kinds -------------------------------------------------------------------------------------- */

static const char *kind_name(const struct pst_claim_value *value)
{
  switch (value->kind) {
  case PST_CLAIM_VALUE_NUMBER:
    return "a number";
  case PST_CLAIM_VALUE_TEXT:
    return "a text";
  case PST_CLAIM_VALUE_SET:
    return "a set";
  case PST_CLAIM_VALUE_SERIES:
    return "a series";
  case PST_CLAIM_VALUE_TRUTH:
    break;
  }
  return "a test";
}

static bool want(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_claim_value *value, const char *wanted)
{
  return pst_evaluator_fail(evaluator, node->at, "this is %s where %s is needed", kind_name(value),
                            wanted);
}

bool pst_evaluate_test(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_claim_value value;

  if (!pst_evaluate(evaluator, node, variables, &value))
    return false;
  if (value.kind != PST_CLAIM_VALUE_TRUTH)
    return want(evaluator, node, &value, "a test, such as a = b,");
  *out = value.outcome;
  return true;
}

bool pst_evaluate_number(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_claim_value *out)
{
  if (!pst_evaluate(evaluator, node, variables, out))
    return false;
  if (out->kind == PST_CLAIM_VALUE_NUMBER)
    return true;
  return out->kind == PST_CLAIM_VALUE_TEXT && pst_evaluator_mixed(evaluator, out)
             ? false
             : want(evaluator, node, out, "a number");
}

bool pst_evaluate_many(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, bool series,
                       struct pst_claim_value *out)
{
  if (!pst_evaluate(evaluator, node, variables, out))
    return false;
  if (out->kind == (series ? PST_CLAIM_VALUE_SERIES : PST_CLAIM_VALUE_SET))
    return true;
  if (!series && out->kind == PST_CLAIM_VALUE_SERIES)
    return pst_evaluator_fail(evaluator, node->at,
                              "this is a series where a set is needed; write keys(...)");
  return want(evaluator, node, out, series ? "a series, a cell with one open index," : "a set");
}

/* --- literals ----------------------------------------------------------------------------------- */

/* Inside arithmetic a bare whole number is exact. */
static bool literal_inside(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                           struct pst_claim_value *out)
{
  return pst_literal_value(evaluator, node, !node->number.is_integer || node->number.has_unit, out);
}

/* --- sets --------------------------------------------------------------------------------------- */

static bool evaluate_span(struct pst_evaluator *evaluator, const struct pst_syntax *node,
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
    return want(evaluator, node, value, "a number or a text");
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

/* A literal that stands in the list before is a slip. */
static bool refuse_twice(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_item *items)
{
  struct pst_arena *arena = evaluator->exact.arena;
  struct pst_item *literals = pst_arena_array(arena, node->count, sizeof *literals);
  struct pst_key_index index;
  size_t count = 0;

  for (size_t i = 0; literals != NULL && i < node->count; i++) {
    enum pst_syntax_kind kind = node->arguments[i]->kind;

    if ((kind == PST_SYNTAX_TEXT || kind == PST_SYNTAX_NUMBER)
        && !(items[i].key.is_number && items[i].key.number == INT64_MIN))
      literals[count++] = items[i];
  }
  if (literals == NULL || !pst_key_index_make(&index, arena, literals, count))
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < count; i++)
    if (pst_key_index_find(&index, &literals[i].key) != &literals[i])
      return pst_evaluator_fail(evaluator, node->arguments[(size_t)literals[i].position]->at,
                                "this member stands in the set twice");
  return true;
}

static bool evaluate_list(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct pst_variable *variables, struct pst_claim_value *out)
{
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_SET, .count = node->count};
  out->items = pst_arena_array(evaluator->exact.arena, node->count, sizeof *out->items);
  if (out->items == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < node->count; i++) {
    const struct pst_syntax *member = node->arguments[i];
    struct pst_claim_value value;

    if (!pst_evaluate(evaluator, member, variables, &value))
      return false;
    out->items[i] =
        (struct pst_item){.position = (double)i, .member = PST_TRUTH_YES, .row = PST_NO_ROW};
    if (!item_of(evaluator, member, &value, &out->items[i]))
      return false;
    if (i == 0)
      out->unit = value.unit;
    if (value.kind == PST_CLAIM_VALUE_TEXT && out->items[0].number != NULL
        && pst_evaluator_mixed(evaluator, &value))
      return false;
    if ((out->items[i].number == NULL) != (out->items[0].number == NULL))
      return pst_evaluator_fail(evaluator, member->at, "a set holds numbers or texts, not both");
    if (value.kind == PST_CLAIM_VALUE_NUMBER && !pst_unit_same(&value.unit, &out->unit))
      return pst_evaluator_fail(evaluator, member->at, "the numbers of a set have one unit");
  }
  return refuse_twice(evaluator, node, out->items);
}

/* --- arithmetic --------------------------------------------------------------------------------- */

static const struct pst_number *per_cent(struct pst_evaluator *evaluator,
                                         const struct pst_number *number)
{
  bool zero = false;

  return pst_number_binary(&evaluator->exact, PST_NUMBER_DIVIDE, number,
                           pst_number_point(&evaluator->exact, pst_rational_whole(100)), &zero);
}

static bool combine(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_claim_value *a, const struct pst_claim_value *b,
                    struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  bool zero = false, percent = false, good;
  enum pst_number_kind kind;
  struct pst_error error;

  pst_error_clear(&error);
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_NUMBER};
  if (node->kind == PST_SYNTAX_MULTIPLY) {
    good = pst_unit_multiply(&a->unit, &b->unit, &out->unit, &percent, &error);
    kind = PST_NUMBER_MULTIPLY;
  } else if (node->kind == PST_SYNTAX_DIVIDE) {
    good = pst_unit_divide(&a->unit, &b->unit, &out->unit, &error);
    kind = PST_NUMBER_DIVIDE;
  } else {
    bool minus = node->kind == PST_SYNTAX_SUBTRACT;

    good = pst_unit_add(&a->unit, &b->unit, minus, &out->unit, &error);
    kind = minus ? PST_NUMBER_SUBTRACT : PST_NUMBER_ADD;
  }
  if (!good)
    return pst_evaluator_fail_unit(evaluator, node->place, &error);
  out->number = pst_number_binary(exact, kind, a->number, b->number, &zero);
  if (zero && pst_range_is_point(&b->number->range))
    return pst_evaluator_fail(evaluator, node->place, "the divisor is 0");
  if (zero)
    return pst_evaluator_fail(evaluator, node->place, "the divisor %s holds 0",
                              pst_tell_number(evaluator, b->number, &b->unit));
  if (percent && out->number != NULL)
    out->number = per_cent(evaluator, out->number);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

static bool evaluate_binary(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                            const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_claim_value a, b;

  return pst_evaluate_number(evaluator, node->arguments[0], variables, &a)
         && pst_evaluate_number(evaluator, node->arguments[1], variables, &b)
         && combine(evaluator, node, &a, &b, out);
}

static bool evaluate_negate(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                            const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_number *zero = pst_number_point(&evaluator->exact, pst_rational_whole(0));
  bool holds_zero = false;

  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, out))
    return false;
  if (out->unit.kind == PST_UNIT_DATE)
    return pst_evaluator_fail(evaluator, node->at, "a date has no opposite");
  out->number =
      pst_number_binary(&evaluator->exact, PST_NUMBER_SUBTRACT, zero, out->number, &holds_zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* --- names -------------------------------------------------------------------------------------- */

static bool evaluate_name(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_variable *variable = variables;

  if (node->let != NULL) {
    if (node->let->body != NULL)
      return pst_evaluate(evaluator, node->let->body, NULL, out);
    return pst_evaluator_blame(evaluator, node->let->error);
  }
  while (variable != NULL && !pst_text_equal(variable->name, node->text))
    variable = variable->outer;
  if (variable == NULL) {
    evaluator->failed = true;
    return false;
  }
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_TEXT,
                                  .text = variable->item->key.text,
                                  .period = variable->item->key.period,
                                  .table = SIZE_MAX};
  if (variable->item->number == NULL && !variable->item->key.is_number)
    return true;
  out->kind = PST_CLAIM_VALUE_NUMBER;
  out->number = variable->item->row == PST_NO_ROW ? variable->item->number : NULL;
  if (out->number == NULL)
    out->number =
        pst_number_point(&evaluator->exact, pst_rational_whole(variable->item->key.number));
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* --- and, or, not ------------------------------------------------------------------------------- */

static enum pst_severity worse(const struct pst_outcome *a, const struct pst_outcome *b)
{
  enum pst_severity left = a->truth == PST_TRUTH_NO ? a->severity : PST_SEVERITY_NONE;
  enum pst_severity right = b->truth == PST_TRUTH_NO ? b->severity : PST_SEVERITY_NONE;

  return left > right ? left : right;
}

static bool evaluate_logic(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                           const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_outcome a, b;
  bool both = node->kind == PST_SYNTAX_AND;

  evaluator->top = false;
  if (!pst_evaluate_test(evaluator, node->arguments[0], variables, &a)
      || !pst_evaluate_test(evaluator, node->arguments[1], variables, &b))
    return false;
  out->truth = both ? pst_truth_and(a.truth, b.truth) : pst_truth_or(a.truth, b.truth);
  out->wide = a.wide || b.wide;
  out->open = a.open | b.open;
  out->severity = worse(&a, &b);
  if (both)
    out->as_printed = a.as_printed || b.as_printed;
  else /* one side that is verified is enough */
    out->as_printed =
        (a.truth != PST_TRUTH_YES || a.as_printed) && (b.truth != PST_TRUTH_YES || b.as_printed);
  out->as_printed = out->as_printed && out->truth == PST_TRUTH_YES;
  return true;
}

static bool evaluate_not(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_outcome a;

  evaluator->top = false;
  if (!pst_evaluate_test(evaluator, node->arguments[0], variables, &a))
    return false;
  *out = (struct pst_outcome){.truth = pst_truth_not(a.truth),
                              .wide = a.wide,
                              .open = a.open,
                              .severity = PST_SEVERITY_CONCLUSION};
  if (a.as_printed) /* what holds as printed only is not proven */
    out->truth = PST_TRUTH_UNDECIDED;
  return true;
}

/* --- all of it ---------------------------------------------------------------------------------- */

static bool evaluate_truth(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                           const struct pst_variable *variables, struct pst_outcome *out)
{
  switch (node->kind) {
  case PST_SYNTAX_COMPARE:
    return pst_evaluate_compare(evaluator, node, variables, out);
  case PST_SYNTAX_ABOUT:
    return pst_evaluate_about(evaluator, node, variables, out);
  case PST_SYNTAX_IN:
    return pst_evaluate_in(evaluator, node, variables, out);
  case PST_SYNTAX_DIRECTION:
    return pst_evaluate_direction(evaluator, node, variables, out);
  case PST_SYNTAX_QUANTIFIER:
    return pst_evaluate_quantifier(evaluator, node, variables, out);
  case PST_SYNTAX_NOT:
    return evaluate_not(evaluator, node, variables, out);
  default:
    break;
  }
  return evaluate_logic(evaluator, node, variables, out);
}

static bool evaluate(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_variable *variables, struct pst_claim_value *out)
{
  switch (node->kind) {
  case PST_SYNTAX_NUMBER:
    return literal_inside(evaluator, node, out);
  case PST_SYNTAX_TEXT:
    *out = (struct pst_claim_value){
        .kind = PST_CLAIM_VALUE_TEXT, .text = node->text, .table = SIZE_MAX};
    return true;
  case PST_SYNTAX_NAME:
    return evaluate_name(evaluator, node, variables, out);
  case PST_SYNTAX_SPAN:
    return evaluate_span(evaluator, node, out);
  case PST_SYNTAX_CELL:
    return pst_evaluate_cell(evaluator, node, variables, out);
  case PST_SYNTAX_CALL:
    return pst_evaluate_call(evaluator, node, variables, out);
  case PST_SYNTAX_SUCH:
    return pst_evaluate_such(evaluator, node, variables, out);
  case PST_SYNTAX_LIST:
    return evaluate_list(evaluator, node, variables, out);
  case PST_SYNTAX_SERIES:
    return pst_evaluate_series(evaluator, node, variables, out);
  case PST_SYNTAX_ADD:
  case PST_SYNTAX_SUBTRACT:
  case PST_SYNTAX_MULTIPLY:
  case PST_SYNTAX_DIVIDE:
    return evaluate_binary(evaluator, node, variables, out);
  case PST_SYNTAX_EXCEPT:
    return pst_evaluate_except(evaluator, node, variables, out);
  case PST_SYNTAX_NEGATE:
    return evaluate_negate(evaluator, node, variables, out);
  case PST_SYNTAX_EVERY:
    return pst_evaluator_fail(evaluator, node->at, "* stands only for an index");
  default:
    break;
  }
  out->kind = PST_CLAIM_VALUE_TRUTH;
  return evaluate_truth(evaluator, node, variables, &out->outcome);
}

bool pst_evaluate(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                  const struct pst_variable *variables, struct pst_claim_value *out)
{
  bool good;

  *out = (struct pst_claim_value){.table = SIZE_MAX};
  if (evaluator->failed)
    return false;
  if (++evaluator->steps > evaluator->steps_most || ++evaluator->held > HELD_MOST)
    return pst_evaluator_fail(evaluator, node->at, "this check takes too many steps");
  if (evaluator->depth >= DEPTH_MOST)
    return pst_evaluator_fail(evaluator, node->at, "lets are nested too deep");
  evaluator->depth++;
  good = evaluate(evaluator, node, variables, out);
  evaluator->depth--;
  return good;
}
