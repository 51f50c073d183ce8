#include "table/group/cell_value.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/number.h"

static bool keep_value(struct pst_cell_value *total, double value)
{
  if (total->n_values == total->capacity) {
    size_t n = total->capacity == 0 ? 8 : total->capacity * 2;
    double *values =
        n > SIZE_MAX / sizeof *values ? NULL : realloc(total->values, n * sizeof *values);

    if (values == NULL)
      return false;
    total->values = values;
    total->capacity = n;
  }
  total->values[total->n_values++] = value;
  return true;
}

bool pst_cell_value_add(struct pst_cell_value *total, double value, int decimals, bool keep)
{
  total->n++;
  if (keep)
    return keep_value(total, value);
  pst_decimal_sum_add(&total->sum, value, decimals);
  return true;
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
  return decimals > 255 ? 255 : decimals;
}

bool pst_cell_value_bounds(struct pst_cell_value *total, const struct pst_bounds *bounds)
{
  struct pst_cell_ends *ends = total->ends;

  if (ends == NULL)
    ends = total->ends = calloc(1, sizeof *ends);
  if (ends == NULL)
    return false;
  total->n++;
  total->n_bounded++;
  if (isinf(bounds->low))
    ends->no_low++;
  else
    pst_decimal_sum_add(&ends->low, bounds->low, decimals_of(bounds->low));
  if (isinf(bounds->high))
    ends->no_high++;
  else
    pst_decimal_sum_add(&ends->high, bounds->high, decimals_of(bounds->high));
  ends->open_low += bounds->low_open && !isinf(bounds->low);
  ends->open_high += bounds->high_open && !isinf(bounds->high);
  return true;
}

/* --- sum and mean ------------------------------------------------------------------------------ */

/* The known values and one end of the others, over N; STEP whole numbers further in. */
static double end_over(const struct pst_cell_value *total, const struct pst_decimal_sum *end,
                       double step, size_t n)
{
  struct pst_decimal_sum sum = total->sum;

  pst_decimal_sum_join(&sum, end);
  pst_decimal_sum_add(&sum, step, 0);
  return pst_decimal_sum_over(&sum, n);
}

static void bounds_over(const struct pst_cell_value *total, size_t n, bool whole,
                        struct pst_bounds *bounds)
{
  const struct pst_cell_ends *ends = total->ends;
  double low_step = whole ? (double)ends->open_low : 0,
         high_step = whole ? -(double)ends->open_high : 0;

  bounds->low = -INFINITY;
  bounds->high = INFINITY;
  if (ends->no_low == 0)
    bounds->low = end_over(total, &ends->low, low_step, n);
  if (ends->no_high == 0)
    bounds->high = end_over(total, &ends->high, high_step, n);
  bounds->low_open = isinf(bounds->low) || (!whole && ends->open_low > 0);
  bounds->high_open = isinf(bounds->high) || (!whole && ends->open_high > 0);
}

/* --- median ------------------------------------------------------------------------------------ */

static int by_value(const void *a, const void *b)
{
  const double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

/* The mean of the two in the middle is that of two decimals, too. */
static double median(struct pst_cell_value *total)
{
  size_t n = total->n_values;
  struct pst_decimal_sum two = {.whole = 0};

  qsort(total->values, n, sizeof *total->values, by_value);
  if (n % 2 == 1)
    return total->values[n / 2];
  for (size_t i = n / 2 - 1; i <= n / 2; i++)
    pst_decimal_sum_add(&two, total->values[i], decimals_of(total->values[i]));
  return pst_decimal_sum_over(&two, 2);
}

bool pst_cell_value_of(struct pst_cell_value *total, enum pst_aggregate how, bool whole,
                       struct pst_bounds *bounds, int *decimals)
{
  size_t n = how == PST_AGGREGATE_MEAN ? total->n : 1;
  double value;

  if (how == PST_AGGREGATE_COUNT) {
    *bounds = pst_bounds_point((double)total->n);
    return true;
  }
  if (total->n == 0 || (how == PST_AGGREGATE_MEDIAN && total->n_bounded > 0))
    return false;
  if (total->n_bounded > 0) {
    bounds_over(total, n, whole, bounds);
    return !(isinf(bounds->low) && isinf(bounds->high));
  }
  value = how == PST_AGGREGATE_MEDIAN ? median(total) : pst_decimal_sum_over(&total->sum, n);
  *bounds = pst_bounds_point(value);
  *decimals = decimals_of(value);
  return true;
}

void pst_cell_value_free(struct pst_cell_value *total)
{
  free(total->ends);
  free(total->values);
}
