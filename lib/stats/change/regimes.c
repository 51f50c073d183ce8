/* regimes.c -- what a figure draws of change points: the line that they make of the series. */
#include "stats/change/regimes.h"

#include <math.h>
#include <string.h>

#include "stats/sum.h"

static double value_of(const struct pst_estimates *estimates, const char *method, const char *term)
{
  const struct pst_estimate *row = pst_estimates_find(estimates, method, term);

  return row == NULL ? (double)NAN : row->estimate;
}

static enum pst_status make(struct pst_path *path, size_t most, struct pst_arena *scratch,
                            struct pst_error *error)
{
  path->n = 0;
  path->x = pst_arena_array(scratch, most, sizeof *path->x);
  path->y = pst_arena_array(scratch, most, sizeof *path->y);
  return path->x == NULL || path->y == NULL ? pst_fail_memory(error) : PST_OK;
}

static void go_to(struct pst_path *path, double x, double y)
{
  path->x[path->n] = x;
  path->y[path->n++] = y;
}

/* Values FROM to TO - 1, flat at their mean, as far as halfway to the next ones. */
static void add_mean(const struct pst_sample *sample, size_t from, size_t to, struct pst_path *path)
{
  struct pst_sum mean = pst_mean_of(sample->y + from, to - from);
  const double *x = sample->x;

  go_to(path, from == 0 ? x[0] : (x[from - 1] + x[from]) / 2, pst_sum_value(&mean));
  go_to(path, to == sample->n ? x[to - 1] : (x[to - 1] + x[to]) / 2, pst_sum_value(&mean));
}

/* How many values are at or before the time WHEN. */
static size_t count_to(const struct pst_sample *sample, double when)
{
  size_t n = 0;

  while (n < sample->n && sample->x[n] <= when)
    n++;
  return n;
}

enum pst_status pst_regimes_of_means(const struct pst_sample *sample,
                                     const struct pst_estimates *estimates, const char *method,
                                     struct pst_path *path, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  enum { SEGMENTS = 16 };
  size_t from = 0;
  enum pst_status status = make(path, 2 * SEGMENTS, scratch, error);

  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < estimates->count && path->n + 4 < 2 * SEGMENTS; i++) {
    const struct pst_estimate *row = &estimates->items[i];
    bool dated = strcmp(row->term, "change") == 0
                 || (strncmp(row->term, "break", 5) == 0 && strcmp(row->term, "breaks") != 0);
    size_t to = dated && strcmp(row->method, method) == 0 && !isnan(row->estimate)
                    ? count_to(sample, row->estimate)
                    : 0;

    if (to <= from || to >= sample->n)
      continue;
    add_mean(sample, from, to, path);
    from = to;
  }
  if (from > 0 || !isnan(value_of(estimates, method, "breaks")))
    add_mean(sample, from, sample->n, path);
  return PST_OK;
}

enum pst_status pst_regimes_of_slopes(const struct pst_sample *sample,
                                      const struct pst_estimates *estimates, const char *method,
                                      struct pst_path *path, struct pst_arena *scratch,
                                      struct pst_error *error)
{
  double knot = value_of(estimates, method, "knot");
  double level = value_of(estimates, method, "value_at_knot");
  enum pst_status status = make(path, 3, scratch, error);

  if (status != PST_OK || isnan(knot) || isnan(level))
    return status;
  go_to(path, sample->x[0],
        level + value_of(estimates, method, "slope_before") * (sample->x[0] - knot));
  go_to(path, knot, level);
  go_to(path, sample->x[sample->n - 1],
        level + value_of(estimates, method, "slope_after") * (sample->x[sample->n - 1] - knot));
  return PST_OK;
}
