#include "check.h"

#include <stdio.h>
#include <string.h>

#include "random.h"
#include "table/dictionary.h"

static void codes_are_in_order_of_appearance(void **state)
{
  struct pst_dictionary dictionary = {.count = 0};

  (void)state;
  assert_int_equal(pst_dictionary_find(&dictionary, pst_text_of("a")), PST_CODE_MISSING);
  assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of("b")), 0);
  assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of("a")), 1);
  assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of("b")), 0);
  assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of("")), 2);
  assert_int_equal(pst_dictionary_find(&dictionary, pst_text_of("a")), 1);
  assert_int_equal(pst_dictionary_find(&dictionary, pst_text_of("c")), PST_CODE_MISSING);
  assert_string_equal(pst_dictionary_string(&dictionary, 2), "");
  assert_int_equal(dictionary.count, 3);
  pst_dictionary_free(&dictionary);
  assert_int_equal(dictionary.count, 0);
}

/* Texts are slices: what follows them in memory is not part of them. */
static void slices_are_copied(void **state)
{
  struct pst_dictionary dictionary = {.count = 0};
  char text[] = "JapanPeru";

  (void)state;
  assert_int_equal(pst_dictionary_add(&dictionary, (struct pst_text){text, 5}), 0);
  memset(text, 'x', sizeof text);
  assert_string_equal(pst_dictionary_string(&dictionary, 0), "Japan");
  pst_dictionary_free(&dictionary);
}

static void many_texts(void **state)
{
  enum { N = 200000 };
  struct pst_dictionary dictionary = {.count = 0};
  uint64_t seed = 3;
  char text[24];

  (void)state;
  for (size_t i = 0; i < N; i++) {
    snprintf(text, sizeof text, "k%zu", i);
    assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of(text)), i);
  }
  for (size_t i = 0; i < N; i++) {
    size_t k = random_below(&seed, N);

    snprintf(text, sizeof text, "k%zu", k);
    assert_int_equal(pst_dictionary_find(&dictionary, pst_text_of(text)), k);
    assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of(text)), k);
    assert_string_equal(pst_dictionary_string(&dictionary, (unsigned)k), text);
  }
  assert_int_equal(dictionary.count, N);
  pst_dictionary_free(&dictionary);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(codes_are_in_order_of_appearance),
      cmocka_unit_test(slices_are_copied),
      cmocka_unit_test(many_texts),
  };

  return cmocka_run_group_tests_name("dictionary", tests, NULL, NULL);
}
