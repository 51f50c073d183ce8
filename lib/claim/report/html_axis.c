/* html_axis.c -- a linear axis of the page, its marks, and the marks of dates. */
#include <math.h>

#include "claim/report/html.h"

/* The largest of 1, 2, 5 times a power of ten that is not above VALUE, or the next one up. */
static double round_step(double value)
{
  double power = pow(10, floor(log10(value))), lead = value / power;

  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

/* A range that is narrower, for its size, has no marks that doubles could tell apart. */
static const double FINEST = 1e-12;

struct pst_html_axis pst_html_axis(double low, double high, double start, double end, int marks)
{
  struct pst_html_axis axis = {.low = low, .high = high, .start = start, .end = end};
  double span = high - low, scale = fmax(fabs(low), fabs(high));

  if (!(span > scale * FINEST) || !isfinite(span)) {
    double half = scale == 0 ? 1 : span > 0 ? scale * FINEST : scale * 0.05;

    axis.low = low - half;
    axis.high = low + half;
    span = 2 * half;
  }
  axis.step = round_step(span / marks);
  return axis;
}

double pst_html_place(const struct pst_html_axis *axis, double value)
{
  return axis->start + (value - axis->low) / (axis->high - axis->low) * (axis->end - axis->start);
}

/* The number of steps from 0 to the first mark. */
static double first_mark(const struct pst_html_axis *axis)
{
  return ceil(axis->low / axis->step - 1e-9);
}

size_t pst_html_mark_count(const struct pst_html_axis *axis)
{
  double count = floor(axis->high / axis->step + 1e-9) - first_mark(axis) + 1;

  return count >= 1 && count <= PST_HTML_MARKS_MOST ? (size_t)count : 0;
}

double pst_html_mark(const struct pst_html_axis *axis, size_t i)
{
  double steps = first_mark(axis) + (double)i;

  return steps == 0 ? 0 : steps * axis->step;
}

/* Days since 1970-01-01 of the first day of MONTH, counted from January of year 0: the proleptic
   Gregorian calendar, a year from March on so that the leap day is its last. */
static double first_day(long month)
{
  long year = (month - 2 >= 0 ? month - 2 : month - 13) / 12, of_year = month - 2 - 12 * year;
  long days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * of_year + 2) / 5;

  return (double)(days - 719468);
}

/* The month, from January of year 0, that DAYS since 1970-01-01 lie in. */
static long month_of(double days)
{
  long month = (long)floor((days / 365.2425 + 1970) * 12);

  while (first_day(month) > days)
    month--;
  while (first_day(month + 1) <= days)
    month++;
  return month;
}

static void put_day(struct pst_buffer *out, double days)
{
  long month = month_of(days);

  pst_buffer_printf(out, "%04ld-%02ld-%02ld", month / 12, month % 12 + 1,
                    (long)(days - first_day(month)) + 1);
}

enum { DAYS_OF_FEW_MONTHS = 75, DAYS_OF_MONTH = 30 };

static long step_of_months(const struct pst_html_axis *axis, int marks)
{
  static const long steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000};
  size_t i = 0;

  while (i + 1 < sizeof steps / sizeof *steps
         && (double)(steps[i] * DAYS_OF_MONTH * marks) < axis->high - axis->low)
    i++;
  return steps[i];
}

void pst_html_date_marks(const struct pst_html_axis *axis, int marks,
                         void (*put)(void *context, double value, const char *label), void *context)
{
  struct pst_buffer label = {.data = NULL};
  bool by_days = axis->high - axis->low < DAYS_OF_FEW_MONTHS;
  long step = by_days ? (long)fmax(ceil((axis->high - axis->low) / (marks - 1)), 1)
                      : step_of_months(axis, marks);
  long at = by_days ? (long)ceil(axis->low) : month_of(axis->low) / step * step;

  for (;; at += step) {
    double value = by_days ? (double)at : first_day(at);

    if (value > axis->high)
      break;
    if (value < axis->low)
      continue;
    pst_buffer_clear(&label);
    if (by_days)
      put_day(&label, value);
    else if (step % 12 == 0)
      pst_buffer_printf(&label, "%ld", at / 12);
    else
      pst_buffer_printf(&label, "%04ld-%02ld", at / 12, at % 12 + 1);
    put(context, value, pst_buffer_string(&label));
  }
  pst_buffer_free(&label);
}
