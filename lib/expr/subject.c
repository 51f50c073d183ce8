/* subject.c -- how messages name a value. */
#include <stdio.h>

#include "expr/bind.h"

static const char *type_name(enum pst_expr_type type)
{
  switch (type) {
  case PST_EXPR_TEXT:
    return "text";
  case PST_EXPR_PERIOD:
    return "period";
  case PST_EXPR_TRUTH:
    return "test";
  case PST_EXPR_NUMBER:
  case PST_EXPR_BOUNDED:
    break;
  }
  return "number";
}

/* How the source, or the user, writes a leaf: a column between single quotes. */
struct pst_text pst_bind_leaf(const struct pst_binder *binder, const struct pst_instruction *leaf)
{
  if (leaf->op == PST_OP_COLUMN)
    return binder->expr->names[leaf->name].name;
  return (struct pst_text){.data = binder->expr->source.data + leaf->at, .size = leaf->size};
}

void pst_bind_subject(char text[PST_DESCRIPTION_SIZE], const struct pst_binder *binder,
                      const struct pst_operand *operand)
{
  const char *article = operand->type == PST_EXPR_TEXT ? "" : "a ";
  const char *type = type_name(operand->type);
  struct pst_text leaf;

  if (operand->leaf == NULL) {
    snprintf(text, PST_DESCRIPTION_SIZE, "this is %s%s", article, type);
    return;
  }
  leaf = pst_bind_leaf(binder, operand->leaf);
  snprintf(text, PST_DESCRIPTION_SIZE,
           operand->leaf->op == PST_OP_COLUMN ? "'%.*s' is %s%s" : "%.*s is %s%s", (int)leaf.size,
           leaf.data, article, type);
}

void pst_bind_object(char text[PST_DESCRIPTION_SIZE], const struct pst_binder *binder,
                     const struct pst_operand *operand)
{
  const char *type = type_name(operand->type);
  struct pst_text leaf;

  if (operand->leaf == NULL) {
    snprintf(text, PST_DESCRIPTION_SIZE, "a %s", type);
    return;
  }
  leaf = pst_bind_leaf(binder, operand->leaf);
  snprintf(text, PST_DESCRIPTION_SIZE,
           operand->leaf->op == PST_OP_COLUMN ? "the %s '%.*s'" : "the %s %.*s", type,
           (int)leaf.size, leaf.data);
}
