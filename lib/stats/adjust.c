/* adjust.c -- p-values adjusted for the number of tests. */
#include "stats/adjust.h"

#include <math.h>
#include <stdbool.h>

#include "stats/sort.h"

/* What the I-th smallest (from 0) of M p-values is multiplied by; HARMONIC is 1 + 1/2 + ... + 1/M. */
static double factor(enum pst_adjust method, size_t i, size_t m, double harmonic)
{
  switch (method) {
  case PST_ADJUST_NONE:
    return 1;
  case PST_ADJUST_BONFERRONI:
    return (double)m;
  case PST_ADJUST_HOLM:
  case PST_ADJUST_HOCHBERG:
    return (double)(m - i);
  case PST_ADJUST_BH:
    return (double)m / (double)(i + 1);
  case PST_ADJUST_BY:
    return harmonic * (double)m / (double)(i + 1);
  }
  return 1;
}

/* Holm steps down: no adjusted p is below that of a smaller one.  The others step up. */
static void make_monotone(struct pst_pair *sorted, size_t m, enum pst_adjust method)
{
  bool up = method == PST_ADJUST_HOCHBERG || method == PST_ADJUST_BH || method == PST_ADJUST_BY;

  if (method == PST_ADJUST_HOLM)
    for (size_t i = 1; i < m; i++)
      sorted[i].x = fmax(sorted[i].x, sorted[i - 1].x);
  if (up)
    for (size_t i = m; i-- > 1;)
      sorted[i - 1].x = fmin(sorted[i - 1].x, sorted[i].x);
}

static size_t collect(const double *p, size_t n, struct pst_pair *pairs)
{
  size_t m = 0;

  for (size_t i = 0; i < n; i++)
    if (!isnan(p[i]))
      pairs[m++] = (struct pst_pair){.x = p[i], .y = (double)i};
  return m;
}

enum pst_status pst_adjust(const double *p, size_t n, enum pst_adjust method, double *out,
                           struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_pair *pairs = pst_arena_array(scratch, n + 1, sizeof *pairs);
  struct pst_pair *spare = pst_arena_array(scratch, n + 1, sizeof *spare);
  double harmonic = 0;
  size_t m;

  if (pairs == NULL || spare == NULL) {
    pst_arena_release(scratch, mark);
    return pst_fail_memory(error);
  }
  m = collect(p, n, pairs);
  pst_sort_pairs(pairs, spare, m);
  for (size_t i = m; i > 0; i--)
    harmonic += 1 / (double)i;
  for (size_t i = 0; i < m; i++)
    pairs[i].x *= factor(method, i, m, harmonic);
  make_monotone(pairs, m, method);
  for (size_t i = 0; i < n; i++)
    out[i] = p[i];
  for (size_t i = 0; i < m; i++)
    out[(size_t)pairs[i].y] = fmin(1, pairs[i].x);
  pst_arena_release(scratch, mark);
  return PST_OK;
}
