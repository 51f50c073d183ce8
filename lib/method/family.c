/* family.c -- p-values adjusted within families: the rows of one call with the same method and
   term. */
#include "method/family.h"

#include <math.h>
#include <string.h>

struct family {
  struct pst_estimate **rows;
  double *p;
  size_t n;
};

/* All rows with the method and term of FIRST that have a p-value. */
static void gather(struct pst_estimate *const *rows, size_t n, const struct pst_estimate *first,
                   struct family *family)
{
  family->n = 0;
  for (size_t i = 0; i < n; i++) {
    if (isnan(rows[i]->p_value) || strcmp(rows[i]->method, first->method) != 0
        || strcmp(rows[i]->term, first->term) != 0)
      continue;
    family->rows[family->n] = rows[i];
    family->p[family->n++] = rows[i]->p_value;
  }
}

static enum pst_status adjust(struct family *family, enum pst_adjust method,
                              struct pst_arena *arena, struct pst_error *error)
{
  enum pst_status status = pst_adjust(family->p, family->n, method, family->p, arena, error);
  struct pst_estimates notes = {.arena = arena};

  for (size_t i = 0; i < family->n && status == PST_OK; i++) {
    family->rows[i]->p_adjusted = family->p[i];
    pst_estimate_note(&notes, family->rows[i], "family of %zu", family->n);
  }
  return status;
}

enum pst_status pst_families_adjust(struct pst_estimate *const *rows, size_t n,
                                    enum pst_adjust method, struct pst_arena *arena,
                                    struct pst_error *error)
{
  struct family family = {.rows = pst_arena_array(arena, n + 1, sizeof *family.rows),
                          .p = pst_arena_array(arena, n + 1, sizeof *family.p)};
  enum pst_status status = PST_OK;

  if (family.rows == NULL || family.p == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n && status == PST_OK; i++) {
    if (isnan(rows[i]->p_value) || !isnan(rows[i]->p_adjusted))
      continue;
    gather(rows, n, rows[i], &family);
    status = adjust(&family, method, arena, error);
  }
  return status;
}
