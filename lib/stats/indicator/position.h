/* position.h -- where a value stands among those of its partition.

   pst_position: of every row, by
   PST_POSITION_PERCENT_RANK  (number smaller) / (n - 1), 0 for a lone value: SQL's percent_rank, ascending
   PST_POSITION_CUME_DIST     (number smaller or equal) / n: SQL's cume_dist, ascending
   PST_POSITION_NTILE         SQL's ntile(TILES), ascending, equal values in the order of the rows; the
                              first n mod TILES tiles hold one more
   PST_POSITION_RANK          1 + number larger: descending, standard competition
   PST_POSITION_Z             (v - mean) / sd, sd with n - 1;  PST_POSITION_Z_POPULATION: with n
   Given     slices  the partitions; n counts the cells that are not empty
   Returned  out     none for an empty cell, and for a z of one value or of equal ones
   Bounds    sharp for the first two and the rank; none for tiles and z, which every completion
             changes as a whole (PST_ROW_BOUNDED)
   Status    PST_NO_MEMORY; PST_USAGE for 0 tiles
   Cost      O(n log n)
   Tested    test_indicator*.c; tests/reference (indicator_distribution) */
#ifndef PST_STATS_INDICATOR_POSITION_H
#define PST_STATS_INDICATOR_POSITION_H

#include "stats/indicator/cell.h"
#include "stats/indicator/panel.h"

enum pst_position {
  PST_POSITION_PERCENT_RANK,
  PST_POSITION_CUME_DIST,
  PST_POSITION_NTILE,
  PST_POSITION_RANK,
  PST_POSITION_Z,
  PST_POSITION_Z_POPULATION
};

enum pst_status pst_position(const struct pst_slices *slices, const struct pst_bounds *cell,
                             enum pst_position position, size_t tiles, struct pst_row_value *out,
                             struct pst_arena *scratch, struct pst_error *error);

#endif
