/* few_slopes.c -- the slopes at given places of all that few points have. */
#include "stats/slope/select/few_slopes.h"

#include <math.h>
#include <stdbool.h>

#include "stats/slope/bracket.h"
#include "stats/slope/select/slope_exact.h"
#include "stats/sort.h"
#include "stats/variable/clones.h"

/* All pairs with different x, those of each point with the later ones together. */
struct slopes {
  const struct pst_sample *sample;
  double *near;  /* quotients of rounded differences */
  double *spare; /* room for as many */
  size_t count;
  bool ties;  /* of x */
  bool exact; /* a quotient of differences that are not rounded is the slope */
};

static bool ties_of_x(const struct pst_sample *sample)
{
  for (size_t i = 1; i < sample->n; i++)
    if (!(sample->x[i] > sample->x[i - 1]))
      return true;
  return false;
}

/* Whole numbers whose differences are not rounded. */
static bool are_whole(const double *x, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (!(fabs(x[i]) <= 0x1p52 && x[i] == nearbyint(x[i])))
      return false;
  return true;
}

/* Differences and quotients of these stay far from the ends of the range of doubles. */
static bool are_ordinary(const double *x, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (!(fabs(x[i]) < 0x1p1000))
      return false;
  return true;
}

/* From one point to those after it, x rising. */
PST_CLONES
static void quotients_from(const double *x, const double *y, size_t n, double *near)
{
  const double x0 = x[0], y0 = y[0];

#pragma omp simd
  for (size_t j = 1; j < n; j++)
    near[j - 1] = (y[j] - y0) / (x[j] - x0);
}

static void fill(struct slopes *s)
{
  const size_t n = s->sample->n;
  const double *x = s->sample->x, *y = s->sample->y;

  s->count = 0;
  for (size_t i = 0; i + 1 < n; i++) {
    if (!s->ties) {
      quotients_from(x + i, y + i, n - i, s->near + s->count);
      s->count += n - i - 1;
      continue;
    }
    for (size_t j = i + 1; j < n; j++)
      if (x[j] != x[i])
        s->near[s->count++] = (y[j] - y[i]) / (x[j] - x[i]);
  }
}

/* --- exact slopes -------------------------------------------------------------------------------- */

struct band {
  double low, high;
};

/* A quotient is off by less than 2^-50 of itself, and below 2^-900 exact slopes are not ordered more finely: what is
   further from the quotient at a place than twice that is on the same side of the slope there. */
static double reach_of(double near)
{
  return fabs(near) * 0x1p-48 + 0x1p-898;
}

PST_CLONES
static void count_in(const double *near, size_t n, struct band band, double *below, double *upto)
{
  double less = 0, most = 0;

#pragma omp simd reduction(+ : less, most)
  for (size_t j = 0; j < n; j++) {
    less += near[j] < band.low ? 1.0 : 0.0;
    most += near[j] <= band.high ? 1.0 : 0.0;
  }
  *below += less;
  *upto = most - less;
}

/* The exact slopes in BAND, in the spare room; BELOW: how many lie under it. */
static size_t take_exact(const struct slopes *s, struct band band, double *below)
{
  const double *x = s->sample->x, *y = s->sample->y, *near = s->near;
  const size_t n = s->sample->n;
  size_t kept = 0;

  *below = 0;
  for (size_t i = 0; i + 1 < n; i++) {
    size_t later = n - i - 1;
    double within;

    if (s->ties)
      for (size_t j = i + 1; j < n; j++)
        later -= x[j] == x[i];
    count_in(near, later, band, below, &within);
    for (size_t j = i + 1, at = 0; within > 0 && j < n; j++) {
      if (x[j] == x[i])
        continue;
      if (near[at] >= band.low && near[at] <= band.high)
        s->spare[kept++] = pst_slope_between(x[i], y[i], x[j], y[j]);
      at++;
    }
    near += later;
  }
  return kept;
}

/* The slopes at COUNT places, neighbours of each other; VALUES holds the quotients there. */
static void settle(const struct slopes *s, const size_t *places, size_t count, double *values)
{
  const struct band band = {values[0] - reach_of(values[0]),
                            values[count - 1] + reach_of(values[count - 1])};
  double below;
  const size_t kept = take_exact(s, band, &below);
  size_t inside[8];

  for (size_t i = 0; i < count; i++)
    inside[i] = places[i] - (size_t)below;
  pst_select_many(s->spare, kept, inside, count);
  for (size_t i = 0; i < count; i++)
    values[i] = s->spare[inside[i]];
}

/* Every slope exactly, where numbers are too large for quotients to tell. */
static void fill_exact(struct slopes *s)
{
  const struct pst_sample *sample = s->sample;

  s->count = 0;
  for (size_t i = 0; i < sample->n; i++)
    for (size_t j = i + 1; j < sample->n; j++)
      if (sample->x[j] != sample->x[i])
        s->near[s->count++] =
            pst_slope_between(sample->x[i], sample->y[i], sample->x[j], sample->y[j]);
  s->exact = true;
}

/* --- places --------------------------------------------------------------------------------------- */

enum { TOGETHER = 8 };

/* How many places from the first on are so near each other that one bracket has them. */
static size_t together(const uint64_t *ranks, size_t count, size_t pairs)
{
  size_t n = 1;

  while (n < count && n < TOGETHER && ranks[n] - ranks[0] <= pairs / 64 + 1)
    n++;
  return n;
}

static void select_places(struct slopes *s, const uint64_t *ranks, size_t count, double *values)
{
  while (count > 0) {
    const size_t some = together(ranks, count, s->count);
    size_t places[TOGETHER];

    for (size_t i = 0; i < some; i++)
      places[i] = (size_t)ranks[i] - 1;
    pst_bracket_select(s->near, s->count, places, some, values, s->spare);
    if (!s->exact && !(isfinite(values[0]) && isfinite(values[some - 1]))) {
      fill_exact(s);
      continue;
    }
    if (!s->exact)
      settle(s, places, some, values);
    ranks += some;
    values += some;
    count -= some;
  }
}

enum pst_status pst_few_slopes_select(const struct pst_sample *sample, const uint64_t *ranks,
                                      size_t count, double *values, struct pst_arena *scratch,
                                      struct pst_error *error)
{
  const size_t n = sample->n, pairs = n * (n - 1) / 2;
  struct slopes s = {.sample = sample,
                     .ties = ties_of_x(sample),
                     .exact = are_whole(sample->x, n) && are_whole(sample->y, n),
                     .near = pst_arena_alloc(scratch, (pairs + 1) * sizeof(double)),
                     .spare = pst_arena_alloc(scratch, (pairs + 1) * sizeof(double))};

  if (s.near == NULL || s.spare == NULL)
    return pst_fail_memory(error);
  if (are_ordinary(sample->x, n) && are_ordinary(sample->y, n))
    fill(&s);
  else
    fill_exact(&s);
  select_places(&s, ranks, count, values);
  return PST_OK;
}
