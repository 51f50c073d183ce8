#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "random.h"
#include "table/beyond.h"

static void add_number(struct pst_beyond *beyond, size_t number)
{
  char text[32];

  pst_beyond_add(beyond,
                 pst_hash_text((struct pst_text){
                     .data = text, .size = (size_t)snprintf(text, sizeof text, "P-%zu", number)}));
}

static void none_and_one(void **state)
{
  struct pst_beyond *beyond = calloc(1, sizeof *beyond);

  (void)state;
  assert_close(pst_beyond_count(beyond), 0, 0, 0);
  add_number(beyond, 1);
  assert_close(pst_beyond_count(beyond), 1, 0, 0.001);
  add_number(beyond, 1);
  assert_close(pst_beyond_count(beyond), 1, 0, 0.001);
  free(beyond);
}

/* Within four standard errors at every size, and hardly off in the mean of them. */
static void near_the_number(void **state)
{
  struct pst_beyond *beyond = calloc(1, sizeof *beyond);
  size_t n = 0, sizes = 0;
  double sum = 0;

  (void)state;
  for (size_t size = 100; size <= 1000000; size += size / 4) {
    double off;

    for (; n < size; n++)
      add_number(beyond, n);
    off = pst_beyond_count(beyond) / (double)n - 1;
    assert_close(off, 0, 0, 4 * PST_BEYOND_ERROR);
    sum += off;
    sizes++;
  }
  assert_close(sum / (double)sizes, 0, 0, PST_BEYOND_ERROR);
  free(beyond);
}

/* Neither the order nor what comes again makes a difference. */
static void order_and_again(void **state)
{
  struct pst_beyond *a = calloc(1, sizeof *a), *b = calloc(1, sizeof *b);
  uint64_t seed = 5;

  (void)state;
  for (size_t i = 0; i < 50000; i++)
    add_number(a, i);
  for (size_t i = 50000; i > 0; i--)
    add_number(b, i - 1);
  for (size_t i = 0; i < 50000; i++)
    add_number(b, random_below(&seed, 50000));
  assert_memory_equal(a->longest, b->longest, sizeof a->longest);
  free(a);
  free(b);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(none_and_one),
      cmocka_unit_test(near_the_number),
      cmocka_unit_test(order_and_again),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
