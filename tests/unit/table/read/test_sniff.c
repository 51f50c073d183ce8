#include "check.h"

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
      cmocka_unit_test(the_last_line_may_be_cut),
  };

  return cmocka_run_group_tests_name("sniff", tests, NULL, NULL);
}
