/* parallel.c -- a loop whose steps do not depend on each other, on several threads. */
#include "base/parallel.h"

#include <omp.h>

size_t pst_parallel_threads(size_t asked, size_t most)
{
  size_t threads = asked > 0 ? asked : (size_t)omp_get_num_procs();

  if (threads > most)
    threads = most;
  return threads > 0 ? threads : 1;
}

void pst_parallel(size_t n, size_t threads, pst_parallel_step *step, void *context)
{
  if (threads <= 1) {
    for (size_t i = 0; i < n; i++)
      step(context, i, 0);
    return;
  }
#pragma omp parallel for schedule(dynamic, 16) num_threads((int)threads)
  for (size_t i = 0; i < n; i++)
    step(context, i, (size_t)omp_get_thread_num());
}

void pst_parallel_parts(size_t n, size_t threads, pst_parallel_step *step, void *context)
{
  if (threads <= 1) {
    for (size_t i = 0; i < n; i++)
      step(context, i, 0);
    return;
  }
#pragma omp parallel for schedule(dynamic, 1) num_threads((int)threads)
  for (size_t i = 0; i < n; i++)
    step(context, i, (size_t)omp_get_thread_num());
}
