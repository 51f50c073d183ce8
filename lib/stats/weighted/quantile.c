/* quantile.c -- quantiles of a sample with weights. */
#include "stats/weighted/quantile.h"

#include <float.h>
#include <math.h>

#include "stats/samples/quantile_interval.h"
#include "stats/sort.h"
#include "stats/sum.h"
#include "stats/tails.h"

static const double HIT = 1e-12; /* of the sum of the weights */

/* The values in order, equal ones merged, with the weight up to and with each. */
struct steps {
  size_t n;
  double *value;
  double *cumulated;
  double sum;
};

static enum pst_status order(const struct pst_weighted_rows *rows, struct steps *steps,
                             struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_pair *pairs = pst_arena_array(scratch, 2 * rows->n, sizeof *pairs);
  struct pst_sum sum = {0, 0};

  steps->value = pst_arena_array(scratch, rows->n, sizeof *steps->value);
  steps->cumulated = pst_arena_array(scratch, rows->n, sizeof *steps->cumulated);
  if (pairs == NULL || steps->value == NULL || steps->cumulated == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < rows->n; i++)
    pairs[i] = (struct pst_pair){rows->x[i], rows->w[i]};
  pst_sort_pairs(pairs, pairs + rows->n, rows->n);
  for (size_t i = 0; i < rows->n; i++) {
    if (steps->n == 0 || steps->value[steps->n - 1] != pairs[i].x)
      steps->value[steps->n++] = pairs[i].x;
    pst_sum_add(&sum, pairs[i].y);
    steps->cumulated[steps->n - 1] = pst_sum_value(&sum);
  }
  steps->sum = pst_sum_value(&sum);
  return PST_OK;
}

static double inverse(const struct steps *steps, double p)
{
  const double target = p * steps->sum;
  const double near = HIT * steps->sum;
  size_t i = 0;

  if (p == 0)
    return steps->value[0];
  while (i + 1 < steps->n && steps->cumulated[i] < target - near)
    i++;
  if (i + 1 < steps->n && fabs(steps->cumulated[i] - target) <= near)
    return pst_middle(steps->value[i], steps->value[i + 1]);
  return steps->value[i];
}

/* The value at PLACE, from 1, of the repeated sample. */
static double repeated(const struct steps *steps, double place)
{
  size_t i = 0;

  while (i + 1 < steps->n && steps->cumulated[i] < place)
    i++;
  return steps->value[i];
}

static double frequency(const struct steps *steps, double p)
{
  const double place = 1 + p * (steps->sum - 1);
  const double below = floor(place + 4 * DBL_EPSILON * place);
  const double weight = fmax(0, place - below);
  const double low = repeated(steps, below);
  const double high = repeated(steps, fmin(below + 1, steps->sum));

  return weight <= 4 * DBL_EPSILON * place || low == high ? low
                                                          : (1 - weight) * low + weight * high;
}

/* The weighted share of values up to Q, and how far its interval reaches. */
static enum pst_status set_interval(const struct pst_weighted_rows *rows, const struct steps *steps,
                                    double level, struct pst_estimates *out,
                                    struct pst_estimate *row, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  double *up_to = pst_arena_array(scratch, rows->n, sizeof *up_to);
  struct pst_weighted_rows shares = *rows;
  double share, reach;

  if (up_to == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < rows->n; i++)
    up_to[i] = rows->x[i] <= row->estimate;
  shares.x = up_to;
  share = pst_weighted_average(rows, up_to);
  reach = rows->n < 2 ? 1
                      : pst_t_quantile((1 - level) / 2, (double)rows->n - 1)
                            * pst_weighted_error(&shares, share);
  if (share - reach > 0)
    row->conf_low = inverse(steps, share - reach);
  if (share + reach < 1)
    row->conf_high = inverse(steps, share + reach);
  if (isnan(row->conf_low) || isnan(row->conf_high))
    pst_estimate_note(out, row, "too few values for both ends of an interval at this level");
  return PST_OK;
}

static enum pst_status add_rows(const struct pst_weighted_rows *rows, const struct steps *steps,
                                const struct pst_weighted_quantile_options *options,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  const char *method = options->frequency ? "weighted-quantile-frequency" : "weighted-quantile";
  enum pst_status status = PST_OK;

  for (size_t i = 0; status == PST_OK && i < options->n_probs; i++) {
    const double p = options->probs[i];
    const char *term = pst_quantile_term(p, out);

    if (!(p >= 0 && p <= 1))
      return pst_fail(error, PST_USAGE, "a quantile is asked for at a probability outside 0 to 1");
    if (term == NULL)
      return pst_fail_memory(error);
    status =
        pst_estimates_value(out, method, term, rows->n,
                            options->frequency ? frequency(steps, p) : inverse(steps, p), error);
    if (status == PST_OK && options->level > 0 && !options->frequency)
      status = set_interval(rows, steps, options->level, out, &out->items[out->count - 1], scratch,
                            error);
  }
  return status;
}

enum pst_status pst_weighted_quantiles(const struct pst_weighted *sample,
                                       const struct pst_weighted_quantile_options *options,
                                       struct pst_estimates *out, struct pst_arena *scratch,
                                       struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_weighted_rows rows = {.n = 0};
  struct steps steps = {.n = 0};
  enum pst_status status = pst_weighted_keep(sample, &rows, scratch, error);

  if (status == PST_OK && options->frequency && !rows.whole)
    status = pst_fail(error, PST_UNDEFINED, "the weights are no frequencies");
  if (status == PST_OK)
    status = order(&rows, &steps, scratch, error);
  if (status == PST_OK)
    status = add_rows(&rows, &steps, options, out, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
