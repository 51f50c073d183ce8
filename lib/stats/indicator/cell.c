/* cell.c -- what a row of an indicator holds: bounds, or nothing and why. */
#include "stats/indicator/cell.h"

#include <math.h>
#include <stddef.h>

#include "interval/arithmetic.h"

const char *pst_row_reason_text(enum pst_row_reason reason)
{
  static const char *const texts[] = {
      [PST_ROW_EMPTY] = "the cell is empty",
      [PST_ROW_BASE_ABSENT] = "no row at the time it is compared with",
      [PST_ROW_BASE_EMPTY] = "the value it is compared with is empty",
      [PST_ROW_BASE_NOT_POSITIVE] = "the value it is compared with is not surely above 0",
      [PST_ROW_NOT_POSITIVE] = "the value is not surely above 0",
      [PST_ROW_TOTAL_PARTIAL] = "a cell of the total is empty",
      [PST_ROW_TOTAL_ZERO] = "the total is, or may be, 0",
      [PST_ROW_TOTAL_NOT_POSITIVE] = "the total it is compared with is not surely above 0",
      [PST_ROW_WINDOW] = "a time of the window is absent or empty",
      [PST_ROW_BROKEN] = "an earlier cell of the running sum is empty",
      [PST_ROW_OTHER_ABSENT] = "the reference has no row at this time",
      [PST_ROW_OTHER_EMPTY] = "the divisor is empty",
      [PST_ROW_OTHER_ZERO] = "the divisor is, or may be, 0",
      [PST_ROW_CONSTANT] = "the values have no spread",
      [PST_ROW_BOUNDED] = "a value is known only by bounds",
      [PST_ROW_TOO_LARGE] = "the result is outside the range of doubles",
  };

  return texts[reason];
}

bool pst_row_known(const struct pst_bounds *cell)
{
  return !isnan(cell->low);
}

struct pst_row_value pst_row_none(enum pst_row_reason reason)
{
  return (struct pst_row_value){
      .bounds = {.low = (double)NAN, .high = (double)NAN},
      .reason = reason,
  };
}

struct pst_row_value pst_row_given(struct pst_bounds bounds)
{
  bool infinite_point = bounds.low == bounds.high && isinf(bounds.low);

  if (isnan(bounds.low) || isnan(bounds.high) || infinite_point)
    return pst_row_none(PST_ROW_TOO_LARGE);
  return (struct pst_row_value){.bounds = bounds, .reason = PST_ROW_GIVEN};
}

struct pst_row_value pst_row_scale(struct pst_row_value value, double factor)
{
  struct pst_bounds by = pst_bounds_point(factor);

  if (value.reason != PST_ROW_GIVEN)
    return value;
  if (!pst_bounds_operate(PST_MULTIPLY, &value.bounds, &by, &value.bounds))
    return pst_row_none(PST_ROW_TOO_LARGE);
  return pst_row_given(value.bounds);
}

bool pst_row_may_be_zero(const struct pst_bounds *cell)
{
  return pst_bounds_hold(cell, 0);
}

bool pst_row_positive(const struct pst_bounds *cell)
{
  return cell->low > 0 || (cell->low == 0 && cell->low_open);
}
