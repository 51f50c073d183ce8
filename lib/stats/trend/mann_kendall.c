/* mann_kendall.c -- the Mann-Kendall test for a monotone trend: Kendall's S of y against time. */
#include "stats/trend/mann_kendall.h"

#include <math.h>

#include "stats/kendall/kendall_count.h"
#include "stats/kendall/kendall_p.h"
#include "stats/sample.h"
#include "stats/serial.h"
#include "stats/trend/rest.h"

static const char METHOD[] = "mann-kendall";

static enum pst_status add_rows(const struct pst_kendall_counts *counts,
                                const struct pst_kendall_p *p, bool continuity, double r1,
                                const char *better, struct pst_estimates *out,
                                struct pst_error *error)
{
  const struct pst_term terms[] = {
      {"S", (double)counts->S, NULL},
      {"var_S", counts->var_S, NULL},
      {"tau-a", pst_tau_a(counts), NULL},
      {"z", pst_kendall_z(counts, continuity), NULL},
      {"r1", r1, counts->tied_x > 0 ? "a time occurs twice" : "the points are on a line"},
  };
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "tau-b", counts->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_tau_b(counts);
  pst_kendall_p_row(p, out, row);
  pst_serial_note(out, row, r1, counts->n, better);
  return pst_estimates_terms(out, METHOD, counts->n, terms, sizeof terms / sizeof *terms, error);
}

/* The words of a trend: x is time. */
static enum pst_status check_varies(const struct pst_sample *sample, struct pst_error *error)
{
  if (pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  if (pst_constant(sample->y, sample->n))
    return pst_fail(error, PST_UNDEFINED, "y is constant");
  return PST_OK;
}

static enum pst_status mann_kendall(const struct pst_sample *sample, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  const bool continuity = pst_continuity(test, true);
  struct pst_kendall_counts counts;
  struct pst_kendall_p p;
  double r1 = (double)NAN;
  bool even = false;
  enum pst_status status = pst_sample_check(sample, 2, error);

  if (status == PST_OK)
    status = check_varies(sample, error);
  if (status == PST_OK)
    status = pst_kendall_count(sample, test->threads, &counts, scratch, error);
  if (status == PST_OK)
    status = pst_kendall_p(sample, &counts, test, true, &p, scratch, error);
  if (status == PST_OK)
    status = pst_rest_first(sample, &r1, &even, scratch, error);
  if (status == PST_OK)
    status = add_rows(&counts, &p, continuity, r1, even ? "hamed-rao" : "newey-west", out, error);
  return status;
}

enum pst_status pst_mann_kendall(const struct pst_sample *sample, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = mann_kendall(sample, test, out, scratch, error);

  pst_arena_release(scratch, mark);
  return status;
}
