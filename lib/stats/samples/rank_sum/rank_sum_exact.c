/* rank_sum_exact.c -- the exact distribution of the rank-sum statistic, ties included. */
#include "stats/samples/rank_sum/rank_sum_exact.h"

#include <math.h>

#include "stats/tails.h"

enum { MOST_VALUES = 1000 }; /* the number of assignments stays within doubles */

/* How many of the values of the groups so far belong to x, and with what 2 U: ways[m][u]. */
struct ways {
  size_t nx;
  size_t ny;
  size_t placed;
  double **row; /* one for each m; 2 m ny + 1 */
};

bool pst_rank_sum_reach(const struct pst_rank_groups *groups)
{
  const double pairs = (double)groups->nx * (double)groups->ny;

  return pairs * pairs <= 2e8 && groups->nx + groups->ny <= MOST_VALUES;
}

static bool allocate(struct ways *ways, struct pst_arena *scratch)
{
  ways->row = pst_arena_array(scratch, ways->nx + 1, sizeof *ways->row);
  if (ways->row == NULL)
    return false;
  for (size_t m = 0; m <= ways->nx; m++) {
    ways->row[m] = pst_arena_array(scratch, 2 * m * ways->ny + 1, sizeof **ways->row);
    if (ways->row[m] == NULL)
      return false;
  }
  ways->row[0][0] = 1;
  return true;
}

/* J of SIZE equal values go to x, M - J did before: each beats the y below it, and halves its tie. */
static void add_ways(struct ways *ways, size_t m, size_t j, size_t size, double choices)
{
  const size_t before = m - j;
  const size_t below = ways->placed - before; /* of y */
  const size_t shift = j * (2 * below + (size - j));
  const double *from = ways->row[before];
  double *to = ways->row[m] + shift;

  for (size_t u = 0; u <= 2 * before * below; u++)
    to[u] += choices * from[u];
}

/* From the largest m down, so that what is read is still that before the group. */
static void place_group(struct ways *ways, size_t size)
{
  const size_t placed = ways->placed + size;
  size_t most = placed < ways->nx ? placed : ways->nx;
  size_t least = placed > ways->ny ? placed - ways->ny : 0;

  for (size_t m = most + 1; m > least; m--) {
    double choices = 1;

    for (size_t j = 1; j <= size && j <= m - 1; j++) {
      choices *= (double)(size - j + 1) / (double)j;
      choices = nearbyint(choices) < 0x1p53 ? nearbyint(choices) : choices;
      if (m - 1 - j <= ways->placed && ways->placed - (m - 1 - j) <= ways->ny)
        add_ways(ways, m - 1, j, size, choices);
    }
  }
  ways->placed = placed;
}

/* The share of the ways that are at least as far out as U2. */
static double tail_of(const double *ways, size_t range, size_t u2, enum pst_alternative alternative)
{
  const size_t away = u2 > range - u2 ? 2 * u2 - range : range - 2 * u2;
  double all = 0;
  double far = 0;

  for (size_t u = 0; u <= range; u++) {
    size_t distance = u > range - u ? 2 * u - range : range - 2 * u;
    bool counts = alternative == PST_TWO_SIDED ? distance >= away
                  : alternative == PST_GREATER ? u >= u2
                                               : u <= u2;

    all += ways[u];
    far += counts ? ways[u] : 0;
  }
  return far / all;
}

enum pst_status pst_rank_sum_p(const struct pst_rank_groups *groups,
                               enum pst_alternative alternative, double *p,
                               struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const bool swap = groups->nx > groups->ny;
  const size_t range = 2 * groups->nx * groups->ny;
  struct ways ways = {.nx = swap ? groups->ny : groups->nx, .ny = swap ? groups->nx : groups->ny};
  size_t u2 = (size_t)pst_rank_groups_u2(groups);

  if (!allocate(&ways, scratch))
    return pst_fail_memory(error);
  for (size_t i = 0; i < groups->count; i++)
    place_group(&ways, groups->x[i] + groups->y[i]);
  if (swap) {
    u2 = range - u2;
    if (alternative != PST_TWO_SIDED)
      alternative = alternative == PST_GREATER ? PST_LESS : PST_GREATER;
  }
  *p = tail_of(ways.row[ways.nx], range, u2, alternative);
  pst_arena_release(scratch, mark);
  return PST_OK;
}

/* Multiplies the distribution of U by that of one value of x more: (1 - q^top) / (1 - q^bottom), each
   a distribution; the lower half is exact as in kendall_exact.c. */
static void multiply(double *p, size_t half, size_t top, size_t bottom)
{
  const double weight = (double)bottom / (double)top;

  for (size_t d = half + 1; d > top; d--)
    p[d - 1] -= p[d - 1 - top];
  for (size_t d = 0; d <= half; d++) {
    p[d] *= weight;
    if (d >= bottom)
      p[d] += p[d - bottom];
  }
}

static uint64_t normal_critical(double nx, double ny, double p)
{
  double k = floor(nx * ny / 2 + 0.5 - pst_normal_quantile(p) * sqrt(nx * ny / 12 * (nx + ny + 1)));

  return k >= 1 ? (uint64_t)k : 0;
}

enum pst_status pst_rank_sum_critical(size_t nx, size_t ny, double p, uint64_t *k,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const size_t least = nx < ny ? nx : ny;
  const size_t most = nx < ny ? ny : nx;
  size_t half;
  double *mass;
  double below = 0;

  if ((double)least * (double)least * (double)most > 4e8) {
    *k = normal_critical((double)nx, (double)ny, p);
    return PST_OK;
  }
  half = least * most / 2;
  mass = pst_arena_array(scratch, half + 1, sizeof *mass);
  if (mass == NULL)
    return pst_fail_memory(error);
  mass[0] = 1;
  for (size_t i = 1; i <= least; i++)
    multiply(mass, half, most + i, i);
  for (*k = 0; *k <= half; ++*k) {
    below += mass[*k];
    if (below > p)
      break;
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}
