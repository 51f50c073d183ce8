/* evaluate.h -- expressions of claims, evaluated.  What the files of the evaluator share. */
#ifndef PST_CLAIM_EVALUATE_EVALUATE_H
#define PST_CLAIM_EVALUATE_EVALUATE_H

#include "claim/evaluate/evaluator.h"
#include "claim/evaluate/tell.h"

/* All return false once the evaluation failed; the error is reported at a place of the file. */
bool pst_evaluate(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                  const struct pst_variable *variables, struct pst_claim_value *out);
/* pst_evaluate_test: NODE must be a test. */
bool pst_evaluate_test(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_outcome *out);
bool pst_evaluate_number(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_claim_value *out);
/* pst_evaluate_members: NODE must be a set; a series is one of its keys' ... numbers. */
bool pst_evaluate_many(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, bool series,
                       struct pst_claim_value *out);
bool pst_evaluate_cell(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out);
bool pst_evaluate_call(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out);
/* pst_evaluate_known_series: a series of LEAST numbers or more whose members are decided, in the order
   of its key. */
bool pst_evaluate_known_series(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                               const struct pst_variable *variables, size_t least,
                               struct pst_claim_value *out);
bool pst_evaluate_compare(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct pst_variable *variables, struct pst_outcome *out);
bool pst_evaluate_about(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_variable *variables, struct pst_outcome *out);
bool pst_evaluate_in(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_variable *variables, struct pst_outcome *out);
bool pst_evaluate_direction(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                            const struct pst_variable *variables, struct pst_outcome *out);
bool pst_evaluate_quantifier(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                             const struct pst_variable *variables, struct pst_outcome *out);
bool pst_evaluate_such(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out);
bool pst_evaluate_series(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_claim_value *out);
bool pst_evaluate_span(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       struct pst_claim_value *out);
bool pst_evaluate_list(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out);
/* pst_evaluate_union: NODE is LEFT + another set. */
bool pst_evaluate_union(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_claim_value *left, const struct pst_variable *variables,
                        struct pst_claim_value *out);
bool pst_evaluate_except(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_claim_value *out);

/* pst_compare_numbers: A RELATION B, in one unit. */
struct pst_comparison {
  struct pst_outcome outcome;
  struct pst_range a, b, difference;
};
bool pst_compare_numbers(struct pst_evaluator *evaluator, const struct pst_number *a,
                         enum pst_relation relation, const struct pst_number *b,
                         struct pst_comparison *out);

#endif
