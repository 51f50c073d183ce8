/* rank_sets_counts.c -- confidence sets for ranks of the counts of one sample. */
#include <math.h>
#include <stdlib.h>

#include "stats/distribution/unimodal.h"
#include "stats/ranking/rank_sets.h"

/* The hypothesis that category SMALL is at least as likely as LARGE, and how little the counts agree with it. */
struct pair {
  size_t large, small;
  double p;
};

static int by_p(const void *a, const void *b)
{
  const struct pair *x = a, *y = b;

  if (x->p != y->p)
    return x->p < y->p ? -1 : 1;
  if (x->large != y->large)
    return x->large < y->large ? -1 : 1;
  return (x->small > y->small) - (x->small < y->small);
}

/* P(at least LARGE of both) where each is as likely. */
static double p_of(double large, double small)
{
  const struct pst_unimodal both = pst_binomial(large + small, 0.5);

  return large + small == 0 ? 1 : pst_unimodal_upper(&both, large);
}

/* Holm: the hypotheses with the least p are rejected while it is at most alpha over those that are left. */
static size_t reject(struct pair *pairs, size_t n, double alpha)
{
  size_t rejected = 0;

  qsort(pairs, n, sizeof *pairs, by_p);
  while (rejected < n && pairs[rejected].p <= alpha / (double)(n - rejected))
    rejected++;
  return rejected;
}

static void narrow(const struct pair *pairs, size_t rejected, size_t item, size_t *low,
                   size_t *high)
{
  for (size_t i = 0; i < rejected; i++) {
    *low += pairs[i].small == item;
    *high -= pairs[i].large == item;
  }
}

/* The pairs, in both directions, of ITEM with the others. */
static size_t pairs_of(const double *counts, size_t n, size_t item, struct pair *pairs)
{
  size_t count = 0;

  for (size_t k = 0; k < n; k++) {
    if (k == item)
      continue;
    pairs[count++] = (struct pair){item, k, p_of(counts[item], counts[k])};
    pairs[count++] = (struct pair){k, item, p_of(counts[k], counts[item])};
  }
  return count;
}

static enum pst_status check(const double *counts, size_t n, struct pst_error *error)
{
  if (n < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 items");
  for (size_t i = 0; i < n; i++)
    if (!(counts[i] >= 0) || counts[i] != floor(counts[i]) || counts[i] > 0x1p52)
      return pst_fail(error, PST_USAGE, "a count is a whole number, 0 or more, not %g", counts[i]);
  return PST_OK;
}

enum pst_status pst_rank_sets_counts(const double *counts, size_t n, double level,
                                     struct pst_rank_sets *sets, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pair *pairs;
  size_t all = 0, rejected;
  enum pst_status status = check(counts, n, error);

  if (status != PST_OK)
    return status;
  pairs = pst_arena_array(scratch, n * (n - 1) + 1, sizeof *pairs);
  if (pairs == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; j < n; j++) {
    const size_t own = pairs_of(counts, n, j, pairs);

    sets->low[j] = 1;
    sets->high[j] = n;
    narrow(pairs, reject(pairs, own, 1 - level), j, &sets->low[j], &sets->high[j]);
  }
  for (size_t j = 0; j < n; j++)
    for (size_t k = 0; k < n; k++)
      if (j != k)
        pairs[all++] = (struct pair){j, k, p_of(counts[j], counts[k])};
  rejected = reject(pairs, all, 1 - level);
  for (size_t j = 0; j < n; j++) {
    sets->all_low[j] = 1;
    sets->all_high[j] = n;
    narrow(pairs, rejected, j, &sets->all_low[j], &sets->all_high[j]);
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}
