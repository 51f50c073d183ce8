/* same_sample.c -- two shares of the same respondents, who could give several answers. */
#include "stats/poll/same_sample.h"

#include <math.h>

#include "stats/contingency/mcnemar.h"
#include "stats/poll/printed_share.h"
#include "stats/poll/printed_test.h"

/* The counts of both answers among N respondents. */
struct both {
  struct pst_feasible first, second;
  double n;
};

/* What is found over the tables. */
struct extremes {
  double p_min, p_max;
  double low_min, low_max, high_min, high_max;
};

static double least_overlap(double k1, double k2, double n)
{
  return fmax(0, k1 + k2 - n);
}

/* The table in which OVERLAP gave both answers. */
static enum pst_status try_table(double k1, double k2, double overlap, double n,
                                 const struct pst_test *test, struct extremes *e,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const double counts[] = {overlap, k1 - overlap, k2 - overlap, n - k1 - k2 + overlap};
  const struct pst_contingency table = {.rows = 2, .columns = 2, .counts = counts};
  struct pst_estimates rows = {.arena = scratch};
  enum pst_status status = pst_mcnemar(&table, test, &rows, scratch, error);

  if (status == PST_OK) {
    /* Where all gave both or neither there is no test: no evidence. */
    double p = isnan(rows.items[0].p_value) ? 1 : rows.items[0].p_value;

    e->p_min = fmin(e->p_min, p);
    e->p_max = fmax(e->p_max, p);
    e->low_min = fmin(e->low_min, rows.items[0].conf_low);
    e->low_max = fmax(e->low_max, rows.items[0].conf_low);
    e->high_min = fmin(e->high_min, rows.items[0].conf_high);
    e->high_max = fmax(e->high_max, rows.items[0].conf_high);
  }
  pst_estimates_free(&rows);
  return status;
}

static enum pst_status try_overlaps(double k1, double k2, double n, const struct pst_test *test,
                                    struct extremes *e, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  enum pst_status status = try_table(k1, k2, least_overlap(k1, k2, n), n, test, e, scratch, error);

  return status == PST_OK ? try_table(k1, k2, fmin(k1, k2), n, test, e, scratch, error) : status;
}

static enum pst_status search(const struct both *b, const struct pst_test *test, struct extremes *e,
                              struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status =
      try_overlaps(b->first.low, b->second.high, b->n, test, e, scratch, error);

  if (status == PST_OK)
    status = try_overlaps(b->first.high, b->second.low, b->n, test, e, scratch, error);
  /* Equal counts among them: any table of them is no evidence of a difference. */
  if (test->alternative == PST_TWO_SIDED && b->first.low <= b->second.high
      && b->first.high >= b->second.low)
    e->p_max = 1;
  return status;
}

static enum pst_status add_rows(const struct both *b, const struct extremes *e, double difference,
                                const char *method, const char *all, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  const size_t n = (size_t)b->n;
  const bool one = b->first.count == 1 && b->second.count == 1;
  const double least = least_overlap(b->first.low, b->second.low, b->n);
  const double most = fmin(b->first.low, b->second.low);
  struct pst_estimate *row = pst_estimates_add(out, method, "difference", n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = difference;
  row->conf_low = e->low_min;
  row->conf_high = e->high_max;
  pst_estimate_p(out, row, e->p_max, "exact");
  pst_printed_note_p(e->p_min, e->p_max, pst_conf_level(test), all, out, row);
  return pst_estimates_terms(
      out, method, n,
      (struct pst_term[]){
          {"p-min", e->p_min, NULL},
          {"p-max", e->p_max, NULL},
          {"low-max", e->low_max, NULL},
          {"high-min", e->high_min, NULL},
          {"overlap-min", one ? least : (double)NAN, "the counts are printed as percentages"},
          {"overlap-max", one ? most : (double)NAN, "the counts are printed as percentages"}},
      6, error);
}

static enum pst_status check_test(const struct pst_test *test, const char *method,
                                  struct pst_error *error)
{
  if (test->p_kind == PST_P_ASYMPTOTIC || test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "the p-value of %s is exact; no other is available", method);
  return PST_OK;
}

static const struct extremes NOTHING = {INFINITY,  -INFINITY, INFINITY,
                                        -INFINITY, INFINITY,  -INFINITY};

enum pst_status pst_same_sample(const struct pst_two_proportions *table,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  const double k1 = table->first.successes, k2 = table->second.successes;
  const struct both b = {.first = {1, k1, k1}, .second = {1, k2, k2}, .n = table->first.trials};
  struct extremes e = NOTHING;
  enum pst_status status = check_test(test, "same-sample", error);

  if (status == PST_OK)
    status = pst_two_proportions_check(table, error);
  if (status == PST_OK)
    status = pst_two_proportions_simple(table, "same-sample", error);
  if (status == PST_OK && table->first.trials != table->second.trials)
    return pst_fail(error, PST_UNDEFINED, "the same respondents, but %.0f and %.0f of them",
                    table->first.trials, table->second.trials);
  if (status == PST_OK)
    status = search(&b, test, &e, scratch, error);
  if (status != PST_OK)
    return status;
  return add_rows(&b, &e, (k1 - k2) / b.n, "same-sample", "overlaps of the two answers", test, out,
                  error);
}

/* A percentage that is no count: the printed difference alone. */
static enum pst_status add_without(const struct pst_two_printed *polls, const char *without,
                                   struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row =
      pst_estimates_add(out, "same-sample-printed", "difference", (size_t)polls->first.trials);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_printed_less(polls);
  pst_estimate_note(out, row, "%s", without);
  return PST_OK;
}

enum pst_status pst_same_sample_printed(const struct pst_two_printed *polls,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  struct both b = {.n = polls->first.trials};
  struct extremes e = NOTHING;
  const char *without = NULL;
  enum pst_status status = check_test(test, "same-sample-printed", error);

  if (status == PST_OK)
    status = pst_printed_feasible(&polls->second, &b.second, &without, out, error);
  if (status == PST_OK)
    status = pst_printed_feasible(&polls->first, &b.first, &without, out, error);
  if (status == PST_OK && polls->first.trials != polls->second.trials)
    return pst_fail(error, PST_UNDEFINED, "the same respondents, but %.0f and %.0f of them",
                    polls->first.trials, polls->second.trials);
  if (status == PST_OK && without != NULL)
    return add_without(polls, without, out, error);
  if (status == PST_OK)
    status = search(&b, test, &e, scratch, error);
  if (status != PST_OK)
    return status;
  return add_rows(&b, &e, pst_printed_less(polls), "same-sample-printed",
                  "overlaps and counts that print so", test, out, error);
}
