#include "check.h"

#include <jansson.h>

#include "test_report_sample.h"

static void json_is_an_array_of_objects(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_fill(&grid);
  writes(&grid, "json", 0,
         "[\n"
         "{\"name\":\"Japan\",\"value, net\":1234.5,\"n\":3,\"seen\":true},\n"
         "{\"name\":\"Korea, Rep.\",\"value, net\":-0.1,\"n\":0,\"seen\":false},\n"
         "{\"name\":\"the \\\"Four\\\"\",\"value, net\":1e+300,\"n\":1000000000000000,"
         "\"seen\":null},\n"
         "{\"name\":\"two\\nlines\",\"value, net\":5e-324,\"n\":null,\"seen\":true},\n"
         "{\"name\":\"\xE6\x97\xA5\xE6\x9C\xAC\",\"value, net\":0.30000000000000004,"
         "\"n\":9007199254740991,\"seen\":true},\n"
         "{\"name\":\" blank \",\"value, net\":0,\"n\":-1,\"seen\":true},\n"
         "{\"name\":\"\",\"value, net\":null,\"n\":1,\"seen\":true},\n"
         "{\"name\":null,\"value, net\":null,\"n\":null,\"seen\":null},\n"
         "{\"name\":\"tab\\there|pipe\",\"value, net\":null,\"n\":1,\"seen\":true}\n"
         "]\n");
  pst_grid_free(&grid);
}

static void jsonl_is_an_object_a_line(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  writes(&grid, "jsonl", 0, "");
  sample_row(&grid, "a", 1, 2, 1);
  sample_row(&grid, NULL, NAN, 2, 0);
  writes(&grid, "jsonl", 0,
         "{\"name\":\"a\",\"value, net\":1,\"n\":2,\"seen\":true}\n"
         "{\"name\":null,\"value, net\":null,\"n\":2,\"seen\":false}\n");
  pst_grid_free(&grid);
}

static void an_empty_grid_is_an_empty_array(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  writes(&grid, "json", 0, "[]\n");
  pst_grid_free(&grid);
}

static void control_characters_and_bad_bytes(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  sample_row(&grid, "\x01\b\f\r\x1F\x7F\\/ \xE9 \xEF\xBF\xBD", 1, 1, 1);
  writes(&grid, "jsonl", 0,
         "{\"name\":\"\\u0001\\b\\f\\r\\u001f\\u007f\\\\/ \xEF\xBF\xBD \xEF\xBF\xBD\",\"value, "
         "net\":1,"
         "\"n\":1,\"seen\":true}\n");
  pst_grid_free(&grid);
}

/* jansson must read back the same texts and, to the last bit, the same numbers. */
static void a_parser_reads_it_back(void **state)
{
  struct pst_grid grid;
  struct pst_buffer out = {.data = NULL};
  json_t *array;

  (void)state;
  sample_fill(&grid);
  sample_row(&grid, "\x01\x02\x1B[2J", 1.0 / 3, 1, 1);
  assert_int_equal(pst_report_print(&grid, pst_format_named("json"), NULL, &out, NULL), PST_OK);
  array = json_loads(pst_buffer_string(&out), JSON_DECODE_INT_AS_REAL, NULL);
  assert_non_null(array);
  assert_int_equal(json_array_size(array), grid.n_rows);
  for (size_t i = 0; i < grid.n_rows; i++) {
    const json_t *row = json_array_get(array, i);
    const char *name = grid.columns[SAMPLE_NAME].cells.texts[i];
    double value = grid.columns[SAMPLE_VALUE].cells.numbers[i];
    const json_t *got = json_object_get(row, "value, net");

    if (name == NULL)
      assert_true(json_is_null(json_object_get(row, "name")));
    else
      assert_string_equal(json_string_value(json_object_get(row, "name")), name);
    if (isfinite(value))
      assert_close(json_real_value(got), value, 0, 0);
    else
      assert_true(json_is_null(got));
  }
  json_decref(array);
  pst_buffer_free(&out);
  pst_grid_free(&grid);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(json_is_an_array_of_objects),
      cmocka_unit_test(jsonl_is_an_object_a_line),
      cmocka_unit_test(an_empty_grid_is_an_empty_array),
      cmocka_unit_test(control_characters_and_bad_bytes),
      cmocka_unit_test(a_parser_reads_it_back),
  };

  return cmocka_run_group_tests_name("report json", tests, NULL, NULL);
}
