#include "check.h"

#include <csv.h>
#include <stdlib.h>

#include "base/number.h"
#include "report/write/writer.h"
#include "test_report_sample.h"

static void csv_quotes_what_it_must(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_fill(&grid);
  writes(&grid, "csv", 0,
         "name,\"value, net\",n,seen\n"
         "Japan,1234.5,3,true\n"
         "\"Korea, Rep.\",-0.1,0,false\n"
         "\"the \"\"Four\"\"\",1e+300,1000000000000000,\n"
         "\"two\nlines\",5e-324,,true\n"
         "\xE6\x97\xA5\xE6\x9C\xAC,0.30000000000000004,9007199254740991,true\n"
         "\" blank \",0,-1,true\n"
         "\"\",inf,1,true\n"
         ",,,\n"
         "tab\there|pipe,-inf,1,true\n");
  pst_grid_free(&grid);
}

static void tsv_quotes_tabs_and_not_commas(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  sample_row(&grid, "tab\there", 1, 2, 1);
  sample_row(&grid, "Korea, Rep.", NAN, 2, 0);
  writes(&grid, "tsv", 0,
         "name\tvalue, net\tn\tseen\n"
         "\"tab\there\"\t1\t2\ttrue\n"
         "Korea, Rep.\t\t2\tfalse\n");
  pst_grid_free(&grid);
}

static void an_empty_grid_has_its_header(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  writes(&grid, "csv", 0, "name,\"value, net\",n,seen\n");
  writes(&grid, "tsv", 0, "name\tvalue, net\tn\tseen\n");
  pst_grid_free(&grid);
}

static void a_lone_missing_cell_is_no_empty_line(void **state)
{
  struct pst_grid grid = {.n_rows = 0};

  (void)state;
  assert_int_equal(pst_grid_add_column(&grid, &(struct pst_grid_column){.name = "a"}, NULL),
                   PST_OK);
  assert_int_equal(pst_grid_add_rows(&grid, 2, NULL), PST_OK);
  pst_grid_set_text(&grid, 1, 0, "x");
  writes(&grid, "csv", 0, "a\n\"\"\nx\n");
  pst_grid_free(&grid);
}

/* What libcsv reads must be what the grid holds: missing as missing, "" as "". */
struct reader {
  const struct pst_grid *grid;
  size_t row, column; /* row 0 is the header */
};

static void read_cell(void *data, size_t size, void *to)
{
  struct reader *r = to;

  if (r->row > 0) {
    const char *want = r->grid->columns[r->column].cells.texts[r->row - 1];

    assert_int_equal(data == NULL, want == NULL);
    if (want != NULL) {
      assert_int_equal(size, strlen(want));
      assert_memory_equal(data, want, size);
    }
  }
  r->column++;
}

static void read_end(int c, void *to)
{
  struct reader *r = to;

  (void)c;
  assert_int_equal(r->column, r->grid->n_columns);
  r->row++;
  r->column = 0;
}

static void fill_random(struct pst_grid *grid)
{
  static const char bytes[] = "a,\"\n\r \t;|";

  for (size_t j = 0; j < 3; j++)
    assert_int_equal(pst_grid_add_column(grid, &(struct pst_grid_column){.name = "c"}, NULL),
                     PST_OK);
  assert_int_equal(pst_grid_add_rows(grid, 5000, NULL), PST_OK);
  for (size_t i = 0; i < 5000; i++) {
    for (size_t j = 0; j < 3; j++) {
      char text[50];
      const bool is_long = rand() % 2 == 0; /* with few that need quotes */
      size_t size = (size_t)rand() % (is_long ? 50 : 8);

      for (size_t k = 0; k < size; k++)
        text[k] = is_long && rand() % 40 > 0 ? (char)('a' + rand() % 26)
                                             : bytes[(size_t)rand() % (sizeof bytes - 1)];
      text[size] = '\0';
      if (rand() % 8 > 0)
        assert_int_equal(pst_grid_copy_text(grid, i, j, text, NULL), PST_OK);
    }
  }
}

static void a_reader_reads_it_back(void **state)
{
  static const char *const formats[] = {"csv", "tsv"};
  struct pst_grid grid = {.n_rows = 0};

  (void)state;
  srand(2);
  fill_random(&grid);
  for (size_t f = 0; f < 2; f++) {
    struct pst_buffer out = {.data = NULL};
    struct reader reader = {.grid = &grid};
    struct csv_parser parser;

    assert_int_equal(pst_report_print(&grid, pst_format_named(formats[f]), NULL, &out, NULL),
                     PST_OK);
    assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_EMPTY_IS_NULL), 0);
    csv_set_delim(&parser, f == 0 ? ',' : '\t');
    assert_int_equal(csv_parse(&parser, out.data, out.size, read_cell, read_end, &reader),
                     out.size);
    assert_int_equal(reader.row, grid.n_rows + 1);
    csv_free(&parser);
    pst_buffer_free(&out);
  }
  pst_grid_free(&grid);
}

/* The quick way must write what pst_number_print writes. */
static void same_as_number_print(double value)
{
  struct pst_grid_column column = {.kind = PST_CELL_NUMBER, .cells.numbers = &value};
  struct pst_buffer got = {.data = NULL};
  char want[PST_NUMBER_SIZE];

  pst_number_print(want, value);
  pst_cell_exact(&got, &column, 0);
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

static void numbers_are_the_shortest(void **state)
{
  static const double edges[] = {0,
                                 -0.0,
                                 1e-4,
                                 9.9999e-5,
                                 1e9,
                                 999999999.999999,
                                 1e15,
                                 1e16,
                                 1e22,
                                 0.1,
                                 1e-6,
                                 1e-7,
                                 123456789.123456,
                                 2e9 + 0.5,
                                 1e15 - 1,
                                 4503599627370497.5,
                                 5e-324,
                                 1.7976931348623157e308};

  (void)state;
  srand(1);
  for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
    same_as_number_print(edges[i]);
    same_as_number_print(-edges[i]);
  }
  for (int i = 0; i < 100000; i++) {
    same_as_number_print((double)rand() / pow(10, rand() % 12));
    same_as_number_print((double)rand() / RAND_MAX * pow(10, rand() % 20 - 6));
    same_as_number_print((double)rand() * 1000 + rand());
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(csv_quotes_what_it_must),
      cmocka_unit_test(tsv_quotes_tabs_and_not_commas),
      cmocka_unit_test(an_empty_grid_has_its_header),
      cmocka_unit_test(a_lone_missing_cell_is_no_empty_line),
      cmocka_unit_test(a_reader_reads_it_back),
      cmocka_unit_test(numbers_are_the_shortest),
  };

  return cmocka_run_group_tests_name("report csv", tests, NULL, NULL);
}
