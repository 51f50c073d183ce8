/* window.c -- moving averages and sums over times of the calendar. */
#include "stats/indicator/window.h"

#include <limits.h>

#include "interval/arithmetic.h"
#include "stats/indicator/total.h"

static bool halved(const struct pst_moving_window *window)
{
  return !window->trailing && window->width % 2 == 0;
}

/* A cell that counts half: exact, but for the smallest doubles. */
static struct pst_bounds half_of(struct pst_bounds cell)
{
  cell.low /= 2;
  cell.high /= 2;
  return cell;
}

/* The row of the series of ROW at time t + OFFSET. */
static size_t beside(const struct pst_panel_index *index, size_t row, long offset)
{
  const struct pst_panel_key *key = pst_panel_key_of(index, row);
  long time;

  if (__builtin_add_overflow(key->time, offset, &time))
    return PST_PANEL_NONE;
  return pst_panel_find(index, key->group, key->entity, time);
}

static struct pst_row_value divided(const struct pst_bounds *sum, double by)
{
  const struct pst_bounds divisor = pst_bounds_point(by);
  struct pst_bounds mean;

  if (!pst_bounds_operate(PST_DIVIDE, sum, &divisor, &mean))
    return pst_row_none(PST_ROW_TOO_LARGE);
  return pst_row_given(mean);
}

static struct pst_row_value over_window(const struct pst_panel_index *index,
                                        const struct pst_bounds *cell,
                                        const struct pst_moving_window *window, size_t row)
{
  const long width = (long)window->width;
  const long first = window->trailing ? 1 - width : -(width / 2);
  const long last = window->trailing ? 0 : width / 2;
  struct pst_total total = {.points = true, .over_known = window->at_least > 0};
  struct pst_bounds sum;

  for (long offset = first; offset <= last; offset++) {
    size_t at = beside(index, row, offset);
    bool half = halved(window) && (offset == first || offset == last);
    struct pst_bounds part;

    if (at == PST_PANEL_NONE || !pst_row_known(&cell[at])) {
      if (window->at_least == 0)
        return pst_row_none(PST_ROW_WINDOW);
      continue;
    }
    part = half ? half_of(cell[at]) : cell[at];
    pst_total_add(&total, &part);
  }
  if (total.known < window->at_least || !pst_total_bounds(&total, &sum))
    return pst_row_none(PST_ROW_WINDOW);
  if (window->sum)
    return pst_row_given(sum);
  return divided(&sum, halved(window) ? (double)width : (double)total.known);
}

enum pst_status pst_moving_window(const struct pst_panel_index *index,
                                  const struct pst_bounds *cell,
                                  const struct pst_moving_window *window, struct pst_row_value *out,
                                  struct pst_error *error)
{
  if (window->width == 0 || window->width > INT_MAX)
    return pst_fail(error, PST_USAGE, "a window of %zu periods; give at least 1", window->width);
  if (window->at_least > 0 && halved(window))
    return pst_fail(error, PST_USAGE,
                    "a centred window of an even width needs all its values; "
                    "give an odd width or a trailing window");
  for (size_t i = 0; i < index->n; i++)
    out[i] = over_window(index, cell, window, i);
  return PST_OK;
}
