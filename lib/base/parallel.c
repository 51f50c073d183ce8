/* parallel.c -- a loop whose steps do not depend on each other, on several threads. */
#include "base/parallel.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

/* Items that a thread takes at a time: few when each is heavy, some when there are very many. */
enum { ITEMS_MOST = 16, SHARES_A_THREAD = 8 };

struct loop {
  pst_parallel_step *step;
  void *context;
  size_t n, piece;
  atomic_size_t next;
};

struct worker {
  pthread_t id;
  struct loop *loop;
  size_t thread;
};

static void work(struct loop *loop, size_t thread)
{
  size_t from;

  while ((from = atomic_fetch_add(&loop->next, loop->piece)) < loop->n) {
    size_t to = loop->n - from < loop->piece ? loop->n : from + loop->piece;

    for (size_t i = from; i < to; i++)
      loop->step(loop->context, i, thread);
  }
}

static void *start(void *argument)
{
  struct worker *worker = argument;

  work(worker->loop, worker->thread);
  return NULL;
}

size_t pst_parallel_threads(size_t asked, size_t most)
{
  cpu_set_t processors;
  size_t threads = asked;

  if (threads == 0 && sched_getaffinity(0, sizeof processors, &processors) == 0)
    threads = (size_t)CPU_COUNT(&processors);
  if (threads > most)
    threads = most;
  if (threads > PST_THREADS_MOST)
    threads = PST_THREADS_MOST;
  return threads > 0 ? threads : 1;
}

/* A thread that the system refuses is done without: the others take its items. */
static void run(struct loop *loop, size_t threads)
{
  struct worker workers[PST_THREADS_MOST];
  size_t started = 1;

  for (; started < threads && started < PST_THREADS_MOST; started++) {
    workers[started] = (struct worker){.loop = loop, .thread = started};
    if (pthread_create(&workers[started].id, NULL, start, &workers[started]) != 0)
      break;
  }
  work(loop, 0);
  while (started-- > 1)
    pthread_join(workers[started].id, NULL);
}

void pst_parallel(size_t n, size_t threads, pst_parallel_step *step, void *context)
{
  struct loop loop = {.step = step, .context = context, .n = n, .piece = n};

  if (threads > 1)
    loop.piece = n / (threads * SHARES_A_THREAD);
  if (threads > 1 && loop.piece > ITEMS_MOST)
    loop.piece = ITEMS_MOST;
  if (loop.piece == 0)
    loop.piece = 1;
  run(&loop, threads);
}

void pst_parallel_parts(size_t n, size_t threads, pst_parallel_step *step, void *context)
{
  struct loop loop = {.step = step, .context = context, .n = n, .piece = 1};

  run(&loop, threads < n ? threads : n);
}
