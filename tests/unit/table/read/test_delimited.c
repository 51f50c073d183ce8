/* The one driver of libcsv: spans, lines, places; from a text and through a window. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "input/input.h"
#include "table/read/delimited.h"
#include "table/read/window.h"

static void tell_block(const struct pst_delimited_block *block, size_t kept,
                       struct pst_buffer *told)
{
  for (size_t r = 0; r < block->n_records; r++) {
    const struct pst_split_record *record = &block->records[r];
    size_t n = record->n < kept ? record->n : kept;

    pst_buffer_printf(told, "%lu@%zu+%zu", record->line, record->at, record->size);
    for (size_t f = 0; f < n; f++)
      pst_buffer_printf(told, "|%.*s", (int)block->fields[record->first + f].size,
                        block->fields[record->first + f].data);
    pst_buffer_printf(told, "(%zu);", record->n);
  }
}

/* TEXT as records of MOST a block. */
static void reads(const char *text, bool whole, struct pst_delimited_want want, size_t kept,
                  size_t most, const char *expected)
{
  struct pst_delimited *records;
  struct pst_delimited_block block = {.n_records = 1};
  struct pst_buffer told = {.data = NULL};

  assert_int_equal(pst_delimited_open_text(pst_text_of(text), "t", whole, &records, NULL), PST_OK);
  pst_delimited_want(records, &want);
  while (block.n_records > 0) {
    assert_int_equal(pst_delimited_next(records, most, &block, NULL), PST_OK);
    assert_true(block.n_records <= most);
    tell_block(&block, kept, &told);
  }
  assert_string_equal(pst_buffer_string(&told), expected);
  pst_delimited_close(records);
  pst_buffer_free(&told);
}

static void records_and_their_places(void **state)
{
  const struct pst_delimited_want all = {.width = SIZE_MAX};
  const char *text = "a, b \r\n\r\n\"c\n\"\"d\",\"\",e\r7";

  (void)state;
  reads(text, true, all, 9, SIZE_MAX, "1@0+5|a|b(2);3@9+12|c\n\"d||e(3);5@22+1|7(1);");
  reads(text, true, all, 9, 1, "1@0+5|a|b(2);3@9+12|c\n\"d||e(3);5@22+1|7(1);");
  reads(text, false, all, 9, 2, "1@0+5|a|b(2);3@9+12|c\n\"d||e(3);");
  reads("", true, all, 9, 1, "");
  reads("\n\n", true, all, 9, 1, "");
}

static void blank_lines_are_what_is_asked(void **state)
{
  struct pst_delimited_want want = {.width = SIZE_MAX, .blank = PST_DELIMITED_BLANK_RECORD};

  (void)state;
  reads("a\n \t\nb\n\n", true, want, 9, SIZE_MAX, "1@0+1|a(1);2@2+2(0);3@5+1|b(1);4@7+0(0);");
  want.blank = PST_DELIMITED_BLANK_FIELD;
  reads("a\n\nb", true, want, 9, SIZE_MAX, "1@0+1|a(1);2@2+0|(1);3@3+1|b(1);");
}

static void only_wanted_fields_are_kept(void **state)
{
  static const bool second[] = {false, true, false};
  const struct pst_delimited_want want = {.field = second, .width = 3};

  (void)state;
  reads("a,b,c\n1,2\n\n \n4,5,6,7\n", true, want, 1, SIZE_MAX,
        "1@0+5|b(3);2@6+3|2(2);5@13+7|5(4);");
}

static void what_is_refused_comes_after_what_is_before_it(void **state)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_delimited *records;
  struct pst_delimited_block block;

  (void)state;
  assert_int_equal(pst_delimited_open_text(pst_text_of("a,b\n1,2\n\"x\"y,3\n4,5\n"), "t.csv", true,
                                           &records, NULL),
                   PST_OK);
  assert_int_equal(pst_delimited_next(records, SIZE_MAX, &block, &error), PST_OK);
  assert_int_equal(block.n_records, 2);
  for (int again = 0; again < 2; again++) {
    pst_error_clear(&error);
    assert_int_equal(pst_delimited_next(records, SIZE_MAX, &block, &error), PST_BAD_DATA);
    assert_int_equal(error.line, 3);
    assert_string_equal(error.file, "t.csv");
    assert_int_equal(block.n_records, 0);
  }
  pst_delimited_close(records);
}

static void the_last_block_comes_again(void **state)
{
  struct pst_delimited *records;
  struct pst_delimited_block block;

  (void)state;
  assert_int_equal(pst_delimited_open_text(pst_text_of("\n1,2\n3,4\n"), "t", true, &records, NULL),
                   PST_OK);
  assert_int_equal(pst_delimited_next(records, 1, &block, NULL), PST_OK);
  assert_int_equal(pst_delimited_stop(records), 5);
  assert_int_equal(pst_delimited_line(records), 3);
  pst_delimited_again(records);
  assert_int_equal(pst_delimited_next(records, SIZE_MAX, &block, NULL), PST_OK);
  assert_int_equal(block.n_records, 2);
  assert_int_equal(block.records[0].line, 2);
  assert_int_equal(block.records[1].line, 3);
  assert_int_equal(pst_delimited_next(records, SIZE_MAX, &block, NULL), PST_OK);
  assert_int_equal(block.n_records, 0);
  assert_false(pst_delimited_is_cut(records));
  pst_delimited_close(records);
}

/* Records longer than a window: the window grows, the record is read from its beginning again. */
static void a_window_grows_with_its_record(void **state)
{
  struct pst_buffer text = {.data = NULL};
  struct pst_input *input;
  struct pst_delimited *records;
  struct pst_delimited_block block = {.n_records = 1};
  unsigned long line = 1;
  size_t n = 0, longest = 3 * PST_WINDOW_BLOCK;

  (void)state;
  for (size_t size = 10; size <= longest; size = size * 5 / 2) {
    pst_buffer_puts(&text, "x,\"");
    pst_buffer_repeat(&text, 'y', size);
    pst_buffer_puts(&text, "\n\"\n");
  }
  pipe_put(text.data, text.size, 60000, 4);
  assert_int_equal(pst_input_open("-", NULL, &input, NULL), PST_OK);
  assert_int_equal(pst_delimited_open(input, 100, 1, &records, NULL), PST_OK);
  for (size_t size = 10; block.n_records > 0;) {
    assert_int_equal(pst_delimited_next(records, SIZE_MAX, &block, NULL), PST_OK);
    for (size_t r = 0; r < block.n_records; r++, n++, size = size * 5 / 2, line += 2) {
      assert_int_equal(block.records[r].line, line);
      assert_int_equal(block.fields[block.records[r].first + 1].size, size + 1);
      assert_int_equal(block.records[r].size, size + 5);
    }
  }
  assert_int_equal(n, 13);
  assert_int_equal(pst_delimited_stop(records), 100 + text.size);
  pst_delimited_close(records);
  pst_input_close(input);
  pipe_end();
  pst_buffer_free(&text);
}

static void a_range_ends_with_the_record_that_begins_in_it(void **state)
{
  struct pst_delimited *records;
  struct pst_delimited_block block;

  (void)state;
  for (unsigned long long until = 0; until < 12; until++) {
    size_t n = until == 0 ? 0 : until <= 4 ? 1 : until <= 10 ? 2 : 3;

    assert_int_equal(
        pst_delimited_open_text(pst_text_of("1,2\n\"3\n\",4\n"), "t", true, &records, NULL),
        PST_OK);
    pst_delimited_until(records, until);
    assert_int_equal(pst_delimited_next(records, SIZE_MAX, &block, NULL), PST_OK);
    assert_int_equal(block.n_records, n > 2 ? 2 : n);
    assert_int_equal(pst_delimited_stop(records), n == 0 ? 0 : n == 1 ? 4 : 11);
    pst_delimited_close(records);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(records_and_their_places),
      cmocka_unit_test(blank_lines_are_what_is_asked),
      cmocka_unit_test(only_wanted_fields_are_kept),
      cmocka_unit_test(what_is_refused_comes_after_what_is_before_it),
      cmocka_unit_test(the_last_block_comes_again),
      cmocka_unit_test(a_window_grows_with_its_record),
      cmocka_unit_test(a_range_ends_with_the_record_that_begins_in_it),
  };

  return cmocka_run_group_tests_name("delimited", tests, NULL, NULL);
}
