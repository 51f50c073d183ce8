/* --kind read: what each item asks for, and what is told of one that is not understood. */
#include "check.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "indicator/kinds.h"

struct fixture {
  struct pst_job job;
  struct pst_list list;
  struct pst_indicator_ask *asks;
  size_t n;
  struct pst_error error;
};

static enum pst_status read(struct fixture *f, const char *text)
{
  memset(f, 0, sizeof *f);
  assert_int_equal(pst_list_add(&f->list, &f->job.arena, text, NULL), PST_OK);
  return pst_indicator_read_kinds(&f->job, &f->list, &f->asks, &f->n, &f->error);
}

/* The one item of TEXT; good until the next. */
static const struct pst_indicator_ask *one(const char *text)
{
  static struct fixture f;

  pst_arena_free(&f.job.arena);
  assert_int_equal(read(&f, text), PST_OK);
  assert_int_equal(f.n, 1);
  return &f.asks[0];
}

static void fails(const char *text, const char *message)
{
  struct fixture f;

  assert_int_equal(read(&f, text), PST_USAGE);
  assert_string_equal(f.error.message, message);
  pst_arena_free(&f.job.arena);
}

static void lags_and_windows(void **state)
{
  const struct pst_indicator_ask *ask;

  (void)state;
  ask = one("growth");
  assert_string_equal(ask->kind->name, "growth");
  assert_true(ask->lag == 1 && !ask->year);
  assert_true(one("growth(5)")->lag == 5);
  assert_true(one("growth( 5 )")->lag == 5);
  assert_true(one("growth()")->lag == 1);
  assert_true(one("growth(year)")->year);
  assert_true(one("growth(1000000)")->lag == 1000000);
  ask = one("average(5)");
  assert_true(ask->window.width == 5 && !ask->window.trailing && !ask->window.sum
              && ask->window.at_least == 0);
  ask = one("average(5, trailing, known 3)");
  assert_true(ask->window.width == 5 && ask->window.trailing && ask->window.at_least == 3);
  ask = one("average(4,known 4,trailing)");
  assert_true(ask->window.width == 4 && ask->window.trailing && ask->window.at_least == 4);
  ask = one("average(5,known 5)"); /* an odd width may be centred */
  assert_true(ask->window.at_least == 5 && !ask->window.trailing);
  ask = one("sum(12)");
  assert_true(ask->window.sum && ask->window.trailing && ask->window.width == 12);
  assert_false(one("sum(3,centred)")->window.trailing);
}

static void bases_and_knowns(void **state)
{
  const struct pst_indicator_ask *ask;

  (void)state;
  ask = one("index(1995)");
  assert_string_equal(ask->from, "1995");
  assert_string_equal(ask->to, "1995");
  assert_false(ask->known);
  ask = one("index(1995..2000, of known)");
  assert_string_equal(ask->from, "1995");
  assert_string_equal(ask->to, "2000");
  assert_true(ask->known);
  assert_true(one("share(of known)")->known);
  assert_true(one("share(known)")->known);
  assert_false(one("share")->known);
  ask = one("contribution(2,from zero)");
  assert_true(ask->lag == 2 && ask->from_zero);
  ask = one("contribution(from zero)");
  assert_true(ask->lag == 1 && ask->from_zero);
  ask = one("deflate(cpi,2010)");
  assert_string_equal(ask->column, "cpi");
  assert_string_equal(ask->from, "2010");
  assert_string_equal(ask->to, "2010");
  assert_true(one("zscore(population)")->population);
  assert_false(one("zscore")->population);
}

/* Steps, other entities and columns, and what tables of structure take. */
static void others(void **state)
{
  const struct pst_indicator_ask *ask;

  (void)state;
  assert_true(one("annual-growth(3)")->lag == 3 && one("annual-growth")->lag == 1);
  ask = one("per(population)");
  assert_string_equal(ask->column, "population");
  ask = one("krugman(of known, rest)");
  assert_true(ask->known && ask->rest);
  ask = one("krugman");
  assert_true(!ask->known && !ask->rest);
  assert_true(one("krugman(known)")->known);
  ask = one("duncan(Japan)");
  assert_string_equal(ask->entity, "Japan");
  assert_null(one("duncan")->entity);
  fails("annual-growth(year)",
        "--kind: 'annual-growth(year)' is not understood; write annual-growth[(K)]");
}

/* Indices of concentration have a table of their own; "of known" stands behind their numbers. */
static void concentration(void **state)
{
  const struct pst_indicator_ask *ask;

  (void)state;
  ask = one("hhi");
  assert_string_equal(ask->index->name, "hhi");
  assert_false(ask->known);
  assert_true(one("hhi(of known)")->known);
  ask = one("atkinson(0.5)");
  assert_true(ask->parameter == 0.5 && !ask->known);
  ask = one("atkinson(0.5,of known)");
  assert_true(ask->parameter == 0.5 && ask->known);
  ask = one("atkinson(0.5, of known)");
  assert_true(ask->parameter == 0.5 && ask->known);
}

static void several(void **state)
{
  struct fixture f;

  (void)state;
  assert_int_equal(read(&f, "growth(2),share,average(3,trailing)"), PST_OK);
  assert_int_equal(f.n, 3);
  assert_string_equal(f.asks[0].text, "growth(2)");
  assert_string_equal(f.asks[1].text, "share");
  assert_string_equal(f.asks[2].text, "average(3,trailing)");
  assert_true(f.asks[1].role == SIZE_MAX);
  pst_arena_free(&f.job.arena);
  assert_int_equal(read(&f, "growth(2),growth(3)"), PST_OK);
  pst_arena_free(&f.job.arena);
  fails("share,growth,share", "--kind: 'share' is given twice");
  fails("growth,growth", "--kind: 'growth' is given twice");
}

static void what_is_not_understood(void **state)
{
  (void)state;
  fails("growth(0)", "--kind: 'growth(0)' is not understood; write growth[(K|year)]");
  fails("growth(1.5)", "--kind: 'growth(1.5)' is not understood; write growth[(K|year)]");
  fails("growth(1000001)", "--kind: 'growth(1000001)' is not understood; write growth[(K|year)]");
  fails("growth(1,2)", "--kind: 'growth(1,2)' is not understood; write growth[(K|year)]");
  fails("average(4,known 5,trailing)",
        "--kind: 'average(4,known 5,trailing)' asks for more known values than times");
  fails("average(4,known 2)",
        "--kind: 'average(4,known 2)': a centred window of even width counts its ends half, so "
        "there is no mean of what is known; take an odd width, or trailing");
  fails("nonsense-of-all", "--kind: there is no kind 'nonsense-of-all'; --kind list prints all");
  fails("shares", "--kind: there is no kind 'shares'; did you mean 'share'?");
  fails("gini(", "--kind: gini takes no number in brackets");
}

/* Several --kind, each with several items: in their order; an empty item in any of them. */
static void several_options(void **state)
{
  struct pst_list list = {.count = 0};
  struct fixture f;

  (void)state;
  memset(&f, 0, sizeof f);
  assert_int_equal(pst_list_add(&list, &f.job.arena, "share,growth", NULL), PST_OK);
  assert_int_equal(pst_list_add(&list, &f.job.arena, "index(2000)", NULL), PST_OK);
  assert_int_equal(pst_indicator_read_kinds(&f.job, &list, &f.asks, &f.n, &f.error), PST_OK);
  assert_int_equal(f.n, 3);
  assert_string_equal(f.asks[0].text, "share");
  assert_string_equal(f.asks[2].text, "index(2000)");
  assert_int_equal(pst_list_add(&list, &f.job.arena, "zscore,", NULL), PST_OK);
  assert_int_equal(pst_indicator_read_kinds(&f.job, &list, &f.asks, &f.n, &f.error), PST_USAGE);
  assert_string_equal(f.error.message,
                      "--kind: an empty item in 'zscore,'; items are separated by commas");
  pst_arena_free(&f.job.arena);
  fails(",share", "--kind: an empty item in ',share'; items are separated by commas");
}

/* How many arguments each takes, one more and one less. */
static void counts_of_arguments(void **state)
{
  (void)state;
  fails("annual-growth(1,2)",
        "--kind: 'annual-growth(1,2)' is not understood; write annual-growth[(K)]");
  fails("per", "--kind: 'per' is not understood; write per(COL)");
  fails("per(a,b)", "--kind: 'per(a,b)' is not understood; write per(COL)");
  fails("ratio", "--kind: 'ratio' is not understood; write ratio(ENTITY)");
  fails("ratio(A,B)", "--kind: 'ratio(A,B)' is not understood; write ratio(ENTITY)");
  fails("deflate(cpi)", "--kind: 'deflate(cpi)' is not understood; write deflate(COL,TIME)");
  fails("share(of known,known)",
        "--kind: 'share(of known,known)' is not understood; write share[(of known)]");
  fails("share(unknown)", "--kind: 'share(unknown)' is not understood; write share[(of known)]");
  fails("index", "--kind: 'index' is not understood; write index(TIME|A..B[,known])");
  fails("index(1995,known,3)",
        "--kind: 'index(1995,known,3)' is not understood; write index(TIME|A..B[,known])");
  fails("index(1995..)", "--kind: 'index(1995..)' is not understood; write "
                         "index(TIME|A..B[,known])");
  fails("index(..1995)", "--kind: 'index(..1995)' is not understood; write "
                         "index(TIME|A..B[,known])");
  fails("zscore(sample)", "--kind: 'zscore(sample)' is not understood; write zscore[(population)]");
  fails("zscore(population,population)", "--kind: 'zscore(population,population)' is not "
                                         "understood; write zscore[(population)]");
  fails("duncan(A,B)", "--kind: 'duncan(A,B)' is not understood; write duncan[(ENTITY)]");
  fails("krugman(all)", "--kind: 'krugman(all)' is not understood; write krugman[(rest)]");
  fails(
      "contribution(from zero,2)",
      "--kind: 'contribution(from zero,2)' is not understood; write contribution[(K[,from zero])]");
}

/* What other tools call them. */
static void synonyms(void **state)
{
  static const char *const rows[][2] = {{"herfindahl", "hhi"},     {"theil", "theil-t"},
                                        {"yoy", "growth"},         {"cumsum", "cumulative"},
                                        {"cagr", "annual-growth"}, {"deflator", "deflate"},
                                        {"per-capita", "per"},     {"moving-average", "average"},
                                        {"concentration", "hhi"},  {"mld", "theil-l"},
                                        {"shannon", "entropy"},    {"balassa", "rca"},
                                        {"percent", "share"},      {"pct", "share"},
                                        {"rolling", "average"},    {"z-score", "zscore"}};
  char message[128];

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    snprintf(message, sizeof message, "--kind: there is no kind '%s'; did you mean '%s'?",
             rows[i][0], rows[i][1]);
    fails(rows[i][0], message);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lags_and_windows),
      cmocka_unit_test(bases_and_knowns),
      cmocka_unit_test(concentration),
      cmocka_unit_test(others),
      cmocka_unit_test(several),
      cmocka_unit_test(what_is_not_understood),
      cmocka_unit_test(synonyms),
      cmocka_unit_test(several_options),
      cmocka_unit_test(counts_of_arguments),
  };

  return cmocka_run_group_tests_name("kind_read", tests, NULL, NULL);
}
