/* panel.h -- rows by group, entity and time: who stands at another time, and who stands beside.

   A lag looks up the time, never the row before: a time without a row is a gap.

   pst_panel_build: sorts the rows.
   Given     panel  n rows: codes of the group (NULL: one group) and of the entity, and the number of
                    the time among those of its unit (a year, quarter, month or day is 1)
   Returned  index  places in ARENA
   Status    PST_BAD_DATA when two rows have the same group, entity and time; index->repeat then has
             both, from 0, the earlier first; PST_NO_MEMORY
   Cost      O(n log n)

   pst_panel_find: the row of an entity of a group at a time, or PST_PANEL_NONE; O(log n).
   pst_panel_slice: the slice (rows of one group and time), or PST_PANEL_NONE; O(log n).
   pst_lag: for each row, the row of the same entity K steps of the unit of the time before (after, when K is
   negative); pst_lag_to: at TIME[i], with PST_LAG_NEVER where no such time exists (29 February, a year
   before).  PST_PANEL_NONE where there is no row; O(n log n).  Year over year is a lag of 1, 4 or 12 for
   years, quarters and months; for days the caller names the day.
   pst_slices_of: slices of any codes: rows with the same code, in order of the code, then of the row.
   Tested    test_indicator*.c */
#ifndef PST_STATS_INDICATOR_PANEL_H
#define PST_STATS_INDICATOR_PANEL_H

#include <limits.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

#define PST_PANEL_NONE SIZE_MAX
#define PST_LAG_NEVER LONG_MIN

struct pst_panel {
  size_t n;
  const size_t *group;
  const size_t *entity;
  const long *time;
};

struct pst_panel_key {
  size_t group;
  size_t entity;
  long time;
  size_t row;
};

/* Slice s holds rows[start[s]] to rows[start[s + 1] - 1]; of[i] is the slice of row i. */
struct pst_slices {
  size_t count;
  size_t *start;
  size_t *rows;
  size_t *of;
};

struct pst_panel_index {
  size_t n;
  struct pst_panel_key *series; /* n rows by group, entity, time */
  size_t *place;                /* of a row in series */
  struct pst_panel_key *times;  /* one a slice: group, time, and the slice as row */
  struct pst_slices slices;
  size_t repeat[2];
};

enum pst_status pst_panel_build(const struct pst_panel *panel, struct pst_panel_index *index,
                                struct pst_arena *arena, struct pst_error *error);

size_t pst_panel_find(const struct pst_panel_index *index, size_t group, size_t entity, long time);
size_t pst_panel_slice(const struct pst_panel_index *index, size_t group, long time);

void pst_lag(const struct pst_panel_index *index, long k, size_t *from);
void pst_lag_to(const struct pst_panel_index *index, const long *time, size_t *from);

enum pst_status pst_slices_of(const size_t *codes, size_t n, struct pst_slices *slices,
                              struct pst_arena *arena, struct pst_error *error);

/* pst_panel_key_of: group, entity and time of ROW. */
const struct pst_panel_key *pst_panel_key_of(const struct pst_panel_index *index, size_t row);

#endif
