/* rest.c -- what is left of a series when its Sen slope is taken off, and whether it depends on what was before. */
#include "stats/trend/rest.h"

#include <math.h>

#include "stats/serial.h"
#include "stats/slope/select/slopes.h"
#include "stats/sort.h"
#include "stats/sum.h"
#include "stats/trend/derived.h"
#include "stats/trend/spacing.h"

static bool occurs_twice(const struct pst_sample *sample)
{
  for (size_t i = 1; i < sample->n; i++)
    if (sample->x[i] == sample->x[i - 1])
      return true;
  return false;
}

/* Of times one step apart by their numbers, as the corrected tests have it, else by the times. */
static enum pst_status find_slope(const struct pst_sample *sample, bool even, double *slope,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const uint64_t n = sample->n, pairs = n * (n - 1) / 2;
  const uint64_t ranks[] = {(pairs + 1) / 2, pairs / 2 + 1};
  double slopes[2] = {0, 0};
  enum pst_status status;

  if (even)
    return pst_derived_sample_slope(sample, slope, scratch, error);
  status = pst_slope_select(sample, ranks, 2, 1, slopes, scratch, error);
  *slope = pst_middle(slopes[0], slopes[1]);
  return status;
}

/* REST: y less its Sen slope; false where that is level but for rounding. */
static enum pst_status take_slope(const struct pst_sample *sample, bool even, double *rest,
                                  bool *varies, struct pst_arena *scratch, struct pst_error *error)
{
  double slope = 0;
  enum pst_status status = find_slope(sample, even, &slope, scratch, error);

  for (size_t i = 0; i < sample->n; i++)
    rest[i] = fma(-slope, even ? (double)i : sample->x[i] - sample->x[0], sample->y[i]);
  *varies = status == PST_OK && !pst_derived_level(rest, sample->y, sample->n);
  return status;
}

enum pst_status pst_rest_first(const struct pst_sample *sample, double *r1, bool *even,
                               struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *rest = pst_arena_array(scratch, sample->n, sizeof *rest);
  bool varies = false;
  enum pst_status status = rest == NULL ? pst_fail_memory(error) : PST_OK;

  *r1 = (double)NAN;
  *even = status == PST_OK && pst_spacing_broken(sample, scratch) == NULL;
  if (status == PST_OK && !occurs_twice(sample))
    status = take_slope(sample, *even, rest, &varies, scratch, error);
  if (varies)
    *r1 = pst_serial_first(rest, sample->n);
  pst_arena_release(scratch, mark);
  return status;
}

/* REST of one part, about its mean and near 1; 0 where it is level. */
static enum pst_status rest_of_part(const struct pst_sample *part, double *rest,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_sum mean;
  bool varies = false;
  enum pst_status status = PST_OK;

  if (part->n > 1)
    status = take_slope(part, false, rest, &varies, scratch, error);
  mean = pst_mean_of(rest, part->n);
  for (size_t i = 0; i < part->n; i++)
    rest[i] = varies ? pst_from_mean(rest[i], &mean) : 0;
  return status;
}

/* The rests of part after part, scaled by a power of two so that no square leaves the range of doubles. */
static enum pst_status rest_of_parts(const struct pst_series_split *split, double *rest,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  double most = 0;
  int power;

  for (size_t p = 0, at = 0; p < split->count && status == PST_OK; p++) {
    status = rest_of_part(&split->parts[p], rest + at, scratch, error);
    at += split->parts[p].n;
  }
  for (size_t i = 0; i < split->n && status == PST_OK; i++)
    most = fmax(most, fabs(rest[i]));
  frexp(most, &power);
  for (size_t i = 0; i < split->n && status == PST_OK; i++)
    rest[i] = ldexp(rest[i], -power);
  return status;
}

/* Where the row of the sample stands in REST, in the order of the rows. */
static size_t *places_of(const struct pst_sample *sample, const struct pst_series_split *split,
                         struct pst_arena *scratch)
{
  size_t *next = pst_arena_array(scratch, split->count + 1, sizeof *next);
  size_t *place = pst_arena_array(scratch, sample->n + 1, sizeof *place);

  if (next == NULL || place == NULL)
    return NULL;
  for (size_t p = 0; p < split->count; p++)
    next[p + 1] = next[p] + split->parts[p].n;
  for (size_t i = 0; i < sample->n; i++)
    place[i] = next[sample->beside->parts.of[i]]++;
  return place;
}

static double first_within(const double *rest, const struct pst_series_split *split)
{
  struct pst_sum squares = {0, 0}, lagged = {0, 0};

  for (size_t p = 0, at = 0; p < split->count; p++)
    for (size_t i = 0; i < split->parts[p].n; i++, at++) {
      pst_sum_product(&squares, rest[at], rest[at]);
      if (i > 0)
        pst_sum_product(&lagged, rest[at], rest[at - 1]);
    }
  return pst_sum_value(&lagged) / pst_sum_value(&squares);
}

static double first_by_rows(const double *rest, const size_t *place, size_t n)
{
  struct pst_sum squares = {0, 0}, lagged = {0, 0};

  for (size_t i = 0; i < n; i++) {
    pst_sum_product(&squares, rest[place[i]], rest[place[i]]);
    if (i > 0)
      pst_sum_product(&lagged, rest[place[i]], rest[place[i - 1]]);
  }
  return pst_sum_value(&lagged) / pst_sum_value(&squares);
}

enum pst_status pst_rest_of_parts(const struct pst_sample *sample,
                                  const struct pst_series_split *split, bool within, double *r1,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *rest = pst_arena_array(scratch, split->n + 1, sizeof *rest);
  const size_t *place = within ? NULL : places_of(sample, split, scratch);
  enum pst_status status;

  if (rest == NULL || (place == NULL && !within))
    return pst_fail_memory(error);
  status = rest_of_parts(split, rest, scratch, error);
  if (status == PST_OK)
    *r1 = within ? first_within(rest, split) : first_by_rows(rest, place, split->n); /* 0/0: NaN */
  pst_arena_release(scratch, mark);
  return status;
}
