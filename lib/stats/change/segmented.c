/* segmented.c -- a line with one knot at an unknown time. */
#include "stats/change/segmented.h"

#include <math.h>

#include "stats/change/series.h"
#include "stats/description/moments.h"
#include "stats/regression/errors.h"
#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

enum { LEAST = 8, SIDE = 3 };

/* --- the search ------------------------------------------------------------------------------------- */

/* Sums over some values, in coordinates that are centred and scaled. */
struct sums {
  long double n, x, y, xx, xy, yy;
};

static void add(struct sums *sums, long double x, long double y)
{
  sums->n += 1;
  sums->x += x;
  sums->y += y;
  sums->xx += x * x;
  sums->xy += x * y;
  sums->yy += y * y;
}

static struct sums less(struct sums all, struct sums part)
{
  return (struct sums){all.n - part.n,   all.x - part.x,   all.y - part.y,
                       all.xx - part.xx, all.xy - part.xy, all.yy - part.yy};
}

/* A line through some values, and the squares around it. */
struct line {
  long double slope, level, rss;
};

static struct line line_of(struct sums s)
{
  long double xx = s.xx - s.x * s.x / s.n, xy = s.xy - s.x * s.y / s.n;
  struct line line = {.slope = xx > 0 ? xy / xx : 0};

  line.level = (s.y - line.slope * s.x) / s.n;
  line.rss = s.yy - s.y * s.y / s.n - line.slope * xy;
  return line;
}

/* All values, and what every knot asks of them. */
struct whole {
  struct sums sums;
  long double sxx, sxy;
  struct line straight;
};

static struct whole whole_of(const double *x, const double *y, size_t n)
{
  struct whole whole = {.sums = {0, 0, 0, 0, 0, 0}};
  struct sums *all = &whole.sums;

  for (size_t i = 0; i < n; i++)
    add(all, x[i], y[i]);
  whole.sxx = all->xx - all->x * all->x / all->n;
  whole.sxy = all->xy - all->x * all->y / all->n;
  whole.straight = line_of(*all);
  return whole;
}

/* The squares around the bent line with its knot at K: values of RIGHT are after it. */
static long double rss_at(const struct whole *whole, struct sums right, long double k)
{
  const struct sums *all = &whole->sums;
  /* c by regressing y on (x - k)+, both less their lines on x */
  long double z = right.x - k * right.n, zz = right.xx - 2 * k * right.x + k * k * right.n;
  long double xz = right.xx - k * right.x, yz = right.xy - k * right.y;
  long double sxz = xz - all->x * z / all->n, along = sxz / whole->sxx;
  long double szz = zz - z * z / all->n - sxz * along;
  long double szy = yz - z * all->y / all->n - along * whole->sxy;

  return whole->straight.rss - (szz > 0 ? szy * szy / szz : 0);
}

struct best {
  long double knot, rss;
  size_t before; /* values at or before the knot */
};

static void take(struct best *best, long double rss, long double knot, size_t before)
{
  if (rss < best->rss)
    *best = (struct best){knot, rss, before};
}

/* Values I - 1 and I have the knot between them, or one of them has it. */
static void try_between(const double *x, size_t i, const struct whole *whole, struct sums left,
                        struct best *best)
{
  struct sums right = less(whole->sums, left);
  struct line a = line_of(left), b = line_of(right);
  long double meet =
      a.slope == b.slope ? (long double)INFINITY : (a.level - b.level) / (b.slope - a.slope);

  if (meet > x[i - 1] && meet < x[i])
    take(best, a.rss + b.rss, meet, i);
  take(best, rss_at(whole, right, x[i - 1]), x[i - 1], i);
  take(best, rss_at(whole, right, x[i]), x[i], i);
}

static struct best search(const double *x, const double *y, size_t n, struct line *straight)
{
  struct whole whole = whole_of(x, y, n);
  struct sums left = {0, 0, 0, 0, 0, 0};
  struct best best = {.rss = INFINITY};

  *straight = whole.straight;
  for (size_t i = 0; i + SIDE < n; i++) {
    add(&left, x[i], y[i]);
    if (i + 1 >= SIDE)
      try_between(x, i + 1, &whole, left, &best);
  }
  return best;
}

static double f_of(const struct best *best, const struct line *straight, size_t n)
{
  return (double)((straight->rss - best->rss) / 2 / (best->rss / ((long double)n - 4)));
}

/* CONTEXT: the n times, scaled. */
static double f_maximum(const void *context, const double *y, size_t n)
{
  struct line straight;
  struct best best = search(context, y, n, &straight);

  return f_of(&best, &straight, n);
}

/* --- rows ------------------------------------------------------------------------------------------- */

struct fit {
  size_t n;
  double knot;
  struct pst_regression regression;
  struct pst_errors errors;
};

/* The linearised model: 1, x - knot, (x - knot)+, and how y changes with the knot. */
static enum pst_status linearise(const struct pst_sample *sample, double knot, struct fit *fit,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  enum { COLUMNS = 4 };
  static const char *const names[] = {"level", "x", "bend", "knot"};
  struct pst_regressor columns[COLUMNS];
  double *cells = pst_arena_array(scratch, sample->n, COLUMNS * sizeof *cells);
  struct pst_regression_design design = {.n = sample->n,
                                         .p = COLUMNS,
                                         .columns = columns,
                                         .y = {"y", sample->y, NULL},
                                         .intercept = true};
  enum pst_status status;

  if (cells == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++) {
    double x = sample->x[i] - knot;

    cells[i] = 1;
    cells[sample->n + i] = x;
    cells[2 * sample->n + i] = fmax(x, 0);
    cells[3 * sample->n + i] = x > 0 ? -1 : 0;
  }
  for (size_t j = 0; j < COLUMNS; j++)
    columns[j] = (struct pst_regressor){names[j], cells + j * sample->n, NULL};
  fit->n = sample->n;
  fit->knot = knot;
  status = pst_regression_fit(&design, &fit->regression, scratch, error);
  if (status == PST_OK)
    status = pst_errors_of(&fit->regression, &(struct pst_errors_ask){.kind = PST_ERRORS_CLASSICAL},
                           &fit->errors, scratch, error);
  return status;
}

/* The standard error of A b1 + B b2 + C b3. */
static double error_of(const struct fit *fit, double a, double b, double c)
{
  const double x[] = {0, a, b, c};
  double z[4];

  if (fit->regression.basis.rank < 4)
    return (double)NAN;
  pst_regression_direction(&fit->regression, x, z);
  return sqrt(pst_errors_variance(&fit->errors, z));
}

static enum pst_status add_term(const struct fit *fit, const char *term, double value,
                                double error_value, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, "segmented", term, fit->n);
  double reach;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = value;
  row->std_error = error_value;
  row->df = (double)fit->n - 4;
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, row->df) * error_value;
  row->conf_low = value - reach;
  row->conf_high = value + reach;
  return PST_OK;
}

/* The two slopes come from the bent line itself; the linearised model gives their errors. */
static enum pst_status bent_line(const struct pst_sample *sample, double knot, double *b,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_regressor columns[3];
  double *cells = pst_arena_array(scratch, sample->n, 3 * sizeof *cells);
  struct pst_regression_design design = {
      .n = sample->n, .p = 3, .columns = columns, .y = {"y", sample->y, NULL}, .intercept = true};
  struct pst_regression fit;
  enum pst_status status;

  if (cells == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++) {
    cells[i] = 1;
    cells[sample->n + i] = sample->x[i] - knot;
    cells[2 * sample->n + i] = fmax(sample->x[i] - knot, 0);
  }
  for (size_t j = 0; j < 3; j++)
    columns[j] = (struct pst_regressor){"x", cells + j * sample->n, NULL};
  status = pst_regression_fit(&design, &fit, scratch, error);
  for (size_t j = 0; j < 3 && status == PST_OK; j++)
    b[j] = fit.coefficients[j];
  b[3] = status == PST_OK ? fit.rss : (double)NAN;
  return status;
}

static enum pst_status add_rows(const struct pst_sample *sample, const struct fit *fit,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  double b[4];
  enum pst_status status = bent_line(sample, fit->knot, b, scratch, error);

  if (status == PST_OK)
    status =
        add_term(fit, "knot", fit->knot, error_of(fit, 0, 0, 1) / fabs(b[2]), test, out, error);
  if (status == PST_OK)
    status = add_term(fit, "slope_before", b[1], error_of(fit, 1, 0, 0), test, out, error);
  if (status == PST_OK)
    status = add_term(fit, "slope_after", b[1] + b[2], error_of(fit, 1, 1, 0), test, out, error);
  if (status == PST_OK)
    status = add_term(fit, "slope_change", b[2], error_of(fit, 0, 1, 0), test, out, error);
  if (status == PST_OK) {
    const struct pst_term terms[] = {{"value_at_knot", b[0], NULL},
                                     {"rss", b[3], "beyond the range of doubles"}};

    status = pst_estimates_terms(out, "segmented", sample->n, terms, 2, error);
  }
  return status;
}

/* --- the whole -------------------------------------------------------------------------------------- */

static bool equally_spaced(const double *x, size_t n)
{
  double step = (x[n - 1] - x[0]) / ((double)n - 1);

  for (size_t i = 1; i < n; i++)
    if (fabs(x[i] - x[i - 1] - step) > 1e-9 * step)
      return false;
  return true;
}

/* Values less their mean, times a power of two. */
static double *scaled(const double *x, size_t n, struct pst_sum *mean, double *scale,
                      struct pst_arena *scratch)
{
  double *out = pst_arena_array(scratch, n, sizeof *out);

  *mean = pst_mean_of(x, n);
  *scale = pst_scale_of(x, n, mean);
  for (size_t i = 0; out != NULL && i < n; i++)
    out[i] = pst_from_mean(x[i], mean) * *scale;
  return out;
}

static enum pst_status run(const struct pst_sample *sample, const struct pst_test *test,
                           struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  struct pst_sum mean_x, mean_y;
  double scale_x, scale_y, f;
  const double *x = scaled(sample->x, sample->n, &mean_x, &scale_x, scratch);
  const double *y = scaled(sample->y, sample->n, &mean_y, &scale_y, scratch);
  struct pst_change_null null = {.maximum = f_maximum, .context = x, .p = (double)NAN};
  size_t first = out->count;
  struct line straight;
  struct best best;
  struct fit fit;
  enum pst_status status;

  if (x == NULL || y == NULL)
    return pst_fail_memory(error);
  best = search(x, y, sample->n, &straight);
  if (straight.rss <= (long double)sample->n * 0x1p-90L)
    return pst_fail(error, PST_UNDEFINED, "y lies on a line: there is no knot");
  status =
      linearise(sample, (double)best.knot / scale_x + pst_sum_value(&mean_x), &fit, scratch, error);
  if (status == PST_OK)
    status = add_rows(sample, &fit, test, out, scratch, error);
  if (status != PST_OK)
    return status;
  if (best.rss <= (long double)sample->n * 0x1p-90L) {
    pst_estimate_note(out, &out->items[first], "perfect fit: no test");
    return PST_OK;
  }
  f = f_of(&best, &straight, sample->n);
  out->items[first].statistic = f;
  null.kind = equally_spaced(sample->x, sample->n) ? 6 : 0;
  status = pst_change_p(sample, &null, f, test, out, first, scratch, error);
  return status;
}

enum pst_status pst_segmented(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = pst_change_check(sample, LEAST, error);

  if (status == PST_OK && pst_constant(sample->y, sample->n))
    status = pst_fail(error, PST_UNDEFINED, "y is constant");
  if (status == PST_OK)
    status = run(sample, test, out, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
