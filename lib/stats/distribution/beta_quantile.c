/* beta_quantile.c -- quantiles of the beta and the F distribution. */
#include "stats/distribution/beta_quantile.h"

#include <float.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

#include "stats/tails.h"

static struct pst_beta_point point_at(double logit)
{
  double small = exp(-fabs(logit));
  struct pst_beta_point at = {1 / (1 + small), small / (1 + small)};

  return logit >= 0 ? at : (struct pst_beta_point){at.y, at.x};
}

/* P below 1/2, or close to it. */
static struct pst_beta_point lower_quantile(double p, double a, double b)
{
  const double log_beta = gsl_sf_lnbeta(a, b);
  double logit = log(a / b);
  double step = 0;

  for (int i = 0; i < 200; i++) {
    struct pst_beta_point at = point_at(logit);
    double below = pst_beta_regularised(a, b, at.x, at.y);
    double density = exp(a * log(at.x) + b * log(at.y) - log_beta);

    if (!(below > 0 && density > 0)) {
      step /= 2; /* it went so far that nothing is left: half the way back */
      logit += step;
      continue;
    }
    step = log(below / p) * (below / density);
    logit -= step;
    if (fabs(step) <= DBL_EPSILON * fmax(1, fabs(logit)))
      break;
  }
  return point_at(logit);
}

struct pst_beta_point pst_beta_quantile(double p, double a, double b)
{
  struct pst_beta_point mirror;

  if (p <= 0.5)
    return lower_quantile(p, a, b);
  mirror = lower_quantile(1 - p, b, a);
  return (struct pst_beta_point){mirror.y, mirror.x};
}

double pst_f_quantile(double p, double df1, double df2)
{
  /* 1 - x of beta(df1/2, df2/2) is beta(df2/2, df1/2): the upper tail as a lower one. */
  struct pst_beta_point at = pst_beta_quantile(p, df2 / 2, df1 / 2);

  return df2 * at.y / (df1 * at.x);
}
