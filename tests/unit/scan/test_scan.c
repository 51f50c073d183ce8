/* Findings of a scan: each finder on sentences and small tables, with the published examples of statcheck and GRIM. */
#include "scan/scan.h"

#include "check.h"

struct row {
  const char *text, *kind, *stated; /* kind NULL: nothing is to be found */
  enum pst_finding_verdict verdict;
};

#define OK PST_FINDING_AGREES
#define ROUNDING PST_FINDING_ROUNDING
#define OPEN PST_FINDING_UNDECIDED
#define NO PST_FINDING_CONTRADICTS

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
  for (size_t i = 0; i < scan->finding_count; i++) {
    const struct pst_finding *f = &scan->findings[i];

    if (strcmp(f->relation, "=") == 0 && f->verdict == NO && f->stated.has_range
        && f->computed.has_range && strcmp(f->kind, "words") != 0
        && pst_range_meet(&f->stated.range, &f->computed.range))
      fail_msg("%s: contradicts, though the two intervals meet", row->text);
  }
  pst_scan_close(scan);
}

#define CHECK_ROWS(rows, is_table)                                                                 \
  for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++)                                       \
  check_row(&(rows)[i], is_table)

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
      {"It was r = .93 (n = 5, p = .02).", "p", NULL, OK},
      {"It was r = -.29, n = 62, p = .02.", "p", NULL, OK},
      {"It was r = .29, N = 62, p = .002.", "p", NULL, NO},
      {"It was r = .29, n = 2, p = .02.", NULL, NULL, OK},
      {"It was r = .29 in 62 of them, p = .02.", NULL, NULL, OK},
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
      {"51 % of the 40 who answered agreed.", "count", NULL, NO},
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
      {"It was 3.7 percent in the third quarter, down 0.2 percentage point from 3.9 percent.",
       "change", "0.2 percentage point", OK},
      {"It was 3.7 percent in the third quarter, down 0.3 percentage point from 3.9 percent.",
       "change", "0.3 percentage point", ROUNDING},
      {"It was 3.7 percent in the third quarter, down 0.4 percentage point from 3.9 percent.",
       "change", "0.4 percentage point", NO},
      {"Item 4.2: the fee goes up from 25 to 30 euros.", "change", "up", OK},
      {"Of 412 the fee goes down from 25 to 30 euros.", "change", "down", NO},
      {"Debt reached 78.4 % in 2018, up from 76.1 % a year earlier, a rise of 2.3 points.",
       "change", "2.3 points", OK},
      {"Debt reached 78.4 % in 2018, up from 76.1 % a year earlier, a rise of 3.3 points.",
       "change", "3.3 points", NO},
      {"Revenue rose 11% to \xC2\xA3"
       "4.12bn (2018: \xC2\xA3"
       "3.71bn).",
       "change", "11%", OK},
      {"Revenue rose 15% to \xC2\xA3"
       "4.12bn (2018: \xC2\xA3"
       "3.71bn).",
       "change", "15%", NO},
      {"Sales were \xE2\x82\xAC"
       "1.4m, up from \xE2\x82\xAC"
       "1.6m.",
       "change", "up", NO},
      {"Emissions were 403.1 Mt in 2022, 2.2 % lower than in 2021 (412.0 Mt) and 50.0 % below 1990 "
       "(806.2 Mt).",
       "change", "50.0 %", OK},
      {"Emissions were 403.1 Mt in 2022, 3.2 % lower than in 2021 (412.0 Mt).", "change", "3.2 %",
       NO},
      {"It was used 1,443 times in 2010 and 2,071 times in 2011, 43.5 % more.", "change", "43.5 %",
       OK},
      {"It was 7.4 % (95 % CI 7.2 to 7.6) here and 7.9 % there, a difference of 0.5 points.",
       "change", "0.5 points", OK},
      {"It was 7.4 % here and 7.9 % there, a difference of 1.5 points.", "change", "1.5 points",
       NO},
      {"In 2001 grants were 310.0 million euros, and by 2008 they were 441.2 million euros, an "
       "increase of 42.3 %.",
       "change", "42.3 %", OK},
      {"In 2001 grants were 310.0 million euros, and by 2008 they were 441.2 million euros, an "
       "increase of 52.3 %.",
       "change", "52.3 %", NO},
      {"In 2001 200 schools had 310 pupils each, an increase of 5 %.", NULL, NULL, OK},
      {"It improved 120 basis points from 31.2% to 32.4%.", "change", "120 basis points", OK},
      {"It improved 220 basis points from 31.2% to 32.4%.", "change", "220 basis points", NO},
      {"Rule 39 was 30 % of it, 12 % more than in Table 4.", NULL, NULL, OK},
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
      {"We asked 1,249 pupils (640 girls and 608 boys).", "parts", NULL, NO},
      {"Participants were 64 undergraduates (47 women, 16 men).", "parts", NULL, NO},
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
      {"Of the 241 patients 38 (15.8 %) stopped.", "share", "15.8 %", OK},
      {"Of the 241 patients 38 (18.5 %) stopped.", "share", "18.5 %", NO},
      {"Of 200 men, 40 (20 %) smoked, 60 (30 %) drank and 24 (14 %) did both.", "share", "14 %",
       NO},
      {"Of 300 men, 30 (10 %) smoked, of whom 12 (40 %) drank.", "share", "10 %", OK},
      {"Of 300 men, 30 (10 %) smoked, against 12 (6 %) of others.", "share", "10 %", OK},
      {"There are 60 countries, of which 12 (25 %) are poor.", "share", "25 %", NO},
      {"17 (7.1 %) of 241 patients died.", "share", "7.1 %", OK},
      {"17 patients (9.1 %) of 241 died.", "share", "9.1 %", NO},
      {"46 % of 321.4 billion yen is 147.8 billion.", "share", "46 %", OK},
      {"46 % of 321.4 billion is 137.8.", "share", "46 %", NO},
      {"40 % of the 300 respondents, or 120 people, agreed.", "share", "40 %", OK},
      {"Industry employs 12.7 million people (9.0 % of the 158.8 million at work).", "share",
       "9.0 %", NO},
      {"It sold 28.4 million tickets, twice the 14.2 million of 2010.", "share", "twice", OK},
      {"It sold 30.1 million tickets, 1.9 times the 14.2 million of 2010.", "share", "1.9", NO},
      {"We asked 482 adults (241 to coaching and 241 to care).", "parts", NULL, OK},
      {"We asked 64 students (48 women, 16 men; M age = 19.7, SD = 1.4).", "parts", NULL, OK},
      {"In all, 412 cases were heard: 298 were won, 96 lost, and 18 settled.", "parts", "412", OK},
      {"Of the 3,420 km, 2,210 km are state lines and 1,210 km private ones.", "parts", NULL, OK},
      {"For Python 3.3 series (#507, #511) a patch was added.", NULL, NULL, OK},
      {"Of the 100 patients, 60 had a cough and 55 a fever.", NULL, NULL, OK},
      {"Shares: A 31 %, B 28 %, C 17 %, D 12 %, others 22 %.", "hundred", NULL, NO},
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

/* An estimate at the very end of its interval and one last digit beyond it: with as many digits as the end it is
   beyond, with fewer it may have been rounded there. */
static void intervals_at_their_ends(void **state)
{
  static const struct row rows[] = {
      {"It was 1.12 (95% CI 1.12 to 1.73).", "interval", "1.12", OK},
      {"It was 1.11 (95% CI 1.12 to 1.73).", "interval", "1.11", NO},
      {"It was 1.1 (95% CI 1.12 to 1.73).", "interval", "1.1", ROUNDING},
      {"It was 1.1 (95% CI 1.16 to 1.73).", "interval", "1.1", NO},
      {"It was 1.73 (95% CI 1.12 to 1.73).", "interval", "1.73", OK},
      {"It was 1.74 (95% CI 1.12 to 1.73).", "interval", "1.74", NO},
      {"It was 1.8 (95% CI 1.12 to 1.76).", "interval", "1.8", ROUNDING},
      {"It was 1.8 (95% CI 1.12 to 1.74).", "interval", "1.8", NO},
      {"It was 1.12 (95% CI 1.12 to 1.12).", "interval", "1.12", OK},
      {"It was 5.0 (95% CrI 4.0; 6.0).", "interval", "5.0", OK},
      {"It was 3.0 (credible interval: 4.0 and 6.0).", "interval", "3.0", NO},
      {"It was 7.0 (95% confidence interval from 4.0 to 6.0).", "interval", "7.0", NO},
      {"It was 7 (interquartile range 4-6).", "interval", "7", NO},
      {"It was b = 0.62 (SD 0.2, n = 12, df = 11, 95% CI 0.20 to 1.04).", "interval", "0.62", OK},
      {"It was small, z = 2.10, 95 % CI [0.20, 1.04].", NULL, NULL, OK},
  };

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
      {"Deposits more than halved from 5.1 to 2.4 billion.", "words", NULL, OK},
      {"Deposits more than halved from 5.1 to 2.9 billion.", "words", NULL, NO},
      {"From 10 to 40, a fourfold increase.", "words", "fourfold", OK},
      {"It fell by a factor of three from 41 to 13.5.", "words", "factor of three", OK},
      {"It fell by a factor of three from 41 to 23.5.", "words", "factor of three", NO},
      {"There was a 3-fold increase from 10 to 31.", "words", "3-fold", OK},
      {"Two in five schools (41 %) closed.", "words", "Two in five", OK},
      {"One in ten schools (19 %) closed.", "words", "One in ten", NO},
      {"Three quarters (61 %) were satisfied.", "words", NULL, NO},
      {"Nearly half (49.1 %) were girls.", "words", "Nearly half", OK},
      {"Nearly half (52 %) were girls.", "words", "Nearly half", OPEN},
      {"Most voters (46 %) liked it.", "words", "Most", NO},
      {"The most common cases (3 %) and most serious cases (2 %) did not.", NULL, NULL, OK},
      {"It was 12.3 (SE 0.4; 95 % CI 11.5-13.1).", "interval", "12.3", OK},
      {"The median was 70 (IQR 29-61).", "interval", "70", NO},
      {"Over the 12 years 2006-2018 it grew.", "dates", "12", OK},
      {"Over three years (2016-2018) it grew.", "dates", "three", OK},
      {"Over 15 years, 2010-2022, it grew.", "dates", "15", NO},
      {"Over ten years, 2010-2022, it grew.", "dates", "ten", OPEN},
      {"The period was 2001-2011, a period of ten years.", "dates", "ten", OK},
      {"Between 1990 and 2020, over three decades, it fell.", "dates", "three", OK},
      {"From 12 May 2015 to 4 February 2015 it ran.", "dates", NULL, NO},
      {"Between May 3, 2014 and May 10, 2014 it ran.", "dates", NULL, OK},
      {"See CVE 2014-1829 and ISO 1588-2008.", NULL, NULL, OK},
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
      {"who,a,b,total\nx,12,345,357\ny,1,200,201\nu,7,100,107\nz,3,999,1012\n", "parts", "1012",
       NO},
      {"who,a,b,total\nx,1,5,6\ny,2,7,9\nz,3,8,12\n", "parts", "12", ROUNDING},
      {"who,a,b,total\nx,1,5,6\ny,2,7,9\nz,3,8,13\n", "parts", "13", NO},
      {"year,item,v\n2001,a,12\n2001,b,345\n2001,Total,357\n2002,a,1\n2002,b,200\n2002,Total,201\n"
       "2003,a,9\n2003,b,9\n2003,Total,28\n",
       "parts", "28", NO},
      {"year,item,share\n2001,a,51.2\n2001,b,28.4\n2001,c,20.4\n2002,a,49.9\n2002,b,25.4\n"
       "2002,c,23.7\n2003,a,50.0\n2003,b,27.4\n2003,c,22.6\n",
       "hundred", "49.9", NO},
      {"year,who,v,rank\n2001,a,9,1\n2001,b,8,2\n2001,c,7,3\n2002,c,9,1\n2002,b,7,2\n2002,a,8,3\n"
       "2003,c,9,1\n2003,b,7,2\n2003,a,6,3\n",
       "rank", "8", NO},
      {"who,year,v,growth\na,2001,100.0,\na,2002,110.0,10.0\na,2003,121.0,10.0\nb,2001,50.0,\n"
       "b,2002,45.0,-10.0\nb,2003,54.0,25.0\n",
       "change", "25.0", NO},
      {"effect,t,df,p\na,2.41,62,.019\nb,2.20,28,.06\n", "p", ".06", NO},
      {"effect,F,df,p\na,3.41,\"2, 124\",.036\n", "p", ".036", OK},
      {"effect,z,p\na,2.58,< .05\n", "p", "< .05", OK},
      {"effect,t(28),p\na,2.20,.036\n", "p", ".036", OK},
      {"who,t,p\na,2.58,.05\n", NULL, NULL, OK}, /* without degrees of freedom */
      {"x,B,SE,95% CI\na,0.42,0.05,\"[0.31, 0.53]\"\nb,0.18,0.02,\"[0.21, 0.35]\"\n", "interval",
       "0.18", NO},
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

/* Balances, fractions of a figure, shares of two wholes, decades, thousands behind plain blanks. */
static void what_stands_apart(void **state)
{
  static const struct row rows[] = {
      {"Net migration was 271,000: 602,000 people arrived and 331,000 left.", "net", "271,000", OK},
      {"Net migration was 271,000: 612,000 people arrived and 331,000 left.", "net", NULL, NO},
      {"The inflow was 412 and the outflow 298, so that the net inflow was 114.", "net", NULL, OK},
      {"Exports were 14.2 billion euros, imports 16.1 billion, the deficit 1.9 billion.", "net",
       NULL, OK},
      {"With 700 births and 800 deaths, the natural decrease was 90.", "net", NULL, NO},
      {"Exports rose by 12 million and imports by 15 million, a balance of 4 firms.", NULL, NULL,
       OK},
      {"Women are a third of the total: 31.2 million of 95.1 million.", "words", "a third", OK},
      {"It is a third of the average wage of 2,400 euros, or 800 euros.", "words", "a third", OK},
      {"It is a third of the average wage of 2,400 euros, or 500 euros.", "words", "a third", NO},
      {"It is more than a third of the wage of 2,400 euros, or 1,100 euros.", NULL, NULL, OK},
      {"He lost a third of the seats in 12 towns, or 40 villages.", NULL, NULL, OK},
      {"Of 240 treated and 216 untreated patients, 17 (7.1 %) and 21 (9.7 %), respectively, died.",
       "share", "9.7 %", OK},
      {"In the one (n = 240) and the other (n = 216), 17 (7.1 %) and 22 (9.7 %), respectively.",
       "share", "9.7 %", NO},
      {"In 3 towns and 5 cities, 17 (7.1 %) and 21 (9.7 %), respectively, died.", NULL, NULL, OK},
      {"In the three decades from the 1980s to the 2000s it rose.", "dates", "three", OK},
      {"In the five decades from the 1980s to the 2000s it rose.", "dates", "five", NO},
      {"From the 1990s to the 1970s it rose.", "dates", NULL, NO},
      {"In the 1990s and the 1980s it rose.", NULL, NULL, OK},
      {"It rose from 62 145 to 64 145, by 2 100 people.", "change", "2 100", NO},
      {"It rose from 62 145 to 64 145, by 2 000; 12,000 others came.", NULL, NULL, OK},
      {"Pupils were 318,400 in 2023/24, down 1.8 per cent from 324,200.", "change", NULL, OK},
      {"In 2023 it was 23,900, against 31,400 in 2022: a fall of 23.9 per cent.", "change", NULL,
       OK}};

  (void)state;
  CHECK_ROWS(rows, false);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_stands_apart),
                                     cmocka_unit_test(statcheck_errors),
                                     cmocka_unit_test(statcheck_rounding),
                                     cmocka_unit_test(grim),
                                     cmocka_unit_test(changes),
                                     cmocka_unit_test(parts_and_shares),
                                     cmocka_unit_test(intervals_at_their_ends),
                                     cmocka_unit_test(words_intervals_dates),
                                     cmocka_unit_test(tables),
                                     cmocka_unit_test(refusals)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
