/* orders.c -- every order, with ties, of numbers that are known by ranges.

   An order is built from its least group on.  A group stands as far left as its members allow, which
   leaves the most room to the rest; so an order is possible where each group finds a place. */
#include <string.h>

#include "stats/enclose/places.h"

/* Groups are chosen among so many numbers at most; so many beginnings are looked at an order. */
enum { CHOICE_MOST = 12, BEGINNINGS = 64 };

struct search {
  const struct pst_places *places;
  struct pst_orders *out;
  size_t most, beginnings;
  double *ranks; /* 0: not yet placed */
};

static void keep(struct search *search)
{
  const size_t n = search->places->n;

  memcpy(search->out->ranks + search->out->count++ * n, search->ranks, n * sizeof *search->ranks);
}

/* The numbers that the next group can hold: those that can stand at or before the first high end. */
static size_t choice(const struct search *search, size_t *members)
{
  const struct pst_places *places = search->places;
  int64_t first = INT64_MAX;
  size_t count = 0;

  for (size_t i = 0; i < places->n; i++)
    if (search->ranks[i] == 0 && places->high[i] < first)
      first = places->high[i];
  for (size_t i = 0; i < places->n; i++) {
    if (search->ranks[i] != 0 || places->low[i] > first)
      continue;
    if (count == CHOICE_MOST)
      return CHOICE_MOST + 1;
    members[count++] = i;
  }
  return count;
}

/* Where the group CHOSEN of MEMBERS stands, from FROM on, and from where on the rest does; -1 when one
   of the rest then finds no place. */
static int64_t stand(const struct search *search, const size_t *members, size_t count,
                     unsigned chosen, int64_t from)
{
  const struct pst_places *places = search->places;

  for (size_t k = 0; k < count; k++)
    if ((chosen >> k & 1) != 0 && places->low[members[k]] > from)
      from = places->low[members[k]];
  from += from % 2 == 0;
  for (size_t k = 0; k < count; k++)
    if ((chosen >> k & 1) == 0 && places->high[members[k]] < from)
      return -1;
  return from;
}

static bool build(struct search *search, size_t placed, double rank, int64_t from)
{
  size_t members[CHOICE_MOST], count;

  if (search->beginnings-- == 0)
    return false;
  if (placed == search->places->n) {
    if (search->out->count == search->most)
      return false;
    keep(search);
    return true;
  }
  count = choice(search, members);
  if (count > CHOICE_MOST)
    return false;
  for (unsigned chosen = 1; chosen < 1U << count; chosen++) {
    int64_t next = stand(search, members, count, chosen, from);
    size_t group = 0;
    bool good = true;

    if (next < 0)
      continue;
    for (size_t k = 0; k < count; k++)
      if ((chosen >> k & 1) != 0)
        search->ranks[members[k]] = rank;
    for (unsigned bits = chosen; bits != 0; bits &= bits - 1)
      group++;
    good = build(search, placed + group, rank + 1, next);
    for (size_t k = 0; k < count; k++)
      if ((chosen >> k & 1) != 0)
        search->ranks[members[k]] = 0;
    if (!good)
      return false;
  }
  return true;
}

bool pst_places_orders(const struct pst_places *places, size_t most, struct pst_orders *out,
                       struct pst_arena *arena)
{
  struct search search = {.places = places, .out = out, .most = most};

  *out = (struct pst_orders){.count = 0};
  out->ranks = pst_arena_array(arena, most * places->n + 1, sizeof *out->ranks);
  search.ranks = pst_arena_array(arena, places->n + 1, sizeof *search.ranks);
  search.beginnings = (places->n + 1) * BEGINNINGS + most * BEGINNINGS;
  if (out->ranks == NULL || search.ranks == NULL)
    return false;
  if (!build(&search, 0, 1, 0))
    out->count = 0;
  return true;
}
