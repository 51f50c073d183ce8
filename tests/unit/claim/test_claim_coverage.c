#include "check.h"

#include <stdio.h>
#include <string.h>

#include "claim_data.h"

static void write_paper(const char *text)
{
  FILE *file = fopen(claim_data_path("paper.txt"), "wb");

  assert_non_null(file);
  assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
  assert_int_equal(fclose(file), 0);
}

static int teardown(void **state)
{
  remove(claim_data_path("paper.txt"));
  return claim_data_teardown(state);
}

/* The numbers of TEXT that CLAIMS do not use, blanks between. */
static const char *unused(const char *text, const char *claims)
{
  static char list[1024];
  const struct pst_claims *checked;
  char file[4096];
  size_t size = 0;

  write_paper(text);
  snprintf(file, sizeof file, "paper \"Doe\" text \"paper.txt\"\n%s", claims);
  checked = claim_data_check(file);
  assert_true(checked->has_coverage);
  list[0] = '\0';
  for (size_t i = 0; i < checked->unused_count; i++)
    size += (size_t)snprintf(list + size, sizeof list - size, "%s%s", i == 0 ? "" : " ",
                             checked->unused[i].text);
  return list;
}

/* What is a number in a text, and what is none. */
static void numbers(void **state)
{
  static const struct {
    const char *text, *numbers;
  } rows[] = {
      {"", ""},
      {"no number, not one", ""},
      {"In 1990 it was 28.5 % of 1,168 (and 1,234,567.8), not 12,34.",
       "1990 28.5 1,168 1,234,567.8 12 34"},
      {"the 34th, 1st, 22nd and 3rd of 2001-2003, 10\xE2\x80\x93"
       "20",
       "34 1 22 3 2001 2003 10 20"},
      {"\xE2\x88\x92"
       "3.1 and -4.2 and +5",
       "3.1 4.2 5"},
      {"since FY2015 the 1990s, G8, COVID-19, x2, 5th2", "2015"},
      {"p = .036, p<.05 and policy.12", ".036 .05"},
      {"section 2.1.3 on 12.4.2007 at 3:45, 1/2", ""},
      {"see https://a.org/2007 or www.b.de/12 or a12@b.de doi:10.1000/182", ""},
      {"policy.12 and others [3, 5-7] [12] (2007) (1) one (12) two", "2007"},
      {"1. Introduction\n 2) item\n2.1 Traditional Activities\n## 3. More\n3.5 Percent came.\n",
       "3.5"},
      {"It was 5.\nThen 6", "5 6"},
      {"123. item\n1234. item\n 12) item\n1234) item", "1234 1234"},
      {"(12) and (123)", "123"},
      {"2 Results\n2.1 Aims\n2.2 aims\n2.3 Zeal\n10.10 Ends\n10.100 Ends", "2 2.2 10.100"},
      {"In all 3. Then", "3"},
      /* before a mark of a list stand blanks, # and * alone; behind it a blank */
      {"* 3. item\n\t4) item\n#5. more\n*6) item\na 7) item\n8.b\n9) \n-10. item\n11.\n", "7 8 10"},
      {"(1] [2) (3 4) (5)", "1 2 3 4"},
      /* a heading has a point in its number, a capital behind it, and does not end like a sentence */
      {"2.4 Zones,\n2.5 Zones;\n2.6 Zones:\n2.7 Zones.\n2.8 Zones. \n2.9 Zones!\n3 Zones\n"
       "2.4 @home\n2.5 [x]\n2.6\tZones\n",
       "2.4 2.5 2.6 2.7 2.8 3 2.4 2.5 2.6"},
      /* groups of three, endings of ordinals, and what is glued */
      {"1,16 1,1680 12,345 1,234,56 0,123", "1 16 1 1680 12,345 1,234 56 0 123"},
      {"1st2 2nds 3rd 4thx 5 th 11th.", "3 5 11"},
      {"FY2015 FY15 AFY2015 FY20155 XY2015 GFY1 a-5 -6 b -7", "2015 6 7"},
      {"a 1.5. 2.5.x 3.5.1 4:30 5: 6/7 8/ 9", "1.5 2.5 5 8 9"},
      {"[12] [3, 5-7] [8 (9] [10] 11] [12", "8 9 11 12"},
      {"0.5 and 007 and 3 million", "0.5 007 3"},
      {"12345678901234567890123456789012345678901", ""},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(unused(rows[i].text, "claim a\n  not checkable because \"no\"\n"), rows[i].numbers)
        != 0)
      fail_msg("%s\ngives\n%s", rows[i].text, unused(rows[i].text, ""));
}

/* What a claim uses. */
static void used(void **state)
{
  static const struct {
    const char *text, *claims, *unused;
  } rows[] = {
      {"1,168 and 1168.0 and 1169", "claim a\n  1168 = 1168\n", "1169"},
      {"3.2 million, 3,200,000, 3.2", "claim a\n  3.2 million = 3.2 million\n", ""},
      {"3.2 million and 3.2 billion", "claim a\n  3200 thousand = 1\n", "3.2"},
      {"3.2\nmillion", "claim a\n  3.2 = 1\n", "3.2"},
      {"from 1997 to 2003, not 2000", "claim a\n  1 in 1997..2003\n", "2000"},
      {"2011-2013, FY2015", "claim a\n  \"2011-2013\" = \"FY2015\"\n", ""},
      {"8 and 9 and 10",
       "claim a at \"page 10\"\n  says \"eight is 8\"\n  not checkable because \"9\"\n", "9 10"},
      {"8 and 9", "let x = 8\nlet y = 9\nclaim a\n  x + x = 16\n", "9"},
      {"8 and 9", "claim a\n  8 = 8 # 9\n", "9"},
      {"7", "claim a\n  says \"7\"\n  1 = = 2\n", ""},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(unused(rows[i].text, rows[i].claims), rows[i].unused) != 0)
      fail_msg("%s\nand\n%s\ngive\n%s", rows[i].text, rows[i].claims,
               unused(rows[i].text, rows[i].claims));
}

static void places(void **state)
{
  const struct pst_claims *claims;

  (void)state;
  write_paper("\xC3\xA9 12\n\n  13 14\n");
  claims = claim_data_check("paper \"Doe\" text \"paper.txt\"\nclaim a\n  13 = 13\n");
  assert_int_equal(claims->number_count, 3);
  assert_int_equal(claims->unused_count, 2);
  assert_int_equal(claims->unused[0].line, 1);
  assert_int_equal(claims->unused[0].column, 3);
  assert_int_equal(claims->unused[1].line, 3);
  assert_int_equal(claims->unused[1].column, 6);
  assert_int_equal(claims->file_count, 2);
  claims = claim_data_check("paper \"Doe\" text \"none.txt\"\nclaim a\n  13 = 13\n");
  assert_false(claims->has_coverage);
  assert_int_equal(claims->error_count, 1);
  assert_int_equal(claims->summary.worst, PST_IO);
  assert_non_null(strstr(claims->errors[0].message, "none.txt: No such file or directory"));
  assert_int_equal(claims->claims[0].verdict, PST_VERDICT_VERIFIED);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers),
      cmocka_unit_test(used),
      cmocka_unit_test(places),
  };

  return cmocka_run_group_tests(tests, claim_data_setup, teardown);
}
