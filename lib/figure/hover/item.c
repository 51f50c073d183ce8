/* item.c -- what a group of marks stands for: the items of a figure that one data block draws. */
#include "figure/hover/item.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SERIES_MOST = 9999 };

static const double pixel = 0.75;

static double on_scale(double value, bool log)
{
  return log ? log10(value) : value;
}

static const struct pst_hover_item anywhere = {.x = NAN, .y = NAN, .width = NAN, .height = NAN};

static void add(struct pst_hover_group *group, struct pst_hover_item item, size_t at)
{
  item.at = at;
  group->items[group->n++] = item;
}

/* --- what each kind draws ------------------------------------------------------------------------- */

static void add_point(struct pst_hover_group *group, size_t k)
{
  struct pst_hover_item item = anywhere;

  item.x = on_scale(group->series->x[k], group->figure->log_x);
  item.y = on_scale(group->series->y[k], group->figure->log_y);
  if (isfinite(item.x) && isfinite(item.y))
    add(group, item, k);
}

/* A bar of a time: as high as its value. */
static void add_bar(struct pst_hover_group *group, size_t k)
{
  struct pst_hover_item item = anywhere;

  item.x = group->series->x[k];
  item.height = fabs(group->series->y[k]);
  if (isfinite(group->series->y[k]))
    add(group, item, k);
}

/* A part of a row: as wide as its value. */
static void add_part(struct pst_hover_group *group, size_t k)
{
  struct pst_hover_item item = anywhere;

  item.width = group->series->y[k];
  if (item.width > 0 && isfinite(item.width))
    add(group, item, k);
}

static void add_row(struct pst_hover_group *group, size_t k)
{
  struct pst_hover_item item = anywhere;

  item.x = on_scale(group->series->y[k], group->figure->log_x);
  if (isfinite(item.x))
    add(group, item, k);
}

/* Of a forest: full squares, or open ones. */
static void add_square(struct pst_hover_group *group, size_t k, bool full)
{
  const struct pst_figure_series *s = group->series;
  const double null = group->figure->null;
  const bool out =
      (s->y_low != NULL && s->y_low[k] > null) || (s->y_high != NULL && s->y_high[k] < null);

  if (out == full)
    add_row(group, k);
}

static void add_cell(struct pst_hover_group *group, size_t k)
{
  const struct pst_figure *figure = group->figure;
  struct pst_hover_item item = anywhere;

  if (!isfinite(figure->cells[k]) || (figure->kind == PST_FIGURE_LIKERT && figure->cells[k] <= 0))
    return;
  if (figure->kind == PST_FIGURE_LIKERT) {
    item.width = figure->cells[k];
  } else {
    item.x = (double)(k % figure->columns);
    item.y = (double)(k / figure->columns);
  }
  add(group, item, k);
}

/* --- groups --------------------------------------------------------------------------------------- */

/* The series whose data "$s3 using 1:2" are, and BLOCK what of it, "" or "_points"; NULL: none. */
static const struct pst_figure_series *series_of(const struct pst_figure *figure, const char *title,
                                                 const char **block)
{
  char *end;
  unsigned long number;

  if (strncmp(title, "$s", 2) != 0 || title[2] < '1' || title[2] > '9')
    return NULL;
  number = strtoul(title + 2, &end, 10);
  *block = end;
  return number <= figure->n_series && number <= SERIES_MOST ? &figure->series[number - 1] : NULL;
}

static bool is_block(const char *text, const char *name)
{
  const size_t size = strlen(name);

  return strncmp(text, name, size) == 0 && text[size] == ' ';
}

static void add_points_of(struct pst_hover_group *group, const char *block)
{
  const struct pst_figure_series *s = group->series;
  const enum pst_figure_kind kind = group->figure->kind;
  const bool rows = kind == PST_FIGURE_DOTS || kind == PST_FIGURE_ROWS;

  if (!is_block(block, kind == PST_FIGURE_DOTS ? "_points" : "") || s->y == NULL
      || (!rows && s->x == NULL) || kind == PST_FIGURE_AREAS)
    return;
  group->boxes = kind == PST_FIGURE_BARS || kind == PST_FIGURE_ROWS;
  for (size_t k = 0; k < s->n; k++)
    if (kind == PST_FIGURE_DOTS)
      add_row(group, k);
    else if (kind == PST_FIGURE_ROWS)
      add_part(group, k);
    else if (kind == PST_FIGURE_BARS)
      add_bar(group, k);
    else
      add_point(group, k);
}

static void add_of(struct pst_hover_group *group, const char *title, const char *block)
{
  const struct pst_figure *figure = group->figure;
  const bool full = is_block(title, "$full"), open = is_block(title, "$open");
  const bool celled = figure->kind == PST_FIGURE_HEATMAP || figure->kind == PST_FIGURE_LIKERT;

  if (group->series != NULL) {
    add_points_of(group, block);
  } else if (figure->kind == PST_FIGURE_FOREST && (full || open)) {
    group->series = &figure->series[0];
    for (size_t k = 0; k < group->series->n; k++)
      add_square(group, k, full);
  } else if (celled && figure->cells != NULL && is_block(title, "$cells")) {
    group->boxes = true;
    for (size_t k = 0; k < figure->rows * figure->columns; k++)
      add_cell(group, k);
  }
}

static size_t most_items(const struct pst_figure *figure)
{
  size_t most = figure->rows * figure->columns;

  for (size_t i = 0; i < figure->n_series; i++)
    most = figure->series[i].n > most ? figure->series[i].n : most;
  return most;
}

bool pst_hover_group_find(struct pst_hover_group *group, const struct pst_figure *figure,
                          const char *title)
{
  const char *block = "";

  *group = (struct pst_hover_group){.figure = figure};
  if (figure == NULL)
    return true;
  group->series = series_of(figure, title, &block);
  group->items = calloc(most_items(figure) + 1, sizeof *group->items);
  if (group->items != NULL)
    add_of(group, title, block);
  return group->items != NULL;
}

void pst_hover_group_end(struct pst_hover_group *group)
{
  free(group->items);
}

/* --- whether marks are they ------------------------------------------------------------------------ */

static double item_value(const struct pst_hover_item *item, int way)
{
  const double values[] = {item->x, item->y, item->width, item->height};

  return values[way];
}

static double mark_place(const struct pst_hover_mark *mark, int way)
{
  const double places[] = {mark->x, mark->y, mark->width, mark->height};

  return places[way];
}

/* Values and pixels are on one straight line, by the two values that are farthest apart. */
static bool is_straight(const struct pst_hover_group *group, const struct pst_hover_mark *marks,
                        int way)
{
  const struct pst_hover_item *items = group->items;
  size_t low = 0, high = 0;
  double least, slope;

  for (size_t i = 1; i < group->n; i++) {
    low = item_value(&items[i], way) < item_value(&items[low], way) ? i : low;
    high = item_value(&items[i], way) > item_value(&items[high], way) ? i : high;
  }
  least = item_value(&items[low], way);
  slope = item_value(&items[high], way) > least
              ? (mark_place(&marks[high], way) - mark_place(&marks[low], way))
                    / (item_value(&items[high], way) - least)
              : 0;
  for (size_t i = 0; i < group->n; i++)
    if (!(fabs(mark_place(&marks[low], way) + slope * (item_value(&items[i], way) - least)
               - mark_place(&marks[i], way))
          <= pixel))
      return false;
  return true;
}

bool pst_hover_group_fits(const struct pst_hover_group *group, const struct pst_hover_mark *marks,
                          size_t n)
{
  if (n == 0 || n != group->n)
    return false;
  for (int way = 0; way < 4; way++)
    if (!isnan(item_value(&group->items[0], way)) && !is_straight(group, marks, way))
      return false;
  return true;
}
