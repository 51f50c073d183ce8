/* rca.h -- specialisation: how much more of a thing than the others have.

   pst_rca_margins: row, column and grand totals of a table.
   Given     cell   ROWS times COLUMNS values by row, none below 0; NaN for an empty cell
             known  totals over the known cells, else one empty cell leaves the table without totals
   pst_rca: r = (x_ij / x_i.) / (x_.j / x_..), revealed comparative advantage, location quotient,
   activity index; with its forms and, for counts, its interval.
   Returned  r 0 where x_ij is 0 and both margins are not; SYMMETRIC (r - 1) / (r + 1), -1 there; LOG
             ln r, NaN there.  NaN where a margin is 0 or missing, and for an empty cell.
             For counts: VARIANCE of ln r, 1/n_ij - 1/n_i. - 1/n_.j + (2r - 1)/N, not below 0, and
             exp(ln r -+ z sqrt(variance)); NaN at n_ij = 0.  EXPECTED n_i. n_.j / N: below 5 the interval
             covers less than it says (.91-.93 at 4 to 5, .82-.90 at 2 to 3, about .5 at 1)
   Status    PST_BAD_DATA for a value below 0, with its place; PST_NO_MEMORY
   Cost      O(1) a cell
   Published Balassa (1965); Dalum, Laursen & Villumsen (1998); the variance by the delta method for one
             multinomial table, with the covariances of a cell and its margins
   Tested    test_specialisation.c; tests/reference (family specialisation) */
#ifndef PST_STATS_SPECIALISATION_RCA_H
#define PST_STATS_SPECIALISATION_RCA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct pst_rca_table {
  size_t rows;
  size_t columns;
  const double *cell;
  double *row; /* totals; NaN when missing */
  double *column;
  double grand;
};

struct pst_rca {
  double r;
  double symmetric;
  double log;
  double variance;
  double low;
  double high;
  double expected;
};

enum pst_status pst_rca_margins(struct pst_rca_table *table, bool known, struct pst_arena *arena,
                                struct pst_error *error);

struct pst_rca pst_rca(const struct pst_rca_table *table, size_t row, size_t column, bool counts,
                       double level);

#endif
