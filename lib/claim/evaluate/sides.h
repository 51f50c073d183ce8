/* sides.h -- the two sides of a comparison: read, told, and brought to one unit. */
#ifndef PST_CLAIM_EVALUATE_SIDES_H
#define PST_CLAIM_EVALUATE_SIDES_H

#include "claim/evaluate/evaluate.h"

/* pst_side_read: a side that is a lone literal is as PRINTED, or exact; MISSING: the cells that
   another lacks. */
bool pst_side_read(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_variable *variables, bool printed, struct pst_claim_value *out,
                   struct pst_missing *missing);

/* pst_side_tell: a side for people: which cell is missing, else what is known of it. */
const char *pst_side_tell(struct pst_evaluator *evaluator, const struct pst_claim_value *value,
                          const struct pst_missing *missing, const struct pst_range *range,
                          const struct pst_unit *unit);

/* pst_side_is_rank: is NODE, or what the let that it names stands for, the rank of a member?  A wrong one
   is a wrong order, not a wrong digit. */
bool pst_side_is_rank(const struct pst_syntax *node);

/* pst_sides_mixed: is one side a number, and the other the text of a column that was to hold numbers?
   Then that is the error. */
bool pst_sides_mixed(struct pst_evaluator *evaluator, const struct pst_claim_value *left,
                     const struct pst_claim_value *right);

/* pst_sides_align: bring both sides to one UNIT; the error is at the byte PLACE. */
bool pst_sides_align(struct pst_evaluator *evaluator, size_t place, struct pst_claim_value *left,
                     struct pst_claim_value *right, struct pst_unit *unit);

/* pst_sides_tell_in_scale: what stands beside a lone LITERAL is told in its scale: 100000 EUR is no
   0.1 million EUR. */
void pst_sides_tell_in_scale(const struct pst_syntax *literal,
                             const struct pst_claim_value *reported, struct pst_unit *unit);

#endif
