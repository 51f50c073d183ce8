/* pearson.c -- the product-moment correlation. */
#include "stats/correlation/pearson.h"

#include <math.h>

#include "interval/sum/pair_sum.h"
#include "stats/fisher_z.h"
#include "stats/slope/line.h"
#include "stats/correlation/product_permutation.h"
#include "stats/sample.h"
#include "stats/tails.h"
#include "stats/variable/variable.h"

static const char METHOD[] = "pearson";

static double clamp(double r)
{
  return fmin(1, fmax(-1, r));
}

static void read_line(const struct pst_line *line, struct pst_correlation *out)
{
  out->r = clamp(line->r);
  if (line->perfect)
    out->r = out->r > 0 ? 1 : -1;
  /* From what the line leaves: r may round to 1 where they leave a finite t. */
  out->t = copysign((double)INFINITY, out->r);
  if (line->n == 2)
    out->t = (double)NAN;
  else if (!line->perfect)
    out->t = out->r * sqrt((double)(line->n - 2) * line->syy / line->rss);
}

enum pst_status pst_correlation_of(const struct pst_deviations *x, const struct pst_deviations *y,
                                   struct pst_correlation *out, struct pst_error *error)
{
  struct pst_line line;
  bool settled = false;
  enum pst_status status = pst_line_correlate(x, y, &line, &settled, error);

  if (status == PST_OK && !settled)
    status = pst_line_between(x, y, &line, error);
  if (status == PST_OK)
    read_line(&line, out);
  return status;
}

void pst_correlation_statistic(const struct pst_correlation *correlation, struct pst_estimates *out,
                               struct pst_estimate *row)
{
  if (isfinite(correlation->t))
    row->statistic = correlation->t;
  else
    pst_estimate_note(out, row, "all points lie on a line: t has no finite value");
}

static void set_t(const struct pst_correlation *correlation, size_t n, const struct pst_test *test,
                  struct pst_estimates *out, struct pst_estimate *row)
{
  if (n == 2) {
    /* Both orders of two points give |r| = 1. */
    pst_estimate_p(out, row, test->alternative == PST_TWO_SIDED ? 1 : 0.5, "exact");
    if (test->alternative == (correlation->r > 0 ? PST_LESS : PST_GREATER))
      row->p_value = 1;
    pst_estimate_note(out, row, "two points always lie on a line");
    return;
  }
  row->df = (double)n - 2;
  pst_estimate_p(out, row, pst_t_p(correlation->t, row->df, test->alternative), "t");
  pst_correlation_statistic(correlation, out, row);
}

static enum pst_status set_p(const struct pst_sample *sample, const struct pst_test *test,
                             const struct pst_correlation *correlation, struct pst_estimates *out,
                             struct pst_estimate *row, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct pst_permutation_p permutation;
  enum pst_status status = PST_OK;

  if (test->p_kind != PST_P_PERMUTATION) {
    set_t(correlation, sample->n, test, out, row);
  } else {
    status = pst_product_permutation(sample, test, &permutation, scratch, error);
    if (status == PST_OK)
      pst_permutation_row(&permutation, out, row);
  }
  return status;
}

/* Of large groups from their exact sums, as the line. */
static enum pst_status measure_large(const struct pst_sample *sample, struct pst_correlation *out,
                                     struct pst_error *error)
{
  struct pst_line line;
  enum pst_status status = pst_line_fit(sample, &line, error);

  if (status == PST_OK)
    read_line(&line, out);
  return status;
}

static enum pst_status measure(const struct pst_sample *sample, struct pst_correlation *out,
                               struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_known room[2];
  const struct pst_known *x;
  const struct pst_known *y;
  enum pst_status status;

  if (sample->n >= PST_PAIR_SUM_FROM)
    return measure_large(sample, out, error);
  status = pst_sample_known(sample, PST_KNOW_DEVIATIONS, 1, room, &x, &y, scratch, error);
  return status == PST_OK ? pst_correlation_of(&x->deviations, &y->deviations, out, error) : status;
}

static enum pst_status pearson(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  struct pst_correlation correlation;
  struct pst_estimate *row;
  enum pst_status status = pst_no_exact(test, METHOD, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = pst_sample_varies(sample, error);
  if (status == PST_OK)
    status = measure(sample, &correlation, scratch, error);
  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, METHOD, "r", sample->n);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = correlation.r;
  if (test->estimate_only)
    return PST_OK;
  if (sample->n > 3)
    pst_fisher_interval(row, 1 / sqrt((double)sample->n - 3), test);
  status = set_p(sample, test, &correlation, out, row, scratch, error);
  if (status != PST_OK)
    out->count--; /* a refused method leaves no row */
  return status;
}

enum pst_status pst_pearson(const struct pst_sample *sample, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = pearson(sample, test, out, scratch, error);

  pst_arena_release(scratch, mark);
  return status;
}
