/* breaks.c -- several changes of the mean at unknown times: Bai and Perron's segments. */
#include "stats/change/breaks.h"

#include <gsl/gsl_sf_erf.h>
#include <math.h>
#include <string.h>

#include "stats/change/series.h"
#include "stats/dd.h"
#include "stats/description/moments.h"
#include "stats/sample.h"
#include "stats/sum.h"

enum { LEAST = 14, MOST = 20000 };

/* --- squares around the mean of any segment ------------------------------------------------------- */

struct sums {
  size_t n, h;                  /* h: the fewest values of a segment */
  struct pst_dd *sum, *squares; /* of the first i values, centred and scaled */
  double scale;
};

static void fill(struct sums *sums, const double *y)
{
  struct pst_sum mean = pst_mean_of(y, sums->n);

  sums->scale = pst_scale_of(y, sums->n, &mean);
  sums->sum[0] = sums->squares[0] = pst_dd_of(0);
  for (size_t i = 0; i < sums->n; i++) {
    struct pst_dd d = pst_dd_of(pst_from_mean(y[i], &mean) * sums->scale);

    sums->sum[i + 1] = pst_dd_sum(sums->sum[i], d);
    sums->squares[i + 1] = pst_dd_sum(sums->squares[i], pst_dd_product(d, d));
  }
}

/* Of values FROM to TO - 1. */
static double squares_of(const struct sums *sums, size_t from, size_t to)
{
  struct pst_dd sum = pst_dd_less(sums->sum[to], sums->sum[from]);
  struct pst_dd all = pst_dd_less(sums->squares[to], sums->squares[from]);
  struct pst_dd part = pst_dd_quotient(pst_dd_product(sum, sum), pst_dd_of((double)(to - from)));
  double left = pst_dd_less(all, part).high;

  return left > 0x1p-90 * all.high ? left : 0;
}

/* --- dynamic programming --------------------------------------------------------------------------- */

struct plan {
  size_t most;    /* breaks */
  double *rss;    /* (most + 1) * (n + 1): of the first i values in m + 1 segments */
  size_t *before; /* where the last of them starts */
};

static void solve(const struct sums *sums, struct plan *plan)
{
  size_t n = sums->n, width = n + 1;

  for (size_t i = 0; i <= n; i++)
    plan->rss[i] = i >= sums->h ? squares_of(sums, 0, i) : (double)INFINITY;
  for (size_t m = 1; m <= plan->most; m++)
    for (size_t i = 0; i <= n; i++) {
      double *best = &plan->rss[m * width + i];

      *best = INFINITY;
      for (size_t j = m * sums->h; j + sums->h <= i; j++) {
        double rss = plan->rss[(m - 1) * width + j] + squares_of(sums, j, i);

        if (rss < *best) {
          *best = rss;
          plan->before[m * width + i] = j;
        }
      }
    }
}

static double bic_of(double rss, size_t n, size_t m)
{
  double count = (double)n;

  return count * (log(rss) + 1 - log(count) + log(2 * 3.14159265358979323846))
         + 2 * ((double)m + 1) * log(count);
}

/* The number of breaks with the least BIC; the first that fits perfectly. */
static size_t choose(const struct sums *sums, const struct plan *plan)
{
  size_t best = 0, width = sums->n + 1;

  for (size_t m = 0; m <= plan->most; m++) {
    double rss = plan->rss[m * width + sums->n];

    if (rss == 0)
      return m;
    if (bic_of(rss, sums->n, m) < bic_of(plan->rss[best * width + sums->n], sums->n, best))
      best = m;
  }
  return best;
}

/* ENDS[0] = 0, the breaks, ENDS[m + 1] = n. */
static void trace(const struct sums *sums, const struct plan *plan, size_t m, size_t *ends)
{
  size_t at = sums->n;

  ends[m + 1] = at;
  for (size_t k = m; k > 0; k--) {
    at = plan->before[k * (sums->n + 1) + at];
    ends[k] = at;
  }
  ends[0] = 0;
}

/* --- supF ------------------------------------------------------------------------------------------ */

static double sup_f(const struct sums *sums)
{
  double all = squares_of(sums, 0, sums->n), best = 0;

  for (size_t k = sums->h; k + sums->h <= sums->n; k++) {
    double rss = squares_of(sums, 0, k) + squares_of(sums, k, sums->n);

    best = fmax(best, rss > 0 ? (all - rss) / (rss / ((double)sums->n - 2)) : (double)INFINITY);
  }
  return best;
}

/* For the null by chance: plain sums will do. */
static double f_maximum(const void *context, const double *y, size_t n)
{
  const struct sums *sums = context;
  double total = 0, squares = 0, sum = 0, best = 0;

  for (size_t i = 0; i < n; i++) {
    total += y[i];
    squares += y[i] * y[i];
  }
  squares -= total * total / (double)n;
  for (size_t k = 1; k + sums->h <= n; k++) {
    double d, between;

    sum += y[k - 1];
    if (k < sums->h)
      continue;
    d = sum - (double)k * total / (double)n;
    between = d * d * (double)n / ((double)k * (double)(n - k));
    best = fmax(best, between / ((squares - between) / ((double)n - 2)));
  }
  return best;
}

/* --- intervals of dates ----------------------------------------------------------------------------- */

static double log_normal_upper(double z)
{
  return gsl_sf_log_erfc(z * 0.70710678118654752440) - log(2);
}

/* Bai (1997), appendix B: P(argmax <= -x), x > 0, for RATIO = variance after over variance before. */
static double lower_tail(double x, double ratio)
{
  double inverse = 1 / ratio, root = sqrt(x);

  return -exp(log(x) / 2 - x / 8 - log(2 * 3.14159265358979323846) / 2)
         - ratio * (ratio + 2) / (ratio + 1)
               * exp(inverse * (1 + inverse) * x / 2 + log_normal_upper((0.5 + inverse) * root))
         + (x / 2 - 2 + (ratio + 2) * (ratio + 2) / (ratio + 1)) * exp(log_normal_upper(root / 2));
}

/* P(argmax > x), x > 0: seen from the other side, in the units of the other variance. */
double pst_break_upper(double x, double ratio)
{
  return x > 0 ? lower_tail(x / ratio, 1 / ratio) : 1 - lower_tail(-x, ratio);
}

/* The x > 0 with TAIL(x) = p, by bisection; NaN where even 0 has less. */
static double quantile(double p, double ratio, bool upper)
{
  double low = 0, high = 1, least = 1e-12;

  if ((upper ? pst_break_upper(least, ratio) : lower_tail(least, ratio)) < p)
    return (double)NAN;
  while (upper ? pst_break_upper(high, ratio) > p : lower_tail(high, ratio) > p) {
    low = high;
    high *= 2;
    if (high > 1e12)
      return (double)NAN;
  }
  for (int i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    double middle = (low + high) / 2;

    if ((upper ? pst_break_upper(middle, ratio) : lower_tail(middle, ratio)) > p)
      low = middle;
    else
      high = middle;
  }
  return high;
}

static double mean_of(const struct sums *sums, size_t from, size_t to)
{
  return pst_dd_less(sums->sum[to], sums->sum[from]).high / (double)(to - from);
}

static void add_interval(const struct sums *sums, const struct pst_sample *sample,
                         const size_t *ends, size_t k, double level, struct pst_estimates *out,
                         struct pst_estimate *row)
{
  double before = squares_of(sums, ends[k - 1], ends[k]) / (double)(ends[k] - ends[k - 1]);
  double after = squares_of(sums, ends[k], ends[k + 1]) / (double)(ends[k + 1] - ends[k]);
  double change = mean_of(sums, ends[k], ends[k + 1]) - mean_of(sums, ends[k - 1], ends[k]);
  double unit = before / (change * change), low, high, p = (1 - level) / 2;

  if (!(before > 0) || !(after > 0)) {
    pst_estimate_note(out, row, "no interval: the values of a segment are equal");
    return;
  }
  high = (double)ends[k] + ceil(quantile(p, after / before, false) * unit);
  low = (double)ends[k] - ceil(quantile(p, after / before, true) * unit);
  if (isnan(low) || isnan(high)) {
    pst_estimate_note(out, row, "no interval: the change is too small");
    return;
  }
  if (low < 1 || high > (double)sums->n)
    pst_estimate_note(out, row, "the interval reaches beyond the series");
  row->conf_low = sample->x[(size_t)fmax(low, 1) - 1];
  row->conf_high = sample->x[(size_t)fmin(high, (double)sums->n) - 1];
}

/* --- rows ------------------------------------------------------------------------------------------- */

static const char *const break_names[] = {"break1", "break2", "break3",
                                          "break4", "break5", "break6"};
static const char *const mean_names[] = {"mean1", "mean2", "mean3", "mean4",
                                         "mean5", "mean6", "mean7"};

static enum pst_status add_segments(const struct sums *sums, const struct pst_sample *sample,
                                    const size_t *ends, size_t m, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t k = 1; k <= m; k++) {
    struct pst_estimate *row = pst_estimates_add(out, "breaks", break_names[k - 1], sums->n);

    if (row == NULL)
      return pst_fail_memory(error);
    row->estimate = sample->x[ends[k] - 1];
    add_interval(sums, sample, ends, k, pst_conf_level(test), out, row);
  }
  for (size_t k = 0; k <= m && status == PST_OK; k++) {
    struct pst_sum mean = pst_mean_of(sample->y + ends[k], ends[k + 1] - ends[k]);

    status = pst_estimates_value(out, "breaks", mean_names[k], ends[k + 1] - ends[k],
                                 pst_sum_value(&mean), error);
  }
  return status;
}

/* "after 1898 [1895, 1902]": of each break, from its row. */
static void name_breaks(struct pst_estimates *out, size_t first)
{
  for (size_t i = first; i < out->count; i++) {
    const struct pst_estimate *row = &out->items[i];

    if (strncmp(row->term, "break", 5) != 0 || row->term[5] == 's')
      continue;
    if (isnan(row->conf_low))
      pst_estimate_note(out, &out->items[first], "after %g", row->estimate);
    else
      pst_estimate_note(out, &out->items[first], "after %g [%g, %g]", row->estimate, row->conf_low,
                        row->conf_high);
  }
}

static enum pst_status add_rows(const struct sums *sums, const struct plan *plan,
                                const struct pst_sample *sample, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  size_t m = choose(sums, plan), first = out->count, ends[PST_BREAKS_MOST + 2];
  double rss = plan->rss[m * (sums->n + 1) + sums->n] / sums->scale / sums->scale;
  const struct pst_change_null null = {
      .maximum = f_maximum, .context = sums, .kind = 5, .p = (double)NAN};
  const struct pst_term bic = {"bic", rss > 0 ? bic_of(rss, sums->n, m) : (double)NAN,
                               "the means fit perfectly"};
  struct pst_estimate *row = pst_estimates_add(out, "breaks", "breaks", sums->n);
  double f = sup_f(sums);
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  trace(sums, plan, m, ends);
  row->estimate = (double)m;
  row->statistic = isfinite(f) ? f : (double)NAN;
  status = isfinite(f) ? pst_change_p(sample, &null, f, test, out, first, scratch, error) : PST_OK;
  if (!isfinite(f))
    pst_estimate_note(out, row, "the means fit perfectly: no test");
  if (status == PST_OK)
    status = pst_estimates_terms(out, "breaks", sums->n, &bic, 1, error);
  if (status == PST_OK)
    status = add_segments(sums, sample, ends, m, test, out, error);
  if (status == PST_OK) {
    name_breaks(out, first);
    pst_change_note(sample, out, first);
  }
  return status;
}

static enum pst_status run(const struct pst_sample *sample, const struct pst_test *test,
                           struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  size_t n = sample->n, h = (size_t)(0.15 * (double)n + 1e-9);
  struct sums sums = {.n = n, .h = h};
  struct plan plan = {.most = (n + h - 1) / h - 2};

  if (plan.most > PST_BREAKS_MOST)
    plan.most = PST_BREAKS_MOST;
  sums.sum = pst_arena_array(scratch, n + 1, sizeof *sums.sum);
  sums.squares = pst_arena_array(scratch, n + 1, sizeof *sums.squares);
  plan.rss = pst_arena_array(scratch, plan.most + 1, (n + 1) * sizeof *plan.rss);
  plan.before = pst_arena_array(scratch, plan.most + 1, (n + 1) * sizeof *plan.before);
  if (sums.sum == NULL || sums.squares == NULL || plan.rss == NULL || plan.before == NULL)
    return pst_fail_memory(error);
  fill(&sums, sample->y);
  solve(&sums, &plan);
  return add_rows(&sums, &plan, sample, test, out, scratch, error);
}

enum pst_status pst_breaks(const struct pst_sample *sample, const struct pst_test *test,
                           struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = pst_change_check(sample, LEAST, error);

  if (status == PST_OK && sample->n > MOST)
    status = pst_fail(error, PST_UNDEFINED, "more than %d values: use snht or pettitt", MOST);
  if (status == PST_OK && pst_constant(sample->y, sample->n))
    status = pst_fail(error, PST_UNDEFINED, "y is constant");
  if (status == PST_OK)
    status = run(sample, test, out, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
