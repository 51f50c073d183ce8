/* number_internal.h -- what number.c and narrow.c share. */
#ifndef PST_CLAIM_DATA_NUMBER_INTERNAL_H
#define PST_CLAIM_DATA_NUMBER_INTERNAL_H

#include "claim/data/number.h"

/* pst_number_combine: the range of a node of KIND from those of its arguments; false when a divisor
   holds 0. */
bool pst_number_combine(struct pst_exact *exact, enum pst_number_kind kind,
                        const struct pst_range *arguments, size_t count, struct pst_range *out);

/* pst_number_unknowns: the ids of all leaves that are no points, in order, an id as often as it is
   used; NULL when memory is out or there are more than MOST uses. */
uint64_t *pst_number_unknowns(struct pst_exact *exact, const struct pst_number *number, size_t most,
                              size_t *count);

#endif
