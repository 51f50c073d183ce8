/* line.c -- the straight line through paired data, to nearly full double accuracy. */
#include "stats/slope/line.h"

#include <float.h>
#include <math.h>

#include "stats/description/moments.h"

/* VALUE - MEAN, times SCALE: what a double drops of the difference stays in the low part. */
static struct pst_sum deviation(double value, const struct pst_sum *mean, double scale)
{
  struct pst_sum d = {value, 0};

  pst_sum_add(&d, -mean->high);
  return (struct pst_sum){d.high * scale, (d.low - mean->low) * scale};
}

static void add_product(struct pst_sum *sum, struct pst_sum a, struct pst_sum b)
{
  pst_sum_product(sum, a.high, b.high);
  sum->low += a.high * b.low + a.low * b.high;
}

static long double long_value(const struct pst_sum *sum)
{
  return (long double)sum->high + (long double)sum->low;
}

static void sum_squares(const struct pst_sample *sample, struct pst_line *line)
{
  struct pst_sum sxx = {0, 0};
  struct pst_sum syy = {0, 0};
  struct pst_sum sxy = {0, 0};

  for (size_t i = 0; i < sample->n; i++) {
    struct pst_sum dx = deviation(sample->x[i], &line->mean_x, line->scale_x);
    struct pst_sum dy = deviation(sample->y[i], &line->mean_y, line->scale_y);

    add_product(&sxx, dx, dx);
    add_product(&syy, dy, dy);
    add_product(&sxy, dx, dy);
  }
  line->sxx = pst_sum_value(&sxx);
  line->syy = pst_sum_value(&syy);
  line->sxy = pst_sum_value(&sxy);
  line->r = (double)(long_value(&sxy) / (sqrtl(long_value(&sxx)) * sqrtl(long_value(&syy))));
}

/* mean_y - slope mean_x, every product and difference exact until the last rounding. */
static struct pst_sum intercept_of(const struct pst_line *line)
{
  struct pst_sum sum = line->mean_y;

  pst_sum_product(&sum, -line->slope.high, line->mean_x.high);
  sum.low -= line->slope.high * line->mean_x.low + line->slope.low * line->mean_x.high;
  return sum;
}

double pst_line_residual(const struct pst_line *line, double x, double y)
{
  struct pst_sum e = {y, 0};

  pst_sum_product(&e, -line->slope.high, x);
  pst_sum_add(&e, -line->intercept.high);
  return pst_sum_value(&e) - (line->intercept.low + line->slope.low * x);
}

/* Regresses the residuals on x once more: what rounding has left of the slope. */
static void correct_slope(const struct pst_sample *sample, struct pst_line *line)
{
  struct pst_sum left = {0, 0};

  for (size_t i = 0; i < sample->n; i++) {
    double dx = pst_from_mean(sample->x[i], &line->mean_x) * line->scale_x;
    double e = pst_line_residual(line, sample->x[i], sample->y[i]) * line->scale_y;

    pst_sum_product(&left, dx, e);
  }
  line->slope.low = pst_sum_value(&left) / line->sxx * (line->scale_x / line->scale_y);
  line->intercept = intercept_of(line);
}

static void sum_residuals(const struct pst_sample *sample, struct pst_line *line)
{
  struct pst_sum rss = {0, 0};

  for (size_t i = 0; i < sample->n; i++) {
    double e = pst_line_residual(line, sample->x[i], sample->y[i]) * line->scale_y;

    pst_sum_product(&rss, e, e);
  }
  line->rss = line->n == 2 ? 0 : pst_sum_value(&rss);
}

/* Data stored to half a unit in the last place cannot show residuals smaller than this. */
static bool is_perfect(const struct pst_line *line)
{
  double n = (double)line->n;
  double level_y = line->mean_y.high * line->scale_y;
  double level_x = line->mean_x.high * line->scale_x;
  double b = line->sxy / line->sxx;
  double size = level_y * level_y + line->syy / n + b * b * (level_x * level_x + line->sxx / n);

  return line->n == 2 || line->rss <= n * DBL_EPSILON * DBL_EPSILON * size;
}

enum pst_status pst_line_fit(const struct pst_sample *sample, struct pst_line *line,
                             struct pst_error *error)
{
  line->n = sample->n;
  line->mean_x = pst_mean_of(sample->x, sample->n);
  line->mean_y = pst_mean_of(sample->y, sample->n);
  line->scale_x = pst_scale_of(sample->x, sample->n, &line->mean_x);
  line->scale_y = pst_scale_of(sample->y, sample->n, &line->mean_y);
  sum_squares(sample, line);
  line->slope = (struct pst_sum){line->sxy / line->sxx * (line->scale_x / line->scale_y), 0};
  line->intercept = intercept_of(line);
  correct_slope(sample, line);
  sum_residuals(sample, line);
  line->perfect = is_perfect(line);
  if (!isfinite(line->rss) || !isfinite(line->slope.high) || !isfinite(line->intercept.high))
    return pst_fail(error, PST_UNDEFINED, "the values are too large to compute with");
  return PST_OK;
}
