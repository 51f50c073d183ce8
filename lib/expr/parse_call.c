#include "expr/parse.h"

#include <math.h>

bool pst_parse_integer(struct pst_parser *parser, const char *what, double *value)
{
  size_t at = parser->token.at;
  bool negative = pst_parse_is(parser, "-");

  if (negative && !pst_parse_advance(parser))
    return false;
  if (parser->token.kind != PST_TOKEN_NUMBER || !parser->token.is_integer)
    return pst_parse_fail(parser, at, "%s must be a whole number, written out", what);
  *value = negative ? -parser->token.number : parser->token.number;
  return pst_parse_advance(parser);
}

static bool parse_members(struct pst_parser *parser, size_t distance)
{
  struct pst_token opening = parser->token;
  struct pst_instruction member = {.op = PST_OP_MEMBER, .depth = distance + 2};

  if (!pst_parse_open(parser)
      || !pst_parse_emit(parser, &opening, (struct pst_instruction){.op = PST_OP_NO}))
    return false;
  if (pst_parse_is(parser, "}"))
    return pst_parse_fail(parser, parser->token.at, "a set needs at least one member");
  for (;;) {
    struct pst_token first = parser->token;

    if (!pst_parse_sum(parser) || !pst_parse_emit(parser, &first, member))
      return false;
    if (!pst_parse_is(parser, ","))
      break;
    if (!pst_parse_advance(parser))
      return false;
  }
  return pst_parse_close(parser, &opening, "}");
}

static bool parse_range(struct pst_parser *parser, size_t distance)
{
  struct pst_token first = parser->token;
  struct pst_instruction range = {.op = PST_OP_RANGE, .depth = distance};

  if (!pst_parse_integer(parser, "the start of a range", &range.number))
    return false;
  if (!pst_parse_is(parser, ".."))
    return pst_parse_fail(parser, first.at, "in needs a set: {2000, 2005} or 1990..2020");
  if (!pst_parse_advance(parser) || !pst_parse_integer(parser, "the end of a range", &range.high))
    return false;
  if (range.number > range.high)
    return pst_parse_fail(parser, first.at, "the range ends before it starts");
  return pst_parse_emit(parser, &first, range);
}

static bool parse_union(struct pst_parser *parser, size_t distance);

/* DISTANCE: how far below the top of the stack the value is whose membership is asked. */
static bool parse_simple_set(struct pst_parser *parser, size_t distance)
{
  struct pst_token opening = parser->token;

  if (pst_parse_is(parser, "{"))
    return parse_members(parser, distance);
  if (parser->token.kind == PST_TOKEN_NUMBER || pst_parse_is(parser, "-"))
    return parse_range(parser, distance);
  if (!pst_parse_is(parser, "("))
    return pst_parse_fail(parser, opening.at, "in needs a set: {\"a\", \"b\"} or 1990..2020");
  return pst_parse_open(parser) && parse_union(parser, distance)
         && pst_parse_close(parser, &opening, ")");
}

static bool parse_union(struct pst_parser *parser, size_t distance)
{
  if (!parse_simple_set(parser, distance))
    return false;
  while (pst_parse_is(parser, "except")) {
    struct pst_token except = parser->token;

    if (!pst_parse_advance(parser) || !parse_simple_set(parser, distance + 1)
        || !pst_parse_emit(parser, &except, (struct pst_instruction){.op = PST_OP_EXCEPT}))
      return false;
  }
  return true;
}

bool pst_parse_set(struct pst_parser *parser)
{
  return parse_union(parser, 0);
}

/* column("name"), past it; NAME is then the column's. */
static bool parse_quoted_column(struct pst_parser *parser, struct pst_text *name)
{
  struct pst_token opening;

  if (!pst_parse_advance(parser))
    return false;
  opening = parser->token;
  if (!pst_parse_open(parser))
    return false;
  if (parser->token.kind != PST_TOKEN_STRING)
    return pst_parse_fail(parser, parser->token.at, "write column(\"name\"), the name in quotes");
  *name = parser->token.text;
  return pst_parse_advance(parser) && pst_parse_close(parser, &opening, ")");
}

/* NAME or column("name"), past it. */
static bool parse_column(struct pst_parser *parser, struct pst_text *name)
{
  bool is_call = pst_text_is(parser->next.raw, "(");

  if (is_call && pst_text_is(parser->token.raw, "column"))
    return parse_quoted_column(parser, name);
  if (parser->token.kind != PST_TOKEN_NAME || is_call)
    return pst_parse_fail(parser, parser->token.at, "lag takes a column, not an expression");
  *name = parser->token.text;
  return pst_parse_advance(parser);
}

static bool parse_lag(struct pst_parser *parser)
{
  struct pst_token call = parser->token, opening = parser->next;
  struct pst_text name;
  double rows = 1;
  size_t at;

  if (!pst_parse_advance(parser) || !pst_parse_open(parser) || !parse_column(parser, &name))
    return false;
  if (pst_parse_is(parser, ",")) {
    if (!pst_parse_advance(parser))
      return false;
    at = parser->token.at;
    if (!pst_parse_integer(parser, "the rows of a lag", &rows))
      return false;
    if (rows < 1 || rows > PST_EXPR_LAG_MOST)
      return pst_parse_fail(parser, at, "the rows of a lag must be 1 or more, up to %d",
                            PST_EXPR_LAG_MOST);
  }
  return pst_parse_close(parser, &opening, ")")
         && pst_build_column(&parser->builder, &call, name, (size_t)rows) == PST_OK;
}

static bool parse_round(struct pst_parser *parser)
{
  struct pst_token call = parser->token, opening = parser->next;
  struct pst_instruction instruction = {.op = PST_OP_ROUND};
  double digits = 0;
  size_t at;

  if (!pst_parse_advance(parser) || !pst_parse_open(parser) || !pst_parse_expr(parser))
    return false;
  if (pst_parse_is(parser, ",")) {
    if (!pst_parse_advance(parser))
      return false;
    at = parser->token.at;
    if (!pst_parse_integer(parser, "the digits of round", &digits))
      return false;
    if (fabs(digits) > 15)
      return pst_parse_fail(parser, at, "the digits of round must be from -15 to 15");
  }
  instruction.digits = (int)digits;
  return pst_parse_close(parser, &opening, ")") && pst_parse_emit(parser, &call, instruction);
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
static bool parse_arguments(struct pst_parser *parser, const struct pst_expr_function *function)
{
  struct pst_token call = parser->token, opening = parser->next;
  bool folds = function->call == PST_CALL_OPERATE;
  size_t count = 0;

  if (!pst_parse_advance(parser) || !pst_parse_open(parser))
    return false;
  while (count == 0 || pst_parse_is(parser, ",")) {
    if (count > 0 && !pst_parse_advance(parser))
      return false;
    if (count == function->most)
      return pst_parse_fail(parser, call.at, "too many arguments; write %s", function->usage);
    if (count == 0 && pst_parse_is(parser, ")"))
      break;
    if (!pst_parse_expr(parser))
      return false;
    if (++count > 1 && folds && !pst_parse_emit(parser, &call, instruction_of(function)))
      return false;
  }
  if (!pst_parse_close(parser, &opening, ")"))
    return false;
  if (count < function->least)
    return pst_parse_fail(parser, call.at, "too few arguments; write %s", function->usage);
  return folds || pst_parse_emit(parser, &call, instruction_of(function));
}

bool pst_parse_call(struct pst_parser *parser)
{
  struct pst_token call = parser->token;
  const struct pst_expr_function *function = pst_expr_function_find(call.text);
  const char *near = function == NULL ? pst_expr_function_near(call.text) : NULL;
  struct pst_text name;

  if (near != NULL)
    return pst_parse_fail(parser, call.at, "'%.*s' is not a function; did you mean '%s'?",
                          (int)call.raw.size, call.raw.data, near);
  if (function == NULL)
    return pst_parse_fail(parser, call.at, "'%.*s' is not a function", (int)call.raw.size,
                          call.raw.data);
  if (function->call == PST_CALL_LAG)
    return parse_lag(parser);
  if (function->call == PST_CALL_ROUND)
    return parse_round(parser);
  if (function->call == PST_CALL_COLUMN)
    return parse_quoted_column(parser, &name)
           && pst_build_column(&parser->builder, &call, name, 0) == PST_OK;
  return parse_arguments(parser, function);
}
