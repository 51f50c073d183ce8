#include "layout/when.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/plain.h"

enum { YEAR_LEAST = 1000, YEAR_MOST = 2999 };

/* A text that is read from its front. */
struct cursor {
  const char *at, *end;
};

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* Exactly N digits, no digit behind them; -1 when there are not. */
static int number(struct cursor *c, int n)
{
  int value = 0;

  if (c->end - c->at < n || (c->end - c->at > n && is_digit(c->at[n])))
    return -1;
  for (int i = 0; i < n; i++) {
    if (!is_digit(c->at[i]))
      return -1;
    value = value * 10 + (c->at[i] - '0');
  }
  c->at += n;
  return value;
}

/* One or two digits. */
static int small(struct cursor *c)
{
  struct cursor try = *c;
  int value = number(&try, 2);

  if (value < 0) {
    try = *c;
    value = number(&try, 1);
  }
  if (value >= 0)
    *c = try;
  return value;
}

static bool take(struct cursor *c, const char *text)
{
  size_t size = strlen(text);

  if ((size_t)(c->end - c->at) < size || memcmp(c->at, text, size) != 0)
    return false;
  c->at += size;
  return true;
}

static bool done(const struct cursor *c)
{
  return c->at == c->end;
}

static void blanks(struct cursor *c)
{
  while (!done(c) && *c->at == ' ')
    c->at++;
}

static bool good_year(int year)
{
  return year >= YEAR_LEAST && year <= YEAR_MOST;
}

/* --- the notations --------------------------------------------------------------------------- */

static bool leap(int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_of(int year, int month)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return days[month - 1] + (month == 2 && leap(year));
}

static bool put_year(char *when, int year)
{
  snprintf(when, PST_WHEN_SIZE, "%04d", year);
  return good_year(year);
}

static bool put_month(char *when, int year, int month)
{
  snprintf(when, PST_WHEN_SIZE, "%04d-%02d", year, month);
  return good_year(year) && month >= 1 && month <= 12;
}

static bool put_day(char *when, int year, int month, int day)
{
  snprintf(when, PST_WHEN_SIZE, "%04d-%02d-%02d", year, month, day);
  return good_year(year) && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

/* Part N of MOST, named by LETTER. */
static bool put_part(char *when, int year, char letter, int n, int most)
{
  snprintf(when, PST_WHEN_SIZE, "%04d-%c%d", year, letter, n);
  return good_year(year) && n >= 1 && n <= most;
}

static bool put_week(char *when, int year, int week)
{
  snprintf(when, PST_WHEN_SIZE, "%04d-W%02d", year, week);
  return good_year(year) && week >= 1 && week <= 53;
}

static bool put_day_of_year(char *when, int year, int day)
{
  int month = 1;

  if (!good_year(year) || day < 1 || day > 365 + leap(year))
    return false;
  for (; day > days_of(year, month); month++)
    day -= days_of(year, month);
  return put_day(when, year, month, day);
}

static bool put_years(char *when, int first, int last)
{
  snprintf(when, PST_WHEN_SIZE, "%04d-%04d", first, last);
  return good_year(first) && good_year(last) && first < last;
}

/* --- names of months and quarters ------------------------------------------------------------- */

struct named {
  const char *name;
  int month;
};

static const struct named months[] = {{"January", 1},
                                      {"Januar", 1},
                                      {"janvier", 1},
                                      {"enero", 1},
                                      {"February", 2},
                                      {"Februar", 2},
                                      {"f\u00E9vrier", 2},
                                      {"febrero", 2},
                                      {"March", 3},
                                      {"M\u00E4rz", 3},
                                      {"mars", 3},
                                      {"marzo", 3},
                                      {"April", 4},
                                      {"avril", 4},
                                      {"abril", 4},
                                      {"May", 5},
                                      {"Mai", 5},
                                      {"mai", 5},
                                      {"mayo", 5},
                                      {"June", 6},
                                      {"Juni", 6},
                                      {"juin", 6},
                                      {"junio", 6},
                                      {"July", 7},
                                      {"Juli", 7},
                                      {"juillet", 7},
                                      {"julio", 7},
                                      {"August", 8},
                                      {"ao\u00FBt", 8},
                                      {"agosto", 8},
                                      {"September", 9},
                                      {"septembre", 9},
                                      {"septiembre", 9},
                                      {"October", 10},
                                      {"Oktober", 10},
                                      {"octobre", 10},
                                      {"octubre", 10},
                                      {"November", 11},
                                      {"novembre", 11},
                                      {"noviembre", 11},
                                      {"December", 12},
                                      {"Dezember", 12},
                                      {"d\u00E9cembre", 12},
                                      {"diciembre", 12},
                                      {"Jan", 1},
                                      {"Feb", 2},
                                      {"Mar", 3},
                                      {"Apr", 4},
                                      {"Jun", 6},
                                      {"Jul", 7},
                                      {"Aug", 8},
                                      {"Sep", 9},
                                      {"Sept", 9},
                                      {"Oct", 10},
                                      {"Okt", 10},
                                      {"Nov", 11},
                                      {"Dec", 12},
                                      {"Dez", 12},
                                      {"janv", 1},
                                      {"f\u00E9vr", 2},
                                      {"avr", 4},
                                      {"juil", 7},
                                      {"d\u00E9c", 12},
                                      {"M\u00E4r", 3},
                                      {"Mrz", 3},
                                      {"ene", 1},
                                      {"abr", 4},
                                      {"ago", 8},
                                      {"dic", 12}};

static bool letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* TEXT, whatever the case of its ASCII letters. */
static bool take_word(struct cursor *c, const char *text)
{
  size_t size = strlen(text);

  if ((size_t)(c->end - c->at) < size || strncasecmp(c->at, text, size) != 0)
    return false;
  c->at += size;
  return true;
}

static int month_name(struct cursor *c)
{
  for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
    struct cursor try = *c;

    if (take_word(&try, months[i].name) && (done(&try) || !letter(*try.at))) {
      take(&try, ".");
      *c = try;
      return months[i].month;
    }
  }
  return -1;
}

/* `1. Quartal`, `1. Vierteljahr`, `Q1`, `1st quarter`, `1er trimestre`. */
static int quarter_name(struct cursor *c)
{
  static const char *const behind[] = {". Quartal",    ". Vierteljahr", "st quarter",
                                       "nd quarter",   "rd quarter",    "th quarter",
                                       "er trimestre", "e trimestre"};
  struct cursor try = *c;
  int n = take(&try, "Q") ? number(&try, 1) : -1;

  if (n >= 1 && n <= 4) {
    *c = try;
    return n;
  }
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
    try = *c;
    n = number(&try, 1);
    if (n >= 1 && n <= 4 && take(&try, behind[i])) {
      *c = try;
      return n;
    }
  }
  return -1;
}

/* --- what follows a year --------------------------------------------------------------------- */

static bool after_letter(struct cursor *c, unsigned rules, int year, char *when)
{
  char kind = done(c) ? '\0' : *c->at;
  int n;

  c->at++;
  switch (kind) {
  case 'Q':
    n = number(c, 1);
    return put_part(when, year, 'Q', n, 4) && done(c);
  case 'S':
  case 'H':
  case 'B':
    n = number(c, 1);
    return put_part(when, year, 'S', n, 2) && done(c);
  case 'T':
    n = number(c, 1);
    return (rules & PST_WHEN_T_IS_QUARTER ? put_part(when, year, 'Q', n, 4)
                                          : put_part(when, year, 'T', n, 3))
           && done(c);
  case 'A':
    return number(c, 1) == 1 && put_year(when, year) && done(c);
  case 'M':
    n = small(c);
    return put_month(when, year, n) && done(c);
  case 'W':
    n = small(c);
    return put_week(when, year, n) && done(c);
  case 'D':
    n = number(c, 3);
    return put_day_of_year(when, year, n) && done(c);
  default:
    return false;
  }
}

/* `T00:00:00`, with a zone perhaps: a day's first moment is the day; another moment is no period. */
static bool midnight(struct cursor *c)
{
  if (!take(c, "T00:00:00"))
    return false;
  if (take(c, ".")) {
    while (!done(c) && *c->at == '0')
      c->at++;
  }
  return done(c) || (take(c, "Z") && done(c)) || (take(c, "+00:00") && done(c));
}

/* `2014-01-01/P1Y`: the period that begins there, when it is one of the calendar's. */
static bool duration(struct cursor *c, int year, int month, int day, char *when)
{
  if (day != 1)
    return take(c, "P1D") && done(c) && put_day(when, year, month, day);
  if (take(c, "P1Y") || take(c, "P12M"))
    return done(c) && month == 1 && put_year(when, year);
  if (take(c, "P6M"))
    return done(c) && month % 6 == 1 && put_part(when, year, 'S', month / 6 + 1, 2);
  if (take(c, "P4M"))
    return done(c) && month % 4 == 1 && put_part(when, year, 'T', month / 4 + 1, 3);
  if (take(c, "P3M"))
    return done(c) && month % 3 == 1 && put_part(when, year, 'Q', month / 3 + 1, 4);
  if (take(c, "P1M"))
    return done(c) && put_month(when, year, month);
  return take(c, "P1D") && done(c) && put_day(when, year, month, day);
}

static bool after_day(struct cursor *c, int year, int month, int day, char *when)
{
  if (done(c) || midnight(c))
    return put_day(when, year, month, day);
  if (take(c, "T00:00:00/") || take(c, "/"))
    return duration(c, year, month, day, when);
  return false;
}

/* `2013/14`, `2013-14`: a year that begins in one calendar year and ends in the next. */
static bool next_year(int year, int last)
{
  return last == (year + 1) % 100;
}

/* MARK is - or /.  `2001-02` could be February, or 2001 to 2002: with a hyphen it is the month. */
static bool after_mark(struct cursor *c, char mark, unsigned rules, int year, char *when)
{
  struct cursor try = *c;
  int n = number(&try, 4);

  if (n >= 0)
    return done(&try) && put_years(when, year, n);
  if (mark == '/' && take(c, "4-3")) {
    take(c, ".");
    snprintf(when, PST_WHEN_SIZE, "FY%04d", year);
    return done(c);
  }
  n = number(c, 2);
  if (n < 0)
    return !done(c) && after_letter(c, rules, year, when);
  if (done(c) && next_year(year, n) && (n > 12 || (rules & PST_WHEN_SEASONS)))
    return put_years(when, year, year + 1);
  if (done(c) && mark == '/' && next_year(year, n))
    return false; /* 2009/10: October, or 2009 to 2010 */
  if (done(c))
    return put_month(when, year, n);
  if (*c->at != mark)
    return false;
  c->at++;
  int day = number(c, 2);

  return day > 0 && after_day(c, year, n, day, when);
}

/* The quarter of the calendar year that the months FIRST to LAST are, or -1. */
static int quarter_of(int first, int last)
{
  return first >= 1 && first % 3 == 1 && last == first + 2 && last <= 12 ? last / 3 : -1;
}

static bool take_to(struct cursor *c)
{
  return take(c, "-") || take(c, "~") || take(c, "\uFF5E") || take(c, "\u301C");
}

/* `1～3月期`, `第1四半期` behind a year; fiscal years number their quarters otherwise, and are not
   meant. */
static bool japanese_quarter(struct cursor c, int year, char *when)
{
  int first, last;

  if (take(&c, "\u7B2C")) {
    first = number(&c, 1);
    return first > 0 && take(&c, "\u56DB\u534A\u671F") && done(&c)
           && put_part(when, year, 'Q', first, 4);
  }
  first = small(&c);
  if (first < 0)
    return false;
  take(&c, "\u6708");
  if (!take_to(&c))
    return false;
  last = small(&c);
  return last > 0 && take(&c, "\u6708") && (done(&c) || (take(&c, "\u671F") && done(&c)))
         && put_part(when, year, 'Q', quarter_of(first, last), 4);
}

/* 年 and what may follow it. */
static bool after_nen(struct cursor *c, int year, char *when)
{
  int month;

  if (take(c, "\u5EA6")) {
    snprintf(when, PST_WHEN_SIZE, "FY%04d", year);
    return done(c) && good_year(year);
  }
  if (done(c))
    return put_year(when, year);
  if (japanese_quarter(*c, year, when))
    return true;
  month = small(c);
  if (month < 0 || !take(c, "\u6708"))
    return false;
  if (done(c))
    return put_month(when, year, month);
  int day = small(c);

  return day > 0 && take(c, "\u65E5") && done(c) && put_day(when, year, month, day);
}

static bool after_blank(struct cursor *c, int year, char *when)
{
  int n;
  char bracket[PST_WHEN_SIZE];

  blanks(c);
  if (take(c, "- ")) {
    n = number(c, 4);
    return n > 0 && done(c) && put_years(when, year, n);
  }
  snprintf(bracket, sizeof bracket, "[YR%04d]", year);
  if (take(c, bracket))
    return done(c) && put_year(when, year);
  n = month_name(c);
  if (n > 0)
    return done(c) && put_month(when, year, n);
  n = quarter_name(c);
  return n > 0 && done(c) && put_part(when, year, 'Q', n, 4);
}

static bool after_year(struct cursor *c, unsigned rules, int year, char *when)
{
  if (done(c))
    return put_year(when, year);
  if (take(c, "\u5E74"))
    return after_nen(c, year, when);
  if (take(c, "-"))
    return after_mark(c, '-', rules, year, when);
  if (take(c, "/"))
    return after_mark(c, '/', rules, year, when);
  if (*c->at == ' ')
    return after_blank(c, year, when);
  struct cursor try = *c;
  int month = month_name(&try);

  if (month > 0)
    return done(&try) && put_month(when, year, month);
  return after_letter(c, rules, year, when);
}

/* --- what comes before one -------------------------------------------------------------------- */

/* Japanese eras: year 1 (元年) and the years in which the era itself stood. */
static bool era(struct cursor *c, char *when)
{
  static const struct {
    const char *name;
    int first, last;
  } eras[] = {{"\u660E\u6CBB", 1868, 1912},
              {"\u5927\u6B63", 1912, 1926},
              {"\u662D\u548C", 1926, 1989},
              {"\u5E73\u6210", 1989, 2019},
              {"\u4EE4\u548C", 2019, YEAR_MOST}};

  for (size_t i = 0; i < sizeof eras / sizeof *eras; i++)
    if (take(c, eras[i].name)) {
      int n = take(c, "\u5143") ? 1 : small(c), year = eras[i].first + n - 1;

      return n >= 1 && year <= eras[i].last && take(c, "\u5E74") && after_nen(c, year, when);
    }
  return false;
}

bool pst_when_months(struct pst_text cell, int *year, int *quarter)
{
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text = pst_plain(cell, buffer);
  struct cursor c = {text.data, text.data + text.size}, try = c;
  int first, last;

  if (text.data == NULL)
    return false;
  *year = number(&try, 4);
  if (good_year(*year) && take(&try, "/"))
    c = try;
  else
    *year = 0;
  blanks(&c);
  first = small(&c);
  blanks(&c);
  if (first < 0 || !take(&c, "-"))
    return false;
  blanks(&c);
  last = small(&c);
  take(&c, ".");
  *quarter = quarter_of(first, last);
  return *quarter > 0 && done(&c);
}

/* `S49.9.24`, `R6.1.4`: a day of an era, as the Ministry of Finance writes. */
static bool era_day(struct cursor *c, char *when)
{
  static const char letters[] = "MTSHR";
  static const int first[] = {1868, 1912, 1926, 1989, 2019},
                   last[] = {1912, 1926, 1989, 2019, YEAR_MOST};
  const char *letter = done(c) ? NULL : memchr(letters, *c->at, sizeof letters - 1);
  int year, month = -1, day = -1;

  if (letter == NULL)
    return false;
  c->at++;
  year = small(c);
  if (year > 0 && take(c, "."))
    month = small(c);
  if (month > 0 && take(c, "."))
    day = small(c);
  return day > 0 && done(c) && first[letter - letters] + year - 1 <= last[letter - letters]
         && put_day(when, first[letter - letters] + year - 1, month, day);
}

/* 31.12.1995 */
static bool german_day(struct cursor *c, char *when)
{
  int day = number(c, 2), month = -1, year = -1;

  if (day > 0 && take(c, "."))
    month = number(c, 2);
  if (month > 0 && take(c, "."))
    year = number(c, 4);
  return year > 0 && done(c) && put_day(when, year, month, day);
}

/* `06 Sep 2004`, `6. September 2004`, `06-Sep-2004` */
static bool named_day(struct cursor *c, char *when)
{
  int day = small(c), month, year;

  if (day < 1)
    return false;
  take(c, ".");
  if (!take(c, "-"))
    blanks(c);
  month = month_name(c);
  if (month < 0)
    return false;
  if (!take(c, "-"))
    blanks(c);
  year = number(c, 4);
  return year > 0 && done(c) && put_day(when, year, month, day);
}

/* `Jan 2014`, `Q1 2014`, `Q1-2014`, `1. Quartal 2014` */
static bool named_first(struct cursor *c, char *when)
{
  int month = month_name(c), quarter = month > 0 ? -1 : quarter_name(c), year;

  if (month < 0 && quarter < 0)
    return false;
  if (!take(c, "-"))
    blanks(c);
  year = number(c, 4);
  if (year < 0 || !done(c))
    return false;
  return month > 0 ? put_month(when, year, month) : put_part(when, year, 'Q', quarter, 4);
}

static bool compact(struct cursor *c, char *when)
{
  struct cursor try = *c;
  int n = number(&try, 6);

  if (n > 0)
    return done(&try) && put_month(when, n / 100, n % 100);
  n = number(c, 8);
  return n > 0 && done(c) && put_day(when, n / 10000, n / 100 % 100, n % 100);
}

static bool fiscal(struct cursor *c, char *when)
{
  int year = number(c, 4);

  snprintf(when, PST_WHEN_SIZE, "FY%04d", year);
  return good_year(year) && done(c);
}

/* 13/02/2020 or 02/13/2020, with one digit perhaps: the two numbers before the year. */
static bool slashed(struct cursor *c, int *first, int *second, int *year)
{
  *first = small(c);
  if (*first < 1 || !take(c, "/"))
    return false;
  *second = small(c);
  if (*second < 1 || !take(c, "/"))
    return false;
  *year = number(c, 4);
  return *year > 0 && done(c);
}

static bool slashed_day(struct cursor *c, unsigned rules, char *when)
{
  int first, second, year;

  if (!slashed(c, &first, &second, &year))
    return false;
  if (rules & PST_WHEN_DAY_FIRST)
    return put_day(when, year, second, first);
  return (rules & PST_WHEN_MONTH_FIRST) && put_day(when, year, first, second);
}

static bool read(struct cursor c, unsigned rules, char *when)
{
  struct cursor first = c;
  int year = number(&c, 4);

  if (good_year(year))
    return after_year(&c, rules, year, when);
  c = first;
  if (take(&c, "YR") || take(&c, "Y") || take(&c, "X")) {
    year = number(&c, 4);
    return done(&c) && put_year(when, year);
  }
  if (take(&c, "FY"))
    return take(&c, " "), fiscal(&c, when);
  if ((rules & PST_WHEN_COMPACT) && compact(&c, when))
    return true;
  c = first;
  if (german_day(&c, when))
    return true;
  c = first;
  if (slashed_day(&c, rules, when))
    return true;
  c = first;
  if (named_day(&c, when))
    return true;
  c = first;
  if (era(&c, when))
    return true;
  c = first;
  if ((rules & PST_WHEN_ERA_DAYS) && era_day(&c, when))
    return true;
  c = first;
  return named_first(&c, when);
}

/* --- markers --------------------------------------------------------------------------------- */

/* `2019 1)`, `2019 (1)`, `2019*`, `2019¹`, `2019 p` (provisional): where the period ends. */
static size_t before_marker(struct pst_text text)
{
  static const char *const marks[] = {"*", "\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2020"};
  const char *blank;

  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t size = strlen(marks[i]);

    if (text.size > size && memcmp(text.data + text.size - size, marks[i], size) == 0)
      return text.size - size;
  }
  if ((text.size == 5 || (text.size == 6 && text.data[4] == ' ')) && is_digit(text.data[3])
      && strchr("perf", text.data[text.size - 1]) != NULL)
    return 4;
  blank = memrchr(text.data, ' ', text.size);
  if (blank != NULL && text.data[text.size - 1] == ')' && text.data + text.size - blank <= 5)
    return (size_t)(blank - text.data);
  return text.size;
}

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

bool pst_when_read(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE], char *marker)
{
  char buffer[PST_PLAIN_SIZE], found[PST_WHEN_SIZE];
  struct pst_text text = pst_plain(cell, buffer), rest;
  size_t size;

  if (marker != NULL)
    marker[0] = '\0';
  if (text.data == NULL || text.size == 0)
    return false;
  text = without_code(text);
  size = before_marker(text);
  rest = pst_text_trim((struct pst_text){.data = text.data, .size = size});
  if (!read((struct cursor){rest.data, rest.data + rest.size}, rules, found))
    return false;
  if (marker != NULL && size < text.size) {
    struct pst_text mark =
        pst_text_trim((struct pst_text){.data = text.data + size, .size = text.size - size});

    snprintf(marker, 16, "%.*s", (int)mark.size, mark.data);
  }
  memcpy(when, found, PST_WHEN_SIZE);
  return true;
}

static bool see_slashes(struct pst_when_seasons *seen, struct cursor c)
{
  int first, second, year;

  if (!slashed(&c, &first, &second, &year))
    return false;
  seen->day_first += first > 12;
  seen->month_first += second > 12;
  return true;
}

void pst_when_see(struct pst_when_seasons *seen, struct pst_text cell)
{
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text = pst_plain(cell, buffer);
  struct cursor c;
  int year, n;

  if (text.data == NULL)
    return;
  c = (struct cursor){text.data, text.data + text.size};
  if (see_slashes(seen, c))
    return;
  year = number(&c, 4);
  if (!good_year(year) || (!take(&c, "/") && !take(&c, "-")))
    return;
  n = number(&c, 2);
  if (n < 0 || !done(&c))
    return;
  seen->seasons += next_year(year, n) && n > 12;
  seen->either += next_year(year, n) && n <= 12;
  seen->others += !next_year(year, n);
}

unsigned pst_when_decide(const struct pst_when_seasons *seen)
{
  unsigned rules = PST_WHEN_DEFAULT;

  if (seen->others == 0 && (seen->seasons > 0 || seen->either > 1))
    rules |= PST_WHEN_SEASONS;
  if ((seen->day_first > 0) != (seen->month_first > 0))
    rules |= seen->day_first > 0 ? PST_WHEN_DAY_FIRST : PST_WHEN_MONTH_FIRST;
  return rules;
}

bool pst_when_part(struct pst_text cell, char part[16])
{
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text = pst_plain(cell, buffer);
  struct cursor c;
  int n;

  if (text.data == NULL)
    return false;
  c = (struct cursor){text.data, text.data + text.size};
  n = month_name(&c);
  if (n > 0 && done(&c)) {
    snprintf(part, 16, "-%02d", n);
    return true;
  }
  c = (struct cursor){text.data, text.data + text.size};
  n = quarter_name(&c);
  if (n > 0 && done(&c))
    snprintf(part, 16, "-Q%d", n);
  return n > 0 && done(&c);
}
