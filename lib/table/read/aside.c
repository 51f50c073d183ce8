/* aside.c -- the blocks of a scan, made in a thread of its own while those before are used. */
#include "table/read/aside.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "input/input.h"

enum { PLACES = 3 };

/* A block and what there is to say of it; its memory is made when the scan leaves it. */
struct place {
  struct pst_delimited_memory memory;
  struct pst_delimited_block block;
  struct pst_error error;
  enum pst_status status;
  unsigned long long position;
};

struct pst_aside {
  struct pst_delimited *scan;
  struct pst_input *input;
  struct place places[PLACES];
  pthread_t thread;
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  size_t made, given; /* blocks: [given - 1, made) are in use */
  bool stop;
  int ends[2]; /* of a pipe: the thread does not wait for input when its other end is closed */
};

/* --- in the thread --------------------------------------------------------------------------- */

static void make_block(struct pst_aside *aside, struct place *place)
{
  place->status = pst_delimited_next(aside->scan, SIZE_MAX, &place->block, &place->error);
  place->position = pst_input_position(aside->input);
}

/* Block N may be made when the one that stands in its place is given back, and, ALONE, all others too. */
static bool wait_for_place(struct pst_aside *aside, size_t n, bool alone)
{
  size_t places = alone ? 1 : PLACES;
  bool stop;

  pthread_mutex_lock(&aside->mutex);
  while (!aside->stop && n >= aside->given + places - 1 && n >= places)
    pthread_cond_wait(&aside->changed, &aside->mutex);
  stop = aside->stop;
  pthread_mutex_unlock(&aside->mutex);
  return !stop;
}

static void give(struct pst_aside *aside)
{
  pthread_mutex_lock(&aside->mutex);
  aside->made++;
  pthread_cond_signal(&aside->changed);
  pthread_mutex_unlock(&aside->mutex);
}

/* Where block N is made: in the memory of its place, or behind the last one. */
static bool find_memory(struct pst_aside *aside, size_t n)
{
  struct pst_delimited_memory *before = &aside->places[(n + PLACES - 1) % PLACES].memory,
                              *here = &aside->places[n % PLACES].memory;

  if (n == 0 || pst_delimited_move(aside->scan, before, here))
    return true;
  if (!wait_for_place(aside, n, true))
    return false;
  *before = *here;
  *here = (struct pst_delimited_memory){.text = NULL};
  return true;
}

/* The last block, without records, and a failure end it. */
static void *run(void *context)
{
  struct pst_aside *aside = context;
  bool more = true;

  for (size_t n = 0; more && wait_for_place(aside, n, false) && find_memory(aside, n); n++) {
    make_block(aside, &aside->places[n % PLACES]);
    more = aside->places[n % PLACES].block.n_records > 0;
    give(aside);
  }
  return NULL;
}

/* --- outside --------------------------------------------------------------------------------- */

/* A thread has a pool of memory of its own, and what it reserves for it counts where all memory is limited. */
static bool is_limited(void)
{
  struct rlimit limit;

  return getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

/* Signals are for the thread that was there before. */
static bool start_thread(struct pst_aside *aside)
{
  sigset_t all, before;
  bool started;

  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  started = pthread_create(&aside->thread, NULL, run, aside) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}

static void end(struct pst_aside *aside)
{
  pst_input_watch(aside->input, -1);
  close(aside->ends[0]);
  pthread_mutex_destroy(&aside->mutex);
  pthread_cond_destroy(&aside->changed);
  free(aside);
}

struct pst_aside *pst_aside_start(struct pst_delimited *scan, struct pst_input *input)
{
  struct pst_aside *aside = is_limited() ? NULL : calloc(1, sizeof *aside);

  if (aside == NULL || pipe2(aside->ends, O_CLOEXEC) != 0) {
    free(aside);
    return NULL;
  }
  aside->scan = scan;
  aside->input = input;
  pst_input_watch(input, aside->ends[0]);
  pthread_mutex_init(&aside->mutex, NULL);
  pthread_cond_init(&aside->changed, NULL);
  if (start_thread(aside))
    return aside;
  close(aside->ends[1]);
  end(aside);
  return NULL;
}

enum pst_status pst_aside_next(struct pst_aside *aside, struct pst_delimited_block *block,
                               struct pst_error *error)
{
  const struct place *place;

  pthread_mutex_lock(&aside->mutex);
  if (aside->given > 0 && aside->places[(aside->given - 1) % PLACES].block.n_records == 0)
    aside->given--; /* the last one again */
  aside->given++;
  pthread_cond_signal(&aside->changed);
  while (aside->made < aside->given)
    pthread_cond_wait(&aside->changed, &aside->mutex);
  pthread_mutex_unlock(&aside->mutex);
  place = &aside->places[(aside->given - 1) % PLACES];
  *block = place->block;
  if (place->status != PST_OK && error != NULL)
    *error = place->error;
  return place->status;
}

unsigned long long pst_aside_position(const struct pst_aside *aside)
{
  return aside->given == 0 ? 0 : aside->places[(aside->given - 1) % PLACES].position;
}

void pst_aside_stop(struct pst_aside *aside)
{
  if (aside == NULL)
    return;
  pthread_mutex_lock(&aside->mutex);
  aside->stop = true;
  pthread_cond_signal(&aside->changed);
  pthread_mutex_unlock(&aside->mutex);
  close(aside->ends[1]);
  pthread_join(aside->thread, NULL);
  for (size_t i = 0; i < PLACES; i++)
    pst_delimited_forget(&aside->places[i].memory);
  end(aside);
}
