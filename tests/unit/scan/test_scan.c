/* Findings of a scan: each finder on sentences and small tables, with the published examples of statcheck and GRIM. */
#include "scan/scan.h"

#include "check.h"

struct row {
  const char *text, *kind, *stated; /* kind NULL: nothing is to be found */
  enum pst_finding_verdict verdict;
};

static void check_row(const struct row *row, bool is_table)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_scan *scan;
  const struct pst_finding *found = NULL;

  assert_int_equal(pst_scan_text("a.txt", row->text, strlen(row->text), is_table, &scan, &error),
                   PST_OK);
  for (size_t i = 0; i < scan->finding_count && row->kind != NULL; i++)
    if (strcmp(scan->findings[i].kind, row->kind) == 0
        && (row->stated == NULL || strcmp(scan->findings[i].stated.text, row->stated) == 0))
      found = &scan->findings[i];
  if (row->kind == NULL && scan->finding_count > 0)
    fail_msg("%s: a finding of kind %s is invented", row->text, scan->findings[0].kind);
  if (row->kind != NULL && found == NULL)
    fail_msg("%s: no finding of kind %s, but %zu others", row->text, row->kind,
             scan->finding_count);
  if (found != NULL && found->verdict != row->verdict)
    fail_msg("%s: %s, not %s", row->text, pst_finding_verdict_names[found->verdict],
             pst_finding_verdict_names[row->verdict]);
  pst_scan_close(scan);
}

#define CHECK_ROWS(rows, is_table)                                                                 \
  for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++)                                       \
  check_row(&(rows)[i], is_table)

#define OK PST_FINDING_AGREES
#define ROUNDING PST_FINDING_ROUNDING
#define OPEN PST_FINDING_UNDECIDED
#define NO PST_FINDING_CONTRADICTS

/* Source: the tests of the R package statcheck (MicheleNuijten/statcheck, tests/testthat/test-decisionerror.R and
   test-error.R): all twelve are decision errors, and so is the thirteenth. */
static void statcheck_errors(void **state)
{
  static const struct row rows[] = {
      {"t(28) = 2.20, p = .06", "p", NULL, NO},
      {"t(28) = 1.20, p = .03", "p", NULL, NO},
      {"F(2, 28) = 22.20, p = .06", "p", NULL, NO},
      {"F(2, 28) = 2.20, p = .03", "p", NULL, NO},
      {"r(28) = .22, p = .03", "p", NULL, NO},
      {"r(28) = .52, p = .06", "p", NULL, NO},
      {"chi2(28) = 2.20, p = .03", "p", NULL, NO},
      {"chi2(28) = 52.20, p = .06", "p", NULL, NO},
      {" z = 1.20, p = .03", "p", NULL, NO},
      {" z = 2.20, p = .06", "p", NULL, NO},
      {"Q(28) = 2.20, p = .03", "p", NULL, NO},
      {"Q(28) = 52.20, p = .06", "p", NULL, NO},
      {"The effect was very significant (t(48) = 1.02, p < .05)", "p", NULL, NO},
      {"t(28) = 2.20, p = .11", "p", NULL, NO},
      {"t(28) = 5.20, p = .02", "p", NULL, NO},
      {"t(28) = 1.20, p = .005", "p", NULL, NO}};

  (void)state;
  CHECK_ROWS(rows, false);
}

/* Rules of rounding: p of t(28) from 2.195 to 2.205 is .0359 to .0366. */
static void statcheck_rounding(void **state)
{
  static const struct row rows[] = {
      {"t(28) = 2.20, p = .036", "p", NULL, OK},
      {"t(28) = 2.20, p = .04", "p", NULL, OK},
      {"t(28) = 2.2, p = .034", "p", NULL, ROUNDING}, /* 2.15 to 2.25: .0325 to .0403 */
      {"t(28) = 2.20, p = .034", "p", NULL, NO},
      {"t(28) = 2.20, p < .05", "p", NULL, OK},
      {"t(28) = 2.20, p < .01", "p", NULL, NO},
      {"t(28) = 2.20, p > .01", "p", NULL, OK},
      {"t(28) = 2.20, p > .05", "p", NULL, NO},
      {"t(28) = 1.20, ns", "p", NULL, OK},
      {"t(28) = 2.20, ns", "p", NULL, NO},
      {"t(28) = -2.20, p = .036", "p", NULL, OK},
      {"t(28) = \xE2\x88\x92"
       "2.20, p = .036",
       "p", NULL, OK},
      {"t(28) = 7.35, p = .000", "p", NULL, OK},
      {"t(28) = 2.20, p = .018", "p", NULL, NO},
      {"A one-tailed test gave t(28) = 2.20, p = .018", "p", NULL, OK},
      {"F(1, 28) < 1, p = .34", "p", NULL, OK},
      {"F(1, 28) < 1, p = .30", "p", NULL, NO},
      {"\xCF\x87\xC2\xB2(1, N = 90) = 5.12, p = .024", "p", NULL, OK},
      {"\xCF\x87"
       "2 (1) = 5.12, p = .024",
       "p", NULL, OK},
      {"r(57) = .21, p = .11", "p", NULL, OK},
      {"F(2, 56) = 4.05, MSE = 1.3, p = .02", "p", NULL, OK},
      {"t(28) = 2.20, d = 0.83, p = .036", "p", NULL, OK},
      {"t(28) = 2.20, and later p = .5 of them", "p", NULL, NO},
      {"z = 1.96, p = .05", "p", NULL, OK},
      {"where z = 3 and p = .5 are given", NULL, NULL, OK}};

  (void)state;
  CHECK_ROWS(rows, false);
}

/* Source: Brown & Heathers (2017) on means; the die is the example of the article "GRIM test" of Wikipedia, 5.93 of 49
   that of The Economist, 18 June 2016. */
static void grim(void **state)
{
  static const struct row rows[] = {
      {"On a scale from 1 to 7 (n = 28, M = 5.19).", "mean", NULL, NO},
      {"On a scale from 1 to 7 (n = 28, M = 5.18).", "mean", NULL, OK},
      {"Participants rated friendliness on a scale of one to seven (N = 49, M = 5.93).", "mean",
       NULL, NO},
      {"Rolls were rated on a scale from 1 to 6 (n = 20, M = 3.48).", "mean", NULL, NO},
      {"Rolls were rated on a scale from 1 to 6 (n = 20, M = 3.45).", "mean", NULL, OK},
      {"A 3-item scale (n = 28, M = 5.19).", "mean", NULL, OK}, /* 436 / 84 */
      {"A 4-item scale (n = 28, M = 5.19).", NULL, NULL, OK},   /* every mean is possible */
      {"Several items of a scale (n = 28, M = 5.19).", NULL, NULL,
       OK}, /* how many, it does not say */
      {"The time was short (n = 28, M = 5.19 s).", NULL, NULL, OK},
      {"On a scale from 1 to 7 (n = 280, M = 5.19).", NULL, NULL, OK}, /* every mean is possible */
      {"52 % of the 40 mayors agreed.", "count", NULL, OK},
      {"51 % of the 40 mayors agreed.", "count", NULL, NO},
      {"7.3 % of 20 people agreed.", "count", NULL, NO},
      {"52 % of 400 people agreed.", NULL, NULL, OK},
      {"5 % of 30 years passed.", NULL, NULL, OK},
      {"5 % of 30 to either side.", NULL, NULL, OK},
      {"After weighting, 51 % of the 40 mayors agreed.", "count", NULL, OPEN}};

  (void)state;
  CHECK_ROWS(rows, false);
}

static void changes(void **state)
{
  static const struct row rows[] = {
      {"It rose by 8.1 points to 28.5 % from 20.4 %.", "change", "8.1 points", OK},
      {"It rose from 16.2 % to 20.0 %, an increase of 3.7 points.", "change", NULL, ROUNDING},
      {"It rose from 31.0 % to 29.2 %.", "change", "rose", NO},
      {"Sales grew by 40 % from 20.4 million to 28.5 million euros.", "change", "40 %", OK},
      {"Sales grew by 45 % from 20.4 million to 28.5 million euros.", "change", "45 %", NO},
      {"The share rose by 8.1 % from 20.4 % to 28.5 %.", "change", "8.1 %",
       OK}, /* points, and said so */
      {"Costs fell by 3 % from 1,980 euros to 1,920 euros.", "change", NULL, OK},
      {"Costs fell by 3 % from 1,920 euros to 1,980 euros.", "change", "3 %", NO},
      {"Revenue was $3.21 billion, up 4 percent from $3.09 billion.", "change", NULL, OK},
      {"Revenue was $3.21 billion, down 4 percent from $3.09 billion.", "change", NULL, NO},
      {"Its rank dropped from 4 to 7.", NULL, NULL, OK},
      {"The dollar rose from 120 to 110 against it.", NULL, NULL, OK},
      {"It went from 4th (9.8%) to 7th (6.3%).", NULL, NULL, OK},
      {"It rose by 4.9 % a year from 310 million to 412 million euros.", NULL, NULL, OK},
      {"They rose from 10 and 20 to 30 and 40, by 5 and 6, respectively.", NULL, NULL, OK},
      {"It fell from 12 to 9 in the north, and by 3 % in the south.", "change", "fell", OK}};

  (void)state;
  CHECK_ROWS(rows, false);
}

static void parts_and_shares(void **state)
{
  static const struct row rows[] = {
      {"We asked 1,248 pupils (640 girls and 608 boys).", "parts", NULL, OK},
      {"We asked 1,250 pupils (640 girls and 608 boys).", "parts", NULL, NO},
      {"We asked 1,249 pupils (640 girls and 608 boys).", "parts", NULL, ROUNDING},
      {"We asked 1,250 pupils (340 from the north and 108 from the south).", NULL, NULL, OK},
      {"We asked 212 adults (mean age 34, range 18 to 70).", NULL, NULL, OK},
      {"A total of 12 billion euros was spent: 5 billion on schools, 4 billion on roads and 3 "
       "billion on health.",
       "parts", NULL, OK},
      {"Prices were named by 34 %, jobs by 27 % and the remaining 39 % named others.", "hundred",
       NULL, OK},
      {"Prices were named by 34 %, jobs by 27 % and the remaining 35 % named others.", "hundred",
       NULL, NO},
      {"In 2010 it was 34 %, in 2011 27 % and in 2012 35 %.", NULL, NULL, OK},
      {"63 of 205 applications (30.7 %) succeeded.", "share", NULL, OK},
      {"65 of 215 applications (31.2 %) succeeded.", "share", NULL, NO},
      {"30.7 % (63/205) succeeded.", "share", NULL, OK},
      {"Two of three (67 %) agreed.", "share", NULL, OK},
      {"The budget was highest at 1.168 trillion yen in 1997. It was 542.2 billion yen in 2015. It "
       "is 46% of the highest "
       "budget.",
       "share", "46%", OK},
      {"The budget was highest at 1.168 trillion yen in 1997. It was 542.2 billion yen in 2015. It "
       "is 48% of the highest "
       "budget.",
       "share", "48%", NO},
      {"It paid 321 million yen, or 67 % of the 482 million yen.", "share", NULL, OK}};

  (void)state;
  CHECK_ROWS(rows, false);
}

static void words_intervals_dates(void **state)
{
  static const struct row rows[] = {
      {"Deposits doubled from 22.1 to 43.0 billion.", "words", NULL, OK},
      {"Deposits doubled from 22.1 to 35.0 billion.", "words", NULL, ROUNDING},
      {"Deposits doubled from 22.1 to 31.0 billion.", "words", NULL, NO},
      {"Deposits more than doubled from 22.1 to 43.0 billion.", "words", NULL, NO},
      {"A third of the schools (32.3 %) agreed.", "words", NULL, OK},
      {"A third of the schools (52.3 %) agreed.", "words", NULL, NO},
      {"More than half (48 %) agreed.", "words", NULL, NO},
      {"Most of the schools (47.5 %) agreed.", "words", NULL, NO},
      {"Most of the schools (50.1 %) agreed.", "words", NULL, OK},
      {"The third of the schools (52.3 %) agreed.", NULL, NULL, OK},
      {"It was higher (OR 1.39, 95 % CI 1.12 to 1.73).", "interval", NULL, OK},
      {"It was higher (OR 1.93, 95% CI [1.12, 1.73]).", "interval", NULL, NO},
      {"It was 1.74 (95% CI 1.12-1.74).", "interval", NULL, OK},
      {"It was 1.4 (95% CI 1.73 to 1.12).", "interval", NULL, NO},
      {"It was b = 0.62, p = .004, 95% CI [0.20, 1.04].", "interval", "0.62", OK},
      {"It was b = 0.62 (SE = 0.21; 95% CI 0.20 to 1.04).", "interval", "0.62", OK},
      {"It was small, t(28) = 2.20, 95% CI [0.20, 1.04].", NULL, NULL, OK},
      {"They ate from 2000 to 1800 calories.", NULL, NULL, OK},
      {"From 2003 to 1997 it rose.", "dates", NULL, NO},
      {"Between April 2013 and March 2013.", "dates", NULL, NO},
      {"In 2001-2003 it rose.", "dates", NULL, OK},
      {"Printed on 31 April 2015.", "dates", NULL, NO},
      {"Printed on Monday, 9 March 2020.", "dates", NULL, OK},
      {"Printed on Sunday, March 9, 2020.", "dates", NULL, NO},
      {"The highest share was that of doctors (81 %), followed by teachers (74 %).", "rank", NULL,
       OK},
      {"The highest share was that of doctors (71 %), followed by teachers (74 %).", "rank", NULL,
       NO},
      {"See section 2.1.3, G8, COVID-19, 12.4.2007, [12], 555-0134-20 and page 3 of 7.", NULL, NULL,
       OK}};

  (void)state;
  CHECK_ROWS(rows, false);
}

static void tables(void **state)
{
  static const struct row rows[] = {
      {"item,a,b\nx,1.5,2.0\ny,2.5,3.0\nz,3.0,1.0\nTotal,7.0,6.5\n", "parts", "6.5", NO},
      {"item,a,b\nx,1.5,2.0\ny,2.5,3.0\nz,3.0,1.0\nTotal,7.0,6.0\n", "parts", "6.0", OK},
      {"item,a\nx,15\ny,25\nz,31\nTotal,70\n", "parts", "70", ROUNDING},
      {"item,a\nx,15\ny,25\nz,38\nTotal,70\n", "parts", "70", NO},
      {"item,a,b\nx,1.5,2.0\ny,2.5,n/a\nz,3.0,1.0\nTotal,7.0,6.5\n", "parts", "7.0", OK},
      {"region,rate\nx,15.1 %\ny,25.2 %\nz,31.0 %\nAll,22.3 %\n", NULL, NULL, OK}, /* an average */
      {"who,2001,2011,change\na,10.1,12.2,2.1\nb,9.0,8.5,-0.5\nc,3.3,4.4,1.1\nd,5.0,6.0,2.0\n",
       "change", "2.0", NO},
      {"rank,who,value\n1,a,50\n2,b,40\n3,c,40\n4,d,30\n5,e,20\n", "rank", "40", OPEN},
      {"rank,who,value\n1,a,50\n2,b,40\n3,c,30\n4,d,35\n5,e,20\n6,f,10\n7,g,5\n", "rank", "35", NO},
      {"rank,who,value\n1,a,5\n2,b,10\n3,c,20\n4,d,15\n5,e,30\n6,f,40\n7,g,50\n", "rank", "15", NO},
      {"rank,who,value\n1,a,50\n2,b,40\n2,c,40\n4,d,30\n5,e,20\n", "rank", "50", OK},
      {"rank,who,value\n1,a,5\n2,b,40\n3,c,3\n4,d,35\n5,e,20\n", NULL, NULL,
       OK}, /* of something else */
      {"group,estimate,95% CI\na,0.42,\"[0.31, 0.53]\"\nb,0.18,\"[0.21, 0.35]\"\n", "interval",
       "0.18", NO},
      {"group,estimate,lower,upper\na,0.42,0.31,0.53\nb,0.38,0.21,0.35\n", "interval", "0.38", NO},
      {"answer,\"Women (n = 86)\"\nyes,45 (52.3 %)\nno,41 (46.7 %)\n", "count", "46.7 %", NO},
      {"poll,n,yes\na,20,45 %\nb,20,47 %\n", "count", "47 %", NO}};

  (void)state;
  CHECK_ROWS(rows, true);
}

static void refusals(void **state)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_scan *scan;

  (void)state;
  assert_int_equal(pst_scan_text("a.txt", " \n", 2, false, &scan, &error), PST_BAD_DATA);
  assert_null(scan);
  pst_error_clear(&error);
  assert_int_equal(pst_scan_text("a.txt", "a\xFF", 2, false, &scan, &error), PST_BAD_DATA);
  assert_int_equal(error.line, 1);
  pst_error_clear(&error);
  assert_int_equal(pst_scan_open("/nowhere/a.txt", &scan, &error), PST_IO);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(statcheck_errors),
                                     cmocka_unit_test(statcheck_rounding),
                                     cmocka_unit_test(grim),
                                     cmocka_unit_test(changes),
                                     cmocka_unit_test(parts_and_shares),
                                     cmocka_unit_test(words_intervals_dates),
                                     cmocka_unit_test(tables),
                                     cmocka_unit_test(refusals)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
