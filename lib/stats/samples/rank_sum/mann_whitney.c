/* mann_whitney.c -- whether one of two samples tends to be larger, and the shift. */
#include "stats/samples/rank_sum/mann_whitney.h"

#include <math.h>

#include "stats/samples/rank_sum/dominance.h"
#include "stats/samples/rank_sum/pair_select.h"
#include "stats/samples/rank_sum/rank_groups.h"
#include "stats/samples/rank_sum/rank_sum_exact.h"
#include "stats/sample.h"
#include "stats/tails.h"

static const char METHOD[] = "mann-whitney";

struct ranks {
  struct pst_rank_groups groups;
  double U1;
  double pairs;
  double variance;
  bool exact;
  bool continuity;
  double z; /* NaN when all values are equal */
};

static enum pst_status choose(const struct pst_test *test, struct ranks *r, struct pst_error *error)
{
  const bool reach = pst_rank_sum_reach(&r->groups);

  if (test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "a permutation p-value is not available for %s", METHOD);
  if (test->p_kind == PST_P_EXACT && test->continuity == PST_CONTINUITY_YES)
    return pst_fail(error, PST_USAGE, "an exact p-value takes no correction for continuity");
  if (test->p_kind == PST_P_EXACT && !reach)
    return pst_fail(error, PST_USAGE,
                    "an exact p-value is out of reach for %zu and %zu values; ask for the "
                    "asymptotic one",
                    r->groups.nx, r->groups.ny);
  r->exact = test->p_kind == PST_P_EXACT
             || (test->p_kind == PST_P_AUTO && reach && test->continuity == PST_CONTINUITY_DEFAULT);
  r->continuity = pst_continuity(test, true);
  return PST_OK;
}

static double z_of(const struct ranks *r)
{
  double away = r->U1 - r->pairs / 2;

  if (r->variance == 0)
    return (double)NAN;
  if (r->continuity)
    away = copysign(fmax(0, fabs(away) - 0.5), away);
  return away / sqrt(r->variance);
}

/* A one-sided test is corrected towards the middle of its own tail. */
static double normal_p(const struct ranks *r, enum pst_alternative alternative)
{
  double away = r->U1 - r->pairs / 2;
  double half = r->continuity ? 0.5 : 0;

  if (alternative == PST_TWO_SIDED)
    return pst_normal_p(r->z, alternative);
  return pst_normal_p((alternative == PST_GREATER ? away - half : away + half) / sqrt(r->variance),
                      alternative);
}

static enum pst_status set_p(const struct ranks *r, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_estimate *row,
                             struct pst_arena *scratch, struct pst_error *error)
{
  double p;
  enum pst_status status = PST_OK;

  row->statistic = r->U1;
  if (r->groups.count == 1) {
    pst_estimate_note(out, row, "no test: all values are equal");
    return PST_OK;
  }
  if (r->exact) {
    status = pst_rank_sum_p(&r->groups, test->alternative, &p, scratch, error);
    if (status == PST_OK)
      pst_estimate_p(out, row, p, "exact");
    return status;
  }
  pst_estimate_p(out, row, normal_p(r, test->alternative), r->continuity ? "normal-cc" : "normal");
  return PST_OK;
}

static enum pst_status set_interval(const struct ranks *r, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_estimate *row,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_rank_groups *g = &r->groups;
  uint64_t k = 0;
  enum pst_status status =
      pst_rank_sum_critical(g->nx, g->ny, (1 - pst_conf_level(test)) / 2, &k, scratch, error);

  if (status != PST_OK)
    return status;
  if (k == 0) {
    pst_estimate_note(out, row, "too few values for an interval at this level");
    return PST_OK;
  }
  row->conf_low = pst_select_difference(g->sorted_x, g->nx, g->sorted_y, g->ny, k);
  row->conf_high = pst_select_difference(g->sorted_x, g->nx, g->sorted_y, g->ny,
                                         (uint64_t)g->nx * g->ny + 1 - k);
  return PST_OK;
}

static enum pst_status add_shift(const struct ranks *r, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const struct pst_rank_groups *g = &r->groups;
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "shift", g->nx + g->ny);
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_median_difference(g->sorted_x, g->nx, g->sorted_y, g->ny);
  status = set_interval(r, test, out, row, scratch, error);
  if (status == PST_OK)
    status = set_p(r, test, out, row, scratch, error);
  out->count -= status != PST_OK;
  return status;
}

static enum pst_status add_terms(const struct ranks *r, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_error *error)
{
  const double nx = (double)r->groups.nx;
  const size_t first = out->count;
  const struct pst_term terms[] = {
      {"U1", r->U1, NULL},
      {"U2", r->pairs - r->U1, NULL},
      {"rank-sum", r->U1 + nx * (nx + 1) / 2, NULL},
      {"auc", r->U1 / r->pairs, NULL},
      {"var_U", r->variance, NULL},
      {"z", r->z, "all values are equal"},
  };
  enum pst_status status = pst_estimates_terms(out, METHOD, r->groups.nx + r->groups.ny, terms,
                                               sizeof terms / sizeof *terms, error);
  double low, high;

  pst_delta_limits(&r->groups, pst_conf_level(test), &low, &high);
  if (status == PST_OK)
    pst_estimates_interval(out, first, "auc", (low + 1) / 2, (high + 1) / 2);
  return status;
}

enum pst_status pst_mann_whitney(const struct pst_two_samples *samples, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct ranks r = {.U1 = 0};
  enum pst_status status = pst_two_samples_check(samples, 1, error);

  if (status == PST_OK)
    status = pst_rank_groups_of(samples, &r.groups, scratch, error);
  if (status == PST_OK)
    status = choose(test, &r, error);
  if (status == PST_OK) {
    r.U1 = pst_rank_groups_u2(&r.groups) / 2;
    r.pairs = (double)samples->nx * (double)samples->ny;
    r.variance = pst_rank_groups_variance(&r.groups);
    r.z = z_of(&r);
    status = add_shift(&r, test, out, scratch, error);
  }
  if (status == PST_OK)
    status = add_terms(&r, test, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
