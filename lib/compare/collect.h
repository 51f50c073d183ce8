/* collect.h -- what the collectors share: the rows of a group by level. */
#ifndef PST_COMPARE_COLLECT_H
#define PST_COMPARE_COLLECT_H

#include "compare/shape.h"

/* What becomes of a row. */
enum pst_compare_fate { PST_FATE_MISSING, PST_FATE_BOUNDED, PST_FATE_USED };

/* pst_compare_row: whether ROW has all that variable V of the shape needs; *PLACE is its level (0 without
   --between). */
enum pst_compare_fate pst_compare_row(const struct pst_job *job, size_t v, size_t row,
                                      size_t *place);

/* pst_compare_number: the cell of ROLE, NaN when ROLE is SIZE_MAX. */
double pst_compare_number(const struct pst_job *job, size_t role, size_t row);

/* pst_compare_levels: DATA with a level for each that the group has, each with room for its rows; DATA->levels[k].n is how many there are.  PST_NO_MEMORY.
   PLACES: where each level of the order stands in DATA, SIZE_MAX: nowhere. */
enum pst_status pst_compare_levels(const struct pst_job *job, const struct pst_groups *groups,
                                   size_t group, size_t v, struct pst_compare_data *data,
                                   size_t **places, struct pst_arena *arena,
                                   struct pst_error *error);

/* pst_compare_fail_twice: a level has one row, and ROW is a second after FIRST. */
enum pst_status pst_compare_fail_twice(const struct pst_job *job, const struct pst_groups *groups,
                                       size_t group, const char *what, size_t first, size_t row,
                                       struct pst_error *error);

#endif
