/* polstat-rank -- ranks of entities by period, and how they change.

   Reads a table with an entity, a time and a value column; writes a table of ranks, of changes of
   rank (--change), or records of the agreement of two rankings (--agreement).  A rank is an interval
   where ties or bounded cells leave it open.  Methods: docs/METHODS.md, "Ranks". */
#include <string.h>

#include "job/columns.h"
#include "job/emit.h"
#include "job/figure/apart.h"
#include "job/leeway.h"
#include "rank/rank_agreement.h"
#include "rank/rank_columns.h"
#include "rank/rank_figure.h"
#include "rank/rank_sets.h"
#include "rank/rank_tables.h"

/* --- plan --------------------------------------------------------------------------------------- */

static bool has_method(const struct pst_job *job, const char *name)
{
  for (size_t m = 0; m < job->n_methods; m++)
    if (strcmp(job->methods[m]->name, name) == 0)
      return true;
  return false;
}

static enum pst_status check(const struct pst_job *job, const struct pst_rank_settings *settings,
                             struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  const bool sets = settings->std_error != NULL || settings->counts;
  bool of_tests = o->given.methods || o->given.alternative || o->given.continuity || o->given.p_kind
                  || (o->given.conf_level && !sets) || o->given.adjust || o->given.terms;

  if (settings->change && settings->agreement)
    return pst_fail(error, PST_USAGE, "--change and --agreement are two results; ask for one");
  if (of_tests && !settings->agreement)
    return pst_fail(error, PST_USAGE,
                    "the options of methods and tests need --agreement, which they belong to");
  if (settings->given && (settings->ties_given || settings->order_given))
    return pst_fail(error, PST_USAGE,
                    "--given takes the values as ranks: --ties and --order have "
                    "no meaning then");
  if (settings->chart == PST_CHART_SLOPE && !settings->change)
    return pst_fail(error, PST_USAGE, "--chart slope needs --change");
  if (settings->chart == PST_CHART_SLOPE && !pst_job_wants_figure(job))
    return pst_fail(error, PST_USAGE,
                    "--chart needs the figure that it is for: --plot or --render");
  if (settings->printed && settings->given)
    return pst_fail(error, PST_USAGE, "--printed has no meaning with --given: ranks are counted");
  if (pst_job_has_leeway(job) && settings->ties_given && settings->ties != PST_RANK_RANGE)
    return pst_fail(error, PST_USAGE, "%s leaves ranks open: --ties can be range only",
                    settings->printed ? "--printed" : "--bounds");
  if (settings->agreement && settings->top > 0 && !has_method(job, "top-overlap"))
    return pst_fail(error, PST_USAGE,
                    "--top has a meaning with --agreement for the method top-overlap alone");
  if (settings->persistence_given
      && !(settings->agreement && has_method(job, "rank-biased-overlap")))
    return pst_fail(error, PST_USAGE,
                    "--persistence is of --agreement --method rank-biased-overlap");
  if (sets
      && (settings->change || settings->agreement || settings->given || pst_job_has_leeway(job)))
    return pst_fail(error, PST_USAGE,
                    "%s gives confidence sets of the ranks of each period: it has no place beside "
                    "--change, --agreement, --given, --printed and --bounds",
                    settings->counts ? "--counts" : "--std-error");
  if (settings->std_error != NULL && settings->counts)
    return pst_fail(
        error, PST_USAGE,
        "--std-error and --counts are two kinds of values: estimates with their errors, "
        "and counts of one sample");
  if (settings->among == 1 && !settings->agreement)
    return pst_fail(error, PST_USAGE, "--among is of --agreement");
  if (settings->among == 1 && job->options.y.count < 2)
    return pst_fail(error, PST_USAGE,
                    "--among columns compares rankings by two columns or more: name them with -y");
  if (settings->among == 1 && has_method(job, "volatility"))
    return pst_fail(error, PST_USAGE, "the method 'volatility' is of periods: use --among periods");
  if (settings->agreement && settings->ties_given)
    return pst_fail(error, PST_USAGE,
                    "--ties has no meaning with --agreement: each of its methods says how it takes "
                    "ties (--method list)");
  return PST_OK;
}

static enum pst_status plan(struct pst_job *job, struct pst_error *error)
{
  struct pst_rank_settings *settings = job->settings;
  const struct pst_job_options *o = &job->options;
  enum pst_status status = pst_job_require(settings->entity != NULL, "--entity COL",
                                           "the column of what is ranked", error);

  if (status == PST_OK)
    status = pst_job_require(o->time != NULL, "--time COL", "the column of the times", error);
  if (status == PST_OK)
    status = pst_job_require(o->y.count > 0, "-y COL", "the column of the values", error);
  settings->printed = o->given.printed;
  if (status == PST_OK)
    status = check(job, settings, error);
  if (status == PST_OK)
    status = pst_job_check_leeway(job, (const struct pst_list *const[]){&o->y}, 1, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-g", &o->by, PST_WANT_TEXT, &settings->by, error);
  if (status == PST_OK)
    status = pst_job_role(job, settings->entity, PST_WANT_TEXT, &settings->entity_role, error);
  if (status == PST_OK)
    job->roles[settings->entity_role].series = true;
  if (status == PST_OK)
    status = pst_job_role(job, o->time, PST_WANT_TIME, &settings->time_role, error);
  if (status == PST_OK && settings->std_error != NULL)
    status =
        pst_job_role(job, settings->std_error, PST_WANT_NUMBER, &settings->std_error_role, error);
  return status == PST_OK ? pst_job_roles(job, "-y", &o->y, PST_WANT_NUMBER, &settings->y, error)
                          : status;
}

/* --- run ---------------------------------------------------------------------------------------- */

static enum pst_status emit(struct pst_job *job, const struct pst_rank_settings *settings,
                            const struct pst_rankings *rankings, struct pst_error *error)
{
  struct pst_estimate_grid records = {.n_groups = 0};
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  if (settings->agreement) {
    status = (settings->among == 1 ? pst_rank_columns : pst_rank_agreement)(job, settings, rankings,
                                                                            &records, &reason);
    if (status == PST_OK || status == PST_UNDEFINED)
      status = pst_job_emit(job, &records.grid, error);
    if (reason.status != PST_OK)
      status = pst_fail(error, reason.status, "%s", reason.message);
  } else {
    status = pst_rank_table(job, settings, rankings, error);
  }
  pst_estimate_grid_free(&records);
  return status;
}

/* The rankings of the marked groups. */
static enum pst_status draw(struct pst_job *job, const bool *marked, void *context,
                            struct pst_error *error)
{
  struct pst_rankings some = *(const struct pst_rankings *)context;
  const size_t n = some.count;
  struct pst_ranking *list = pst_arena_array(&job->arena, some.count + 1, sizeof *list);

  if (marked == NULL)
    return pst_rank_figure(job, job->settings, context, error);
  if (list == NULL)
    return pst_fail_memory(error);
  some.count = 0;
  for (size_t i = 0; i < n; i++)
    if (marked[some.list[i].group])
      list[some.count++] = some.list[i];
  some.list = list;
  return pst_rank_figure(job, job->settings, &some, error);
}

static enum pst_status run(struct pst_job *job, struct pst_error *error)
{
  const struct pst_rank_settings *settings = job->settings;
  struct pst_rankings rankings = {.count = 0};
  enum pst_status status = pst_rankings_make(job, settings, &rankings, error);

  if (status == PST_OK && (settings->std_error != NULL || settings->counts))
    status = pst_rank_sets_add(job, settings, &rankings, error);
  if (status == PST_OK && pst_job_wants_figure(job))
    status = pst_figures_apart(job, &rankings.groups, rankings.group_names, draw, &rankings, error);
  if (status == PST_OK)
    status = emit(job, settings, &rankings, error);
  pst_rankings_free(&rankings);
  return status;
}

static const char *const chart_choices[] = {"bump", "slope", NULL};
static const char *const among_choices[] = {"periods", "columns", NULL};
static const char *const order_choices[] = {"desc", "asc", NULL};
static const char *const ties_choices[] = {"range", "min", "max", "mean", "dense", NULL};

enum { OWN_MOST = 28 };

/* What is ranked, and how. */
static size_t rank_options(struct pst_option *own, struct pst_job_options *o,
                           struct pst_rank_settings *s)
{
  const struct pst_option list[] = {
      {.name = "entity",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "what is ranked: donors, countries",
       .to.text = &s->entity},
      pst_job_time_option(o, "the periods"),
      pst_job_y_option(o, "the values to rank by; each column is analysed"),
      pst_job_by_option(o, "rank within each combination of these columns"),
      pst_job_aggregate_option(
          o, "several rows of an entity and period become one value, while they are read"),
      {.name = "order",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = order_choices,
       .initial = "desc",
       .help = "rank 1 is the largest (desc) or the smallest value",
       .to.choice = &s->order,
       .given = &s->order_given},
      {.name = "ties",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = ties_choices,
       .initial = "range",
       .help = "tied entities share all ranks of the tie (range), or have the best, worst, mean or "
               "dense one",
       .to.choice = &s->ties,
       .given = &s->ties_given},
      pst_job_leeway_printed(o),
      pst_job_leeway_bounds(o),
      {.name = "std-error",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_METHOD,
       .argument = "COL",
       .help = "the standard errors of the values: confidence sets for the ranks",
       .to.text = &s->std_error},
      {.name = "counts",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "the values are counts of one sample, such as votes: confidence sets for the ranks",
       .to.flag = &s->counts},
      {.name = "chart",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_FIGURE,
       .choices = chart_choices,
       .initial = "bump",
       .help = "ranks by period, or the values at both ends of --change",
       .to.choice = &s->chart},
      {.name = "given",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "the values are ranks already, such as 4 or >10: compare them, do not rank them",
       .to.flag = &s->given},
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

/* Which periods, and what is made of them. */
static size_t period_options(struct pst_option *own, struct pst_rank_settings *s)
{
  const struct pst_option list[] = {
      {.name = "from",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_METHOD,
       .argument = "PERIOD",
       .help = "first period (default: the first there is)",
       .to.text = &s->from},
      {.name = "to",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_METHOD,
       .argument = "PERIOD",
       .help = "last period (default: the last there is)",
       .to.text = &s->to},
      {.name = "change",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "the change of rank between the two periods; positive is up",
       .to.flag = &s->change},
      {.name = "top",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .low = 1,
       .high = 1e9,
       .help = "only those that are, or may be, among the first N; with --change also who "
               "entered and left; with --agreement the top of top-overlap",
       .to.count = &s->top},
      {.name = "persistence",
       .kind = PST_OPTION_NUMBER,
       .group = PST_GROUP_METHOD,
       .argument = "P",
       .initial = "0.9",
       .low = 0,
       .high = 1,
       .open = true,
       .help = "of rank-biased overlap: the weight of each rank is P times that of the one before",
       .to.number = &s->persistence,
       .given = &s->persistence_given},
      {.name = "among",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = among_choices,
       .initial = "periods",
       .help =
           "which rankings --agreement compares: those of two periods (of all, with concordance), "
           "or in each period those by several -y columns",
       .to.choice = &s->among},
      {.name = "agreement",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "how far the rankings of the two periods agree",
       .to.flag = &s->agreement},
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

int main(int argc, char **argv)
{
  struct pst_rank_settings s = {.entity = NULL};
  struct pst_job job = {.settings = &s};
  struct pst_option own[OWN_MOST];
  size_t n = rank_options(own, &job.options, &s);
  static const enum pst_job_table tables[] = {
      PST_TABLE_INPUT, PST_TABLE_ROWS,   PST_TABLE_COUNTRY, PST_TABLE_JOIN,   PST_TABLE_METHOD,
      PST_TABLE_TEST,  PST_TABLE_OUTPUT, PST_TABLE_FIGURE,  PST_TABLE_RUNNING};
  const struct pst_job_program program = {
      .name = "polstat-rank",
      .summary = "ranks of entities by period, and how they change",
      .usage = "--entity COL --time COL -y COL[,COL...] [OPTION...] [FILE...]",
      .description =
          "A table of group, entity, period, value, rank_low and rank_high: the best and the worst "
          "rank that ties and bounded cells leave open, out of n. With --change, the ranks in "
          "two periods and the interval of the change.",
      .examples = "polstat rank net_oda.csv --entity country --time year -y oda_musd \\\n"
                  "    --from 2000 --to 2015 --change\n"
                  "polstat rank partners.csv --entity partner --time period -y rank \\\n"
                  "    --given --change",
      .registry = &pst_agreement_methods,
      .tables = tables,
      .n_tables = sizeof tables / sizeof *tables,
      .plan = plan,
      .run = run,
  };

  n += period_options(own + n, &s);
  return pst_job_main(&job, &program, own, n, argc, argv);
}
