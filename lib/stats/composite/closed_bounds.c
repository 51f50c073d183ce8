/* closed_bounds.c -- ranks that no weights near the given ones can leave, for every mean and for gaps. */
#include "stats/composite/closed_bounds.h"

#include <math.h>

#include "stats/composite/score_range.h"
#include "stats/sort.h"
#include "stats/sum.h"

struct table {
  const double *y;     /* as given */
  const double *order; /* on one level: on the scale of the order; else as given */
  const struct pst_weight_box *box;
  const struct pst_aggregation *how;
  const struct pst_pillars *pillars;
  struct pst_score_range *range; /* one an entity */
  struct pst_pair *room;
};

static const double *row(const struct table *t, const double *values, size_t i)
{
  return values + i * t->box->count;
}

/* On one level, or with arithmetic means on both: the weights of a pair without gaps enter as they are. */
static bool is_linear(const struct table *t)
{
  return t->pillars == NULL || t->how->mean == PST_COMPOSITE_ARITHMETIC;
}

/* --- pillars whose means are not added ------------------------------------------------------------------- */

/* The least (SIGN 1) or largest (-1) of what pillar P adds to j less i: W ln(m_j / m_i), or W (1/m_i - 1/m_j). */
static double pillar_extreme(const struct table *t, size_t j, size_t i, size_t p, int sign)
{
  const double *a = row(t, t->y, j), *b = row(t, t->y, i);
  const double ratio = pst_ratio_range(a, b, t->box, t->pillars->of, p, -sign);
  double weight = 0, value, low, high;

  for (size_t k = 0; k < t->box->count; k++)
    weight += t->pillars->of[k] == p ? t->box->weight[k] : 0;
  if (!(weight > 0))
    return 0;
  if (t->how->mean == PST_COMPOSITE_GEOMETRIC)
    value = log(ratio);
  else {
    low = pst_ratio_range(b, NULL, t->box, t->pillars->of, p, -1);
    high = pst_ratio_range(b, NULL, t->box, t->pillars->of, p, 1);
    value = 1 - 1 / ratio;
    value /= (value > 0) == (sign > 0) ? high : low;
  }
  return value * weight * (1 + ((value > 0) == (sign > 0) ? -1 : 1) * t->box->within);
}

/* Every pillar of the row is above 0 for all weights. */
static bool is_positive(const struct table *t, size_t i)
{
  for (size_t p = 0; p < t->pillars->count; p++)
    if (pst_ratio_range(row(t, t->y, i), NULL, t->box, t->pillars->of, p, -1) <= 0)
      return false;
  return true;
}

static struct pst_pair_extremes by_pillars(const struct table *t, size_t j, size_t i)
{
  struct pst_pair_extremes out = {0, 0, 0};
  struct pst_sum least = {0, 0}, most = {0, 0};

  for (size_t p = 0; p < t->pillars->count; p++) {
    const double below = pillar_extreme(t, j, i, p, 1), above = pillar_extreme(t, j, i, p, -1);

    pst_sum_add(&least, below);
    pst_sum_add(&most, above);
    out.size += fmax(fabs(below), fabs(above));
  }
  out.least = pst_sum_value(&least);
  out.most = pst_sum_value(&most);
  return out;
}

/* --- gaps on one level ------------------------------------------------------------------------------------ */

/* The least sum w (y_a - c) - sum w (y_b - c) over the box, each over what is there. */
static double least_at(const struct table *t, size_t a, size_t b, double c, double *size)
{
  const double *ya = row(t, t->order, a), *yb = row(t, t->order, b);
  struct pst_sum sum = {0, 0};

  for (size_t k = 0; k < t->box->count; k++) {
    const double w = t->box->weight[k];
    const double d = (isnan(ya[k]) ? 0 : ya[k] - c) - (isnan(yb[k]) ? 0 : yb[k] - c);

    if (!(w > 0))
      continue;
    pst_sum_product(&sum, w, d - t->box->within * fabs(d));
    *size += w * fabs(d);
  }
  return pst_sum_value(&sum);
}

/* Is A above B for all weights?  Where it is not, a number c parts the two scores. */
static bool surely_above(const struct table *t, size_t a, size_t b)
{
  const struct pst_score_range *ra = &t->range[a], *rb = &t->range[b];
  double size = 0, low, high;

  if (ra->low > rb->high + 1e-12 * (fabs(ra->low) + fabs(rb->high)))
    return true;
  if (t->pillars != NULL || isinf(ra->low) || isinf(rb->high))
    return false;
  low = least_at(t, a, b, ra->low, &size);
  high = least_at(t, a, b, rb->high, &size);
  return low > 1e-12 * size && high > 1e-12 * size;
}

/* --- pairs --------------------------------------------------------------------------------------------------- */

/* 1: J is above I wherever both have a score; -1: nowhere; 0: it is open. */
static int above(const struct table *t, size_t j, size_t i)
{
  const struct pst_score_range *rj = &t->range[j], *ri = &t->range[i];
  struct pst_pair_extremes extremes;

  if (rj->zero || ri->zero)
    return rj->zero ? -1 : ri->zero && rj->low > -(double)INFINITY;
  if (rj->complete && ri->complete && is_linear(t)) {
    extremes = pst_pair_extremes(row(t, t->order, j), row(t, t->order, i), t->box, t->room);
    return pst_pair_above(&extremes);
  }
  if (rj->complete && ri->complete && is_positive(t, j) && is_positive(t, i)) {
    extremes = by_pillars(t, j, i);
    return pst_pair_above(&extremes);
  }
  if (surely_above(t, j, i))
    return 1;
  return surely_above(t, i, j) ? -1 : 0;
}

static void rank_one(const struct table *t, size_t n, size_t i, size_t *low, size_t *high)
{
  *low = *high = t->range[i].possible;
  for (size_t j = 0; t->range[i].possible && j < n; j++) {
    int order;

    if (j == i || !t->range[j].possible)
      continue;
    order = above(t, j, i);
    *low += order > 0 && t->range[j].sure;
    *high += order >= 0;
  }
}

/* --- the table ------------------------------------------------------------------------------------------------- */

/* A geometric or harmonic mean of a negative value is none. */
static bool has_negative(const struct table *t, const double *y)
{
  for (size_t k = 0; k < t->box->count; k++)
    if (t->box->weight[k] > 0 && y[k] < 0)
      return true;
  return false;
}

static enum pst_status prepare(struct table *t, size_t n, struct pst_arena *scratch,
                               struct pst_error *error)
{
  const size_t cells = n * t->box->count;
  const bool same = t->how->mean == PST_COMPOSITE_ARITHMETIC || t->pillars != NULL;
  double *order = pst_arena_array(scratch, cells + 1, sizeof *order);

  t->range = pst_arena_array(scratch, n + 1, sizeof *t->range);
  t->room = pst_arena_array(scratch, t->box->count + 1, 2 * sizeof *t->room);
  if (order == NULL || t->range == NULL || t->room == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < cells; i++)
    order[i] = same ? t->y[i] : pst_order_value(t->y[i], t->how->mean);
  t->order = order;
  for (size_t i = 0; i < n; i++) {
    t->range[i] = pst_score_range(row(t, order, i), t->box, t->how, t->pillars);
    if (!same && has_negative(t, row(t, t->y, i)))
      t->range[i].sure = t->range[i].possible = false;
  }
  return PST_OK;
}

enum pst_status pst_rank_bounds_closed(const double *y, size_t n, const struct pst_weight_box *box,
                                       const struct pst_aggregation *how,
                                       const struct pst_pillars *pillars, size_t *low, size_t *high,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct table t = {.y = y, .box = box, .how = how, .pillars = pillars};
  enum pst_status status;

  if (!(box->within >= 0 && box->within <= 1))
    return pst_fail(error, PST_USAGE, "weights within %g; give a fraction from 0 to 1",
                    box->within);
  status = prepare(&t, n, scratch, error);
  for (size_t i = 0; i < n && status == PST_OK; i++)
    rank_one(&t, n, i, &low[i], &high[i]);
  pst_arena_release(scratch, mark);
  return status;
}
