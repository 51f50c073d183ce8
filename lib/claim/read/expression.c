#include "claim/read/parser.h"

/* -8.1 is one literal. */
static struct pst_syntax *negate(struct pst_claim_parser *parser, size_t at,
                                 struct pst_syntax *operand)
{
  struct pst_syntax *made;

  if (operand == NULL)
    return NULL;
  if (operand->kind == PST_SYNTAX_NUMBER) {
    operand->number.value = pst_rational_negate(parser->exact, operand->number.value);
    operand->at = at;
    return operand;
  }
  made = pst_parser_node(parser, PST_SYNTAX_NEGATE, at);
  return pst_parser_attach(parser, made, operand);
}

static struct pst_syntax *parse_signed(struct pst_claim_parser *parser)
{
  size_t at = parser->now.at;

  if (pst_parser_take(parser, "-"))
    return negate(parser, at, pst_parser_atom(parser));
  if (pst_parser_take(parser, "+")) {
    struct pst_syntax *operand = pst_parser_atom(parser);

    if (operand != NULL)
      operand->at = at;
    return operand;
  }
  return pst_parser_atom(parser);
}

static struct pst_syntax *parse_product(struct pst_claim_parser *parser)
{
  struct pst_syntax *left = parse_signed(parser);

  while (left != NULL && (pst_parser_is(parser, "*") || pst_parser_is(parser, "/"))) {
    size_t place = parser->now.at;
    enum pst_syntax_kind kind =
        pst_parser_is(parser, "*") ? PST_SYNTAX_MULTIPLY : PST_SYNTAX_DIVIDE;

    pst_parser_advance(parser);
    left = pst_parser_binary(parser, kind, place, left, parse_signed(parser));
  }
  return left;
}

struct pst_syntax *pst_parser_sum(struct pst_claim_parser *parser)
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

static struct pst_syntax *parse_about(struct pst_claim_parser *parser, size_t place,
                                      struct pst_syntax *left)
{
  struct pst_syntax *made =
      pst_parser_binary(parser, PST_SYNTAX_ABOUT, place, left, pst_parser_sum(parser));

  if (made != NULL && pst_parser_take(parser, "within"))
    made = pst_parser_attach(parser, made, pst_parser_sum(parser));
  return made;
}

static struct pst_syntax *parse_equality(struct pst_claim_parser *parser, struct pst_syntax *left)
{
  size_t place = parser->now.at;
  struct pst_syntax *made;
  bool exactly;

  pst_parser_advance(parser);
  if (pst_parser_take(parser, "about"))
    return parse_about(parser, place, left);
  exactly = pst_parser_take(parser, "exactly");
  made = pst_parser_binary(parser, PST_SYNTAX_COMPARE, place, left, pst_parser_sum(parser));
  if (made != NULL) {
    made->compare.relation = PST_IS_EQUAL;
    made->compare.exactly = exactly;
  }
  return made;
}

static struct pst_syntax *parse_order(struct pst_claim_parser *parser, struct pst_syntax *left,
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

static struct pst_syntax *parse_direction(struct pst_claim_parser *parser, struct pst_syntax *left)
{
  struct pst_syntax *made = pst_parser_node(parser, PST_SYNTAX_DIRECTION, left->at);

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

static struct pst_syntax *parse_test(struct pst_claim_parser *parser)
{
  static const struct {
    const char *sign;
    enum pst_relation relation;
  } orders[] = {{"!=", PST_IS_NOT_EQUAL},
                {"<", PST_IS_LESS},
                {"<=", PST_IS_AT_MOST},
                {">", PST_IS_MORE},
                {">=", PST_IS_AT_LEAST}};
  static const char *const directions[] = {"always", "never", "rises", "falls"};
  struct pst_syntax *left = pst_parser_sum(parser);
  size_t place = parser->now.at;

  if (left == NULL)
    return NULL;
  if (pst_parser_is(parser, "="))
    return parse_equality(parser, left);
  for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
    if (pst_parser_is(parser, orders[i].sign))
      return parse_order(parser, left, orders[i].relation);
  if (pst_parser_take(parser, "in"))
    return pst_parser_binary(parser, PST_SYNTAX_IN, place, left, pst_parser_sum(parser));
  for (size_t i = 0; i < sizeof directions / sizeof *directions; i++)
    if (pst_parser_is(parser, directions[i]))
      return parse_direction(parser, left);
  return left;
}

static struct pst_syntax *parse_negation(struct pst_claim_parser *parser)
{
  size_t at = parser->now.at;

  if (!pst_parser_take(parser, "not"))
    return parse_test(parser);
  return pst_parser_attach(parser, pst_parser_node(parser, PST_SYNTAX_NOT, at), parse_test(parser));
}

static struct pst_syntax *parse_both(struct pst_claim_parser *parser)
{
  struct pst_syntax *left = parse_negation(parser);

  while (left != NULL && pst_parser_is(parser, "and")) {
    size_t place = parser->now.at;

    pst_parser_advance(parser);
    left = pst_parser_binary(parser, PST_SYNTAX_AND, place, left, parse_negation(parser));
  }
  return left;
}

struct pst_syntax *pst_parse_expression(struct pst_claim_parser *parser)
{
  struct pst_syntax *left = parse_both(parser);

  while (left != NULL && pst_parser_is(parser, "or")) {
    size_t place = parser->now.at;

    pst_parser_advance(parser);
    left = pst_parser_binary(parser, PST_SYNTAX_OR, place, left, parse_both(parser));
  }
  return left;
}
