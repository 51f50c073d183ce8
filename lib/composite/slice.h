/* slice.h -- the entities of one group and period: their values, their scores and ranks. */
#ifndef PST_COMPOSITE_SLICE_H
#define PST_COMPOSITE_SLICE_H

#include "composite/settings.h"
#include "indicator/frame/frame.h"

struct pst_composite_slice {
  size_t n;
  const size_t *rows;  /* of the frame */
  const double *x;     /* n rows of count values, NaN where missing */
  size_t n_bounded;    /* cells known only by bounds, which are missing here */
  const double **y;    /* on each scale; copeland: x times direction, alone */
  const char **reason; /* of each indicator: why the first scale does not exist; NULL: it does */
  double *score;       /* NaN: none */
  size_t *rank;        /* 0: none */
  double *pillar;      /* n rows of n_pillars scores; NULL: flat */
};

/* pst_composite_slice_make: SLICE of the frame, all in the job's arena.
   Status    PST_USAGE for a reference that has no row; PST_NO_MEMORY */
enum pst_status pst_composite_slice_make(struct pst_job *job,
                                         const struct pst_indicator_frame *frame, size_t slice,
                                         struct pst_composite_slice *out, struct pst_error *error);

/* pst_composite_slice_again: AT, a copy of a slice with score and rank of its own, scored for other values X on the first
   scale.  Its Y is of the arena, and lasts as long as the caller lets it.
   Status    PST_NO_MEMORY */
enum pst_status pst_composite_slice_again(struct pst_job *job,
                                          const struct pst_indicator_frame *frame, const double *x,
                                          struct pst_composite_slice *at, struct pst_error *error);

/* pst_composite_scores: the scores of the design with other WEIGHTS (of indicators; a pillar weighs what
   they do), on its first scale and by its first mean.  ROOM: one number a pillar, twice. */
void pst_composite_scores(const struct pst_composite_design *design,
                          const struct pst_composite_slice *slice, const double *weight,
                          double *score, double *room);

#endif
