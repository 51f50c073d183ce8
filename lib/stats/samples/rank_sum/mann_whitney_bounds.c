/* mann_whitney_bounds.c -- Mann and Whitney's test where some values are known only by bounds. */
#include "stats/samples/rank_sum/mann_whitney_bounds.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "stats/samples/rank_sum/mann_whitney.h"

static const char METHOD[] = "mann-whitney-bounds";

enum { LOWEST, HIGHEST, ENDS }; /* x as low and y as high as they can be; the other way */

/* In the place of an end that is not there: so far out that a difference with it is, too. */
static const double FAR = DBL_MAX / 8;

/* A value in one of the two completions: just above or below its end where it is known by bounds. */
struct value {
  double at;
  int side; /* 1 just above, -1 just below, 0 known */
  size_t item;
};

struct outcome {
  struct pst_estimate shift; /* of the values */
  double U1;
  double p;
  const char *p_method;
};

static double end_of(const struct pst_bounds *value, bool high)
{
  const double end = high ? value->high : value->low;

  return isinf(end) ? copysign(FAR, end) : end;
}

static int by_place(const void *a, const void *b)
{
  const struct value *p = a, *q = b;

  if (p->at != q->at)
    return p->at < q->at ? -1 : 1;
  if (p->side != q->side)
    return p->side < q->side ? -1 : 1;
  return p->item < q->item ? -1 : p->item > q->item;
}

/* The values of a completion, x first; and numbers in the same order, equal where two known values are. */
static enum pst_status complete(const struct pst_two_bounded *s, int which, double *values,
                                double *ranks, struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = s->nx + s->ny;
  struct value *order = pst_arena_array(scratch, n, sizeof *order);
  double rank = 0;

  if (order == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    const struct pst_bounds *value = i < s->nx ? &s->x[i] : &s->y[i - s->nx];
    const bool high = (i < s->nx) == (which == HIGHEST);

    values[i] = end_of(value, high);
    order[i] = (struct value){values[i], pst_bounds_is_point(value) ? 0 : high ? -1 : 1, i};
  }
  qsort(order, n, sizeof *order, by_place);
  for (size_t i = 0; i < n; i++) {
    const bool tied =
        i > 0 && order[i].side == 0 && order[i - 1].side == 0 && order[i].at == order[i - 1].at;

    rank += !tied;
    ranks[order[i].item] = rank;
  }
  return PST_OK;
}

/* Mann and Whitney's main row of VALUES. */
static enum pst_status run(const struct pst_two_bounded *s, const double *values,
                           const struct pst_test *test, struct pst_estimate *row,
                           struct pst_arena *arena, struct pst_arena *scratch,
                           struct pst_error *error)
{
  const struct pst_two_samples samples = {values, s->nx, values + s->nx, s->ny};
  struct pst_estimates rows = {.arena = arena};
  enum pst_status status = pst_mann_whitney(&samples, test, &rows, scratch, error);

  if (status == PST_OK)
    *row = rows.items[0];
  pst_estimates_free(&rows);
  return status;
}

static enum pst_status compute(const struct pst_two_bounded *s, int which,
                               const struct pst_test *test, struct outcome *outcome,
                               struct pst_arena *arena, struct pst_arena *scratch,
                               struct pst_error *error)
{
  const struct pst_test any = {.p_kind = PST_P_ASYMPTOTIC, .conf_level = test->conf_level};
  double *values = pst_arena_array(scratch, s->nx + s->ny, sizeof *values);
  double *ranks = pst_arena_array(scratch, s->nx + s->ny, sizeof *ranks);
  struct pst_estimate row;
  enum pst_status status;

  if (values == NULL || ranks == NULL)
    return pst_fail_memory(error);
  status = complete(s, which, values, ranks, scratch, error);
  if (status == PST_OK)
    status = run(s, values, &any, &outcome->shift, arena, scratch, error);
  if (status == PST_OK)
    status = run(s, ranks, test, &row, arena, scratch, error);
  if (status == PST_OK) {
    outcome->U1 = row.statistic;
    outcome->p = row.p_value;
    outcome->p_method = row.p_method;
  }
  return status;
}

/* NaN for what is out of reach. */
static double within_reach(double value)
{
  return fabs(value) < FAR / 2 ? value : (double)NAN;
}

/* Least and largest p; that of one side falls all along. */
static void range_of_p(const struct pst_two_bounded *s, const struct outcome *of,
                       const struct pst_test *test, double p[ENDS])
{
  const double middle = (double)s->nx * (double)s->ny / 2;
  const bool between = of[LOWEST].U1 < middle && middle < of[HIGHEST].U1;

  p[LOWEST] = fmin(of[LOWEST].p, of[HIGHEST].p);
  p[HIGHEST] = fmax(of[LOWEST].p, of[HIGHEST].p);
  if (between && test->alternative == PST_TWO_SIDED)
    p[HIGHEST] = 1;
}

/* "shift from 2 to 5"; an end that is beyond the doubles is no bound. */
static void note_shift(const double shift[ENDS], struct pst_estimates *out,
                       struct pst_estimate *row)
{
  char text[ENDS][PST_NUMBER_SIZE];

  for (int e = 0; e < ENDS; e++)
    if (!isnan(shift[e]))
      pst_number_print_digits(text[e], shift[e], 4);
  if (isnan(shift[LOWEST]) && isnan(shift[HIGHEST]))
    pst_estimate_note(out, row, "no bound of the shift");
  else if (isnan(shift[LOWEST]))
    pst_estimate_note(out, row, "shift of at most %s", text[HIGHEST]);
  else if (isnan(shift[HIGHEST]))
    pst_estimate_note(out, row, "shift of at least %s", text[LOWEST]);
  else
    pst_estimate_note(out, row, "shift from %s to %s", text[LOWEST], text[HIGHEST]);
}

static void note_p(const double p[ENDS], const struct pst_test *test, struct pst_estimates *out,
                   struct pst_estimate *row)
{
  const double alpha = 1 - pst_conf_level(test);
  const char *share = p[HIGHEST] < alpha ? "all" : p[LOWEST] < alpha ? "some" : "none";

  if (p[LOWEST] == p[HIGHEST])
    pst_estimate_note(out, row, "the same p for all values that they may have");
  else
    pst_estimate_note(out, row,
                      "p from %.2g to %.2g: below %.6g for %s of the values they may have",
                      p[LOWEST], p[HIGHEST], alpha, share);
}

static enum pst_status add_main(const struct pst_two_bounded *s, const struct outcome *of,
                                const double shift[ENDS], const double p[ENDS],
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "shift", s->nx + s->ny);
  size_t bounded = 0;

  if (row == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->nx + s->ny; i++)
    bounded += !pst_bounds_is_point(i < s->nx ? &s->x[i] : &s->y[i - s->nx]);
  pst_estimate_note(out, row, "%zu value%s known by bounds", bounded, bounded == 1 ? "" : "s");
  if (shift[LOWEST] == shift[HIGHEST])
    row->estimate = shift[LOWEST];
  else
    note_shift(shift, out, row);
  row->conf_low = within_reach(of[LOWEST].shift.conf_low);
  row->conf_high = within_reach(of[HIGHEST].shift.conf_high);
  if (isnan(of[LOWEST].shift.conf_low))
    pst_estimate_note(out, row, "too few values for an interval at this level");
  if (isnan(p[LOWEST])) {
    pst_estimate_note(out, row, "no test: all values are equal");
    return PST_OK;
  }
  pst_estimate_p(out, row, p[HIGHEST], of[LOWEST].p_method);
  note_p(p, test, out, row);
  return PST_OK;
}

static enum pst_status check(const struct pst_two_bounded *s, struct pst_error *error)
{
  if (s->nx == 0 || s->ny == 0)
    return pst_fail(error, PST_UNDEFINED, "fewer than 1 value in the %s group",
                    s->nx == 0 ? "first" : "second");
  return PST_OK;
}

enum pst_status pst_mann_whitney_bounds(const struct pst_two_bounded *samples,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct outcome of[ENDS];
  enum pst_status status = check(samples, error);

  for (int which = LOWEST; which < ENDS && status == PST_OK; which++)
    status = compute(samples, which, test, &of[which], out->arena, scratch, error);
  if (status == PST_OK) {
    const double shift[ENDS] = {within_reach(of[LOWEST].shift.estimate),
                                within_reach(of[HIGHEST].shift.estimate)};
    double p[ENDS];

    range_of_p(samples, of, test, p);
    status = add_main(samples, of, shift, p, test, out, error);
    if (status == PST_OK) {
      const struct pst_term terms[] = {
          {"shift-min", shift[LOWEST], "no bound"}, {"shift-max", shift[HIGHEST], "no bound"},
          {"U1-min", of[LOWEST].U1, NULL},          {"U1-max", of[HIGHEST].U1, NULL},
          {"p-min", p[LOWEST], "no test"},          {"p-max", p[HIGHEST], "no test"},
      };

      status = pst_estimates_terms(out, METHOD, samples->nx + samples->ny, terms, 6, error);
    }
  }
  pst_arena_release(scratch, mark);
  return status;
}
