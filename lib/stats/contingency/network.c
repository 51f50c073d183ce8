/* network.c -- the ways to fill a table column by column: the network of Fisher's exact test. */
#include "stats/contingency/network.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <string.h>

#include "base/array.h"

enum { MOST_ROWS = 32 };
static const size_t MOST_ARCS = 5000000;
static const size_t MOST_COUNT = 1 << 24; /* of one row or column */

/* One column being filled. */
struct filling {
  const struct pst_network *network;
  size_t level;
  const uint32_t *left;
  uint32_t after[MOST_ROWS];
  uint32_t rest[MOST_ROWS + 1]; /* what the rows from here on can still take */
  pst_network_visit *visit;
  void *context;
  bool (*arrive)(struct filling *filling, double cost);
};

struct nodes {
  const struct pst_network_level *level;
  size_t rows;
};

static bool is_left(const void *owner, size_t node, const void *key)
{
  const struct nodes *nodes = owner;

  return memcmp(nodes->level->left + node * nodes->rows, key,
                nodes->rows * sizeof *nodes->level->left)
         == 0;
}

static uint64_t hash(const uint32_t *key, size_t length)
{
  uint64_t h = 0;

  for (size_t i = 0; i < length; i++)
    h = pst_hash_join(h, key[i]);
  return h;
}

/* The slot of KEY: where it is, or where it would go. */
static struct pst_hash_slot *slot_of(const struct pst_network_level *level, const uint32_t *key,
                                     size_t rows, uint64_t h)
{
  const struct nodes nodes = {level, rows};

  return pst_hash_at(&level->nodes, h, is_left, &nodes, key);
}

static bool make_room(struct pst_network_level *level, size_t rows, struct pst_arena *scratch)
{
  const size_t capacity = pst_array_next(level->capacity, level->count + 1);
  uint32_t *left;

  if (!pst_hash_room_in(&level->nodes, scratch, level->count + 1))
    return false;
  if (level->count < level->capacity)
    return true;
  left = pst_arena_array(scratch, capacity, rows * sizeof *left);
  if (left == NULL)
    return false;
  if (level->count > 0)
    memcpy(left, level->left, level->count * rows * sizeof *left);
  level->left = left;
  level->capacity = capacity;
  return true;
}

static void sort_key(uint32_t *key, const uint32_t *from, size_t rows)
{
  for (size_t i = 0; i < rows; i++) {
    size_t j = i;

    for (; j > 0 && key[j - 1] < from[i]; j--)
      key[j] = key[j - 1];
    key[j] = from[i];
  }
}

/* Row I and those after it take COUNT; COST so far.  False: stopped. */
static bool fill_rows(struct filling *f, size_t i, uint32_t count, double cost)
{
  uint32_t most = count < f->left[i] ? count : f->left[i];
  uint32_t least = count > f->rest[i + 1] ? count - f->rest[i + 1] : 0;

  for (uint32_t x = least; x <= most; x++) {
    double now = cost + f->network->log_factorial[x];

    f->after[i] = f->left[i] - x;
    if (i + 1 == f->network->rows) {
      if (!f->arrive(f, now))
        return false;
    } else if (!fill_rows(f, i + 1, count - x, now))
      return false;
  }
  return true;
}

static bool fill_column(struct filling *f)
{
  const struct pst_network *network = f->network;

  f->rest[network->rows] = 0;
  for (size_t i = network->rows; i > 0; i--)
    f->rest[i - 1] = f->rest[i] + f->left[i - 1];
  return fill_rows(f, 0, (uint32_t)network->levels[f->level].column, 0);
}

static bool arrive_found(struct filling *f, double cost)
{
  const struct pst_network_level *next = &f->network->levels[f->level + 1];
  uint32_t key[MOST_ROWS];

  sort_key(key, f->after, f->network->rows);
  return f->visit(f->context,
                  pst_hash_item(slot_of(next, key, f->network->rows, hash(key, f->network->rows))),
                  cost);
}

bool pst_network_fill(const struct pst_network *network, size_t level, size_t node,
                      pst_network_visit *visit, void *context)
{
  struct filling f = {.network = network,
                      .level = level,
                      .left = network->levels[level].left + node * network->rows,
                      .visit = visit,
                      .context = context,
                      .arrive = arrive_found};

  return fill_column(&f);
}

/* While the network grows. */
struct growth {
  struct pst_network *network;
  struct pst_arena *scratch;
  bool no_memory;
};

static bool add_node(struct pst_network_level *level, const uint32_t *key, struct growth *growth)
{
  const size_t rows = growth->network->rows;
  const uint64_t h = hash(key, rows);
  struct pst_hash_slot *slot;

  if (!make_room(level, rows, growth->scratch)) {
    growth->no_memory = true;
    return false;
  }
  slot = slot_of(level, key, rows, h);
  if (pst_hash_item(slot) == PST_HASH_NONE) {
    memcpy(level->left + level->count * rows, key, rows * sizeof *key);
    pst_hash_take(slot, h, level->count++);
  }
  return true;
}

static bool arrive_new(struct filling *f, double cost)
{
  struct growth *growth = f->context;
  uint32_t key[MOST_ROWS];

  (void)cost;
  if (++growth->network->arcs > MOST_ARCS)
    return false;
  sort_key(key, f->after, f->network->rows);
  return add_node(&growth->network->levels[f->level + 1], key, growth);
}

static bool grow_level(struct growth *growth, size_t level)
{
  const struct pst_network *network = growth->network;

  for (size_t node = 0; node < network->levels[level].count; node++) {
    struct filling f = {.network = network,
                        .level = level,
                        .left = network->levels[level].left + node * network->rows,
                        .context = growth,
                        .arrive = arrive_new};

    if (!fill_column(&f))
      return false;
  }
  return true;
}

struct bounds {
  const struct pst_network_level *next;
  double least;
  double greatest;
};

static bool bound_arc(void *context, size_t next, double cost)
{
  struct bounds *b = context;

  b->least = fmin(b->least, cost + b->next->least[next]);
  b->greatest = fmax(b->greatest, cost + b->next->greatest[next]);
  return true;
}

static enum pst_status set_bounds(struct pst_network *network, size_t at, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  struct pst_network_level *level = &network->levels[at];

  level->least = pst_arena_array(scratch, level->count, sizeof *level->least);
  level->greatest = pst_arena_array(scratch, level->count, sizeof *level->greatest);
  if (level->least == NULL || level->greatest == NULL)
    return pst_fail_memory(error);
  for (size_t node = 0; node < level->count; node++) {
    struct bounds b = {level + 1, (double)INFINITY, -(double)INFINITY};

    if (at + 1 < network->columns)
      pst_network_fill(network, at, node, bound_arc, &b);
    else
      b.least = b.greatest = -pst_network_log_weight(network, at, node);
    level->least[node] = b.least;
    level->greatest[node] = b.greatest;
  }
  return PST_OK;
}

double pst_network_log_weight(const struct pst_network *network, size_t level, size_t node)
{
  const uint32_t *left = network->levels[level].left + node * network->rows;
  double n = 0;
  double weight = 0;

  for (size_t i = 0; i < network->rows; i++) {
    n += left[i];
    weight -= network->log_factorial[left[i]];
  }
  for (size_t j = level; j < network->columns; j++)
    weight -= network->log_factorial[(size_t)network->levels[j].column];
  return weight + gsl_sf_lngamma(n + 1);
}

/* The columns, largest first; the largest of them too. */
static double order_columns(struct pst_network *network, const double *column)
{
  for (size_t j = 0; j < network->columns; j++) {
    size_t k = j;

    for (; k > 0 && network->levels[k - 1].column < column[j]; k--)
      network->levels[k].column = network->levels[k - 1].column;
    network->levels[k].column = column[j];
  }
  return network->levels[0].column;
}

/* The longer side of the table is filled; the shorter is what is left. */
static enum pst_status start(const struct pst_margins *m, struct pst_network *network,
                             struct growth *growth, struct pst_arena *scratch,
                             struct pst_error *error)
{
  const bool turn = m->rows > m->columns;
  const double *row = turn ? m->column : m->row;
  uint32_t left[MOST_ROWS];
  uint32_t key[MOST_ROWS];
  double most;

  network->levels = pst_arena_array(scratch, network->columns, sizeof *network->levels);
  if (network->levels == NULL)
    return pst_fail_memory(error);
  most = order_columns(network, turn ? m->row : m->column);
  for (size_t i = 0; i < network->rows; i++) {
    left[i] = (uint32_t)row[i];
    most = fmax(most, row[i]);
  }
  network->log_factorial =
      pst_arena_array(scratch, (size_t)most + 1, sizeof *network->log_factorial);
  if (network->log_factorial == NULL)
    return pst_fail_memory(error);
  for (double i = 2; i <= most; i++)
    network->log_factorial[(size_t)i] = gsl_sf_lngamma(i + 1);
  sort_key(key, left, network->rows);
  return add_node(&network->levels[0], key, growth) ? PST_OK : pst_fail_memory(error);
}

static bool too_large(const struct pst_margins *m)
{
  return (m->rows < m->columns ? m->rows : m->columns) > MOST_ROWS || m->n > (double)MOST_COUNT;
}

enum pst_status pst_network_build(const struct pst_margins *margins, struct pst_network *network,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct growth growth = {.network = network, .scratch = scratch};
  enum pst_status status;

  *network = (struct pst_network){
      .rows = margins->rows < margins->columns ? margins->rows : margins->columns,
      .columns = margins->rows < margins->columns ? margins->columns : margins->rows};
  if (too_large(margins))
    return PST_OK;
  status = start(margins, network, &growth, scratch, error);
  for (size_t at = 0; status == PST_OK && at + 1 < network->columns; at++)
    if (!grow_level(&growth, at))
      return growth.no_memory ? pst_fail_memory(error) : PST_OK;
  for (size_t at = network->columns; status == PST_OK && at > 0; at--)
    status = set_bounds(network, at - 1, scratch, error);
  network->reached = status == PST_OK;
  return status;
}
