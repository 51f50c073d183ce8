/* volatility.c -- how much rankings move from period to period. */
#include "stats/correlation/volatility.h"

#include <math.h>

#include "stats/rank.h"
#include "stats/sample.h"

static const char METHOD[] = "rank-volatility";

/* One pair of consecutive periods. */
struct step {
  size_t both;   /* entities in both */
  double change; /* their mean change, up or down */
  double slope, intercept;
};

struct moves {
  size_t n, periods;
  const double *const *values;
  double **rank;      /* by period; NaN where an entity has no value */
  struct step *steps; /* periods - 1 */
};

/* The mid-ranks of a period among those that stand in it, the largest value first. */
static enum pst_status rank_period(const double *values, size_t n, double *rank,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *known = pst_arena_array(scratch, n + 1, sizeof *known);
  double *among = pst_arena_array(scratch, n + 1, sizeof *among);
  size_t count = 0;
  enum pst_status status = PST_OK;

  if (known == NULL || among == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    if (!isnan(values[i]))
      known[count++] = values[i];
  if (count > 0)
    status = pst_rank(known, count, PST_TIES_MEAN, true, among, scratch, error);
  count = 0;
  for (size_t i = 0; i < n; i++)
    rank[i] = isnan(values[i]) ? (double)NAN : among[count++];
  pst_arena_release(scratch, mark);
  return status;
}

/* Ranks are halves of whole numbers: these sums are exact. */
static void take_step(const double *from, const double *to, size_t n, struct step *step)
{
  double x = 0, y = 0, xx = 0, xy = 0, change = 0, N;

  *step = (struct step){0, (double)NAN, (double)NAN, (double)NAN};
  for (size_t i = 0; i < n; i++) {
    if (isnan(from[i]) || isnan(to[i]))
      continue;
    step->both++;
    x += from[i];
    y += to[i];
    xx += from[i] * from[i];
    xy += from[i] * to[i];
    change += fabs(to[i] - from[i]);
  }
  N = (double)step->both;
  if (step->both == 0)
    return;
  step->change = change / N;
  if (N * xx - x * x <= 0)
    return;
  step->slope = (N * xy - x * y) / (N * xx - x * x);
  step->intercept = (y - step->slope * x) / N;
}

static enum pst_status find_moves(const struct pst_sample *sample, struct moves *moves,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_beside *beside = sample->beside;
  enum pst_status status = PST_OK;

  if (beside == NULL || beside->n_controls < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 periods");
  *moves =
      (struct moves){.n = sample->n, .periods = beside->n_controls, .values = beside->controls};
  moves->rank = pst_arena_array(scratch, moves->periods, sizeof *moves->rank);
  moves->steps = pst_arena_array(scratch, moves->periods, sizeof *moves->steps);
  if (moves->rank == NULL || moves->steps == NULL)
    return pst_fail_memory(error);
  for (size_t p = 0; p < moves->periods && status == PST_OK; p++) {
    moves->rank[p] = pst_arena_array(scratch, moves->n + 1, sizeof **moves->rank);
    status = moves->rank[p] == NULL
                 ? pst_fail_memory(error)
                 : rank_period(moves->values[p], moves->n, moves->rank[p], scratch, error);
  }
  for (size_t p = 0; p + 1 < moves->periods && status == PST_OK; p++)
    take_step(moves->rank[p], moves->rank[p + 1], moves->n, &moves->steps[p]);
  return status;
}

/* --- rows ----------------------------------------------------------------------------------------- */

static enum pst_status add_all(const struct moves *moves, struct pst_estimates *out,
                               struct pst_error *error)
{
  double sum = 0, steps = 0;

  for (size_t p = 0; p + 1 < moves->periods; p++)
    if (moves->steps[p].both > 0) {
      sum += moves->steps[p].change;
      steps++;
    }
  if (steps == 0)
    return pst_fail(error, PST_UNDEFINED, "no entity stands in two consecutive periods");
  return pst_estimates_value(out, METHOD, "volatility", moves->n, sum / steps, error);
}

static enum pst_status add_entities(const struct moves *moves, const char *const *names,
                                    struct pst_estimates *out, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < moves->n && status == PST_OK; i++) {
    double sum = 0;
    size_t own = 0;
    struct pst_term term = {NULL, (double)NAN, "in no two consecutive periods"};

    for (size_t p = 0; p + 1 < moves->periods; p++) {
      const double change = fabs(moves->rank[p + 1][i] - moves->rank[p][i]);

      sum += isnan(change) ? 0 : change;
      own += isnan(change) ? 0 : 1;
    }
    term.term = pst_arena_format(out->arena, "volatility[%s]", names[i]);
    term.value = own == 0 ? (double)NAN : sum / (double)own;
    status = term.term == NULL ? pst_fail_memory(error)
                               : pst_estimates_terms(out, METHOD, own, &term, 1, error);
  }
  return status;
}

static enum pst_status add_steps(const struct moves *moves, const char *const *periods,
                                 struct pst_estimates *out, struct pst_error *error)
{
  static const char NONE[] = "no entity in both periods", EQUAL[] = "equal earlier ranks";
  enum pst_status status = PST_OK;

  for (size_t p = 0; p + 1 < moves->periods && status == PST_OK; p++) {
    const struct step *step = &moves->steps[p];
    const char *from = periods[p], *to = periods[p + 1], *why = step->both == 0 ? NONE : EQUAL;
    const struct pst_term terms[] = {
        {pst_arena_format(out->arena, "mean_abs_change[%s,%s]", from, to), step->change, NONE},
        {pst_arena_format(out->arena, "rank_slope[%s,%s]", from, to), step->slope, why},
        {pst_arena_format(out->arena, "rank_intercept[%s,%s]", from, to), step->intercept, why}};

    status = terms[0].term == NULL || terms[1].term == NULL || terms[2].term == NULL
                 ? pst_fail_memory(error)
                 : pst_estimates_terms(out, METHOD, step->both, terms, 3, error);
  }
  return status;
}

enum pst_status pst_rank_volatility(const struct pst_sample *sample, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct moves moves = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = find_moves(sample, &moves, scratch, error);
  if (status == PST_OK)
    status = add_all(&moves, out, error);
  if (status == PST_OK)
    status = add_entities(&moves, sample->beside->parts.names, out, error);
  if (status == PST_OK)
    status = add_steps(&moves, sample->beside->control_names, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
