/* Rows that go to the owners of their groups: all that is seen of them is there again, in their order. */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/group/move.h"

enum { N_COLUMNS = 4, OWNERS = 3, ROWS = 60 };
static const char *const names[] = {"g", "h", "t", "v"};
static const enum pst_want wants[] = {PST_WANT_TEXT, PST_WANT_TEXT, PST_WANT_TIME, PST_WANT_NUMBER};
static const char *files[] = {"a.csv", "b.csv"};
static const size_t all[] = {0, 1, 2, 3}, keys[] = {0, 1};
static const struct pst_move_columns columns = {.columns = all, .keys = keys, .n = 4, .n_keys = 2};

static void set_text(struct pst_table *table, size_t column, size_t row, const char *text)
{
  assert_true(pst_column_set_text(&table->columns[column], row, pst_text_of(text)));
}

/* Rows FROM on; every seventh has no key, every fifth no number, of which every other lies within bounds, one is beyond 2^53. */
static void fill(struct pst_table *table, size_t from, size_t n)
{
  char text[16];

  *table = (struct pst_table){.files = files, .n_files = 2};
  assert_int_equal(pst_table_reserve(table, n, NULL), PST_OK);
  table->n_rows = n;
  for (size_t c = 0; c < N_COLUMNS; c++)
    assert_non_null(pst_table_add_column(table, names[c], wants[c]));
  table->columns[2].period = PST_PERIOD_QUARTER;
  table->columns[3].unit = "musd";
  table->n_rows = 0;
  for (size_t r = 0; r < n; r++, table->n_rows++) {
    size_t i = from + r;

    pst_table_place(table, r, 2 + 3 * i, 1);
    snprintf(text, sizeof text, "G%zu", i / 3 % 5);
    if (i % 7 != 6)
      set_text(table, 0, r, text);
    set_text(table, 1, r, i % 2 == 0 ? "in" : "out");
    snprintf(text, sizeof text, "2001-Q%zu", 1 + i % 4);
    pst_column_set_number(&table->columns[2], r, 2001 + (double)(i % 4) / 4, 0);
    set_text(table, 2, r, text);
    if (i % 5 != 4)
      pst_column_set_number(&table->columns[3], r, (double)i / 2, (int)(i % 2));
    if (i % 10 == 4) {
      struct pst_bounds bounds = {.low = (double)i, .high = (double)i + .5, .low_open = i > 20};

      if (i == 24) {
        bounds.high = (double)INFINITY;
        bounds.high_open = true;
      }
      assert_int_equal(pst_column_set_bounds(table, &table->columns[3], r, &bounds, NULL), PST_OK);
    }
    if (i == 30)
      assert_int_equal(pst_column_set_rest(table, &table->columns[3], r, 1, NULL), PST_OK);
  }
}

static void tell_row(const struct pst_table *table, size_t r, uint64_t place,
                     struct pst_buffer *out)
{
  char text[PST_CELL_SIZE];

  pst_buffer_printf(out, "%llu %s:%lu", (unsigned long long)place, pst_table_file(table, r),
                    pst_table_line(table, r));
  for (size_t c = 0; c < N_COLUMNS; c++) {
    const struct pst_column *column = &table->columns[c];

    if (pst_column_missing(column, r))
      pst_buffer_puts(out, "|-");
    else
      pst_buffer_printf(out, "|%s %d %g", pst_column_text(column, r, text),
                        column->type == PST_COLUMN_TEXT ? 0 : pst_column_decimals(column, r),
                        column->type == PST_COLUMN_TEXT ? 0 : pst_column_rest(column, r));
  }
  pst_buffer_putc(out, '\n');
}

/* What an owner must have, from the rows as they are. */
static void tell_owner(size_t owner, struct pst_buffer *out)
{
  struct pst_table table;

  fill(&table, 0, ROWS);
  for (size_t r = 0; r < ROWS; r++)
    if (pst_move_owner(&table, &columns, r, OWNERS) == owner)
      tell_row(&table, r, 1000 + r, out);
  pst_table_free(&table);
}

/* Two batches, of which the second has the places behind the first. */
static void add_all(struct pst_move *move, struct pst_buffer *head)
{
  const size_t half = 26;
  struct pst_table table;

  fill(&table, 0, half);
  assert_int_equal(pst_move_add(move, &table, &columns, NULL), PST_OK);
  pst_table_free(&table);
  fill(&table, half, ROWS - half);
  assert_int_equal(pst_move_add(move, &table, &columns, NULL), PST_OK);
  pst_move_head(&table, &columns, head);
  pst_table_free(&table);
}

static void there_and_back(void **state)
{
  const struct pst_move_lines lines[] = {{0, 5}, {1, 0}};
  struct pst_move move = {.n = OWNERS};
  struct pst_buffer head = {.size = 0}, got = {.size = 0}, want = {.size = 0};
  size_t rows = 0;

  (void)state;
  add_all(&move, &head);
  assert_int_equal(move.n_rows, ROWS);
  assert_int_equal(move.n_left_out, 8);
  for (size_t owner = 0; owner < OWNERS; owner++) {
    struct pst_table table = {.files = files, .n_files = 2};
    uint64_t places[ROWS];

    assert_int_equal(pst_move_make((struct pst_text){head.data, head.size}, &table, NULL), PST_OK);
    assert_int_equal(pst_table_reserve(&table, move.rows[owner], NULL), PST_OK);
    assert_int_equal(
        pst_move_take((struct pst_text){pst_buffer_string(&move.to[owner]), move.to[owner].size},
                      lines, 2, 1000, &table, places, NULL),
        PST_OK);
    assert_int_equal(table.n_rows, move.rows[owner]);
    assert_int_equal(table.columns[2].period, PST_PERIOD_QUARTER);
    assert_string_equal(table.columns[3].unit, "musd");
    rows += table.n_rows;
    pst_buffer_clear(&got);
    pst_buffer_clear(&want);
    for (size_t r = 0; r < table.n_rows; r++)
      tell_row(&table, r, places[r], &got);
    tell_owner(owner, &want);
    assert_string_equal(pst_buffer_string(&got), pst_buffer_string(&want));
    pst_table_free(&table);
  }
  assert_int_equal(rows + move.n_left_out, ROWS);
  pst_move_free(&move);
  assert_null(move.to);
  pst_buffer_free(&head);
  pst_buffer_free(&got);
  pst_buffer_free(&want);
}

/* Cut anywhere, and with a byte changed: refused, or rows; never read beyond. */
static void damaged(void **state)
{
  const struct pst_move_lines none = {.file = 0};
  struct pst_move move = {.n = OWNERS};
  struct pst_buffer head = {.size = 0};
  size_t owner = 0, refused = 0;

  (void)state;
  add_all(&move, &head);
  while (move.rows[owner] == 0)
    owner++;
  for (size_t cut = 0; cut < 2 * move.to[owner].size; cut++) {
    struct pst_table table = {.files = files, .n_files = 2};
    uint64_t places[ROWS];
    size_t size = cut < move.to[owner].size ? cut : move.to[owner].size;
    char *bytes = malloc(size + 1);

    assert_non_null(bytes);
    memcpy(bytes, move.to[owner].data, size);
    if (cut >= size)
      bytes[(cut - size) % (size + 1)] ^= (char)0x81;
    assert_int_equal(pst_move_make((struct pst_text){head.data, head.size}, &table, NULL), PST_OK);
    assert_int_equal(pst_table_reserve(&table, move.rows[owner], NULL), PST_OK);
    if (table.rows_capacity > ROWS)
      table.rows_capacity = ROWS;
    refused += pst_move_take((struct pst_text){bytes, size}, &none, 1, 0, &table, places, NULL)
               == PST_BAD_DATA;
    pst_table_free(&table);
    free(bytes);
  }
  assert_true(refused >= move.to[owner].size - 2);
  for (size_t cut = 0; cut + 1 < head.size; cut++) {
    struct pst_table table = {.n_rows = 0};

    if (cut >= 8)
      assert_int_equal(pst_move_make((struct pst_text){head.data, cut}, &table, NULL),
                       PST_BAD_DATA);
    pst_table_free(&table);
  }
  pst_move_free(&move);
  pst_buffer_free(&head);
}

/* The bounds of rows from where some are, behind rows from where none was, and before others of these. */
static void some_pieces_have_bounds(void **state)
{
  const struct pst_move_lines line = {.file = 1};
  const struct pst_move_columns one = {.columns = all, .keys = keys, .n = 4, .n_keys = 1};
  const size_t from[] = {0, 4, 5};
  struct pst_move move = {.n = 1};
  struct pst_buffer head = {.size = 0};
  struct pst_table table;
  uint64_t places[4];

  (void)state;
  for (size_t i = 0; i < 3; i++) {
    fill(&table, from[i], 1);
    assert_int_equal(pst_column_has_bounds(&table.columns[3]), i == 1);
    assert_int_equal(pst_move_add(&move, &table, &one, NULL), PST_OK);
    pst_buffer_clear(&head);
    pst_move_head(&table, &one, &head);
    pst_table_free(&table);
  }
  table = (struct pst_table){.files = files, .n_files = 2};
  assert_int_equal(pst_move_make((struct pst_text){head.data, head.size}, &table, NULL), PST_OK);
  assert_false(pst_column_has_bounds(&table.columns[3]));
  assert_int_equal(pst_table_reserve(&table, 4, NULL), PST_OK);
  assert_int_equal(pst_move_take((struct pst_text){move.to->data, move.to->size}, &line, 1, 0,
                                 &table, places, NULL),
                   PST_OK);
  assert_int_equal(table.n_rows, 3);
  assert_int_equal(table.columns[3].n_bounded, 1);
  for (size_t r = 0; r < 3; r++)
    assert_int_equal(pst_column_bounded(&table.columns[3], r), r == 1);
  assert_float_equal(pst_column_bounds(&table.columns[3], 1)->high, 4.5, 0);
  pst_buffer_clear(&head);
  pst_move_head(&table, &one, &head);
  pst_table_free(&table);
  table = (struct pst_table){.n_rows = 0};
  assert_int_equal(pst_move_make((struct pst_text){head.data, head.size}, &table, NULL), PST_OK);
  assert_true(pst_column_has_bounds(&table.columns[3]));
  pst_table_free(&table);
  pst_move_free(&move);
  pst_buffer_free(&head);
}

static void texts_keep_their_order(void **state)
{
  struct pst_dictionary texts = {.count = 0}, back = {.count = 0};
  struct pst_buffer bytes = {.size = 0};
  struct pst_unpack in;

  (void)state;
  assert_int_equal(pst_dictionary_add(&back, pst_text_of("b")), 0);
  for (int i = 0; i < 3; i++)
    pst_dictionary_add(&texts, pst_text_of((const char *[]){"c", "b", "a"}[i]));
  pst_move_texts(&texts, &bytes);
  in = (struct pst_unpack){.left = {bytes.data, bytes.size}};
  assert_true(pst_move_take_texts(&in, &back));
  assert_int_equal(in.left.size, 0);
  assert_int_equal(back.count, 3);
  assert_string_equal(pst_dictionary_string(&back, 1), "c");
  assert_string_equal(pst_dictionary_string(&back, 2), "a");
  in = (struct pst_unpack){.left = {bytes.data, bytes.size - 1}};
  assert_false(pst_move_take_texts(&in, &back));
  assert_true(in.failed);
  pst_dictionary_free(&texts);
  pst_dictionary_free(&back);
  pst_buffer_free(&bytes);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(there_and_back), cmocka_unit_test(damaged),
                                     cmocka_unit_test(some_pieces_have_bounds),
                                     cmocka_unit_test(texts_keep_their_order)};

  return cmocka_run_group_tests_name("move", tests, NULL, NULL);
}
