#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "random.h"
#include "table/load/load.h"

struct loaded {
  struct pst_table table;
  struct pst_error error;
  size_t column[4];
};

struct question {
  const char *name;
  enum pst_want want;
};

/* Load N_PATHS files with the columns asked for (up to a NULL name). */
static enum pst_status load(struct loaded *loaded, const char *const *paths, size_t n_paths,
                            const struct question *questions, struct pst_load_options options)
{
  struct pst_loader *loader = NULL;
  enum pst_status status;

  *loaded = (struct loaded){.table = {.n_rows = 0}};
  status = pst_loader_open(paths, n_paths, &options, &loader, &loaded->error);
  for (size_t i = 0; questions[i].name != NULL && status == PST_OK; i++)
    status = pst_loader_ask(loader, questions[i].name, questions[i].want, &loaded->column[i],
                            &loaded->error);
  if (status == PST_OK)
    status = pst_loader_run(loader, &loaded->table, &loaded->error);
  pst_loader_close(loader);
  return status;
}

static const struct question year_and_oda[] = {
    {"year", PST_WANT_TIME}, {"oda", PST_WANT_NUMBER}, {NULL, 0}};

static const struct pst_column *column(const struct loaded *loaded, size_t question)
{
  return &loaded->table.columns[loaded->column[question]];
}

static void several_files_are_one_table(void **state)
{
  const char *paths[] = {file_text("one.csv", "year,x,oda\n2000,a,1.5\n2001,b,..\n"),
                         file_text("two.csv", "oda;year\n7;2002\n"),
                         file_text("three.csv", "extra|oda|year\n\n|>9|2003\n")};
  static const char *const missing[] = {".."};
  static const double years[] = {2000, 2001, 2002, 2003};
  struct loaded got;

  (void)state;
  assert_int_equal(load(&got, paths, 3, year_and_oda,
                        (struct pst_load_options){.missing = missing, .n_missing = 1}),
                   PST_OK);
  assert_int_equal(got.table.n_rows, 4);
  assert_int_equal(got.table.rows_read, 4);
  for (size_t r = 0; r < 4; r++)
    assert_close(pst_column_number(column(&got, 0), r), years[r], 0, 0);
  assert_close(pst_column_number(column(&got, 1), 2), 7, 0, 0);
  assert_true(pst_column_missing(column(&got, 1), 1));
  assert_true(pst_column_bounded(column(&got, 1), 3));
  assert_string_equal(pst_table_file(&got.table, 2), paths[1]);
  assert_int_equal(pst_table_line(&got.table, 3), 3);
  pst_table_free(&got.table);
}

/* Which token made a cell missing outlives the growth of the table and rows that are dropped. */
static void the_token_of_each_missing_cell(void **state)
{
  enum { ROWS = 1000 };
  static const char *const missing[] = {"..", "n/a"}, *const cells[] = {"7", "..", "", "n/a"};
  static const struct question any[] = {{"a", PST_WANT_ANY}, {"b", PST_WANT_NUMBER}, {NULL, 0}};
  struct pst_buffer text = {.data = NULL};
  bool keep[ROWS];
  const char *path;
  struct loaded got;

  (void)state;
  pst_buffer_puts(&text, "a,b\n");
  for (size_t r = 0; r < ROWS; r++)
    pst_buffer_printf(&text, "%s,%s\n", cells[r % 4], r < 3 ? "1" : "n/a");
  path = file_text("tokens.csv", pst_buffer_string(&text));
  assert_int_equal(
      load(&got, &path, 1, any, (struct pst_load_options){.missing = missing, .n_missing = 2}),
      PST_OK);
  assert_int_equal(got.table.n_missing_tokens, 2);
  assert_string_equal(got.table.missing_tokens[1], "n/a");
  for (size_t r = 0; r < ROWS; r++)
    keep[r] = r % 4 != 0;
  pst_table_keep(&got.table, keep);
  assert_int_equal(got.table.n_rows, ROWS / 4 * 3);
  for (size_t r = 0; r < got.table.n_rows; r++) {
    assert_true(pst_column_missing(column(&got, 0), r));
    assert_int_equal(pst_column_token(column(&got, 0), r), r % 3 == 0 ? 1 : r % 3 == 1 ? 0 : 2);
    if (r >= 2)
      assert_int_equal(pst_column_token(column(&got, 1), r), 2);
  }
  pst_table_free(&got.table);
  pst_buffer_free(&text);
}

static void fails(const char *const *paths, size_t n, const struct question *questions,
                  struct pst_load_options options, enum pst_status status, unsigned long line,
                  const char *message)
{
  struct loaded got;

  assert_int_equal(load(&got, paths, n, questions, options), status);
  assert_int_equal(got.error.line, line);
  if (strstr(message, "%s") == NULL)
    assert_string_equal(got.error.message, message);
  else
    assert_non_null(strstr(got.error.message, strstr(message, "%s") + 2));
  pst_table_free(&got.table);
}

static void what_cannot_be_loaded(void **state)
{
  const char *good = file_text("good.csv", "year,oda\n2000,1\n"),
             *lacks = file_text("lacks.csv", "year,odi\n2000,1\n"),
             *bad = file_text("bad.csv", "year,oda\n2000,1\n\n2001,x\n"),
             *twins = file_text("twins.csv", "year,oda,oda\n2000,1,2\n");
  const char *two[] = {good, lacks}, *pipes[] = {"-", "-"};

  (void)state;
  fails(two, 2, year_and_oda, (struct pst_load_options){.n_missing = 0}, PST_USAGE, 0,
        "%s has no column 'oda'; did you mean 'odi'?");
  fails(&bad, 1, year_and_oda, (struct pst_load_options){.n_missing = 0}, PST_BAD_DATA, 4,
        "field 2 (oda): 'x' is not a number; use --missing x or --on-bad skip");
  fails(&twins, 1, year_and_oda, (struct pst_load_options){.n_missing = 0}, PST_USAGE, 0,
        "%s has two columns 'oda', fields 2 and 3; write #2 or #3");
  fails(&good, 1, year_and_oda,
        (struct pst_load_options){.style = {.decimal = ',', .thousands = ','}}, PST_USAGE, 0,
        "--thousands: ',' is the decimal mark; name another one with --decimal");
  fails(&good, 1, year_and_oda, (struct pst_load_options){.style = {.thousands = '.'}}, PST_USAGE,
        0, "--thousands: '.' is the decimal mark; name another one with --decimal");
  fails(&good, 1, year_and_oda, (struct pst_load_options){.style = {.decimal = 'e'}}, PST_USAGE, 0,
        "--decimal: 'e' can be part of a number itself");
  fails(&good, 1, year_and_oda, (struct pst_load_options){.reader = {.delimiter = '"'}}, PST_USAGE,
        0, "--delimiter: a quote or a line end cannot part fields");
  fails(pipes, 2, year_and_oda, (struct pst_load_options){.n_missing = 0}, PST_USAGE, 0,
        "standard input (-) is named twice");
}

static void columns_of_one_name_by_place(void **state)
{
  static const struct question second[] = {
      {"#3", PST_WANT_NUMBER}, {"#2", PST_WANT_NUMBER}, {NULL, 0}};
  const char *paths[] = {file_text("twins.csv", "year,oda,oda\n2000,1,2\n"),
                         file_text("twins2.csv", "year,oda,oda\n2001,3,4\n")};
  struct loaded got;

  (void)state;
  assert_int_equal(load(&got, paths, 2, second, (struct pst_load_options){.n_missing = 0}), PST_OK);
  assert_close(pst_column_number(column(&got, 0), 0), 2, 0, 0);
  assert_close(pst_column_number(column(&got, 0), 1), 4, 0, 0);
  assert_close(pst_column_number(column(&got, 1), 1), 3, 0, 0);
  pst_table_free(&got.table);
}

/* Rows left out leave no trace in the counts, wherever their bad cell stands. */
static void bad_rows_are_taken_back(void **state)
{
  static const struct question all[] = {
      {"t", PST_WANT_TIME}, {"n", PST_WANT_NUMBER}, {"g", PST_WANT_ANY}, {"m", PST_WANT_NUMBER}};
  const struct question questions[] = {all[0], all[1], all[2], all[3], {NULL, 0}};
  const char *path = file_text("bad.csv", "t,n,g,m\n"
                                          "2000-Q1,,x,bad\n" /* 2 */
                                          "2001,1,5,1\n"
                                          "2002,>3,,\n"
                                          "2003,>3,,bad\n" /* 5 */
                                          ",,,bad\n"
                                          "2004,bad,z,1\n"
                                          "Q,1,1,1\n"
                                          "2005,<=2,6,2\n"
                                          "7\n" /* 10 */
                                          ",,7,3\n");
  struct pst_load_options options = {.reader = {.skip_bad = true},
                                     .rejects = file_path("rejects.csv")};
  struct loaded got;
  char *rejects;

  (void)state;
  assert_int_equal(load(&got, &path, 1, questions, options), PST_OK);
  assert_int_equal(got.table.n_rows, 4);
  assert_int_equal(got.table.rows_read, 10);
  assert_int_equal(got.table.rows_rejected, 6);
  assert_int_equal(column(&got, 0)->n_missing, 1);
  assert_int_equal(column(&got, 0)->period, PST_PERIOD_YEAR);
  assert_int_equal(column(&got, 1)->n_missing, 1);
  assert_int_equal(column(&got, 1)->n_bounded, 2);
  assert_int_equal(column(&got, 2)->type, PST_COLUMN_NUMBER); /* x and z went with their rows */
  assert_int_equal(column(&got, 3)->n_missing, 1);
  rejects = file_get(options.rejects);
  assert_non_null(
      strstr(rejects, "\",2,\"field 4 (m): 'bad' is not a number\",\"2000-Q1,,x,bad\"\n"));
  assert_non_null(strstr(rejects, "\",10,\"1 field where the header has 4\",\"7\"\n"));
  free(rejects);
  pst_table_free(&got.table);
}

static void packages_stand_beside(void **state)
{
  static const struct question any[] = {
      {"code", PST_WANT_ANY}, {"oda", PST_WANT_NUMBER}, {NULL, 0}};
  const char *path = file_text("with.csv", "code,oda\n01,n/a\n02,3\n");
  struct loaded got;

  (void)state;
  file_text("datapackage.json",
            "{\"resources\": [{\"path\": \"with.csv\", \"schema\": {\"fields\": ["
            "{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"oda\", \"unit\": \"USD\"}],"
            "\"missingValues\": [\"n/a\"]}}]}");
  assert_int_equal(load(&got, &path, 1, any, (struct pst_load_options){.n_missing = 0}), PST_OK);
  assert_int_equal(column(&got, 0)->type, PST_COLUMN_TEXT);
  assert_string_equal(pst_column_text(column(&got, 0), 0, NULL), "01");
  assert_true(pst_column_missing(column(&got, 1), 0));
  assert_string_equal(column(&got, 1)->unit, "USD");
  pst_table_free(&got.table);
  file_text("datapackage.json", "{\"resources\": []}");
}

static void whole_numbers_tighten_bounds(void **state)
{
  static const struct question both[] = {{"a", PST_WANT_NUMBER}, {"b", PST_WANT_NUMBER}, {NULL, 0}};
  const char *path = file_text("whole.csv", "a,b\n>10,>10\n3,3.5\n<2,<2\n");
  struct loaded got;

  (void)state;
  assert_int_equal(load(&got, &path, 1, both, (struct pst_load_options){.n_missing = 0}), PST_OK);
  assert_close(pst_column_bounds(column(&got, 0), 0)->low, 11, 0, 0);
  assert_false(pst_column_bounds(column(&got, 0), 0)->low_open);
  assert_close(pst_column_bounds(column(&got, 0), 2)->high, 1, 0, 0);
  assert_close(pst_column_bounds(column(&got, 1), 0)->low, 10, 0, 0);
  assert_true(pst_column_bounds(column(&got, 1), 0)->low_open);
  pst_table_free(&got.table);
}

/* Only a column where nothing says that there is more than whole numbers is one of whole numbers. */
static void bounds_that_stay_as_printed(void **state)
{
  static const struct question one[] = {{"a", PST_WANT_NUMBER}, {NULL, 0}};
  static const struct {
    const char *text;
    bool whole;
  } rows[] = {
      {"a\n>10\n3\n..\n", true},        {"a\n>10\n>2.5\n", false}, {"a\n>10\n<2.5\n", false},
      {"a\n>10\n3.0\n", false},         {"a\n>10\n-4\n", true},    {"a\n>10\n\"[1,2]\"\n", true},
      {"a\n>10\n\"[1,2.5]\"\n", false},
  };
  const char *path;
  struct loaded got;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    static const char *missing[] = {".."};

    path = file_text("whole.csv", rows[i].text);
    assert_int_equal(
        load(&got, &path, 1, one, (struct pst_load_options){.missing = missing, .n_missing = 1}),
        PST_OK);
    assert_close(pst_column_bounds(column(&got, 0), 0)->low, rows[i].whole ? 11 : 10, 0, 0);
    assert_true(pst_column_bounds(column(&got, 0), 0)->low_open == !rows[i].whole);
    pst_table_free(&got.table);
  }
}

static size_t calls;
static double last_fraction;

static void count_progress(double fraction)
{
  calls++;
  last_fraction = fraction;
}

static void large_files_and_progress(void **state)
{
  struct pst_buffer text = {.data = NULL};
  uint64_t seed = 2;
  double sum = 0, got_sum = 0;
  const char *path;
  struct loaded got;

  (void)state;
  pst_buffer_puts(&text, "year,pad,oda\n");
  for (int i = 0; i < 60000; i++) {
    size_t value = random_below(&seed, 1000);

    sum += (double)value;
    pst_buffer_printf(&text, "%d,%s,%zu\n", i, value % 7 == 0 ? "\"quoted, \n\"" : "plain", value);
  }
  path = file_put("large.csv", text.data, text.size);
  pst_buffer_free(&text);
  assert_int_equal(load(&got, &path, 1, year_and_oda,
                        (struct pst_load_options){.show_progress = count_progress}),
                   PST_OK);
  assert_int_equal(got.table.n_rows, 60000);
  for (size_t r = 0; r < 60000; r++) {
    got_sum += pst_column_number(column(&got, 1), r);
    assert_close(pst_column_number(column(&got, 0), r), (double)r, 0, 0);
  }
  assert_close(got_sum, sum, 0, 0);
  assert_true(calls >= 2);
  assert_close(last_fraction, 1, 0, 0);
  pst_table_free(&got.table);
}

/* Blocks of several files, a rejected row among them, and a column that is numbers at first. */
static void a_table_in_parts(void **state)
{
  const char *paths[] = {file_text("one.csv", "k,v\n1,1\n2,x\n,2\n"),
                         file_text("two.csv", "v,k\n3,\n"),
                         file_text("three.csv", "k,v\n3,4\nA,5\n")};
  static const size_t rows[] = {2, 1, 2};
  struct pst_load_options options = {.reader = {.skip_bad = true}};
  struct pst_error error = {.status = PST_OK};
  struct pst_table table = {.n_rows = 0};
  struct pst_loader *loader;
  size_t key, value;

  (void)state;
  assert_int_equal(pst_loader_open(paths, 3, &options, &loader, NULL), PST_OK);
  assert_int_equal(pst_loader_ask(loader, "k", PST_WANT_ANY, &key, NULL), PST_OK);
  assert_int_equal(pst_loader_ask(loader, "v", PST_WANT_NUMBER, &value, NULL), PST_OK);
  assert_int_equal(pst_loader_begin(loader, &table, NULL), PST_OK);
  for (size_t p = 0; p < 2; p++) {
    assert_int_equal(pst_loader_part(loader, 1, NULL), PST_OK);
    assert_int_equal(table.n_rows, rows[p]);
    assert_int_equal(table.columns[key].type, PST_COLUMN_NUMBER);
    assert_int_equal(table.columns[key].n_missing, 1);
    assert_close(pst_column_number(&table.columns[value], rows[p] - 1), p == 0 ? 2 : 3, 0, 0);
    assert_non_null(pst_table_add_column(&table, "made", PST_WANT_NUMBER));
  }
  assert_int_equal(pst_loader_part(loader, 1, &error), PST_BAD_DATA);
  assert_string_equal(error.file, paths[2]);
  assert_int_equal(error.line, 3);
  assert_string_equal(error.message,
                      "k: 'A' is not a number, as the cells before it are; if all are meant as "
                      "text, say in a datapackage.json that the column is of the type string");
  assert_int_equal(pst_loader_finish(loader, NULL), PST_OK);
  assert_int_equal(table.n_columns, 2);
  assert_int_equal(table.rows_read, 6);
  assert_int_equal(table.rows_rejected, 1);
  pst_loader_close(loader);
  pst_table_free(&table);
}

static void headers_and_questions(void **state)
{
  struct pst_load_options options = {.n_missing = 0};
  const char *path = file_text("head.csv", "year;oda\n2000;1\n");
  struct pst_loader *loader;
  size_t a, b, c;

  (void)state;
  assert_int_equal(pst_loader_open(&path, 1, &options, &loader, NULL), PST_OK);
  assert_int_equal(pst_loader_columns(loader), 2);
  assert_string_equal(pst_loader_column(loader, 1), "oda");
  assert_string_equal(pst_loader_name(loader), path);
  assert_int_equal(pst_loader_delimiter(loader), ';');
  assert_true(pst_loader_has(loader, "year") && pst_loader_has(loader, "#2"));
  assert_false(pst_loader_has(loader, "#3"));
  assert_int_equal(pst_loader_ask(loader, "oda", PST_WANT_NUMBER, &a, NULL), PST_OK);
  assert_int_equal(pst_loader_ask(loader, "oda", PST_WANT_TEXT, &b, NULL), PST_OK);
  assert_int_equal(pst_loader_ask(loader, "#2", PST_WANT_NUMBER, &c, NULL), PST_OK);
  assert_int_equal(a, c);
  assert_true(a != b);
  pst_loader_close(loader);
}

/* Beyond texts_most texts are counted and not kept, but of what may be numbers all are. */
static void texts_that_are_not_kept(void **state)
{
  enum { ROWS = 60000, DIFFERENT = 30000, MOST = 24000 };
  const struct question questions[] = {{"id", PST_WANT_ANY}, {"share", PST_WANT_ANY}, {NULL, 0}};
  struct pst_buffer text = {.data = NULL};
  const char *path;
  struct loaded got;

  (void)state;
  pst_buffer_puts(&text, "id,share\n");
  for (int i = 0; i < ROWS; i++)
    pst_buffer_printf(&text, i % 7 == 6 ? " P-%d\xC3\xA9,%d.5%%\n" : "P-%d,%d.5%%\n", i % DIFFERENT,
                      i);
  /* What does not show is nothing, and an accent is one in either form. */
  pst_buffer_puts(&text, "\xE2\x80\x8B,1%\nP-1e\xCC\x81,1%\n");
  path = file_text("many.csv", pst_buffer_string(&text));
  assert_int_equal(load(&got, &path, 1, questions, (struct pst_load_options){.texts_most = MOST}),
                   PST_OK);
  assert_int_equal(column(&got, 0)->type, PST_COLUMN_TEXT);
  assert_int_equal(column(&got, 0)->n_missing, 1);
  assert_int_equal(pst_column_texts(column(&got, 0))->count, MOST);
  assert_int_equal(pst_column_texts(column(&got, 0))->beyond->n_changed, 2);
  assert_int_equal(pst_column_code(column(&got, 0), ROWS), PST_CODE_MISSING);
  assert_int_equal(pst_column_code(column(&got, 0), DIFFERENT - 2), PST_CODE_BEYOND);
  assert_int_equal(column(&got, 1)->type, PST_COLUMN_NUMBER);
  assert_close(pst_column_number(column(&got, 1), ROWS - 1), ROWS - 0.5, 0, 0);
  pst_table_free(&got.table);
  pst_buffer_free(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(several_files_are_one_table),
      cmocka_unit_test(the_token_of_each_missing_cell),
      cmocka_unit_test(what_cannot_be_loaded),
      cmocka_unit_test(columns_of_one_name_by_place),
      cmocka_unit_test(bad_rows_are_taken_back),
      cmocka_unit_test(packages_stand_beside),
      cmocka_unit_test(whole_numbers_tighten_bounds),
      cmocka_unit_test(bounds_that_stay_as_printed),
      cmocka_unit_test(large_files_and_progress),
      cmocka_unit_test(headers_and_questions),
      cmocka_unit_test(a_table_in_parts),
      cmocka_unit_test(texts_that_are_not_kept),
  };

  return cmocka_run_group_tests_name("load", tests, NULL, NULL);
}
