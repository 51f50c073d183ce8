/* parser.c -- the state of the parser: words, nodes, brackets, and what is missing. */
#include "language/parser.h"

#include <string.h>

enum { LEVELS_MOST = 200, DEPTH_MOST = 1000 };

/* --- words ------------------------------------------------------------------------------------- */

void pst_parser_advance(struct pst_language_parser *parser)
{
  parser->end = parser->now.at + parser->now.raw.size;
  parser->now = parser->next;
  parser->next = pst_scan(&parser->scanner);
}

void pst_parser_resume(struct pst_language_parser *parser, size_t at)
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

bool pst_parser_is(const struct pst_language_parser *parser, const char *word)
{
  return word_is(&parser->now, word);
}

bool pst_parser_next_is(const struct pst_language_parser *parser, const char *word)
{
  return word_is(&parser->next, word);
}

/* Does what follows begin a value?  A - or + may stand between two numbers as well. */
static bool value_follows(const struct pst_language_parser *parser)
{
  const struct pst_word *next = &parser->next;

  return next->kind == PST_WORD_NUMBER || next->kind == PST_WORD_NAME || word_is(next, "(");
}

bool pst_parser_keyword(const struct pst_language_parser *parser, const char *word)
{
  return pst_parser_is(parser, word)
         && (parser->now.kind == PST_WORD_RESERVED || value_follows(parser));
}

bool pst_parser_take(struct pst_language_parser *parser, const char *word)
{
  if (!pst_parser_is(parser, word))
    return false;
  pst_parser_advance(parser);
  return true;
}

/* Has the line of the byte AT one quote too many or too few? */
static bool odd_quotes(const struct pst_language_parser *parser, size_t at)
{
  struct pst_text text = parser->source->text;
  size_t count = 0;

  while (at > 0 && text.data[at - 1] != '\n')
    at--;
  for (; at < text.size && text.data[at] != '\n'; at++) {
    if (text.data[at] == '\\' && at + 1 < text.size)
      at++;
    else
      count += text.data[at] == '"';
  }
  return count % 2 == 1;
}

bool pst_parser_want(struct pst_language_parser *parser, const char *wanted)
{
  const struct pst_word *now = &parser->now;

  if (now->kind == PST_WORD_BAD)
    return pst_source_fail(parser->source, now->bad_at, "%s", now->message);
  if (now->kind == PST_WORD_END || now->kind == PST_WORD_LINE)
    return pst_source_fail(parser->source, parser->end, "%s is missing here", wanted);
  return pst_source_fail(parser->source, now->at, "%s stands where %s should be%s",
                         pst_source_slice(parser->source, now->at, now->at + now->raw.size), wanted,
                         odd_quotes(parser, now->at) ? "; a \" is missing in this line" : "");
}

bool pst_parser_rest(struct pst_language_parser *parser, const char *wanted)
{
  static const char *const words[] = {"and", "or", "not", "in", "except"};
  const struct pst_word *now = &parser->now;
  size_t near = now->kind == PST_WORD_NAME ? pst_text_near(now->raw, words, 5) : 5;

  if (now->kind == PST_WORD_END || now->kind == PST_WORD_LINE)
    return true;
  if (pst_parser_is(parser, ","))
    return pst_source_fail(parser->source, now->at,
                           "a comma cannot be here; write 8.5 for a decimal");
  if (pst_parser_is(parser, ")") || pst_parser_is(parser, "]") || pst_parser_is(parser, "}"))
    return pst_source_fail(parser->source, now->at, "this %.1s closes nothing", now->raw.data);
  if (near < 5)
    return pst_source_fail(parser->source, now->at, "'%.*s' should not be here; did you mean '%s'?",
                           (int)now->raw.size, now->raw.data, words[near]);
  return pst_parser_want(parser, wanted);
}

bool pst_parser_string(struct pst_language_parser *parser, const char *wanted,
                       struct pst_text *text)
{
  if (parser->now.kind != PST_WORD_STRING)
    return pst_parser_want(parser, wanted);
  *text = parser->now.text;
  pst_parser_advance(parser);
  return true;
}

bool pst_parser_integer(struct pst_language_parser *parser, const char *wanted, int64_t *value)
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

void *pst_parser_grow(struct pst_language_parser *parser, void *items, size_t count, size_t size)
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

struct pst_syntax *pst_parser_node(struct pst_language_parser *parser, enum pst_syntax_kind kind,
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

struct pst_syntax *pst_parser_attach(struct pst_language_parser *parser, struct pst_syntax *parent,
                                     struct pst_syntax *argument)
{
  if (parent == NULL || argument == NULL)
    return NULL;
  parent->arguments =
      pst_parser_grow(parser, parent->arguments, parent->count, sizeof *parent->arguments);
  if (parent->arguments == NULL)
    return NULL;
  parent->arguments[parent->count++] = argument;
  if (parent->depth <= argument->depth)
    parent->depth = argument->depth + 1;
  if (parent->depth > DEPTH_MOST && parser->scanner.dialect == PST_CLAIMS) {
    pst_source_fail(parser->source, argument->end, "more than %d operators follow each other",
                    DEPTH_MOST);
    return NULL;
  }
  parent->end = argument->end;
  return parent;
}

struct pst_syntax *pst_parser_binary(struct pst_language_parser *parser, enum pst_syntax_kind kind,
                                     size_t place, struct pst_syntax *left,
                                     struct pst_syntax *right)
{
  struct pst_syntax *made = left == NULL ? NULL : pst_parser_node(parser, kind, left->at);

  made = pst_parser_attach(parser, pst_parser_attach(parser, made, left), right);
  if (made != NULL)
    made->place = place;
  return made;
}

bool pst_parser_open(struct pst_language_parser *parser)
{
  if (parser->levels++ < LEVELS_MOST)
    return true;
  return pst_source_fail(parser->source, parser->now.at,
                         "brackets, signs and not are nested more than %d deep", LEVELS_MOST);
}

struct pst_syntax *pst_parser_close(struct pst_language_parser *parser, size_t open,
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
