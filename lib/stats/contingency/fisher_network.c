/* fisher_network.c -- the exact p-value of Fisher's test through the network of partial tables. */
#include "stats/contingency/fisher_network.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/hash.h"
#include "stats/contingency/network.h"

static const size_t MOST_STEPS = 30000000;
static const size_t MOST_PASTS = 4000000; /* of one level */
static const double SAME_COST = 1e-10;
static const double TOLERANCE = 1e-7;

/* The partial tables that lead to one node at one cost. */
struct past {
  size_t node;
  double cost;
  double ways;
};

/* Those of one level, in the order in which they came; equal ones are one. */
struct pasts {
  struct past *items;
  size_t count;
  size_t capacity;
  struct pst_hash table;
};

struct walk {
  const struct pst_network *network;
  size_t level;
  struct pasts now;
  struct pasts next;
  struct past from;
  double observed; /* the cost from which a table counts */
  double constant; /* log of the product of the factorials of the margins over n! */
  double p;
  size_t steps;
  bool no_memory;
};

/* Costs are sums of the same logarithms in another order: they differ by rounding or by much more. */
static int64_t cost_key(double cost)
{
  return llrint(cost / SAME_COST);
}

static bool is_past(const void *owner, size_t item, const void *key)
{
  const struct pasts *pasts = owner;
  const struct past *past = key;

  return pasts->items[item].node == past->node
         && cost_key(pasts->items[item].cost) == cost_key(past->cost);
}

static bool push(struct pasts *pasts, struct past item)
{
  uint64_t hash = pst_hash_join(pst_hash_mix(item.node), (uint64_t)cost_key(item.cost));
  struct pst_hash_slot *slot;

  if (!pst_hash_room(&pasts->table, pasts->count + 1)
      || !PST_ARRAY_ROOM(pasts->items, pasts->capacity, pasts->count + 1))
    return false;
  slot = pst_hash_at(&pasts->table, hash, is_past, pasts, &item);
  if (pst_hash_item(slot) != PST_HASH_NONE) {
    pasts->items[pst_hash_item(slot)].ways += item.ways;
    return true;
  }
  pst_hash_take(slot, hash, pasts->count);
  pasts->items[pasts->count++] = item;
  return true;
}

static void empty(struct pasts *pasts)
{
  pst_hash_clear(&pasts->table);
  pasts->count = 0;
}

static void free_pasts(struct pasts *pasts)
{
  free(pasts->items);
  pst_hash_free(&pasts->table);
}

static bool step(void *context, size_t next, double cost)
{
  struct walk *walk = context;

  if (++walk->steps > MOST_STEPS || walk->next.count > MOST_PASTS)
    return false;
  walk->no_memory =
      !push(&walk->next, (struct past){next, walk->from.cost + cost, walk->from.ways});
  return !walk->no_memory;
}

/* One partial table: done with, or filled by one column more.  False: stopped. */
static bool advance(struct walk *walk)
{
  const struct pst_network_level *level = &walk->network->levels[walk->level];
  const struct past *from = &walk->from;

  if (from->cost + level->greatest[from->node] < walk->observed)
    return true;
  if (from->cost + level->least[from->node] >= walk->observed) {
    walk->p += from->ways
               * exp(walk->constant - from->cost
                     + pst_network_log_weight(walk->network, walk->level, from->node));
    return true;
  }
  return pst_network_fill(walk->network, walk->level, from->node, step, walk);
}

static bool walk_network(struct walk *walk)
{
  if (!push(&walk->now, (struct past){0, 0, 1})) {
    walk->no_memory = true;
    return false;
  }
  for (walk->level = 0; walk->level < walk->network->columns; walk->level++) {
    struct pasts swap = walk->now;

    for (size_t i = 0; i < walk->now.count; i++) {
      walk->from = walk->now.items[i];
      if (!advance(walk))
        return false;
    }
    walk->now = walk->next;
    walk->next = swap;
    empty(&walk->next);
  }
  return true;
}

static void set_costs(const struct pst_margins *m, struct walk *walk)
{
  for (size_t i = 0; i < m->rows * m->columns; i++)
    walk->observed += gsl_sf_lngamma(m->counts[i] + 1);
  walk->observed -= TOLERANCE;
  walk->constant = -gsl_sf_lngamma(m->n + 1);
  for (size_t i = 0; i < m->rows; i++)
    walk->constant += gsl_sf_lngamma(m->row[i] + 1);
  for (size_t j = 0; j < m->columns; j++)
    walk->constant += gsl_sf_lngamma(m->column[j] + 1);
}

enum pst_status pst_fisher_network(const struct pst_margins *margins, double *p, bool *reached,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_network network;
  struct walk walk = {.network = &network};
  enum pst_status status = pst_network_build(margins, &network, scratch, error);

  *reached = false;
  if (status != PST_OK || !network.reached)
    return status;
  set_costs(margins, &walk);
  *reached = walk_network(&walk);
  free_pasts(&walk.now);
  free_pasts(&walk.next);
  *p = fmin(1, walk.p);
  return walk.no_memory ? pst_fail_memory(error) : PST_OK;
}
