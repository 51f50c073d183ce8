/* time_axis.c -- the ticks of an axis of time, and the names of its periods. */
#include <math.h>
#include <stdlib.h>

#include "interval/period/period.h"
#include "job/figure/figure_parts.h"

/* Few periods are ticks themselves; over more years than this years are. */
enum { FEW = 12, MONTHS_MOST = 30, TICKS_MOST = 11 };

static int by_place(const void *a, const void *b)
{
  const struct pst_figure_tick *p = a, *q = b;

  return p->at < q->at ? -1 : p->at > q->at;
}

/* The distinct periods of a time column in their order. */
static enum pst_status list_periods(struct pst_job *job, const struct pst_column *time,
                                    struct pst_figure *figure, struct pst_error *error)
{
  size_t n = pst_column_texts(time)->count;
  struct pst_figure_tick *periods = pst_arena_array(&job->arena, n + 1, sizeof *periods);
  bool *seen = pst_arena_array(&job->arena, n + 1, sizeof *seen);
  size_t used = 0;

  if (periods == NULL || seen == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < job->table.n_rows; r++) {
    unsigned code = pst_column_code(time, r);

    if (code == PST_CODE_MISSING || seen[code])
      continue;
    seen[code] = true;
    periods[used++] =
        (struct pst_figure_tick){.at = pst_column_number(time, r),
                                 .text = pst_dictionary_string(pst_column_texts(time), code)};
  }
  qsort(periods, used, sizeof *periods, by_place);
  figure->periods = periods;
  figure->n_periods = used;
  return PST_OK;
}

/* Ticks of a calendar. */
struct calendar {
  struct pst_arena *arena;
  double low, high;
  struct pst_figure_tick *ticks; /* room for those of 31 days in each month */
  size_t n;
};

/* A tick at the period TEXT, where it is one and lies among the data; false when memory is out. */
static bool add(struct calendar *calendar, const char *text)
{
  double at;

  if (text == NULL)
    return false;
  if (pst_period_parse(pst_text_of(text), NULL, &at) && at >= calendar->low && at <= calendar->high)
    calendar->ticks[calendar->n++] = (struct pst_figure_tick){.at = at, .text = text};
  return true;
}

/* Every DAYS-th day of a month from the first on, but the last days when they are no whole step. */
static bool add_days(struct calendar *calendar, int year, int month, int days)
{
  for (int day = 1; day <= (days > 1 ? 28 : 31); day += days)
    if (!add(calendar, pst_arena_format(calendar->arena, "%04d-%02d-%02d", year, month, day)))
      return false;
  return true;
}

/* Every MONTHS-th month, or every DAYS-th day where there are few months. */
static bool add_all(struct calendar *calendar, int months, int days)
{
  for (int year = (int)floor(calendar->low); year <= (int)floor(calendar->high); year++)
    for (int month = 1; month <= 12; month += months)
      if (days > 0 ? !add_days(calendar, year, month, days)
                   : !add(calendar, pst_arena_format(calendar->arena, "%04d-%02d", year, month)))
        return false;
  return true;
}

/* Ticks at months of a year or two, at days of a month or two; of more years the axis chooses its own. */
static enum pst_status mark_calendar(struct pst_job *job, struct pst_figure *figure,
                                     struct pst_error *error)
{
  static const int steps[] = {1, 2, 3, 6};
  struct calendar calendar = {.arena = &job->arena,
                              .low = figure->periods[0].at,
                              .high = figure->periods[figure->n_periods - 1].at};
  const double span = 12 * (calendar.high - calendar.low);
  const int days = span > 2.5 ? 0 : span > 0.9 ? 10 : span > 0.35 ? 5 : 1;
  size_t step = 0;

  if (span > MONTHS_MOST)
    return PST_OK;
  while (step + 1 < sizeof steps / sizeof *steps && span / steps[step] > TICKS_MOST)
    step++;
  calendar.ticks =
      pst_arena_array(&job->arena, ((size_t)(span / 12) + 2) * 12 * 31 + 1, sizeof *calendar.ticks);
  if (calendar.ticks == NULL || !add_all(&calendar, days > 0 ? 1 : steps[step], days))
    return pst_fail_memory(error);
  if (calendar.n < 2)
    return PST_OK;
  figure->x_ticks = calendar.ticks;
  figure->n_x_ticks = calendar.n;
  return PST_OK;
}

enum pst_status pst_figure_time_axis(struct pst_job *job, const struct pst_column *time,
                                     struct pst_figure *figure, struct pst_error *error)
{
  enum pst_status status;

  figure->x_year = time->period != PST_PERIOD_NONE;
  if (time->period == PST_PERIOD_NONE || time->period == PST_PERIOD_YEAR)
    return PST_OK;
  status = list_periods(job, time, figure, error);
  if (status != PST_OK)
    return status;
  if (pst_column_texts(time)->count > FEW)
    return figure->n_periods > 0 ? mark_calendar(job, figure, error) : PST_OK;
  figure->x_ticks = figure->periods;
  figure->n_x_ticks = figure->n_periods;
  return PST_OK;
}
