/* evaluate.h -- expressions of claims, evaluated.  What the files of the evaluator share. */
#ifndef PST_CLAIM_EVALUATE_EVALUATE_H
#define PST_CLAIM_EVALUATE_EVALUATE_H

#include "claim/evaluate/evaluator.h"

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
bool pst_evaluate_statistic(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                            const struct pst_variable *variables, bool p_value,
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

/* --- telling (explain.c) ------------------------------------------------------------------------ */

/* In the source's arena, for people: at most 7 digits, the unit behind. */
const char *pst_tell_rational(struct pst_evaluator *evaluator, struct pst_rational value);
const char *pst_tell_key(struct pst_evaluator *evaluator, const struct pst_key_value *key);
/* pst_tell_index: KEY as an index is written, so that it reads back: 2003, "Utopia". */
const char *pst_tell_index(struct pst_evaluator *evaluator, const struct pst_key_value *key);
const char *pst_tell_quantity(struct pst_evaluator *evaluator, const struct pst_range *range,
                              bool has_printed, struct pst_rational printed,
                              const struct pst_unit *unit);
/* pst_tell_missing: "missing (grants[2001])" for NUMBER, which rests on CELLS and can be anything;
   else NULL. */
const char *pst_tell_missing(struct pst_evaluator *evaluator, const struct pst_number *number,
                             const struct pst_missing *cells);
const char *pst_tell_number(struct pst_evaluator *evaluator, const struct pst_number *number,
                            const struct pst_unit *unit);
void pst_tell_line(struct pst_evaluator *evaluator, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void pst_tell_near(struct pst_evaluator *evaluator, const char *a, const char *b);
void pst_tell_tally(struct pst_evaluator *evaluator, const struct pst_claim_tally *tally);
struct pst_claim_quantity pst_tell_side(struct pst_evaluator *evaluator,
                                        const struct pst_range *range, bool has_printed,
                                        struct pst_rational printed, const struct pst_unit *unit,
                                        const char *text);
/* pst_tell_series: VALUE as what a figure would show; VERDICTS may be NULL. */
void pst_tell_series(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_claim_value *value, const enum pst_verdict *verdicts);
const char *pst_tell_source(struct pst_evaluator *evaluator, const struct pst_syntax *node);

#endif
