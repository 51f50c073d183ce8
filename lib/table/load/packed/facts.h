/* facts.h -- what the cells of a part of the rows say of their columns, beside what the rows come to.

   Rows that are summed where they are read (--aggregate) are settled before all of them are there.  That is
   the same for all rows where each part says the same of its columns: years and periods as they stand, no marks that do not
   show, no signs of units.  What these facts are is kept with the sums, and held against each other when the
   parts are put together: where they are more than that, the rows themselves are needed.

   All     Given     a loader whose columns are asked for
           Tested    tests/cli/test_parts.py: random tables in parts against one process  */
#ifndef PST_TABLE_LOAD_PACKED_FACTS_H
#define PST_TABLE_LOAD_PACKED_FACTS_H

#include "base/pack.h"
#include "table/load/load.h"

/* pst_facts_pack: those of all rows that LOADER has settled, at the end of OUT.
   Returned  true; false where the rows themselves are needed
   Cost      O(distinct times)  */
bool pst_facts_pack(const struct pst_loader *loader, struct pst_buffer *out);

/* pst_facts_join: those that IN has next, beside those of the parts before.
   Returned  *SAME: false where the rows themselves are needed; IN has failed when they are none
   Status    PST_NO_MEMORY
   Cost      O(distinct times)  */
enum pst_status pst_facts_join(struct pst_loader *loader, struct pst_unpack *in, bool *same,
                               struct pst_error *error);

/* pst_facts_same: after the last part: all times together are read as those of each part were.
   Returned  the answer; false too when memory is out
   Cost      O(distinct times)  */
bool pst_facts_same(struct pst_loader *loader);

#endif
