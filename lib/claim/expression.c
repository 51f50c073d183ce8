#include <string.h>

#include "claim/parser.h"

enum { LEVELS_MOST = 200 };

/* --- words ------------------------------------------------------------------------------------- */

void pst_parser_advance(struct pst_claim_parser *parser)
{
  parser->end = parser->now.at + parser->now.raw.size;
  parser->now = parser->next;
  parser->next = pst_scan(&parser->scanner);
}

void pst_parser_resume(struct pst_claim_parser *parser, size_t at)
{
  parser->scanner.at = at;
  parser->scanner.depth = 0;
  pst_parser_advance(parser);
  pst_parser_advance(parser);
}

static bool word_is(const struct pst_word *word, const char *text)
{
  return (word->kind == PST_WORD_NAME || word->kind == PST_WORD_RESERVED
          || word->kind == PST_WORD_SIGN)
         && pst_text_is(word->raw, text);
}

bool pst_parser_is(const struct pst_claim_parser *parser, const char *word)
{
  return word_is(&parser->now, word);
}

bool pst_parser_next_is(const struct pst_claim_parser *parser, const char *word)
{
  return word_is(&parser->next, word);
}

bool pst_parser_take(struct pst_claim_parser *parser, const char *word)
{
  if (!pst_parser_is(parser, word))
    return false;
  pst_parser_advance(parser);
  return true;
}

bool pst_parser_want(struct pst_claim_parser *parser, const char *wanted)
{
  const struct pst_word *now = &parser->now;

  if (now->kind == PST_WORD_BAD)
    return pst_source_fail(parser->source, now->bad_at, "%s", now->message);
  if (now->kind == PST_WORD_END || now->kind == PST_WORD_LINE)
    return pst_source_fail(parser->source, parser->end, "%s is missing here", wanted);
  return pst_source_fail(parser->source, now->at, "%s stands where %s should be",
                         pst_source_slice(parser->source, now->at, now->at + now->raw.size),
                         wanted);
}

bool pst_parser_string(struct pst_claim_parser *parser, const char *wanted, struct pst_text *text)
{
  if (parser->now.kind != PST_WORD_STRING)
    return pst_parser_want(parser, wanted);
  *text = parser->now.text;
  pst_parser_advance(parser);
  return true;
}

bool pst_parser_integer(struct pst_claim_parser *parser, const char *wanted, int64_t *value)
{
  if (parser->now.kind != PST_WORD_NUMBER || !parser->now.is_integer)
    return pst_parser_want(parser, wanted);
  if (parser->now.raw.size > 15)
    return pst_source_fail(parser->source, parser->now.at, "the number %.*s is too large",
                           (int)parser->now.raw.size, parser->now.raw.data);
  *value = 0;
  for (size_t i = 0; i < parser->now.raw.size; i++)
    *value = *value * 10 + (parser->now.raw.data[i] - '0');
  pst_parser_advance(parser);
  return true;
}

void *pst_parser_grow(struct pst_claim_parser *parser, void *items, size_t count, size_t size)
{
  void *grown;

  if (count > 0 && (count & (count - 1)) != 0) /* room comes in powers of two */
    return items;
  grown = pst_arena_array(parser->exact->arena, count == 0 ? 1 : 2 * count, size);
  if (grown == NULL)
    parser->source->failed = true;
  else if (count > 0)
    memcpy(grown, items, count * size);
  return grown;
}

/* --- nodes ------------------------------------------------------------------------------------- */

static struct pst_syntax *node(struct pst_claim_parser *parser, enum pst_syntax_kind kind,
                               size_t at)
{
  struct pst_syntax *made = pst_arena_array(parser->exact->arena, 1, sizeof *made);

  if (made == NULL) {
    parser->source->failed = true;
    return NULL;
  }
  made->kind = kind;
  made->at = made->end = made->place = at;
  return made;
}

/* Adds ARGUMENT, which may be NULL after an error; returns PARENT, or NULL. */
static struct pst_syntax *attach(struct pst_claim_parser *parser, struct pst_syntax *parent,
                                 struct pst_syntax *argument)
{
  if (parent == NULL || argument == NULL)
    return NULL;
  parent->arguments =
      pst_parser_grow(parser, parent->arguments, parent->count, sizeof *parent->arguments);
  if (parent->arguments == NULL)
    return NULL;
  parent->arguments[parent->count++] = argument;
  parent->end = argument->end;
  return parent;
}

static struct pst_syntax *binary(struct pst_claim_parser *parser, enum pst_syntax_kind kind,
                                 size_t place, struct pst_syntax *left, struct pst_syntax *right)
{
  struct pst_syntax *made = left == NULL ? NULL : node(parser, kind, left->at);

  made = attach(parser, attach(parser, made, left), right);
  if (made != NULL)
    made->place = place;
  return made;
}

static bool open_level(struct pst_claim_parser *parser)
{
  if (parser->levels++ < LEVELS_MOST)
    return true;
  return pst_source_fail(parser->source, parser->now.at,
                         "brackets, signs and not are nested more than %d deep", LEVELS_MOST);
}

/* Past the CLOSING of what was opened at the byte OPEN; MADE, now complete, or NULL. */
static struct pst_syntax *close_with(struct pst_claim_parser *parser, size_t open,
                                     const char *closing, struct pst_syntax *made)
{
  if (made == NULL)
    return NULL;
  if (!pst_parser_is(parser, closing)) {
    if (parser->now.kind == PST_WORD_LINE || parser->now.kind == PST_WORD_END)
      pst_source_fail(parser->source, open, "this %c is never closed",
                      parser->source->text.data[open]);
    else
      pst_parser_want(parser, strcmp(closing, ")") == 0   ? "a closing )"
                              : strcmp(closing, "]") == 0 ? "a closing ]"
                                                          : "a closing }");
    return NULL;
  }
  made->end = parser->now.at + 1;
  pst_parser_advance(parser);
  parser->levels--;
  return made;
}

/* --- atoms ------------------------------------------------------------------------------------- */

static struct pst_syntax *parse_sum(struct pst_claim_parser *parser);

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

static struct pst_syntax *parse_number(struct pst_claim_parser *parser)
{
  struct pst_syntax *made;

  if (pst_parser_next_is(parser, "..")) {
    made = node(parser, PST_SYNTAX_SPAN, parser->now.at);
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
  made = node(parser, PST_SYNTAX_NUMBER, parser->now.at);
  return made != NULL && read_number(parser, made) ? made : NULL;
}

/* `NAME in sum : expr` into MADE, up to the closing sign. */
static struct pst_syntax *parse_each(struct pst_claim_parser *parser, struct pst_syntax *made)
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
  made = attach(parser, made, parse_sum(parser));
  if (made != NULL && !pst_parser_take(parser, ":")) {
    pst_parser_want(parser, "a colon (:)");
    return NULL;
  }
  return made == NULL ? NULL : attach(parser, made, pst_parse_expression(parser));
}

static bool each_follows(const struct pst_claim_parser *parser)
{
  return parser->now.kind == PST_WORD_NAME && pst_parser_next_is(parser, "in");
}

static struct pst_syntax *parse_quantifier(struct pst_claim_parser *parser)
{
  static const char *const names[] = {"all", "most", "some", "none"};
  struct pst_syntax *made = node(parser, PST_SYNTAX_QUANTIFIER, parser->now.at);
  size_t open;

  for (int i = 0; i < 4 && made != NULL; i++)
    if (pst_parser_is(parser, names[i]))
      made->quantifier = (enum pst_quantifier)i;
  pst_parser_advance(parser);
  open = parser->now.at;
  if (made == NULL || !open_level(parser))
    return NULL;
  if (!pst_parser_take(parser, "(")) {
    pst_parser_want(parser, "an opening (");
    return NULL;
  }
  return close_with(parser, open, ")", parse_each(parser, made));
}

static struct pst_syntax *parse_braces(struct pst_claim_parser *parser)
{
  size_t open = parser->now.at;
  struct pst_syntax *made;

  if (!open_level(parser))
    return NULL;
  pst_parser_advance(parser);
  if (each_follows(parser)) {
    made = node(parser, PST_SYNTAX_SUCH, open);
    return made == NULL ? NULL : close_with(parser, open, "}", parse_each(parser, made));
  }
  made = node(parser, PST_SYNTAX_LIST, open);
  if (pst_parser_is(parser, "}")) {
    pst_parser_want(parser, "a member of the set");
    return NULL;
  }
  do {
    made = attach(parser, made, parse_sum(parser));
  } while (made != NULL && pst_parser_take(parser, ","));
  return close_with(parser, open, "}", made);
}

static struct pst_syntax *parse_series(struct pst_claim_parser *parser)
{
  size_t open = parser->now.at;
  struct pst_syntax *made = node(parser, PST_SYNTAX_SERIES, open);

  if (made == NULL || !open_level(parser))
    return NULL;
  pst_parser_advance(parser);
  return close_with(parser, open, "]", parse_each(parser, made));
}

static struct pst_syntax *parse_index(struct pst_claim_parser *parser)
{
  if (pst_parser_is(parser, "*")) {
    struct pst_syntax *made = node(parser, PST_SYNTAX_EVERY, parser->now.at);

    if (made != NULL)
      made->end = made->at + 1;
    pst_parser_advance(parser);
    return made;
  }
  return parse_sum(parser);
}

static struct pst_syntax *parse_cell(struct pst_claim_parser *parser)
{
  struct pst_syntax *made = node(parser, PST_SYNTAX_CELL, parser->now.at);
  size_t open = parser->next.at;

  if (made == NULL || !open_level(parser))
    return NULL;
  made->text = parser->now.text;
  pst_parser_advance(parser);
  pst_parser_advance(parser);
  do {
    made = attach(parser, made, parse_index(parser));
  } while (made != NULL && pst_parser_take(parser, ","));
  return close_with(parser, open, "]", made);
}

static struct pst_syntax *parse_call(struct pst_claim_parser *parser)
{
  struct pst_syntax *made = node(parser, PST_SYNTAX_CALL, parser->now.at);
  size_t open = parser->next.at;

  if (made == NULL || !open_level(parser))
    return NULL;
  made->text = parser->now.text;
  pst_parser_advance(parser);
  pst_parser_advance(parser);
  do {
    made = attach(parser, made, pst_parse_expression(parser));
  } while (made != NULL && pst_parser_take(parser, ","));
  return close_with(parser, open, ")", made);
}

static struct pst_syntax *parse_name(struct pst_claim_parser *parser)
{
  struct pst_syntax *made;

  if (pst_parser_next_is(parser, "["))
    return parse_cell(parser);
  if (pst_parser_next_is(parser, "("))
    return parse_call(parser);
  made = node(parser, PST_SYNTAX_NAME, parser->now.at);
  if (made == NULL)
    return NULL;
  made->text = parser->now.text;
  made->end = made->at + made->text.size;
  pst_parser_advance(parser);
  return made;
}

static struct pst_syntax *parse_group(struct pst_claim_parser *parser)
{
  size_t open = parser->now.at;
  struct pst_syntax *made;

  if (!open_level(parser))
    return NULL;
  pst_parser_advance(parser);
  made = close_with(parser, open, ")", pst_parse_expression(parser));
  if (made != NULL)
    made->at = open;
  return made;
}

static struct pst_syntax *parse_text(struct pst_claim_parser *parser)
{
  struct pst_syntax *made = node(parser, PST_SYNTAX_TEXT, parser->now.at);

  if (made == NULL)
    return NULL;
  made->text = parser->now.text;
  made->end = made->at + parser->now.raw.size;
  pst_parser_advance(parser);
  return made;
}

static struct pst_syntax *parse_atom(struct pst_claim_parser *parser)
{
  static const char *const quantifiers[] = {"all", "most", "some", "none"};

  switch (parser->now.kind) {
  case PST_WORD_NUMBER:
    return parse_number(parser);
  case PST_WORD_STRING:
    return parse_text(parser);
  case PST_WORD_NAME:
    return parse_name(parser);
  default:
    break;
  }
  for (size_t i = 0; i < 4; i++)
    if (pst_parser_is(parser, quantifiers[i]))
      return parse_quantifier(parser);
  if (pst_parser_is(parser, "{"))
    return parse_braces(parser);
  if (pst_parser_is(parser, "["))
    return parse_series(parser);
  if (pst_parser_is(parser, "("))
    return parse_group(parser);
  pst_parser_want(parser, "a number, a text, a cell or a function");
  return NULL;
}

/* --- operators --------------------------------------------------------------------------------- */

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
  made = node(parser, PST_SYNTAX_NEGATE, at);
  return attach(parser, made, operand);
}

static struct pst_syntax *parse_signed(struct pst_claim_parser *parser)
{
  size_t at = parser->now.at;

  if (pst_parser_take(parser, "-"))
    return negate(parser, at, parse_atom(parser));
  if (pst_parser_take(parser, "+")) {
    struct pst_syntax *operand = parse_atom(parser);

    if (operand != NULL)
      operand->at = at;
    return operand;
  }
  return parse_atom(parser);
}

static struct pst_syntax *parse_product(struct pst_claim_parser *parser)
{
  struct pst_syntax *left = parse_signed(parser);

  while (left != NULL && (pst_parser_is(parser, "*") || pst_parser_is(parser, "/"))) {
    size_t place = parser->now.at;
    enum pst_syntax_kind kind =
        pst_parser_is(parser, "*") ? PST_SYNTAX_MULTIPLY : PST_SYNTAX_DIVIDE;

    pst_parser_advance(parser);
    left = binary(parser, kind, place, left, parse_signed(parser));
  }
  return left;
}

static struct pst_syntax *parse_sum(struct pst_claim_parser *parser)
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
    left = binary(parser, kind, place, left, parse_product(parser));
  }
  return left;
}

static struct pst_syntax *parse_about(struct pst_claim_parser *parser, size_t place,
                                      struct pst_syntax *left)
{
  struct pst_syntax *made = binary(parser, PST_SYNTAX_ABOUT, place, left, parse_sum(parser));

  if (made != NULL && pst_parser_take(parser, "within"))
    made = attach(parser, made, parse_sum(parser));
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
  made = binary(parser, PST_SYNTAX_COMPARE, place, left, parse_sum(parser));
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
  made = binary(parser, PST_SYNTAX_COMPARE, place, left, parse_sum(parser));
  if (made != NULL)
    made->compare.relation = relation;
  return made;
}

static struct pst_syntax *parse_direction(struct pst_claim_parser *parser, struct pst_syntax *left)
{
  struct pst_syntax *made = node(parser, PST_SYNTAX_DIRECTION, left->at);

  made = attach(parser, made, left);
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
  struct pst_syntax *left = parse_sum(parser);
  size_t place = parser->now.at;

  if (left == NULL)
    return NULL;
  if (pst_parser_is(parser, "="))
    return parse_equality(parser, left);
  for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
    if (pst_parser_is(parser, orders[i].sign))
      return parse_order(parser, left, orders[i].relation);
  if (pst_parser_take(parser, "in"))
    return binary(parser, PST_SYNTAX_IN, place, left, parse_sum(parser));
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
  return attach(parser, node(parser, PST_SYNTAX_NOT, at), parse_test(parser));
}

static struct pst_syntax *parse_both(struct pst_claim_parser *parser)
{
  struct pst_syntax *left = parse_negation(parser);

  while (left != NULL && pst_parser_is(parser, "and")) {
    size_t place = parser->now.at;

    pst_parser_advance(parser);
    left = binary(parser, PST_SYNTAX_AND, place, left, parse_negation(parser));
  }
  return left;
}

struct pst_syntax *pst_parse_expression(struct pst_claim_parser *parser)
{
  struct pst_syntax *left = parse_both(parser);

  while (left != NULL && pst_parser_is(parser, "or")) {
    size_t place = parser->now.at;

    pst_parser_advance(parser);
    left = binary(parser, PST_SYNTAX_OR, place, left, parse_both(parser));
  }
  return left;
}
