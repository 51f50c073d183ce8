/* structure.h -- the rows of one group and period as a table of entities by categories. */
#ifndef PST_INDICATOR_GROUP_STRUCTURE_H
#define PST_INDICATOR_GROUP_STRUCTURE_H

#include "indicator/frame/frame.h"
#include "stats/specialisation/rca.h"

struct pst_structure {
  struct pst_rca_table table;          /* NaN: an empty or bounded cell; 0: no row */
  size_t row;                          /* of the frame: one of the slice */
  const char **entities, **categories; /* in the order of their first rows */
  size_t *row_of;                      /* of each cell, of the frame; SIZE_MAX: none */
  size_t known, empty, bounded;
};

/* pst_structure_make: SLICE of the frame, with its margins.  Without an entity column the columns of -y are
   the entities.
   Given     cells  of each -y, a row of the frame each; with an entity column, COUNT is 1
             KNOWN  margins pass over empty and bounded cells, else one of them leaves no margins
   Status    PST_BAD_DATA, with its line, for a value below 0; PST_NO_MEMORY */
enum pst_status pst_structure_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   size_t slice, const struct pst_bounds *const *cells,
                                   size_t count, bool known, struct pst_structure *structure,
                                   struct pst_error *error);

/* pst_structure_reason: why the table has no margins, or NULL. */
const char *pst_structure_reason(const struct pst_structure *structure, bool known);

#endif
