/* hover_area.c -- what stands over an area of an SVG, so that each time of it has a name. */
#include "figure/hover_area.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double pixel = 0.75;

/* A corner of the area: first along its foot, then back along its top. */
struct corner {
  double x, y;
};

/* As many corners as stand in a line "<polygon ... points = '45.04,434.01 ...'", MOST at most. */
static size_t read_corners(const char *line, struct corner *corners, size_t most)
{
  const char *at = strncmp(line, "\t\t<polygon ", 11) == 0 ? strstr(line, "points = '") : NULL;
  size_t n = 0;
  int used;

  if (at == NULL)
    return 0;
  at += strlen("points = '");
  while (n < most && sscanf(at, "%lf,%lf%n", &corners[n].x, &corners[n].y, &used) == 2) {
    n++;
    at += used;
  }
  return n;
}

/* Foot and top of each time stand above each other, as far apart as the value says. */
static bool fits(const struct pst_figure_series *series, const struct corner *corners)
{
  const size_t n = series->n;
  const double width = corners[n - 1].x - corners[0].x;
  double most = 0, height = 0;

  for (size_t k = 0; k < n; k++)
    if (series->y[k] > most) {
      most = series->y[k];
      height = corners[k].y - corners[2 * n - 1 - k].y;
    }
  for (size_t k = 0; k < n; k++) {
    const struct corner *foot = &corners[k], *top = &corners[2 * n - 1 - k];
    const double value = series->y[k] > 0 ? series->y[k] : 0;
    const double x =
        corners[0].x + width * (series->x[k] - series->x[0]) / (series->x[n - 1] - series->x[0]);

    if (!(fabs(foot->x - top->x) <= pixel && fabs(foot->x - x) <= pixel
          && fabs(foot->y - top->y - (most > 0 ? height * value / most : 0)) <= 2 * pixel))
      return false;
  }
  return true;
}

static void put_corner(struct pst_buffer *out, const struct corner *a, const struct corner *b)
{
  pst_buffer_printf(out, "%.2f,%.2f ", (a->x + b->x) / 2, (a->y + b->y) / 2);
}

/* From half way to the time before to half way to the time after. */
static void put_strip(struct pst_buffer *out, const struct corner *corners, size_t n, size_t k)
{
  const struct corner *foot = &corners[k], *top = &corners[2 * n - 1 - k];
  const size_t before = k > 0, after = k + 1 < n;

  pst_buffer_puts(out, "\t\t<polygon fill='none' stroke='none' pointer-events='all' points='");
  put_corner(out, foot - before, foot);
  put_corner(out, foot, foot);
  put_corner(out, foot, foot + after);
  put_corner(out, top, top - after);
  put_corner(out, top, top);
  put_corner(out, top + before, top);
  pst_buffer_puts(out, "'>");
}

void pst_hover_area(const struct pst_figure_series *series, const char *line,
                    pst_hover_title *title, void *context, struct pst_buffer *out)
{
  const size_t n = series->n;
  struct corner *corners = n > 1 ? calloc(2 * n + 1, sizeof *corners) : NULL;

  if (corners != NULL && read_corners(line, corners, 2 * n + 1) == 2 * n && fits(series, corners))
    for (size_t k = 0; k < n; k++) {
      if (!isfinite(series->y[k]))
        continue;
      put_strip(out, corners, n, k);
      title(context, k);
      pst_buffer_puts(out, "</polygon>\n");
    }
  free(corners);
}
