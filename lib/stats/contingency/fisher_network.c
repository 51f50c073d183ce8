#include "stats/contingency/fisher_network.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <stdlib.h>

#include "stats/contingency/network.h"

static const size_t MOST_STEPS = 20000000;
static const double SAME_COST = 1e-10;
static const double TOLERANCE = 1e-7;

/* The partial tables that lead to one node at one cost. */
struct past {
  size_t node;
  double cost;
  double ways;
};

/* Those of one level; beyond CAPACITY equal ones are merged, and it grows only if that does not help. */
struct pasts {
  struct past *items;
  size_t count;
  size_t capacity;
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

static int by_node_and_cost(const void *a, const void *b)
{
  const struct past *x = a;
  const struct past *y = b;

  if (x->node != y->node)
    return x->node < y->node ? -1 : 1;
  return (x->cost > y->cost) - (x->cost < y->cost);
}

static void merge(struct pasts *pasts)
{
  size_t kept = 0;

  if (pasts->count == 0)
    return;
  qsort(pasts->items, pasts->count, sizeof *pasts->items, by_node_and_cost);
  for (size_t i = 1; i < pasts->count; i++) {
    struct past *last = &pasts->items[kept];

    if (pasts->items[i].node == last->node && pasts->items[i].cost - last->cost <= SAME_COST)
      last->ways += pasts->items[i].ways;
    else
      pasts->items[++kept] = pasts->items[i];
  }
  pasts->count = kept + 1;
}

static bool make_room(struct pasts *pasts)
{
  size_t capacity = pasts->capacity == 0 ? 1024 : 2 * pasts->capacity;
  struct past *items;

  merge(pasts);
  if (pasts->capacity > 0 && pasts->count < pasts->capacity / 2)
    return true;
  items = realloc(pasts->items, capacity * sizeof *items);
  if (items == NULL)
    return false;
  pasts->items = items;
  pasts->capacity = capacity;
  return true;
}

static bool push(struct pasts *pasts, struct past item)
{
  if (pasts->count == pasts->capacity && !make_room(pasts))
    return false;
  pasts->items[pasts->count++] = item;
  return true;
}

static bool step(void *context, size_t next, double cost)
{
  struct walk *walk = context;

  if (++walk->steps > MOST_STEPS)
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
    merge(&walk->next);
    walk->now = walk->next;
    walk->next = swap;
    walk->next.count = 0;
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
  free(walk.now.items);
  free(walk.next.items);
  *p = fmin(1, walk.p);
  return walk.no_memory ? pst_fail_memory(error) : PST_OK;
}
