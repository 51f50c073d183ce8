/* compile_call.c -- from the tree of a call to its program. */
#include "expr/compile.h"

/* The whole number ARGUMENT from LEAST to MOST; WHAT names it in the message. */
static bool whole_argument(struct pst_builder *builder, const struct pst_syntax *argument,
                           const char *what, double *value)
{
  if (argument->kind != PST_SYNTAX_NUMBER || !argument->number.is_integer
      || argument->number.has_unit)
    return pst_source_fail(builder->source, argument->at, "%s must be a whole number, written out",
                           what);
  *value = pst_rational_to_double(argument->number.value);
  return true;
}

/* The name of column("name"). */
static bool quoted_column(struct pst_builder *builder, struct pst_syntax *node,
                          struct pst_text *name)
{
  if (node->arguments[0]->kind != PST_SYNTAX_TEXT)
    return pst_source_fail(builder->source, node->arguments[0]->at,
                           "write column(\"name\"), the name in quotes");
  *name = node->arguments[0]->text;
  return true;
}

static bool compile_column(struct pst_builder *builder, struct pst_syntax *node)
{
  struct pst_text name;

  return quoted_column(builder, node, &name)
         && pst_build_column(builder, node->place, node->text.size, name, 0);
}

/* NAME or column("name") */
static bool lagged_column(struct pst_builder *builder, struct pst_syntax *node,
                          struct pst_text *name)
{
  *name = node->text;
  if (node->kind == PST_SYNTAX_NAME)
    return true;
  if (node->kind != PST_SYNTAX_CALL || !pst_text_is(node->text, "column"))
    return pst_source_fail(builder->source, node->at, "lag takes a column, not an expression");
  return pst_function_bind(builder->source, node, PST_ROWS) && quoted_column(builder, node, name);
}

static bool compile_lag(struct pst_builder *builder, struct pst_syntax *node)
{
  struct pst_text name;
  double rows = 1;

  if (!lagged_column(builder, node->arguments[0], &name))
    return false;
  if (node->count > 1 && !whole_argument(builder, node->arguments[1], "the rows of a lag", &rows))
    return false;
  if (rows < 1 || rows > PST_EXPR_LAG_MOST)
    return pst_source_fail(builder->source, node->arguments[1]->at,
                           "the rows of a lag must be 1 or more, up to %d", PST_EXPR_LAG_MOST);
  return pst_build_column(builder, node->place, node->text.size, name, (size_t)rows);
}

static bool compile_round(struct pst_builder *builder, struct pst_syntax *node)
{
  struct pst_instruction instruction = {.op = PST_OP_ROUND};
  double digits = 0;

  if (!pst_compile(builder, node->arguments[0]))
    return false;
  if (node->count > 1
      && !whole_argument(builder, node->arguments[1], "the digits of round", &digits))
    return false;
  if (digits < -15 || digits > 15)
    return pst_source_fail(builder->source, node->arguments[1]->at,
                           "the digits of round must be from -15 to 15");
  instruction.digits = (int)digits;
  return pst_build(builder, node->place, node->text.size, instruction);
}

static struct pst_instruction instruction_of(const struct pst_expr_function *function)
{
  if (function->call == PST_CALL_APPLY)
    return (struct pst_instruction){.op = PST_OP_APPLY, .function = function->function};
  if (function->call == PST_CALL_OPERATE)
    return (struct pst_instruction){.op = PST_OP_OPERATE, .operation = function->operation};
  return (struct pst_instruction){.op = function->op};
}

/* An operation folds its arguments as they come, so that a long list needs no stack. */
static bool compile_arguments(struct pst_builder *builder, struct pst_syntax *node,
                              const struct pst_expr_function *function)
{
  bool folds = function->call == PST_CALL_OPERATE;

  for (size_t i = 0; i < node->count; i++) {
    if (!pst_compile(builder, node->arguments[i]))
      return false;
    if (folds && i > 0
        && !pst_build(builder, node->place, node->text.size, instruction_of(function)))
      return false;
  }
  return folds || pst_build(builder, node->place, node->text.size, instruction_of(function));
}

bool pst_compile_call(struct pst_builder *builder, struct pst_syntax *node)
{
  const struct pst_expr_function *function;

  if (!pst_function_bind(builder->source, node, PST_ROWS))
    return false;
  function = &pst_expr_functions[node->function];
  if (function->call == PST_CALL_LAG)
    return compile_lag(builder, node);
  if (function->call == PST_CALL_ROUND)
    return compile_round(builder, node);
  if (function->call == PST_CALL_COLUMN)
    return compile_column(builder, node);
  return compile_arguments(builder, node, function);
}
