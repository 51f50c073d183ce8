/* area.c -- what lies unseen over the areas of a stack. */
#include "figure/hover/area.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double pixel = 0.75;

/* What of a plane is taken. */
struct extent {
  double left, right, top, bottom;
};

typedef bool see_corner(void *context, double x, double y);

/* Every corner of the areas of SVG; false when SEE is for one. */
static bool see_corners(const char *svg, see_corner *see, void *context)
{
  bool inside = false;
  double x, y;

  for (; *svg != '\0'; svg += pst_hover_line(svg), svg += *svg == '\n') {
    const char *at = pst_hover_corners(svg);

    inside = inside || pst_hover_starts(svg, "\t<g id=\"figure_plot_");
    while (inside && at != NULL && pst_hover_corner(&at, &x, &y))
      if (!see(context, x, y))
        return false;
  }
  return true;
}

static bool widen(void *context, double x, double y)
{
  struct extent *extent = context;

  extent->left = fmin(extent->left, x);
  extent->right = fmax(extent->right, x);
  extent->top = fmin(extent->top, y);
  extent->bottom = fmax(extent->bottom, y);
  return true;
}

static double x_of(const struct pst_hover_areas *areas, double x)
{
  return areas->left + areas->per_x * x;
}

/* The time whose area stands nearest to the pixel X: how far it is. */
static double distance(const struct pst_hover_areas *areas, double x)
{
  const struct pst_stack *stack = &areas->stack;
  size_t low = 0, high = stack->n - 1;
  double least = INFINITY;

  while (high - low > 1) {
    const size_t middle = low + (high - low) / 2;

    if (x_of(areas, stack->x[middle]) > x)
      high = middle;
    else
      low = middle;
  }
  for (size_t k = low; k <= high; k++) {
    const double reach = areas->per_x * pst_stack_reach(stack, k);

    least = fmin(least, fmin(fabs(x_of(areas, stack->x[k]) - reach - x),
                             fabs(x_of(areas, stack->x[k]) + reach - x)));
  }
  return least;
}

static bool stands_at_a_time(void *context, double x, double y)
{
  (void)y;
  return distance(context, x) <= pixel;
}

/* What the areas reach: where they begin and end, and how high. */
static bool find_extent(const struct pst_stack *stack, struct extent *extent)
{
  *extent = (struct extent){INFINITY, -INFINITY, 0, 0};
  for (size_t k = 0; k < stack->n; k++) {
    const double reach = pst_stack_reach(stack, k);

    if (isnan(stack->base[k]))
      continue;
    extent->left = fmin(extent->left, stack->x[k] - reach);
    extent->right = fmax(extent->right, stack->x[k] + reach);
    extent->top = fmax(extent->top, stack->base[stack->series * stack->n + k]);
  }
  return extent->right > extent->left && extent->top > 0;
}

bool pst_hover_areas_find(struct pst_hover_areas *areas, const struct pst_figure *figure,
                          const char *svg)
{
  struct extent seen = {INFINITY, -INFINITY, INFINITY, -INFINITY}, wanted;

  *areas = (struct pst_hover_areas){.found = false};
  if (figure == NULL || figure->kind != PST_FIGURE_AREAS || figure->n_series == 0)
    return true;
  if (!pst_stack_make(&areas->stack, figure, &areas->arena))
    return false;
  if (!find_extent(&areas->stack, &wanted))
    return true;
  see_corners(svg, widen, &seen);
  if (!(seen.right > seen.left) || !(seen.bottom > seen.top))
    return true;
  areas->per_x = (seen.right - seen.left) / (wanted.right - wanted.left);
  areas->left = seen.left - areas->per_x * wanted.left;
  areas->per_y = (seen.top - seen.bottom) / wanted.top;
  areas->bottom = seen.bottom;
  areas->found = see_corners(svg, stands_at_a_time, areas);
  return true;
}

void pst_hover_areas_end(struct pst_hover_areas *areas)
{
  pst_arena_free(&areas->arena);
}

bool pst_hover_area_edge(const struct pst_hover_areas *areas, const char *title)
{
  static const char edge[] = " using 1:3<";

  return areas->found && memmem(title, pst_hover_line(title), edge, sizeof edge - 1) != NULL;
}

/* Where a strip over time K has a corner: half way to the time J, or at the edge of what is drawn. */
static void put_corner(const struct pst_hover_areas *areas, size_t level, size_t j, size_t k,
                       double reach, struct pst_buffer *out)
{
  const struct pst_stack *stack = &areas->stack;
  const double *base = stack->base + level * stack->n;

  pst_buffer_printf(out, "%.2f,%.2f ", x_of(areas, stack->x[j] / 2 + stack->x[k] / 2 + reach),
                    areas->bottom + areas->per_y * (base[j] / 2 + base[k] / 2));
}

/* Of series I: from half way to the time before to half way to the time after. */
static void put_strip(const struct pst_hover_areas *areas, size_t i, size_t k,
                      struct pst_buffer *out)
{
  const struct pst_stack *stack = &areas->stack;
  const size_t before = k > 0 && pst_stack_joins(stack, k - 1) ? k - 1 : k;
  const size_t after = pst_stack_joins(stack, k) ? k + 1 : k;
  const double reach = pst_stack_reach(stack, k);

  pst_buffer_puts(out, "\t\t<polygon fill='none' stroke='none' pointer-events='all' points='");
  put_corner(areas, i, before, k, -reach, out);
  put_corner(areas, i, k, k, 0, out);
  put_corner(areas, i, after, k, reach, out);
  put_corner(areas, i + 1, after, k, reach, out);
  put_corner(areas, i + 1, k, k, 0, out);
  put_corner(areas, i + 1, before, k, -reach, out);
  pst_buffer_puts(out, "'>");
}

void pst_hover_area_put(const struct pst_hover_areas *areas, const struct pst_hover_group *group,
                        struct pst_buffer *out)
{
  const size_t i = (size_t)(group->series - group->figure->series);

  for (size_t k = 0; k < areas->stack.n; k++) {
    if (!isfinite(group->series->y[k]))
      continue;
    put_strip(areas, i, k, out);
    pst_hover_put_item(out, group, k);
    pst_buffer_puts(out, "</polygon>\n");
  }
}
