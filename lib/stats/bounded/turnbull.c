/* turnbull.c -- the distribution of values that are known within bounds, as far as the bounds tell it. */
#include "stats/bounded/turnbull.h"

#include <math.h>

#include "stats/sort.h"

enum { STEPS_MOST = 5000 };
static const double SETTLED = 1e-11;

/* The places where mass can be: a low end that is followed by a high one. */
struct places {
  size_t count;
  double *from, *to;
  double *mass, *next;
};

/* Ends in order, low ones first where they are equal. */
static void find_places(const struct pst_pair *ends, size_t n, struct places *p)
{
  for (size_t i = 1; i < n; i++)
    if (ends[i - 1].y == 0 && ends[i].y == 1) {
      p->from[p->count] = ends[i - 1].x;
      p->to[p->count++] = ends[i].x;
    }
  for (size_t k = 0; k < p->count; k++)
    p->mass[k] = 1 / (double)p->count;
}

/* Each value gives its share to the places within its bounds, in proportion to their mass. */
static double improve(const double *low, const double *high, size_t n, struct places *p)
{
  double change = 0;

  for (size_t k = 0; k < p->count; k++)
    p->next[k] = 0;
  for (size_t i = 0; i < n; i++) {
    double within = 0;

    for (size_t k = 0; k < p->count; k++)
      within += low[i] <= p->from[k] && p->to[k] <= high[i] ? p->mass[k] : 0;
    for (size_t k = 0; k < p->count; k++)
      if (low[i] <= p->from[k] && p->to[k] <= high[i])
        p->next[k] += p->mass[k] / within / (double)n;
  }
  for (size_t k = 0; k < p->count; k++) {
    change = fmax(change, fabs(p->next[k] - p->mass[k]));
    p->mass[k] = p->next[k];
  }
  return change;
}

static double median_of(const struct places *p)
{
  double passed = 0;

  for (size_t k = 0; k < p->count; k++) {
    passed += p->mass[k];
    if (fabs(passed - 0.5) < 1e-9 && k + 1 < p->count)
      return pst_middle(p->to[k], p->from[k + 1]);
    if (passed > 0.5)
      return p->from[k] == p->to[k] ? p->to[k] : pst_middle(p->from[k], p->to[k]);
  }
  return (double)NAN;
}

enum pst_status pst_turnbull_median(const double *low, const double *high, size_t n, double *median,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_pair *ends = pst_arena_array(scratch, 2 * n, sizeof *ends);
  struct pst_pair *spare = pst_arena_array(scratch, 2 * n, sizeof *spare);
  struct places p = {.from = pst_arena_array(scratch, n, sizeof *p.from),
                     .to = pst_arena_array(scratch, n, sizeof *p.to),
                     .mass = pst_arena_array(scratch, n, sizeof *p.mass),
                     .next = pst_arena_array(scratch, n, sizeof *p.next)};

  if (ends == NULL || spare == NULL || p.from == NULL || p.to == NULL || p.mass == NULL
      || p.next == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    ends[2 * i] = (struct pst_pair){low[i], 0};
    ends[2 * i + 1] = (struct pst_pair){high[i], 1};
  }
  pst_sort_pairs(ends, spare, 2 * n);
  find_places(ends, 2 * n, &p);
  for (int step = 0; step < STEPS_MOST && improve(low, high, n, &p) > SETTLED;)
    step++;
  *median = median_of(&p);
  return PST_OK;
}
