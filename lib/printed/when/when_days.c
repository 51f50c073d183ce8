/* when_days.c -- days as `31.12.1995`, `06 Sep 2004`, `2019.12.31`; their first moments; durations from them on. */
#include <string.h>

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

void pst_when_step_over_of(struct pst_cursor *c)
{
  static const char *const of[] = {"de ", "del ", "of ", "di "};

  pst_cursor_take(c, ",");
  pst_cursor_blanks(c);
  for (size_t i = 0; i < sizeof of / sizeof *of; i++)
    if (pst_cursor_take(c, of[i]))
      break;
  pst_cursor_blanks(c);
}

/* `January 1, 2023`, `Jan 1st 2023` */
static bool month_first(struct pst_cursor c, char *when)
{
  static const char *const ordinals[] = {"st", "nd", "rd", "th"};
  int month = pst_when_month_name(&c), day, year;

  pst_cursor_blanks(&c);
  day = month > 0 ? pst_cursor_small(&c) : -1;
  for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals && day > 0; i++)
    if (pst_cursor_take(&c, ordinals[i]))
      break;
  pst_cursor_take(&c, ",");
  if (day < 1 || pst_cursor_done(&c) || *c.at != ' ')
    return false;
  pst_cursor_blanks(&c);
  year = pst_cursor_number(&c, 4);
  return year > 0 && pst_cursor_done(&c) && pst_when_put_day(when, year, month, day);
}

/* `06 Sep 2004`, `6. September 2004`, `06-Sep-2004`, `06-Sep-04`, `1 de enero de 2023`, `1er janvier 2023` */
bool pst_when_named_day(struct pst_cursor *c, char *when)
{
  static const char *const ordinals[] = {"er", "st", "nd", "rd", "th", "\u00BA", "\u00B0", "."};
  int day, month, year;
  bool hyphen;

  if (month_first(*c, when))
    return true;
  day = pst_cursor_small(c);
  if (day < 1)
    return false;
  for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
    if (pst_cursor_take(c, ordinals[i]))
      break;
  if (!pst_cursor_take(c, "-"))
    pst_when_step_over_of(c);
  month = pst_when_month_name(c);
  if (month < 0)
    return false;
  hyphen = pst_cursor_take(c, "-");
  if (!hyphen)
    pst_when_step_over_of(c);
  year = hyphen ? pst_when_short_or_long(c) : pst_cursor_number(c, 4);
  return year > 0 && pst_cursor_done(c) && pst_when_put_day(when, year, month, day);
}

/* --- moments ------------------------------------------------------------------------------------- */

/* TEXT without END, and the blanks before that. */
static bool drop(struct pst_text *text, const char *end)
{
  size_t size = strlen(end);

  if (text->size <= size || memcmp(text->data + text->size - size, end, size) != 0)
    return false;
  for (text->size -= size; text->size > 0 && text->data[text->size - 1] == ' ';)
    text->size--;
  return true;
}

/* What stands before END in TEXT: a blank or a T; 10:00 does not end in 0:00. */
static bool stands_alone(struct pst_text text, const char *end)
{
  size_t size = strlen(end);

  return text.size > size
         && (text.data[text.size - size - 1] == ' ' || text.data[text.size - size - 1] == 'T');
}

struct pst_text pst_when_without_midnight(struct pst_text text)
{
  static const char *const zones[] = {"Z", "+00:00", "UTC", "GMT"}, *const noughts[] = {
                                                                        "12:00:00 AM", "12:00 AM",
                                                                        "00:00:00",    "00:00",
                                                                        "0:00:00",     "0:00"};
  struct pst_text day = text;

  if (text.size < 10 || memchr(text.data, ':', text.size) == NULL)
    return text;
  for (size_t i = 0; i < sizeof zones / sizeof *zones && !drop(&day, zones[i]);)
    i++;
  if (memchr(day.data, '.', day.size) != NULL) { /* 00:00:00.000 */
    size_t size = day.size;

    while (size > 0 && day.data[size - 1] == '0')
      size--;
    if (size > 3 && day.data[size - 1] == '.' && memcmp(day.data + size - 4, ":00", 3) == 0)
      day.size = size - 1;
  }
  for (size_t i = 0; i < sizeof noughts / sizeof *noughts; i++)
    if (stands_alone(day, noughts[i]) && drop(&day, noughts[i]))
      return drop(&day, "T"), drop(&day, ","), day;
  return text;
}

/* `2014-01-01/P1Y`: the period that begins there, when it is one of the calendar's. */
static bool duration(struct pst_cursor *c, int year, int month, int day, char *when)
{
  if (day != 1)
    return pst_cursor_take(c, "P1D") && pst_cursor_done(c)
           && pst_when_put_day(when, year, month, day);
  if (pst_cursor_take(c, "P1Y") || pst_cursor_take(c, "P12M"))
    return pst_cursor_done(c) && month == 1 && pst_when_put_year(when, year);
  if (pst_cursor_take(c, "P6M"))
    return pst_cursor_done(c) && month % 6 == 1
           && pst_when_put_part(when, year, 'S', month / 6 + 1, 2);
  if (pst_cursor_take(c, "P4M"))
    return pst_cursor_done(c) && month % 4 == 1
           && pst_when_put_part(when, year, 'T', month / 4 + 1, 3);
  if (pst_cursor_take(c, "P3M"))
    return pst_cursor_done(c) && month % 3 == 1
           && pst_when_put_part(when, year, 'Q', month / 3 + 1, 4);
  if (pst_cursor_take(c, "P1M"))
    return pst_cursor_done(c) && pst_when_put_month(when, year, month);
  return pst_cursor_take(c, "P1D") && pst_cursor_done(c)
         && pst_when_put_day(when, year, month, day);
}

bool pst_when_after_day(struct pst_cursor *c, int year, int month, int day, char *when)
{
  if (pst_cursor_done(c))
    return pst_when_put_day(when, year, month, day);
  return (pst_cursor_take(c, "T00:00:00/") || pst_cursor_take(c, "/"))
         && duration(c, year, month, day, when);
}
