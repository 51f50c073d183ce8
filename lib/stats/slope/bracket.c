/* bracket.c -- values at places of many, by a bracket that a few of them give. */
#include "stats/slope/bracket.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "stats/sort.h"

/* How many values are ordered for the bracket, and how many of them lie between it and the place. */
enum { FEW = 64, MARGIN = 10 };

struct bracket {
  double low, high;
};

static struct bracket choose(const double *v, size_t n, size_t first, size_t last)
{
  double few[FEW], room[FEW];
  const size_t step = n / FEW;
  const size_t low = first * FEW / n, high = last * FEW / n;

  for (size_t i = 0; i < FEW; i++)
    few[i] = v[i * step];
  pst_sort(few, room, FEW);
  return (struct bracket){.low = low < MARGIN ? -(double)INFINITY : few[low - MARGIN],
                          .high = high + MARGIN >= FEW ? (double)INFINITY : few[high + MARGIN]};
}

/* The values of V within the bracket; BELOW: how many are below it. */
static size_t keep_within(const double *v, size_t n, struct bracket bracket, double *spare,
                          size_t *below)
{
  size_t kept = 0, less = 0;

  for (size_t i = 0; i < n; i++) {
    const double value = v[i];

    spare[kept] = value;
    kept += (size_t)((int)(value >= bracket.low) & (int)(value <= bracket.high));
    less += value < bracket.low;
  }
  *below = less;
  return kept;
}

static void select_from(double *spare, size_t n, size_t below, const size_t *places, size_t count,
                        double *values)
{
  for (size_t i = count; i-- > 0;) {
    /* What stands after a place is no smaller: the next lower place is before it. */
    const size_t end = i + 1 < count ? places[i + 1] - below + 1 : n;

    values[i] = pst_select(spare, end, places[i] - below);
  }
}

void pst_bracket_select(const double *v, size_t n, const size_t *places, size_t count,
                        double *values, double *spare)
{
  size_t below = 0, kept = 0;

  if (n >= (size_t)8 * FEW)
    kept = keep_within(v, n, choose(v, n, places[0], places[count - 1]), spare, &below);
  if (kept == 0 || places[0] < below || places[count - 1] >= below + kept) {
    memcpy(spare, v, n * sizeof *v);
    below = 0;
    kept = n;
  }
  select_from(spare, kept, below, places, count, values);
}

double pst_bracket_median(const double *v, size_t n, double *spare)
{
  const size_t places[] = {(n - 1) / 2, n / 2};
  double values[2];

  pst_bracket_select(v, n, places, 2, values, spare);
  return pst_middle(values[0], values[1]);
}
