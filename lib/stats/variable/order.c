/* order.c -- the values of one variable in order: which stands where, and which are equal. */
#include "stats/variable/order.h"

#include <stdbool.h>

#include "stats/sort.h"

/* So few are merged: the digits of a radix sort would outnumber them.  A run of equal upper halves that
   short is ordered by insertion. */
enum { FEW = 400, SHORT = 24 };

static bool is_ordered(const double *x, size_t n)
{
  for (size_t i = 1; i < n; i++)
    if (x[i] < x[i - 1])
      return false;
  return true;
}

/* Place and value side by side: a place is exact in a double, and keeps equal values in order. */
static void merge_few(const double *x, uint32_t *at, size_t n)
{
  struct pst_pair pairs[FEW];
  struct pst_pair spare[FEW];

  for (size_t i = 0; i < n; i++)
    pairs[i] = (struct pst_pair){.x = x[at[i]], .y = at[i]};
  pst_sort_pairs(pairs, spare, n);
  for (size_t i = 0; i < n; i++)
    at[i] = (uint32_t)pairs[i].y;
}

static void insert_few(const double *x, uint32_t *at, size_t n)
{
  for (size_t i = 1; i < n; i++) {
    uint32_t moving = at[i];
    size_t j = i;

    for (; j > 0 && x[moving] < x[at[j - 1]]; j--)
      at[j] = at[j - 1];
    at[j] = moving;
  }
}

/* A run of values whose upper halves are equal, each at its place in the order so far. */
static void order_run(const double *x, const struct pst_radix *run, size_t threads)
{
  bool equal = true;

  for (size_t i = 1; i < run->n && equal; i++)
    equal = x[run->at[i]] == x[run->at[0]];
  if (equal)
    return;
  if (run->n <= SHORT) {
    insert_few(x, run->at, run->n);
  } else if (run->n <= FEW) {
    merge_few(x, run->at, run->n);
  } else {
    for (size_t i = 0; i < run->n; i++)
      run->keys[i] = (uint32_t)pst_key_of(x[run->at[i]]);
    pst_radix_sort(run, threads);
  }
}

void pst_order_with(const double *x, const struct pst_radix *all, size_t threads)
{
  for (size_t i = 0; i < all->n; i++) {
    all->at[i] = (uint32_t)i;
    all->keys[i] = (uint32_t)(pst_key_of(x[i]) >> 32);
  }
  pst_radix_sort(all, threads);
  for (size_t first = 0, end; first < all->n; first = end) {
    uint32_t key = all->keys[first];
    struct pst_radix run = *all;

    for (end = first + 1; end < all->n && all->keys[end] == key;)
      end++;
    run.n = end - first;
    run.keys += first;
    run.at += first;
    if (run.n > 1)
      order_run(x, &run, threads);
  }
}

enum pst_status pst_order_of(const double *x, size_t n, size_t threads, uint32_t *at,
                             struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_radix all = {.n = n, .at = at};

  for (size_t i = 0; i < n; i++)
    at[i] = (uint32_t)i;
  if (is_ordered(x, n))
    return PST_OK;
  if (n <= FEW) {
    merge_few(x, at, n);
    return PST_OK;
  }
  all.keys = pst_arena_alloc(scratch, n * sizeof *all.keys);
  all.keys_room = pst_arena_alloc(scratch, n * sizeof *all.keys_room);
  all.at_room = pst_arena_alloc(scratch, n * sizeof *all.at_room);
  if (all.keys == NULL || all.keys_room == NULL || all.at_room == NULL)
    return pst_fail_memory(error);
  pst_order_with(x, &all, threads);
  pst_arena_release(scratch, mark);
  return PST_OK;
}

static void add_tie(struct pst_ties_of *ties, uint64_t t)
{
  if (t == 1)
    return;
  ties->pairs += t * (t - 1) / 2;
  ties->triples += (pst_cube)(t * (t - 1)) * (pst_cube)(t - 2);
  ties->weights += (pst_cube)(t * (t - 1)) * (pst_cube)(2 * t + 5);
}

void pst_ties_sum(struct pst_ties_of *ties)
{
  ties->pairs = 0;
  ties->triples = ties->weights = 0;
  for (size_t i = 0; i < ties->distinct; i++)
    add_tie(ties, ties->size[i]);
}

enum pst_status pst_order_ties(const double *x, size_t n, size_t threads, struct pst_ties_of *ties,
                               struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  uint32_t *at = pst_arena_alloc(scratch, (n + 1) * sizeof *at);
  enum pst_status status =
      at == NULL ? pst_fail_memory(error) : pst_order_of(x, n, threads, at, scratch, error);

  *ties = (struct pst_ties_of){.distinct = 0};
  for (size_t first = 0, end; status == PST_OK && first < n; first = end) {
    for (end = first + 1; end < n && x[at[end]] == x[at[first]];)
      end++;
    ties->distinct++;
    add_tie(ties, end - first);
  }
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_order_codes(const double *x, const uint32_t *at, size_t n, uint32_t *code,
                                struct pst_ties_of *ties, struct pst_arena *arena,
                                struct pst_error *error)
{
  size_t distinct = n > 0;
  uint32_t *size;
  uint32_t *first;

  for (size_t i = 1; i < n; i++)
    distinct += x[at[i]] != x[at[i - 1]];
  size = pst_arena_array(arena, distinct + 1, sizeof *size);
  first = pst_arena_alloc(arena, (distinct + 1) * sizeof *first);
  if (size == NULL || first == NULL)
    return pst_fail_memory(error);
  *ties = (struct pst_ties_of){.distinct = distinct, .size = size, .first = first};
  for (size_t i = 0, c = 0; i < n; i++) {
    c += i > 0 && x[at[i]] != x[at[i - 1]];
    if (size[c]++ == 0)
      first[c] = (uint32_t)i;
    if (code != NULL)
      code[at[i]] = (uint32_t)c;
  }
  pst_ties_sum(ties);
  return PST_OK;
}
