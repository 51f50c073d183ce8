/* polstat-tidy -- an agency's download as a long tidy table.

   Reads one file of the World Bank, OECD, Eurostat, IMF, UN, FAO, e-Stat, Destatis, INSEE or any other
   table; writes CSV (keys, period, value, flag, note) and, beside -o, its datapackage.json; says on
   standard error what it found.  The layouts are described in docs/TIDY.md. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/output.h"
#include "base/unicode/shown.h"
#include "cli/main.h"
#include "cli/program.h"
#include "cli/shared.h"
#include "input/input.h"
#include "job/job.h"
#include "table/load/schema.h"
#include "tidy/asked_options.h"
#include "tidy/explain.h"
#include "tidy/kept.h"
#include "tidy/tidy_countries.h"
#include "tidy/tidy_write.h"

static const char *const report_choices[] = {"text", "json", NULL};

enum { REPORT_TEXT, REPORT_JSON };

struct settings {
  const char *output, *layout, *encoding, *time;
  char delimiter, decimal, thousands;
  struct pst_list missing, values, keys, keep, rename, country;
  struct pst_asked_settings asked;
  unsigned on_bad, report, color, to;
  bool wide, tall, strict, quiet, verbose, to_given, countries_only;
};

struct run {
  struct settings settings;
  struct pst_arena arena;
  struct pst_sheet sheet;
  struct pst_tidy tidy;
  struct pst_tidy_countries countries;
  char encoding[64];
  const char *path, *compression;
  struct pst_buffer package; /* what is said of the package beside the file */
};

/* --- options ---------------------------------------------------------------------------------- */

/* Only here can a record be mended. */
static struct pst_option on_bad_option(struct settings *s)
{
  static const char *const choices[] = {"fail", "skip", "mend", NULL};
  struct pst_option option = pst_option_on_bad(
      &s->on_bad,
      "a record that does not fit the header: stop; leave it out; mend what can only have been "
      "one thing");

  option.choices = choices;
  return option;
}

static size_t input_options(struct pst_option *to, struct settings *s)
{
  const struct pst_option options[] = {
      pst_option_layout(&s->layout,
                        "the layout of the file, when it is not recognised, or a FILE of "
                        "--save-layout; 'list' prints all"),
      pst_option_encoding(
          &s->encoding,
          "encoding of the file, as iconv calls it (default: UTF-8, or UTF-16 where seen)"),
      pst_option_delimiter(&s->delimiter, NULL),
      pst_option_decimal(&s->decimal,
                         "the decimal mark, . or , (default: the one that the cells prove)"),
      pst_option_thousands(&s->thousands, "the mark between thousands, . or ,"),
      pst_option_missing(&s->missing, "more cells that stand for a missing value"),
      on_bad_option(s),
      {.name = "strict",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_INPUT,
       .help = "a cell that is not understood is an error",
       .to.flag = &s->strict},
  };

  memcpy(to, options, sizeof options);
  return sizeof options / sizeof *options;
}

/* It was --to before the other programs had it. */
static struct pst_option country_to_option(struct settings *s)
{
  struct pst_option option = pst_option_country_to(&s->to, &s->to_given);

  option.former = "to";
  return option;
}

static size_t column_options(struct pst_option *to, struct settings *s)
{
  const struct pst_option options[] = {
      {.name = "time",
       .former = "period",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "the column of periods, when it is not found; year,month: a year in one column, its "
               "quarter or month in another",
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
      pst_option_country(&s->country,
                         "key columns that name countries: write their codes; what is no country "
                         "stays and is named"),
      country_to_option(s),
      pst_option_countries_only(&s->countries_only),
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
      pst_option_output(&s->output, "FILE.csv",
                        "write the table to FILE, and datapackage.json beside it"),
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
      pst_option_quiet(&s->quiet, "no report"),
      pst_option_verbose(&s->verbose, "name every cell that is not understood"),
      pst_option_color(&s->color, NULL),
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
  if (pst_option_check_country_to(s->to_given, s->countries_only, &s->country, error) != PST_OK)
    return PST_USAGE;
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

static enum pst_status read_sheet(struct run *run, const struct pst_tidy_options *options,
                                  struct pst_error *error)
{
  const struct settings *s = &run->settings;
  struct pst_sheet_style style = options->style;
  struct pst_input *input;
  enum pst_status status;

  style.comment = options->asked.comment;
  if (strcmp(run->path, "-") == 0)
    pst_program_say_terminal("polstat-tidy");
  status = pst_input_open(run->path, s->encoding, &input, error);

  if (status != PST_OK)
    return status;
  snprintf(run->encoding, sizeof run->encoding, "%s", pst_input_encoding(input));
  run->compression = pst_input_compression(input);
  status = pst_sheet_read_style(input, &style, SIZE_MAX, &run->sheet, error);
  pst_input_close(input);
  return status;
}

/* What the datapackage.json beside the file calls missing, as the other programs take it. */
static enum pst_status take_package(struct run *run, struct pst_error *error)
{
  struct settings *s = &run->settings;
  struct pst_schema schema = {.n_fields = 0};
  enum pst_status status = pst_schema_load_beside(run->path, NULL, &run->arena, &schema, error);
  struct pst_buffer line = {.size = 0};

  for (size_t i = 0; i < schema.n_missing && status == PST_OK; i++) {
    pst_buffer_printf(&line, "%s%s", i > 0 ? ", " : "", schema.missing[i]);
    status = pst_list_add(&s->missing, &run->arena, schema.missing[i], error);
  }
  if (schema.n_missing > 0 && status == PST_OK && !s->quiet)
    pst_buffer_printf(&run->package, "tidy: missingValues of the datapackage.json beside it: %s\n",
                      pst_buffer_string(&line));
  pst_buffer_free(&line);
  return status;
}

static enum pst_status open_tidy(struct run *run, struct pst_error *error)
{
  struct settings *s = &run->settings;
  struct pst_tidy_options options = {
      .decimal = s->decimal,
      .thousands = s->thousands,
      .asked = {.time = s->time},
      .skip_bad = s->on_bad == PST_ON_BAD_SKIP,
      .mend = s->on_bad == PST_ON_BAD_MEND,
      .style = {.delimiter = s->delimiter, .quote = s->asked.quote, .escape = s->asked.escape},
      .strict = s->strict ? ", or leave out --strict" : NULL};
  enum pst_status status = take_package(run, error);

  if (status == PST_OK)
    status = closed(&s->missing, &run->arena, &options.asked.missing, error);
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
    status = read_sheet(run, &options, error);
  if (status == PST_OK)
    status = pst_tidy_open(&run->sheet, &options, &run->tidy, error);
  if (status == PST_OK && s->asked.save_layout != NULL)
    status = pst_kept_write(&run->tidy, &options, s->asked.save_layout, error);
  return status;
}

/* Beside a device or a pipe none is written. */
static bool has_package(const struct settings *s)
{
  return s->output != NULL && pst_file_keeps(s->output);
}

/* The package first: when it cannot be written, the table is not either. */
static enum pst_status write_all(struct run *run, struct pst_error *error)
{
  const struct settings *s = &run->settings;
  struct pst_tidy_output how = {.wide = s->wide, .keep = s->keep, .rename = s->rename};
  struct pst_tidy_columns columns;
  struct pst_output output = {.file = NULL};
  struct pst_package package = {.folder = -1};
  enum pst_status status = PST_OK;

  run->countries.only = s->countries_only;
  if (s->country.count > 0) {
    status = pst_tidy_translate(&run->tidy, &s->country, (enum pst_country_form)s->to,
                                &run->countries, error);
    if (status == PST_OK)
      status = pst_tidy_check_countries(&run->tidy, &run->countries, error);
    how.translate = pst_tidy_translated;
    how.left_out = pst_tidy_left_out;
    how.context = &run->countries;
  }
  if (status == PST_OK)
    status = pst_tidy_columns(&run->tidy, &how, &run->arena, &columns, error);
  if (status == PST_OK)
    status = pst_output_open(&output, s->output, error);
  if (status == PST_OK)
    status = pst_tidy_write(&run->tidy, &how, &columns, output.file, error);
  pst_output_name(&output, error);
  if (status == PST_OK && has_package(s))
    status = pst_tidy_package(&run->tidy, &columns, s->output, &package, error);
  if (status == PST_OK)
    status = pst_output_commit(&output, error);
  if (status == PST_OK && has_package(s))
    status = pst_package_commit(&package, error);
  pst_package_discard(&package);
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
  if (run->settings.report == REPORT_TEXT)
    pst_buffer_puts(&text, pst_buffer_string(&run->package));
  if (run->settings.report == REPORT_TEXT && run->settings.asked.explain)
    pst_explain(&run->tidy, &text);
  if (run->settings.report == REPORT_TEXT)
    pst_tidy_say_countries(&run->countries, &text);
  pst_program_say(&text);
  pst_buffer_free(&text);
}

/* What no option names: the file, standard output or the package beside the table. */
static enum pst_status check_files(struct run *run, struct pst_files *files,
                                   struct pst_error *error)
{
  const char *output = run->settings.output;
  enum pst_status status = pst_files_add(files, &run->arena, PST_FILE_READ, NULL, run->path, error);

  if (status == PST_OK && run->settings.layout != NULL && pst_kept_is_file(run->settings.layout))
    status =
        pst_files_add(files, &run->arena, PST_FILE_READ, "--layout", run->settings.layout, error);
  if (status == PST_OK && output == NULL)
    status = pst_files_add(files, &run->arena, PST_FILE_WRITE, "standard output", "-", error);
  else if (status == PST_OK && has_package(&run->settings))
    status = pst_files_add_package(files, &run->arena, PST_FILE_WRITE, output, error);
  return status == PST_OK ? pst_files_check(files, error) : status;
}

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

static enum pst_status work(void *context, struct pst_command_line *line, struct pst_error *error)
{
  const struct pst_list *operands = &line->operands;
  struct run *run = context;
  enum pst_status status;

  if (run->settings.layout != NULL && strcmp(run->settings.layout, "list") == 0)
    return list_layouts(error);
  status = check_options(run, operands, error);
  if (status == PST_OK) {
    run->path = operands->count == 0 ? "-" : operands->items[0];
    status = check_files(run, &line->files, error);
  }
  if (status == PST_OK)
    status = open_tidy(run, error);
  if (status == PST_OK)
    status = write_all(run, error);
  if (status == PST_OK)
    say_report(run);
  return status;
}

/* --- the command ------------------------------------------------------------------------------ */

enum { OPTIONS_MOST = 32 + PST_ASKED_OPTIONS };

int main(int argc, char **argv)
{
  struct run run = {.path = NULL};
  struct settings *s = &run.settings;
  struct pst_option options[OPTIONS_MOST];
  size_t n = input_options(options, s);
  struct pst_option_table tables[1];
  const struct pst_program_run how = {
      .work = work, .suggest = pst_job_suggest, .color = &s->color, .context = &run};
  const struct pst_program program = {
      .name = "polstat-tidy",
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
  int code;

  n += column_options(options + n, s);
  n += pst_asked_options(options + n, &s->asked);
  n += output_options(options + n, s);
  tables[0] = (struct pst_option_table){.options = options, .count = n};
  code = pst_program_main(&program, &how, &run.arena, argc, argv);
  pst_tidy_forget_countries(&run.countries);
  pst_tidy_close(&run.tidy);
  pst_buffer_free(&run.package);
  pst_sheet_free(&run.sheet);
  pst_arena_free(&run.arena);
  return code;
}
