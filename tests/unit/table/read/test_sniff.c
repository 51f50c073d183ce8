#include "check.h"

#include <string.h>

#include "table/read/sniff.h"

static void delimiters(void **state)
{
  static const struct {
    const char *sample;
    char want;
  } cases[] = {
      {"a,b\n1,2\n", ','},
      {"a;b\n1,5;2,5\n", ';'},
      {"a\tb c\n1\t2\n", '\t'},
      {"a|b\r\n1|2\r\n", '|'},
      {"a,b\r1,2\r", ','},
      {"year;a, b;c\n1;2;3\n2;3;4\n", ';'}, /* a comma in the header alone */
      {"\"x;y;z\",b\n\"1;2;3\",2\n", ','},  /* delimiters in quotes do not count */
      {"\"a\nb;c\",d\n1,2\n", ','},         /* a quoted line end */
      {"\n\n a;b\n1;2\n", ';'},             /* blank lines first */
      {"value\n1\n2\n", ','},               /* one column */
      {"", ','},
      {"a;b", ';'}, /* no line end */
      {"code;name\n1;Korea, Republic of\n2;Lao, P.D.R.\n", ';'},
      {"a,b;c\n1,2;3\n4,5;6\n", ','}, /* a draw: the order , ; tab | */
  };

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(pst_sniff_delimiter(pst_text_of(cases[i].sample), true), cases[i].want);
}

static void commas_in_a_cell_before_tabs(void **state)
{
  struct pst_text keys = pst_text_of("unit,sex,age,geo\\time\t2014\t2015\nNR,F,T,AR\t1\t2\n"),
                  cells = pst_text_of("a\t,b,c\n1\t,2,3\n");

  (void)state;
  assert_int_equal(pst_sniff_delimiter(keys, true), '\t');
  assert_int_equal(pst_sniff_sheet(keys, true), '\t');
  assert_int_equal(pst_sniff_delimiter(cells, true), ',');
  assert_int_equal(pst_sniff_sheet(cells, true), ',');
}

/* A sheet: each delimiter counts by the lines that agree on a number of it; among such numbers the greatest. */
static void lines_that_agree(void **state)
{
  static const struct {
    const char *sample;
    char want;
  } cases[] = {
      {"a,b\n;;x\na,b,c,d\n", ','}, /* one line of three commas, one of two semicolons */
      {"1,5;2\n1,5;2\n1,5;2\n1,5;2\na note, here\n", ';'}, /* four of five: decimal commas */
      {"1,5;2\n1,5;2\n1,5;2\na note,here\n", ','},         /* three of four are too few */
      {"1,5;2\n1,5;2\n1,5;2\na note, here\n", ';'},        /* unless a sentence has the fourth */
      {"1,5;2\n1,5;2\na, b\na, b\na, b\n",
       ','}, /* most commas stand before a blank: it is their way */
      {"a;b;c\nx;y;1,5\nx;y;2,5\n\nIn 2012, as in 2013, it changed\nold, new\n", ';'},
      {"1,5,2;2\n1,5,2;2\n1,5,2;2\n1,5,2;2\n1,5,2\n", ','}, /* fewer semicolons than commas */
      {"1,5\t2\t3\n1,5\t2\t3\n1,5\t2\t3\n1,5\t2\t3\na note, here\n", '\t'},
      {"1,5\t2\n1,5\t2\n1,5\t2\n1,5\t2\na note, here\n", ','}, /* no more tabs than commas */
      {"no delimiter\nat all\n", ','},
      {"a;b\na|b\n", ';'}, /* a draw: the order tab ; , | */
      {"a,b\na|b\n", ','},
      {"a\tb\na;b\n", '\t'},
  };

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(pst_sniff_sheet(pst_text_of(cases[i].sample), true), cases[i].want);
}

/* Lines of more than 64 delimiters agree whatever their number. */
static void very_wide_lines(void **state)
{
  char sample[400];
  size_t n = 0;

  (void)state;
  for (int line = 0; line < 2; line++) {
    memset(sample + n, ';', line == 0 ? 64 : 70);
    n += line == 0 ? 64 : 70;
    sample[n++] = '\n';
  }
  memcpy(sample + n, "a,b\n", 5);
  assert_int_equal(pst_sniff_sheet(pst_text_of(sample), true), ';');
  memcpy(sample + n, "a,b\na,b\n", 9);
  assert_int_equal(pst_sniff_sheet(pst_text_of(sample), true), ';');
  memcpy(sample + n, "a,b\na,b\na,b\n", 13);
  assert_int_equal(pst_sniff_sheet(pst_text_of(sample), true), ',');
}

static void the_last_line_may_be_cut(void **state)
{
  (void)state;
  assert_int_equal(pst_sniff_delimiter(pst_text_of("a;b;c,d\n1;2;3,4\n5;6,,,"), false), ';');
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(delimiters),
      cmocka_unit_test(commas_in_a_cell_before_tabs),
      cmocka_unit_test(lines_that_agree),
      cmocka_unit_test(very_wide_lines),
      cmocka_unit_test(the_last_line_may_be_cut),
  };

  return cmocka_run_group_tests_name("sniff", tests, NULL, NULL);
}
