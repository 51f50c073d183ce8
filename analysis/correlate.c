/* polstat-correlate -- correlation of columns, with tests and intervals.

   Reads a table; writes one record a pair of columns, group and method, from the rows that are
   complete in the pair; --all takes every pair, --square writes them as a matrix.  Methods:
   docs/METHODS.md, "Correlation". */
#include <stdint.h>
#include <string.h>

#include "job/columns.h"
#include "job/figure/apart.h"
#include "job/figure/correlate_figure.h"
#include "job/emit.h"
#include "job/leeway.h"
#include "job/pairwise/pairs_owned.h"
#include "job/pairwise/square.h"
#include "job/pairwise/unit_intervals.h"

static bool is_in(const struct pst_list *list, const char *name)
{
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i], name) == 0)
      return true;
  return false;
}

static bool is_group(const struct pst_job *job, const char *name)
{
  return is_in(&job->options.by, name);
}

/* Every cell of --aggregate has one text in the column NAME. */
static bool is_cell(const struct pst_job *job, const char *name)
{
  return is_group(job, name) || is_in(&job->options.per, name);
}

static enum pst_status check(const struct pst_job *job, const struct pst_correlate_settings *s,
                             struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;

  if (s->all && o->x.count > 0)
    return pst_fail(error, PST_USAGE,
                    "--all takes every pair of the -y columns: -x has no meaning then");
  if (o->given.aggregate && s->all && o->y.count == 0)
    return pst_fail(error, PST_USAGE, "--aggregate needs -y: which columns to aggregate");
  if (o->given.aggregate && s->label != NULL && !is_cell(job, s->label))
    return pst_fail(error, PST_USAGE,
                    "--label: with --aggregate a point is a cell; name '%s' in --per too",
                    s->label);
  if (s->square && !s->all)
    return pst_fail(error, PST_USAGE, "--square needs --all");
  if (s->square && job->n_methods != 1)
    return pst_fail(error, PST_USAGE, "--square prints one method; name it with --method");
  if (s->square && (o->by.count > 0 || o->given.terms || o->given.adjust))
    return pst_fail(error, PST_USAGE,
                    "--square prints estimates only: -g, --terms and --adjust have "
                    "no place in it");
  if (s->label != NULL && (s->all || !pst_job_wants_figure(job)))
    return pst_fail(error, PST_USAGE,
                    "--label needs the points that it names: --plot or --render without --all");
  if (s->square && pst_job_has_leeway(job))
    return pst_fail(error, PST_USAGE,
                    "--square prints estimates only: what --printed and --bounds leave open has no "
                    "place in it");
  if (s->all && o->y.count == 0 && o->printed.count > 0)
    return pst_fail(error, PST_USAGE, "--printed=COL,... with --all needs -y COL: which columns");
  if (s->all && o->highlight.count > 0)
    return pst_fail(error, PST_USAGE, "--highlight has no meaning for this kind of figure");
  return PST_OK;
}

static bool has_method(const struct pst_job *job, const char *name)
{
  for (size_t m = 0; m < job->n_methods; m++)
    if (strcmp(job->methods[m]->name, name) == 0)
      return true;
  return false;
}

/* Lags are steps in time; rows of a series are not drawn one by one. */
static enum pst_status check_order(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  bool lagged = has_method(job, "lagged");

  if (lagged && o->time == NULL)
    return pst_fail(error, PST_USAGE, "--time COL is needed: the method 'lagged' counts its steps");
  if (!lagged && o->time != NULL)
    return pst_fail(error, PST_USAGE, "--time has a meaning for the method 'lagged' alone");
  for (size_t m = 0; m < job->n_methods && o->interval > 0; m++)
    if (job->methods[m]->in_order)
      return pst_fail(
          error, PST_USAGE,
          "--interval draws rows one by one, and '%s' is of rows that follow each other",
          job->methods[m]->name);
  return PST_OK;
}

/* What stands beside the pairs. */
static enum pst_status plan_beside(struct pst_job *job, struct pst_correlate_settings *s,
                                   struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  enum pst_status status =
      pst_job_roles(job, "--control", &o->control, PST_WANT_NUMBER, &s->controls, error);

  s->weight_role = s->time_role = SIZE_MAX;
  if (status == PST_OK && o->weight != NULL)
    status = pst_job_role(job, o->weight, PST_WANT_NUMBER, &s->weight_role, error);
  if (status == PST_OK && o->time != NULL)
    status = pst_job_role(job, o->time, PST_WANT_TIME, &s->time_role, error);
  return status == PST_OK ? check_order(job, error) : status;
}

/* --tau a or c: another measure in the place of kendall's tau-b. */
static enum pst_status choose_tau(struct pst_job *job, const struct pst_correlate_settings *s,
                                  struct pst_error *error)
{
  const struct pst_method *const measures[] = {NULL, &pst_method_tau_a, &pst_method_tau_c};

  if (!s->tau_given)
    return PST_OK;
  for (size_t m = 0; m < job->n_methods; m++)
    if (strcmp(job->methods[m]->name, "kendall") == 0) {
      if (measures[s->tau] != NULL)
        job->methods[m] = measures[s->tau];
      return PST_OK;
    }
  return pst_fail(error, PST_USAGE, "--tau needs --method kendall");
}

static enum pst_status plan(struct pst_job *job, struct pst_error *error)
{
  struct pst_correlate_settings *s = job->settings;
  const struct pst_job_options *o = &job->options;
  struct pst_roles per;
  enum pst_status status = check(job, s, error);

  if (status == PST_OK)
    status = pst_job_check_per(job, error);
  if (status == PST_OK)
    status = choose_tau(job, s, error);
  if (status == PST_OK)
    status = plan_beside(job, s, error);

  if (status == PST_OK && !s->all)
    status =
        pst_job_require(o->x.count > 0, "-x COL", "the column to correlate with (or --all)", error);
  if (status == PST_OK && !s->all)
    status = pst_job_require(o->y.count > 0, "-y COL", "the columns to correlate", error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-g", &o->by, PST_WANT_TEXT, &s->by, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "--per", &o->per, PST_WANT_TEXT, &per, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-x", &o->x, PST_WANT_NUMBER, &s->x, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-y", &o->y, PST_WANT_NUMBER, &s->y, error);
  s->label_role = SIZE_MAX;
  if (s->label == NULL && o->on.count == 1 && strpbrk(o->on.items[0], "=,") == NULL
      && (!o->given.aggregate || is_cell(job, o->on.items[0])))
    s->label = o->on.items[0];
  if (status == PST_OK && s->label != NULL)
    status = pst_job_role(job, s->label, PST_WANT_TEXT, &s->label_role, error);
  job->all_columns = job->numbers_alone = s->all && o->y.count == 0;
  if (!pst_job_has_leeway(job))
    job->apart = &s->by;
  if (status == PST_OK)
    status = pst_job_check_leeway(job, (const struct pst_list *const[]){&o->x, &o->y}, 2, error);
  return status;
}

/* --- pairs -------------------------------------------------------------------------------------- */

/* The columns of --all: those of -y, or every column of numbers that is no group. */
static size_t list_columns(const struct pst_job *job, const struct pst_correlate_settings *s,
                           size_t *columns)
{
  size_t n = 0;

  for (size_t i = 0; i < s->y.count; i++)
    columns[n++] = job->roles[s->y.roles[i]].column;
  for (size_t c = 0; s->y.count == 0 && c < job->table.n_columns; c++)
    if (job->table.columns[c].type == PST_COLUMN_NUMBER
        && job->table.columns[c].want == PST_WANT_ANY && !is_group(job, job->table.columns[c].name))
      columns[n++] = c;
  return n;
}

static struct pst_column_pair make_pair(const struct pst_job *job, size_t x, size_t y)
{
  return (struct pst_column_pair){
      .x = x, .y = y, .x_name = job->table.columns[x].name, .y_name = job->table.columns[y].name};
}

/* A square of few pairs, or one that is drawn, is made of their records, which say how many rows each has. */
static bool streams(struct pst_job *job, const struct pst_correlate_settings *s,
                    const struct pst_groups *groups)
{
  enum { FEW_COLUMNS = 5 };

  return s->square && s->n_columns > FEW_COLUMNS && groups->n_groups > 0
         && !pst_job_wants_figure(job) && job->methods[0]->knows != 0 && job->options.interval == 0;
}

static enum pst_status stream(struct pst_job *job, const struct pst_correlate_settings *s,
                              const struct pst_groups *groups, struct pst_error *error)
{
  job->count.series = s->n_columns * (s->n_columns - 1) / 2;
  job->count.series_name = "pairs";
  return pst_square_stream(job, groups, s->columns, s->n_columns, error);
}

static enum pst_status all_pairs(struct pst_job *job, struct pst_correlate_settings *s,
                                 struct pst_pairs *pairs, struct pst_error *error)
{
  struct pst_column_pair *list;
  size_t n;

  s->columns =
      pst_arena_array(&job->arena, job->table.n_columns + s->y.count + 1, sizeof *s->columns);
  if (s->columns == NULL)
    return pst_fail_memory(error);
  s->n_columns = n = list_columns(job, s, s->columns);
  if (n < 2)
    return pst_fail(
        error, PST_UNDEFINED,
        "nothing can be computed: --all needs two columns of numbers at least, and there %s %zu",
        n == 1 ? "is" : "are", n);
  if (streams(job, s, pairs->groups))
    return PST_OK;
  list = pst_arena_array(&job->arena, n * (n - 1) / 2, sizeof *list);
  if (list == NULL)
    return pst_fail_memory(error);
  pairs->pairs = list;
  for (size_t j = 1; j < n; j++)
    for (size_t i = 0; i < j; i++)
      list[pairs->n_pairs++] = make_pair(job, s->columns[i], s->columns[j]);
  return PST_OK;
}

static enum pst_status named_pairs(struct pst_job *job, const struct pst_correlate_settings *s,
                                   struct pst_pairs *pairs, struct pst_error *error)
{
  struct pst_column_pair *list =
      pst_arena_array(&job->arena, s->x.count * s->y.count, sizeof *list);

  if (list == NULL)
    return pst_fail_memory(error);
  pairs->pairs = list;
  for (size_t j = 0; j < s->y.count; j++)
    for (size_t i = 0; i < s->x.count; i++)
      list[pairs->n_pairs++] =
          make_pair(job, job->roles[s->x.roles[i]].column, job->roles[s->y.roles[j]].column);
  return PST_OK;
}

/* --- what stands beside them ---------------------------------------------------------------------- */

static enum pst_status make_beside(struct pst_job *job, struct pst_correlate_settings *s,
                                   struct pst_pairs *pairs, struct pst_error *error)
{
  size_t n = s->controls.count;
  size_t *controls = pst_arena_array(&job->arena, n + 1, sizeof *controls);
  const char **names = pst_arena_array(&job->arena, n + 1, sizeof *names);

  if (n == 0 && s->weight_role == SIZE_MAX && s->time_role == SIZE_MAX)
    return PST_OK;
  if (controls == NULL || names == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; j < n; j++) {
    controls[j] = job->roles[s->controls.roles[j]].column;
    names[j] = job->table.columns[controls[j]].name;
  }
  s->beside =
      (struct pst_beside_columns){.controls = controls, .control_names = names, .n_controls = n};
  if (s->weight_role != SIZE_MAX) {
    s->weight_column = job->roles[s->weight_role].column;
    s->beside.weight = &s->weight_column;
  }
  if (s->time_role != SIZE_MAX) {
    s->time_column = job->roles[s->time_role].column;
    s->beside.order = &s->time_column;
  }
  pairs->beside = &s->beside;
  return PST_OK;
}

/* --- run ---------------------------------------------------------------------------------------- */

static enum pst_status report(struct pst_job *job, struct pst_pairs *pairs,
                              const char *const *names, struct pst_error *error)
{
  const struct pst_correlate_settings *s = job->settings;
  struct pst_estimate_grid grid = {.n_groups = 0};
  /* Of these methods only lagged has standard errors. */
  unsigned left_out =
      1u << PST_KEY_UNIT | (has_method(job, "lagged") ? 0 : 1u << PST_KEY_STD_ERROR);
  enum pst_status status, computed = pst_pairs_report(job, pairs, names, left_out, &grid, error);

  if (computed != PST_OK && computed != PST_UNDEFINED)
    status = computed;
  else if (s->square)
    status = pst_square_emit(job, pairs, s->columns, s->n_columns, error);
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
    return pst_correlate_figure(job, job->settings, context, error);
  status = pst_pairs_marked(job, context, marked, &groups, &some, error);
  return status == PST_OK ? pst_correlate_figure(job, job->settings, &some, error) : status;
}

static enum pst_status compute(struct pst_job *job, struct pst_pairs *pairs,
                               struct pst_groups *groups, const char *const *names,
                               struct pst_error *error)
{
  const struct pst_correlate_settings *s = job->settings;
  enum pst_status status = pst_pairs_compute_all(job, pairs, groups, PST_OK, error);

  if (job->comm.rank > 0)
    return status;
  if (status == PST_OK)
    pst_pairs_count(job, pairs);
  job->count.series = pairs->groups->n_groups * pairs->n_pairs;
  job->count.series_name = job->count.series == 1 ? "pair" : "pairs";
  if (status == PST_OK && s->all && pst_job_wants_figure(job))
    status = pst_pairs_adjust(job, pairs, error);
  /* Without rows there is nothing to draw: the report says why. */
  if (status == PST_OK && pst_job_wants_figure(job) && pairs->n_units > 0)
    status = pst_figures_apart(job, pairs->groups, names, draw, pairs, error);
  return status == PST_OK ? report(job, pairs, names, error) : status;
}

static enum pst_status run(struct pst_job *job, struct pst_error *error)
{
  struct pst_correlate_settings *s = job->settings;
  struct pst_groups groups;
  struct pst_pairs pairs = {.groups = &groups};
  const char **names;
  enum pst_status status = pst_job_group(job, &s->by, &groups, &names, error);

  if (status != PST_OK)
    return status;
  status = s->all ? all_pairs(job, s, &pairs, error) : named_pairs(job, s, &pairs, error);
  for (size_t i = 0; i < pairs.n_pairs && status == PST_OK; i++) {
    status = pst_job_leeway_loaded(job, &job->table.columns[pairs.pairs[i].x], error);
    if (status == PST_OK)
      status = pst_job_leeway_loaded(job, &job->table.columns[pairs.pairs[i].y], error);
  }
  if (status == PST_OK)
    status = make_beside(job, s, &pairs, error);
  pairs.step = job->options.interval > 0 ? pst_unit_methods : NULL;
  if (status == PST_OK)
    status = streams(job, s, &groups) ? stream(job, s, &groups, error)
                                      : compute(job, &pairs, &groups, names, error);
  pst_pairs_free(&pairs);
  pst_groups_free(&groups);
  return status;
}

static const char *const tau_choices[] = {"b", "a", "c", NULL};

int main(int argc, char **argv)
{
  struct pst_correlate_settings s = {.all = false};
  struct pst_job job = {.settings = &s};
  struct pst_job_options *o = &job.options;
  const struct pst_option own[] = {
      pst_job_x_option(o, "the columns to correlate with"),
      pst_job_y_option(o, "the columns to correlate; each with each -x"),
      pst_job_by_option(o, "a correlation in each combination of these columns"),
      pst_job_aggregate_option(o, "several rows of a cell (--per) become one, while they are read"),
      pst_job_per_option(o),
      {.name = "all",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_COLUMNS,
       .help = "every pair of the -y columns; without -y, of all columns of numbers",
       .to.flag = &s.all},
      {.name = "control",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "columns to hold fixed: partial correlations",
       .to.list = &o->control,
       .given = &o->given.control},
      {.name = "weight",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "the weight of each row, 0 or more",
       .to.text = &o->weight,
       .given = &o->given.weight},
      pst_job_time_option(o, "the order of the rows, for lags"),
      {.name = "lag",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "L",
       .low = 1,
       .high = 1000000,
       .help = "correlate at lags from -L to L: above 0, x goes before y",
       .to.count = &o->lag,
       .given = &o->given.lag},
      pst_job_interval_option(o),
      pst_job_replicates_option(o),
      pst_job_leeway_printed(o),
      pst_job_leeway_bounds(o),
      {.name = "tau",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = tau_choices,
       .initial = "b",
       .help = "which of Kendall's measures the method kendall gives",
       .to.choice = &s.tau,
       .given = &s.tau_given},
      {.name = "square",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_OUTPUT,
       .help = "write the estimates of --all as a square table",
       .to.flag = &s.square},
      {.name = "label",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_FIGURE,
       .argument = "COL",
       .help = "the column that names the points (default: the key of --join)",
       .to.text = &s.label},
  };
  static const enum pst_job_table tables[] = {
      PST_TABLE_INPUT, PST_TABLE_ROWS,   PST_TABLE_COUNTRY, PST_TABLE_JOIN,   PST_TABLE_METHOD,
      PST_TABLE_TEST,  PST_TABLE_OUTPUT, PST_TABLE_FIGURE,  PST_TABLE_RUNNING};
  const struct pst_job_program program = {
      .name = "polstat-correlate",
      .summary = "correlation of columns, with tests and intervals",
      .usage = "-x COL -y COL[,COL...] [OPTION...] [FILE...]",
      .description = "For each pair of columns (and each combination of the -g columns) the "
                     "correlation over the "
                     "rows that are complete in the pair. Bounded cells such as >10 are not used, "
                     "and counted.",
      .examples = "polstat correlate flows.csv --join parties.csv --on country \\\n"
                  "    -x years_since_agreement -y inbound,outbound --method pearson,kendall\n"
                  "polstat correlate indicators.csv --all --method spearman --square",
      .registry = &pst_correlation_methods,
      .tables = tables,
      .n_tables = sizeof tables / sizeof *tables,
      .plan = plan,
      .run = run,
  };

  return pst_job_main(&job, &program, own, sizeof own / sizeof *own, argc, argv);
}
