/* jonckheere.c -- the Jonckheere-Terpstra test of ordered groups. */
#include "stats/groups/jonckheere.h"

#include <math.h>

#include "stats/kendall/kendall_count.h"
#include "stats/kendall/kendall_p.h"
#include "stats/sample.h"

static const char METHOD[] = "jonckheere";

static double *places(const struct pst_group_samples *groups, struct pst_arena *scratch)
{
  double *place = pst_arena_array(scratch, pst_groups_total(groups), sizeof *place);
  size_t at = 0;

  for (size_t i = 0; place != NULL && i < groups->k; i++)
    for (size_t j = 0; j < groups->sizes[i]; j++)
      place[at++] = (double)i;
  return place;
}

static enum pst_status add_rows(const struct pst_kendall_counts *counts,
                                const struct pst_kendall_p *p, struct pst_estimates *out,
                                struct pst_error *error)
{
  const double pairs = (double)(counts->pairs - counts->tied_x);
  const double untied_y = (double)(counts->pairs - counts->tied_y);
  const struct pst_term terms[] = {
      {"J_mean", pairs / 2, NULL},
      {"z", pst_kendall_z(counts, false), NULL},
      {"tau-b", (double)counts->S / sqrt(pairs) / sqrt(untied_y), NULL},
  };
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "J", counts->n);

  if (row == NULL)
    return pst_fail_memory(error);
  pst_kendall_p_row(p, out, row);
  row->estimate = row->statistic = ((double)counts->S + pairs) / 2;
  return pst_estimates_terms(out, METHOD, counts->n, terms, 3, error);
}

enum pst_status pst_jonckheere(const struct pst_group_samples *groups, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_sample sample = {.n = pst_groups_total(groups), .y = groups->values};
  struct pst_kendall_counts counts;
  struct pst_kendall_p p;
  enum pst_status status = pst_groups_check(groups, 1, error);

  if (status == PST_OK && pst_constant(groups->values, sample.n))
    status = pst_fail(error, PST_UNDEFINED, "all values are equal");
  if (status != PST_OK)
    return status;
  sample.x = places(groups, scratch);
  if (sample.x == NULL)
    return pst_fail_memory(error);
  status = pst_kendall_count(&sample, test->threads, &counts, scratch, error);
  if (status == PST_OK)
    status = pst_kendall_p(&sample, &counts, test, false, &p, scratch, error);
  if (status == PST_OK)
    status = add_rows(&counts, &p, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
