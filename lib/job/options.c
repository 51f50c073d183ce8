/* options.c -- the options that the programs share, as tables for lib/cli. */
#include "job/options.h"

#include <stdio.h>
#include <string.h>

#include "report/report.h"
#include "scale/part_options.h"

static const char *const alternative_choices[] = {"two-sided", "less", "greater", NULL};
static const char *const continuity_choices[] = {"default", "yes", "no", NULL};
/* In the order of enum pst_adjust. */
static const char *const adjust_choices[] = {"none", "bonferroni", "holm", "hochberg",
                                             "bh",   "by",         NULL};
static const char *const terms_choices[] = {"main", "all", NULL};

/* Keep a table that was made on the stack. */
static enum pst_status keep(const struct pst_option *options, size_t count, struct pst_arena *arena,
                            struct pst_option_table *table, struct pst_error *error)
{
  void *copy = pst_arena_copy(arena, (const char *)options, count * sizeof *options);

  if (copy == NULL)
    return pst_fail_memory(error);
  *table = (struct pst_option_table){.options = copy, .count = count};
  return PST_OK;
}

#define KEEP(list) keep(list, sizeof(list) / sizeof *(list), arena, table, error)

static enum pst_status read_time_format(void *to, const char *text, struct pst_error *error)
{
  return pst_times_named(text, to, error);
}

static struct pst_option layout_option(struct pst_job_options *o)
{
  struct pst_option layout = pst_option_layout(
      &o->layout, "auto reads what agencies publish as keys, period, value, flag, note, and "
                  "plain tables as they are; as-is takes every file as a plain table; a name "
                  "of polstat tidy --layout list says which layout it is");

  layout.initial = "auto";
  return layout;
}

static enum pst_status input_table(struct pst_job_options *o, struct pst_arena *arena,
                                   struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {
      layout_option(o),
      pst_option_delimiter(&o->delimiter, NULL),
      {.name = "no-header",
       .kind = PST_OPTION_FLAG,
       .help = "the first line is data; columns are #1, #2, ...",
       .to.flag = &o->no_header},
      pst_option_encoding(&o->encoding, NULL),
      pst_option_decimal(&o->decimal, NULL),
      pst_option_thousands(&o->thousands, NULL),
      pst_option_missing(&o->missing, NULL),
      {.name = "time-format",
       .kind = PST_OPTION_READ,
       .argument = "NAME",
       .help = "how times are written, where their cells do not show it: number, yyyy, yyyymm, "
               "yyyymmdd, yyyy.q, yyyy.m, yyyy-mm, yyyy-ww, yyyy-yy, yy-yy, yymm, yymmdd, yyyy/m, "
               "yyyy/q, yy, dmy, mdy, mon-yy "
               "(default: "
               "auto, what all cells of the column show)",
       .read = read_time_format,
       .to.any = &o->times},
      {.name = "day-first",
       .kind = PST_OPTION_FLAG,
       .help = "1/2/2020 is the first of February: --time-format dmy",
       .to.flag = &o->day_first},
      pst_option_on_bad(&o->on_bad, NULL),
      {.name = "rejects",
       .kind = PST_OPTION_TEXT,
       .argument = "FILE",
       .file = PST_FILE_WRITE,
       .help = "write the rows left out by --on-bad skip to FILE, with the reason",
       .to.text = &o->rejects},
      {.name = "schema",
       .kind = PST_OPTION_TEXT,
       .argument = "FILE",
       .file = PST_FILE_READ,
       .help = "a datapackage.json that describes the input (default: the one beside it)",
       .to.text = &o->schema},
  };

  return KEEP(list);
}

static enum pst_status rows_table(struct pst_job_options *o, struct pst_arena *arena,
                                  struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {
      {.name = "where",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_ROWS,
       .argument = "EXPR",
       .help = "use only the rows for which EXPR holds: 'year >= 2000 and donor in {\"Japan\", "
               "\"France\"}'; list prints the functions",
       .to.text = &o->where},
      {.name = "let",
       .kind = PST_OPTION_TEXTS,
       .group = PST_GROUP_ROWS,
       .argument = "NAME=EXPR",
       .help = "make a column: 'per_head=oda/population'; may repeat",
       .to.list = &o->let},
  };

  return KEEP(list);
}

static enum pst_status country_table(struct pst_job_options *o, struct pst_arena *arena,
                                     struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {
      pst_option_country(&o->country, NULL),
      pst_option_country_to(&o->country_form, &o->given.country_form),
      pst_option_countries_only(&o->countries_only),
  };

  return KEEP(list);
}

static enum pst_status join_table(struct pst_job_options *o, struct pst_arena *arena,
                                  struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {
      {.name = "join",
       .kind = PST_OPTION_TEXTS,
       .group = PST_GROUP_JOIN,
       .argument = "OTHER",
       .file = PST_FILE_READ,
       .help =
           "add the columns of the file OTHER, which has one row a key (left join); may repeat. "
           "Where two files have a column of one name, FILE.NAME says whose is meant: "
           "b.value for that of b.csv, or joined.value",
       .to.list = &o->join},
      {.name = "join-prefix",
       .kind = PST_OPTION_TEXTS,
       .group = PST_GROUP_JOIN,
       .argument = "TEXT",
       .help =
           "what the names of the columns of OTHER begin with, so that two of one name are told "
           "apart: --join-prefix b_ and b_value; one for each --join, '' for none",
       .to.list = &o->join_prefix},
      {.name = "on",
       .kind = PST_OPTION_TEXTS,
       .group = PST_GROUP_JOIN,
       .argument = "KEY[=OTHERKEY][,...]",
       .help = "the columns that both files have in common; one for each --join, or one for all",
       .to.list = &o->on},
  };

  return KEEP(list);
}

static const char *digits_help(struct pst_arena *arena)
{
  struct pst_buffer people = {.data = NULL};
  const char *help;

  pst_format_people(&people);
  help = pst_arena_format(arena, "significant digits in %s (default: 6; describe: 5)",
                          pst_buffer_string(&people));
  pst_buffer_free(&people);
  return help;
}

static enum pst_status output_table(struct pst_job_options *o, struct pst_arena *arena,
                                    struct pst_option_table *table, struct pst_error *error)
{
  const char *const *choices = pst_format_choices(o->pages, arena);
  const char *digits = digits_help(arena);
  const struct pst_option list[] = {
      pst_option_output(&o->output, "FILE", NULL),
      pst_option_format(choices, &o->format, &o->given.format, NULL),
      pst_option_width(&o->width),
      {.name = "digits",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_OUTPUT,
       .argument = "N",
       .low = 1,
       .high = 17,
       .help = digits,
       .to.count = &o->digits,
       .given = &o->given.digits},
  };

  return choices == NULL || digits == NULL ? pst_fail_memory(error) : KEEP(list);
}

static enum pst_status running_table(struct pst_job_options *o, struct pst_arena *arena,
                                     struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {
      {.name = "dry-run",
       .letter = 'n',
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_RUNNING,
       .help = "say what would be done: columns, rows, methods",
       .to.flag = &o->dry_run},
      pst_option_quiet(&o->quiet, NULL),
      pst_option_verbose(&o->verbose, NULL),
      {.name = "progress",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_RUNNING,
       .choices = pst_when_choices,
       .initial = "auto",
       .help = "show how far reading has come",
       .to.choice = &o->progress},
      pst_option_color(&o->color, NULL),
      {.name = "threads",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_RUNNING,
       .argument = "N",
       .low = 1,
       .high = 1024,
       .help = "threads to compute with (default: all); results do not depend on it",
       .to.count = &o->threads},
      pst_option_part(&o->part),
      pst_option_part_start(&o->part_start, &o->given.part_start),
      pst_option_part_rows(&o->part_rows),
      pst_option_from_parts(&o->from_parts),
      pst_option_checkpoint(&o->checkpoint),
      pst_option_unit(&o->unit, &o->given.unit),
      pst_option_ranks(&o->ranks),
  };

  return KEEP(list);
}

/* auto, exact, asymptotic, permutation, permutation(N). */
static enum pst_status read_p_value(void *to, const char *text, struct pst_error *error)
{
  static const struct {
    const char *name;
    enum pst_p_kind kind;
  } kinds[] = {{"auto", PST_P_AUTO},
               {"exact", PST_P_EXACT},
               {"asymptotic", PST_P_ASYMPTOTIC},
               {"permutation", PST_P_PERMUTATION}};
  enum { MOST = 100000000 };
  struct pst_p_choice *choice = to;
  unsigned long n = 0;
  int end = 0;

  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    if (strcmp(text, kinds[k].name) == 0) {
      *choice = (struct pst_p_choice){.kind = kinds[k].kind};
      return PST_OK;
    }
  if (sscanf(text, "permutation(%9lu)%n", &n, &end) != 1 || text[end] != '\0' || end == 0 || n < 1
      || n > MOST)
    return pst_fail(error, PST_USAGE,
                    "'%s' is not one of auto, exact, asymptotic, permutation and permutation(N), N "
                    "from 1 to %d",
                    text, MOST);
  *choice = (struct pst_p_choice){.kind = PST_P_PERMUTATION, .permutations = n};
  return PST_OK;
}

static struct pst_option option_alternative(struct pst_job_options *o)
{
  return (struct pst_option){.name = "alternative",
                             .kind = PST_OPTION_CHOICE,
                             .group = PST_GROUP_METHOD,
                             .choices = alternative_choices,
                             .initial = "two-sided",
                             .help = "what the test looks for",
                             .to.choice = &o->alternative,
                             .given = &o->given.alternative};
}

static struct pst_option option_conf_level(struct pst_job_options *o)
{
  return (struct pst_option){.name = "conf-level",
                             .kind = PST_OPTION_NUMBER,
                             .group = PST_GROUP_METHOD,
                             .argument = "P",
                             .initial = "0.95",
                             .low = 0,
                             .high = 1,
                             .open = true,
                             .help = "confidence level of intervals",
                             .to.number = &o->conf_level,
                             .given = &o->given.conf_level};
}

static struct pst_option option_adjust(struct pst_job_options *o)
{
  return (struct pst_option){
      .name = "adjust",
      .kind = PST_OPTION_CHOICE,
      .group = PST_GROUP_METHOD,
      .choices = adjust_choices,
      .initial = "none",
      .help = "adjust p-values for the number of tests: Holm, Benjamini-Hochberg",
      .to.choice = &o->adjust,
      .given = &o->given.adjust};
}

/* Of programs whose p-values are of one kind. */
static enum pst_status interval_table(struct pst_job_options *o, struct pst_arena *arena,
                                      struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {option_alternative(o), option_conf_level(o), option_adjust(o)};

  return KEEP(list);
}

static enum pst_status test_table(struct pst_job_options *o, struct pst_arena *arena,
                                  struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {
      option_alternative(o),
      option_conf_level(o),
      {.name = "p-value",
       .kind = PST_OPTION_READ,
       .group = PST_GROUP_METHOD,
       .argument = "auto|exact|asymptotic|permutation[(N)]",
       .initial = "auto",
       .help = "how p-values are found; auto is exact within the reach that --method list prints; "
               "permutation draws N orders, 9999 if N is left out",
       .read = read_p_value,
       .to.any = &o->p,
       .given = &o->given.p_kind},
      {.name = "seed",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_METHOD,
       .argument = "N",
       .low = 1,
       .high = 4294967295.0,
       .help = "seed of --p-value permutation (default: 1)",
       .to.count = &o->seed,
       .given = &o->given.seed},
      {.name = "continuity",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = continuity_choices,
       .initial = "default",
       .help = "continuity correction of asymptotic p-values",
       .to.choice = &o->continuity,
       .given = &o->given.continuity},
      option_adjust(o),
  };

  return KEEP(list);
}

static enum pst_status method_table(struct pst_job_options *o, struct pst_arena *arena,
                                    struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {
      {.name = "method",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_METHOD,
       .argument = "M[,M...]",
       .help = "the methods, by name; 'list' prints them",
       .to.list = &o->methods,
       .given = &o->given.methods},
      {.name = "terms",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_METHOD,
       .choices = terms_choices,
       .initial = "main",
       .help = "the main number of each method, or all that it gives",
       .to.choice = &o->terms,
       .given = &o->given.terms},
  };

  return KEEP(list);
}

enum pst_status pst_job_table(enum pst_job_table which, struct pst_job_options *options,
                              struct pst_arena *arena, struct pst_option_table *table,
                              struct pst_error *error)
{
  switch (which) {
  case PST_TABLE_INPUT:
    return input_table(options, arena, table, error);
  case PST_TABLE_ROWS:
    return rows_table(options, arena, table, error);
  case PST_TABLE_COUNTRY:
    return country_table(options, arena, table, error);
  case PST_TABLE_JOIN:
    return join_table(options, arena, table, error);
  case PST_TABLE_OUTPUT:
    return output_table(options, arena, table, error);
  case PST_TABLE_FIGURE:
    return pst_job_figure_table(options, arena, table, error);
  case PST_TABLE_RUNNING:
    return running_table(options, arena, table, error);
  case PST_TABLE_TEST:
    return test_table(options, arena, table, error);
  case PST_TABLE_SERIES:
    return pst_job_series_table(options, arena, table, error);
  case PST_TABLE_INTERVAL:
    return interval_table(options, arena, table, error);
  case PST_TABLE_METHOD:
    break;
  }
  return method_table(options, arena, table, error);
}
