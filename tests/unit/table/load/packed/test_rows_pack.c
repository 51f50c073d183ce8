/* Rows as bytes: the same for the same rows, refused when they are cut or of other columns. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "table/load/packed/rows_pack.h"

struct loaded {
  struct pst_loader *loader;
  struct pst_table table;
};

/* TEXT read to its end, but nothing settled. */
static void read_rows(struct loaded *loaded, const char *text, enum pst_want want)
{
  const char *path = file_text("rows.csv", text);
  size_t column;

  *loaded = (struct loaded){.table = {.n_rows = 0}};
  assert_int_equal(
      pst_loader_open(&path, 1, &(struct pst_load_options){.threads = 1}, &loaded->loader, NULL),
      PST_OK);
  assert_int_equal(pst_loader_ask(loaded->loader, "v", want, &column, NULL), PST_OK);
  assert_int_equal(pst_loader_begin(loaded->loader, &loaded->table, NULL), PST_OK);
  loaded->table.partial = false;
  assert_int_equal(pst_loader_read_rows(loaded->loader, SIZE_MAX, NULL), PST_OK);
}

static void close(struct loaded *loaded)
{
  pst_loader_close(loaded->loader);
  pst_table_free(&loaded->table);
}

static struct pst_text text_of(const struct pst_buffer *buffer)
{
  return (struct pst_text){pst_buffer_string(buffer), buffer->size};
}

static void the_same_rows_make_the_same_bytes(void **state)
{
  struct loaded a, b;
  struct pst_buffer first = {.size = 0}, second = {.size = 0};

  (void)state;
  read_rows(&a, "v,w\n1,2\n>3,2\n,2\n9007199254740993,1\n", PST_WANT_NUMBER);
  read_rows(&b, "w;v\n8;1\n8;>3\n8;\n8;9007199254740993\n", PST_WANT_NUMBER);
  assert_true(pst_rows_pack(a.loader, 0, &first));
  assert_true(pst_rows_pack(b.loader, 0, &second));
  assert_int_equal(first.size, second.size);
  assert_memory_equal(first.data, second.data, first.size);
  pst_buffer_clear(&second);
  assert_true(pst_rows_pack(b.loader, 2, &second));
  assert_memory_not_equal(first.data, second.data, first.size);
  pst_buffer_free(&first);
  pst_buffer_free(&second);
  close(&a);
  close(&b);
}

static void what_is_cut_is_refused(void **state)
{
  struct loaded a, numbers;
  struct pst_buffer bytes = {.size = 0};
  struct pst_rows rows;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  read_rows(&a, "v,w\nx,2\ny,2\n,2\n", PST_WANT_TEXT);
  read_rows(&numbers, "v,w\n1,2\n", PST_WANT_NUMBER);
  assert_true(pst_rows_pack(a.loader, 0, &bytes));
  for (size_t size = 0; size < bytes.size; size++) {
    char *cut = malloc(size + 1); /* so that a byte too many is seen by the sanitizers */

    memcpy(cut, bytes.data, size);
    assert_int_equal(pst_rows_open((struct pst_text){cut, size}, a.loader, &rows, NULL),
                     PST_BAD_DATA);
    free(cut);
  }
  assert_int_equal(pst_rows_open(text_of(&bytes), numbers.loader, &rows, &error), PST_BAD_DATA);
  assert_string_equal(error.message, "these are not rows of the columns that are asked for");
  assert_int_equal(pst_rows_open(text_of(&bytes), a.loader, &rows, NULL), PST_OK);
  assert_int_equal(rows.n_rows, 3);
  pst_rows_close(&rows);
  pst_buffer_free(&bytes);
  close(&a);
  close(&numbers);
}

/* Taken by pieces of two rows, behind the three of the table. */
static void rows_are_taken_in_order(void **state)
{
  static const char *const want[] = {"x", "y", "x", "z", "y", "z"};
  struct loaded a, b;
  struct pst_buffer bytes = {.size = 0};
  struct pst_rows rows;

  (void)state;
  read_rows(&a, "v,w\nz,2\ny,2\nz,2\n", PST_WANT_TEXT);
  read_rows(&b, "v,w\nx,2\ny,2\nx,2\n", PST_WANT_TEXT);
  assert_true(pst_rows_pack(a.loader, 0, &bytes));
  assert_int_equal(pst_rows_open(text_of(&bytes), b.loader, &rows, NULL), PST_OK);
  assert_true(pst_rows_fit(&rows, b.loader));
  while (rows.taken < rows.n_rows)
    assert_int_equal(pst_rows_take(&rows, b.loader, 2, 0, 100, NULL), PST_OK);
  assert_int_equal(b.table.n_rows, 6);
  for (size_t r = 0; r < 6; r++)
    assert_string_equal(pst_column_string(&b.table.columns[0], r), want[r]);
  assert_int_equal(pst_column_code(&b.table.columns[0], 3), 2);
  assert_int_equal(pst_table_line(&b.table, 5), 104);
  pst_rows_close(&rows);
  pst_buffer_free(&bytes);
  close(&a);
  close(&b);
}

static bool fits(const char *before, const char *now, enum pst_want want)
{
  struct loaded a, b;
  struct pst_buffer bytes = {.size = 0};
  struct pst_rows rows;
  bool fit;

  read_rows(&a, now, want);
  read_rows(&b, before, want);
  assert_true(pst_rows_pack(a.loader, 0, &bytes));
  assert_int_equal(pst_rows_open(text_of(&bytes), b.loader, &rows, NULL), PST_OK);
  fit = pst_rows_fit(&rows, b.loader);
  pst_rows_close(&rows);
  pst_buffer_free(&bytes);
  close(&a);
  close(&b);
  return fit;
}

static void what_depends_on_the_rows_before(void **state)
{
  (void)state;
  assert_true(fits("v,w\n2001,1\n", "v,w\n7,1\n", PST_WANT_TIME));
  assert_true(fits("v,w\n,1\n", "v,w\n2001-Q1,1\n", PST_WANT_TIME));
  assert_false(fits("v,w\n2001,1\n", "v,w\n2001-Q1,1\n", PST_WANT_TIME));
  assert_true(fits("v,w\n$1,1\n", "v,w\n$2,1\n", PST_WANT_NUMBER));
  assert_false(fits("v,w\n$1,1\n", "v,w\n5%,1\n", PST_WANT_NUMBER));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_same_rows_make_the_same_bytes), cmocka_unit_test(what_is_cut_is_refused),
      cmocka_unit_test(rows_are_taken_in_order), cmocka_unit_test(what_depends_on_the_rows_before)};

  return cmocka_run_group_tests_name("rows_pack", tests, NULL, NULL);
}
