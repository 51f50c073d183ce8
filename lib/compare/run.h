/* run.h -- the records of all units: every method on every level, every two, or all. */
#ifndef PST_COMPARE_RUN_H
#define PST_COMPARE_RUN_H

#include "compare/settings.h"

/* Whose estimate a row is: level (of a cross-table: row and column), and what it is set against. */
struct pst_compare_subject {
  const char *level, *column, *against;
};

struct pst_compare_unit {
  size_t group, variable;
  struct pst_estimates estimates;
  struct pst_compare_subject *subjects; /* one a row of ESTIMATES */
  size_t subjects_capacity;
};

struct pst_compare_units {
  struct pst_compare_unit *units; /* groups * variables, group by group */
  size_t count, n_variables;
  struct pst_arena *arenas; /* one a thread */
  size_t n_arenas;
  size_t failed;               /* the unit that a failure is of */
  struct pst_dictionary texts; /* of units that came from other ranks */
};

/* pst_compare_compute: the units of all GROUPS, in parallel; the bytes do not depend on the threads.
   Status    PST_BAD_DATA of the first unit that has it, PST_USAGE of a method, PST_NO_MEMORY; what is
             undefined becomes a row with its reason */
enum pst_status pst_compare_compute(struct pst_job *job, const struct pst_groups *groups,
                                    struct pst_compare_units *units, struct pst_error *error);

void pst_compare_units_free(struct pst_compare_units *units);

/* Rows of groups by what became of them. */
enum { PST_COMPARE_COUNTS = 3 };

/* pst_compare_count_rows: those of the table; pst_compare_count: COUNTS, for the closing line. */
void pst_compare_count_rows(const struct pst_job *job, const struct pst_groups *groups,
                            size_t counts[PST_COMPARE_COUNTS]);
void pst_compare_count(struct pst_job *job, const struct pst_groups *groups,
                       const size_t counts[PST_COMPARE_COUNTS]);

#endif
