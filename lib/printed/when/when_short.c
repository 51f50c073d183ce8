/* when_short.c -- periods of years of two digits. */
#include "printed/when/when_parts.h"

int pst_when_long_year(int year)
{
  return year < 0 ? -1 : year + (year < PST_WHEN_CENTURY ? 2000 : 1900);
}

/* Two digits of a year of this century or the last, behind an apostrophe perhaps; -1. */
int pst_when_short_or_long(struct pst_cursor *c)
{
  int year = pst_cursor_number(c, 4);

  if (year >= 0)
    return year;
  pst_cursor_take(c, "'");
  return pst_when_long_year(pst_cursor_number(c, 2));
}

/* `4Q2018`, `4Q 2018`, `4Q18`; `1H2019`, `2H19` */
bool pst_when_quarter_first(struct pst_cursor *c, char *when)
{
  int n = pst_cursor_number(c, 1), year;
  bool half = n > 0 && pst_cursor_take(c, "H");

  if (n < 1 || (!half && !pst_cursor_take(c, "Q") && !pst_cursor_take(c, "q")))
    return false;
  pst_cursor_blanks(c);
  year = pst_when_short_or_long(c);
  return year > 0 && pst_cursor_done(c)
         && pst_when_put_part(when, year, half ? 'S' : 'Q', n, half ? 2 : 4);
}

/* `15Q1`, `15-Q1` */
bool pst_when_short_year_quarter(struct pst_cursor c, char *when)
{
  int year = pst_cursor_number(&c, 4) < 0 ? pst_when_short_or_long(&c) : -1;

  pst_cursor_take(&c, "-");
  return year > 0 && pst_cursor_take(&c, "Q")
         && pst_when_put_part(when, year, 'Q', pst_cursor_number(&c, 1), 4) && pst_cursor_done(&c);
}

/* `T1-2019`, `T1 2019`, `T1/19` */
bool pst_when_trimester(struct pst_cursor c, char *when)
{
  int quarter = pst_cursor_take(&c, "T") ? pst_cursor_number(&c, 1) : -1, year;

  if (quarter < 1
      || !(pst_cursor_take(&c, "-") || pst_cursor_take(&c, " ") || pst_cursor_take(&c, "/")))
    return false;
  year = pst_when_short_or_long(&c);
  return year > 0 && pst_cursor_done(&c) && pst_when_put_part(when, year, 'Q', quarter, 4);
}

/* `01.2018` */
bool pst_when_month_dot(struct pst_cursor c, char *when)
{
  int month = pst_cursor_number(&c, 2),
      year = pst_cursor_take(&c, ".") ? pst_cursor_number(&c, 4) : -1;

  return month > 0 && year > 0 && pst_cursor_done(&c) && pst_when_put_month(when, year, month);
}

/* `'98` */
bool pst_when_apostrophe(struct pst_cursor c, char *when)
{
  return c.at < c.end && *c.at == '\'' && pst_when_put_year(when, pst_when_short_or_long(&c))
         && pst_cursor_done(&c);
}

/* `98-99`, `99/00` */
bool pst_when_short_season(struct pst_cursor *c, char *when)
{
  int year = pst_cursor_number(c, 4) < 0 ? pst_when_short_or_long(c) : -1;

  return year > 0 && (pst_cursor_take(c, "-") || pst_cursor_take(c, "/"))
         && pst_when_next_year(year, pst_cursor_number(c, 2)) && pst_cursor_done(c)
         && pst_when_put_years(when, year, year + 1);
}
