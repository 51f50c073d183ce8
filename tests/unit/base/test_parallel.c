/* test_parallel.c -- each item once, whatever the number of threads and whatever the system grants. */
#include "base/parallel.h"
#include "check.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 1000 };

struct tally {
  unsigned char done[MOST];
  size_t threads;
  int out_of_range;
};

static void count(void *context, size_t item, size_t thread)
{
  struct tally *tally = context;

  tally->done[item]++;
  if (thread >= tally->threads)
    tally->out_of_range = 1;
}

static int each_once(size_t n, size_t threads)
{
  struct tally tally = {.threads = threads};

  pst_parallel(n, threads, count, &tally);
  for (size_t i = 0; i < MOST; i++)
    if (tally.done[i] != (i < n))
      return 0;
  return !tally.out_of_range;
}

static void every_item_is_done_once(void **state)
{
  static const size_t items[] = {0, 1, 2, 15, 16, 17, 127, 128, 129, MOST};

  (void)state;
  for (size_t i = 0; i < sizeof items / sizeof *items; i++)
    for (size_t threads = 1; threads <= 9; threads++)
      assert_true(each_once(items[i], threads));
}

static void the_number_of_threads_has_its_bounds(void **state)
{
  (void)state;
  assert_int_equal(pst_parallel_threads(3, 100), 3);
  assert_int_equal(pst_parallel_threads(3, 2), 2);
  assert_int_equal(pst_parallel_threads(3, 0), 1);
  assert_int_equal(pst_parallel_threads(5000, 5000), PST_THREADS_MOST);
  assert_true(pst_parallel_threads(0, 64) >= 1);
}

/* A stack of a thread no longer fits: the caller does all the work. */
static void refused_threads_are_done_without(void **state)
{
  const struct rlimit none = {1 << 20, 1 << 20};
  int status;
  pid_t child;

  (void)state;
#if defined(__SANITIZE_ADDRESS__)
  skip();
#endif
  child = fork();
  if (child == 0) {
    setrlimit(RLIMIT_AS, &none);
    _exit(each_once(MOST, 8) ? 0 : 1);
  }
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_int_equal(status, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_item_is_done_once),
      cmocka_unit_test(the_number_of_threads_has_its_bounds),
      cmocka_unit_test(refused_threads_are_done_without),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
