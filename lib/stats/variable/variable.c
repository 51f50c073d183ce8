/* variable.c -- what is known of one variable before it is paired: many pairs share it. */
#include "stats/variable/variable.h"

#include "stats/distribution/factorial.h"
#include "stats/variable/lanes.h"

static enum pst_status deviations(const double *x, size_t n, bool kept, struct pst_deviations *out,
                                  struct pst_arena *arena, struct pst_error *error)
{
  double *room = NULL;

  if (kept) {
    room = pst_arena_alloc(arena, (2 * pst_lanes_room(n) + 1) * sizeof *room);
    if (room == NULL)
      return pst_fail_memory(error);
  }
  pst_deviations_of(x, n, room, out);
  return PST_OK;
}

/* Room for the places and the codes of N values. */
static uint32_t *order_room(struct pst_known *variable, size_t n, struct pst_arena *arena)
{
  uint32_t *at = pst_arena_alloc(arena, (2 * n + 1) * sizeof *at);

  variable->at = at;
  variable->code = at == NULL ? NULL : at + n;
  return at;
}

/* Of few values: where each stands, and which are equal to others. */
static enum pst_status know_places(struct pst_known *variable, struct pst_arena *arena,
                                   struct pst_error *error)
{
  const size_t n = variable->n;
  const struct pst_ties_of *ties = &variable->ties;
  uint16_t *place;
  uint32_t *tied;

  if (n > PST_PLACES_MOST)
    return PST_OK;
  place = pst_arena_alloc(arena, (n + 1) * sizeof *place);
  tied = pst_arena_alloc(arena, (n / 2 + 1) * sizeof *tied);
  if (place == NULL || tied == NULL)
    return pst_fail_memory(error);
  variable->n_tied = 0;
  for (size_t i = 0; i < n; i++)
    place[variable->at[i]] = (uint16_t)i;
  for (size_t c = 0; c < ties->distinct; c++)
    if (ties->size[c] > 1)
      tied[variable->n_tied++] = (uint32_t)c;
  variable->place = place;
  variable->tied = tied;
  return PST_OK;
}

static enum pst_status know_codes(struct pst_known *variable, uint32_t *code,
                                  struct pst_arena *arena, struct pst_error *error)
{
  enum pst_status status =
      pst_order_codes(variable->x, variable->at, variable->n, code, &variable->ties, arena, error);

  return status == PST_OK ? know_places(variable, arena, error) : status;
}

/* CODES: of each value too; ranks of one pair need none. */
static enum pst_status know_order(struct pst_known *variable, bool codes, size_t threads,
                                  struct pst_arena *arena, struct pst_error *error)
{
  const size_t n = variable->n;
  uint32_t *at = pst_arena_alloc(arena, (n + 1) * sizeof *at), *code = NULL;
  enum pst_status status;

  if (at == NULL)
    return pst_fail_memory(error);
  variable->at = at;
  status = pst_order_of(variable->x, n, threads, at, arena, error);
  if (status != PST_OK)
    return status;
  /* After the order: they stand where the scratch of that was. */
  if (!codes)
    return pst_order_codes(variable->x, at, n, NULL, &variable->ties, arena, error);
  code = pst_arena_alloc(arena, (n + 1) * sizeof *code);
  if (code == NULL)
    return pst_fail_memory(error);
  variable->code = code;
  return know_codes(variable, code, arena, error);
}

/* The mean of the places of a tie: (first + last) / 2, counted from 1. */
static enum pst_status know_ranks(struct pst_known *variable, bool kept, struct pst_arena *arena,
                                  struct pst_error *error)
{
  const size_t n = variable->n;
  double *rank = pst_arena_alloc(arena, (n + 1) * sizeof *rank);
  size_t first = 0;

  if (rank == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < variable->ties.distinct; c++) {
    size_t end = first + variable->ties.size[c];

    if (end - first > 1)
      variable->log_ties += pst_log_factorial((double)(end - first));
    for (size_t i = first; i < end; i++)
      rank[variable->at[i]] = ((double)first + 1 + (double)end) / 2;
    first = end;
  }
  variable->rank = rank;
  return deviations(rank, n, kept, &variable->rank_deviations, arena, error);
}

enum pst_status pst_variable_know(struct pst_known *variable, unsigned what, bool kept,
                                  size_t threads, struct pst_arena *arena, struct pst_error *error)
{
  const bool codes = kept || (what & PST_KNOW_ORDER) != 0;
  enum pst_status status = PST_OK;

  if ((what & PST_KNOW_RANKS) != 0)
    what |= PST_KNOW_ORDER;
  what &= ~variable->known;
  if ((what & PST_KNOW_ORDER) != 0 && variable->n >= UINT32_MAX)
    return pst_fail(error, PST_UNDEFINED, "more than 2^32 rows: the pairs cannot be counted");
  if ((what & PST_KNOW_DEVIATIONS) != 0)
    status = deviations(variable->x, variable->n, kept, &variable->deviations, arena, error);
  if (status == PST_OK && (what & PST_KNOW_ORDER) != 0)
    status = know_order(variable, codes, threads, arena, error);
  if (status == PST_OK && (what & PST_KNOW_RANKS) != 0)
    status = know_ranks(variable, kept, arena, error);
  if (!codes)
    what &= ~(unsigned)PST_KNOW_ORDER; /* half of it */
  variable->known |= what;
  return status;
}

/* The places of the part in order, from those of the whole: TO says where a row stands in the part. */
static void filter(const struct pst_known *whole, const uint32_t *to, uint32_t *at)
{
  for (size_t i = 0, n = 0; i < whole->n; i++)
    if (to[whole->at[i]] != UINT32_MAX)
      at[n++] = to[whole->at[i]];
}

static enum pst_status part_order(const struct pst_known *whole, const uint32_t *row,
                                  struct pst_known *part, struct pst_arena *arena,
                                  struct pst_error *error)
{
  const size_t n = part->n;
  uint32_t *at = order_room(part, n, arena);
  uint32_t *to = pst_arena_alloc(arena, (whole->n + 1) * sizeof *to);

  if (at == NULL || to == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < whole->n; i++)
    to[i] = UINT32_MAX;
  for (size_t i = 0; i < n; i++)
    to[row[i]] = (uint32_t)i;
  filter(whole, to, at);
  part->known = PST_KNOW_ORDER;
  return know_codes(part, at + n, arena, error);
}

enum pst_status pst_variable_part(const struct pst_known *whole, const uint32_t *row, size_t n,
                                  const double *x, unsigned what, struct pst_known *part,
                                  struct pst_arena *arena, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  *part = (struct pst_known){.n = n, .x = x};
  if ((what & (PST_KNOW_ORDER | PST_KNOW_RANKS)) != 0)
    status = part_order(whole, row, part, arena, error);
  return status == PST_OK ? pst_variable_know(part, what, false, 1, arena, error) : status;
}

enum pst_status pst_sample_known(const struct pst_sample *sample, unsigned what, size_t threads,
                                 struct pst_known room[2], const struct pst_known **x,
                                 const struct pst_known **y, struct pst_arena *arena,
                                 struct pst_error *error)
{
  enum pst_status status;

  room[0] = sample->x_known != NULL ? *sample->x_known
                                    : (struct pst_known){.n = sample->n, .x = sample->x};
  room[1] = sample->y_known != NULL ? *sample->y_known
                                    : (struct pst_known){.n = sample->n, .x = sample->y};
  *x = &room[0];
  *y = &room[1];
  status = pst_variable_know(&room[0], what, false, threads, arena, error);
  return status == PST_OK ? pst_variable_know(&room[1], what, false, threads, arena, error)
                          : status;
}
