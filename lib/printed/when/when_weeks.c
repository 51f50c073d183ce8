/* when_weeks.c -- weeks: `2020-01`, `2020/01`, 202001, `01/2020` in a column of weeks, and what proves that it is one. */
#include <string.h>

#include "printed/when/when_parts.h"

enum {
  WEEKS_LEAST = 14,
  WEEKS_MOST = 53
}; /* no month has such a number, nor 2013-13 the mean of a year */

/* `Week `, `KW`, W before the number of a week. */
static void step_over_word(struct pst_cursor *c)
{
  static const char *const words[] = {"Week",    "week",   "Wk",     "wk",    "KW",  "Semaine",
                                      "semaine", "Semana", "semana", "Uke",   "uke", "Vecka",
                                      "vecka",   "W",      "w",      "\u7B2C"};

  pst_cursor_blanks(c);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (pst_cursor_take(c, words[i]))
      break;
  pst_cursor_take(c, ".");
  pst_cursor_blanks(c);
}

static bool step_over_mark(struct pst_cursor *c)
{
  static const char *const marks[] = {"-", "/", ".", ":", "_", " ", "\u5E74"};

  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (pst_cursor_take(c, marks[i]))
      return true;
  return false;
}

bool pst_when_names_week(struct pst_cursor c)
{
  const char *word;

  /* 2019KW01 is a quarter, as the Dutch office writes. */
  if (pst_when_good_year(pst_cursor_number(&c, 4)) && !step_over_mark(&c))
    return false;
  word = c.at;
  /* What the words begin with: most texts end here. */
  if (pst_cursor_done(&c) || strchr("WwKSsUuVv\xE7", *c.at) == NULL)
    return false;
  step_over_word(&c);
  return c.at > word && c.at < c.end && *c.at >= '0' && *c.at <= '9' && *word != ' ';
}

/* Behind the year: -01, /1, W01, ` week 1`, 第1週. */
static int week_behind(struct pst_cursor c)
{
  const char *start = c.at;
  int week;

  step_over_mark(&c);
  step_over_word(&c);
  week = c.at == start ? -1 : pst_cursor_small(&c);
  pst_cursor_take(&c, "\u9031");
  return pst_cursor_done(&c) ? week : -1;
}

/* `01/2020`, `KW 1/2020`, `Week 1, 2020` */
static bool week_first(struct pst_cursor c, char *when)
{
  int week, year;

  step_over_word(&c);
  week = pst_cursor_small(&c);
  pst_cursor_take(&c, ".");
  pst_cursor_take(&c, ",");
  if (week < 1 || !step_over_mark(&c))
    return false;
  pst_cursor_blanks(&c);
  year = pst_cursor_number(&c, 4);
  return year > 0 && pst_cursor_done(&c) && pst_when_put_week(when, year, week);
}

bool pst_when_week(struct pst_text text, char when[PST_WHEN_SIZE])
{
  struct pst_cursor c = {text.data, text.data + text.size}, packed = c;
  int year = pst_cursor_number(&c, 4), n;

  if (pst_when_good_year(year))
    return pst_when_put_week(when, year, week_behind(c));
  n = pst_cursor_number(&packed, 6);
  return n > 0 ? pst_cursor_done(&packed) && pst_when_put_week(when, n / 100, n % 100)
               : week_first(packed, when);
}

void pst_when_see_week(struct pst_when_weeks *seen, int year, int n)
{
  seen->none += n < 1 || n > WEEKS_MOST;
  seen->late += n >= WEEKS_LEAST && n <= WEEKS_MOST && (year != seen->last_year || n != seen->last);
  seen->steps += year == seen->last_year && n == seen->last + 1 && n >= WEEKS_LEAST;
  seen->last_year = year;
  seen->last = n;
}

bool pst_when_are_weeks(const struct pst_when_weeks *seen, bool no_range)
{
  return seen->none == 0 && seen->late > 1 && (no_range || seen->steps > 0);
}
