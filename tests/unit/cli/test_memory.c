/* test_memory.c -- GMP without memory ends the program with exit code 4, as any other failure does. */
#include "cli/memory.h"
#include "check.h"

#include <fcntl.h>
#include <gmp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* In a child: a number beyond all memory; what it says goes to ERRORS. */
static int grow_too_far(int errors)
{
  const struct rlimit little = {200UL << 20, 200UL << 20};
  int status = -1;
  pid_t child = fork();

  if (child == 0) {
    mpz_t number;

    dup2(errors, STDERR_FILENO);
    setrlimit(RLIMIT_AS, &little);
    pst_memory_begin();
    mpz_init_set_ui(number, 7);
    mpz_mul_2exp(number, number, 1UL << 33);
    _exit(0);
  }
  assert_int_equal(waitpid(child, &status, 0), child);
  return status;
}

static void it_ends_as_the_programs_do(void **state)
{
  char text[100] = "";
  int ends[2], status;

  (void)state;
#if defined(__SANITIZE_ADDRESS__)
  skip();
#endif
  assert_int_equal(pipe(ends), 0);
  status = grow_too_far(ends[1]);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 4);
  assert_true(read(ends[0], text, sizeof text - 1) > 0);
  assert_string_equal(text, "test_memory: not enough memory\n");
}

/* What the functions hand out grows and shrinks with its content. */
static void numbers_keep_their_value(void **state)
{
  mpz_t number;

  (void)state;
  pst_memory_begin();
  mpz_init_set_ui(number, 3);
  mpz_pow_ui(number, number, 5000);
  mpz_tdiv_q_2exp(number, number, 7900);
  assert_true(mpz_fits_ulong_p(number));
  assert_int_equal(mpz_get_ui(number), 29465095);
  mpz_clear(number);
}

/* For libraries that take calloc and realloc of others. */
static void pieces_are_zeroed_and_grow(void **state)
{
  char *piece = pst_memory_take(3, 2);

  (void)state;
  assert_memory_equal(piece, "\0\0\0\0\0\0", 6);
  memcpy(piece, "abcde", 6);
  piece = pst_memory_again(piece, 1000);
  assert_string_equal(piece, "abcde");
  free(piece);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pieces_are_zeroed_and_grow),
      cmocka_unit_test(it_ends_as_the_programs_do),
      cmocka_unit_test(numbers_keep_their_value),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
