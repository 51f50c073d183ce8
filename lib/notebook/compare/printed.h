/* printed.h -- a number of the prose held to a line that the block above it prints.

   pst_printed_find
   Given     EVIDENCE "printed#WORDS#WORDS&-100*2": the first line of the nearest block before NUMBER that holds the
             words, behind a line that holds the words before them; its second number times -100.  Behind & the
             number and its factor may be left out where the line has one number.  %26 and %23 stand for & and #
   Returned  *VALUE; the line as number->value, and the block as number->source
   Status    PST_USAGE: no such line or number, or the block did not run; PST_NO_MEMORY
   Cost      O(size of what is printed)
   Tested    tests/cli/notebook-printed  */
#ifndef PST_NOTEBOOK_COMPARE_PRINTED_H
#define PST_NOTEBOOK_COMPARE_PRINTED_H

#include "notebook/read/notebook.h"

/* What EVIDENCE of this kind begins with. */
#define PST_PRINTED "printed#"

enum pst_status pst_printed_find(struct pst_notebook *notebook, struct pst_notebook_number *number,
                                 double *value, struct pst_error *error);

#endif
