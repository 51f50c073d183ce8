/* kinds_of_groups.h -- the kinds that are of many rows together: records, and the Lorenz curve.

   Each appends the records of every -y and kind to RECORDS, which it begins.
   Status    PST_USAGE, PST_BAD_DATA, PST_NO_MEMORY; what has no value for these data is a note */
#ifndef PST_INDICATOR_GROUP_KINDS_OF_GROUPS_H
#define PST_INDICATOR_GROUP_KINDS_OF_GROUPS_H

#include "indicator/frame/records.h"
#include "report/grid.h"

typedef enum pst_status pst_records_make(struct pst_job *job,
                                         const struct pst_indicator_frame *frame,
                                         struct pst_records *records, struct pst_error *error);

/* Indices of concentration, and Grubel-Lloyd of sums: a record a group and period. */
pst_records_make pst_records_of_groups;
/* Theil's indices within and between the groups of -g: records of a period. */
pst_records_make pst_records_of_split;
/* Structures of entities by category, and single cells: rca and its forms. */
pst_records_make pst_records_of_structure, pst_records_of_cells;
/* Pairs of entities. */
pst_records_make pst_records_of_pairs;

/* The values of one slice of the frame that are fit for an index: see pst_slice_take. */
struct pst_slice_values {
  double *low, *high; /* the known cells; ends at least 0 where --printed made them less */
  size_t n, empty;
  bool points;
};

/* pst_slice_take: the cells of SLICE; NULL ends when memory is out. */
bool pst_slice_take(struct pst_job *job, const struct pst_indicator_frame *frame, size_t slice,
                    const struct pst_bounds *cell, struct pst_slice_values *values,
                    struct pst_arena *arena);

/* The points of the curve of every group, period and -y. */
struct pst_lorenz_table {
  struct pst_grid grid;
  size_t first; /* the column "parts", behind labels and variable; both shares follow */
  size_t curves;
  size_t *slice; /* of each curve, in their order */
};

/* pst_lorenz_table_make: TABLE, all zero at first; why a slice has no curve is said on standard error. */
enum pst_status pst_lorenz_table_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                                      struct pst_lorenz_table *table, struct pst_error *error);

/* pst_groups_share: the records of pst_records_of_groups of all ranks, after STATUS of this one.
   Given     RECORDS of FRAME, which has the rows of the groups that this rank owns, counted for the closing line
   Returned  at rank 0 RECORDS in the order of one process, for pst_records_free; *WIDTHS of all groups; the groups and the n of
             FRAME, and the counts of JOB, are those of all rows
   Status    as pst_owned_gather; PST_NO_MEMORY
   Cost      O(records), and one message a rank
   Tested    tests/mpi/shuffle.py  */
enum pst_status pst_groups_share(struct pst_job *job, struct pst_indicator_frame *frame,
                                 struct pst_records *records, struct pst_widths **widths,
                                 enum pst_status status, struct pst_error *error);

#endif
