/* rank.c -- ranks under ties, and the interval of ranks that ties and bounds leave open. */
#include "stats/rank.h"

#include "stats/sort.h"

/* The rank of place PLACE (from 0) in a tie that fills places FIRST..END-1, the DENSE-th tie. */
static double tied_rank(enum pst_ties ties, size_t place, size_t first, size_t end, size_t dense)
{
  switch (ties) {
  case PST_TIES_MIN:
    return (double)(first + 1);
  case PST_TIES_MAX:
    return (double)end;
  case PST_TIES_MEAN:
    return ((double)first + 1 + (double)end) / 2;
  case PST_TIES_DENSE:
    return (double)dense;
  case PST_TIES_ORDINAL:
    break;
  }
  return (double)(place + 1);
}

void pst_rank_ordered(const double *x, const uint32_t *at, size_t n, enum pst_ties ties,
                      double *rank)
{
  size_t dense = 0;

  for (size_t first = 0, end; first < n; first = end) {
    for (end = first + 1; end < n && x[at[end]] == x[at[first]];)
      end++;
    dense++;
    for (size_t i = first; i < end; i++)
      rank[at[i]] = tied_rank(ties, i, first, end, dense);
  }
}

enum pst_status pst_rank(const double *x, size_t n, enum pst_ties ties, bool descending,
                         double *rank, struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_pair *pairs = pst_arena_array(scratch, n, sizeof *pairs);
  struct pst_pair *spare = pst_arena_array(scratch, n, sizeof *spare);
  uint32_t *at = pst_arena_array(scratch, n, sizeof *at);

  if (n > 0 && (pairs == NULL || spare == NULL || at == NULL)) {
    pst_arena_release(scratch, mark);
    return pst_fail_memory(error);
  }
  /* The index rides along as the second key: it is exact to 2^53, and keeps ties in order. */
  for (size_t i = 0; i < n; i++)
    pairs[i] = (struct pst_pair){.x = descending ? -x[i] : x[i], .y = (double)i};
  pst_sort_pairs(pairs, spare, n);
  for (size_t i = 0; i < n; i++)
    at[i] = (uint32_t)pairs[i].y;
  pst_rank_ordered(x, at, n, ties, rank);
  pst_arena_release(scratch, mark);
  return PST_OK;
}

/* A bound as a sortable key: the value, then a nudge inwards when the value itself is excluded.
   Item j is surely above item i exactly when the key of j's lower bound exceeds that of i's upper
   bound. */
static struct pst_pair lower_key(const struct pst_rank_items *bounds, size_t i)
{
  bool open = bounds->low_open != NULL && bounds->low_open[i];

  return (struct pst_pair){.x = bounds->low[i], .y = open ? 1 : 0};
}

static struct pst_pair upper_key(const struct pst_rank_items *bounds, size_t i)
{
  bool open = bounds->high_open != NULL && bounds->high_open[i];

  return (struct pst_pair){.x = bounds->high[i], .y = open ? -1 : 0};
}

static bool key_less(struct pst_pair a, struct pst_pair b)
{
  return a.x < b.x || (a.x == b.x && a.y < b.y);
}

/* How many of the sorted KEYS are below KEY, or not above it when EQUAL_TOO. */
static size_t count_below(const struct pst_pair *keys, size_t n, struct pst_pair key,
                          bool equal_too)
{
  size_t low = 0;
  size_t high = n;

  while (low < high) {
    size_t middle = low + (high - low) / 2;

    if (key_less(keys[middle], key) || (equal_too && !key_less(key, keys[middle])))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

enum pst_status pst_rank_bounds(const struct pst_rank_items *bounds, bool descending, size_t *best,
                                size_t *worst, struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = bounds->n;
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_pair *lower = pst_arena_array(scratch, n, sizeof *lower);
  struct pst_pair *upper = pst_arena_array(scratch, n, sizeof *upper);
  struct pst_pair *spare = pst_arena_array(scratch, n, sizeof *spare);

  if (n > 0 && (lower == NULL || upper == NULL || spare == NULL)) {
    pst_arena_release(scratch, mark);
    return pst_fail_memory(error);
  }
  for (size_t i = 0; i < n; i++) {
    lower[i] = lower_key(bounds, i);
    upper[i] = upper_key(bounds, i);
  }
  pst_sort_pairs(lower, spare, n);
  pst_sort_pairs(upper, spare, n);
  for (size_t i = 0; i < n; i++) {
    size_t above = n - count_below(lower, n, upper_key(bounds, i), true);
    size_t below = count_below(upper, n, lower_key(bounds, i), false);

    best[i] = 1 + (descending ? above : below);
    worst[i] = n - (descending ? below : above);
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}
