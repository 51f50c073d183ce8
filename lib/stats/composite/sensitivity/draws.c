/* draws.c -- the random choices of one replicate of a composite indicator. */
#include "stats/composite/sensitivity/draws.h"

#include "stats/random/draw.h"
#include "stats/sum.h"

void pst_draws_seeds(uint64_t seed, uint64_t seeds[PST_DRAW_FACTORS])
{
  for (int f = 0; f < PST_DRAW_FACTORS; f++)
    seeds[f] = seed;
}

/* floor(u COUNT), 0 where there is no choice. */
static size_t choose(uint64_t seed, uint64_t replicate, uint64_t k, size_t count)
{
  return count < 2 ? 0 : (size_t)(pst_draw(seed, replicate, k) * (double)count);
}

static void draw_weights(const struct pst_draw_factors *factors, uint64_t seed, uint64_t replicate,
                         struct pst_draws *draws)
{
  struct pst_sum sum = {0, 0};

  for (size_t k = 0; k < factors->count; k++) {
    double u = pst_draw(seed, replicate, k + 1);

    draws->weight[k] = factors->weight[k] * (1 + factors->within * (2 * u - 1));
    if (draws->left_out == k + 1)
      draws->weight[k] = 0;
    pst_sum_add(&sum, draws->weight[k]);
  }
  for (size_t k = 0; k < factors->count; k++)
    draws->weight[k] /= pst_sum_value(&sum);
}

void pst_draws_make(const struct pst_draw_factors *factors, const uint64_t seed[PST_DRAW_FACTORS],
                    uint64_t replicate, struct pst_draws *draws)
{
  const size_t count = factors->count;

  draws->normalisation =
      choose(seed[PST_DRAW_NORMALISATION], replicate, count + 1, factors->normalisations);
  draws->left_out =
      factors->leave_out ? choose(seed[PST_DRAW_LEFT_OUT], replicate, count + 2, count + 1) : 0;
  draws->aggregation =
      choose(seed[PST_DRAW_AGGREGATION], replicate, count + 3, factors->aggregations);
  draw_weights(factors, seed[PST_DRAW_WEIGHTS], replicate, draws);
}
