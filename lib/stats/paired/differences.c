/* differences.c -- the differences of paired values, and which of them are equal. */
#include "stats/paired/differences.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "stats/sort.h"

static double tolerance_of(const struct pst_sample *sample)
{
  double most = 0;
  bool whole = true;

  for (size_t i = 0; i < sample->n; i++) {
    most = fmax(most, fmax(fabs(sample->x[i]), fabs(sample->y[i])));
    whole = whole && sample->x[i] == floor(sample->x[i]) && sample->y[i] == floor(sample->y[i]);
  }
  return whole || most == 0 ? 0 : ldexp(8 * DBL_EPSILON, ilogb(most));
}

static bool allocate(struct pst_differences *d, struct pst_arena *scratch)
{
  d->all = pst_arena_array(scratch, d->n + 1, sizeof *d->all);
  d->sorted = pst_arena_array(scratch, d->n + 1, sizeof *d->sorted);
  d->size = pst_arena_array(scratch, d->n + 1, sizeof *d->size);
  d->positives = pst_arena_array(scratch, d->n + 1, sizeof *d->positives);
  return d->all != NULL && d->sorted != NULL && d->size != NULL && d->positives != NULL;
}

static void subtract(const struct pst_sample *sample, struct pst_differences *d)
{
  for (size_t i = 0; i < d->n; i++) {
    double difference = sample->x[i] - sample->y[i];

    if (fabs(difference) <= d->tolerance)
      continue;
    d->all[i] = d->sorted[d->kept++] = difference;
    d->positive += difference > 0;
    d->negative += difference < 0;
  }
}

/* A group ends where the next size is further from its first than the tolerance. */
static void group(struct pst_differences *d, struct pst_pair *by_size, struct pst_pair *spare)
{
  double first = 0;

  for (size_t i = 0; i < d->kept; i++)
    by_size[i] = (struct pst_pair){fabs(d->sorted[i]), d->sorted[i] > 0};
  pst_sort_pairs(by_size, spare, d->kept);
  for (size_t i = 0; i < d->kept; i++) {
    if (i == 0 || by_size[i].x - first > d->tolerance) {
      first = by_size[i].x;
      d->groups++;
    }
    d->size[d->groups - 1]++;
    d->positives[d->groups - 1] += by_size[i].y > 0;
  }
}

enum pst_status pst_differences_of(const struct pst_sample *sample,
                                   struct pst_differences *differences, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  struct pst_differences d = {.n = sample->n, .tolerance = tolerance_of(sample)};
  struct pst_pair *pairs = pst_arena_array(scratch, 2 * sample->n + 2, sizeof *pairs);

  if (pairs == NULL || !allocate(&d, scratch))
    return pst_fail_memory(error);
  subtract(sample, &d);
  group(&d, pairs, pairs + sample->n + 1);
  pst_sort(d.sorted, (double *)pairs, d.kept);
  *differences = d;
  return PST_OK;
}
