/* atom.c -- what stands between the operators: values, names, calls, sets. */
#include "language/admit.h"

/* `NAME in sum : expr` into MADE, up to the closing sign. */
static struct pst_syntax *parse_each(struct pst_language_parser *parser, struct pst_syntax *made)
{
  if (parser->now.kind != PST_WORD_NAME) {
    pst_parser_want(parser, "a name for the members, as in all(p in keys(...): ...)");
    return NULL;
  }
  made->text = parser->now.text;
  pst_parser_advance(parser);
  if (!pst_parser_take(parser, "in")) {
    pst_parser_want(parser, "in");
    return NULL;
  }
  made = pst_parser_attach(parser, made, pst_parser_sum(parser));
  if (made != NULL && !pst_parser_take(parser, ":")) {
    pst_parser_want(parser, "a colon (:)");
    return NULL;
  }
  return made == NULL ? NULL : pst_parser_attach(parser, made, pst_parser_expression(parser));
}

static bool each_follows(const struct pst_language_parser *parser)
{
  return parser->now.kind == PST_WORD_NAME && pst_parser_next_is(parser, "in");
}

static struct pst_syntax *parse_quantifier(struct pst_language_parser *parser)
{
  static const char *const names[] = {"all", "most", "some", "none"};
  struct pst_syntax *made = pst_parser_node(parser, PST_SYNTAX_QUANTIFIER, parser->now.at);
  size_t open;

  if (!pst_admit(parser, PST_CONSTRUCT_QUANTIFIER, parser->now.at))
    return NULL;
  for (int i = 0; i < 4 && made != NULL; i++)
    if (pst_parser_is(parser, names[i]))
      made->quantifier = (enum pst_quantifier)i;
  pst_parser_advance(parser);
  open = parser->now.at;
  if (made == NULL || !pst_parser_open(parser))
    return NULL;
  if (!pst_parser_take(parser, "(")) {
    pst_parser_want(parser, "an opening (");
    return NULL;
  }
  return pst_parser_close(parser, open, ")", parse_each(parser, made));
}

static struct pst_syntax *parse_braces(struct pst_language_parser *parser)
{
  size_t open = parser->now.at;
  struct pst_syntax *made;

  if (!pst_parser_open(parser))
    return NULL;
  pst_parser_advance(parser);
  if (each_follows(parser)) {
    if (!pst_admit(parser, PST_CONSTRUCT_SUCH, open))
      return NULL;
    made = pst_parser_node(parser, PST_SYNTAX_SUCH, open);
    return made == NULL ? NULL : pst_parser_close(parser, open, "}", parse_each(parser, made));
  }
  made = pst_parser_node(parser, PST_SYNTAX_LIST, open);
  if (pst_parser_is(parser, "}")) {
    pst_source_fail(parser->source, parser->now.at, "a set needs at least one member");
    return NULL;
  }
  do {
    made = pst_parser_attach(parser, made, pst_parser_sum(parser));
  } while (made != NULL && pst_parser_take(parser, ","));
  return pst_parser_close(parser, open, "}", made);
}

static struct pst_syntax *parse_series(struct pst_language_parser *parser)
{
  size_t open = parser->now.at;
  struct pst_syntax *made = pst_parser_node(parser, PST_SYNTAX_SERIES, open);

  if (!pst_admit(parser, PST_CONSTRUCT_SERIES, open) || made == NULL || !pst_parser_open(parser))
    return NULL;
  pst_parser_advance(parser);
  return pst_parser_close(parser, open, "]", parse_each(parser, made));
}

static struct pst_syntax *parse_index(struct pst_language_parser *parser)
{
  if (pst_parser_is(parser, "*")) {
    struct pst_syntax *made = pst_parser_node(parser, PST_SYNTAX_EVERY, parser->now.at);

    if (made != NULL)
      made->end = made->at + 1;
    pst_parser_advance(parser);
    return made;
  }
  return pst_parser_sum(parser);
}

static struct pst_syntax *parse_cell(struct pst_language_parser *parser)
{
  struct pst_syntax *made = pst_parser_node(parser, PST_SYNTAX_CELL, parser->now.at);
  size_t open = parser->next.at;

  if (!pst_admit(parser, PST_CONSTRUCT_CELL, open) || made == NULL || !pst_parser_open(parser))
    return NULL;
  made->text = parser->now.text;
  pst_parser_advance(parser);
  pst_parser_advance(parser);
  do {
    made = pst_parser_attach(parser, made, parse_index(parser));
  } while (made != NULL && pst_parser_take(parser, ","));
  return pst_parser_close(parser, open, "]", made);
}

static struct pst_syntax *parse_call(struct pst_language_parser *parser)
{
  struct pst_syntax *made = pst_parser_node(parser, PST_SYNTAX_CALL, parser->now.at);
  size_t open = parser->next.at;

  if (made == NULL || !pst_parser_open(parser))
    return NULL;
  made->text = parser->now.text;
  pst_parser_advance(parser);
  pst_parser_advance(parser);
  if (pst_parser_is(parser, ")")) /* how many it takes is said when it is known what it is */
    return pst_parser_close(parser, open, ")", made);
  do {
    made = pst_parser_attach(parser, made, pst_parser_expression(parser));
  } while (made != NULL && pst_parser_take(parser, ","));
  return pst_parser_close(parser, open, ")", made);
}

static struct pst_syntax *parse_name(struct pst_language_parser *parser)
{
  struct pst_syntax *made;

  if (pst_parser_next_is(parser, "["))
    return parse_cell(parser);
  if (pst_parser_next_is(parser, "("))
    return parse_call(parser);
  made = pst_parser_node(parser, PST_SYNTAX_NAME, parser->now.at);
  if (made == NULL)
    return NULL;
  made->text = pst_scan_normal(parser->source, parser->now.text);
  made->end = made->at + parser->now.raw.size;
  pst_parser_advance(parser);
  return made;
}

static struct pst_syntax *parse_group(struct pst_language_parser *parser)
{
  size_t open = parser->now.at;
  struct pst_syntax *made;

  if (!pst_parser_open(parser))
    return NULL;
  pst_parser_advance(parser);
  made = pst_parser_close(parser, open, ")", pst_parser_expression(parser));
  if (made != NULL)
    made->at = open;
  return made;
}

static struct pst_syntax *parse_text(struct pst_language_parser *parser)
{
  struct pst_syntax *made = pst_parser_node(parser, PST_SYNTAX_TEXT, parser->now.at);

  if (made == NULL)
    return NULL;
  made->text = pst_scan_normal(parser->source, parser->now.text);
  made->end = made->at + parser->now.raw.size;
  pst_parser_advance(parser);
  return made;
}

/* In rows a column may be called all: it is the quantifier before an opening (. */
static bool quantifier_here(const struct pst_language_parser *parser)
{
  static const char *const quantifiers[] = {"all", "most", "some", "none"};

  for (size_t i = 0; i < 4; i++)
    if (pst_parser_is(parser, quantifiers[i]))
      return parser->now.kind == PST_WORD_RESERVED || pst_parser_next_is(parser, "(");
  return false;
}

static struct pst_syntax *refuse_atom(struct pst_language_parser *parser)
{
  if (pst_parser_is(parser, "not"))
    pst_source_fail(parser->source, parser->now.at,
                    "not stands before a whole test; write not (...)");
  else
    pst_parser_want(parser, parser->scanner.dialect == PST_ROWS
                                ? "a number, a text, a column or a function"
                                : "a number, a text, a cell or a function");
  return NULL;
}

/* exactly 100 %, about 30 %: in claims, where a number may stand. */
static bool sense_here(const struct pst_language_parser *parser, enum pst_sense *sense)
{
  *sense = pst_parser_is(parser, "exactly") ? PST_SENSE_EXACTLY : PST_SENSE_ABOUT;
  return parser->scanner.dialect == PST_CLAIMS
         && (pst_parser_is(parser, "exactly") || pst_parser_is(parser, "about"))
         && parser->next.kind == PST_WORD_NUMBER;
}

static struct pst_syntax *parse_sense(struct pst_language_parser *parser, enum pst_sense sense)
{
  size_t at = parser->now.at;
  struct pst_syntax *made;

  pst_parser_advance(parser);
  made = pst_parser_number(parser);
  if (made == NULL || made->kind == PST_SYNTAX_NUMBER) {
    if (made != NULL) {
      made->number.sense = sense;
      made->at = made->place = at;
    }
    return made;
  }
  pst_source_fail(parser->source, at, "%s stands before a number, not before a range",
                  sense == PST_SENSE_EXACTLY ? "exactly" : "about");
  return NULL;
}

struct pst_syntax *pst_parser_atom(struct pst_language_parser *parser)
{
  enum pst_sense sense;

  if (quantifier_here(parser))
    return parse_quantifier(parser);
  if (sense_here(parser, &sense))
    return parse_sense(parser, sense);
  if (parser->now.kind == PST_WORD_NUMBER)
    return pst_parser_number(parser);
  if (parser->now.kind == PST_WORD_STRING)
    return parse_text(parser);
  if (parser->now.kind == PST_WORD_NAME)
    return parse_name(parser);
  if (pst_parser_is(parser, "{"))
    return parse_braces(parser);
  if (pst_parser_is(parser, "["))
    return parse_series(parser);
  if (pst_parser_is(parser, "("))
    return parse_group(parser);
  return refuse_atom(parser);
}
