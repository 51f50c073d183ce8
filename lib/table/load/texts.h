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

/* pst_loader_close_texts: before a block is read into the column I of any kind: where it has a quarter
   of texts_most texts (load.h), and those of its rows so far allow nothing but text, no more than so many are kept;
   else it is looked again at twice as many.
   Given     all rows of the table read
   Returned  the column, its texts closed or not (dictionary.h)
   Status    PST_NO_MEMORY
   Cost      O(1); that of pst_loader_settle_texts and pst_cell_settle once, and when the texts have doubled
   Tested    test_load.c, by way of load.h; tests/cli/describe-distinct

   pst_loader_settle_closed: such a column after the last row.
   Returned  the column, one of texts
   Status    PST_NO_MEMORY
   Cost      O(rows)  */
enum pst_status pst_loader_close_texts(struct pst_loader *loader, size_t i,
                                       struct pst_error *error);
enum pst_status pst_loader_settle_closed(struct pst_loader *loader, size_t i,
                                         struct pst_error *error);

#endif
