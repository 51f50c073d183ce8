/* beside.c -- the blocks of a scan, made in a thread of its own while those before are used. */
#include "table/read/beside.h"

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
  bool failed;
  unsigned long long position;
};

struct pst_read_beside {
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

static void make_block(struct pst_read_beside *beside, struct place *place)
{
  place->status = pst_delimited_next(beside->scan, SIZE_MAX, &place->block, &place->error);
  place->failed = pst_delimited_failed(beside->scan);
  place->position = pst_input_position(beside->input);
}

/* Block N may be made when the one that stands in its place is given back, and, ALONE, all others too. */
static bool wait_for_place(struct pst_read_beside *beside, size_t n, bool alone)
{
  size_t places = alone ? 1 : PLACES;
  bool stop;

  pthread_mutex_lock(&beside->mutex);
  while (!beside->stop && n >= beside->given + places - 1 && n >= places)
    pthread_cond_wait(&beside->changed, &beside->mutex);
  stop = beside->stop;
  pthread_mutex_unlock(&beside->mutex);
  return !stop;
}

static void give(struct pst_read_beside *beside)
{
  pthread_mutex_lock(&beside->mutex);
  beside->made++;
  pthread_cond_signal(&beside->changed);
  pthread_mutex_unlock(&beside->mutex);
}

/* Where block N is made: in the memory of its place, or behind the last one. */
static bool find_memory(struct pst_read_beside *beside, size_t n)
{
  struct pst_delimited_memory *before = &beside->places[(n + PLACES - 1) % PLACES].memory,
                              *here = &beside->places[n % PLACES].memory;

  if (n == 0 || pst_delimited_move(beside->scan, before, here))
    return true;
  if (!wait_for_place(beside, n, true))
    return false;
  *before = *here;
  *here = (struct pst_delimited_memory){.text = NULL};
  return true;
}

/* The last block, without records, and a failure end it. */
static void *run(void *context)
{
  struct pst_read_beside *beside = context;
  bool more = true;

  for (size_t n = 0; more && wait_for_place(beside, n, false) && find_memory(beside, n); n++) {
    make_block(beside, &beside->places[n % PLACES]);
    more = beside->places[n % PLACES].block.n_records > 0;
    give(beside);
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
static bool start_thread(struct pst_read_beside *beside)
{
  sigset_t all, before;
  bool started;

  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  started = pthread_create(&beside->thread, NULL, run, beside) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}

static void end(struct pst_read_beside *beside)
{
  pst_input_watch(beside->input, -1);
  close(beside->ends[0]);
  pthread_mutex_destroy(&beside->mutex);
  pthread_cond_destroy(&beside->changed);
  free(beside);
}

enum pst_status pst_beside_start(struct pst_delimited *scan, struct pst_input *input,
                                 struct pst_read_beside **result, struct pst_error *error)
{
  struct pst_read_beside *beside = is_limited() ? NULL : calloc(1, sizeof *beside);

  if (beside == NULL || pipe2(beside->ends, O_CLOEXEC) != 0) {
    free(beside);
    return pst_fail(error, PST_NO_MEMORY, "no thread to read beside this one");
  }
  beside->scan = scan;
  beside->input = input;
  pst_input_watch(input, beside->ends[0]);
  pthread_mutex_init(&beside->mutex, NULL);
  pthread_cond_init(&beside->changed, NULL);
  if (!start_thread(beside)) {
    close(beside->ends[1]);
    end(beside);
    return pst_fail(error, PST_NO_MEMORY, "no thread to read beside this one");
  }
  *result = beside;
  return PST_OK;
}

enum pst_status pst_beside_next(struct pst_read_beside *beside, struct pst_delimited_block *block,
                                bool *failed, struct pst_error *error)
{
  const struct place *place;

  pthread_mutex_lock(&beside->mutex);
  if (beside->given > 0 && beside->places[(beside->given - 1) % PLACES].block.n_records == 0)
    beside->given--; /* the last one again */
  beside->given++;
  pthread_cond_signal(&beside->changed);
  while (beside->made < beside->given)
    pthread_cond_wait(&beside->changed, &beside->mutex);
  pthread_mutex_unlock(&beside->mutex);
  place = &beside->places[(beside->given - 1) % PLACES];
  *block = place->block;
  *failed = place->failed;
  if (place->status != PST_OK && error != NULL)
    *error = place->error;
  return place->status;
}

unsigned long long pst_beside_position(const struct pst_read_beside *beside)
{
  return beside->given == 0 ? 0 : beside->places[(beside->given - 1) % PLACES].position;
}

void pst_beside_stop(struct pst_read_beside *beside)
{
  if (beside == NULL)
    return;
  pthread_mutex_lock(&beside->mutex);
  beside->stop = true;
  pthread_cond_signal(&beside->changed);
  pthread_mutex_unlock(&beside->mutex);
  close(beside->ends[1]);
  pthread_join(beside->thread, NULL);
  for (size_t i = 0; i < PLACES; i++)
    pst_delimited_forget(&beside->places[i].memory);
  end(beside);
}
