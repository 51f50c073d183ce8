/* pairwise.c -- every two of k groups compared, with p-values adjusted for their number. */
#include "stats/groups/pairwise.h"

#include <math.h>

/* A pair without a value: its row says why. */
static enum pst_status add_reason(const char *method, const char *term, size_t n,
                                  const struct pst_error *why, struct pst_estimates *out,
                                  struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, method, term, n);

  if (row == NULL)
    return pst_fail_memory(error);
  pst_estimate_note(out, row, "%s", why->message);
  return PST_OK;
}

static enum pst_status add_pair(const struct pst_group_samples *groups, size_t i, size_t j,
                                const struct pst_pairwise *pairwise, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  const struct pst_two_samples samples = {.x = pst_group_values(groups, j),
                                          .nx = groups->sizes[j],
                                          .y = pst_group_values(groups, i),
                                          .ny = groups->sizes[i]};
  const size_t before = out->count;
  const char *term = pst_arena_format(out->arena, "%s - %s", groups->names[j], groups->names[i]);
  struct pst_error why = {.status = PST_OK};
  enum pst_status status;

  if (term == NULL)
    return pst_fail_memory(error);
  status = pairwise->kernel(&samples, test, out, scratch, &why);
  if (status == PST_UNDEFINED)
    return add_reason(pairwise->method, term, samples.nx + samples.ny, &why, out, error);
  if (status != PST_OK)
    return pst_fail(error, status, "%s", why.message);
  out->count = before + 1; /* of the kernel's rows the main one stays */
  out->items[before].term = term;
  return PST_OK;
}

static enum pst_status adjust(struct pst_estimates *out, size_t from, enum pst_adjust method,
                              struct pst_arena *scratch, struct pst_error *error)
{
  const size_t count = out->count - from;
  double *p = pst_arena_array(scratch, count, sizeof *p);
  enum pst_status status;

  if (p == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < count; i++)
    p[i] = out->items[from + i].p_value;
  status = pst_adjust(p, count, method, p, scratch, error);
  for (size_t i = 0; status == PST_OK && i < count; i++)
    out->items[from + i].p_adjusted = p[i];
  return status;
}

enum pst_status pst_pairwise(const struct pst_group_samples *groups,
                             const struct pst_pairwise *pairwise, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const size_t from = out->count;
  enum pst_status status = pst_groups_check(groups, 0, error);

  for (size_t j = 1; status == PST_OK && j < groups->k; j++)
    for (size_t i = 0; status == PST_OK && i < j; i++)
      status = add_pair(groups, i, j, pairwise, test, out, scratch, error);
  if (status == PST_OK)
    status = adjust(out, from, pairwise->adjust, scratch, error);
  if (status != PST_OK)
    out->count = from;
  pst_arena_release(scratch, mark);
  return status;
}
