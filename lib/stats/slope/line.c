/* line.c -- the straight line through paired data, to nearly full double accuracy. */
#include "stats/slope/line.h"

#include <float.h>
#include <math.h>

#include "interval/sum/pair_sum.h"
#include "stats/variable/clones.h"
#include "stats/variable/lanes.h"

enum { BLOCK = 256, KEPT = 8 * BLOCK }; /* BLOCK: a multiple of the lanes */

static long double long_value(const struct pst_sum *sum)
{
  return (long double)sum->high + (long double)sum->low;
}

/* Returns the sum of products in full. */
static struct pst_sum take_sums(const struct pst_deviations *x, const struct pst_deviations *y,
                                struct pst_line *line)
{
  struct pst_sum sxy = pst_deviations_product(x, y);

  *line = (struct pst_line){.n = x->n,
                            .mean_x = x->mean,
                            .mean_y = y->mean,
                            .scale_x = x->scale,
                            .scale_y = y->scale,
                            .sxx = pst_sum_value(&x->squares),
                            .syy = pst_sum_value(&y->squares),
                            .sxy = pst_sum_value(&sxy),
                            .rss = (double)NAN};
  line->r = (double)(long_value(&sxy)
                     / (sqrtl(long_value(&x->squares)) * sqrtl(long_value(&y->squares))));
  return sxy;
}

/* syy - sxy^2 / sxx, the quotient in two doubles. */
static double rss_of_sums(const struct pst_sum *sxx, const struct pst_sum *syy,
                          const struct pst_sum *sxy)
{
  const double slope = sxy->high / sxx->high;
  struct pst_sum left = *sxy, rss = *syy;
  double slope_low;

  pst_sum_product(&left, -slope, sxx->high);
  left.low -= slope * sxx->low;
  slope_low = pst_sum_value(&left) / sxx->high;
  pst_sum_product(&rss, -slope, sxy->high);
  rss.low -= slope * sxy->low + slope_low * sxy->high;
  return pst_sum_value(&rss);
}

/* mean_y - slope mean_x, every product and difference exact until the last rounding. */
static struct pst_sum intercept_of(const struct pst_line *line)
{
  struct pst_sum sum = line->mean_y;

  pst_sum_product(&sum, -line->slope.high, line->mean_x.high);
  sum.low -= line->slope.high * line->mean_x.low + line->slope.low * line->mean_x.high;
  return sum;
}

/* What the high parts leave of y, and what the low ones then do. */
__attribute__((always_inline)) static inline double left_by_high(const struct pst_line *line,
                                                                 double x, double y)
{
  struct pst_sum e = {y, 0};

  pst_sum_product(&e, -line->slope.high, x);
  pst_sum_add(&e, -line->intercept.high);
  return pst_sum_value(&e);
}

__attribute__((always_inline)) static inline double less_low(const struct pst_line *line, double x,
                                                             double left)
{
  return left - (line->intercept.low + line->slope.low * x);
}

__attribute__((always_inline)) static inline double residual(const struct pst_line *line, double x,
                                                             double y)
{
  return less_low(line, x, left_by_high(line, x, y));
}

double pst_line_residual(const struct pst_line *line, double x, double y)
{
  return residual(line, x, y);
}

PST_CLONES static void leave(const struct pst_line *line, const double *restrict x,
                             const double *restrict y, size_t n, double *restrict left)
{
  const struct pst_line of = *line;

#pragma omp simd
  for (size_t i = 0; i < n; i++)
    left[i] = left_by_high(&of, x[i], y[i]);
}

/* The residuals of N observations, times the scale of y. */
PST_CLONES static void residuals_of(const struct pst_line *line, const double *restrict x,
                                    const double *restrict left, size_t n, double *restrict e)
{
  const struct pst_line of = *line;

#pragma omp simd
  for (size_t i = 0; i < n; i++)
    e[i] = less_low(&of, x[i], left[i]) * of.scale_y;
}

PST_CLONES static void distances_of(const struct pst_line *line, const double *restrict x, size_t n,
                                    double *restrict d)
{
  const struct pst_sum mean = line->mean_x;
  const double scale = line->scale_x;

#pragma omp simd
  for (size_t i = 0; i < n; i++)
    d[i] = pst_from_mean(x[i], &mean) * scale;
}

/* What the high parts leave is the same for both sums of residuals: of few observations it is kept. */
struct leaving {
  const double *x, *y;
  bool kept;
  double left[KEPT];
};

static const double *left_from(struct leaving *leaving, const struct pst_line *line, size_t first,
                               size_t n)
{
  double *left = leaving->left + (line->n <= KEPT ? first : 0);

  if (!leaving->kept)
    leave(line, leaving->x + first, leaving->y + first, n, left);
  return left;
}

/* The sum of the residuals' products: with the distances of x, or with themselves. */
static double sum_residuals(struct leaving *leaving, const struct pst_line *line, bool with_x)
{
  struct pst_lanes lanes = {{0}, {0}};
  double e[BLOCK];
  double d[BLOCK];
  struct pst_sum sum;

  for (size_t i = 0; i < line->n; i += BLOCK) {
    size_t n = line->n - i < BLOCK ? line->n - i : BLOCK;

    residuals_of(line, leaving->x + i, left_from(leaving, line, i, n), n, e);
    pst_lanes_pad(e, n);
    if (with_x) {
      distances_of(line, leaving->x + i, n, d);
      pst_lanes_pad(d, n);
    }
    pst_lanes_add(&lanes, with_x ? d : e, e, pst_lanes_room(n));
  }
  leaving->kept = line->n <= KEPT;
  sum = pst_lanes_sum(&lanes);
  return pst_sum_value(&sum);
}

/* Regresses the residuals on x once more: what rounding has left of the slope. */
static void correct_slope(struct leaving *leaving, struct pst_line *line)
{
  line->slope.low =
      sum_residuals(leaving, line, true) / line->sxx * (line->scale_x / line->scale_y);
  line->intercept = intercept_of(line);
}

/* Data stored to half a unit in the last place cannot show residuals smaller than this. */
static double smallest_rss(const struct pst_line *line)
{
  double n = (double)line->n;
  double level_y = line->mean_y.high * line->scale_y;
  double level_x = line->mean_x.high * line->scale_x;
  double b = line->sxy / line->sxx;
  double size = level_y * level_y + line->syy / n + b * b * (level_x * level_x + line->sxx / n);

  return n * DBL_EPSILON * DBL_EPSILON * size;
}

static enum pst_status check_range(const struct pst_line *line, double rss, struct pst_error *error)
{
  if (!isfinite(rss) || !isfinite(line->slope.high) || !isfinite(line->intercept.high))
    return pst_fail(error, PST_UNDEFINED, "the values are too large to compute with");
  return PST_OK;
}

static struct pst_sum number_of(const struct pst_pair_number *number)
{
  return (struct pst_sum){number->high, number->low};
}

enum pst_status pst_line_of_moments(const struct pst_pair_sum *sums, struct pst_line *line,
                                    struct pst_error *error)
{
  struct pst_pair_line exact;

  pst_pair_sum_line(sums, &exact);
  *line = (struct pst_line){.n = sums->n,
                            .mean_x = number_of(&exact.mean_x),
                            .mean_y = number_of(&exact.mean_y),
                            .slope = number_of(&exact.slope),
                            .intercept = number_of(&exact.intercept),
                            .sxx = exact.sxx,
                            .syy = exact.syy,
                            .sxy = exact.sxy,
                            .r = exact.r,
                            .rss = exact.rss,
                            .scale_x = exact.scale_x,
                            .scale_y = exact.scale_y};
  line->perfect = line->n == 2 || line->rss <= smallest_rss(line);
  return check_range(line, line->rss, error);
}

static enum pst_status of_pairs(const double *x, const double *y, size_t n, struct pst_line *line,
                                struct pst_error *error)
{
  struct pst_pair_sum sums = {.n = 0};

  pst_pair_sum_add(&sums, x, y, n);
  return pst_line_of_moments(&sums, line, error);
}

enum pst_status pst_line_correlate(const struct pst_deviations *x, const struct pst_deviations *y,
                                   struct pst_line *line, bool *settled, struct pst_error *error)
{
  const struct pst_sum sxy = take_sums(x, y, line);
  double unexplained;

  line->slope = (struct pst_sum){line->sxy / line->sxx * (line->scale_x / line->scale_y), 0};
  line->intercept = intercept_of(line);
  unexplained = (1 - line->r) * (1 + line->r);
  /* Both sides are known to many digits here: a factor of 4 is far more than their error. */
  *settled = line->n > 2 && unexplained > 1e-6 && line->syy * unexplained > 4 * smallest_rss(line);
  if (*settled)
    line->rss = rss_of_sums(&x->squares, &y->squares, &sxy);
  return check_range(line, *settled ? line->syy : 0, error);
}

enum pst_status pst_line_between(const struct pst_deviations *x, const struct pst_deviations *y,
                                 struct pst_line *line, struct pst_error *error)
{
  struct leaving leaving;
  bool settled;

  leaving.x = x->x;
  leaving.y = y->x;
  leaving.kept = false;
  pst_line_correlate(x, y, line, &settled, NULL);
  correct_slope(&leaving, line);
  line->rss = line->n == 2 ? 0 : sum_residuals(&leaving, line, false);
  line->perfect = line->n == 2 || line->rss <= smallest_rss(line);
  return check_range(line, line->rss, error);
}

enum pst_status pst_line_fit(const struct pst_sample *sample, struct pst_line *line,
                             struct pst_error *error)
{
  struct pst_deviations x;
  struct pst_deviations y;

  if (sample->n >= PST_PAIR_SUM_FROM)
    return of_pairs(sample->x, sample->y, sample->n, line, error);
  pst_deviations_of(sample->x, sample->n, NULL, &x);
  pst_deviations_of(sample->y, sample->n, NULL, &y);
  return pst_line_between(&x, &y, line, error);
}
