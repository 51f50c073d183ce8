/* when.c -- the periods of agencies in polstat's own notation. */
#include "printed/when/when.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "printed/plain.h"
#include "printed/when/when_parts.h"

enum {
  MARKS_MOST = 3, /* `2020* (p)` */
  LETTER = 3      /* (p), which is no word */
};

/* --- what follows a year --------------------------------------------------------------------- */

/* `2021JJ00`, `2019KW01`, `2019MM01`, `2019HJ01` of StatLine. */
static bool dutch(struct pst_cursor c, int year, char *when)
{
  static const char *const kinds[] = {"JJ", "KW", "MM", "HJ"};

  for (int i = 0; i < 4; i++)
    if (pst_cursor_take(&c, kinds[i])) {
      int n = pst_cursor_number(&c, 2);

      if (!pst_cursor_done(&c))
        return false;
      return i == 0   ? n == 0 && pst_when_put_year(when, year)
             : i == 1 ? pst_when_put_part(when, year, 'Q', n, 4)
             : i == 2 ? pst_when_put_month(when, year, n)
                      : pst_when_put_part(when, year, 'S', n, 2);
    }
  return false;
}

static bool after_letter(struct pst_cursor *c, unsigned rules, int year, char *when)
{
  char kind = pst_cursor_done(c) ? '\0' : *c->at;
  int n;

  if (dutch(*c, year, when))
    return true;
  c->at++;
  switch (kind) {
  case 'Q':
  case 'q':
  case 'K': /* kvartal */
    n = pst_cursor_number(c, 1);
    return pst_when_put_part(when, year, 'Q', n, 4) && pst_cursor_done(c);
  case 'S':
  case 'H':
  case 'B':
    n = pst_cursor_number(c, 1);
    return pst_when_put_part(when, year, 'S', n, 2) && pst_cursor_done(c);
  case 'T':
    n = pst_cursor_number(c, 1);
    return (rules & PST_WHEN_T_IS_QUARTER ? pst_when_put_part(when, year, 'Q', n, 4)
                                          : pst_when_put_part(when, year, 'T', n, 3))
           && pst_cursor_done(c);
  case 'A':
    return pst_cursor_number(c, 1) == 1 && pst_when_put_year(when, year) && pst_cursor_done(c);
  case 'M':
    n = pst_cursor_small(c);
    if (pst_cursor_take(c, "D"))
      return pst_when_put_day(when, year, n, pst_cursor_small(c)) && pst_cursor_done(c);
    return pst_when_put_month(when, year, n) && pst_cursor_done(c);
  case 'W':
  case 'U': /* uke */
    n = pst_cursor_small(c);
    return pst_when_put_week(when, year, n) && pst_cursor_done(c);
  case 'D':
    n = pst_cursor_number(c, 3);
    return pst_when_put_day_of_year(when, year, n) && pst_cursor_done(c);
  default:
    return false;
  }
}

/* `2011/1`, `2011/1/22`: with one digit, months where the other cells or the name say so. */
static bool short_month(struct pst_cursor c, unsigned rules, int year, char *when)
{
  int month = pst_cursor_small(&c), day;

  if (month < 1)
    return false;
  if (pst_cursor_done(&c))
    return (rules & PST_WHEN_SHORT_MONTHS) && pst_when_put_month(when, year, month);
  day = pst_cursor_take(&c, "/") ? pst_cursor_small(&c) : -1;
  return day > 0 && pst_cursor_done(&c) && pst_when_put_day(when, year, month, day);
}

/* `2019-Jan` */
static bool hyphened_month(struct pst_cursor c, int year, char *when)
{
  int month = pst_when_month_name(&c);

  return month > 0 && pst_cursor_done(&c) && pst_when_put_month(when, year, month);
}

/* MARK is - or /.  `2001-02` could be February, or 2001 to 2002: with a hyphen it is the month. */
static bool after_mark(struct pst_cursor *c, char mark, unsigned rules, int year, char *when)
{
  struct pst_cursor try = *c;
  int n = pst_cursor_number(&try, 4);

  if (n >= 0)
    return (rules & PST_WHEN_CLASSES) == 0 && pst_cursor_done(&try)
           && pst_when_put_years(when, year, n);
  n = pst_cursor_number(&try, 1);
  if ((rules & PST_WHEN_DIGIT_SEASONS) && n == (year + 1) % 10 && pst_cursor_done(&try))
    return pst_when_put_years(when, year, year + 1);
  if (mark == '/' && pst_cursor_take(c, "4-3")) {
    pst_cursor_take(c, ".");
    snprintf(when, PST_WHEN_SIZE, "FY%04d", year);
    return pst_cursor_done(c);
  }
  if (mark == '/' && short_month(*c, rules, year, when))
    return true;
  n = pst_cursor_number(c, 2);
  if (n >= 0 && (rules & PST_WHEN_WEEKS) && pst_cursor_done(c))
    return false; /* 2014-53: a week that this year has not */
  if (n < 0)
    return hyphened_month(*c, year, when)
           || (!pst_cursor_done(c) && after_letter(c, rules, year, when));
  if (pst_cursor_done(c) && pst_when_next_year(year, n)
      && (n > 12 || (rules & (PST_WHEN_SEASONS | PST_WHEN_DIGIT_SEASONS))))
    return pst_when_put_years(when, year, year + 1);
  if (pst_cursor_done(c) && pst_when_range_end(year, n) > 0
      && (n > 12 ? (rules & PST_WHEN_NO_SPANS) == 0 : (rules & PST_WHEN_SPANS) != 0))
    return pst_when_put_years(when, year, pst_when_range_end(year, n));
  if (pst_cursor_done(c) && mark == '/' && pst_when_next_year(year, n)
      && !(rules & PST_WHEN_SHORT_MONTHS))
    return false; /* 2009/10: October, or 2009 to 2010 */
  if (pst_cursor_done(c))
    return pst_when_put_month(when, year, n);
  if (*c->at != mark)
    return false;
  c->at++;
  int day = pst_cursor_number(c, 2);

  return day > 0 && pst_when_after_day(c, year, n, day, when);
}

/* `2019 \u0433.`, `2019\uB144`: the word for a year behind it, and no more. */
static bool is_year_word(struct pst_cursor c)
{
  static const char *const words[] = {"\u0433\u043E\u0434", "\u0433.", "\u0433", "\uB144", NULL};

  pst_cursor_blanks(&c);
  for (size_t i = 0; words[i] != NULL; i++)
    if (pst_cursor_take(&c, words[i]))
      return pst_cursor_done(&c);
  return false;
}

static bool after_blank(struct pst_cursor *c, int year, char *when)
{
  int n;
  char bracket[PST_WHEN_SIZE];

  pst_cursor_blanks(c);
  if (pst_cursor_take(c, "- ")) {
    n = pst_cursor_number(c, 4);
    return n > 0 && pst_cursor_done(c) && pst_when_put_years(when, year, n);
  }
  snprintf(bracket, sizeof bracket, "[YR%04d]", year);
  if (pst_cursor_take(c, bracket))
    return pst_cursor_done(c) && pst_when_put_year(when, year);
  n = pst_when_month_name(c);
  if (n > 0)
    return pst_cursor_done(c) && pst_when_put_month(when, year, n);
  n = pst_when_quarter_name(c);
  if (n > 0)
    return pst_cursor_done(c) && pst_when_put_part(when, year, 'Q', n, 4);
  n = pst_when_half_name(c);
  return n > 0 && pst_cursor_done(c) && pst_when_put_part(when, year, 'S', n, 2);
}

/* `2020.1/4`: a quarter, as the office of Korea writes. */
static bool korean_quarter(struct pst_cursor c, int year, char *when)
{
  int n = pst_cursor_number(&c, 1);

  return n > 0 && pst_cursor_take(&c, "/4") && pst_cursor_done(&c)
         && pst_when_put_part(when, year, 'Q', n, 4);
}

static bool after_year(struct pst_cursor *c, unsigned rules, int year, char *when)
{
  if (pst_cursor_done(c))
    return pst_when_put_year(when, year);
  if ((rules & PST_WHEN_DECADES) && year % 10 == 0 && pst_cursor_take(c, "s"))
    return pst_cursor_done(c) && pst_when_put_years(when, year, year + 9);
  if (is_year_word(*c))
    return pst_when_put_year(when, year);
  if (pst_cursor_take(c, "\u5E74"))
    return pst_when_after_nen(c, year, when);
  if (pst_cursor_take(c, "-"))
    return after_mark(c, '-', rules, year, when);
  if (pst_cursor_take(c, "/"))
    return after_mark(c, '/', rules, year, when);
  if (pst_cursor_take(c, "_"))
    return after_mark(c, '_', rules, year, when);
  if (pst_cursor_take(c, ":")) /* 2013:Q2 */
    return !pst_cursor_done(c) && *c->at == 'Q' && after_letter(c, rules, year, when);
  if (*c->at == ' ')
    return after_blank(c, year, when);
  if (pst_cursor_take(c, "."))
    return pst_when_after_dot(*c, year, when) || korean_quarter(*c, year, when)
           || ((rules & PST_WHEN_DOTS) && pst_when_dotted(c, year, rules, when));
  struct pst_cursor try = *c;
  int month = pst_when_month_name(&try);

  if (month > 0)
    return pst_cursor_done(&try) && pst_when_put_month(when, year, month);
  return after_letter(c, rules, year, when);
}

/* --- what comes before one -------------------------------------------------------------------- */

static bool compact(struct pst_cursor *c, char *when)
{
  struct pst_cursor try = *c;
  int n = pst_cursor_number(&try, 6);

  /* 201313 is the year 2013, as energy agencies write it. */
  if (n > 0)
    return pst_cursor_done(&try)
           && (n % 100 == 13 ? pst_when_put_year(when, n / 100)
                             : pst_when_put_month(when, n / 100, n % 100));
  n = pst_cursor_number(c, 8);
  return n > 0 && pst_cursor_done(c) && pst_when_put_day(when, n / 10000, n / 100 % 100, n % 100);
}

/* Behind FY: 2013, 13; 2013-14 and 13/14, which say both of its years. */
static bool fiscal(struct pst_cursor *c, char *when)
{
  int year = pst_cursor_number(c, 4), next;

  year = year < 0 ? pst_when_short_or_long(c) : year;
  if (!pst_when_good_year(year))
    return false;
  snprintf(when, PST_WHEN_SIZE, "FY%04d", year);
  if (pst_cursor_done(c))
    return true;
  next = pst_cursor_take(c, "-") || pst_cursor_take(c, "/") ? pst_cursor_number(c, 2) : -1;
  return pst_cursor_done(c) && pst_when_next_year(year, next)
         && pst_when_put_years(when, year, year + 1);
}

/* 03/2022 */
static bool slashed_month(struct pst_cursor *c, char *when)
{
  int month = pst_cursor_small(c), year;

  if (month < 1 || !pst_cursor_take(c, "/"))
    return false;
  year = pst_cursor_number(c, 4);
  return year > 0 && pst_cursor_done(c) && pst_when_put_month(when, year, month);
}

static bool short_year(struct pst_cursor *c, char *when)
{
  int month, year;

  return pst_when_short_year(c, &month, &year) && pst_when_put_month(when, year, month);
}

static bool slashed_day(struct pst_cursor *c, unsigned rules, char *when)
{
  int first, second, year;

  if (!pst_when_slashed(c, &first, &second, &year))
    return false;
  if (rules & PST_WHEN_DAY_FIRST)
    return pst_when_put_day(when, year, second, first);
  return (rules & PST_WHEN_MONTH_FIRST) && pst_when_put_day(when, year, first, second);
}

/* `II 2015`, `2015-II` */
static bool roman(struct pst_cursor c, unsigned rules, char *when)
{
  int year, n;

  if (!(rules & (PST_WHEN_ROMAN_QUARTERS | PST_WHEN_ROMAN_MONTHS))
      || !pst_when_roman_part((struct pst_text){.data = c.at, .size = (size_t)(c.end - c.at)},
                              &year, &n))
    return false;
  return rules & PST_WHEN_ROMAN_MONTHS ? pst_when_put_month(when, year, n)
                                       : pst_when_put_part(when, year, 'Q', n, 4);
}

static bool week(struct pst_cursor c, unsigned rules, char *when)
{
  const struct pst_text text = {.data = c.at, .size = (size_t)(c.end - c.at)};

  return ((rules & PST_WHEN_COMPACT) || pst_cursor_number(&c, 6) < 0) && pst_when_week(text, when);
}

static bool read(struct pst_cursor c, unsigned rules, char *when)
{
  struct pst_cursor first = c;
  int year = pst_cursor_number(&c, 4);

  if (roman(first, rules, when)
      || (((rules & PST_WHEN_WEEKS) || pst_when_names_week(first)) && week(first, rules, when)))
    return true;
  if (pst_when_good_year(year))
    return after_year(&c, rules, year, when);
  c = first;
  if (pst_cursor_take(&c, "YR") || pst_cursor_take(&c, "yr") || pst_cursor_take(&c, "Y")
      || pst_cursor_take(&c, "X") || pst_cursor_take(&c, "y") || pst_cursor_take(&c, "x")) {
    year = pst_cursor_number(&c, 4);
    return pst_cursor_done(&c) && pst_when_put_year(when, year);
  }
  if (pst_cursor_take(&c, "FY"))
    return pst_cursor_take(&c, " "), fiscal(&c, when);
  if ((rules & PST_WHEN_COMPACT) && compact(&c, when))
    return true;
  c = first;
  if (pst_when_quarter_first(&c, when) || (c = first, pst_when_half_first(&c, when))
      || (c = first, pst_when_german_day(&c, when)))
    return true;
  c = first;
  if ((rules & PST_WHEN_SHORT_SEASONS) && pst_when_short_season(&c, when))
    return true;
  c = first;
  if (((rules & PST_WHEN_T_IS_QUARTER) && pst_when_trimester(c, when))
      || ((rules & PST_WHEN_MONTH_DOTS) && pst_when_month_dot(c, when)))
    return true;
  if (pst_when_short_year_quarter(c, when)
      || ((rules & PST_WHEN_APOSTROPHES) && pst_when_apostrophe(c, when)))
    return true;
  if (slashed_day(&c, rules, when))
    return true;
  c = first;
  if (slashed_month(&c, when))
    return true;
  c = first;
  if ((rules & PST_WHEN_SHORT_YEARS) && short_year(&c, when))
    return true;
  c = first;
  if (pst_when_named_day(&c, when))
    return true;
  c = first;
  if (pst_when_era(&c, when))
    return true;
  c = first;
  if ((rules & PST_WHEN_ERA_DAYS) && pst_when_era_day(&c, when))
    return true;
  c = first;
  return pst_when_named_first(&c, when);
}

/* --- a cell --- */

/* `2014Q1 [2014Q1]`: the period without its code, when the code is the same. */
static struct pst_text without_code(struct pst_text text)
{
  const char *open = memchr(text.data, '[', text.size);
  size_t before = open == NULL ? 0 : (size_t)(open - text.data);
  struct pst_text name = pst_text_trim((struct pst_text){.data = text.data, .size = before});

  if (before < 2 || text.data[text.size - 1] != ']' || text.data[before - 1] != ' '
      || text.size - before - 2 != name.size || memcmp(open + 1, name.data, name.size) != 0)
    return text;
  return name;
}

/* Every period has a digit in it, or the sign for an era's first year. */
static bool may_hold_number(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if ((text.data[i] >= '0' && text.data[i] <= '9') || (unsigned char)text.data[i] >= 0x80)
      return true;
  return false;
}

/* `2020-01-01 00:00:00`, `01/01/2020 00:00`: the day whose first moment it is. */
static bool is_midnight(struct pst_text text, unsigned rules, char when[PST_WHEN_SIZE])
{
  const struct pst_text day = pst_when_without_midnight(text);

  return day.size < text.size
         && read((struct pst_cursor){day.data, day.data + day.size}, rules, when)
         && strlen(when) == 10;
}

/* TEXT without the marks behind its period, which is REST. */
static bool read_marked(struct pst_text text, unsigned rules, char found[PST_WHEN_SIZE],
                        struct pst_text *rest)
{
  *rest = text;
  for (int marks = 0; !read((struct pst_cursor){rest->data, rest->data + rest->size}, rules, found);
       marks++) {
    size_t size = pst_when_before_mark(*rest);

    if (size == rest->size || size < 4 || marks == MARKS_MOST
        || ((rules & PST_WHEN_NO_WORDS) && rest->size - size > LETTER
            && pst_when_are_words((struct pst_text){rest->data + size, rest->size - size})))
      return false;
    *rest = pst_text_trim((struct pst_text){.data = rest->data, .size = size});
  }
  return true;
}

/* What stands before PERIOD in TEXT, and behind it, each without the mark between. */
static void put_marker(struct pst_text text, struct pst_text period, char *marker)
{
  static const char marks[] = " /,;:_-";
  const char *end = text.data + text.size;
  struct pst_text before = {text.data, (size_t)(period.data - text.data)},
                  behind = {period.data + period.size, (size_t)(end - period.data) - period.size};

  while (before.size > 0 && strchr(marks, before.data[before.size - 1]) != NULL)
    before.size--;
  while (behind.size > 0 && strchr(marks, *behind.data) != NULL)
    behind = (struct pst_text){behind.data + 1, behind.size - 1};
  before = pst_utf8_head(before, PST_WHEN_MARK_SIZE - 1);
  behind = pst_utf8_head(behind, PST_WHEN_MARK_SIZE - 1 - before.size - (before.size > 0));
  snprintf(marker, PST_WHEN_MARK_SIZE, "%.*s%s%.*s", (int)before.size, before.data,
           before.size > 0 && behind.size > 0 ? " " : "", (int)behind.size, behind.data);
}

bool pst_when_read(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE], char *marker)
{
  char buffer[PST_PLAIN_SIZE], led[PST_PLAIN_SIZE], found[PST_WHEN_SIZE];
  struct pst_text text, rest, first;

  if (marker != NULL)
    marker[0] = '\0';
  if ((rules & PST_WHEN_PACKED) && pst_when_packed(cell, when))
    return true;
  if (pst_when_bare_year(cell, when) || pst_when_as_it_is(cell, rules, when))
    return true;
  if (pst_when_is_decimal(cell, rules) || pst_when_is_key(cell)
      || (pst_when_is_count(cell) && (~rules & (PST_WHEN_WEEKS | PST_WHEN_COMPACT)) != 0))
    return false;
  text = pst_plain(cell, buffer);
  if (text.data == NULL || text.size == 0)
    return false;
  if (text.size == 6 && text.data[0] == '[' && text.data[5] == ']')
    text = (struct pst_text){.data = text.data + 1, .size = 4};
  if (pst_when_bare_year(text, when))
    return true;
  if (!may_hold_number(text))
    return false;
  text = pst_when_without_leaders(without_code(text), led);
  if (is_midnight(text, rules, found)) {
    memcpy(when, found, PST_WHEN_SIZE);
    return true;
  }
  if (!read_marked(text, rules, found, &rest)) {
    if ((rules & PST_WHEN_NO_WORDS) || (first = pst_when_behind_words(text)).size == text.size
        || !read_marked(first, rules, found, &rest))
      return false;
  }
  if (marker != NULL)
    put_marker(text, rest, marker);
  if (rules & PST_WHEN_CROATIAN)
    pst_when_as_croatian(text, found);
  memcpy(when, found, PST_WHEN_SIZE);
  return true;
}
