/* score.c -- one number from several: weighted means, flat or by pillars. */
#include "stats/composite/score.h"

#include <stdbool.h>

#include "stats/sum.h"

struct gathered {
  struct pst_sum weight; /* of what is known */
  struct pst_sum all;
  struct pst_sum sum;
  bool zero;
  bool negative;
};

static double term(double y, enum pst_composite_mean mean)
{
  if (mean == PST_COMPOSITE_ARITHMETIC)
    return y;
  return mean == PST_COMPOSITE_GEOMETRIC ? log(y) : 1 / y;
}

static void gather(struct gathered *so_far, double y, double weight, enum pst_composite_mean mean)
{
  if (!(weight > 0))
    return;
  pst_sum_add(&so_far->all, weight);
  if (isnan(y))
    return;
  pst_sum_add(&so_far->weight, weight);
  so_far->zero = so_far->zero || y == 0;
  so_far->negative = so_far->negative || y < 0;
  if (mean == PST_COMPOSITE_ARITHMETIC || y > 0)
    pst_sum_product(&so_far->sum, weight, term(y, mean));
}

/* 1e-12: a share of 0.5 is 0.5 although the weights are rounded. */
static bool enough(const struct gathered *so_far, double share)
{
  double there = pst_sum_value(&so_far->weight), all = pst_sum_value(&so_far->all);

  if (!(there > 0))
    return false;
  return there == all || (share > 0 && there / all >= share - 1e-12);
}

static double finish(const struct gathered *so_far, const struct pst_aggregation *how)
{
  double weight = pst_sum_value(&so_far->weight), sum = pst_sum_value(&so_far->sum);

  if (!enough(so_far, how->share))
    return (double)NAN;
  if (how->mean == PST_COMPOSITE_ARITHMETIC)
    return sum / weight;
  if (so_far->negative)
    return (double)NAN;
  if (so_far->zero)
    return 0;
  return how->mean == PST_COMPOSITE_GEOMETRIC ? exp(sum / weight) : weight / sum;
}

double pst_score(const double *y, const double *weight, size_t count,
                 const struct pst_aggregation *how)
{
  struct gathered so_far = {.zero = false};

  for (size_t k = 0; k < count; k++)
    gather(&so_far, y[k], weight[k], how->mean);
  return finish(&so_far, how);
}

double pst_score_nested(const double *y, const double *weight, size_t count,
                        const struct pst_pillars *pillars, const struct pst_aggregation *how,
                        double *pillar_score)
{
  const struct pst_aggregation below = {.mean = PST_COMPOSITE_ARITHMETIC, .share = how->share};

  for (size_t p = 0; p < pillars->count; p++) {
    struct gathered so_far = {.zero = false};

    for (size_t k = 0; k < count; k++)
      if (pillars->of[k] == p)
        gather(&so_far, y[k], weight[k], below.mean);
    pillar_score[p] = finish(&so_far, &below);
  }
  return pst_score(pillar_score, pillars->weight, pillars->count, how);
}

void pst_effective_weights(const double *weight, size_t count, const struct pst_pillars *pillars,
                           double *effective)
{
  struct pst_sum all = pst_sum_of(pillars->weight, pillars->count);

  for (size_t p = 0; p < pillars->count; p++) {
    struct pst_sum inside = {0, 0};

    for (size_t k = 0; k < count; k++)
      if (pillars->of[k] == p)
        pst_sum_add(&inside, weight[k]);
    for (size_t k = 0; k < count; k++)
      if (pillars->of[k] == p)
        effective[k] =
            weight[k] / pst_sum_value(&inside) * pillars->weight[p] / pst_sum_value(&all);
  }
}
