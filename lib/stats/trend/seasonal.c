/* seasonal.c -- trends of a series in parts: the tests. */
#include "stats/trend/seasonal.h"

#include <math.h>

#include "stats/kendall/kendall_count.h"
#include "stats/sample.h"
#include "stats/serial.h"
#include "stats/tails.h"
#include "stats/trend/parts.h"
#include "stats/trend/rest.h"

struct total {
  const char *method;
  struct pst_series_split split;
  double *S, *var_S; /* one a part; of a part without pairs 0 */
  double sum_S, sum_var;
  double pairs;
  size_t parts; /* that have a variance */
  double r1;
};

/* A test of parts. */
struct kind {
  const char *method;
  bool correlated; /* the parts of one time may depend on each other */
  bool by_rows; /* r1 is from row to row: from season to season; else from time to time of a part */
  const char *better; /* what allows for it */
};

/* A part that does not vary says nothing: its S and variance are 0. */
static enum pst_status count_parts(struct total *total, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t p = 0; p < total->split.count && status == PST_OK; p++) {
    const struct pst_sample *part = &total->split.parts[p];
    const double n = (double)part->n;
    struct pst_kendall_counts counts = {.S = 0};

    if (part->n > 1)
      status = pst_kendall_count_xy(part->x, part->y, part->n, &counts, scratch, error);
    total->S[p] = (double)counts.S;
    total->var_S[p] = counts.var_S;
    total->sum_S += total->S[p];
    total->sum_var += total->var_S[p];
    total->pairs += n * (n - 1) / 2;
    total->parts += total->var_S[p] > 0;
  }
  return status;
}

static enum pst_status begin(const struct pst_sample *sample, const struct pst_test *test,
                             const char *method, struct total *total, struct pst_arena *scratch,
                             struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);

  *total = (struct total){.method = method};
  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = pst_parts_split(sample, &total->split, scratch, error);
  if (status != PST_OK)
    return status;
  total->S = pst_arena_array(scratch, total->split.count, sizeof *total->S);
  total->var_S = pst_arena_array(scratch, total->split.count, sizeof *total->var_S);
  if (total->S == NULL || total->var_S == NULL)
    return pst_fail_memory(error);
  status = count_parts(total, scratch, error);
  if (status == PST_OK && total->pairs == 0)
    return pst_fail(error, PST_UNDEFINED, "no part has two values");
  if (status == PST_OK && total->parts == 0)
    return pst_fail(error, PST_UNDEFINED, "y is constant in every part");
  return status;
}

/* The variance of the sum, with the covariances. */
static enum pst_status add_covariances(struct total *total, struct pst_arena *scratch,
                                       struct pst_error *error)
{
  enum pst_status status = pst_parts_rank(&total->split, scratch, error);

  for (size_t g = 0; g < total->split.count && status == PST_OK; g++)
    for (size_t h = 0; h < g; h++)
      total->sum_var += 2 * pst_parts_covariance(&total->split, g, h);
  return status;
}

static double z_of(double S, double variance, bool continuity)
{
  if (S == 0)
    return 0;
  return (S - (continuity ? copysign(1, S) : 0)) / sqrt(variance);
}

static enum pst_status add_heterogeneity(const struct total *total, struct pst_estimates *out,
                                         struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, total->method, "heterogeneity", total->split.n);
  const double m = (double)total->parts;
  double sum = 0, squares = 0;

  if (row == NULL)
    return pst_fail_memory(error);
  for (size_t p = 0; p < total->split.count; p++)
    if (total->var_S[p] > 0)
      sum += z_of(total->S[p], total->var_S[p], false) / m;
  for (size_t p = 0; p < total->split.count; p++)
    if (total->var_S[p] > 0)
      squares += pow(z_of(total->S[p], total->var_S[p], false) - sum, 2);
  if (total->parts < 2) {
    pst_estimate_note(out, row, "one part only");
    return PST_OK;
  }
  row->estimate = row->statistic = squares;
  row->df = m - 1;
  pst_estimate_p(out, row, pst_chi2_upper(squares, m - 1), "chi-squared");
  return PST_OK;
}

static enum pst_status add_parts(const struct total *total, struct pst_estimates *out,
                                 struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t p = 0; p < total->split.count && status == PST_OK; p++) {
    const char *name = total->split.names[p];
    const char *S = pst_arena_format(out->arena, "S[%s]", name);
    const char *var_S = pst_arena_format(out->arena, "var_S[%s]", name);
    const struct pst_term terms[] = {{S, total->S[p], NULL}, {var_S, total->var_S[p], NULL}};

    if (total->split.parts[p].n == 0)
      continue;
    if (S == NULL || var_S == NULL)
      return pst_fail_memory(error);
    status = pst_estimates_terms(out, total->method, total->split.parts[p].n, terms, 2, error);
  }
  return status;
}

static enum pst_status add_test(const struct total *total, const struct pst_test *test,
                                const struct kind *kind, struct pst_estimates *out,
                                struct pst_error *error)
{
  const bool continuity = pst_continuity(test, !kind->correlated);
  const bool refused = !(total->sum_var > 0);
  const double z = refused ? (double)NAN : z_of(total->sum_S, total->sum_var, continuity);
  const char *without = "the corrected variance is not positive: no test";
  const struct pst_term terms[] = {{"S", total->sum_S, NULL},
                                   {"var_S", total->sum_var, NULL},
                                   {"z", z, without},
                                   {"parts", (double)total->parts, NULL},
                                   {"r1", total->r1, "every part is on a line"}};
  struct pst_estimate *row = pst_estimates_add(out, total->method, "tau-a", total->split.n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = total->sum_S / total->pairs;
  row->statistic = z;
  if (refused)
    pst_estimate_note(out, row, "%s", without);
  else
    pst_estimate_p(out, row, pst_normal_p(z, test->alternative),
                   continuity ? "normal-cc" : "normal");
  /* Short parts pull r1 down: what is below 0 says little. */
  if (!refused && total->r1 > 0)
    pst_serial_note(out, row, total->r1, total->split.n, kind->better);
  return pst_estimates_terms(out, total->method, total->split.n, terms, 5, error);
}

static enum pst_status test_parts(const struct pst_sample *sample, const struct pst_test *test,
                                  const struct kind *kind, struct pst_estimates *out,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct total total;
  enum pst_status status = begin(sample, test, kind->method, &total, scratch, error);

  if (status == PST_OK && kind->correlated)
    status = add_covariances(&total, scratch, error);
  if (status == PST_OK)
    status = pst_rest_of_parts(sample, &total.split, !kind->by_rows, &total.r1, scratch, error);
  if (status == PST_OK)
    status = add_test(&total, test, kind, out, error);
  if (status == PST_OK)
    status = add_heterogeneity(&total, out, error);
  if (status == PST_OK)
    status = add_parts(&total, out, error);
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_seasonal_mann_kendall(const struct pst_sample *sample,
                                          const struct pst_test *test, struct pst_estimates *out,
                                          struct pst_arena *scratch, struct pst_error *error)
{
  static const struct kind kind = {.method = "seasonal-mann-kendall",
                                   .correlated = false,
                                   .by_rows = true,
                                   .better = "correlated-seasonal-mann-kendall"};

  return test_parts(sample, test, &kind, out, scratch, error);
}

enum pst_status pst_correlated_seasonal_mann_kendall(const struct pst_sample *sample,
                                                     const struct pst_test *test,
                                                     struct pst_estimates *out,
                                                     struct pst_arena *scratch,
                                                     struct pst_error *error)
{
  static const struct kind kind = {.method = "correlated-seasonal-mann-kendall",
                                   .correlated = true,
                                   .by_rows = false,
                                   .better = "hamed-rao of each season"};

  return test_parts(sample, test, &kind, out, scratch, error);
}

enum pst_status pst_regional_mann_kendall(const struct pst_sample *sample,
                                          const struct pst_test *test, struct pst_estimates *out,
                                          struct pst_arena *scratch, struct pst_error *error)
{
  static const struct kind kind = {.method = "regional-mann-kendall",
                                   .correlated = false,
                                   .by_rows = false,
                                   .better = "hamed-rao of each series"};

  return test_parts(sample, test, &kind, out, scratch, error);
}

enum pst_status pst_multivariate_mann_kendall(const struct pst_sample *sample,
                                              const struct pst_test *test,
                                              struct pst_estimates *out, struct pst_arena *scratch,
                                              struct pst_error *error)
{
  static const struct kind kind = {.method = "multivariate-mann-kendall",
                                   .correlated = true,
                                   .by_rows = false,
                                   .better = "hamed-rao of each series"};

  return test_parts(sample, test, &kind, out, scratch, error);
}
