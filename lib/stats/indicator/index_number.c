/* index_number.c -- each value against a base of its own series, which is 100. */
#include "stats/indicator/index_number.h"

#include "interval/arithmetic.h"
#include "stats/indicator/share.h"
#include "stats/indicator/total.h"

struct base {
  struct pst_total total;
  size_t rows;
};

static bool same_series(const struct pst_panel_key *a, const struct pst_panel_key *b)
{
  return a->group == b->group && a->entity == b->entity;
}

/* The base of the series that stands at places FROM to END - 1. */
static struct base find_base(const struct pst_panel_index *index, const struct pst_bounds *cell,
                             size_t from, size_t end, const long range[2])
{
  struct base base = {.total = {.points = true}};

  for (size_t i = from; i < end; i++) {
    const struct pst_panel_key *key = &index->series[i];

    if (key->time < range[0] || key->time > range[1])
      continue;
    base.rows++;
    pst_total_add(&base.total, &cell[key->row]);
  }
  return base;
}

/* 100 v / mean, where the mean does not hold V. */
static struct pst_row_value over_others(const struct pst_bounds *v, const struct pst_bounds *sum,
                                        double count)
{
  const struct pst_bounds factor = pst_bounds_point(100 * count);
  struct pst_bounds value;

  if (!pst_bounds_operate(PST_MULTIPLY, v, &factor, &value)
      || !pst_bounds_operate(PST_DIVIDE, &value, sum, &value))
    return pst_row_none(PST_ROW_TOO_LARGE);
  return pst_row_given(value);
}

static struct pst_row_value index_number(const struct base *base, const struct pst_bounds *v,
                                         bool inside)
{
  double count = (double)base->total.known;
  struct pst_bounds sum, rest;

  if (!pst_row_known(v))
    return pst_row_none(PST_ROW_EMPTY);
  if (base->rows == 0)
    return pst_row_none(PST_ROW_BASE_ABSENT);
  if (!pst_total_bounds(&base->total, &sum))
    return pst_row_none(PST_ROW_BASE_EMPTY);
  if (!pst_row_positive(&sum))
    return pst_row_none(PST_ROW_BASE_NOT_POSITIVE);
  if (!inside || pst_bounds_is_point(&sum))
    return over_others(v, &sum, count);
  rest = pst_total_without(&base->total, v);
  return pst_row_scale(pst_share_of(v, &rest), 100 * count);
}

void pst_index_number(const struct pst_panel_index *index, const struct pst_bounds *cell,
                      long first, long last, bool known, struct pst_row_value *out)
{
  const long range[] = {first, last};

  for (size_t from = 0, end; from < index->n; from = end) {
    struct base base;

    for (end = from + 1; end < index->n && same_series(&index->series[from], &index->series[end]);)
      end++;
    base = find_base(index, cell, from, end, range);
    base.total.over_known = known;
    for (size_t i = from; i < end; i++) {
      const struct pst_panel_key *key = &index->series[i];

      out[key->row] = index_number(&base, &cell[key->row], key->time >= first && key->time <= last);
    }
  }
}
