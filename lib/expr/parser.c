#include "expr/parse.h"

#include <stdarg.h>
#include <stdio.h>

bool pst_parse_fail(struct pst_parser *parser, size_t at, const char *format, ...)
{
  char message[512];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  pst_expr_fail_at(parser->builder.error, parser->lexer.source, at, "%s", message);
  return false;
}

bool pst_parse_advance(struct pst_parser *parser)
{
  parser->token = parser->next;
  return pst_lex_next(&parser->lexer, &parser->next, parser->builder.error) == PST_OK;
}

bool pst_parse_is(const struct pst_parser *parser, const char *sign_or_word)
{
  return (parser->token.kind == PST_TOKEN_SIGN || parser->token.kind == PST_TOKEN_WORD)
         && pst_text_is(parser->token.raw, sign_or_word);
}

bool pst_parse_emit(struct pst_parser *parser, const struct pst_token *token,
                    struct pst_instruction instruction)
{
  return pst_build(&parser->builder, token, instruction) == PST_OK;
}

bool pst_parse_open(struct pst_parser *parser)
{
  if (++parser->levels > PST_EXPR_LEVELS)
    return pst_parse_fail(parser, parser->token.at, "the expression is nested too deeply here");
  return pst_parse_advance(parser);
}

static unsigned long character_of(const struct pst_parser *parser, size_t at)
{
  struct pst_error place;

  pst_error_clear(&place);
  pst_expr_fail_at(&place, parser->lexer.source, at, "%s", "");
  return place.column;
}

bool pst_parse_close(struct pst_parser *parser, const struct pst_token *opening,
                     const char *closing)
{
  if (pst_parse_is(parser, closing)) {
    parser->levels--;
    return pst_parse_advance(parser);
  }
  if (parser->token.kind == PST_TOKEN_END)
    return pst_parse_fail(parser, opening->at, "the %c that stands here is never closed",
                          opening->raw.data[0]);
  return pst_parse_fail(parser, parser->token.at,
                        "'%.*s' should not be here; the %c of character %lu is still open",
                        (int)parser->token.raw.size, parser->token.raw.data, opening->raw.data[0],
                        character_of(parser, opening->at));
}
