/* compare.c -- which values may be compared. */
#include <stdio.h>

#include "expr/bind.h"

enum pst_status pst_bind_numeric(struct pst_binder *binder,
                                 const struct pst_instruction *instruction,
                                 const struct pst_operand *operand)
{
  struct pst_text source = binder->expr->source;
  char subject[PST_DESCRIPTION_SIZE];

  if (operand->type != PST_EXPR_TEXT && operand->type != PST_EXPR_TRUTH)
    return PST_OK;
  pst_bind_subject(subject, binder, operand);
  return pst_expr_fail_at(binder->error, source, operand->at, "%s, but %.*s takes numbers", subject,
                          (int)instruction->size, source.data + instruction->at);
}

static bool is_leaf(const struct pst_operand *operand, enum pst_op op)
{
  return operand->leaf != NULL && operand->leaf->op == op;
}

/* What to write instead, when one side is a literal of the wrong sort. */
static void advise(char advice[PST_DESCRIPTION_SIZE], const struct pst_binder *binder,
                   const struct pst_operand *column, const struct pst_operand *literal)
{
  struct pst_text leaf =
      literal->leaf == NULL ? pst_text_of("") : pst_bind_leaf(binder, literal->leaf);
  double value;

  advice[0] = '\0';
  if (is_leaf(literal, PST_OP_NUMBER) && column->type == PST_EXPR_TEXT)
    snprintf(advice, PST_DESCRIPTION_SIZE, "; write \"%.*s\"", (int)leaf.size, leaf.data);
  else if (is_leaf(literal, PST_OP_TEXT)
           && pst_number_parse(literal->leaf->text, NULL, &value, NULL))
    snprintf(advice, PST_DESCRIPTION_SIZE, "; write %.*s", (int)literal->leaf->text.size,
             literal->leaf->text.data);
}

/* The message names the column first. */
static enum pst_status refuse_mixture(struct pst_binder *binder, const struct pst_operand *left,
                                      const struct pst_operand *right)
{
  bool swap = is_leaf(right, PST_OP_COLUMN) && !is_leaf(left, PST_OP_COLUMN);
  const struct pst_operand *first = swap ? right : left, *second = swap ? left : right;
  char subject[PST_DESCRIPTION_SIZE], object[PST_DESCRIPTION_SIZE], advice[PST_DESCRIPTION_SIZE];

  pst_bind_subject(subject, binder, first);
  pst_bind_object(object, binder, second);
  advise(advice, binder, first, second);
  return pst_expr_fail_at(binder->error, binder->expr->source, right->at,
                          "%s and cannot be compared with %s%s", subject, object, advice);
}

static enum pst_relation mirrored(enum pst_relation relation)
{
  static const enum pst_relation mirrors[] = {PST_IS_EQUAL,    PST_IS_NOT_EQUAL, PST_IS_MORE,
                                              PST_IS_AT_LEAST, PST_IS_LESS,      PST_IS_AT_MOST};

  return mirrors[relation];
}

/* The literal OTHER beside PERIOD, which stands on the left of RELATION. */
static enum pst_status bind_beside(struct pst_binder *binder, const struct pst_operand *period,
                                   enum pst_relation relation, struct pst_operand *other)
{
  if (other->looks_period)
    return pst_bind_refuse_difference(binder, other);
  if (is_leaf(other, PST_OP_TEXT))
    return pst_bind_period_text(binder, period, relation, other);
  return pst_bind_period_number(binder, period, relation, other);
}

static bool is_literal(const struct pst_operand *operand)
{
  return operand->looks_period || is_leaf(operand, PST_OP_TEXT) || is_leaf(operand, PST_OP_NUMBER);
}

enum pst_status pst_bind_comparison(struct pst_binder *binder,
                                    const struct pst_instruction *instruction,
                                    enum pst_relation relation, struct pst_operand *left,
                                    struct pst_operand *right)
{
  struct pst_text source = binder->expr->source;

  if (left->type == PST_EXPR_TRUTH || right->type == PST_EXPR_TRUTH)
    return pst_expr_fail_at(binder->error, source,
                            left->type == PST_EXPR_TRUTH ? left->at : right->at,
                            "this is a test; tests are joined with and, or, not, and not compared");
  if (left->type == PST_EXPR_PERIOD && is_literal(right))
    return bind_beside(binder, left, relation, right);
  if (right->type == PST_EXPR_PERIOD && is_literal(left))
    return bind_beside(binder, right, mirrored(relation), left);
  if ((left->type == PST_EXPR_TEXT) != (right->type == PST_EXPR_TEXT))
    return refuse_mixture(binder, left, right);
  if (left->type == PST_EXPR_TEXT && relation != PST_IS_EQUAL && relation != PST_IS_NOT_EQUAL)
    return pst_expr_fail_at(binder->error, source, instruction->at,
                            "texts have no order; they are compared with =, != and in");
  return PST_OK;
}
