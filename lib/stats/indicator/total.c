/* total.c -- totals over the rows of one group and time, and what is left of one without a part. */
#include "stats/indicator/total.h"

#include "interval/bounded.h"
#include "stats/indicator/cell.h"

static void add_end(struct pst_total_end *end, double value, bool open)
{
  if (isinf(value))
    end->infinite++;
  else
    pst_sum_add(&end->sum, value);
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

/* The double nearest to the sum, or the next one on the side of TOWARDS where that lies inside. */
static double sum_outwards(const struct pst_sum *sum, double towards)
{
  double value = sum->high + sum->low;
  double error = (sum->high - value) + sum->low;

  if ((error < 0 && towards < 0) || (error > 0 && towards > 0))
    return nextafter(value, towards);
  return value;
}

static double end_value(const struct pst_total_end *end, double towards)
{
  return end->infinite > 0 ? towards : sum_outwards(&end->sum, towards);
}

static struct pst_bounds bounds_of(const struct pst_total *total)
{
  struct pst_bounds bounds;

  if (total->points)
    return pst_bounds_point(pst_sum_value(&total->low.sum));
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
