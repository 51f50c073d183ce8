/* robust.c -- ranks without one indicator, over all weights near the given ones, and over replicates. */
#include "composite/robust.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/parallel.h"
#include "job/load/progress.h"
#include "stats/composite/score_rank.h"
#include "stats/composite/sensitivity.h"

static const struct pst_composite_settings *settings(const struct pst_job *job)
{
  return job->settings;
}

/* --- without one indicator ---------------------------------------------------------------------------------- */

static enum pst_status leave_one_out(struct pst_job *job, const struct pst_composite_slice *slice,
                                     struct pst_composite_robust *out, struct pst_error *error)
{
  const struct pst_composite_design *design = &settings(job)->design;
  size_t n = slice->n, count = design->count;
  size_t *rank = pst_arena_array(&job->arena, n * count + 1, sizeof *rank);
  double *weight = pst_arena_array(&job->arena, count + 1, sizeof *weight);
  double *score = pst_arena_array(&job->arena, 3 * n + 1, sizeof *score);
  double *room = pst_arena_array(&job->arena, 2 * design->n_pillars + 1, sizeof *room);

  out->left = pst_arena_array(&job->arena, n + 1, sizeof *out->left);
  if (rank == NULL || weight == NULL || score == NULL || room == NULL || out->left == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < count; k++) {
    memcpy(weight, design->weight, count * sizeof *weight);
    weight[k] = 0;
    pst_composite_scores(design, slice, weight, score, room);
    pst_score_rank(score, n, rank + k * n, score + n);
  }
  for (size_t i = 0; i < n; i++)
    out->left[i] = pst_leave_one_out_summary(rank, n, count, i, slice->rank[i]);
  return PST_OK;
}

/* --- over all weights ----------------------------------------------------------------------------------------- */

/* Bounds are of sums of weight times value.  The order by the geometric mean is that of the sum of
   weighted logarithms, that by the harmonic mean the sum of -w / y. */
static double linear(double y, enum pst_composite_mean mean)
{
  if (mean == PST_COMPOSITE_ARITHMETIC)
    return y;
  return mean == PST_COMPOSITE_GEOMETRIC ? log(y) : -1 / y;
}

static const char *no_reach(const struct pst_composite_design *design,
                            const struct pst_composite_slice *slice)
{
  enum pst_composite_mean mean =
      design->copeland ? PST_COMPOSITE_ARITHMETIC : design->means[0].mean;

  if (design->copeland)
    return "bounds over weights are for means, not for copeland";
  if (mean != PST_COMPOSITE_ARITHMETIC && design->n_pillars > 0)
    return "no bounds over weights: the mean of pillars is not arithmetic";
  for (size_t i = 0; i < slice->n; i++)
    for (size_t k = 0; k < design->count && slice->rank[i] > 0; k++) {
      double y = slice->y[0][i * design->count + k];

      if (design->weight[k] > 0 && isnan(y))
        return "no bounds over weights: some scores are of fewer indicators";
      if (design->weight[k] > 0 && mean != PST_COMPOSITE_ARITHMETIC && !(y > 0))
        return "no bounds over weights: a normalised value is 0";
    }
  return NULL;
}

static enum pst_status reach(struct pst_job *job, const struct pst_composite_slice *slice,
                             struct pst_composite_robust *out, struct pst_error *error)
{
  const struct pst_composite_design *design = &settings(job)->design;
  const struct pst_weight_box box = {
      .weight = design->weight, .count = design->count, .within = settings(job)->within};
  size_t cells = slice->n * design->count;
  double *y;

  out->no_reach = no_reach(design, slice);
  if (out->no_reach != NULL)
    return PST_OK;
  y = pst_arena_array(&job->arena, cells + 1, sizeof *y);
  out->reach = pst_arena_array(&job->arena, slice->n + 1, sizeof *out->reach);
  if (y == NULL || out->reach == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < cells; i++)
    y[i] = linear(slice->y[0][i], design->means[0].mean);
  return pst_rank_bounds_exact(y, slice->n, &box, 0, out->reach, &job->arena, error);
}

/* --- over replicates -------------------------------------------------------------------------------------------- */

static struct pst_composite_model model_of(const struct pst_job *job,
                                           const struct pst_composite_slice *slice,
                                           struct pst_pillars *pillars)
{
  const struct pst_composite_settings *s = settings(job);
  const struct pst_composite_design *design = &s->design;

  *pillars = (struct pst_pillars){.count = design->n_pillars, .of = design->pillar_of};
  return (struct pst_composite_model){.n = slice->n,
                                      .y = slice->y,
                                      .factors = {.weight = design->weight,
                                                  .count = design->count,
                                                  .within = s->within,
                                                  .leave_out = s->leave_out,
                                                  .normalisations = design->n_scales,
                                                  .aggregations = design->n_means},
                                      .aggregations = design->means,
                                      .pillars = design->n_pillars == 0 ? NULL : pillars};
}

static size_t threads_of(const struct pst_job *job)
{
  return pst_parallel_threads(job->options.threads, settings(job)->replicates);
}

/* In parts, so that progress can be shown; a replicate is the same in any part. */
static enum pst_status draw(struct pst_job *job, const struct pst_composite_model *model,
                            uint32_t *rank, struct pst_error *error)
{
  enum { PARTS = 50 };
  void (*show)(double) = pst_progress_for(job->options.progress);
  size_t replicates = settings(job)->replicates, done = 0;
  uint64_t seeds[PST_DRAW_FACTORS];
  enum pst_status status = PST_OK;

  pst_draws_seeds(job->options.seed, seeds);
  while (done < replicates && status == PST_OK) {
    size_t part = replicates / PARTS + 1;

    part = part < replicates - done ? part : replicates - done;
    status = pst_monte_carlo_ranks(model, seeds, done + 1, part, threads_of(job),
                                   rank + done * model->n, &job->arena, error);
    done += part;
    if (show != NULL)
      show((double)done / (double)replicates);
  }
  pst_progress_clear(job->options.progress);
  return status;
}

static enum pst_status replicate(struct pst_job *job, const struct pst_composite_slice *slice,
                                 struct pst_composite_robust *out, struct pst_error *error)
{
  const struct pst_composite_settings *s = settings(job);
  struct pst_pillars pillars;
  const struct pst_composite_model model = model_of(job, slice, &pillars);
  uint32_t *rank;
  enum pst_status status;

  if (s->replicates == 0 || s->design.copeland)
    return PST_OK;
  rank = pst_arena_array(&job->arena, s->replicates, slice->n * sizeof *rank);
  out->drawn = pst_arena_array(&job->arena, slice->n + 1, sizeof *out->drawn);
  if (rank == NULL || out->drawn == NULL)
    return pst_fail_memory(error);
  status = draw(job, &model, rank, error);
  for (size_t i = 0; i < slice->n && status == PST_OK; i++)
    status = pst_rank_distribution_of(rank, s->replicates, slice->n, i, slice->rank[i], s->top,
                                      &out->drawn[i], &job->arena, error);
  return status;
}

enum pst_status pst_composite_robust_make(struct pst_job *job,
                                          const struct pst_composite_slice *slice,
                                          struct pst_composite_robust *out, struct pst_error *error)
{
  enum pst_status status;

  *out = (struct pst_composite_robust){.left = NULL};
  status = leave_one_out(job, slice, out, error);
  if (status == PST_OK)
    status = reach(job, slice, out, error);
  return status == PST_OK ? replicate(job, slice, out, error) : status;
}

enum pst_status pst_composite_sensitivity(struct pst_job *job,
                                          const struct pst_composite_slice *slice,
                                          struct pst_jansen **indices, struct pst_error *error)
{
  struct pst_pillars pillars;
  const struct pst_composite_model model = model_of(job, slice, &pillars);

  *indices = pst_arena_array(&job->arena, (slice->n + 1) * PST_DRAW_FACTORS, sizeof **indices);
  if (*indices == NULL)
    return pst_fail_memory(error);
  return pst_rank_sensitivity(&model, slice->rank, job->options.seed, settings(job)->replicates,
                              threads_of(job), *indices, &job->arena, error);
}
