/* describe.c -- one variable: level, spread, shape, quantiles. */
#include "stats/description/describe.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "stats/description/moments.h"
#include "stats/description/quantile.h"
#include "stats/sample.h"
#include "stats/sort.h"
#include "stats/tails.h"

static const char METHOD[] = "describe";
static const char TWO[] = "fewer than 2 values";
static const char RANGE[] = "beyond the range of doubles";
static const double QUARTILES[] = {0.25, 0.75};
static const double TENTH[] = {0.1};

/* All that the rows are computed from. */
struct column {
  size_t n;
  const double *x;      /* in the order given */
  const double *sorted; /* ascending */
  double *spare;        /* n values of scratch */
  struct pst_moments moments;
  struct pst_describe_options options; /* with the defaults filled in */
};

static double mean_of(const struct column *column)
{
  return pst_sum_value(&column->moments.mean);
}

/* The variance with denominator n - LESS; NaN when that is not positive. */
static double variance(const struct column *column, size_t less)
{
  const struct pst_moments *moments = &column->moments;

  if (column->n <= less)
    return (double)NAN;
  return pst_unscale_square(moments->squares / (double)(column->n - less), moments->scale);
}

/* The root is taken before the scale is undone: 1e-200 squared would vanish. */
static double deviation(const struct column *column, size_t less)
{
  if (column->n <= less)
    return (double)NAN;
  return sqrt(column->moments.squares / (double)(column->n - less)) / column->moments.scale;
}

static double iqr(const struct column *column)
{
  int type = column->options.quantile_type;

  return pst_quantile(column->sorted, column->n, 0.75, type)
         - pst_quantile(column->sorted, column->n, 0.25, type);
}

/* The median of |x - median|, unscaled. */
static double mad_raw(const struct column *column)
{
  double median = pst_median_sorted(column->sorted, column->n);

  for (size_t i = 0; i < column->n; i++)
    column->spare[i] = fabs(column->x[i] - median);
  return pst_select_median(column->spare, column->n);
}

static double mean_deviation_from_median(const struct column *column)
{
  double median = pst_median_sorted(column->sorted, column->n);
  struct pst_sum sum = {0, 0};

  for (size_t i = 0; i < column->n; i++)
    pst_sum_add(&sum, fabs(column->x[i] - median));
  return pst_sum_value(&sum) / (double)column->n;
}

static double geometric_mean(const struct column *column)
{
  long double sum = 0; /* in doubles the mean of one 5 is 4.999999999999999 */

  if (column->sorted[0] <= 0)
    return (double)NAN;
  for (size_t i = 0; i < column->n; i++)
    sum += logl((long double)column->x[i]);
  return (double)expl(sum / (long double)column->n);
}

static double harmonic_mean(const struct column *column)
{
  struct pst_sum sum = {0, 0};

  if (column->sorted[0] <= 0)
    return (double)NAN;
  for (size_t i = 0; i < column->n; i++)
    pst_sum_add(&sum, 1 / column->x[i]);
  return (double)column->n / pst_sum_value(&sum);
}

double pst_trimmed_mean(const double *sorted, size_t n, double trim)
{
  double cut = (double)n * trim;
  size_t drop = (size_t)floor(cut + 4 * DBL_EPSILON * cut);
  struct pst_sum mean;

  if (2 * drop >= n)
    return pst_median_sorted(sorted, n);
  mean = pst_mean_of(sorted + drop, n - 2 * drop);
  return pst_sum_value(&mean);
}

static double distinct(const struct column *column)
{
  size_t count = 1;

  for (size_t i = 1; i < column->n; i++)
    count += column->sorted[i] != column->sorted[i - 1];
  return (double)count;
}

/* sd / |mean|, NaN for a mean of 0. */
static double relative(const struct column *column, double sd)
{
  double mean = mean_of(column);

  return mean == 0 ? (double)NAN : sd / fabs(mean);
}

static enum pst_status add_mean(const struct column *column, struct pst_estimates *out,
                                struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "mean", column->n);
  double df = (double)column->n - 1;
  double reach;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = mean_of(column);
  if (column->n < 2)
    return PST_OK;
  row->std_error = deviation(column, 1) / sqrt((double)column->n);
  reach = pst_t_quantile((1 - column->options.conf_level) / 2, df) * row->std_error;
  row->conf_low = row->estimate - reach;
  row->conf_high = row->estimate + reach;
  return PST_OK;
}

/* A row whose term is a name around a number: "q0.25", "trimmed_mean(0.1)". */
static enum pst_status add_named(const char *before, double p, const char *after, double value,
                                 const struct column *column, struct pst_estimates *out,
                                 struct pst_error *error)
{
  char number[PST_NUMBER_SIZE];
  const char *term;

  pst_number_print(number, p);
  term = pst_arena_format(out->arena, "%s%s%s", before, number, after);
  if (term == NULL)
    return pst_fail_memory(error);
  return pst_estimates_value(out, METHOD, term, column->n, value, error);
}

static enum pst_status add_quantiles(const struct column *column, struct pst_estimates *out,
                                     struct pst_error *error)
{
  const struct pst_describe_options *options = &column->options;
  enum pst_status status = PST_OK;

  for (size_t i = 0; status == PST_OK && i < options->n_probs; i++) {
    double p = options->probs[i];
    double value = pst_quantile(column->sorted, column->n, p, options->quantile_type);

    status = add_named("q", p, "", value, column, out, error);
  }
  return status;
}

static enum pst_status add_trims(const struct column *column, struct pst_estimates *out,
                                 struct pst_error *error)
{
  const struct pst_describe_options *options = &column->options;
  enum pst_status status = PST_OK;

  for (size_t i = 0; status == PST_OK && i < options->n_trims; i++) {
    double trim = options->trims[i];
    double value = pst_trimmed_mean(column->sorted, column->n, trim);

    status = add_named("trimmed_mean(", trim, ")", value, column, out, error);
  }
  return status;
}

static enum pst_status add_first(const struct column *column, struct pst_estimates *out,
                                 struct pst_error *error)
{
  const double *sorted = column->sorted;
  const struct pst_term terms[] = {
      {"median", pst_median_sorted(sorted, column->n), NULL},
      {"sd", deviation(column, 1), TWO},
      {"min", sorted[0], NULL},
      {"max", sorted[column->n - 1], NULL},
  };

  return pst_estimates_terms(out, METHOD, column->n, terms, sizeof terms / sizeof *terms, error);
}

static enum pst_status add_spread(const struct column *column, struct pst_estimates *out,
                                  struct pst_error *error)
{
  const double n = (double)column->n;
  const double raw = mad_raw(column);
  const char *no_cv = column->n < 2 ? TWO : "the mean is 0";
  const struct pst_term terms[] = {
      {"sum", column->moments.total, NULL},
      {"var", variance(column, 1), column->n < 2 ? TWO : RANGE},
      {"sem", deviation(column, 1) / sqrt(n), TWO},
      {"cv", relative(column, deviation(column, 1)), no_cv},
      {"range", column->sorted[column->n - 1] - column->sorted[0], NULL},
      {"iqr", iqr(column), NULL},
      {"mad", 1.4826 * raw, NULL},
      {"mad_raw", raw, NULL},
      {"mean_abs_dev", column->moments.absolute / n / column->moments.scale, NULL},
      {"mean_abs_dev_median", mean_deviation_from_median(column), NULL},
      {"var_pop", variance(column, 0), RANGE},
      {"sd_pop", deviation(column, 0), NULL},
      {"cv_pop", relative(column, deviation(column, 0)), "the mean is 0"},
  };

  return pst_estimates_terms(out, METHOD, column->n, terms, sizeof terms / sizeof *terms, error);
}

static enum pst_status add_distinct(const struct column *column, struct pst_estimates *out,
                                    struct pst_error *error)
{
  return pst_estimates_value(out, METHOD, "distinct", column->n, distinct(column), error);
}

static enum pst_status add_shape(const struct column *column, struct pst_estimates *out,
                                 struct pst_error *error)
{
  const struct pst_moments *moments = &column->moments;
  const int type = column->options.moment_type;
  const char *without = moments->squares == 0 && column->n > 1 ? "all values are equal"
                                                               : "too few values for this type";
  const double lag1 = moments->squares == 0 ? (double)NAN : moments->lagged / moments->squares;
  const struct pst_term terms[] = {
      {"skewness", pst_skewness(moments, type), without},
      {"kurtosis", pst_kurtosis(moments, type), without},
      {"geometric_mean", geometric_mean(column), "a value is zero or negative"},
      {"harmonic_mean", harmonic_mean(column), "a value is zero or negative"},
      {"distinct", distinct(column), NULL},
      {"lag1", lag1, column->n < 2 ? TWO : "all values are equal"},
  };

  return pst_estimates_terms(out, METHOD, column->n, terms, sizeof terms / sizeof *terms, error);
}

static enum pst_status resolve(const struct pst_describe_options *given, struct column *column,
                               struct pst_error *error)
{
  struct pst_describe_options *options = &column->options;

  *options = *given;
  if (options->conf_level == 0)
    options->conf_level = 0.95;
  if (options->quantile_type == 0)
    options->quantile_type = 7;
  if (options->moment_type == 0)
    options->moment_type = 2;
  if (options->n_probs == 0) {
    options->probs = QUARTILES;
    options->n_probs = 2;
  }
  if (options->n_trims == 0 && !options->main_only) {
    options->trims = TENTH;
    options->n_trims = 1;
  }
  if (options->quantile_type < 1 || options->quantile_type > 9)
    return pst_fail(error, PST_USAGE, "a quantile type is 1 to 9, not %d", options->quantile_type);
  if (options->moment_type < 1 || options->moment_type > 3)
    return pst_fail(error, PST_USAGE, "a type of skewness is 1 to 3, not %d", options->moment_type);
  for (size_t i = 0; i < options->n_probs; i++)
    if (!(options->probs[i] >= 0 && options->probs[i] <= 1))
      return pst_fail(error, PST_USAGE, "%g is not a probability", options->probs[i]);
  for (size_t i = 0; i < options->n_trims; i++)
    if (!(options->trims[i] >= 0 && options->trims[i] <= 0.5))
      return pst_fail(error, PST_USAGE, "a share to trim is 0 to 0.5, not %g", options->trims[i]);
  return PST_OK;
}

static enum pst_status prepare(const double *x, size_t n, struct column *column,
                               struct pst_arena *scratch, struct pst_error *error)
{
  double *sorted = pst_arena_alloc(scratch, (n + 1) * sizeof *sorted);

  column->n = n;
  column->x = x;
  column->spare = pst_arena_alloc(scratch, (n + 1) * sizeof *column->spare);
  if (sorted == NULL || column->spare == NULL)
    return pst_fail_memory(error);
  if (n == 0)
    return pst_fail(error, PST_UNDEFINED, "no values");
  memcpy(sorted, x, n * sizeof *x);
  for (size_t i = 0; i < n; i++)
    if (!isfinite(x[i]))
      return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  pst_sort_values(sorted, column->spare, n);
  column->sorted = sorted;
  if (column->options.main_only)
    pst_moments_of_sorted(x, sorted, n, &column->moments);
  else
    pst_moments_of(x, n, &column->moments);
  if (!isfinite(mean_of(column)) || !isfinite(column->moments.squares)
      || (!column->options.main_only && !isfinite(column->moments.fourths)))
    return pst_fail(error, PST_UNDEFINED, "the values are too large to compute with");
  return PST_OK;
}

static enum pst_status add_rows(const struct column *column, struct pst_estimates *out,
                                struct pst_error *error)
{
  enum pst_status status = add_mean(column, out, error);

  if (status == PST_OK)
    status = add_first(column, out, error);
  if (status == PST_OK)
    status = add_quantiles(column, out, error);
  if (status == PST_OK && !column->options.main_only)
    status = add_spread(column, out, error);
  if (status == PST_OK)
    status = add_trims(column, out, error);
  if (status == PST_OK)
    status = column->options.main_only ? add_distinct(column, out, error)
                                       : add_shape(column, out, error);
  return status;
}

/* Values near the end of the doubles are described as a 2^-64th of themselves: sums, differences
   and interpolations then stay within range. */
static const double LARGE = 0x1p+900, REDUCED = 0x1p-64;

/* By which power of the unit a term grows; those not named here by the first. */
static int degree_of(const char *term)
{
  static const struct {
    const char *term;
    int degree;
  } others[] = {{"cv", 0},       {"cv_pop", 0}, {"skewness", 0}, {"kurtosis", 0},
                {"distinct", 0}, {"lag1", 0},   {"var", 2},      {"var_pop", 2}};

  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp(others[i].term, term) == 0)
      return others[i].degree;
  return 1;
}

static void undo_reduction(struct pst_estimates *out, size_t first)
{
  for (size_t i = first; i < out->count; i++) {
    struct pst_estimate *row = &out->items[i];

    for (int d = degree_of(row->term); d > 0; d--) {
      row->estimate /= REDUCED;
      row->std_error /= REDUCED;
      row->conf_low /= REDUCED;
      row->conf_high /= REDUCED;
    }
  }
}

/* X itself, or a reduced copy of it when it holds large values; NULL when memory is out. */
static const double *reduce(const double *x, size_t n, struct pst_arena *scratch)
{
  double most = 0;
  double *copy;

  for (size_t i = 0; i < n; i++)
    most = fabs(x[i]) > most ? fabs(x[i]) : most;
  if (!(most > LARGE) || !isfinite(most))
    return x;
  copy = pst_arena_array(scratch, n, sizeof *copy);
  for (size_t i = 0; copy != NULL && i < n; i++)
    copy[i] = x[i] * REDUCED;
  return copy;
}

enum pst_status pst_describe(const double *x, size_t n, const struct pst_describe_options *options,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const double *values = reduce(x, n, scratch);
  const size_t first = out->count;
  struct column column;
  enum pst_status status = resolve(options, &column, error);

  if (status == PST_OK && values == NULL)
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = prepare(values, n, &column, scratch, error);
  if (status == PST_OK)
    status = add_rows(&column, out, error);
  if (status == PST_OK && values != x)
    undo_reduction(out, first);
  if (status == PST_OK)
    pst_estimates_finite(out, first);
  pst_arena_release(scratch, mark);
  return status;
}
