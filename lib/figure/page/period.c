/* period.c -- what a place on the horizontal axis is called. */
#include "figure/page/period.h"

#include <stdlib.h>

#include "figure/page/axis.h"

static int by_place(const void *a, const void *b)
{
  const double x = *(const double *)a, at = ((const struct pst_figure_tick *)b)->at;

  return (x > at) - (x < at);
}

const char *pst_period_text(struct pst_arena *arena, const struct pst_figure *figure, double x)
{
  const struct pst_figure_tick *found =
      figure->n_periods == 0
          ? NULL
          : bsearch(&x, figure->periods, figure->n_periods, sizeof *figure->periods, by_place);
  char text[PST_AXIS_TEXT];

  for (size_t i = 0; i < figure->n_x_ticks && found == NULL; i++)
    if (figure->x_ticks[i].at == x)
      found = &figure->x_ticks[i];
  if (found != NULL)
    return found->text;
  if (figure->x_year)
    return pst_arena_format(arena, "%.8g", x);
  return pst_arena_string(arena, pst_axis_digits(text, x, 6));
}
