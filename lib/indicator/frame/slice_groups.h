/* slice_groups.h -- the slices of a frame as groups, so that each can have a figure of its own. */
#ifndef PST_INDICATOR_FRAME_SLICE_GROUPS_H
#define PST_INDICATOR_FRAME_SLICE_GROUPS_H

#include "indicator/frame/frame.h"

struct pst_slice_groups {
  struct pst_groups groups; /* one a slice, in their order; without rows */
  const char **names;       /* of the keys: the columns of -g, then that of --time */
};

/* pst_slice_groups_make: in the job's arena, never freed alone.
   Status    PST_NO_MEMORY
   Tested    tests/cli/render-apart-slices  */
enum pst_status pst_slice_groups_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                                      struct pst_slice_groups *slices, struct pst_error *error);

/* pst_slice_groups_hint: "; draw one figure each: --render 'figure-{g}-{year}.svg'", or "" without keys; NULL when
   memory is out. */
const char *pst_slice_groups_hint(struct pst_job *job, const struct pst_slice_groups *slices);

#endif
