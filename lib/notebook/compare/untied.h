/* untied.h -- numbers of the prose that no link ties to a result.

   pst_untied_find
   Given     a notebook that was read
   Returned  OUT, appended: a line for each number behind the first block that looks like a result and is no link: it has
             decimals or thousands, a unit of per cent or points behind it, or three digits and is no year.  What stands in
             code, in links and in headings is passed over.  *N is how many
   Status    PST_NO_MEMORY
   Cost      O(size of the notebook)
   Tested    tests/cli/notebook-untied  */
#ifndef PST_NOTEBOOK_COMPARE_UNTIED_H
#define PST_NOTEBOOK_COMPARE_UNTIED_H

#include "notebook/read/notebook.h"

enum pst_status pst_untied_find(const struct pst_notebook *notebook, struct pst_buffer *out,
                                size_t *n, struct pst_error *error);

#endif
