/* one_sided.c -- the least and the greatest agreement of a known ranking with one that is known within bounds. */
#include "stats/leeway/one_sided.h"

#include <math.h>

#include "stats/leeway/walk.h"
#include "stats/rank.h"

struct work {
  enum pst_leeway_order agreement;
  const struct pst_one_sided *sides;
  struct pst_lineup lineup;
  struct pst_walk_score score;
  double *x;             /* of the score */
  double squares, pairs; /* of x: the sum of squares of mid-ranks; pairs that it does not tie */
  size_t in_x, tail;     /* items of x; depths behind the last item of y */
};

/* --- x -------------------------------------------------------------------------------------------- */

static enum pst_ties ties_of(enum pst_leeway_order agreement)
{
  if (agreement == PST_LEEWAY_OVERLAP)
    return PST_TIES_MIN;
  return agreement == PST_LEEWAY_SPEARMAN || agreement == PST_LEEWAY_FOOTRULE ? PST_TIES_MEAN
                                                                              : PST_TIES_DENSE;
}

/* Pairs of items that x does not tie, from their dense ranks. */
static double untied(const double *rank, size_t n, double *count)
{
  double pairs = (double)n * ((double)n - 1) / 2;

  for (size_t i = 0; i < n; i++)
    pairs -= count[(size_t)rank[i]]++;
  return pairs;
}

static enum pst_status rank_x(struct work *work, struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_one_sided *s = work->sides;
  const bool centred = work->agreement == PST_LEEWAY_SPEARMAN;
  double *known = pst_arena_array(scratch, s->n + 1, sizeof *known);
  double *rank = pst_arena_array(scratch, s->n + 1, sizeof *rank);
  double *count = pst_arena_array(scratch, s->n + 2, sizeof *count);
  enum pst_status status;

  work->x = pst_arena_array(scratch, s->n + 1, sizeof *work->x);
  if (known == NULL || rank == NULL || count == NULL || work->x == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->n; i++)
    if (!isnan(s->x[i]))
      known[work->in_x++] = s->x[i];
  status = pst_rank(known, work->in_x, ties_of(work->agreement), false, rank, scratch, error);
  if (status == PST_OK && ties_of(work->agreement) == PST_TIES_DENSE)
    work->pairs = untied(rank, work->in_x, count);
  for (size_t i = 0, k = 0; i < s->n && status == PST_OK; i++) {
    work->x[i] = isnan(s->x[i]) ? (double)INFINITY : rank[k++];
    if (centred)
      work->x[i] -= ((double)s->n + 1) / 2;
    work->squares += centred ? work->x[i] * work->x[i] : 0;
  }
  return status;
}

/* --- depths of rank-biased overlap (overlap.h) ----------------------------------------------------- */

static enum pst_status weigh_depths(struct work *work, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  const size_t in_y = work->lineup.n, s = in_y < work->in_x ? in_y : work->in_x;
  const size_t l = in_y + work->in_x - s;
  const double p = work->sides->persistence;
  double *weight = pst_arena_array(scratch, l + 2, sizeof *weight);
  double *added = pst_arena_array(scratch, l + 2, sizeof *added);
  double *seen = pst_arena_array(scratch, l + 2, sizeof *seen);
  double power = 1, end = 0;

  if (weight == NULL || added == NULL || seen == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < work->sides->n; i++)
    if (work->x[i] < (double)INFINITY)
      seen[(size_t)work->x[i]]++;
  for (size_t d = 1; d <= l; d++) {
    power *= p;
    seen[d] += seen[d - 1];
    weight[d] = d <= s ? (1 - p) / p * power : 0;
    added[d] = d > s ? (1 - p) / p * power / (double)d : 0;
    end += d > s ? (1 - p) / p * power * (double)(d - s) / (double)d : 0;
  }
  weight[s] += end + power;
  added[s] -= power / (double)l;
  added[l] += power / (double)l;
  work->tail = l > in_y ? l : 0;
  work->score.weight = weight;
  work->score.added = added;
  work->score.seen = seen;
  return PST_OK;
}

/* Behind the last item of y: how many of its items stand in x by then does not depend on their order. */
static double behind(const struct work *work)
{
  double sum = 0;

  for (size_t d = work->lineup.n + 1; d <= work->tail; d++) {
    double common = 0;

    for (size_t i = 0; i < work->sides->n; i++)
      common += !isnan(work->sides->y[i].low) && work->x[i] <= (double)d;
    sum += pst_walk_depth(&work->score, d, common, (double)work->lineup.n);
  }
  return sum;
}

/* --- the measure ----------------------------------------------------------------------------------- */

/* What SUM is where TIES of y are tied; NaN without a value. */
static double measure(const struct work *work, double sum, size_t ties)
{
  const double n = (double)work->sides->n, t = (double)ties;
  double square;

  if (!isfinite(sum))
    return (double)NAN;
  if (work->agreement == PST_LEEWAY_KENDALL)
    square = work->pairs * (n * (n - 1) / 2 - t);
  else if (work->agreement == PST_LEEWAY_SPEARMAN)
    square = work->squares * (n * (n * n - 1) / 12 - t / 2);
  else
    return sum;
  return square > 0 ? fmax(-1, fmin(1, sum / sqrt(square))) : (double)NAN;
}

static void finish(const struct work *work, const struct pst_walk_sums *sums,
                   struct pst_one_sided_range *range)
{
  const double rest = work->agreement == PST_LEEWAY_OVERLAP ? behind(work) : 0;

  range->low = range->high = (double)NAN;
  for (size_t t = 0; t <= sums->ties; t++) {
    range->low = fmin(range->low, measure(work, sums->low[t] + rest, t));
    range->high = fmax(range->high, measure(work, sums->high[t] + rest, t));
  }
  range->found = !isnan(range->low) && !isnan(range->high);
}

enum pst_status pst_one_sided(enum pst_leeway_order agreement, const struct pst_one_sided *sides,
                              struct pst_one_sided_range *range, struct pst_arena *scratch,
                              struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct work work = {.agreement = agreement, .sides = sides};
  struct pst_walk_sums sums = {.found = false};
  enum pst_status status;

  *range = (struct pst_one_sided_range){.found = false};
  status = pst_lineup_make(sides->y, sides->n, sides->whole, &work.lineup, scratch, error);
  if (status == PST_OK)
    status = rank_x(&work, scratch, error);
  if (status == PST_OK && (work.lineup.n < 2 || work.in_x < 2))
    status = PST_UNDEFINED;
  if (status == PST_OK) {
    work.score = (struct pst_walk_score){.agreement = agreement, .x = work.x};
    work.score.mean = agreement == PST_LEEWAY_SPEARMAN ? ((double)work.lineup.n + 1) / 2 : 0;
    if (agreement == PST_LEEWAY_OVERLAP)
      status = weigh_depths(&work, scratch, error);
  }
  if (status == PST_OK)
    status = pst_walk(&work.score, &work.lineup, &sums, scratch, error);
  if (status == PST_OK && sums.found)
    finish(&work, &sums, range);
  pst_arena_release(scratch, mark);
  return status == PST_UNDEFINED ? PST_OK : status;
}
