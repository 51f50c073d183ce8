/* time_key.h -- do the keys of a series lie in time? */
#ifndef PST_CLAIM_EVALUATE_TIME_KEY_H
#define PST_CLAIM_EVALUATE_TIME_KEY_H

#include "claim/evaluate/evaluator.h"

/* pst_time_key: false, with an error at the byte AT, unless the keys of SERIES are whole numbers or
   periods of one kind.  WHAT needs them: "slope".  Names have no first and no last, nor has a column
   of numbers whose own name says that they are codes, unless the table declares its range. */
bool pst_time_key(struct pst_evaluator *evaluator, size_t at, const char *what,
                  const struct pst_claim_value *series);

/* pst_time_rate: "per year, " where the keys of SERIES are periods, of which that is the step of a rate; ""
   else. */
const char *pst_time_rate(const struct pst_evaluator *evaluator,
                          const struct pst_claim_value *series);

#endif
