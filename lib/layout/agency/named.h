/* named.h -- layouts whose columns have names of a standard: a name is a role, whatever the cells. */
#ifndef PST_LAYOUT_AGENCY_NAMED_H
#define PST_LAYOUT_AGENCY_NAMED_H

#include "layout/layout.h"

struct pst_named_column {
  const char *name; /* ASCII case does not matter */
  enum pst_frame_role role;
};

/* pst_named_read: the columns of FRAME by the table NAMES, closed by a NULL name; others are keys.  A
   FLAG or a NOTE goes with each VALUE; several values are variables.  Values without any number are
   left out, and so are columns of PST_FRAME_NOTHING; both are told.
   Status    PST_NO_MEMORY  */
enum pst_status pst_named_read(struct pst_frame *frame, const struct pst_named_column *names,
                               struct pst_error *error);

#endif
