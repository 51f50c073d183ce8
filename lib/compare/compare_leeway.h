/* compare_leeway.h -- what --printed and --bounds leave open of the comparison of samples.

   pst_compare_leeway_check: which shapes have it: those of a number a row.
   Status    PST_USAGE with the reason where the shape has none
   pst_compare_leeway_collect: the levels of DATA with all their values: those known within bounds too.
   Returned  room  of each level, the bounds of its values (of y, in lines)
   pst_compare_leeway_fill: the rows of METHOD on levels I and J that OUT has from FIRST on, with what is left open;
   so many ROWS of them, 0: all.
   Status    PST_NO_MEMORY; what the kernel fails with, save PST_UNDEFINED
   Cost      that of stats/leeway/leeway.h
   Tested    tests/cli/leeway-compare* */
#ifndef PST_COMPARE_COMPARE_LEEWAY_H
#define PST_COMPARE_COMPARE_LEEWAY_H

#include "compare/shape.h"

struct pst_compare_leeway {
  struct pst_compare_data data; /* k 0: not asked for */
  struct pst_bounds **room;     /* by level */
  bool whole, known;
};

enum pst_status pst_compare_leeway_check(const struct pst_job *job, struct pst_error *error);

enum pst_status pst_compare_leeway_collect(const struct pst_job *job,
                                           const struct pst_groups *groups, size_t group, size_t v,
                                           const struct pst_compare_data *data,
                                           struct pst_compare_leeway *out, struct pst_arena *arena,
                                           struct pst_error *error);

/* The levels of a call: one, two, or all. */
struct pst_compare_leeway_call {
  const struct pst_method *method;
  const struct pst_test *test;
  size_t i, j;
};

enum pst_status pst_compare_leeway_fill(const struct pst_job *job,
                                        const struct pst_compare_leeway *leeway,
                                        const struct pst_compare_leeway_call *call, size_t rows,
                                        struct pst_estimates *out, size_t first,
                                        struct pst_arena *scratch, struct pst_error *error);

#endif
