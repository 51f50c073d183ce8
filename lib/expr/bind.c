/* bind.c -- names and types of an expression: what each value on its stack will be. */
#include "expr/bind.h"

#include <assert.h>
#include <math.h>

static struct pst_operand *top(struct pst_binder *binder, size_t below)
{
  assert(below < binder->depth);
  return &binder->stack[binder->depth - 1 - below];
}

static enum pst_status push(struct pst_binder *binder, struct pst_operand operand)
{
  assert(binder->depth < PST_EXPR_STACK);
  binder->stack[binder->depth++] = operand;
  return PST_OK;
}

/* The COUNT operands on top become one of TYPE, made by INSTRUCTION. */
static enum pst_status replace(struct pst_binder *binder, size_t count,
                               const struct pst_instruction *instruction, enum pst_expr_type type)
{
  struct pst_operand result = {.type = type, .at = instruction->at};

  for (size_t i = 0; i < count; i++) {
    const struct pst_operand *operand = top(binder, i);

    result.at = operand->at < result.at ? operand->at : result.at;
    result.bounded |= operand->bounded || operand->type == PST_EXPR_BOUNDED;
  }
  if (type == PST_EXPR_NUMBER && result.bounded)
    result.type = PST_EXPR_BOUNDED;
  result.bounded &= type == PST_EXPR_TRUTH;
  binder->depth -= count;
  return push(binder, result);
}

static enum pst_status bind_column(struct pst_binder *binder, struct pst_instruction *leaf)
{
  const struct pst_expr_column *column = &binder->expr->names[leaf->name].column;
  struct pst_operand operand = {
      .type = column->type, .whole = column->whole, .at = leaf->at, .leaf = leaf};

  if (column->type == PST_EXPR_PERIOD)
    operand.period = column->period;
  operand.has_unit =
      column->has_unit && (column->type == PST_EXPR_NUMBER || column->type == PST_EXPR_BOUNDED);
  operand.unit = column->unit;
  return push(binder, operand);
}

/* The unit of what INSTRUCTION makes of COUNT numbers on top, into JOINT. */
static enum pst_status join_units(struct pst_binder *binder,
                                  const struct pst_instruction *instruction, size_t count,
                                  struct pst_operand *joint)
{
  struct pst_operand *last = top(binder, 0), *first = count > 1 ? top(binder, 1) : last;
  enum pst_status status;

  if (instruction->op == PST_OP_PLUS || instruction->op == PST_OP_ROUND
      || (instruction->op == PST_OP_APPLY
          && (instruction->function == PST_NEGATE || instruction->function == PST_ABS
              || instruction->function == PST_FLOOR || instruction->function == PST_CEIL))) {
    joint->has_unit = last->has_unit;
    joint->unit = last->unit;
    return PST_OK;
  }
  if (instruction->op == PST_OP_GROWTH) {
    joint->has_unit = true;
    joint->unit = (struct pst_unit){.kind = PST_UNIT_RATIO};
    return pst_units_join(binder, instruction, PST_UNITS_COMPARE, first, last, NULL);
  }
  if (instruction->op == PST_OP_OPERATE && instruction->operation != PST_POWER) {
    if (instruction->operation == PST_MULTIPLY || instruction->operation == PST_DIVIDE)
      return pst_units_product(binder, instruction->operation == PST_DIVIDE, first, last, joint);
    return pst_units_join(binder, instruction,
                          instruction->operation == PST_ADD        ? PST_UNITS_ADD
                          : instruction->operation == PST_SUBTRACT ? PST_UNITS_SUBTRACT
                                                                   : PST_UNITS_COMPARE,
                          first, last, joint);
  }
  status = pst_units_refuse(binder, instruction, first);
  return status != PST_OK ? status : pst_units_refuse(binder, instruction, last);
}

/* COUNT numbers make a number; the least or greatest of two periods of a kind is a period. */
static enum pst_status bind_numbers(struct pst_binder *binder, struct pst_instruction *instruction,
                                    size_t count)
{
  enum pst_period_kind kind = top(binder, 0)->period;
  bool keeps = instruction->op == PST_OP_PLUS
               || (instruction->op == PST_OP_OPERATE
                   && (instruction->operation == PST_MIN || instruction->operation == PST_MAX));
  bool looks_period = count == 2 && pst_bind_looks_period(binder, instruction);
  size_t end = looks_period ? top(binder, 0)->leaf->at + top(binder, 0)->leaf->size : 0;
  struct pst_operand joint = {.has_unit = false};
  enum pst_status status;

  for (size_t i = count; i-- > 0;) {
    status = pst_bind_numeric(binder, instruction, top(binder, i));
    if (status == PST_OK)
      status = pst_bind_no_product(binder, instruction, top(binder, i));
    if (status != PST_OK)
      return status;
    keeps &= top(binder, i)->type == PST_EXPR_PERIOD && top(binder, i)->period == kind;
  }
  status = join_units(binder, instruction, count, &joint);
  if (status != PST_OK)
    return status;
  replace(binder, count, instruction, keeps ? PST_EXPR_PERIOD : PST_EXPR_NUMBER);
  top(binder, 0)->period = keeps ? kind : PST_PERIOD_NONE;
  top(binder, 0)->looks_period = looks_period;
  top(binder, 0)->end = end;
  top(binder, 0)->has_unit = joint.has_unit;
  top(binder, 0)->unit = joint.unit;
  return PST_OK;
}

static enum pst_status need_test(struct pst_binder *binder,
                                 const struct pst_instruction *instruction,
                                 const struct pst_operand *operand)
{
  struct pst_text source = binder->expr->source;
  char subject[PST_DESCRIPTION_SIZE];

  if (operand->type == PST_EXPR_TRUTH)
    return PST_OK;
  pst_bind_subject(subject, binder, operand);
  return pst_expr_fail_at(binder->error, source, operand->at,
                          "%s, but %.*s takes tests, such as year >= 2000", subject,
                          (int)instruction->size, source.data + instruction->at);
}

static enum pst_status bind_truths(struct pst_binder *binder, struct pst_instruction *instruction,
                                   size_t count)
{
  for (size_t i = count; i-- > 0;) {
    enum pst_status status = need_test(binder, instruction, top(binder, i));

    if (status != PST_OK)
      return status;
  }
  return replace(binder, count, instruction, PST_EXPR_TRUTH);
}

static enum pst_status bind_compare(struct pst_binder *binder, struct pst_instruction *instruction)
{
  enum pst_status status = pst_bind_comparison(binder, instruction, instruction->relation,
                                               top(binder, 1), top(binder, 0));

  if (status == PST_OK)
    status = pst_units_join(binder, instruction, PST_UNITS_COMPARE, top(binder, 1), top(binder, 0),
                            NULL);
  return status == PST_OK ? replace(binder, 2, instruction, PST_EXPR_TRUTH) : status;
}

/* The distance: a share of the target, or an amount of its unit; %p of what is in %. */
static enum pst_status bind_distance(struct pst_binder *binder,
                                     const struct pst_instruction *instruction,
                                     struct pst_operand *target, struct pst_operand *distance)
{
  struct pst_operand as_points = *target;

  if (instruction->is_share)
    return PST_OK;
  as_points.leaf = NULL; /* it has its scale */
  if (distance->has_unit && distance->unit.kind == PST_UNIT_POINTS
      && target->unit.kind == PST_UNIT_PERCENT)
    as_points.unit.kind = PST_UNIT_POINTS;
  return pst_units_join(binder, instruction, PST_UNITS_COMPARE, &as_points, distance, NULL);
}

static enum pst_status bind_about(struct pst_binder *binder, struct pst_instruction *instruction)
{
  struct pst_operand *value = top(binder, 2), *target = top(binder, 1);
  enum pst_status status;

  for (size_t i = 0; i < 3; i++)
    if (top(binder, i)->type == PST_EXPR_TEXT || top(binder, i)->type == PST_EXPR_TRUTH)
      return pst_expr_fail_at(binder->error, binder->expr->source, instruction->at,
                              "about stands between two numbers");
  status = pst_units_join(binder, instruction, PST_UNITS_COMPARE, value, target, NULL);
  if (status == PST_OK)
    status = bind_distance(binder, instruction, value->has_unit ? value : target, top(binder, 0));
  return status == PST_OK ? replace(binder, 3, instruction, PST_EXPR_TRUTH) : status;
}

static enum pst_status bind_member(struct pst_binder *binder, struct pst_instruction *instruction)
{
  struct pst_operand value = *top(binder, instruction->depth);
  enum pst_status status;

  if (value.leaf != NULL
      && (value.leaf->op == PST_OP_TEXT || (value.leaf->op == PST_OP_NUMBER && value.has_unit)))
    value.leaf = NULL; /* one literal beside many members: it cannot turn into what suits one */
  status = pst_bind_comparison(binder, instruction, PST_IS_EQUAL, &value, top(binder, 0));
  if (status == PST_OK)
    status = pst_units_join(binder, instruction, PST_UNITS_COMPARE, &value, top(binder, 0), NULL);
  return status == PST_OK ? replace(binder, 2, instruction, PST_EXPR_TRUTH) : status;
}

static enum pst_status bind_range(struct pst_binder *binder, struct pst_instruction *instruction)
{
  const struct pst_operand *value = top(binder, instruction->depth);
  char subject[PST_DESCRIPTION_SIZE];

  if (value->type == PST_EXPR_TEXT || value->type == PST_EXPR_TRUTH) {
    pst_bind_subject(subject, binder, value);
    return pst_expr_fail_at(binder->error, binder->expr->source, instruction->at,
                            "%s and cannot be in a range of numbers", subject);
  }
  instruction->is_period = value->type == PST_EXPR_PERIOD;
  instruction->is_week = instruction->is_period && value->period == PST_PERIOD_WEEK;
  instruction->is_whole = value->whole;
  return push(binder, (struct pst_operand){.type = PST_EXPR_TRUTH, .at = instruction->at});
}

static enum pst_status bind_known(struct pst_binder *binder, struct pst_instruction *instruction)
{
  if (top(binder, 0)->type == PST_EXPR_TRUTH)
    return pst_expr_fail_at(binder->error, binder->expr->source, top(binder, 0)->at,
                            "this is a test; known takes a column or a value");
  return replace(binder, 1, instruction, PST_EXPR_TRUTH);
}

/* A test that a bound leaves undecided gives the hull of both branches. */
static enum pst_status bind_if(struct pst_binder *binder, struct pst_instruction *instruction)
{
  struct pst_operand *x = top(binder, 1), *y = top(binder, 0);
  enum pst_status status = need_test(binder, instruction, top(binder, 2));
  enum pst_period_kind kind = x->period;
  struct pst_operand joint = {.has_unit = false};

  if (status != PST_OK)
    return status;
  if (x->type == PST_EXPR_TEXT && y->type == PST_EXPR_TEXT)
    return replace(binder, 3, instruction, PST_EXPR_TEXT);
  if (x->type == PST_EXPR_TEXT || x->type == PST_EXPR_TRUTH || y->type == PST_EXPR_TEXT
      || y->type == PST_EXPR_TRUTH)
    return pst_expr_fail_at(binder->error, binder->expr->source, y->at,
                            "both values of if must be numbers, or both text");
  status = pst_units_join(binder, instruction, PST_UNITS_COMPARE, x, y, &joint);
  if (status != PST_OK)
    return status;
  if (x->type != PST_EXPR_PERIOD || y->type != PST_EXPR_PERIOD || y->period != kind
      || top(binder, 2)->bounded) {
    replace(binder, 3, instruction, PST_EXPR_NUMBER);
    top(binder, 0)->has_unit = joint.has_unit;
    top(binder, 0)->unit = joint.unit;
    return PST_OK;
  }
  replace(binder, 3, instruction, PST_EXPR_PERIOD);
  top(binder, 0)->period = kind;
  return PST_OK;
}

/* A text that is written out is read here, once. */
static enum pst_status bind_date(struct pst_binder *binder, struct pst_instruction *instruction)
{
  struct pst_operand *text = top(binder, 0);
  struct pst_instruction *leaf = text->leaf;
  struct pst_text source = binder->expr->source;
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double start;

  if (text->type != PST_EXPR_TEXT)
    return pst_expr_fail_at(binder->error, source, text->at,
                            "date takes a text, such as \"2020-05-17\"");
  if (leaf != NULL && leaf->op == PST_OP_TEXT) {
    if (!pst_period_parse(leaf->text, &kind, &start))
      return pst_expr_fail_at(binder->error, source, text->at,
                              "%.*s is not a period, such as 2020, 2020-05 or 2020-Q2",
                              (int)leaf->size, source.data + leaf->at);
    leaf->constant = pst_expr_number(start);
  }
  replace(binder, 1, instruction, PST_EXPR_PERIOD);
  top(binder, 0)->period = kind;
  return PST_OK;
}

static enum pst_status bind_year(struct pst_binder *binder, struct pst_instruction *instruction)
{
  if (top(binder, 0)->type != PST_EXPR_PERIOD)
    return pst_expr_fail_at(binder->error, binder->expr->source, top(binder, 0)->at,
                            "year takes a period; write year(date(...)) for a text");
  instruction->is_week = top(binder, 0)->period == PST_PERIOD_WEEK;
  return replace(binder, 1, instruction, PST_EXPR_NUMBER);
}

/* A text may have been a period when bound before. */
static enum pst_status bind_constant(struct pst_binder *binder, struct pst_instruction *leaf)
{
  struct pst_operand operand = {.type = PST_EXPR_NUMBER, .at = leaf->at, .leaf = leaf};

  leaf->constant = pst_expr_number(leaf->number);
  if (leaf->op == PST_OP_NUMBER)
    leaf->constant.digits = leaf->text;
  if (leaf->op == PST_OP_NUMBER && leaf->literal != NULL && leaf->literal->number.has_unit) {
    leaf->constant = pst_expr_number(pst_rational_to_double(leaf->literal->number.value));
    operand.has_unit = true;
    operand.unit = leaf->literal->number.unit;
    operand.unit.scale = 0; /* multiplied out */
  }
  if (leaf->op == PST_OP_TEXT) {
    operand.type = PST_EXPR_TEXT;
    leaf->constant = pst_expr_text(leaf->text);
  } else if (leaf->op == PST_OP_NO) {
    operand = (struct pst_operand){.type = PST_EXPR_TRUTH, .at = leaf->at};
    leaf->constant = (struct pst_expr_value){.kind = PST_EXPR_IS_TRUTH, .truth = PST_TRUTH_NO};
  }
  return push(binder, operand);
}

static enum pst_status bind_one(struct pst_binder *binder, struct pst_instruction *instruction)
{
  switch (instruction->op) {
  case PST_OP_NUMBER:
  case PST_OP_TEXT:
  case PST_OP_NO:
    return bind_constant(binder, instruction);
  case PST_OP_COLUMN:
    return bind_column(binder, instruction);
  case PST_OP_PLUS:
  case PST_OP_APPLY:
  case PST_OP_ROUND:
    return bind_numbers(binder, instruction, 1);
  case PST_OP_OPERATE:
  case PST_OP_GROWTH:
    return bind_numbers(binder, instruction, 2);
  case PST_OP_COMPARE:
    return bind_compare(binder, instruction);
  case PST_OP_ABOUT:
    return bind_about(binder, instruction);
  case PST_OP_MEMBER:
    return bind_member(binder, instruction);
  case PST_OP_RANGE:
    return bind_range(binder, instruction);
  case PST_OP_IN:
    return replace(binder, 2, instruction, PST_EXPR_TRUTH);
  case PST_OP_EXCEPT:
  case PST_OP_AND:
  case PST_OP_OR:
    return bind_truths(binder, instruction, 2);
  case PST_OP_NOT:
    return bind_truths(binder, instruction, 1);
  case PST_OP_KNOWN:
    return bind_known(binder, instruction);
  case PST_OP_IF:
    return bind_if(binder, instruction);
  case PST_OP_DATE:
    return bind_date(binder, instruction);
  case PST_OP_YEAR:
    break;
  }
  return bind_year(binder, instruction);
}

static enum pst_status refuse_name(const struct pst_expr *expr, const struct pst_expr_use *use,
                                   const struct pst_expr_names *names, struct pst_error *error)
{
  size_t near = pst_text_near(use->name, names->candidates, names->candidate_count);
  const char *candidate = near < names->candidate_count ? names->candidates[near] : NULL;

  if (candidate == NULL)
    return pst_expr_fail_at(
        error, expr->source, use->at, "'%.*s' is not a column; write \"%.*s\" if it is text",
        (int)use->name.size, use->name.data, (int)use->name.size, use->name.data);
  return pst_expr_fail_at(error, expr->source, use->at,
                          pst_scan_is_name(pst_text_of(candidate), PST_ROWS)
                              ? "'%.*s' is not a column; did you mean '%s'?"
                              : "'%.*s' is not a column; did you mean column(\"%s\")?",
                          (int)use->name.size, use->name.data, candidate);
}

enum pst_status pst_expr_check_names(struct pst_expr *expr, const struct pst_expr_names *names,
                                     struct pst_error *error)
{
  for (size_t i = 0; i < expr->name_count; i++) {
    struct pst_expr_use *use = &expr->names[i];

    use->column = (struct pst_expr_column){.index = 0};
    if (!names->find(names->context, use->name, &use->column))
      return refuse_name(expr, use, names, error);
  }
  return PST_OK;
}

enum pst_status pst_expr_bind(struct pst_expr *expr, const struct pst_expr_names *names,
                              struct pst_error *error)
{
  struct pst_binder binder = {.expr = expr, .error = error};
  enum pst_status found = pst_expr_check_names(expr, names, error);

  if (found != PST_OK)
    return found;
  for (size_t i = 0; i < expr->count; i++) {
    enum pst_status status = bind_one(&binder, &expr->program[i]);

    if (status != PST_OK)
      return status;
  }
  assert(binder.depth == 1);
  expr->type = top(&binder, 0)->type;
  expr->period = top(&binder, 0)->period;
  return PST_OK;
}
