/* normalise.c -- indicators on one scale. */
#include "stats/composite/normalise.h"

#include <math.h>

#include "stats/description/moments.h"
#include "stats/rank.h"

/* The known values of one indicator, and what is found in them. */
struct known {
  size_t n;
  double *x; /* times the direction */
  size_t *at;
  double min;
  double max;
};

static enum pst_status gather(const double *x, size_t n, int direction, struct known *known,
                              struct pst_arena *scratch, struct pst_error *error)
{
  *known = (struct known){.min = INFINITY, .max = -INFINITY};
  known->x = pst_arena_array(scratch, n + 1, sizeof *known->x);
  known->at = pst_arena_array(scratch, n + 1, sizeof *known->at);
  if (known->x == NULL || known->at == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    if (isnan(x[i]))
      continue;
    known->at[known->n] = i;
    known->x[known->n++] = direction * x[i];
    known->min = fmin(known->min, direction * x[i]);
    known->max = fmax(known->max, direction * x[i]);
  }
  return PST_OK;
}

/* y = factor (d x - from) / width. */
static const char *linear(const struct known *known, double from, double width, double factor,
                          const char *without, double *y)
{
  if (!(width > 0) || isinf(width))
    return without;
  for (size_t i = 0; i < known->n; i++)
    y[known->at[i]] = factor * (known->x[i] - from) / width;
  return NULL;
}

static const char *zscore(const struct known *known, double *y)
{
  struct pst_moments moments;
  double sd;

  if (known->n < 2)
    return "fewer than 2 values";
  pst_moments_of(known->x, known->n, &moments);
  if (moments.squares == 0)
    return "all values are equal";
  sd = sqrt(moments.squares / (double)(known->n - 1));
  for (size_t i = 0; i < known->n; i++)
    y[known->at[i]] = pst_from_mean(known->x[i], &moments.mean) * moments.scale / sd;
  return NULL;
}

static enum pst_status ranks(const struct known *known, enum pst_normalise_kind kind, double *y,
                             const char **reason, struct pst_arena *scratch,
                             struct pst_error *error)
{
  const double n = (double)known->n;
  double *rank = pst_arena_array(scratch, known->n + 1, sizeof *rank);
  enum pst_ties ties = kind == PST_NORMALISE_RANK_MEAN ? PST_TIES_MEAN : PST_TIES_MIN;
  enum pst_status status;

  if (rank == NULL)
    return pst_fail_memory(error);
  if (kind == PST_NORMALISE_PERCENTILE && known->n < 2) {
    *reason = "fewer than 2 values";
    return PST_OK;
  }
  status = pst_rank(known->x, known->n, ties, false, rank, scratch, error);
  for (size_t i = 0; status == PST_OK && i < known->n; i++)
    y[known->at[i]] = kind == PST_NORMALISE_PERCENTILE ? (rank[i] - 1) / (n - 1) : rank[i];
  return status;
}

static const char *goalposts(const struct known *known, const struct pst_normalise *how, double *y)
{
  double from = how->direction < 0 ? -how->high : how->low;

  linear(known, from, how->high - how->low, 100, NULL, y);
  for (size_t i = 0; how->kind == PST_NORMALISE_GOALPOSTS && i < known->n; i++)
    y[known->at[i]] = fmin(fmax(y[known->at[i]], 0), 100);
  return NULL;
}

static const char *ratio(const double *x, const struct known *known,
                         const struct pst_normalise *how, double *y)
{
  const double reference = x[how->reference];

  if (!(reference > 0))
    return isnan(reference) ? "the reference is empty" : "the reference is not above 0";
  for (size_t i = 0; i < known->n; i++) {
    double value = x[known->at[i]];

    if (how->direction > 0)
      y[known->at[i]] = value / reference;
    else if (value > 0)
      y[known->at[i]] = reference / value;
  }
  return NULL;
}

static const char *distance(const double *x, const struct known *known,
                            const struct pst_normalise *how, double *y)
{
  if (isnan(x[how->reference]))
    return "the reference is empty";
  return linear(known, known->min, how->direction * x[how->reference] - known->min, 1,
                "the reference is the lowest", y);
}

static enum pst_status by_kind(const double *x, const struct known *known,
                               const struct pst_normalise *how, double *y, const char **reason,
                               struct pst_arena *scratch, struct pst_error *error)
{
  switch (how->kind) {
  case PST_NORMALISE_NONE:
    *reason = linear(known, 0, 1, 1, NULL, y);
    break;
  case PST_NORMALISE_MINMAX:
    *reason = linear(known, known->min, known->max - known->min, 100, "all values are equal", y);
    break;
  case PST_NORMALISE_ZSCORE:
    *reason = zscore(known, y);
    break;
  case PST_NORMALISE_RANK:
  case PST_NORMALISE_RANK_MEAN:
  case PST_NORMALISE_PERCENTILE:
    return ranks(known, how->kind, y, reason, scratch, error);
  case PST_NORMALISE_GOALPOSTS:
  case PST_NORMALISE_GOALPOSTS_OPEN:
    *reason = goalposts(known, how, y);
    break;
  case PST_NORMALISE_DISTANCE:
    *reason = distance(x, known, how, y);
    break;
  case PST_NORMALISE_RATIO:
    *reason = ratio(x, known, how, y);
  }
  return PST_OK;
}

enum pst_status pst_normalise(const double *x, size_t n, const struct pst_normalise *how, double *y,
                              const char **reason, struct pst_arena *scratch,
                              struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  bool posts = how->kind == PST_NORMALISE_GOALPOSTS || how->kind == PST_NORMALISE_GOALPOSTS_OPEN;
  const char *why = NULL;
  struct known known;
  enum pst_status status;

  if (posts && !(how->low < how->high && isfinite(how->high - how->low)))
    return pst_fail(error, PST_USAGE, "goalposts %g..%g; give the lower one first", how->low,
                    how->high);
  for (size_t i = 0; i < n; i++)
    y[i] = (double)NAN;
  status = gather(x, n, how->direction, &known, scratch, error);
  if (status == PST_OK && known.n == 0)
    why = "no values";
  else if (status == PST_OK)
    status = by_kind(x, &known, how, y, &why, scratch, error);
  pst_arena_release(scratch, mark);
  if (reason != NULL)
    *reason = why;
  return status;
}
