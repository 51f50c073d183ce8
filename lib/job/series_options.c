/* series_options.c -- the options of single methods: what else the table says of a series, and how it is fitted. */
#include <stdio.h>
#include <string.h>

#include "job/options.h"

/* A lag, or auto. */
static enum pst_status read_hac(void *to, const char *text, struct pst_error *error)
{
  size_t *hac = to;
  unsigned long lag = 0;
  int end = 0;

  *hac = 0;
  if (strcmp(text, "auto") == 0)
    return PST_OK;
  if (strspn(text, "0123456789") != strlen(text) || sscanf(text, "%7lu%n", &lag, &end) != 1
      || text[end] != '\0')
    return pst_fail(error, PST_USAGE, "'%s' is neither a number of rows nor auto", text);
  *hac = lag + 1;
  return PST_OK;
}

#define COLUMN(what)                                                                               \
  .kind = PST_OPTION_TEXT, .group = PST_GROUP_METHOD, .argument = "COL", .to.text = &o->what,      \
  .given = &o->given.what

enum pst_status pst_job_series_table(struct pst_job_options *o, struct pst_arena *arena,
                                     struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {
      {.name = "season",
       COLUMN(season),
       .help =
           "a series has seasons: the column that tells them, or month or quarter of the times"},
      {.name = "across",
       COLUMN(across),
       .help = "the series of a region, told apart by this column, are tested as one"},
      {.name = "control",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_METHOD,
       .argument = "COL,...",
       .help = "series whose trend is taken from that of the values",
       .to.list = &o->control,
       .given = &o->given.control},
      {.name = "weight", COLUMN(weight), .help = "the weight of each value, 0 or more"},
      {.name = "lag",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "K",
       .low = 1,
       .high = 1000000,
       .help = "autocorrelations beyond this lag are left alone",
       .to.count = &o->lag,
       .given = &o->given.lag},
      {.name = "hac",
       .kind = PST_OPTION_READ,
       .group = PST_GROUP_METHOD,
       .argument = "LAG|auto",
       .help = "the lag of Newey and West; auto is 4 (n/100)^(2/9), rounded down",
       .read = read_hac,
       .to.any = &o->hac,
       .given = &o->given.hac},
      {.name = "small-sample",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "their covariance times n / (n - 2)",
       .to.flag = &o->small_sample,
       .given = &o->given.small_sample},
      {.name = "degree",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "D",
       .low = 1,
       .high = 9,
       .help = "of a polynomial (default: 2)",
       .to.count = &o->degree,
       .given = &o->given.degree},
      {.name = "span",
       .kind = PST_OPTION_NUMBER,
       .group = PST_GROUP_METHOD,
       .argument = "S",
       .low = 0.01,
       .high = 1,
       .help = "of loess: the share of the points that are near (default: 0.75)",
       .to.number = &o->span,
       .given = &o->given.span},
  };
  void *copy = pst_arena_copy(arena, (const char *)list, sizeof list);

  if (copy == NULL)
    return pst_fail_memory(error);
  *table = (struct pst_option_table){.options = copy, .count = sizeof list / sizeof *list};
  return PST_OK;
}
