/* calendar.c -- days, weeks of ISO 8601 and ranges of years, in the Gregorian calendar. */
#include "interval/period/calendar.h"

#include <math.h>
#include <stdio.h>

int pst_calendar_digits(struct pst_text text, size_t at, size_t count)
{
  int value = 0;

  if (text.size < at + count)
    return -1;
  for (size_t i = at; i < at + count; i++) {
    if (text.data[i] < '0' || text.data[i] > '9')
      return -1;
    value = value * 10 + (text.data[i] - '0');
  }
  return value;
}

/* Days from the first of January of the year 1, a Monday, to that of YEAR. */
static long days_before(long year)
{
  long past = year - 1;

  return 365 * past + past / 4 - past / 100 + past / 400;
}

static long days_of_year(long year)
{
  return days_before(year + 1) - days_before(year);
}

static int days_of_month(long year, int month)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return days[month - 1] + (month == 2 && days_of_year(year) == 366);
}

/* The calendar start in years of a day. */
static double start_of(long year, long day)
{
  return (double)year + (double)day / (double)days_of_year(year);
}

bool pst_calendar_read_day(struct pst_text text, double *value)
{
  int year = pst_calendar_digits(text, 0, 4), month = pst_calendar_digits(text, 5, 2);
  int day = pst_calendar_digits(text, 8, 2), before = 0;

  if (text.data[4] != '-' || text.data[7] != '-' || year < 1 || month < 1 || month > 12 || day < 1
      || day > days_of_month(year, month))
    return false;
  for (int m = 1; m < month; m++)
    before += days_of_month(year, m);
  *value = start_of(year, before + day - 1);
  return true;
}

long pst_calendar_step_day(double value)
{
  long year = (long)floor(value);

  return days_before(year) + lround((value - (double)year) * (double)days_of_year(year));
}

void pst_calendar_print_day(long step, char text[PST_PERIOD_SIZE])
{
  long year = (long)((double)step / 365.2425) + 1, left;
  int month = 1;

  while (days_before(year) > step)
    year--;
  while (days_before(year + 1) <= step)
    year++;
  left = step - days_before(year);
  while (month < 12 && left >= days_of_month(year, month))
    left -= days_of_month(year, month++);
  snprintf(text, PST_PERIOD_SIZE, "%04ld-%02d-%02d", year, month, (int)left + 1);
}

/* The first Monday of the weeks of YEAR: the week that has the fourth of January is the first. */
static long monday_of(long year)
{
  long fourth = days_before(year) + 3;

  return fourth - fourth % 7;
}

bool pst_calendar_read_week(struct pst_text text, double *value)
{
  long year = pst_calendar_digits(text, 0, 4), monday;
  int week = pst_calendar_digits(text, 6, 2);

  if (text.data[4] != '-' || text.data[5] != 'W' || year < 1 || week < 1)
    return false;
  monday = monday_of(year) + 7L * (week - 1);
  if (monday >= monday_of(year + 1))
    return false;
  if (monday < days_before(year))
    year--;
  else if (monday >= days_before(year + 1))
    year++;
  *value = start_of(year, monday - days_before(year));
  return true;
}

long pst_calendar_step_week(double value)
{
  return pst_calendar_step_day(value) / 7;
}

void pst_calendar_print_week(long step, char text[PST_PERIOD_SIZE])
{
  long monday = step * 7, year = (long)((double)monday / 365.2425) + 2;

  while (monday_of(year) > monday)
    year--;
  snprintf(text, PST_PERIOD_SIZE, "%04ld-W%02ld", year, (monday - monday_of(year)) / 7 + 1);
}

bool pst_calendar_read_years(struct pst_text text, double *value)
{
  int first = pst_calendar_digits(text, 0, 4), last = pst_calendar_digits(text, 5, 4);

  if (text.data[4] != '-' || first < 1 || last < first)
    return false;
  *value = (first + last) / 2.0;
  return true;
}
