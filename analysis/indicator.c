/* polstat-indicator -- shares, index numbers, growth, concentration, specialisation, affinity.

   Reads a table with entities, times and values; writes a table with a column a kind, or records of
   groups, entities or pairs.  Kinds: lib/indicator/kinds.c; formulas: docs/METHODS.md. */
#include <string.h>

#include "job/leeway.h"
#include "indicator/run.h"

enum { OWN_MOST = 24 };

static const char *const chart_choices[] = {"auto", "lines", "areas", "bars", NULL};

static size_t column_options(struct pst_option *own, struct pst_job_options *o,
                             struct pst_indicator_settings *s)
{
  const struct pst_option list[] = {
      {.name = "kind",
       .kind = PST_OPTION_TEXTS,
       .group = PST_GROUP_METHOD,
       .argument = "KIND[,KIND...]",
       .help = "what to compute, such as share, index(2000), growth or hhi; 'list' prints all",
       .to.list = &s->kind},
      {.name = "entity",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "the parts of a total, each a series: donors, countries",
       .to.text = &s->entity},
      pst_job_time_option(o, "the times; a time without a row is a gap"),
      pst_job_y_option(o, "the values; each column is analysed"),
      pst_job_by_option(o, "a total for each combination of these columns"),
      {.name = "category",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "what an entity may specialise in: fields, products",
       .to.text = &s->category},
      {.name = "pair",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "A,B",
       .help = "the two columns of a pair; a row A,A is the total of A",
       .to.list = &s->pair},
      {.name = "count",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "what the two of a pair have together: joint papers",
       .to.text = &s->count},
      {.name = "keep",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "columns that go along with the rows",
       .to.list = &s->keep},
      pst_job_aggregate_option(
          o, "several rows of one entity and time become one value, while they are read"),
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

static size_t method_options(struct pst_option *own, struct pst_job_options *o,
                             struct pst_indicator_settings *s)
{
  const struct pst_option list[] = {
      {.name = "counts",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_METHOD,
       .help = "the values are counts of a sample: give intervals",
       .to.flag = &s->counts},
      pst_job_leeway_printed(o),
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
      {.name = "long",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_OUTPUT,
       .help = "a row for each kind, with its unit, in place of a column",
       .to.flag = &s->in_rows},
      {.name = "package",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_OUTPUT,
       .help = "with -o FILE.csv: put the types, titles and units of its columns into the "
               "datapackage.json beside it",
       .to.flag = &s->package},
      {.name = "chart",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_FIGURE,
       .choices = chart_choices,
       .initial = "auto",
       .help = "lines, or shares stacked as areas or bars; auto: bars for shares at 12 times or "
               "fewer, areas for more, lines for all else",
       .to.choice = &s->chart,
       .given = &s->chart_given},
  };

  memcpy(own, list, sizeof list);
  return sizeof list / sizeof *list;
}

static bool list(const struct pst_job *job, struct pst_buffer *out)
{
  const struct pst_indicator_settings *s = job->settings;

  if (s->kind.count != 1 || strcmp(s->kind.items[0], "list") != 0)
    return false;
  pst_indicator_list(out);
  return true;
}

int main(int argc, char **argv)
{
  struct pst_indicator_settings s = {.entity = NULL};
  struct pst_job job = {.settings = &s};
  struct pst_option own[OWN_MOST];
  size_t n = column_options(own, &job.options, &s);
  static const enum pst_job_table tables[] = {PST_TABLE_INPUT,  PST_TABLE_ROWS,   PST_TABLE_COUNTRY,
                                              PST_TABLE_JOIN,   PST_TABLE_OUTPUT, PST_TABLE_FIGURE,
                                              PST_TABLE_RUNNING};
  const struct pst_job_program program = {
      .name = "polstat-indicator",
      .summary = "shares, index numbers, growth, concentration, specialisation",
      .usage = "--kind KIND[,KIND...] -y COL [OPTION...] [FILE...]",
      .description =
          "Kinds of rows add a column each to the table: the share of a total, an index number, "
          "growth, an average. Kinds of groups give a record for each group and time: "
          "concentration, "
          "inequality. Others are of entities by category, or of pairs. A gap in the times is a "
          "gap; a "
          "total with an empty part is missing, and the note says so; a value that is known only "
          "within bounds gives bounds.",
      .examples =
          "polstat indicator net_oda.csv --entity country --time year -y oda_musd \\\n"
          "    --kind 'share,index(2000),growth,average(5)'\n"
          "polstat indicator net_oda.csv --entity country --time year -y oda_musd --kind hhi \\\n"
          "    | polstat trend --time year -y estimate\n"
          "polstat indicator papers.csv --entity country --category field -y papers \\\n"
          "    --kind rca --counts --render rca.svg",
      .tables = tables,
      .n_tables = sizeof tables / sizeof *tables,
      .list = list,
      .plan = pst_indicator_plan,
      .run = pst_indicator_run,
  };

  n += method_options(own + n, &job.options, &s);
  return pst_job_main(&job, &program, own, n, argc, argv);
}
