/* contribution.c -- what each part adds to the growth of the whole, in percentage points. */
#include "stats/indicator/contribution.h"

#include <math.h>

#include "interval/arithmetic.h"
#include "stats/indicator/corners.h"
#include "stats/indicator/growth.h"
#include "stats/indicator/total.h"

/* (x[0] - x[1]) / (x[1] + x[2]): the part now, the part then, the others then. */
static struct pst_corner corner(const double *x, const bool *open, const void *context)
{
  (void)context;
  if (isinf(x[0]))
    return (struct pst_corner){x[0], true, true};
  if (isinf(x[1]))
    return (struct pst_corner){-1, true, true};
  if (x[0] == x[1])
    return (struct pst_corner){0, open[0] || open[1], true};
  if (isinf(x[2]))
    return (struct pst_corner){0, true, true};
  if (x[0] == -x[2])
    return (struct pst_corner){-1, open[0] || open[2], true};
  return (struct pst_corner){(x[0] - x[1]) / (x[1] + x[2]), open[0] || open[1] || open[2], false};
}

static struct pst_row_value contribution(const struct pst_total *total,
                                         const struct pst_bounds *now,
                                         const struct pst_bounds *then,
                                         const struct pst_bounds *rest)
{
  const struct pst_bounds box[] = {*now, *then, *rest};
  struct pst_bounds whole;

  if (!pst_total_bounds(total, &whole))
    return pst_row_none(PST_ROW_TOTAL_PARTIAL);
  if (!pst_row_positive(&whole))
    return pst_row_none(PST_ROW_TOTAL_NOT_POSITIVE);
  if (pst_bounds_is_point(now) && pst_bounds_is_point(&whole))
    return pst_row_given(pst_bounds_point(100 * (now->low - then->low) / whole.low));
  return pst_row_scale(pst_row_given(pst_corners(box, 3, corner, NULL)), 100);
}

struct panel_totals {
  const struct pst_panel_index *index;
  const struct pst_bounds *cell;
  const struct pst_total *totals;
  long k;
  bool from_zero;
};

static struct pst_row_value of_row(const struct panel_totals *panel, size_t row)
{
  const struct pst_panel_key *key = pst_panel_key_of(panel->index, row);
  const struct pst_bounds *cell = panel->cell;
  struct pst_bounds then = pst_bounds_point(0), rest = then;
  size_t from = PST_PANEL_NONE, slice = PST_PANEL_NONE;
  long time;

  if (!pst_row_known(&cell[row]))
    return pst_row_none(PST_ROW_EMPTY);
  if (!__builtin_sub_overflow(key->time, panel->k, &time)) {
    from = pst_panel_find(panel->index, key->group, key->entity, time);
    slice = pst_panel_slice(panel->index, key->group, time);
  }
  if (slice == PST_PANEL_NONE || (from == PST_PANEL_NONE && !panel->from_zero))
    return pst_row_none(PST_ROW_BASE_ABSENT);
  if (from == PST_PANEL_NONE) {
    pst_total_bounds(&panel->totals[slice], &rest);
    return contribution(&panel->totals[slice], &cell[row], &then, &rest);
  }
  if (!pst_row_known(&cell[from]))
    return pst_row_none(PST_ROW_BASE_EMPTY);
  rest = pst_total_without(&panel->totals[slice], &cell[from]);
  return contribution(&panel->totals[slice], &cell[row], &cell[from], &rest);
}

static enum pst_status totals_of(const struct pst_panel_index *index, const struct pst_bounds *cell,
                                 struct pst_total **totals, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  *totals = pst_arena_array(scratch, index->slices.count + 1, sizeof **totals);
  if (*totals == NULL)
    return pst_fail_memory(error);
  pst_totals(&index->slices, cell, false, *totals);
  return PST_OK;
}

enum pst_status pst_contribution(const struct pst_panel_index *index, const struct pst_bounds *cell,
                                 long k, bool from_zero, struct pst_row_value *out,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct panel_totals panel = {.index = index, .cell = cell, .k = k, .from_zero = from_zero};
  struct pst_total *totals;
  enum pst_status status = totals_of(index, cell, &totals, scratch, error);

  panel.totals = totals;
  for (size_t i = 0; status == PST_OK && i < index->n; i++)
    out[i] = of_row(&panel, i);
  pst_arena_release(scratch, mark);
  return status;
}

static struct pst_row_value total_growth(const struct pst_total *before,
                                         const struct pst_total *after)
{
  struct pst_bounds a, b;

  if (!pst_total_bounds(after, &b) || !pst_total_bounds(before, &a))
    return pst_row_none(PST_ROW_TOTAL_PARTIAL);
  if (!pst_row_positive(&a))
    return pst_row_none(PST_ROW_TOTAL_NOT_POSITIVE);
  return pst_row_scale(pst_growth_of(&a, &b), 100);
}

enum pst_status pst_total_growth(const struct pst_panel_index *index, const struct pst_bounds *cell,
                                 long k, struct pst_row_value *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_total *totals;
  enum pst_status status = totals_of(index, cell, &totals, scratch, error);

  for (size_t s = 0; status == PST_OK && s < index->slices.count; s++) {
    size_t before = PST_PANEL_NONE;
    long time;

    if (!__builtin_sub_overflow(index->times[s].time, k, &time))
      before = pst_panel_slice(index, index->times[s].group, time);
    out[s] = before == PST_PANEL_NONE ? pst_row_none(PST_ROW_BASE_ABSENT)
                                      : total_growth(&totals[before], &totals[s]);
  }
  pst_arena_release(scratch, mark);
  return status;
}
