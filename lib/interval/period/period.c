#include "interval/period/period.h"

#include "interval/period/period_step.h"

/* The number that COUNT digits of TEXT at AT make, or -1. */
static int digits(struct pst_text text, size_t at, size_t count)
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

static bool is_leap(int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_of_month(int year, int month)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return days[month - 1] + (month == 2 && is_leap(year));
}

static enum pst_period_kind parse_day(int year, int month, int day, double *value)
{
  int before = 0;

  if (month < 1 || month > 12 || day < 1 || day > days_of_month(year, month))
    return PST_PERIOD_NONE;
  for (int m = 1; m < month; m++)
    before += days_of_month(year, m);
  *value = year + (before + day - 1) / (is_leap(year) ? 366.0 : 365.0);
  return PST_PERIOD_DAY;
}

/* The Nth of COUNT equal parts of YEAR. */
static enum pst_period_kind parse_part(enum pst_period_kind kind, int year, int n, int count,
                                       double *value)
{
  if (n < 1 || n > count)
    return PST_PERIOD_NONE;
  *value = year + (n - 1) / (double)count;
  return kind;
}

static enum pst_period_kind parse_years(int first, int last, double *value)
{
  if (last < 1 || first > last)
    return PST_PERIOD_NONE;
  *value = (first + last) / 2.0;
  return PST_PERIOD_YEARS;
}

/* W05: the day of its Monday, which can lie in the year before. */
static enum pst_period_kind parse_week(struct pst_text text, int year, double *value)
{
  int week = digits(text, 6, 2);
  long monday = pst_period_monday(year) + 7L * (week - 1);

  if (text.data[5] != 'W' || week < 1 || monday >= pst_period_monday(year + 1))
    return PST_PERIOD_NONE;
  if (monday < pst_period_days_before(year))
    year--;
  else if (monday >= pst_period_days_before(year + 1))
    year++;
  *value = year
           + (double)(monday - pst_period_days_before(year))
                 / (double)(pst_period_days_before(year + 1) - pst_period_days_before(year));
  return PST_PERIOD_WEEK;
}

/* Q, S or T and one digit, at AT, to the end. */
static enum pst_period_kind parse_letter(struct pst_text text, size_t at, int year, double *value)
{
  int n = digits(text, at + 1, 1);

  if (text.size != at + 2)
    return PST_PERIOD_NONE;
  if (text.data[at] == 'Q')
    return parse_part(PST_PERIOD_QUARTER, year, n, 4, value);
  if (text.data[at] == 'S')
    return parse_part(PST_PERIOD_SEMESTER, year, n, 2, value);
  if (text.data[at] == 'T')
    return parse_part(PST_PERIOD_TRIMESTER, year, n, 3, value);
  return PST_PERIOD_NONE;
}

static enum pst_period_kind parse_fiscal(struct pst_text text, double *value)
{
  int year = digits(text, 2, 4);

  if (text.size != 6 || text.data[0] != 'F' || text.data[1] != 'Y' || year < 1)
    return PST_PERIOD_NONE;
  *value = year;
  return PST_PERIOD_FISCAL_YEAR;
}

/* What follows the year and its hyphen is told apart by its length. */
static enum pst_period_kind parse_hyphened(struct pst_text text, int year, double *value)
{
  switch (text.size) {
  case 7:
    if (digits(text, 5, 2) < 0)
      return parse_letter(text, 5, year, value);
    return parse_part(PST_PERIOD_MONTH, year, digits(text, 5, 2), 12, value);
  case 8:
    return parse_week(text, year, value);
  case 9:
    return parse_years(year, digits(text, 5, 4), value);
  case 10:
    if (text.data[7] != '-')
      return PST_PERIOD_NONE;
    return parse_day(year, digits(text, 5, 2), digits(text, 8, 2), value);
  default:
    return PST_PERIOD_NONE;
  }
}

static enum pst_period_kind parse(struct pst_text text, double *value)
{
  int year = digits(text, 0, 4);

  if (year < 1)
    return parse_fiscal(text, value);
  if (text.size == 4) {
    *value = year;
    return PST_PERIOD_YEAR;
  }
  if (text.data[4] == '-')
    return parse_hyphened(text, year, value);
  return parse_letter(text, 4, year, value);
}

bool pst_period_parse(struct pst_text text, enum pst_period_kind *kind, double *value)
{
  double start = 0;
  enum pst_period_kind found = parse(text, &start);

  if (found == PST_PERIOD_NONE)
    return false;
  if (kind != NULL)
    *kind = found;
  if (value != NULL)
    *value = start;
  return true;
}

const char *pst_period_name(enum pst_period_kind kind)
{
  switch (kind) {
  case PST_PERIOD_YEAR:
    return "year";
  case PST_PERIOD_FISCAL_YEAR:
    return "fiscal year";
  case PST_PERIOD_MONTH:
    return "month";
  case PST_PERIOD_DAY:
    return "day";
  case PST_PERIOD_QUARTER:
    return "quarter";
  case PST_PERIOD_SEMESTER:
    return "semester";
  case PST_PERIOD_TRIMESTER:
    return "four months";
  case PST_PERIOD_WEEK:
    return "week";
  case PST_PERIOD_YEARS:
    return "range of years";
  case PST_PERIOD_NONE:
    break;
  }
  return "period";
}
