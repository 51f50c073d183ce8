/* when_parts.c -- days, weeks, months and years as notations of periods write them. */
#include <stdio.h>
#include <string.h>

#include "interval/period/period_step.h"
#include "printed/when/when_parts.h"

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* Exactly N digits, no digit behind them; -1 when there are not. */
int pst_cursor_number(struct pst_cursor *c, int n)
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
int pst_cursor_small(struct pst_cursor *c)
{
  struct pst_cursor try = *c;
  int value = pst_cursor_number(&try, 2);

  if (value < 0) {
    try = *c;
    value = pst_cursor_number(&try, 1);
  }
  if (value >= 0)
    *c = try;
  return value;
}

bool pst_cursor_take(struct pst_cursor *c, const char *text)
{
  size_t size;

  if (c->at == c->end || *c->at != *text)
    return false;
  size = strlen(text);
  if ((size_t)(c->end - c->at) < size || memcmp(c->at, text, size) != 0)
    return false;
  c->at += size;
  return true;
}

bool pst_cursor_done(const struct pst_cursor *c)
{
  return c->at == c->end;
}

void pst_cursor_blanks(struct pst_cursor *c)
{
  while (!pst_cursor_done(c) && *c->at == ' ')
    c->at++;
}

bool pst_when_good_year(int year)
{
  return year >= PST_WHEN_YEAR_LEAST && year <= PST_WHEN_YEAR_MOST;
}

static bool leap(int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_of(int year, int month)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return days[month - 1] + (month == 2 && leap(year));
}

bool pst_when_put_year(char *when, int year)
{
  if (!pst_when_good_year(year))
    return false;
  for (int i = 3, rest = year; i >= 0; i--, rest /= 10)
    when[i] = (char)('0' + rest % 10);
  when[4] = '\0';
  return true;
}

bool pst_when_put_month(char *when, int year, int month)
{
  snprintf(when, PST_WHEN_SIZE, "%04d-%02d", year, month);
  return pst_when_good_year(year) && month >= 1 && month <= 12;
}

bool pst_when_put_day(char *when, int year, int month, int day)
{
  snprintf(when, PST_WHEN_SIZE, "%04d-%02d-%02d", year, month, day);
  return pst_when_good_year(year) && month >= 1 && month <= 12 && day >= 1
         && day <= days_of(year, month);
}

/* Part N of MOST, named by LETTER. */
bool pst_when_put_part(char *when, int year, char letter, int n, int most)
{
  snprintf(when, PST_WHEN_SIZE, "%04d-%c%d", year, letter, n);
  return pst_when_good_year(year) && n >= 1 && n <= most;
}

bool pst_when_put_week(char *when, int year, int week)
{
  enum pst_period_kind kind;
  double monday;

  if (!pst_when_good_year(year) || week < 1 || week > 53)
    return false;
  snprintf(when, PST_WHEN_SIZE, "%04d-W%02d", year, week);
  return week < 53 || pst_period_parse(pst_text_of(when), &kind, &monday); /* most years have 52 */
}

bool pst_when_put_day_of_year(char *when, int year, int day)
{
  int month = 1;

  if (!pst_when_good_year(year) || day < 1 || day > 365 + leap(year))
    return false;
  for (; day > days_of(year, month); month++)
    day -= days_of(year, month);
  return pst_when_put_day(when, year, month, day);
}

bool pst_when_put_years(char *when, int first, int last)
{
  snprintf(when, PST_WHEN_SIZE, "%04d-%04d", first, last);
  return pst_when_good_year(first) && pst_when_good_year(last) && first < last;
}

bool pst_when_next_year(int year, int last)
{
  return last == (year + 1) % 100;
}

int pst_when_range_end(int year, int n)
{
  int end = year / 100 * 100 + n;

  if (n > year % 100)
    return end;
  return year % 100 >= 80 && end + 100 - year <= 20 ? end + 100 : -1;
}

bool pst_when_slashed(struct pst_cursor *c, int *first, int *second, int *year)
{
  const char *mark = "/";

  *first = pst_cursor_small(c);
  if (*first > 0 && !pst_cursor_done(c) && *c->at == '.')
    mark = ".";
  if (*first < 1 || !pst_cursor_take(c, mark))
    return false;
  *second = pst_cursor_small(c);
  if (*second < 1 || !pst_cursor_take(c, mark))
    return false;
  *year = *mark == '/' ? pst_cursor_number(c, 4) : -1;
  if (*year < 0) {
    *year = pst_cursor_number(c, 2);
    *year += *year < 0 ? 0 : *year < PST_WHEN_CENTURY ? 2000 : 1900;
  }
  return *year > 0 && pst_cursor_done(c);
}

bool pst_when_dotted(struct pst_cursor *c, int year, unsigned rules, char *when)
{
  int n = pst_cursor_number(c, 1);

  if (n == 0)
    return pst_cursor_done(c) && pst_when_put_year(when, year);
  if (n > 0 && (rules & PST_WHEN_DOT_MONTHS))
    return pst_cursor_done(c) && pst_when_put_month(when, year, n);
  if (n > 0)
    return pst_cursor_done(c) && pst_when_put_part(when, year, 'Q', n, 4);
  n = pst_cursor_number(c, 2);
  return n > 0 && pst_cursor_done(c) && pst_when_put_month(when, year, n);
}
