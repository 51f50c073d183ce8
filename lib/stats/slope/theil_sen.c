/* theil_sen.c -- the Theil-Sen line: the median of the slopes of all pairs. */
#include "stats/slope/theil_sen.h"

#include <math.h>
#include <string.h>

#include "stats/kendall/kendall_count.h"
#include "stats/sample.h"
#include "stats/slope/select/slopes.h"
#include "stats/sort.h"
#include "stats/tails.h"

static const char METHOD[] = "theil-sen";
static const char OUTSIDE[] = "too few pairs for an interval at this level";

/* Places of the ordered slopes that are asked for: the median's two, and the two on either side of
   each end of the interval; a place outside 1..pairs is moved inside and its end left empty. */
enum { MIDDLE, LOW = 2, HIGH = 4, LOW_SEN = 6, HIGH_SEN, PLACES };

struct line {
  size_t n;
  uint64_t pairs;
  double C;
  double slope;
  double intercept;
  double intercept_residual;
  double low, high;         /* Gilbert's interval */
  double low_sen, high_sen; /* Sen's */
  bool too_few; /* y is constant, and so few values would have no interval if it were not */
};

static uint64_t inside(double place, uint64_t pairs)
{
  if (!(place >= 1))
    return 1;
  return place >= (double)pairs ? pairs : (uint64_t)place;
}

static void choose_places(const struct line *line, uint64_t *rank)
{
  const double N = (double)line->pairs;
  const double low = (N - line->C) / 2;
  const double high = (N + line->C) / 2 + 1;

  rank[MIDDLE] = (line->pairs + 1) / 2;
  rank[MIDDLE + 1] = line->pairs / 2 + 1;
  rank[LOW] = inside(floor(low), line->pairs);
  rank[LOW + 1] = inside(floor(low) + 1, line->pairs);
  rank[HIGH] = inside(floor(high), line->pairs);
  rank[HIGH + 1] = inside(floor(high) + 1, line->pairs);
  rank[LOW_SEN] = inside(nearbyint(low), line->pairs);
  rank[HIGH_SEN] = inside(nearbyint(high - 1) + 1, line->pairs);
}

/* The value at PLACE between two neighbours in order; NaN outside 1..pairs. */
static double interpolate(double place, uint64_t pairs, const double *neighbours)
{
  double part = place - floor(place);

  if (!(place >= 1 && place <= (double)pairs))
    return (double)NAN;
  return part == 0 ? neighbours[0] : neighbours[0] + part * (neighbours[1] - neighbours[0]);
}

static double within(double place, uint64_t pairs, double value)
{
  return place >= 1 && place <= (double)pairs ? value : (double)NAN;
}

static void read_places(const double *value, struct line *line)
{
  const double N = (double)line->pairs;
  const double low = (N - line->C) / 2;
  const double high = (N + line->C) / 2 + 1;

  line->slope = pst_middle(value[MIDDLE], value[MIDDLE + 1]);
  line->low = interpolate(low, line->pairs, value + LOW);
  line->high = interpolate(high, line->pairs, value + HIGH);
  line->low_sen = within(nearbyint(low), line->pairs, value[LOW_SEN]);
  line->high_sen = within(nearbyint(high - 1) + 1, line->pairs, value[HIGH_SEN]);
}

static double median_of(const double *x, size_t n, double *spare)
{
  size_t i = 1;

  while (i < n && x[i - 1] <= x[i])
    i++;
  if (i >= n)
    return n % 2 == 1 ? x[n / 2] : pst_middle(x[n / 2 - 1], x[n / 2]);
  memcpy(spare, x, n * sizeof *x);
  return pst_select_median(spare, n);
}

/* fma: the product is not rounded before the difference is. */
static enum pst_status find_intercepts(const struct pst_sample *sample, struct line *line,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = sample->n;
  double *spare = pst_arena_array(scratch, n, sizeof *spare);
  double middle;

  if (spare == NULL)
    return pst_fail_memory(error);
  middle = median_of(sample->x, n, spare);
  line->intercept = fma(-line->slope, middle, median_of(sample->y, n, spare));
  for (size_t i = 0; i < n; i++)
    spare[i] = fma(-line->slope, sample->x[i], sample->y[i]);
  line->intercept_residual = pst_select_median(spare, n);
  return PST_OK;
}

/* Ties leave no variance to a constant y, and its interval would be [0, 0] from two values on. */
static bool is_too_few(size_t size, const struct pst_test *test)
{
  const double n = (double)size;
  const double var_S = n * (n - 1) * (2 * n + 5) / 18;
  const double C = pst_normal_quantile((1 - pst_conf_level(test)) / 2) * sqrt(var_S);

  return (n * (n - 1) / 2 - C) / 2 < 1;
}

static enum pst_status find_slopes(const struct pst_sample *sample, const struct pst_test *test,
                                   struct line *line, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  struct pst_kendall_counts counts;
  uint64_t rank[PLACES];
  double value[PLACES];
  enum pst_status status = pst_kendall_count_ties(sample, test->threads, &counts, scratch, error);

  if (status != PST_OK)
    return status;
  line->n = sample->n;
  line->pairs = counts.pairs - counts.tied_x;
  if (line->pairs == 0)
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  line->C = pst_normal_quantile((1 - pst_conf_level(test)) / 2) * sqrt(counts.var_S);
  line->too_few = line->C == 0 && is_too_few(sample->n, test);
  choose_places(line, rank);
  status = pst_slope_select(sample, rank, PLACES, test->threads, value, scratch, error);
  if (status == PST_OK)
    read_places(value, line);
  return status;
}

static enum pst_status add_slope(const struct line *line, const char *term, double low, double high,
                                 struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, term, line->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = line->slope;
  if (line->C == 0)
    pst_estimate_note(out, row, "y is constant");
  else if (isnan(low) || isnan(high))
    pst_estimate_note(out, row, "%s", OUTSIDE);
  if (isnan(low) || isnan(high) || line->too_few)
    return PST_OK;
  row->conf_low = low;
  row->conf_high = high;
  return PST_OK;
}

static enum pst_status add_rows(const struct line *line, struct pst_estimates *out,
                                struct pst_error *error)
{
  const struct pst_term first[] = {
      {"intercept", line->intercept, NULL},
      {"pairs", (double)line->pairs, NULL},
  };
  const struct pst_term last[] = {
      {"intercept-residual", line->intercept_residual, NULL},
      {"C", line->C, NULL},
  };
  enum pst_status status = add_slope(line, "slope", line->low, line->high, out, error);

  if (status == PST_OK)
    status = pst_estimates_terms(out, METHOD, line->n, first, 2, error);
  if (status == PST_OK)
    status = add_slope(line, "slope-sen", line->low_sen, line->high_sen, out, error);
  if (status == PST_OK)
    status = pst_estimates_terms(out, METHOD, line->n, last, 2, error);
  return status;
}

enum pst_status pst_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct line line = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = find_slopes(sample, test, &line, scratch, error);
  if (status == PST_OK && !test->main_only)
    status = find_intercepts(sample, &line, scratch, error);
  if (status == PST_OK)
    status = add_rows(&line, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
