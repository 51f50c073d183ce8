/* shared.c -- the options that programs have in common. */
#include "cli/shared.h"

static const char *const on_bad_choices[] = {"fail", "skip", NULL};
static const char *const country_form_choices[] = {"iso3", "iso2", "name", NULL};

static const char *or_usual(const char *help, const char *usual)
{
  return help != NULL ? help : usual;
}

/* --- input -------------------------------------------------------------------------------------- */

struct pst_option pst_option_layout(const char **to, const char *help)
{
  return (struct pst_option){
      .name = "layout",
      .kind = PST_OPTION_TEXT,
      .argument = "NAME",
      .help =
          or_usual(help, "the layout of the file, when it is not recognised; 'list' prints all"),
      .to.text = to};
}

struct pst_option pst_option_delimiter(char *to, const char *help)
{
  return (struct pst_option){
      .name = "delimiter",
      .letter = 'd',
      .kind = PST_OPTION_CHARACTER,
      .argument = "C",
      .help = or_usual(help, "what parts the fields (default: detected among , ; tab |)"),
      .to.character = to};
}

struct pst_option pst_option_encoding(const char **to, const char *help)
{
  return (struct pst_option){
      .name = "encoding",
      .letter = 'e',
      .kind = PST_OPTION_TEXT,
      .argument = "NAME",
      .help = or_usual(help, "encoding of the input, such as ISO-8859-1 or CP932 (default: UTF-8)"),
      .to.text = to};
}

struct pst_option pst_option_decimal(char *to, const char *help)
{
  return (struct pst_option){.name = "decimal",
                             .kind = PST_OPTION_CHARACTER,
                             .argument = "C",
                             .help = or_usual(help, "decimal mark (default: .)"),
                             .to.character = to};
}

struct pst_option pst_option_thousands(char *to, const char *help)
{
  return (struct pst_option){.name = "thousands",
                             .kind = PST_OPTION_CHARACTER,
                             .argument = "C",
                             .help = or_usual(help, "thousands separator (default: none)"),
                             .to.character = to};
}

struct pst_option pst_option_missing(struct pst_list *to, const char *help)
{
  return (struct pst_option){
      .name = "missing",
      .letter = 'm',
      .kind = PST_OPTION_LIST,
      .argument = "TOKEN[,TOKEN...]",
      .help = or_usual(help, "cells that stand for a missing value, besides the empty cell"),
      .to.list = to};
}

struct pst_option pst_option_on_bad(unsigned *to, const char *help)
{
  return (struct pst_option){
      .name = "on-bad",
      .kind = PST_OPTION_CHOICE,
      .choices = on_bad_choices,
      .initial = "fail",
      .help = or_usual(
          help, "what to do with a row that cannot be read: stop, or leave it out and count it"),
      .to.choice = to};
}

/* --- countries ---------------------------------------------------------------------------------- */

struct pst_option pst_option_country(struct pst_list *to, const char *help)
{
  return (struct pst_option){
      .name = "country",
      .kind = PST_OPTION_LIST,
      .group = PST_GROUP_COLUMNS,
      .argument = "COL[,COL...]",
      .help = or_usual(
          help, "columns of countries: each name or code becomes one code before all else, so that "
                "--where, -g and --on see codes; what is no country stays and is named"),
      .to.list = to};
}

struct pst_option pst_option_country_to(unsigned *to, bool *given)
{
  return (struct pst_option){
      .name = "country-to",
      .kind = PST_OPTION_CHOICE,
      .group = PST_GROUP_COLUMNS,
      .choices = country_form_choices,
      .initial = "iso3",
      .help = "what --country writes: codes of three or two letters, or English names",
      .to.choice = to,
      .given = given};
}

struct pst_option pst_option_countries_only(bool *to)
{
  return (struct pst_option){.name = "countries-only",
                             .kind = PST_OPTION_FLAG,
                             .group = PST_GROUP_COLUMNS,
                             .help = "leave out the rows of aggregates (World, OECD, regions, "
                                     "income groups) in the columns of "
                                     "--country, and say how many",
                             .to.flag = to};
}

enum pst_status pst_option_check_country_to(bool given, bool only, const struct pst_list *country,
                                            struct pst_error *error)
{
  if (only && country->count == 0)
    return pst_fail(
        error, PST_USAGE,
        "--countries-only leaves out what is no country; name the column by --country COL");
  if (!given || country->count > 0)
    return PST_OK;
  return pst_fail(
      error, PST_USAGE,
      "--country-to says how countries are written; name their column by --country COL");
}

/* --- output ------------------------------------------------------------------------------------- */

struct pst_option pst_option_output(const char **to, const char *argument, const char *help)
{
  return (struct pst_option){
      .name = "output",
      .letter = 'o',
      .kind = PST_OPTION_TEXT,
      .group = PST_GROUP_OUTPUT,
      .argument = argument,
      .file = PST_FILE_WRITE,
      .help = or_usual(help, "write the result to FILE; its ending sets the format"),
      .to.text = to};
}

struct pst_option pst_option_format(const char *const *choices, unsigned *to, bool *given,
                                    const char *help)
{
  return (struct pst_option){.name = "format",
                             .kind = PST_OPTION_CHOICE,
                             .group = PST_GROUP_OUTPUT,
                             .choices = choices,
                             .help = or_usual(help, "default: text on a terminal, csv elsewhere"),
                             .to.choice = to,
                             .given = given};
}

struct pst_option pst_option_width(size_t *to)
{
  return (struct pst_option){
      .name = "width",
      .kind = PST_OPTION_COUNT,
      .group = PST_GROUP_OUTPUT,
      .argument = "N",
      .low = 20,
      .high = 10000,
      .help = "columns of text (default: COLUMNS, or the terminal's; a file is not cut)",
      .to.count = to};
}

/* --- running ------------------------------------------------------------------------------------ */

struct pst_option pst_option_quiet(bool *to, const char *help)
{
  return (struct pst_option){.name = "quiet",
                             .letter = 'q',
                             .kind = PST_OPTION_FLAG,
                             .group = PST_GROUP_RUNNING,
                             .help = or_usual(help, "no closing line on standard error"),
                             .to.flag = to};
}

struct pst_option pst_option_verbose(bool *to, const char *help)
{
  return (struct pst_option){
      .name = "verbose",
      .letter = 'v',
      .kind = PST_OPTION_FLAG,
      .group = PST_GROUP_RUNNING,
      .help = or_usual(help, "say more on standard error: delimiter, column types"),
      .to.flag = to};
}

struct pst_option pst_option_color(unsigned *to, const char *help)
{
  return (struct pst_option){.name = "color",
                             .kind = PST_OPTION_CHOICE,
                             .group = PST_GROUP_RUNNING,
                             .choices = pst_when_choices,
                             .initial = "auto",
                             .help = or_usual(help, "colour in messages"),
                             .to.choice = to};
}
