/* time.c -- the time of a table, its step, and the times that series lack. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "interval/period/period_step.h"
#include "look/steps.h"
#include "table/span.h"
#include "stats/sort.h"

enum { NAMED = 10 }; /* gaps that are named */

/* --- which column -------------------------------------------------------------------------------- */

static bool is_called_time(const char *name)
{
  static const char *const names[] = {"year",
                                      "time",
                                      "period",
                                      "date",
                                      "time_period",
                                      "timeperiod",
                                      "fiscal_year",
                                      "fiscalyear",
                                      "fy",
                                      "ref_date",
                                      "month",
                                      "quarter",
                                      "\xE5\xB9\xB4" /* Japanese: year */,
                                      "\xE5\xB9\xB4\xE5\xBA\xA6" /* fiscal year */,
                                      "\xE5\xB9\xB4\xE6\xAC\xA1" /* year of a statistic */};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcasecmp(name, names[i]) == 0)
      return true;
  return false;
}

/* The only candidate that PASSES, or SIZE_MAX. */
static size_t only_one(const struct pst_look *look, bool passes(const struct pst_look_column *))
{
  const struct pst_look_time *time = &look->time;
  size_t found = SIZE_MAX;

  for (size_t i = 0; i < time->n_candidates; i++) {
    if (!passes(&look->columns[time->candidates[i]]))
      continue;
    if (found != SIZE_MAX)
      return SIZE_MAX;
    found = time->candidates[i];
  }
  return found;
}

static bool any_column(const struct pst_look_column *column)
{
  return column != NULL;
}

static bool has_periods(const struct pst_look_column *column)
{
  return column->type == PST_LOOK_PERIOD;
}

static bool has_name(const struct pst_look_column *column)
{
  return is_called_time(column->name);
}

static enum pst_status detect(struct pst_look *look, struct pst_error *error)
{
  struct pst_look_time *time = &look->time;

  time->candidates = pst_arena_array(look->arena, look->n_columns + 1, sizeof *time->candidates);
  if (time->candidates == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < look->n_columns; c++)
    if (look->columns[c].n > 0
        && (look->columns[c].type == PST_LOOK_PERIOD || look->columns[c].type == PST_LOOK_YEAR))
      time->candidates[time->n_candidates++] = c;
  time->column = only_one(look, any_column);
  if (time->column == SIZE_MAX)
    time->column = only_one(look, has_name);
  if (time->column == SIZE_MAX)
    time->column = only_one(look, has_periods);
  return PST_OK;
}

static enum pst_status take_time(struct pst_look *look, const char *name, struct pst_error *error)
{
  enum pst_status status = pst_look_resolve(look, "--time", name, &look->time.column, error);
  const struct pst_look_column *column;

  if (status != PST_OK)
    return status;
  look->time.given = true;
  column = &look->columns[look->time.column];
  if (column->type == PST_LOOK_TEXT)
    return pst_fail(error, PST_USAGE,
                    "--time: the column '%s' is text; name one of periods or numbers",
                    column->name);
  if (column->type == PST_LOOK_EMPTY)
    look->time.column = SIZE_MAX;
  return PST_OK;
}

/* --- the times of the file ------------------------------------------------------------------------ */

static size_t index_of(const double *times, size_t n, double value)
{
  size_t low = 0, high = n;

  while (low < high) {
    size_t middle = low + (high - low) / 2;

    if (times[middle] < value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The different times in TIMES, and where each row with a time stands among them. */
static enum pst_status place_rows(struct pst_look *look, double *times, double *spare,
                                  struct pst_error *error)
{
  struct pst_look_time *time = &look->time;
  const double *value = pst_span_numbers(look->table, look->columns[time->column].column).at;
  size_t rows = look->table->n_rows, n = 0;

  for (size_t r = 0; r < rows; r++)
    if (!isnan(value[r]))
      times[n++] = value[r];
  pst_sort_values(times, spare, n);
  for (size_t i = 0; i < n; i++)
    if (i == 0 || times[i] != times[i - 1])
      times[time->n_times++] = times[i];
  time->row = pst_arena_array(look->arena, time->n_times + 1, sizeof *time->row);
  time->rows = pst_arena_array(look->arena, n + 1, sizeof *time->rows);
  time->place_of_row = pst_arena_array(look->arena, n + 1, sizeof *time->place_of_row);
  if (time->row == NULL || time->rows == NULL || time->place_of_row == NULL)
    return pst_fail_memory(error);
  for (size_t r = rows; r-- > 0;)
    if (!isnan(value[r]))
      time->row[index_of(times, time->n_times, value[r])] = r;
  for (size_t r = 0; r < rows; r++) {
    if (isnan(value[r]))
      continue;
    time->place_of_row[time->n_rows] = r;
    time->rows[time->n_rows++].time = index_of(times, time->n_times, value[r]);
  }
  return PST_OK;
}

static long common_divisor(long a, long b)
{
  while (b != 0) {
    long rest = a % b;

    a = b;
    b = rest;
  }
  return a;
}

/* Whole numbers are counted on as years are. */
static bool step_of(const struct pst_look_time *time, double value, long *step)
{
  return fabs(value) < 1e15
         && pst_period_step(time->kind == PST_PERIOD_NONE ? PST_PERIOD_YEAR : time->kind, value,
                            step);
}

static void find_absent(struct pst_look_time *time, const double *times)
{
  long before = 0, step = 0;

  for (size_t i = 0; i < time->n_times; i++, before = step) {
    struct pst_look_absent run;

    step_of(time, times[i], &step);
    if (i == 0 || step - before <= time->step)
      continue;
    run = (struct pst_look_absent){before + time->step, step - time->step};
    time->n_absent += (size_t)((run.last - run.first) / time->step + 1);
    time->n_runs++;
    if (time->n_listed < NAMED)
      time->absent[time->n_listed++] = run;
  }
}

/* What no row of the file has, in steps of the greatest length that leads to all its times. */
static enum pst_status count_on(struct pst_look *look, const double *times, struct pst_error *error)
{
  struct pst_look_time *time = &look->time;
  const struct pst_look_column *column = &look->columns[time->column];
  long before = 0, step = 0;

  time->stepped = column->type != PST_LOOK_NUMBER && time->n_times > 1;
  for (size_t i = 0; i < time->n_times && time->stepped; i++, before = step) {
    time->stepped = step_of(time, times[i], &step);
    if (i > 0)
      time->step = common_divisor(step - before, time->step);
  }
  time->absent = pst_arena_array(look->arena, NAMED, sizeof *time->absent);
  if (time->absent == NULL)
    return pst_fail_memory(error);
  if (time->stepped)
    find_absent(time, times);
  return PST_OK;
}

/* --- the series ------------------------------------------------------------------------------------ */

/* The key without its time; nothing when the time is no part of it. */
static enum pst_status choose_series(struct pst_look *look, struct pst_error *error)
{
  struct pst_look_time *time = &look->time;
  const struct pst_look_key *key = &look->key;
  bool part = false;

  time->by = pst_arena_array(look->arena, key->n + 1, sizeof *time->by);
  if (time->by == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < key->n; i++) {
    part = part || key->columns[i] == time->column;
    if (key->columns[i] != time->column)
      time->by[time->n_by++] = key->columns[i];
  }
  if (!part)
    time->n_by = 0;
  return PST_OK;
}

static enum pst_status number_series(struct pst_look *look, size_t *number, struct pst_error *error)
{
  struct pst_look_time *time = &look->time;
  struct pst_repeat_cells *cells = pst_arena_array(look->arena, time->n_by + 1, sizeof *cells);
  enum pst_status status;

  if (cells == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < time->n_by; i++)
    cells[i] = pst_look_cells(look, time->by[i], true);
  status =
      pst_repeats_number(cells, time->n_by, look->table->n_rows, number, &time->n_series, error);
  if (status != PST_OK)
    return status;
  time->series_row = pst_arena_array(look->arena, time->n_series + 1, sizeof *time->series_row);
  if (time->series_row == NULL)
    return pst_fail_memory(error);
  for (size_t r = look->table->n_rows; r-- > 0;)
    time->series_row[number[r]] = r;
  for (size_t i = 0; i < time->n_rows; i++)
    time->rows[i].series = number[time->place_of_row[i]];
  return PST_OK;
}

static enum pst_status follow_series(struct pst_look *look, struct pst_error *error)
{
  struct pst_look_time *time = &look->time;
  size_t *number = calloc(look->table->n_rows + 1, sizeof *number);
  enum pst_status status = choose_series(look, error);

  if (status == PST_OK && number == NULL)
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = number_series(look, number, error);
  if (status == PST_OK)
    status = pst_gaps_find(time->rows, time->n_rows, time->n_series, time->n_times, NAMED,
                           look->arena, &time->gaps, error);
  free(number);
  return status;
}

enum pst_status pst_look_find_time(struct pst_look *look, const struct pst_look_options *options,
                                   struct pst_error *error)
{
  size_t n = look->table->n_rows + 1;
  double *times, *spare;
  enum pst_status status;

  look->time.column = SIZE_MAX;
  status = options->time != NULL ? take_time(look, options->time, error) : detect(look, error);
  if (status != PST_OK || look->time.column == SIZE_MAX)
    return status;
  look->time.kind = look->columns[look->time.column].column->period;
  times = calloc(n, sizeof *times);
  spare = calloc(n, sizeof *spare);
  if (times == NULL || spare == NULL)
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = place_rows(look, times, spare, error);
  if (status == PST_OK)
    status = count_on(look, times, error);
  if (status == PST_OK)
    status = follow_series(look, error);
  free(times);
  free(spare);
  return status;
}
