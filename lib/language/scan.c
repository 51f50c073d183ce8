/* scan.c -- the words of the language: those of claims files, and of --where and --let. */
#include "language/scan.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode/normal.h"
#include "language/habit.h"
#include "language/letter.h"

/* The first words are kept in both; a column may have the name of any of the others. */
bool pst_scan_reserved(struct pst_text word, enum pst_dialect dialect)
{
  static const char *const words[] = {"and",    "or",    "not",   "in",      "except", "all",
                                      "most",   "some",  "none",  "exactly", "about",  "within",
                                      "always", "never", "rises", "falls"};
  size_t count = dialect == PST_ROWS ? 5 : sizeof words / sizeof *words;

  for (size_t i = 0; i < count; i++)
    if (pst_text_is(word, words[i]))
      return true;
  return false;
}

bool pst_scan_is_name(struct pst_text name, enum pst_dialect dialect)
{
  return name.size > 0 && !pst_letter_is_digit(name.data[0]) && !pst_scan_reserved(name, dialect)
         && pst_letter_skip(name, 0) == name.size;
}

static char byte_at(const struct pst_scanner *scanner, size_t at)
{
  return at < scanner->source->text.size ? scanner->source->text.data[at] : '\0';
}

static struct pst_text slice(const struct pst_scanner *scanner, size_t from, size_t to)
{
  return (struct pst_text){.data = scanner->source->text.data + from, .size = to - from};
}

static size_t skip_name(const struct pst_scanner *scanner, size_t at)
{
  return pst_letter_skip(scanner->source->text, at);
}

static struct pst_text rest(const struct pst_scanner *scanner)
{
  return slice(scanner, scanner->at, scanner->source->text.size);
}

struct pst_text pst_scan_id(const struct pst_scanner *scanner, size_t at, size_t *end)
{
  size_t to = at;

  do {
    to = skip_name(scanner, to);
  } while (byte_at(scanner, to) == '-' && to++ < scanner->source->text.size);
  *end = to;
  return slice(scanner, at, to);
}

size_t pst_scan_line(const struct pst_scanner *scanner, size_t at)
{
  while (at < scanner->source->text.size && byte_at(scanner, at) != '\n')
    at++;
  return at < scanner->source->text.size ? at + 1 : at;
}

/* Does a statement begin at AT, the first word of a line? */
static bool statement_at(const struct pst_scanner *scanner, size_t at)
{
  static const char *const words[] = {"claim",    "table", "let",    "paper",
                                      "rounding", "says",  "reading"};
  size_t end = skip_name(scanner, at);
  struct pst_text word = slice(scanner, at, end);
  char c = byte_at(scanner, end);

  if (c != ' ' && c != '\t')
    return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (pst_text_is(word, words[i]))
      return true;
  return false;
}

/* Past blanks, comments, and inside brackets line ends; true when a line ended that counts. */
static bool skip_blanks(struct pst_scanner *scanner)
{
  bool line = false;

  for (;; scanner->at++) {
    char c = byte_at(scanner, scanner->at);

    if (c == '#' && scanner->dialect == PST_CLAIMS)
      while (scanner->at + 1 < scanner->source->text.size
             && byte_at(scanner, scanner->at + 1) != '\n')
        scanner->at++;
    else if (c == '\n')
      line = true;
    else if ((c != ' ' && c != '\t' && c != '\r') || scanner->at >= scanner->source->text.size)
      break;
  }
  return line && scanner->dialect == PST_CLAIMS
         && (scanner->depth == 0 || statement_at(scanner, scanner->at));
}

/* WORD is none, for the reason given; the parser reports it when it gets there. */
static bool bad(struct pst_scanner *scanner, struct pst_word *word, size_t at, const char *format,
                ...) __attribute__((format(printf, 4, 5)));

static bool bad(struct pst_scanner *scanner, struct pst_word *word, size_t at, const char *format,
                ...)
{
  char message[512];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  word->kind = PST_WORD_BAD;
  word->bad_at = at;
  word->message = pst_source_copy(scanner->source, pst_text_of(message));
  return false;
}

static size_t skip_digits(const struct pst_scanner *scanner, size_t at)
{
  while (pst_letter_is_digit(byte_at(scanner, at)))
    at++;
  return at;
}

static size_t skip_number(const struct pst_scanner *scanner, size_t at)
{
  at = skip_digits(scanner, at);
  if (byte_at(scanner, at) == '.' && pst_letter_is_digit(byte_at(scanner, at + 1)))
    at = skip_digits(scanner, at + 1);
  return at;
}

/* Behind the exponent that other languages write at AT: the e5 of 1e5; AT when there is none. */
static size_t skip_exponent(const struct pst_scanner *scanner, size_t at)
{
  size_t digits = at + 1, end;

  if (byte_at(scanner, at) != 'e' && byte_at(scanner, at) != 'E')
    return at;
  if (byte_at(scanner, digits) == '+' || byte_at(scanner, digits) == '-')
    digits++;
  end = skip_digits(scanner, digits);
  return end == digits || skip_name(scanner, end) > end ? at : end;
}

/* "1,168": groups of three digits directly behind commas.  In a list that is typed as an option,
   as in year in {100,200}, the comma is that of the list. */
static bool refuse_groups(struct pst_scanner *scanner, struct pst_word *word)
{
  size_t end = scanner->at;
  char digits[64];
  size_t size = 0;

  if (!word->is_integer || word->raw.size > 3
      || (scanner->dialect == PST_ROWS && scanner->depth > 0))
    return true;
  while (byte_at(scanner, end) == ',' && skip_digits(scanner, end + 1) == end + 4)
    end += 4;
  if (end == scanner->at || end - word->at >= sizeof digits)
    return true;
  for (size_t i = word->at; i < end; i++)
    if (pst_letter_is_digit(byte_at(scanner, i)))
      digits[size++] = byte_at(scanner, i);
  digits[size] = '\0';
  return bad(scanner, word, word->at, "%.*s: write %s, or a blank behind the comma",
             (int)(end - word->at), scanner->source->text.data + word->at, digits);
}

/* What stands behind a number without a blank: '2020Q3', '5EUR'. */
static bool refuse_letters(struct pst_scanner *scanner, struct pst_word *word, size_t end)
{
  struct pst_text raw = slice(scanner, word->at, end);

  scanner->at = end;
  word->raw = raw;
  if (scanner->dialect == PST_CLAIMS)
    return bad(scanner, word, word->at,
               "'%.*s' is neither a number nor a name; a unit stands behind a blank", (int)raw.size,
               raw.data);
  return bad(scanner, word, word->at,
             "'%.*s' is neither a number nor a name; write \"%.*s\" for text or a period, "
             "column(\"%.*s\") for a column",
             (int)raw.size, raw.data, (int)raw.size, raw.data, (int)raw.size, raw.data);
}

/* A paper has no exponents, a program may well. */
static bool scan_number(struct pst_scanner *scanner, struct pst_word *word)
{
  size_t end = skip_number(scanner, scanner->at), exponent = skip_exponent(scanner, end);

  word->kind = PST_WORD_NUMBER;
  word->is_integer = skip_digits(scanner, word->at) == end;
  if (exponent > end && scanner->dialect == PST_CLAIMS) {
    scanner->at = exponent;
    word->raw = slice(scanner, word->at, end);
    return bad(scanner, word, word->at,
               "'%.*s' has an exponent; write all digits of the number, as the paper does",
               (int)(exponent - word->at), scanner->source->text.data + word->at);
  }
  word->is_integer = word->is_integer && exponent == end;
  scanner->at = exponent;
  word->raw = slice(scanner, word->at, exponent);
  if (skip_name(scanner, exponent) > exponent)
    return refuse_letters(scanner, word, skip_name(scanner, exponent));
  return refuse_groups(scanner, word);
}

static bool scan_string(struct pst_scanner *scanner, struct pst_word *word)
{
  struct pst_source *source = scanner->source;
  size_t at = scanner->at + 1, size = 0;
  char *text;

  for (; byte_at(scanner, at) != '"'; at++) {
    char c = byte_at(scanner, at), next = byte_at(scanner, at + 1);

    if (c == '\n' || c == '\r' || at >= source->text.size) {
      scanner->at = at;
      return bad(scanner, word, word->at, "the text that begins here has no closing \"");
    }
    if (c == '\\' && next != '"' && next != '\\') {
      scanner->at = pst_scan_line(scanner, at) - 1;
      return bad(scanner, word, at,
                 "in a text, \\ stands only before \" or \\; write \\\\ for one");
    }
    at += c == '\\';
  }
  scanner->at = at + 1;
  word->kind = PST_WORD_STRING;
  word->raw = slice(scanner, word->at, at + 1);
  text = pst_arena_copy(source->arena, word->raw.data + 1, word->raw.size - 2);
  if (text == NULL) {
    source->failed = true;
    return bad(scanner, word, word->at, "not enough memory");
  }
  for (size_t i = 0; i < word->raw.size - 2; i++) {
    i += text[i] == '\\';
    text[size++] = text[i];
  }
  text[size] = '\0';
  word->text = (struct pst_text){.data = text, .size = size};
  return true;
}

static bool refuse(struct pst_scanner *scanner, struct pst_word *word)
{
  const struct pst_habit *habit = pst_habit_find(rest(scanner), scanner->dialect, false);
  size_t at = scanner->at;
  unsigned long c = pst_utf8_next(scanner->source->text, &scanner->at);

  if (habit != NULL) {
    scanner->at = at + strlen(habit->foreign);
    return bad(scanner, word, at, "'%s' has no meaning here; %s", habit->foreign, habit->advice);
  }
  if (c > ' ' && c < 0x7F)
    return bad(scanner, word, at, "'%c' has no meaning here", (int)c);
  return bad(scanner, word, at, "the character U+%04lX has no meaning here", c);
}

static void count_depth(struct pst_scanner *scanner, char c)
{
  if (c == '(' || c == '[' || c == '{')
    scanner->depth++;
  if ((c == ')' || c == ']' || c == '}') && scanner->depth > 0)
    scanner->depth--;
}

static bool scan_sign(struct pst_scanner *scanner, struct pst_word *word)
{
  static const char *const signs[] = {"!=", "<=", ">=", "..", "%p", "(",           ")", "[",
                                      "]",  "{",  "}",  ",",  ":",  "+",           "-", "*",
                                      "/",  "=",  "<",  ">",  "%",  "\xE2\x88\x92"};

  if (pst_habit_find(rest(scanner), scanner->dialect, true) != NULL)
    return refuse(scanner, word);
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t size;

    if (scanner->source->text.data[scanner->at] != signs[i][0]
        || !pst_text_begins(rest(scanner), signs[i]))
      continue;
    size = strlen(signs[i]);
    if (strcmp(signs[i], "%p") == 0 && skip_name(scanner, scanner->at + 1) > scanner->at + size)
      continue;
    word->kind = PST_WORD_SIGN;
    word->raw = slice(scanner, scanner->at, scanner->at + size);
    if (size == 3)
      word->raw = pst_text_of("-");
    scanner->at += size;
    count_depth(scanner, signs[i][0]);
    return true;
  }
  return refuse(scanner, word);
}

/* In rows a name may be that of a joined file and its column: right.value. */
static size_t skip_column(const struct pst_scanner *scanner, size_t at)
{
  size_t end = skip_name(scanner, at);

  if (scanner->dialect == PST_ROWS && byte_at(scanner, end) == '.'
      && skip_name(scanner, end + 1) > end + 1)
    end = skip_name(scanner, end + 1);
  return end;
}

struct pst_text pst_scan_normal(struct pst_source *source, struct pst_text text)
{
  const char *copy = pst_text_normal_copy(text, source->arena, NULL);

  if (copy == NULL)
    source->failed = true;
  return copy == NULL ? text : pst_text_of(copy);
}

struct pst_word pst_scan(struct pst_scanner *scanner)
{
  bool line = skip_blanks(scanner);
  struct pst_word word = {.kind = PST_WORD_END, .at = scanner->at};
  char c = byte_at(scanner, scanner->at);

  word.raw = slice(scanner, word.at, word.at);
  if (line) {
    scanner->depth = 0;
    word.kind = PST_WORD_LINE;
    return word;
  }
  if (scanner->at >= scanner->source->text.size)
    return word;
  if (c == '"') {
    scan_string(scanner, &word);
  } else if (pst_letter_is_digit(c)
             || (c == '.' && pst_letter_is_digit(byte_at(scanner, scanner->at + 1)))) {
    scan_number(scanner, &word);
  } else if (pst_letter_size(scanner->source->text, scanner->at) > 0) {
    scanner->at = skip_column(scanner, scanner->at);
    word.raw = slice(scanner, word.at, scanner->at);
    word.text = pst_scan_normal(scanner->source, word.raw);
    word.kind = pst_scan_reserved(word.raw, scanner->dialect) ? PST_WORD_RESERVED : PST_WORD_NAME;
  } else {
    scan_sign(scanner, &word);
  }
  return word;
}
