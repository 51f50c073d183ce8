/* when_marks.c -- what stands behind a period and is no part of it: footnote markers, and words that
   say how good the numbers are. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "printed/when/when_parts.h"

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* `2020 est.`, `2008 prelim.`, `2021 (forecast)`, `2002-2003 average`. */
static bool is_word(const char *data, size_t size)
{
  return pst_when_are_words((struct pst_text){.data = data, .size = size});
}

/* Up to three letters, digits or stars. */
static bool is_short(const char *data, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!isalnum((unsigned char)data[i]) && data[i] != '*' && data[i] != '.')
      return false;
  return size >= 1 && size <= 3;
}

/* `1st RE`, `2nd AE`: which estimate, as India's accounts have them. */
static bool is_estimate(const char *data, size_t size)
{
  static const char *const ordinals[] = {"1st ", "2nd ", "3rd "};

  for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
    if (size > 4 && strncasecmp(ordinals[i], data, 4) == 0)
      return is_short(data + 4, size - 4);
  return false;
}

/* `(1)`, `[p]`, `(est.)` at the end, or `1)` behind a blank. */
static size_t before_bracket(struct pst_text text)
{
  char close = text.data[text.size - 1], open = close == ')' ? '(' : '[';
  const char *at, *end = text.data + text.size - 1;

  if (close != ')' && close != ']')
    return text.size;
  at = memrchr(text.data, open, text.size);
  if (at != NULL && at > text.data
      && ((is_short(at + 1, (size_t)(end - at - 1)) && (open == '(' || end - at == 2))
          || is_word(at + 1, (size_t)(end - at - 1))
          || is_estimate(at + 1, (size_t)(end - at - 1))))
    return (size_t)(at - text.data);
  at = memrchr(text.data, ' ', text.size);
  if (at != NULL && close == ')' && is_short(at + 1, (size_t)(end - at - 1)))
    return (size_t)(at - text.data);
  return text.size;
}

/* Behind the word for a note: its number or letter, others behind commas or `and`, and what closes a bracket. */
static bool are_numbers(const char *at, const char *end)
{
  while (at < end) {
    if (end - at > 4 && memcmp(at, " and ", 5) == 0)
      at += 4;
    else if (isalpha((unsigned char)*at) && at + 1 < end && isalnum((unsigned char)at[1]))
      return false;
    else if (!isalnum((unsigned char)*at) && strchr(" .,&;)]", *at) == NULL)
      return false;
    at++;
  }
  return true;
}

/* `2019 [note 1]`, `2019 (see notes 1 and 2)`, `2019 note a`, `2019 Fn. 3`. */
static size_t before_note(struct pst_text text)
{
  static const char *const words[] = {
      "see notes", "see note", "see footnotes", "see footnote", "siehe anm.", "voir note",
      "ver nota",  "notes",    "note",          "footnotes",    "footnote",   "fn",
      "anm.",      "anm",      "notas",         "nota",         "noot",       "fu\u00DFnote"};
  const char *end = text.data + text.size;

  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t size = strlen(words[i]);

    for (const char *at = text.data + 4; text.size > 5 && at + size <= end; at++) {
      const char *start = at;

      if (strncasecmp(at, words[i], size) != 0 || strchr(" ([", at[-1]) == NULL
          || (at + size < end && isalpha((unsigned char)at[size])) || !are_numbers(at + size, end))
        continue;
      while (start > text.data && strchr(" ([", start[-1]) != NULL)
        start--;
      return (size_t)(start - text.data);
    }
  }
  return text.size;
}

/* `2008 \1`, as statistical abstracts number their footnotes. */
static size_t before_backslash(struct pst_text text)
{
  const char *slash = memrchr(text.data, '\\', text.size);
  size_t digits = slash == NULL ? 0 : (size_t)(text.data + text.size - slash) - 1;

  if (digits < 1 || digits > 2)
    return text.size;
  for (size_t i = 1; i <= digits; i++)
    if (!is_digit(slash[i]))
      return text.size;
  return (size_t)(slash - text.data);
}

static size_t before_symbol(struct pst_text text)
{
  static const char *const marks[] = {"*",      "\u00B9", "\u00B2", "\u00B3", "\u2070", "\u2074",
                                      "\u2075", "\u2076", "\u2077", "\u2078", "\u2079", "\u2020",
                                      "\u2021", "\u00A7", "\u00B6", "#",      "\u207D", "\u207E",
                                      "\u1D43", "\u1D49", "\u1D56", "\u02B3"};

  if (isalnum((unsigned char)text.data[text.size - 1])) /* which ends none of them */
    return text.size;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t size = strlen(marks[i]);

    if (text.size > size && memcmp(text.data + text.size - size, marks[i], size) == 0)
      return text.size - size;
  }
  return text.size;
}

/* `Y1961F` of the FAO: a column of flags. */
static bool is_prefixed(struct pst_text text)
{
  return strchr("YyXx", text.data[0]) != NULL && is_digit(text.data[1]);
}

/* `2019Q1`, `2019-S2`: what a letter behind may be a mark of. */
static bool is_part_of_year(const char *data, size_t size)
{
  return size >= 6 && strchr("QSH", data[size - 2]) != NULL && is_digit(data[0])
         && is_digit(data[3]) && size <= 7;
}

/* `2020a`, `2020P`, `2020/b`, `2020 p`: one letter behind four digits.  Q, M, W, S, H, T and D begin
   parts of a year, I and V are parts: capital and attached they are no mark. */
static size_t before_letter(struct pst_text text)
{
  char last = text.data[text.size - 1];
  size_t at = text.size - 1;
  bool attached, blank;

  if (!isalpha((unsigned char)last) || at < 4 || is_prefixed(text))
    return text.size;
  attached = is_digit(text.data[at - 1]);
  blank = text.data[at - 1] == ' ';
  if (blank || text.data[at - 1] == '/')
    at--;
  if (at < 4 || !is_digit(text.data[at - 1])
      || (!is_digit(text.data[at - 2]) && !is_part_of_year(text.data, at))
      || (attached && strchr("QMWSHTDIV", last) != NULL) || (blank && !is_word(&last, 1)))
    return text.size;
  return at;
}

/* `2020 est.`; `2010, prel.` with its comma; `2009 b/`. */
static size_t before_word(struct pst_text text)
{
  const char *blank = memrchr(text.data, ' ', text.size);

  if (blank != NULL && blank + 3 == text.data + text.size && blank[2] == '/'
      && isalpha((unsigned char)blank[1]) && blank > text.data && is_digit(blank[-1]))
    return (size_t)(blank - text.data);
  return pst_when_before_words(text);
}

struct pst_text pst_when_without_leaders(struct pst_text text, char buffer[PST_PLAIN_SIZE])
{
  const char *dots = text.size < PST_PLAIN_SIZE ? memmem(text.data, text.size, "....", 4) : NULL;
  size_t before, behind;

  if (dots == NULL && text.size > 4 && memcmp(text.data + text.size - 4, " ...", 4) == 0)
    dots = text.data + text.size - 3;
  if (dots == NULL || dots == text.data)
    return text;
  before = (size_t)(dots - text.data);
  while (dots < text.data + text.size && *dots == '.')
    dots++;
  behind = (size_t)(text.data + text.size - dots);
  memmove(buffer, text.data, before);
  memmove(buffer + before, dots, behind);
  return pst_text_trim((struct pst_text){.data = buffer, .size = before + behind});
}

size_t pst_when_before_mark(struct pst_text text)
{
  static size_t (*const marks[])(struct pst_text) = {before_symbol, before_bracket,   before_letter,
                                                     before_word,   before_backslash, before_note};

  for (size_t i = 0; i < sizeof marks / sizeof *marks && text.size > 0; i++) {
    size_t size = marks[i](text);

    if (size < text.size)
      return size;
  }
  return text.size;
}
