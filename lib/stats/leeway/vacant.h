/* vacant.h -- the rows of a statistic that no known value has, but values within their bounds do.

   pst_leeway_vacant
   Given     leeway  as for pst_leeway_fill
             rows    those from FIRST on are what the kernel gives for the known values
   Returned  where the last of the rows is without numbers, and values are known within bounds alone: in its place the rows of a
             completion, with neither numbers nor notes of their own; its note and its n stay, with the first of them.
             leeway->rows > 0: no more than that.  Counts have no row.  Else the rows as they were
   Status    PST_NO_MEMORY; what the kernel fails with, save PST_UNDEFINED
   Cost      one run of the kernel
   Tested    test_vacant.c; tests/cli/leeway-*-open */
#ifndef PST_STATS_LEEWAY_VACANT_H
#define PST_STATS_LEEWAY_VACANT_H

#include "stats/leeway/leeway.h"

enum pst_status pst_leeway_vacant(const struct pst_leeway *leeway, struct pst_estimates *rows,
                                  size_t first, struct pst_arena *scratch, struct pst_error *error);

#endif
