/* when_seen.c -- what the cells of one column or header prove together of their notation. */
#include <string.h>

#include "printed/plain.h"
#include "printed/when/when_parts.h"

static bool see_slashes(struct pst_when_seasons *seen, struct pst_cursor c)
{
  int first, second, year;
  bool slash = memchr(c.at, '/', (size_t)(c.end - c.at)) != NULL;

  if (!pst_when_slashed(&c, &first, &second, &year))
    return false;
  if (!slash) /* 21.03.05 may begin with its year */
    return true;
  seen->day_first += first > 12;
  seen->month_first += second > 12;
  return true;
}

/* `2000-04`: a month, or a range up to 2004?  Ranges follow one another. */
static void see_span(struct pst_when_seasons *seen, int year, int n)
{
  int end = pst_when_range_end(year, n);

  seen->spans += end > 0 && n > 12;
  seen->no_spans += end < 0;
  seen->linked += end > 0 && year == seen->last_end + 1;
  seen->moved += end > 0 && year == seen->last_start + 1 && end == seen->last_end + 1;
  seen->cells++;
  seen->last_end = end;
  seen->last_start = year;
}

/* The digits behind the point of `2015.1`, `2015.01`, `2015.10`. */
static void see_dotted_part(struct pst_when_seasons *seen, int year, struct pst_cursor c)
{
  int n = pst_cursor_number(&c, 1);

  if (n >= 0) {
    if (year != seen->dot_year)
      seen->dot_parts = 0;
    seen->dot_year = year;
    seen->dot_parts |= 1U << n;
    seen->dot_full = seen->dot_full || seen->dot_parts == 0x1E;
    seen->dot_ones += n > 0;
    seen->dot_second = seen->dot_second || n > 1;
    seen->dot_first = seen->dot_first || n == 1;
    return;
  }
  n = pst_cursor_number(&c, 2);
  if (n < 0 || !pst_cursor_done(&c))
    return;
  seen->dot_zeros += n < 10;
  seen->dot_late += n >= 10 && n <= 12;
  seen->dot_tenth = seen->dot_tenth || n == 10;
}

/* `2015.1`, `2015.01`, `2015.0`. */
static void see_dots(struct pst_when_seasons *seen, struct pst_cursor c)
{
  char when[PST_WHEN_SIZE];
  int year = pst_cursor_number(&c, 4);

  if (!pst_when_good_year(year) || !pst_cursor_take(&c, "."))
    return;
  see_dotted_part(seen, year, c);
  if (pst_when_dotted(&c, year, PST_WHEN_DEFAULT, when))
    seen->dots++;
  else
    seen->no_dots++;
}

/* 2014.10, 2014.11, 2014.12, 2015.1: months without a 0 before them; where neither 10 nor 2015.2 is among them, 2014.1 may
   be October that has lost its own. */
static bool are_dotted_months(const struct pst_when_seasons *seen)
{
  return seen->dot_late > 0 && seen->dot_ones > 0 && seen->dot_zeros == 0
         && (seen->dot_tenth || seen->dot_second || !seen->dot_first)
         && seen->dot_ones + seen->dot_late == seen->dots + seen->no_dots;
}

bool pst_when_unpadded(const struct pst_when_seasons *seen)
{
  return seen->dot_second && seen->dot_zeros == 0;
}

/* `01.2018` */
static void see_month_dots(struct pst_when_seasons *seen, struct pst_cursor c)
{
  char when[PST_WHEN_SIZE];

  if (memchr(c.at, '.', (size_t)(c.end - c.at)) == NULL)
    return;
  if (pst_when_month_dot(c, when))
    seen->month_dots++;
  else
    seen->no_month_dots++;
}

/* `Mar-03`: a year where it can be no day, or where months follow one another below; `15-Jan`, where a
   year follows too. */
static void see_short_year(struct pst_when_seasons *seen, struct pst_cursor c)
{
  int month, year;
  bool year_first = c.at < c.end && *c.at >= '0' && *c.at <= '9';

  if (!pst_when_short_year(&c, &month, &year)
      || (month == seen->last_month && year == seen->last_year))
    return;
  seen->short_years++;
  seen->year_first += year_first;
  seen->turns += year_first && seen->last_year != 0 && year == seen->last_year + 1;
  seen->no_days += year % 100 == 0 || year % 100 > 31;
  seen->steps += month == seen->last_month % 12 + 1 && year == seen->last_year + (month == 1);
  seen->last_month = month;
  seen->last_year = year;
}

/* `2015 II`: the parts of one year stand together. */
static bool see_roman(struct pst_when_seasons *seen, struct pst_text text)
{
  int year, n;

  if (!pst_when_roman_part(text, &year, &n))
    return false;
  if (year != seen->roman_year)
    seen->roman_parts = 0;
  seen->roman_year = year;
  seen->roman_parts |= 1U << n;
  seen->roman_quarters += seen->roman_parts == 0x1E;
  seen->roman_months += seen->roman_parts == 0x1FFE;
  seen->roman_late += n > 4;
  return true;
}

/* `98-99`: two years where 98 can be nothing else. */
static void see_pair(struct pst_when_seasons *seen, struct pst_cursor c)
{
  int first = pst_cursor_number(&c, 2);

  if (first < 0 || (!pst_cursor_take(&c, "-") && !pst_cursor_take(&c, "/"))
      || !pst_when_next_year(first, pst_cursor_number(&c, 2)) || !pst_cursor_done(&c))
    return;
  seen->pairs++;
  seen->no_parts += first > 31;
}

/* `1997-8`: the last digit is that of the next year; or a month without its 0. */
static void see_digit(struct pst_when_seasons *seen, int year, int digit)
{
  if (digit == (year + 1) % 10)
    seen->digits += year != seen->last_digit_year;
  else
    seen->no_digits++;
  seen->last_digit_year = year;
}

/* `'98`, `'99`, `'00`: each is the same as the one before, or follows it, or all begin again. */
static void see_apostrophe(struct pst_when_seasons *seen, struct pst_cursor c)
{
  int year = pst_cursor_take(&c, "'") ? pst_cursor_number(&c, 2) : -1;

  if (year < 0 || !pst_cursor_done(&c))
    return;
  if (seen->apostrophes++ == 0)
    seen->first_apostrophe = year;
  else if (year != seen->last_apostrophe && year != (seen->last_apostrophe + 1) % 100
           && year != seen->first_apostrophe)
    seen->no_steps++;
  seen->last_apostrophe = year;
}

/* `1990s`, and what is none: four digits and anything else. */
static void see_decade(struct pst_when_seasons *seen, struct pst_cursor c)
{
  int year = pst_cursor_number(&c, 4);
  bool is_decade = year >= 0 && year % 10 == 0 && pst_cursor_take(&c, "s") && pst_cursor_done(&c);

  seen->decades += is_decade;
  seen->no_decades += year >= 0 && !is_decade;
}

/* `2020T4`, `2020-T4`, `T4-2020` */
static void see_fourth(struct pst_when_seasons *seen, struct pst_cursor c)
{
  char when[PST_WHEN_SIZE];
  int year = pst_cursor_number(&c, 4);

  seen->fourths += c.at < c.end && *c.at == 'T' && pst_when_trimester(c, when) && when[6] == '4';

  pst_cursor_take(&c, "-");
  seen->fourths += pst_when_good_year(year) && pst_cursor_take(&c, "T4") && pst_cursor_done(&c);
}

/* A year alone, or a number: it proves nothing but that the column is none of decades. */
static bool is_number(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (cell.data[i] < '0' || cell.data[i] > '9')
      return false;
  return true;
}

/* 202014: weeks only where all such numbers are. */
static void see_packed(struct pst_when_seasons *seen, struct pst_text cell)
{
  struct pst_cursor c = {cell.data, cell.data + cell.size};
  int n = pst_cursor_number(&c, 6);

  pst_when_see_packed(&seen->pairs_packed, cell);
  if (cell.size == 6 && pst_when_good_year(n / 100))
    pst_when_see_week(&seen->packed, n / 100, n % 100);
  else
    seen->packed.none++;
}

/* 2009-10, which is that of the row above where all rows of it stand together. */
static void see_either(struct pst_when_seasons *seen, int year)
{
  seen->either += year != seen->last_either;
  seen->last_either = year;
}

/* `2014-03`, which most cells of a column are if one is: what is below comes to this. */
static bool see_month(struct pst_when_seasons *seen, struct pst_text cell)
{
  struct pst_cursor c = {cell.data, cell.data + cell.size};
  int year, month;

  if (cell.size != 7 || cell.data[4] != '-')
    return false;
  year = pst_cursor_number(&c, 4);
  c.at++;
  month = pst_cursor_number(&c, 2);
  if (!pst_when_good_year(year) || month < 1 || month > 12)
    return false;
  seen->no_decades++;
  pst_when_see_week(&seen->weeks, year, month);
  if (pst_when_next_year(year, month)) {
    see_either(seen, year);
    return true;
  }
  seen->others++;
  see_span(seen, year, month);
  return true;
}

/* Digits, as many as there are; -1: none. */
static long take_digits(struct pst_cursor *c)
{
  const char *start = c->at;
  long n = 0;

  while (c->at < c->end && *c->at >= '0' && *c->at <= '9' && c->at - start < 9)
    n = n * 10 + (*c->at++ - '0');
  return c->at == start ? -1 : n;
}

/* `0-499`, `1000-1499`, `2500+`, and years that may be classes beside them: 1500-1999. */
static void see_class(struct pst_when_seasons *seen, struct pst_cursor c)
{
  enum { FIRST = 1500, LAST = 2200 };
  long first = take_digits(&c), last;

  if (first < 0)
    return;
  if (pst_cursor_take(&c, "+") && pst_cursor_done(&c)) {
    seen->classes++;
    return;
  }
  pst_cursor_blanks(&c);
  if (!pst_cursor_take(&c, "-") && !pst_cursor_take(&c, "\u2013"))
    return;
  pst_cursor_blanks(&c);
  last = take_digits(&c);
  if (last <= first || !pst_cursor_done(&c))
    return;
  if (first >= FIRST && last <= LAST)
    seen->ranges++;
  else if (last > 999) /* 2-5, 10-14: of anything, or a day and its month */
    seen->classes++;
}

void pst_when_see(struct pst_when_seasons *seen, struct pst_text cell)
{
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text;
  struct pst_cursor c, try;
  int year, n;
  bool slash;

  if (is_number(cell)) {
    seen->no_decades += cell.size >= 4;
    see_packed(seen, cell);
    return;
  }
  if (see_month(seen, cell))
    return;
  text = pst_plain(cell, buffer);
  if (text.data == NULL)
    return;
  text = pst_when_without_midnight(text);
  seen->croatian = seen->croatian || pst_when_is_croatian(text);
  c = (struct pst_cursor){text.data, text.data + text.size};
  if (see_slashes(seen, c) || see_roman(seen, text))
    return;
  see_class(seen, c);
  see_fourth(seen, c);
  see_pair(seen, c);
  see_decade(seen, c);
  see_dots(seen, c);
  see_month_dots(seen, c);
  see_short_year(seen, c);
  see_apostrophe(seen, c);
  year = pst_cursor_number(&c, 4);
  if (!pst_when_good_year(year) || (!pst_cursor_take(&c, "/") && !pst_cursor_take(&c, "-")))
    return;
  try = c;
  n = pst_cursor_number(&try, 1);
  seen->short_cells += c.at[-1] == '/' && n > 0 && pst_cursor_done(&try);
  seen->short_months += c.at[-1] == '/' && n > 4 && pst_cursor_done(&try);
  slash = c.at[-1] == '/';
  if (n >= 0 && pst_cursor_done(&try))
    see_digit(seen, year, n);
  n = pst_cursor_number(&c, 2);
  if (n < 0 || !pst_cursor_done(&c))
    return;
  pst_when_see_week(&seen->weeks, year, n);
  seen->slashed += slash && !pst_when_next_year(year, n);
  seen->seasons += pst_when_next_year(year, n) && n > 12;
  if (pst_when_next_year(year, n) && n <= 12)
    see_either(seen, year);
  seen->others += !pst_when_next_year(year, n);
  if (!pst_when_next_year(year, n))
    see_span(seen, year, n);
}

unsigned pst_when_decide(const struct pst_when_seasons *seen)
{
  unsigned rules = seen->croatian ? PST_WHEN_CROATIAN : PST_WHEN_DEFAULT;
  bool spans = seen->no_spans == 0
               && (seen->spans > 0 || (seen->cells > 1 && seen->linked + 1 == seen->cells)
                   || (seen->moved > 1 && seen->moved * 2 >= seen->cells));

  if (seen->classes > 0)
    rules |= PST_WHEN_CLASSES;
  if (pst_when_are_weeks(&seen->weeks, seen->no_spans > 0))
    return PST_WHEN_WEEKS;
  if (pst_when_are_packed(&seen->pairs_packed))
    rules |= PST_WHEN_PACKED;
  else if (pst_when_are_weeks(&seen->packed, true))
    rules |= PST_WHEN_WEEKS;
  if (seen->no_spans > 0 && seen->weeks.none == 0)
    rules |= PST_WHEN_NO_SPANS;

  if (spans)
    rules |= PST_WHEN_SPANS;
  if ((seen->others == 0 || spans) && seen->short_cells == 0
      && (seen->seasons > 0 || seen->either > 1))
    rules |= PST_WHEN_SEASONS;
  if (are_dotted_months(seen))
    rules |= PST_WHEN_DOTS | PST_WHEN_DOT_MONTHS;
  else if (seen->dots > 0 && seen->no_dots == 0 && (seen->dot_ones == 0 || seen->dot_full))
    rules |= PST_WHEN_DOTS;
  if (seen->month_dots > 0 && seen->no_month_dots == 0)
    rules |= PST_WHEN_MONTH_DOTS;
  if (seen->no_days > 0
      || (seen->steps > 1 && seen->steps * 2 >= seen->short_years
          && (seen->year_first == 0 || seen->turns > 0)))
    rules |= PST_WHEN_SHORT_YEARS;
  if (seen->apostrophes > 1 && seen->no_steps == 0
      && seen->first_apostrophe != seen->last_apostrophe)
    rules |= PST_WHEN_APOSTROPHES;
  if (seen->digits > 1 && seen->no_digits == 0)
    return rules | PST_WHEN_DIGIT_SEASONS;
  /* 2000/11 is a month, and then 2001/02 among them is. */
  if (seen->short_months > 0 || (seen->short_cells > 0 && seen->either + seen->others > 0)
      || (seen->slashed > 0 && seen->seasons == 0 && !spans))
    rules |= PST_WHEN_SHORT_MONTHS;
  if (seen->decades > 1 && seen->no_decades == 0)
    rules |= PST_WHEN_DECADES;
  if (seen->pairs > 1 && seen->no_parts > 0)
    rules |= PST_WHEN_SHORT_SEASONS;
  if (seen->fourths > 0)
    rules |= PST_WHEN_T_IS_QUARTER;
  if (seen->roman_months > 0)
    rules |= PST_WHEN_ROMAN_MONTHS;
  else if (seen->roman_quarters > 0 && seen->roman_late == 0)
    rules |= PST_WHEN_ROMAN_QUARTERS;
  if ((seen->day_first > 0) != (seen->month_first > 0))
    rules |= seen->day_first > 0 ? PST_WHEN_DAY_FIRST : PST_WHEN_MONTH_FIRST;
  return rules;
}
