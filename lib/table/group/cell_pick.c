/* cell_pick.c -- one of the values of a cell: the least, the greatest, the first or the last. */
#include "table/group/cell_pick.h"

#include <stdlib.h>

bool pst_cell_picks(enum pst_aggregate how)
{
  return how == PST_AGGREGATE_MIN || how == PST_AGGREGATE_MAX || how == PST_AGGREGATE_FIRST
         || how == PST_AGGREGATE_LAST;
}

/* The least is nowhere below the lesser of the lower ends, and nowhere above the lesser of the upper ones: at
   an end that two share it can be where it can be at one of them, or not above where one is open. */
static void take_least(struct pst_bounds *least, const struct pst_bounds *other)
{
  if (other->low < least->low) {
    least->low = other->low;
    least->low_open = other->low_open;
  } else if (other->low == least->low) {
    least->low_open = least->low_open && other->low_open;
  }
  if (other->high < least->high) {
    least->high = other->high;
    least->high_open = other->high_open;
  } else if (other->high == least->high) {
    least->high_open = least->high_open || other->high_open;
  }
}

static struct pst_bounds negated(const struct pst_bounds *bounds)
{
  return (struct pst_bounds){.low = -bounds->high,
                             .high = -bounds->low,
                             .low_open = bounds->high_open,
                             .high_open = bounds->low_open};
}

static void take_greatest(struct pst_bounds *greatest, const struct pst_bounds *other)
{
  struct pst_bounds least = negated(greatest), beside = negated(other);

  take_least(&least, &beside);
  *greatest = negated(&least);
}

/* Of the least and the greatest the place says nothing: it stays 0, so that their state does not depend on the order. */
static bool by_place(enum pst_aggregate how)
{
  return how == PST_AGGREGATE_FIRST || how == PST_AGGREGATE_LAST;
}

void pst_cell_pick_shift(struct pst_cell_pick *pick, enum pst_aggregate how,
                         unsigned long long rows)
{
  if (pick != NULL && by_place(how))
    pick->place += rows;
}

bool pst_cell_pick_add(struct pst_cell_pick **pick, enum pst_aggregate how,
                       const struct pst_bounds *bounds, unsigned long long place)
{
  if (*pick == NULL) {
    *pick = malloc(sizeof **pick);
    if (*pick != NULL)
      **pick = (struct pst_cell_pick){.bounds = *bounds, .place = by_place(how) ? place : 0};
    return *pick != NULL;
  }
  if (how == PST_AGGREGATE_MIN)
    take_least(&(*pick)->bounds, bounds);
  else if (how == PST_AGGREGATE_MAX)
    take_greatest(&(*pick)->bounds, bounds);
  else if ((place < (*pick)->place) == (how == PST_AGGREGATE_FIRST))
    **pick = (struct pst_cell_pick){.bounds = *bounds, .place = place};
  return true;
}
