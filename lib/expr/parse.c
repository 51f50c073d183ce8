#include "expr/parse.h"

static bool parse_value_expected(struct pst_parser *parser)
{
  const struct pst_token *token = &parser->token;

  if (token->kind == PST_TOKEN_END)
    return pst_parse_fail(parser, token->at, "the expression ends where a value should follow");
  if (pst_parse_is(parser, "{"))
    return pst_parse_fail(parser, token->at, "a set stands only after in");
  if (pst_parse_is(parser, "not"))
    return pst_parse_fail(parser, token->at, "not stands before a whole test; write not (...)");
  return pst_parse_fail(parser, token->at, "a value should be here, not '%.*s'",
                        (int)token->raw.size, token->raw.data);
}

/* A number, a text or a column, past it. */
static bool parse_leaf(struct pst_parser *parser)
{
  struct pst_token leaf = parser->token;

  if (!pst_parse_advance(parser))
    return false;
  if (leaf.kind == PST_TOKEN_NAME)
    return pst_build_column(&parser->builder, &leaf, leaf.text, 0) == PST_OK;
  if (leaf.kind == PST_TOKEN_STRING)
    return pst_parse_emit(parser, &leaf,
                          (struct pst_instruction){.op = PST_OP_TEXT, .text = leaf.text});
  if (pst_parse_is(parser, ".."))
    return pst_parse_fail(parser, leaf.at, "a range stands only after in");
  return pst_parse_emit(parser, &leaf,
                        (struct pst_instruction){.op = PST_OP_NUMBER, .number = leaf.number});
}

static bool parse_atom(struct pst_parser *parser)
{
  struct pst_token first = parser->token;

  if (first.kind == PST_TOKEN_NAME && pst_text_is(parser->next.raw, "("))
    return pst_parse_call(parser);
  if (first.kind == PST_TOKEN_NUMBER || first.kind == PST_TOKEN_STRING
      || first.kind == PST_TOKEN_NAME)
    return parse_leaf(parser);
  if (!pst_parse_is(parser, "("))
    return parse_value_expected(parser);
  return pst_parse_open(parser) && pst_parse_expr(parser) && pst_parse_close(parser, &first, ")");
}

static bool parse_signed(struct pst_parser *parser)
{
  struct pst_token sign = parser->token;
  struct pst_instruction instruction = {.op = PST_OP_PLUS};

  if (!pst_parse_is(parser, "+") && !pst_parse_is(parser, "-"))
    return parse_atom(parser);
  if (sign.raw.data[0] == '-')
    instruction = (struct pst_instruction){.op = PST_OP_APPLY, .function = PST_NEGATE};
  return pst_parse_advance(parser) && parse_atom(parser)
         && pst_parse_emit(parser, &sign, instruction);
}

/* One of two signs with what they do, left to right: * / and + -. */
static bool parse_chain(struct pst_parser *parser, bool (*operand)(struct pst_parser *),
                        const char *const signs[2], const enum pst_operation operations[2])
{
  if (!operand(parser))
    return false;
  while (pst_parse_is(parser, signs[0]) || pst_parse_is(parser, signs[1])) {
    struct pst_token sign = parser->token;
    struct pst_instruction instruction = {.op = PST_OP_OPERATE,
                                          .operation = operations[!pst_parse_is(parser, signs[0])]};

    if (!pst_parse_advance(parser) || !operand(parser)
        || !pst_parse_emit(parser, &sign, instruction))
      return false;
  }
  return true;
}

static bool parse_product(struct pst_parser *parser)
{
  static const char *const signs[2] = {"*", "/"};
  static const enum pst_operation operations[2] = {PST_MULTIPLY, PST_DIVIDE};

  return parse_chain(parser, parse_signed, signs, operations);
}

bool pst_parse_sum(struct pst_parser *parser)
{
  static const char *const signs[2] = {"+", "-"};
  static const enum pst_operation operations[2] = {PST_ADD, PST_SUBTRACT};

  return parse_chain(parser, parse_product, signs, operations);
}

static bool find_relation(const struct pst_parser *parser, enum pst_relation *relation)
{
  static const char *const signs[] = {"=", "!=", "<", "<=", ">", ">="};

  for (int i = 0; i < 6; i++) {
    if (pst_parse_is(parser, signs[i])) {
      *relation = (enum pst_relation)i;
      return true;
    }
  }
  return false;
}

static bool parse_comparison(struct pst_parser *parser, enum pst_relation relation)
{
  struct pst_token sign = parser->token;

  if (!pst_parse_advance(parser) || !pst_parse_sum(parser)
      || !pst_parse_emit(parser, &sign,
                         (struct pst_instruction){.op = PST_OP_COMPARE, .relation = relation}))
    return false;
  if (find_relation(parser, &relation) || pst_parse_is(parser, "in"))
    return pst_parse_fail(parser, parser->token.at,
                          "two comparisons in a row; join them with and, as in 1 < x and x < 5");
  return true;
}

static bool parse_test(struct pst_parser *parser)
{
  struct pst_token in;
  enum pst_relation relation;

  if (!pst_parse_sum(parser))
    return false;
  if (find_relation(parser, &relation))
    return parse_comparison(parser, relation);
  in = parser->token;
  if (pst_parse_is(parser, "not") && pst_text_is(parser->next.raw, "in"))
    return pst_parse_fail(parser, in.at, "write not before the whole test: not x in {...}");
  if (!pst_parse_is(parser, "in"))
    return true;
  return pst_parse_advance(parser) && pst_parse_set(parser)
         && pst_parse_emit(parser, &in, (struct pst_instruction){.op = PST_OP_IN});
}

static bool parse_negation(struct pst_parser *parser)
{
  struct pst_token not = parser->token;

  if (!pst_parse_is(parser, "not"))
    return parse_test(parser);
  return pst_parse_advance(parser) && parse_test(parser)
         && pst_parse_emit(parser, &not, (struct pst_instruction){.op = PST_OP_NOT});
}

static bool parse_joined(struct pst_parser *parser, bool (*operand)(struct pst_parser *),
                         const char *word, enum pst_op op)
{
  if (!operand(parser))
    return false;
  while (pst_parse_is(parser, word)) {
    struct pst_token joint = parser->token;

    if (!pst_parse_advance(parser) || !operand(parser)
        || !pst_parse_emit(parser, &joint, (struct pst_instruction){.op = op}))
      return false;
  }
  return true;
}

static bool parse_both(struct pst_parser *parser)
{
  return parse_joined(parser, parse_negation, "and", PST_OP_AND);
}

bool pst_parse_expr(struct pst_parser *parser)
{
  return parse_joined(parser, parse_both, "or", PST_OP_OR);
}
