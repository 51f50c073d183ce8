/* share.c -- the part in a whole. */
#include "stats/indicator/share.h"

#include <math.h>

#include "interval/arithmetic.h"
#include "stats/indicator/corners.h"
#include "stats/indicator/total.h"

/* x[0] / (x[0] + x[1]); a zero that is reached settles it whatever the other is. */
static struct pst_corner corner(const double *x, const bool *open, const void *context)
{
  (void)context;
  if (x[0] == 0 || isinf(x[1]))
    return (struct pst_corner){0, x[0] != 0 || open[0], true};
  if (x[1] == 0 || isinf(x[0]))
    return (struct pst_corner){1, x[1] != 0 || open[1], true};
  return (struct pst_corner){x[0] / (x[0] + x[1]), open[0] || open[1], false};
}

struct pst_row_value pst_share_of(const struct pst_bounds *v, const struct pst_bounds *rest)
{
  const struct pst_bounds box[] = {*v, *rest};
  struct pst_bounds total;

  if (!pst_bounds_operate(PST_ADD, v, rest, &total))
    return pst_row_none(PST_ROW_TOO_LARGE);
  if (pst_row_may_be_zero(&total))
    return pst_row_none(PST_ROW_TOTAL_ZERO);
  if (pst_bounds_is_point(v) && pst_bounds_is_point(rest))
    return pst_row_given(pst_bounds_point(v->low / total.low));
  return pst_row_given(pst_corners(box, 2, corner, NULL));
}

bool pst_share_is_odd(const struct pst_bounds *v)
{
  return v->low < 0;
}

static struct pst_row_value share(const struct pst_total *total, const struct pst_bounds *v)
{
  struct pst_bounds whole, rest;

  if (!pst_row_known(v))
    return pst_row_none(PST_ROW_EMPTY);
  if (!pst_total_bounds(total, &whole))
    return pst_row_none(PST_ROW_TOTAL_PARTIAL);
  if (isnan(whole.low) || isnan(whole.high) || (isinf(whole.low) && whole.low == whole.high))
    return pst_row_none(PST_ROW_TOO_LARGE);
  if (pst_row_may_be_zero(&whole))
    return pst_row_none(PST_ROW_TOTAL_ZERO);
  if (pst_bounds_is_point(&whole))
    return pst_row_given(pst_bounds_point(v->low / whole.low));
  rest = pst_total_without(total, v);
  return pst_share_of(v, &rest);
}

enum pst_status pst_share(const struct pst_slices *slices, const struct pst_bounds *cell,
                          bool known, struct pst_row_value *out, struct pst_arena *scratch,
                          struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_total *totals = pst_arena_array(scratch, slices->count, sizeof *totals);

  if (slices->count > 0 && totals == NULL)
    return pst_fail_memory(error);
  pst_totals(slices, cell, known, totals);
  for (size_t s = 0; s < slices->count; s++)
    for (size_t i = slices->start[s]; i < slices->start[s + 1]; i++)
      out[slices->rows[i]] = share(&totals[s], &cell[slices->rows[i]]);
  pst_arena_release(scratch, mark);
  return PST_OK;
}
