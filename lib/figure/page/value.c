/* value.c -- the values of points, written as labels. */
#include "figure/page/value.h"

#include <math.h>

/* True when all values are multiples of 10^-DECIMALS, to six digits. */
static bool enough(const struct pst_figure *figure, int decimals)
{
  double scale = pow(10, decimals);

  for (size_t i = 0; i < figure->n_series; i++)
    for (size_t k = 0; k < figure->series[i].n; k++) {
      double value = pst_value_place(&figure->series[i], k) * scale;

      if (isfinite(value) && fabs(value - nearbyint(value)) > 1e-6 * fmax(fabs(value), 1))
        return false;
    }
  return true;
}

static double largest(const struct pst_figure *figure)
{
  double most = 0;

  for (size_t i = 0; i < figure->n_series; i++)
    for (size_t k = 0; k < figure->series[i].n; k++) {
      double value = pst_value_place(&figure->series[i], k);

      if (isfinite(value))
        most = fmax(most, fabs(value));
    }
  return most;
}

int pst_value_decimals(const struct pst_figure *figure)
{
  double most = largest(figure);
  int reach = most > 0 ? 3 - (int)floor(log10(most)) : 0, decimals = 0;

  if (figure->decimals != 0)
    return figure->decimals > 0 ? figure->decimals : 0;
  if (reach > 12)
    return -1;
  while (decimals < reach && !enough(figure, decimals))
    decimals++;
  return decimals;
}

const char *pst_value_text(struct pst_arena *arena, const struct pst_figure_series *series,
                           size_t k, int decimals)
{
  double low = series->y_low == NULL ? (double)NAN : series->y_low[k];
  double high = series->y_high == NULL ? (double)NAN : series->y_high[k];
  char a[PST_AXIS_TEXT], b[PST_AXIS_TEXT];

  if (isfinite(series->y[k]))
    return pst_arena_string(arena, pst_axis_number(a, series->y[k], decimals));
  if (isfinite(low) && isfinite(high))
    return pst_arena_format(arena, "%s to %s", pst_axis_number(a, low, decimals),
                            pst_axis_number(b, high, decimals));
  if (isfinite(low) && isinf(high))
    return pst_arena_format(arena, "\xE2\x89\xA5%s", pst_axis_number(a, low, decimals));
  if (isfinite(high) && isinf(low))
    return pst_arena_format(arena, "\xE2\x89\xA4%s", pst_axis_number(a, high, decimals));
  return "";
}

double pst_value_place(const struct pst_figure_series *series, size_t k)
{
  double low = series->y_low == NULL ? (double)NAN : series->y_low[k];
  double high = series->y_high == NULL ? (double)NAN : series->y_high[k];

  if (isfinite(series->y[k]))
    return series->y[k];
  if (isfinite(low) && isfinite(high))
    return low + (high - low) / 2;
  if (isfinite(low) && isinf(high))
    return low;
  return isfinite(high) && isinf(low) ? high : (double)NAN;
}
