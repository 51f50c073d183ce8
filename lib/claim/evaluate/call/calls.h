/* calls.h -- the functions of claims: one a call. */
#ifndef PST_CLAIM_EVALUATE_CALL_CALLS_H
#define PST_CLAIM_EVALUATE_CALL_CALLS_H

#include "claim/evaluate/evaluate.h"

/* The value of the call NODE, whose arguments are as many as functions.def says, into OUT; false once
   the evaluation failed. */
typedef bool pst_claim_call(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                            const struct pst_variable *variables, struct pst_claim_value *out);

/* pst_call_absolute, pst_call_count, ...: those that functions.def names. */
#define CLAIM(function, usage, least, most) extern pst_claim_call pst_call_##function;
#define NO_CLAIM
#define FUNCTION(id, name, rows, claims, takes, gives, elsewhere) claims
#include "language/functions.def"
#undef FUNCTION
#undef NO_CLAIM
#undef CLAIM

#endif
