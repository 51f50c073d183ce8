/* polstat-describe -- what is in a table: a first look, and statistics of its columns.

   Reads a table; writes either a first look (columns, missing cells, key, time, gaps: lib/look), or for
   each column (and group) its level, spread, shape and quantiles, what is missing and what is bounded:
   records in csv and json, a wide table in text and markdown.  Methods: docs/METHODS.md, "describe". */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "job/columns.h"
#include "job/leeway.h"
#include "job/pairwise/describe_table.h"
#include "job/pairwise/describe_unit.h"
#include "job/emit.h"
#include "job/look_report.h"
#include "job/pairwise/pairs_owned.h"

static bool is_in(const char *const *list, size_t n, const char *name)
{
  for (size_t i = 0; i < n; i++)
    if (strcmp(list[i], name) == 0)
      return true;
  return false;
}

/* --- plan --------------------------------------------------------------------------------------- */

/* The first of the options that only the statistics honour, or that only the look does; NULL: none. */
static const char *option_of(const struct pst_job *job, enum pst_describe_show show)
{
  const struct pst_describe_settings *s = job->settings;
  const struct pst_job_options *o = &job->options;
  const struct {
    const char *name;
    bool given;
    enum pst_describe_show show;
  } options[] = {{"-y", o->y.count > 0, PST_DESCRIBE_STATISTICS},
                 {"-g", o->by.count > 0, PST_DESCRIBE_STATISTICS},
                 {"--aggregate", o->given.aggregate, PST_DESCRIBE_STATISTICS},
                 {"--per", o->per.count > 0, PST_DESCRIBE_STATISTICS},
                 {"--terms", o->given.terms, PST_DESCRIBE_STATISTICS},
                 {"--quantiles", s->quantiles.count > 0, PST_DESCRIBE_STATISTICS},
                 {"--distinct", s->given.distinct, PST_DESCRIBE_STATISTICS},
                 {"--quantile-type", s->given.quantile_type, PST_DESCRIBE_STATISTICS},
                 {"--moment-type", s->given.moment_type, PST_DESCRIBE_STATISTICS},
                 {"--trim", s->trims.count > 0, PST_DESCRIBE_STATISTICS},
                 {"--conf-level", o->given.conf_level, PST_DESCRIBE_STATISTICS},
                 {"--interval", o->given.interval, PST_DESCRIBE_STATISTICS},
                 {"--replicates", o->given.replicates, PST_DESCRIBE_STATISTICS},
                 {"--seed", o->given.seed, PST_DESCRIBE_STATISTICS},
                 {"--digits", o->given.digits, PST_DESCRIBE_STATISTICS},
                 {"--printed", o->given.printed, PST_DESCRIBE_STATISTICS},
                 {"--bounds", o->bounds, PST_DESCRIBE_STATISTICS},
                 {"--key", s->key.count > 0, PST_DESCRIBE_LOOK},
                 {"--time", o->time != NULL, PST_DESCRIBE_LOOK},
                 {"--top", s->given.top, PST_DESCRIBE_LOOK}};

  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    if (options[i].given && options[i].show == show)
      return options[i].name;
  return NULL;
}

/* For people, and nothing said of statistics: the first look. */
static enum pst_describe_show choose_show(const struct pst_job *job)
{
  const struct pst_format *format = pst_job_format(job);

  if (format->write == NULL || option_of(job, PST_DESCRIBE_LOOK) != NULL)
    return PST_DESCRIBE_LOOK;
  if (option_of(job, PST_DESCRIBE_STATISTICS) != NULL)
    return PST_DESCRIBE_STATISTICS;
  return format->for_people && pst_job_looks_in(format) ? PST_DESCRIBE_LOOK
                                                        : PST_DESCRIBE_STATISTICS;
}

static enum pst_status plan_show(struct pst_job *job, struct pst_error *error)
{
  struct pst_describe_settings *s = job->settings;
  const char *option;

  if (!s->given.show)
    s->show = choose_show(job);
  if (s->show == PST_DESCRIBE_STATISTICS && pst_job_format(job)->write == NULL)
    return pst_fail(error, PST_USAGE,
                    "--show statistics has no %s; use another format, such as markdown",
                    pst_job_format(job)->name);
  option =
      option_of(job, s->show == PST_DESCRIBE_LOOK ? PST_DESCRIBE_STATISTICS : PST_DESCRIBE_LOOK);
  if (option == NULL)
    return PST_OK;
  if (s->show == PST_DESCRIBE_LOOK)
    return pst_fail(error, PST_USAGE,
                    "%s is for statistics, and this is the first look at all columns; leave it "
                    "out, or use --show statistics",
                    option);
  return pst_fail(error, PST_USAGE, "%s is for the first look; leave it out, or use --show look",
                  option);
}

static enum pst_status plan(struct pst_job *job, struct pst_error *error)
{
  struct pst_describe_settings *s = job->settings;
  struct pst_roles per = {.count = 0};
  enum pst_status status = plan_show(job, error);

  if (status == PST_OK)
    status = pst_job_numbers(job, &s->quantiles, "--quantiles", 1, &s->options.probs,
                             &s->options.n_probs, error);

  if (status == PST_OK)
    status = pst_job_numbers(job, &s->trims, "--trim", 0.5, &s->options.trims, &s->options.n_trims,
                             error);
  s->options.conf_level = job->options.conf_level;
  s->options.quantile_type = (int)s->quantile_type;
  s->options.moment_type = (int)s->moment_type;
  s->options.main_only = job->options.terms != PST_TERMS_ALL;
  if (status == PST_OK)
    status = pst_job_check_per(job, error);
  if (status == PST_OK && job->options.given.aggregate)
    status =
        pst_job_require(job->options.y.count > 0, "-y COL", "which columns to aggregate", error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-g", &job->options.by, PST_WANT_TEXT, &s->by, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "--per", &job->options.per, PST_WANT_TEXT, &per, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-y", &job->options.y, PST_WANT_NUMBER, &s->y, error);
  job->all_columns = job->options.y.count == 0;
  if (s->show == PST_DESCRIBE_STATISTICS && !pst_job_has_leeway(job))
    job->apart = &s->by;
  job->numbers_alone = s->show == PST_DESCRIBE_STATISTICS;
  if (job->numbers_alone && s->by.count == 0 && per.count == 0 && !pst_job_has_leeway(job))
    job->texts_most = s->distinct;
  if (status == PST_OK && job->options.y.count == 0 && job->options.printed.count > 0)
    return pst_fail(error, PST_USAGE, "--printed=COL,... needs -y COL: which columns to describe");
  if (status == PST_OK)
    status = pst_job_check_leeway(job, (const struct pst_list *const[]){&job->options.y}, 1, error);
  return status;
}

/* The columns to describe: those of -y, or all that are no groups. */
static enum pst_status make_pairs(struct pst_job *job, struct pst_pairs *pairs,
                                  struct pst_error *error)
{
  const struct pst_describe_settings *s = job->settings;
  const struct pst_table *table = &job->table;
  struct pst_column_pair *list =
      pst_arena_array(&job->arena, table->n_columns + s->y.count + 1, sizeof *list);
  size_t n = 0;

  if (list == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->y.count; i++)
    list[n++].y = job->roles[s->y.roles[i]].column;
  for (size_t c = 0; s->y.count == 0 && c < table->n_columns; c++)
    if (table->columns[c].want != PST_WANT_TEXT
        && !is_in(job->options.by.items, job->options.by.count, table->columns[c].name))
      list[n++].y = c;
  for (size_t i = 0; i < n; i++) {
    list[i].x = SIZE_MAX;
    list[i].y_name = table->columns[list[i].y].name;
  }
  pairs->pairs = list;
  pairs->n_pairs = n;
  return PST_OK;
}

/* --- run ------------------------------------------------------------------------------------------ */

static enum pst_status report(struct pst_job *job, struct pst_pairs *pairs,
                              const char *const *names, struct pst_error *error)
{
  const unsigned left_out = 1u << PST_KEY_AGAINST | 1u << PST_KEY_STATISTIC | 1u << PST_KEY_DF
                            | 1u << PST_KEY_P_VALUE | 1u << PST_KEY_P_METHOD | 1u << PST_KEY_P_LEAST
                            | 1u << PST_KEY_P_GREATEST | 1u << PST_KEY_SIGNIFICANCE
                            | 1u << PST_KEY_P_ADJUSTED;
  bool wide = pst_job_format(job)->for_people && job->options.terms != PST_TERMS_ALL
              && !pst_job_has_leeway(job);
  struct pst_estimate_grid grid = {.n_groups = 0};
  enum pst_status status;

  job->options.terms = PST_TERMS_ALL; /* chosen already, by name */
  status = pairs->packs ? pst_pairs_report_packed(job, pairs, names, left_out, &grid, error)
                        : pst_pairs_report(job, pairs, names, left_out, &grid, error);
  if (status == PST_OK)
    status =
        wide ? pst_describe_table(job, pairs, names, error) : pst_job_emit(job, &grid.grid, error);
  pst_estimate_grid_free(&grid);
  return status;
}

static enum pst_status compute(struct pst_job *job, struct pst_pairs *pairs,
                               struct pst_groups *groups, const char *const *names,
                               struct pst_error *error)
{
  enum pst_status status;

  pairs->packs = !pst_job_format(job)->for_people && pst_owned_all(job, groups->n_groups) > 0
                 && !pst_job_has_leeway(job);
  status = pst_pairs_compute_all(job, pairs, groups, PST_OK, error);
  if (job->comm.rank > 0)
    return status;
  /* What is missing and bounded is in the result, column by column. */
  job->count.used = groups->n_groups == 0 ? 0 : groups->first[groups->n_groups];
  job->count.missing = groups->n_left_out;
  job->count.cells_told = true;
  job->count.series = pairs->n_pairs;
  job->count.series_name = pairs->n_pairs == 1 ? "column" : "columns";
  return status == PST_OK ? report(job, pairs, names, error) : status;
}

static enum pst_status describe(struct pst_job *job, struct pst_error *error)
{
  const struct pst_describe_settings *s = job->settings;
  struct pst_groups groups;
  struct pst_pairs pairs = {.groups = &groups, .step = pst_describe_unit};
  const char **names;
  enum pst_status status = pst_job_group(job, &s->by, &groups, &names, error);

  if (status != PST_OK)
    return status;
  status = make_pairs(job, &pairs, error);
  for (size_t i = 0; i < pairs.n_pairs && status == PST_OK; i++)
    status = pst_job_leeway_loaded(job, &job->table.columns[pairs.pairs[i].y], error);
  if (status == PST_OK)
    status = compute(job, &pairs, &groups, names, error);
  pst_pairs_free(&pairs);
  pst_groups_free(&groups);
  return status;
}

static enum pst_status run(struct pst_job *job, struct pst_error *error)
{
  const struct pst_describe_settings *s = job->settings;

  return s->show == PST_DESCRIBE_LOOK ? pst_job_look(job, &s->key, s->top, error)
                                      : describe(job, error);
}

static const char *const terms_choices[] = {"main", "all", NULL};
static const char *const show_choices[] = {"look", "statistics", NULL};

enum { OWN_MOST = 32, TOP_MOST = 100 };

static size_t own_options(struct pst_option *own, struct pst_job_options *o,
                          struct pst_describe_settings *s)
{
  const struct pst_option list[] = {
      pst_job_y_option(o, "columns of numbers to describe (default: all columns)"),
      pst_job_by_option(o, "describe each combination of these columns"),
      pst_job_aggregate_option(
          o, "describe cells (--per), of which several rows become one while they "
             "are read"),
      pst_job_per_option(o),
      pst_job_time_option(o, "the look's column of times (default: found)"),
      {.name = "key",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "the look's columns that should name a row (default: found)",
       .to.list = &s->key},
      {.name = "show",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = show_choices,
       .help = "a first look at all columns, or statistics (default: look in text, markdown and "
               "html, unless an option for statistics is given)",
       .to.choice = &s->show,
       .given = &s->given.show},
      {.name = "top",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .initial = "5",
       .low = 1,
       .high = TOP_MOST,
       .help = "how many of the most frequent texts the look lists",
       .to.count = &s->top,
       .given = &s->given.top},
      {.name = "terms",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = terms_choices,
       .initial = "main",
       .help = "the usual numbers, or all",
       .to.choice = &o->terms,
       .given = &o->given.terms},
      {.name = "quantiles",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_METHOD,
       .argument = "P[,P...]",
       .help = "quantiles besides the median (default: 0.25,0.75)",
       .to.list = &s->quantiles},
      {.name = "distinct",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .initial = "100000",
       .low = 100000,
       .high = 1e9,
       .help = "different texts of a column to count one by one; how many more there are is an "
               "estimate then, within some 2 %, and the record says so",
       .to.count = &s->distinct,
       .given = &s->given.distinct},
      {.name = "quantile-type",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .initial = "7",
       .low = 1,
       .high = 9,
       .help = "Hyndman and Fan's type of quantiles",
       .to.count = &s->quantile_type,
       .given = &s->given.quantile_type},
      {.name = "moment-type",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .initial = "2",
       .low = 1,
       .high = 3,
       .help = "type of skewness and kurtosis: 2 as in SAS and Excel",
       .to.count = &s->moment_type,
       .given = &s->given.moment_type},
      {.name = "trim",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_METHOD,
       .argument = "P[,P...]",
       .help = "shares to cut at each end for trimmed means (default: 0.1)",
       .to.list = &s->trims},
      {.name = "conf-level",
       .kind = PST_OPTION_NUMBER,
       .group = PST_GROUP_METHOD,
       .argument = "P",
       .initial = "0.95",
       .low = 0,
       .high = 1,
       .open = true,
       .help = "confidence level of intervals",
       .to.number = &o->conf_level,
       .given = &o->given.conf_level},
      pst_job_interval_option(o),
      pst_job_replicates_option(o),
      pst_job_interval_seed_option(o),
      pst_job_leeway_printed(o),
      pst_job_leeway_bounds(o),
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

int main(int argc, char **argv)
{
  struct pst_describe_settings s = {.quantile_type = 7, .distinct = 100000};
  struct pst_job job = {.settings = &s, .options.pages = true};
  struct pst_option own[OWN_MOST];
  static const enum pst_job_table tables[] = {PST_TABLE_INPUT, PST_TABLE_ROWS,   PST_TABLE_COUNTRY,
                                              PST_TABLE_JOIN,  PST_TABLE_OUTPUT, PST_TABLE_RUNNING};
  const struct pst_job_program program = {
      .name = "polstat-describe",
      .summary = "what is in a table: a first look, and statistics of its columns",
      .usage = "[-y COL[,COL...]] [OPTION...] [FILE...]",
      .description =
          "The first look: what each column holds, what is missing and by which token, which rows "
          "repeat, what the key is, which column is the time and where times are lacking. "
          "Nothing is guessed away: cells that look missing are named with their lines. Text, "
          "markdown, html and json are for reading as a whole, csv has one row a finding. "
          "Statistics: for each column, in each group, how many values are known, missing and "
          "bounded; for numbers mean, standard deviation, quantiles and more (--terms all); for "
          "texts how many are distinct. Formats that --digits rounds show a table, the others one "
          "record a term.",
      .examples = "polstat describe net_oda.csv\n"
                  "polstat describe net_oda.csv --key country,year -o look.html\n"
                  "polstat describe net_oda.csv -y oda_musd -g country --quantiles 0.1,0.9",
      .tables = tables,
      .n_tables = sizeof tables / sizeof *tables,
      .plan = plan,
      .run = run,
  };

  return pst_job_main(&job, &program, own, own_options(own, &job.options, &s), argc, argv);
}
