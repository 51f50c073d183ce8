#include "stats/kendall_exact.h"

#include <math.h>

#include "stats/kendall_table.h"

enum { MOST_ROWS = 500 };

/* The distribution of a count 0..range, symmetric about range / 2, of which places 0..limit are
   kept. */
struct symmetric {
  double *p;
  double *next;
  size_t range;
  size_t limit;
};

/* Multiplies by (1 - q^LONG) / (1 - q^SHORT) * SHORT / LONG: a distribution again.  In the lower
   half every step adds to what came before, so no digits are lost; the upper half is its mirror. */
static void multiply(struct symmetric *s, size_t top, size_t bottom)
{
  const double weight = (double)bottom / (double)top;
  size_t range = s->range + top - bottom;
  size_t half = range / 2 < s->limit ? range / 2 : s->limit;
  double *swap = s->p;

  for (size_t d = 0; d <= half; d++) {
    double value = d <= s->range ? s->p[d] * weight : 0;

    if (d >= top && d - top <= s->range)
      value -= s->p[d - top] * weight;
    if (d >= bottom)
      value += s->next[d - bottom];
    s->next[d] = value > 0 ? value : 0;
  }
  for (size_t d = half + 1; d <= s->limit && d <= range; d++)
    s->next[d] = s->next[range - d];
  s->p = s->next;
  s->next = swap;
  s->range = range;
}

/* The number of inversions of a random order of groups of these sizes. */
static void inversions(struct symmetric *s, const struct pst_ties_of *ties)
{
  size_t placed = 0;

  s->range = 0;
  s->p[0] = 1;
  for (size_t g = 0; g < ties->distinct; g++) {
    for (size_t i = 1; i <= ties->size[g]; i++)
      if (placed > 0)
        multiply(s, placed + i, i);
    placed += ties->size[g];
  }
}

/* P(D <= d) for d in the lower half. */
static double lower(const struct symmetric *s, size_t d)
{
  double sum = 0;

  for (size_t i = 0; i <= d; i++)
    sum += s->p[i];
  return sum;
}

/* The p-value of D discordant pairs among those untied; few discordant pairs mean a large S. */
static double p_of(const struct symmetric *s, size_t D, enum pst_alternative alternative)
{
  size_t tail = D < s->range - D ? D : s->range - D;

  if (alternative == PST_TWO_SIDED)
    return 2 * tail == s->range ? 1 : fmin(1, 2 * lower(s, tail));
  if (alternative == PST_LESS)
    D = s->range - D;
  if (D <= s->range / 2)
    return fmin(1, lower(s, D));
  return D == s->range ? 1 : 1 - lower(s, s->range - D - 1);
}

static bool ties_in_both(const struct pst_kendall_counts *counts)
{
  return counts->x.distinct < counts->n && counts->y.distinct < counts->n;
}

bool pst_kendall_exact_reach(const struct pst_kendall_counts *counts)
{
  if (ties_in_both(counts))
    return pst_kendall_table_reach(counts);
  return counts->n <= MOST_ROWS;
}

enum pst_status pst_kendall_exact(const struct pst_kendall_counts *counts,
                                  enum pst_alternative alternative, double *p,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_ties_of *ties = counts->x.distinct < counts->n ? &counts->x : &counts->y;
  size_t range = (size_t)(counts->pairs - counts->tied_x - counts->tied_y + counts->tied_both);
  struct symmetric s = {.limit = range / 2};

  if (!pst_kendall_exact_reach(counts))
    return pst_fail(error, PST_USAGE,
                    "an exact p-value is out of reach for %zu rows with these ties; ask for the "
                    "asymptotic one",
                    counts->n);
  if (ties_in_both(counts))
    return pst_kendall_table(counts, alternative, p, scratch, error);
  s.p = pst_arena_array(scratch, s.limit + 1, sizeof *s.p);
  s.next = pst_arena_array(scratch, s.limit + 1, sizeof *s.next);
  if (s.p == NULL || s.next == NULL)
    return pst_fail_memory(error);
  inversions(&s, ties);
  *p = p_of(&s, (size_t)counts->discordant, alternative);
  return PST_OK;
}
