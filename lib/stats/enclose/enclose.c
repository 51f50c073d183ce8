/* enclose.c -- correlations of ranges: every order where they are few, else bounds. */
#include "stats/enclose/enclose.h"

#include <math.h>

#include "stats/enclose/bounds.h"
#include "stats/correlation/pearson.h"
#include "stats/correlation/spearman.h"
#include "stats/kendall/kendall.h"
#include "stats/trend/mann_kendall.h"

/* So many orders of each variable, so much work for all pairs of them. */
enum { ORDERS_MOST = 2000, ORDERS_ROWS = 400000 };
static const double work_most = 2e6;

pst_pair_kernel *pst_enclose_kernel(enum pst_enclosed statistic)
{
  switch (statistic) {
  case PST_ENCLOSE_KENDALL:
    return pst_kendall;
  case PST_ENCLOSE_MANN_KENDALL:
    return pst_mann_kendall;
  case PST_ENCLOSE_SPEARMAN:
    return pst_spearman;
  case PST_ENCLOSE_PEARSON:
    break;
  }
  return pst_pearson;
}

/* What one run of the kernel costs, about: the exact p of ranks that are tied in both variables is
   counted over tables, that of rho over states of ranks used up. */
static double work_of(enum pst_enclosed statistic, bool p_value, size_t n)
{
  const double rows = (double)n;

  if (!p_value)
    return 20 * rows;
  if (statistic == PST_ENCLOSE_MANN_KENDALL)
    return 20 * rows * rows;
  if (statistic == PST_ENCLOSE_KENDALL)
    return n <= 6 ? 2e3 : n <= 12 ? 2e4 : 1e6;
  return n <= 14 ? 20 * rows + exp2(rows) * rows * rows * rows / 40 : n <= 60 ? 1e6 : 40 * rows;
}

/* One order of x and one of y; an undefined one, as that of a constant, has no value. */
static enum pst_status try_order(pst_pair_kernel *kernel, bool p_value,
                                 const struct pst_sample *sample, struct pst_enclosure *out,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_test test = {.conf_level = 0};
  struct pst_arena notes = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &notes};
  enum pst_status status = kernel(sample, &test, &rows, scratch, error);

  if (status == PST_OK && rows.count > 0) {
    const double value = p_value ? rows.items[0].p_value : rows.items[0].estimate;

    out->low = fmin(out->low, value);
    out->high = fmax(out->high, value);
  }
  pst_estimates_free(&rows);
  pst_arena_free(&notes);
  if (status == PST_UNDEFINED)
    pst_error_clear(error);
  return status == PST_UNDEFINED ? PST_OK : status;
}

static enum pst_status try_orders(enum pst_enclosed statistic, bool p_value, size_t n,
                                  const struct pst_orders *x, const struct pst_orders *y,
                                  struct pst_enclosure *out, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  pst_pair_kernel *kernel = pst_enclose_kernel(statistic);
  enum pst_status status = PST_OK;

  *out = (struct pst_enclosure){.low = INFINITY, .high = -INFINITY};
  for (size_t i = 0; i < x->count && status == PST_OK; i++) {
    for (size_t j = 0; j < y->count && status == PST_OK; j++) {
      const struct pst_sample sample = {.n = n, .x = x->ranks + i * n, .y = y->ranks + j * n};

      status = try_order(kernel, p_value, &sample, out, scratch, error);
    }
  }
  if (status == PST_OK && out->low > out->high)
    status = pst_fail(error, PST_UNDEFINED, "one of the two series is constant");
  out->exact = true;
  return status;
}

static enum pst_status by_bounds(enum pst_enclosed statistic, bool p_value,
                                 const struct pst_places *x, const struct pst_places *y,
                                 struct pst_enclosure *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct pst_kendall_bounds bounds;
  struct pst_enclosure rho;

  if (statistic == PST_ENCLOSE_SPEARMAN) {
    if (!pst_bounds_spearman(x, y, &rho, scratch))
      return pst_fail_memory(error);
    *out = rho;
    if (p_value && !pst_bounds_spearman_p(x, y, &rho, out, scratch))
      return pst_fail_memory(error);
    return PST_OK;
  }
  if (x->n <= PST_ENCLOSE_MOST)
    pst_bounds_kendall(x, y, &bounds);
  else if (!pst_bounds_kendall_many(x, y, &bounds, scratch))
    return pst_fail_memory(error);
  *out = (struct pst_enclosure){.low = bounds.low, .high = bounds.high};
  return p_value ? pst_bounds_kendall_p(x, y, &bounds, statistic == PST_ENCLOSE_MANN_KENDALL, out,
                                        scratch, error)
                 : PST_OK;
}

enum pst_status pst_enclose_places(enum pst_enclosed statistic, bool p_value,
                                   const struct pst_places *x, const struct pst_places *y,
                                   struct pst_enclosure *out, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  const size_t n = x->n, most = n > ORDERS_ROWS / ORDERS_MOST ? ORDERS_ROWS / n : ORDERS_MOST;
  struct pst_orders of_x, of_y = {.count = 0};
  double work;

  if (n > PST_ENCLOSE_MOST)
    return by_bounds(statistic, p_value, x, y, out, scratch, error);
  if (!pst_places_orders(x, most, &of_x, scratch)
      || (of_x.count > 0 && !pst_places_orders(y, most, &of_y, scratch)))
    return pst_fail_memory(error);
  work = (double)of_x.count * (double)of_y.count * work_of(statistic, p_value, n);
  if (work > 0 && (work <= work_most || of_x.count * of_y.count == 1))
    return try_orders(statistic, p_value, n, &of_x, &of_y, out, scratch, error);
  return by_bounds(statistic, p_value, x, y, out, scratch, error);
}

static enum pst_status by_order(enum pst_enclosed statistic, bool p_value,
                                const struct pst_enclose_box *box, struct pst_enclosure *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_places x, y;

  if (!pst_places_of(box->x, box->n, &x, scratch) || !pst_places_of(box->y, box->n, &y, scratch))
    return pst_fail_memory(error);
  return pst_enclose_places(statistic, p_value, &x, &y, out, scratch, error);
}

enum pst_status pst_enclose(enum pst_enclosed statistic, bool p_value,
                            const struct pst_enclose_box *box, struct pst_enclosure *out,
                            struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = PST_OK;
  struct pst_enclosure r;

  *out = (struct pst_enclosure){.low = p_value ? 0 : -1, .high = 1};
  if (box->n < 2)
    return PST_OK;
  if (statistic != PST_ENCLOSE_PEARSON)
    status = by_order(statistic, p_value, box, out, scratch, error);
  else if (!pst_bounds_pearson(box, &r, scratch))
    status = pst_fail_memory(error);
  else if (p_value)
    pst_bounds_t_p(box->n, &r, out);
  else
    *out = r;
  pst_arena_release(scratch, mark);
  return status;
}
