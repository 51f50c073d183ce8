/* exact_slope.h -- the slope of Theil and Sen of few members, in fractions. */
#ifndef PST_CLAIM_EVALUATE_CALL_EXACT_SLOPE_H
#define PST_CLAIM_EVALUATE_CALL_EXACT_SLOPE_H

#include "claim/evaluate/evaluate.h"

/* pst_exact_slope: the median of the slopes of all pairs of SERIES, each at its least for the low end of RANGE and at its
   greatest for the high end; PRINTED from the members as printed, where all are.
   Given     members in the order of their keys, none of them missing
   Returned  true; false where there are many, an end is infinite or two keys are no whole number apart: doubles
             then have to do; or memory is out
   Cost      O(n^2 log n) fractions, at most 1,770 of them
   Tested    test_claim_functions.c, tests/claims/test_brute.py  */
bool pst_exact_slope(struct pst_evaluator *evaluator, const struct pst_claim_value *series,
                     bool has_printed, struct pst_range *range, struct pst_rational *printed);

#endif
