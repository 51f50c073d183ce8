/* when_japan.c -- periods as Japanese statistics write them: eras, fiscal years, months of quarters. */
#include <stdio.h>
#include <string.h>

#include "printed/plain.h"
#include "printed/when/when_parts.h"

/* The quarter of the calendar year that the months FIRST to LAST are, or -1. */
static int quarter_of(int first, int last)
{
  return first >= 1 && first % 3 == 1 && last == first + 2 && last <= 12 ? last / 3 : -1;
}

static bool take_to(struct pst_cursor *c)
{
  return pst_cursor_take(c, "-") || pst_cursor_take(c, "~") || pst_cursor_take(c, "\uFF5E")
         || pst_cursor_take(c, "\u301C");
}

/* `1～3月期`, `第1四半期` behind a year; fiscal years number their quarters otherwise, and are not
   meant. */
static bool japanese_quarter(struct pst_cursor c, int year, char *when)
{
  int first, last;

  if (pst_cursor_take(&c, "\u7B2C")) {
    first = pst_cursor_number(&c, 1);
    return first > 0 && pst_cursor_take(&c, "\u56DB\u534A\u671F") && pst_cursor_done(&c)
           && pst_when_put_part(when, year, 'Q', first, 4);
  }
  first = pst_cursor_small(&c);
  if (first < 0)
    return false;
  pst_cursor_take(&c, "\u6708");
  if (!take_to(&c))
    return false;
  last = pst_cursor_small(&c);
  return last > 0 && pst_cursor_take(&c, "\u6708")
         && (pst_cursor_done(&c) || (pst_cursor_take(&c, "\u671F") && pst_cursor_done(&c)))
         && pst_when_put_part(when, year, 'Q', quarter_of(first, last), 4);
}

/* 年 and what may follow it. */
bool pst_when_after_nen(struct pst_cursor *c, int year, char *when)
{
  int month;

  if (pst_cursor_take(c, "\u5EA6")) {
    snprintf(when, PST_WHEN_SIZE, "FY%04d", year);
    return pst_cursor_done(c) && pst_when_good_year(year);
  }
  if (pst_cursor_done(c))
    return pst_when_put_year(when, year);
  if (japanese_quarter(*c, year, when))
    return true;
  month = pst_cursor_small(c);
  if (month < 0 || !pst_cursor_take(c, "\u6708"))
    return false;
  if (pst_cursor_done(c))
    return pst_when_put_month(when, year, month);
  int day = pst_cursor_small(c);

  return day > 0 && pst_cursor_take(c, "\u65E5") && pst_cursor_done(c)
         && pst_when_put_day(when, year, month, day);
}

/* Japanese eras, and the years in which each stood. */
static const struct era {
  const char *name, *letter;
  int first, last;
} eras[] = {{"\u660E\u6CBB", "M", 1868, 1912},
            {"\u5927\u6B63", "T", 1912, 1926},
            {"\u662D\u548C", "S", 1926, 1989},
            {"\u5E73\u6210", "H", 1989, 2019},
            {"\u4EE4\u548C", "R", 2019, PST_WHEN_YEAR_MOST}};

/* The year N of ERA, of which 元 is the first; -1: it has no such. */
static int year_of(const struct era *era, int n)
{
  return n >= 1 && era->first + n - 1 <= era->last ? era->first + n - 1 : -1;
}

static int count_year(struct pst_cursor *c, const struct era *era)
{
  return year_of(era, pst_cursor_take(c, "\u5143") ? 1 : pst_cursor_small(c));
}

/* `平成25年`, `平成25`, `H25年`: a letter alone could be anything. */
bool pst_when_era(struct pst_cursor *c, char *when)
{
  for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
    bool named = pst_cursor_take(c, eras[i].name);
    int year;

    if (!named && !pst_cursor_take(c, eras[i].letter))
      continue;
    year = count_year(c, &eras[i]);
    if (year < 0)
      return false;
    if (named && pst_cursor_done(c))
      return pst_when_put_year(when, year);
    return pst_cursor_take(c, "\u5E74") && pst_when_after_nen(c, year, when);
  }
  return false;
}

bool pst_when_months(struct pst_text cell, int *year, int *quarter)
{
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text = pst_plain(cell, buffer);
  struct pst_cursor c, try;
  int first, last;

  if (text.data == NULL)
    return false;
  try = c = (struct pst_cursor){text.data, text.data + text.size};
  *year = pst_cursor_number(&try, 4);
  if (pst_when_good_year(*year) && pst_cursor_take(&try, "/"))
    c = try;
  else
    *year = 0;
  pst_cursor_blanks(&c);
  first = pst_cursor_small(&c);
  pst_cursor_blanks(&c);
  if (first < 0 || !pst_cursor_take(&c, "-"))
    return false;
  pst_cursor_blanks(&c);
  last = pst_cursor_small(&c);
  pst_cursor_take(&c, ".");
  *quarter = quarter_of(first, last);
  return *quarter > 0 && pst_cursor_done(&c);
}

/* `S49.9.24`, `R6.1.4`: a day of an era, as the Ministry of Finance writes. */
bool pst_when_era_day(struct pst_cursor *c, char *when)
{
  for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
    int year, month = -1, day = -1;

    if (!pst_cursor_take(c, eras[i].letter))
      continue;
    year = year_of(&eras[i], pst_cursor_small(c));
    if (year > 0 && pst_cursor_take(c, "."))
      month = pst_cursor_small(c);
    if (month > 0 && pst_cursor_take(c, "."))
      day = pst_cursor_small(c);
    return day > 0 && pst_cursor_done(c) && pst_when_put_day(when, year, month, day);
  }
  return false;
}
