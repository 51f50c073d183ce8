/* signed_rank_exact.c -- the exact distribution of the signed-rank statistic, ties included. */
#include "stats/paired/signed_rank_exact.h"

#include <math.h>

#include "stats/tails.h"

enum { MOST_PAIRS = 500 };

bool pst_signed_rank_reach(size_t n)
{
  return n <= MOST_PAIRS;
}

/* The distribution of a sum after one more part, RANK or nothing; RANGE is the largest sum before. */
static void add_rank(double *mass, size_t range, size_t rank)
{
  for (size_t v = range + rank + 1; v > 0; v--) {
    double without = v - 1 <= range ? mass[v - 1] : 0;
    double with = v - 1 >= rank ? mass[v - 1 - rank] : 0;

    mass[v - 1] = (without + with) / 2;
  }
}

/* P(V2 <= v). */
static double lower_tail(const double *mass, size_t v)
{
  double sum = 0;

  for (size_t i = 0; i <= v; i++)
    sum += mass[i];
  return sum;
}

enum pst_status pst_signed_rank_p(const size_t *sizes, size_t groups, uint64_t V2,
                                  enum pst_alternative alternative, double *p,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  size_t n = 0;
  size_t range = 0;
  double *mass;
  size_t v;

  for (size_t g = 0; g < groups; g++)
    n += sizes[g];
  mass = pst_arena_array(scratch, n * (n + 1) + 1, sizeof *mass);
  if (mass == NULL)
    return pst_fail_memory(error);
  mass[0] = 1;
  for (size_t g = 0, placed = 0; g < groups; placed += sizes[g++])
    for (size_t i = 0; i < sizes[g]; i++) {
      add_rank(mass, range, 2 * placed + sizes[g] + 1);
      range += 2 * placed + sizes[g] + 1;
    }
  v = (size_t)V2;
  if (alternative == PST_GREATER || (alternative == PST_TWO_SIDED && v > range - v))
    v = range - v; /* the distribution is symmetric */
  *p = lower_tail(mass, v);
  if (alternative == PST_TWO_SIDED)
    *p = fmin(1, 2 * *p);
  pst_arena_release(scratch, mark);
  return PST_OK;
}

static uint64_t normal_critical(double n, double p)
{
  double k =
      floor(n * (n + 1) / 4 + 0.5 - pst_normal_quantile(p) * sqrt(n * (n + 1) * (2 * n + 1) / 24));

  return k >= 1 ? (uint64_t)k : 0;
}

enum pst_status pst_signed_rank_critical(size_t n, double p, uint64_t *k, struct pst_arena *scratch,
                                         struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *mass;
  double below = 0;

  if (!pst_signed_rank_reach(n)) {
    *k = normal_critical((double)n, p);
    return PST_OK;
  }
  mass = pst_arena_array(scratch, n * (n + 1) / 2 + 1, sizeof *mass);
  if (mass == NULL)
    return pst_fail_memory(error);
  mass[0] = 1;
  for (size_t rank = 1; rank <= n; rank++)
    add_rank(mass, rank * (rank - 1) / 2, rank);
  for (*k = 0; *k <= n * (n + 1) / 2; ++*k) {
    below += mass[*k];
    if (below > p)
      break;
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}
