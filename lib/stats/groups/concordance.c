/* concordance.c -- how far several rankings of the same items agree: Kendall's W. */
#include "stats/groups/concordance.h"

#include <math.h>
#include <string.h>

#include "stats/rank.h"
#include "stats/sample.h"
#include "stats/sort.h"
#include "stats/sum.h"
#include "stats/tails.h"

static const char METHOD[] = "kendall-w";

struct concordance {
  double m;
  double n;
  double S;
  double ties; /* sum of t^3 - t over all rankings */
};

static double ties_of(const double *x, size_t n, double *sorted)
{
  double ties = 0;
  double run = 0;

  memcpy(sorted, x, n * sizeof *sorted);
  pst_sort(sorted, sorted + n, n);
  for (size_t i = 0; i < n; i++) {
    run++;
    if (i + 1 == n || sorted[i + 1] != sorted[i]) {
      ties += (run * run - 1) * run;
      run = 0;
    }
  }
  return ties;
}

static enum pst_status check(const struct pst_ratings *ratings, const struct pst_test *test,
                             struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status != PST_OK)
    return status;
  if (ratings->m < 2 || ratings->n < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 %s", ratings->m < 2 ? "rankings" : "items");
  for (size_t j = 0; j < ratings->m; j++)
    for (size_t i = 0; i < ratings->n; i++)
      if (!isfinite(ratings->columns[j][i]))
        return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  return PST_OK;
}

static enum pst_status measure(const struct pst_ratings *ratings, struct concordance *c,
                               struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = ratings->n;
  double *rank = pst_arena_array(scratch, n, sizeof *rank);
  double *sums = pst_arena_array(scratch, n, sizeof *sums);
  double *sorted = pst_arena_array(scratch, 2 * n, sizeof *sorted);
  enum pst_status status = PST_OK;
  struct pst_sum squares = {0, 0};

  if (rank == NULL || sums == NULL || sorted == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; status == PST_OK && j < ratings->m; j++) {
    status = pst_rank(ratings->columns[j], n, PST_TIES_MEAN, false, rank, scratch, error);
    for (size_t i = 0; i < n; i++)
      sums[i] += rank[i];
    c->ties += ties_of(ratings->columns[j], n, sorted);
  }
  c->m = (double)ratings->m;
  c->n = (double)n;
  for (size_t i = 0; i < n; i++) {
    double away = sums[i] - c->m * (c->n + 1) / 2;

    pst_sum_product(&squares, away, away);
  }
  c->S = pst_sum_value(&squares);
  return status;
}

static enum pst_status add_rows(const struct concordance *c, struct pst_estimates *out,
                                struct pst_error *error)
{
  const double most = c->m * c->m * (c->n * c->n - 1) * c->n - c->m * c->ties;
  const double W = 12 * c->S / most;
  const double chi = c->m * (c->n - 1) * W;
  const struct pst_term terms[] = {{"S", c->S, NULL}, {"chi-squared", chi, NULL}};
  struct pst_estimate *row;

  if (most == 0)
    return pst_fail(error, PST_UNDEFINED, "every ranking ties all items");
  row = pst_estimates_add(out, METHOD, "W", (size_t)c->n);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = W;
  row->statistic = chi;
  row->df = c->n - 1;
  pst_estimate_p(out, row, pst_chi2_upper(chi, row->df), "chi-squared");
  if (c->n < 8)
    pst_estimate_note(out, row, "%.0f items: below 8 the p-value is rough", c->n);
  return pst_estimates_terms(out, METHOD, (size_t)c->n, terms, 2, error);
}

enum pst_status pst_concordance(const struct pst_ratings *ratings, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct concordance c = {.m = 0};
  enum pst_status status = check(ratings, test, error);

  if (status == PST_OK)
    status = measure(ratings, &c, scratch, error);
  if (status == PST_OK)
    status = add_rows(&c, out, error);
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_concordance_of_periods(const struct pst_sample *sample,
                                           const struct pst_test *test, struct pst_estimates *out,
                                           struct pst_arena *scratch, struct pst_error *error)
{
  if (sample->beside == NULL || sample->beside->n_controls < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 rankings");
  return pst_concordance(&(struct pst_ratings){.m = sample->beside->n_controls,
                                               .n = sample->n,
                                               .columns = sample->beside->controls},
                         test, out, scratch, error);
}
