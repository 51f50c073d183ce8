/* polstat-trend -- slopes and trend tests of time series.

   Reads a table with a time column and one or more value columns, in groups or not; writes one
   record a series, value and method.  Methods: docs/METHODS.md, "Trend". */
#include "interval/period/period_step.h"
#include "job/columns.h"
#include "job/emit.h"
#include "job/figure/apart.h"
#include "job/leeway.h"
#include "job/pairwise/pairs_owned.h"
#include "job/figure/trend_figure.h"
#include "trend/compare.h"
#include "trend/partial.h"
#include "trend/season.h"

static enum pst_status plan(struct pst_job *job, struct pst_error *error)
{
  struct pst_trend_settings *settings = job->settings;
  const struct pst_job_options *o = &job->options;
  enum pst_status status =
      pst_job_require(o->time != NULL, "--time COL", "the column of the times", error);

  if (status == PST_OK && o->given.aggregate && o->duplicates == PST_DUPLICATES_KEEP)
    return pst_fail(error, PST_USAGE,
                    "--aggregate leaves one value for each time: --duplicates has no meaning then");
  if (status == PST_OK)
    status = pst_job_require(o->y.count > 0, "-y COL", "the column of the values", error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-g", &o->by, PST_WANT_TEXT, &settings->by, error);
  if (status == PST_OK)
    status = pst_job_role(job, o->time, PST_WANT_TIME, &settings->time, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-y", &o->y, PST_WANT_NUMBER, &settings->y, error);
  if (status == PST_OK && settings->compare && pst_job_has_leeway(job))
    return pst_fail(error, PST_USAGE,
                    "--printed and --bounds are of the trend of a series; --compare sets two "
                    "against each other: leave it out");
  if (status == PST_OK)
    status = pst_job_check_leeway(job, (const struct pst_list *const[]){&o->y}, 1, error);
  if (status == PST_OK)
    status = pst_trend_plan(job, settings, error);
  /* Seasons and regions are numbered among all rows, slopes compared with those of other groups. */
  if (o->season == NULL && o->across == NULL && !settings->compare && !pst_job_has_leeway(job))
    job->apart = &settings->by;
  return status;
}

/* A slope per step needs times that have a next one. */
static enum pst_status check_steps(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_trend_settings *settings = job->settings;
  const struct pst_column *time = pst_job_column(job, settings->time);
  long step;

  if (settings->slope_per != PST_PER_STEP)
    return PST_OK;
  if (job->options.season != NULL)
    return pst_fail(error, PST_USAGE,
                    "--slope-per step has no meaning with --season: slopes are from year to year");
  if (pst_job_wants_figure(job))
    return pst_fail(error, PST_USAGE,
                    "--slope-per step has no figure: its axis is in years; leave one of them out");
  if (pst_period_step(time->period, 2000, &step))
    return PST_OK;
  return pst_fail(
      error, PST_USAGE, "--slope-per step counts days, months, quarters or years, and '%s' has %s",
      time->name,
      time->period == PST_PERIOD_NONE ? "plain numbers" : "ranges of years, which have no next");
}

static struct pst_column_pair *make_pairs(struct pst_job *job)
{
  const struct pst_trend_settings *settings = job->settings;
  struct pst_column_pair *pairs = pst_arena_array(&job->arena, settings->y.count, sizeof *pairs);

  for (size_t i = 0; pairs != NULL && i < settings->y.count; i++) {
    pairs[i].x = job->roles[settings->time].column;
    pairs[i].y = job->roles[settings->y.roles[i]].column;
    pairs[i].y_name = job->table.columns[pairs[i].y].name;
    pairs[i].x_steps = settings->slope_per == PST_PER_STEP;
    pairs[i].x_unit = pairs[i].x_steps ? pst_period_name(job->table.columns[pairs[i].x].period)
                                       : pst_job_time_unit(job, &job->table.columns[pairs[i].x]);
  }
  return pairs;
}

static enum pst_status fail_duplicate(struct pst_job *job, const struct pst_groups *groups,
                                      size_t group, size_t first, size_t second,
                                      struct pst_error *error)
{
  const struct pst_trend_settings *settings = job->settings;
  char text[PST_CELL_SIZE], place[PST_PLACE_SIZE];
  const char *label = pst_job_group_label(job, groups, group);
  size_t a = first < second ? first : second, b = first < second ? second : first;

  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(&job->table, b),
                     pst_table_line(&job->table, b),
                     "%s%stwo rows for %s (the other is %s); use --where to choose one, -g to "
                     "name what tells them apart, --aggregate to make them one, or --duplicates "
                     "keep",
                     label, label[0] == '\0' ? "" : " has ",
                     pst_column_text(pst_job_column(job, settings->time), a, text),
                     pst_table_other(&job->table, b, a, place));
}

/* Every method looks at the parts one by one, and finds a time that a part has twice by itself. */
static bool only_parts(const struct pst_job *job)
{
  for (size_t m = 0; m < job->n_methods; m++)
    if (!(job->methods[m]->needs & (PST_HONOURS_SEASON | PST_HONOURS_ACROSS)))
      return false;
  return true;
}

/* A series with a time twice: the rows, which nothing else needs, are found then. */
static enum pst_status check_series(struct pst_job *job, const struct pst_pairs *pairs, size_t unit,
                                    struct pst_error *error)
{
  struct pst_sample sample;
  size_t *rows, i = 1;
  enum pst_status status = pst_pairs_sample(job, pairs, unit, &job->arena, &sample, NULL, error);

  while (status == PST_OK && i < sample.n && sample.x[i] != sample.x[i - 1])
    i++;
  if (status != PST_OK || i >= sample.n)
    return status;
  status = pst_pairs_sample(job, pairs, unit, &job->arena, &sample, &rows, error);
  return status != PST_OK ? status
                          : fail_duplicate(job, pairs->groups, unit / pairs->n_pairs, rows[i - 1],
                                           rows[i], error);
}

/* A series has one value a time, unless --duplicates keep. */
static enum pst_status check_times(struct pst_job *job, struct pst_pairs *pairs,
                                   struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(&job->arena);
  enum pst_status status = PST_OK;

  if (only_parts(job))
    return PST_OK;
  for (size_t u = 0; u < pairs->groups->n_groups * pairs->n_pairs && status == PST_OK; u++) {
    status = check_series(job, pairs, u, error);
    pairs->failed = u;
    pst_arena_release(&job->arena, mark);
  }
  pairs->failed_before = status != PST_OK;
  return status;
}

static enum pst_status report(struct pst_job *job, struct pst_pairs *pairs,
                              const char *const *names, struct pst_error *error)
{
  struct pst_estimate_grid grid = {.n_groups = 0};
  enum pst_status status,
      computed = pst_pairs_report(job, pairs, names, 1u << PST_KEY_AGAINST, &grid, error);

  if (computed != PST_OK && computed != PST_UNDEFINED)
    status = computed;
  else
    status = pst_job_emit(job, &grid.grid, error);
  pst_estimate_grid_free(&grid);
  return computed != PST_OK ? computed : status;
}

static enum pst_status draw(struct pst_job *job, const bool *marked, void *context,
                            struct pst_error *error)
{
  struct pst_groups groups;
  struct pst_pairs some;
  enum pst_status status;

  if (marked == NULL)
    return pst_trend_figure(job, context, error);
  status = pst_pairs_marked(job, context, marked, &groups, &some, error);
  return status == PST_OK ? pst_trend_figure(job, &some, error) : status;
}

static enum pst_status compute(struct pst_job *job, struct pst_pairs *pairs,
                               struct pst_groups *groups, const char *const *names,
                               struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (job->options.duplicates == PST_DUPLICATES_ERROR)
    status = check_times(job, pairs, error);
  status = pst_pairs_compute_all(job, pairs, groups, status, error);
  if (job->comm.rank > 0)
    return status;
  if (status == PST_OK)
    status = pst_trend_partial(job, pairs, error);
  if (status == PST_OK)
    pst_pairs_count(job, pairs);
  job->count.series = pairs->groups->n_groups * pairs->n_pairs;
  job->count.series_name = "series";
  if (status == PST_OK && pst_job_wants_figure(job))
    status = pst_figures_apart(job, pairs->groups, names, draw, pairs, error);
  return status == PST_OK ? report(job, pairs, names, error) : status;
}

/* The slopes of the groups in the place of their trends. */
static enum pst_status compare(struct pst_job *job, struct pst_pairs *pairs,
                               const char *const *names, struct pst_error *error)
{
  struct pst_estimate_grid grid = {.n_groups = 0};
  enum pst_status status = PST_OK;

  if (job->options.duplicates == PST_DUPLICATES_ERROR)
    status = check_times(job, pairs, error);
  if (status == PST_OK)
    status = pst_trend_compare(job, pairs, names, &grid, error);
  if (status == PST_OK)
    pst_pairs_count(job, pairs);
  job->count.series = pairs->groups->n_groups * pairs->n_pairs;
  job->count.series_name = "series";
  if (status == PST_OK)
    status = pst_job_emit(job, &grid.grid, error);
  pst_estimate_grid_free(&grid);
  return status;
}

static enum pst_status run(struct pst_job *job, struct pst_error *error)
{
  const struct pst_trend_settings *settings = job->settings;
  struct pst_groups groups;
  struct pst_pairs pairs = {.groups = &groups, .n_pairs = settings->y.count, .by_time = true};
  const char **names;
  enum pst_status status = pst_job_group(job, &settings->by, &groups, &names, error);

  if (status != PST_OK)
    return status;
  pairs.pairs = make_pairs(job);
  status = pairs.pairs == NULL ? pst_fail_memory(error) : check_steps(job, error);
  for (size_t i = 0; i < pairs.n_pairs && status == PST_OK; i++)
    status = pst_job_leeway_loaded(job, &job->table.columns[pairs.pairs[i].y], error);
  if (status == PST_OK)
    status = pst_trend_beside(job, settings, &pairs.beside, error);
  if (status == PST_OK)
    status = settings->compare ? compare(job, &pairs, names, error)
                               : compute(job, &pairs, &groups, names, error);
  pst_pairs_free(&pairs);
  pst_groups_free(&groups);
  return status;
}

static const char *const slope_per_choices[] = {"year", "step", NULL};
/* In the order of enum pst_trend_views. */
static const char *const view_choices[] = {"trend", "residuals", "autocorrelation", "seasons",
                                           NULL};
static const char *const duplicates_choices[] = {"error", "keep", NULL};

int main(int argc, char **argv)
{
  struct pst_trend_settings settings = {.time = 0};
  struct pst_job job = {.settings = &settings};
  struct pst_job_options *o = &job.options;
  const struct pst_option own[] = {
      pst_job_time_option(o, "the times: years, periods (2015-Q2, FY2015, 2011-2013) or numbers"),
      pst_job_y_option(o, "the values; each column is analysed"),
      pst_job_by_option(o, "a series for each combination of these columns"),
      pst_job_aggregate_option(
          o, "several rows of a series and time become one value, while they are read"),
      pst_job_leeway_printed(o),
      pst_job_leeway_bounds(o),
      {.name = "duplicates",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = duplicates_choices,
       .initial = "error",
       .help = "several rows for one time in a series: an error, or keep them all",
       .to.choice = &o->duplicates},
      {.name = "slope-per",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = slope_per_choices,
       .initial = "year",
       .help =
           "of periods: slopes and growth per year, or per step: a month of monthly times, a day "
           "of daily ones",
       .to.choice = &settings.slope_per},
      {.name = "compare",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "the slopes of each two groups, and whether they differ",
       .to.flag = &settings.compare},
      {.name = "view",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_FIGURE,
       .choices = view_choices,
       .initial = "trend",
       .help = "what the figure shows: the series with its line, what the line leaves, how that "
               "depends on "
               "itself, or season by season",
       .to.choice = &o->view},
  };
  static const enum pst_job_table tables[] = {
      PST_TABLE_INPUT,  PST_TABLE_ROWS, PST_TABLE_COUNTRY, PST_TABLE_JOIN,   PST_TABLE_METHOD,
      PST_TABLE_SERIES, PST_TABLE_TEST, PST_TABLE_OUTPUT,  PST_TABLE_FIGURE, PST_TABLE_RUNNING};
  const struct pst_job_program program = {
      .name = "polstat-trend",
      .summary = "slopes and trend tests of time series",
      .usage = "--time COL -y COL[,COL...] [OPTION...] [FILE...]",
      .description =
          "For each series (each combination of the -g columns) and each -y column: the slope per "
          "unit of --time and a test for a trend. Rows are sorted by time; unequal steps are "
          "honoured.",
      .examples = "polstat trend net_oda.csv -g country --time year -y oda_musd\n"
                  "polstat trend net_oda.csv --time year -y oda_musd \\\n"
                  "    --where 'country = \"Japan\"' --method theil-sen --render japan.svg",
      .registry = &pst_trend_methods,
      .tables = tables,
      .n_tables = sizeof tables / sizeof *tables,
      .plan = plan,
      .run = run,
  };

  return pst_job_main(&job, &program, own, sizeof own / sizeof *own, argc, argv);
}
