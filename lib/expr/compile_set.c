/* compile_set.c -- from the tree of `value in set` to its program.

   DISTANCE is how far below the top of the stack the value is whose membership is asked. */
#include "expr/chain.h"
#include "expr/compile.h"

static bool compile_members(struct pst_builder *builder, struct pst_syntax *node, size_t distance)
{
  struct pst_instruction member = {.op = PST_OP_MEMBER, .depth = distance + 2};

  if (!pst_build(builder, node->place, 1, (struct pst_instruction){.op = PST_OP_NO}))
    return false;
  for (size_t i = 0; i < node->count; i++)
    if (!pst_compile(builder, node->arguments[i])
        || !pst_build(builder, node->arguments[i]->at, 1, member))
      return false;
  return true;
}

static bool is_except(enum pst_syntax_kind kind)
{
  return kind == PST_SYNTAX_EXCEPT;
}

static bool compile_set(struct pst_builder *builder, struct pst_syntax *node, size_t distance);

static bool first_set(struct pst_builder *builder, struct pst_syntax *node, size_t distance)
{
  struct pst_instruction range = {.op = PST_OP_RANGE, .depth = distance};

  if (node->kind == PST_SYNTAX_LIST)
    return compile_members(builder, node, distance);
  if (node->kind != PST_SYNTAX_SPAN)
    return pst_source_fail(builder->source, node->at,
                           "in needs a set: {\"a\", \"b\"} or 1990..2020");
  range.number = (double)node->span.first;
  range.high = (double)node->span.last;
  return pst_build(builder, node->place, 1, range);
}

static bool next_set(struct pst_builder *builder, struct pst_syntax *node, size_t distance)
{
  return compile_set(builder, node->arguments[1], distance + 1)
         && pst_build(builder, node->place, 6, (struct pst_instruction){.op = PST_OP_EXCEPT});
}

static bool compile_set(struct pst_builder *builder, struct pst_syntax *node, size_t distance)
{
  return pst_chain(builder, node, is_except, first_set, next_set, distance);
}

bool pst_compile_in(struct pst_builder *builder, struct pst_syntax *node)
{
  return pst_compile(builder, node->arguments[0]) && compile_set(builder, node->arguments[1], 0)
         && pst_build(builder, node->place, 2, (struct pst_instruction){.op = PST_OP_IN});
}
