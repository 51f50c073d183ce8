/* growth.c -- change from another time: relative, in logarithms, a year, and in units. */
#include "stats/indicator/growth.h"

#include <math.h>

#include "interval/arithmetic.h"
#include "stats/indicator/panel.h"

/* What keeps row I from being compared with the row it is FROM; PST_ROW_GIVEN when nothing does. */
static enum pst_row_reason compared(const struct pst_bounds *cell, const size_t *from, size_t i)
{
  if (!pst_row_known(&cell[i]))
    return PST_ROW_EMPTY;
  if (from[i] == PST_PANEL_NONE)
    return PST_ROW_BASE_ABSENT;
  return pst_row_known(&cell[from[i]]) ? PST_ROW_GIVEN : PST_ROW_BASE_EMPTY;
}

struct pst_row_value pst_growth_of(const struct pst_bounds *before, const struct pst_bounds *after)
{
  struct pst_bounds growth;

  if (!pst_row_positive(before))
    return pst_row_none(PST_ROW_BASE_NOT_POSITIVE);
  if (!pst_bounds_growth(before, after, &growth))
    return pst_row_none(PST_ROW_TOO_LARGE);
  return pst_row_given(growth);
}

void pst_growth(const struct pst_bounds *cell, const size_t *from, size_t n,
                struct pst_row_value *out)
{
  for (size_t i = 0; i < n; i++) {
    enum pst_row_reason reason = compared(cell, from, i);

    out[i] =
        reason == PST_ROW_GIVEN ? pst_growth_of(&cell[from[i]], &cell[i]) : pst_row_none(reason);
  }
}

/* The logarithm of AFTER / BEFORE; by log1p where they are points, so that small changes keep their
   digits. */
static struct pst_row_value log_ratio(const struct pst_bounds *before,
                                      const struct pst_bounds *after)
{
  struct pst_bounds ratio;

  if (!pst_row_positive(before))
    return pst_row_none(PST_ROW_BASE_NOT_POSITIVE);
  if (!pst_row_positive(after))
    return pst_row_none(PST_ROW_NOT_POSITIVE);
  if (pst_bounds_is_point(before) && pst_bounds_is_point(after)) {
    double change = (after->low - before->low) / before->low;
    double value = fabs(change) < 0.5 ? log1p(change) : log(after->low) - log(before->low);

    return pst_row_given(pst_bounds_point(value));
  }
  if (!pst_bounds_operate(PST_DIVIDE, after, before, &ratio)
      || !pst_bounds_apply(PST_LOG, &ratio, &ratio))
    return pst_row_none(PST_ROW_TOO_LARGE);
  return pst_row_given(ratio);
}

void pst_log_growth(const struct pst_bounds *cell, const size_t *from, size_t n,
                    struct pst_row_value *out)
{
  for (size_t i = 0; i < n; i++) {
    enum pst_row_reason reason = compared(cell, from, i);

    out[i] = reason == PST_ROW_GIVEN ? log_ratio(&cell[from[i]], &cell[i]) : pst_row_none(reason);
  }
}

static struct pst_row_value annual(struct pst_row_value log_growth, double k)
{
  const struct pst_bounds by = pst_bounds_point(k), one = pst_bounds_point(1);
  struct pst_bounds rate = log_growth.bounds;

  if (log_growth.reason != PST_ROW_GIVEN)
    return log_growth;
  if (pst_bounds_is_point(&rate))
    return pst_row_given(pst_bounds_point(expm1(rate.low / k)));
  if (!pst_bounds_operate(PST_DIVIDE, &rate, &by, &rate) || !pst_bounds_apply(PST_EXP, &rate, &rate)
      || !pst_bounds_operate(PST_SUBTRACT, &rate, &one, &rate))
    return pst_row_none(PST_ROW_TOO_LARGE);
  return pst_row_given(rate);
}

void pst_annual_growth(const struct pst_bounds *cell, const size_t *from, size_t n, double k,
                       struct pst_row_value *out)
{
  pst_log_growth(cell, from, n, out);
  for (size_t i = 0; i < n; i++)
    out[i] = annual(out[i], k);
}

static struct pst_row_value minus(const struct pst_bounds *a, const struct pst_bounds *b)
{
  struct pst_bounds difference;

  if (!pst_bounds_operate(PST_SUBTRACT, a, b, &difference))
    return pst_row_none(PST_ROW_TOO_LARGE);
  return pst_row_given(difference);
}

void pst_difference(const struct pst_bounds *cell, const size_t *from, size_t n,
                    struct pst_row_value *out)
{
  for (size_t i = 0; i < n; i++) {
    enum pst_row_reason reason = compared(cell, from, i);

    out[i] = reason == PST_ROW_GIVEN ? minus(&cell[i], &cell[from[i]]) : pst_row_none(reason);
  }
}
