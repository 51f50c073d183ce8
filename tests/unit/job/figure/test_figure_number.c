/* test_figure_number.c -- numbers in the notes of figures. */
#include "check.h"

#include "job/figure/figure_number.h"

static void assert_value(double value, int digits, const char *wanted)
{
  struct pst_buffer out = {.data = NULL};

  pst_figure_put_value(&out, value, digits);
  assert_string_equal(pst_buffer_string(&out), wanted);
  pst_buffer_free(&out);
}

static void large_numbers_have_words(void **state)
{
  (void)state;
  assert_value(0, 3, "0");
  assert_value(-0.4994, 3, "−0.499");
  assert_value(12345, 3, "12,345");
  assert_value(999499, 3, "999,499");
  assert_value(999999.9, 3, "1 million");
  assert_value(42630769, 3, "42.6 million");
  assert_value(-87189323994.0, 3, "−87.2 billion");
  assert_value(1.046e12, 3, "1.05 trillion");
  assert_value(2e15, 3, "2 × 10¹⁵");
  assert_value(9.271e-12, 3, "9.27 × 10⁻¹²");
}

static void counts_are_parted_by_thousands(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_figure_put_n(&out, 65, 65);
  assert_string_equal(pst_buffer_string(&out), "n = 65");
  pst_buffer_clear(&out);
  pst_figure_put_n(&out, 999, 50000);
  assert_string_equal(pst_buffer_string(&out), "n = 999 to 50,000");
  pst_buffer_clear(&out);
  pst_figure_put_count(&out, 1770);
  assert_string_equal(pst_buffer_string(&out), "1,770");
  pst_buffer_free(&out);
}

static void small_p_is_a_bound(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_figure_p(&out, 0.0009999);
  pst_figure_p(&out, 0.01234);
  assert_string_equal(pst_buffer_string(&out), "p < 0.001p = 0.012");
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(large_numbers_have_words),
      cmocka_unit_test(counts_are_parted_by_thousands),
      cmocka_unit_test(small_p_is_a_bound),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
