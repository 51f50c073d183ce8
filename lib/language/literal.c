/* literal.c -- numbers, their units, and ranges of whole numbers. */
#include "base/number.h"
#include "language/parser.h"

/* Is the name here a unit?  `printed` belongs to the table, AND is and miswritten. */
static bool unit_here(const struct pst_language_parser *parser)
{
  struct pst_text word = parser->now.raw;
  char small[8];

  if (parser->now.kind != PST_WORD_NAME || pst_parser_is(parser, "printed")
      || (parser->scanner.dialect == PST_CLAIMS && pst_parser_is(parser, "of"))
      || pst_scan_reserved(word, PST_CLAIMS))
    return false;
  for (size_t i = 0; i < word.size && i < sizeof small; i++)
    small[i] =
        (char)(word.data[i] >= 'A' && word.data[i] <= 'Z' ? word.data[i] + 32 : word.data[i]);
  return word.size > sizeof small
         || !pst_scan_reserved((struct pst_text){.data = small, .size = word.size}, PST_ROWS);
}

/* In claims `USD per person` is the unit USD/person. */
static bool read_per(struct pst_language_parser *parser, struct pst_unit *unit)
{
  const char *word;

  if (parser->scanner.dialect != PST_CLAIMS || unit->kind != PST_UNIT_WORD
      || !pst_parser_take(parser, "per"))
    return true;
  if (!unit_here(parser) && (parser->now.kind != PST_WORD_STRING || parser->now.text.size == 0))
    return pst_parser_want(parser, "a unit behind per, as in USD per person");
  word = pst_arena_format(parser->source->arena, "%.*s/%.*s", (int)unit->word.size, unit->word.data,
                          (int)parser->now.text.size, parser->now.text.data);
  if (word == NULL) {
    parser->source->failed = true;
    return false;
  }
  unit->word = pst_text_of(word);
  pst_parser_advance(parser);
  return true;
}

bool pst_parser_unit(struct pst_language_parser *parser, struct pst_unit *unit, bool *has)
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
  } else if (!unit_here(parser) && parser->now.kind != PST_WORD_STRING) {
    *has = false;
    return true;
  }
  if (unit_here(parser) || (parser->now.kind == PST_WORD_STRING && parser->now.text.size > 0)) {
    unit->kind = PST_UNIT_WORD;
    unit->word = parser->now.text;
    pst_parser_advance(parser);
    return read_per(parser, unit);
  } else if (unit->scale == 0) {
    *has = false;
    if (parser->now.kind == PST_WORD_STRING)
      return pst_parser_want(parser, "the name of a unit");
  }
  return true;
}

static bool too_long(struct pst_language_parser *parser, const char *what)
{
  struct pst_text raw = parser->now.raw;

  return pst_source_fail(parser->source, parser->now.at, "the number %.*s is too %s",
                         (int)(raw.size < 40 ? raw.size : 40), raw.data, what);
}

/* A claim takes the very decimal, a row the nearest double. */
static bool read_digits(struct pst_language_parser *parser, struct pst_syntax *made)
{
  double nearest;

  made->number.raw = parser->now.raw;
  made->number.is_integer = parser->now.is_integer;
  if (parser->scanner.dialect == PST_ROWS
      && !pst_number_parse(parser->now.raw, NULL, &nearest, NULL))
    return too_long(parser, "large");
  return pst_rational_parse(parser->exact, parser->now.raw, &made->number.value,
                            &made->number.decimals)
         || too_long(parser, "long");
}

static bool read_number(struct pst_language_parser *parser, struct pst_syntax *made)
{
  struct pst_exact *exact = parser->exact;
  int power;

  if (!read_digits(parser, made))
    return false;
  made->end = parser->now.at + parser->now.raw.size;
  pst_parser_advance(parser);
  if (!pst_parser_unit(parser, &made->number.unit, &made->number.has_unit))
    return false;
  if (made->number.has_unit)
    made->end = parser->now.at;
  power = made->number.unit.scale - made->number.decimals;
  made->number.digit = pst_rational_power(exact, power > 400 ? 400 : power < -400 ? -400 : power);
  made->number.value = pst_rational_multiply(exact, made->number.value,
                                             pst_rational_power(exact, made->number.unit.scale));
  return true;
}

/* [ - ] INTEGER */
static bool read_end(struct pst_language_parser *parser, int64_t *value)
{
  bool negative = pst_parser_take(parser, "-");

  if (!pst_parser_integer(parser, "a whole number", value))
    return false;
  *value = negative ? -*value : *value;
  return true;
}

static struct pst_syntax *read_span(struct pst_language_parser *parser)
{
  struct pst_syntax *made = pst_parser_node(parser, PST_SYNTAX_SPAN, parser->now.at);

  if (made == NULL || !read_end(parser, &made->span.first))
    return NULL;
  pst_parser_advance(parser);
  if (!read_end(parser, &made->span.last))
    return NULL;
  made->end = parser->end;
  if (made->span.first <= made->span.last)
    return made;
  pst_source_fail(parser->source, made->at, "the range ends before it starts");
  return NULL;
}

struct pst_syntax *pst_parser_number(struct pst_language_parser *parser)
{
  struct pst_syntax *made;

  if (pst_parser_is(parser, "-") || pst_parser_next_is(parser, ".."))
    return read_span(parser);
  made = pst_parser_node(parser, PST_SYNTAX_NUMBER, parser->now.at);
  return made != NULL && read_number(parser, made) ? made : NULL;
}
