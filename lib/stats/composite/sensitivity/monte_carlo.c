/* monte_carlo.c -- the ranks that a composite indicator gives over many choices of its makers. */
#include "stats/composite/sensitivity/monte_carlo.h"

#include <math.h>

#include "base/parallel.h"
#include "stats/composite/score_rank.h"
#include "stats/description/quantile.h"
#include "stats/sort.h"
#include "stats/sum.h"

/* What one thread works with. */
struct desk {
  double *weight;
  double *score; /* and room to sort them: 3 n */
  size_t *rank;
  double *pillar_weight;
  double *pillar_score;
};

struct work {
  const struct pst_composite_model *model;
  const uint64_t *seed;
  size_t first;
  uint32_t *rank;
  struct desk *desks;
};

static void weigh_pillars(const struct pst_composite_model *model, const double *weight,
                          double *pillar_weight)
{
  for (size_t p = 0; p < model->pillars->count; p++)
    pillar_weight[p] = 0;
  for (size_t k = 0; k < model->factors.count; k++)
    pillar_weight[model->pillars->of[k]] += weight[k];
}

static void score_all(const struct pst_composite_model *model, const struct pst_draws *draws,
                      struct desk *desk)
{
  const size_t count = model->factors.count;
  const double *y = model->y[draws->normalisation];
  const struct pst_aggregation *how = &model->aggregations[draws->aggregation];
  struct pst_pillars pillars = {.count = 0};

  if (model->pillars != NULL) {
    pillars = *model->pillars;
    pillars.weight = desk->pillar_weight;
    weigh_pillars(model, draws->weight, desk->pillar_weight);
  }
  for (size_t i = 0; i < model->n; i++)
    desk->score[i] = model->pillars == NULL ? pst_score(y + i * count, draws->weight, count, how)
                                            : pst_score_nested(y + i * count, draws->weight, count,
                                                               &pillars, how, desk->pillar_score);
}

static void replicate(void *context, size_t item, size_t thread)
{
  const struct work *work = context;
  const size_t n = work->model->n;
  struct desk *desk = &work->desks[thread];
  struct pst_draws draws = {.weight = desk->weight};

  pst_draws_make(&work->model->factors, work->seed, work->first + item, &draws);
  score_all(work->model, &draws, desk);
  pst_score_rank(desk->score, n, desk->rank, desk->score + n);
  for (size_t i = 0; i < n; i++)
    work->rank[item * n + i] = (uint32_t)desk->rank[i];
}

static bool make_desk(const struct pst_composite_model *model, struct desk *desk,
                      struct pst_arena *scratch)
{
  const size_t pillars = model->pillars == NULL ? 0 : model->pillars->count;

  desk->weight = pst_arena_array(scratch, model->factors.count + 1, sizeof *desk->weight);
  desk->score = pst_arena_array(scratch, model->n + 1, 3 * sizeof *desk->score);
  desk->rank = pst_arena_array(scratch, model->n + 1, sizeof *desk->rank);
  desk->pillar_weight = pst_arena_array(scratch, pillars + 1, sizeof *desk->pillar_weight);
  desk->pillar_score = pst_arena_array(scratch, pillars + 1, sizeof *desk->pillar_score);
  return desk->weight != NULL && desk->score != NULL && desk->rank != NULL
         && desk->pillar_weight != NULL && desk->pillar_score != NULL;
}

enum pst_status pst_monte_carlo_ranks(const struct pst_composite_model *model,
                                      const uint64_t seed[PST_DRAW_FACTORS], size_t first,
                                      size_t count, size_t threads, uint32_t *rank,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct work work = {.model = model, .seed = seed, .first = first, .rank = rank};
  enum pst_status status = PST_OK;

  threads = pst_parallel_threads(threads, count);
  work.desks = pst_arena_array(scratch, threads, sizeof *work.desks);
  if (work.desks == NULL)
    return pst_fail_memory(error);
  for (size_t t = 0; status == PST_OK && t < threads; t++)
    if (!make_desk(model, &work.desks[t], scratch))
      status = pst_fail_memory(error);
  if (status == PST_OK)
    pst_parallel(count, threads, replicate, &work);
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_rank_distribution_of(const uint32_t *rank, size_t replicates, size_t n,
                                         size_t entity, size_t nominal, size_t top,
                                         struct pst_rank_distribution *out,
                                         struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *sorted = pst_arena_array(scratch, replicates + 1, 2 * sizeof *sorted);
  size_t known = 0, at_nominal = 0, at_top = 0, sum = 0;

  if (sorted == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < replicates; r++) {
    uint32_t of = rank[r * n + entity];

    if (of == 0)
      continue;
    sorted[known++] = of;
    sum += of;
    at_nominal += of == nominal;
    at_top += of <= top;
  }
  pst_sort(sorted, sorted + replicates, known);
  *out = (struct pst_rank_distribution){
      .replicates = known,
      .q05 = pst_quantile(sorted, known, 0.05, 7),
      .q50 = pst_quantile(sorted, known, 0.5, 7),
      .q95 = pst_quantile(sorted, known, 0.95, 7),
      .mean = known > 0 ? (double)sum / (double)known : (double)NAN,
      .share_nominal = known > 0 && nominal > 0 ? (double)at_nominal / (double)known : (double)NAN,
      .share_top = known > 0 ? (double)at_top / (double)known : (double)NAN,
  };
  pst_arena_release(scratch, mark);
  return PST_OK;
}

double pst_mean_shift(const uint32_t *rank, const size_t *nominal, size_t n)
{
  size_t both = 0, shift = 0;

  for (size_t i = 0; i < n; i++) {
    if (rank[i] == 0 || nominal[i] == 0)
      continue;
    both++;
    shift += rank[i] > nominal[i] ? rank[i] - nominal[i] : nominal[i] - rank[i];
  }
  return both > 0 ? (double)shift / (double)both : (double)NAN;
}
