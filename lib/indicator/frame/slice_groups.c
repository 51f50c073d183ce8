/* slice_groups.c -- the slices of a frame as groups, so that each can have a figure of its own. */
#include "indicator/frame/slice_groups.h"

#include <stdint.h>

static void name_keys(const struct pst_job *job, const struct pst_indicator_frame *frame,
                      const char **names)
{
  const size_t n = frame->groups.n_keys;

  for (size_t k = 0; k < n; k++)
    names[k] = frame->group_names[k];
  if (frame->time_text != NULL)
    names[n] = pst_job_column(job, frame->keys->time_role)->name;
}

static void fill_keys(const struct pst_indicator_frame *frame, size_t slice, const char **keys)
{
  const size_t n = frame->groups.n_keys;
  const size_t row = frame->index.slices.rows[frame->index.slices.start[slice]];

  for (size_t k = 0; k < n; k++)
    keys[k] = frame->groups.keys[frame->group[row] * n + k];
  if (frame->time_text != NULL)
    keys[n] = frame->time_text[row];
}

enum pst_status pst_slice_groups_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                                      struct pst_slice_groups *slices, struct pst_error *error)
{
  const size_t count = frame->index.slices.count;
  const size_t n_keys = frame->groups.n_keys + (frame->time_text != NULL);

  slices->groups = (struct pst_groups){
      .n_groups = count,
      .n_keys = n_keys,
      .keys = pst_arena_array(&job->arena, count * n_keys + 1, sizeof *slices->groups.keys)};
  slices->names = pst_arena_array(&job->arena, n_keys + 1, sizeof *slices->names);
  if (slices->groups.keys == NULL || slices->names == NULL)
    return pst_fail_memory(error);
  name_keys(job, frame, slices->names);
  for (size_t s = 0; s < count; s++)
    fill_keys(frame, s, slices->groups.keys + s * n_keys);
  return PST_OK;
}

const char *pst_slice_groups_hint(struct pst_job *job, const struct pst_slice_groups *slices)
{
  const char *hint = "";

  for (size_t k = 0; k < slices->groups.n_keys && hint != NULL; k++)
    hint = pst_arena_format(&job->arena, "%s-{%s}", hint, slices->names[k]);
  if (hint == NULL || hint[0] == '\0')
    return hint;
  return pst_arena_format(&job->arena, ", or draw one figure each: --render 'figure%s.svg'", hint);
}
