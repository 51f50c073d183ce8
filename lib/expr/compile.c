/* compile.c -- from the tree of an expression to its program: values and operators. */
#include "expr/compile.h"

#include "expr/chain.h"

#include <string.h>

/* --- leaves ------------------------------------------------------------------------------------ */

static bool compile_number(struct pst_builder *builder, struct pst_syntax *node)
{
  struct pst_text raw = node->number.raw;
  size_t size = (size_t)(raw.data - builder->source->text.data) + raw.size - node->place;
  struct pst_instruction instruction = {.op = PST_OP_NUMBER, .literal = node, .text = raw};
  const char *negative;

  pst_number_parse(raw, NULL, &instruction.number, NULL);
  if (node->number.negative) {
    negative = pst_arena_format(builder->source->arena, "-%.*s", (int)raw.size, raw.data);
    builder->source->failed = builder->source->failed || negative == NULL;
    instruction.number = -instruction.number;
    instruction.text = pst_text_of(negative == NULL ? "" : negative);
  }
  return !builder->source->failed && pst_build(builder, node->place, size, instruction);
}

static bool compile_text(struct pst_builder *builder, struct pst_syntax *node)
{
  size_t at = node->place, size = 1;
  struct pst_text text = builder->source->text;

  while (at + size < text.size && text.data[at + size] != '"')
    size += text.data[at + size] == '\\' ? 2 : 1;
  return pst_build(builder, at, size + 1,
                   (struct pst_instruction){.op = PST_OP_TEXT, .text = node->text});
}

/* --- operators ---------------------------------------------------------------------------------- */

static struct pst_instruction operation_of(enum pst_syntax_kind kind)
{
  switch (kind) {
  case PST_SYNTAX_ADD:
    return (struct pst_instruction){.op = PST_OP_OPERATE, .operation = PST_ADD};
  case PST_SYNTAX_SUBTRACT:
    return (struct pst_instruction){.op = PST_OP_OPERATE, .operation = PST_SUBTRACT};
  case PST_SYNTAX_MULTIPLY:
    return (struct pst_instruction){.op = PST_OP_OPERATE, .operation = PST_MULTIPLY};
  case PST_SYNTAX_DIVIDE:
    return (struct pst_instruction){.op = PST_OP_OPERATE, .operation = PST_DIVIDE};
  case PST_SYNTAX_AND:
    return (struct pst_instruction){.op = PST_OP_AND};
  default:
    break;
  }
  return (struct pst_instruction){.op = PST_OP_OR};
}

static bool is_binary(enum pst_syntax_kind kind)
{
  return kind == PST_SYNTAX_ADD || kind == PST_SYNTAX_SUBTRACT || kind == PST_SYNTAX_MULTIPLY
         || kind == PST_SYNTAX_DIVIDE || kind == PST_SYNTAX_AND || kind == PST_SYNTAX_OR;
}

static bool first_operand(struct pst_builder *builder, struct pst_syntax *node, size_t distance)
{
  (void)distance;
  return pst_compile(builder, node);
}

static bool next_operand(struct pst_builder *builder, struct pst_syntax *node, size_t distance)
{
  size_t size = node->kind == PST_SYNTAX_AND ? 3 : node->kind == PST_SYNTAX_OR ? 2 : 1;

  (void)distance;
  return pst_compile(builder, node->arguments[1])
         && pst_build(builder, node->place, size, operation_of(node->kind));
}

static bool compile_unary(struct pst_builder *builder, struct pst_syntax *node)
{
  struct pst_instruction instruction = {.op = PST_OP_PLUS};

  if (node->kind == PST_SYNTAX_NEGATE)
    instruction = (struct pst_instruction){.op = PST_OP_APPLY, .function = PST_NEGATE};
  if (node->kind == PST_SYNTAX_NOT)
    instruction = (struct pst_instruction){.op = PST_OP_NOT};
  return pst_compile(builder, node->arguments[0])
         && pst_build(builder, node->place, node->kind == PST_SYNTAX_NOT ? 3 : 1, instruction);
}

static bool compile_compare(struct pst_builder *builder, struct pst_syntax *node)
{
  static const size_t sizes[] = {1, 2, 1, 2, 1, 2}; /* of = != < <= > >= */
  struct pst_instruction instruction = {.op = PST_OP_COMPARE, .relation = node->compare.relation};

  return pst_compile(builder, node->arguments[0]) && pst_compile(builder, node->arguments[1])
         && pst_build(builder, node->place, sizes[instruction.relation], instruction);
}

/* Where no distance is given, it is 5 % of the target. */
static bool compile_about(struct pst_builder *builder, struct pst_syntax *node)
{
  struct pst_instruction about = {.op = PST_OP_ABOUT};
  struct pst_syntax *within = node->count > 2 ? node->arguments[2] : NULL;
  bool good = pst_compile(builder, node->arguments[0]) && pst_compile(builder, node->arguments[1]);

  if (within == NULL) {
    about.is_share = true;
    return good
           && pst_build(builder, node->place, 1,
                        (struct pst_instruction){.op = PST_OP_NUMBER, .number = 5})
           && pst_build(builder, node->place, 1, about);
  }
  if (within->kind == PST_SYNTAX_NUMBER) {
    about.is_share = within->number.has_unit && within->number.unit.kind == PST_UNIT_PERCENT;
    if (within->number.negative)
      return pst_source_fail(builder->source, within->at,
                             "within takes a distance, which is not below 0");
  }
  return good && pst_compile(builder, within) && pst_build(builder, node->place, 1, about);
}

/* --- all ---------------------------------------------------------------------------------------- */

bool pst_compile(struct pst_builder *builder, struct pst_syntax *node)
{
  switch (node->kind) {
  case PST_SYNTAX_NUMBER:
    return compile_number(builder, node);
  case PST_SYNTAX_TEXT:
    return compile_text(builder, node);
  case PST_SYNTAX_NAME:
    return pst_build_column(builder, node->place, node->text.size, node->text, 0);
  case PST_SYNTAX_CALL:
    return pst_compile_call(builder, node);
  case PST_SYNTAX_NEGATE:
  case PST_SYNTAX_PLUS:
  case PST_SYNTAX_NOT:
    return compile_unary(builder, node);
  case PST_SYNTAX_COMPARE:
    return compile_compare(builder, node);
  case PST_SYNTAX_ABOUT:
    return compile_about(builder, node);
  case PST_SYNTAX_IN:
    return pst_compile_in(builder, node);
  case PST_SYNTAX_SPAN:
    return pst_source_fail(builder->source, node->at, "a range stands only after in");
  case PST_SYNTAX_LIST:
    return pst_source_fail(builder->source, node->at, "a set stands only after in");
  case PST_SYNTAX_EXCEPT:
    return pst_source_fail(builder->source, node->place,
                           "except stands only between sets, after in");
  default:
    break;
  }
  return pst_chain(builder, node, is_binary, first_operand, next_operand, 0);
}
