/* structure.h -- how the structure of one row of a table differs from that of others.

   Given     table  with the margins of stats/specialisation/rca.h; rows of it
   Returned  an index, NaN where a total that it needs is 0 or missing
   Status    PST_NO_MEMORY
   pst_krugman: sum_j |x_ij / x_i. - b_j|, 0 to 2; b the structure of all rows together, or of the
   others only (REST).
   pst_dissimilarity: Duncan's, 1/2 sum_j |x_ij / x_i. - x_kj / x_k.|, 0 to 1.
   pst_gini_relative: the Gini coefficient of the location quotients of a row, weighted by the shares of
   the columns in the whole: the area between the diagonal and the Lorenz curve of the row against the
   whole.  Columns of total 0 are left out.
   Cost      O(columns), the last O(columns log columns)
   Published Duncan & Duncan (1955), Am. Sociol. Rev. 20; Krugman (1991), Geography and Trade; Kim (1995)
   Tested    test_specialisation.c; tests/reference (family specialisation) */
#ifndef PST_STATS_SPECIALISATION_STRUCTURE_H
#define PST_STATS_SPECIALISATION_STRUCTURE_H

#include "stats/specialisation/rca.h"

double pst_krugman(const struct pst_rca_table *table, size_t row, bool rest);
double pst_dissimilarity(const struct pst_rca_table *table, size_t row, size_t other);
enum pst_status pst_gini_relative(const struct pst_rca_table *table, size_t row, double *gini,
                                  struct pst_arena *scratch, struct pst_error *error);

#endif
