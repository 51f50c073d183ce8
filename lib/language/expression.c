/* expression.c -- the operators, from or down to the signs before a value. */
#include "language/admit.h"

/* -8.1 is one literal. */
static struct pst_syntax *negate(struct pst_language_parser *parser, size_t at,
                                 struct pst_syntax *operand)
{
  struct pst_syntax *made;

  if (operand == NULL)
    return NULL;
  if (operand->kind == PST_SYNTAX_NUMBER) {
    operand->number.value = pst_rational_negate(parser->exact, operand->number.value);
    operand->number.negative = !operand->number.negative;
    operand->at = operand->place = at;
    return operand;
  }
  made = pst_parser_node(parser, PST_SYNTAX_NEGATE, at);
  return pst_parser_attach(parser, made, operand);
}

/* A range may begin below 0: -5..-1. */
static bool span_follows(const struct pst_language_parser *parser)
{
  size_t at = parser->next.at + parser->next.raw.size;
  struct pst_text text = parser->source->text;

  while (at < text.size && (text.data[at] == ' ' || text.data[at] == '\t'))
    at++;
  return parser->next.kind == PST_WORD_NUMBER
         && pst_text_begins((struct pst_text){.data = text.data + at, .size = text.size - at},
                            "..");
}

static struct pst_syntax *parse_signed(struct pst_language_parser *parser)
{
  size_t at = parser->now.at;
  struct pst_syntax *operand;

  if (pst_parser_is(parser, "-") && span_follows(parser))
    return pst_parser_number(parser);
  if (pst_parser_take(parser, "-"))
    return negate(parser, at, pst_parser_atom(parser));
  if (!pst_parser_take(parser, "+"))
    return pst_parser_atom(parser);
  operand = pst_parser_atom(parser);
  if (operand != NULL && operand->kind != PST_SYNTAX_NUMBER && parser->scanner.dialect == PST_ROWS)
    operand = pst_parser_attach(parser, pst_parser_node(parser, PST_SYNTAX_PLUS, at), operand);
  if (operand != NULL)
    operand->at = at;
  return operand;
}

static bool product_here(const struct pst_language_parser *parser, enum pst_syntax_kind *kind)
{
  if (pst_parser_is(parser, "*"))
    *kind = PST_SYNTAX_MULTIPLY;
  else if (pst_parser_is(parser, "/"))
    *kind = PST_SYNTAX_DIVIDE;
  else if (parser->scanner.dialect == PST_CLAIMS && pst_parser_is(parser, "of"))
    *kind = PST_SYNTAX_OF;
  else
    return false;
  return true;
}

static struct pst_syntax *parse_product(struct pst_language_parser *parser)
{
  struct pst_syntax *left = parse_signed(parser);
  enum pst_syntax_kind kind;

  while (left != NULL && product_here(parser, &kind)) {
    size_t place = parser->now.at;

    pst_parser_advance(parser);
    left = pst_parser_binary(parser, kind, place, left, parse_signed(parser));
  }
  return left;
}

struct pst_syntax *pst_parser_sum(struct pst_language_parser *parser)
{
  struct pst_syntax *left = parse_product(parser);

  while (left != NULL) {
    size_t place = parser->now.at;
    enum pst_syntax_kind kind;

    if (pst_parser_is(parser, "+"))
      kind = PST_SYNTAX_ADD;
    else if (pst_parser_is(parser, "-"))
      kind = PST_SYNTAX_SUBTRACT;
    else if (pst_parser_is(parser, "except"))
      kind = PST_SYNTAX_EXCEPT;
    else
      break;
    pst_parser_advance(parser);
    left = pst_parser_binary(parser, kind, place, left, parse_product(parser));
  }
  return left;
}

static struct pst_syntax *parse_about(struct pst_language_parser *parser, size_t place,
                                      struct pst_syntax *left)
{
  struct pst_syntax *made =
      pst_parser_binary(parser, PST_SYNTAX_ABOUT, place, left, pst_parser_sum(parser));

  if (made != NULL && pst_parser_take(parser, "within"))
    made = pst_parser_attach(parser, made, pst_parser_sum(parser));
  return made;
}

static struct pst_syntax *parse_equality(struct pst_language_parser *parser,
                                         struct pst_syntax *left)
{
  size_t place = parser->now.at;
  struct pst_syntax *made;
  bool exactly;

  pst_parser_advance(parser);
  if (pst_parser_keyword(parser, "about")) {
    pst_parser_advance(parser);
    return parse_about(parser, place, left);
  }
  exactly = pst_parser_keyword(parser, "exactly");
  if (exactly)
    pst_parser_advance(parser);
  made = pst_parser_binary(parser, PST_SYNTAX_COMPARE, place, left, pst_parser_sum(parser));
  if (made != NULL) {
    made->compare.relation = PST_IS_EQUAL;
    made->compare.exactly = exactly;
  }
  return made;
}

static struct pst_syntax *parse_order(struct pst_language_parser *parser, struct pst_syntax *left,
                                      enum pst_relation relation)
{
  size_t place = parser->now.at;
  struct pst_syntax *made;

  pst_parser_advance(parser);
  made = pst_parser_binary(parser, PST_SYNTAX_COMPARE, place, left, pst_parser_sum(parser));
  if (made != NULL)
    made->compare.relation = relation;
  return made;
}

static struct pst_syntax *parse_direction(struct pst_language_parser *parser,
                                          struct pst_syntax *left)
{
  struct pst_syntax *made = pst_parser_node(parser, PST_SYNTAX_DIRECTION, left->at);

  if (!pst_admit(parser, PST_CONSTRUCT_DIRECTION, parser->now.at))
    return NULL;
  made = pst_parser_attach(parser, made, left);
  if (made == NULL)
    return NULL;
  made->place = parser->now.at;
  if (pst_parser_take(parser, "always"))
    made->direction.steps = PST_ALWAYS;
  else if (pst_parser_take(parser, "never"))
    made->direction.steps = PST_NEVER;
  made->direction.falls = pst_parser_is(parser, "falls");
  made->end = parser->now.at + 5;
  if (pst_parser_take(parser, "rises") || pst_parser_take(parser, "falls"))
    return made;
  pst_parser_want(parser, "rises or falls");
  return NULL;
}

static bool relation_here(const struct pst_language_parser *parser, enum pst_relation *relation)
{
  static const char *const signs[] = {"=", "!=", "<", "<=", ">", ">="};

  for (int i = 0; i < 6; i++) {
    if (pst_parser_is(parser, signs[i])) {
      *relation = (enum pst_relation)i;
      return true;
    }
  }
  return false;
}

static struct pst_syntax *parse_comparison(struct pst_language_parser *parser,
                                           struct pst_syntax *left, enum pst_relation relation)
{
  struct pst_syntax *made =
      relation == PST_IS_EQUAL ? parse_equality(parser, left) : parse_order(parser, left, relation);

  if (made != NULL && (relation_here(parser, &relation) || pst_parser_is(parser, "in"))) {
    pst_source_fail(parser->source, parser->now.at,
                    "two comparisons in a row; join them with and, as in 1 < x and x < 5");
    return NULL;
  }
  return made;
}

/* A lone number or text is no set, whatever it will be. */
static struct pst_syntax *parse_in(struct pst_language_parser *parser, struct pst_syntax *left)
{
  size_t place = parser->now.at;
  struct pst_syntax *set;

  pst_parser_advance(parser);
  set = pst_parser_sum(parser);
  if (set != NULL && (set->kind == PST_SYNTAX_NUMBER || set->kind == PST_SYNTAX_TEXT)) {
    pst_source_fail(parser->source, set->at,
                    set->kind == PST_SYNTAX_NUMBER
                        ? "in needs a set: {2000, 2005} or 1990..2020"
                        : "in needs a set: {\"a\", \"b\"} or 1990..2020");
    return NULL;
  }
  return pst_parser_binary(parser, PST_SYNTAX_IN, place, left, set);
}

static struct pst_syntax *parse_test(struct pst_language_parser *parser)
{
  static const char *const directions[] = {"always", "never", "rises", "falls"};
  struct pst_syntax *left = pst_parser_sum(parser);
  enum pst_relation relation;

  if (left == NULL)
    return NULL;
  if (relation_here(parser, &relation))
    return parse_comparison(parser, left, relation);
  if (pst_parser_is(parser, "in"))
    return parse_in(parser, left);
  if (pst_parser_is(parser, "not") && pst_parser_next_is(parser, "in")) {
    pst_source_fail(parser->source, parser->now.at,
                    "write not before the whole test: not x in {...}");
    return NULL;
  }
  for (size_t i = 0; i < sizeof directions / sizeof *directions; i++)
    if (pst_parser_is(parser, directions[i]))
      return parse_direction(parser, left);
  return left;
}

static struct pst_syntax *parse_negation(struct pst_language_parser *parser)
{
  size_t at = parser->now.at;

  if (!pst_parser_take(parser, "not"))
    return parse_test(parser);
  return pst_parser_attach(parser, pst_parser_node(parser, PST_SYNTAX_NOT, at), parse_test(parser));
}

static struct pst_syntax *parse_both(struct pst_language_parser *parser)
{
  struct pst_syntax *left = parse_negation(parser);

  while (left != NULL && pst_parser_is(parser, "and")) {
    size_t place = parser->now.at;

    pst_parser_advance(parser);
    left = pst_parser_binary(parser, PST_SYNTAX_AND, place, left, parse_negation(parser));
  }
  return left;
}

struct pst_syntax *pst_parser_expression(struct pst_language_parser *parser)
{
  struct pst_syntax *left = parse_both(parser);

  while (left != NULL && pst_parser_is(parser, "or")) {
    size_t place = parser->now.at;

    pst_parser_advance(parser);
    left = pst_parser_binary(parser, PST_SYNTAX_OR, place, left, parse_both(parser));
  }
  return left;
}
