/* rank_leeway.h -- what --printed and --bounds leave open of the agreement of rankings.

   pst_rank_leeway: the rows of METHOD that UNIT has from FIRST on, with what is left open.
   Given     the values of all entities that the method takes: exact ones as printed, with --bounds those that are known
             within bounds; the test that the rows were made with
   Status    PST_NO_MEMORY; what the kernel fails with, save PST_UNDEFINED
   Cost      that of stats/leeway/leeway.h
   Tested    tests/cli/leeway-rank*

   pst_rank_open_reserve: M rankings of at most N entities, none yet; false when memory is out.
   pst_rank_open_fill: the rows of METHOD on them from FIRST on, with what is left open.
   pst_rank_cell_bounds: a cell in the direction in which more is better.
   Given     r  N entities in each list, what is known of each: at, bounds, names, whether bounds are of whole numbers
   Status    PST_NO_MEMORY; what the kernel fails with, save PST_UNDEFINED
   Cost      that of stats/leeway/leeway.h
   Tested    tests/cli/leeway-rank*, tests/cli/rank-columns */
#ifndef PST_RANK_RANK_LEEWAY_H
#define PST_RANK_RANK_LEEWAY_H

#include "job/pairwise/pairs.h"
#include "rank/ranking.h"
#include "stats/leeway/leeway.h"

/* Rankings side by side: what each entity has in each, and between which bounds. */
struct pst_rank_open {
  size_t m, n; /* rankings, entities */
  struct pst_leeway_values *lists;
  double **at;
  struct pst_bounds **bounds;
  const char **entities, **names;
};

bool pst_rank_open_reserve(struct pst_rank_open *r, size_t m, size_t n, struct pst_arena *arena);
enum pst_status pst_rank_open_fill(struct pst_job *job, struct pst_rank_open *r,
                                   const struct pst_method *method, const struct pst_test *test,
                                   struct pst_estimates *rows, size_t first,
                                   struct pst_error *error);
struct pst_bounds pst_rank_cell_bounds(struct pst_job *job,
                                       const struct pst_rank_settings *settings,
                                       const struct pst_column *y, size_t row);

enum pst_status pst_rank_leeway(struct pst_job *job, const struct pst_rank_settings *settings,
                                const struct pst_rankings *rankings,
                                const struct pst_ranking *ranking, const struct pst_method *method,
                                const struct pst_test *test, struct pst_pair_unit *unit,
                                size_t first, struct pst_error *error);

#endif
