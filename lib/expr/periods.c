/* periods.c -- what stands beside a period: a text in its notation, a year, and what only looks like one. */
#include "expr/bind.h"

#include <math.h>
#include <stdio.h>

#include "interval/period/period_step.h"
#include "printed/meant.h"

enum { YEAR_LEAST = 1000, YEAR_MOST = 2999 };

/* The start of YEAR among periods of KIND; a week belongs to the year of its Thursday (ISO 8601). */
static double start_of(long year, enum pst_period_kind kind)
{
  char week[PST_PERIOD_SIZE];
  double start = (double)year;

  if (kind == PST_PERIOD_WEEK) {
    snprintf(week, sizeof week, "%04ld-W01", year);
    pst_period_parse(pst_text_of(week), NULL, &start);
  }
  return start;
}

/* Does a year say only what lies before it, and what does not? */
static bool is_part(enum pst_period_kind kind)
{
  return pst_period_fills_years(kind) || kind == PST_PERIOD_WEEK;
}

static bool splits(enum pst_relation relation)
{
  return relation == PST_IS_LESS || relation == PST_IS_AT_LEAST;
}

static enum pst_status refuse_kind(struct pst_binder *binder, const struct pst_operand *period,
                                   const struct pst_operand *literal, enum pst_period_kind kind)
{
  const struct pst_instruction *leaf = literal->leaf;
  struct pst_text source = binder->expr->source;
  char object[PST_DESCRIPTION_SIZE], advice[PST_DESCRIPTION_SIZE] = "", what[PST_DESCRIPTION_SIZE];
  struct pst_text name;

  pst_bind_object(object, binder, period);
  snprintf(what, sizeof what, kind == PST_PERIOD_NONE ? "no %s" : "a %s",
           pst_period_name(kind == PST_PERIOD_NONE ? period->period : kind));
  if (kind == PST_PERIOD_YEAR && is_part(period->period)) {
    name = period->leaf != NULL && period->leaf->op == PST_OP_COLUMN && period->leaf->lag == 0
               ? binder->expr->names[period->leaf->name].name
               : pst_text_of("...");
    snprintf(advice, sizeof advice, "; only < and >= can, or write year(%.*s)", (int)name.size,
             name.data);
  }
  return pst_expr_fail_at(binder->error, source, literal->at,
                          "%.*s is %s and cannot be compared with %s, a %s%s", (int)leaf->size,
                          source.data + leaf->at, what, object, pst_period_name(period->period),
                          advice);
}

static enum pst_status set_year(struct pst_binder *binder, const struct pst_operand *period,
                                enum pst_relation relation, struct pst_operand *literal, long year)
{
  if (!splits(relation))
    return refuse_kind(binder, period, literal, PST_PERIOD_YEAR);
  literal->leaf->constant = pst_expr_number(start_of(year, period->period));
  return PST_OK;
}

enum pst_status pst_bind_period_text(struct pst_binder *binder, const struct pst_operand *period,
                                     enum pst_relation relation, struct pst_operand *literal)
{
  struct pst_text source = binder->expr->source;
  struct pst_instruction *leaf = literal->leaf;
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double start = 0;

  if (!pst_period_meant(leaf->text, period->period, &kind, &start))
    return pst_expr_fail_at(binder->error, source, literal->at,
                            "%.*s is not a period, such as 2020, 2020-05 or 2020-Q2",
                            (int)leaf->size, source.data + leaf->at);
  literal->type = PST_EXPR_PERIOD;
  literal->period = kind;
  leaf->constant = pst_expr_number(start);
  if (period->period == PST_PERIOD_NONE || period->period == kind)
    return PST_OK;
  if (kind == PST_PERIOD_YEAR && is_part(period->period))
    return set_year(binder, period, relation, literal, (long)start);
  return refuse_kind(binder, period, literal, kind);
}

/* 201503 beside months, as their file writes them. */
static bool is_packed(const struct pst_operand *period, struct pst_operand *literal)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double start;

  if (literal->leaf->number <= YEAR_MOST
      || !pst_period_meant(literal->leaf->text, period->period, &kind, &start)
      || kind != period->period)
    return false;
  literal->leaf->constant = pst_expr_number(start);
  return true;
}

enum pst_status pst_bind_period_number(struct pst_binder *binder, const struct pst_operand *period,
                                       enum pst_relation relation, struct pst_operand *literal)
{
  double number = literal->leaf->number;

  if (!is_part(period->period) || literal->has_unit || is_packed(period, literal))
    return PST_OK;
  if (floor(number) == number && number >= YEAR_LEAST && number <= YEAR_MOST)
    return set_year(binder, period, relation, literal, (long)number);
  if (number > YEAR_MOST)
    return refuse_kind(binder, period, literal, PST_PERIOD_NONE);
  return PST_OK;
}

bool pst_bind_looks_period(const struct pst_binder *binder,
                           const struct pst_instruction *instruction)
{
  const struct pst_operand *left = &binder->stack[binder->depth - 2];
  const struct pst_operand *right = &binder->stack[binder->depth - 1];
  struct pst_text source = binder->expr->source;

  return instruction->op == PST_OP_OPERATE && instruction->operation == PST_SUBTRACT
         && right->leaf != NULL && right->leaf->op == PST_OP_NUMBER
         && (left->looks_period
             || (left->leaf != NULL && left->leaf->op == PST_OP_NUMBER && left->leaf->size == 4))
         && right->leaf->size == 2 && instruction->at + 1 == right->leaf->at
         && source.data[instruction->at - 1] != ' ';
}

enum pst_status pst_bind_refuse_difference(struct pst_binder *binder,
                                           const struct pst_operand *operand)
{
  struct pst_text source = binder->expr->source;
  int size = (int)(operand->end - operand->at);

  return pst_expr_fail_at(binder->error, source, operand->at,
                          "%.*s is a difference of numbers here; write \"%.*s\" for the period",
                          size, source.data + operand->at, size, source.data + operand->at);
}

enum pst_status pst_bind_no_product(struct pst_binder *binder,
                                    const struct pst_instruction *instruction,
                                    const struct pst_operand *operand)
{
  char subject[PST_DESCRIPTION_SIZE];

  if (instruction->op != PST_OP_OPERATE
      || (instruction->operation != PST_MULTIPLY && instruction->operation != PST_DIVIDE)
      || operand->type != PST_EXPR_PERIOD || !is_part(operand->period))
    return PST_OK;
  pst_bind_subject(subject, binder, operand);
  return pst_expr_fail_at(binder->error, binder->expr->source, operand->at,
                          "%s, the start of a %s in years, of which there is no product; year(...) "
                          "is its year",
                          subject, pst_period_name(operand->period));
}
