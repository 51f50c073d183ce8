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
