#include "check.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "test_report_sample.h"

static void the_ending_names_the_format(void **state)
{
  static const struct {
    const char *path;
    int format; /* -1: none */
  } cases[] = {
      {"a.txt", PST_FORMAT_TEXT},
      {"a.csv", PST_FORMAT_CSV},
      {"dir.csv/a", -1},
      {"A.CSV", PST_FORMAT_CSV},
      {"x/a.tsv", PST_FORMAT_TSV},
      {"a.json", PST_FORMAT_JSON},
      {"a.b.jsonl", PST_FORMAT_JSONL},
      {"a.ndjson", PST_FORMAT_JSONL},
      {"a.md", PST_FORMAT_MARKDOWN},
      {"a.html", PST_FORMAT_HTML},
      {"a.xlsx", -1},
      {"csv", -1},
      {"", -1},
  };

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    enum pst_format format = PST_FORMAT_TEXT;
    bool known = pst_format_from_path(cases[i].path, &format);

    assert_int_equal(known, cases[i].format >= 0);
    if (known)
      assert_int_equal(format, cases[i].format);
  }
  assert_string_equal(pst_format_names[PST_FORMAT_MARKDOWN], "markdown");
  assert_null(pst_format_names[PST_FORMAT_MARKDOWN + 1]);
  assert_string_equal(pst_format_page_names[PST_FORMAT_TEXT], "text");
  assert_string_equal(pst_format_page_names[PST_FORMAT_HTML], "html");
  assert_null(pst_format_page_names[PST_FORMAT_HTML + 1]);
}

static void a_file_is_no_terminal(void **state)
{
  FILE *file = fopen("/dev/null", "w");

  (void)state;
  assert_int_equal(pst_format_default(file), PST_FORMAT_CSV);
  assert_int_equal(pst_terminal_width(file), 80);
  fclose(file);
}

/* Larger than the pieces in which it is handed over. */
static void fill_large(struct pst_grid *grid)
{
  sample_begin(grid);
  for (int i = 0; i < 20000; i++)
    sample_row(grid, "a name", i, i, 1);
}

static void a_file_holds_what_a_buffer_holds(void **state)
{
  struct pst_grid grid;

  (void)state;
  fill_large(&grid);
  for (int format = PST_FORMAT_TEXT; format <= PST_FORMAT_MARKDOWN; format++) {
    struct pst_buffer want = {.data = NULL};
    char *got = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&got, &size);

    assert_int_equal(pst_report_print(&grid, (enum pst_format)format, NULL, &want, NULL), PST_OK);
    assert_int_equal(pst_report_write(&grid, (enum pst_format)format, NULL, file, NULL), PST_OK);
    fclose(file);
    assert_int_equal(size, want.size);
    assert_memory_equal(got, want.data, size);
    free(got);
    pst_buffer_free(&want);
  }
  pst_grid_free(&grid);
}

static void a_full_disk_is_told(void **state)
{
  struct pst_grid grid;
  struct pst_error error = {.status = PST_OK};
  FILE *file = fopen("/dev/full", "w");

  (void)state;
  fill_large(&grid);
  assert_int_equal(pst_report_write(&grid, PST_FORMAT_CSV, NULL, file, &error), PST_IO);
  assert_string_equal(error.message, "No space left on device");
  fclose(file);
  pst_grid_free(&grid);
}

static void columns_may_come_after_rows(void **state)
{
  struct pst_grid grid;
  const struct pst_grid_column late = {.name = "late", .kind = PST_CELL_NUMBER};

  (void)state;
  sample_begin(&grid);
  for (int i = 0; i < 3; i++)
    sample_row(&grid, "x", i, i, 0);
  assert_int_equal(pst_grid_add_column(&grid, &late, NULL), PST_OK);
  pst_grid_set_number(&grid, 1, 4, 7);
  assert_int_equal(pst_grid_copy_text(&grid, 2, SAMPLE_NAME, "copy", NULL), PST_OK);
  writes(&grid, PST_FORMAT_CSV, 0,
         "name,\"value, net\",n,seen,late\n"
         "x,0,0,false,\n"
         "x,1,1,false,7\n"
         "copy,2,2,false,\n");
  pst_grid_free(&grid);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_ending_names_the_format),      cmocka_unit_test(a_file_is_no_terminal),
      cmocka_unit_test(a_file_holds_what_a_buffer_holds), cmocka_unit_test(a_full_disk_is_told),
      cmocka_unit_test(columns_may_come_after_rows),
  };

  return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
