/* growth.h -- change from another time: relative, in logarithms, a year, and in units.

   pst_growth:      v_t / v_s - 1
   pst_log_growth:  ln(v_t / v_s)
   pst_annual_growth:  (v_t / v_s)^(1 / K) - 1, K steps apart
   pst_difference:  v_t - v_s
   Given     from  for each row, the row of the same entity at time s (pst_lag of stats/indicator/panel.h), or
                   PST_PANEL_NONE
   Returned  out   n fractions; none where that row is absent or empty, where v_s is not above 0 (a
                   growth from -10 to -5 is not -50 %), and for the second and third where v_t is not
   Bounds    sharp
   Cost      O(n)
   pst_growth_of: of one pair.
   Tested    test_indicator.c; tests/reference (indicator_growth) */
#ifndef PST_STATS_INDICATOR_GROWTH_H
#define PST_STATS_INDICATOR_GROWTH_H

#include <stddef.h>

#include "stats/indicator/cell.h"

void pst_growth(const struct pst_bounds *cell, const size_t *from, size_t n,
                struct pst_row_value *out);
void pst_log_growth(const struct pst_bounds *cell, const size_t *from, size_t n,
                    struct pst_row_value *out);
void pst_annual_growth(const struct pst_bounds *cell, const size_t *from, size_t n, double k,
                       struct pst_row_value *out);
void pst_difference(const struct pst_bounds *cell, const size_t *from, size_t n,
                    struct pst_row_value *out);

struct pst_row_value pst_growth_of(const struct pst_bounds *before, const struct pst_bounds *after);

#endif
