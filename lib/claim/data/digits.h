/* digits.h -- figures with other marks than a point: 1.168,5 and 1 168.5, where the table says so. */
#ifndef PST_CLAIM_DATA_DIGITS_H
#define PST_CLAIM_DATA_DIGITS_H

#include "interval/range.h"

/* All zero: a point, and nothing between thousands. */
struct pst_digits {
  struct pst_text decimal, thousands; /* .data NULL: a point; none */
  bool said; /* 5-9 and `10 or more` are bounded cells too: printed/said.h */
};

/* pst_digits_rational: all of TEXT as a decimal written with these marks, as pst_rational_parse.
   pst_digits_range: as a bounded cell of such figures, as pst_range_parse; intervals in brackets only
   where the marks are a point and nothing.
   pst_digits_said: TEXT as bounds that are said, whether DIGITS have `said` or not.
   Returned  false for anything else: under a decimal comma 1.5 is no number
   Tested    tests/unit/claim/data/test_digits.c  */
bool pst_digits_rational(const struct pst_digits *digits, struct pst_exact *exact,
                         struct pst_text text, struct pst_rational *value, int *decimals);
bool pst_digits_range(const struct pst_digits *digits, struct pst_exact *exact,
                      struct pst_text text, struct pst_range *range, bool *has_printed,
                      struct pst_rational *printed);
bool pst_digits_said(const struct pst_digits *digits, struct pst_exact *exact, struct pst_text text,
                     struct pst_range *range);

#endif
