#include "interval/period/period_step.h"

#include <math.h>
#include <stdio.h>

static long days_before(long year)
{
  long past = year - 1;

  return 365 * past + past / 4 - past / 100 + past / 400;
}

long pst_period_days_before(long year)
{
  return days_before(year);
}

/* The week that has the fourth of January is the first. */
long pst_period_monday(long year)
{
  long fourth = days_before(year) + 3;

  return fourth - fourth % 7;
}

/* The numbers of a kind in a year; 0: it has none. */
static long parts_of_year(enum pst_period_kind kind)
{
  switch (kind) {
  case PST_PERIOD_YEAR:
  case PST_PERIOD_FISCAL_YEAR:
    return 1;
  case PST_PERIOD_SEMESTER:
    return 2;
  case PST_PERIOD_TRIMESTER:
    return 3;
  case PST_PERIOD_QUARTER:
    return 4;
  case PST_PERIOD_MONTH:
    return 12;
  case PST_PERIOD_DAY:
  case PST_PERIOD_WEEK:
  case PST_PERIOD_YEARS:
  case PST_PERIOD_NONE:
    break;
  }
  return 0;
}

bool pst_period_step(enum pst_period_kind kind, double value, long *step)
{
  long parts = parts_of_year(kind), year = (long)floor(value);

  if (kind == PST_PERIOD_DAY || kind == PST_PERIOD_WEEK) {
    double days = (double)(days_before(year + 1) - days_before(year));
    long day = days_before(year) + lround((value - (double)year) * days);

    *step = kind == PST_PERIOD_WEEK ? day / 7 : day;
    return true;
  }
  if (parts > 0)
    *step = lround(value * (double)parts);
  return parts > 0;
}

static void print_day(long step, char text[PST_PERIOD_SIZE])
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  long year = (long)((double)step / 365.2425) + 1, left;
  int month = 0;

  while (days_before(year) > step)
    year--;
  while (days_before(year + 1) <= step)
    year++;
  left = step - days_before(year);
  for (;; month++) {
    long in_month = days[month];

    if (month == 1)
      in_month += days_before(year + 1) - days_before(year) - 365;
    if (left < in_month || month == 11)
      break;
    left -= in_month;
  }
  snprintf(text, PST_PERIOD_SIZE, "%04ld-%02d-%02ld", year, month + 1, left + 1);
}

static void print_week(long step, char text[PST_PERIOD_SIZE])
{
  long monday = step * 7, year = (long)((double)monday / 365.2425) + 2;

  while (pst_period_monday(year) > monday)
    year--;
  snprintf(text, PST_PERIOD_SIZE, "%04ld-W%02ld", year, (monday - pst_period_monday(year)) / 7 + 1);
}

void pst_period_print(enum pst_period_kind kind, long step, char text[PST_PERIOD_SIZE])
{
  long parts = parts_of_year(kind), year = parts > 0 ? step / parts : 0;
  long part = parts > 0 ? step % parts + 1 : 0;

  if (kind == PST_PERIOD_DAY)
    print_day(step, text);
  else if (kind == PST_PERIOD_WEEK)
    print_week(step, text);
  else if (kind == PST_PERIOD_FISCAL_YEAR)
    snprintf(text, PST_PERIOD_SIZE, "FY%04ld", year);
  else if (kind == PST_PERIOD_MONTH)
    snprintf(text, PST_PERIOD_SIZE, "%04ld-%02ld", year, part);
  else if (kind == PST_PERIOD_QUARTER)
    snprintf(text, PST_PERIOD_SIZE, "%04ld-Q%ld", year, part);
  else if (kind == PST_PERIOD_SEMESTER)
    snprintf(text, PST_PERIOD_SIZE, "%04ld-S%ld", year, part);
  else if (kind == PST_PERIOD_TRIMESTER)
    snprintf(text, PST_PERIOD_SIZE, "%04ld-T%ld", year, part);
  else
    snprintf(text, PST_PERIOD_SIZE, "%ld", step);
}
