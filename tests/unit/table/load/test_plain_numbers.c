/* Columns of any kind whose cells are plain numbers, against the same read as texts. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "file.h"
#include "random.h"
#include "table/load/load.h"

static void put_number(uint64_t *seed, struct pst_buffer *csv)
{
  const int decimals = (int)random_below(seed, 5);

  pst_buffer_printf(csv, "%s%.*f", random_below(seed, 5) == 0 ? "-" : "", decimals,
                    (double)random_below(seed, 100000) / 64);
}

/* What ends a column of plain numbers, or does not: rare among the cells. */
static void put_other(uint64_t *seed, struct pst_buffer *csv, const char *end)
{
  static const char *const other[] = {"",
                                      "n/a",
                                      " 12 ",
                                      "-0",
                                      "007",
                                      "1e3",
                                      ".5",
                                      "5.",
                                      "+7",
                                      ">10",
                                      "2015-01",
                                      "abc",
                                      "12%",
                                      "1234567890123456789",
                                      "0.1000000000000000",
                                      "12 345"};

  pst_buffer_puts(csv, end != NULL ? end : other[random_below(seed, sizeof other / sizeof *other)]);
}

/* Several kinds of columns, one of many rows so that more than one block is read. */
static const char *write_table(uint64_t *seed, int round)
{
  struct pst_buffer csv = {.data = NULL};
  const size_t rows = round % 20 == 0 ? 30000 : random_below(seed, 60),
               odd = round % 20 == 0 ? 20000 : 30;
  static const char *path;

  pst_buffer_puts(&csv, "number,missing,mixed,year,month,empty,kept\n");
  for (size_t r = 0; r < rows; r++) {
    put_number(seed, &csv);
    pst_buffer_putc(&csv, ',');
    if (random_below(seed, 3) > 0)
      put_number(seed, &csv);
    else
      put_other(seed, &csv, random_below(seed, 2) == 0 ? "" : "n/a");
    pst_buffer_putc(&csv, ',');
    if (random_below(seed, odd) > 0)
      put_number(seed, &csv);
    else
      put_other(seed, &csv, NULL);
    pst_buffer_printf(&csv, ",%d,%d%02d,,%s\n", 1990 + (int)random_below(seed, 30),
                      1990 + (int)random_below(seed, 30), 1 + (int)random_below(seed, 12),
                      random_below(seed, 500) > 0 || round % 3 > 0 ? "1" : "x");
  }
  path = file_text("numbers.csv", pst_buffer_string(&csv));
  pst_buffer_free(&csv);
  return path;
}

static enum pst_status load(const char *path, bool alone, char decimal, bool skip,
                            struct pst_table *table, struct pst_error *error)
{
  static const char *const missing[] = {"n/a"};
  struct pst_load_options options = {.missing = missing,
                                     .n_missing = 1,
                                     .style.decimal = decimal,
                                     .reader.skip_bad = skip,
                                     .numbers_alone = alone};
  struct pst_loader *loader = NULL;
  size_t column;
  enum pst_status status = pst_loader_open(&path, 1, &options, &loader, error);

  *table = (struct pst_table){.n_rows = 0};
  for (size_t f = 0; f < 6 && status == PST_OK; f++)
    status = pst_loader_ask_field(loader, f, PST_WANT_ANY, &column, error);
  if (status == PST_OK)
    status = pst_loader_ask_field(loader, 6, PST_WANT_NUMBER, &column, error);
  if (status == PST_OK)
    status = pst_loader_run(loader, table, error);
  pst_loader_close(loader);
  return status;
}

static void same_cell(const struct pst_column *a, const struct pst_column *b, size_t r)
{
  char text_a[PST_CELL_SIZE], text_b[PST_CELL_SIZE];
  const char *shown_a = pst_column_text(a, r, text_a), *shown_b = pst_column_text(b, r, text_b);

  assert_int_equal(pst_column_missing(a, r), pst_column_missing(b, r));
  if (pst_column_missing(a, r))
    assert_int_equal(pst_column_token(a, r), pst_column_token(b, r));
  if (a->type == PST_COLUMN_NUMBER)
    assert_int_equal(pst_column_decimals(a, r), pst_column_decimals(b, r));
  if (shown_a == NULL || shown_b == NULL)
    assert_true(shown_a == shown_b);
  else
    assert_string_equal(shown_a, shown_b);
  if (a->type == PST_COLUMN_TEXT && shown_a != NULL)
    assert_int_equal(pst_column_code(a, r), pst_column_code(b, r));
}

static void same_table(const struct pst_table *a, const struct pst_table *b)
{
  assert_int_equal(a->n_rows, b->n_rows);
  for (size_t c = 0; c < a->n_columns; c++) {
    const struct pst_column *x = &a->columns[c], *y = &b->columns[c];

    assert_int_equal(x->type, y->type);
    assert_int_equal(x->period, y->period);
    assert_int_equal(x->n_missing, y->n_missing);
    assert_int_equal(x->n_bounded, y->n_bounded);
    for (size_t r = 0; r < a->n_rows; r++)
      same_cell(x, y, r);
  }
}

static void columns_are_what_their_texts_say(void **state)
{
  uint64_t seed = 91;

  (void)state;
  for (int round = 0; round < 400; round++) {
    const char *path = write_table(&seed, round);
    const char decimal = round % 7 == 0 ? ',' : '\0';
    struct pst_error error = {.status = PST_OK}, as_texts = {.status = PST_OK};
    struct pst_table table, wanted;

    for (int skip = 0; skip < 2; skip++) {
      assert_int_equal(load(path, true, decimal, skip, &table, &error),
                       load(path, false, decimal, skip, &wanted, &as_texts));
      assert_string_equal(error.message, as_texts.message);
      assert_int_equal(error.line, as_texts.line);
      if (error.status == PST_OK)
        same_table(&table, &wanted);
      pst_table_free(&table);
      pst_table_free(&wanted);
    }
  }
}

/* A column of numbers alone has no codes; one that turned out otherwise has the texts that it had. */
static void texts_come_back(void **state)
{
  const char *path = file_text("back.csv", "number,missing,mixed,year,month,empty,kept\n"
                                           "1.50,1,1.50,1999,199901,,1\n"
                                           "2,n/a,-0,2000,200002,,1\n"
                                           "3,2,1.50,2001,200003,,1\n"
                                           "3,2,x,2001,200003,,1\n");
  struct pst_error error = {.status = PST_OK};
  struct pst_table table;

  (void)state;
  assert_int_equal(load(path, true, '\0', false, &table, &error), PST_OK);
  assert_false(pst_column_has_codes(&table.columns[0]));
  assert_int_equal(table.columns[1].type, PST_COLUMN_NUMBER);
  assert_int_equal(table.columns[2].type, PST_COLUMN_TEXT);
  assert_string_equal(pst_column_string(&table.columns[2], 0), "1.50");
  assert_string_equal(pst_column_string(&table.columns[2], 1), "-0");
  assert_int_equal(pst_column_code(&table.columns[2], 2), 0);
  assert_int_equal(pst_column_code(&table.columns[2], 3), 2);
  assert_int_equal(table.columns[4].type, PST_COLUMN_TIME);
  assert_int_equal(table.columns[5].type, PST_COLUMN_TEXT);
  pst_table_free(&table);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(columns_are_what_their_texts_say),
      cmocka_unit_test(texts_come_back),
  };

  return cmocka_run_group_tests_name("plain_numbers", tests, NULL, NULL);
}
