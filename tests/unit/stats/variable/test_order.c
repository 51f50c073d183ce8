/* The order of values, their codes and ties, against counting all pairs and against merging. */
#include "check.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>

#include "stats/variable/order.h"

struct ordered {
  struct pst_arena arena;
  uint32_t *at;
  uint32_t *code;
  struct pst_ties_of ties;
};

static void make(struct ordered *o, const double *x, size_t n, size_t threads)
{
  *o = (struct ordered){.arena = PST_ARENA_EMPTY};
  o->at = pst_arena_array(&o->arena, n + 1, sizeof *o->at);
  o->code = pst_arena_array(&o->arena, n + 1, sizeof *o->code);
  assert_int_equal(pst_order_of(x, n, threads, o->at, &o->arena, NULL), PST_OK);
  assert_int_equal(pst_order_codes(x, o->at, n, o->code, &o->ties, &o->arena, NULL), PST_OK);
}

/* What is counted without the groups is what the groups add up to. */
static void check_ties(const double *x, size_t n, size_t threads, const struct pst_ties_of *wanted)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_ties_of got;

  assert_int_equal(pst_order_ties(x, n, threads, &got, &scratch, NULL), PST_OK);
  assert_true(got.distinct == wanted->distinct && got.pairs == wanted->pairs);
  assert_true(got.triples == wanted->triples && got.weights == wanted->weights);
  assert_null(got.size);
  pst_arena_free(&scratch);
}

static void check_order(const double *x, size_t n, size_t threads)
{
  struct ordered o;
  size_t sum = 0;

  make(&o, x, n, threads);
  for (size_t i = 1; i < n; i++) {
    size_t a = o.at[i - 1], b = o.at[i];

    assert_true(x[a] < x[b] || (x[a] == x[b] && a < b));
    assert_true(o.code[b] == o.code[a] + (x[a] < x[b]));
  }
  for (size_t c = 0; c < o.ties.distinct; c++) {
    assert_int_equal(o.ties.first[c], sum);
    sum += o.ties.size[c];
  }
  assert_int_equal(sum, n);
  check_ties(x, n, threads, &o.ties);
  pst_arena_free(&o.arena);
}

/* Values whose upper 32 bits agree, few and many of them, and values of every size. */
static double value_of(uint64_t *seed, int kind)
{
  switch (kind) {
  case 0:
    return (double)random_below(seed, 10);
  case 1:
    return 1e9 + (double)random_below(seed, 1000) * 0x1p-20;
  case 2:
    return (double)random_below(seed, (size_t)1 << 40) - 0x1p39;
  case 3:
    return ldexp((double)random_below(seed, 1000) - 500, (int)random_below(seed, 2000) - 1000);
  case 4:
    return random_below(seed, 2) == 0 ? 0.0 : -0.0;
  }
  return 1 + (double)random_below(seed, 100000) * 0x1p-52;
}

static void orders_values_of_every_kind(void **state)
{
  static const size_t sizes[] = {0, 1, 2, 3, 50, 399, 400, 401, 1000, 30000, 100000};
  static double x[100000];
  uint64_t seed = 80;

  (void)state;
  for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
    for (int kind = 0; kind < 6; kind++) {
      for (size_t i = 0; i < sizes[s]; i++)
        x[i] = value_of(&seed, kind);
      check_order(x, sizes[s], 1);
      check_order(x, sizes[s], 4);
    }
}

static void sums_over_ties(void **state)
{
  const double x[] = {3, 1, 3, 3, 2, 1, 9};
  struct ordered o;

  (void)state;
  make(&o, x, 7, 1);
  assert_int_equal(o.ties.distinct, 4);
  assert_int_equal(o.ties.size[0], 2);
  assert_int_equal(o.ties.size[2], 3);
  assert_int_equal(o.ties.pairs, 1 + 3);
  assert_true(o.ties.triples == 6);
  assert_true(o.ties.weights == 2 * 9 + 6 * 11);
  pst_arena_free(&o.arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(orders_values_of_every_kind),
      cmocka_unit_test(sums_over_ties),
  };

  return cmocka_run_group_tests_name("order", tests, NULL, NULL);
}
