/* leeway_ranks.c -- which ends of scores and ranks are exact. */
#include "composite/leeway/leeway_ranks.h"

#include <math.h>
#include <stdio.h>

#include "stats/composite/minmax_gap.h"
#include "stats/composite/score_rank.h"

bool pst_composite_one_way(const struct pst_composite_design *design,
                           const struct pst_composite_cells *cells)
{
  const enum pst_normalise_kind kind =
      design->copeland ? PST_NORMALISE_NONE : design->scales[0].kind;

  if (kind == PST_NORMALISE_ZSCORE || kind == PST_NORMALISE_DISTANCE)
    return false;
  for (size_t c = 0; kind == PST_NORMALISE_RATIO && c < cells->n * design->count; c++)
    if (!(cells->low[c] > 0) && !isnan(cells->low[c])) /* a quotient of a negative turns round */
      return false;
  return true;
}

/* The scale of an entity's values is what it is whatever the others are: its best and all others' worst go together. */
static bool has_fixed_scale(const struct pst_composite_design *design)
{
  if (design->copeland)
    return false;
  switch (design->scales[0].kind) {
  case PST_NORMALISE_NONE:
  case PST_NORMALISE_GOALPOSTS:
  case PST_NORMALISE_GOALPOSTS_OPEN:
    return true;
  default:
    return false;
  }
}

/* Pairs of which the difference is known exactly; NULL cells: none. */
struct pairs {
  struct pst_minmax_cells cells;
  const struct pst_composite_open *open;
  bool *whole; /* no gap */
};

static enum pst_status prepare(struct pst_job *job, const struct pst_composite_design *design,
                               const struct pst_composite_cells *from, struct pairs *pairs,
                               struct pst_error *error)
{
  const size_t n = from->n, count = design->count;
  double *low = pst_arena_array(&job->arena, n * count + 1, sizeof *low);
  double *high = pst_arena_array(&job->arena, n * count + 1, sizeof *high);
  struct pst_minmax_edges *edges = pst_arena_array(&job->arena, count + 1, sizeof *edges);

  pairs->whole = pst_arena_array(&job->arena, n + 1, sizeof *pairs->whole);
  if (low == NULL || high == NULL || edges == NULL || pairs->whole == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    pairs->whole[i] = !design->copeland && design->n_pillars == 0
                      && design->scales[0].kind == PST_NORMALISE_MINMAX
                      && design->means[0].mean == PST_COMPOSITE_ARITHMETIC;
  for (size_t c = 0; c < n * count; c++) {
    const bool more = design->indicators[c % count].direction > 0;

    low[c] = more ? from->low[c] : -from->high[c];
    high[c] = more ? from->high[c] : -from->low[c];
    if (isnan(low[c]) && design->weight[c % count] > 0)
      pairs->whole[c / count] = false;
  }
  pairs->cells = (struct pst_minmax_cells){
      .low = low, .high = high, .weight = design->weight, .n = n, .count = count, .edges = edges};
  pst_minmax_edges(&pairs->cells, edges);
  return PST_OK;
}

/* A's least is above B's greatest, or equal where one of the two is the limit of an open bound. */
static bool ends_above(const struct pst_composite_open *a, const struct pst_composite_open *b)
{
  const bool reached =
      !pst_score_above(a->first, a->least) && !pst_score_above(b->greatest, b->last);

  return pst_score_above(a->least, b->greatest)
         || (!reached && !pst_score_above(b->greatest, a->least));
}

/* A is above B whatever the values are; scores of 0 to 100 that are nearer than this may be ties. */
static bool surely_above(const struct pairs *pairs, size_t a, size_t b)
{
  return ends_above(&pairs->open[a], &pairs->open[b])
         || (pairs->whole[a] && pairs->whole[b] && pst_minmax_gap(&pairs->cells, a, b) > 1e-9);
}

static bool never_above(const struct pairs *pairs, size_t a, size_t b)
{
  return !pst_score_above(pairs->open[a].greatest, pairs->open[b].least)
         || (pairs->whole[a] && pairs->whole[b] && pst_minmax_gap(&pairs->cells, b, a) >= 0);
}

enum pst_status pst_composite_prove_ranks(struct pst_job *job,
                                          const struct pst_composite_design *design,
                                          const struct pst_composite_cells *cells,
                                          struct pst_composite_open *open, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(&job->arena);
  struct pairs pairs = {.open = open};
  enum pst_status status = prepare(job, design, cells, &pairs, error);

  for (size_t i = 0; i < cells->n && status == PST_OK; i++) {
    size_t low = 1, high = 1;

    if (!open[i].score_exact || open[i].rank_low == 0)
      continue;
    for (size_t j = 0; j < cells->n; j++)
      if (j != i && open[j].rank_low > 0) {
        low += surely_above(&pairs, j, i);
        high += !never_above(&pairs, j, i);
      }
    if (has_fixed_scale(design)) {
      open[i].rank_low = low;
      open[i].rank_high = high;
    }
    open[i].rank_exact = low == open[i].rank_low && high == open[i].rank_high;
  }
  pst_arena_release(&job->arena, mark);
  return status;
}

static const char *word(bool same, bool exact)
{
  return !same ? "may flip" : exact ? "holds" : "no flip found";
}

bool pst_composite_has_sign(const struct pst_composite_design *design)
{
  if (design->copeland)
    return true;
  switch (design->scales[0].kind) {
  case PST_NORMALISE_MINMAX:
  case PST_NORMALISE_RANK:
  case PST_NORMALISE_RANK_MEAN:
  case PST_NORMALISE_PERCENTILE:
  case PST_NORMALISE_GOALPOSTS:
    return false;
  default:
    return true;
  }
}

/* The side of END, which is 0 only where that is reached. */
static int side(double end, double reached)
{
  const double at = end == 0 ? reached : end;

  return (at > 0) - (at < 0);
}

const char *pst_composite_open_sign(const struct pst_composite_open *open)
{
  if (open->rank_low == 0)
    return NULL;
  return word(side(open->least, open->first) == side(open->greatest, open->last),
              open->score_exact);
}

const char *pst_composite_open_order(const struct pst_composite_open *open)
{
  return open->rank_low == 0 ? NULL : word(open->rank_low == open->rank_high, open->rank_exact);
}

void pst_composite_found_by(const struct pst_composite_leeway *leeway,
                            const struct pst_composite_open *open, size_t seed,
                            char text[PST_COMPOSITE_FOUND_SIZE])
{
  const char *exact = leeway->all ? "exact: every completion" : "exact: one way";

  if (leeway->endless != NULL || open->rank_low == 0)
    snprintf(text, PST_COMPOSITE_FOUND_SIZE, "%s",
             leeway->endless != NULL ? "none: a value has no bound" : "");
  else if (open->score_exact && open->rank_exact)
    snprintf(text, PST_COMPOSITE_FOUND_SIZE, "%s", exact);
  else
    snprintf(text, PST_COMPOSITE_FOUND_SIZE, "%s%ssearch(%zu, seed %zu)",
             open->score_exact ? exact : "", open->score_exact ? "; ranks by " : "", leeway->runs,
             seed);
}
