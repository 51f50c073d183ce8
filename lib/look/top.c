/* top.c -- how often each code occurs, and the most frequent ones. */
#include "look/top.h"

#include "table/dictionary.h"

enum pst_status pst_top_counts(const unsigned *code, size_t n, size_t n_codes,
                               struct pst_arena *arena, struct pst_top_count **counts,
                               size_t *n_counts, struct pst_error *error)
{
  size_t *place = pst_arena_array(arena, n_codes + 1, sizeof *place);
  struct pst_top_count *list =
      pst_arena_array(arena, (n < n_codes ? n : n_codes) + 1, sizeof *list);
  size_t used = 0;

  if (place == NULL || list == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < n; r++) {
    if (code[r] == PST_CODE_MISSING)
      continue;
    if (place[code[r]] == 0) {
      list[used] = (struct pst_top_count){.code = code[r], .row = r};
      place[code[r]] = ++used;
    }
    list[place[code[r]] - 1].n++;
  }
  *counts = list;
  *n_counts = used;
  return PST_OK;
}

size_t pst_top_choose(struct pst_top_count *counts, size_t n, size_t top)
{
  size_t chosen = 0;

  for (; chosen < top && chosen < n; chosen++) {
    size_t best = chosen;
    struct pst_top_count count;

    for (size_t i = chosen + 1; i < n; i++)
      if (counts[i].n > counts[best].n
          || (counts[i].n == counts[best].n && counts[i].row < counts[best].row))
        best = i;
    count = counts[best];
    counts[best] = counts[chosen];
    counts[chosen] = count;
  }
  return chosen;
}
