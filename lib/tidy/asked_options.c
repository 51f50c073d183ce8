/* asked_options.c -- the options by which the user says what a file is. */
#include "tidy/asked_options.h"

#include <string.h>

#include "printed/times.h"

static const char *const sections_choices[] = {"auto", "yes", "no", NULL};
static const char *const parentheses_choices[] = {"auto", "minus", "flag", NULL};
static const char *const totals_choices[] = {"keep", "drop", NULL};

static enum pst_status read_time_format(void *to, const char *text, struct pst_error *error)
{
  const struct pst_times_format **format = to;
  enum pst_status status = pst_times_named(text, format, error);

  if (status == PST_OK && *format != NULL && (*format)->read == NULL)
    return pst_fail(
        error, PST_USAGE,
        "'%s' is no period, which tidy looks for; say what the column is with --keys or "
        "--values",
        text);
  return status;
}

static size_t line_options(struct pst_option *to, struct pst_asked_settings *s)
{
  const struct pst_option options[] = {
      {.name = "header-rows",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_INPUT,
       .argument = "N",
       .high = 12,
       .help = "the rows of the header, when they are not found; 0: none, columns are column_1 ...",
       .to.count = &s->header_rows,
       .given = &s->header_given},
      {.name = "skip",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_INPUT,
       .argument = "N",
       .high = 1e9,
       .help = "the lines above the header",
       .to.count = &s->skip},
      {.name = "footer",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_INPUT,
       .argument = "N",
       .high = 1e9,
       .help = "the lines below the records",
       .to.count = &s->footer,
       .given = &s->footer_given},
      {.name = "sections",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_INPUT,
       .choices = sections_choices,
       .initial = "auto",
       .help = "whether rows with a name alone are headings of the rows below them",
       .to.choice = &s->sections},
      {.name = "fill",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_INPUT,
       .choices = sections_choices,
       .initial = "auto",
       .help =
           "whether an empty key is the one above it; auto: where only that tells records apart",
       .to.choice = &s->fill},
      {.name = "totals",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_INPUT,
       .choices = totals_choices,
       .initial = "keep",
       .help = "whether records of totals (Total, Insgesamt ...) are written",
       .to.choice = &s->totals},
      {.name = "parentheses",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_INPUT,
       .choices = parentheses_choices,
       .initial = "auto",
       .help = "what (2.1) is: -2.1, or 2.1 with the flag ()",
       .to.choice = &s->parentheses},
      {.name = "comment",
       .kind = PST_OPTION_CHARACTER,
       .group = PST_GROUP_INPUT,
       .argument = "C",
       .help = "a line that begins with C is a note",
       .to.character = &s->comment},
      {.name = "quote",
       .kind = PST_OPTION_CHARACTER,
       .group = PST_GROUP_INPUT,
       .argument = "C",
       .help = "what stands around texts (default: \")",
       .to.character = &s->quote},
      {.name = "escape",
       .kind = PST_OPTION_CHARACTER,
       .group = PST_GROUP_INPUT,
       .argument = "C",
       .help = "what stands before a quote inside a text, besides another quote",
       .to.character = &s->escape},
  };

  memcpy(to, options, sizeof options);
  return sizeof options / sizeof *options;
}

size_t pst_asked_options(struct pst_option *to, struct pst_asked_settings *s)
{
  const struct pst_option options[] = {
      {.name = "flag",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL=VALUE[,...]",
       .help = "column COL holds the flags of value column VALUE",
       .to.list = &s->flags},
      {.name = "unit",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "COL",
       .help = "the column of units",
       .to.text = &s->unit},
      {.name = "split-names",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_COLUMNS,
       .argument = "PATTERN",
       .help = "value columns called so have that period: 'hdi_{period}', '{variable}_{period}'",
       .to.text = &s->split_names},
      {.name = "time-format",
       .kind = PST_OPTION_READ,
       .group = PST_GROUP_COLUMNS,
       .argument = "NAME",
       .help =
           "how periods are written, where their cells do not show it: yyyymm, yyyymmdd, yyyy.q, "
           "yyyy.m, yyyy-mm, yyyy-ww, yyyy-yy, yy-yy, yymm, yymmdd, yyyy/m, yyyy/q, yy, dmy, "
           "mdy, mon-yy (default: auto)",
       .read = read_time_format,
       .to.any = &s->times},
      {.name = "day-first",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_COLUMNS,
       .help = "03/04/2021 is the third of April, where no cell tells: --time-format dmy",
       .to.flag = &s->day_first},
      {.name = "month-first",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_COLUMNS,
       .help = "03/04/2021 is the fourth of March: --time-format mdy",
       .to.flag = &s->month_first},
      {.name = "scale",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_COLUMNS,
       .help = "multiply values by the power of ten that UNIT_MULT or Scale gives",
       .to.flag = &s->scale},
      {.name = "explain",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_RUNNING,
       .help = "say what the first and last lines are, and what each column is and why",
       .to.flag = &s->explain},
      {.name = "save-layout",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_OUTPUT,
       .argument = "FILE",
       .file = PST_FILE_WRITE,
       .help = "keep how the file was read; --layout FILE reads the next one the same, or refuses",
       .to.text = &s->save_layout},
  };
  size_t n = line_options(to, s);

  memcpy(to + n, options, sizeof options);
  return n + sizeof options / sizeof *options;
}

static enum pst_status check(const struct pst_asked_settings *s, struct pst_error *error)
{
  for (size_t i = 0; i < s->flags.count; i++) {
    const char *equals = strchr(s->flags.items[i], '=');

    if (equals == NULL || equals == s->flags.items[i] || equals[1] == '\0')
      return pst_fail(error, PST_USAGE, "--flag: '%s' is not COL=VALUE", s->flags.items[i]);
  }
  if (s->day_first && s->month_first)
    return pst_fail(error, PST_USAGE, "--day-first and --month-first exclude each other");
  if (s->times != NULL && (s->day_first || s->month_first))
    return pst_fail(error, PST_USAGE, "--time-format and --%s-first exclude each other",
                    s->day_first ? "day" : "month");
  if (s->split_names != NULL && strstr(s->split_names, "{period}") == NULL)
    return pst_fail(error, PST_USAGE, "--split-names: '%s' has no {period}", s->split_names);
  return PST_OK;
}

enum pst_status pst_asked_take(struct pst_asked_settings *s, struct pst_arena *arena,
                               struct pst_asked *asked, struct pst_error *error)
{
  static const enum pst_answer answers[] = {PST_ANSWER_OPEN, PST_ANSWER_YES, PST_ANSWER_NO};
  enum pst_status status = check(s, error);

  if (status == PST_OK && s->flags.count > 0) {
    status = pst_list_add(&s->flags, arena, NULL, error);
    asked->flags = s->flags.items;
    s->flags.count--;
  }
  if (s->unit != NULL)
    asked->unit = s->unit;
  if (s->split_names != NULL)
    asked->split_names = s->split_names;
  if (s->skip > 0)
    asked->skip = s->skip;
  if (s->header_given)
    asked->header_rows = s->header_rows;
  if (s->footer_given)
    asked->footer = s->footer;
  asked->header_given = asked->header_given || s->header_given;
  asked->footer_given = asked->footer_given || s->footer_given;
  if (s->sections > 0)
    asked->sections = answers[s->sections];
  if (s->fill > 0)
    asked->fill = answers[s->fill];
  asked->drop_totals = asked->drop_totals || s->totals == 1;
  if (s->parentheses > 0)
    asked->parentheses = (enum pst_parentheses_asked)s->parentheses;
  if (s->comment != '\0')
    asked->comment = s->comment;
  asked->day_first = s->day_first;
  asked->month_first = s->month_first;
  asked->time_format = s->times;
  asked->scale = asked->scale || s->scale;
  return status;
}
