/* agreement.c -- how far two rankings of the same items agree. */
#include "stats/correlation/agreement.h"

#include <math.h>

#include "stats/kendall/kendall_count.h"
#include "stats/rank.h"
#include "stats/sample.h"

/* The sum and the largest of |rank_x - rank_y|; mid-ranks, so exact in doubles. */
struct shifts {
  double total;
  double most;
};

static enum pst_status measure_shifts(const struct pst_sample *sample, struct shifts *shifts,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = sample->n;
  double *x = pst_arena_array(scratch, n, sizeof *x);
  double *y = pst_arena_array(scratch, n, sizeof *y);
  enum pst_status status;

  if (x == NULL || y == NULL)
    return pst_fail_memory(error);
  status = pst_rank(sample->x, n, PST_TIES_MEAN, true, x, scratch, error);
  if (status == PST_OK)
    status = pst_rank(sample->y, n, PST_TIES_MEAN, true, y, scratch, error);
  if (status != PST_OK)
    return status;
  *shifts = (struct shifts){0, 0};
  for (size_t i = 0; i < n; i++) {
    shifts->total += fabs(x[i] - y[i]);
    shifts->most = fmax(shifts->most, fabs(x[i] - y[i]));
  }
  return PST_OK;
}

static enum pst_status shifts_of(const struct pst_sample *sample, const struct pst_test *test,
                                 const char *method, struct shifts *shifts,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = measure_shifts(sample, shifts, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_footrule(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct shifts shifts;
  enum pst_status status = shifts_of(sample, test, "footrule", &shifts, scratch, error);
  double n = (double)sample->n;
  double most = floor(n * n / 2);

  if (status != PST_OK)
    return status;
  return pst_estimates_terms(out, "footrule", sample->n,
                             (const struct pst_term[]){
                                 {"footrule", shifts.total, NULL},
                                 {"footrule_max", most, NULL},
                                 {"footrule_normalized", shifts.total / most, NULL},
                                 {"footrule_similarity", (most - shifts.total) / most, NULL},
                             },
                             4, error);
}

enum pst_status pst_kendall_distance(const struct pst_sample *sample, const struct pst_test *test,
                                     struct pst_estimates *out, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_kendall_counts counts;
  enum pst_status status = pst_asymptotic_only(test, "kendall-distance", error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = pst_kendall_count(sample, test->threads, &counts, scratch, error);
  pst_arena_release(scratch, mark);
  if (status != PST_OK)
    return status;
  return pst_estimates_terms(
      out, "kendall-distance", sample->n,
      (const struct pst_term[]){
          {"kendall_distance", (double)counts.discordant, NULL},
          {"kendall_distance_normalized", (double)counts.discordant / (double)counts.pairs, NULL},
      },
      2, error);
}

enum pst_status pst_rank_shift(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  struct shifts shifts;
  enum pst_status status = shifts_of(sample, test, "rank-shift", &shifts, scratch, error);

  if (status != PST_OK)
    return status;
  return pst_estimates_terms(out, "rank-shift", sample->n,
                             (const struct pst_term[]){
                                 {"mean_abs_rank_change", shifts.total / (double)sample->n, NULL},
                                 {"max_abs_rank_change", shifts.most, NULL},
                             },
                             2, error);
}
