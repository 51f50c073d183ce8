/* test_man -- the manual page of a program, byte for byte, with all that man(7) reads as more than text. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "cli/man.h"

static const char *const orders[] = {"desc", "asc", NULL};

static const struct pst_option own[] = {
    {.name = "order",
     .kind = PST_OPTION_CHOICE,
     .group = PST_GROUP_METHOD,
     .choices = orders,
     .initial = "desc",
     .help = "which end\nhas rank 1"},
    {.name = "y",
     .kind = PST_OPTION_TEXT,
     .group = PST_GROUP_COLUMNS,
     .argument = "COL",
     .help = ".5 and '90' are texts: a \\ too, `x^2`, ~ and -1"},
};

static const struct pst_option shared[] = {
    {.name = "align",
     .letter = 'a',
     .kind = PST_OPTION_LIST,
     .group = PST_GROUP_INPUT,
     .argument = "FILE",
     .optional = true,
     .help =
         "what stands beside; a phrase that is as long as two lines of the page are goes on in the "
         "second"},
    {.name = "no-header", .group = PST_GROUP_INPUT, .help = "the first record is data"},
};

static const struct pst_option_table tables[] = {PST_OPTION_TABLE(own), PST_OPTION_TABLE(shared)};

static const char want[] =
    ".TH POLSTAT-RANK 1 \"" PST_RELEASED "\" \"polstat " PST_VERSION "\" \"polstat\"\n"
    ".SH NAME\n"
    "polstat\\-rank \\- ranks of entities\n"
    ".SH SYNOPSIS\n"
    ".B polstat\\-rank\n"
    "\\-y COL [FILE...]\n"
    ".SH DESCRIPTION\n"
    "Tied values share a rank.\n"
    ".PP\n"
    "A second paragraph.\n"
    ".SH OPTIONS\n"
    ".SS Input\n"
    ".TP\n"
    "\\fB\\-a\\fR, \\fB\\-\\-align\\fR[=\\fIFILE\\fR]\n"
    "what stands beside; a phrase that is as long as two lines of the page\n"
    "are goes on in the second\n"
    ".TP\n"
    "\\fB\\-\\-no\\-header\\fR\n"
    "the first record is data\n"
    ".SS Columns\n"
    ".TP\n"
    "\\fB\\-y\\fR=\\fICOL\\fR\n"
    "\\&.5 and \\(aq90\\(aq are texts: a \\e too, \\(gax\\(ha2\\(ga, \\(ti and \\-1\n"
    ".SS Method\n"
    ".TP\n"
    "\\fB\\-\\-order\\fR=\\fIdesc|asc\\fR\n"
    "which end has rank 1 (default: desc)\n"
    ".SS Running\n"
    ".TP\n"
    "\\fB\\-\\-help\\fR\n"
    "print a summary of this page\n"
    ".TP\n"
    "\\fB\\-\\-version\\fR\n"
    "print the version\n"
    ".SH EXIT STATUS\n"
    ".TP\n"
    ".B 0\n"
    "done\n"
    ".TP\n"
    ".B 1\n"
    "the answer is no: a rank is not as asked\n"
    ".TP\n"
    ".B 2\n"
    "usage: an option, a column or a method that is not there\n"
    ".TP\n"
    ".B 3\n"
    "bad input data\n"
    ".TP\n"
    ".B 4\n"
    "input, output or environment: a file, memory, gnuplot\n"
    ".TP\n"
    ".B 5\n"
    "the computation is impossible for all groups\n";

static void page_of_two_tables(void **state)
{
  struct pst_program program = {.name = "polstat-rank",
                                .summary = "ranks of entities",
                                .usage = "-y COL [FILE...]",
                                .description = "Tied values\nshare a rank.\n\nA second paragraph.",
                                .examples = "polstat-rank a.csv -y b\n'quoted'",
                                .says_no = "a rank is not as asked\n",
                                .tables = tables,
                                .n_tables = 2};
  struct pst_buffer out = {.data = NULL};
  char all[8192];

  (void)state;
  pst_man_print(&out, &program);
  snprintf(all, sizeof all, "%s%s", want,
           ".SH EXAMPLES\n.EX\npolstat\\-rank a.csv \\-y b\n\\&\\(aqquoted\\(aq\n.EE\n"
           ".SH SEE ALSO\n.BR polstat (1),\n.BR polstat (7)\n");
  assert_string_equal(pst_buffer_string(&out), all);
  pst_buffer_free(&out);
}

/* Without a description, examples and a "no" their headings are not there. */
static void page_of_the_least(void **state)
{
  const struct pst_program program = {.name = "polstat-x", .summary = "x", .usage = "[FILE]"};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_man_print(&out, &program);
  assert_non_null(strstr(pst_buffer_string(&out), "[FILE]\n.SH OPTIONS\n.SS Running\n"));
  assert_non_null(strstr(pst_buffer_string(&out), "done\n.TP\n.B 2\n"));
  assert_non_null(strstr(pst_buffer_string(&out), "groups\n.SH SEE ALSO\n"));
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(page_of_two_tables),
      cmocka_unit_test(page_of_the_least),
  };

  return cmocka_run_group_tests_name("man", tests, NULL, NULL);
}
