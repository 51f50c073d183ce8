/* comm.h -- the ranks of one piece of work: processes that mpirun or srun started, which send each other bytes.

   What carries the bytes is polstat-mpi.so, which is loaded when the environment says that there are several ranks: no
   program is linked with MPI.  All ranks call the same functions in the same order.

   All     Given     what pst_comm_open gave
           Tested    test_comm.c, with a carrier of pipes; tests/mpi  */
#ifndef PST_SCALE_COMM_H
#define PST_SCALE_COMM_H

#include "base/text.h"

/* What a carrier does; false: it failed, and the ranks cannot go on. */
struct pst_carrier {
  bool (*send)(size_t to, const char *data, size_t size);
  bool (*receive)(size_t from, char *data, size_t size);
  void (*close)(void); /* all ranks have come here */
};

/* pst_carrier_open_1, which polstat-mpi.so has under this name: *RANK of *SIZE, and why not in WHY of WHY_SIZE bytes. */
typedef const struct pst_carrier *pst_carrier_open(size_t *rank, size_t *size, char *why,
                                                   size_t why_size);

struct pst_comm {
  size_t rank, size; /* rank 0 of 1: alone, and nothing is sent */
  const struct pst_carrier *carrier;
};

/* pst_comm_started: what the environment says of this process: *RANK of *SIZE.
   Returned  true where mpirun or srun started several that know of each other.  False, and rank 0 of *SIZE above 1:
             srun started several that do not
   Cost      a look at the environment  */
bool pst_comm_started(size_t *rank, size_t *size);

/* pst_comm_open: the ranks, where several were started; else this process alone.
   Given     FOLDER of this program, and "" where it is not known: the carrier is in ../lib/polstat, or where the system looks
   Returned  *COMM, for pst_comm_close
   Status    PST_USAGE where the carrier is not there, or is of another MPI than started the processes
   Cost      that of MPI_Init  */
enum pst_status pst_comm_open(const char *folder, struct pst_comm *comm, struct pst_error *error);

/* pst_comm_gather: MINE of every rank comes to rank 0, into ALL[rank], which is one buffer a rank there and nothing elsewhere.
   pst_comm_tell: TEXT of rank 0 comes to all, in its place.
   Status    PST_IO when a rank cannot be reached; PST_NO_MEMORY
   Cost      O(bytes)  */
enum pst_status pst_comm_gather(struct pst_comm *comm, struct pst_text mine, struct pst_buffer *all,
                                struct pst_error *error);
enum pst_status pst_comm_tell(struct pst_comm *comm, struct pst_buffer *text,
                              struct pst_error *error);

/* pst_comm_exchange: TO[rank] of every rank goes to that rank, into its FROM[rank of the sender]; TO is empty then.
   Given     a buffer a rank in each
   Status    as pst_comm_gather
   Cost      O(bytes), and as many rounds as there are ranks  */
enum pst_status pst_comm_exchange(struct pst_comm *comm, struct pst_buffer *to,
                                  struct pst_buffer *from, struct pst_error *error);

/* pst_comm_close: the ranks part, when all have come here. */
void pst_comm_close(struct pst_comm *comm);

#endif
