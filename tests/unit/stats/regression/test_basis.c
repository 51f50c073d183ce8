/* Double-double numbers and orthonormal columns: against long division, Q R = A, parts of what is dropped. */
#include "check.h"

#include <math.h>

#include "stats/dd.h"
#include "stats/regression/basis.h"

static double part(struct pst_dd got, struct pst_dd want)
{
  struct pst_dd left = pst_dd_less(got, want);

  return fabs(left.high / want.high);
}

static void numbers(void **state)
{
  const struct pst_dd third = pst_dd_quotient(pst_dd_of(1), pst_dd_of(3));
  const struct pst_dd two = pst_dd_root(pst_dd_of(2));

  (void)state;
  /* 1/3 = 0x1.5555555555555p-2 + 0x1.5555555555555p-56 and so on; sqrt 2 to 32 digits */
  assert_close(third.high, 0x1.5555555555555p-2, 0, 0);
  assert_close(third.low, 0x1.5555555555555p-56, 1e-15, 0);
  assert_close(two.high, 1.4142135623730951, 0, 0);
  assert_close(two.low, -9.667293313452913e-17, 1e-14, 0);
  assert_close(part(pst_dd_product(two, two), pst_dd_of(2)), 0, 0, 1e-31);
  assert_close(part(pst_dd_sum(pst_dd_sum(third, third), third), pst_dd_of(1)), 0, 0, 1e-31);
  assert_close(pst_dd_value(pst_dd_sum(pst_dd_of(1e16), pst_dd_of(1))) - 1e16, 0, 0, 1);
  assert_close(pst_dd_less(pst_dd_sum(pst_dd_of(1e16), pst_dd_of(1)), pst_dd_of(1e16)).high, 1, 0,
               0);
  assert_close(pst_dd_root(pst_dd_of(0)).high, 0, 0, 0);
}

enum { N = 12, P = 5 };

/* Hilbert's matrix: columns that are hard to tell apart. */
static void hilbert(struct pst_dd *a)
{
  for (size_t j = 0; j < P; j++)
    for (size_t i = 0; i < N; i++)
      a[j * N + i] = pst_dd_quotient(pst_dd_of(1), pst_dd_of((double)(i + j + 1)));
}

static void orthonormal(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_dd a[N * P], q[N * P];
  struct pst_basis basis = {.n = N, .p = P, .columns = q};

  (void)state;
  hilbert(a);
  hilbert(q);
  assert_int_equal(pst_basis_make(&basis, &arena, NULL), PST_OK);
  assert_int_equal(basis.rank, P);
  for (size_t j = 0; j < P; j++)
    for (size_t k = 0; k <= j; k++)
      assert_close(pst_dd_dot(q + j * N, q + k * N, N).high, j == k ? 1 : 0, 1e-20, 1e-20);
  for (size_t j = 0; j < P; j++)
    for (size_t i = 0; i < N; i++) {
      struct pst_dd sum = {0, 0};

      for (size_t k = 0; k <= j; k++)
        sum = pst_dd_sum(sum, pst_dd_product(q[k * N + i], basis.r[k * P + j]));
      assert_close(part(sum, a[j * N + i]), 0, 0, 1e-29);
    }
  pst_arena_free(&arena);
}

static void inverse_of_r(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_dd q[N * P];
  struct pst_basis basis = {.n = N, .p = P, .columns = q};

  (void)state;
  hilbert(q);
  assert_int_equal(pst_basis_make(&basis, &arena, NULL), PST_OK);
  for (size_t i = 0; i < P; i++)
    for (size_t j = i; j < P; j++) {
      struct pst_dd sum = {0, 0};

      for (size_t k = i; k <= j; k++)
        sum = pst_dd_sum(sum, pst_dd_product(basis.r[i * P + k], basis.inverse[k * P + j]));
      assert_close(pst_dd_value(sum), i == j ? 1 : 0, 1e-20, 1e-20);
    }
  pst_arena_free(&arena);
}

/* Column 2 is the sum of columns 0 and 1, column 3 is 0, column 4 stands alone. */
static void dependent_columns(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_dd q[N * P];
  struct pst_basis basis = {.n = N, .p = P, .columns = q};

  (void)state;
  for (size_t i = 0; i < N; i++) {
    double a = 0.1 * (double)(i + 1), b = 1 / (double)(i + 3);

    q[i] = pst_dd_of(a);
    q[N + i] = pst_dd_of(b);
    q[2 * N + i] = pst_dd_of(a + b);
    q[3 * N + i] = pst_dd_of(0);
    q[4 * N + i] = pst_dd_of((double)(i * i) / 200);
  }
  assert_int_equal(pst_basis_make(&basis, &arena, NULL), PST_OK);
  assert_int_equal(basis.rank, 3);
  assert_true(basis.dependent[2] && basis.dependent[3] && !basis.dependent[4]);
  assert_true(basis.involved[2 * P] && basis.involved[2 * P + 1] && basis.involved[2 * P + 2]);
  assert_true(!basis.involved[3 * P] && !basis.involved[3 * P + 1] && basis.involved[3 * P + 3]);
  assert_int_equal(basis.kept[2], 4);
  pst_arena_free(&arena);
}

static void parts_of_a_column(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_dd q[N * P], y[N], parts[P];
  struct pst_basis basis = {.n = N, .p = P, .columns = q};

  (void)state;
  hilbert(q);
  for (size_t i = 0; i < N; i++)
    y[i] = pst_dd_of(i % 2 == 0 ? 1 : -1);
  assert_int_equal(pst_basis_make(&basis, &arena, NULL), PST_OK);
  pst_basis_project(&basis, y, parts);
  for (size_t k = 0; k < P; k++)
    assert_close(pst_dd_dot(q + k * N, y, N).high, 0, 0, 1e-20);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers), cmocka_unit_test(orthonormal), cmocka_unit_test(inverse_of_r),
      cmocka_unit_test(dependent_columns), cmocka_unit_test(parts_of_a_column)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
