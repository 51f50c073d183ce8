/* akritas.c -- the Theil-Sen line of values of which some are known within bounds. */
#include "stats/bounded/akritas.h"

#include <math.h>

#include "stats/bounded/decided.h"
#include "stats/bounded/turnbull.h"
#include "stats/sample.h"
#include "stats/slope/select/slope_exact.h"
#include "stats/sort.h"
#include "stats/tails.h"

static const char METHOD[] = "akritas-theil-sen";

enum { PAIRS_MOST = 20 * 1000 * 1000 };

struct line {
  struct pst_decided decided;
  double *slopes; /* the least and the greatest of each pair */
  size_t count;
  double slope, low, high, intercept, C;
};

/* From an end of the sooner value to an end of the later one. */
static double slope_of(double x1, double y1, double x2, double y2)
{
  if (isinf(y1) || isinf(y2))
    return copysign((double)INFINITY, isinf(y2) ? y2 : -y1);
  return pst_slope_between(x1, y1, x2, y2);
}

static enum pst_status list_slopes(const struct pst_sample *s, struct line *line,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_beside *b = s->beside;

  if (line->decided.pairs > PAIRS_MOST)
    return pst_fail(error, PST_UNDEFINED, "more than %d pairs", PAIRS_MOST);
  line->slopes = pst_arena_array(scratch, 2 * (size_t)line->decided.pairs, sizeof *line->slopes);
  if (line->slopes == NULL)
    return pst_fail_memory(error);
  for (size_t j = 1; j < s->n; j++)
    for (size_t i = 0; i < j; i++) {
      const size_t a = s->x[i] < s->x[j] ? i : j, z = a == i ? j : i;

      if (s->x[i] == s->x[j])
        continue;
      line->slopes[line->count++] = slope_of(s->x[a], b->high[a], s->x[z], b->low[z]);
      line->slopes[line->count++] = slope_of(s->x[a], b->low[a], s->x[z], b->high[z]);
    }
  return PST_OK;
}

static double at_place(struct line *line, double place)
{
  if (!(place >= 1 && place <= (double)line->count))
    return (double)NAN;
  return pst_select(line->slopes, line->count, (size_t)place - 1);
}

static enum pst_status find_slope(struct line *line, const struct pst_test *test,
                                  struct pst_error *error)
{
  const double N = (double)line->count / 2;

  line->C = pst_normal_quantile((1 - pst_conf_level(test)) / 2) * sqrt(line->decided.var_S);
  line->slope = pst_select_median(line->slopes, line->count);
  if (!isfinite(line->slope))
    return pst_fail(error, PST_UNDEFINED, "the bounds leave the slope open");
  line->low = at_place(line, floor(N - line->C));
  line->high = at_place(line, ceil(N + line->C + 1));
  return PST_OK;
}

static enum pst_status find_intercept(const struct pst_sample *s, struct line *line,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  double *low = pst_arena_array(scratch, s->n, sizeof *low);
  double *high = pst_arena_array(scratch, s->n, sizeof *high);

  if (low == NULL || high == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->n; i++) {
    low[i] = fma(-line->slope, s->x[i], s->beside->low[i]);
    high[i] = fma(-line->slope, s->x[i], s->beside->high[i]);
  }
  return pst_turnbull_median(low, high, s->n, &line->intercept, scratch, error);
}

static enum pst_status add_rows(const struct pst_sample *s, const struct line *line,
                                struct pst_estimates *out, struct pst_error *error)
{
  const double intercept = isfinite(line->intercept) ? line->intercept : (double)NAN;
  const struct pst_term terms[] = {{"intercept", intercept, "the bounds leave it open"},
                                   {"pairs", line->decided.pairs, NULL},
                                   {"C", line->C, NULL},
                                   {"bounded", (double)line->decided.bounded, NULL}};
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "slope", s->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = line->slope;
  if (isfinite(line->low) && isfinite(line->high)) {
    row->conf_low = line->low;
    row->conf_high = line->high;
  } else {
    pst_estimate_note(out, row,
                      isnan(line->low) || isnan(line->high)
                          ? "too few pairs for an interval at this level"
                          : "the bounds leave its interval open");
  }
  return pst_estimates_terms(out, METHOD, s->n, terms, 4, error);
}

static enum pst_status check(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status != PST_OK)
    return status;
  if (sample->n < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 complete rows");
  if (sample->beside == NULL || sample->beside->low == NULL)
    return pst_fail(error, PST_UNDEFINED, "there are no bounds");
  if (pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  return PST_OK;
}

enum pst_status pst_akritas_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                                      struct pst_estimates *out, struct pst_arena *scratch,
                                      struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct line line = {.count = 0};
  enum pst_status status = check(sample, test, error);

  if (status == PST_OK)
    status = pst_decided_count(sample, &line.decided, scratch, error);
  if (status == PST_OK)
    status = list_slopes(sample, &line, scratch, error);
  if (status == PST_OK)
    status = find_slope(&line, test, error);
  if (status == PST_OK)
    status = find_intercept(sample, &line, scratch, error);
  if (status == PST_OK)
    status = add_rows(sample, &line, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
