#include "stats/spearman_exact.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/sort.h"

enum { MOST_ROWS = 64 };

static const double MOST_CELLS = 1.4e7;

/* Ranks as whole numbers from 0: doubled when a tie makes halves.  Groups are those of equal y. */
struct ranking {
  size_t n;
  long x[MOST_ROWS]; /* ascending */
  size_t groups;
  long y[MOST_ROWS];
  size_t size[MOST_ROWS];
  size_t radix[MOST_ROWS];
  double states;
  long width; /* 1 + the largest sum of products */
};

static bool has_halves(const double *ranks, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (ranks[i] != floor(ranks[i]))
      return true;
  return false;
}

static void whole_ranks(const double *ranks, size_t n, long *whole)
{
  double sorted[MOST_ROWS];
  double spare[MOST_ROWS];
  double scale = has_halves(ranks, n) ? 2 : 1;

  memcpy(sorted, ranks, n * sizeof *sorted);
  pst_sort(sorted, spare, n);
  for (size_t i = 0; i < n; i++)
    whole[i] = lround((sorted[i] - sorted[0]) * scale);
}

static bool read_ranks(const struct pst_sample *ranks, struct ranking *ranking)
{
  long y[MOST_ROWS];

  memset(ranking, 0, sizeof *ranking);
  if (ranks->n > MOST_ROWS)
    return false;
  ranking->n = ranks->n;
  whole_ranks(ranks->x, ranks->n, ranking->x);
  whole_ranks(ranks->y, ranks->n, y);
  ranking->width = 1;
  ranking->states = 1;
  for (size_t i = 0; i < ranks->n; i++) {
    ranking->width += ranking->x[i] * y[i];
    if (i == 0 || y[i] != y[i - 1])
      ranking->y[ranking->groups++] = y[i];
    ranking->size[ranking->groups - 1]++;
  }
  for (size_t g = 0; g < ranking->groups && ranking->states <= MOST_CELLS; g++) {
    ranking->radix[g] = (size_t)ranking->states;
    ranking->states *= (double)ranking->size[g] + 1;
  }
  return ranking->states * (double)ranking->width <= MOST_CELLS;
}

bool pst_spearman_exact_reach(const struct pst_sample *ranks)
{
  struct ranking ranking;

  return read_ranks(ranks, &ranking);
}

/* Gives item AT of x a y of group G: the state moves up, the sum by their product. */
static void give(const struct ranking *ranking, double *p, size_t state, size_t at, size_t g,
                 double weight)
{
  const size_t width = (size_t)ranking->width;
  const size_t shift = (size_t)(ranking->x[at] * ranking->y[g]);
  const double *from = p + state * width;
  double *to = p + (state + ranking->radix[g]) * width + shift;

  for (size_t s = 0; s + shift < width; s++)
    to[s] += weight * from[s];
}

/* States grow as items are placed, so one pass upwards meets each after all that lead to it. */
static void distribute(const struct ranking *ranking, double *p)
{
  p[0] = 1;
  for (size_t state = 0; state + 1 < (size_t)ranking->states; state++) {
    size_t used[MOST_ROWS];
    size_t at = 0;

    for (size_t g = 0; g < ranking->groups; g++) {
      used[g] = state / ranking->radix[g] % (ranking->size[g] + 1);
      at += used[g];
    }
    for (size_t g = 0; g < ranking->groups; g++)
      if (used[g] < ranking->size[g])
        give(ranking, p, state, at, g,
             (double)(ranking->size[g] - used[g]) / (double)(ranking->n - at));
  }
}

/* n times the sum less its expectation, a whole number: n T - sum x sum y. */
static long centred(const struct ranking *ranking, long T)
{
  long x = 0;
  long y = 0;

  for (size_t i = 0; i < ranking->n; i++)
    x += ranking->x[i];
  for (size_t g = 0; g < ranking->groups; g++)
    y += ranking->y[g] * (long)ranking->size[g];
  return (long)ranking->n * T - x * y;
}

/* The observed sum of products, in the whole ranks. */
static long observed(const struct pst_sample *ranks)
{
  double x_low = ranks->x[0];
  double y_low = ranks->y[0];
  double x_scale = has_halves(ranks->x, ranks->n) ? 2 : 1;
  double y_scale = has_halves(ranks->y, ranks->n) ? 2 : 1;
  double sum = 0;

  for (size_t i = 1; i < ranks->n; i++) {
    x_low = fmin(x_low, ranks->x[i]);
    y_low = fmin(y_low, ranks->y[i]);
  }
  for (size_t i = 0; i < ranks->n; i++)
    sum += (ranks->x[i] - x_low) * x_scale * ((ranks->y[i] - y_low) * y_scale);
  return lround(sum);
}

enum pst_status pst_spearman_exact(const struct pst_sample *ranks, enum pst_alternative alternative,
                                   double *p, struct pst_arena *scratch, struct pst_error *error)
{
  struct ranking ranking;
  double *cells;
  long at;
  double sum = 0;

  if (!read_ranks(ranks, &ranking))
    return pst_fail(error, PST_USAGE,
                    "an exact p-value is out of reach for %zu rows with these ties; ask for the "
                    "asymptotic one",
                    ranks->n);
  cells = pst_arena_array(scratch, (size_t)ranking.states, (size_t)ranking.width * sizeof *cells);
  if (cells == NULL)
    return pst_fail_memory(error);
  distribute(&ranking, cells);
  cells += ((size_t)ranking.states - 1) * (size_t)ranking.width;
  at = centred(&ranking, observed(ranks));
  for (long T = 0; T < ranking.width; T++) {
    long c = centred(&ranking, T);

    if ((alternative == PST_TWO_SIDED && labs(c) >= labs(at))
        || (alternative == PST_GREATER && c >= at) || (alternative == PST_LESS && c <= at))
      sum += cells[T];
  }
  *p = fmin(1, sum);
  return PST_OK;
}
