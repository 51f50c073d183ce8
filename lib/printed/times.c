/* times.c -- what the cells of a whole column of times are. */
#include "printed/times.h"

#include <stdio.h>
#include <string.h>

#include "printed/when/when_parts.h"
#include "printed/words.h"

enum { YEAR_LEAST = 1500, YEAR_MOST = 2199 }; /* of what is packed into a number */

/* --- the notations --- */

static bool read_when(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  return pst_when_read(cell, rules, when, NULL);
}

static struct pst_cursor cursor(struct pst_text cell)
{
  return (struct pst_cursor){cell.data, cell.data + cell.size};
}

static bool is_packed_year(int year)
{
  return year >= YEAR_LEAST && year <= YEAR_MOST;
}

static bool read_packed_month(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  struct pst_cursor c = cursor(cell);
  int n = pst_cursor_number(&c, 6);

  (void)rules;
  /* 201313 is the year 2013, as energy agencies write it. */
  return n > 0 && pst_cursor_done(&c) && is_packed_year(n / 100)
         && (n % 100 == 13 ? pst_when_put_year(when, n / 100)
                           : pst_when_put_month(when, n / 100, n % 100));
}

static bool read_packed_day(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  struct pst_cursor c = cursor(cell);
  int n = pst_cursor_number(&c, 8);

  (void)rules;
  return n > 0 && pst_cursor_done(&c) && is_packed_year(n / 10000)
         && pst_when_put_day(when, n / 10000, n / 100 % 100, n % 100);
}

/* The digits behind `2015.` or `2015/`; -1 when there are none, or more than two. */
static int behind_year(struct pst_text cell, const char *mark, int *year, size_t *digits)
{
  struct pst_cursor c = cursor(cell);
  int n;

  *year = pst_cursor_number(&c, 4);
  if (!pst_when_good_year(*year) || !pst_cursor_take(&c, mark))
    return -1;
  *digits = (size_t)(c.end - c.at);
  n = pst_cursor_small(&c);
  return pst_cursor_done(&c) ? n : -1;
}

static bool read_dotted_quarter(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  size_t digits = 0;
  int year, n = behind_year(cell, ".", &year, &digits);

  (void)rules;
  return digits == 1 && pst_when_put_part(when, year, 'Q', n, 4);
}

/* 2015.1 is October, which a spreadsheet has written without its last 0; 2015.2 has lost one before it. */
static bool read_dotted_month(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  size_t digits = 0;
  int year, n = behind_year(cell, ".", &year, &digits);

  (void)rules;
  return n >= 0 && pst_when_put_month(when, year, digits == 1 && n == 1 ? 10 : n);
}

static bool read_slashed_quarter(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  size_t digits = 0;
  int year, n = behind_year(cell, "/", &year, &digits);

  (void)rules;
  return digits == 1 && pst_when_put_part(when, year, 'Q', n, 4);
}

/* 2015 and, as data frames write a column with gaps, 2015.0. */
static bool read_whole_year(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  struct pst_cursor c = cursor(cell);
  int year = pst_cursor_number(&c, 4);

  (void)rules;
  if (pst_cursor_take(&c, ".") && pst_cursor_done(&c))
    return false;
  while (cell.size > 4 && pst_cursor_take(&c, "0"))
    continue;
  return pst_cursor_done(&c) && pst_when_good_year(year) && pst_when_put_year(when, year);
}

const struct pst_times_format pst_times_formats[] = {
    {"number", "numbers, as they stand", 0, NULL},
    {"yyyy", "2015 and 2015.0 are years", 0, read_whole_year},
    {"yyyymm", "201401 is January 2014", 0, read_packed_month},
    {"yyyymmdd", "20140131 is a day", 0, read_packed_day},
    {"yyyy.q", "2014.1 is a quarter", 0, read_dotted_quarter},
    {"yyyy.m", "2014.01 is a month", 0, read_dotted_month},
    {"yyyy-mm", "2000-01 is a month", PST_WHEN_SHORT_MONTHS, read_when},
    {"yyyy-ww", "2000-01 and 200001 are weeks", PST_WHEN_WEEKS | PST_WHEN_COMPACT,
     pst_times_read_week},
    {"yyyy-yy", "2000-01 and 200001 are 2000 to 2001, 1990-94 is 1990 to 1994",
     PST_WHEN_SEASONS | PST_WHEN_SPANS | PST_WHEN_PACKED, read_when},
    {"yy-yy", "98-99 and 9899 are 1998 to 1999", PST_WHEN_SHORT_SEASONS | PST_WHEN_PACKED,
     read_when},
    {"yymm", "1901 is January 2019", 0, pst_times_read_yymm},
    {"yymmdd", "190131 is a day of 2019", 0, pst_times_read_yymmdd},
    {"yyyy/m", "2014/1 is a month", PST_WHEN_SHORT_MONTHS, read_when},
    {"yyyy/q", "2014/1 is a quarter", 0, read_slashed_quarter},
    {"yy", "98 is 1998, 01 is 2001", 0, pst_times_read_yy},
    {"dmy", "1/2/2020 is in February", PST_WHEN_DAY_FIRST, read_when},
    {"mdy", "1/2/2020 is in January", PST_WHEN_MONTH_FIRST, read_when},
    {"mon-yy", "Jan-15 is in 2015", PST_WHEN_SHORT_YEARS, read_when},
    {NULL, NULL, 0, NULL}};

static const struct pst_times_format *find(const char *name)
{
  const struct pst_times_format *format = pst_times_formats;

  while (format->name != NULL && strcmp(format->name, name) != 0)
    format++;
  return format->name == NULL ? NULL : format;
}

enum pst_status pst_times_named(const char *name, const struct pst_times_format **format,
                                struct pst_error *error)
{
  struct pst_buffer names = {.data = NULL};

  *format = strcmp(name, "auto") == 0 ? NULL : find(name);
  if (*format != NULL || strcmp(name, "auto") == 0)
    return PST_OK;
  for (size_t i = 0; pst_times_formats[i].name != NULL; i++)
    pst_buffer_printf(&names, ", %s", pst_times_formats[i].name);
  pst_fail(error, PST_USAGE, "'%s' is not one of auto%s", name, pst_buffer_string(&names));
  pst_buffer_free(&names);
  return PST_USAGE;
}

/* --- one cell --- */

bool pst_times_read(const struct pst_times *times, struct pst_text cell,
                    const struct pst_number_style *style, enum pst_period_kind *kind, double *value,
                    char when[PST_WHEN_SIZE])
{
  const struct pst_times_format *format = times->format;
  bool period;

  *kind = PST_PERIOD_NONE;
  when[0] = '\0';
  if (format != NULL && format->read == NULL)
    return pst_number_parse(cell, style, value, NULL);
  if (format == NULL && !times->otherwise && pst_period_parse(cell, kind, value)) {
    snprintf(when, PST_WHEN_SIZE, "%.*s", (int)cell.size, cell.data);
    return true;
  }
  if (format == NULL && !times->otherwise)
    return pst_number_parse(cell, style, value, NULL);
  period = format != NULL ? format->read(cell, format->rules, when)
                          : pst_when_read(cell, times->rules, when, NULL);
  if (!period)
    when[0] = '\0';
  return period && pst_period_parse(pst_text_of(when), kind, value);
}

bool pst_times_same(const struct pst_times *a, const struct pst_times *b)
{
  return a->format == b->format && a->otherwise == b->otherwise && a->rules == b->rules;
}

/* --- a column of numbers --- */

/* How many of the cells are such. */
struct numbers {
  size_t months, days, quarters, dotted_months, short_years; /* packed; dotted; 98 */
  size_t tenths;                                             /* 2015.1, of the quarters */
  size_t whole;                                              /* 201313, a year of months */
  bool year_of_quarters, year_of_months;                     /* one year has all of them */
  bool zero;                                                 /* 01 */
  size_t steps;                                              /* 00 behind 99 */
};

static void see_dotted(struct numbers *seen, const struct pst_text *cells, size_t n)
{
  char when[PST_WHEN_SIZE];
  unsigned quarters = 0, months = 0;
  int last = 0;

  for (size_t i = 0; i < n; i++) {
    size_t digits = 0;
    int year, part = behind_year(cells[i], ".", &year, &digits);

    if (part < 0)
      continue;
    if (year != last)
      quarters = months = 0;
    last = year;
    seen->tenths += digits == 1 && part == 1;
    if (read_dotted_quarter(cells[i], 0, when))
      seen->quarters++, quarters |= 1U << part;
    if (digits == 2 && read_dotted_month(cells[i], 0, when))
      seen->dotted_months++, months |= 1U << part;
    seen->year_of_quarters = seen->year_of_quarters || quarters == 0x1E;
    seen->year_of_months = seen->year_of_months || months == 0x1FFE;
  }
}

static void see_numbers(struct numbers *seen, const struct pst_text *cells, size_t n)
{
  char when[PST_WHEN_SIZE];
  int last = -1;

  for (size_t i = 0; i < n; i++) {
    int year = pst_times_two_digits(cells[i]);

    if (read_packed_month(cells[i], 0, when)) {
      seen->months += strlen(when) > 4;
      seen->whole += strlen(when) == 4;
    }
    seen->days += read_packed_day(cells[i], 0, when);
    seen->short_years += year >= 0;
    seen->zero = seen->zero || (year >= 0 && cells[i].data[0] == '0');
    seen->steps += year >= 0 && last >= 0 && year == (last + 1) % 100;
    last = year;
    /* The first cell that is nothing special settles it for most columns. */
    if (seen->months + seen->whole + seen->days + seen->short_years == 0
        && memchr(cells[i].data, '.', cells[i].size) == NULL)
      return;
  }
  see_dotted(seen, cells, n);
}

bool pst_times_is_number(struct pst_text cell)
{
  char when[PST_WHEN_SIZE];
  size_t digits;
  int year;

  return !read_packed_month(cell, 0, when) && !read_packed_day(cell, 0, when)
         && !pst_times_read_week(cell, 0, when) && pst_times_two_digits(cell) < 0
         && behind_year(cell, ".", &year, &digits) < 0 && !read_whole_year(cell, 0, when)
         && !pst_times_may_hide(cell);
}

static enum pst_status ask(struct pst_text cell, const char *name, const char *what,
                           struct pst_error *error)
{
  return pst_fail(error, PST_BAD_DATA, "%s: '%.*s' %s", name, (int)cell.size, cell.data, what);
}

static enum pst_status choose(struct pst_times *times, const char *name)
{
  times->format = find(name);
  return PST_OK;
}

static enum pst_status read_unpadded(struct pst_times *times)
{
  *times = (struct pst_times){.otherwise = true, .rules = PST_WHEN_DOTS | PST_WHEN_DOT_MONTHS};
  return PST_OK;
}

/* 2015.1, 2015.2 and on, all of them parts of a year without a 0 before them; LATE: some are 2015.10 to 2015.12. */
static bool are_unpadded(const struct pst_text *cells, size_t n, bool *late)
{
  struct pst_when_seasons seen = {.seasons = 0};
  size_t digits;
  int year, part;

  for (size_t i = 0; i < n; i++) {
    pst_when_see(&seen, cells[i]);
    part = behind_year(cells[i], ".", &year, &digits);
    if (part < 1 || part > 12)
      return false;
  }
  *late = seen.dot_late > 0;
  return pst_when_unpadded(&seen);
}

static enum pst_status decide_dotted(const struct numbers *seen, const struct pst_text *cells,
                                     size_t n, const char *name, struct pst_times *times,
                                     struct pst_error *error)
{
  bool late = false;

  if ((pst_words_month(name) || seen->quarters < n) && are_unpadded(cells, n, &late)
      && (late || pst_words_month(name)))
    return read_unpadded(times);
  if (seen->quarters == n)
    return seen->year_of_quarters || pst_words_quarter(name)
               ? choose(times, "yyyy.q")
               : ask(cells[0], name,
                     "can be a quarter, a month or a decimal number; say --time-format yyyy.q, "
                     "--time-format yyyy.m or --time-format number",
                     error);
  if (seen->dotted_months > 0 && seen->dotted_months + seen->tenths == n)
    return seen->year_of_months
               ? choose(times, "yyyy.m")
               : ask(cells[0], name,
                     "can be a month or a decimal number; say --time-format yyyy.m or "
                     "--time-format number",
                     error);
  return PST_OK;
}

/* Every cell is a year, and some are written 2015.0. */
static bool whole_years(const struct pst_text *cells, size_t n)
{
  char when[PST_WHEN_SIZE];
  bool zeros = false;

  for (size_t i = 0; i < n; i++) {
    if (!read_whole_year(cells[i], 0, when))
      return false;
    zeros = zeros || cells[i].size > 4;
  }
  return zeros;
}

static enum pst_status decide_numbers(const struct pst_text *cells, size_t n, const char *name,
                                      struct pst_times *times, struct pst_error *error)
{
  struct numbers seen = {.months = 0};
  const char *question;

  if (pst_words_time(name) && pst_times_are_dotted_months(cells, n)) {
    *times = (struct pst_times){.otherwise = true, .rules = PST_WHEN_MONTH_DOTS};
    return PST_OK;
  }

  see_numbers(&seen, cells, n);
  /* 201413 among months is the year they are of: no number, whatever it is worth here. */
  if (seen.months == n
      || (seen.months + seen.whole == n && seen.months > 0
          && (strcasestr(name, "yyyymm") != NULL || pst_words_time(name))))
    return choose(times, "yyyymm");
  if (seen.days == n)
    return choose(times, "yyyymmdd");
  if (pst_words_time(name) && pst_times_prove_weeks(cells, n))
    return choose(times, "yyyy-ww");
  if (seen.short_years == n && seen.zero && n > 1)
    return seen.steps + 1 == n
               ? choose(times, "yy")
               : ask(cells[0], name,
                     "can be a year of two digits or a number; say --time-format yy or "
                     "--time-format number",
                     error);
  question = pst_times_doubtful(cells, n, name);
  return question != NULL ? ask(cells[0], name, question, error)
                          : decide_dotted(&seen, cells, n, name, times, error);
}

/* --- a column of periods --- */

/* 2011/1 to 2011/4, and nothing else says what they are. */
static enum pst_status decide_short(const struct pst_text *cells, const char *name,
                                    struct pst_times *times, struct pst_error *error)
{
  if (pst_words_month(name))
    return choose(times, "yyyy/m");
  if (pst_words_quarter(name))
    return choose(times, "yyyy/q");
  return ask(cells[0], name,
             "can be a month or a quarter; say --time-format yyyy/m or --time-format yyyy/q",
             error);
}

/* CELL is no period by the rules that the cells prove: what could decide? */
static enum pst_status ask_about(const struct pst_when_seasons *seen, struct pst_text cell,
                                 const char *name, struct pst_error *error)
{
  struct pst_cursor c = cursor(cell);
  int first, second, year;

  if (pst_when_slashed(&c, &first, &second, &year))
    return ask(cell, name,
               seen->day_first > 0 && seen->month_first > 0
                   ? "and other cells have the day first here and the month there; say "
                     "--day-first or --time-format mdy, and mend the others"
                   : "can be a day of two months; say --day-first or --time-format mdy",
               error);
  c = cursor(cell);
  if (pst_when_short_year(&c, &first, &year))
    return ask(cell, name,
               "can be a month of a year of two digits, or a day; say --time-format mon-yy", error);
  if (seen->pairs > 0)
    return ask(cell, name,
               "can be two years of two digits, or a month and a day; say --time-format yy-yy",
               error);
  if (seen->either > 0)
    return ask(cell, name,
               "can be a month, or a year that begins in one calendar year and ends in the next; "
               "say --time-format yyyy-mm or --time-format yyyy-yy",
               error);
  if (pst_words_week(name) || (pst_when_decide(seen) & PST_WHEN_WEEKS))
    return ask(cell, name, "is no week of its year, and the other cells are weeks; mend it", error);
  if (seen->no_spans > 0 && seen->spans > 0)
    return ask(cell, name,
               "can be a week or a range of years, and the other cells months; say "
               "--time-format yyyy-ww or --time-format yyyy-yy",
               error);
  return ask(cell, name, "is a period only where the others are of its notation, and they are not",
             error);
}

static enum pst_status decide_periods(const struct pst_text *cells, size_t n, const char *name,
                                      struct pst_times *times, struct pst_error *error)
{
  struct pst_when_seasons seen = {.seasons = 0};
  char when[PST_WHEN_SIZE];

  for (size_t i = 0; i < n; i++)
    pst_when_see(&seen, cells[i]);
  times->otherwise = true;
  times->rules = pst_when_decide(&seen) & ~(unsigned)PST_WHEN_DOTS;
  if (pst_words_month(name))
    times->rules |= PST_WHEN_SHORT_YEARS;
  if (seen.short_cells == n && !(times->rules & (PST_WHEN_SHORT_MONTHS | PST_WHEN_DIGIT_SEASONS)))
    return decide_short(cells, name, times, error);
  for (size_t i = 0; i < n; i++)
    if (!pst_when_read(cells[i], times->rules, when, NULL))
      return ask_about(&seen, cells[i], name, error);
  return PST_OK;
}

/* Months in polstat's notation, all of which are fiscal years too. */
static void decide_months(const struct pst_text *cells, size_t n, struct pst_times *times)
{
  struct pst_when_seasons seen = {.seasons = 0};
  unsigned rules;

  for (size_t i = 0; i < n; i++)
    pst_when_see(&seen, cells[i]);
  rules = pst_when_decide(&seen) & (PST_WHEN_SEASONS | PST_WHEN_SPANS);
  times->otherwise = rules != 0;
  times->rules = rules;
}

enum pst_status pst_times_decide(const struct pst_text *cells, size_t n, const char *name,
                                 const struct pst_times_format *asked,
                                 const struct pst_number_style *style, struct pst_times *times,
                                 struct pst_error *error)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  size_t periods = 0, months = 0, numbers = 0;
  const char *format;
  bool late;
  double value;

  *times = (struct pst_times){.format = asked};
  if (asked != NULL && strcmp(asked->name, "yyyy.m") == 0 && are_unpadded(cells, n, &late))
    return read_unpadded(times);
  if (asked != NULL || n == 0)
    return PST_OK;
  if (pst_words_week(name) && pst_times_are_weeks(cells, n))
    return choose(times, "yyyy-ww");
  for (size_t i = 0; i < n; i++) {
    bool period = pst_period_parse(cells[i], &kind, &value);

    periods += period;
    months += period && kind == PST_PERIOD_MONTH;
    numbers += !period && pst_number_parse(cells[i], style, &value, NULL);
  }
  if (periods + numbers < n)
    return decide_periods(cells, n, name, times, error);
  format = pst_times_short(cells, n, name);
  if (format != NULL)
    return *format != '\0'
               ? choose(times, format)
               : ask(
                   cells[0], name,
                   "can be a month, or a day of a year of two digits; say --time-format yyyymm or "
                   "--time-format yymmdd",
                   error);
  if (numbers > 0 && whole_years(cells, n))
    return choose(times, "yyyy");
  if (numbers == n)
    return decide_numbers(cells, n, name, times, error);
  if (months == n)
    decide_months(cells, n, times);
  return PST_OK;
}
