/* overlap.c -- how far two rankings agree at the top: rank-biased overlap, and their first k. */
#include "stats/correlation/overlap.h"

#include <math.h>
#include <stdbool.h>

#include "stats/rank.h"
#include "stats/sample.h"

/* The best rank of each item in the two rankings; infinite in one that does not have it. */
struct ranks {
  size_t n;
  double *x, *y;
  size_t size_x, size_y; /* items of each */
};

/* Of the items with a value, the largest first. */
static enum pst_status rank_known(const double *values, size_t n, double *rank, size_t *size,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  double *known = pst_arena_array(scratch, n + 1, sizeof *known);
  double *among = pst_arena_array(scratch, n + 1, sizeof *among);
  size_t count = 0;
  enum pst_status status = PST_OK;

  if (known == NULL || among == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    if (!isnan(values[i]))
      known[count++] = values[i];
  *size = count;
  if (count < 2)
    return pst_fail(error, PST_UNDEFINED,
                    n < 2 ? "fewer than 2 complete rows" : "a ranking of fewer than 2");
  status = pst_rank(known, count, PST_TIES_MIN, true, among, scratch, error);
  count = 0;
  for (size_t i = 0; i < n; i++)
    rank[i] = isnan(values[i]) ? (double)INFINITY : among[count++];
  return status;
}

static enum pst_status make_ranks(const struct pst_sample *sample, const struct pst_test *test,
                                  const char *method, struct ranks *ranks,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status != PST_OK)
    return status;
  *ranks = (struct ranks){.n = sample->n,
                          .x = pst_arena_array(scratch, sample->n + 1, sizeof *ranks->x),
                          .y = pst_arena_array(scratch, sample->n + 1, sizeof *ranks->y)};
  if (ranks->x == NULL || ranks->y == NULL)
    return pst_fail_memory(error);
  status = rank_known(sample->x, sample->n, ranks->x, &ranks->size_x, scratch, error);
  if (status == PST_OK)
    status = rank_known(sample->y, sample->n, ranks->y, &ranks->size_y, scratch, error);
  return status;
}

/* How many items stand in either. */
static size_t in_either(const struct ranks *ranks)
{
  size_t count = 0;

  for (size_t i = 0; i < ranks->n; i++)
    count += ranks->x[i] < (double)INFINITY || ranks->y[i] < (double)INFINITY;
  return count;
}

/* --- rank-biased overlap --------------------------------------------------------------------------- */

/* By depth d from 1 to the length of the longer list: X_d, the items of both with rank at most d; and how many the two
   lists have so far. */
struct depths {
  size_t shorter, longer;
  size_t *common, *seen;
};

static enum pst_status count_depths(const struct ranks *ranks, struct depths *depths,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  const bool x_shorter = ranks->size_x < ranks->size_y;

  depths->shorter = x_shorter ? ranks->size_x : ranks->size_y;
  depths->longer = x_shorter ? ranks->size_y : ranks->size_x;
  depths->common = pst_arena_array(scratch, depths->longer + 1, sizeof *depths->common);
  depths->seen = pst_arena_array(scratch, depths->longer + 1, sizeof *depths->seen);
  if (depths->common == NULL || depths->seen == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < ranks->n; i++) {
    const double worse = fmax(ranks->x[i], ranks->y[i]);

    if (ranks->x[i] < (double)INFINITY)
      depths->seen[(size_t)ranks->x[i]]++;
    if (ranks->y[i] < (double)INFINITY)
      depths->seen[(size_t)ranks->y[i]]++;
    if (worse < (double)INFINITY)
      depths->common[(size_t)worse]++;
  }
  for (size_t d = 1; d <= depths->longer; d++) {
    depths->common[d] += depths->common[d - 1];
    depths->seen[d] += depths->seen[d - 1];
  }
  return PST_OK;
}

/* A_d: to the end of the shorter list what both have over what each has; beyond, the shorter list is taken to go on as
   it ended (Webber et al., eq. 32). */
static double agreement_at(const struct depths *depths, size_t d)
{
  const size_t s = depths->shorter;
  const double end = 2 * (double)depths->common[s] / (double)depths->seen[s];

  if (d <= s)
    return 2 * (double)depths->common[d] / (double)depths->seen[d];
  return ((double)depths->common[d] + end * (double)(d - s)) / (double)d;
}

static double extrapolated(const struct depths *depths, double p)
{
  const size_t s = depths->shorter, l = depths->longer;
  const double end = 2 * (double)depths->common[s] / (double)depths->seen[s];
  double weight = 1, sum = 0;

  for (size_t d = 1; d <= l; d++) {
    weight *= p;
    sum += agreement_at(depths, d) * weight;
  }
  return ((double)(depths->common[l] - depths->common[s]) / (double)l + end) * weight
         + (1 - p) / p * sum;
}

/* Eq. 11, at the end of the shorter list. */
static double least(const struct depths *depths, double p)
{
  const double last = (double)depths->common[depths->shorter];
  double weight = 1, sum = 0;

  for (size_t d = 1; d <= depths->shorter; d++) {
    weight *= p;
    sum += ((double)depths->common[d] - last) * weight / (double)d;
  }
  return fmax(0, (1 - p) / p * (sum - last * log1p(-p)));
}

/* The sum of p^d / d, d from FROM to TO. */
static double tail(double p, size_t from, size_t to)
{
  double sum = 0;

  for (size_t d = from; d <= to; d++)
    sum += pow(p, (double)d) / (double)d;
  return sum;
}

/* What lists that go on could add to the least. */
static double residual(const struct depths *depths, double p)
{
  const size_t s = depths->shorter, l = depths->longer, f = l + s - depths->common[l];
  const double inner = (double)s * tail(p, s + 1, f) + (double)l * tail(p, l + 1, f)
                       + (double)depths->common[l] * (-log1p(-p) - tail(p, 1, f));

  return pow(p, (double)s) + pow(p, (double)l) - pow(p, (double)f) - (1 - p) / p * inner;
}

static enum pst_status add_overlaps(const struct ranks *ranks, const struct depths *depths,
                                    double p, struct pst_estimates *out, struct pst_error *error)
{
  const size_t s = depths->shorter, first = out->count;
  double mean = 0, cut = 0, weight = 1 - p;
  enum pst_status status;

  for (size_t d = 1; d <= s; d++) {
    mean += agreement_at(depths, d) / (double)s;
    cut += agreement_at(depths, d) * weight;
    weight *= p;
  }
  {
    const struct pst_term terms[] = {{"rbo", extrapolated(depths, p), NULL},
                                     {"rbo_min", least(depths, p), NULL},
                                     {"rbo_residual", residual(depths, p), NULL},
                                     {"rbo_truncated", cut, NULL},
                                     {"average_overlap", mean, NULL}};

    status = pst_estimates_terms(out, "rank-biased-overlap", in_either(ranks), terms,
                                 sizeof terms / sizeof *terms, error);
  }
  if (status == PST_OK)
    pst_estimate_note(out, &out->items[first], "extrapolated, p = %g", p);
  if (status == PST_OK && s < depths->longer)
    pst_estimate_note(out, &out->items[first], "lists of %zu and %zu", ranks->size_x,
                      ranks->size_y);
  return status;
}

enum pst_status pst_rank_biased_overlap(const struct pst_sample *sample,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct ranks ranks;
  struct depths depths;
  enum pst_status status = make_ranks(sample, test, "rank-biased-overlap", &ranks, scratch, error);

  if (status == PST_OK)
    status = count_depths(&ranks, &depths, scratch, error);
  if (status == PST_OK)
    status =
        add_overlaps(&ranks, &depths, test->persistence > 0 ? test->persistence : 0.9, out, error);
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

    status = pst_estimates_terms(out, "top-overlap", in_either(&ranks), terms,
                                 sizeof terms / sizeof *terms, error);
  }
  if (status == PST_OK)
    pst_estimate_note(out, &out->items[first], "the first %g", k);
  pst_arena_release(scratch, mark);
  return status;
}
