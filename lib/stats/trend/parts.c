/* parts.c -- a series cut into its parts: the seasons of a year, or the series of a region. */
#include "stats/trend/parts.h"

#include <math.h>
#include <string.h>

#include "stats/rank.h"
#include "stats/sort.h"

enum { CELLS_MOST = 50 * 1000 * 1000 };

static enum pst_status fail_twice(const struct pst_series_parts *parts, size_t part, double time,
                                  struct pst_error *error)
{
  if (parts->names != NULL)
    return pst_fail(error, PST_UNDEFINED, "%s has two values at %.10g", parts->names[part], time);
  return pst_fail(error, PST_UNDEFINED, "part %zu has two values at %.10g", part + 1, time);
}

/* The observations of part after part, each in the order of the sample. */
static enum pst_status fill(const struct pst_sample *sample, struct pst_series_split *split,
                            struct pst_arena *keep, struct pst_error *error)
{
  const struct pst_series_parts *parts = &sample->beside->parts;
  double *x = pst_arena_array(keep, sample->n + 1, sizeof *x);
  double *y = pst_arena_array(keep, sample->n + 1, sizeof *y);
  size_t *end = pst_arena_array(keep, parts->count + 1, sizeof *end);

  if (x == NULL || y == NULL || end == NULL)
    return pst_fail_memory(error);
  memset(end, 0, (parts->count + 1) * sizeof *end);
  for (size_t i = 0; i < sample->n; i++)
    end[parts->of[i] + 1]++;
  for (size_t p = 0; p < parts->count; p++) {
    split->parts[p] = (struct pst_sample){.n = end[p + 1], .x = x + end[p], .y = y + end[p]};
    end[p + 1] += end[p];
  }
  for (size_t i = 0; i < sample->n; i++) {
    const size_t at = end[parts->of[i]]++;

    x[at] = parts->time == NULL ? sample->x[i] : parts->time[i];
    y[at] = sample->y[i];
  }
  return PST_OK;
}

static enum pst_status check_once(const struct pst_series_parts *parts,
                                  const struct pst_series_split *split, struct pst_error *error)
{
  for (size_t p = 0; p < split->count; p++)
    for (size_t i = 1; i < split->parts[p].n; i++)
      if (split->parts[p].x[i] == split->parts[p].x[i - 1])
        return fail_twice(parts, p, split->parts[p].x[i], error);
  return PST_OK;
}

static enum pst_status find_times(const struct pst_sample *sample, struct pst_series_split *split,
                                  struct pst_arena *keep, struct pst_error *error)
{
  const double *time = sample->beside->parts.time == NULL ? sample->x : sample->beside->parts.time;
  double *times = pst_arena_array(keep, sample->n + 1, sizeof *times);

  if (times == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++)
    if (i == 0 || time[i] != time[i - 1])
      times[split->n_times++] = time[i];
  split->times = times;
  return PST_OK;
}

enum pst_status pst_parts_split(const struct pst_sample *sample, struct pst_series_split *split,
                                struct pst_arena *keep, struct pst_error *error)
{
  const struct pst_series_parts *parts = sample->beside == NULL ? NULL : &sample->beside->parts;
  enum pst_status status;

  if (parts == NULL || parts->count == 0)
    return pst_fail(error, PST_UNDEFINED, "the series has no parts");
  *split = (struct pst_series_split){.count = parts->count, .names = parts->names, .n = sample->n};
  split->parts = pst_arena_array(keep, parts->count, sizeof *split->parts);
  if (split->parts == NULL)
    return pst_fail_memory(error);
  status = fill(sample, split, keep, error);
  if (status == PST_OK)
    status = check_once(parts, split, error);
  if (status == PST_OK)
    status = find_times(sample, split, keep, error);
  return status;
}

/* The row of one part: its ranks where it has values, else their mean. */
static enum pst_status rank_part(const struct pst_series_split *split, size_t p, double *own,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_sample *part = &split->parts[p];
  double *values = split->values + p * split->n_times, *ranks = split->ranks + p * split->n_times;
  size_t at = 0;
  enum pst_status status = pst_rank(part->y, part->n, PST_TIES_MEAN, false, own, scratch, error);

  for (size_t j = 0; j < split->n_times; j++) {
    const bool has = at < part->n && part->x[at] == split->times[j];

    values[j] = has ? part->y[at] : (double)NAN;
    ranks[j] = has ? own[at] : ((double)part->n + 1) / 2;
    at += has;
  }
  return status;
}

enum pst_status pst_parts_rank(struct pst_series_split *split, struct pst_arena *keep,
                               struct pst_error *error)
{
  const size_t row = split->n_times * sizeof(double);
  double *own;
  enum pst_status status = PST_OK;

  if ((double)split->count * (double)split->n_times > CELLS_MOST)
    return pst_fail(error, PST_UNDEFINED, "%zu parts of %zu times are too many to correlate",
                    split->count, split->n_times);
  split->values = pst_arena_array(keep, split->count, row);
  split->ranks = pst_arena_array(keep, split->count, row);
  own = pst_arena_array(keep, split->n_times + 1, sizeof *own);
  if (split->values == NULL || split->ranks == NULL || own == NULL)
    return pst_fail_memory(error);
  for (size_t p = 0; p < split->count && status == PST_OK; p++)
    status = rank_part(split, p, own, keep, error);
  return status;
}

static int sign_of(double later, double sooner)
{
  return (later > sooner) - (later < sooner); /* 0 with a NaN */
}

double pst_parts_covariance(const struct pst_series_split *split, size_t g, size_t h)
{
  const size_t T = split->n_times;
  const double *a = split->values + g * T, *b = split->values + h * T;
  const double *ra = split->ranks + g * T, *rb = split->ranks + h * T;
  double K = 0, products = 0;

  for (size_t j = 0; j < T; j++) {
    long row = 0;

    for (size_t i = 0; i < j; i++)
      row += sign_of(a[j], a[i]) * sign_of(b[j], b[i]);
    K += (double)row;
    products += ra[j] * rb[j];
  }
  return (K + 4 * products
          - (double)T * ((double)split->parts[g].n + 1) * ((double)split->parts[h].n + 1))
         / 3;
}
