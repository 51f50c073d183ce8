#include "claim/read/parser.h"

bool pst_parser_unit(struct pst_claim_parser *parser, struct pst_unit *unit, bool *has)
{
  *unit = (struct pst_unit){.kind = PST_UNIT_PLAIN};
  *has = true;
  if (pst_parser_take(parser, "%p")) {
    unit->kind = PST_UNIT_POINTS;
    return true;
  }
  if (pst_parser_take(parser, "%")) {
    unit->kind = PST_UNIT_PERCENT;
    return true;
  }
  if (parser->now.kind == PST_WORD_NAME && pst_unit_scale(parser->now.raw) != 0) {
    unit->scale = pst_unit_scale(parser->now.raw);
    pst_parser_advance(parser);
    if (pst_parser_is(parser, "%") || pst_parser_is(parser, "%p"))
      return pst_parser_want(parser, "the name of a unit");
  } else if (parser->now.kind != PST_WORD_NAME && parser->now.kind != PST_WORD_STRING) {
    *has = false;
    return true;
  }
  if ((parser->now.kind == PST_WORD_NAME && !pst_parser_is(parser, "printed"))
      || (parser->now.kind == PST_WORD_STRING && parser->now.text.size > 0)) {
    unit->kind = PST_UNIT_WORD;
    unit->word = parser->now.text;
    pst_parser_advance(parser);
  } else if (unit->scale == 0) {
    *has = false;
    if (parser->now.kind == PST_WORD_STRING)
      return pst_parser_want(parser, "the name of a unit");
  }
  return true;
}

static bool read_number(struct pst_claim_parser *parser, struct pst_syntax *made)
{
  int decimals;

  if (!pst_rational_parse(parser->exact, parser->now.raw, &made->number.value, &decimals))
    return pst_source_fail(parser->source, parser->now.at, "the number %.*s is too long",
                           (int)(parser->now.raw.size < 40 ? parser->now.raw.size : 40),
                           parser->now.raw.data);
  made->number.decimals = decimals;
  made->number.is_integer = parser->now.is_integer;
  made->end = parser->now.at + parser->now.raw.size;
  pst_parser_advance(parser);
  if (!pst_parser_unit(parser, &made->number.unit, &made->number.has_unit))
    return false;
  if (made->number.has_unit)
    made->end = parser->now.at;
  made->number.digit = pst_rational_power(parser->exact, made->number.unit.scale - decimals > 400
                                                             ? 400
                                                             : made->number.unit.scale - decimals);
  made->number.value =
      pst_rational_multiply(parser->exact, made->number.value,
                            pst_rational_power(parser->exact, made->number.unit.scale));
  return true;
}

struct pst_syntax *pst_parser_number(struct pst_claim_parser *parser)
{
  struct pst_syntax *made;

  if (pst_parser_next_is(parser, "..")) {
    made = pst_parser_node(parser, PST_SYNTAX_SPAN, parser->now.at);
    if (made == NULL || !pst_parser_integer(parser, "a whole number", &made->span.first))
      return NULL;
    pst_parser_advance(parser);
    made->end = parser->now.at + parser->now.raw.size;
    if (!pst_parser_integer(parser, "a whole number", &made->span.last))
      return NULL;
    if (made->span.first > made->span.last) {
      pst_source_fail(parser->source, made->at, "the range begins behind its end");
      return NULL;
    }
    return made;
  }
  made = pst_parser_node(parser, PST_SYNTAX_NUMBER, parser->now.at);
  return made != NULL && read_number(parser, made) ? made : NULL;
}
