/* polstat-composite -- composite indicators, and how firm their ranks are.

   Reads a table with an entity and several indicators; writes scores and ranks, with the ranks that other
   choices give, or records of sensitivity, or an audit.  Methods: docs/METHODS.md, "composite". */
#include <string.h>

#include "composite/run.h"
#include "job/leeway.h"

enum { OWN_MOST = 24 };

/* In the order of enum pst_composite_chart. */
static const char *const chart_choices[] = {"ranks", "parts", NULL};

/* What the index is made of. */
static size_t index_options(struct pst_option *own, struct pst_job_options *o,
                            struct pst_composite_settings *s)
{
  const struct pst_option list[] = {
      {.name = "entity",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "what is scored and ranked: countries",
       .to.text = &s->entity},
      {.name = "indicators",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL,-COL,...",
       .help = "the columns of the index; - in front: less is better",
       .to.list = &s->indicators},
      pst_job_time_option(o, "an index for each of these times"),
      pst_job_by_option(o, "an index for each combination of these columns"),
      {.name = "structure",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_METHOD,
       .argument = "FILE.csv",
       .file = PST_FILE_READ,
       .help = "two levels, in place of --indicators: columns indicator, pillar, and perhaps "
               "weight (1) "
               "in the pillar and direction (1, or -1)",
       .to.text = &s->structure},
      {.name = "normalise",
       .kind = PST_OPTION_TEXTS,
       .group = PST_GROUP_METHOD,
       .argument = "SCALE[,SCALE...]",
       .help =
           "minmax (default), zscore, rank, rank-mean, percentile, goalposts(a=0..100,...), "
           "goalposts-open(...), distance(ENTITY), ratio(ENTITY) or none; others after the first "
           "are alternatives for the replicates",
       .to.list = &s->scales},
      {.name = "weights",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_METHOD,
       .argument = "equal|a=2,b=1|FILE",
       .file = PST_FILE_READ,
       .initial = "equal",
       .help =
           "of the indicators, or of the pillars of --structure; a FILE has the columns indicator "
           "(or pillar) and weight",
       .to.text = &s->weights},
      {.name = "aggregate",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_METHOD,
       .argument = "MEAN[,MEAN...]",
       .help = "arithmetic (default), geometric, harmonic, or copeland; others after the first are "
               "alternatives for the replicates",
       .to.list = &s->means},
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

/* What decides the ranks. */
static size_t robust_options(struct pst_option *own, struct pst_job_options *o,
                             struct pst_composite_settings *s)
{
  const struct pst_option list[] = {
      {.name = "weights-within",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_METHOD,
       .argument = "P",
       .initial = "25%",
       .help =
           "weights may be this much lower or higher, for the lowest and highest rank over all of "
           "them, and for the replicates",
       .to.text = &s->within_text,
       .given = &s->given.within},
      {.name = "replicates",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .initial = "1000",
       .high = 1e8,
       .help = "random choices of weights, scale and mean; 0: none",
       .to.count = &s->replicates,
       .given = &s->given.replicates},
      {.name = "leave-out",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "replicates also leave out one indicator, or none",
       .to.flag = &s->leave_out},
      {.name = "seed",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .initial = "1",
       .high = 9007199254740992.0,
       .help = "of the replicates: the same seed gives the same ranks",
       .to.count = &o->seed,
       .given = &o->given.seed},
      {.name = "top",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "K",
       .low = 1,
       .high = 1e9,
       .help = "also the share of replicates with a rank of at most K",
       .to.count = &s->top,
       .given = &s->given.top},
      pst_job_leeway_printed(o),
      pst_job_leeway_bounds(o),
      {.name = "sensitivity",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "records: how much of the variance of each rank each choice makes",
       .to.flag = &s->sensitivity},
      {.name = "audit",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help =
           "records: correlations of the indicators with the score and with each other; names one "
           "that works against its direction",
       .to.flag = &s->audit},
      {.name = "chart",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_FIGURE,
       .choices = chart_choices,
       .initial = "ranks",
       .help = "ranks with their intervals, or scores as the sum of their parts",
       .to.choice = &s->chart,
       .given = &s->given.chart},
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

int main(int argc, char **argv)
{
  struct pst_composite_settings s = {.entity = NULL};
  struct pst_job job = {.settings = &s};
  struct pst_option own[OWN_MOST];
  size_t n = index_options(own, &job.options, &s);
  static const enum pst_job_table tables[] = {PST_TABLE_INPUT,  PST_TABLE_ROWS,   PST_TABLE_COUNTRY,
                                              PST_TABLE_JOIN,   PST_TABLE_OUTPUT, PST_TABLE_FIGURE,
                                              PST_TABLE_RUNNING};
  const struct pst_job_program program = {
      .name = "polstat-composite",
      .summary = "composite indicators: scores, ranks, and how firm the ranks are",
      .usage = "--entity COL --indicators COL,-COL,... [OPTION...] [FILE...]",
      .description =
          "Brings indicators to one scale, weighs them and gives a score and a rank to each "
          "entity; "
          "then what the choices decide: the ranks without any one indicator (without_one), the "
          "exact "
          "lowest and highest rank over all weights within --weights-within (weights), and over "
          "random "
          "choices the 5 to 95 % interval of the rank (rank_q05, rank_q95). An entity without an "
          "indicator has no score (--missing refuse, the default); with --missing "
          "'renormalise(0.6)' it "
          "has one by the others when they are 0.6 of all weight.",
      .examples =
          "polstat composite hdi.csv --entity country --indicators income,schooling,-mortality\n"
          "polstat composite hdi.csv --entity country --structure pillars.csv \\\n"
          "    --normalise minmax,zscore --weights-within 50% --top 10 --render ranks.svg",
      .tables = tables,
      .n_tables = sizeof tables / sizeof *tables,
      .plan = pst_composite_plan,
      .run = pst_composite_run,
  };

  n += robust_options(own + n, &job.options, &s);
  return pst_job_main(&job, &program, own, n, argc, argv);
}
