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

/* Looked up together, texts get the codes that they get one by one, also where one is new and comes twice. */
static void together_as_one_by_one(void **state)
{
  enum { N = 20000 };
  struct pst_dictionary one = {.count = 0}, all = {.count = 0};
  char names[PST_DICTIONARY_TOGETHER][16];

  (void)state;
  for (unsigned done = 0; done < N;) {
    struct pst_text texts[PST_DICTIONARY_TOGETHER];
    unsigned codes[PST_DICTIONARY_TOGETHER];
    const size_t n = 1 + done % PST_DICTIONARY_TOGETHER;

    for (size_t i = 0; i < n; i++, done++) {
      snprintf(names[i], sizeof names[i], "P%u", done * 7919U % 9973U / (1 + done % 3));
      texts[i] = pst_text_of(names[i]);
    }
    assert_true(pst_dictionary_add_all(&all, texts, n, codes));
    for (size_t i = 0; i < n; i++)
      assert_int_equal(codes[i], pst_dictionary_add(&one, texts[i]));
  }
  assert_int_equal(all.count, one.count);
  for (unsigned c = 0; c < one.count; c++)
    assert_string_equal(pst_dictionary_string(&all, c), pst_dictionary_string(&one, c));
  pst_dictionary_free(&one);
  pst_dictionary_free(&all);
}

/* Beyond the most texts are counted; those that are kept are found. */
static void a_closed_one(void **state)
{
  struct pst_dictionary dictionary = {.count = 0};
  unsigned codes[2];

  (void)state;
  assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of("a")), 0);
  assert_true(pst_dictionary_close(&dictionary, 2));
  assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of("b")), 1);
  assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of("c")), PST_CODE_BEYOND);
  assert_int_equal(pst_dictionary_add(&dictionary, pst_text_of("a")), 0);
  assert_true(pst_dictionary_add_all(
      &dictionary, (struct pst_text[]){pst_text_of("b"), pst_text_of("d")}, 2, codes));
  assert_int_equal(codes[0], 1);
  assert_int_equal(codes[1], PST_CODE_BEYOND);
  assert_int_equal(dictionary.count, 2);
  assert_close(pst_beyond_count(dictionary.beyond), 2, 0, 0.01);
  pst_dictionary_free(&dictionary);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(together_as_one_by_one), cmocka_unit_test(codes_are_in_order_of_appearance),
      cmocka_unit_test(slices_are_copied),      cmocka_unit_test(many_texts),
      cmocka_unit_test(a_closed_one),
  };

  return cmocka_run_group_tests_name("dictionary", tests, NULL, NULL);
}
