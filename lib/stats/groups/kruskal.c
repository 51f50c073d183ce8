/* kruskal.c -- the Kruskal-Wallis test of k groups by ranks. */
#include "stats/groups/kruskal.h"

#include <math.h>
#include <string.h>

#include "stats/distribution/noncentral.h"
#include "stats/groups/groups_permutation.h"
#include "stats/rank.h"
#include "stats/sample.h"
#include "stats/sort.h"
#include "stats/sum.h"
#include "stats/tails.h"

static const char METHOD[] = "kruskal-wallis";

struct ranked {
  double n;
  double *rank;
  double *mean; /* one a group */
  double ties;  /* sum t^3 - t */
  double H;     /* corrected */
  double plain; /* not */
  size_t smallest;
};

static enum pst_status count_ties(const struct pst_group_samples *groups, struct ranked *r,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = (size_t)r->n;
  double *sorted = pst_arena_array(scratch, 2 * n, sizeof *sorted);
  double run = 0;

  if (sorted == NULL)
    return pst_fail_memory(error);
  memcpy(sorted, groups->values, n * sizeof *sorted);
  pst_sort(sorted, sorted + n, n);
  for (size_t i = 0; i < n; i++) {
    run++;
    if (i + 1 == n || sorted[i + 1] != sorted[i]) {
      r->ties += (run * run - 1) * run;
      run = 0;
    }
  }
  return PST_OK;
}

static void measure(const struct pst_group_samples *groups, struct ranked *r)
{
  const double middle = (r->n + 1) / 2;
  const double *rank = r->rank;
  struct pst_sum between = {0, 0};

  r->smallest = groups->sizes[0];
  for (size_t i = 0; i < groups->k; rank += groups->sizes[i++]) {
    struct pst_sum mean = pst_mean_of(rank, groups->sizes[i]);
    double away = pst_from_mean(middle, &mean);

    r->mean[i] = pst_sum_value(&mean);
    pst_sum_product(&between, (double)groups->sizes[i] * away, away);
    r->smallest = groups->sizes[i] < r->smallest ? groups->sizes[i] : r->smallest;
  }
  r->plain = 12 / (r->n * (r->n + 1)) * pst_sum_value(&between);
  r->H = r->plain / (1 - r->ties / ((r->n * r->n - 1) * r->n));
}

static enum pst_status prepare(const struct pst_group_samples *groups, const struct pst_test *test,
                               struct ranked *r, struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = pst_groups_total(groups);
  enum pst_status status = pst_no_exact(test, METHOD, error);

  if (status == PST_OK)
    status = pst_groups_check(groups, 1, error);
  if (status == PST_OK && pst_constant(groups->values, n))
    return pst_fail(error, PST_UNDEFINED, "all values are equal");
  if (status != PST_OK)
    return status;
  r->n = (double)n;
  r->rank = pst_arena_array(scratch, n, sizeof *r->rank);
  r->mean = pst_arena_array(scratch, groups->k, sizeof *r->mean);
  if (r->rank == NULL || r->mean == NULL)
    return pst_fail_memory(error);
  status = pst_rank(groups->values, n, PST_TIES_MEAN, false, r->rank, scratch, error);
  return status == PST_OK ? count_ties(groups, r, scratch, error) : status;
}

static enum pst_status set_p(const struct pst_group_samples *groups, const struct ranked *r,
                             const struct pst_test *test, struct pst_estimates *out,
                             struct pst_estimate *row, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct pst_permutation_p p;
  enum pst_status status;

  if (test->p_kind != PST_P_PERMUTATION) {
    pst_estimate_p(out, row, pst_chi2_upper(r->H, row->df), "chi-squared");
    if (r->smallest < 5)
      pst_estimate_note(out, row, "a group of %zu: below 5 the p-value is rough", r->smallest);
    return PST_OK;
  }
  status = pst_groups_permutation(groups, r->rank, test, &p, scratch, error);
  if (status == PST_OK)
    pst_permutation_row(&p, out, row);
  return status;
}

/* H as noncentral chi-squared, whose noncentrality is n - 1 times epsilon2. */
static void set_interval(const struct ranked *r, const struct pst_test *test,
                         struct pst_estimates *out, struct pst_estimate *row)
{
  const struct pst_interval lambda =
      pst_noncentral_chi2_interval(r->H, row->df, pst_conf_level(test));

  row->conf_low = fmin(1, lambda.low / (r->n - 1));
  row->conf_high = fmin(1, lambda.high / (r->n - 1));
  if (row->conf_high < row->estimate)
    pst_estimate_note(out, row, PST_NOTE_BIASED_UP);
}

static enum pst_status add_test(const struct pst_group_samples *groups, const struct ranked *r,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "epsilon2", (size_t)r->n);
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = r->H / (r->n - 1);
  row->statistic = r->H;
  row->df = (double)groups->k - 1;
  set_interval(r, test, out, row);
  status = set_p(groups, r, test, out, row, scratch, error);
  out->count -= status != PST_OK;
  return status;
}

static enum pst_status add_rows(const struct pst_group_samples *groups, const struct ranked *r,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  const double k = (double)groups->k;
  const size_t first = out->count;
  const struct pst_term terms[] = {
      {"H-uncorrected", r->plain, NULL},
      {"eta2_H", r->n > k ? (r->H - k + 1) / (r->n - k) : (double)NAN,
       "no more values than groups"},
  };
  enum pst_status status = add_test(groups, r, test, out, scratch, error);

  if (status == PST_OK)
    status = pst_estimates_terms(out, METHOD, (size_t)r->n, terms, 2, error);
  if (status == PST_OK)
    pst_estimates_interval(out, first, "eta2_H", out->items[first].conf_low,
                           out->items[first].conf_high);
  for (size_t i = 0; status == PST_OK && i < groups->k; i++) {
    const char *term = pst_arena_format(out->arena, "mean-rank(%s)", groups->names[i]);

    if (term == NULL)
      return pst_fail_memory(error);
    status = pst_estimates_value(out, METHOD, term, groups->sizes[i], r->mean[i], error);
  }
  return status;
}

enum pst_status pst_kruskal(const struct pst_group_samples *groups, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct ranked r = {.n = 0};
  enum pst_status status = prepare(groups, test, &r, scratch, error);

  if (status == PST_OK) {
    measure(groups, &r);
    status = add_rows(groups, &r, test, out, scratch, error);
  }
  pst_arena_release(scratch, mark);
  return status;
}
