/* noncentral.c -- the noncentral t, F and chi-squared distributions. */
#include "stats/distribution/noncentral.h"

#include <float.h>
#include <math.h>

#include "stats/distribution/mass.h"
#include "stats/tails.h"

static const double NEGLIGIBLE = 48; /* exp(-48) is 1e-21 */

/* The logarithm of the density of v = log(chi / sqrt(df)), less its peak at v = 0. */
static double log_density(double v, double df)
{
  return df * (v - expm1(2 * v) / 2);
}

/* Over the scale: smooth while t is no larger than some tens. */
static double t_upper_by_scale(double t, double df, double delta)
{
  const double step = fmin(1 / sqrt(2 * df), 1 / (1 + fabs(t))) / 8;
  double sum = 0;
  double all = 0;

  for (int side = -1; side <= 1; side += 2)
    for (double i = side < 0 ? 1 : 0;; i++) {
      double v = side * i * step;
      double log_weight = log_density(v, df);

      if (log_weight < -NEGLIGIBLE)
        break;
      all += exp(log_weight);
      sum += exp(log_weight) * pst_normal_upper(t * exp(v) - delta);
    }
  return sum / all;
}

/* Over the normal part, for T above 0: the larger t, the smoother P(chi / sqrt(df) < (z + delta) / t). */
static double t_upper_by_normal(double t, double df, double delta)
{
  const double step = 1.0 / 16;
  const double most = sqrt(2 * NEGLIGIBLE);
  double sum = 0;
  double all = 0;

  for (double z = -most; z <= most; z += step) {
    const double weight = exp(-z * z / 2);
    const double scale = (z + delta) / t;

    all += weight;
    if (scale > 0)
      sum += weight * (1 - pst_chi2_upper(df * scale * scale, df));
  }
  return sum / all;
}

double pst_noncentral_t_upper(double t, double df, double delta)
{
  const double large = fmax(64, 4 * sqrt(2 * df));

  if (fabs(t) <= large)
    return t_upper_by_scale(t, df, delta);
  return t > 0 ? t_upper_by_normal(t, df, delta) : 1 - t_upper_by_normal(-t, df, -delta);
}

/* The central tail that belongs to J events of the Poisson mixture. */
struct mixture {
  double x;
  double df1;
  double df2; /* 0: chi-squared */
};

static double central_upper(const struct mixture *m, double j)
{
  double top = m->df1 * m->x;

  if (m->df2 == 0)
    return pst_chi2_upper(m->x, m->df1 + 2 * j);
  return pst_beta_regularised(m->df2 / 2, m->df1 / 2 + j, m->df2 / (m->df2 + top),
                              top / (m->df2 + top));
}

/* Around a large mean the terms change so slowly that every STRIDE-th does: a sum of a bell's ordinates, an eighth
   of its width apart, is that of all to more digits than doubles have. */
static double mixture_upper(const struct mixture *m, double lambda)
{
  const double mean = lambda / 2;
  const double mode = floor(mean);
  const double stride = fmax(1, floor(sqrt(mean) / 8));
  double sum = 0;
  double all = 0;

  for (int side = -1; side <= 1; side += 2)
    for (double j = side < 0 ? mode - stride : mode; j >= 0; j += side * stride) {
      double weight = pst_poisson_mass(j, mean);

      if (weight * stride < 1e-20)
        break;
      all += weight;
      sum += weight * central_upper(m, j);
    }
  return fmin(stride > 1 ? sum / all : sum, 1);
}

/* Chi-squared as (Z + sqrt(lambda))^2 + W, W central with one degree less: over the logarithm of W, which changes
   little beside a large lambda. */
static double large_chi2_upper(double x, double df, double lambda)
{
  const double rest = df - 1;
  const double step = rest > 0 ? 1 / sqrt(2 * rest) / 8 : 1;
  double sum = 0;
  double all = 0;

  for (int side = -1; side <= 1; side += 2)
    for (double i = side < 0 ? 1 : 0;; i++) {
      const double log_weight = rest > 0 ? log_density(side * i * step, rest) : -i * NEGLIGIBLE;
      const double left = x - rest * exp(2 * side * i * step);
      const double root = sqrt(fmax(0, left));

      if (log_weight <= -NEGLIGIBLE)
        break;
      all += exp(log_weight);
      sum += exp(log_weight)
             * (left <= 0 ? 1
                          : pst_normal_upper(root - sqrt(lambda))
                                + pst_normal_upper(root + sqrt(lambda)));
    }
  return sum / all;
}

static double upper(const struct mixture *m, double lambda)
{
  if (m->df2 == 0 && lambda > fmax(1e4, 64 * m->df1))
    return large_chi2_upper(m->x, m->df1, lambda);
  return mixture_upper(m, lambda);
}

double pst_noncentral_f_upper(double f, double df1, double df2, double lambda)
{
  const struct mixture m = {f, df1, df2};

  return upper(&m, lambda);
}

double pst_noncentral_chi2_upper(double x, double df, double lambda)
{
  const struct mixture m = {x, df, 0};

  return upper(&m, lambda);
}

/* What is inverted: an upper tail that grows with the noncentrality. */
struct target {
  const struct mixture *mixture; /* NULL: t */
  double t;
  double df;
  double p;
};

static double tail_at(const struct target *target, double noncentrality)
{
  if (target->mixture != NULL)
    return upper(target->mixture, noncentrality);
  return pst_noncentral_t_upper(target->t, target->df, noncentrality);
}

/* Between LOW and HIGH, which enclose the root, to the last digits (regula falsi with halving, the
   Illinois rule). */
static double solve(const struct target *target, double low, double high)
{
  double at_low = tail_at(target, low) - target->p;
  double at_high = tail_at(target, high) - target->p;
  int side = 0;

  for (int i = 0; i < 200 && high - low > 4 * DBL_EPSILON * fmax(fabs(low), fabs(high)); i++) {
    double middle = (low * at_high - high * at_low) / (at_high - at_low);
    double at;

    if (!(middle > low && middle < high))
      middle = low + (high - low) / 2;
    at = tail_at(target, middle) - target->p;
    if (at == 0)
      return middle;
    if (at < 0) {
      low = middle;
      at_low = at;
      at_high = side < 0 ? at_high / 2 : at_high;
      side = -1;
    } else {
      high = middle;
      at_high = at;
      at_low = side > 0 ? at_low / 2 : at_low;
      side = 1;
    }
  }
  return low + (high - low) / 2;
}

static double solve_t(double t, double df, double p)
{
  const struct target target = {.t = t, .df = df, .p = p};
  double reach = 1;

  while (tail_at(&target, t - reach) > p)
    reach *= 2;
  for (double up = 1;; up *= 2)
    if (tail_at(&target, t + up) >= p)
      return solve(&target, t - reach, t + up);
}

struct pst_interval pst_noncentral_t_interval(double t, double df, double level)
{
  const double tail = (1 - level) / 2;

  if (!isfinite(t))
    return (struct pst_interval){(double)NAN, (double)NAN};
  return (struct pst_interval){solve_t(t, df, tail), solve_t(t, df, 1 - tail)};
}

static double solve_mixture(const struct mixture *mixture, double p)
{
  const struct target target = {.mixture = mixture, .p = p};
  double high = 1;

  if (tail_at(&target, 0) >= p)
    return 0;
  while (tail_at(&target, high) < p)
    high *= 2;
  return solve(&target, 0, high);
}

struct pst_interval pst_noncentral_f_interval(double f, double df1, double df2, double level)
{
  const struct mixture m = {f, df1, df2};

  if (!isfinite(f))
    return (struct pst_interval){(double)NAN, (double)NAN};
  return (struct pst_interval){solve_mixture(&m, (1 - level) / 2),
                               solve_mixture(&m, (1 + level) / 2)};
}

struct pst_interval pst_noncentral_chi2_interval(double x, double df, double level)
{
  return pst_noncentral_f_interval(x, df, 0, level);
}
