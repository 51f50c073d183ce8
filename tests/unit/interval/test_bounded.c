#include "check.h"

#include <math.h>
#include <string.h>

#include "interval/bounded.h"
#include "interval/truth.h"

static const struct pst_number_style german = {.decimal = ',', .thousands = '.'};
static const struct pst_number_style english = {.decimal = '.', .thousands = ','};

static void assert_bounds(struct pst_bounds got, struct pst_bounds want)
{
  assert_close(got.low == want.low, 1, 0, 0);
  assert_close(got.high == want.high, 1, 0, 0);
  assert_int_equal(got.low_open, want.low_open);
  assert_int_equal(got.high_open, want.high_open);
}

static void notations_are_read(void **state)
{
  static const struct {
    const char *cell;
    struct pst_bounds bounds;
    const char *canonical;
  } rows[] = {
      {">10", {10, INFINITY, true, true}, ">10"},
      {"> 10", {10, INFINITY, true, true}, ">10"},
      {">=3", {3, INFINITY, false, true}, ">=3"},
      {"\xE2\x89\xA5"
       "3",
       {3, INFINITY, false, true},
       ">=3"},
      {"<0.5", {-INFINITY, 0.5, true, true}, "<0.5"},
      {"<=296", {-INFINITY, 296, true, false}, "<=296"},
      {"\xE2\x89\xA4 -2.50", {-INFINITY, -2.5, true, false}, "<=-2.5"},
      {"[1168.2,1169.5]", {1168.2, 1169.5, false, false}, "[1168.2,1169.5]"},
      {"[ 1168.2 ; 1169.5 ]", {1168.2, 1169.5, false, false}, "[1168.2,1169.5]"},
      {"(1,2]", {1, 2, true, false}, "(1,2]"},
      {"[1,2)", {1, 2, false, true}, "[1,2)"},
      {"(-2, -1)", {-2, -1, true, true}, "(-2,-1)"},
      {"[5,5]", {5, 5, false, false}, "5"},
      {"581\xC2\xB1"
       "4",
       {577, 585, false, false},
       "[577,585]"},
      {"581 +- 4", {577, 585, false, false}, "[577,585]"},
      {"-3+/-0.25", {-3.25, -2.75, false, false}, "[-3.25,-2.75]"},
      {"581.2+-0.1", {581.1, 581.3, false, false}, "[581.1,581.3]"},
      {"0.3+-0.1", {0.2, 0.4, false, false}, "[0.2,0.4]"},
      {"1e3+-1", {999, 1001, false, false}, "[999,1001]"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_bounds bounds;
    char text[PST_BOUNDS_SIZE];

    if (!pst_bounds_parse(pst_text_of(rows[i].cell), NULL, &bounds))
      fail_msg("'%s' was not read", rows[i].cell);
    assert_bounds(bounds, rows[i].bounds);
    assert_int_equal(pst_bounds_print(text, &bounds), strlen(rows[i].canonical));
    assert_string_equal(text, rows[i].canonical);
  }
}

static void other_text_is_no_bound(void **state)
{
  static const char *const cells[] = {
      "",        "10",      "-3",    ">",        "<",         ">=",    "=3",   ">>3",
      "> =3",    "=>3",     "[1]",   "[2,1]",    "(1,1)",     "[1,1)", "[,]",  "[1,]",
      "[1,2,3]", "[1;2;3]", "1,2]",  "[1,2",     "[",         "[]",    "()",   "+-4",
      "3+-",     "3+-x",    "3+--4", "3+-4+-5",  "a+-4",      "<inf",  ">nan", "[1..2]",
      "{1,2}",   "1-2",     "10+",   "~5",       "<1>",       "(1,2",  ">\t",  "\xE2\x89",
      "5%",      "[1,2]x",  ">1 2",  "\xC2\xB1", "4\xC2\xB1", ".."};
  struct pst_bounds bounds;

  (void)state;
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
    if (pst_bounds_parse(pst_text_of(cells[i]), NULL, &bounds))
      fail_msg("'%s' was read", cells[i]);
}

static void style_decides_the_separator(void **state)
{
  struct pst_bounds bounds;

  (void)state;
  assert_true(pst_bounds_parse(pst_text_of("[1168,2;1169,5]"), &german, &bounds));
  assert_bounds(bounds, (struct pst_bounds){1168.2, 1169.5, false, false});
  assert_false(pst_bounds_parse(pst_text_of("[1168,2,1169,5]"), &german, &bounds));
  assert_false(pst_bounds_parse(pst_text_of("[1,2]"), &german, &bounds));
  assert_true(pst_bounds_parse(pst_text_of(">1.000,5"), &german, &bounds));
  assert_bounds(bounds, (struct pst_bounds){1000.5, INFINITY, true, true});
  assert_true(pst_bounds_parse(pst_text_of("[1,168;2,000]"), &english, &bounds));
  assert_bounds(bounds, (struct pst_bounds){1168, 2000, false, false});
  assert_false(pst_bounds_parse(pst_text_of("[1,168,2,000]"), &english, &bounds));
}

static void printing_reads_back(void **state)
{
  static const double ends[] = {-INFINITY, -1e300, -2.5, -1, 0, 0.1, 1.0 / 3, 2, 1e22, INFINITY};
  char text[PST_BOUNDS_SIZE];

  (void)state;
  for (size_t i = 0; i < 10; i++) {
    for (size_t j = i + 1; j < 10; j++) {
      for (int open = 0; open < 4; open++) {
        struct pst_bounds b = {ends[i], ends[j], i == 0 || (open & 1), j == 9 || (open & 2)}, back;

        pst_bounds_print(text, &b);
        if (i == 0 && j == 9) {
          assert_string_equal(text, "");
          continue;
        }
        assert_true(pst_bounds_parse(pst_text_of(text), NULL, &back));
        assert_bounds(back, b);
      }
    }
  }
}

static void whole_numbers_tighten(void **state)
{
  struct pst_bounds b = {10, INFINITY, true, true};

  (void)state;
  assert_true(pst_bounds_whole(&b));
  assert_bounds(b, (struct pst_bounds){11, INFINITY, false, true});
  b = (struct pst_bounds){-INFINITY, 0.5, true, true};
  assert_true(pst_bounds_whole(&b));
  assert_bounds(b, (struct pst_bounds){-INFINITY, 0, true, false});
  b = (struct pst_bounds){-3, 4, true, true};
  assert_true(pst_bounds_whole(&b));
  assert_bounds(b, (struct pst_bounds){-2, 3, false, false});
  b = (struct pst_bounds){1.2, 1.8, false, false};
  assert_false(pst_bounds_whole(&b));
  assert_bounds(b, (struct pst_bounds){1.2, 1.8, false, false});
  b = (struct pst_bounds){1, 2, true, true};
  assert_false(pst_bounds_whole(&b));
}

/* Each end a whole number or infinite; what can be is listed by trying halves and whole numbers. */
static bool next_bounds(struct pst_bounds *b, unsigned code)
{
  static const double ends[] = {-INFINITY, 0, 1, 2, INFINITY};

  b->low = ends[code % 5];
  b->high = ends[code / 5 % 5];
  b->low_open = isinf(b->low) || (code / 25 & 1);
  b->high_open = isinf(b->high) || (code / 50 & 1);
  return b->low < b->high || (b->low == b->high && !b->low_open && !b->high_open);
}

static bool related(double x, enum pst_relation relation, double y)
{
  const bool holds[] = {x == y, x != y, x<y, x <= y, x> y, x >= y};

  return holds[relation];
}

static enum pst_truth brute_force(const struct pst_bounds *a, enum pst_relation relation,
                                  const struct pst_bounds *b)
{
  bool yes = false, no = false;

  for (double x = -1; x <= 3; x += 0.125) {
    for (double y = -1; y <= 3; y += 0.125) {
      if (!pst_bounds_hold(a, x) || !pst_bounds_hold(b, y))
        continue;
      yes |= related(x, relation, y);
      no |= !related(x, relation, y);
    }
  }
  if (yes && no)
    return PST_TRUTH_UNDECIDED;
  return yes ? PST_TRUTH_YES : PST_TRUTH_NO;
}

static void comparisons_equal_brute_force(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 10000; i++) {
    struct pst_bounds a, b;

    if (!next_bounds(&a, i % 100) || !next_bounds(&b, i / 100))
      continue;
    for (enum pst_relation r = PST_IS_EQUAL; r <= PST_IS_AT_LEAST; r++)
      if (pst_truth_compare(&a, r, &b) != brute_force(&a, r, &b))
        fail_msg("[%g,%g] %d%d, [%g,%g] %d%d, relation %d", a.low, a.high, a.low_open, a.high_open,
                 b.low, b.high, b.low_open, b.high_open, (int)r);
  }
}

static void truth_tables(void **state)
{
  enum { N = PST_TRUTH_NO, M = PST_TRUTH_MISSING, U = PST_TRUTH_UNDECIDED, Y = PST_TRUTH_YES };
  static const int and[4][4] = {{N, N, N, N}, {N, M, M, M}, {N, M, U, U}, {N, M, U, Y}};
  static const int or [4][4] = {{N, M, U, Y}, {M, M, M, Y}, {U, M, U, Y}, {Y, Y, Y, Y}};
  static const int not [4] = {Y, M, U, N};

  (void)state;
  for (int a = 0; a < 4; a++) {
    for (int b = 0; b < 4; b++) {
      assert_int_equal(pst_truth_and((enum pst_truth)a, (enum pst_truth)b), and[a][b]);
      assert_int_equal(pst_truth_or((enum pst_truth)a, (enum pst_truth)b), or [a][b]);
    }
    assert_int_equal(pst_truth_not((enum pst_truth)a), not [a]);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(notations_are_read),
      cmocka_unit_test(other_text_is_no_bound),
      cmocka_unit_test(style_decides_the_separator),
      cmocka_unit_test(printing_reads_back),
      cmocka_unit_test(whole_numbers_tighten),
      cmocka_unit_test(comparisons_equal_brute_force),
      cmocka_unit_test(truth_tables),
  };

  return cmocka_run_group_tests_name("bounded", tests, NULL, NULL);
}
