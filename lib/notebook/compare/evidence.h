/* evidence.h -- the cell of a table that a number of the prose rests on. */
#ifndef PST_NOTEBOOK_COMPARE_EVIDENCE_H
#define PST_NOTEBOOK_COMPARE_EVIDENCE_H

#include "base/arena.h"
#include "base/error.h"
#include "cli/list.h"

struct pst_evidence {
  const char *file;              /* as it is written */
  struct pst_list names, values; /* of columns that choose the row */
  const char *column;            /* of the number */
  double factor;                 /* 1 when there is none */
};

/* pst_evidence_read: TEXT as written in a notebook (see weigh.h).
   Status    PST_USAGE with what is wrong; PST_NO_MEMORY
   Tested    test_notebook_evidence.c  */
enum pst_status pst_evidence_read(struct pst_arena *arena, const char *text,
                                  struct pst_evidence *evidence, struct pst_error *error);

/* pst_evidence_find: the cell of the table at PATH.
   Returned  *CELL, its text
   Status    PST_USAGE: no such column, no row or several; PST_BAD_DATA, PST_IO of the file; PST_NO_MEMORY  */
enum pst_status pst_evidence_find(const struct pst_evidence *evidence, const char *path,
                                  struct pst_arena *arena, const char **cell,
                                  struct pst_error *error);

#endif
