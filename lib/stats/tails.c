/* tails.c -- tail probabilities and quantiles: normal, t, F, chi-squared. */
#include "stats/tails.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

double pst_normal_upper(double z)
{
  return erfc(z * M_SQRT1_2) / 2;
}

double pst_normal_p(double z, enum pst_alternative alternative)
{
  if (alternative == PST_TWO_SIDED)
    return erfc(fabs(z) * M_SQRT1_2);
  return pst_normal_upper(alternative == PST_GREATER ? z : -z);
}

/* One Newton step in log p doubles the digits of GSL's rational approximation. */
double pst_normal_quantile(double p)
{
  double z = gsl_cdf_ugaussian_Qinv(p);
  double density = exp(-z * z / 2) / (M_SQRT2 * M_SQRTPI);
  double upper = pst_normal_upper(z);

  if (isfinite(z))
    z += (upper - p) / density;
  return z;
}

/* The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method; it
   converges in O(sqrt(max(a, b))) steps when x < (a + 1) / (a + b + 2). */
static double beta_fraction(double a, double b, double x)
{
  const double tiny = DBL_MIN / DBL_EPSILON;
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  double h;

  d = fabs(d) < tiny ? 1 / tiny : 1 / d;
  h = d;
  for (int m = 1; m < 1000000; m++) {
    double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    double step;

    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (fabs(d) < tiny ? tiny : d);
    c = fabs(c) < tiny ? tiny : c;
    h *= d * c;
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (fabs(d) < tiny ? tiny : d);
    c = fabs(c) < tiny ? tiny : c;
    step = d * c;
    h *= step;
    if (fabs(step - 1) < DBL_EPSILON)
      break;
  }
  return h;
}

/* log(x) from whichever of x and y = 1 - x is known better. */
static double log_of(double x, double y)
{
  return x > 0.5 ? log1p(-y) : log(x);
}

/* ln B(a, b).  A quantile asks for the same one at each of its steps, and a table of series of one
   length for one all the time: the last is kept. */
static double log_beta(double a, double b)
{
  static _Thread_local double last_a, last_b, last;
  double low = fmin(a, b);
  double high = fmax(a, b);

  if (low != last_a || high != last_b) {
    last = gsl_sf_lnbeta(low, high);
    last_a = low;
    last_b = high;
  }
  return last;
}

/* I_x(a, b) straight from the fraction. */
static double beta_direct(double a, double b, double x, double y)
{
  double front = exp(a * log_of(x, y) + b * log_of(y, x) - log_beta(a, b));

  return front * beta_fraction(a, b, x) / a;
}

double pst_beta_regularised(double a, double b, double x, double y)
{
  if (x <= 0)
    return 0;
  if (y <= 0)
    return 1;
  if (x < (a + 1) / (a + b + 2))
    return beta_direct(a, b, x, y);
  return 1 - beta_direct(b, a, y, x);
}

double pst_t_upper(double t, double df)
{
  double square = t * t;
  double x = df / (df + square);
  double y = square / (df + square);
  double tail;

  if (isinf(square))
    return t > 0 ? 0 : 1;
  /* With many degrees of freedom the fraction for x takes thousands of steps, each with its own
     rounding; the one for y takes few, and below 3 its complement costs less than three digits. */
  if (t != 0 && square < 9 && df > 30)
    tail = (1 - beta_direct(0.5, df / 2, y, x)) / 2;
  else
    tail = pst_beta_regularised(df / 2, 0.5, x, y) / 2;
  return t > 0 ? tail : 1 - tail;
}

double pst_t_p(double t, double df, enum pst_alternative alternative)
{
  if (alternative == PST_TWO_SIDED)
    return 2 * pst_t_upper(fabs(t), df);
  return pst_t_upper(alternative == PST_GREATER ? t : -t, df);
}

/* GSL's quantile can be off by a factor of 100 in p in the deep tail; Newton on log p, where the tail
   is nearly straight, brings it to the last digits. */
static double t_quantile(double p, double df)
{
  double t = gsl_cdf_tdist_Qinv(p, df);

  for (int i = 0; i < 40; i++) {
    double density = exp(-(df + 1) / 2 * log1p(t * t / df) - log_beta(df / 2, 0.5)) / sqrt(df);
    double upper = pst_t_upper(t, df);
    double step = log(upper / p) * (upper / density);

    if (!isfinite(step))
      break;
    t += step;
    if (fabs(step) <= DBL_EPSILON * fabs(t))
      break;
  }
  return t;
}

/* Groups of one size ask for one quantile: a thread remembers its last ones. */
double pst_t_quantile(double p, double df)
{
  enum { KEPT = 64 };
  static _Thread_local struct {
    double p, df, t;
  } kept[KEPT];
  size_t at = df >= 0 && df < 1e9 ? (size_t)df % KEPT : 0;

  if (p > 0.5)
    return -pst_t_quantile(1 - p, df);
  if (kept[at].p != p || kept[at].df != df) {
    kept[at].t = t_quantile(p, df);
    kept[at].p = p;
    kept[at].df = df;
  }
  return kept[at].t;
}

double pst_f_upper(double f, double df1, double df2)
{
  double top = df1 * f;

  if (isinf(top))
    return 0;
  return pst_beta_regularised(df2 / 2, df1 / 2, df2 / (df2 + top), top / (df2 + top));
}

double pst_chi2_upper(double x, double df)
{
  return gsl_cdf_chisq_Q(x, df);
}
