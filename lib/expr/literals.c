/* literals.c -- the texts of an expression that stand beside a column. */
#include "expr/internal.h"

void pst_expr_each_text(const struct pst_expr *expr, pst_expr_text_visit *visit, void *context)
{
  const struct pst_instruction *column = NULL;

  for (size_t i = 0; i + 1 < expr->count; i++) {
    const struct pst_instruction *now = &expr->program[i], *next = now + 1;

    if (now->op == PST_OP_COLUMN)
      column = now->lag == 0 ? now : NULL;
    else if (now->op != PST_OP_TEXT || column == NULL)
      continue;
    else if (next->op == PST_OP_MEMBER
             || (next->op == PST_OP_COMPARE
                 && (next->relation == PST_IS_EQUAL || next->relation == PST_IS_NOT_EQUAL)
                 && column == now - 1))
      visit(context, expr->names[column->name].name, now->text);
  }
}
