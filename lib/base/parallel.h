/* parallel.h -- a loop whose steps do not depend on each other, on several threads. */
#ifndef PST_BASE_PARALLEL_H
#define PST_BASE_PARALLEL_H

#include <stddef.h>

enum { PST_THREADS_MOST = 1024 };

/* One step: ITEM in [0, n), done by THREAD in [0, threads). */
typedef void pst_parallel_step(void *context, size_t item, size_t thread);

/* pst_parallel_threads: ASKED, or the processors this process may use when it is 0; never more than
   MOST or PST_THREADS_MOST. */
size_t pst_parallel_threads(size_t asked, size_t most);

/* pst_parallel: STEP for each of N items.  Which thread takes an item is not fixed: a result must
   depend on the item alone.  Threads that the system refuses (a limit on processes or on memory) are
   done without.
   Tested    test_parallel.c  */
void pst_parallel(size_t n, size_t threads, pst_parallel_step *step, void *context);

/* pst_parallel_parts: the same for a few large items, handed out one by one. */
void pst_parallel_parts(size_t n, size_t threads, pst_parallel_step *step, void *context);

#endif
