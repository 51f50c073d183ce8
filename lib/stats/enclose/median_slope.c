/* median_slope.c -- the median slope of the pairs of many points: halving what it can be. */
#include "stats/enclose/median_slope.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum { HALVINGS = 60 };

struct points {
  const double *x, *from, *to;
  size_t n;
  double *line;   /* FROM less s x, in order */
  uint64_t *tree; /* how many of each place of LINE came so far (Fenwick 1994) */
};

static int by_size(const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double beside(double value, double s, double x)
{
  return value - s * x;
}

/* How many of LINE are VALUE or less. */
static size_t up_to(const struct points *points, double value)
{
  size_t first = 0, n = points->n;

  while (n > 0) {
    size_t half = n / 2;

    if (points->line[first + half] <= value) {
      first += half + 1;
      n -= half + 1;
    } else {
      n = half;
    }
  }
  return first;
}

static void add(struct points *points, size_t place)
{
  for (size_t i = place; i <= points->n; i += i & -i)
    points->tree[i]++;
}

static uint64_t sum(const struct points *points, size_t place)
{
  uint64_t all = 0;

  for (size_t i = place; i > 0; i -= i & -i)
    all += points->tree[i];
  return all;
}

/* The pairs whose slope is S at least. */
static uint64_t count(struct points *points, double s)
{
  uint64_t pairs = 0;

  for (size_t i = 0; i < points->n; i++)
    points->line[i] = beside(points->from[i], s, points->x[i]);
  qsort(points->line, points->n, sizeof *points->line, by_size);
  for (size_t i = 0; i <= points->n; i++)
    points->tree[i] = 0;
  for (size_t i = 0; i < points->n;) {
    size_t next = i;

    for (; next < points->n && points->x[next] == points->x[i]; next++)
      pairs += sum(points, up_to(points, beside(points->to[next], s, points->x[next])));
    for (; i < next; i++)
      add(points, up_to(points, beside(points->from[i], s, points->x[i])));
  }
  return pairs;
}

/* The slopes beyond which there is none of two finite numbers. */
static double reach(const struct points *points, uint64_t *pairs)
{
  double least = INFINITY, most = -INFINITY, step = INFINITY;
  size_t same = 1;

  *pairs = (uint64_t)points->n * (points->n - 1) / 2;
  for (size_t i = 0; i < points->n; i++) {
    const double ends[] = {points->from[i], points->to[i]};

    for (size_t e = 0; e < 2; e++) {
      least = isfinite(ends[e]) ? fmin(least, ends[e]) : least;
      most = isfinite(ends[e]) ? fmax(most, ends[e]) : most;
    }
    if (i == 0)
      continue;
    same = points->x[i] == points->x[i - 1] ? same + 1 : 1;
    *pairs -= same - 1;
    if (points->x[i] > points->x[i - 1])
      step = fmin(step, points->x[i] - points->x[i - 1]);
  }
  return least > most ? 1 : (most - least) / step + 1;
}

/* The slope that WANTED pairs, and no more, have or exceed: between the two of BETWEEN. */
static void halve(struct points *points, uint64_t wanted, double most, double between[2])
{
  between[0] = -most;
  between[1] = most;
  if (count(points, -most) < wanted)
    between[0] = between[1] = -INFINITY;
  else if (count(points, most) >= wanted)
    between[0] = between[1] = INFINITY;
  for (int i = 0; i < HALVINGS && between[0] < between[1]; i++) {
    const double middle = between[0] / 2 + between[1] / 2;

    if (middle <= between[0] || middle >= between[1])
      return;
    between[count(points, middle) >= wanted ? 0 : 1] = middle;
  }
}

bool pst_median_slope_many(const double *x, const double *from, const double *to, size_t n,
                           double *low, double *high, struct pst_arena *scratch)
{
  struct points points = {.x = x, .from = from, .to = to, .n = n};
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double most, between[2];
  uint64_t pairs = 0;

  points.line = pst_arena_array(scratch, n + 1, sizeof *points.line);
  points.tree = pst_arena_array(scratch, n + 2, sizeof *points.tree);
  if (points.line == NULL || points.tree == NULL || n < 2)
    return false;
  most = reach(&points, &pairs);
  if (pairs > 0) {
    halve(&points, pairs - (pairs + 1) / 2 + 1, most, between);
    *low = between[0];
    halve(&points, pairs - pairs / 2, most, between);
    *high = between[1];
  }
  pst_arena_release(scratch, mark);
  return pairs > 0;
}
