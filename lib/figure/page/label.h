/* label.h -- the name of the upright axis beside a title that says the same. */
#ifndef PST_FIGURE_PAGE_LABEL_H
#define PST_FIGURE_PAGE_LABEL_H

#include "base/arena.h"

/* pst_label_beside: what of LABEL, "Net ODA (USD million)", the TITLE above it leaves to be said.
   Given     texts, NULL: none; the title was made from names of columns
   Returned  the unit, "USD million", where the title is the name, or begins with it before a comma or colon, or ends
             with it behind a colon; NULL where there is no unit then; else LABEL.  In ARENA; LABEL too when memory is out
   Cost      O(size of the texts)
   Tested    test_label.c  */
const char *pst_label_beside(const char *title, const char *label, struct pst_arena *arena);

#endif
