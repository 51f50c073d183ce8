/* pettitt.c -- Pettitt's test for a change of the level at an unknown time, by ranks. */
#include "stats/change/pettitt.h"

#include <math.h>

#include "stats/change/series.h"
#include "stats/rank.h"

/* U at each split, from ranks; where it is largest. */
static struct pst_change largest(const double *rank, size_t n, int *direction)
{
  struct pst_change change = {.statistic = -1};
  double sum = 0;

  for (size_t t = 1; t <= n; t++) {
    double u;

    sum += rank[t - 1];
    u = 2 * sum - (double)t * ((double)n + 1);
    if (fabs(u) > change.statistic) {
      change = (struct pst_change){.statistic = fabs(u), .first = t, .last = t};
      *direction = u > 0 ? 1 : u < 0 ? -1 : 0;
    } else if (fabs(u) == change.statistic)
      change.last = t;
  }
  return change;
}

/* Of ranks that are permuted. */
static double maximum(const void *context, const double *rank, size_t n)
{
  int direction;

  (void)context;
  return largest(rank, n, &direction).statistic;
}

enum pst_status pst_pettitt(const struct pst_sample *sample, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double n = (double)sample->n, *rank = pst_arena_array(scratch, sample->n + 1, sizeof *rank);
  struct pst_sample ranks = {.n = sample->n, .x = sample->x, .y = rank};
  struct pst_change_null null = {.maximum = maximum, .kind = 0, .p_method = "pettitt"};
  struct pst_change change;
  size_t first = out->count;
  int direction = 0;
  enum pst_status status = pst_change_check(sample, 2, error);

  if (status == PST_OK && rank == NULL)
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = pst_rank(sample->y, sample->n, PST_TIES_MEAN, false, rank, scratch, error);
  if (status != PST_OK)
    return status;
  change = largest(rank, sample->n, &direction);
  null.p = fmin(1, 2 * exp(-6 * change.statistic * change.statistic / (n * n * n + n * n)));
  status = pst_change_rows("pettitt", "K", sample, &change, out, error);
  if (status == PST_OK)
    status = pst_estimates_value(out, "pettitt", "direction", sample->n, direction, error);
  if (status == PST_OK)
    status = pst_change_p(&ranks, &null, change.statistic, test, out, first, scratch, error);
  if (status == PST_OK)
    pst_change_note(sample, out, first);
  pst_arena_release(scratch, mark);
  return status;
}
