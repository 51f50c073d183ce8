/* beside.h -- what stands beside the pairs of a series: its parts, controls and weights, by row. */
#ifndef PST_JOB_BESIDE_H
#define PST_JOB_BESIDE_H

#include "job/job.h"

/* Arrays have a place for each row of the table. */
struct pst_beside_columns {
  const size_t *part; /* SIZE_MAX: the row has none; NULL: there are no parts */
  size_t n_parts;
  const char *const *part_names;
  bool years;             /* the time within a part is the whole year of the time */
  const size_t *controls; /* columns of the table */
  const char *const *control_names;
  size_t n_controls;
  const size_t *weight; /* a column of the table; NULL: none */
};

/* pst_beside_complete: ROW has all that is asked for beside its pair. */
bool pst_beside_complete(const struct pst_table *table, const struct pst_beside_columns *beside,
                         size_t row);

/* pst_beside_fill: SAMPLE->beside for the rows ROW of its observations; BESIDE may be NULL.  BOUNDED: the column
   of y, whose bounds are wanted; NULL: they are not.  Arrays in ARENA; PST_NO_MEMORY. */
enum pst_status pst_beside_fill(const struct pst_table *table,
                                const struct pst_beside_columns *beside,
                                const struct pst_column *bounded, const size_t *row,
                                struct pst_arena *arena, struct pst_sample *sample,
                                struct pst_error *error);

#endif
