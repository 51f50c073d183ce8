/* number_internal.h -- what number.c, combine.c, slope.c and narrow.c share. */
#ifndef PST_CLAIM_DATA_NUMBER_INTERNAL_H
#define PST_CLAIM_DATA_NUMBER_INTERNAL_H

#include "claim/data/number.h"

/* pst_number_combine: the range of NUMBER from those of its arguments; false when a divisor holds 0,
   or a function has no value for some of them. */
bool pst_number_combine(struct pst_exact *exact, const struct pst_number *number,
                        const struct pst_range *arguments, struct pst_range *out);

/* pst_number_linear: the range of NUMBER where it is a sum of unknowns, each with a factor: exact
   whatever occurs twice, and for unknowns without ends too; false when it is no such sum, when a cell
   of it is missing, or when memory is out. */
bool pst_number_linear(struct pst_exact *exact, const struct pst_number *number,
                       struct pst_range *out);

/* pst_number_slope: how fast NUMBER, whose range is VALUE, moves with an unknown with which its
   arguments move by SLOPES; false when nothing is known of it. */
bool pst_number_slope(struct pst_exact *exact, const struct pst_number *number,
                      const struct pst_range *arguments, const struct pst_range *slopes,
                      const struct pst_range *value, struct pst_range *out);

/* pst_number_unknowns: the ids of all leaves that are no points, in order, an id as often as it is
   used; NULL when memory is out or there are more than MOST uses. */
uint64_t *pst_number_unknowns(struct pst_exact *exact, const struct pst_number *number, size_t most,
                              size_t *count);

#endif
