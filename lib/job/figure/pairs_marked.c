/* pairs_marked.c -- pairs of columns with some of their groups, for the figure of these. */
#include <string.h>

#include "job/figure/apart.h"

static void copy_group(const struct pst_pairs *pairs, size_t g, struct pst_groups *groups,
                       struct pst_pairs *some)
{
  const struct pst_groups *all = pairs->groups;
  const size_t here = groups->n_groups++, n = all->first[g + 1] - all->first[g];

  memcpy(groups->row + groups->first[here], all->row + all->first[g], n * sizeof *groups->row);
  groups->first[here + 1] = groups->first[here] + n;
  for (size_t k = 0; k < all->n_keys; k++)
    groups->keys[here * all->n_keys + k] = all->keys[g * all->n_keys + k];
  for (size_t p = 0; p < pairs->n_pairs; p++) {
    some->units[some->n_units] = pairs->units[g * pairs->n_pairs + p];
    some->units[some->n_units++].group = here;
  }
}

enum pst_status pst_pairs_marked(struct pst_job *job, const struct pst_pairs *pairs,
                                 const bool *marked, struct pst_groups *groups,
                                 struct pst_pairs *some, struct pst_error *error)
{
  const struct pst_groups *all = pairs->groups;
  struct pst_arena *arena = &job->arena;
  size_t n = 0, rows = 0;

  for (size_t g = 0; g < all->n_groups; g++)
    if (marked[g]) {
      n++;
      rows += all->first[g + 1] - all->first[g];
    }
  *groups =
      (struct pst_groups){.n_keys = all->n_keys,
                          .keys = pst_arena_array(arena, n * all->n_keys + 1, sizeof *groups->keys),
                          .first = pst_arena_array(arena, n + 1, sizeof *groups->first),
                          .row = pst_arena_array(arena, rows + 1, sizeof *groups->row)};
  *some = *pairs;
  some->groups = groups;
  some->n_units = 0;
  some->units = pst_arena_array(arena, n * pairs->n_pairs + 1, sizeof *some->units);
  if (groups->keys == NULL || groups->first == NULL || groups->row == NULL || some->units == NULL)
    return pst_fail_memory(error);
  for (size_t g = 0; g < all->n_groups; g++)
    if (marked[g])
      copy_group(pairs, g, groups, some);
  return PST_OK;
}
