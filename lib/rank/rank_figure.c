/* rank_figure.c -- the figure of polstat-rank: a bump chart. */
#include "rank/rank_figure.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "job/emit.h"
#include "job/figure/figure_parts.h"
#include "stats/sort.h"

/* The points of one entity: arrays of n. */
struct line {
  double *x, *y, *low, *high;
  size_t n;
  size_t last; /* the period of the last point */
  bool in_top;
};

static bool drawn(const struct pst_rank_settings *settings, const struct pst_rankings *rankings,
                  const struct pst_place *place)
{
  if (settings->change)
    return place->period == rankings->from || place->period == rankings->to;
  return place->period >= rankings->from && place->period <= rankings->to;
}

static bool reserve(struct line *line, size_t n, struct pst_arena *arena)
{
  line->x = pst_arena_array(arena, n + 1, sizeof *line->x);
  line->y = pst_arena_array(arena, n + 1, sizeof *line->y);
  line->low = pst_arena_array(arena, n + 1, sizeof *line->low);
  line->high = pst_arena_array(arena, n + 1, sizeof *line->high);
  return line->x != NULL && line->y != NULL && line->low != NULL && line->high != NULL;
}

/* A period in which others have a rank and this one has none breaks its line. */
static void add_gap(struct line *line, const struct pst_rankings *rankings, size_t period)
{
  size_t i = line->n++;

  line->x[i] = rankings->periods[period].value;
  line->y[i] = line->low[i] = line->high[i] = (double)NAN;
}

static void add_point(struct line *line, const struct pst_rank_settings *settings,
                      const struct pst_rankings *rankings, const struct pst_place *place,
                      size_t top)
{
  bool known = place->low == place->high;
  size_t i;

  if (line->n > 0 && place->period > line->last + 1 && !settings->change)
    add_gap(line, rankings, line->last + 1);
  line->last = place->period;
  i = line->n++;
  line->x[i] = rankings->periods[place->period].value;
  line->y[i] = known ? place->low : (double)NAN;
  line->low[i] = known ? (double)NAN : place->low;
  line->high[i] = known ? (double)NAN : place->high;
  line->in_top = line->in_top || top == 0 || pst_rank_in_top(place, top) != 0;
}

static enum pst_status make_lines(struct pst_job *job, const struct pst_rank_settings *settings,
                                  const struct pst_rankings *rankings, struct line *lines,
                                  struct pst_error *error)
{
  const struct pst_ranking *ranking = &rankings->list[0];
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  size_t *count = pst_arena_array(&job->arena, pst_column_texts(entity)->count + 1, sizeof *count);

  if (count == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < ranking->n_places; i++)
    if (drawn(settings, rankings, &ranking->places[i]))
      count[pst_column_code(entity, ranking->places[i].row)]++;
  for (unsigned e = 0; e < pst_column_texts(entity)->count; e++)
    if (!reserve(&lines[e], 2 * count[e], &job->arena)) /* a gap before each */
      return pst_fail_memory(error);
  /* Places are in the order of periods, so each line's times rise. */
  for (size_t i = 0; i < ranking->n_places; i++)
    if (drawn(settings, rankings, &ranking->places[i]))
      add_point(&lines[pst_column_code(entity, ranking->places[i].row)], settings, rankings,
                &ranking->places[i], settings->top);
  return PST_OK;
}

static size_t make_series(struct pst_job *job, const struct pst_rank_settings *settings,
                          const struct line *lines, struct pst_figure_series *series)
{
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  size_t n = 0;

  for (unsigned e = 0; e < pst_column_texts(entity)->count; e++) {
    const char *name = pst_dictionary_string(pst_column_texts(entity), e);

    if (lines[e].n == 0 || !lines[e].in_top)
      continue;
    series[n++] = (struct pst_figure_series){.name = name,
                                             .n = lines[e].n,
                                             .x = lines[e].x,
                                             .y = lines[e].y,
                                             .y_low = lines[e].low,
                                             .y_high = lines[e].high,
                                             .highlight = pst_figure_highlighted(job, name)};
  }
  return n;
}

/* Where ranks are given with an open end (">10"): the last rank that is known. */
static double beyond(const struct pst_ranking *ranking)
{
  double least = INFINITY;

  for (size_t i = 0; i < ranking->n_places; i++)
    if (isinf(ranking->places[i].high) && ranking->places[i].low < least)
      least = ranking->places[i].low;
  return isinf(least) ? 0 : least - 1;
}

static const char *note(struct pst_job *job, const struct pst_rank_settings *settings,
                        const struct pst_rankings *rankings)
{
  const struct pst_ranking *ranking = &rankings->list[0];
  size_t least = SIZE_MAX, most = 0;
  bool open = false;

  if (settings->given)
    return "Ranks as the source gives them.";
  for (size_t i = 0; i < ranking->n_places; i++) {
    if (!drawn(settings, rankings, &ranking->places[i]))
      continue;
    least = ranking->places[i].n < least ? ranking->places[i].n : least;
    most = ranking->places[i].n > most ? ranking->places[i].n : most;
    open = open || ranking->places[i].low != ranking->places[i].high;
  }
  return pst_arena_format(&job->arena, "Rank 1 is the %s of n = %s.%s",
                          settings->order == 0 ? "largest" : "smallest",
                          least == most ? pst_arena_format(&job->arena, "%zu", most)
                                        : pst_arena_format(&job->arena, "%zu to %zu", least, most),
                          open ? " Bars: ranks that ties or bounds leave open." : "");
}

/* The two periods of --change are the only ticks. */
static enum pst_status two_ticks(struct pst_job *job, const struct pst_rankings *rankings,
                                 struct pst_figure *figure, struct pst_error *error)
{
  struct pst_figure_tick *ticks = pst_arena_array(&job->arena, 2, sizeof *ticks);

  if (ticks == NULL)
    return pst_fail_memory(error);
  for (int i = 0; i < 2; i++) {
    const struct pst_period *period = &rankings->periods[i == 0 ? rankings->from : rankings->to];

    ticks[i] = (struct pst_figure_tick){.at = period->value, .text = period->text};
  }
  figure->x_ticks = ticks;
  figure->n_x_ticks = 2;
  return PST_OK;
}

/* A longer step than this leaves out a period: one and a half of the usual, as in a trend's figure. */
static double longest_step(struct pst_job *job, const struct pst_rankings *rankings)
{
  size_t n = rankings->to - rankings->from;
  double *steps = pst_arena_array(&job->arena, n + 1, sizeof *steps);

  if (steps == NULL || n == 0)
    return (double)INFINITY;
  for (size_t i = 0; i < n; i++)
    steps[i] = rankings->periods[rankings->from + i + 1].value
               - rankings->periods[rankings->from + i].value;
  return 1.5 * pst_select_median(steps, n);
}

static enum pst_status draw(struct pst_job *job, const struct pst_rank_settings *settings,
                            const struct pst_rankings *rankings,
                            const struct pst_figure_series *series, size_t n_series,
                            struct pst_error *error)
{
  const struct pst_column *y = pst_job_column(job, settings->y.roles[0]);
  struct pst_figure figure = {.kind = PST_FIGURE_BUMP,
                              .decimals = 0,
                              .gap =
                                  settings->change ? (double)INFINITY : longest_step(job, rankings),
                              .series = series,
                              .n_series = n_series,
                              .beyond = settings->given ? beyond(&rankings->list[0]) : 0};
  enum pst_status status =
      pst_figure_time_axis(job, pst_job_column(job, settings->time_role), &figure, error);

  if (settings->change && status == PST_OK)
    status = two_ticks(job, rankings, &figure, error);
  figure.title = settings->given
                     ? pst_figure_column_name(y)
                     : pst_arena_format(&job->arena, "Rank by %s", pst_figure_column_name(y));
  figure.note = note(job, settings, rankings);
  if (status == PST_OK)
    status = pst_figure_check_highlight(job, &figure, error);
  return status == PST_OK ? pst_job_draw(job, &figure, error) : status;
}

/* --- slope chart ---------------------------------------------------------------------------------- */

/* "1,234.5", and with SIGN "+1,234.5". */
static void put_value(struct pst_buffer *out, double value, int decimals, bool sign)
{
  char text[PST_CELL_SIZE];
  const int size = snprintf(text, sizeof text, sign ? "%+.*f" : "%.*f", decimals, value);

  if (size > 0 && (size_t)size < sizeof text)
    pst_figure_put_number(out, text);
  else
    pst_buffer_printf(out, sign ? "%+.*f" : "%.*f", decimals, value);
}

static const char *copy_and_free(struct pst_job *job, struct pst_buffer *text)
{
  const char *copy =
      text->failed ? NULL : pst_arena_copy(&job->arena, pst_buffer_string(text), text->size);

  pst_buffer_free(text);
  return copy;
}

/* A value as it was printed: with its decimals. */
static const char *value_text(struct pst_job *job, const struct pst_column *y, size_t row)
{
  struct pst_buffer value = {.data = NULL};
  char text[PST_CELL_SIZE];

  if (isnan(pst_column_number(y, row)))
    return pst_arena_string(&job->arena, pst_column_text(y, row, text));
  put_value(&value, pst_column_number(y, row), pst_column_decimals(y, row), false);
  return copy_and_free(job, &value);
}

/* "28.5  +8.1 [8.0, 8.2]": the second value, its change, and what rounding or bounds leave open. */
static const char *change_text(struct pst_job *job, const struct pst_column *y,
                               const struct pst_rank_change *change)
{
  const char *value = value_text(job, y, change->to->row);
  int a = pst_column_decimals(y, change->from->row), b = pst_column_decimals(y, change->to->row);
  int decimals = a > b ? a : b;
  struct pst_buffer text = {.data = NULL};

  if (value == NULL || isnan(change->value))
    return value;
  pst_buffer_printf(&text, "%s  ", value);
  put_value(&text, change->value, decimals, true);
  if (change->value_low != change->value_high) {
    pst_buffer_puts(&text, " [");
    put_value(&text, change->value_low, decimals, false);
    pst_buffer_puts(&text, ", ");
    put_value(&text, change->value_high, decimals, false);
    pst_buffer_putc(&text, ']');
  }
  return copy_and_free(job, &text);
}

static enum pst_status slope_series(struct pst_job *job, const struct pst_rankings *rankings,
                                    const struct pst_rank_settings *settings,
                                    const struct pst_rank_change *change,
                                    struct pst_figure_series *series, struct pst_error *error)
{
  const struct pst_column *y = pst_job_column(job, settings->y.roles[0]);
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  double *points = pst_arena_array(&job->arena, 4, sizeof *points);
  const char **labels = pst_arena_array(&job->arena, 2, sizeof *labels);

  if (points == NULL || labels == NULL)
    return pst_fail_memory(error);
  points[0] = rankings->periods[rankings->from].value;
  points[1] = rankings->periods[rankings->to].value;
  points[2] = pst_column_number(y, change->from->row);
  points[3] = pst_column_number(y, change->to->row);
  labels[0] = value_text(job, y, change->from->row);
  labels[1] = change_text(job, y, change);
  if (labels[0] == NULL || labels[1] == NULL)
    return pst_fail_memory(error);
  *series = (struct pst_figure_series){
      .name = pst_dictionary_string(pst_column_texts(entity), change->entity),
      .n = 2,
      .x = points,
      .y = points + 2,
      .labels = labels};
  series->highlight = pst_figure_highlighted(job, series->name);
  return PST_OK;
}

static enum pst_status slope_chart(struct pst_job *job, const struct pst_rank_settings *settings,
                                   const struct pst_rankings *rankings, struct pst_error *error)
{
  const struct pst_column *y = pst_job_column(job, settings->y.roles[0]);
  struct pst_figure figure = {.kind = PST_FIGURE_SLOPE};
  struct pst_figure_series *series;
  struct pst_rank_change *changes;
  size_t n;
  enum pst_status status =
      pst_rank_changes(job, settings, rankings, &rankings->list[0], &changes, &n, error);

  if (status != PST_OK)
    return status;
  series = pst_arena_array(&job->arena, n + 1, sizeof *series);
  if (series == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n && status == PST_OK; i++)
    if (changes[i].from != NULL && changes[i].to != NULL)
      status =
          slope_series(job, rankings, settings, &changes[i], &series[figure.n_series++], error);
  figure.series = series;
  if (status == PST_OK)
    status = two_ticks(job, rankings, &figure, error);
  figure.title = pst_arena_format(&job->arena, "%s, %s to %s", pst_figure_column_name(y),
                                  rankings->periods[rankings->from].text,
                                  rankings->periods[rankings->to].text);
  figure.y_label = pst_figure_axis_name(job, y);
  figure.note = settings->printed
                    ? "Change, and in brackets what the rounding of the printed values leaves open."
                    : "Change between the two periods.";
  if (status == PST_OK)
    status = pst_figure_check_highlight(job, &figure, error);
  return status == PST_OK ? pst_job_draw(job, &figure, error) : status;
}

enum pst_status pst_rank_figure(struct pst_job *job, const struct pst_rank_settings *settings,
                                const struct pst_rankings *rankings, struct pst_error *error)
{
  size_t entities = pst_column_texts(pst_job_column(job, settings->entity_role))->count;
  struct line *lines = pst_arena_array(&job->arena, entities + 1, sizeof *lines);
  struct pst_figure_series *series = pst_arena_array(&job->arena, entities + 1, sizeof *series);
  enum pst_status status;
  size_t n;

  if (rankings->count != 1)
    return pst_fail(error, PST_USAGE,
                    "--plot and --render draw one ranking, and there are %zu; choose one with "
                    "--where and one -y",
                    rankings->count);
  if (lines == NULL || series == NULL)
    return pst_fail_memory(error);
  if (settings->chart == PST_CHART_SLOPE)
    return slope_chart(job, settings, rankings, error);
  status = make_lines(job, settings, rankings, lines, error);
  if (status != PST_OK)
    return status;
  n = make_series(job, settings, lines, series);
  return draw(job, settings, rankings, series, n, error);
}
