/* times_short.c -- columns of numbers that begin with a year of two digits, 1901 and 190115, or are two years, 200910. */
#include <strings.h>

#include "printed/times.h"
#include "printed/when/when_parts.h"
#include "printed/words.h"

/* All DIGITS digits of CELL as a number, or -1. */
static int whole(struct pst_text cell, int digits)
{
  struct pst_cursor c = {cell.data, cell.data + cell.size};
  int n = pst_cursor_number(&c, digits);

  return pst_cursor_done(&c) ? n : -1;
}

/* A year of two digits, or -1. */
int pst_times_two_digits(struct pst_text cell)
{
  struct pst_cursor c = {cell.data, cell.data + cell.size};
  int n = pst_cursor_number(&c, 2);

  return pst_cursor_done(&c) ? n : -1;
}

bool pst_times_read_yy(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  int n = pst_times_two_digits(cell);

  (void)rules;
  return n >= 0 && pst_when_put_year(when, pst_when_long_year(n));
}

bool pst_times_read_yymm(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  int n = whole(cell, 4);

  (void)rules;
  return n > 0 && pst_when_put_month(when, pst_when_long_year(n / 100), n % 100);
}

bool pst_times_read_yymmdd(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  int n = whole(cell, 6);

  (void)rules;
  return n > 0 && pst_when_put_day(when, pst_when_long_year(n / 10000), n / 100 % 100, n % 100);
}

static bool all(const struct pst_text *cells, size_t n,
                bool (*read)(struct pst_text, unsigned, char *))
{
  char when[PST_WHEN_SIZE];

  for (size_t i = 0; i < n; i++)
    if (!read(cells[i], 0, when))
      return false;
  return n > 0;
}

/* 1911, 1912, 2001: from cell to cell the next month, and a new year among them. */
static bool are_next_months(const struct pst_text *cells, size_t n)
{
  bool turns = false;

  for (size_t i = 1; i < n; i++) {
    int last = whole(cells[i - 1], 4), next = whole(cells[i], 4);
    bool turn = last % 100 == 12 && next == last + 100 - 11;

    if (!turn && next != last + 1)
      return false;
    turns = turns || turn;
  }
  return turns;
}

static bool is_called_month(const char *name)
{
  return pst_words_month(name) && strcasestr(name, "year") == NULL;
}

/* 9810: none has numbers yet. */
static bool is_no_year(const struct pst_text *cells, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (whole(cells[i], 4) <= PST_WHEN_YEAR_MOST)
      return false;
  return true;
}

/* One year, if it is one, and months, or days of a year of two digits: 190101, 190102. */
static bool are_old(const struct pst_text *cells, size_t n)
{
  enum { OLD_LEAST = 1901, OLD_MOST = 1912 };
  int year = whole(cells[0], 6) / 100;

  for (size_t i = 1; i < n; i++)
    if (whole(cells[i], 6) / 100 != year)
      return false;
  return n > 1 && year >= OLD_LEAST && year <= OLD_MOST;
}

const char *pst_times_short(const struct pst_text *cells, size_t n, const char *name)
{
  struct pst_when_packed packed = {.size = 0};

  for (size_t i = 0; i < n; i++)
    pst_when_see_packed(&packed, cells[i]);
  if (pst_when_are_packed(&packed) && !is_called_month(name) && !pst_words_week(name))
    return packed.size == 6 ? "yyyy-yy" : "yy-yy";
  if (n > 1 && all(cells, n, pst_times_read_yymm)
      && (is_called_month(name) || are_next_months(cells, n)
          || (pst_words_time(name) && is_no_year(cells, n))))
    return "yymm";
  if (n > 1 && !pst_words_week(name) && pst_words_time(name)
      && all(cells, n, pst_times_read_yymmdd)) {
    for (size_t i = 0; i < n; i++)
      if (whole(cells[i], 6) % 100 > 13)
        return "yymmdd";
    return are_old(cells, n) ? "" : NULL;
  }
  return NULL;
}

/* --- numbers that may be times --- */

enum { NEAR_FIRST = 1800, NEAR_LAST = 2100 };

static bool is_near(int year)
{
  return year >= NEAR_FIRST && year <= NEAR_LAST;
}

/* 1.1998, 10.1998: the number of a part, and its year. */
static bool is_part_dot_year(struct pst_text cell)
{
  struct pst_cursor c = {cell.data, cell.data + cell.size};
  int part = pst_cursor_small(&c);

  return part >= 1 && part <= 12 && pst_cursor_take(&c, ".") && is_near(pst_cursor_number(&c, 4))
         && pst_cursor_done(&c);
}

/* 19982 */
static bool is_year_and_quarter(struct pst_text cell)
{
  int n = whole(cell, 5);

  return is_near(n / 10) && n % 10 >= 1 && n % 10 <= 4;
}

/* 101998 */
static bool is_month_and_year(struct pst_text cell)
{
  int n = whole(cell, 6);

  return n > 0 && n / 10000 >= 1 && n / 10000 <= 12 && is_near(n % 10000);
}

/* 25011998, 01251998 */
static bool is_day_and_year(struct pst_text cell)
{
  int n = whole(cell, 8), first = n / 1000000, second = n / 10000 % 100;

  return n > 0 && is_near(n % 10000) && first >= 1 && second >= 1 && first <= 31 && second <= 31
         && (first <= 12 || second <= 12);
}

bool pst_times_may_hide(struct pst_text cell)
{
  return is_part_dot_year(cell) || is_year_and_quarter(cell) || is_month_and_year(cell)
         || is_day_and_year(cell);
}

const char *pst_times_doubtful(const struct pst_text *cells, size_t n, const char *name)
{
  static const struct {
    bool (*is)(struct pst_text cell);
    const char *question;
  } kinds[] = {{is_part_dot_year,
                "can be a month or a quarter before its year, or a decimal number; write it as "
                "1998-10 or 1998-Q2, or say --time-format number"},
               {is_year_and_quarter, "can be a quarter behind its year, or a number; write it as "
                                     "1998-Q2, or say --time-format number"},
               {is_month_and_year, "can be a month before its year, or a number; write it as "
                                   "1998-10, or say --time-format number"},
               {is_day_and_year, "can be a day before its year, or a number; write it as "
                                 "1998-01-25, or say --time-format number"}};

  for (size_t k = 0; k < sizeof kinds / sizeof *kinds && n > 1 && pst_words_time(name); k++) {
    size_t i = 0;

    while (i < n && kinds[k].is(cells[i]))
      i++;
    if (i == n)
      return kinds[k].question;
  }
  return NULL;
}

bool pst_times_are_dotted_months(const struct pst_text *cells, size_t n)
{
  char when[PST_WHEN_SIZE];

  for (size_t i = 0; i < n; i++)
    if (!pst_when_month_dot((struct pst_cursor){cells[i].data, cells[i].data + cells[i].size}, when)
        || !is_part_dot_year(cells[i]))
      return false;
  return n > 1;
}
