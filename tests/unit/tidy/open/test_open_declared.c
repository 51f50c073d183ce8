/* Which tables their package makes plain, and which have to be judged all the same. */
#include "check.h"

#include <stdio.h>

#include "tidy/open/open_declared.h"

static bool is_declared(const char *text, const struct pst_declared *columns, size_t n)
{
  const struct pst_reader_options options = {.declared = columns, .n_declared = n};
  struct pst_sheet sheet;
  bool declared;

  assert_int_equal(pst_sheet_text(pst_text_of(text), "f", ',', &sheet, NULL), PST_OK);
  declared = pst_open_is_declared(&sheet, &options);
  pst_sheet_free(&sheet);
  return declared;
}

static void names_must_be_those_of_the_first_line(void **state)
{
  static const struct pst_declared columns[] = {
      {.name = "country"}, {.name = "year"}, {.name = "value"}};
  static const struct pst_declared unnamed[] = {
      {.name = "country"}, {.name = NULL}, {.name = "value"}};
  static const char table[] = "country,year,value\nJapan,2010,5\nKorea,2010,\n";

  (void)state;
  assert_true(is_declared(table, columns, 3));
  assert_false(is_declared(table, columns, 2));
  assert_false(is_declared(table, columns, 0));
  assert_false(is_declared(table, unnamed, 3));
  assert_false(is_declared("country,Year,value\nJapan,2010,5\n", columns, 3));
  assert_false(is_declared("Aid\ncountry,year,value\nJapan,2010,5\n", columns, 3));
  assert_false(is_declared("country,year,value\n", columns, 3));
}

static void rows_must_be_alike(void **state)
{
  static const struct pst_declared columns[] = {
      {.name = "country"}, {.name = "year"}, {.name = "value"}};
  static const struct pst_declared two[] = {{.name = "country"}, {.name = "value"}};
  static const char *const judged[] = {
      "country,year,value\nJapan,2010\n",
      "country,year,value\nJapan,2010,5,\n",
      "country,year,value\nJapan,2010,5\n\n",
      "country,year,value\nJapan,2010,5\nSource: OECD\n",
      "country,year,value\nJapan,2010,5\nSource: OECD,,\n",
      "country,year,value\nJapan,2010,5\nSource: OECD,2018,2019\n",
      "country,year,value\nJapan,2010,5\nNote,see below,\n",
      "country,year,value\nAsia,,\nJapan,2010,5\n",
      "country,year,value\nJapan,2010,5\ncountry,year,value\nKorea,2010,5\n",
  };

  (void)state;
  for (size_t i = 0; i < sizeof judged / sizeof *judged; i++)
    if (is_declared(judged[i], columns, 3))
      fail_msg("not judged: %s", judged[i]);
  assert_true(is_declared("country,value\nJapan,5\n", two, 2));
  assert_false(is_declared("country,value\nJapan,5\nSource,OECD\n", two, 2));
  assert_false(is_declared("country,value\nJapan,5\nKorea,\n", two, 2));
}

/* Without a primary key any column that begins with a text may be one; with it the others are none. */
static void keys_stand_for_themselves(void **state)
{
  static const struct pst_declared open[] = {
      {.name = "region"}, {.name = "year"}, {.name = "value"}};
  static const struct pst_declared keyed[] = {
      {.name = "region"}, {.name = "year", .key = true}, {.name = "value"}};
  static const char above[] = "region,year,value\nNord,2010,5\n,2011,6\n";
  static const char missing[] = "region,year,value\n,2010,5\nNord,2011,6\n";

  (void)state;
  assert_false(is_declared(above, open, 3));
  assert_true(is_declared(above, keyed, 3));
  assert_false(is_declared("region,year,value\nNord,2010,5\nNord,,6\n", keyed, 3));
  assert_true(is_declared("region,year,value\nNord,2010,5\nNord,2011,\n", open, 3));
  assert_true(is_declared(missing, open, 3));
}

static void marks_are_judged(void **state)
{
  static const struct pst_declared columns[] = {
      {.name = "year"}, {.name = "note"}, {.name = "value"}};
  static const char *const marked[] = {"\"1,168\"",
                                       "1 168",
                                       "1'168",
                                       "1\xC2\xA0"
                                       "168",
                                       "42.7-",
                                       "(5)",
                                       "(1.5%)",
                                       "\"[1,5;2,5]\"",
                                       "2014\xE5\xB9\xB4"};
  static const char *const plain[] = {
      "1.168", "-5",  "2014-01-05", "\"[1168.1,1169.6]\"", "e", "..", "\"1,168 and more\"", "12 %",
      ">5",    "1/2", "(a)"};
  char text[128];

  (void)state;
  for (size_t i = 0; i < sizeof marked / sizeof *marked; i++) {
    snprintf(text, sizeof text, "year,note,value\n2010,x,5\n2011,x,%s\n", marked[i]);
    if (is_declared(text, columns, 3))
      fail_msg("not judged: %s", marked[i]);
  }
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
    snprintf(text, sizeof text, "year,note,value\n2010,x,5\n2011,x,%s\n", plain[i]);
    if (!is_declared(text, columns, 3))
      fail_msg("judged: %s", plain[i]);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_must_be_those_of_the_first_line),
      cmocka_unit_test(rows_must_be_alike),
      cmocka_unit_test(keys_stand_for_themselves),
      cmocka_unit_test(marks_are_judged),
  };

  return cmocka_run_group_tests_name("open_declared", tests, NULL, NULL);
}
