/* when_days.c -- days as `31.12.1995`, `06 Sep 2004`, `2019.12.31`. */
#include "printed/when/when_parts.h"

/* `2019.12.31`, `2019.12.31.` */
bool pst_when_after_dot(struct pst_cursor c, int year, char *when)
{
  int month, day;

  month = pst_cursor_number(&c, 2);
  day = month > 0 && pst_cursor_take(&c, ".") ? pst_cursor_number(&c, 2) : -1;
  pst_cursor_take(&c, ".");
  return day > 0 && pst_cursor_done(&c) && pst_when_put_day(when, year, month, day);
}

/* 31.12.1995, 1.3.1995 */
bool pst_when_german_day(struct pst_cursor *c, char *when)
{
  int day = pst_cursor_small(c), month = -1, year = -1;

  if (day > 0 && pst_cursor_take(c, "."))
    month = pst_cursor_small(c);
  if (month > 0 && pst_cursor_take(c, "."))
    year = pst_cursor_number(c, 4);
  return year > 0 && pst_cursor_done(c) && pst_when_put_day(when, year, month, day);
}

/* `06 Sep 2004`, `6. September 2004`, `06-Sep-2004`, `06-Sep-04` */
bool pst_when_named_day(struct pst_cursor *c, char *when)
{
  int day = pst_cursor_small(c), month, year;
  bool hyphen;

  if (day < 1)
    return false;
  pst_cursor_take(c, ".");
  if (!pst_cursor_take(c, "-"))
    pst_cursor_blanks(c);
  month = pst_when_month_name(c);
  if (month < 0)
    return false;
  hyphen = pst_cursor_take(c, "-");
  if (!hyphen)
    pst_cursor_blanks(c);
  year = hyphen ? pst_when_short_or_long(c) : pst_cursor_number(c, 4);
  return year > 0 && pst_cursor_done(c) && pst_when_put_day(when, year, month, day);
}
