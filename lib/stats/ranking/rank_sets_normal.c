/* rank_sets_normal.c -- confidence sets for ranks of estimates with standard errors. */
#include <math.h>
#include <stdlib.h>

#include "stats/random/draw.h"
#include "stats/ranking/rank_sets.h"
#include "stats/tails.h"

/* The integral over an item's own error: the trapezoid rule from -WIDE to WIDE, STEP apart or less. */
enum { NODES_LEAST = 96, NODES_MOST = 4000, HALVINGS = 60 };
static const double wide = 8.5;

struct work {
  const struct pst_rank_estimates *e;
  double *error;     /* of the difference of two items, n * n */
  signed char *side; /* of item j against k: 1 surely larger, -1 surely smaller, 0 open */
};

static double z_of(const struct work *work, size_t j, size_t k)
{
  return (work->e->values[j] - work->e->values[k]) / work->error[j * work->e->n + k];
}

/* --- one item against the others ----------------------------------------------------------------------------- */

/* P(LOW <= Z <= HIGH), without loss in the tails. */
static double between(double low, double high)
{
  return low > 0 ? pst_normal_upper(low) - pst_normal_upper(high)
                 : pst_normal_upper(-high) - pst_normal_upper(-low);
}

/* The probability that no open difference of item J is further out than C, where its own error is AT. */
static double inside(const struct work *work, size_t j, double c, double at)
{
  const size_t n = work->e->n;
  double product = 1;

  for (size_t k = 0; k < n && product > 0; k++) {
    const double reach = c * work->error[j * n + k], s = work->e->errors[k];

    if (k == j || work->side[j * n + k] != 0)
      continue;
    if (s > 0)
      product *= between((at - reach) / s, (at + reach) / s);
    else
      product *= fabs(at) <= reach ? 1 : 0;
  }
  return product;
}

static double coverage(const struct work *work, size_t j, double c, size_t nodes)
{
  const double step = 2 * wide / (double)nodes, own = work->e->errors[j];
  double sum = 0, mass = 0;

  if (own == 0)
    return inside(work, j, c, 0);
  for (size_t i = 0; i <= nodes; i++) {
    const double z = -wide + step * (double)i, density = exp(-z * z / 2);

    sum += density * inside(work, j, c, own * z);
    mass += density;
  }
  return sum / mass;
}

/* As many that the narrowest of the others' errors is met by several. */
static size_t nodes_of(const struct work *work, size_t j)
{
  double least = INFINITY;

  for (size_t k = 0; k < work->e->n; k++)
    if (k != j && work->e->errors[k] > 0)
      least = fmin(least, work->e->errors[k]);
  return (size_t)fmin(NODES_MOST, fmax(NODES_LEAST, 8 * wide * work->e->errors[j] / least));
}

static double quantile_of(const struct work *work, size_t j, size_t open)
{
  const double level = work->e->level;
  const size_t nodes = nodes_of(work, j);
  double low = 0, high = pst_normal_quantile((1 - level) / (2 * (double)open)) + 1e-9;

  for (int i = 0; i < HALVINGS && high - low > 1e-10 * high; i++) {
    const double middle = low / 2 + high / 2;

    *(coverage(work, j, middle, nodes) < level ? &low : &high) = middle;
  }
  return high;
}

/* The open differences of item J beyond C are decided. */
static void decide(struct work *work, size_t j, double c)
{
  const size_t n = work->e->n;

  for (size_t k = 0; k < n; k++)
    if (k != j && work->side[j * n + k] == 0 && fabs(z_of(work, j, k)) > c)
      work->side[j * n + k] = work->e->values[j] > work->e->values[k] ? 1 : -1;
}

static size_t count_open(const struct work *work, size_t j)
{
  size_t open = 0;

  for (size_t k = 0; k < work->e->n; k++)
    open += k != j && work->side[j * work->e->n + k] == 0;
  return open;
}

static void by_itself(struct work *work, size_t j)
{
  const size_t open = count_open(work, j);

  if (open > 0)
    decide(work, j, quantile_of(work, j, open));
}

/* --- all items together ------------------------------------------------------------------------------------------ */

static int by_size(const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double farthest(const struct work *work, const double *draw)
{
  const size_t n = work->e->n;
  double most = 0;

  for (size_t j = 1; j < n; j++)
    for (size_t k = 0; k < j; k++)
      if (work->side[j * n + k] == 0)
        most = fmax(most, fabs(draw[j] - draw[k]) / work->error[j * n + k]);
  return most;
}

static enum pst_status together(struct work *work, struct pst_arena *scratch,
                                struct pst_error *error)
{
  enum { DRAWS = PST_RANK_SETS_DRAWS };
  const size_t n = work->e->n;
  const size_t at = (size_t)ceil(work->e->level * (DRAWS + 1)) - 1;
  double *draws = pst_arena_array(scratch, DRAWS * n, sizeof *draws);
  double *most = pst_arena_array(scratch, DRAWS, sizeof *most);

  if (draws == NULL || most == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < DRAWS; r++)
    for (size_t j = 0; j < n; j++)
      draws[r * n + j] =
          work->e->errors[j] * pst_normal_quantile(pst_draw(work->e->seed, r + 1, j + 1) + 0x1p-54);
  for (size_t r = 0; r < DRAWS; r++)
    most[r] = farthest(work, draws + r * n);
  qsort(most, DRAWS, sizeof *most, by_size);
  for (size_t j = 0; j < n; j++)
    decide(work, j, most[at < DRAWS ? at : DRAWS - 1]);
  return PST_OK;
}

/* --- both ----------------------------------------------------------------------------------------------------------- */

/* Values without errors are decided by themselves; equal ones without are tied, and open. */
static void begin(struct work *work)
{
  const size_t n = work->e->n;

  for (size_t j = 0; j < n; j++)
    for (size_t k = 0; k < n; k++) {
      const double a = work->e->values[j], b = work->e->values[k];

      work->error[j * n + k] = hypot(work->e->errors[j], work->e->errors[k]);
      work->side[j * n + k] = 0;
      if (work->error[j * n + k] > 0)
        continue;
      work->error[j * n + k] = 1; /* equal for sure: z is 0 */
      work->side[j * n + k] = (signed char)((a > b) - (a < b));
    }
}

static void count_ranks(const struct work *work, size_t *low, size_t *high)
{
  const size_t n = work->e->n;

  for (size_t j = 0; j < n; j++) {
    low[j] = 1;
    high[j] = n;
    for (size_t k = 0; k < n; k++) {
      low[j] += work->side[j * n + k] < 0;
      high[j] -= work->side[j * n + k] > 0;
    }
  }
}

static enum pst_status check(const struct pst_rank_estimates *e, struct pst_error *error)
{
  if (e->n < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 items");
  if (e->n > PST_RANK_SETS_MOST)
    return pst_fail(error, PST_UNDEFINED, "more than %d items: the sets of all would take too long",
                    PST_RANK_SETS_MOST);
  for (size_t i = 0; i < e->n; i++)
    if (!(e->errors[i] >= 0) || isinf(e->errors[i]))
      return pst_fail(error, PST_USAGE, "a standard error is 0 or more, not %g", e->errors[i]);
  return PST_OK;
}

enum pst_status pst_rank_sets_normal(const struct pst_rank_estimates *estimates,
                                     struct pst_rank_sets *sets, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const size_t n = estimates->n;
  struct work work = {.e = estimates};
  enum pst_status status = check(estimates, error);

  if (status != PST_OK)
    return status;
  work.error = pst_arena_array(scratch, n * n, sizeof *work.error);
  work.side = pst_arena_array(scratch, n * n, 1);
  if (work.error == NULL || work.side == NULL) {
    status = pst_fail_memory(error);
  } else {
    begin(&work);
    for (size_t j = 0; j < n; j++)
      by_itself(&work, j);
    count_ranks(&work, sets->low, sets->high);
    begin(&work);
    status = together(&work, scratch, error);
    if (status == PST_OK)
      count_ranks(&work, sets->all_low, sets->all_high);
  }
  pst_arena_release(scratch, mark);
  return status;
}
