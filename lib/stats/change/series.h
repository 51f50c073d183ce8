/* series.h -- what the tests for change points share: their data, the null by chance, their rows.

   A series is in order of time, one value a time.  A change after index k splits y[0..k) from y[k..n).
   The main term of each test is "change", the time of the last value before the change; its statistic and p
   stand in the same row.  Side terms: the statistic by its name, index_first and index_last, the numbers
   (from 1) of the last values before the change where the statistic is largest, which differ under ties.

   pst_change_check: at least LEAST values, one a time.
   Status    PST_UNDEFINED with a sentence fit for a note
   pst_change_rows: the row "change" and the side terms.
   Returned  rows in OUT; where the largest value is reached at several places, the note says so
   Status    PST_NO_MEMORY
   pst_change_p: p of ROW: by permutation where TEST asks for that; else P, of P_METHOD, where it is a number; else
   by chance: m series of n independent normal values, the same m for all series of n values.
   Returned  p = (b + 1) / (m + 1) with its standard error in the note
   Status    PST_USAGE for an exact p, or an asymptotic one where there is none; PST_NO_MEMORY
   Given     MAXIMUM  the statistic of a series; at least 0
   Cost      m statistics; by chance once for each n and kind
   Published Phipson & Smyth (2010), Statistical Applications in Genetics 9
   Tested    test_change.c, by way of pettitt.h and deviations.h */
#ifndef PST_STATS_CHANGE_SERIES_H
#define PST_STATS_CHANGE_SERIES_H

#include "stats/estimate.h"

/* Where a statistic of every split is largest. */
struct pst_change {
  double statistic;
  size_t first, last; /* numbers of the values before the change, from 1 */
};

enum pst_status pst_change_check(const struct pst_sample *sample, size_t least,
                                 struct pst_error *error);

enum pst_status pst_change_rows(const char *method, const char *name,
                                const struct pst_sample *sample, const struct pst_change *change,
                                struct pst_estimates *out, struct pst_error *error);

typedef double pst_change_maximum(const void *context, const double *y, size_t n);

struct pst_change_null {
  pst_change_maximum *maximum;
  const void *context;
  size_t
      kind; /* a number of its own, under which the null of n values is kept; 0: it depends on more than n */
  double p; /* by formula; NaN: there is none */
  const char *p_method;
};

enum pst_status pst_change_p(const struct pst_sample *sample, const struct pst_change_null *null,
                             double statistic, const struct pst_test *test,
                             struct pst_estimates *out, size_t row, struct pst_arena *scratch,
                             struct pst_error *error);

/* pst_change_note: the note of row ROW where the values depend on those before: tests for changes take them as
   independent.
   Cost      O(n) */
void pst_change_note(const struct pst_sample *sample, struct pst_estimates *out, size_t row);

#endif
