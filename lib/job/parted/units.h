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
  size_t there;               /* that were kept */
  struct pst_demand *demands; /* what is to be made now */
  size_t n_demands;
  struct pst_units_round *rounds; /* what came from the ranks */
  bool alone;
};

/* units_sent.c: pst_units_collect, what the ranks made comes to rank 0, with how they fared: STATUS of this one, and ERROR.
   pst_units_tell, the demands of rank 0 become those of all; none: the work is done, *DONE.
   Status    of the first rank that failed, at rank 0; PST_IO where one cannot be reached  */
enum pst_status pst_units_collect(struct pst_units *units, enum pst_status status,
                                  struct pst_error *error);
enum pst_status pst_units_tell(struct pst_units *units, bool *done, struct pst_error *error);
void pst_units_free(struct pst_units *units);

#endif
