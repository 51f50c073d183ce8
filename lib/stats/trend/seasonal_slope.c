/* seasonal_slope.c -- trends of a series in parts: the median of the slopes within each part. */
#include <math.h>
#include <string.h>

#include "stats/kendall/kendall_count.h"
#include "stats/sample.h"
#include "stats/slope/select/slope_exact.h"
#include "stats/sort.h"
#include "stats/tails.h"
#include "stats/trend/parts.h"
#include "stats/trend/seasonal.h"

enum { PAIRS_MOST = 50 * 1000 * 1000 };

struct line {
  const char *method;
  struct pst_series_split split;
  double *slopes; /* of all pairs, part after part */
  size_t pairs;
  double *of_part; /* the median of each; NaN: none */
  double var_S;
  double C;
  double slope, intercept, intercept_residual;
  double low, high;
};

static enum pst_status make_room(struct line *line, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  double pairs = 0;

  for (size_t p = 0; p < line->split.count; p++)
    pairs += (double)line->split.parts[p].n * ((double)line->split.parts[p].n - 1) / 2;
  if (pairs == 0)
    return pst_fail(error, PST_UNDEFINED, "no part has two values");
  if (pairs > PAIRS_MOST)
    return pst_fail(error, PST_UNDEFINED, "%.0f pairs within the parts are too many", pairs);
  line->slopes = pst_arena_array(scratch, (size_t)pairs, sizeof *line->slopes);
  line->of_part = pst_arena_array(scratch, line->split.count, sizeof *line->of_part);
  return line->slopes == NULL || line->of_part == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status add_part(struct line *line, size_t p, struct pst_arena *scratch,
                                struct pst_error *error)
{
  const struct pst_sample *part = &line->split.parts[p];
  struct pst_kendall_counts counts;
  const size_t first = line->pairs;
  enum pst_status status = PST_OK;

  for (size_t j = 1; j < part->n; j++)
    for (size_t i = 0; i < j; i++)
      line->slopes[line->pairs++] =
          pst_slope_between(part->x[i], part->y[i], part->x[j], part->y[j]);
  line->of_part[p] = (double)NAN;
  if (part->n < 2)
    return PST_OK;
  line->of_part[p] = pst_select_median(line->slopes + first, line->pairs - first);
  status = pst_kendall_count_xy(part->x, part->y, part->n, &counts, scratch, error);
  if (status == PST_OK)
    line->var_S += counts.var_S;
  return status;
}

/* Gilbert: between the two neighbours of PLACE; NaN outside. */
static double slope_at(const struct line *line, double place)
{
  const double part = place - floor(place);
  size_t places[2];

  if (!(place >= 1 && place <= (double)line->pairs))
    return (double)NAN;
  places[0] = (size_t)floor(place) - 1;
  places[1] = part > 0 ? places[0] + 1 : places[0];
  pst_select_many(line->slopes, line->pairs, places, part > 0 ? 2 : 1);
  return line->slopes[places[0]]
         + (part > 0 ? part * (line->slopes[places[1]] - line->slopes[places[0]]) : 0);
}

static enum pst_status find_line(const struct pst_sample *sample, const struct pst_test *test,
                                 struct line *line, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const size_t n = sample->n;
  const double N = (double)line->pairs;
  double *spare = pst_arena_array(scratch, n, sizeof *spare);
  double middle;

  if (spare == NULL)
    return pst_fail_memory(error);
  line->C = pst_normal_quantile((1 - pst_conf_level(test)) / 2) * sqrt(line->var_S);
  line->low = slope_at(line, (N - line->C) / 2);
  line->high = slope_at(line, (N + line->C) / 2 + 1);
  line->slope = pst_select_median(line->slopes, line->pairs);
  memcpy(spare, sample->x, n * sizeof *spare);
  middle = pst_select_median(spare, n);
  memcpy(spare, sample->y, n * sizeof *spare);
  line->intercept = fma(-line->slope, middle, pst_select_median(spare, n));
  for (size_t i = 0; i < n; i++)
    spare[i] = fma(-line->slope, sample->x[i], sample->y[i]);
  line->intercept_residual = pst_select_median(spare, n);
  return PST_OK;
}

static enum pst_status add_parts(const struct line *line, struct pst_estimates *out,
                                 struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t p = 0; p < line->split.count && status == PST_OK; p++) {
    const char *term = pst_arena_format(out->arena, "slope[%s]", line->split.names[p]);
    const struct pst_term slope = {term, line->of_part[p], "fewer than 2 complete rows"};

    if (line->split.parts[p].n == 0)
      continue;
    status = term == NULL
                 ? pst_fail_memory(error)
                 : pst_estimates_terms(out, line->method, line->split.parts[p].n, &slope, 1, error);
  }
  return status;
}

static enum pst_status add_rows(const struct line *line, struct pst_estimates *out,
                                struct pst_error *error)
{
  const struct pst_term terms[] = {{"intercept", line->intercept, NULL},
                                   {"intercept-residual", line->intercept_residual, NULL},
                                   {"pairs", (double)line->pairs, NULL},
                                   {"C", line->C, NULL}};
  struct pst_estimate *row = pst_estimates_add(out, line->method, "slope", line->split.n);
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = line->slope;
  if (line->C == 0)
    pst_estimate_note(out, row, "y is constant in every part");
  else if (isnan(line->low) || isnan(line->high))
    pst_estimate_note(out, row, "too few pairs for an interval at this level");
  if (line->C > 0 && !isnan(line->low) && !isnan(line->high)) {
    row->conf_low = line->low;
    row->conf_high = line->high;
  }
  status = pst_estimates_terms(out, line->method, line->split.n, terms, 4, error);
  return status == PST_OK ? add_parts(line, out, error) : status;
}

static enum pst_status run(const struct pst_sample *sample, const struct pst_test *test,
                           const char *method, struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct line line = {.method = method};
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = pst_parts_split(sample, &line.split, scratch, error);
  if (status == PST_OK)
    status = make_room(&line, scratch, error);
  for (size_t p = 0; status == PST_OK && p < line.split.count; p++)
    status = add_part(&line, p, scratch, error);
  if (status == PST_OK)
    status = find_line(sample, test, &line, scratch, error);
  if (status == PST_OK)
    status = add_rows(&line, out, error);
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_seasonal_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                                       struct pst_estimates *out, struct pst_arena *scratch,
                                       struct pst_error *error)
{
  return run(sample, test, "seasonal-theil-sen", out, scratch, error);
}

enum pst_status pst_regional_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                                       struct pst_estimates *out, struct pst_arena *scratch,
                                       struct pst_error *error)
{
  return run(sample, test, "regional-theil-sen", out, scratch, error);
}
