#include "stats/indicator/lag.h"

static size_t at_time(const struct pst_panel_index *index, size_t row, long time)
{
  const struct pst_panel_key *key = pst_panel_key_of(index, row);

  return pst_panel_find(index, key->group, key->entity, time);
}

void pst_lag(const struct pst_panel_index *index, long k, size_t *from)
{
  for (size_t i = 0; i < index->n; i++) {
    long time;

    from[i] = PST_PANEL_NONE;
    if (!__builtin_sub_overflow(pst_panel_key_of(index, i)->time, k, &time))
      from[i] = at_time(index, i, time);
  }
}

void pst_lag_to(const struct pst_panel_index *index, const long *time, size_t *from)
{
  for (size_t i = 0; i < index->n; i++)
    from[i] = time[i] == PST_LAG_NEVER ? PST_PANEL_NONE : at_time(index, i, time[i]);
}
