/* row.h -- one expression of --where or --let. */
#ifndef PST_LANGUAGE_ROW_H
#define PST_LANGUAGE_ROW_H

#include "language/tree.h"

/* pst_row_read: all of the source as one expression of --where or --let.
   Given     a source that is open, of one expression
   Returned  the tree, in the arena of EXACT; NULL once an error is reported, or memory is out
   Cost      O(size); 200 levels of nesting at most
   Tested    test_language.c, tests/fuzz/fuzz_language.c  */
struct pst_syntax *pst_row_read(struct pst_source *source, struct pst_exact *exact);

#endif
