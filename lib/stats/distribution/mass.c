/* mass.c -- the probability of one count: binomial, Poisson, hypergeometric. */
#include "stats/distribution/mass.h"

#include <gsl/gsl_math.h>
#include <math.h>

static const double LOG_TWO_PI = 1.837877066409345483560659472811;

/* log n! less Stirling's formula for it: small, so that its error is smaller still. */
static double stirling_error(double n)
{
  double square = n * n;
  double factorial = 1;

  if (n == 0)
    return 0;
  if (n > 15)
    return (1.0 / 12
            - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square)
                  / square)
           / n;
  for (double i = 2; i <= n; i++)
    factorial *= i;
  return log(factorial) - (n + 0.5) * log(n) + n - LOG_TWO_PI / 2;
}

/* x log(x / mean) + mean - x: the deviance of a count, by its series near x = mean. */
static double deviance(double x, double mean)
{
  double v = (x - mean) / (x + mean);
  double sum = (x - mean) * v;
  double term = 2 * x * v;

  if (fabs(x - mean) >= 0.1 * (x + mean))
    return x * log(x / mean) + mean - x;
  for (int j = 1; j < 1000; j++) {
    double before = sum;

    term *= v * v;
    sum += term / (2 * j + 1);
    if (sum == before)
      break;
  }
  return sum;
}

double pst_binomial_mass(double count, double trials, double probability)
{
  const double other = 1 - probability;
  const double rest = trials - count;
  double exponent;

  if (count < 0 || count > trials)
    return 0;
  if (probability == 0 || other == 0)
    return (probability == 0 ? count : rest) == 0;
  if (count == 0)
    return exp(trials * log1p(-probability));
  if (rest == 0)
    return exp(trials * log(probability));
  exponent = stirling_error(trials) - stirling_error(count) - stirling_error(rest)
             - deviance(count, trials * probability) - deviance(rest, trials * other);
  return exp(exponent - (LOG_TWO_PI + log(count) + log1p(-count / trials)) / 2);
}

double pst_poisson_mass(double count, double mean)
{
  if (count < 0)
    return 0;
  if (mean == 0)
    return count == 0;
  if (count == 0)
    return exp(-mean);
  return exp(-stirling_error(count) - deviance(count, mean)) / sqrt(2 * M_PI * count);
}

double pst_hypergeometric_mass(double count, double marked, double unmarked, double drawn)
{
  const double all = marked + unmarked;
  const double share = drawn / all;

  if (count < 0 || count > marked || drawn - count < 0 || drawn - count > unmarked)
    return 0;
  if (all == 0 || drawn == 0 || drawn == all)
    return 1;
  return pst_binomial_mass(count, marked, share) * pst_binomial_mass(drawn - count, unmarked, share)
         / pst_binomial_mass(drawn, all, share);
}
