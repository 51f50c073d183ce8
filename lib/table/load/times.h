/* times.h -- a column of times after its last row: what all its cells say that they are.

   All     Given     a loader whose rows of this part are read; I, of the columns asked for
           Tested    tests/cli/times*; test_times.c, by way of printed/times.h  */
#ifndef PST_TABLE_LOAD_TIMES_H
#define PST_TABLE_LOAD_TIMES_H

#include "table/load/loader.h"

/* pst_loader_settle_times: the kind, the values and the texts of the column I, asked for as times.
   Given     its cells as texts, whatever they are.  What the cells of earlier parts were counts too
   Returned  years and plain numbers have no text; two spellings of one period have the first; what is
             not in polstat's notation is written in it
   Status    PST_BAD_DATA for a cell of another kind, and for what can be two things (printed/times.h);
             PST_UNDEFINED with loader->again when earlier parts were read otherwise than all are;
             PST_NO_MEMORY
   Cost      each distinct text of all parts is looked at once a part, then O(rows)  */
enum pst_status pst_loader_settle_times(struct pst_loader *loader, size_t i,
                                        struct pst_error *error);

/* pst_loader_settle_any: the column I of any kind, once its type is known: months that may be years of two
   calendar years, and cells that prove times in another notation; the others stay as they are.
   Returned  the cells, as pst_loader_settle_times
   Status    as pst_loader_settle_times: PST_BAD_DATA, PST_UNDEFINED, PST_NO_MEMORY
   Cost      as pst_loader_settle_times; O(1) where the first cell is no time  */
enum pst_status pst_loader_settle_any(struct pst_loader *loader, size_t i, struct pst_error *error);

/* pst_loader_first_spelling: how the cells of column I first spelled PERIOD, which is in polstat's own
   notation; TEXT when they did not.  NULL: no memory.
   Returned  that text, in the loader
   Cost      O(size of PERIOD)  */
const char *pst_loader_first_spelling(struct pst_loader *loader, size_t i, const char *period,
                                      const char *text);

/* pst_loader_free_times: the texts that TIMES keeps.
   Returned  TIMES, of no more use
   Cost      O(1)  */
void pst_loader_free_times(struct pst_loader_times *times);

#endif
