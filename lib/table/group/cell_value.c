/* cell_value.c -- what the values of many rows come to. */
#include "table/group/cell_value.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/number.h"

static bool keep_value(struct pst_cell_value *total, double value)
{
  if (!PST_ARRAY_ROOM(total->values, total->capacity, total->n_values + 1))
    return false;
  total->values[total->n_values++] = value;
  return true;
}

static bool keeps(enum pst_aggregate how)
{
  return how == PST_AGGREGATE_MEDIAN || how == PST_AGGREGATE_QUANTILE;
}

static bool pick_value(struct pst_cell_value *total, enum pst_aggregate how,
                       unsigned long long place, double value)
{
  struct pst_bounds point = pst_bounds_point(value);

  return pst_cell_pick_add(&total->pick, how, &point, place);
}

bool pst_cell_value_add(struct pst_cell_value *total, enum pst_aggregate how,
                        unsigned long long place, double value, double rest, int decimals)
{
  total->n++;
  if (how == PST_AGGREGATE_COUNT)
    return true;
  if (keeps(how))
    return keep_value(total, value);
  if (pst_cell_picks(how))
    return pick_value(total, how, place, value);
  return pst_decimal_sum_add(&total->sum, value, decimals)
         && (rest == 0 || pst_decimal_sum_add(&total->sum, rest, 0));
}

double pst_cell_value_rest(const struct pst_cell_value *total, double value)
{
  return fabs(value) < 0x1p53 ? 0 : pst_decimal_sum_rest(&total->sum, value);
}

bool pst_cell_value_whole(const struct pst_bounds *bounds)
{
  return (isinf(bounds->low) || bounds->low == floor(bounds->low))
         && (isinf(bounds->high) || bounds->high == floor(bounds->high));
}

/* The digits that END, a double, was printed with: those of its shortest text. */
static int decimals_of(double end)
{
  char text[PST_NUMBER_SIZE];
  double value;
  int decimals = 0;

  pst_number_print(text, end);
  pst_number_parse(pst_text_of(text), NULL, &value, &decimals);
  return decimals;
}

static struct pst_cell_ends *ends_of(struct pst_cell_value *total)
{
  if (total->ends == NULL)
    total->ends = calloc(1, sizeof *total->ends);
  return total->ends;
}

static bool add_end(struct pst_decimal_sum *sum, size_t *no, double end)
{
  *no += isinf(end) != 0;
  return isinf(end) || pst_decimal_sum_add(sum, end, decimals_of(end));
}

bool pst_cell_value_bounds(struct pst_cell_value *total, enum pst_aggregate how,
                           unsigned long long place, const struct pst_bounds *bounds)
{
  struct pst_cell_ends *ends;

  total->n++;
  total->n_bounded++;
  if (pst_cell_picks(how))
    return pst_cell_pick_add(&total->pick, how, bounds, place);
  ends = ends_of(total);
  if (ends == NULL)
    return false;
  ends->open_low += bounds->low_open && !isinf(bounds->low);
  ends->open_high += bounds->high_open && !isinf(bounds->high);
  return add_end(&ends->low, &ends->no_low, bounds->low)
         && add_end(&ends->high, &ends->no_high, bounds->high);
}

static bool join_ends(struct pst_cell_ends *ends, const struct pst_cell_ends *other)
{
  if (ends == NULL)
    return false;
  ends->no_low += other->no_low;
  ends->no_high += other->no_high;
  ends->open_low += other->open_low;
  ends->open_high += other->open_high;
  return pst_decimal_sum_join(&ends->low, &other->low)
         && pst_decimal_sum_join(&ends->high, &other->high);
}

bool pst_cell_value_join(struct pst_cell_value *total, enum pst_aggregate how,
                         const struct pst_cell_value *other)
{
  const struct pst_cell_pick *pick = other->pick;

  if (pick != NULL && !pst_cell_pick_add(&total->pick, how, &pick->bounds, pick->place))
    return false;
  if (!PST_ARRAY_ROOM(total->values, total->capacity, total->n_values + other->n_values)
      || !pst_decimal_sum_join(&total->sum, &other->sum)
      || (other->ends != NULL && !join_ends(ends_of(total), other->ends)))
    return false;
  for (size_t i = 0; i < other->n_values; i++)
    total->values[total->n_values++] = other->values[i];
  total->n += other->n;
  total->n_bounded += other->n_bounded;
  return true;
}

/* --- sum and mean ------------------------------------------------------------------------------ */

/* The known values and one end of the others, over N; STEP whole numbers further in. */
static bool end_over(const struct pst_cell_value *total, const struct pst_decimal_sum *end,
                     double step, size_t n, double *value)
{
  struct pst_decimal_sum sum = {.decimals = 0};
  bool good = pst_decimal_sum_join(&sum, &total->sum) && pst_decimal_sum_join(&sum, end)
              && pst_decimal_sum_add(&sum, step, 0);

  if (good)
    *value = pst_decimal_sum_over(&sum, n);
  pst_decimal_sum_free(&sum);
  return good;
}

static bool bounds_over(const struct pst_cell_value *total, size_t n, bool whole,
                        struct pst_bounds *bounds)
{
  const struct pst_cell_ends *ends = total->ends;
  double low_step = whole ? (double)ends->open_low : 0,
         high_step = whole ? -(double)ends->open_high : 0;

  bounds->low = -INFINITY;
  bounds->high = INFINITY;
  if ((ends->no_low == 0 && !end_over(total, &ends->low, low_step, n, &bounds->low))
      || (ends->no_high == 0 && !end_over(total, &ends->high, high_step, n, &bounds->high)))
    return false;
  bounds->low_open = isinf(bounds->low) || (!whole && ends->open_low > 0);
  bounds->high_open = isinf(bounds->high) || (!whole && ends->open_high > 0);
  return true;
}

/* --- median and quantiles ---------------------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
  const double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

/* The mean of two decimals, as a decimal. */
static bool middle(double a, double b, double *value)
{
  struct pst_decimal_sum two = {.decimals = 0};
  bool good =
      pst_decimal_sum_add(&two, a, decimals_of(a)) && pst_decimal_sum_add(&two, b, decimals_of(b));

  *value = pst_decimal_sum_over(&two, 2);
  pst_decimal_sum_free(&two);
  return good;
}

/* Between the values around 1 + q (n - 1), counted from 1: definition 7 of Hyndman and Fan, with the allowance for
   rounding that stats/description/quantile.c makes. */
static bool quantile(struct pst_cell_value *total, double q, double *value)
{
  size_t n = total->n_values, below;
  double at = 1 + q * (double)(n - 1), fuzz = 4 * DBL_EPSILON * fmax(1, at), weight, low, high;

  qsort(total->values, n, sizeof *total->values, by_value);
  below = (size_t)floor(at + fuzz);
  weight = fabs(at - (double)below) < fuzz ? 0 : at - (double)below;
  low = total->values[below - 1];
  high = below < n ? total->values[below] : low;
  *value = weight == 0 ? low : low + weight * (high - low);
  return weight != 0.5 || low == high || middle(low, high, value);
}

/* --- what it comes to -------------------------------------------------------------------------- */

static enum pst_status picked(const struct pst_cell_value *total, bool whole,
                              struct pst_bounds *bounds, int *decimals)
{
  *bounds = total->pick->bounds;
  if (!pst_bounds_is_point(bounds) && whole)
    pst_bounds_whole(bounds);
  if (isinf(bounds->low) && isinf(bounds->high))
    return PST_UNDEFINED;
  if (pst_bounds_is_point(bounds))
    *decimals = decimals_of(bounds->low);
  return PST_OK;
}

/* Where no value is bounded. */
static enum pst_status known(struct pst_cell_value *total, enum pst_aggregate how, double q,
                             struct pst_bounds *bounds, int *decimals)
{
  double value;

  if (!keeps(how))
    value = pst_decimal_sum_over(&total->sum, how == PST_AGGREGATE_MEAN ? total->n : 1);
  else if (!quantile(total, how == PST_AGGREGATE_MEDIAN ? 0.5 : q, &value))
    return PST_NO_MEMORY;
  *bounds = pst_bounds_point(value);
  *decimals = decimals_of(value);
  return PST_OK;
}

enum pst_status pst_cell_value_of(struct pst_cell_value *total, enum pst_aggregate how, double q,
                                  bool whole, struct pst_bounds *bounds, int *decimals)
{
  if (how == PST_AGGREGATE_COUNT) {
    *bounds = pst_bounds_point((double)total->n);
    return PST_OK;
  }
  if (total->n == 0 || (keeps(how) && total->n_bounded > 0))
    return PST_UNDEFINED;
  if (pst_cell_picks(how))
    return picked(total, whole, bounds, decimals);
  if (total->n_bounded == 0)
    return known(total, how, q, bounds, decimals);
  if (!bounds_over(total, how == PST_AGGREGATE_MEAN ? total->n : 1, whole, bounds))
    return PST_NO_MEMORY;
  return isinf(bounds->low) && isinf(bounds->high) ? PST_UNDEFINED : PST_OK;
}

void pst_cell_value_free(struct pst_cell_value *total)
{
  pst_decimal_sum_free(&total->sum);
  if (total->ends != NULL) {
    pst_decimal_sum_free(&total->ends->low);
    pst_decimal_sum_free(&total->ends->high);
  }
  free(total->ends);
  free(total->values);
  free(total->pick);
}
