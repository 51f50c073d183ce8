/* bounds_kendall_many.c -- the bounds of bounds_kendall.c without looking at each pair.

   A pair is, in each variable, surely in one order, surely tied, or open; where ranges only touch, what
   they leave is taken for open, which bounds the same and more.  Then four counts of pairs decide, and
   each is found by sorting. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/enclose/bounds.h"

/* One row's places in both variables. */
struct row {
  int64_t low_x, high_x, low_y, high_y;
};

static int compare(int64_t a, int64_t b)
{
  return (a > b) - (a < b);
}

static int by_low_x(const void *a, const void *b)
{
  return compare(((const struct row *)a)->low_x, ((const struct row *)b)->low_x);
}

static int by_high_x(const void *a, const void *b)
{
  return compare(((const struct row *)a)->high_x, ((const struct row *)b)->high_x);
}

static int by_place(const void *a, const void *b)
{
  return compare(*(const int64_t *)a, *(const int64_t *)b);
}

/* --- a tree of counts by place (Fenwick 1994) --------------------------------------------------- */

struct counts {
  size_t n;
  uint64_t *at; /* from 1 */
};

static void add(struct counts *counts, int64_t place)
{
  for (size_t i = (size_t)place; i <= counts->n; i += i & -i)
    counts->at[i]++;
}

/* How many places are PLACE or less. */
static uint64_t up_to(const struct counts *counts, int64_t place)
{
  uint64_t sum = 0;

  for (size_t i = (size_t)place; i > 0; i -= i & -i)
    sum += counts->at[i];
  return sum;
}

/* --- the counts --------------------------------------------------------------------------------- */

struct pairs {
  uint64_t all;
  uint64_t concordant, discordant;   /* surely */
  uint64_t tied_x, tied_y, tied;     /* surely; in both */
  uint64_t only_x, only_y;           /* surely tied there, and surely untied in the other */
  uint64_t different_x, different_y; /* surely untied */
};

static uint64_t pairs_of(uint64_t n)
{
  return n * (n - (n > 0)) / 2;
}

/* The pairs of rows whose ranges of one variable are apart: LOW and HIGH of N rows, which are sorted. */
static uint64_t apart(int64_t *low, int64_t *high, size_t n)
{
  uint64_t sum = 0;
  size_t below = 0;

  qsort(low, n, sizeof *low, by_place);
  qsort(high, n, sizeof *high, by_place);
  for (size_t i = 0; i < n; i++) {
    while (below < n && high[below] < low[i])
      below++;
    sum += below;
  }
  return sum;
}

/* Of ROWS, the pairs that are apart in x, and those surely in the same and in the other order of y. */
static void count_orders(const struct row *rows, struct row *starts, struct row *ends, size_t n,
                         struct counts *lows, struct counts *highs, struct pairs *out)
{
  size_t below = 0;

  memcpy(starts, rows, n * sizeof *starts);
  memcpy(ends, rows, n * sizeof *ends);
  qsort(starts, n, sizeof *starts, by_low_x);
  qsort(ends, n, sizeof *ends, by_high_x);
  for (size_t i = 0; i < n; i++) {
    for (; below < n && ends[below].high_x < starts[i].low_x; below++) {
      add(lows, ends[below].low_y);
      add(highs, ends[below].high_y);
    }
    out->different_x += below;
    out->concordant += up_to(highs, starts[i].low_y - 1);
    out->discordant += below - up_to(lows, starts[i].high_y);
  }
}

/* A number known to be one point: its place, else 0. */
static int64_t point(int64_t low, int64_t high)
{
  return low == high && low % 2 == 0 ? low : 0;
}

static int by_point_x(const void *a, const void *b)
{
  const struct row *p = a, *q = b;
  int order = compare(point(p->low_x, p->high_x), point(q->low_x, q->high_x));

  return order != 0 ? order : compare(point(p->low_y, p->high_y), point(q->low_y, q->high_y));
}

/* Rows FROM to TO, whose x is one point: pairs that are apart in y; those with a point of y come last. */
static void count_tie(const struct row *rows, size_t from, size_t to, int64_t *low, int64_t *high,
                      uint64_t *tied, uint64_t *only, uint64_t *both)
{
  const size_t n = to - from;

  for (size_t i = 0; i < n; i++) {
    low[i] = rows[from + i].low_y;
    high[i] = rows[from + i].high_y;
  }
  *tied += pairs_of(n);
  *only += apart(low, high, n);
  for (size_t i = from; both != NULL && i < to;) {
    size_t next = i + 1;
    int64_t here = point(rows[i].low_y, rows[i].high_y);

    while (next < to && point(rows[next].low_y, rows[next].high_y) == here)
      next++;
    *both += here == 0 ? 0 : pairs_of(next - i);
    i = next;
  }
}

/* The pairs surely tied in x; ROWS are sorted. */
static void count_ties(struct row *rows, size_t n, int64_t *low, int64_t *high, uint64_t *tied,
                       uint64_t *only, uint64_t *both)
{
  qsort(rows, n, sizeof *rows, by_point_x);
  for (size_t i = 0; i < n;) {
    size_t next = i + 1;
    int64_t here = point(rows[i].low_x, rows[i].high_x);

    while (next < n && point(rows[next].low_x, rows[next].high_x) == here)
      next++;
    if (here != 0)
      count_tie(rows, i, next, low, high, tied, only, both);
    i = next;
  }
}

static void turn(struct row *rows, size_t n)
{
  for (size_t i = 0; i < n; i++)
    rows[i] = (struct row){rows[i].low_y, rows[i].high_y, rows[i].low_x, rows[i].high_x};
}

static bool count_pairs(const struct pst_places *x, const struct pst_places *y, struct pairs *out,
                        struct pst_arena *scratch)
{
  const size_t n = x->n, places = 4 * n + 4;
  struct row *rows = pst_arena_array(scratch, 3 * n + 1, sizeof *rows);
  int64_t *low = pst_arena_array(scratch, 2 * n + 1, sizeof *low);
  struct counts lows = {places, pst_arena_array(scratch, places + 1, sizeof *lows.at)};
  struct counts highs = {places, pst_arena_array(scratch, places + 1, sizeof *highs.at)};

  *out = (struct pairs){.all = pairs_of(n)};
  if (rows == NULL || low == NULL || lows.at == NULL || highs.at == NULL)
    return false;
  for (size_t i = 0; i < n; i++)
    rows[i] = (struct row){x->low[i], x->high[i], y->low[i], y->high[i]};
  count_orders(rows, rows + n, rows + 2 * n, n, &lows, &highs, out);
  memcpy(low, y->low, n * sizeof *low);
  memcpy(low + n, y->high, n * sizeof *low);
  out->different_y = apart(low, low + n, n);
  count_ties(rows, n, low, low + n, &out->tied_x, &out->only_x, &out->tied);
  turn(rows, n);
  count_ties(rows, n, low, low + n, &out->tied_y, &out->only_y, NULL);
  return true;
}

/* --- the bounds --------------------------------------------------------------------------------- */

/* The largest S and tau-b where AGAINST pairs are surely discordant: all that can be are concordant, and
   the rest is tied as much as it can be. */
static double upper(const struct pairs *pairs, uint64_t against, int64_t *S)
{
  const uint64_t ties = pairs->tied_x + pairs->tied_y - pairs->tied;
  const uint64_t with = pairs->all - ties - against;
  const double untied_x = (double)(with + against + pairs->only_y);
  const double untied_y = (double)(with + against + pairs->only_x);

  *S = (int64_t)with - (int64_t)against;
  if (*S == 0)
    return 0;
  if (*S > 0)
    return fmin(1, (double)*S / sqrt(untied_x * untied_y));
  return (double)*S
         / sqrt((double)(pairs->all - pairs->tied_x) * (double)(pairs->all - pairs->tied_y));
}

bool pst_bounds_kendall_many(const struct pst_places *x, const struct pst_places *y,
                             struct pst_kendall_bounds *out, struct pst_arena *scratch)
{
  struct pairs pairs;
  int64_t down;

  *out = (struct pst_kendall_bounds){.tied = 0};
  if (!count_pairs(x, y, &pairs, scratch))
    return false;
  out->high = upper(&pairs, pairs.discordant, &out->S_high);
  out->low = -upper(&pairs, pairs.concordant, &down);
  out->S_low = -down;
  out->tied = 2 * pairs.all - pairs.different_x - pairs.different_y;
  return true;
}
