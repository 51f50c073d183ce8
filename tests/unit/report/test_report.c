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
    const char *format; /* NULL: none */
  } cases[] = {
      {"a.txt", "text"},    {"a.csv", "csv"},   {"dir.csv/a", NULL},    {"A.CSV", "csv"},
      {"x/a.tsv", "tsv"},   {"a.json", "json"}, {"a.b.jsonl", "jsonl"}, {"a.ndjson", "jsonl"},
      {"a.md", "markdown"}, {"a.html", "html"}, {"a.xlsx", NULL},       {"csv", NULL},
      {"", NULL},
  };

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const struct pst_format *format = pst_format_from_path(cases[i].path);

    if (cases[i].format == NULL)
      assert_null(format);
    else
      assert_string_equal(format->name, cases[i].format);
  }
}

static void the_choices_are_in_the_order_of_the_table(void **state)
{
  struct pst_arena arena = {.last = NULL};
  const char *const *grids = pst_format_choices(false, &arena);
  const char *const *pages = pst_format_choices(true, &arena);
  size_t n = 0, n_pages = 0;

  (void)state;
  for (; grids[n] != NULL; n++) {
    assert_string_equal(grids[n], pst_formats[n].name);
    assert_non_null(pst_formats[n].write);
  }
  for (; pages[n_pages] != NULL; n_pages++)
    assert_string_equal(pages[n_pages], pst_formats[n_pages].name);
  assert_int_equal(n_pages, pst_n_formats);
  assert_int_equal(n, n_pages - 1);
  assert_string_equal(pages[n], "html");
  assert_null(pst_format_named("xlsx"));
  pst_arena_free(&arena);
}

static void messages_list_the_formats(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_format_endings(false, &out);
  assert_string_equal(pst_buffer_string(&out), ".txt, .csv, .tsv, .json, .jsonl, .md or .tex");
  pst_buffer_clear(&out);
  pst_format_endings(true, &out);
  assert_string_equal(pst_buffer_string(&out),
                      ".txt, .csv, .tsv, .json, .jsonl, .md, .tex or .html");
  pst_buffer_clear(&out);
  pst_format_people(&out);
  assert_string_equal(pst_buffer_string(&out), "text, markdown and latex");
  pst_buffer_free(&out);
}

static void a_file_is_no_terminal(void **state)
{
  FILE *file = fopen("/dev/null", "w");

  (void)state;
  assert_string_equal(pst_format_default(file)->name, "csv");
  assert_int_equal(pst_report_terminal_width(file), 80);
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
  for (const struct pst_format *format = pst_formats; format->write != NULL; format++) {
    struct pst_buffer want = {.data = NULL};
    char *got = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&got, &size);

    assert_int_equal(pst_report_print(&grid, format, NULL, &want, NULL), PST_OK);
    assert_int_equal(pst_report_write(&grid, format, NULL, file, NULL), PST_OK);
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
  assert_int_equal(pst_report_write(&grid, pst_format_named("csv"), NULL, file, &error), PST_IO);
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
  writes(&grid, "csv", 0,
         "name,\"value, net\",n,seen,late\n"
         "x,0,0,false,\n"
         "x,1,1,false,7\n"
         "copy,2,2,false,\n");
  pst_grid_free(&grid);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_choices_are_in_the_order_of_the_table),
      cmocka_unit_test(messages_list_the_formats),
      cmocka_unit_test(the_ending_names_the_format),
      cmocka_unit_test(a_file_is_no_terminal),
      cmocka_unit_test(a_file_holds_what_a_buffer_holds),
      cmocka_unit_test(a_full_disk_is_told),
      cmocka_unit_test(columns_may_come_after_rows),
  };

  return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
