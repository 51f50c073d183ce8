/* polstat-mpi.c -- the carrier of scale/comm.h over MPI: what becomes polstat-mpi.so, which no program is linked with.

   A rank that waits sleeps, longer each time: MPI itself waits by asking again and again, and takes a processor for it.  What is
   long goes in pieces, some of them each time that MPI is asked: it is asked more often then. */
#include <mpi.h>
#include <stdio.h>
#include <time.h>

#include "scale/comm.h"

/* The counts of MPI are ints. */
enum { PIECE = 1 << 30, TAG = 7, LONG = 1 << 14 };

static bool wait_for(MPI_Request *request, int size)
{
  struct timespec pause = {.tv_nsec = 20000};
  const long longest = size > LONG ? 100000 : 5000000;
  const int often = size > LONG ? 64 : 1;
  int done = 0;

  for (int asked = 0;; asked++) {
    if (MPI_Test(request, &done, MPI_STATUS_IGNORE) != MPI_SUCCESS)
      return false;
    if (done)
      return true;
    if (asked < 100 || asked % often != 0)
      continue;
    nanosleep(&pause, NULL);
    if (pause.tv_nsec < longest)
      pause.tv_nsec += pause.tv_nsec / 4;
  }
}

static bool send(size_t to, const char *data, size_t size)
{
  for (size_t at = 0; at < size; at += PIECE) {
    int count = size - at < PIECE ? (int)(size - at) : PIECE;
    MPI_Request request;

    if (MPI_Isend(data + at, count, MPI_BYTE, (int)to, TAG, MPI_COMM_WORLD, &request) != MPI_SUCCESS
        || !wait_for(&request, count))
      return false;
  }
  return true;
}

static bool receive(size_t from, char *data, size_t size)
{
  for (size_t at = 0; at < size; at += PIECE) {
    int count = size - at < PIECE ? (int)(size - at) : PIECE;
    MPI_Request request;

    if (MPI_Irecv(data + at, count, MPI_BYTE, (int)from, TAG, MPI_COMM_WORLD, &request)
            != MPI_SUCCESS
        || !wait_for(&request, count))
      return false;
  }
  return true;
}

static void close(void)
{
  MPI_Request request;

  if (MPI_Ibarrier(MPI_COMM_WORLD, &request) == MPI_SUCCESS)
    wait_for(&request, 0);
  MPI_Finalize();
}

pst_carrier_open pst_carrier_open_1;

const struct pst_carrier *pst_carrier_open_1(size_t *rank, size_t *size, char *why, size_t why_size)
{
  static const struct pst_carrier carrier = {send, receive, close};
  int level, number, count;

  if (MPI_Init_thread(NULL, NULL, MPI_THREAD_FUNNELED, &level) != MPI_SUCCESS) {
    snprintf(why, why_size, "MPI does not start");
    return NULL;
  }
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_rank(MPI_COMM_WORLD, &number);
  MPI_Comm_size(MPI_COMM_WORLD, &count);
  *rank = (size_t)number;
  *size = (size_t)count;
  return &carrier;
}
