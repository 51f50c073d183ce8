/* A paper as numbers, sentences and tables. */
#include "paper/text.h"

#include "check.h"

#include <stdio.h>

static struct pst_paper *read_text(const char *text, bool is_table)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_paper *paper;

  if (pst_paper_of_text("a.txt", text, strlen(text), is_table, &paper, &error) != PST_OK)
    fail_msg("%s: %s", text, error.message);
  return paper;
}

/* TEXT has one number, which is VALUE times 10 to SCALE with DECIMALS, from LOW to HIGH. */
static void check_number(const char *text, double value, double low, double high,
                         enum pst_paper_unit unit)
{
  struct pst_paper *paper = read_text(text, false);
  const struct pst_mention *m;

  if (paper->mention_count != 1)
    fail_msg("%s: %zu numbers", text, paper->mention_count);
  m = &paper->mentions[0];
  assert_close(pst_rational_to_double(m->value), value, 1e-12, 0);
  if (m->range.low.infinite == 0)
    assert_close(pst_rational_to_double(m->range.low.value), low, 1e-12, 0);
  if (m->range.high.infinite == 0)
    assert_close(pst_rational_to_double(m->range.high.value), high, 1e-12, 0);
  assert_int_equal(m->unit, unit);
  pst_paper_close(paper);
}

static void numbers(void **state)
{
  (void)state;
  check_number("it was 20.4 %", 20.4, 20.35, 20.45, PST_PAPER_PERCENT);
  check_number("it was 20.4 per cent of it", 20.4, 20.35, 20.45, PST_PAPER_PERCENT);
  check_number("a 12-percent rise", 12, 11.5, 12.5, PST_PAPER_PERCENT);
  check_number("(+8.1%p)", 8.1, 8.05, 8.15, PST_PAPER_POINTS);
  check_number("8.1 percentage\npoints more", 8.1, 8.05, 8.15, PST_PAPER_POINTS);
  check_number("p = .036", .036, .0355, .0365, PST_PAPER_PLAIN);
  check_number("it had 1,168 visits", 1168, 1167.5, 1168.5, PST_PAPER_PLAIN);
  check_number("it had 1\xC2\xA0"
               "168 visits",
               1168, 1167.5, 1168.5, PST_PAPER_PLAIN);
  check_number("1.168 trillion yen", 1.168e12, 1.1675e12, 1.1685e12, PST_PAPER_MONEY);
  check_number("US$3.21bn", 3.21e9, 3.205e9, 3.215e9, PST_PAPER_MONEY);
  check_number("a loss of \xE2\x88\x92"
               "5.0",
               -5, -5.05, -4.95, PST_PAPER_PLAIN);
  check_number("about 40 % of it", 40, 38, 42, PST_PAPER_PERCENT);
  check_number("more than 40 % of it", 40, 39.5, 0, PST_PAPER_PERCENT);
  check_number("it has twenty-five rooms", 25, 25, 25, PST_PAPER_PLAIN);
  check_number("in FY2015 it rose", 2015, 2014.5, 2015.5, PST_PAPER_PLAIN);
  check_number("the 34th summit", 34, 33.5, 34.5, PST_PAPER_PLAIN);
}

static void no_numbers(void **state)
{
  static const char *const texts[] = {
      "the G8 and COVID-19", "in the 1990s",     "on 12.4.2007",           "at 9:30",
      "section 2.1.3",       "call 555-0134-20", "see https://a.b/c?d=12", "2014-03-05",
      "one of them"};

  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct pst_paper *paper = read_text(texts[i], false);

    if (paper->mention_count != 0)
      fail_msg("%s: a number", texts[i]);
    pst_paper_close(paper);
  }
}

static void sentences(void **state)
{
  struct pst_paper *paper =
      read_text("# A title\n\nIt rose by 3.5 % (Ito et al. 2009). Then it\nfell. \"Why?\" he "
                "asked.\n\nThis goes on\n\nbehind the page.\n"
                "\nReferences\n\nIto, A. (2009). Title. 12, 3-4.\n",
                false);
  static const size_t paragraphs[] = {0, 1, 1, 1, 2, 3};

  (void)state;
  for (size_t i = 0; i < 6; i++)
    assert_int_equal(paper->sentences[i].paragraph, paragraphs[i]);
  assert_int_equal(paper->sentences[0].kind, PST_SENTENCE_HEADING);
  assert_false(paper->sentences[4].reference);
  assert_true(paper->sentences[6].reference);
  pst_paper_close(paper);
}

/* A section on the literature is no list of it; behind the list an appendix goes on. */
static void references(void **state)
{
  static const struct {
    const char *heading;
    bool reference;
  } rows[] = {{"References", true},          {"7. References", true},
              {"## Bibliography", true},     {"LITERATURE", true},
              {"Works cited:", true},        {"2. Literature review", false},
              {"Related literature", false}, {"We follow the literature in treating", false},
              {"Data and references", false}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char text[200];
    struct pst_paper *paper;

    snprintf(text, sizeof text, "%s\n\nIto found 3.\n\nAppendix A\n\nIt is 4.\n", rows[i].heading);
    paper = read_text(text, false);
    if (paper->sentences[1].reference != rows[i].reference)
      fail_msg("%s: %s", rows[i].heading, rows[i].reference ? "no reference" : "a reference");
    assert_false(paper->sentences[paper->sentence_count - 1].reference);
    pst_paper_close(paper);
  }
}

/* The name of a section stands right above its text; a line of prose does not. */
static void sections(void **state)
{
  static const struct {
    const char *text;
    bool heading;
  } rows[] = {{"3. Results\nThe share rose to 23 % in\nthat year.\n", true},
              {"Abstract\nWe find 3 of them.\n", true},
              {"2.1 Data and methods\nThere are 3.\n", true},
              {"12 Countries\nand 3 others took part.\n", false},
              {"1. They rose by 3.\nThey fell.\n", false},
              {"Results of the poll of\nAlder are 3.\n", false},
              {"1. Alder\n2. Birch\n3. Cedar\n", false}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_paper *paper = read_text(rows[i].text, false);

    if ((paper->sentences[0].kind == PST_SENTENCE_HEADING) != rows[i].heading)
      fail_msg("%s: %s", rows[i].text, rows[i].heading ? "no heading" : "a heading");
    pst_paper_close(paper);
  }
}

static void check_table(const char *text, bool is_table, size_t rows, size_t columns,
                        size_t headers)
{
  struct pst_paper *paper = read_text(text, is_table);

  assert_int_equal(paper->grid_count, 1);
  assert_int_equal(paper->grids[0].rows, rows);
  assert_int_equal(paper->grids[0].columns, columns);
  assert_int_equal(paper->grids[0].header_rows, headers);
  pst_paper_close(paper);
}

static void tables(void **state)
{
  (void)state;
  check_table("a,b\n1,2\n\"x, y\",3\n", true, 3, 2, 1);
  check_table("| a | b |\n|---|---|\n| x | 2 |\n\nText.\n", false, 2, 2, 1);
  check_table("Text.\n\nwho\ta\tb\n\t2001-2003\t2011\nx\t20.4%\t28.5% (+8.1%p)\n", false, 3, 3, 2);
  check_table(
      "Item        2013      2014\nSchools    812.4     820.1\nRoads       40.3     536.2\n", false,
      3, 3, 1);
  check_table(
      "Schools    812.4     820.1\nBig roads   40.3     536.2\nTotal      852.7   1,356.3\n", false,
      3, 3, 0);
}

static void cells(void **state)
{
  struct pst_paper *paper =
      read_text("a,b,c,d\nx,28.5% (+8.1%p),\"[0.31, 0.53]\",\"(1,234)\"\n", true);
  const struct pst_paper_cell *cell = &paper->grids[0].cells[4];

  (void)state;
  assert_int_equal(cell[0].main, PST_PAPER_NONE);
  assert_close(pst_rational_to_double(paper->mentions[cell[1].main].value), 28.5, 0, 0);
  assert_close(pst_rational_to_double(paper->mentions[cell[1].change].value), 8.1, 0, 0);
  assert_close(pst_rational_to_double(paper->mentions[cell[2].low].value), .31, 0, 0);
  assert_close(pst_rational_to_double(paper->mentions[cell[2].high].value), .53, 0, 0);
  assert_close(pst_rational_to_double(paper->mentions[cell[3].main].value), -1234, 0, 0);
  pst_paper_close(paper);
}

static void places(void **state)
{
  struct pst_paper *paper = read_text("Ä b\nÖ 12 c\n", false);
  struct pst_paper_place place = pst_paper_place(paper, paper->mentions[0].at);

  (void)state;
  assert_int_equal(place.line, 2);
  assert_int_equal(place.column, 3);
  assert_int_equal(place.page, 0);
  pst_paper_close(paper);
}

static void code_is_no_prose(void **state)
{
  struct pst_paper *paper = read_text("It is 3.\n\n```\nx 4 5\n```\n\nIt is 6.\n", false);

  (void)state;
  assert_int_equal(paper->mention_count, 2);
  pst_paper_close(paper);
}

/* An item begins a paragraph, though no blank line stands before it. */
static void items(void **state)
{
  static const struct {
    const char *begins;
    size_t paragraphs;
  } rows[] = {{"- It", 2},     {"* It", 2},  {"+ It", 2},  {"> It", 2},   {"*It", 2},
              {"-It", 1},      {"+It", 1},   {"1. It", 2}, {"12) It", 2}, {"123. It", 2},
              {"1234. It", 1}, {"12.It", 1}, {"12 It", 1}, {"It", 1},     {"1: It", 1}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char text[80];
    struct pst_paper *paper;

    snprintf(text, sizeof text, "What follows is a list of them\n%s fell by 3 a year\n",
             rows[i].begins);
    paper = read_text(text, false);
    if (paper->sentences[paper->sentence_count - 1].paragraph + 1 != rows[i].paragraphs)
      fail_msg("'%s' begins paragraph %zu", rows[i].begins,
               (size_t)paper->sentences[paper->sentence_count - 1].paragraph + 1);
    pst_paper_close(paper);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(numbers),
                                     cmocka_unit_test(no_numbers),
                                     cmocka_unit_test(sentences),
                                     cmocka_unit_test(references),
                                     cmocka_unit_test(sections),
                                     cmocka_unit_test(tables),
                                     cmocka_unit_test(cells),
                                     cmocka_unit_test(places),
                                     cmocka_unit_test(code_is_no_prose),
                                     cmocka_unit_test(items)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
