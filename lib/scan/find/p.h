/* p.h -- a statistic with its degrees of freedom and the p-value beside it: what a sentence and a table share. */
#ifndef PST_SCAN_FIND_P_H
#define PST_SCAN_FIND_P_H

#include "scan/find/find.h"

enum pst_p_statistic {
  PST_P_OF_T,
  PST_P_OF_F,
  PST_P_OF_CHI2,
  PST_P_OF_R,
  PST_P_OF_Z,
  PST_P_OF_NONE
};

struct pst_p_test {
  enum pst_p_statistic kind;
  double df1, df2;
  const struct pst_mention *df[2];
  size_t df_count;
  bool of_n; /* of r: n stands there, and df is n - 2 */
  const struct pst_mention *statistic;
  char relation; /* of the statistic: = < > */
};

struct pst_p_value {
  const struct pst_mention *printed; /* NULL: ns */
  char relation;
  size_t at, size; /* of "p < .05", "ns" */
};

/* pst_p_kind_at: the statistic that token AT names: t, F, r, z, chi-squared, Q; PST_P_OF_NONE for any other.
   Tested    tests/unit/scan/test_scan.c  */
enum pst_p_statistic pst_p_kind_at(const struct pst_paper *paper, size_t at);

/* pst_p_complete: TEST has the degrees of freedom that its statistic wants; its doubles are then set.
   Tested    tests/unit/scan/test_scan.c  */
bool pst_p_complete(struct pst_p_test *test);

/* pst_p_make: the finding that P is the p-value of TEST; the bytes SAYS_AT to SAYS_END are the words around it.
   Tested    tests/unit/scan/test_scan.c: statcheck's published examples  */
void pst_p_make(struct pst_scan *scan, const struct pst_paper *paper, size_t says_at,
                size_t says_end, const struct pst_p_test *test, const struct pst_p_value *p);

#endif
