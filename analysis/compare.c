/* polstat-compare -- whether groups differ: means, medians, shares, polls, tables of counts.

   Reads a table; what is compared follows from the options that name columns.  Writes one record for each
   level, for each two of them, or for all, by group and method.  Methods: docs/METHODS.md,
   "Comparisons". */
#include <string.h>

#include "compare/compare_figure.h"
#include "compare/order.h"
#include "compare/plan.h"
#include "compare/records.h"
#include "job/emit.h"
#include "job/figure/apart.h"
#include "job/leeway.h"

enum { OWN_MOST = 28 };

/* What the figures are of. */
struct drawn {
  const struct pst_groups *groups;
  const struct pst_compare_units *units;
};

static enum pst_status draw(struct pst_job *job, const bool *marked, void *context,
                            struct pst_error *error)
{
  const struct drawn *drawn = context;

  return pst_compare_figure(job, drawn->groups, drawn->units, marked, error);
}

static enum pst_status report(struct pst_job *job, struct pst_groups *groups,
                              const char *const *names, struct pst_compare_units *units,
                              struct pst_error *error)
{
  enum pst_status status = pst_compare_adjust(job, units, error);

  if (status == PST_OK && pst_job_wants_figure(job))
    status = pst_figures_apart(job, groups, names, draw,
                               &(struct drawn){.groups = groups, .units = units}, error);
  return status == PST_OK ? pst_compare_emit(job, groups, names, units, error) : status;
}

static enum pst_status compute(struct pst_job *job, struct pst_groups *groups,
                               const char *const *names, struct pst_error *error)
{
  struct pst_compare_units units = {.count = 0};
  size_t counts[PST_COMPARE_COUNTS] = {0};
  enum pst_status status = pst_compare_orders(job, job->settings, error);

  if (status == PST_OK) {
    status = pst_compare_compute(job, groups, &units, error);
    if (status == PST_OK)
      pst_compare_count_rows(job, groups, counts);
    status = pst_compare_share(job, groups, &units, counts, status, error);
  }
  if (status == PST_OK && job->comm.rank == 0)
    pst_compare_count(job, groups, counts);
  job->count.series = units.count;
  job->count.series_name = units.count == 1 ? "comparison" : "comparisons";
  if (status == PST_OK && job->comm.rank == 0)
    status = report(job, groups, names, &units, error);
  pst_compare_units_free(&units);
  return status;
}

static enum pst_status run(struct pst_job *job, struct pst_error *error)
{
  const struct pst_compare_settings *settings = job->settings;
  struct pst_groups groups;
  const char **names;
  enum pst_status status = pst_job_group(job, &settings->by, &groups, &names, error);

  if (status != PST_OK)
    return status;
  status = compute(job, &groups, names, error);
  pst_groups_free(&groups);
  return status;
}

static const char *const halves_choices[] = {"up", "even", NULL};
static const char *const chart_choices[] = {"auto", "forest", "dots", "likert", NULL};

/* An option of the program's own, whose text or list goes to TO. */
static struct pst_option text(const char *name, const char *argument, const char **to,
                              const char *help)
{
  return (struct pst_option){.name = name,
                             .kind = PST_OPTION_TEXT,
                             .group = PST_GROUP_COLUMNS,
                             .argument = argument,
                             .help = help,
                             .to.text = to};
}

static struct pst_option column(const char *name, const char **to, const char *help)
{
  return text(name, "COL", to, help);
}

static struct pst_option items(const char *name, const char *argument, struct pst_list *to,
                               const char *help)
{
  return (struct pst_option){.name = name,
                             .kind = PST_OPTION_LIST,
                             .group = PST_GROUP_COLUMNS,
                             .argument = argument,
                             .help = help,
                             .to.list = to};
}

/* How an option is handed on: OWN grows by those of LIST. */
#define ADD(own, n, list)                                                                          \
  do {                                                                                             \
    memcpy((own) + (n), list, sizeof(list));                                                       \
    (n) += sizeof(list) / sizeof *(list);                                                          \
  } while (0)

/* What is compared with what. */
static void level_options(struct pst_option *own, size_t *n, struct pst_job_options *o,
                          struct pst_compare_settings *s)
{
  const struct pst_option list[] = {
      pst_job_y_option(o, "the values that are compared; with --answer, or with -x alone, texts"),
      column("between", &s->between, "the column whose texts are the levels: polls, years, kinds"),
      text("reference", "LEVEL", &s->reference,
           "set every other level against this one (default: every two of them, the later against "
           "the earlier)"),
      items("levels", "LEVEL[,LEVEL...]", &s->levels,
            "only these levels or categories, in this order (default: all, by number if all are "
            "numbers, else by first appearance)"),
      column("paired", &s->paired, "names the unit: each has one row a level"),
      column("weight", &s->weight, "a weight for each row"),
      text("answer", "TEXT", &s->answer, "compare the share of rows whose -y is TEXT"),
  };

  ADD(own, *n, list);
}

/* Counts and shares as somebody else counted or printed them. */
static void count_options(struct pst_option *own, size_t *n, struct pst_job_options *o,
                          struct pst_compare_settings *s)
{
  const struct pst_option list[] = {
      column("successes", &s->successes, "how many said so, one row a level"),
      column("percent", &s->percent,
             "how many per cent said so, as printed: the result is that of all counts that print "
             "so"),
      column("trials", &s->trials, "of how many"),
      column("counts", &s->counts, "how many, one row a category, or one row a cell of -x and -y"),
      column("category", &s->category, "the answers of one poll, each of whom gave one"),
      pst_job_x_option(o, "rows of a cross-table with -y; with --between: compare slopes over it"),
      pst_job_by_option(o, "a comparison for each combination of these columns"),
      pst_job_per_option(o),
      pst_job_aggregate_option(o, "several rows of a cell become one value, while they are read"),
  };

  ADD(own, *n, list);
}

static void method_options(struct pst_option *own, size_t *n, struct pst_job_options *o,
                           struct pst_compare_settings *s)
{
  struct pst_option list[] = {
      pst_job_leeway_printed(o),
      pst_job_leeway_bounds(o),
      {.name = "same-sample",
       .kind = PST_OPTION_FLAG,
       .help = "the levels are answers of the same respondents, who could give several: the result "
               "is that of all overlaps",
       .to.flag = &s->same},
      text("deff", "D|COL", &s->deff,
           "design effect: the variance over that of a simple random sample"),
      {.name = "halves",
       .kind = PST_OPTION_CHOICE,
       .choices = halves_choices,
       .initial = "up",
       .help = "how --percent was rounded where the last digit is a half",
       .to.choice = &s->halves,
       .given = &s->halves_given},
      items("quantiles", "P[,P...]", &s->quantiles,
            "quantiles of each level, with intervals (default of their methods: 0.25,0.5,0.75)"),
  };

  for (size_t i = 0; i < sizeof list / sizeof *list; i++)
    list[i].group = PST_GROUP_METHOD;
  ADD(own, *n, list);
}

static void figure_options(struct pst_option *own, size_t *n, struct pst_compare_settings *s)
{
  const struct pst_option list[] = {
      {.name = "chart",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_FIGURE,
       .choices = chart_choices,
       .initial = "auto",
       .help =
           "forest: comparisons with their intervals; dots: levels with theirs; likert: bars of a "
           "scale about its middle",
       .to.choice = &s->chart},
  };

  ADD(own, *n, list);
}

static const enum pst_job_table tables[] = {PST_TABLE_INPUT,  PST_TABLE_ROWS,   PST_TABLE_COUNTRY,
                                            PST_TABLE_JOIN,   PST_TABLE_METHOD, PST_TABLE_TEST,
                                            PST_TABLE_OUTPUT, PST_TABLE_FIGURE, PST_TABLE_RUNNING};

static const struct pst_job_program program = {
    .name = "polstat-compare",
    .summary = "whether groups, polls or shares differ",
    .usage = "-y COL --between COL [OPTION...] [FILE...]",
    .description =
        "Numbers: -y V --between COL (--paired ID, --weight W; -x T for slopes). Shares: "
        "--successes X --trials N --between COL; printed ones: --percent P --trials N --between "
        "COL; of rows: -y V --answer TEXT --between COL. One poll: --counts N --category COL. A "
        "table: -x A -y B [--counts N]. A difference is the level less the one it is set "
        "against.",
    .examples = "polstat compare pay.csv -y income --between sex -g country\n"
                "polstat compare polls.csv --percent favour --trials n --between poll\n"
                "polstat compare polls.csv --successes yes --trials n --between year --reference "
                "2014 \\\n"
                "    --adjust holm --render polls.svg",
    .tables = tables,
    .n_tables = sizeof tables / sizeof *tables,
    .list = pst_compare_list,
    .plan = pst_compare_plan,
    .run = run,
};

int main(int argc, char **argv)
{
  struct pst_compare_settings s = {.shape = NULL};
  struct pst_job job = {.settings = &s};
  struct pst_option own[OWN_MOST];
  size_t n = 0;

  level_options(own, &n, &job.options, &s);
  count_options(own, &n, &job.options, &s);
  method_options(own, &n, &job.options, &s);
  figure_options(own, &n, &s);
  return pst_job_main(&job, &program, own, n, argc, argv);
}
