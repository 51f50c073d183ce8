/* total.c -- totals over the rows of one group and time, and what is left of one without a part. */
#include "stats/indicator/total.h"

#include "interval/bounded.h"
#include "interval/decimal.h"
#include "stats/indicator/cell.h"

static bool has_decimals(double value, int decimals)
{
  double scaled = pst_decimal_scaled(value, decimals);

  return !isnan(scaled) && scaled / pst_decimal_power(decimals) == value;
}

static void see_decimals(struct pst_total_end *end, double value)
{
  enum { LONGEST = 15 };

  end->most += fabs(value);
  while (end->decimals >= 0 && !has_decimals(value, end->decimals))
    end->decimals = end->decimals < LONGEST ? end->decimals + 1 : -1;
}

/* The sum of decimals, rounded once; false: the parts are too long for that.  Doubles of decimals are within
   2^-53 of them, so that below 2^50 units the sum is at most an eighth of one off. */
static bool decimal_sum(const struct pst_total_end *end, double *value)
{
  double power = end->decimals < 0 ? 0 : pst_decimal_power(end->decimals);

  if (end->decimals < 0 || !(end->most * power < 0x1p50))
    return false;
  *value = round(end->sum.high * power + end->sum.low * power) / power;
  return true;
}

static void add_end(struct pst_total_end *end, double value, bool open)
{
  if (isinf(value))
    end->infinite++;
  else {
    pst_sum_add(&end->sum, value);
    see_decimals(end, value);
  }
  end->open += open;
}

void pst_total_add(struct pst_total *total, const struct pst_bounds *cell)
{
  if (!pst_row_known(cell)) {
    total->empty++;
    return;
  }
  total->known++;
  total->points = total->points && pst_bounds_is_point(cell);
  add_end(&total->low, cell->low, cell->low_open);
  add_end(&total->high, cell->high, cell->high_open);
}

void pst_totals(const struct pst_slices *slices, const struct pst_bounds *cell, bool known,
                struct pst_total *totals)
{
  for (size_t s = 0; s < slices->count; s++) {
    totals[s] = (struct pst_total){.over_known = known, .points = true};
    for (size_t i = slices->start[s]; i < slices->start[s + 1]; i++)
      pst_total_add(&totals[s], &cell[slices->rows[i]]);
  }
}

/* The double nearest to the sum, or the next one on the side of TOWARDS where that lies inside.  Of decimals
   the nearest, as the ends of printed figures are. */
static double sum_outwards(const struct pst_total_end *end, double towards)
{
  const struct pst_sum *sum = &end->sum;
  double value = sum->high + sum->low;
  double error = (sum->high - value) + sum->low;

  if (decimal_sum(end, &value))
    return value;
  if ((error < 0 && towards < 0) || (error > 0 && towards > 0))
    return nextafter(value, towards);
  return value;
}

static double end_value(const struct pst_total_end *end, double towards)
{
  return end->infinite > 0 ? towards : sum_outwards(end, towards);
}

static struct pst_bounds bounds_of(const struct pst_total *total)
{
  struct pst_bounds bounds;
  double sum;

  if (total->points)
    return pst_bounds_point(decimal_sum(&total->low, &sum) ? sum : pst_sum_value(&total->low.sum));
  bounds.low = end_value(&total->low, -INFINITY);
  bounds.high = end_value(&total->high, INFINITY);
  bounds.low_open = total->low.open > 0;
  bounds.high_open = total->high.open > 0;
  return bounds;
}

bool pst_total_bounds(const struct pst_total *total, struct pst_bounds *bounds)
{
  if (total->known == 0 || (total->empty > 0 && !total->over_known))
    return false;
  *bounds = bounds_of(total);
  return true;
}

static void take_end(struct pst_total_end *end, double value, bool open)
{
  if (isinf(value))
    end->infinite--;
  else
    pst_sum_add(&end->sum, -value);
  end->open -= open;
}

struct pst_bounds pst_total_without(const struct pst_total *total, const struct pst_bounds *part)
{
  struct pst_total rest = *total;

  take_end(&rest.low, part->low, part->low_open);
  take_end(&rest.high, part->high, part->high_open);
  if (rest.known == 1) /* nothing else: exactly 0 */
    return pst_bounds_point(0);
  return bounds_of(&rest);
}
