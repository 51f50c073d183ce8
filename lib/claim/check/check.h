/* check.h -- the checks of a claims file, each to its verdict. */
#ifndef PST_CLAIM_CHECK_CHECK_H
#define PST_CLAIM_CHECK_CHECK_H

#include "claim/evaluate/evaluate.h"

/* pst_check_claim: CLAIM with all its checks into OUT; an error is not linked yet, see
   pst_check_error. */
bool pst_check_claim(struct pst_evaluator *evaluator, const struct pst_claim_syntax *claim,
                     bool parse_only, struct pst_claim *out, size_t *errors);

/* pst_diagnose: what may have gone wrong with the contradicted NODE, and what would be true; lines
   in the source's arena, COUNT of them. */
const char *const *pst_diagnose(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                                size_t *count);

#endif
