/* build.c -- writing the program of an expression, instruction by instruction. */
#include "expr/build.h"

#include "base/array.h"

/* How many values OP leaves more, or less, than it found. */
static int growth_of(enum pst_op op)
{
  switch (op) {
  case PST_OP_NUMBER:
  case PST_OP_TEXT:
  case PST_OP_COLUMN:
  case PST_OP_NO:
  case PST_OP_RANGE:
    return 1;
  case PST_OP_PLUS:
  case PST_OP_APPLY:
  case PST_OP_ROUND:
  case PST_OP_NOT:
  case PST_OP_KNOWN:
  case PST_OP_DATE:
  case PST_OP_YEAR:
    return 0;
  case PST_OP_IF:
  case PST_OP_ABOUT:
    return -2;
  default:
    return -1;
  }
}

static bool fail_memory(struct pst_builder *builder)
{
  builder->source->failed = true;
  return false;
}

bool pst_build(struct pst_builder *builder, size_t at, size_t size,
               struct pst_instruction instruction)
{
  struct pst_expr *expr = builder->expr;

  if (!PST_ARRAY_ROOM_IN(builder->source->arena, expr->program, expr->capacity, expr->count + 1))
    return fail_memory(builder);
  instruction.at = at;
  instruction.size = size;
  expr->program[expr->count++] = instruction;
  builder->depth += (size_t)growth_of(instruction.op);
  if (builder->depth > PST_EXPR_STACK)
    return pst_source_fail(builder->source, at, "the expression is nested too deeply here");
  return true;
}

static size_t find_name(const struct pst_expr *expr, struct pst_text name)
{
  size_t i = 0;

  while (i < expr->name_count && !pst_text_equal(expr->names[i].name, name))
    i++;
  return i;
}

bool pst_build_column(struct pst_builder *builder, size_t at, size_t size, struct pst_text name,
                      size_t lag)
{
  struct pst_expr *expr = builder->expr;
  size_t i = find_name(expr, name);
  struct pst_instruction column = {.op = PST_OP_COLUMN, .name = i, .lag = lag};

  if (i == expr->name_count) {
    if (!PST_ARRAY_ROOM_IN(builder->source->arena, expr->names, expr->name_capacity,
                           expr->name_count + 1))
      return fail_memory(builder);
    expr->names[expr->name_count++] = (struct pst_expr_use){.name = name, .at = at};
  }
  if (lag > expr->lag_most)
    expr->lag_most = lag;
  return pst_build(builder, at, size, column);
}
