/* fisher.c -- Fisher's exact test of a table of any size. */
#include "stats/contingency/fisher.h"

#include <math.h>

#include "stats/contingency/fisher_network.h"
#include "stats/contingency/random_table.h"
#include "stats/distribution/unimodal.h"
#include "stats/sum.h"

static const char METHOD[] = "fisher";

static bool two_by_two(const struct pst_margins *m)
{
  return m->rows == 2 && m->columns == 2;
}

static double cramers_v(const struct pst_margins *m)
{
  struct pst_sum chi = {0, 0};
  double least = (double)((m->rows < m->columns ? m->rows : m->columns) - 1);

  for (size_t i = 0; i < m->rows; i++)
    for (size_t j = 0; j < m->columns; j++) {
      double expected = m->row[i] * (m->column[j] / m->n);
      double excess = m->counts[i * m->columns + j] - expected;

      pst_sum_product(&chi, excess, excess / expected);
    }
  return sqrt(pst_sum_value(&chi) / (m->n * least));
}

static enum pst_status check(const struct pst_margins *m, const struct pst_test *test,
                             struct pst_error *error)
{
  if (test->alternative != PST_TWO_SIDED && !two_by_two(m))
    return pst_fail(error, PST_USAGE, "a one-sided test is for 2 by 2 tables only");
  if (test->alternative != PST_TWO_SIDED && test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "random tables give a two-sided p-value only");
  return PST_OK;
}

static enum pst_status set_random_p(const struct pst_margins *m, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_estimate *row,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_permutation_p p;
  enum pst_status status = pst_fisher_monte_carlo(m, test, &p, scratch, error);

  if (status != PST_OK)
    return status;
  pst_permutation_row(&p, out, row);
  row->p_method = pst_arena_format(out->arena, "monte-carlo(%zu)", p.permutations);
  if (test->p_kind != PST_P_PERMUTATION)
    pst_estimate_note(out, row,
                      "an exact p-value is out of reach: random tables with these margins");
  return PST_OK;
}

static enum pst_status set_p(const struct pst_margins *m, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_estimate *row,
                             struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  bool reached = false;
  double p = 1;

  if (test->p_kind == PST_P_PERMUTATION)
    return set_random_p(m, test, out, row, scratch, error);
  if (two_by_two(m)) {
    struct pst_unimodal null = pst_hypergeometric(m->column[0], m->column[1], m->row[0]);

    p = pst_unimodal_p(&null, m->counts[0], test->alternative);
    reached = true;
  } else
    status = pst_fisher_network(m, &p, &reached, scratch, error);
  if (status == PST_OK && !reached && test->p_kind == PST_P_EXACT)
    status = pst_fail(error, PST_USAGE,
                      "an exact p-value is out of reach for this table; ask for a permutation one");
  if (status != PST_OK)
    return status;
  if (!reached)
    return set_random_p(m, test, out, row, scratch, error);
  pst_estimate_p(out, row, p, "exact");
  return PST_OK;
}

/* The row goes when its p-value cannot be had. */
static enum pst_status add_row(const struct pst_margins *m, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "cramers-v", (size_t)m->n);
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = cramers_v(m);
  if (m->dropped)
    pst_estimate_note(out, row, "rows or columns without a count are left out");
  status = set_p(m, test, out, row, scratch, error);
  out->count -= status != PST_OK;
  return status;
}

enum pst_status pst_fisher_table(const struct pst_contingency *table, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_margins margins;
  enum pst_status status = PST_OK;

  if (test->p_kind == PST_P_ASYMPTOTIC)
    return pst_fail(error, PST_USAGE, "an asymptotic p-value is not available for %s", METHOD);
  status = pst_contingency_margins(table, &margins, scratch, error);
  if (status == PST_OK)
    status = check(&margins, test, error);
  if (status == PST_OK)
    status = add_row(&margins, test, out, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
