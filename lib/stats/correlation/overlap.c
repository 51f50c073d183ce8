/* overlap.c -- how far two rankings agree at the top: rank-biased overlap, and their first k. */
#include "stats/correlation/overlap.h"

#include <math.h>

#include "stats/rank.h"
#include "stats/sample.h"

/* The best rank of each item in the two rankings. */
struct ranks {
  size_t n;
  double *x, *y;
};

static enum pst_status make_ranks(const struct pst_sample *sample, const struct pst_test *test,
                                  const char *method, struct ranks *ranks,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status != PST_OK)
    return status;
  *ranks = (struct ranks){.n = sample->n,
                          .x = pst_arena_array(scratch, sample->n, sizeof *ranks->x),
                          .y = pst_arena_array(scratch, sample->n, sizeof *ranks->y)};
  if (ranks->x == NULL || ranks->y == NULL)
    return pst_fail_memory(error);
  status = pst_rank(sample->x, sample->n, PST_TIES_MIN, true, ranks->x, scratch, error);
  if (status == PST_OK)
    status = pst_rank(sample->y, sample->n, PST_TIES_MIN, true, ranks->y, scratch, error);
  return status;
}

/* --- rank-biased overlap --------------------------------------------------------------------------- */

/* How many items have their rank (of both: the worse) at each depth, from 1. */
static void count_depths(const struct ranks *ranks, size_t *in_x, size_t *in_y, size_t *in_both)
{
  for (size_t i = 0; i < ranks->n; i++) {
    in_x[(size_t)ranks->x[i]]++;
    in_y[(size_t)ranks->y[i]]++;
    in_both[(size_t)fmax(ranks->x[i], ranks->y[i])]++;
  }
}

static enum pst_status overlaps(const struct ranks *ranks, double p, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  size_t n = ranks->n, size_x = 0, size_y = 0, common = 0;
  size_t *in_x = pst_arena_array(scratch, n + 1, sizeof *in_x);
  size_t *in_y = pst_arena_array(scratch, n + 1, sizeof *in_y);
  size_t *in_both = pst_arena_array(scratch, n + 1, sizeof *in_both);
  double weight = 1, agreement = 0, sum = 0, least = 0, mean = 0;

  if (in_x == NULL || in_y == NULL || in_both == NULL)
    return pst_fail_memory(error);
  count_depths(ranks, in_x, in_y, in_both);
  for (size_t d = 1; d <= n; d++) {
    size_x += in_x[d];
    size_y += in_y[d];
    common += in_both[d];
    agreement = 2 * (double)common / (double)(size_x + size_y);
    weight *= p;
    sum += agreement * weight;
    least += ((double)common - (double)n) * weight / (double)d;
    mean += agreement / (double)n;
  }
  {
    const struct pst_term terms[] = {
        {"rbo", agreement * weight + (1 - p) / p * sum, NULL},
        {"rbo_min", fmax(0, (1 - p) / p * (least - (double)n * log1p(-p))), NULL},
        {"average_overlap", mean, NULL}};
    size_t first = out->count;
    enum pst_status status = pst_estimates_terms(out, "rank-biased-overlap", n, terms,
                                                 sizeof terms / sizeof *terms, error);

    if (status == PST_OK)
      pst_estimate_note(out, &out->items[first], "extrapolated, p = %g", p);
    return status;
  }
}

enum pst_status pst_rank_biased_overlap(const struct pst_sample *sample,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct ranks ranks;
  enum pst_status status = make_ranks(sample, test, "rank-biased-overlap", &ranks, scratch, error);

  if (status == PST_OK)
    status = overlaps(&ranks, test->persistence > 0 ? test->persistence : 0.9, out, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}

/* --- the first k ------------------------------------------------------------------------------------ */

/* What a pair of items of the union adds to the distance. */
static double pair_distance(const struct ranks *ranks, double k, size_t i, size_t j)
{
  double dx = ranks->x[i] - ranks->x[j], dy = ranks->y[i] - ranks->y[j];
  bool ix = ranks->x[i] <= k, jx = ranks->x[j] <= k;
  bool iy = ranks->y[i] <= k, jy = ranks->y[j] <= k;

  if ((ix && jx && !iy && !jy) || (iy && jy && !ix && !jx))
    return 0.5;
  if (!ix && !jx)
    dx = 0;
  if (!iy && !jy)
    dy = 0;
  if (dx * dy < 0)
    return 1;
  return dx == 0 && dy != 0 && ix && iy && jx && jy   ? 0.5
         : dy == 0 && dx != 0 && ix && iy && jx && jy ? 0.5
                                                      : 0;
}

static double distance_of(const struct ranks *ranks, double k)
{
  double sum = 0;

  for (size_t i = 0; i < ranks->n; i++)
    for (size_t j = 0; j < i && (ranks->x[i] <= k || ranks->y[i] <= k); j++)
      if (ranks->x[j] <= k || ranks->y[j] <= k)
        sum += pair_distance(ranks, k, i, j);
  return sum;
}

enum pst_status pst_top_overlap(const struct pst_sample *sample, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double k = test->top > 0 ? (double)test->top : 10, a = 0, b = 0, common = 0, distance, most;
  size_t first = out->count;
  struct ranks ranks;
  enum pst_status status = make_ranks(sample, test, "top-overlap", &ranks, scratch, error);

  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < ranks.n; i++) {
    a += ranks.x[i] <= k;
    b += ranks.y[i] <= k;
    common += ranks.x[i] <= k && ranks.y[i] <= k;
  }
  distance = distance_of(&ranks, k);
  most = a * b + (a * (a - 1) + b * (b - 1)) / 4;
  {
    const struct pst_term terms[] = {{"overlap", common / fmax(a, b), NULL},
                                     {"jaccard", common / (a + b - common), NULL},
                                     {"common", common, NULL},
                                     {"top_1", a, NULL},
                                     {"top_2", b, NULL},
                                     {"distance", distance, NULL},
                                     {"distance_normalized", distance / most, NULL}};

    status = pst_estimates_terms(out, "top-overlap", sample->n, terms, sizeof terms / sizeof *terms,
                                 error);
  }
  if (status == PST_OK)
    pst_estimate_note(out, &out->items[first], "the first %g", k);
  pst_arena_release(scratch, mark);
  return status;
}
