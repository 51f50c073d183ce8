/* signed_rank.c -- Wilcoxon's signed-rank test of paired values. */
#include "stats/paired/signed_rank.h"

#include <math.h>

#include "stats/paired/differences.h"
#include "stats/paired/rank_biserial.h"
#include "stats/paired/signed_rank_exact.h"
#include "stats/sample.h"
#include "stats/samples/rank_sum/pair_select.h"
#include "stats/tails.h"

static const char METHOD[] = "wilcoxon";

struct ranks {
  struct pst_differences d;
  double n;
  double V2; /* twice V+ */
  double variance;
  bool exact;
  bool continuity;
  double away; /* V+ less its mean */
};

static enum pst_status choose(const struct pst_test *test, struct ranks *r, struct pst_error *error)
{
  const bool reach = pst_signed_rank_reach(r->d.kept);

  if (test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "a permutation p-value is not available for %s", METHOD);
  if (test->p_kind == PST_P_EXACT && test->continuity == PST_CONTINUITY_YES)
    return pst_fail(error, PST_USAGE, "an exact p-value takes no correction for continuity");
  if (test->p_kind == PST_P_EXACT && !reach)
    return pst_fail(
        error, PST_USAGE,
        "an exact p-value is out of reach for %zu pairs that differ; ask for the asymptotic one",
        r->d.kept);
  r->exact = test->p_kind == PST_P_EXACT
             || (test->p_kind == PST_P_AUTO && reach && test->continuity == PST_CONTINUITY_DEFAULT);
  r->continuity = pst_continuity(test, true);
  if (r->d.kept == 0)
    return pst_fail(error, PST_UNDEFINED, "no pair differs");
  return PST_OK;
}

static void rank(struct ranks *r)
{
  double placed = 0;
  double ties = 0;

  r->n = (double)r->d.kept;
  for (size_t g = 0; g < r->d.groups; g++) {
    double t = (double)r->d.size[g];

    r->V2 += (double)r->d.positives[g] * (2 * placed + t + 1);
    ties += (t * t - 1) * t;
    placed += t;
  }
  r->variance = r->n * (r->n + 1) * (2 * r->n + 1) / 24 - ties / 48;
  r->away = r->V2 / 2 - r->n * (r->n + 1) / 4;
}

static double z_of(const struct ranks *r)
{
  double less = r->continuity ? 0.5 : 0;

  return copysign(fmax(0, fabs(r->away) - less), r->away) / sqrt(r->variance);
}

static double normal_p(const struct ranks *r, enum pst_alternative alternative)
{
  double half = r->continuity ? 0.5 : 0;

  if (alternative == PST_TWO_SIDED)
    return pst_normal_p(z_of(r), alternative);
  return pst_normal_p((alternative == PST_GREATER ? r->away - half : r->away + half)
                          / sqrt(r->variance),
                      alternative);
}

static enum pst_status set_p(const struct ranks *r, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_estimate *row,
                             struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  double p;

  row->statistic = r->V2 / 2;
  if (r->exact) {
    status = pst_signed_rank_p(r->d.size, r->d.groups, (uint64_t)r->V2, test->alternative, &p,
                               scratch, error);
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
  const size_t n = r->d.kept;
  uint64_t k = 0;
  enum pst_status status =
      pst_signed_rank_critical(n, (1 - pst_conf_level(test)) / 2, &k, scratch, error);

  if (status != PST_OK)
    return status;
  if (k == 0) {
    pst_estimate_note(out, row, "too few pairs for an interval at this level");
    return PST_OK;
  }
  row->conf_low = pst_select_mean(r->d.sorted, n, k);
  row->conf_high = pst_select_mean(r->d.sorted, n, (uint64_t)n * (n + 1) / 2 + 1 - k);
  return PST_OK;
}

static enum pst_status add_shift(const struct ranks *r, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "shift", r->d.n);
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_median_mean(r->d.sorted, r->d.kept);
  if (r->d.kept < r->d.n)
    pst_estimate_note(out, row, "%zu pair%s without a difference dropped", r->d.n - r->d.kept,
                      r->d.n - r->d.kept == 1 ? "" : "s");
  status = set_interval(r, test, out, row, scratch, error);
  if (status == PST_OK)
    status = set_p(r, test, out, row, scratch, error);
  out->count -= status != PST_OK;
  return status;
}

static void set_biserial_interval(const struct ranks *r, const struct pst_test *test, size_t first,
                                  struct pst_estimates *out)
{
  double low, high;

  pst_rank_biserial_limits(r->d.sorted, r->d.kept, r->d.tolerance, pst_conf_level(test), &low,
                           &high);
  if (isnan(low))
    pst_estimate_note(out, &out->items[out->count - 1],
                      r->d.kept < 3 ? "no interval: fewer than 3 differences"
                                    : "no interval: all differences have one sign");
  else
    pst_estimates_interval(out, first, "rank-biserial", low, high);
}

enum pst_status pst_signed_rank(const struct pst_sample *sample, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const size_t first = out->count;
  struct ranks r = {.n = 0};
  enum pst_status status = pst_sample_check(sample, 1, error);

  if (status == PST_OK)
    status = pst_differences_of(sample, &r.d, scratch, error);
  if (status == PST_OK)
    status = choose(test, &r, error);
  if (status == PST_OK) {
    rank(&r);
    status = add_shift(&r, test, out, scratch, error);
  }
  if (status == PST_OK) {
    const double all = r.n * (r.n + 1) / 2;
    const struct pst_term terms[] = {
        {"V+", r.V2 / 2, NULL},
        {"V-", all - r.V2 / 2, NULL},
        {"z", z_of(&r), NULL},
        {"rank-biserial", r.V2 / all - 1, NULL},
    };

    status = pst_estimates_terms(out, METHOD, sample->n, terms, 4, error);
    if (status == PST_OK)
      set_biserial_interval(&r, test, first, out);
  }
  pst_arena_release(scratch, mark);
  return status;
}
