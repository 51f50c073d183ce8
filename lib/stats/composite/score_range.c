/* score_range.c -- what the score of one entity can be for weights near the given ones. */
#include "stats/composite/score_range.h"

#include <math.h>

#include "stats/sum.h"

double pst_order_value(double y, enum pst_composite_mean mean)
{
  if (mean == PST_COMPOSITE_ARITHMETIC)
    return y;
  return mean == PST_COMPOSITE_GEOMETRIC ? log(y) : -1 / y;
}

static bool belongs(const size_t *of, size_t p, size_t k)
{
  return of == NULL || of[k] == p;
}

/* The ratio at the corner that serves RATE best: high weights where SIGN (a - RATE b) is above 0. */
static double ratio_at(const double *a, const double *b, const struct pst_weight_box *box,
                       const size_t *of, size_t p, int sign, double rate)
{
  struct pst_sum top = {0, 0}, bottom = {0, 0};

  for (size_t k = 0; k < box->count; k++) {
    const double below = b == NULL ? 1 : b[k];
    double weight = box->weight[k];

    if (!belongs(of, p, k) || !(weight > 0) || isnan(a[k]) || isnan(below))
      continue;
    if (!isnan(rate))
      weight *= 1 + (sign * (a[k] - rate * below) > 0 ? box->within : -box->within);
    pst_sum_product(&top, weight, a[k]);
    pst_sum_product(&bottom, weight, below);
  }
  return pst_sum_value(&top) / pst_sum_value(&bottom);
}

double pst_ratio_range(const double *a, const double *b, const struct pst_weight_box *box,
                       const size_t *of, size_t p, int sign)
{
  double rate = ratio_at(a, b, box, of, p, sign, (double)NAN);

  for (int i = 0; i < 100 && !isnan(rate); i++) {
    const double next = ratio_at(a, b, box, of, p, sign, rate);

    if (!(sign * (next - rate) > 0)) /* also where all weights can vanish */
      break;
    rate = next;
  }
  return rate;
}

/* The sums of the weights that are there and of all, without the box. */
struct there {
  double known;
  double all;
};

/* Whether the share that is there can reach what is asked for, and surely does. */
static void judge(const struct there *t, double within, double share, bool *sure, bool *possible)
{
  const double lacking = t->all - t->known;
  const double low = (1 - within) * t->known / ((1 - within) * t->known + (1 + within) * lacking);
  const double high = (1 + within) * t->known / ((1 + within) * t->known + (1 - within) * lacking);

  if (lacking <= 0 || !(t->known > 0)) {
    *sure = *possible = t->known > 0;
    return;
  }
  *sure = share > 0 && low >= share - 1e-12;
  *possible = share > 0 && high >= share - 1e-12;
}

static struct there weigh(const double *y, const struct pst_weight_box *box, const size_t *of,
                          size_t p)
{
  struct pst_sum known = {0, 0}, all = {0, 0};

  for (size_t k = 0; k < box->count; k++) {
    if (!belongs(of, p, k) || !(box->weight[k] > 0))
      continue;
    pst_sum_add(&all, box->weight[k]);
    if (!isnan(y[k]))
      pst_sum_add(&known, box->weight[k]);
  }
  return (struct there){pst_sum_value(&known), pst_sum_value(&all)};
}

/* On one level: Y is of the scale of the order already, infinite for a 0 of a geometric or harmonic mean. */
static struct pst_score_range flat_range(const double *y, const struct pst_weight_box *box,
                                         const struct pst_aggregation *how)
{
  const struct there t = weigh(y, box, NULL, 0);
  struct pst_score_range r = {.complete = t.known == t.all};

  judge(&t, box->within, how->share, &r.sure, &r.possible);
  for (size_t k = 0; k < box->count; k++)
    r.zero = r.zero || (box->weight[k] > 0 && isinf(y[k]));
  r.low = r.zero ? -(double)INFINITY : pst_ratio_range(y, NULL, box, NULL, 0, -1);
  r.high = r.zero ? -(double)INFINITY : pst_ratio_range(y, NULL, box, NULL, 0, 1);
  return r;
}

/* A pillar's part in the score: its mean lies between LOW and HIGH, its weight between those of the box. */
struct part {
  double low;
  double high;
  double weight;
  bool sure;
  bool possible;
};

static struct part part_of(const double *y, const struct pst_weight_box *box,
                           const struct pst_aggregation *how, const struct pst_pillars *pillars,
                           size_t p)
{
  const struct there t = weigh(y, box, pillars->of, p);
  struct part part = {.weight = t.all};

  judge(&t, box->within, how->share, &part.sure, &part.possible);
  if (!(t.known > 0))
    return part;
  part.low = pst_ratio_range(y, NULL, box, pillars->of, p, -1);
  part.high = pst_ratio_range(y, NULL, box, pillars->of, p, 1);
  return part;
}

/* Two levels: a mean lies between the least and the largest of its parts. */
static struct pst_score_range nested_range(const double *y, const struct pst_weight_box *box,
                                           const struct pst_aggregation *how,
                                           const struct pst_pillars *pillars)
{
  struct pst_score_range r = {.low = (double)INFINITY, .high = -(double)INFINITY, .complete = true};
  struct there sure = {0, 0}, possible = {0, 0};
  bool reached, open = false, negative = false;

  for (size_t p = 0; p < pillars->count; p++) {
    const struct part part = part_of(y, box, how, pillars, p);

    sure.all += part.weight;
    possible.all += part.weight;
    sure.known += part.sure ? part.weight : 0;
    possible.known += part.possible ? part.weight : 0;
    open = open || part.sure != part.possible;
    if (!part.possible)
      continue;
    if (how->mean != PST_COMPOSITE_ARITHMETIC && part.high < 0)
      return (struct pst_score_range){.sure = false};
    negative = negative || (how->mean != PST_COMPOSITE_ARITHMETIC && part.low < 0);
    r.low = fmin(r.low, negative ? -(double)INFINITY : pst_order_value(part.low, how->mean));
    r.high = fmax(r.high, pst_order_value(part.high, how->mean));
    r.zero =
        r.zero
        || (how->mean != PST_COMPOSITE_ARITHMETIC && part.sure && part.low == 0 && part.high == 0);
  }
  for (size_t k = 0; k < box->count; k++)
    r.complete = r.complete && !(box->weight[k] > 0 && isnan(y[k]));
  judge(&sure, box->within, how->share, &r.sure, &reached);
  judge(&possible, box->within, how->share, &reached, &r.possible);
  r.sure = r.sure && !open && !negative;
  return r;
}

struct pst_score_range pst_score_range(const double *y, const struct pst_weight_box *box,
                                       const struct pst_aggregation *how,
                                       const struct pst_pillars *pillars)
{
  return pillars == NULL ? flat_range(y, box, how) : nested_range(y, box, how, pillars);
}
