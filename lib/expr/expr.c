#include "expr/expr.h"

#include <math.h>

#include "expr/parse.h"

/* What to say when a complete expression is followed by something. */
static bool refuse_rest(struct pst_parser *parser)
{
  const struct pst_token *rest = &parser->token;
  static const char *const words[] = {"and", "or", "not", "in", "except"};
  size_t near = pst_text_near(rest->raw, words, 5);

  if (pst_text_is(rest->raw, ","))
    return pst_parse_fail(parser, rest->at,
                          "a comma cannot be here; write 1168 for a thousand and more, 8.5 for "
                          "a decimal");
  if (pst_text_is(rest->raw, ")") || pst_text_is(rest->raw, "}"))
    return pst_parse_fail(parser, rest->at, "this %.1s closes nothing", rest->raw.data);
  if (rest->kind == PST_TOKEN_NAME && near < 5)
    return pst_parse_fail(parser, rest->at, "'%.*s' should not be here; did you mean '%s'?",
                          (int)rest->raw.size, rest->raw.data, words[near]);
  return pst_parse_fail(parser, rest->at,
                        "'%.*s' should not be here; the expression before it is complete",
                        (int)rest->raw.size, rest->raw.data);
}

static bool parse_all(struct pst_parser *parser)
{
  size_t bad;

  if (!pst_utf8_valid(parser->lexer.source, &bad))
    return pst_parse_fail(parser, bad, "the character here is not UTF-8");
  if (!pst_parse_advance(parser) || !pst_parse_advance(parser))
    return false;
  if (parser->token.kind == PST_TOKEN_END)
    return pst_parse_fail(parser, 0, "the expression is empty");
  if (!pst_parse_expr(parser))
    return false;
  return parser->token.kind == PST_TOKEN_END || refuse_rest(parser);
}

enum pst_status pst_expr_parse(const char *source, struct pst_arena *arena, struct pst_expr **out,
                               struct pst_error *error)
{
  struct pst_expr *expr = pst_arena_array(arena, 1, sizeof *expr);
  char *copy = pst_arena_string(arena, source);
  struct pst_parser parser = {.lexer.arena = arena, .builder.arena = arena};
  struct pst_error own;

  if (error == NULL) { /* the parser's own, as its status is what is returned */
    error = &own;
    pst_error_clear(error);
  }
  if (expr == NULL || copy == NULL)
    return pst_fail_memory(error);
  expr->source = parser.lexer.source = pst_text_of(copy);
  parser.builder.expr = expr;
  parser.builder.error = error;
  if (!parse_all(&parser))
    return error->status;
  *out = expr;
  return PST_OK;
}

size_t pst_expr_name_count(const struct pst_expr *expr)
{
  return expr->name_count;
}

struct pst_text pst_expr_name(const struct pst_expr *expr, size_t i)
{
  return expr->names[i].name;
}

size_t pst_expr_lag_most(const struct pst_expr *expr)
{
  return expr->lag_most;
}

enum pst_expr_type pst_expr_result(const struct pst_expr *expr, enum pst_period_kind *period)
{
  if (period != NULL)
    *period = expr->period;
  return expr->type;
}

enum pst_status pst_expr_require_test(const struct pst_expr *expr, struct pst_error *error)
{
  if (expr->type == PST_EXPR_TRUTH)
    return PST_OK;
  return pst_expr_fail_at(error, expr->source, 0,
                          "this is %s where a test is needed, such as year >= 2000",
                          expr->type == PST_EXPR_TEXT     ? "text"
                          : expr->type == PST_EXPR_PERIOD ? "a period"
                                                          : "a number");
}

enum pst_status pst_expr_require_value(const struct pst_expr *expr, struct pst_error *error)
{
  if (expr->type != PST_EXPR_TRUTH)
    return PST_OK;
  return pst_expr_fail_at(error, expr->source, 0,
                          "this is a test where a value is needed; write if(..., 1, 0)");
}

struct pst_expr_value pst_expr_number(double value)
{
  if (!isfinite(value))
    return pst_expr_missing(PST_EXPR_UNDEFINED);
  return pst_expr_bounds(pst_bounds_point(value));
}

struct pst_expr_value pst_expr_bounds(struct pst_bounds bounds)
{
  return (struct pst_expr_value){.kind = PST_EXPR_IS_NUMBER, .number = bounds};
}

struct pst_expr_value pst_expr_text(struct pst_text text)
{
  return (struct pst_expr_value){.kind = PST_EXPR_IS_TEXT, .text = text};
}

struct pst_expr_value pst_expr_missing(enum pst_expr_reason reason)
{
  return (struct pst_expr_value){.kind = PST_EXPR_IS_MISSING, .reason = reason};
}
