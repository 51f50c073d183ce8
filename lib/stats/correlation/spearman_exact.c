/* spearman_exact.c -- the exact distribution of Spearman's rho over all orders of one variable. */
#include "stats/correlation/spearman_exact.h"

#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "stats/null_cache.h"
#include "stats/sort.h"
#include "stats/correlation/spearman_table.h"

enum { MOST_ROWS = 64 };

static const double MOST_CELLS = 1.4e7;

/* Of all tests of a call with ties, each of which has a distribution of its own. */
static const double MOST_CELLS_OF_ALL = 1.4e8;

/* Ranks as whole numbers from 0: doubled when a tie makes halves.  Groups are those of equal y; the variable whose ties leave
   fewer states is y here, for the distribution is the same either way. */
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

/* The states of ranks in order: the product of u + 1 over the groups of equal ones. */
static double states_of(const long *ranks, size_t n)
{
  double states = 1, size = 0;

  for (size_t i = 0; i < n; i++) {
    size++;
    if (i + 1 == n || ranks[i + 1] != ranks[i]) {
      states *= size + 1;
      size = 0;
    }
  }
  return states;
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
  if (states_of(ranking->x, ranks->n) < states_of(y, ranks->n)) {
    whole_ranks(ranks->x, ranks->n, y);
    whole_ranks(ranks->y, ranks->n, ranking->x);
  }
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

/* The ranks are 1..n in both: the table's case, when n is in it. */
static bool is_tabulated(const struct pst_sample *ranks)
{
  double squares = 0;
  const double n = (double)ranks->n;

  if (pst_spearman_lower(ranks->n) == NULL)
    return false;
  /* Mid-ranks lose (t^3 - t)/12 from the sum of squares for each tie. */
  for (size_t i = 0; i < ranks->n; i++)
    squares += ranks->x[i] * ranks->x[i] + ranks->y[i] * ranks->y[i];
  return squares == n * (n + 1) * (2 * n + 1) / 3;
}

/* Of ranks in order. */
static bool has_ties(const long *x, size_t n)
{
  for (size_t i = 1; i < n; i++)
    if (x[i] == x[i - 1])
      return true;
  return false;
}

bool pst_spearman_exact_reach(const struct pst_sample *ranks, size_t tests)
{
  struct ranking ranking;

  if (is_tabulated(ranks))
    return true;
  if (!read_ranks(ranks, &ranking))
    return false;
  if (tests < 2 || (ranking.groups == ranking.n && !has_ties(ranking.x, ranking.n)))
    return true;
  return ranking.states * (double)ranking.width <= MOST_CELLS_OF_ALL / (double)tests;
}

/* Half the sum of squared differences; few differences mean a large rho. */
static double from_table(const struct pst_sample *ranks, enum pst_alternative alternative)
{
  const double *lower = pst_spearman_lower(ranks->n);
  const size_t range = (ranks->n * ranks->n * ranks->n - ranks->n) / 6;
  double squares = 0;
  size_t d;
  size_t tail;

  for (size_t i = 0; i < ranks->n; i++)
    squares += (ranks->x[i] - ranks->y[i]) * (ranks->x[i] - ranks->y[i]);
  d = (size_t)lround(squares / 2);
  tail = d < range - d ? d : range - d;
  if (alternative == PST_TWO_SIDED)
    return 2 * tail == range ? 1 : fmin(1, 2 * lower[tail]);
  if (alternative == PST_LESS)
    d = range - d;
  if (d <= range / 2)
    return lower[d];
  return d == range ? 1 : 1 - lower[range - d - 1];
}

/* What a state's sums can be, and where their probabilities stand: far fewer than all that the last state can have. */
struct band {
  long low, high; /* low > high: not yet reached */
  size_t start;
};

/* How many of each group a state has used, and of all. */
static size_t used_of(const struct ranking *ranking, size_t state, size_t *used)
{
  size_t at = 0;

  for (size_t g = 0; g < ranking->groups; g++) {
    used[g] = state / ranking->radix[g] % (ranking->size[g] + 1);
    at += used[g];
  }
  return at;
}

/* The bands of all states; how many cells they have together. */
static size_t lay_bands(const struct ranking *ranking, struct band *bands)
{
  const size_t states = (size_t)ranking->states;
  size_t used[MOST_ROWS], cells = 0;

  for (size_t state = 0; state < states; state++)
    bands[state] = (struct band){.low = state == 0 ? 0 : LONG_MAX, .high = state == 0 ? 0 : -1};
  for (size_t state = 0; state < states; state++) {
    const size_t at = used_of(ranking, state, used);

    for (size_t g = 0; g < ranking->groups; g++)
      if (used[g] < ranking->size[g]) {
        struct band *to = &bands[state + ranking->radix[g]];
        const long shift = ranking->x[at] * ranking->y[g];

        to->low = bands[state].low + shift < to->low ? bands[state].low + shift : to->low;
        to->high = bands[state].high + shift > to->high ? bands[state].high + shift : to->high;
      }
    bands[state].start = cells;
    cells += (size_t)(bands[state].high - bands[state].low) + 1;
  }
  return cells;
}

/* Gives item AT of x a y of group G: the state moves up, the sum by their product. */
static void give(const struct ranking *ranking, const struct band *bands, double *p, size_t state,
                 size_t at, size_t g, double weight)
{
  const struct band *from = &bands[state], *to = &bands[state + ranking->radix[g]];
  const long shift = ranking->x[at] * ranking->y[g];
  const double *source = p + from->start;
  double *target = p + to->start + (size_t)(from->low + shift - to->low);
  const size_t width = (size_t)(from->high - from->low) + 1;

  for (size_t s = 0; s < width; s++)
    target[s] += weight * source[s];
}

/* States grow as items are placed, so one pass upwards meets each after all that lead to it. */
static void distribute(const struct ranking *ranking, const struct band *bands, double *p)
{
  size_t used[MOST_ROWS];

  p[0] = 1;
  for (size_t state = 0; state + 1 < (size_t)ranking->states; state++) {
    const size_t at = used_of(ranking, state, used);

    for (size_t g = 0; g < ranking->groups; g++)
      if (used[g] < ranking->size[g])
        give(ranking, bands, p, state, at, g,
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

/* The ranks of both, x in order and y in groups: nothing else decides the distribution. */
static size_t make_key(const struct ranking *ranking, size_t *key)
{
  size_t length = 0;

  key[length++] = SIZE_MAX; /* no other distribution has a key that starts so */
  for (size_t i = 0; i < ranking->n; i++)
    key[length++] = (size_t)ranking->x[i];
  for (size_t g = 0; g < ranking->groups; g++) {
    key[length++] = (size_t)ranking->y[g];
    key[length++] = ranking->size[g];
  }
  return length;
}

/* The distribution of the sum of products, or NULL when memory is out. */
static const double *null_of(const struct ranking *ranking, struct pst_arena *scratch)
{
  const size_t width = (size_t)ranking->width;
  size_t key[3 * MOST_ROWS + 1];
  size_t length = make_key(ranking, key);
  const double *found = pst_null_find(key, length);
  struct band *bands;
  double *cells, *p;
  size_t last;

  if (found != NULL)
    return found;
  bands = pst_arena_array(scratch, (size_t)ranking->states, sizeof *bands);
  cells = pst_arena_array(scratch, width, sizeof *cells);
  if (bands == NULL || cells == NULL)
    return NULL;
  p = pst_arena_array(scratch, lay_bands(ranking, bands), sizeof *p);
  if (p == NULL)
    return NULL;
  distribute(ranking, bands, p);
  last = (size_t)ranking->states - 1;
  memcpy(cells + bands[last].low, p + bands[last].start,
         ((size_t)(bands[last].high - bands[last].low) + 1) * sizeof *p);
  pst_null_keep(key, length, cells, width);
  return cells;
}

enum pst_status pst_spearman_exact(const struct pst_sample *ranks, enum pst_alternative alternative,
                                   double *p, struct pst_arena *scratch, struct pst_error *error)
{
  struct ranking ranking;
  const double *cells;
  long at;
  double sum = 0;

  if (is_tabulated(ranks)) {
    *p = from_table(ranks, alternative);
    return PST_OK;
  }
  if (!read_ranks(ranks, &ranking))
    return pst_fail(error, PST_USAGE,
                    "an exact p-value is out of reach for %zu rows with these ties; ask for the "
                    "asymptotic one",
                    ranks->n);
  cells = null_of(&ranking, scratch);
  if (cells == NULL)
    return pst_fail_memory(error);
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
