/* kernel.c -- running a kernel in a test and finding its rows by term. */
#include "kernel.h"

#include <stdio.h>
#include <string.h>

#include "check.h"

void run_kernel(struct run *run, pst_pair_kernel *kernel, const double *x, const double *y,
                size_t n, const struct pst_test *test)
{
  run_beside(run, kernel, x, y, n, NULL, test);
}

void run_beside(struct run *run, pst_pair_kernel *kernel, const double *x, const double *y,
                size_t n, const struct pst_beside *beside, const struct pst_test *test)
{
  const struct pst_test defaults = {.conf_level = 0};
  const struct pst_sample sample = {.n = n, .x = x, .y = y, .beside = beside};

  memset(run, 0, sizeof *run);
  run->rows.arena = &run->arena;
  run->status =
      kernel(&sample, test == NULL ? &defaults : test, &run->rows, &run->scratch, &run->error);
}

void run_end(struct run *run)
{
  pst_estimates_free(&run->rows);
  pst_arena_free(&run->arena);
  pst_arena_free(&run->scratch);
}

const struct pst_estimate *run_row(const struct run *run, const char *term)
{
  for (size_t i = 0; i < run->rows.count; i++)
    if (strcmp(run->rows.items[i].term, term) == 0)
      return &run->rows.items[i];
  fail_msg("no term %s (%s)", term, run->error.message);
  return NULL;
}

void assert_undefined(pst_pair_kernel *kernel, const double *x, const double *y, size_t n,
                      const char *reason)
{
  struct run run;

  run_kernel(&run, kernel, x, y, n, NULL);
  assert_int_equal(run.status, PST_UNDEFINED);
  assert_string_equal(run.error.message, reason);
  assert_int_equal(run.rows.count, 0);
  run_end(&run);
}

static void refuse(pst_pair_kernel *kernel, enum pst_p_kind kind, const char *message)
{
  static const double x[] = {1, 2, 3, 4, 5};
  static const double y[] = {2, 1, 4, 3, 5};
  const struct pst_test test = {.p_kind = kind, .permutations = 99};
  struct run run;

  run_kernel(&run, kernel, x, y, 5, &test);
  assert_int_equal(run.status, PST_USAGE);
  assert_string_equal(run.error.message, message);
  assert_int_equal(run.rows.count, 0);
  run_end(&run);
}

void assert_no_p(pst_pair_kernel *kernel, const char *method)
{
  assert_no_exact(kernel, method);
  assert_no_permutation(kernel, method);
}

void assert_no_exact(pst_pair_kernel *kernel, const char *method)
{
  char message[128];

  snprintf(message, sizeof message, "an exact p-value is not available for %s", method);
  refuse(kernel, PST_P_EXACT, message);
}

void assert_no_permutation(pst_pair_kernel *kernel, const char *method)
{
  char message[128];

  snprintf(message, sizeof message, "a permutation p-value is not available for %s", method);
  refuse(kernel, PST_P_PERMUTATION, message);
}
