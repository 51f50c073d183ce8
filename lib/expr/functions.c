#include "expr/internal.h"

static const struct pst_expr_function functions[] = {
    {"abs", "abs(x)", 1, 1, PST_CALL_APPLY, .function = PST_ABS},
    {"ceil", "ceil(x)", 1, 1, PST_CALL_APPLY, .function = PST_CEIL},
    {"column", "column(\"name\")", 1, 1, PST_CALL_COLUMN, .op = PST_OP_COLUMN},
    {"date", "date(text)", 1, 1, PST_CALL_OP, .op = PST_OP_DATE},
    {"exp", "exp(x)", 1, 1, PST_CALL_APPLY, .function = PST_EXP},
    {"floor", "floor(x)", 1, 1, PST_CALL_APPLY, .function = PST_FLOOR},
    {"growth", "growth(from, to)", 2, 2, PST_CALL_OP, .op = PST_OP_GROWTH},
    {"if", "if(test, x, y)", 3, 3, PST_CALL_OP, .op = PST_OP_IF},
    {"known", "known(x)", 1, 1, PST_CALL_OP, .op = PST_OP_KNOWN},
    {"lag", "lag(column) or lag(column, rows)", 1, 2, PST_CALL_LAG, .op = PST_OP_COLUMN},
    {"ln", "ln(x)", 1, 1, PST_CALL_APPLY, .function = PST_LOG},
    {"log", "log(x)", 1, 1, PST_CALL_APPLY, .function = PST_LOG},
    {"log10", "log10(x)", 1, 1, PST_CALL_APPLY, .function = PST_LOG10},
    {"log2", "log2(x)", 1, 1, PST_CALL_APPLY, .function = PST_LOG2},
    {"max", "max(x, y, ...)", 2, 1000, PST_CALL_OPERATE, .operation = PST_MAX},
    {"min", "min(x, y, ...)", 2, 1000, PST_CALL_OPERATE, .operation = PST_MIN},
    {"pow", "pow(x, y)", 2, 2, PST_CALL_OPERATE, .operation = PST_POWER},
    {"round", "round(x) or round(x, digits)", 1, 2, PST_CALL_ROUND, .op = PST_OP_ROUND},
    {"sqrt", "sqrt(x)", 1, 1, PST_CALL_APPLY, .function = PST_SQRT},
    {"year", "year(period)", 1, 1, PST_CALL_OP, .op = PST_OP_YEAR},
};

enum { FUNCTIONS = sizeof functions / sizeof *functions };

const struct pst_expr_function *pst_expr_function_find(struct pst_text name)
{
  for (size_t i = 0; i < FUNCTIONS; i++)
    if (pst_text_is(name, functions[i].name))
      return &functions[i];
  return NULL;
}

const char *pst_expr_function_near(struct pst_text name)
{
  const char *names[FUNCTIONS];
  size_t near;

  for (size_t i = 0; i < FUNCTIONS; i++)
    names[i] = functions[i].name;
  near = pst_text_near(name, names, FUNCTIONS);
  return near == FUNCTIONS ? NULL : names[near];
}
