/* spacing.c -- whether the times of a series are one step apart, without gaps or repeats. */
#include "stats/trend/spacing.h"

#include <math.h>

static const char NEEDS[] = "this method needs an unbroken series";

static double shortest_step(const struct pst_sample *sample)
{
  double step = INFINITY;

  for (size_t i = 1; i < sample->n; i++)
    step = fmin(step, sample->x[i] - sample->x[i - 1]);
  return step;
}

const char *pst_spacing_broken(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_arena *arena)
{
  char after[PST_X_SIZE];
  const double step = shortest_step(sample);

  if (sample->n > 1 && step <= 0)
    return pst_arena_format(arena, "a time occurs twice: %s", NEEDS);
  for (size_t i = 1; i < sample->n; i++)
    if (sample->x[i] - sample->x[i - 1] > step * 1.02) {
      pst_test_print_x(test, sample->x[i - 1], after);
      return pst_arena_format(arena, "the times have a gap after %s: %s", after, NEEDS);
    }
  return NULL;
}

double pst_spacing_step(const struct pst_sample *sample)
{
  const size_t n = sample->n;

  return n < 2 ? 1 : (sample->x[n - 1] - sample->x[0]) / (double)(n - 1);
}
