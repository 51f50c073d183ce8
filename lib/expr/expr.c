/* expr.c -- an expression: read from its text, and what it is. */
#include "expr/expr.h"

#include <math.h>

#include "expr/compile.h"
#include "expr/digits.h"
#include "language/row.h"

/* The first thing that is wrong with the source, as the error of an option. */
static enum pst_status tell(struct pst_source *source, struct pst_error *error)
{
  const struct pst_problem *first = source->errors;

  if (source->error_count == 0)
    return pst_fail_memory(error);
  return pst_expr_fail_at(error, source->text, first->at, "%s", first->message);
}

static enum pst_status compile(struct pst_source *source, struct pst_expr *expr,
                               struct pst_error *error)
{
  struct pst_exact exact = {.arena = source->arena};
  struct pst_builder builder = {.expr = expr, .source = source};
  struct pst_syntax *tree = pst_row_read(source, &exact);

  return tree != NULL && pst_compile(&builder, tree) && !exact.failed ? PST_OK
                                                                      : tell(source, error);
}

enum pst_status pst_expr_parse(const char *text, struct pst_arena *arena, struct pst_expr **out,
                               struct pst_error *error)
{
  struct pst_expr *expr = pst_arena_array(arena, 1, sizeof *expr);
  char *copy = pst_arena_string(arena, text);
  struct pst_source source;
  enum pst_status status;

  if (expr == NULL || copy == NULL || !pst_source_open(&source, "", pst_text_of(copy), arena))
    return pst_fail_memory(error);
  expr->arena = arena;
  expr->source = source.text;
  status = compile(&source, expr, error);
  pst_source_close(&source);
  if (status == PST_OK)
    *out = expr;
  return status;
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

bool pst_expr_long_number(const struct pst_expr *expr)
{
  for (size_t i = 0; i < expr->count; i++)
    if (expr->program[i].op == PST_OP_NUMBER && expr->program[i].text.size > PST_DIGITS_OF_DOUBLE)
      return true;
  return false;
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
