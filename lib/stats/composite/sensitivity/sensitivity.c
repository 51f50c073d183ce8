/* sensitivity.c -- which choice decides a rank of a composite indicator. */
#include "stats/composite/sensitivity/sensitivity.h"

#include <math.h>

#include "stats/random/random.h"

struct run {
  const struct pst_composite_model *model;
  const size_t *nominal;
  size_t replicates;
  size_t threads;
  uint32_t *a, *b, *ab; /* ranks */
  double *of_a, *of_b, *of_ab;
  void (*show)(double done); /* NULL: nobody looks */
};

bool pst_draw_factor_open(const struct pst_draw_factors *factors, enum pst_draw_factor factor)
{
  switch (factor) {
  case PST_DRAW_WEIGHTS:
    return factors->within > 0 && factors->count > 1;
  case PST_DRAW_NORMALISATION:
    return factors->normalisations > 1;
  case PST_DRAW_LEFT_OUT:
    return factors->leave_out;
  case PST_DRAW_AGGREGATION:
    return factors->aggregations > 1;
  case PST_DRAW_FACTORS:
    break;
  }
  return false;
}

/* The result of each replicate: the rank of ENTITY, or, beyond the last, the mean shift. */
static bool results(const struct run *run, const uint32_t *rank, size_t entity, double *of)
{
  const size_t n = run->model->n;
  bool all = true;

  for (size_t r = 0; r < run->replicates; r++) {
    of[r] = entity < n ? rank[r * n + entity] : pst_mean_shift(rank + r * n, run->nominal, n);
    all = all && of[r] == of[r] && (entity == n || of[r] > 0);
  }
  return all;
}

static const struct pst_jansen none = {(double)NAN, (double)NAN, (double)NAN, (double)NAN,
                                       (double)NAN};

static void give(const struct run *run, struct pst_jansen *indices)
{
  for (size_t i = 0; i <= run->model->n; i++) {
    indices[i] = none;
    if (!results(run, run->a, i, run->of_a) || !results(run, run->b, i, run->of_b)
        || !results(run, run->ab, i, run->of_ab))
      continue;
    if (pst_jansen(run->of_a, run->of_b, run->of_ab, run->replicates, &indices[i], NULL) != PST_OK)
      indices[i] = none;
  }
}

static enum pst_status make_room(struct run *run, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const size_t r = run->replicates + 1, row = (run->model->n + 1) * sizeof *run->a;

  run->a = pst_arena_array(scratch, r, row);
  run->b = pst_arena_array(scratch, r, row);
  run->ab = pst_arena_array(scratch, r, row);
  run->of_a = pst_arena_array(scratch, r, 3 * sizeof *run->of_a);
  if (run->a == NULL || run->b == NULL || run->ab == NULL || run->of_a == NULL)
    return pst_fail_memory(error);
  run->of_b = run->of_a + r;
  run->of_ab = run->of_b + r;
  return PST_OK;
}

/* All replicates of one set of seeds, in parts, so that progress can be shown: the PHASE of all of them. */
static enum pst_status draw_all(const struct run *run, const uint64_t *seed, int phase,
                                uint32_t *rank, struct pst_arena *scratch, struct pst_error *error)
{
  enum { PARTS = 20, PHASES = 2 + PST_DRAW_FACTORS };
  enum pst_status status = PST_OK;
  size_t done = 0;

  while (done < run->replicates && status == PST_OK) {
    size_t part = run->replicates / PARTS + 1;

    part = part < run->replicates - done ? part : run->replicates - done;
    status = pst_monte_carlo_ranks(run->model, seed, done + 1, part, run->threads,
                                   rank + done * run->model->n, scratch, error);
    done += part;
    if (run->show != NULL)
      run->show((phase + (double)done / (double)run->replicates) / PHASES);
  }
  return status;
}

static enum pst_status by_factor(struct run *run, const uint64_t *seed_a, const uint64_t *seed_b,
                                 struct pst_jansen *indices, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const struct pst_composite_model *model = run->model;
  enum pst_status status = PST_OK;

  for (int f = 0; status == PST_OK && f < PST_DRAW_FACTORS; f++) {
    struct pst_jansen *row = indices + (size_t)f * (model->n + 1);
    uint64_t seed[PST_DRAW_FACTORS];

    for (size_t i = 0; i <= model->n; i++)
      row[i] = none;
    if (!pst_draw_factor_open(&model->factors, (enum pst_draw_factor)f))
      continue;
    for (int g = 0; g < PST_DRAW_FACTORS; g++)
      seed[g] = g == f ? seed_b[g] : seed_a[g];
    status = draw_all(run, seed, 2 + f, run->ab, scratch, error);
    if (status == PST_OK)
      give(run, row);
  }
  return status;
}

enum pst_status pst_rank_sensitivity(const struct pst_composite_model *model, const size_t *nominal,
                                     uint64_t seed, size_t replicates, size_t threads,
                                     struct pst_jansen *indices, void (*show)(double done),
                                     struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct run run = {.model = model,
                    .nominal = nominal,
                    .replicates = replicates,
                    .threads = threads,
                    .show = show};
  uint64_t seed_a[PST_DRAW_FACTORS], seed_b[PST_DRAW_FACTORS];
  enum pst_status status = make_room(&run, scratch, error);

  pst_draws_seeds(seed, seed_a);
  pst_draws_seeds(pst_random_next(&seed), seed_b);
  if (status == PST_OK)
    status = draw_all(&run, seed_a, 0, run.a, scratch, error);
  if (status == PST_OK)
    status = draw_all(&run, seed_b, 1, run.b, scratch, error);
  if (status == PST_OK)
    status = by_factor(&run, seed_a, seed_b, indices, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
