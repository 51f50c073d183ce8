/* arithmetic.h -- + - * / and `of` of two numbers of a claim, with their units. */
#ifndef PST_CLAIM_EVALUATE_ARITHMETIC_H
#define PST_CLAIM_EVALUATE_ARITHMETIC_H

#include "claim/evaluate/evaluator.h"

/* pst_arithmetic: A and B by the operator of NODE into OUT; false with an error at its place. */
bool pst_arithmetic(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_claim_value *a, const struct pst_claim_value *b,
                    struct pst_claim_value *out);

#endif
