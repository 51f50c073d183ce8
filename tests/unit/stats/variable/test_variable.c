/* A part of a variable is what it is when it is prepared for itself; kernels say the same with and without
   what is known already. */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <math.h>
#include <string.h>

#include "stats/correlation/pearson.h"
#include "stats/correlation/spearman.h"
#include "stats/kendall/kendall.h"
#include "stats/variable/variable.h"

enum { MOST = 700, ALL = PST_KNOW_DEVIATIONS | PST_KNOW_ORDER | PST_KNOW_RANKS };

static void assert_same(const struct pst_known *a, const struct pst_known *b)
{
  assert_true(a->n == b->n && a->known == b->known && a->log_ties == b->log_ties);
  assert_memory_equal(a->at, b->at, a->n * sizeof *a->at);
  assert_memory_equal(a->code, b->code, a->n * sizeof *a->code);
  assert_memory_equal(a->rank, b->rank, a->n * sizeof *a->rank);
  assert_true(a->ties.distinct == b->ties.distinct && a->ties.pairs == b->ties.pairs);
  assert_memory_equal(&a->deviations.squares, &b->deviations.squares, sizeof(struct pst_sum));
  assert_memory_equal(&a->rank_deviations.squares, &b->rank_deviations.squares,
                      sizeof(struct pst_sum));
}

static void a_part_as_if_alone(void **state)
{
  uint64_t seed = 90;

  (void)state;
  for (size_t n = 2; n <= MOST; n += 1 + n / 5) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    double x[MOST], kept[MOST];
    uint32_t row[MOST];
    struct pst_known whole = {.n = n, .x = x}, part, alone = {.x = kept};

    random_fill(&seed, x, n, 1 + random_below(&seed, 2 * n));
    for (size_t i = 0; i < n; i++)
      if (random_below(&seed, 3) > 0 || i == 0) {
        kept[alone.n] = x[i];
        row[alone.n++] = (uint32_t)i;
      }
    assert_int_equal(pst_variable_know(&whole, ALL, true, 2, &arena, NULL), PST_OK);
    assert_int_equal(pst_variable_part(&whole, row, alone.n, kept, ALL, &part, &arena, NULL),
                     PST_OK);
    assert_int_equal(pst_variable_know(&alone, ALL, false, 1, &arena, NULL), PST_OK);
    assert_same(&part, &alone);
    pst_arena_free(&arena);
  }
}

static void run_known(struct run *run, pst_pair_kernel *kernel, const struct pst_sample *sample,
                      const struct pst_test *test)
{
  memset(run, 0, sizeof *run);
  run->rows.arena = &run->arena;
  run->status = kernel(sample, test, &run->rows, &run->scratch, &run->error);
  assert_int_equal(run->status, PST_OK);
}

static void assert_rows_equal(const struct run *a, const struct run *b)
{
  assert_int_equal(a->rows.count, b->rows.count);
  for (size_t i = 0; i < a->rows.count; i++) {
    const struct pst_estimate *p = &a->rows.items[i], *q = &b->rows.items[i];

    assert_string_equal(p->term, q->term);
    assert_memory_equal(&p->estimate, &q->estimate, sizeof p->estimate);
    assert_memory_equal(&p->statistic, &q->statistic, sizeof p->statistic);
    assert_memory_equal(&p->p_value, &q->p_value, sizeof p->p_value);
  }
}

static void kernels_say_the_same(void **state)
{
  static pst_pair_kernel *const kernels[] = {pst_pearson, pst_spearman, pst_kendall};
  const struct pst_test quick = {.estimate_only = true}, full = {.threads = 1};
  uint64_t seed = 91;

  (void)state;
  for (size_t n = 3; n <= MOST; n += 1 + n / 4)
    for (size_t k = 0; k < 3; k++) {
      struct pst_arena arena = PST_ARENA_EMPTY;
      double x[MOST], y[MOST];
      struct pst_known known[2] = {{.n = n, .x = x}, {.n = n, .x = y}};
      const struct pst_sample sample = {
          .n = n, .x = x, .y = y, .x_known = &known[0], .y_known = &known[1]};
      struct run alone, with, only;

      for (size_t i = 0; i < n; i++) {
        x[i] = 1e6 + (double)random_below(&seed, 3 * n);
        y[i] = x[i] / 3 + (double)random_below(&seed, 2 * n);
      }
      for (int v = 0; v < 2; v++)
        assert_int_equal(pst_variable_know(&known[v], ALL, true, 1, &arena, NULL), PST_OK);
      run_kernel(&alone, kernels[k], x, y, n, &full);
      run_known(&with, kernels[k], &sample, &full);
      run_known(&only, kernels[k], &sample, &quick);
      assert_rows_equal(&alone, &with);
      assert_memory_equal(&alone.rows.items[0].estimate, &only.rows.items[0].estimate,
                          sizeof(double));
      run_end(&alone);
      run_end(&with);
      run_end(&only);
      pst_arena_free(&arena);
    }
}

/* Points on a line: r is 1 whether or not the residuals are looked at. */
static void a_line_is_a_line(void **state)
{
  const struct pst_test quick = {.estimate_only = true};
  double x[40], y[40];
  struct run run;

  (void)state;
  for (int i = 0; i < 40; i++) {
    x[i] = 0.1 * i;
    y[i] = 1e9 - 0.3 * x[i];
  }
  run_known(&run, pst_pearson, &(struct pst_sample){.n = 40, .x = x, .y = y}, &quick);
  assert_true(run.rows.items[0].estimate == -1);
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_part_as_if_alone),
      cmocka_unit_test(kernels_say_the_same),
      cmocka_unit_test(a_line_is_a_line),
  };

  return cmocka_run_group_tests_name("variable", tests, NULL, NULL);
}
