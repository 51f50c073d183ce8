/* walk.c -- the least and the greatest sum of one chain for each number of ties. */
#include "stats/leeway/walk.h"

#include <math.h>

/* A beginning is the set of items that stand already; what a block of tied items adds behind it does not depend
   on their order. */
struct walk {
  const struct pst_walk_score *score;
  const struct pst_chain *chain;
  size_t ties;
  double *low, *high; /* of each beginning, for each number of ties */
  uint32_t less[PST_CHAIN_MOST], more[PST_CHAIN_MOST]; /* by x */
  double at[PST_CHAIN_MOST]
           [2 * PST_CHAIN_MOST + 2];   /* what an item adds at a mid-rank, in halves */
  double ahead[PST_CHAIN_MOST + 1];    /* items of the chains before with x within a depth */
  uint32_t within[PST_CHAIN_MOST + 1]; /* of the chain */
};

static size_t size_of(uint32_t set)
{
  return (size_t)__builtin_popcount(set);
}

/* Pairs, or what the sum of squares of mid-ranks loses twice: (t^3 - t) / 6. */
static size_t tie_of(enum pst_leeway_order agreement, size_t t)
{
  if (agreement == PST_LEEWAY_KENDALL)
    return t * (t - 1) / 2;
  return agreement == PST_LEEWAY_SPEARMAN ? (t * t * t - t) / 6 : 0;
}

size_t pst_walk_ties(enum pst_leeway_order agreement, size_t n)
{
  return n == 0 ? 0 : tie_of(agreement, n);
}

double pst_walk_depth(const struct pst_walk_score *score, size_t d, double c, double s)
{
  return score->weight[d] * 2 * c / (score->seen[d] + s) + score->added[d] * c;
}

double pst_walk_cost(const struct pst_walk_score *score, const struct pst_chain *chain)
{
  const double ties = 1 + (double)pst_walk_ties(score->agreement, chain->n);
  double steps = 0;

  for (size_t p = 0; p < chain->n_places; p++)
    steps += exp2((double)chain->n) * pow(1.5, (double)size_of(chain->places[p].may)) * ties;
  return steps;
}

static void prepare_items(struct walk *walk)
{
  const struct pst_walk_score *score = walk->score;
  const struct pst_chain *chain = walk->chain;

  for (size_t i = 0; i < chain->n; i++) {
    const double x = score->x[chain->items[i]];

    walk->less[i] = walk->more[i] = 0;
    for (size_t j = 0; j < chain->n; j++) {
      walk->less[i] |= score->x[chain->items[j]] < x ? UINT32_C(1) << j : 0;
      walk->more[i] |= score->x[chain->items[j]] > x ? UINT32_C(1) << j : 0;
    }
    for (size_t h = 0; h < 2 * chain->n + 2; h++) {
      const double rank = (double)chain->before + (double)h / 2 - score->mean;

      walk->at[i][h] = score->agreement == PST_LEEWAY_SPEARMAN ? x * rank : fabs(x - rank);
    }
  }
}

/* The items of earlier chains have ranks below all depths of this one. */
static void prepare_depths(struct walk *walk, const double *ahead)
{
  for (size_t d = 1; d <= walk->chain->n; d++) {
    const double depth = (double)(walk->chain->before + d);

    walk->ahead[d] = ahead == NULL ? 0 : ahead[walk->chain->before + d];
    walk->within[d] = 0;
    for (size_t i = 0; i < walk->chain->n; i++)
      walk->within[d] |= walk->score->x[walk->chain->items[i]] <= depth ? UINT32_C(1) << i : 0;
  }
}

static double overlap_of(const struct walk *walk, uint32_t before, uint32_t block)
{
  const size_t first = size_of(before), last = first + size_of(block);
  double sum = 0;

  for (size_t d = first + 1; d <= last; d++) {
    const double common = walk->ahead[d] + (double)size_of((before | block) & walk->within[d]);

    sum += pst_walk_depth(walk->score, walk->chain->before + d, common,
                          (double)(walk->chain->before + last));
  }
  return sum;
}

/* What the items of BLOCK, tied, add behind those of BEFORE. */
static double adds(const struct walk *walk, uint32_t before, uint32_t block)
{
  const size_t half = 2 * size_of(before) + size_of(block) + 1;
  const enum pst_leeway_order agreement = walk->score->agreement;
  double sum = 0;

  if (agreement == PST_LEEWAY_OVERLAP)
    return overlap_of(walk, before, block);
  for (uint32_t left = block; left != 0; left &= left - 1) {
    const int i = __builtin_ctz(left);

    if (agreement == PST_LEEWAY_KENDALL)
      sum += (double)size_of(before & walk->less[i]) - (double)size_of(before & walk->more[i]);
    else if (agreement == PST_LEEWAY_DISTANCE)
      sum += (double)size_of(before & walk->more[i]);
    else
      sum += walk->at[i][half];
  }
  return sum;
}

static void step(const struct walk *walk, uint32_t before, uint32_t block)
{
  const size_t width = walk->ties + 1;
  const size_t tie = tie_of(walk->score->agreement, size_of(block));
  const double sum = adds(walk, before, block);
  const double *low = walk->low + before * width, *high = walk->high + before * width;
  double *to_low = walk->low + (before | block) * width + tie;
  double *to_high = walk->high + (before | block) * width + tie;

  for (size_t t = 0; t + tie <= walk->ties; t++) {
    to_low[t] = fmin(to_low[t], low[t] + sum);
    to_high[t] = fmax(to_high[t], high[t] + sum);
  }
}

static void forget(const struct walk *walk, uint32_t set)
{
  for (size_t t = 0; t <= walk->ties; t++) {
    walk->low[set * (walk->ties + 1) + t] = INFINITY;
    walk->high[set * (walk->ties + 1) + t] = -INFINITY;
  }
}

static bool is_reached(const struct walk *walk, uint32_t set)
{
  for (size_t t = 0; t <= walk->ties; t++)
    if (walk->low[set * (walk->ties + 1) + t] < (double)INFINITY)
      return true;
  return false;
}

static void blocks(const struct walk *walk, uint32_t before, uint32_t may)
{
  const uint32_t left = may & ~before;

  for (uint32_t block = left; block != 0; block = (block - 1) & left)
    step(walk, before, block);
}

/* At a point one block, so that beginnings are taken from the largest on; in a gap any number of them. */
static void pass(const struct walk *walk, const struct pst_chain_place *place)
{
  const uint32_t all = (UINT32_C(1) << walk->chain->n) - 1;

  for (uint32_t k = 0; k <= all; k++) {
    const uint32_t before = place->gap ? k : all - k;

    if ((place->may & ~before) != 0 && is_reached(walk, before))
      blocks(walk, before, place->may);
  }
  for (uint32_t set = 0; set <= all; set++)
    if ((place->must & ~set) != 0)
      forget(walk, set);
}

/* By depth, how many of the items of earlier chains have an x within it. */
static bool count_ahead(const struct pst_walk_score *score, const struct pst_chain *chain,
                        double **ahead, struct pst_arena *scratch)
{
  const size_t last = chain->before + chain->n;

  *ahead = pst_arena_array(scratch, last + 2, sizeof **ahead);
  if (*ahead == NULL)
    return false;
  for (const struct pst_chain *c = chain; c->before > 0;) {
    c--;
    for (size_t i = 0; i < c->n; i++)
      if (score->x[c->items[i]] <= (double)last)
        (*ahead)[(size_t)score->x[c->items[i]]]++;
  }
  for (size_t d = 1; d <= last; d++)
    (*ahead)[d] += (*ahead)[d - 1];
  return true;
}

enum pst_status pst_walk_chain(const struct pst_walk_score *score, const struct pst_chain *chain,
                               struct pst_walk_sums *sums, struct pst_arena *scratch,
                               struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct walk walk = {.score = score, .chain = chain, .ties = sums->ties};
  const size_t sets = (size_t)1 << chain->n, width = sums->ties + 1;
  double *ahead = NULL;

  walk.low = pst_arena_array(scratch, sets * width, sizeof *walk.low);
  walk.high = pst_arena_array(scratch, sets * width, sizeof *walk.high);
  if (walk.low == NULL || walk.high == NULL
      || (score->agreement == PST_LEEWAY_OVERLAP && !count_ahead(score, chain, &ahead, scratch)))
    return pst_fail_memory(error);
  prepare_items(&walk);
  prepare_depths(&walk, ahead);
  for (uint32_t set = 0; set < sets; set++)
    forget(&walk, set);
  walk.low[0] = walk.high[0] = 0;
  for (size_t p = 0; p < chain->n_places; p++)
    pass(&walk, &chain->places[p]);
  for (size_t t = 0; t < width; t++) {
    sums->low[t] = walk.low[(sets - 1) * width + t];
    sums->high[t] = walk.high[(sets - 1) * width + t];
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}
