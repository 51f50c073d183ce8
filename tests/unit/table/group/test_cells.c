#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "random.h"
#include "table/group/cells.h"
#include "table/load/load.h"

static double probability = 0.5; /* of quantiles */

/* The file NAME with columns g (text), t (time) and v (number), aggregated from parts of PART rows. */
static enum pst_status aggregate(const char *path, size_t part, enum pst_aggregate how,
                                 struct pst_table *out, struct pst_cells_report *report,
                                 struct pst_error *error)
{
  static const char *files[] = {"rows.csv"};
  struct pst_load_options options = {.n_missing = 0};
  struct pst_loader *loader;
  struct pst_table table = {.n_rows = 0};
  struct pst_cells *cells;
  size_t keys[2], values[1];
  enum pst_status status;

  assert_int_equal(pst_loader_open(&path, 1, &options, &loader, NULL), PST_OK);
  assert_int_equal(pst_loader_ask(loader, "g", PST_WANT_TEXT, &keys[0], NULL), PST_OK);
  assert_int_equal(pst_loader_ask(loader, "t", PST_WANT_TIME, &keys[1], NULL), PST_OK);
  assert_int_equal(pst_loader_ask(loader, "v", PST_WANT_NUMBER, &values[0], NULL), PST_OK);
  assert_int_equal(pst_cells_new(how, 2, 1, &cells, NULL), PST_OK);
  pst_cells_become(cells, 0, how, probability);
  assert_int_equal(pst_loader_begin(loader, &table, NULL), PST_OK);
  do {
    status = pst_loader_part(loader, part, error);
    if (status == PST_OK)
      status = pst_cells_add(cells, &table, keys, values, error);
  } while (status == PST_OK && table.n_rows > 0);
  if (status == PST_OK)
    status = pst_loader_finish(loader, error);
  *out = (struct pst_table){.files = files, .n_files = 1};
  if (status == PST_OK)
    status = pst_cells_finish(cells, out, report, error);
  pst_cells_free(cells);
  pst_table_free(&table);
  pst_loader_close(loader);
  return status;
}

/* "A 2000 16; A 2001 -": the cells of TEXT's rows. */
static void gives(const char *text, enum pst_aggregate how, const char *want)
{
  struct pst_buffer got = {.data = NULL};
  struct pst_table table;
  struct pst_cells_report report;
  char cell[PST_CELL_SIZE];

  assert_int_equal(aggregate(file_text("rows.csv", text), 100, how, &table, &report, NULL), PST_OK);
  for (size_t r = 0; r < table.n_rows; r++)
    for (size_t c = 0; c < 3; c++) {
      const char *string = pst_column_text(&table.columns[c], r, cell);

      pst_buffer_printf(&got, "%s%s",
                        c > 0   ? " "
                        : r > 0 ? "; "
                                : "",
                        string == NULL ? "-" : string);
    }
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
  pst_table_free(&table);
}

static void known_values(void **state)
{
  static const char text[] = "g,t,v\nB,2001,0.1\nA,2000,3\nB,2001,0.2\nA,2000,-1.5\nA,2001,\n"
                             "B,2001,\nB,2001,0.7\nB,2001,0.1\n,2001,8\nA,,9\n";

  (void)state;
  gives(text, PST_AGGREGATE_SUM, "B 2001 1.1; A 2000 1.5; A 2001 -");
  gives(text, PST_AGGREGATE_MEAN, "B 2001 0.275; A 2000 0.75; A 2001 -");
  gives(text, PST_AGGREGATE_COUNT, "B 2001 4; A 2000 2; A 2001 0");
  gives(text, PST_AGGREGATE_MEDIAN, "B 2001 0.15; A 2000 0.75; A 2001 -");
  gives("g,t,v\n", PST_AGGREGATE_SUM, "");
  gives("g,t,v\nA,2000,-0.0\nA,-0,1\nA,0,2\n", PST_AGGREGATE_SUM, "A 2000 0; A 0 3");
}

/* The first and the last are those of the input, not of the times. */
static void one_of_the_values(void **state)
{
  static const char text[] = "g,t,v\nB,2001,\nB,2001,0.30\nA,2000,3\nB,2001,-2\nA,2000,-1.5\n"
                             "A,2001,\nB,2001,7\nB,2001,0.1\nB,2001,\n";
  static const char five[] = "g,t,v\nA,1,50\nA,1,10\nA,1,40\nA,1,20\nA,1,30\nB,1,0.1\nB,1,0.4\n";

  (void)state;
  gives(text, PST_AGGREGATE_MIN, "B 2001 -2; A 2000 -1.5; A 2001 -");
  gives(text, PST_AGGREGATE_MAX, "B 2001 7; A 2000 3; A 2001 -");
  gives(text, PST_AGGREGATE_FIRST, "B 2001 0.3; A 2000 3; A 2001 -");
  gives(text, PST_AGGREGATE_LAST, "B 2001 0.1; A 2000 -1.5; A 2001 -");
  gives(five, PST_AGGREGATE_QUANTILE, "A 1 30; B 1 0.25");
  probability = 0.9; /* R: quantile(c(10, 20, 30, 40, 50), 0.9) is 46 */
  gives(five, PST_AGGREGATE_QUANTILE, "A 1 46; B 1 0.37");
  probability = 0;
  gives(five, PST_AGGREGATE_QUANTILE, "A 1 10; B 1 0.1");
  probability = 1;
  gives(five, PST_AGGREGATE_QUANTILE, "A 1 50; B 1 0.4");
  probability = 0.5;
}

static void one_of_bounded_values(void **state)
{
  static const char whole[] =
      "g,t,v\nA,1,>10\nA,1,15\nA,2,>10\nA,2,5\nA,3,<5\nA,3,>5\nA,4,>=3\nA,4,>3\n";
  static const char decimal[] =
      "g,t,v\nA,1,>10.5\nA,1,15\nA,2,\"[1,2]\"\nA,2,\"(1.5,3)\"\nA,2,<=3\nA,3,>1\nA,3,>1\n";

  (void)state;
  gives(whole, PST_AGGREGATE_MIN, "A 1 [11,15]; A 2 5; A 3 <=4; A 4 >=3");
  gives(whole, PST_AGGREGATE_MAX, "A 1 >=15; A 2 >=11; A 3 >=6; A 4 >=4");
  gives(whole, PST_AGGREGATE_FIRST, "A 1 >=11; A 2 >=11; A 3 <=4; A 4 >=3");
  gives(whole, PST_AGGREGATE_LAST, "A 1 15; A 2 5; A 3 >=6; A 4 >=4");
  gives(whole, PST_AGGREGATE_QUANTILE, "A 1 -; A 2 -; A 3 -; A 4 -");
  gives(decimal, PST_AGGREGATE_MIN, "A 1 (10.5,15]; A 2 <=2; A 3 >1");
  gives(decimal, PST_AGGREGATE_MAX, "A 1 >=15; A 2 (1.5,3]; A 3 >1");
}

/* Beyond 2^53 too: 2^53 + 1 is read, summed and printed. */
static void large_whole_numbers(void **state)
{
  static const char text[] =
      "g,t,v\nA,1,9007199254740993\nB,1,9007199254740993\nA,1,9007199254740992\n"
      "B,1,0\nC,1,-9007199254740993\nC,1,9007199254740992\nA,1,1\n";
  struct pst_table table;
  struct pst_cells_report report;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  gives(text, PST_AGGREGATE_SUM, "A 1 18014398509481986; B 1 9007199254740993; C 1 -1");
  gives(text, PST_AGGREGATE_MEAN, "A 1 6004799503160662; B 1 4503599627370496; C 1 -0.5");
  assert_int_equal(
      aggregate(file_text("rows.csv", text), 100, PST_AGGREGATE_MEDIAN, &table, &report, &error),
      PST_BAD_DATA);
  assert_int_equal(error.line, 2);
  assert_string_equal(error.message,
                      "v: '9007199254740993' has more digits than the median tells apart (whole "
                      "numbers are exact up to 9007199254740992); sum and mean take it");
  pst_table_free(&table);
}

static void bounded_values(void **state)
{
  static const char whole[] =
      "g,t,v\nA,1,>10\nA,1,5\nA,2,>10\nA,2,>=7\nA,3,<5\nA,3,>5\nA,4,\"(1,3)\"\n";
  static const char decimal[] = "g,t,v\nA,1,>10\nA,1,5\nA,2,\"[0.1,0.2]\"\nA,2,0.2\nA,3,<4\n";

  (void)state;
  gives(whole, PST_AGGREGATE_SUM, "A 1 >=16; A 2 >=18; A 3 -; A 4 2");
  gives(whole, PST_AGGREGATE_MEAN, "A 1 >=8; A 2 >=9; A 3 -; A 4 2");
  gives(whole, PST_AGGREGATE_COUNT, "A 1 2; A 2 2; A 3 2; A 4 1");
  gives(whole, PST_AGGREGATE_MEDIAN, "A 1 -; A 2 -; A 3 -; A 4 -");
  gives(decimal, PST_AGGREGATE_SUM, "A 1 >15; A 2 [0.3,0.4]; A 3 <4");
  gives(decimal, PST_AGGREGATE_MEAN, "A 1 >7.5; A 2 [0.15,0.2]; A 3 <4");
}

/* Ends of sums: each open one of whole numbers is a step further in; a sum is open where one of its ends is. */
static void ends_of_sums(void **state)
{
  static const char whole[] =
      "g,t,v\nA,1,<5\nA,1,<5\nA,2,<5\nA,2,<=5\nA,3,>10\nA,3,\"[1,2]\"\n"
      "A,4,>10\nA,4,<5\nA,5,\"(1,4)\"\nA,5,\"(1,4)\"\nA,6,<5\nA,6,\nA,7,>=1\n";
  static const char decimal[] =
      "g,t,v\nA,1,<4.5\nA,1,<=1\nA,2,\"(1,3)\"\nA,2,0.5\nA,3,\"[1,3)\"\n"
      "A,3,\"(0.5,1]\"\nA,4,>10.5\nA,4,\"[1,2]\"\nA,5,<=1.5\nA,5,<=2\nA,6,\"[0,1)\"\n"
      "A,6,\"[0,1]\"\n";

  (void)state;
  gives(whole, PST_AGGREGATE_SUM, "A 1 <=8; A 2 <=9; A 3 >=12; A 4 -; A 5 [4,6]; A 6 <=4; A 7 >=1");
  gives(whole, PST_AGGREGATE_MEAN,
        "A 1 <=4; A 2 <=4.5; A 3 >=6; A 4 -; A 5 [2,3]; A 6 <=4; A 7 >=1");
  gives(whole, PST_AGGREGATE_COUNT, "A 1 2; A 2 2; A 3 2; A 4 2; A 5 2; A 6 1; A 7 1");
  gives(decimal, PST_AGGREGATE_SUM,
        "A 1 <5.5; A 2 (1.5,3.5); A 3 (1.5,4); A 4 >11.5; A 5 <=3.5; A 6 [0,2)");
  gives(decimal, PST_AGGREGATE_MEAN,
        "A 1 <2.75; A 2 (0.75,1.75); A 3 (0.75,2); A 4 >5.75; A 5 <=1.75; A 6 [0,1)");
}

/* What is printed is as exact as the value, to 255 decimals: a byte holds them. */
static void decimals_of_what_comes_out(void **state)
{
  static const struct {
    const char *text;
    int decimals;
  } rows[] = {{"g,t,v\nA,1,1e-20\nA,1,1\n", 20}, {"g,t,v\nA,1,1e-255\n", 255},
              {"g,t,v\nA,1,1e-256\n", 255},      {"g,t,v\nA,1,1e-300\n", 255},
              {"g,t,v\nA,1,100\n", 0},           {"g,t,v\nA,1,1.50\n", 1},
              {"g,t,v\nA,1,-0.0001\n", 4},       {"g,t,v\nA,1,0.00012\n", 5},
              {"g,t,v\nA,1,0.00001\n", 5},       {"g,t,v\nA,1,0.123456\n", 6},
              {"g,t,v\nA,1,0.1234567\n", 7},     {"g,t,v\nA,1,999999999.5\n", 1},
              {"g,t,v\nA,1,1000000000.25\n", 2}, {"g,t,v\nA,1,999999999999999.5\n", 1},
              {"g,t,v\nA,1,1e15\n", 0},          {"g,t,v\nA,1,1e22\n", 0}};
  struct pst_cells_report report;
  struct pst_table table;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_int_equal(aggregate(file_text("rows.csv", rows[i].text), 100, PST_AGGREGATE_MIN, &table,
                               &report, NULL),
                     PST_OK);
    assert_int_equal(pst_column_decimals(&table.columns[2], 0), rows[i].decimals);
    pst_table_free(&table);
  }
}

/* A median that bounds leave open is counted; one of empty cells is not. */
static void medians_that_bounds_leave_open(void **state)
{
  static const char text[] = "g,t,v\nA,1,>10\nA,1,5\nA,2,\nA,3,7\nB,1,<2\nB,2,\n";
  struct pst_cells_report report;
  struct pst_table table;

  (void)state;
  assert_int_equal(
      aggregate(file_text("rows.csv", text), 100, PST_AGGREGATE_MEDIAN, &table, &report, NULL),
      PST_OK);
  assert_int_equal(report.cells, 5);
  assert_int_equal(report.bounded_lost, 2);
  assert_int_equal(table.columns[2].n_missing, 4);
  pst_table_free(&table);
}

static void times_of_all_kinds(void **state)
{
  (void)state;
  gives("g,t,v\nA,2000-Q1,1\nA,2000-Q2,2\nA,2000-Q1,3\n", PST_AGGREGATE_SUM,
        "A 2000-Q1 4; A 2000-Q2 2");
  gives("g,t,v\nA,2001-2003,1\nA,2000-2004,2\nA,2001-2003,3\n", PST_AGGREGATE_SUM,
        "A 2001-2003 4; A 2000-2004 2");
  gives("g,t,v\nA,1.5,1\nA,1.50,2\n", PST_AGGREGATE_COUNT, "A 1.5 2");
}

/* --- brute force ---------------------------------------------------------------------------------- */

enum { GROUPS = 7, TIMES = 5, ROWS = 30000 };

struct made {
  struct pst_buffer text;
  long long cents[GROUPS][TIMES][ROWS / 4];
  long long first[GROUPS][TIMES], last[GROUPS][TIMES];
  size_t n[GROUPS][TIMES], rows[GROUPS][TIMES], without_key;
};

static void make(struct made *made, uint64_t *seed)
{
  memset(made, 0, sizeof *made);
  pst_buffer_puts(&made->text, "v,other,t,g\n");
  for (size_t i = 0; i < ROWS; i++) {
    size_t g = random_below(seed, GROUPS), t = random_below(seed, TIMES);
    long long cents = (long long)random_below(seed, 2000001) - 1000000;
    bool missing = random_below(seed, 10) == 0;

    /* No group, or no time: the row is in no cell, whatever its value. */
    if (random_below(seed, 20) == 0) {
      bool no_group = random_below(seed, 2) == 0;

      pst_buffer_printf(&made->text, "7,x%zu,%s,%s\n", i, no_group ? "2000" : "",
                        no_group ? "" : "G1");
      made->without_key++;
      continue;
    }
    made->rows[g][t]++;
    if (missing)
      pst_buffer_printf(&made->text, ",x%zu,%zu,G%zu\n", i, 2000 + t, g);
    else
      pst_buffer_printf(&made->text, "%s%lld.%02lld,x%zu,%zu,G%zu\n", cents < 0 ? "-" : "",
                        llabs(cents) / 100, llabs(cents) % 100, i, 2000 + t, g);
    if (missing)
      continue;
    if (made->n[g][t] == 0)
      made->first[g][t] = cents;
    made->last[g][t] = cents;
    made->cents[g][t][made->n[g][t]++] = cents;
  }
}

static int by_cents(const void *a, const void *b)
{
  long long x = *(const long long *)a, y = *(const long long *)b;

  return x < y ? -1 : x > y;
}

static double expected(struct made *made, size_t g, size_t t, enum pst_aggregate how)
{
  long long *cents = made->cents[g][t], sum = 0;
  size_t n = made->n[g][t];

  for (size_t i = 0; i < n; i++)
    sum += cents[i];
  qsort(cents, n, sizeof *cents, by_cents);
  switch (how) {
  case PST_AGGREGATE_SUM:
    return (double)sum / 100;
  case PST_AGGREGATE_MEAN:
    return (double)sum / (100 * (double)n);
  case PST_AGGREGATE_COUNT:
    return (double)n;
  case PST_AGGREGATE_MIN:
    return (double)cents[0] / 100;
  case PST_AGGREGATE_MAX:
    return (double)cents[n - 1] / 100;
  case PST_AGGREGATE_FIRST:
    return (double)made->first[g][t] / 100;
  case PST_AGGREGATE_LAST:
    return (double)made->last[g][t] / 100;
  default:
    return (double)(cents[(n - 1) / 2] + cents[n / 2]) / 200;
  }
}

static void any_rows_in_any_parts(void **state)
{
  static const size_t parts[] = {1, 5000, 100000};
  struct made *made = malloc(sizeof *made);
  uint64_t seed = 11;

  (void)state;
  assert_non_null(made);
  make(made, &seed);
  for (unsigned how = PST_AGGREGATE_SUM; how <= PST_AGGREGATE_QUANTILE; how++)
    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
      const char *path = file_put("made.csv", made->text.data, made->text.size);
      struct pst_table table;
      struct pst_cells_report report;

      assert_int_equal(aggregate(path, parts[p], how, &table, &report, NULL), PST_OK);
      assert_int_equal(report.rows, ROWS);
      assert_int_equal(report.without_key, made->without_key);
      assert_int_equal(report.cells, GROUPS * TIMES);
      assert_int_equal(table.n_rows, GROUPS * TIMES);
      for (size_t r = 0; r < table.n_rows; r++) {
        char text[PST_CELL_SIZE];
        size_t g = (size_t)(pst_column_text(&table.columns[0], r, text)[1] - '0');
        size_t t = (size_t)(pst_column_number(&table.columns[1], r) - 2000);

        assert_close(pst_column_number(&table.columns[2], r), expected(made, g, t, how), 0, 0);
      }
      pst_table_free(&table);
    }
  pst_buffer_free(&made->text);
  free(made);
}

static void columns_are_named(void **state)
{
  struct pst_table table;
  struct pst_cells_report report;
  const char *path = file_text("rows.csv", "g,t,v\nA,2000,1\n,2000,1\nA,2000,\n");
  char text[PST_AGGREGATE_SIZE];

  (void)state;
  assert_int_equal(aggregate(path, 10, PST_AGGREGATE_MEAN, &table, &report, NULL), PST_OK);
  assert_string_equal(table.columns[2].name, "mean(v)");
  assert_string_equal(pst_aggregate_print(text, PST_AGGREGATE_LAST, 0.9), "last");
  assert_string_equal(pst_aggregate_print(text, PST_AGGREGATE_QUANTILE, 0.9), "quantile(0.9)");
  assert_int_equal(pst_table_line(&table, 0), 2);
  assert_int_equal(report.rows, 3);
  assert_int_equal(report.without_key, 1);
  assert_int_equal(report.missing, 1);
  pst_table_free(&table);
}

/* More rows than a part has, and then another kind of time. */
static void what_cannot_be_aggregated(void **state)
{
  struct pst_buffer text = {.data = NULL};
  struct pst_error error = {.status = PST_OK};
  struct pst_table table;
  struct pst_cells_report report;

  (void)state;
  pst_buffer_puts(&text, "g,t,v\n");
  for (int i = 0; i < 60000; i++)
    pst_buffer_puts(&text, "A,2000,1\n");
  pst_buffer_puts(&text, "A,2000-Q1,1\n");
  assert_int_equal(aggregate(file_text("rows.csv", pst_buffer_string(&text)), 1, PST_AGGREGATE_SUM,
                             &table, &report, &error),
                   PST_BAD_DATA);
  assert_non_null(strstr(error.message,
                         "'2000-Q1' is a quarter, but the cells before it are of the "
                         "kind year; a column has one kind of period"));
  assert_int_equal(error.line, 60002);
  pst_buffer_free(&text);
  error = (struct pst_error){.status = PST_OK};
  assert_int_equal(aggregate(file_text("rows.csv", "g,t,v\nA,1,1e308\nA,1,1e308\n"), 10,
                             PST_AGGREGATE_SUM, &table, &report, &error),
                   PST_BAD_DATA);
  pst_table_free(&table);
  assert_string_equal(error.message,
                      "sum(v) of the cell that begins here is too large for a number");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_values),
      cmocka_unit_test(one_of_the_values),
      cmocka_unit_test(one_of_bounded_values),
      cmocka_unit_test(large_whole_numbers),
      cmocka_unit_test(bounded_values),
      cmocka_unit_test(ends_of_sums),
      cmocka_unit_test(decimals_of_what_comes_out),
      cmocka_unit_test(medians_that_bounds_leave_open),
      cmocka_unit_test(times_of_all_kinds),
      cmocka_unit_test(any_rows_in_any_parts),
      cmocka_unit_test(columns_are_named),
      cmocka_unit_test(what_cannot_be_aggregated),
  };

  return cmocka_run_group_tests_name("cells", tests, NULL, NULL);
}
