/* units.h -- the files read in units, each a part: kept in a folder, or read by several ranks. */
#ifndef PST_JOB_PARTED_UNITS_H
#define PST_JOB_PARTED_UNITS_H

#include "job/load/load_steps.h"

/* pst_load_units: the rows of the files in units, each a part: those that --checkpoint keeps and has are not read; with
   ranks each reads its own.  All rows come to rank 0 then, but with --part.
   Returned  *ALONE: they cannot be read so, or one of them cannot be read at all: one process is to read the files
   Status    as pst_load_once  */
enum pst_status pst_load_units(struct pst_job *job, bool *alone, struct pst_error *error);

struct pst_units {
  struct pst_job *job;
  struct pst_plan plan;    /* of all units */
  size_t first, n;         /* those of this work: FIRST to FIRST + N - 1 */
  struct pst_text *packed; /* of each of these, where no folder keeps them; at rank 0 of all */
  struct pst_buffer
      made; /* by this rank since it last sent: number and bytes, one after the other */
  size_t n_made;
  unsigned long long n_rows;  /* that stand in them */
  size_t there;               /* that were kept */
  struct pst_demand *demands; /* what is to be made now */
  size_t n_demands;
  struct pst_units_round *rounds; /* what came from the ranks */
  struct pst_move *
      moves; /* of each of these units: rows for the ranks that own their groups; NULL: they all go to rank 0 */
  struct pst_buffer order; /* how they go; empty: they do not */
  bool alone;
};

/* units_sent.c: pst_units_collect, what the ranks made comes to rank 0, with how they fared: STATUS of this one, and ERROR.
   pst_units_tell, the demands of rank 0 become those of all; none: the work is done, *DONE, and its order is that of all.
   Status    of the first rank that failed, at rank 0; PST_IO where one cannot be reached  */
enum pst_status pst_units_collect(struct pst_units *units, enum pst_status status,
                                  struct pst_error *error);
enum pst_status pst_units_tell(struct pst_units *units, bool *done, struct pst_error *error);
void pst_units_free(struct pst_units *units);

/* units_moved.c: pst_units_move, the rows of the units go to the ranks that own their groups, and become the table of the job.
   Given     the order of rank 0, told to all
   Status    PST_IO where they do not fit into the memory of a rank, with the size of what does not: on all ranks; PST_NO_MEMORY  */
enum pst_status pst_units_move(struct pst_units *units, struct pst_error *error);

/* units_room.c: pst_units_room, whether each rank has room for what it gets, and for computing with it; TO and FROM are a
   buffer a rank.
   Returned  *FITS, the same on all ranks
   Status    at rank 0 PST_IO, with the size of the largest group, or of all, of a rank that has not; elsewhere PST_OK  */
struct pst_units_need {
  struct pst_comm *comm;
  uint64_t bytes, rows; /* that this rank gets */
  struct pst_text head; /* of the columns */
};
enum pst_status pst_units_room(struct pst_units *units, const struct pst_units_need *need,
                               struct pst_buffer *to, struct pst_buffer *from, bool *fits,
                               struct pst_error *error);

#endif
