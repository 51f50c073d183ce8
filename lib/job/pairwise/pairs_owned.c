/* pairs_owned.c -- pairs of which each rank has computed its own groups, as the pairs of one process. */
#include "job/pairwise/pairs_owned.h"

#include <stdlib.h>

#include "base/pack.h"

/* --- of one rank ------------------------------------------------------------------------------------ */

/* A text that is not there has a number of its own. */
static void put_text(struct pst_buffer *out, const char *text)
{
  pst_pack_number(out, text != NULL);
  if (text != NULL)
    pst_pack_text(out, pst_text_of(text));
}

static void put_record(struct pst_buffer *out, const struct pst_estimate *row)
{
  const double numbers[] = {row->estimate,  row->std_error, row->conf_low, row->conf_high,
                            row->statistic, row->df,        row->p_value,  row->p_adjusted,
                            row->least,     row->greatest,  row->p_least,  row->p_greatest};
  const char *texts[] = {row->method, row->term, row->p_method,     row->unit,
                         row->note,   row->sign, row->significance, row->found_by};

  pst_pack_number(out, row->n);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    pst_pack_double(out, numbers[i]);
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    put_text(out, texts[i]);
}

static void put_records(struct pst_buffer *out, const struct pst_estimate *items, size_t n)
{
  pst_pack_number(out, n);
  for (size_t i = 0; i < n; i++)
    put_record(out, &items[i]);
}

/* As they stand, or unpacked; false when memory is out. */
static bool put_unit(const struct pst_pair_unit *unit, struct pst_buffer *out)
{
  struct pst_estimate *items;
  size_t n;

  if (unit->packed == NULL) {
    put_records(out, unit->estimates.items, unit->estimates.count);
    return true;
  }
  n = pst_packed_count(unit->packed);
  items = calloc(n + 1, sizeof *items);
  if (items != NULL) {
    pst_packed_records(unit->packed, items);
    put_records(out, items, n);
  }
  free(items);
  return items != NULL;
}

static bool put_units(const struct pst_pairs *pairs, size_t group, struct pst_buffer *out)
{
  bool good = true;

  for (size_t p = 0; p < pairs->n_pairs && good; p++)
    good = put_unit(&pairs->units[group * pairs->n_pairs + p], out);
  return good;
}

static uint64_t place_of(const struct pst_job *job, const struct pst_groups *groups, size_t group)
{
  return group < groups->n_groups ? job->owned.places[groups->row[groups->first[group]]] : 0;
}

static enum pst_status put_all(const struct pst_job *job, const struct pst_pairs *pairs,
                               struct pst_buffer *out, struct pst_error *error)
{
  const struct pst_groups *groups = pairs->groups;
  size_t n = pst_pairs_count_size(pairs), *counts = calloc(n + 1, sizeof *counts);
  bool good = true;

  if (counts == NULL)
    return pst_fail_memory(error);
  pst_pairs_count_rows(job, pairs, counts);
  for (size_t i = 0; i < n; i++)
    pst_pack_number(out, counts[i]);
  free(counts);
  pst_pack_number(out, groups->n_groups);
  for (size_t g = 0; g < groups->n_groups && good; g++) {
    pst_pack_number(out, place_of(job, groups, g));
    pst_pack_number(out, groups->first[g + 1] - groups->first[g]);
    for (size_t k = 0; k < groups->n_keys; k++)
      pst_pack_text(out, pst_text_of(groups->keys[g * groups->n_keys + k]));
    good = put_units(pairs, g, out);
  }
  return out->failed || !good ? pst_fail_memory(error) : PST_OK;
}

/* --- of all ----------------------------------------------------------------------------------------- */

struct source {
  struct pst_unpack in;
  size_t left;    /* groups of it */
  uint64_t place; /* of the next one */
};

struct gathering {
  struct pst_job *job;
  struct pst_pairs *pairs;
  struct pst_groups *groups;
  struct source *sources; /* the ranks */
  size_t *heap, n_heap;   /* of those with groups left: the one whose place is least first */
  struct pst_dictionary texts;
  size_t *counts;
  struct pst_estimates unpacked; /* of one unit, where units are packed */
};

static bool take_text(struct gathering *all, struct pst_unpack *in, const char **text)
{
  unsigned code;

  *text = NULL;
  if (pst_unpack_number(in) == 0)
    return true;
  code = pst_dictionary_add(&all->texts, pst_unpack_text(in));
  if (code == PST_CODE_MISSING)
    return false;
  *text = pst_dictionary_string(&all->texts, code);
  return true;
}

static bool take_record(struct gathering *all, struct pst_unpack *in, struct pst_estimates *list)
{
  size_t n = (size_t)pst_unpack_number(in);
  struct pst_estimate *row = pst_estimates_add(list, NULL, NULL, n);
  double *numbers[12];
  const char **texts[8];
  bool good = row != NULL;

  if (!good)
    return false;
  memcpy(numbers,
         (double *[]){&row->estimate, &row->std_error, &row->conf_low, &row->conf_high,
                      &row->statistic, &row->df, &row->p_value, &row->p_adjusted, &row->least,
                      &row->greatest, &row->p_least, &row->p_greatest},
         sizeof numbers);
  memcpy(texts,
         (const char **[]){&row->method, &row->term, &row->p_method, &row->unit, &row->note,
                           &row->sign, &row->significance, &row->found_by},
         sizeof texts);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    *numbers[i] = pst_unpack_double(in);
  for (size_t i = 0; i < sizeof texts / sizeof *texts && good; i++)
    good = take_text(all, in, texts[i]);
  return good;
}

static bool take_unit(struct gathering *all, struct pst_unpack *in, struct pst_pair_unit *unit)
{
  struct pst_estimates *list = all->pairs->packs ? &all->unpacked : &unit->estimates;
  size_t n = pst_unpack_count(in, 8);
  bool good = true;

  list->count = 0;
  for (size_t i = 0; i < n && good && !in->failed; i++)
    good = take_record(all, in, list);
  if (good && all->pairs->packs)
    unit->packed = pst_packed_add(all->pairs->packings, list);
  return good && (!all->pairs->packs || unit->packed != NULL);
}

static bool take_units(struct gathering *all, struct pst_unpack *in, size_t group)
{
  bool good = true;

  for (size_t p = 0; p < all->pairs->n_pairs && good; p++) {
    struct pst_pair_unit *unit = &all->pairs->units[group * all->pairs->n_pairs + p];

    *unit =
        (struct pst_pair_unit){.group = group, .pair = p, .estimates = {.arena = &all->job->arena}};
    good = take_unit(all, in, unit);
  }
  return good;
}

static bool take_keys(struct gathering *all, struct pst_unpack *in, size_t group)
{
  bool good = true;

  for (size_t k = 0; k < all->groups->n_keys && good; k++) {
    struct pst_text key = pst_unpack_text(in);
    unsigned code = pst_dictionary_add(&all->texts, key);

    good = code != PST_CODE_MISSING;
    if (good)
      all->groups->keys[group * all->groups->n_keys + k] = pst_dictionary_string(&all->texts, code);
  }
  return good;
}

/* --- the least place first -------------------------------------------------------------------------- */

static bool is_before(const struct gathering *all, size_t a, size_t b)
{
  return all->sources[all->heap[a]].place < all->sources[all->heap[b]].place;
}

static void sink(struct gathering *all, size_t at)
{
  for (;;) {
    size_t least = at, left = 2 * at + 1, right = left + 1, rank;

    if (left < all->n_heap && is_before(all, left, least))
      least = left;
    if (right < all->n_heap && is_before(all, right, least))
      least = right;
    if (least == at)
      return;
    rank = all->heap[at];
    all->heap[at] = all->heap[least];
    all->heap[least] = rank;
    at = least;
  }
}

/* The next group of the rank whose is first. */
static bool take_group(struct gathering *all, size_t group)
{
  struct source *source = &all->sources[all->heap[0]];
  size_t *first = all->groups->first, rows = (size_t)pst_unpack_number(&source->in);
  bool good = take_keys(all, &source->in, group) && take_units(all, &source->in, group);

  first[group + 1] = first[group] + rows;
  source->left--;
  if (source->left > 0)
    source->place = pst_unpack_number(&source->in);
  else
    all->heap[0] = all->heap[--all->n_heap];
  sink(all, 0);
  return good && !source->in.failed;
}

static size_t begin_sources(struct gathering *all, const struct pst_text *in)
{
  size_t n = 0;

  for (size_t rank = 0; rank < all->job->comm.size; rank++) {
    struct source *source = &all->sources[rank];

    source->in = (struct pst_unpack){.left = in[rank]};
    for (size_t i = 0; i < pst_pairs_count_size(all->pairs); i++)
      all->counts[i] += (size_t)pst_unpack_number(&source->in);
    source->left = pst_unpack_count(&source->in, 8);
    n += source->left;
    if (source->left == 0)
      continue;
    source->place = pst_unpack_number(&source->in);
    all->heap[all->n_heap++] = rank;
  }
  for (size_t i = all->n_heap; i-- > 0;)
    sink(all, i);
  return n;
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

/* Those of rank 0 alone give way to those of all. */
static bool make_room(struct gathering *all, size_t n)
{
  size_t n_keys = all->groups->n_keys;

  pst_pairs_free(all->pairs);
  pst_groups_free(all->groups);
  *all->groups = (struct pst_groups){
      .n_groups = n, .n_keys = n_keys, .n_left_out = all->job->owned.n_left_out};
  all->groups->keys = calloc(n * n_keys + 1, sizeof *all->groups->keys);
  all->groups->first = calloc(n + 1, sizeof *all->groups->first);
  all->pairs->n_units = n * all->pairs->n_pairs;
  all->pairs->units = calloc(all->pairs->n_units + 1, sizeof *all->pairs->units);
  all->pairs->counts = all->counts;
  return make_packing(all->pairs) && all->groups->keys != NULL && all->groups->first != NULL
         && all->pairs->units != NULL;
}

static enum pst_status take_all(struct gathering *all, const struct pst_text *in,
                                struct pst_error *error)
{
  struct pst_arena *arena = &all->job->arena;
  size_t n, ranks = all->job->comm.size;
  bool good = true;

  all->sources = pst_arena_array(arena, ranks, sizeof *all->sources);
  all->heap = pst_arena_array(arena, ranks, sizeof *all->heap);
  all->counts = pst_arena_array(arena, pst_pairs_count_size(all->pairs) + 1, sizeof *all->counts);
  if (all->sources == NULL || all->heap == NULL || all->counts == NULL)
    return pst_fail_memory(error);
  n = begin_sources(all, in);
  good = make_room(all, n);
  for (size_t g = 0; g < n && good; g++)
    good = take_group(all, g);
  pst_estimates_free(&all->unpacked);
  return good ? PST_OK : pst_fail_memory(error);
}

static enum pst_status gather(struct pst_job *job, struct pst_pairs *pairs,
                              struct pst_groups *groups, enum pst_status status,
                              struct pst_error *error)
{
  struct gathering all = {.job = job, .pairs = pairs, .groups = groups};
  const struct pst_owned_failure failure = {
      .step = pairs->failed_before ? 0 : 1,
      .place = pairs->n_pairs == 0 ? 0 : place_of(job, groups, pairs->failed / pairs->n_pairs),
      .pair = pairs->n_pairs == 0 ? 0 : pairs->failed % pairs->n_pairs};
  size_t n = job->comm.rank == 0 ? job->comm.size : 0;
  struct pst_buffer mine = {.size = 0}, *sent = calloc(n + 1, sizeof *sent);
  struct pst_text *in = calloc(n + 1, sizeof *in);

  if (status == PST_OK)
    status = put_all(job, pairs, &mine, error);
  if (sent == NULL || in == NULL)
    status = pst_fail_memory(error);
  else
    status =
        pst_owned_results(job, status, &failure,
                          (struct pst_text){pst_buffer_string(&mine), mine.size}, sent, in, error);
  pst_buffer_free(&mine);
  if (status == PST_OK && job->comm.rank == 0)
    status = take_all(&all, in, error);
  pairs->texts = all.texts;
  for (size_t i = 0; sent != NULL && i < n; i++)
    pst_buffer_free(&sent[i]);
  free(sent);
  free(in);
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
