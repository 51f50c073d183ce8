#include "expr/lex.h"

#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "expr/internal.h"

/* Beyond ASCII: what is not a letter in a name.  Blocks of signs, spaces and punctuation. */
static bool is_sign_beyond_ascii(unsigned long c)
{
  static const struct {
    unsigned long first, last;
  } ranges[] = {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},
                {0xD7, 0xD7},     {0xF7, 0xF7},     {0x1680, 0x1680}, {0x2000, 0x206F},
                {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020},
                {0x3030, 0x3030}, {0xFE00, 0xFE6F}, {0xFEFF, 0xFEFF}, {0xFF00, 0xFF0F},
                {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}};

  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return true;
  return false;
}

static bool is_digit(unsigned long c)
{
  return c >= '0' && c <= '9';
}

static bool is_letter(unsigned long c)
{
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return !is_sign_beyond_ascii(c);
}

static char byte_at(const struct pst_lexer *lexer, size_t at)
{
  return at < lexer->source.size ? lexer->source.data[at] : '\0';
}

static struct pst_text slice(const struct pst_lexer *lexer, size_t from, size_t to)
{
  return (struct pst_text){.data = lexer->source.data + from, .size = to - from};
}

/* The end of the letters and digits that begin at AT. */
static size_t skip_name(struct pst_text source, size_t at)
{
  size_t next = at;

  while (next < source.size) {
    unsigned long c = pst_utf8_next(source, &next);

    if (!is_letter(c) && !is_digit(c))
      break;
    at = next;
  }
  return at;
}

bool pst_lex_is_name(struct pst_text name)
{
  static const char *const words[] = {"and", "or", "not", "in", "except"};

  if (name.size == 0 || is_digit((unsigned char)name.data[0]))
    return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (pst_text_is(name, words[i]))
      return false;
  return skip_name(name, 0) == name.size;
}

static size_t skip_digits(const struct pst_lexer *lexer, size_t at)
{
  while (is_digit((unsigned char)byte_at(lexer, at)))
    at++;
  return at;
}

/* The end of a number: one point at most, and never the `..` of a range. */
static size_t skip_number(const struct pst_lexer *lexer, size_t at)
{
  size_t exponent;

  at = skip_digits(lexer, at);
  if (byte_at(lexer, at) == '.' && is_digit((unsigned char)byte_at(lexer, at + 1)))
    at = skip_digits(lexer, at + 1);
  exponent = at;
  if (byte_at(lexer, exponent) != 'e' && byte_at(lexer, exponent) != 'E')
    return at;
  exponent++;
  if (byte_at(lexer, exponent) == '+' || byte_at(lexer, exponent) == '-')
    exponent++;
  return is_digit((unsigned char)byte_at(lexer, exponent)) ? skip_digits(lexer, exponent) : at;
}

static enum pst_status lex_number(struct pst_lexer *lexer, struct pst_token *token,
                                  struct pst_error *error)
{
  size_t end = skip_number(lexer, lexer->at), more = skip_name(lexer->source, end);

  token->kind = PST_TOKEN_NUMBER;
  token->raw = slice(lexer, token->at, end);
  token->is_integer = skip_digits(lexer, token->at) == end;
  lexer->at = end;
  if (more > end) {
    token->raw = slice(lexer, token->at, more);
    return pst_expr_fail_at(error, lexer->source, token->at,
                            "'%.*s' is neither a number nor a name; write \"%.*s\" for text or a "
                            "period, column(\"%.*s\") for a column",
                            (int)token->raw.size, token->raw.data, (int)token->raw.size,
                            token->raw.data, (int)token->raw.size, token->raw.data);
  }
  if (!pst_number_parse(token->raw, NULL, &token->number, NULL))
    return pst_expr_fail_at(error, lexer->source, token->at, "the number %.*s is too large",
                            (int)token->raw.size, token->raw.data);
  return PST_OK;
}

/* Copies the inside of a string, FROM up to its closing quote at TO, without the escapes. */
static enum pst_status unescape(struct pst_lexer *lexer, size_t from, size_t to,
                                struct pst_token *token, struct pst_error *error)
{
  char *text = pst_arena_copy(lexer->arena, lexer->source.data + from, to - from);
  size_t size = 0;

  if (text == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < to - from; i++) {
    i += text[i] == '\\';
    text[size++] = text[i];
  }
  token->text = (struct pst_text){.data = text, .size = size};
  return PST_OK;
}

static enum pst_status lex_string(struct pst_lexer *lexer, struct pst_token *token,
                                  struct pst_error *error)
{
  size_t at = lexer->at + 1;

  for (; byte_at(lexer, at) != '"'; at++) {
    char c = byte_at(lexer, at), next = byte_at(lexer, at + 1);

    if (c == '\0' || c == '\n' || c == '\r')
      return pst_expr_fail_at(error, lexer->source, token->at,
                              "the text that begins here has no closing \"");
    if (c != '\\')
      continue;
    if (next != '"' && next != '\\')
      return pst_expr_fail_at(error, lexer->source, at,
                              "in a text, \\ stands only before \" or \\; write \\\\ for one");
    at++;
  }
  token->kind = PST_TOKEN_STRING;
  token->raw = slice(lexer, token->at, at + 1);
  lexer->at = at + 1;
  return unescape(lexer, token->at + 1, at, token, error);
}

static enum pst_status lex_name(struct pst_lexer *lexer, struct pst_token *token)
{
  size_t end = skip_name(lexer->source, lexer->at);

  token->raw = slice(lexer, lexer->at, end);
  token->text = token->raw;
  token->kind = pst_lex_is_name(token->raw) ? PST_TOKEN_NAME : PST_TOKEN_WORD;
  lexer->at = end;
  return PST_OK;
}

/* What other languages write, and what to write here: the longest first. */
static const struct {
  const char *foreign, *advice;
} habits[] = {{"==", "write = for equality"},
              {"<>", "write !="},
              {"=<", "write <="},
              {"=>", "write >="},
              {"=~", "texts are compared with = and !="},
              {"&", "write and"},
              {"|", "write or"},
              {"!", "write not"},
              {"**", "write pow(x, y)"},
              {"^", "write pow(x, y)"},
              {"'", "text stands in double quotes"},
              {"`", "write column(\"...\") for a name with spaces or signs"},
              {"$", "write the column's name alone"},
              {"[", "write the column's name alone, or {...} for a set"},
              {":=", "write = for equality"},
              {"\xE2\x80\x9C", "write the straight quote \""},
              {"\xE2\x80\x9D", "write the straight quote \""},
              {"\xE2\x89\xA4", "write <="},
              {"\xE2\x89\xA5", "write >="},
              {"\xE2\x89\xA0", "write !="},
              {"\xE2\x88\x92", "write the hyphen -"},
              {"\xC3\x97", "write *"},
              {"%", "write 0.05 for 5 %"}};

static bool begins(struct pst_text rest, const char *word)
{
  size_t size = strlen(word);

  return rest.size >= size && memcmp(rest.data, word, size) == 0;
}

static enum pst_status refuse(struct pst_lexer *lexer, struct pst_error *error)
{
  struct pst_text rest = slice(lexer, lexer->at, lexer->source.size);
  size_t size = 0;
  unsigned long c = pst_utf8_next(rest, &size);

  for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
    if (begins(rest, habits[i].foreign))
      return pst_expr_fail_at(error, lexer->source, lexer->at, "'%s' has no meaning here; %s",
                              habits[i].foreign, habits[i].advice);
  if (c > ' ' && c < 0x7F)
    return pst_expr_fail_at(error, lexer->source, lexer->at, "'%c' has no meaning here", (int)c);
  return pst_expr_fail_at(error, lexer->source, lexer->at,
                          "the character U+%04lX has no meaning here", c);
}

static enum pst_status lex_sign(struct pst_lexer *lexer, struct pst_token *token,
                                struct pst_error *error)
{
  static const char *const signs[] = {"!=", "<=", ">=", "..", "(", ")", "{", "}",
                                      ",",  "+",  "-",  "*",  "/", "=", "<", ">"};
  struct pst_text rest = slice(lexer, lexer->at, lexer->source.size);

  for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
    if (strlen(habits[i].foreign) == 2 && begins(rest, habits[i].foreign))
      return refuse(lexer, error);
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (!begins(rest, signs[i]))
      continue;
    token->kind = PST_TOKEN_SIGN;
    token->raw = slice(lexer, lexer->at, lexer->at + strlen(signs[i]));
    lexer->at += strlen(signs[i]);
    return PST_OK;
  }
  return refuse(lexer, error);
}

enum pst_status pst_lex_next(struct pst_lexer *lexer, struct pst_token *token,
                             struct pst_error *error)
{
  size_t next;
  char c;

  while (lexer->at < lexer->source.size && strchr(" \t\r\n", lexer->source.data[lexer->at]) != NULL)
    lexer->at++;
  *token = (struct pst_token){.kind = PST_TOKEN_END, .at = lexer->at};
  token->raw = slice(lexer, lexer->at, lexer->at);
  if (lexer->at == lexer->source.size)
    return PST_OK;
  c = byte_at(lexer, lexer->at);
  if (c == '"')
    return lex_string(lexer, token, error);
  if (is_digit((unsigned char)c)
      || (c == '.' && is_digit((unsigned char)byte_at(lexer, lexer->at + 1))))
    return lex_number(lexer, token, error);
  next = lexer->at;
  if (is_letter(pst_utf8_next(lexer->source, &next)))
    return lex_name(lexer, token);
  return lex_sign(lexer, token, error);
}
