/* cumulative.c -- the running sum of a series in order of time. */
#include "stats/indicator/cumulative.h"

#include "stats/indicator/total.h"

static struct pst_row_value running(const struct pst_total *total, const struct pst_bounds *cell)
{
  struct pst_bounds sum;

  if (!pst_row_known(cell))
    return pst_row_none(PST_ROW_EMPTY);
  return pst_total_bounds(total, &sum) ? pst_row_given(sum) : pst_row_none(PST_ROW_BROKEN);
}

void pst_cumulative(const struct pst_panel_index *index, const struct pst_bounds *cell, bool known,
                    struct pst_row_value *out)
{
  struct pst_total total = {.points = true};

  for (size_t i = 0; i < index->n; i++) {
    const struct pst_panel_key *key = &index->series[i];

    if (i == 0 || key[-1].group != key->group || key[-1].entity != key->entity)
      total = (struct pst_total){.points = true, .over_known = known};
    pst_total_add(&total, &cell[key->row]);
    out[key->row] = running(&total, &cell[key->row]);
  }
}
