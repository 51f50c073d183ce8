/* compare.c -- the slopes of the groups, each two held against each other. */
#include "trend/compare.h"

#include <math.h>

#include "base/parallel.h"
#include "job/columns.h"
#include "job/emit.h"
#include "method/family.h"
#include "stats/sample.h"
#include "stats/serial.h"
#include "stats/trend/rest.h"

enum { GROUPS_MOST = 40 };

/* One comparison: two groups and a column. */
struct comparison {
  size_t first, second, pair;
  struct pst_estimates rows;
};

static enum pst_status check(const struct pst_job *job, const struct pst_pairs *pairs,
                             struct pst_error *error)
{
  const size_t groups = pairs->groups->n_groups;
  size_t comparing = 0;

  if (pst_job_wants_figure(job))
    return pst_fail(error, PST_USAGE, "--compare has no figure; leave one of them out");
  if (pairs->groups->n_keys == 0)
    return pst_fail(error, PST_USAGE, "--compare needs -g COL, whose groups are compared");
  if (groups > GROUPS_MOST)
    return pst_fail(error, PST_USAGE,
                    "--compare of %zu groups is %zu differences; choose %d groups at most with "
                    "--where",
                    groups, groups * (groups - 1) / 2, GROUPS_MOST);
  for (size_t m = 0; m < job->n_methods; m++) {
    comparing += job->methods[m]->compared != NULL;
    if (job->methods[m]->compared == NULL && job->options.given.methods)
      return pst_fail(error, PST_USAGE, "--compare has no meaning for the method '%s'",
                      job->methods[m]->name);
  }
  if (comparing == 0)
    return pst_fail(error, PST_USAGE,
                    "--compare needs a method whose slopes can be compared: ols, "
                    "theil-sen");
  if (groups < 2)
    return pst_fail(error, PST_UNDEFINED, "there is one group only: nothing to compare");
  return PST_OK;
}

/* Where the values of a series depend on those before, the error of its slope is too small. */
static enum pst_status note_serial(struct pst_job *job, const struct pst_pairs *pairs,
                                   const struct pst_sample *sample, size_t group,
                                   struct comparison *c, struct pst_estimate *row,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  const bool has_p = !isnan(row->p_value);
  double r1 = (double)NAN;
  bool even;
  enum pst_status status = PST_OK;

  if (isnan(row->conf_low) || sample->n < 3 || pst_constant(sample->y, sample->n))
    return PST_OK;
  status = pst_rest_first(sample, &r1, &even, scratch, error);
  if (status != PST_OK || isnan(r1) || fabs(r1) <= pst_serial_limit(sample->n))
    return status;
  pst_estimate_note(&c->rows, row, "%s: r1 = %.2f, %s",
                    pst_job_group_label(job, pairs->groups, group), r1,
                    r1 > 0 ? (has_p ? "values depend on those before, p is too small"
                                    : "values depend on those before, the interval is too narrow")
                           : "values alternate");
  return PST_OK;
}

static enum pst_status compare_two(struct pst_job *job, const struct pst_pairs *pairs,
                                   struct comparison *c, struct pst_error *error)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_test test = pst_job_test(job);
  struct pst_two_lines lines;
  enum pst_status status = pst_pairs_sample(job, pairs, c->first * pairs->n_pairs + c->pair,
                                            &scratch, &lines.first, NULL, error);

  test.threads = pst_parallel_threads(job->options.threads, 64);
  if (status == PST_OK)
    status = pst_pairs_sample(job, pairs, c->second * pairs->n_pairs + c->pair, &scratch,
                              &lines.second, NULL, error);
  for (size_t m = 0; m < job->n_methods && status == PST_OK; m++) {
    const struct pst_method *method = job->methods[m];
    struct pst_error reason = {.status = PST_OK};
    struct pst_estimate *row;
    const size_t at = c->rows.count;

    if (method->compared == NULL)
      continue;
    status = method->compared(&lines, &test, &c->rows, &scratch, &reason);
    if (status == PST_UNDEFINED) {
      status = PST_OK;
      row = pst_estimates_add(&c->rows, method->name, "slope-difference",
                              lines.first.n + lines.second.n);
      if (row == NULL)
        return pst_fail_memory(error);
      pst_estimate_note(&c->rows, row, "%s", reason.message);
    } else if (status != PST_OK) {
      pst_fail(error, status, "%s", reason.message);
    } else {
      status =
          note_serial(job, pairs, &lines.first, c->first, c, &c->rows.items[at], &scratch, error);
      if (status == PST_OK)
        status = note_serial(job, pairs, &lines.second, c->second, c, &c->rows.items[at], &scratch,
                             error);
    }
    if (job->options.terms == PST_TERMS_MAIN && c->rows.count > at)
      c->rows.count = at + 1;
    for (size_t i = at; i < c->rows.count; i++)
      c->rows.items[i].unit =
          pst_method_unit(method, "slope", job->table.columns[pairs->pairs[c->pair].y].unit,
                          pairs->pairs[c->pair].x_unit, &job->arena);
  }
  pst_arena_free(&scratch);
  return status;
}

static enum pst_status adjust(struct pst_job *job, struct comparison *list, size_t n,
                              struct pst_error *error)
{
  struct pst_estimate **rows;
  size_t total = 0;

  if (job->options.adjust == PST_ADJUST_NONE)
    return PST_OK;
  for (size_t i = 0; i < n; i++)
    total += list[i].rows.count;
  rows = pst_arena_array(&job->arena, total + 1, sizeof *rows);
  if (rows == NULL)
    return pst_fail_memory(error);
  total = 0;
  for (size_t i = 0; i < n; i++)
    for (size_t r = 0; r < list[i].rows.count; r++)
      rows[total++] = &list[i].rows.items[r];
  return pst_families_adjust(rows, total, job->options.adjust, &job->arena, error);
}

static enum pst_status fill_grid(struct pst_job *job, const struct pst_pairs *pairs,
                                 const char *const *names, const struct comparison *list, size_t n,
                                 struct pst_estimate_grid *grid, struct pst_error *error)
{
  const struct pst_groups *groups = pairs->groups;
  enum pst_status status = pst_estimate_grid_begin(grid, names, groups->n_keys, 0, error);

  for (size_t i = 0; i < n && status == PST_OK; i++) {
    const struct pst_subject subject = {.groups = groups->keys + list[i].first * groups->n_keys,
                                        .variable = pairs->pairs[list[i].pair].y_name,
                                        .against =
                                            pst_job_group_label(job, groups, list[i].second)};

    status = pst_estimate_grid_add(grid, &subject, list[i].rows.items, list[i].rows.count, error);
  }
  return status;
}

enum pst_status pst_trend_compare(struct pst_job *job, const struct pst_pairs *pairs,
                                  const char *const *names, struct pst_estimate_grid *grid,
                                  struct pst_error *error)
{
  const size_t groups = pairs->groups->n_groups;
  struct comparison *list;
  size_t n = 0;
  enum pst_status status = check(job, pairs, error);

  if (status != PST_OK)
    return status;
  list = pst_arena_array(&job->arena, groups * groups * pairs->n_pairs, sizeof *list);
  if (list == NULL)
    return pst_fail_memory(error);
  for (size_t p = 0; p < pairs->n_pairs; p++)
    for (size_t a = 0; a < groups; a++)
      for (size_t b = a + 1; b < groups && status == PST_OK; b++) {
        list[n] =
            (struct comparison){.first = a, .second = b, .pair = p, .rows = {.arena = &job->arena}};
        status = compare_two(job, pairs, &list[n++], error);
      }
  if (status == PST_OK)
    status = adjust(job, list, n, error);
  if (status == PST_OK)
    status = fill_grid(job, pairs, names, list, n, grid, error);
  for (size_t i = 0; i < n; i++)
    pst_estimates_free(&list[i].rows);
  return status;
}
