/* distance.c -- distance correlation: 0 only where x and y are independent, whatever the form of the dependence. */
#include "stats/correlation/distance.h"

#include <math.h>
#include <stdlib.h>

#include "stats/description/moments.h"
#include "stats/random/permutation.h"
#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

/* One variable: centred, scaled, in order, with the sums of distances of each value to all. */
struct side {
  size_t n;
  double *value; /* by observation */
  size_t *order; /* observations from the least value up */
  size_t *place; /* the place of each observation in ORDER */
  double *row;   /* sum of distances of each observation */
  double total;  /* of all rows */
  double scale;
};

struct pair {
  double value;
  size_t at;
};

static int ascending(const void *a, const void *b)
{
  const struct pair *p = a, *q = b;

  if (p->value != q->value)
    return p->value < q->value ? -1 : 1;
  return p->at < q->at ? -1 : p->at > q->at;
}

/* Rows of distances: with values in order, n_below x - sum below + sum above - n_above x. */
static void sum_distances(struct side *side)
{
  struct pst_sum all = pst_sum_of(side->value, side->n), below = {0, 0}, total = {0, 0};
  double n = (double)side->n;

  for (size_t k = 0; k < side->n; k++) {
    size_t i = side->order[k];
    double x = side->value[i], sum = pst_sum_value(&below);

    side->row[i] = (2 * (double)k - n) * x + pst_sum_value(&all) - 2 * sum;
    pst_sum_add(&below, x);
    pst_sum_add(&total, side->row[i]);
  }
  side->total = pst_sum_value(&total);
}

static enum pst_status make_side(const double *x, size_t n, struct side *side,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_sum mean = pst_mean_of(x, n);
  struct pair *pairs = pst_arena_array(scratch, n, sizeof *pairs);

  *side = (struct side){.n = n, .scale = pst_scale_of(x, n, &mean)};
  side->value = pst_arena_array(scratch, n, sizeof *side->value);
  side->order = pst_arena_array(scratch, n, sizeof *side->order);
  side->place = pst_arena_array(scratch, n, sizeof *side->place);
  side->row = pst_arena_array(scratch, n, sizeof *side->row);
  if (pairs == NULL || side->value == NULL || side->order == NULL || side->place == NULL
      || side->row == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    side->value[i] = pst_from_mean(x[i], &mean) * side->scale;
    pairs[i] = (struct pair){side->value[i], i};
  }
  qsort(pairs, n, sizeof *pairs, ascending);
  for (size_t k = 0; k < n; k++) {
    side->order[k] = pairs[k].at;
    side->place[pairs[k].at] = k;
  }
  sum_distances(side);
  return PST_OK;
}

/* --- the sum of products of distances ----------------------------------------------------------------- */

/* Of the observations so far whose y has a place up to K: how many, and sums. */
struct node {
  double count, x, y, xy;
};

static void tree_add(struct node *tree, size_t n, size_t place, double x, double y)
{
  for (size_t k = place + 1; k <= n; k += k & (~k + 1)) {
    tree[k].count += 1;
    tree[k].x += x;
    tree[k].y += y;
    tree[k].xy += x * y;
  }
}

static struct node tree_sum(const struct node *tree, size_t place)
{
  struct node sum = {0, 0, 0, 0};

  for (size_t k = place + 1; k > 0; k -= k & (~k + 1)) {
    sum.count += tree[k].count;
    sum.x += tree[k].x;
    sum.y += tree[k].y;
    sum.xy += tree[k].xy;
  }
  return sum;
}

/* Sum over pairs of (xj - xi)(yj - yi), those of the node. */
static double products(const struct node *node, double x, double y)
{
  return node->count * x * y - x * node->y - y * node->x + node->xy;
}

/* Sum over all i and j of |xi - xj| |yi - yj|, where observation i has y number WHICH[i] (NULL: its own). */
static double sum_products(const struct side *a, const struct side *b, const size_t *which,
                           struct node *tree)
{
  struct node all = {0, 0, 0, 0};
  struct pst_sum total = {0, 0};

  for (size_t k = 0; k <= a->n; k++)
    tree[k] = all;
  for (size_t k = 0; k < a->n; k++) {
    size_t i = a->order[k], j = which == NULL ? i : which[i];
    double x = a->value[i], y = b->value[j];
    struct node below = tree_sum(tree, b->place[j]), above;

    above =
        (struct node){all.count - below.count, all.x - below.x, all.y - below.y, all.xy - below.xy};
    pst_sum_add(&total, products(&below, x, y) - products(&above, x, y));
    tree_add(tree, a->n, b->place[j], x, y);
    all = (struct node){all.count + 1, all.x + x, all.y + y, all.xy + x * y};
  }
  return 2 * pst_sum_value(&total);
}

struct distance {
  double v; /* the V-statistic */
  double u; /* the U-centred one, times n (n - 3) */
};

static struct distance distance_of(const struct side *a, const struct side *b, const size_t *which,
                                   struct node *tree)
{
  double n = (double)a->n, all = sum_products(a, b, which, tree);
  struct pst_sum rows = {0, 0};

  for (size_t i = 0; i < a->n; i++)
    pst_sum_product(&rows, a->row[i], b->row[which == NULL ? i : which[i]]);
  return (struct distance){.v = all / n / n + a->total / n / n * (b->total / n / n)
                                - 2 * pst_sum_value(&rows) / n / n / n,
                           .u = all - 2 * pst_sum_value(&rows) / (n - 2)
                                + a->total * b->total / (n - 1) / (n - 2)};
}

/* --- p ------------------------------------------------------------------------------------------------- */

struct permuted {
  const struct side *a, *b;
};

/* Y holds numbers of observations. */
static double permuted_statistic(const void *context, double *y, double *spare)
{
  const struct permuted *permuted = context;
  size_t n = permuted->a->n;
  size_t *which = calloc(n + 1, sizeof *which);
  struct node *tree = malloc((n + 1) * sizeof *tree);
  double v = (double)NAN;

  (void)spare;
  if (which != NULL && tree != NULL) {
    for (size_t i = 0; i < n; i++)
      which[i] = (size_t)y[i];
    v = distance_of(permuted->a, permuted->b, which, tree).v;
  }
  free(which);
  free(tree);
  return v;
}

static enum pst_status by_permutation(const struct side *a, const struct side *b, double v,
                                      const struct pst_test *test, struct pst_estimates *out,
                                      struct pst_estimate *row, struct pst_arena *scratch,
                                      struct pst_error *error)
{
  double *numbers = pst_arena_array(scratch, a->n, sizeof *numbers);
  const struct permuted permuted = {.a = a, .b = b};
  const struct pst_permutation permutation = {.n = a->n,
                                              .y = numbers,
                                              .statistic = permuted_statistic,
                                              .context = &permuted,
                                              .tolerance = 1e-12 * v};
  struct pst_test greater = *test;
  struct pst_permutation_p p;
  enum pst_status status;

  if (numbers == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < a->n; i++)
    numbers[i] = (double)i;
  greater.alternative = PST_GREATER;
  if (test->p_kind == PST_P_AUTO)
    greater.permutations = 999;
  status = pst_permutation_p(&permutation, &greater, &p, scratch, error);
  if (status == PST_OK)
    pst_permutation_row(&p, out, row);
  return status;
}

/* --- rows ---------------------------------------------------------------------------------------------- */

static double positive(double v)
{
  return v > 0 ? v : 0;
}

/* U-centred distances are all 0 where each is the sum of two numbers, one of either point: where all but the least and
   the greatest value are equal. */
static bool nothing_left(const struct side *side)
{
  return side->value[side->order[1]] == side->value[side->order[side->n - 2]];
}

static void add_chi_squared(double corrected, struct pst_estimates *out, struct pst_estimate *row)
{
  if (isnan(corrected)) {
    pst_estimate_note(out, row, "no asymptotic p without dcor2_corrected; --p-value permutation");
    return;
  }
  row->statistic = (double)row->n * corrected + 1;
  row->df = 1;
  pst_estimate_p(out, row, row->statistic > 0 ? pst_chi2_upper(row->statistic, 1) : 1,
                 "chi-squared");
}

static enum pst_status add_rows(const struct side *a, const struct side *b,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  struct node *tree = pst_arena_array(scratch, a->n + 1, sizeof *tree);
  struct pst_estimate *row = pst_estimates_add(out, "distance", "dcor", a->n);
  struct distance xy, xx, yy;
  double corrected;
  enum pst_status status;

  if (tree == NULL || row == NULL)
    return pst_fail_memory(error);
  xy = distance_of(a, b, NULL, tree);
  xx = distance_of(a, a, NULL, tree);
  yy = distance_of(b, b, NULL, tree);
  row->estimate = fmin(1, sqrt(positive(xy.v) / sqrt(xx.v) / sqrt(yy.v)));
  corrected =
      a->n < 4 || nothing_left(a) || nothing_left(b) ? (double)NAN : xy.u / sqrt(xx.u) / sqrt(yy.u);
  if (test->p_kind == PST_P_ASYMPTOTIC) {
    add_chi_squared(corrected, out, row);
    status = PST_OK;
  } else {
    status = by_permutation(a, b, xy.v, test, out, row, scratch, error);
  }
  if (status == PST_OK) {
    const struct pst_term terms[] = {
        {"dcov", sqrt(positive(xy.v) / a->scale / b->scale), NULL},
        {"dvar_x", sqrt(xx.v) / a->scale, NULL},
        {"dvar_y", sqrt(yy.v) / b->scale, NULL},
        {"dcor2_corrected", corrected,
         a->n < 4 ? "fewer than 4 complete rows" : "the centred distances of a column are all 0"}};

    status = pst_estimates_terms(out, "distance", a->n, terms, sizeof terms / sizeof *terms, error);
  }
  return status;
}

enum pst_status pst_distance_correlation(const struct pst_sample *sample,
                                         const struct pst_test *test, struct pst_estimates *out,
                                         struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct side a, b;
  enum pst_status status = pst_no_exact(test, "distance", error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = pst_sample_varies(sample, error);
  if (status == PST_OK)
    status = make_side(sample->x, sample->n, &a, scratch, error);
  if (status == PST_OK)
    status = make_side(sample->y, sample->n, &b, scratch, error);
  if (status == PST_OK)
    status = add_rows(&a, &b, test, out, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
