/* owned_records.c -- what ranks have computed of the groups that they share, put together in the order of all rows. */
#include "job/ranks.h"

#include <stdlib.h>
#include <string.h>

#include "base/pack.h"

/* --- texts and records ----------------------------------------------------------------------------- */

/* A text that is not there has a number of its own. */
void pst_owned_put_text(struct pst_buffer *out, const char *text)
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
    pst_owned_put_text(out, texts[i]);
}

void pst_owned_put_records(struct pst_buffer *out, const struct pst_estimate *items, size_t n)
{
  pst_pack_number(out, n);
  for (size_t i = 0; i < n; i++)
    put_record(out, &items[i]);
}

bool pst_owned_take_text(struct pst_owned_in *in, const char **text)
{
  unsigned code;

  *text = NULL;
  if (pst_unpack_number(&in->bytes) == 0)
    return true;
  code = pst_dictionary_add(in->texts, pst_unpack_text(&in->bytes));
  if (code == PST_CODE_MISSING)
    return false;
  *text = pst_dictionary_string(in->texts, code);
  return true;
}

static bool take_record(struct pst_owned_in *in, struct pst_estimates *list)
{
  size_t n = (size_t)pst_unpack_number(&in->bytes);
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
    *numbers[i] = pst_unpack_double(&in->bytes);
  for (size_t i = 0; i < sizeof texts / sizeof *texts && good; i++)
    good = pst_owned_take_text(in, texts[i]);
  return good;
}

bool pst_owned_take_records(struct pst_owned_in *in, struct pst_estimates *list)
{
  size_t n = pst_unpack_count(&in->bytes, 8);
  bool good = true;

  for (size_t i = 0; i < n && good && !in->bytes.failed; i++)
    good = take_record(in, list);
  return good;
}

/* --- of one rank ----------------------------------------------------------------------------------- */

static uint64_t place_of(const struct pst_job *job, const struct pst_groups *groups, size_t group)
{
  return group < groups->n_groups ? job->owned.places[groups->row[groups->first[group]]] : 0;
}

static bool put_group(const struct pst_job *job, const struct pst_owned_work *work, size_t group,
                      struct pst_buffer *out)
{
  const struct pst_groups *groups = work->groups;
  bool good = true;

  pst_pack_number(out, place_of(job, groups, group));
  pst_pack_number(out, groups->first[group + 1] - groups->first[group]);
  for (size_t k = 0; k < groups->n_keys; k++)
    pst_pack_text(out, pst_text_of(groups->keys[group * groups->n_keys + k]));
  for (size_t u = 0; u < work->each && good; u++)
    good = work->put(work->context, group * work->each + u, out);
  return good;
}

static enum pst_status put_all(const struct pst_job *job, const struct pst_owned_work *work,
                               struct pst_buffer *out, struct pst_error *error)
{
  bool good = true;

  for (size_t i = 0; i < work->n_counts; i++)
    pst_pack_number(out, work->counts[i]);
  pst_pack_number(out, work->groups->n_groups);
  for (size_t g = 0; g < work->groups->n_groups && good; g++)
    good = put_group(job, work, g, out);
  return out->failed || !good ? pst_fail_memory(error) : PST_OK;
}

/* --- of all ---------------------------------------------------------------------------------------- */

struct source {
  struct pst_owned_in in;
  size_t left;    /* groups of it */
  uint64_t place; /* of the next one */
};

struct gathering {
  struct pst_job *job;
  struct pst_owned_work *work;
  struct source *sources; /* the ranks */
  size_t *heap, n_heap;   /* of those with groups left: the one whose place is least first */
};

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

static bool take_keys(struct gathering *all, struct pst_owned_in *in, size_t group)
{
  struct pst_groups *groups = all->work->groups;
  bool good = true;

  for (size_t k = 0; k < groups->n_keys && good; k++) {
    unsigned code = pst_dictionary_add(in->texts, pst_unpack_text(&in->bytes));

    good = code != PST_CODE_MISSING;
    if (good)
      groups->keys[group * groups->n_keys + k] = pst_dictionary_string(in->texts, code);
  }
  return good;
}

/* The next group of the rank whose is first. */
static bool take_group(struct gathering *all, size_t group)
{
  struct pst_owned_work *work = all->work;
  struct source *source = &all->sources[all->heap[0]];
  size_t *first = work->groups->first, rows = (size_t)pst_unpack_number(&source->in.bytes);
  bool good = take_keys(all, &source->in, group);

  first[group + 1] = first[group] + rows;
  for (size_t u = 0; u < work->each && good; u++)
    good = work->take(work->context, group * work->each + u, &source->in);
  source->left--;
  if (source->left > 0)
    source->place = pst_unpack_number(&source->in.bytes);
  else
    all->heap[0] = all->heap[--all->n_heap];
  sink(all, 0);
  return good && !source->in.bytes.failed;
}

static size_t begin_sources(struct gathering *all, const struct pst_text *in)
{
  struct pst_owned_work *work = all->work;
  size_t n = 0;

  for (size_t i = 0; i < work->n_counts; i++)
    work->counts[i] = 0;
  for (size_t rank = 0; rank < all->job->comm.size; rank++) {
    struct source *source = &all->sources[rank];

    source->in = (struct pst_owned_in){.bytes = {.left = in[rank]}, .texts = &work->texts};
    for (size_t i = 0; i < work->n_counts; i++)
      work->counts[i] += (size_t)pst_unpack_number(&source->in.bytes);
    source->left = pst_unpack_count(&source->in.bytes, 8);
    n += source->left;
    if (source->left == 0)
      continue;
    source->place = pst_unpack_number(&source->in.bytes);
    all->heap[all->n_heap++] = rank;
  }
  for (size_t i = all->n_heap; i-- > 0;)
    sink(all, i);
  return n;
}

/* The groups of rank 0 alone give way to those of all. */
static bool make_room(struct gathering *all, size_t n)
{
  struct pst_groups *groups = all->work->groups;
  size_t n_keys = groups->n_keys;

  pst_groups_free(groups);
  *groups = (struct pst_groups){
      .n_groups = n, .n_keys = n_keys, .n_left_out = all->job->owned.n_left_out};
  groups->keys = calloc(n * n_keys + 1, sizeof *groups->keys);
  groups->first = calloc(n + 1, sizeof *groups->first);
  return groups->keys != NULL && groups->first != NULL && all->work->make(all->work->context, n);
}

static enum pst_status take_all(struct gathering *all, const struct pst_text *in,
                                struct pst_error *error)
{
  struct pst_arena *arena = &all->job->arena;
  size_t n, ranks = all->job->comm.size;
  bool good = true;

  all->sources = pst_arena_array(arena, ranks, sizeof *all->sources);
  all->heap = pst_arena_array(arena, ranks, sizeof *all->heap);
  if (all->sources == NULL || all->heap == NULL)
    return pst_fail_memory(error);
  n = begin_sources(all, in);
  good = make_room(all, n);
  for (size_t g = 0; g < n && good; g++)
    good = take_group(all, g);
  return good ? PST_OK : pst_fail_memory(error);
}

enum pst_status pst_owned_gather(struct pst_job *job, struct pst_owned_work *work,
                                 enum pst_status status, struct pst_error *error)
{
  struct gathering all = {.job = job, .work = work};
  const struct pst_owned_failure failure = {
      .step = work->failed_before ? 0 : 1,
      .place = work->each == 0 ? 0 : place_of(job, work->groups, work->failed / work->each),
      .pair = work->each == 0 ? 0 : work->failed % work->each};
  size_t n = job->comm.rank == 0 ? job->comm.size : 0;
  struct pst_buffer mine = {.size = 0}, *sent = calloc(n + 1, sizeof *sent);
  struct pst_text *in = calloc(n + 1, sizeof *in);

  if (status == PST_OK)
    status = put_all(job, work, &mine, error);
  if (sent == NULL || in == NULL)
    status = pst_fail_memory(error);
  else
    status =
        pst_owned_results(job, status, &failure,
                          (struct pst_text){pst_buffer_string(&mine), mine.size}, sent, in, error);
  pst_buffer_free(&mine);
  if (status == PST_OK && job->comm.rank == 0)
    status = take_all(&all, in, error);
  for (size_t i = 0; sent != NULL && i < n; i++)
    pst_buffer_free(&sent[i]);
  free(sent);
  free(in);
  return status;
}
