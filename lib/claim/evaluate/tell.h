/* tell.h -- what a check tells people: numbers, keys, lines of the explanation, tallies, series. */
#ifndef PST_CLAIM_EVALUATE_TELL_H
#define PST_CLAIM_EVALUATE_TELL_H

#include "claim/evaluate/evaluator.h"

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
/* pst_tell_basis: what the number computed rests on: "per year, n = 8".  Where a check has several, none. */
void pst_tell_basis(struct pst_evaluator *evaluator, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* pst_tell_gaps: the keys of time that SERIES, in their order, has no row for, and that the table does not
   declare. */
void pst_tell_gaps(struct pst_evaluator *evaluator, const struct pst_claim_value *series);
/* pst_tell_series: VALUE as what a figure would show; VERDICTS may be NULL. */
void pst_tell_series(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_claim_value *value, const enum pst_verdict *verdicts);
const char *pst_tell_source(struct pst_evaluator *evaluator, const struct pst_syntax *node);

#endif
