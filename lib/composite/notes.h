/* notes.h -- what is to be said of a score and its rank.

   pst_composite_note: which indicators entity I of SLICE is without, which choices leave it without a rank, which
   bounds of the rank are outer ones, what bounds of the cells leave unsaid; added to NOTE.
   Cost      O(indicators)
   Tested    tests/cli/composite-* */
#ifndef PST_COMPOSITE_NOTES_H
#define PST_COMPOSITE_NOTES_H

#include "base/text.h"
#include "composite/leeway/leeway.h"
#include "composite/robust.h"

void pst_composite_note(const struct pst_composite_settings *s,
                        const struct pst_composite_slice *slice,
                        const struct pst_composite_robust *robust,
                        const struct pst_composite_leeway *leeway, size_t i,
                        struct pst_buffer *note);

#endif
