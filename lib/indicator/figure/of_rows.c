/* of_rows.c -- a kind of rows as lines, or shares as areas and bars. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "indicator/figure/figures.h"
#include "indicator/row/row_kinds.h"
#include "job/emit.h"
#include "job/figure/apart.h"
#include "job/figure/figure_parts.h"

/* More lines than this cannot be told apart; more layers have no colour of their own. */
enum { LAYERS_MOST = 8, BARS_MOST = 12 };

struct chart {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  const struct pst_row_column *column;
  const struct pst_column *time;
  size_t n_entities;
  size_t *count;     /* rows of each entity */
  const char **name; /* of each entity; NULL: none of its rows is here */
  double *x;         /* distinct times, rising */
  size_t n_times;
  size_t middles; /* bounded values drawn at their middle */
  struct pst_figure figure;
};

static enum pst_status check(const struct pst_job *job, size_t groups,
                             const struct pst_row_columns *columns, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  bool stacked = s->chart == PST_INDICATOR_CHART_AREAS || s->chart == PST_INDICATOR_CHART_BARS;

  if (columns->count != 1)
    return pst_fail(
        error, PST_USAGE,
        "--plot and --render draw one indicator, and there are %zu; choose one with --kind "
        "and one -y",
        columns->count);
  if (groups > 1)
    return pst_fail(
        error, PST_USAGE,
        "--plot and --render draw one group, and there are %zu; choose one with --where, or "
        "draw one figure a group: --render 'figure-{COL}.svg'",
        groups);
  if (s->keys.time_role == SIZE_MAX)
    return pst_fail(error, PST_USAGE, "a figure over time needs --time COL");
  if (stacked && columns->list[0].ask->kind->rows != pst_rows_share
      && columns->list[0].ask->kind->rows != pst_rows_contribution)
    return pst_fail(
        error, PST_USAGE, "--chart %s stacks shares and contributions; '%s' is drawn as lines",
        s->chart == PST_INDICATOR_CHART_AREAS ? "areas" : "bars", columns->list[0].ask->text);
  return PST_OK;
}

static int by_number(const void *a, const void *b)
{
  double p = *(const double *)a, q = *(const double *)b;

  return p < q ? -1 : p > q;
}

static enum pst_status survey(struct chart *chart, struct pst_error *error)
{
  const struct pst_indicator_frame *frame = chart->frame;
  const struct pst_indicator_settings *s = chart->job->settings;
  struct pst_arena *arena = &chart->job->arena;
  bool named = s->keys.entity_role != SIZE_MAX;
  const struct pst_column *entity = named ? pst_job_column(chart->job, s->keys.entity_role) : NULL;

  chart->n_entities = named ? pst_column_texts(entity)->count : 1;
  chart->count = pst_arena_array(arena, chart->n_entities + 1, sizeof *chart->count);
  chart->name = pst_arena_array(arena, chart->n_entities + 1, sizeof *chart->name);
  chart->x = pst_arena_array(arena, frame->n + 1, sizeof *chart->x);
  if (chart->count == NULL || chart->name == NULL || chart->x == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < frame->n; i++) {
    chart->count[frame->entity[i]]++;
    chart->name[frame->entity[i]] =
        named ? pst_column_string(entity, frame->row[i]) : chart->column->y->name;
    chart->x[i] = pst_column_number(chart->time, frame->row[i]);
  }
  qsort(chart->x, frame->n, sizeof *chart->x, by_number);
  for (size_t i = 0; i < frame->n; i++)
    if (chart->n_times == 0 || chart->x[i] != chart->x[chart->n_times - 1])
      chart->x[chart->n_times++] = chart->x[i];
  return PST_OK;
}

static size_t time_of(const struct chart *chart, size_t row)
{
  double x = pst_column_number(chart->time, chart->frame->row[row]);
  const double *found = bsearch(&x, chart->x, chart->n_times, sizeof x, by_number);

  return (size_t)(found - chart->x);
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* Every entity over all times, so that a gap is one. */
static bool make_line(struct chart *chart, size_t entity, struct pst_figure_series *series)
{
  struct pst_arena *arena = &chart->job->arena;
  double *y = pst_arena_array(arena, 3 * chart->n_times + 1, sizeof *y);
  double *low = y == NULL ? NULL : y + chart->n_times,
         *high = y == NULL ? NULL : low + chart->n_times;

  if (y == NULL)
    return false;
  for (size_t i = 0; i < 3 * chart->n_times; i++)
    y[i] = (double)NAN;
  for (size_t i = 0; i < chart->frame->n; i++) {
    const struct pst_bounds *value = &chart->column->values[i].bounds;
    size_t k = time_of(chart, i);

    if (chart->frame->entity[i] != entity || isnan(value->low))
      continue;
    if (pst_bounds_is_point(value))
      y[k] = value->low;
    else {
      low[k] = value->low;
      high[k] = value->high;
    }
  }
  *series = (struct pst_figure_series){.name = chart->name[entity],
                                       .n = chart->n_times,
                                       .x = chart->x,
                                       .y = y,
                                       .y_low = low,
                                       .y_high = high,
                                       .highlight =
                                           pst_figure_highlighted(chart->job, chart->name[entity])};
  return true;
}

static enum pst_status lines(struct chart *chart, struct pst_error *error)
{
  struct pst_figure_series *series =
      pst_arena_array(&chart->job->arena, chart->n_entities + 1, sizeof *series);
  size_t n = 0;

  if (series == NULL)
    return pst_fail_memory(error);
  for (size_t e = 0; e < chart->n_entities; e++)
    if (chart->name[e] != NULL && !make_line(chart, e, &series[n++]))
      return pst_fail_memory(error);
  chart->figure.kind = PST_FIGURE_LINES;
  chart->figure.panels = PST_FIGURE_PANELS_NEVER;
  chart->figure.series = series;
  chart->figure.n_series = n;
  return PST_OK;
}

/* --- shares, stacked ------------------------------------------------------------------------------------------------ */

struct layer {
  size_t entity;
  double total;
};

static int by_total(const void *a, const void *b)
{
  const struct layer *p = a, *q = b;

  if (p->total != q->total)
    return p->total > q->total ? -1 : 1;
  return p->entity < q->entity ? -1 : p->entity > q->entity;
}

/* A bounded share is drawn at its middle. */
static double middle(struct chart *chart, size_t i)
{
  const struct pst_bounds *value = &chart->column->values[i].bounds;

  if (isnan(value->low) || pst_bounds_is_point(value))
    return value->low;
  chart->middles++;
  return value->low / 2 + value->high / 2;
}

/* Of more than SHOWN layers the highlighted ones have a place among those that are drawn by themselves. */
static void keep_highlighted(const struct chart *chart, struct layer *layers, size_t n,
                             size_t shown)
{
  for (size_t k = shown - 1; k < n; k++) {
    const struct layer found = layers[k];
    size_t to = shown - 1;

    if (!pst_figure_highlighted(chart->job, chart->name[found.entity]))
      continue;
    while (to > 0 && pst_figure_highlighted(chart->job, chart->name[layers[to - 1].entity]))
      to--;
    if (to == 0)
      return;
    layers[k] = layers[to - 1];
    layers[to - 1] = found;
    qsort(layers, shown - 1, sizeof *layers, by_total);
  }
}

/* Largest first; the least are added up where there are too many. */
static enum pst_status rank_layers(struct chart *chart, struct layer **layers, size_t *n,
                                   struct pst_error *error)
{
  *layers = pst_arena_array(&chart->job->arena, chart->n_entities + 1, sizeof **layers);
  if (*layers == NULL)
    return pst_fail_memory(error);
  for (size_t e = 0; e < chart->n_entities; e++)
    (*layers)[e].entity = e;
  for (size_t i = 0; i < chart->frame->n; i++) {
    double value = middle(chart, i);

    (*layers)[chart->frame->entity[i]].total += isfinite(value) ? value : 0;
  }
  chart->middles = 0;
  qsort(*layers, chart->n_entities, sizeof **layers, by_total);
  *n = 0;
  for (size_t e = 0; e < chart->n_entities; e++)
    if (chart->name[(*layers)[e].entity] != NULL)
      (*layers)[(*n)++] = (*layers)[e];
  return PST_OK;
}

static enum pst_status stack(struct chart *chart, bool bars, struct pst_error *error)
{
  struct pst_arena *arena = &chart->job->arena;
  struct pst_figure_series *series;
  struct layer *layers;
  size_t n = 0, shown, *at = pst_arena_array(arena, chart->n_entities + 1, sizeof *at);
  double *y;

  if (at == NULL || rank_layers(chart, &layers, &n, error) != PST_OK)
    return pst_fail_memory(error);
  shown = n > LAYERS_MOST ? LAYERS_MOST : n;
  series = pst_arena_array(arena, shown + 1, sizeof *series);
  y = pst_arena_array(arena, shown * chart->n_times + 1, sizeof *y);
  if (series == NULL || y == NULL)
    return pst_fail_memory(error);
  if (n > shown)
    keep_highlighted(chart, layers, n, shown);
  for (size_t i = 0; i < shown * chart->n_times; i++)
    y[i] = (double)NAN;
  for (size_t k = 0; k < n; k++)
    at[layers[k].entity] = k < shown ? k : shown - 1;
  for (size_t i = 0; i < chart->frame->n; i++) {
    double *to = &y[at[chart->frame->entity[i]] * chart->n_times + time_of(chart, i)];
    double value = middle(chart, i);

    if (isfinite(value))
      *to = isnan(*to) ? value : *to + value;
  }
  for (size_t k = 0; k < shown; k++) {
    const char *name = chart->name[layers[k].entity];

    const bool rest = k == shown - 1 && n > shown;

    if (rest)
      name = pst_arena_format(arena, "%zu others", n - shown + 1);
    series[k] = (struct pst_figure_series){.name = name,
                                           .rest = rest,
                                           .n = chart->n_times,
                                           .x = chart->x,
                                           .y = y + k * chart->n_times,
                                           .highlight = pst_figure_highlighted(chart->job, name)};
  }
  chart->figure.kind = bars ? PST_FIGURE_BARS : PST_FIGURE_AREAS;
  chart->figure.series = series;
  chart->figure.n_series = shown;
  return PST_OK;
}

/* --- all ----------------------------------------------------------------------------------------------------------------- */

static const char *note(struct chart *chart)
{
  size_t missing = 0;
  struct pst_buffer text = {.data = NULL};
  const char *copy;

  for (size_t i = 0; i < chart->frame->n; i++)
    if (chart->column->values[i].reason != PST_ROW_GIVEN)
      missing++;
  if (missing > 0)
    pst_buffer_printf(&text, "%zu of %zu rows %s no value. ", missing, chart->frame->n,
                      missing == 1 ? "has" : "have");
  if (chart->middles > 0)
    pst_buffer_printf(&text, "%zu value%s known only within bounds %s drawn at %s middle. ",
                      chart->middles, chart->middles == 1 ? "" : "s",
                      chart->middles == 1 ? "is" : "are", chart->middles == 1 ? "its" : "their");
  copy = text.size == 0 ? NULL : pst_arena_copy(&chart->job->arena, text.data, text.size - 1);
  pst_buffer_free(&text);
  return copy;
}

/* "Net ODA, current prices: share (%)". */
static const char *axis_of(const struct chart *chart)
{
  const char *unit = chart->column->unit, *name = pst_figure_column_name(chart->column->y);
  const bool plain = unit == NULL || strcmp(unit, "1") == 0;

  return pst_arena_format(&chart->job->arena, plain ? "%s: %s" : "%s: %s (%s)", name,
                          chart->column->ask->text, unit);
}

/* Parts below 0 are bars below the line: areas of them would cross those above. */
static bool any_negative(const struct chart *chart)
{
  for (size_t i = 0; i < chart->frame->n; i++)
    if (chart->column->values[i].bounds.low < 0)
      return true;
  return false;
}

static enum pst_status choose(struct chart *chart, struct pst_error *error)
{
  const struct pst_indicator_settings *s = chart->job->settings;
  bool share = chart->column->ask->kind->rows == pst_rows_share;

  if (s->chart == PST_INDICATOR_CHART_LINES || (!share && s->chart == PST_INDICATOR_CHART_AUTO))
    return lines(chart, error);
  return stack(chart,
               s->chart == PST_INDICATOR_CHART_BARS || any_negative(chart)
                   || (s->chart == PST_INDICATOR_CHART_AUTO && chart->n_times <= BARS_MOST),
               error);
}

/* What the figures are of. */
struct drawn {
  const struct pst_indicator_frame *frame;
  const struct pst_row_columns *columns;
};

/* The rows of the MARKED groups, and their values; how many groups they are is returned. */
static size_t keep_marked(const struct drawn *drawn, const bool *marked,
                          struct pst_indicator_frame *frame, struct pst_row_column *column)
{
  size_t n = 0, groups = 0;

  for (size_t g = 0; g < frame->groups.n_groups; g++)
    groups += marked[g];
  for (size_t i = 0; i < frame->n; i++) {
    if (!marked[drawn->frame->group[i]])
      continue;
    frame->row[n] = drawn->frame->row[i];
    frame->entity[n] = drawn->frame->entity[i];
    column->values[n++] = drawn->columns->list[0].values[i];
  }
  frame->n = n;
  return groups;
}

static enum pst_status draw_frame(struct pst_job *job, const struct pst_indicator_frame *frame,
                                  const struct pst_row_column *column, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  struct chart chart = {.job = job, .frame = frame, .column = column};
  enum pst_status status;

  chart.time = pst_job_column(job, s->keys.time_role);
  status = survey(&chart, error);
  if (status == PST_OK)
    status = choose(&chart, error);
  if (status == PST_OK)
    status = pst_figure_time_axis(job, chart.time, &chart.figure, error);
  if (status != PST_OK)
    return status;
  chart.figure.title = pst_arena_format(
      &job->arena, "%s: %s", pst_figure_column_name(chart.column->y), chart.column->ask->text);
  chart.figure.y_label = axis_of(&chart);
  chart.figure.note = note(&chart);
  status = pst_figure_check_highlight(job, &chart.figure, error);
  return status == PST_OK ? pst_job_draw(job, &chart.figure, error) : status;
}

static enum pst_status draw(struct pst_job *job, const bool *marked, void *context,
                            struct pst_error *error)
{
  const struct drawn *drawn = context;
  struct pst_indicator_frame frame = *drawn->frame;
  struct pst_row_column column = drawn->columns->list[0];
  size_t groups = frame.groups.n_groups;
  enum pst_status status;

  if (marked != NULL) {
    frame.row = pst_arena_array(&job->arena, frame.n + 1, sizeof *frame.row);
    frame.entity = pst_arena_array(&job->arena, frame.n + 1, sizeof *frame.entity);
    column.values = pst_arena_array(&job->arena, frame.n + 1, sizeof *column.values);
    if (frame.row == NULL || frame.entity == NULL || column.values == NULL)
      return pst_fail_memory(error);
    groups = keep_marked(drawn, marked, &frame, &column);
  }
  status = check(job, groups, drawn->columns, error);
  return status == PST_OK ? draw_frame(job, &frame, &column, error) : status;
}

enum pst_status pst_figure_of_rows(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   const struct pst_row_columns *columns, struct pst_error *error)
{
  return pst_figures_apart(job, &frame->groups, frame->group_names, draw,
                           &(struct drawn){.frame = frame, .columns = columns}, error);
}
