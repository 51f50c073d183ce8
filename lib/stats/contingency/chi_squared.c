/* chi_squared.c -- Pearson's test of a table of counts, and how strong the association is. */
#include "stats/contingency/chi_squared.h"

#include <math.h>

#include "stats/distribution/noncentral.h"
#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

static const char METHOD[] = "chi-squared";

struct association {
  struct pst_margins margins;
  double df;
  double chi;
  double yates; /* 2 by 2 */
  double phi;   /* 2 by 2 */
  double g;
  double min_expected;
};

static bool two_by_two(const struct association *a)
{
  return a->margins.rows == 2 && a->margins.columns == 2;
}

static void add_cell(double observed, double expected, struct pst_sum *chi, struct pst_sum *g)
{
  double excess = observed - expected;

  pst_sum_product(chi, excess, excess / expected);
  if (observed > 0)
    pst_sum_product(g, 2 * observed, log1p(excess / expected));
}

static void measure(struct association *a)
{
  const struct pst_margins *m = &a->margins;
  struct pst_sum chi = {0, 0};
  struct pst_sum g = {0, 0};

  a->min_expected = (double)INFINITY;
  for (size_t i = 0; i < m->rows; i++)
    for (size_t j = 0; j < m->columns; j++) {
      double expected = m->row[i] * (m->column[j] / m->n);

      a->min_expected = fmin(a->min_expected, expected);
      add_cell(m->counts[i * m->columns + j], expected, &chi, &g);
    }
  a->df = (double)((m->rows - 1) * (m->columns - 1));
  a->chi = pst_sum_value(&chi);
  a->g = fmax(0, pst_sum_value(&g));
}

/* ad - bc rounded once: products of counts of a billion leave the whole doubles. */
static double cross_difference(const double *cell)
{
  double high = cell[0] * cell[3];
  double low = fma(cell[0], cell[3], -high);

  return fma(-cell[1], cell[2], high) + low;
}

static void measure_two_by_two(struct association *a)
{
  const struct pst_margins *m = &a->margins;
  const double rows = sqrt(m->row[0]) * sqrt(m->row[1]);
  const double columns = sqrt(m->column[0]) * sqrt(m->column[1]);
  const double cross = cross_difference(m->counts);
  const double excess = fabs(cross) / m->n; /* |O - E| of every cell */
  const double kept = (excess - fmin(0.5, excess)) * m->n / rows / columns;

  a->phi = cross / rows / columns;
  a->chi = m->n * (a->phi * a->phi);
  a->yates = m->n * (kept * kept);
}

static enum pst_status add_test(const struct association *a, const char *term, double chi,
                                const char *p_method, struct pst_estimates *out,
                                struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, term, (size_t)a->margins.n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = row->statistic = chi;
  row->df = a->df;
  pst_estimate_p(out, row, pst_chi2_upper(chi, a->df), p_method);
  if (a->min_expected < 5)
    pst_estimate_note(out, row, "an expected count is %.3g: below 5 the p-value is rough",
                      a->min_expected);
  return PST_OK;
}

/* The noncentrality of chi-squared is n times that of V^2 (min(r, c) - 1). */
static enum pst_status add_v(const struct association *a, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_error *error)
{
  const bool yates = pst_continuity(test, false);
  const double least =
      (double)((a->margins.rows < a->margins.columns ? a->margins.rows : a->margins.columns) - 1);
  struct pst_interval lambda = pst_noncentral_chi2_interval(a->chi, a->df, pst_conf_level(test));
  enum pst_status status = add_test(a, "cramers-v", yates ? a->yates : a->chi,
                                    yates ? "chi-squared-cc" : "chi-squared", out, error);
  struct pst_estimate *row = &out->items[out->count - 1];

  if (status != PST_OK)
    return status;
  row->estimate = sqrt(a->chi / (a->margins.n * least));
  row->conf_low = fmin(1, sqrt(lambda.low / (a->margins.n * least)));
  row->conf_high = fmin(1, sqrt(lambda.high / (a->margins.n * least)));
  if (row->conf_high < row->estimate)
    pst_estimate_note(out, row, PST_NOTE_BIASED_UP);
  if (a->margins.dropped)
    pst_estimate_note(out, row, "rows or columns without a count are left out");
  return PST_OK;
}

static double clip(double x)
{
  return fmax(-1, fmin(1, x));
}

/* Those of the sizes that follow from chi-squared, or from its root with the sign of phi. */
static void add_intervals(const struct association *a, const struct pst_test *test, size_t first,
                          struct pst_estimates *out)
{
  const struct pst_interval lambda =
      pst_noncentral_chi2_interval(a->chi, a->df, pst_conf_level(test));
  const double n = a->margins.n;
  const double reach = pst_normal_quantile((1 - pst_conf_level(test)) / 2) / sqrt(n);

  pst_estimates_interval(out, first, "contingency-coefficient", sqrt(lambda.low / (lambda.low + n)),
                         sqrt(lambda.high / (lambda.high + n)));
  pst_estimates_interval(out, first, "phi", clip(a->phi - reach), clip(a->phi + reach));
}

static enum pst_status add_rows(const struct association *a, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  const struct pst_term last[] = {
      {"contingency-coefficient", sqrt(a->chi / (a->chi + a->margins.n)), NULL},
      {"min-expected", a->min_expected, NULL},
      {"phi", a->phi, NULL},
  };
  const size_t first = out->count;
  enum pst_status status = add_v(a, test, out, error);

  if (status == PST_OK)
    status = add_test(a, "chi-squared", a->chi, "chi-squared", out, error);
  if (status == PST_OK && two_by_two(a))
    status = add_test(a, "chi-squared-yates", a->yates, "chi-squared-cc", out, error);
  if (status == PST_OK)
    status = add_test(a, "g", a->g, "chi-squared", out, error);
  if (status == PST_OK)
    status =
        pst_estimates_terms(out, METHOD, (size_t)a->margins.n, last, two_by_two(a) ? 3 : 2, error);
  if (status == PST_OK)
    add_intervals(a, test, first, out);
  return status;
}

enum pst_status pst_chi_squared(const struct pst_contingency *table, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct association a = {.df = 0};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = pst_contingency_margins(table, &a.margins, scratch, error);
  if (status == PST_OK && pst_continuity(test, false) && !two_by_two(&a))
    status = pst_fail(error, PST_USAGE, "the correction for continuity is for 2 by 2 tables only");
  if (status == PST_OK) {
    measure(&a);
    if (two_by_two(&a))
      measure_two_by_two(&a);
    status = add_rows(&a, test, out, error);
  }
  pst_arena_release(scratch, mark);
  return status;
}
