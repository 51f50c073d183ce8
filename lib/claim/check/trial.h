/* trial.h -- a check evaluated once more with one thing changed, in silence. */
#ifndef PST_CLAIM_CHECK_TRIAL_H
#define PST_CLAIM_CHECK_TRIAL_H

#include "claim/evaluate/evaluate.h"

/* pst_trial_begin, pst_trial_end: what is evaluated between them reports nothing, lists nothing, and
   its errors do not count. */
void pst_trial_begin(struct pst_evaluator *evaluator);
void pst_trial_end(struct pst_evaluator *evaluator);

/* pst_trial_check: the check NODE with the swap that EVALUATOR has; false when that is an error. */
bool pst_trial_check(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     enum pst_truth *truth);

/* pst_trial_behind: NODE, or what the let that it names stands for. */
const struct pst_syntax *pst_trial_behind(const struct pst_syntax *node);

/* pst_trial_code: the code of the literal in index K of CELL, or PST_CODE_MISSING when it is none. */
unsigned pst_trial_code(const struct pst_evaluator *evaluator, const struct pst_syntax *cell,
                        size_t k);

/* pst_is_restated: does the check NODE, or a part of it that must hold, read cells of the paper itself
   only? */
bool pst_is_restated(const struct pst_evaluator *evaluator, const struct pst_syntax *node);

/* pst_robust: each free choice of the check NODE moved: keys of cells, ends of ranges, members, methods; COUNT
   choices, in the source's arena; *DEPENDS: what they say, or "". */
const struct pst_claim_choice *pst_robust(struct pst_evaluator *evaluator,
                                          const struct pst_syntax *node, size_t *count,
                                          const char **depends);

#endif
