#include "check.h"

#include <string.h>

#include "cli/help.h"

static const char *const orders[] = {"desc", "asc", NULL};

static const struct pst_option own[] = {
    {.name = "order",
     .kind = PST_OPTION_CHOICE,
     .group = PST_GROUP_METHOD,
     .choices = orders,
     .initial = "desc",
     .help = "which end has rank 1"},
    {.name = "entity",
     .kind = PST_OPTION_TEXT,
     .group = PST_GROUP_COLUMNS,
     .argument = "COL",
     .help = "who is ranked: a country, a donor, an institution; one row each in every period and"
             " group"},
};

static const struct pst_option shared[] = {
    {.name = "delimiter",
     .letter = 'd',
     .kind = PST_OPTION_CHARACTER,
     .group = PST_GROUP_INPUT,
     .argument = "C",
     .help = "what separates fields (default: detected)"},
    {.name = "no-header", .group = PST_GROUP_INPUT, .help = "the first record is data"},
    {.name = "a-very-long-option-name",
     .letter = 'a',
     .kind = PST_OPTION_LIST,
     .group = PST_GROUP_INPUT,
     .argument = "TOKEN,...",
     .help = "stands on a line of its own"},
    {.name = "quiet", .letter = 'q', .group = PST_GROUP_RUNNING, .help = "no closing line"},
};

static const struct pst_option_table tables[] = {PST_OPTION_TABLE(own), PST_OPTION_TABLE(shared)};

static const struct pst_program program = {
    .name = "polstat-rank",
    .summary = "ranks, and how they changed between two periods",
    .usage = "--time COL -y COL --entity COL [OPTION...] [FILE...]",
    .description = "Reads CSV; FILE may be - for standard input. Tied values share a rank, or a "
                   "range of ranks.\n\nA second paragraph.",
    .examples =
        "polstat-rank --time year -y oda --entity donor oda.csv\npolstat-rank --method list",
    .tables = tables,
    .n_tables = 2,
};

static const char want_help[] =
    "Usage: polstat-rank --time COL -y COL --entity COL [OPTION...] [FILE...]\n"
    "Ranks, and how they changed between two periods.\n"
    "\n"
    "Reads CSV; FILE may be - for standard input. Tied values share a rank, or a\n"
    "range of ranks.\n"
    "\n"
    "A second paragraph.\n"
    "\n"
    "Input:\n"
    "  -d, --delimiter=C         what separates fields (default: detected)\n"
    "      --no-header           the first record is data\n"
    "  -a, --a-very-long-option-name=TOKEN,...\n"
    "                            stands on a line of its own\n"
    "\n"
    "Columns:\n"
    "      --entity=COL          who is ranked: a country, a donor, an institution;\n"
    "                            one row each in every period and group\n"
    "\n"
    "Method:\n"
    "      --order=desc|asc      which end has rank 1 (default: desc)\n"
    "\n"
    "Running:\n"
    "  -q, --quiet               no closing line\n"
    "      --help                print this help and exit\n"
    "      --version             print the version and exit\n"
    "\n"
    "Exit status:\n"
    "  0  done\n"
    "  2  usage: an option, a column or a method that is not there\n"
    "  3  bad input data\n"
    "  4  input, output or environment: a file, memory, gnuplot\n"
    "  5  the computation is impossible for all groups\n"
    "\n"
    "Examples:\n"
    "  polstat-rank --time year -y oda --entity donor oda.csv\n"
    "  polstat-rank --method list\n";

static void help_of_two_tables(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_help_print(&out, &program);
  assert_string_equal(pst_buffer_string(&out), want_help);
  pst_buffer_free(&out);
}

static void version_names_the_licence(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_help_version(&out, &program);
  assert_string_equal(
      pst_buffer_string(&out),
      "polstat-rank (polstat) " PST_VERSION "\n"
      "License GPL-3.0-or-later: GNU GPL version 3 or later <https://gnu.org/licenses/gpl.html>\n"
      "This is free software: you are free to change and redistribute it.\n"
      "There is NO WARRANTY, to the extent permitted by law.\n");
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(help_of_two_tables),
      cmocka_unit_test(version_names_the_licence),
  };

  return cmocka_run_group_tests_name("help", tests, NULL, NULL);
}
