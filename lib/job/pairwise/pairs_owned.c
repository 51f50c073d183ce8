/* pairs_owned.c -- pairs of which each rank has computed its own groups, as the pairs of one process. */
#include "job/pairwise/pairs_owned.h"

#include <stdlib.h>

struct shared {
  struct pst_job *job;
  struct pst_pairs *pairs;
  struct pst_estimates unpacked; /* of one unit, where units are packed */
};

/* As they stand, or unpacked. */
static bool put(void *context, size_t u, struct pst_buffer *out)
{
  const struct shared *shared = context;
  const struct pst_pair_unit *unit = &shared->pairs->units[u];
  struct pst_estimate *items;
  size_t n;

  if (unit->packed == NULL) {
    pst_owned_put_records(out, unit->estimates.items, unit->estimates.count);
    return true;
  }
  n = pst_packed_count(unit->packed);
  items = calloc(n + 1, sizeof *items);
  if (items != NULL) {
    pst_packed_records(unit->packed, items);
    pst_owned_put_records(out, items, n);
  }
  free(items);
  return items != NULL;
}

/* One packing, of one arena. */
static bool make_packing(struct pst_pairs *pairs)
{
  if (!pairs->packs)
    return true;
  pairs->arenas = calloc(1, sizeof *pairs->arenas);
  pairs->packings = calloc(1, sizeof *pairs->packings);
  pairs->n_arenas = pairs->arenas != NULL && pairs->packings != NULL;
  if (pairs->n_arenas > 0)
    pairs->packings->arena = pairs->arenas;
  return pairs->n_arenas > 0;
}

static bool make(void *context, size_t n_groups)
{
  struct pst_pairs *pairs = ((struct shared *)context)->pairs;

  pst_pairs_free(pairs);
  pairs->n_units = n_groups * pairs->n_pairs;
  pairs->units = calloc(pairs->n_units + 1, sizeof *pairs->units);
  return make_packing(pairs) && pairs->units != NULL;
}

static bool take(void *context, size_t u, struct pst_owned_in *in)
{
  struct shared *shared = context;
  struct pst_pairs *pairs = shared->pairs;
  struct pst_pair_unit *unit = &pairs->units[u];
  struct pst_estimates *list = pairs->packs ? &shared->unpacked : &unit->estimates;
  bool good;

  *unit = (struct pst_pair_unit){.group = u / pairs->n_pairs,
                                 .pair = u % pairs->n_pairs,
                                 .estimates = {.arena = &shared->job->arena}};
  list->count = 0;
  good = pst_owned_take_records(in, list);
  if (good && pairs->packs)
    unit->packed = pst_packed_add(pairs->packings, list);
  return good && (!pairs->packs || unit->packed != NULL);
}

static enum pst_status gather(struct pst_job *job, struct pst_pairs *pairs,
                              struct pst_groups *groups, enum pst_status status,
                              struct pst_error *error)
{
  struct shared shared = {.job = job, .pairs = pairs};
  struct pst_owned_work work = {.groups = groups,
                                .each = pairs->n_pairs,
                                .n_counts = pst_pairs_count_size(pairs),
                                .failed = pairs->failed,
                                .failed_before = pairs->failed_before,
                                .context = &shared,
                                .put = put,
                                .make = make,
                                .take = take};

  work.counts = pst_arena_array(&job->arena, work.n_counts + 1, sizeof *work.counts);
  if (work.counts == NULL)
    status = pst_fail_memory(error);
  else if (status == PST_OK)
    pst_pairs_count_rows(job, pairs, work.counts);
  if (work.counts == NULL)
    work.n_counts = 0;
  status = pst_owned_gather(job, &work, status, error);
  pst_estimates_free(&shared.unpacked);
  pairs->texts = work.texts;
  if (status == PST_OK && job->comm.rank == 0)
    pairs->counts = work.counts;
  return status;
}

enum pst_status pst_pairs_compute_all(struct pst_job *job, struct pst_pairs *pairs,
                                      struct pst_groups *groups, enum pst_status status,
                                      struct pst_error *error)
{
  if (status == PST_OK)
    status = pst_pairs_compute(job, pairs, error);
  return job->owned.stage == PST_OWNED_NOT ? status : gather(job, pairs, groups, status, error);
}
