/* own.h -- results that are a range of their own: what a cell that is used twice would tell of them is
   not followed. */
#ifndef PST_CLAIM_EVALUATE_OWN_H
#define PST_CLAIM_EVALUATE_OWN_H

#include "claim/evaluate/evaluate.h"

/* pst_own_number: OUT, whose unit is set, becomes a number of RANGE. */
bool pst_own_number(struct pst_evaluator *evaluator, const struct pst_range *range,
                    bool has_printed, struct pst_rational printed, bool missing,
                    struct pst_claim_value *out);

/* pst_own_open: why a count or a rank, made by pst_own_number, is open. */
void pst_own_open(struct pst_claim_value *value, unsigned open);

/* pst_own_span: the whole numbers LOW and HIGH, and all between. */
struct pst_range pst_own_span(size_t low, size_t high);

/* pst_own_parameter: the number that says how a function works (digits, a share, an exponent), not
   what it works on: as it is written, exactly; an error where it is not one number. */
bool pst_own_parameter(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out);

#endif
