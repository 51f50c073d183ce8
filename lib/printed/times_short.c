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

static int century(int year)
{
  return year + (year < PST_WHEN_CENTURY ? 2000 : 1900);
}

bool pst_times_read_yy(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  int n = pst_times_two_digits(cell);

  (void)rules;
  return n >= 0 && pst_when_put_year(when, century(n));
}

bool pst_times_read_yymm(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  int n = whole(cell, 4);

  (void)rules;
  return n > 0 && pst_when_put_month(when, century(n / 100), n % 100);
}

bool pst_times_read_yymmdd(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  int n = whole(cell, 6);

  (void)rules;
  return n > 0 && pst_when_put_day(when, century(n / 10000), n / 100 % 100, n % 100);
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
      && (is_called_month(name) || are_next_months(cells, n)))
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
