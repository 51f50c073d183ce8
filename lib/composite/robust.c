/* robust.c -- ranks without one indicator, over all weights near the given ones, and over replicates. */
#include "composite/robust.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/parallel.h"
#include "job/load/progress.h"
#include "stats/composite/closed_bounds.h"
#include "stats/composite/score_range.h"
#include "stats/composite/score_rank.h"
#include "stats/composite/sensitivity/sensitivity.h"

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

/* The integer programme takes sums of weight times value.  The order by the geometric mean is that of the sum
   of weighted logarithms, that by the harmonic mean the sum of -w / y; a 0 has neither, nor has a gap. */
static bool is_linear(const struct pst_composite_design *design,
                      const struct pst_composite_slice *slice)
{
  const enum pst_composite_mean mean = design->means[0].mean;

  if (mean != PST_COMPOSITE_ARITHMETIC && design->n_pillars > 0)
    return false;
  for (size_t i = 0; i < slice->n; i++)
    for (size_t k = 0; k < design->count && slice->rank[i] > 0; k++) {
      double y = slice->y[0][i * design->count + k];

      if (design->weight[k] > 0 && (isnan(y) || (mean != PST_COMPOSITE_ARITHMETIC && !(y > 0))))
        return false;
    }
  return true;
}

static enum pst_status exact_reach(struct pst_job *job, const struct pst_composite_slice *slice,
                                   const struct pst_weight_box *box,
                                   struct pst_composite_robust *out, struct pst_error *error)
{
  const size_t cells = slice->n * box->count;
  double *y = pst_arena_array(&job->arena, cells + 1, sizeof *y);
  enum pst_status status;

  if (y == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < cells; i++)
    y[i] = pst_order_value(slice->y[0][i], settings(job)->design.means[0].mean);
  status = pst_rank_bounds_exact(y, slice->n, box, 0, out->reach,
                                 pst_progress_of(job->options.progress, "bounds of the ranks"),
                                 &job->arena, error);
  pst_progress_clear(job->options.progress);
  return status;
}

/* A bound that is the rank itself is reached by the given weights. */
static enum pst_status closed_reach(struct pst_job *job, const struct pst_composite_slice *slice,
                                    const struct pst_weight_box *box,
                                    struct pst_composite_robust *out, struct pst_error *error)
{
  const struct pst_composite_design *design = &settings(job)->design;
  const struct pst_pillars pillars = {.count = design->n_pillars, .of = design->pillar_of};
  size_t *low = pst_arena_array(&job->arena, 2 * slice->n + 1, sizeof *low);
  size_t *high = low == NULL ? NULL : low + slice->n;
  enum pst_status status;

  if (low == NULL)
    return pst_fail_memory(error);
  status = pst_rank_bounds_closed(slice->y[0], slice->n, box, &design->means[0],
                                  design->n_pillars == 0 ? NULL : &pillars, low, high, &job->arena,
                                  error);
  for (size_t i = 0; i < slice->n && status == PST_OK; i++)
    if (slice->rank[i] > 0)
      out->reach[i] = (struct pst_rank_reach){.low = low[i],
                                              .high = high[i],
                                              .exact_low = low[i] == slice->rank[i],
                                              .exact_high = high[i] == slice->rank[i]};
  return status;
}

static enum pst_status reach(struct pst_job *job, const struct pst_composite_slice *slice,
                             struct pst_composite_robust *out, struct pst_error *error)
{
  const struct pst_composite_design *design = &settings(job)->design;
  const struct pst_weight_box box = {
      .weight = design->weight, .count = design->count, .within = settings(job)->within};

  if (design->copeland) {
    out->no_reach = "bounds over weights are for means, not for copeland";
    return PST_OK;
  }
  out->reach = pst_arena_array(&job->arena, slice->n + 1, sizeof *out->reach);
  if (out->reach == NULL)
    return pst_fail_memory(error);
  out->closed = !is_linear(design, slice);
  return out->closed ? closed_reach(job, slice, &box, out, error)
                     : exact_reach(job, slice, &box, out, error);
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
  void (*show)(double) = pst_progress_of(job->options.progress, "replicates");
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
  enum pst_status status;

  *indices = pst_arena_array(&job->arena, (slice->n + 1) * PST_DRAW_FACTORS, sizeof **indices);
  if (*indices == NULL)
    return pst_fail_memory(error);
  status = pst_rank_sensitivity(
      &model, slice->rank, job->options.seed, settings(job)->replicates, threads_of(job), *indices,
      pst_progress_of(job->options.progress, "replicates"), &job->arena, error);
  pst_progress_clear(job->options.progress);
  return status;
}
