/* figure.c -- ranks with their intervals, and scores as the sum of their parts. */
#include "composite/figure.h"

#include <math.h>
#include <string.h>

#include "indicator/frame/slice_groups.h"
#include "job/emit.h"
#include "job/figure/apart.h"
#include "job/figure/figure_parts.h"

enum { ENTITIES_MOST = 60, PARTS_MOST = 8 };

/* The ranked entities of the one slice, by rank. */
struct chart {
  struct pst_job *job;
  const struct pst_composite_slices *slices;
  const struct pst_composite_slice *slice;
  const struct pst_composite_robust *robust;
  const struct pst_composite_leeway *leeway;
  size_t *order;
  size_t n;
  const char **names;
  struct pst_figure figure;
};

static const struct pst_composite_settings *settings(const struct chart *chart)
{
  return chart->job->settings;
}

static bool rank_all(struct chart *chart)
{
  const struct pst_composite_slice *slice = chart->slice;
  const struct pst_column *entity = pst_job_column(chart->job, settings(chart)->keys.entity_role);

  chart->order = pst_arena_array(&chart->job->arena, slice->n + 1, sizeof *chart->order);
  chart->names = pst_arena_array(&chart->job->arena, slice->n + 1, sizeof *chart->names);
  if (chart->order == NULL || chart->names == NULL)
    return false;
  for (size_t rank = 1; rank <= slice->n; rank++)
    for (size_t i = 0; i < slice->n; i++)
      if (slice->rank[i] == rank) {
        chart->names[chart->n] =
            pst_column_string(entity, chart->slices->frame->row[slice->rows[i]]);
        chart->order[chart->n++] = i;
      }
  return true;
}

/* --- ranks ------------------------------------------------------------------------------------------------------- */

static void put_interval(const struct chart *chart, size_t i, double *low, double *high)
{
  const struct pst_composite_robust *robust = chart->robust;

  if (chart->leeway->of != NULL) {
    *low = chart->leeway->of[i].rank_low == 0 ? (double)NAN : (double)chart->leeway->of[i].rank_low;
    *high =
        chart->leeway->of[i].rank_low == 0 ? (double)NAN : (double)chart->leeway->of[i].rank_high;
  } else if (robust->drawn != NULL) {
    *low = robust->drawn[i].q05;
    *high = robust->drawn[i].q95;
  } else if (robust->reach != NULL && robust->reach[i].low > 0) {
    *low = (double)robust->reach[i].low;
    *high = (double)robust->reach[i].high;
  } else {
    *low = robust->left[i].low;
    *high = robust->left[i].high;
  }
}

static const char *note_of(const struct chart *chart)
{
  const struct pst_composite_settings *s = settings(chart);
  const struct pst_composite_robust *robust = chart->robust;

  if (chart->leeway->of != NULL)
    return chart->job->options.bounds
               ? "Points: rank. Bars: ranks that the bounds leave open."
               : "Points: rank. Bars: ranks that printed precision leaves open.";
  if (robust->drawn != NULL)
    return pst_arena_format(
        &chart->job->arena,
        "Points: rank. Bars: 5 to 95 %% of %zu replicates, weights within %g %%.", s->replicates,
        100 * s->within);
  if (robust->reach != NULL)
    return pst_arena_format(
        &chart->job->arena,
        "Points: rank. Bars: lowest and highest rank over all weights within %g %%.",
        100 * s->within);
  return "Points: rank. Bars: ranks without any one indicator.";
}

static enum pst_status ranks(struct chart *chart, struct pst_error *error)
{
  struct pst_arena *arena = &chart->job->arena;
  struct pst_figure_series *series = pst_arena_array(arena, chart->n + 1, sizeof *series);
  double *points = pst_arena_array(arena, 3 * chart->n + 1, sizeof *points);

  if (series == NULL || points == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < chart->n; r++) {
    points[3 * r] = (double)chart->slice->rank[chart->order[r]];
    put_interval(chart, chart->order[r], &points[3 * r + 1], &points[3 * r + 2]);
    series[r] = (struct pst_figure_series){.name = chart->names[r],
                                           .n = 1,
                                           .x = &points[3 * r],
                                           .y = &points[3 * r],
                                           .y_low = &points[3 * r + 1],
                                           .y_high = &points[3 * r + 2],
                                           .highlight =
                                               pst_figure_highlighted(chart->job, chart->names[r])};
  }
  chart->figure.kind = PST_FIGURE_DOTS;
  chart->figure.title = "Ranks and what the choices leave open";
  chart->figure.x_label = "Rank";
  chart->figure.ranks = true;
  chart->figure.series = series;
  chart->figure.n_series = chart->n;
  chart->figure.note = note_of(chart);
  return PST_OK;
}

/* --- parts -------------------------------------------------------------------------------------------------------- */

/* What part P adds to the score of entity I: pillar or indicator. */
static double part_of(const struct chart *chart, size_t i, size_t p)
{
  const struct pst_composite_design *design = &settings(chart)->design;
  double weight = 0;

  if (design->n_pillars == 0) {
    double y = chart->slice->y[0][i * design->count + p];

    return isnan(y) ? 0 : design->weight[p] * y;
  }
  for (size_t k = 0; k < design->count; k++)
    weight += design->pillar_of[k] == p ? design->weight[k] : 0;
  return isnan(chart->slice->pillar[i * design->n_pillars + p])
             ? 0
             : weight * chart->slice->pillar[i * design->n_pillars + p];
}

static enum pst_status check_parts(const struct chart *chart, size_t parts, struct pst_error *error)
{
  const struct pst_composite_design *design = &settings(chart)->design;

  if (design->copeland || design->means[0].mean != PST_COMPOSITE_ARITHMETIC)
    return pst_fail(
        error, PST_USAGE,
        "--chart parts stacks what each adds to a sum: only the arithmetic mean is one");
  if (parts > PARTS_MOST)
    return pst_fail(
        error, PST_USAGE,
        "--chart parts has colours for %d parts, and there are %zu; put them in pillars "
        "with --structure",
        PARTS_MOST, parts);
  for (size_t r = 0; r < chart->n; r++)
    for (size_t p = 0; p < parts; p++)
      if (part_of(chart, chart->order[r], p) < 0)
        return pst_fail(error, PST_USAGE,
                        "--chart parts stacks values from 0 on; --normalise %s gives others",
                        design->scales[0].text);
  return PST_OK;
}

static enum pst_status parts(struct chart *chart, struct pst_error *error)
{
  const struct pst_composite_design *design = &settings(chart)->design;
  struct pst_arena *arena = &chart->job->arena;
  size_t n = design->n_pillars == 0 ? design->count : design->n_pillars;
  struct pst_figure_series *series = pst_arena_array(arena, n + 1, sizeof *series);
  double *y = pst_arena_array(arena, n * chart->n + 1, sizeof *y);
  enum pst_status status = check_parts(chart, n, error);

  if (status != PST_OK)
    return status;
  if (series == NULL || y == NULL)
    return pst_fail_memory(error);
  for (size_t p = 0; p < n; p++) {
    for (size_t r = 0; r < chart->n; r++)
      y[p * chart->n + r] = part_of(chart, chart->order[r], p);
    series[p] = (struct pst_figure_series){
        .name = design->n_pillars == 0 ? design->indicators[p].name : design->names[p],
        .n = chart->n,
        .x = y + p * chart->n,
        .y = y + p * chart->n,
        .labels = chart->names};
  }
  chart->figure.kind = PST_FIGURE_ROWS;
  chart->figure.title = "Scores and what they are made of";
  chart->figure.x_label = "Score";
  chart->figure.series = series;
  chart->figure.n_series = n;
  chart->figure.note = "Each part: its weight times its normalised value.";
  return PST_OK;
}

/* The slices of a frame, and what names them. */
struct drawn {
  const struct pst_composite_slices *slices;
  struct pst_slice_groups named;
};

/* The one slice that is marked; of none marked, the only one. */
static enum pst_status find_slice(struct pst_job *job, const struct drawn *drawn,
                                  const bool *marked, size_t *slice, struct pst_error *error)
{
  size_t n = 0;
  const char *hint;

  for (size_t s = 0; s < drawn->slices->count; s++)
    if ((marked == NULL || marked[s]) && n++ == 0)
      *slice = s;
  if (n == 1)
    return PST_OK;
  hint = pst_slice_groups_hint(job, &drawn->named);
  return hint == NULL
             ? pst_fail_memory(error)
             : pst_fail(error, PST_USAGE,
                        "--plot and --render draw one group and period, and there are %zu; choose "
                        "one with --where%s",
                        n, hint);
}

static enum pst_status draw(struct pst_job *job, const bool *marked, void *context,
                            struct pst_error *error)
{
  const struct drawn *drawn = context;
  struct chart chart = {.job = job, .slices = drawn->slices};
  size_t slice = 0;
  enum pst_status status = find_slice(job, drawn, marked, &slice, error);

  if (status != PST_OK)
    return status;
  chart.slice = &drawn->slices->list[slice];
  chart.robust = &drawn->slices->robust[slice];
  chart.leeway = &drawn->slices->leeway[slice];
  if (!rank_all(&chart))
    return pst_fail_memory(error);
  if (chart.n > ENTITIES_MOST)
    return pst_fail(error, PST_USAGE,
                    "a figure of %zu entities cannot be read; choose %d at most with --where",
                    chart.n, ENTITIES_MOST);
  status = settings(&chart)->chart == PST_COMPOSITE_CHART_PARTS ? parts(&chart, error)
                                                                : ranks(&chart, error);
  if (status == PST_OK && settings(&chart)->chart == PST_COMPOSITE_CHART_RANKS)
    status = pst_figure_check_highlight(job, &chart.figure, error);
  return status == PST_OK ? pst_job_draw(job, &chart.figure, error) : status;
}

enum pst_status pst_composite_figure(struct pst_job *job, const struct pst_composite_slices *slices,
                                     struct pst_error *error)
{
  struct drawn drawn = {.slices = slices};
  enum pst_status status = pst_slice_groups_make(job, slices->frame, &drawn.named, error);

  return status == PST_OK
             ? pst_figures_apart(job, &drawn.named.groups, drawn.named.names, draw, &drawn, error)
             : status;
}
