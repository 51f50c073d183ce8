/* permutation.c -- p-values by random permutation of one variable. */
#include "stats/random/permutation.h"

#include <math.h>
#include <string.h>

#include "base/parallel.h"
#include "stats/random/random.h"

static const size_t MOST = 1000000000;

struct work {
  const struct pst_permutation *permutation;
  enum pst_alternative alternative;
  size_t permutations;
  unsigned long seed;
  double observed;
  double *spare; /* 3n a thread: the permuted y, and room for its statistic */
  size_t *far;   /* one a thread; whole numbers add up in any order */
};

/* Fisher and Yates, from the last to the first. */
static void shuffle(double *y, size_t n, uint64_t state)
{
  for (size_t i = n; i > 1; i--) {
    size_t j = (size_t)pst_random_below(&state, i);
    double keep = y[i - 1];

    y[i - 1] = y[j];
    y[j] = keep;
  }
}

static bool is_far(const struct work *work, double statistic)
{
  double tolerance = work->permutation->tolerance;

  if (work->alternative == PST_GREATER)
    return statistic >= work->observed - tolerance;
  if (work->alternative == PST_LESS)
    return statistic <= work->observed + tolerance;
  return fabs(statistic) >= fabs(work->observed) - tolerance;
}

static void permute(void *context, size_t item, size_t thread)
{
  struct work *work = context;
  const struct pst_permutation *permutation = work->permutation;
  const size_t n = permutation->n;
  double *y = work->spare + 3 * n * thread;

  memcpy(y, permutation->y, n * sizeof *y);
  shuffle(y, n, pst_random_stream(work->seed, item));
  work->far[thread] += is_far(work, permutation->statistic(permutation->context, y, y + n));
}

static enum pst_status count_far(struct work *work, size_t threads, size_t *far,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_permutation *permutation = work->permutation;
  const size_t n = permutation->n;

  work->spare = pst_arena_array(scratch, threads, 3 * n * sizeof *work->spare);
  work->far = pst_arena_array(scratch, threads, sizeof *work->far);
  if (work->spare == NULL || work->far == NULL)
    return pst_fail_memory(error);
  memcpy(work->spare, permutation->y, n * sizeof *work->spare);
  work->observed = permutation->statistic(permutation->context, work->spare, work->spare + n);
  pst_parallel(work->permutations, threads, permute, work);
  *far = 0;
  for (size_t t = 0; t < threads; t++)
    *far += work->far[t];
  return PST_OK;
}

enum pst_status pst_permutation_p(const struct pst_permutation *permutation,
                                  const struct pst_test *test, struct pst_permutation_p *out,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const size_t m = test->permutations > 0 ? test->permutations : PST_PERMUTATIONS;
  struct work work = {.permutation = permutation,
                      .alternative = test->alternative,
                      .permutations = m,
                      .seed = test->seed > 0 ? test->seed : PST_SEED};
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  size_t threads = pst_parallel_threads(test->threads > 0 ? test->threads : 1, m);
  enum pst_status status;
  size_t far = 0;

  if (m > MOST)
    return pst_fail(error, PST_USAGE, "more than %zu permutations", MOST);
  status = count_far(&work, threads, &far, scratch, error);
  pst_arena_release(scratch, mark);
  if (status != PST_OK)
    return status;
  out->p = ((double)far + 1) / ((double)m + 1);
  out->standard_error = sqrt(out->p * (1 - out->p) / (double)m);
  out->permutations = m;
  out->seed = work.seed;
  return PST_OK;
}

void pst_permutation_row(const struct pst_permutation_p *p, struct pst_estimates *out,
                         struct pst_estimate *row)
{
  pst_estimate_p(out, row, p->p, pst_arena_format(out->arena, "permutation(%zu)", p->permutations));
  pst_estimate_note(out, row, "standard error of p %.2g, seed %lu", p->standard_error, p->seed);
}
