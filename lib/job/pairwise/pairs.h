/* pairs.h -- methods on pairs of columns, group by group: what trend, correlate and describe share.

   A unit is one group with one variable (and one column it is set against).  Units are computed in
   parallel; their records come out in the order of groups, variables, methods, terms. */
#ifndef PST_JOB_PAIRWISE_PAIRS_H
#define PST_JOB_PAIRWISE_PAIRS_H

#include "job/beside.h"
#include "report/estimates.h"
#include "report/packed.h"
#include "table/group/group.h"

/* One pair of columns of the table, by index; x is SIZE_MAX for a method on one variable. */
struct pst_column_pair {
  size_t x, y;
  const char *x_name, *y_name; /* as the record says it; x_name NULL when the record has none */
  const char *x_unit;          /* a singular noun, "year"; NULL when unknown */
  bool x_steps; /* x is a column of periods, counted one by one: days, months, quarters */
};

struct pst_pair_unit {
  size_t group, pair;
  struct pst_estimates estimates;  /* all terms, methods in order */
  const struct pst_packed *packed; /* in their place, where pairs are packed */
};

struct pst_pairs;

/* What to compute in a unit: append records to UNIT->estimates. */
typedef enum pst_status pst_pair_unit_step(struct pst_job *job, const struct pst_pairs *pairs,
                                           struct pst_pair_unit *unit,
                                           const struct pst_sample *sample,
                                           struct pst_arena *scratch, struct pst_error *error);

struct pst_pairs {
  const struct pst_groups *groups;
  const struct pst_column_pair *pairs;
  size_t n_pairs;
  bool by_time;                            /* sort each sample by x */
  const struct pst_beside_columns *beside; /* NULL: nothing stands beside the pairs */
  pst_pair_unit_step *step;                /* NULL: every method of the job */
  struct pst_pair_unit *units;             /* n_groups * n_pairs, group by group */
  size_t n_units;
  struct pst_arena *arenas; /* one a thread */
  size_t n_arenas;
  bool packs; /* units are many and records only to be written: they are kept packed */
  struct pst_packing *packings; /* one a thread, where they are packed */
  size_t n_tests;     /* units of the whole call: more than n_units where ranks share the groups */
  size_t failed;      /* the unit that a failure is of */
  bool failed_before; /* it failed before anything was computed */
  const size_t *
      counts; /* of rows that are with other ranks (pst_pairs_count_rows); NULL: the rows are here */
  struct pst_dictionary texts; /* of records that came from other ranks */
};

/* pst_pairs_methods: the step of most: every method of the job. */
pst_pair_unit_step pst_pairs_methods;

/* pst_pairs_adjust: p_adjusted of all units, for a figure; the report does it by itself.  PST_NO_MEMORY. */
enum pst_status pst_pairs_adjust(struct pst_job *job, struct pst_pairs *pairs,
                                 struct pst_error *error);

/* pst_pairs_compute: fill PAIRS->units for every pair in every group.
   Given     groups, pairs, n_pairs, by_time and step are set
   Status    PST_NO_MEMORY; what a kernel fails with, save PST_UNDEFINED, which becomes a note  */
enum pst_status pst_pairs_compute(struct pst_job *job, struct pst_pairs *pairs,
                                  struct pst_error *error);

/* pst_pairs_sample: the complete rows of a unit, sorted by x if PAIRS->by_time; arrays in ARENA.
   ROWS (may be NULL): the row of each observation. */
enum pst_status pst_pairs_sample(const struct pst_job *job, const struct pst_pairs *pairs,
                                 size_t unit, struct pst_arena *arena, struct pst_sample *sample,
                                 size_t **rows, struct pst_error *error);

/* pst_pairs_sample_bounded: the same with the rows whose y is known within bounds: y is NaN there, and
   SAMPLE->beside has the bounds of all. */
enum pst_status pst_pairs_sample_bounded(const struct pst_job *job, const struct pst_pairs *pairs,
                                         size_t unit, struct pst_arena *arena,
                                         struct pst_sample *sample, size_t **rows,
                                         struct pst_error *error);

/* pst_pairs_count: what became of each row, for the closing line. */
void pst_pairs_count(struct pst_job *job, const struct pst_pairs *pairs);

/* pst_pairs_count_rows: the same as numbers that can be added to those of other rows: pst_pairs_count_size of them, into COUNTS. */
size_t pst_pairs_count_size(const struct pst_pairs *pairs);
void pst_pairs_count_rows(const struct pst_job *job, const struct pst_pairs *pairs, size_t *counts);

/* pst_pairs_report: adjusted p-values, then the records as the grid of the program.  GROUPS names the
   group columns; LEFT_OUT is the mask of keys that the program never fills.
   Status    PST_UNDEFINED when no record has an estimate (the grid is made all the same)  */
enum pst_status pst_pairs_report(struct pst_job *job, struct pst_pairs *pairs,
                                 const char *const *groups, unsigned left_out,
                                 struct pst_estimate_grid *grid, struct pst_error *error);

/* pst_pairs_report_packed: the same of packed units: a grid whose cells are found when they are written, row by row.
   PAIRS outlives it; nothing is adjusted, and all terms are written. */
enum pst_status pst_pairs_report_packed(struct pst_job *job, const struct pst_pairs *pairs,
                                        const char *const *groups, unsigned left_out,
                                        struct pst_estimate_grid *grid, struct pst_error *error);

/* pst_pairs_drop_side_terms: of each method in UNIT the main term stays. */
void pst_pairs_drop_side_terms(struct pst_pair_unit *unit);

/* So many cells at most, all columns together, keep their deviations from the mean while pairs share them:
   16 bytes each. */
enum { PST_PAIRS_KEPT = 1 << 24 };

void pst_pairs_free(struct pst_pairs *pairs);

#endif
