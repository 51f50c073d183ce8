/* rank_groups.c -- two samples put in one order, as groups of equal values. */
#include "stats/samples/rank_sum/rank_groups.h"

#include <string.h>

#include "stats/sort.h"

static enum pst_status sort_both(const struct pst_two_samples *samples, struct pst_rank_groups *g,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = samples->nx + samples->ny;
  double *spare = pst_arena_array(scratch, n + 1, sizeof *spare);

  g->sorted_x = pst_arena_array(scratch, samples->nx + 1, sizeof *g->sorted_x);
  g->sorted_y = pst_arena_array(scratch, samples->ny + 1, sizeof *g->sorted_y);
  g->x = pst_arena_array(scratch, n + 1, sizeof *g->x);
  g->y = pst_arena_array(scratch, n + 1, sizeof *g->y);
  if (spare == NULL || g->sorted_x == NULL || g->sorted_y == NULL || g->x == NULL || g->y == NULL)
    return pst_fail_memory(error);
  memcpy(g->sorted_x, samples->x, samples->nx * sizeof *g->sorted_x);
  memcpy(g->sorted_y, samples->y, samples->ny * sizeof *g->sorted_y);
  pst_sort(g->sorted_x, spare, samples->nx);
  pst_sort(g->sorted_y, spare, samples->ny);
  return PST_OK;
}

enum pst_status pst_rank_groups_of(const struct pst_two_samples *samples,
                                   struct pst_rank_groups *groups, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  struct pst_rank_groups g = {.nx = samples->nx, .ny = samples->ny};
  enum pst_status status = sort_both(samples, &g, scratch, error);
  size_t i = 0;
  size_t j = 0;

  while (status == PST_OK && (i < g.nx || j < g.ny)) {
    double value =
        j == g.ny || (i < g.nx && g.sorted_x[i] < g.sorted_y[j]) ? g.sorted_x[i] : g.sorted_y[j];

    for (; i < g.nx && g.sorted_x[i] == value; i++)
      g.x[g.count]++;
    for (; j < g.ny && g.sorted_y[j] == value; j++)
      g.y[g.count]++;
    g.count++;
  }
  *groups = g;
  return status;
}

double pst_rank_groups_u2(const struct pst_rank_groups *groups)
{
  double below = 0; /* of y */
  double u2 = 0;

  for (size_t i = 0; i < groups->count; i++) {
    u2 += (double)groups->x[i] * (2 * below + (double)groups->y[i]);
    below += (double)groups->y[i];
  }
  return u2;
}

double pst_rank_groups_variance(const struct pst_rank_groups *groups)
{
  const double nx = (double)groups->nx;
  const double ny = (double)groups->ny;
  const double N = nx + ny;
  double ties = 0;

  if (N < 2)
    return 0;
  for (size_t i = 0; i < groups->count; i++) {
    double t = (double)(groups->x[i] + groups->y[i]);

    ties += (t * t - 1) * t;
  }
  return nx * ny / 12 * (((N * N - 1) * N - ties) / (N * (N - 1)));
}
