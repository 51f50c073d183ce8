/* kendall.c -- Kendall's rank correlation, tau-b: ties in either variable. */
#include "stats/kendall/kendall.h"

#include <math.h>

#include "stats/fisher_z.h"
#include "stats/kendall/kendall_count.h"
#include "stats/kendall/kendall_p.h"
#include "stats/sample.h"

/* Which tau is the main term; the test is the same, that of S. */
struct measure {
  const char *method;
  const char *term;
  double (*value)(const struct pst_kendall_counts *counts);
};

static const struct measure TAU_B = {"kendall-tau-b", "tau-b", pst_tau_b};
static const struct measure TAU_A = {"kendall-tau-a", "tau-a", pst_tau_a};
static const struct measure TAU_C = {"kendall-tau-c", "tau-c", pst_tau_c};

static enum pst_status add_main(const struct measure *measure,
                                const struct pst_kendall_counts *counts,
                                const struct pst_kendall_p *p, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, measure->method, measure->term, counts->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = measure->value(counts);
  if (p == NULL)
    return PST_OK;
  if (measure != &TAU_B)
    pst_estimate_note(out, row, "%s has no interval", measure->term);
  else /* of four points the variance is no number, and there is no interval */
    pst_fisher_interval(row, sqrt(0.437 / ((double)counts->n - 4)), test);
  pst_kendall_p_row(p, out, row);
  return PST_OK;
}

static enum pst_status add_others(const struct measure *measure,
                                  const struct pst_kendall_counts *counts,
                                  struct pst_estimates *out, struct pst_error *error)
{
  const struct pst_term terms[] = {
      {"S", (double)counts->S, NULL},
      {"var_S", counts->var_S, NULL},
      {"concordant", (double)counts->concordant, NULL},
      {"discordant", (double)counts->discordant, NULL},
      {"tied_x", (double)counts->tied_x, NULL},
      {"tied_y", (double)counts->tied_y, NULL},
      {"tied_both", (double)counts->tied_both, NULL},
      measure == &TAU_A ? (struct pst_term){"tau-b", pst_tau_b(counts), NULL}
                        : (struct pst_term){"tau-a", pst_tau_a(counts), NULL},
      measure == &TAU_C ? (struct pst_term){"tau-b", pst_tau_b(counts), NULL}
                        : (struct pst_term){"tau-c", pst_tau_c(counts), NULL},
      {"gamma", pst_gamma(counts), "every pair is tied"},
      {"somers-yx", pst_somers_yx(counts), NULL},
      {"somers-xy", pst_somers_xy(counts), NULL},
  };

  return pst_estimates_terms(out, measure->method, counts->n, terms, sizeof terms / sizeof *terms,
                             error);
}

static enum pst_status count_and_test(const struct measure *measure,
                                      const struct pst_sample *sample, const struct pst_test *test,
                                      struct pst_estimates *out, struct pst_arena *scratch,
                                      struct pst_error *error)
{
  struct pst_kendall_counts counts;
  struct pst_kendall_p p;
  enum pst_status status = pst_sample_check(sample, 2, error);

  if (status == PST_OK)
    status = pst_sample_varies(sample, error);
  if (status == PST_OK)
    status = pst_kendall_count(sample, test->threads, &counts, scratch, error);
  if (status == PST_OK && test->estimate_only)
    return add_main(measure, &counts, NULL, test, out, error);
  if (status == PST_OK)
    status = pst_kendall_p(sample, &counts, test, false, &p, scratch, error);
  if (status == PST_OK)
    status = add_main(measure, &counts, &p, test, out, error);
  if (status == PST_OK && !test->main_only)
    status = add_others(measure, &counts, out, error);
  return status;
}

static enum pst_status kendall(const struct measure *measure, const struct pst_sample *sample,
                               const struct pst_test *test, struct pst_estimates *out,
                               struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = count_and_test(measure, sample, test, out, scratch, error);

  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_kendall(const struct pst_sample *sample, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error)
{
  return kendall(&TAU_B, sample, test, out, scratch, error);
}

enum pst_status pst_kendall_tau_a(const struct pst_sample *sample, const struct pst_test *test,
                                  struct pst_estimates *out, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  return kendall(&TAU_A, sample, test, out, scratch, error);
}

enum pst_status pst_kendall_tau_c(const struct pst_sample *sample, const struct pst_test *test,
                                  struct pst_estimates *out, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  return kendall(&TAU_C, sample, test, out, scratch, error);
}
