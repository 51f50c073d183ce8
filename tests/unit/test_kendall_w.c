/* Kendall's W: by its definition without ties, with ties, refusals. */
#include "check.h"

#include "stats/concordance/kendall_w.h"

static enum pst_status run(const double *const *x, size_t m, size_t n, struct pst_kendall_w *w,
                           struct pst_error *error)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  enum pst_status status = pst_kendall_w(x, m, n, w, &scratch, error);

  pst_arena_free(&scratch);
  return status;
}

static void agreement_and_its_absence(void **state)
{
  static const double up[] = {1, 2, 3, 4}, down[] = {40, 30, 20, 10};
  const double *same[] = {up, up, up}, *opposite[] = {up, down};
  struct pst_kendall_w w;

  (void)state;
  assert_int_equal(run(same, 3, 4, &w, NULL), PST_OK);
  assert_close(w.w, 1, 0, 0);
  assert_close(w.statistic, 9, 0, 0);
  assert_close(w.p, 0.029290886534888, 1e-12, 0);
  assert_int_equal(run(opposite, 2, 4, &w, NULL), PST_OK);
  assert_close(w.w, 0, 0, 0);
  assert_close(w.p, 1, 0, 0);
}

/* Four raters of six items, two with ties: 12 * 247.5 / (16 * 210 - 4 * 6) = 990 / 1112. */
static void ties(void **state)
{
  static const double a[] = {1, 2, 3, 4, 5, 6}, b[] = {2, 1, 4, 3, 6, 5};
  static const double c[] = {1, 3, 2, 4, 5, 6}, d[] = {1.5, 1.5, 3, 4, 6, 5};
  const double *x[] = {a, b, c, d};
  struct pst_kendall_w w;

  (void)state;
  assert_int_equal(run(x, 4, 6, &w, NULL), PST_OK);
  assert_close(w.w, 12 * w.s / (16 * 210 - 4 * 6), 1e-15, 0);
  assert_close(w.df, 5, 0, 0);
  assert_close(w.statistic, 20 * w.w, 1e-15, 0);
}

static void refusals(void **state)
{
  static const double flat[] = {2, 2, 2};
  const double *x[] = {flat, flat};
  struct pst_error error = {.status = PST_OK};
  struct pst_kendall_w w;

  (void)state;
  assert_int_equal(run(x, 2, 3, &w, &error), PST_UNDEFINED);
  assert_string_equal(error.message, "all items are tied in every ranking");
  error = (struct pst_error){.status = PST_OK};
  assert_int_equal(run(x, 1, 3, &w, &error), PST_UNDEFINED);
  assert_string_equal(error.message, "fewer than 2 rankings");
  assert_int_equal(run(x, 2, 1, &w, NULL), PST_UNDEFINED);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(agreement_and_its_absence),
      cmocka_unit_test(ties),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
