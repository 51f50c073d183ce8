/* stack.c -- parts of a whole over time, one above the other: where each begins and ends. */
#include "figure/page/stack.h"

#include <math.h>
#include <stdlib.h>

static bool is_gap(const struct pst_figure *figure, size_t k)
{
  for (size_t i = 0; i < figure->n_series; i++)
    if (isfinite(figure->series[i].y[k]))
      return false;
  return true;
}

/* To 12 digits: sums of shares that are 100 but for rounding end on one line. */
static double rounded(double value)
{
  const double unit = value > 0 ? pow(10, 11 - floor(log10(value))) : 0;
  const double whole = nearbyint(value * unit) / unit;

  return isfinite(whole) ? whole : value;
}

static int by_value(const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* Bars are 0.8 of the least step wide.  Returns the step from which areas are parted: GAP, or 1.5 times the median one. */
static double measure_steps(struct pst_stack *stack, double gap, double *steps)
{
  size_t n = 0;

  for (size_t k = 1; k < stack->n; k++)
    if (stack->x[k] > stack->x[k - 1])
      steps[n++] = stack->x[k] - stack->x[k - 1];
  qsort(steps, n, sizeof *steps, by_value);
  stack->width = 0.8 * (n > 0 ? steps[0] : 1);
  return gap > 0 ? gap : n > 0 ? 1.5 * steps[(n - 1) / 2] : (double)INFINITY;
}

/* Whether the same series have values at a time and at the next, and some have. */
static bool same_parts(const struct pst_figure *figure, size_t k)
{
  for (size_t i = 0; i < figure->n_series; i++)
    if (isfinite(figure->series[i].y[k]) != isfinite(figure->series[i].y[k + 1]))
      return false;
  return !is_gap(figure, k);
}

static void join_times(struct pst_stack *stack, const struct pst_figure *figure, double gap,
                       bool *joins)
{
  for (size_t k = 0; k + 1 < stack->n; k++) {
    const bool near = stack->x[k + 1] - stack->x[k] <= gap, same = same_parts(figure, k);

    joins[k] = near && same;
    stack->changing =
        stack->changing || (near && !same && !is_gap(figure, k) && !is_gap(figure, k + 1));
  }
}

/* Bars of time K: positive parts above 0, negative ones below. */
static void stand(struct pst_stack *stack, const struct pst_figure *figure, size_t k)
{
  double ends[2] = {0, 0};

  for (size_t i = 0; i < figure->n_series; i++) {
    const double value = figure->series[i].y[k];
    double *end = &ends[value < 0];

    stack->from[i * stack->n + k] = *end;
    *end = value < 0 ? -rounded(-*end - value) : rounded(*end + (isfinite(value) ? value : 0));
    stack->to[i * stack->n + k] = *end;
  }
}

bool pst_stack_make(struct pst_stack *stack, const struct pst_figure *figure,
                    struct pst_arena *arena)
{
  size_t n = figure->series[0].n;
  double *steps;
  bool *joins;

  for (size_t i = 1; i < figure->n_series; i++)
    n = figure->series[i].n < n ? figure->series[i].n : n;
  *stack = (struct pst_stack){.n = n, .series = figure->n_series, .x = figure->series[0].x};
  stack->base = pst_arena_array(arena, (figure->n_series + 1) * n + 1, sizeof *stack->base);
  stack->from = pst_arena_array(arena, figure->n_series * n + 1, sizeof *stack->from);
  stack->to = pst_arena_array(arena, figure->n_series * n + 1, sizeof *stack->to);
  steps = pst_arena_array(arena, n + 1, sizeof *steps);
  stack->joins = joins = pst_arena_array(arena, n + 1, sizeof *joins);
  if (stack->base == NULL || stack->from == NULL || stack->to == NULL || steps == NULL
      || joins == NULL)
    return false;
  join_times(stack, figure, measure_steps(stack, figure->gap, steps), joins);
  for (size_t k = 0; k < n; k++) {
    stack->base[k] = is_gap(figure, k) ? (double)NAN : 0;
    stand(stack, figure, k);
    for (size_t i = 0; i < figure->n_series; i++) {
      const double value = figure->series[i].y[k];

      stack->negative += value < 0;
      stack->base[(i + 1) * n + k] =
          rounded(stack->base[i * n + k] + (isfinite(value) ? fmax(value, 0) : 0));
    }
  }
  return true;
}

bool pst_stack_joins(const struct pst_stack *stack, size_t time)
{
  return time + 1 < stack->n && stack->joins[time];
}

double pst_stack_reach(const struct pst_stack *stack, size_t time)
{
  const bool joined =
      pst_stack_joins(stack, time) || (time > 0 && pst_stack_joins(stack, time - 1));

  return joined || isnan(stack->base[time]) ? 0 : stack->width / 4;
}
