/* records.h -- results that are estimate records, with estimates that may be bounds. */
#ifndef PST_INDICATOR_FRAME_RECORDS_H
#define PST_INDICATOR_FRAME_RECORDS_H

#include "indicator/frame/frame.h"
#include "stats/estimate.h"

struct pst_record {
  const char **keys; /* a text a label column; NULL: empty */
  const char *variable, *against;
  size_t row;                   /* of the frame: one of its group and time */
  struct pst_estimate estimate; /* its own number is in BOUNDS */
  struct pst_bounds bounds;     /* low NaN: none */
  double point;                 /* with --printed: of the values themselves; NaN: none */
};

struct pst_records {
  struct pst_job *job;
  const char **labels; /* names of the label columns */
  size_t n_labels;
  bool limits; /* some record may have a confidence interval */
  bool against;
  bool tests;  /* some record may have a p-value */
  bool points; /* the records have a point */
  struct pst_record *list;
  size_t count, capacity;
  struct pst_dictionary texts; /* of records that other ranks have made */
};

/* pst_records_begin: the label columns are those of -g, then the time (where there is one), then the N of
   MORE.  PST_NO_MEMORY. */
enum pst_status pst_records_begin(struct pst_job *job, const struct pst_indicator_frame *frame,
                                  const char *const *more, size_t n, struct pst_records *records,
                                  struct pst_error *error);

/* pst_records_add: a record of the group and time of ROW of the frame (SIZE_MAX: of none), whose estimate
   is missing; the caller fills the rest.  NULL when memory is out. */
struct pst_record *pst_records_add(struct pst_records *records,
                                   const struct pst_indicator_frame *frame, size_t row,
                                   const char *method, const char *term, size_t n);

/* pst_record_note: add to the note, "; " between notes. */
void pst_record_note(struct pst_records *records, struct pst_record *record, const char *format,
                     ...) __attribute__((format(printf, 3, 4)));

/* pst_records_emit: write them.
   Status    PST_UNDEFINED when none has an estimate (they are written all the same); as pst_job_emit */
enum pst_status pst_records_emit(struct pst_records *records, struct pst_error *error);

void pst_records_free(struct pst_records *records);

#endif
