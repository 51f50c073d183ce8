#include "check.h"

#include <string.h>

#include "table/read/sheet.h"

static void check_cell(const struct pst_sheet *sheet, size_t row, size_t column, const char *want)
{
  struct pst_text cell = pst_sheet_cell(sheet, row, column);

  if (!pst_text_is(cell, want))
    fail_msg("row %zu column %zu is '%.*s', not '%s'", row, column, (int)cell.size, cell.data,
             want);
}

static void everything_is_kept(void **state)
{
  static const char text[] = "A title\n\n;2010; 2011\n\"x\ny\";1,5;\n\nNote \"quoted\"";
  struct pst_sheet sheet;

  (void)state;
  assert_int_equal(pst_sheet_text(pst_text_of(text), "f", '\0', &sheet, NULL), PST_OK);
  assert_int_equal(sheet.delimiter, ';');
  assert_int_equal(sheet.n_rows, 6);
  assert_int_equal(sheet.rows[1].n, 0);
  assert_int_equal(sheet.rows[2].n, 3);
  assert_int_equal(sheet.rows[3].line, 4);
  assert_int_equal(sheet.rows[4].line, 6);
  check_cell(&sheet, 0, 0, "A title");
  check_cell(&sheet, 2, 0, "");
  check_cell(&sheet, 2, 2, "2011");
  check_cell(&sheet, 3, 0, "x\ny");
  check_cell(&sheet, 3, 2, "");
  check_cell(&sheet, 3, 9, "");
  check_cell(&sheet, 5, 0, "Note \"quoted\"");
  assert_int_equal(pst_sheet_filled(&sheet, 2), 2);
  assert_int_equal(pst_sheet_width(&sheet, 3), 2);
  assert_true(sheet.cut);
  pst_sheet_free(&sheet);
}

static void delimiters_below_titles(void **state)
{
  static const struct {
    const char *text;
    char want;
  } rows[] = {
      {"Title, with, commas\na;b\n1;2\n3;4\n", ';'},
      {"a,b\\t\t2010\t2011\nx,y\t1\t2\n", '\t'},
      {"a;b;c\nx;1,5;2,5\ny;3,5;4,5\n", ';'},
      {"year,value\n1,2\n", ','},
      {"one\ntwo\n", ','},
      {"a|b\n1|2\n", '|'},
      {"\"a,b\";c\n\"d,e\";f\n", ';'},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_sheet sheet;

    assert_int_equal(pst_sheet_text(pst_text_of(rows[i].text), "f", '\0', &sheet, NULL), PST_OK);
    if (sheet.delimiter != rows[i].want)
      fail_msg("'%s' has '%c'", rows[i].text, sheet.delimiter);
    pst_sheet_free(&sheet);
  }
}

static void check_refused(const char *text, size_t size, unsigned long line, const char *want)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_sheet sheet;

  assert_int_equal(
      pst_sheet_text((struct pst_text){.data = text, .size = size}, "f", '\0', &sheet, &error),
      PST_BAD_DATA);
  assert_int_equal(error.line, line);
  assert_non_null(strstr(error.message, want));
}

static void what_is_no_text(void **state)
{
  (void)state;
  check_refused("", 0, 0, "the file is empty");
  check_refused("a,b\n1,\0\n", 9, 2, "a NUL byte");
  check_refused("a,b\n1,\xE4\n", 8, 2, "byte 0xE4 is not UTF-8");
  check_refused("a,b\n\"1,2\n", 9, 2, "a quote is opened here and not closed");
  check_refused("a,b\n\"1\"x,2\n", 11, 2, "text follows the closing quote");
}

/* Texts that come again share a place; those of other bytes and the same look are told apart, and are one text. */
static void texts_are_shared(void **state)
{
  static const char text[] =
      "key,value,note\nAB,1,x\nAB,12,\n AB ,1,caf\303\251\nAB,1,cafe\314\201\nABC,1,caf\303\251\n";
  static const char *const keys[] = {"key", "AB", "AB", "AB", "AB", "ABC"},
                           *const values[] = {"value", "1", "12", "1", "1", "1"},
                           *const notes[] = {"note",        "x",           "",
                                             "caf\303\251", "caf\303\251", "caf\303\251"};
  struct pst_sheet sheet;

  (void)state;
  assert_int_equal(pst_sheet_text(pst_text_of(text), "f", ',', &sheet, NULL), PST_OK);
  assert_int_equal(sheet.n_rows, 6);
  for (size_t r = 0; r < sheet.n_rows; r++) {
    check_cell(&sheet, r, 0, keys[r]);
    check_cell(&sheet, r, 1, values[r]);
    check_cell(&sheet, r, 2, notes[r]);
  }
  assert_ptr_equal(pst_sheet_cell(&sheet, 1, 0).data, pst_sheet_cell(&sheet, 2, 0).data);
  assert_ptr_equal(pst_sheet_cell(&sheet, 1, 1).data, pst_sheet_cell(&sheet, 5, 1).data);
  assert_int_equal(sheet.changed, 1);
  assert_int_equal(sheet.rows[2].filled, 2);
  assert_int_equal(sheet.rows[2].width, 2);
  pst_sheet_free(&sheet);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(everything_is_kept),
      cmocka_unit_test(delimiters_below_titles),
      cmocka_unit_test(what_is_no_text),
      cmocka_unit_test(texts_are_shared),
  };

  return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
