/* loess.c -- a line that follows the points: at each place a small regression on the points near it. */
#include "stats/fit/loess.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "stats/sample.h"
#include "stats/serial.h"
#include "stats/sort.h"
#include "stats/tails.h"

static const char METHOD[] = "loess";

enum { EXACT_MOST = 500, TERMS = 3 };

struct fit {
  const struct pst_sample *sample;
  size_t n, near, terms; /* terms: degree + 1 */
  double span;
  double *row, *spare; /* n each */
  double rss, d1, d2, trace, r1;
  double sigma, df;
};

/* How far the farthest of the near points is. */
static double reach_of(struct fit *f, double x0)
{
  for (size_t i = 0; i < f->n; i++)
    f->spare[i] = fabs(f->sample->x[i] - x0);
  return pst_select(f->spare, f->n, f->near - 1);
}

static double weight_of(double distance, double reach)
{
  const double u = distance / reach, rest = 1 - u * u * u;

  return distance < reach ? rest * rest * rest : 0;
}

/* The inverse of the TERMS by TERMS matrix A, first row only, by elimination with the largest pivots on the
   diagonal; false where it has none. */
static bool solve_first(double a[TERMS][TERMS], size_t terms, double first[TERMS])
{
  double right[TERMS] = {1, 0, 0};
  const double most = a[0][0];

  for (size_t k = 0; k < terms; k++) {
    if (!(a[k][k] > most * 1e-12))
      return false;
    for (size_t i = k + 1; i < terms; i++) {
      const double factor = a[i][k] / a[k][k];

      for (size_t j = k; j < terms; j++)
        a[i][j] -= factor * a[k][j];
      right[i] -= factor * right[k];
    }
  }
  for (size_t k = terms; k-- > 0;) {
    first[k] = right[k];
    for (size_t j = k + 1; j < terms; j++)
      first[k] -= a[k][j] * first[j];
    first[k] /= a[k][k];
  }
  return true;
}

/* The weights with which the values make the line at X0: f->row.  Where the near points do not bear the
   degree, one less is taken. */
static void find_row(struct fit *f, double x0)
{
  const double reach = fmax(reach_of(f, x0), DBL_MIN);
  double powers[TERMS], first[TERMS] = {0, 0, 0};
  size_t terms = f->terms;

  for (bool solved = false; !solved; terms -= !solved) {
    double a[TERMS][TERMS] = {{0}};

    for (size_t i = 0; i < f->n; i++) {
      const double u = (f->sample->x[i] - x0) / reach, w = weight_of(fabs(u), 1);

      powers[0] = 1, powers[1] = u, powers[2] = u * u;
      for (size_t j = 0; j < terms; j++)
        for (size_t k = 0; k < terms; k++)
          a[j][k] += w * powers[j] * powers[k];
    }
    solved = solve_first(a, terms, first) || terms == 1;
  }
  for (size_t i = 0; i < f->n; i++) {
    const double u = (f->sample->x[i] - x0) / reach, w = weight_of(fabs(u), 1);

    f->row[i] =
        w * (first[0] + (terms > 1 ? first[1] * u : 0) + (terms > 2 ? first[2] * u * u : 0));
  }
}

static enum pst_status begin(const struct pst_sample *sample, const struct pst_test *test,
                             struct fit *f, struct pst_arena *scratch, struct pst_error *error)
{
  const size_t degree = test->degree > 0 ? test->degree : 2;
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (degree > 2)
    return pst_fail(error, PST_USAGE, "loess has the degrees 1 and 2");
  if (status == PST_OK)
    status = pst_sample_check(sample, 4, error);
  if (status != PST_OK)
    return status;
  if (pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "x is constant");
  *f = (struct fit){.sample = sample, .n = sample->n, .terms = degree + 1};
  f->span = test->span > 0 ? test->span : 0.75;
  f->near = (size_t)floor((double)f->n * f->span + 1e-5);
  if (f->near < degree + 2)
    return pst_fail(error, PST_UNDEFINED, "with span %g only %zu points are near: too few", f->span,
                    f->near);
  f->row = pst_arena_array(scratch, f->n, sizeof *f->row);
  f->spare = pst_arena_array(scratch, f->n, sizeof *f->spare);
  return f->row == NULL || f->spare == NULL ? pst_fail_memory(error) : PST_OK;
}

/* (I - L) as a matrix for small n, row by row; its sums of squares for all. */
static enum pst_status find_rest(struct fit *f, double *rest, double *matrix, bool *flat)
{
  double most = 0;

  for (size_t i = 0; i < f->n; i++) {
    double value = 0;

    find_row(f, f->sample->x[i]);
    f->trace += f->row[i];
    for (size_t j = 0; j < f->n; j++) {
      const double left = (i == j) - f->row[j];

      value += f->row[j] * f->sample->y[j];
      f->d1 += left * left;
      if (matrix != NULL)
        matrix[i * f->n + j] = left;
    }
    rest[i] = f->sample->y[i] - value;
    f->rss += rest[i] * rest[i];
    most = fmax(most, fabs(f->sample->y[i]));
  }
  *flat = sqrt(f->rss / (double)f->n) <= 16 * DBL_EPSILON * most;
  return PST_OK;
}

/* The sum of squares of (I - L)(I - L)'. */
static double second_trace(const double *matrix, size_t n)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j <= i; j++) {
      double product = 0;

      for (size_t k = 0; k < n; k++)
        product += matrix[i * n + k] * matrix[j * n + k];
      sum += (i == j ? 1 : 2) * product * product;
    }
  return sum;
}

static enum pst_status find_sigma(struct fit *f, struct pst_arena *scratch, struct pst_error *error)
{
  const bool exact = f->n <= EXACT_MOST;
  double *rest = pst_arena_array(scratch, f->n, sizeof *rest);
  double *matrix = exact ? pst_arena_array(scratch, f->n * f->n, sizeof *matrix) : NULL;
  bool flat = false;

  if (rest == NULL || (exact && matrix == NULL))
    return pst_fail_memory(error);
  find_rest(f, rest, matrix, &flat);
  f->sigma = flat ? 0 : sqrt(f->rss / f->d1);
  f->df = exact ? f->d1 * f->d1 / second_trace(matrix, f->n) : f->d1;
  f->r1 = flat ? (double)NAN : pst_serial_first(rest, f->n);
  return PST_OK;
}

enum pst_status pst_loess(const struct pst_sample *sample, const struct pst_test *test,
                          struct pst_estimates *out, struct pst_arena *scratch,
                          struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct fit f;
  enum pst_status status = begin(sample, test, &f, scratch, error);

  if (status == PST_OK)
    status = find_sigma(&f, scratch, error);
  if (status == PST_OK && !(f.d1 > 1e-9))
    status = pst_fail(error, PST_UNDEFINED, "the line goes through every point: a larger --span");
  if (status == PST_OK) {
    const struct pst_term terms[] = {{"sigma", f.sigma, NULL},
                                     {"span", f.span, NULL},
                                     {"degree", (double)f.terms - 1, NULL},
                                     {"parameters", f.trace, NULL},
                                     {"df", f.df, NULL},
                                     {"r1", f.r1, "perfect fit"}};

    status = pst_estimates_terms(out, METHOD, f.n, terms, 6, error);
  }
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_loess_curve(const struct pst_sample *sample, const struct pst_test *test,
                                struct pst_curve *curve, struct pst_arena *scratch,
                                struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct fit f;
  enum pst_status status = begin(sample, test, &f, scratch, error);
  double t;

  if (status == PST_OK)
    status = find_sigma(&f, scratch, error);
  if (status != PST_OK)
    return status;
  t = pst_t_quantile((1 - pst_conf_level(test)) / 2, f.df);
  for (size_t i = 0; i < curve->n; i++) {
    double squares = 0;

    find_row(&f, curve->x[i]);
    curve->fit[i] = 0;
    for (size_t j = 0; j < f.n; j++) {
      curve->fit[i] += f.row[j] * sample->y[j];
      squares += f.row[j] * f.row[j];
    }
    curve->low[i] = curve->fit[i] - t * f.sigma * sqrt(squares);
    curve->high[i] = curve->fit[i] + t * f.sigma * sqrt(squares);
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}
