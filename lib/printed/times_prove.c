/* times_prove.c -- whether a cell may be a time, and whether a column that nobody called one is proved to be of times. */
#include <string.h>

#include "interval/period/period_step.h"
#include "printed/times.h"
#include "printed/words.h"

bool pst_times_may_be(struct pst_text cell)
{
  static const unsigned orders[] = {PST_WHEN_DAY_FIRST, PST_WHEN_MONTH_FIRST};
  const unsigned all = PST_WHEN_SEASONS | PST_WHEN_SPANS | PST_WHEN_SHORT_MONTHS
                       | PST_WHEN_SHORT_YEARS | PST_WHEN_DOTS | PST_WHEN_SHORT_SEASONS
                       | PST_WHEN_ROMAN_MONTHS | PST_WHEN_T_IS_QUARTER | PST_WHEN_DIGIT_SEASONS
                       | PST_WHEN_APOSTROPHES | PST_WHEN_MONTH_DOTS;
  char when[PST_WHEN_SIZE];

  if (pst_when_read(cell, PST_WHEN_DEFAULT, when, NULL)
      || pst_when_read(cell, PST_WHEN_WEEKS, when, NULL))
    return true;
  for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
    if (pst_when_read(cell, all | orders[i], when, NULL))
      return true;
  return false;
}

static bool called(const struct pst_times *times, const char *name)
{
  return times->format != NULL && strcmp(times->format->name, name) == 0;
}

/* CELL is a period in the notation NAME. */
static bool is(const char *name, struct pst_text cell)
{
  const struct pst_times_format *format;
  char when[PST_WHEN_SIZE];

  return pst_times_named(name, &format, NULL) == PST_OK && format->read(cell, format->rules, when);
}

/* All cells are of one kind; *EVEN: each is as far behind the one before. */
static bool one_kind(const struct pst_times *times, const struct pst_text *cells, size_t n,
                     const struct pst_number_style *style, bool *even)
{
  enum pst_period_kind first = PST_PERIOD_NONE, kind;
  char when[PST_WHEN_SIZE];
  long before = 0, distance = 0, step;
  double value;

  *even = true;
  for (size_t i = 0; i < n; i++) {
    if (!pst_times_read(times, cells[i], style, &kind, &value, when) || kind == PST_PERIOD_NONE
        || (i > 0 && kind != first))
      return false;
    first = kind;
    *even = *even && pst_period_step(kind, value, &step) && (i < 2 || step - before == distance);
    distance = i == 0 || !*even ? 0 : step - before;
    before = *even ? step : 0;
  }
  return true;
}

bool pst_times_might_be(struct pst_text cell, const char *name)
{
  static const char *const packed[] = {"yyyymm", "yyyymmdd", "yyyy.q", "yyyy.m"};
  double value;

  for (size_t i = 0; i < sizeof packed / sizeof *packed; i++)
    if (is(packed[i], cell))
      return true;
  if (pst_words_week(name) && is("yyyy-ww", cell))
    return true;
  if (is("yy", cell))
    return pst_words_time(name);
  return !pst_number_parse(cell, NULL, &value, NULL) && pst_times_may_be(cell);
}

bool pst_times_prove(const struct pst_text *cells, size_t n, const char *name,
                     const struct pst_times_format *asked, const struct pst_number_style *style,
                     struct pst_times *times)
{
  enum { FEW = 3, MANY = 5 };
  bool even;

  if (n == 0 || (asked == NULL && !pst_times_might_be(cells[0], name))
      || pst_times_decide(cells, n, name, asked, style, times, NULL) != PST_OK
      || !one_kind(times, cells, n, style, &even))
    return false;
  if (asked != NULL || times->otherwise)
    return true;
  if (times->format == NULL || called(times, "yyyy"))
    return false;
  if (pst_words_time(name))
    return true;
  return !called(times, "yy") && (((even || called(times, "yyyymmdd")) && n >= FEW) || n >= MANY);
}
