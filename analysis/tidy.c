/* polstat-tidy -- an agency's download as a long tidy table.

   Reads one file of the World Bank, OECD, Eurostat, IMF, UN, FAO, e-Stat, Destatis, INSEE or any other
   table; writes CSV (keys, period, value, flag, note) and, beside -o, its datapackage.json; says on
   standard error what it found.  The layouts are described in docs/TIDY.md. */
#include <gsl/gsl_errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/output.h"
#include "cli/help.h"
#include "cli/program.h"
#include "input/input.h"
#include "tidy/asked_options.h"
#include "tidy/explain.h"
#include "tidy/kept.h"
#include "tidy/tidy_countries.h"
#include "tidy/tidy_write.h"

static const char name[] = "polstat-tidy";

static const char *const on_bad_choices[] = {"fail", "skip", "mend", NULL};
static const char *const report_choices[] = {"text", "json", NULL};

/* In the order of enum pst_country_form. */
static const char *const to_choices[] = {"iso3", "iso2", "name", NULL};

enum { ON_BAD_FAIL, ON_BAD_SKIP, ON_BAD_MEND };
enum { REPORT_TEXT, REPORT_JSON };

struct settings {
  const char *output, *layout, *encoding, *time;
  char delimiter, decimal, thousands;
  struct pst_list missing, values, keys, keep, rename, country;
  struct pst_asked_settings asked;
  unsigned on_bad, report, color, to;
  bool wide, tall, strict, quiet, verbose, to_given;
};

struct run {
  struct settings settings;
  struct pst_arena arena;
  struct pst_sheet sheet;
  struct pst_tidy tidy;
  struct pst_tidy_countries countries;
  char encoding[64];
  const char *path, *compression;
};

/* --- options ---------------------------------------------------------------------------------- */

static size_t input_options(struct pst_option *to, struct settings *s)
{
  const struct pst_option options[] = {
      {.name = "layout",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_INPUT,
       .argument = "NAME",
       .help =
           "the layout of the file, when it is not recognised, or a FILE of --save-layout; 'list' "
           "prints all",
       .to.text = &s->layout},
      {.name = "encoding",
       .letter = 'e',
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_INPUT,
       .argument = "NAME",
       .help = "encoding of the file, as iconv calls it (default: UTF-8, or UTF-16 where seen)",
       .to.text = &s->encoding},
      {.name = "delimiter",
       .letter = 'd',
       .kind = PST_OPTION_CHARACTER,
       .group = PST_GROUP_INPUT,
       .argument = "C",
       .help = "what parts fields (default: found among , ; tab and |)",
       .to.character = &s->delimiter},
      {.name = "decimal",
       .kind = PST_OPTION_CHARACTER,
       .group = PST_GROUP_INPUT,
       .argument = "C",
       .help = "the decimal mark, . or , (default: the one that the cells prove)",
       .to.character = &s->decimal},
      {.name = "thousands",
       .kind = PST_OPTION_CHARACTER,
       .group = PST_GROUP_INPUT,
       .argument = "C",
       .help = "the mark between thousands, . or ,",
       .to.character = &s->thousands},
      {.name = "missing",
       .letter = 'm',
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_INPUT,
       .argument = "TOKEN[,TOKEN...]",
       .help = "more cells that stand for a missing value",
       .to.list = &s->missing},
      {.name = "on-bad",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_INPUT,
       .choices = on_bad_choices,
       .initial = "fail",
       .help = "a record that does not fit the header: stop; leave it out; mend what can only have "
               "been "
               "one thing",
       .to.choice = &s->on_bad},
      {.name = "strict",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_INPUT,
       .help = "a cell that is not understood is an error",
       .to.flag = &s->strict},
  };

  memcpy(to, options, sizeof options);
  return sizeof options / sizeof *options;
}

static size_t column_options(struct pst_option *to, struct settings *s)
{
  const struct pst_option options[] = {
      {.name = "time",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "the column of periods, when it is not found",
       .to.text = &s->time},
      {.name = "values",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "the columns of values, when others are taken for them",
       .to.list = &s->values},
      {.name = "keys",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "columns that are keys though they hold numbers",
       .to.list = &s->keys},
      {.name = "keep",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "key columns to write (default: all)",
       .to.list = &s->keep},
      {.name = "country",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL[,COL...]",
       .help = "key columns that name countries: write their codes; what is no country stays and "
               "is named",
       .to.list = &s->country},
      {.name = "to",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_COLUMNS,
       .choices = to_choices,
       .initial = "iso3",
       .help = "what --country writes: codes of three or two letters, or English names",
       .to.choice = &s->to,
       .given = &s->to_given},
      {.name = "rename",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "OLD=NEW[,...]",
       .help = "call columns of the result otherwise",
       .to.list = &s->rename},
  };

  memcpy(to, options, sizeof options);
  return sizeof options / sizeof *options;
}

static size_t output_options(struct pst_option *to, struct settings *s)
{
  const struct pst_option options[] = {
      {.name = "output",
       .letter = 'o',
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_OUTPUT,
       .argument = "FILE.csv",
       .help = "write the table to FILE, and datapackage.json beside it",
       .to.text = &s->output},
      {.name = "long",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_OUTPUT,
       .help = "a row a value (the default)",
       .to.flag = &s->tall},
      {.name = "wide",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_OUTPUT,
       .help = "a column a period; flags and notes are not written",
       .to.flag = &s->wide},
      {.name = "report",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_OUTPUT,
       .choices = report_choices,
       .initial = "text",
       .help = "how standard error says what was read",
       .to.choice = &s->report},
      {.name = "quiet",
       .letter = 'q',
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_RUNNING,
       .help = "no report",
       .to.flag = &s->quiet},
      {.name = "verbose",
       .letter = 'v',
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_RUNNING,
       .help = "name every cell that is not understood",
       .to.flag = &s->verbose},
      {.name = "color",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_RUNNING,
       .choices = pst_when_choices,
       .initial = "auto",
       .help = "colour in messages",
       .to.choice = &s->color},
  };

  memcpy(to, options, sizeof options);
  return sizeof options / sizeof *options;
}

static enum pst_status check_options(const struct run *run, const struct pst_list *operands,
                                     struct pst_error *error)
{
  const struct settings *s = &run->settings;

  if (s->wide && s->tall)
    return pst_fail(error, PST_USAGE, "--wide and --long exclude each other");
  if (s->decimal != '\0' && s->decimal != '.' && s->decimal != ',')
    return pst_fail(error, PST_USAGE, "--decimal: '%c' is neither . nor ,", s->decimal);
  if (s->thousands != '\0' && s->thousands != '.' && s->thousands != ',')
    return pst_fail(error, PST_USAGE,
                    "--thousands: '%c' is neither . nor ,; blanks and apostrophes between "
                    "thousands are always read",
                    s->thousands);
  if (s->decimal != '\0' && s->decimal == s->thousands)
    return pst_fail(error, PST_USAGE, "--thousands: '%c' is the decimal mark", s->thousands);
  if (s->to_given && s->country.count == 0)
    return pst_fail(error, PST_USAGE,
                    "--to says how countries are written; name their column by --country COL");
  if (operands->count > 1)
    return pst_fail(error, PST_USAGE, "one file at a time; '%s' is a second one",
                    operands->items[1]);
  return PST_OK;
}

/* --- the work --------------------------------------------------------------------------------- */

/* The list closed by NULL; NULL when it is empty. */
static enum pst_status closed(struct pst_list *list, struct pst_arena *arena,
                              const char *const **items, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  *items = NULL;
  if (list->count == 0)
    return PST_OK;
  status = pst_list_add(list, arena, NULL, error);
  *items = list->items;
  list->count--;
  return status;
}

static enum pst_status read_sheet(struct run *run, char comment, struct pst_error *error)
{
  const struct settings *s = &run->settings;
  const struct pst_sheet_style style = {.delimiter = s->delimiter,
                                        .quote = s->asked.quote,
                                        .escape = s->asked.escape,
                                        .comment = comment};
  struct pst_input *input;
  enum pst_status status = pst_input_open(run->path, s->encoding, &input, error);

  if (status != PST_OK)
    return status;
  snprintf(run->encoding, sizeof run->encoding, "%s", pst_input_encoding(input));
  run->compression = pst_input_compression(input);
  status = pst_sheet_read_style(input, &style, SIZE_MAX, &run->sheet, error);
  pst_input_close(input);
  return status;
}

static enum pst_status open_tidy(struct run *run, struct pst_error *error)
{
  struct settings *s = &run->settings;
  struct pst_tidy_options options = {.decimal = s->decimal,
                                     .thousands = s->thousands,
                                     .asked = {.time = s->time},
                                     .skip_bad = s->on_bad == ON_BAD_SKIP,
                                     .mend = s->on_bad == ON_BAD_MEND,
                                     .strict = s->strict ? ", or leave out --strict" : NULL};
  enum pst_status status = closed(&s->missing, &run->arena, &options.asked.missing, error);

  if (status == PST_OK)
    status = closed(&s->values, &run->arena, &options.asked.values, error);
  if (status == PST_OK)
    status = closed(&s->keys, &run->arena, &options.asked.keys, error);
  if (status == PST_OK)
    status = pst_asked_take(&s->asked, &run->arena, &options.asked, error);
  if (status == PST_OK && s->layout != NULL)
    status = pst_kept_is_file(s->layout) ? pst_kept_read(s->layout, &run->arena, &options, error)
                                         : pst_layout_find(s->layout, &options.layout, error);
  if (status == PST_OK)
    status = read_sheet(run, options.asked.comment, error);
  if (status == PST_OK)
    status = pst_tidy_open(&run->sheet, &options, &run->tidy, error);
  if (status == PST_OK && s->asked.save_layout != NULL)
    status = pst_kept_write(&run->tidy, &options, s->asked.save_layout, error);
  return status;
}

static bool to_file(const struct settings *s)
{
  return s->output != NULL && strcmp(s->output, "-") != 0;
}

/* The package first: when it cannot be written, the table is not either. */
static enum pst_status write_all(struct run *run, struct pst_error *error)
{
  const struct settings *s = &run->settings;
  struct pst_tidy_output how = {.wide = s->wide, .keep = s->keep, .rename = s->rename};
  struct pst_tidy_columns columns;
  struct pst_output output = {.file = NULL};
  enum pst_status status = PST_OK;

  if (s->country.count > 0) {
    status = pst_tidy_translate(&run->tidy, &s->country, (enum pst_country_form)s->to,
                                &run->countries, error);
    how.translate = pst_tidy_translated;
    how.context = &run->countries;
  }
  if (status == PST_OK)
    status = pst_tidy_columns(&run->tidy, &how, &run->arena, &columns, error);
  if (status == PST_OK)
    status = pst_output_open(&output, s->output, error);
  if (status == PST_OK)
    status = pst_tidy_write(&run->tidy, &how, &columns, output.file, error);
  if (status == PST_OK && to_file(s))
    status = pst_tidy_package(&run->tidy, &columns, s->output, error);
  if (status == PST_OK)
    return pst_output_commit(&output, error);
  pst_output_discard(&output);
  return status;
}

static void say_report(const struct run *run)
{
  struct pst_tidy_source source = {
      .encoding = run->encoding, .compression = run->compression, .countries = &run->countries};
  struct pst_buffer text = {.size = 0};

  if (run->settings.quiet)
    return;
  if (run->settings.report == REPORT_JSON)
    pst_tidy_report_json(&run->tidy, &source, &text);
  else
    pst_tidy_report(&run->tidy, &source, run->settings.verbose, &text);
  if (run->settings.report == REPORT_TEXT && run->settings.asked.explain)
    pst_explain(&run->tidy, &text);
  if (run->settings.report == REPORT_TEXT)
    pst_tidy_say_countries(&run->countries, &text);
  fputs(pst_buffer_string(&text), stderr);
  pst_buffer_free(&text);
}

static enum pst_status work(struct run *run, const struct pst_list *operands,
                            struct pst_error *error)
{
  enum pst_status status = check_options(run, operands, error);

  if (status == PST_OK) {
    run->path = operands->count == 0 ? "-" : operands->items[0];
    status = open_tidy(run, error);
  }
  if (status == PST_OK)
    status = write_all(run, error);
  if (status == PST_OK)
    say_report(run);
  return status;
}

/* --- the command ------------------------------------------------------------------------------ */

static enum pst_status list_layouts(struct pst_error *error)
{
  struct pst_buffer text = {.size = 0};
  enum pst_status status;

  for (size_t i = 0; i < pst_n_layouts; i++)
    pst_buffer_printf(&text, "%-10s  %s\n", pst_layouts[i]->name, pst_layouts[i]->summary);
  status = pst_program_print(&text, error);
  pst_buffer_free(&text);
  return status;
}

enum { OPTIONS_MOST = 32 + PST_ASKED_OPTIONS };

static enum pst_status run_command(struct run *run, int argc, char **argv, struct pst_error *error)
{
  struct settings *s = &run->settings;
  struct pst_option options[OPTIONS_MOST];
  size_t n = input_options(options, s);
  struct pst_option_table tables[1];
  struct pst_program program = {
      .name = name,
      .summary = "an agency's download as a long tidy table",
      .usage = "[OPTION...] [FILE]",
      .description =
          "Reads one file as it was downloaded, finds its table, and writes one row a value: the "
          "file's keys, period, value, flag, note. Missing cells have their rows too. Standard "
          "error tells the layout and by what it was recognised, the records, what is missing, "
          "the flags, and each cell that is not understood. What can be read in two ways (1,234) "
          "is asked for, not guessed.",
      .examples = "polstat tidy API_GB.XPD.RSDV.GD.ZS_DS2_en_csv_v2.csv -o rd.csv\n"
                  "polstat tidy -e ISO-8859-1 11111-0001.csv --report json > area.csv\n"
                  "polstat tidy WEO_Data.xls --wide --keep Country",
      .tables = tables,
      .n_tables = 1,
  };
  struct pst_command_line line = {.tables = tables, .n_tables = 1};
  enum pst_status status;

  n += column_options(options + n, s);
  n += pst_asked_options(options + n, &s->asked);
  n += output_options(options + n, s);
  tables[0] = (struct pst_option_table){.options = options, .count = n};
  status = pst_options_parse(&line, argc, argv, &run->arena, error);
  if (status != PST_OK)
    return status;
  if (line.request != PST_RUN)
    return pst_program_show(&program, line.request, error);
  if (s->layout != NULL && strcmp(s->layout, "list") == 0)
    return list_layouts(error);
  return work(run, &line.operands, error);
}

int main(int argc, char **argv)
{
  struct pst_error error = {.status = PST_OK};
  struct run run = {.path = NULL};
  int code;

  pst_program_begin();
  gsl_set_error_handler_off();
  run_command(&run, argc, argv, &error);
  code = pst_program_end(name, (enum pst_when)run.settings.color, &error);
  pst_tidy_forget_countries(&run.countries);
  pst_tidy_close(&run.tidy);
  pst_sheet_free(&run.sheet);
  pst_arena_free(&run.arena);
  return code;
}
