/* Sorting words against qsort. */
#include "check.h"
#include "random.h"

#include <stdlib.h>
#include <string.h>

#include "stats/variable/word_sort.h"

static int by_size(const void *a, const void *b)
{
  const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

  return (x > y) - (x < y);
}

/* KIND 0: all bits; 1: upper bits alike; 2: few values; 3: in order but for some; 4: one far above all. */
static uint64_t word_of(uint64_t *seed, int kind, size_t i)
{
  const uint64_t bits = random_next(seed);

  switch (kind) {
  case 1:
    return bits >> 30;
  case 2:
    return bits % 3 << 60;
  case 3:
    return (uint64_t)i << 40 ^ (bits % 50 == 0 ? bits : 0);
  case 4:
    return i == 7 ? UINT64_MAX : bits >> 24;
  default:
    return bits;
  }
}

static void check(size_t n, int kind, size_t threads)
{
  uint64_t seed = n + (uint64_t)kind;
  uint64_t *words = malloc((n + 1) * sizeof *words), *room = malloc((n + 1) * sizeof *room),
           *wanted = malloc((n + 1) * sizeof *wanted);

  assert_true(words != NULL && room != NULL && wanted != NULL);
  for (size_t i = 0; i < n; i++)
    words[i] = wanted[i] = word_of(&seed, kind, i);
  qsort(wanted, n, sizeof *wanted, by_size);
  pst_word_sort(words, room, n, threads);
  assert_memory_equal(words, wanted, n * sizeof *words);
  free(words);
  free(room);
  free(wanted);
}

/* Few are merged, more sorted by digits; parts of several threads begin at 16,384 words. */
static void words_are_in_order(void **state)
{
  static const size_t sizes[] = {1,   2,    11,    12,    13,    24,    25,    599,    600,
                                 601, 2048, 16383, 16384, 32768, 40001, 70000, 131072, 200003};

  (void)state;
  for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
    for (int kind = 0; kind < 5; kind++)
      for (size_t threads = 1; threads <= 3; threads++)
        check(sizes[s], kind, threads);
}

/* From 2^22 words on there are four digits. */
static void many_words(void **state)
{
  (void)state;
  check(((size_t)1 << 22) + 1, 0, 2);
  check(((size_t)1 << 22) + 1, 1, 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_are_in_order),
      cmocka_unit_test(many_words),
  };

  return cmocka_run_group_tests_name("word_sort", tests, NULL, NULL);
}
