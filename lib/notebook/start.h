/* start.h -- a first notebook on a table. */
#ifndef PST_NOTEBOOK_START_H
#define PST_NOTEBOOK_START_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

/* pst_notebook_start: a notebook that looks at the table DATA, follows a column of numbers over time where there
   is a time, draws it, and ties a number of its prose to the result; nothing is recorded yet.
   Given     FROM  the path of DATA as the notebook's commands should write it
   Status    that with which polstat describe ends: PST_BAD_DATA, PST_USAGE, PST_IO; PST_NO_MEMORY
   Tested    tests/cli/notebook-new  */
enum pst_status pst_notebook_start(const char *data, const char *from, struct pst_buffer *out,
                                   struct pst_error *error);

/* pst_notebook_path_from: the path of the file DATA, which is there, as the notebook at PLACE (NULL: in this
   folder) sees it; NULL when memory is out. */
const char *pst_notebook_path_from(struct pst_arena *arena, const char *place, const char *data);

#endif
