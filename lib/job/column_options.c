/* column_options.c -- the options that take columns, and the words that --help has for them. */
#include <string.h>

#include "job/aggregate.h"
#include "job/options.h"

static struct pst_option list_option(const char *name, char letter, struct pst_list *to,
                                     const char *help)
{
  return (struct pst_option){.name = name,
                             .letter = letter,
                             .kind = PST_OPTION_LIST,
                             .group = PST_GROUP_COLUMNS,
                             .argument = "COL[,COL...]",
                             .help = help,
                             .to.list = to};
}

struct pst_option pst_job_time_option(struct pst_job_options *options, const char *help)
{
  return (struct pst_option){.name = "time",
                             .kind = PST_OPTION_TEXT,
                             .group = PST_GROUP_COLUMNS,
                             .argument = "COL",
                             .help = help,
                             .to.text = &options->time};
}

struct pst_option pst_job_x_option(struct pst_job_options *options, const char *help)
{
  return list_option("x", 'x', &options->x, help);
}

struct pst_option pst_job_y_option(struct pst_job_options *options, const char *help)
{
  return list_option("y", 'y', &options->y, help);
}

struct pst_option pst_job_by_option(struct pst_job_options *options, const char *help)
{
  return list_option("by", 'g', &options->by, help);
}

struct pst_option pst_job_per_option(struct pst_job_options *options)
{
  return list_option(
      "per", '\0', &options->per,
      "with --aggregate: a cell for each combination of these columns and those of -g");
}

static enum pst_status read_aggregate(void *to, const char *text, struct pst_error *error)
{
  return pst_job_aggregate_read(to, text, error);
}

struct pst_option pst_job_aggregate_option(struct pst_job_options *options, const char *help)
{
  return (struct pst_option){.name = "aggregate",
                             .kind = PST_OPTION_READ,
                             .group = PST_GROUP_ROWS,
                             .argument =
                                 "sum|mean|count|median|min|max|first|last|quantile(Q)[,...]",
                             .help = help,
                             .read = read_aggregate,
                             .to.any = &options->aggregate,
                             .given = &options->given.aggregate};
}

struct pst_option pst_job_interval_option(struct pst_job_options *options)
{
  static const char *const choices[] = {"formula", "percentile", "bca", NULL};

  return (struct pst_option){.name = "interval",
                             .kind = PST_OPTION_CHOICE,
                             .group = PST_GROUP_METHOD,
                             .choices = choices,
                             .initial = "formula",
                             .help = "intervals by the formula of the method, or by bootstrap",
                             .to.choice = &options->interval,
                             .given = &options->given.interval};
}

struct pst_option pst_job_replicates_option(struct pst_job_options *options)
{
  return (struct pst_option){.name = "replicates",
                             .kind = PST_OPTION_COUNT,
                             .group = PST_GROUP_METHOD,
                             .argument = "N",
                             .low = 99,
                             .high = 1000000,
                             .help = "samples drawn for a bootstrap interval (default: 9999)",
                             .to.count = &options->replicates,
                             .given = &options->given.replicates};
}

struct pst_option pst_job_interval_seed_option(struct pst_job_options *options)
{
  return (struct pst_option){.name = "seed",
                             .kind = PST_OPTION_COUNT,
                             .group = PST_GROUP_METHOD,
                             .argument = "N",
                             .low = 1,
                             .high = 4294967295.0,
                             .help = "seed of --interval percentile and bca (default: 1)",
                             .to.count = &options->seed,
                             .given = &options->given.seed};
}
