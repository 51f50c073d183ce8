/* rank_bounds.c -- ranks that no weights near the given ones can leave, in closed form. */
#include "stats/composite/rank_bounds.h"

#include "stats/sort.h"
#include "stats/sum.h"

bool pst_row_complete(const double *y, const struct pst_weight_box *box)
{
  for (size_t k = 0; k < box->count; k++)
    if (box->weight[k] > 0 && isnan(y[k]))
      return false;
  return true;
}

/* The least sum of w_k (SIGN d_k) when the weights keep their sum: what is free goes to the smallest. */
static double knapsack(const struct pst_weight_box *box, const struct pst_pair *order, size_t n,
                       int sign)
{
  struct pst_sum sum = {0, 0}, room = {0, 0};

  for (size_t k = 0; k < n; k++)
    pst_sum_product(&room, box->within, order[k].y);
  for (size_t k = 0; k < n; k++) {
    const struct pst_pair *next = &order[sign > 0 ? k : n - 1 - k];
    double give = fmin(2 * box->within * next->y, fmax(pst_sum_value(&room), 0));

    pst_sum_product(&sum, (1 - box->within) * next->y + give, sign * next->x);
    pst_sum_add(&room, -give);
  }
  return pst_sum_value(&sum);
}

struct pst_pair_extremes pst_pair_extremes(const double *a, const double *b,
                                           const struct pst_weight_box *box, struct pst_pair *order)
{
  struct pst_pair_extremes out = {0, 0, 0};
  struct pst_sum least = {0, 0}, most = {0, 0};
  size_t n = 0;

  for (size_t k = 0; k < box->count; k++) {
    double w = box->weight[k], d;

    if (!(w > 0))
      continue;
    d = a[k] - b[k];
    pst_sum_product(&least, w, d - box->within * fabs(d));
    pst_sum_product(&most, w, d + box->within * fabs(d));
    out.size += w * fmax(fabs(a[k]), fabs(b[k]));
    order[n++] = (struct pst_pair){d, w};
  }
  out.least = pst_sum_value(&least);
  out.most = pst_sum_value(&most);
  if (box->sum_kept) {
    pst_sort_pairs(order, order + box->count, n);
    out.least = knapsack(box, order, n, 1);
    out.most = -knapsack(box, order, n, -1);
  }
  return out;
}

int pst_pair_above(const struct pst_pair_extremes *extremes)
{
  double rounding = 1e-12 * extremes->size;

  if (extremes->least > rounding)
    return 1;
  return extremes->most <= rounding ? -1 : 0;
}

enum pst_status pst_rank_bounds_outer(const double *y, size_t n, const struct pst_weight_box *box,
                                      size_t *low, size_t *high, struct pst_arena *scratch,
                                      struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_pair *order = pst_arena_array(scratch, box->count + 1, 2 * sizeof *order);

  if (!(box->within >= 0 && box->within <= 1))
    return pst_fail(error, PST_USAGE, "weights within %g; give a fraction from 0 to 1",
                    box->within);
  if (order == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    bool complete = pst_row_complete(y + i * box->count, box);

    low[i] = high[i] = complete;
    for (size_t j = 0; complete && j < n; j++) {
      struct pst_pair_extremes extremes;

      if (j == i || !pst_row_complete(y + j * box->count, box))
        continue;
      extremes = pst_pair_extremes(y + j * box->count, y + i * box->count, box, order);
      low[i] += pst_pair_above(&extremes) > 0;
      high[i] += pst_pair_above(&extremes) >= 0;
    }
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}
