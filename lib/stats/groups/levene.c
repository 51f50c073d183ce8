/* levene.c -- Levene's test and Brown and Forsythe's: do k groups vary equally much? */
#include "stats/groups/levene.h"

#include <math.h>
#include <string.h>

#include "stats/groups/anova.h"
#include "stats/sample.h"
#include "stats/sort.h"
#include "stats/sum.h"
#include "stats/tails.h"

typedef struct pst_sum centre_of(const double *x, size_t n, double *spare);

static struct pst_sum mean_centre(const double *x, size_t n, double *spare)
{
  (void)spare;
  return pst_mean_of(x, n);
}

static struct pst_sum median_centre(const double *x, size_t n, double *spare)
{
  memcpy(spare, x, n * sizeof *x);
  return (struct pst_sum){pst_select_median(spare, n), 0};
}

static enum pst_status distances(const struct pst_group_samples *groups, centre_of *centre,
                                 double **distance, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const size_t n = pst_groups_total(groups);
  double *to = pst_arena_array(scratch, 2 * n, sizeof *to);
  const double *x = groups->values;

  if (to == NULL)
    return pst_fail_memory(error);
  *distance = to;
  for (size_t i = 0; i < groups->k; i++) {
    struct pst_sum middle = centre(x, groups->sizes[i], *distance + n);

    for (size_t j = 0; j < groups->sizes[i]; j++)
      *to++ = fabs(pst_from_mean(*x++, &middle));
  }
  return PST_OK;
}

static void note_single(const struct pst_group_samples *groups, struct pst_estimates *out,
                        struct pst_estimate *row)
{
  size_t i = 0;

  while (i < groups->k && groups->sizes[i] > 1)
    i++;
  if (i < groups->k)
    pst_estimate_note(out, row, "group %s has one value, whose distance is always 0",
                      groups->names[i]);
}

static enum pst_status add_rows(const struct pst_group_samples *groups,
                                const struct pst_anova_table *t, const char *method,
                                struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, method, "F", (size_t)t->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->df = t->df2;
  if (!(t->within > 0))
    pst_estimate_note(out, row, "no test: the distances to the centre do not vary");
  else {
    row->estimate = row->statistic = t->between / t->df1 / (t->within / t->df2);
    pst_estimate_p(out, row, pst_f_upper(row->statistic, t->df1, t->df2), "F");
  }
  note_single(groups, out, row);
  return pst_estimates_value(out, method, "df1", (size_t)t->n, t->df1, error);
}

static enum pst_status compare(const struct pst_group_samples *groups, const char *method,
                               centre_of *centre, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_group_samples away = *groups;
  double *distance = NULL;
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pst_groups_check(groups, 1, error);
  if (status == PST_OK && pst_groups_total(groups) <= groups->k)
    status = pst_fail(error, PST_UNDEFINED, "no more values than groups");
  if (status == PST_OK)
    status = distances(groups, centre, &distance, scratch, error);
  if (status == PST_OK) {
    struct pst_anova_table table;

    away.values = distance;
    table = pst_anova_table(&away);
    status = add_rows(groups, &table, method, out, error);
  }
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_levene(const struct pst_group_samples *groups, const struct pst_test *test,
                           struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  return compare(groups, "levene", mean_centre, test, out, scratch, error);
}

enum pst_status pst_brown_forsythe(const struct pst_group_samples *groups,
                                   const struct pst_test *test, struct pst_estimates *out,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  return compare(groups, "brown-forsythe", median_centre, test, out, scratch, error);
}
