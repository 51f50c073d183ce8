/* dominance.c -- how often a value of one sample beats one of the other. */
#include "stats/samples/rank_sum/dominance.h"

#include <math.h>

#include "stats/samples/rank_sum/rank_groups.h"
#include "stats/sample.h"
#include "stats/tails.h"

/* The placements: for each value the number of the other sample below it, ties half. */
struct placements {
  double nx;
  double ny;
  double relative;   /* P(x < y) + P(x = y)/2 */
  double variance_x; /* of the placements of x among y, n - 1 */
  double variance_y;
  double untied; /* pairs with x != y */
};

/* The variance of placements in groups; OTHER counts the sample in which they are placed. */
static double placement_variance(const size_t *own, const size_t *other, size_t count, double n,
                                 double mean)
{
  struct pst_sum squares = {0, 0};
  double below = 0;

  for (size_t i = 0; i < count; i++) {
    double away = below + (double)other[i] / 2 - mean;

    pst_sum_product(&squares, (double)own[i] * away, away);
    below += (double)other[i];
  }
  return pst_sum_value(&squares) / (n - 1);
}

static struct placements placements_of(const struct pst_rank_groups *g)
{
  const double U1 = pst_rank_groups_u2(g) / 2;
  struct placements p = {.nx = (double)g->nx, .ny = (double)g->ny};

  p.untied = p.nx * p.ny;
  for (size_t i = 0; i < g->count; i++)
    p.untied -= (double)g->x[i] * (double)g->y[i];
  p.relative = (p.nx * p.ny - U1) / (p.nx * p.ny);
  p.variance_x = placement_variance(g->x, g->y, g->count, p.nx, U1 / p.nx);
  p.variance_y = placement_variance(g->y, g->x, g->count, p.ny, p.nx - U1 / p.ny);
  return p;
}

static enum pst_status place(const struct pst_two_samples *samples, const char *method,
                             const struct pst_test *test, struct placements *p,
                             struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_rank_groups g = {.count = 0};
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pst_two_samples_check(samples, 1, error);
  if (status == PST_OK)
    status = pst_rank_groups_of(samples, &g, scratch, error);
  if (status == PST_OK)
    *p = placements_of(&g);
  pst_arena_release(scratch, mark);
  return status;
}

/* The statistic rises with y; "greater" is about x. */
static double p_of(double W, double df, enum pst_alternative alternative)
{
  return pst_t_p(-W, df, alternative);
}

enum pst_status pst_brunner_munzel(const struct pst_two_samples *samples,
                                   const struct pst_test *test, struct pst_estimates *out,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  struct placements p = {.nx = 0};
  enum pst_status status = place(samples, "brunner-munzel", test, &p, scratch, error);
  struct pst_estimate *row;
  double a, b, reach;

  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, "brunner-munzel", "relative-effect", samples->nx + samples->ny);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = p.relative;
  if (samples->nx < 2 || samples->ny < 2) {
    pst_estimate_note(out, row, "no test: a group has one value");
    return PST_OK;
  }
  a = p.variance_x / p.ny / (p.nx * p.ny); /* the variance of the relative effect is a + b */
  b = p.variance_y / p.nx / (p.nx * p.ny);
  if (a + b == 0) {
    row->statistic = p.relative == 0.5 ? (double)NAN : copysign((double)INFINITY, p.relative - 0.5);
    pst_estimate_note(out, row,
                      p.relative == 0.5 ? "no test: all values are equal"
                                        : "no test: the groups do not overlap");
    return PST_OK;
  }
  row->std_error = sqrt(a + b);
  row->df = (a + b) * (a + b) / (a * a / (p.nx - 1) + b * b / (p.ny - 1));
  row->statistic = (p.relative - 0.5) / row->std_error;
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, row->df) * row->std_error;
  row->conf_low = fmax(0, p.relative - reach);
  row->conf_high = fmin(1, p.relative + reach);
  pst_estimate_p(out, row, p_of(row->statistic, row->df, test->alternative), "t");
  return PST_OK;
}

/* Cliff's consistent variance: of the rows of the dominance matrix, of its columns, and of its cells. */
static double delta_variance(const struct placements *p, double delta)
{
  const double cells = p->untied - p->nx * p->ny * delta * delta;
  const double of_x = 4 * p->variance_x / (p->ny * p->ny);
  const double of_y = 4 * p->variance_y / (p->nx * p->nx);

  return ((p->ny - 1) * of_x + (p->nx - 1) * of_y + cells / ((p->nx - 1) * (p->ny - 1)))
         / (p->nx * p->ny);
}

static void delta_interval(const struct placements *p, double d, double level, double *low,
                           double *high)
{
  const double tail = (1 - level) / 2;
  const double t = pst_t_quantile(tail, p->nx + p->ny - 2);
  const double v = fmax(0, delta_variance(p, d)) * t * t;
  const double reach = sqrt(v) * hypot(1 - d * d, sqrt(v));

  if (fabs(d) == 1) {
    double n = fmin(p->nx, p->ny);
    double z = pst_normal_quantile(tail);
    double end = (n - z * z) / (n + z * z);

    *low = d < 0 ? -1 : end;
    *high = d < 0 ? -end : 1;
    return;
  }
  *low = (d - d * d * d - reach) / (1 - d * d + v);
  *high = (d - d * d * d + reach) / (1 - d * d + v);
}

void pst_delta_limits(const struct pst_rank_groups *groups, double level, double *low, double *high)
{
  struct placements p;

  *low = *high = (double)NAN;
  if (groups->nx < 2 || groups->ny < 2)
    return;
  p = placements_of(groups);
  if (p.untied > 0)
    delta_interval(&p, 1 - 2 * p.relative, level, low, high);
}

enum pst_status pst_cliffs_delta(const struct pst_two_samples *samples, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct placements p = {.nx = 0};
  enum pst_status status = place(samples, "cliffs-delta", test, &p, scratch, error);
  struct pst_estimate *row;

  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, "cliffs-delta", "delta", samples->nx + samples->ny);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = 1 - 2 * p.relative;
  if (samples->nx < 2 || samples->ny < 2) {
    pst_estimate_note(out, row, "no interval: a group has one value");
    return PST_OK;
  }
  if (p.untied == 0) {
    pst_estimate_note(out, row, "no interval: all values are equal");
    return PST_OK;
  }
  row->std_error = sqrt(fmax(0, delta_variance(&p, row->estimate)));
  delta_interval(&p, row->estimate, pst_conf_level(test), &row->conf_low, &row->conf_high);
  return PST_OK;
}
