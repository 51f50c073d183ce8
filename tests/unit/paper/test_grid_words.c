/* Tables in a text whose columns stand one blank apart. */
#include "paper/parts.h"

#include "check.h"

static struct pst_paper *read_text(const char *text)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_paper *paper;

  if (pst_paper_of_text("a.txt", text, strlen(text), false, &paper, &error) != PST_OK)
    fail_msg("%s: %s", text, error.message);
  return paper;
}

static void check_cell(const struct pst_paper *paper, size_t row, size_t column, const char *wanted)
{
  const struct pst_paper_grid *grid = &paper->grids[0];
  const struct pst_paper_cell *cell = &grid->cells[row * grid->columns + column];

  if (cell->size != strlen(wanted) || memcmp(paper->text.data + cell->at, wanted, cell->size) != 0)
    fail_msg("row %zu, column %zu: '%.*s', not '%s'", row, column, (int)cell->size,
             paper->text.data + cell->at, wanted);
}

/* As pdftotext lays out columns that end at one place on paper, and not in the text. */
static void columns_that_lean(void **state)
{
  struct pst_paper *paper = read_text("Country    2015    2018    2021 Change 2015-2021\n"
                                      "   Alder 41,200 58,900 83,400             +42,200\n"
                                      "Big Cedar 96,400 118,200 131,500            +35,100\n"
                                      "    Elm 64,100 - 71,600               +7,500*\n"
                                      "  Total 232,750 281,050 368,600         +135,850\n");

  (void)state;
  assert_int_equal(paper->grid_count, 1);
  assert_int_equal(paper->grids[0].rows, 5);
  assert_int_equal(paper->grids[0].columns, 5);
  assert_int_equal(paper->grids[0].header_rows, 1);
  check_cell(paper, 0, 0, "Country");
  check_cell(paper, 0, 3, "2021");
  check_cell(paper, 0, 4, "Change 2015-2021");
  check_cell(paper, 2, 0, "Big Cedar");
  check_cell(paper, 2, 2, "118,200");
  check_cell(paper, 3, 2, "-");
  check_cell(paper, 3, 4, "+7,500*");
  pst_paper_close(paper);
}

/* A heading that stands over no column is that of the nearest; one that stands over it, of that one. */
static void headings_beside_their_columns(void **state)
{
  struct pst_paper *paper =
      read_text("Text.\n\n"
                "Item            First               Second\n"
                "Bread of rye             12.1            13.2\n"
                "Milk                     22.1            23.4\n"
                "Books                     3.5             4.4\n\nMore text.\n");

  (void)state;
  assert_int_equal(paper->grid_count, 1);
  assert_int_equal(paper->grids[0].columns, 3);
  assert_int_equal(paper->grids[0].rows, 4);
  check_cell(paper, 0, 0, "Item");
  check_cell(paper, 0, 1, "First");
  check_cell(paper, 0, 2, "Second");
  check_cell(paper, 3, 1, "3.5");
  pst_paper_close(paper);
}

/* A cell belongs to the column that it lies in, though it be wider or stand where the first line has none. */
static void cells_where_they_stand(void **state)
{
  struct pst_paper *paper = read_text("Text.\n\n"
                                      "Item                 First      Second      Third\n"
                                      "Bread of rye            1.5                  23.4\n"
                                      "Milk                1,022.1      1.25         3.4\n"
                                      "Books                   3.5    444.25         4.4\n"
                                      "\nMore text.\n");

  (void)state;
  assert_int_equal(paper->grid_count, 1);
  assert_int_equal(paper->grids[0].columns, 4);
  assert_int_equal(paper->grids[0].rows, 4);
  check_cell(paper, 0, 1, "First");
  check_cell(paper, 0, 2, "Second");
  check_cell(paper, 0, 3, "Third");
  check_cell(paper, 1, 1, "1.5");
  check_cell(paper, 1, 2, "");
  check_cell(paper, 1, 3, "23.4");
  check_cell(paper, 2, 1, "1,022.1");
  check_cell(paper, 2, 2, "1.25");
  check_cell(paper, 2, 3, "3.4");
  check_cell(paper, 3, 2, "444.25");
  pst_paper_close(paper);
}

/* What a wide cell stands over is one column. */
static void a_wide_cell_joins(void **state)
{
  struct pst_paper *paper = read_text("Text.\n\n"
                                      "Item            Values        Other\n"
                                      "Bread               12        7.5\n"
                                      "Milk            345           8.5\n"
                                      "Books           123,45        9.5\n"
                                      "Cloth        1,123,456        6.5\n"
                                      "\nMore text.\n");

  (void)state;
  assert_int_equal(paper->grid_count, 1);
  assert_int_equal(paper->grids[0].columns, 3);
  check_cell(paper, 0, 1, "Values");
  check_cell(paper, 0, 2, "Other");
  check_cell(paper, 1, 1, "12");
  check_cell(paper, 1, 2, "7.5");
  check_cell(paper, 2, 1, "345");
  check_cell(paper, 3, 1, "123,45");
  check_cell(paper, 4, 1, "1,123,456");
  check_cell(paper, 4, 2, "6.5");
  pst_paper_close(paper);
}

/* A long heading is that of the column that it reaches, though the middle of another is nearer. */
static void a_heading_that_reaches(void **state)
{
  struct pst_paper *paper =
      read_text("Text.\n\n"
                "Item                           Total of all the year  Other\n"
                "Bread               1,234,567.89                      7.5\n"
                "Milk                  34,567.89                       8.5\n"
                "\nMore text.\n");

  (void)state;
  assert_int_equal(paper->grid_count, 1);
  assert_int_equal(paper->grids[0].columns, 3);
  check_cell(paper, 0, 1, "Total of all the year");
  check_cell(paper, 0, 2, "Other");
  pst_paper_close(paper);
}

static void a_number_first(void **state)
{
  struct pst_paper *paper =
      read_text("Text.\n\nRank Country Share 2021 (%)\n"
                "1 Cedar 28.4 (0.3)\n2 Alder 23.0 (0.2)\n3 New Birch 18.2 %\n\n"
                "More text.\n");

  (void)state;
  assert_int_equal(paper->grid_count, 1);
  assert_int_equal(paper->grids[0].columns, 3);
  check_cell(paper, 0, 0, "Rank");
  check_cell(paper, 0, 1, "Country");
  check_cell(paper, 0, 2, "Share 2021 (%)");
  check_cell(paper, 1, 2, "28.4 (0.3)");
  check_cell(paper, 3, 1, "New Birch");
  check_cell(paper, 3, 2, "18.2 %");
  pst_paper_close(paper);
}

/* Prose, two rows alone, rows that are not alike, and thousands behind blanks. */
static void no_table(void **state)
{
  static const char *const texts[] = {
      "It rose from 12 to 15 in 2019 and fell\nto 13 in 2020, as it had fallen in 2018 and\n"
      "had risen by 5 in 2016.\n",
      "Alder 41.2 58.9\nBirch 22.7 30.1\n", "Alder 41.2 58.9\nBirch 22.7\nCedar 96.4 118.2 131.5\n",
      "Alder 41 200 58 900\nBirch 22 750 30 100\nCedar 96 400 18 200\n"};

  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct pst_paper *paper = read_text(texts[i]);

    if (paper->grid_count != 0)
      fail_msg("%s: a table", texts[i]);
    pst_paper_close(paper);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(columns_that_lean),
      cmocka_unit_test(headings_beside_their_columns),
      cmocka_unit_test(cells_where_they_stand),
      cmocka_unit_test(a_wide_cell_joins),
      cmocka_unit_test(a_heading_that_reaches),
      cmocka_unit_test(a_number_first),
      cmocka_unit_test(no_table),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
