/* texts.h -- a column of texts after its last row: what is the same is written the same. */
#ifndef PST_TABLE_LOAD_TEXTS_H
#define PST_TABLE_LOAD_TEXTS_H

#include "table/load/loader.h"

/* pst_loader_settle_texts: the texts of the column I without what does not show and in NFC
   (base/unicode/normal.h); two spellings of one period (2015Q1, 2015-Q1; 2015, 2015.0) as the first.
   Given     a cell of which nothing is left, or a token of --missing, is missing
   Returned  what is to be told, once a column, in loader->asked[i].texts_told
   Status    PST_NO_MEMORY
   Cost      each distinct text is looked at once; the rows, when one changes
   Tested    tests/cli/texts*  */
enum pst_status pst_loader_settle_texts(struct pst_loader *loader, size_t i,
                                        struct pst_error *error);

#endif
