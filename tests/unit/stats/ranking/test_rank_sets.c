/* Confidence sets for ranks. */
#include <math.h>

#include "check.h"

#include "stats/ranking/rank_sets.h"
#include "stats/tails.h"

enum { MOST = 12 };

struct made {
  size_t low[MOST], high[MOST], all_low[MOST], all_high[MOST];
  struct pst_arena scratch;
  struct pst_error error;
  enum pst_status status;
};

static struct pst_rank_sets sets_of(struct made *m)
{
  return (struct pst_rank_sets){m->low, m->high, m->all_low, m->all_high};
}

static void normal(struct made *m, const double *values, const double *errors, size_t n,
                   double level)
{
  const struct pst_rank_estimates e = {
      .n = n, .values = values, .errors = errors, .level = level, .seed = 1};
  struct pst_rank_sets sets = sets_of(m);

  m->scratch = (struct pst_arena)PST_ARENA_EMPTY;
  m->error.status = PST_OK;
  m->status = pst_rank_sets_normal(&e, &sets, &m->scratch, &m->error);
  pst_arena_free(&m->scratch);
}

static void counts(struct made *m, const double *values, size_t n)
{
  struct pst_rank_sets sets = sets_of(m);

  m->scratch = (struct pst_arena)PST_ARENA_EMPTY;
  m->error.status = PST_OK;
  m->status = pst_rank_sets_counts(values, n, 0.95, &sets, &m->scratch, &m->error);
  pst_arena_free(&m->scratch);
}

static void assert_ranks(const size_t *got, const size_t *want, size_t n)
{
  for (size_t i = 0; i < n; i++)
    assert_int_equal(got[i], want[i]);
}

/* The five parties of Bazylik et al., as their package has them. */
static void parties(void **state)
{
  static const double votes[] = {140, 120, 100, 60, 20};
  static const size_t low[] = {1, 1, 1, 4, 5}, high[] = {3, 3, 3, 4, 5};
  struct made m;

  (void)state;
  counts(&m, votes, 5);
  assert_int_equal(m.status, PST_OK);
  assert_ranks(m.all_low, low, 5);
  assert_ranks(m.all_high, high, 5);
  /* by themselves the first and the third are told apart: p = .0059 of 6 that are left */
  assert_int_equal(m.high[0], 2);
  assert_int_equal(m.low[2], 2);
}

static void counts_refused(void **state)
{
  static const double half[] = {1, 2.5}, below[] = {1, -1}, none[] = {0, 0};
  struct made m;

  (void)state;
  counts(&m, half, 2);
  assert_int_equal(m.status, PST_USAGE);
  assert_string_equal(m.error.message, "a count is a whole number, 0 or more, not 2.5");
  counts(&m, below, 2);
  assert_int_equal(m.status, PST_USAGE);
  counts(&m, half, 1);
  assert_int_equal(m.status, PST_UNDEFINED);
  counts(&m, none, 2);
  assert_int_equal(m.status, PST_OK);
  assert_int_equal(m.low[0], 1);
  assert_int_equal(m.high[0], 2);
}

/* Two items: one difference, told apart where |z| is above 1.96. */
static void two_items(void **state)
{
  static const double errors[] = {3, 4};
  double values[] = {5 * 1.9601, 0};
  struct made m;

  (void)state;
  normal(&m, values, errors, 2, 0.95);
  assert_int_equal(m.high[0], 1);
  assert_int_equal(m.low[1], 2);
  values[0] = 5 * 1.9598;
  normal(&m, values, errors, 2, 0.95);
  assert_int_equal(m.high[0], 2);
  assert_int_equal(m.low[1], 1);
}

/* An error that is fifty times the other's is integrated as finely as the narrow one asks; without errors, by order. */
static void errors_far_apart(void **state)
{
  static const double errors[] = {50, 1}, exact[] = {0, 0}, one_exact[] = {50, 0};
  double values[] = {50.01 * 1.9601, 0};
  struct made m;

  (void)state;
  normal(&m, values, errors, 2, 0.95);
  assert_int_equal(m.high[0], 1);
  values[0] = 50.01 * 1.9598;
  normal(&m, values, errors, 2, 0.95);
  assert_int_equal(m.high[0], 2);
  values[0] = 50 * 1.95; /* an error of 0 is no narrow one: there is one step to find */
  normal(&m, values, one_exact, 2, 0.95);
  assert_int_equal(m.low[1], 1);
  values[0] = 50 * 1.97;
  normal(&m, values, one_exact, 2, 0.95);
  assert_int_equal(m.low[1], 2);
  values[0] = 1e-300;
  normal(&m, values, exact, 2, 0.95);
  assert_int_equal(m.high[0], 1);
  assert_int_equal(m.low[1], 2);
}

/* The largest |difference| of the first of three to the others, of equal errors: its quantile is that of Dunnett's test with
   infinite degrees of freedom, 2.212 for two others at .95. */
static void dunnett(void **state)
{
  static const double errors[] = {1, 1, 1};
  double values[] = {0, -2.213 * 1.4142135623731, 0};
  struct made m;

  (void)state;
  normal(&m, values, errors, 3, 0.95);
  assert_int_equal(m.high[0], 2);
  values[1] = -2.211 * 1.4142135623731;
  normal(&m, values, errors, 3, 0.95);
  assert_int_equal(m.high[0], 3);
}

/* Tukey's range of three, infinite degrees of freedom: 3.314 / sqrt 2 = 2.344; the draws are right to a hundredth. */
static void tukey(void **state)
{
  static const double errors[] = {1, 1, 1};
  double values[] = {0, -2.40 * 1.4142135623731, -1.2 * 1.4142135623731};
  struct made m;

  (void)state;
  normal(&m, values, errors, 3, 0.95);
  assert_int_equal(m.all_high[0], 2);
  values[1] = -2.29 * 1.4142135623731;
  normal(&m, values, errors, 3, 0.95);
  assert_int_equal(m.all_high[0], 3);
}

/* The reference's values with errors of 3: the limits of its package, by bootstrap, are these. */
static void ten_items(void **state)
{
  static const double values[] = {98.2, 91, 87.5, 87.5, 80.1, 77.7, 70, 65.3, 65.3, 50.9};
  static const double errors[] = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3};
  static const size_t low[] = {1, 1, 1, 1, 2, 3, 5, 7, 7, 10},
                      high[] = {4, 5, 6, 6, 7, 7, 9, 9, 9, 10};
  struct made m;

  (void)state;
  normal(&m, values, errors, 10, 0.95);
  assert_ranks(m.low, low, 10);
  assert_ranks(m.high, high, 10);
  for (size_t i = 0; i < 10; i++)
    assert_true(m.all_low[i] <= m.low[i] && m.all_high[i] >= m.high[i]);
}

static void known_values(void **state)
{
  static const double values[] = {3, 2, 2, 1}, errors[] = {0, 0, 0, 0};
  static const size_t low[] = {1, 2, 2, 4}, high[] = {1, 3, 3, 4};
  static const double wrong[] = {1, -1};
  struct made m;

  (void)state;
  normal(&m, values, errors, 4, 0.95);
  assert_ranks(m.low, low, 4);
  assert_ranks(m.high, high, 4);
  assert_ranks(m.all_low, low, 4);
  assert_ranks(m.all_high, high, 4);
  normal(&m, values, wrong, 2, 0.95);
  assert_int_equal(m.status, PST_USAGE);
  assert_string_equal(m.error.message, "a standard error is 0 or more, not -1");
  normal(&m, values, errors, 1, 0.95);
  assert_int_equal(m.status, PST_UNDEFINED);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(parties),   cmocka_unit_test(counts_refused),
      cmocka_unit_test(two_items), cmocka_unit_test(errors_far_apart),
      cmocka_unit_test(dunnett),   cmocka_unit_test(tukey),
      cmocka_unit_test(ten_items), cmocka_unit_test(known_values),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
