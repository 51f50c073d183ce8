/* deviations.c -- tests for a change of the mean, by sums of deviations from it: Buishand, SNHT, CUSUM. */
#include "stats/change/deviations.h"

#include <math.h>

#include "stats/change/series.h"
#include "stats/description/moments.h"
#include "stats/sample.h"
#include "stats/sum.h"

/* What a pass over the sums of deviations finds. */
struct walk {
  double squares;         /* of the deviations */
  double highest, lowest; /* of S_k, from S_0 = 0 */
  double sum_of_squares;  /* of S_k, k < n */
  struct pst_change most; /* |S_k| */
  struct pst_change snht; /* n S_k^2 / (k (n - k)), which T_k is proportional to */
};

/* VALUE is larger than what is there, or as large within rounding. */
static void take(struct pst_change *change, double value, size_t k)
{
  if (value > change->statistic * (1 + 1e-13))
    *change = (struct pst_change){.statistic = value, .first = k, .last = k};
  else if (value >= change->statistic * (1 - 1e-13))
    change->last = k;
}

static struct walk walk_over(const double *y, size_t n)
{
  struct walk w = {.most = {.statistic = -1}, .snht = {.statistic = -1}};
  struct pst_sum mean = pst_mean_of(y, n), sum = {0, 0}, squares = {0, 0};
  double scale = pst_scale_of(y, n, &mean);

  for (size_t k = 1; k <= n; k++) {
    double d = pst_from_mean(y[k - 1], &mean) * scale, s, parts = (double)k * (double)(n - k);

    pst_sum_add(&sum, d);
    pst_sum_product(&squares, d, d);
    if (k == n)
      break;
    s = pst_sum_value(&sum);
    w.highest = fmax(w.highest, s);
    w.lowest = fmin(w.lowest, s);
    w.sum_of_squares += s * s;
    take(&w.most, fabs(s), k);
    take(&w.snht, (double)n * s / parts * s, k);
  }
  w.squares = pst_sum_value(&squares);
  return w;
}

static double range_of(const struct walk *w, size_t n)
{
  return (w->highest - w->lowest) / sqrt(w->squares) * sqrt(1 - 1 / (double)n);
}

static double u_of(const struct walk *w, size_t n)
{
  return w->sum_of_squares / w->squares * (1 - 1 / (double)n) / ((double)n + 1);
}

static double snht_of(const struct walk *w, size_t n)
{
  return w->snht.statistic / w->squares * ((double)n - 1);
}

static double cusum_of(const struct walk *w, size_t n)
{
  return w->most.statistic / sqrt(w->squares) * sqrt(1 - 1 / (double)n);
}

static double range_maximum(const void *context, const double *y, size_t n)
{
  struct walk w = walk_over(y, n);

  (void)context;
  return range_of(&w, n);
}

static double u_maximum(const void *context, const double *y, size_t n)
{
  struct walk w = walk_over(y, n);

  (void)context;
  return u_of(&w, n);
}

static double snht_maximum(const void *context, const double *y, size_t n)
{
  struct walk w = walk_over(y, n);

  (void)context;
  return snht_of(&w, n);
}

static double cusum_maximum(const void *context, const double *y, size_t n)
{
  struct walk w = walk_over(y, n);

  (void)context;
  return cusum_of(&w, n);
}

/* P(max |Brownian bridge| > w). */
static double kolmogorov_upper(double w)
{
  double sum = 0, term;

  if (w < 0.2)
    return 1;
  for (int k = 1; k < 100; k++) {
    term = 2 * exp(-2 * k * k * w * w);
    sum += k % 2 == 1 ? term : -term;
    if (term < 1e-17 * sum)
      break;
  }
  return fmin(sum, 1);
}

struct kind {
  const char *method, *name;
  double (*statistic)(const struct walk *w, size_t n);
  pst_change_maximum *maximum;
  size_t number;
  bool by_snht; /* the change is where T is largest, else where |S| is */
  bool has_formula;
};

static enum pst_status run(const struct kind *kind, const struct pst_sample *sample,
                           const struct pst_test *test, struct walk *w, struct pst_estimates *out,
                           struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_change_null null = {.maximum = kind->maximum,
                                 .kind = kind->number,
                                 .p = (double)NAN,
                                 .p_method = "brownian-bridge"};
  struct pst_change change;
  size_t first = out->count;
  enum pst_status status = pst_change_check(sample, 3, error);

  if (status == PST_OK && pst_constant(sample->y, sample->n))
    status = pst_fail(error, PST_UNDEFINED, "y is constant");
  if (status != PST_OK)
    return status;
  *w = walk_over(sample->y, sample->n);
  change = kind->by_snht ? w->snht : w->most;
  change.statistic = kind->statistic(w, sample->n);
  if (kind->has_formula)
    null.p = kolmogorov_upper(change.statistic);
  status = pst_change_rows(kind->method, kind->name, sample, &change, out, error);
  if (status == PST_OK)
    status = pst_change_p(sample, &null, change.statistic, test, out, first, scratch, error);
  if (status == PST_OK)
    pst_change_note(sample, out, first);
  return status;
}

enum pst_status pst_buishand_range(const struct pst_sample *sample, const struct pst_test *test,
                                   struct pst_estimates *out, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  static const struct kind kind = {.method = "buishand-range",
                                   .name = "range",
                                   .statistic = range_of,
                                   .maximum = range_maximum,
                                   .number = 1};
  struct walk w;

  return run(&kind, sample, test, &w, out, scratch, error);
}

enum pst_status pst_buishand_u(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  static const struct kind kind = {
      .method = "buishand-u", .name = "U", .statistic = u_of, .maximum = u_maximum, .number = 2};
  struct walk w;

  return run(&kind, sample, test, &w, out, scratch, error);
}

/* The means before and after the split K, and the squares around them. */
static enum pst_status add_means(const struct pst_sample *sample, size_t k,
                                 struct pst_estimates *out, struct pst_error *error)
{
  struct pst_sum before = pst_mean_of(sample->y, k);
  struct pst_sum after = pst_mean_of(sample->y + k, sample->n - k), rss = {0, 0};
  struct pst_sum all = pst_mean_of(sample->y, sample->n);
  double scale = pst_scale_of(sample->y, sample->n, &all);

  for (size_t i = 0; i < sample->n; i++) {
    double e = pst_from_mean(sample->y[i], i < k ? &before : &after) * scale;

    pst_sum_product(&rss, e, e);
  }
  {
    const struct pst_term terms[] = {
        {"mean_before", pst_sum_value(&before), NULL},
        {"mean_after", pst_sum_value(&after), NULL},
        {"rss", pst_unscale_square(pst_sum_value(&rss), scale), "beyond the range of doubles"}};

    return pst_estimates_terms(out, "snht", sample->n, terms, sizeof terms / sizeof *terms, error);
  }
}

enum pst_status pst_snht(const struct pst_sample *sample, const struct pst_test *test,
                         struct pst_estimates *out, struct pst_arena *scratch,
                         struct pst_error *error)
{
  static const struct kind kind = {.method = "snht",
                                   .name = "T0",
                                   .statistic = snht_of,
                                   .maximum = snht_maximum,
                                   .number = 3,
                                   .by_snht = true};
  struct walk w;
  enum pst_status status = run(&kind, sample, test, &w, out, scratch, error);

  return status == PST_OK ? add_means(sample, w.snht.first, out, error) : status;
}

enum pst_status pst_cusum(const struct pst_sample *sample, const struct pst_test *test,
                          struct pst_estimates *out, struct pst_arena *scratch,
                          struct pst_error *error)
{
  static const struct kind kind = {.method = "cusum",
                                   .name = "W",
                                   .statistic = cusum_of,
                                   .maximum = cusum_maximum,
                                   .number = 4,
                                   .has_formula = true};
  struct walk w;
  struct pst_sum mean;
  enum pst_status status = run(&kind, sample, test, &w, out, scratch, error);

  if (status != PST_OK)
    return status;
  mean = pst_mean_of(sample->y, sample->n);
  return pst_estimates_value(out, "cusum", "max_abs", sample->n,
                             w.most.statistic / pst_scale_of(sample->y, sample->n, &mean), error);
}
