/* partial.c -- correlations of x and y with other columns held fixed, or taken out of y alone. */
#include "stats/correlation/partial.h"

#include <math.h>

#include "stats/dd.h"
#include "stats/description/moments.h"
#include "stats/fisher_z.h"
#include "stats/kendall/kendall_count.h"
#include "stats/rank.h"
#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

enum measure { PEARSON, SPEARMAN, KENDALL };

struct kind {
  const char *method, *term;
  enum measure measure;
  bool semi;
};

/* The columns: the controls, then x, then y. */
struct columns {
  size_t n, count;
  const double **x;
  struct pst_dd *r; /* count * count correlations */
};

static size_t controls(const struct pst_sample *sample)
{
  return sample->beside == NULL ? 0 : sample->beside->n_controls;
}

static const char *name_of(const struct pst_sample *sample, size_t j)
{
  size_t g = controls(sample);

  if (j < g)
    return sample->beside->control_names == NULL ? "a control" : sample->beside->control_names[j];
  return j == g ? "x" : "y";
}

static enum pst_status collect(const struct pst_sample *sample, const struct kind *kind,
                               struct columns *columns, struct pst_arena *scratch,
                               struct pst_error *error)
{
  size_t g = controls(sample), n = sample->n;
  enum pst_status status = PST_OK;

  columns->n = n;
  columns->count = g + 2;
  columns->x = pst_arena_array(scratch, g + 2, sizeof *columns->x);
  columns->r = pst_arena_array(scratch, g + 2, (g + 2) * sizeof *columns->r);
  if (columns->x == NULL || columns->r == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; j < g + 2 && status == PST_OK; j++) {
    const double *x = j < g ? sample->beside->controls[j] : j == g ? sample->x : sample->y;
    double *rank;

    if (pst_constant(x, n))
      return pst_fail(error, PST_UNDEFINED, "%s is constant", name_of(sample, j));
    columns->x[j] = x;
    if (kind->measure != SPEARMAN)
      continue;
    rank = pst_arena_array(scratch, n, sizeof *rank);
    if (rank == NULL)
      return pst_fail_memory(error);
    status = pst_rank(x, n, PST_TIES_MEAN, false, rank, scratch, error);
    columns->x[j] = rank;
  }
  return status;
}

/* The sum of products about the means, scaled. */
static struct pst_dd product_of(const struct columns *columns, size_t j, size_t k)
{
  struct pst_sum mean_j = pst_mean_of(columns->x[j], columns->n);
  struct pst_sum mean_k = pst_mean_of(columns->x[k], columns->n);
  double scale_j = pst_scale_of(columns->x[j], columns->n, &mean_j);
  double scale_k = pst_scale_of(columns->x[k], columns->n, &mean_k);
  struct pst_dd sum = {0, 0};

  for (size_t i = 0; i < columns->n; i++) {
    struct pst_dd a =
        pst_dd_less(pst_dd_of(columns->x[j][i]), (struct pst_dd){mean_j.high, mean_j.low});
    struct pst_dd b =
        pst_dd_less(pst_dd_of(columns->x[k][i]), (struct pst_dd){mean_k.high, mean_k.low});

    a = (struct pst_dd){a.high * scale_j, a.low * scale_j};
    b = (struct pst_dd){b.high * scale_k, b.low * scale_k};
    sum = pst_dd_sum(sum, pst_dd_product(a, b));
  }
  return sum;
}

static enum pst_status correlate(struct columns *columns, enum measure measure,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  size_t m = columns->count;
  enum pst_status status = PST_OK;

  for (size_t j = 0; j < m; j++)
    for (size_t k = 0; k <= j && status == PST_OK; k++) {
      const struct pst_sample pair = {.n = columns->n, .x = columns->x[j], .y = columns->x[k]};
      struct pst_kendall_counts counts;

      if (measure != KENDALL) {
        columns->r[j * m + k] = product_of(columns, j, k);
      } else {
        status = pst_kendall_count(&pair, 1, &counts, scratch, error);
        columns->r[j * m + k] = pst_dd_of(status != PST_OK ? 0 : j == k ? 1 : pst_tau_b(&counts));
      }
      columns->r[k * m + j] = columns->r[j * m + k];
    }
  return status;
}

/* Takes the regression on control K off all that comes after it; false where nothing of K is left. */
static bool eliminate(struct columns *columns, size_t k, double whole, double least)
{
  size_t m = columns->count;
  struct pst_dd pivot = columns->r[k * m + k];

  if (!(pivot.high > least * whole))
    return false;
  for (size_t j = k + 1; j < m; j++) {
    struct pst_dd factor = pst_dd_quotient(columns->r[j * m + k], pivot);

    for (size_t i = k + 1; i < m; i++)
      columns->r[j * m + i] =
          pst_dd_less(columns->r[j * m + i], pst_dd_product(factor, columns->r[k * m + i]));
  }
  return true;
}

/* What is left of x and y: their correlation. */
static enum pst_status hold_fixed(const struct pst_sample *sample, const struct kind *kind,
                                  struct columns *columns, double *r, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  size_t m = columns->count, g = m - 2;
  double least = kind->measure == KENDALL ? 1e-12 : 1e-26;
  double *whole = pst_arena_array(scratch, m, sizeof *whole);
  struct pst_dd xx, yy, xy;

  if (whole == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; j < m; j++)
    whole[j] = columns->r[j * m + j].high;
  xx = columns->r[g * m + g];
  for (size_t k = 0; k < g; k++)
    if (!eliminate(columns, k, whole[k], least))
      return pst_fail(error, PST_UNDEFINED, "%s is a combination of the other controls",
                      name_of(sample, k));
  for (size_t j = g; j < m; j++)
    if (!(columns->r[j * m + j].high > least * whole[j]))
      return pst_fail(error, PST_UNDEFINED, "%s is a combination of the controls",
                      name_of(sample, j));
  if (!kind->semi)
    xx = columns->r[g * m + g];
  yy = columns->r[(g + 1) * m + g + 1];
  xy = columns->r[(g + 1) * m + g];
  *r = pst_dd_value(pst_dd_quotient(xy, pst_dd_product(pst_dd_root(xx), pst_dd_root(yy))));
  return PST_OK;
}

static void set_test(const struct kind *kind, double n, double g, const struct pst_test *test,
                     struct pst_estimates *out, struct pst_estimate *row)
{
  double r = row->estimate, left = n - g;

  if (kind->measure == KENDALL) {
    row->statistic = r / sqrt(2 * (2 * left + 5) / (9 * left * (left - 1)));
    pst_estimate_p(out, row, pst_normal_p(row->statistic, test->alternative), "normal");
    if (left > 4)
      pst_fisher_interval(row, sqrt(.437 / (left - 4)), test);
    return;
  }
  row->df = left - 2;
  if (left > 3)
    pst_fisher_interval(row, sqrt((kind->measure == SPEARMAN ? 1 + r * r / 2 : 1) / (left - 3)),
                        test);
  if (!(fabs(r) < 1)) {
    pst_estimate_note(out, row, "what is left of x and y lies on a line: no test");
    return;
  }
  row->statistic = r * sqrt(row->df / ((1 - r) * (1 + r)));
  pst_estimate_p(out, row, pst_t_p(row->statistic, row->df, test->alternative), "t");
}

static enum pst_status run(const struct kind *kind, const struct pst_sample *sample,
                           const struct pst_test *test, struct pst_estimates *out,
                           struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  size_t g = controls(sample);
  struct columns columns;
  struct pst_estimate *row;
  double r = 0;
  enum pst_status status = pst_asymptotic_only(test, kind->method, error);

  if (status == PST_OK && g == 0)
    status = pst_fail(error, PST_UNDEFINED, "there is no control");
  if (status == PST_OK)
    status = pst_sample_check(sample, g + 3, error);
  if (status == PST_OK)
    status = collect(sample, kind, &columns, scratch, error);
  if (status == PST_OK)
    status = correlate(&columns, kind->measure, scratch, error);
  if (status == PST_OK)
    status = hold_fixed(sample, kind, &columns, &r, scratch, error);
  pst_arena_release(scratch, mark);
  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, kind->method, kind->term, sample->n);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = fmin(1, fmax(-1, r));
  set_test(kind, (double)sample->n, (double)g, test, out, row);
  return PST_OK;
}

#define KERNEL(function, name, symbol, what, alone)                                                \
  enum pst_status function(const struct pst_sample *sample, const struct pst_test *test,           \
                           struct pst_estimates *out, struct pst_arena *scratch,                   \
                           struct pst_error *error)                                                \
  {                                                                                                \
    static const struct kind kind = {name, symbol, what, alone};                                   \
                                                                                                   \
    return run(&kind, sample, test, out, scratch, error);                                          \
  }

KERNEL(pst_partial_pearson, "partial-pearson", "r", PEARSON, false)
KERNEL(pst_partial_spearman, "partial-spearman", "rho", SPEARMAN, false)
KERNEL(pst_partial_kendall, "partial-kendall", "tau-b", KENDALL, false)
KERNEL(pst_semipartial_pearson, "semipartial-pearson", "r", PEARSON, true)
KERNEL(pst_semipartial_spearman, "semipartial-spearman", "rho", SPEARMAN, true)
KERNEL(pst_semipartial_kendall, "semipartial-kendall", "tau-b", KENDALL, true)
