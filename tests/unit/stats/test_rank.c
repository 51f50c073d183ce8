/* Ranks against counting all pairs. */
#include "check.h"
#include "random.h"

#include <math.h>
#include <stdbool.h>

#include "stats/rank.h"

static double brute_rank(const double *x, size_t n, size_t i, enum pst_ties ties, bool descending)
{
  size_t before = 0;
  size_t equal = 0;
  size_t equal_before = 0;
  size_t distinct = 1;

  for (size_t j = 0; j < n; j++) {
    bool first = true;

    for (size_t k = 0; k < j; k++)
      first = first && x[k] != x[j];
    if (x[j] == x[i]) {
      equal++;
      equal_before += j < i;
    } else if (descending ? x[j] > x[i] : x[j] < x[i]) {
      before++;
      distinct += first;
    }
  }
  switch (ties) {
  case PST_TIES_MIN:
    return (double)(before + 1);
  case PST_TIES_MAX:
    return (double)(before + equal);
  case PST_TIES_MEAN:
    return (double)before + ((double)equal + 1) / 2;
  case PST_TIES_DENSE:
    return (double)distinct;
  case PST_TIES_ORDINAL:
    break;
  }
  return (double)(before + equal_before + 1);
}

static void ranks_agree_with_counting(void **state)
{
  uint64_t seed = 30;
  double x[40];
  double rank[40];

  (void)state;
  for (int i = 0; i < 2000; i++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    size_t n = random_below(&seed, 40);
    enum pst_ties ties = (enum pst_ties)(i % 5);
    bool descending = i % 2 == 1;

    random_fill(&seed, x, n, 1 + random_below(&seed, 50));
    assert_int_equal(pst_rank(x, n, ties, descending, rank, &arena, NULL), PST_OK);
    for (size_t k = 0; k < n; k++)
      assert_close(rank[k], brute_rank(x, n, k, ties, descending), 0, 0);
    pst_arena_free(&arena);
  }
}

struct bounded {
  double low[20];
  double high[20];
  bool low_open[20];
  bool high_open[20];
};

/* True when every value that j may have is above every value that i may have. */
static bool surely_above(const struct bounded *b, size_t j, size_t i)
{
  return b->low[j] > b->high[i] || (b->low[j] == b->high[i] && (b->low_open[j] || b->high_open[i]));
}

static void random_bounds(uint64_t *seed, struct bounded *b, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    size_t width = random_below(seed, 4);

    b->low[i] = (double)random_below(seed, 10);
    b->high[i] = b->low[i] + (double)width;
    b->low_open[i] = width > 0 && random_below(seed, 2) == 1;
    b->high_open[i] = width > 0 && random_below(seed, 2) == 1;
    if (random_below(seed, 12) == 0) {
      b->low[i] = -(double)INFINITY;
      b->low_open[i] = true;
    }
  }
}

static void bounds_agree_with_counting(void **state)
{
  uint64_t seed = 31;
  struct bounded b;
  size_t best[20];
  size_t worst[20];

  (void)state;
  for (int round = 0; round < 3000; round++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    size_t n = random_below(&seed, 20);
    struct pst_rank_items bounds = {n, b.low, b.high, b.low_open, b.high_open};
    bool descending = round % 2 == 0;

    random_bounds(&seed, &b, n);
    assert_int_equal(pst_rank_bounds(&bounds, descending, best, worst, &arena, NULL), PST_OK);
    for (size_t i = 0; i < n; i++) {
      size_t above = 0;
      size_t below = 0;

      for (size_t j = 0; j < n; j++) {
        above += j != i && surely_above(&b, j, i);
        below += j != i && surely_above(&b, i, j);
      }
      assert_int_equal(best[i], 1 + (descending ? above : below));
      assert_int_equal(worst[i], n - (descending ? below : above));
    }
    pst_arena_free(&arena);
  }
}

/* A top list: three values and two "lower than 10". */
static void top_list(void **state)
{
  static const double low[] = {30, 20, 10, -(double)INFINITY, -(double)INFINITY};
  static const double high[] = {30, 20, 10, 10, 10};
  static const bool low_open[] = {false, false, false, true, true};
  static const bool high_open[] = {false, false, false, true, true};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_rank_items bounds = {5, low, high, low_open, high_open};
  size_t best[5];
  size_t worst[5];

  (void)state;
  assert_int_equal(pst_rank_bounds(&bounds, true, best, worst, &arena, NULL), PST_OK);
  assert_true(best[2] == 3 && worst[2] == 3);
  assert_true(best[3] == 4 && worst[3] == 5 && best[4] == 4 && worst[4] == 5);
  bounds.high_open = NULL; /* "at most 10": the third may be tied with either */
  assert_int_equal(pst_rank_bounds(&bounds, true, best, worst, &arena, NULL), PST_OK);
  assert_true(best[2] == 3 && worst[2] == 5 && best[3] == 3 && worst[3] == 5);
  pst_arena_free(&arena);
}

/* Without bounds the interval is the one of ties: from the min rank to the max rank. */
static void points_give_the_interval_of_ties(void **state)
{
  static const double x[] = {5, 3, 5, 1, 5};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_rank_items bounds = {5, x, x, NULL, NULL};
  size_t best[5];
  size_t worst[5];
  double rank[5];

  (void)state;
  assert_int_equal(pst_rank_bounds(&bounds, true, best, worst, &arena, NULL), PST_OK);
  assert_int_equal(pst_rank(x, 5, PST_TIES_MIN, true, rank, &arena, NULL), PST_OK);
  for (size_t i = 0; i < 5; i++)
    assert_close((double)best[i], rank[i], 0, 0);
  assert_int_equal(pst_rank(x, 5, PST_TIES_MAX, true, rank, &arena, NULL), PST_OK);
  for (size_t i = 0; i < 5; i++)
    assert_close((double)worst[i], rank[i], 0, 0);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ranks_agree_with_counting),
      cmocka_unit_test(bounds_agree_with_counting),
      cmocka_unit_test(top_list),
      cmocka_unit_test(points_give_the_interval_of_ties),
  };

  return cmocka_run_group_tests_name("rank", tests, NULL, NULL);
}
