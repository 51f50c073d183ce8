/* real_number.h -- results that are doubles: statistics, with a guard for what rounding does to them. */
#ifndef PST_CLAIM_EVALUATE_REAL_NUMBER_H
#define PST_CLAIM_EVALUATE_REAL_NUMBER_H

#include "claim/evaluate/evaluator.h"

/* pst_real_number: the number from LOW to HIGH, with PRINTED unless that is NaN.  An infinite end is
   none; of what is MISSING nothing is known. */
bool pst_real_number(struct pst_evaluator *evaluator, double low, double high, double printed,
                     bool missing, struct pst_claim_value *out);

/* pst_real_outward: VALUE moved in DIRECTION by more than its error, which is a share of it or of
   SCALE. */
double pst_real_outward(double value, double scale, int direction);

/* pst_real_printed: the printed value of NUMBER as a double, NaN where it has none.
   pst_real_end: an end as a double, infinite where it is none. */
double pst_real_printed(const struct pst_number *number);
double pst_real_end(const struct pst_limit *limit);

#endif
