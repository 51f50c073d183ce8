/* said.c -- bounds as agencies say them: `5-9`, `5 to 9`, `10+`, `5 or fewer`, `under 5`. */
#include "printed/said.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "interval/bounded.h"
#include "printed/value_parts.h"

struct phrase {
  const char *words, *sign;
};

/* Before a number.  The first that the cell begins with holds: the longer stand above the shorter. */
static const struct phrase before[] = {{"no more than ", "<="},
                                       {"not more than ", "<="},
                                       {"no fewer than ", ">="},
                                       {"no less than ", ">="},
                                       {"not less than ", ">="},
                                       {"more than ", ">"},
                                       {"greater than ", ">"},
                                       {"fewer than ", "<"},
                                       {"less than ", "<"},
                                       {"at least ", ">="},
                                       {"at most ", "<="},
                                       {"up to ", "<="},
                                       {"over ", ">"},
                                       {"above ", ">"},
                                       {"under ", "<"},
                                       {"below ", "<"},
                                       {"mehr als ", ">"},
                                       {"weniger als ", "<"},
                                       {"mindestens ", ">="},
                                       {"h\u00F6chstens ", "<="},
                                       {"\u00FCber ", ">"},
                                       {"unter ", "<"},
                                       {"bis zu ", "<="},
                                       {"plus de ", ">"},
                                       {"moins de ", "<"},
                                       {"au moins ", ">="},
                                       {"au plus ", "<="},
                                       {"m\u00E1s de ", ">"},
                                       {"menos de ", "<"},
                                       {"al menos ", ">="},
                                       {"como m\u00E1ximo ", "<="}};

/* Behind a number. */
static const struct phrase behind[] = {{" or more", ">="},
                                       {" and more", ">="},
                                       {" or over", ">="},
                                       {" and over", ">="},
                                       {" or above", ">="},
                                       {" and above", ">="},
                                       {" or greater", ">="},
                                       {" or fewer", "<="},
                                       {" or less", "<="},
                                       {" or under", "<="},
                                       {" and under", "<="},
                                       {" or below", "<="},
                                       {" and below", "<="},
                                       {" und mehr", ">="},
                                       {" oder mehr", ">="},
                                       {" und weniger", "<="},
                                       {" oder weniger", "<="},
                                       {" et plus", ">="},
                                       {" ou plus", ">="},
                                       {" et moins", "<="},
                                       {" ou moins", "<="},
                                       {" o m\u00E1s", ">="},
                                       {" y m\u00E1s", ">="},
                                       {" o menos", "<="},
                                       {"+", ">="}};

/* Between two numbers; the sign is that of the upper end. */
static const struct phrase between[] = {
    {" to less than ", "<"}, {" to under ", "<"}, {" to below ", "<"},        {" to ", "<="},
    {" bis unter ", "<"},    {" bis ", "<="},     {" \u00E0 moins de ", "<"}, {" \u00E0 ", "<="}};

/* Around two numbers. */
static const struct {
  const char *first, *second;
} pairs[] = {{"between ", " and "}, {"from ", " to "},   {"zwischen ", " und "}, {"entre ", " et "},
             {"entre ", " y "},     {"de ", " \u00E0 "}, {"de ", " a "}};

/* pst_plain has made one of all dashes but the longest. */
static const char *const dashes[] = {"-", "\u2014"};

/* A number and what stood at it. */
struct part {
  char text[PST_PLAIN_SIZE];
  double value;
  char unit[8];
  bool negative;
};

struct said {
  const struct pst_number_style *style;
  char decimal;
  char *plain, *unit;
};

/* --- one number ------------------------------------------------------------------------------ */

/* `05` is a code or a day. */
static bool has_leading_nought(struct pst_text digits)
{
  return digits.size > 1 && digits.data[0] == '0' && pst_value_digit(digits.data[1]);
}

static bool is_our_thousands(const struct said *said, char mark, enum pst_mark_reading reading)
{
  return reading == PST_MARK_NONE
         || (said->style->thousands == mark
             && (reading == PST_MARK_THOUSANDS || reading == PST_MARK_EITHER));
}

/* The marks are those of the style, so that one reading is left. */
static bool has_marks_of_style(const struct said *said, struct pst_text digits)
{
  enum pst_mark_reading dot, comma;

  return pst_value_marks(digits, &dot, &comma)
         && (said->decimal == '.' ? is_our_thousands(said, ',', comma)
                                  : is_our_thousands(said, '.', dot));
}

static bool read_part(const struct said *said, struct pst_text text, struct part *part)
{
  static const char *const none[] = {NULL};
  static const struct pst_value_rules rules = {.missing = none};
  struct pst_buffer out = {.data = NULL};
  struct pst_value value;
  bool good;

  if (text.size == 0 || memchr(text.data, '(', text.size) != NULL)
    return false;
  pst_value_part(text, &rules, &value);
  good = value.kind == PST_VALUE_NUMBER && !pst_value_is_bounded(&value) && value.flag.size == 0
         && value.marker[0] == '\0' && !has_leading_nought(value.digits)
         && has_marks_of_style(said, value.digits) && pst_value_write(&value, said->decimal, &out)
         && !out.failed && out.size < sizeof part->text
         && pst_number_parse((struct pst_text){out.data, out.size}, NULL, &part->value, NULL);
  if (good) {
    snprintf(part->text, sizeof part->text, "%s", pst_buffer_string(&out));
    snprintf(part->unit, sizeof part->unit, "%s", value.unit);
    part->negative = value.negative;
  }
  pst_buffer_free(&out);
  return good;
}

/* --- one bound ------------------------------------------------------------------------------- */

static bool set_half(const struct said *said, struct pst_text number, const char *sign)
{
  struct part part;

  if (!read_part(said, number, &part))
    return false;
  snprintf(said->unit, sizeof part.unit, "%s", part.unit);
  return snprintf(said->plain, PST_PLAIN_SIZE, "%s%s", sign, part.text) < PST_PLAIN_SIZE;
}

static bool begins(struct pst_text text, const char *with)
{
  size_t size = strlen(with);

  return text.size > size && strncasecmp(text.data, with, size) == 0;
}

static bool ends(struct pst_text text, const char *with)
{
  size_t size = strlen(with);

  return text.size > size && strncasecmp(text.data + text.size - size, with, size) == 0;
}

static bool is_half(const struct said *said, struct pst_text text)
{
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (begins(text, before[i].words))
      return set_half(said, pst_value_from(text, strlen(before[i].words)), before[i].sign);
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
    if (ends(text, behind[i].words))
      return set_half(said, pst_value_upto(text, text.size - strlen(behind[i].words)),
                      behind[i].sign);
  return false;
}

/* --- two bounds ------------------------------------------------------------------------------ */

static bool is_year(double value)
{
  return value >= 1500 && value <= 2200 && value == floor(value);
}

/* 2001-2003 are years, 3-2020 and 31-2020 parts of a date. */
static bool is_time(const struct part *low, const struct part *high)
{
  return is_year(high->value)
         && (is_year(low->value)
             || (low->value >= 1 && low->value <= 31 && low->value == floor(low->value)));
}

static bool set_pair(const struct said *said, struct pst_text low_text, struct pst_text high_text,
                     bool open)
{
  struct part low, high;

  if (!read_part(said, low_text, &low) || !read_part(said, high_text, &high)
      || low.value >= high.value || is_time(&low, &high))
    return false;
  if (low.unit[0] != '\0' && strcmp(low.unit, high.unit) != 0 && high.unit[0] != '\0')
    return false;
  snprintf(said->unit, sizeof low.unit, "%s", high.unit[0] == '\0' ? low.unit : high.unit);
  return snprintf(said->plain, PST_PLAIN_SIZE, "[%s,%s%c", low.text, high.text, open ? ')' : ']')
         < PST_PLAIN_SIZE;
}

/* Where WORDS begin in TEXT, in any case of letters; TEXT's size: nowhere. */
static size_t find(struct pst_text text, const char *words)
{
  size_t size = strlen(words);

  for (size_t i = 1; i + size < text.size; i++)
    if (strncasecmp(text.data + i, words, size) == 0)
      return i;
  return text.size;
}

static bool is_around(const struct said *said, struct pst_text text)
{
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    struct pst_text rest;
    size_t at;

    if (!begins(text, pairs[i].first))
      continue;
    rest = pst_value_from(text, strlen(pairs[i].first));
    at = find(rest, pairs[i].second);
    if (at < rest.size)
      return set_pair(said, pst_value_upto(rest, at),
                      pst_value_from(rest, at + strlen(pairs[i].second)), false);
  }
  return false;
}

static bool is_between(const struct said *said, struct pst_text text)
{
  for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
    size_t at = find(text, between[i].words);

    if (at < text.size)
      return set_pair(said, pst_value_upto(text, at),
                      pst_value_from(text, at + strlen(between[i].words)),
                      strcmp(between[i].sign, "<") == 0);
  }
  return false;
}

/* With one dash, blanks on both of its sides or on none: -5-9, 2020-01-15 and `5 -9` are something else. */
static bool is_dashed(const struct said *said, struct pst_text text)
{
  size_t found = 0, at = 0, size = 0;

  for (size_t i = 0; i < text.size; i++)
    for (size_t d = 0; d < sizeof dashes / sizeof *dashes; d++) {
      size_t width = strlen(dashes[d]);

      if (i + width > text.size || memcmp(text.data + i, dashes[d], width) != 0)
        continue;
      found++;
      at = i;
      size = width;
    }
  if (found != 1 || at == 0 || at + size == text.size
      || (text.data[at - 1] == ' ') != (text.data[at + size] == ' '))
    return false;
  return set_pair(said, pst_value_upto(text, at), pst_value_from(text, at + size), false);
}

/* --- a cell ---------------------------------------------------------------------------------- */

bool pst_said_bounds(struct pst_text cell, const struct pst_number_style *style,
                     char plain[PST_PLAIN_SIZE], char unit[8])
{
  static const struct pst_number_style usual = {.decimal = '.'};
  char copy[PST_PLAIN_SIZE];
  struct pst_text text;
  struct said said = {.style = style == NULL ? &usual : style, .plain = plain, .unit = unit};

  said.decimal = said.style->decimal == '\0' ? '.' : said.style->decimal;
  if (cell.size < 2 || cell.size > PST_SAID_MOST || (said.decimal != '.' && said.decimal != ','))
    return false;
  text = pst_plain(cell, copy);
  return text.data != NULL
         && (is_half(&said, text) || is_around(&said, text) || is_between(&said, text)
             || is_dashed(&said, text));
}

/* Of a file: the other of the point and the comma parts thousands. */
static struct pst_number_style style_of(char decimal)
{
  return (struct pst_number_style){.decimal = decimal, .thousands = decimal == ',' ? '.' : ','};
}

bool pst_said_value(struct pst_value *value)
{
  const struct pst_number_style point = style_of('.'), comma = style_of(',');
  char plain[PST_PLAIN_SIZE], unit[8];

  if (value->kind != PST_VALUE_UNREADABLE
      || (!pst_said_bounds(value->token, &point, plain, unit)
          && !pst_said_bounds(value->token, &comma, plain, unit)))
    return false;
  value->kind = PST_VALUE_NUMBER;
  value->interval = value->said = true;
  value->negative = value->parentheses = false;
  value->relation[0] = value->marker[0] = '\0';
  value->flag = (struct pst_text){.data = "", .size = 0};
  value->digits = value->token;
  memcpy(value->unit, unit, sizeof value->unit);
  return true;
}

bool pst_said_write(const struct pst_value *value, char decimal, struct pst_buffer *out)
{
  const struct pst_number_style style = style_of(decimal);
  char plain[PST_PLAIN_SIZE], unit[8], printed[PST_BOUNDS_SIZE];
  struct pst_bounds bounds;

  if (!value->said)
    return pst_value_write(value, decimal, out);
  if (!pst_said_bounds(value->digits, &style, plain, unit)
      || !pst_bounds_parse(pst_text_of(plain), NULL, &bounds))
    return false;
  pst_bounds_print(printed, &bounds);
  pst_buffer_puts(out, printed);
  return true;
}
