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

double pst_noncentral_t_upper(double t, double df, double delta)
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

static double mixture_upper(const struct mixture *m, double lambda)
{
  const double mean = lambda / 2;
  const double mode = floor(mean);
  double sum = 0;

  for (int side = -1; side <= 1; side += 2)
    for (double j = side < 0 ? mode - 1 : mode; j >= 0; j += side) {
      double weight = pst_poisson_mass(j, mean);

      if (weight < 1e-20)
        break;
      sum += weight * central_upper(m, j);
    }
  return fmin(sum, 1);
}

double pst_noncentral_f_upper(double f, double df1, double df2, double lambda)
{
  const struct mixture m = {f, df1, df2};

  return mixture_upper(&m, lambda);
}

double pst_noncentral_chi2_upper(double x, double df, double lambda)
{
  const struct mixture m = {x, df, 0};

  return mixture_upper(&m, lambda);
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
    return mixture_upper(target->mixture, noncentrality);
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
