/* of_records.c -- records as lines over time, or as dots with intervals. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "indicator/figure/figures.h"
#include "indicator/frame/slice_groups.h"
#include "job/emit.h"
#include "job/figure/apart.h"
#include "job/figure/figure_parts.h"
#include "job/figure/template.h"

enum { ROWS_MOST = 60 };

/* The records that are drawn, and what names them. */
struct picture {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  const struct pst_records *records;
  size_t *shown; /* of the records */
  size_t n;
  const char **name;
  bool of_groups; /* of a decomposition: what is within each group */
  struct pst_figure figure;
};

static const struct pst_record *record_of(const struct picture *picture, size_t i)
{
  return &picture->records->list[picture->shown[i]];
}

static bool is_time(const struct picture *picture, size_t label)
{
  return picture->frame->time_text != NULL && label == picture->frame->groups.n_keys;
}

/* Does the text that GET gives differ among the records that are drawn? */
static bool differs(const struct picture *picture, const char *(*get)(const struct pst_record *))
{
  for (size_t i = 1; i < picture->n; i++)
    if (strcmp(get(record_of(picture, i)), get(record_of(picture, 0))) != 0)
      return true;
  return false;
}

static const char *get_variable(const struct pst_record *record)
{
  return record->variable;
}

static const char *get_method(const struct pst_record *record)
{
  return record->estimate.method;
}

static const char *get_term(const struct pst_record *record)
{
  return record->estimate.term;
}

static void add(struct pst_buffer *name, const char *text)
{
  if (text != NULL)
    pst_buffer_printf(name, "%s%s", name->size == 0 ? "" : ", ", text);
}

/* Columns of -y that are the entities stand among the keys already. */
static bool is_wide(const struct picture *picture)
{
  const struct pst_indicator_settings *s = picture->job->settings;

  return (s->sort == PST_INDICATOR_CELLS || s->sort == PST_INDICATOR_STRUCTURE)
         && s->keys.entity_role == SIZE_MAX;
}

/* The keys (but the time where it is an axis, and what SERIES tells apart), and what differs. */
static bool name_all(struct picture *picture, bool over_time, bool by_entity)
{
  bool variables = !is_wide(picture) && differs(picture, get_variable),
       methods = differs(picture, get_method);
  bool terms = !methods && differs(picture, get_term);

  picture->name = pst_arena_array(&picture->job->arena, picture->n + 1, sizeof *picture->name);
  for (size_t i = 0; picture->name != NULL && i < picture->n; i++) {
    const struct pst_record *record = record_of(picture, i);
    struct pst_buffer name = {.data = NULL};

    for (size_t k = 0; k < picture->records->n_labels; k++)
      if (!(over_time && is_time(picture, k))
          && !(by_entity && k + 2 == picture->records->n_labels))
        add(&name, record->keys[k]);
    add(&name, record->against);
    add(&name, variables ? record->variable : NULL);
    add(&name, methods ? record->estimate.method : NULL);
    add(&name, terms ? record->estimate.term : NULL);
    picture->name[i] = pst_arena_copy(&picture->job->arena, pst_buffer_string(&name), name.size);
    pst_buffer_free(&name);
    if (picture->name[i] == NULL)
      return false;
  }
  return picture->name != NULL;
}

/* Of a decomposition the whole, within and between are drawn, of T; or the T of each group. */
static bool is_drawn(const struct picture *picture, const struct pst_record *record)
{
  const struct pst_indicator_settings *s = picture->job->settings;

  if (s->sort != PST_INDICATOR_SPLIT)
    return true;
  if (picture->of_groups)
    return strcmp(record->estimate.term, "theil-t") == 0 && record->keys[0] != NULL;
  return strncmp(record->estimate.term, "theil-t", 7) == 0
         && strcmp(record->estimate.term, "theil-t-between-share") != 0 && record->keys[0] == NULL;
}

static bool choose(struct picture *picture)
{
  picture->shown =
      pst_arena_array(&picture->job->arena, picture->records->count + 1, sizeof *picture->shown);
  for (size_t i = 0; picture->shown != NULL && i < picture->records->count; i++)
    if (is_drawn(picture, &picture->records->list[i]))
      picture->shown[picture->n++] = i;
  return picture->shown != NULL;
}

static void put(const struct pst_record *record, double *y, double *low, double *high)
{
  bool point = pst_bounds_is_point(&record->bounds);

  *y = point ? record->bounds.low : (double)NAN;
  *low = point ? record->estimate.conf_low : record->bounds.low;
  *high = point ? record->estimate.conf_high : record->bounds.high;
}

/* --- lines over time ------------------------------------------------------------------------------------------ */

static size_t series_of(struct pst_figure_series *series, size_t *n, const char *name)
{
  for (size_t i = 0; i < *n; i++)
    if (strcmp(series[i].name, name) == 0)
      return i;
  series[*n].name = name;
  return (*n)++;
}

/* Records of one series are in the order of time. */
static enum pst_status lines(struct picture *picture, struct pst_error *error)
{
  const struct pst_indicator_settings *s = picture->job->settings;
  const struct pst_column *time = pst_job_column(picture->job, s->keys.time_role);
  struct pst_arena *arena = &picture->job->arena;
  struct pst_figure_series *series = pst_arena_array(arena, picture->n + 1, sizeof *series);
  size_t *of = pst_arena_array(arena, picture->n + 1, sizeof *of), n = 0;

  if (series == NULL || of == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < picture->n; i++) {
    of[i] = series_of(series, &n, picture->name[i]);
    series[of[i]].n++;
  }
  for (size_t k = 0; k < n; k++) {
    double *points = pst_arena_array(arena, 4 * series[k].n + 1, sizeof *points);

    if (points == NULL)
      return pst_fail_memory(error);
    for (size_t i = 0, at = 0; i < picture->n; i++) {
      if (of[i] != k)
        continue;
      points[at] = pst_column_number(time, picture->frame->row[record_of(picture, i)->row]);
      put(record_of(picture, i), &points[series[k].n + at], &points[2 * series[k].n + at],
          &points[3 * series[k].n + at]);
      at++;
    }
    series[k].x = points;
    series[k].y = points + series[k].n;
    series[k].y_low = points + 2 * series[k].n;
    series[k].y_high = points + 3 * series[k].n;
    series[k].highlight = pst_figure_highlighted(picture->job, series[k].name);
  }
  picture->figure.kind = PST_FIGURE_LINES;
  picture->figure.series = series;
  picture->figure.n_series = n;
  return pst_figure_time_axis(picture->job, time, &picture->figure, error);
}

/* --- dots ---------------------------------------------------------------------------------------------------------- */

/* More colours than this in one row cannot be told apart. */
enum { COLOURS_MOST = 4 };

static const char *entity_of(const struct picture *picture, size_t i)
{
  return record_of(picture, i)->keys[picture->records->n_labels - 2];
}

/* Few entities by category: a row a category, a colour an entity. */
static bool is_by_entity(struct picture *picture)
{
  const struct pst_indicator_settings *s = picture->job->settings;
  const char *seen[COLOURS_MOST + 1];
  size_t n = 0;

  if (s->sort != PST_INDICATOR_CELLS || s->n_asks != 1)
    return false;
  for (size_t i = 0; i < picture->n && n <= COLOURS_MOST; i++) {
    size_t k = 0;

    while (k < n && strcmp(seen[k], entity_of(picture, i)) != 0)
      k++;
    if (k == n)
      seen[n++] = entity_of(picture, i);
  }
  return n >= 2 && n <= COLOURS_MOST;
}

/* The points of the records named like the series, or of one record each. */
static bool fill_dots(struct picture *picture, bool by_entity, struct pst_figure_series *series,
                      size_t n)
{
  struct pst_arena *arena = &picture->job->arena;

  for (size_t k = 0; k < n; k++) {
    double *points = pst_arena_array(arena, 3 * picture->n + 1, sizeof *points);
    const char **labels = pst_arena_array(arena, picture->n + 1, sizeof *labels);

    if (points == NULL || labels == NULL)
      return false;
    series[k].x = series[k].y = points;
    series[k].y_low = points + picture->n;
    series[k].y_high = points + 2 * picture->n;
    series[k].labels = by_entity ? labels : NULL;
    for (size_t i = 0; i < picture->n; i++) {
      size_t at = series[k].n;

      if (by_entity ? strcmp(series[k].name, entity_of(picture, i)) != 0 : i != k)
        continue;
      labels[at] = picture->name[i];
      put(record_of(picture, i), &points[at], &points[picture->n + at],
          &points[2 * picture->n + at]);
      series[k].n++;
    }
    series[k].highlight = pst_figure_highlighted(picture->job, series[k].name);
  }
  return true;
}

static enum pst_status dots(struct picture *picture, bool by_entity, struct pst_error *error)
{
  const struct pst_indicator_settings *s = picture->job->settings;
  struct pst_figure_series *series =
      pst_arena_array(&picture->job->arena, picture->n + 1, sizeof *series);
  size_t n = 0;

  if (picture->n > ROWS_MOST)
    return pst_fail(
        error, PST_USAGE,
        "a figure of %zu dots cannot be read; choose %d at most with --where and one --kind",
        picture->n, ROWS_MOST);
  if (series == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < picture->n; i++)
    if (by_entity)
      series_of(series, &n, entity_of(picture, i));
    else
      series[n++].name = picture->name[i];
  if (!fill_dots(picture, by_entity, series, n))
    return pst_fail_memory(error);
  picture->figure.kind = PST_FIGURE_DOTS;
  picture->figure.series = series;
  picture->figure.n_series = n;
  if (s->sort == PST_INDICATOR_CELLS && s->asks[0].kind->choice == PST_RCA_PLAIN)
    picture->figure.neutral = 1;
  return PST_OK;
}

/* "Herfindahl-Hirschman index" of a summary that goes on after it; NULL for several kinds. */
static const char *axis_of(const struct picture *picture)
{
  const struct pst_indicator_settings *s = picture->job->settings;
  const struct pst_concentration *index = s->asks[0].index;
  const char *summary = index != NULL ? index->summary : s->asks[0].kind->summary;
  char *label;

  if (s->n_asks > 1 || summary == NULL)
    return NULL;
  if (s->sort == PST_INDICATOR_SPLIT)
    return "Theil's T";
  label = pst_arena_format(&picture->job->arena, "%.*s", (int)strcspn(summary, ",;:"), summary);
  if (label != NULL && label[0] >= 'a' && label[0] <= 'z')
    label[0] = (char)(label[0] - 'a' + 'A');
  return label;
}

/* "hhi, gini". */
static const char *kinds_of(const struct picture *picture)
{
  const struct pst_indicator_settings *s = picture->job->settings;
  const char *text = s->asks[0].text;

  for (size_t k = 1; k < s->n_asks && text != NULL; k++)
    text = pst_arena_format(&picture->job->arena, "%s, %s", text, s->asks[k].text);
  return text;
}

/* What is drawn, of which column: columns that are entities are told apart in the figure. */
static const char *title_of(const struct picture *picture, const char *what)
{
  const struct pst_indicator_settings *s = picture->job->settings;

  if (is_wide(picture))
    return what;
  return pst_arena_format(&picture->job->arena, "%s: %s",
                          pst_figure_column_name(pst_job_column(picture->job, s->y.roles[0])),
                          what);
}

static bool any_bounded(const struct picture *picture)
{
  for (size_t i = 0; i < picture->n; i++)
    if (!isnan(record_of(picture, i)->bounds.low)
        && !pst_bounds_is_point(&record_of(picture, i)->bounds))
      return true;
  return false;
}

/* --- all ------------------------------------------------------------------------------------------------------------ */

static enum pst_status draw_picture(struct picture *picture, struct pst_error *error)
{
  const struct pst_indicator_settings *s = picture->job->settings;
  bool over_time = s->keys.time_role != SIZE_MAX
                   && (s->sort == PST_INDICATOR_GROUPS || s->sort == PST_INDICATOR_SPLIT);
  bool by_entity = !over_time && is_by_entity(picture);
  const char *axis;
  enum pst_status status;

  if (!name_all(picture, over_time, by_entity))
    return pst_fail_memory(error);
  status = over_time ? lines(picture, error) : dots(picture, by_entity, error);
  if (status != PST_OK)
    return status;
  axis = axis_of(picture);
  picture->figure.title = title_of(picture, over_time && axis != NULL ? axis : kinds_of(picture));
  if (over_time)
    picture->figure.y_label = axis;
  else
    picture->figure.x_label = axis;
  if (any_bounded(picture))
    picture->figure.note = "Bars, or rings: the range over all values of bounded cells.";
  if (s->counts)
    picture->figure.note =
        pst_arena_format(&picture->job->arena, "Bars: %g %% confidence intervals.",
                         100 * picture->job->options.conf_level);
  status = pst_figure_check_highlight(picture->job, &picture->figure, error);
  return status == PST_OK ? pst_job_draw(picture->job, &picture->figure, error) : status;
}

/* The records of a frame, of which a figure shows all or those of some slices. */
struct drawn {
  const struct pst_indicator_frame *frame;
  const struct pst_records *records;
};

/* The records of the slices that are MARKED. */
static bool keep_marked(struct pst_job *job, const struct drawn *drawn, const bool *marked,
                        struct pst_records *some)
{
  *some = *drawn->records;
  some->count = 0;
  some->list = pst_arena_array(&job->arena, drawn->records->count + 1, sizeof *some->list);
  for (size_t i = 0; some->list != NULL && i < drawn->records->count; i++)
    if (marked[drawn->frame->index.slices.of[drawn->records->list[i].row]])
      some->list[some->count++] = drawn->records->list[i];
  return some->list != NULL;
}

static enum pst_status draw(struct pst_job *job, const bool *marked, void *context,
                            struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  const struct drawn *drawn = context;
  struct pst_records records = *drawn->records;
  struct picture picture = {.job = job, .frame = drawn->frame, .records = &records};

  if (marked != NULL && !keep_marked(job, drawn, marked, &records))
    return pst_fail_memory(error);
  if (marked != NULL && records.count == 0)
    return pst_fail(error, PST_UNDEFINED, "nothing to draw");
  if (s->sort == PST_INDICATOR_PAIRS)
    return pst_figure_of_pairs(job, &records, error);
  return choose(&picture) ? draw_picture(&picture, error) : pst_fail_memory(error);
}

/* --- a decomposition, a figure a group or period --------------------------------------------------------------------- */

/* A record that is drawn is a group of its own, with the keys that it has. */
static bool keys_of(const struct picture *picture, struct pst_groups *groups)
{
  const size_t n = picture->records->n_labels;

  *groups = (struct pst_groups){
      .n_groups = picture->n,
      .n_keys = n,
      .keys = pst_arena_array(&picture->job->arena, picture->n * n + 1, sizeof *groups->keys)};
  for (size_t i = 0; groups->keys != NULL && i < picture->n; i++)
    for (size_t k = 0; k < n; k++) {
      const char *key = record_of(picture, i)->keys[k];

      groups->keys[i * n + k] = key == NULL ? "" : key;
    }
  return groups->keys != NULL;
}

/* The marked of the records that CONTEXT shows; of all, the whole. */
static enum pst_status draw_split(struct pst_job *job, const bool *marked, void *context,
                                  struct pst_error *error)
{
  const struct picture *all = context;
  struct picture some = {.job = job, .frame = all->frame, .records = all->records};

  if (marked == NULL)
    return choose(&some) ? draw_picture(&some, error) : pst_fail_memory(error);
  some.of_groups = all->of_groups;
  some.shown = pst_arena_array(&job->arena, all->n + 1, sizeof *some.shown);
  if (some.shown == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < all->n; i++)
    if (marked[i] && !isnan(record_of(all, i)->bounds.low))
      some.shown[some.n++] = all->shown[i];
  return some.n > 0 ? draw_picture(&some, error)
                    : pst_fail(error, PST_UNDEFINED, "nothing to draw");
}

/* What a name of --render with a column of -g is of, and not the time alone: the groups. */
static enum pst_status names_a_group(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     const struct pst_records *records, bool *yes,
                                     struct pst_error *error)
{
  const struct pst_list *render = &job->options.render;
  bool *used = pst_arena_array(&job->arena, records->n_labels + 1, sizeof *used);
  enum pst_status status = used == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t i = 0; i < render->count && status == PST_OK; i++)
    if (pst_job_is_template(render->items[i]))
      status = pst_template_uses(render->items[i], records->labels, records->n_labels, used, error);
  for (size_t k = 0; k < frame->groups.n_keys && status == PST_OK; k++)
    *yes = *yes || used[k];
  return status;
}

static enum pst_status split_apart(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   const struct pst_records *records, struct pst_error *error)
{
  struct picture picture = {.job = job, .frame = frame, .records = records};
  struct pst_groups groups;
  enum pst_status status = names_a_group(job, frame, records, &picture.of_groups, error);

  if (status != PST_OK)
    return status;
  if (!choose(&picture) || !keys_of(&picture, &groups))
    return pst_fail_memory(error);
  return pst_figures_apart(job, &groups, records->labels, draw_split, &picture, error);
}

enum pst_status pst_figure_of_records(struct pst_job *job, const struct pst_indicator_frame *frame,
                                      const struct pst_records *records, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  struct drawn drawn = {.frame = frame, .records = records};
  struct pst_slice_groups slices;
  enum pst_status status;

  if (s->chart != PST_INDICATOR_CHART_AUTO)
    return pst_fail(error, PST_USAGE, "--chart is for kinds of rows; '%s' has one figure",
                    s->asks[0].text);
  if (s->sort == PST_INDICATOR_SPLIT)
    return split_apart(job, frame, records, error);
  status = pst_slice_groups_make(job, frame, &slices, error);
  return status == PST_OK
             ? pst_figures_apart(job, &slices.groups, slices.names, draw, &drawn, error)
             : status;
}
