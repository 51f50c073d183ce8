/* evaluate.c -- a bound expression on one row. */
#include <assert.h>
#include <float.h>
#include <math.h>

#include "expr/digits.h"
#include "expr/internal.h"

struct machine {
  const struct pst_expr *expr;
  pst_expr_cell *cell;
  void *context;
  struct pst_expr_value stack[PST_EXPR_STACK];
  size_t depth;
};

static struct pst_expr_value *top(struct machine *machine, size_t below)
{
  return &machine->stack[machine->depth - 1 - below];
}

static struct pst_expr_value truth(enum pst_truth truth)
{
  return (struct pst_expr_value){.kind = PST_EXPR_IS_TRUTH, .truth = truth};
}

static struct pst_expr_value missing_truth(enum pst_expr_reason reason)
{
  return (struct pst_expr_value){
      .kind = PST_EXPR_IS_TRUTH, .reason = reason, .truth = PST_TRUTH_MISSING};
}

static bool is_missing(const struct pst_expr_value *value)
{
  return value->kind == PST_EXPR_IS_MISSING;
}

/* A result that has no value is missing, and says why. */
static void settle(struct pst_expr_value *value, bool is_defined)
{
  if (!is_defined)
    *value = pst_expr_missing(PST_EXPR_UNDEFINED);
}

/* Nothing that is no number gets in: NaN and infinite points are undefined. */
static void push_cell(struct machine *machine, const struct pst_instruction *instruction)
{
  const struct pst_expr_column *column = &machine->expr->names[instruction->name].column;
  struct pst_expr_value *out = &machine->stack[machine->depth++];

  *out = pst_expr_missing(PST_EXPR_NO_CELL);
  machine->cell(machine->context, column->index, instruction->lag, out);
  if (out->kind == PST_EXPR_IS_NUMBER)
    settle(out, out->number.low < out->number.high
                    || (out->number.low == out->number.high && isfinite(out->number.low)));
  assert(is_missing(out) || (out->kind == PST_EXPR_IS_TEXT) == (column->type == PST_EXPR_TEXT));
}

/* The year of a period; a week, which begins on Monday, belongs to the year of its Thursday (ISO 8601),
   three and a half days on. */
static void take_year(const struct pst_instruction *instruction, struct pst_bounds *x)
{
  const struct pst_bounds to_thursday = pst_bounds_point(3.5 / 366);

  if (instruction->is_week)
    pst_bounds_operate(PST_ADD, x, &to_thursday, x);
  pst_bounds_apply(PST_FLOOR, x, x);
}

static void run_unary(struct machine *machine, const struct pst_instruction *instruction)
{
  struct pst_expr_value *x = top(machine, 0);
  double start;

  if (is_missing(x) || instruction->op == PST_OP_PLUS)
    return;
  x->digits.size = 0;
  if (instruction->op == PST_OP_APPLY)
    settle(x, pst_bounds_apply(instruction->function, &x->number, &x->number));
  else if (instruction->op == PST_OP_YEAR)
    take_year(instruction, &x->number);
  else if (instruction->op == PST_OP_ROUND)
    pst_bounds_round(&x->number, instruction->digits, &x->number);
  else if (x->kind == PST_EXPR_IS_TEXT) /* date; a text that is written out was read when bound */
    *x = pst_period_parse(x->text, NULL, &start) ? pst_expr_number(start)
                                                 : pst_expr_missing(PST_EXPR_UNDEFINED);
}

static void run_binary(struct machine *machine, const struct pst_instruction *instruction)
{
  struct pst_expr_value *a = top(machine, 1), *b = top(machine, 0);

  machine->depth--;
  a->digits.size = 0;
  if (is_missing(a))
    return;
  if (is_missing(b))
    *a = *b;
  else if (instruction->op == PST_OP_GROWTH)
    settle(a, pst_bounds_growth(&a->number, &b->number, &a->number));
  else
    settle(a, pst_bounds_operate(instruction->operation, &a->number, &b->number, &a->number));
}

/* A and B are the same double, and one is written with more digits than that tells apart: their order
   by the digits. */
static bool written_order(const struct pst_expr_value *a, const struct pst_expr_value *b,
                          int *order)
{
  bool is_long = a->digits.size > PST_DIGITS_OF_DOUBLE || b->digits.size > PST_DIGITS_OF_DOUBLE;

  return is_long && a->digits.size > 0 && b->digits.size > 0 && pst_bounds_is_point(&a->number)
         && pst_bounds_is_point(&b->number) && a->number.low == b->number.low
         && pst_digits_compare(a->digits, b->digits, a->number.low, order);
}

static enum pst_truth compare_numbers(const struct pst_expr_value *a, enum pst_relation relation,
                                      const struct pst_expr_value *b)
{
  struct pst_bounds x;
  const struct pst_bounds zero = pst_bounds_point(0);
  int order;

  if (!written_order(a, b, &order))
    return pst_truth_compare(&a->number, relation, &b->number);
  x = pst_bounds_point(order);
  return pst_truth_compare(&x, relation, &zero);
}

static struct pst_expr_value compare(const struct pst_expr_value *a, enum pst_relation relation,
                                     const struct pst_expr_value *b)
{
  if (is_missing(a))
    return missing_truth(a->reason);
  if (is_missing(b))
    return missing_truth(b->reason);
  if (a->kind == PST_EXPR_IS_NUMBER)
    return truth(compare_numbers(a, relation, b));
  return truth(pst_text_equal(a->text, b->text) == (relation == PST_IS_EQUAL) ? PST_TRUTH_YES
                                                                              : PST_TRUTH_NO);
}

/* |A - B| <= DISTANCE.  Doubles within a few units of their last place from it are at it: 1.05 is
   about 1 within 5 %. */
static enum pst_truth is_near(const struct pst_bounds *a, const struct pst_bounds *b,
                              struct pst_bounds distance, bool is_share)
{
  const struct pst_bounds hundred = pst_bounds_point(100);
  struct pst_bounds difference, size = *b;
  double largest;

  if (is_share
      && (!pst_bounds_apply(PST_ABS, b, &size)
          || !pst_bounds_operate(PST_MULTIPLY, &distance, &size, &distance)
          || !pst_bounds_operate(PST_DIVIDE, &distance, &hundred, &distance)))
    return PST_TRUTH_UNDECIDED;
  if (!pst_bounds_operate(PST_SUBTRACT, a, b, &difference)
      || !pst_bounds_apply(PST_ABS, &difference, &difference))
    return PST_TRUTH_UNDECIDED;
  largest = fmax(fmax(fabs(a->low), fabs(b->low)), fabs(distance.low));
  if (pst_bounds_is_point(&difference) && pst_bounds_is_point(&distance)
      && fabs(difference.low - distance.low) <= 4 * DBL_EPSILON * largest)
    return distance.low < 0 ? PST_TRUTH_NO : PST_TRUTH_YES;
  return pst_truth_compare(&difference, PST_IS_AT_MOST, &distance);
}

static void run_about(struct machine *machine, const struct pst_instruction *instruction)
{
  struct pst_expr_value *a = top(machine, 2), *b = top(machine, 1), *distance = top(machine, 0);
  const struct pst_expr_value *missing = is_missing(a)          ? a
                                         : is_missing(b)        ? b
                                         : is_missing(distance) ? distance
                                                                : NULL;

  machine->depth -= 2;
  *a = missing != NULL
           ? missing_truth(missing->reason)
           : truth(is_near(&a->number, &b->number, distance->number, instruction->is_share));
}

/* RESULT is the truth of A joined with B; a missing one says why. */
static void join(struct pst_expr_value *a, const struct pst_expr_value *b, enum pst_truth result)
{
  enum pst_expr_reason reason = a->truth == PST_TRUTH_MISSING ? a->reason : b->reason;

  *a = result == PST_TRUTH_MISSING ? missing_truth(reason) : truth(result);
}

static void run_member(struct machine *machine, const struct pst_instruction *instruction)
{
  const struct pst_expr_value *value = top(machine, instruction->depth);
  struct pst_expr_value equal = compare(value, PST_IS_EQUAL, top(machine, 0));
  struct pst_expr_value *found = top(machine, 1);

  machine->depth--;
  join(found, &equal, pst_truth_or(found->truth, equal.truth));
}

/* Is X among the whole numbers LOW..HIGH?  All its values must be whole for a yes. */
static enum pst_truth in_range(const struct pst_bounds *x, double low, double high, bool is_whole)
{
  const struct pst_bounds range = {low, high, false, false};
  struct pst_bounds common = range;

  if (!pst_bounds_meet(x, &range))
    return PST_TRUTH_NO;
  if (pst_bounds_is_point(x))
    return x->low == rint(x->low) ? PST_TRUTH_YES : PST_TRUTH_NO;
  if (x->low >= low) {
    common.low = x->low;
    common.low_open = x->low_open;
  }
  if (x->high <= high) {
    common.high = x->high;
    common.high_open = x->high_open;
  }
  if (!pst_bounds_whole(&common))
    return PST_TRUTH_NO;
  return is_whole && x->low >= low && x->high <= high ? PST_TRUTH_YES : PST_TRUTH_UNDECIDED;
}

static void run_range(struct machine *machine, const struct pst_instruction *instruction)
{
  const struct pst_expr_value *value = top(machine, instruction->depth);
  struct pst_expr_value *out = &machine->stack[machine->depth++];
  struct pst_bounds x;

  if (is_missing(value)) {
    *out = missing_truth(value->reason);
    return;
  }
  x = value->number;
  if (instruction->is_period)
    take_year(instruction, &x);
  *out = truth(in_range(&x, instruction->number, instruction->high,
                        instruction->is_whole || instruction->is_period));
}

/* and, or, except, and in, which only drops the value below. */
static void run_connective(struct machine *machine, const struct pst_instruction *instruction)
{
  struct pst_expr_value *a = top(machine, 1), *b = top(machine, 0);

  machine->depth--;
  if (instruction->op == PST_OP_IN)
    *a = *b;
  else if (instruction->op == PST_OP_AND)
    join(a, b, pst_truth_and(a->truth, b->truth));
  else if (instruction->op == PST_OP_OR)
    join(a, b, pst_truth_or(a->truth, b->truth));
  else
    join(a, b, pst_truth_and(a->truth, pst_truth_not(b->truth)));
}

static struct pst_expr_value either(const struct pst_expr_value *x, const struct pst_expr_value *y)
{
  struct pst_expr_value hull = *x;

  if (is_missing(x))
    return *x;
  if (is_missing(y))
    return *y;
  hull.digits.size = 0;
  if (x->kind == PST_EXPR_IS_NUMBER)
    pst_bounds_hull(&x->number, &y->number, &hull.number);
  else if (!pst_text_equal(x->text, y->text))
    return pst_expr_missing(PST_EXPR_UNDEFINED);
  return hull;
}

static void run_if(struct machine *machine)
{
  struct pst_expr_value *test = top(machine, 2), *x = top(machine, 1), *y = top(machine, 0);

  machine->depth -= 2;
  switch (test->truth) {
  case PST_TRUTH_YES:
    *test = *x;
    break;
  case PST_TRUTH_NO:
    *test = *y;
    break;
  case PST_TRUTH_UNDECIDED:
    *test = either(x, y);
    break;
  case PST_TRUTH_MISSING:
    *test = pst_expr_missing(test->reason);
    break;
  }
}

static void run(struct machine *machine, const struct pst_instruction *instruction)
{
  struct pst_expr_value *x;

  switch (instruction->op) {
  case PST_OP_NUMBER:
  case PST_OP_TEXT:
  case PST_OP_NO:
    machine->stack[machine->depth++] = instruction->constant;
    break;
  case PST_OP_COLUMN:
    push_cell(machine, instruction);
    break;
  case PST_OP_PLUS:
  case PST_OP_APPLY:
  case PST_OP_ROUND:
  case PST_OP_DATE:
  case PST_OP_YEAR:
    run_unary(machine, instruction);
    break;
  case PST_OP_OPERATE:
  case PST_OP_GROWTH:
    run_binary(machine, instruction);
    break;
  case PST_OP_COMPARE:
    x = top(machine, 1);
    *x = compare(x, instruction->relation, top(machine, 0));
    machine->depth--;
    break;
  case PST_OP_ABOUT:
    run_about(machine, instruction);
    break;
  case PST_OP_MEMBER:
    run_member(machine, instruction);
    break;
  case PST_OP_RANGE:
    run_range(machine, instruction);
    break;
  case PST_OP_EXCEPT:
  case PST_OP_IN:
  case PST_OP_AND:
  case PST_OP_OR:
    run_connective(machine, instruction);
    break;
  case PST_OP_NOT:
    x = top(machine, 0);
    x->truth = pst_truth_not(x->truth);
    break;
  case PST_OP_KNOWN:
    x = top(machine, 0);
    *x = truth(is_missing(x) ? PST_TRUTH_NO : PST_TRUTH_YES);
    break;
  case PST_OP_IF:
    run_if(machine);
    break;
  }
}

void pst_expr_evaluate(const struct pst_expr *expr, pst_expr_cell *cell, void *context,
                       struct pst_expr_value *out)
{
  struct machine machine;

  machine.expr = expr;
  machine.cell = cell;
  machine.context = context;
  machine.depth = 0;
  for (size_t i = 0; i < expr->count; i++)
    run(&machine, &expr->program[i]);
  *out = machine.stack[0];
}
