/* proof.c -- bounds that a statistic cannot leave, wider than the truth. */
#include "stats/leeway/proof.h"

#include <math.h>

#include "stats/enclose/bounds.h"
#include "stats/enclose/median_slope.h"

/* Sums of doubles are right to far less than this angle. */
static const double angle_guard = 1e-7;

static double middle_of(const struct pst_bounds *b)
{
  return b->low + (b->high - b->low) / 2;
}

/* The centred vector of the middles, its length, and how far the true one can be from it. */
struct ball {
  double mean, length, radius;
};

static struct ball ball_of(const struct pst_leeway_values *array)
{
  const double n = (double)array->n;
  struct ball ball = {0, 0, 0};

  for (size_t i = 0; i < array->n; i++) {
    ball.mean += middle_of(&array->bounds[i]) / n;
    ball.radius += pow((array->bounds[i].high - array->bounds[i].low) / 2, 2);
  }
  for (size_t i = 0; i < array->n; i++)
    ball.length += pow(middle_of(&array->bounds[i]) - ball.mean, 2);
  return (struct ball){ball.mean, sqrt(ball.length), sqrt(ball.radius)};
}

static double swing(const struct ball *ball)
{
  return ball->radius == 0 ? 0 : asin(ball->radius / ball->length);
}

static void enclose_r(const struct pst_leeway *leeway, struct pst_enclosure *r)
{
  const struct pst_leeway_values *x = &leeway->lists[0], *y = &leeway->lists[1];
  const struct ball a = ball_of(x), b = ball_of(y);
  const double pi = acos(-1.0);
  double product = 0, angle, turn;

  *r = (struct pst_enclosure){.low = -1, .high = 1};
  if (!(a.radius < a.length) || !(b.radius < b.length))
    return;
  for (size_t i = 0; i < x->n; i++)
    product += (middle_of(&x->bounds[i]) - a.mean) * (middle_of(&y->bounds[i]) - b.mean);
  angle = acos(fmax(-1, fmin(1, product / (a.length * b.length))));
  turn = swing(&a) + swing(&b) + angle_guard;
  r->high = cos(fmax(0, angle - turn));
  r->low = cos(fmin(pi, angle + turn));
}

static enum pst_status enclose_slopes(const struct pst_leeway *leeway,
                                      struct pst_leeway_proven *out, struct pst_arena *scratch,
                                      struct pst_error *error)
{
  const struct pst_leeway_values *y = &leeway->lists[1];
  double *low = pst_arena_array(scratch, y->n + 1, sizeof *low);
  double *high = pst_arena_array(scratch, y->n + 1, sizeof *high);
  double least, greatest, other;

  if (low == NULL || high == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < y->n; i++) {
    low[i] = y->bounds[i].low;
    high[i] = y->bounds[i].high;
  }
  if (pst_median_slope_many(leeway->lists[0].at, high, low, y->n, &least, &other, scratch)
      && pst_median_slope_many(leeway->lists[0].at, low, high, y->n, &other, &greatest, scratch)) {
    out->low = least;
    out->high = greatest;
  }
  return PST_OK;
}

/* X has no leeway and rises. */
static bool rises(const struct pst_leeway_values *x)
{
  for (size_t i = 0; i < x->n; i++)
    if (!pst_bounds_is_point(&x->bounds[i]) || (i > 0 && x->at[i] < x->at[i - 1]))
      return false;
  return true;
}

enum pst_status pst_leeway_proof(const struct pst_leeway *leeway, enum pst_leeway_proof_of proof,
                                 struct pst_leeway_proven *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_enclosure r, p;
  enum pst_status status = PST_OK;

  *out = (struct pst_leeway_proven){(double)NAN, (double)NAN, (double)NAN, (double)NAN};
  if (proof == PST_LEEWAY_NO_PROOF || leeway->n_lists != 2 || leeway->lists[0].n < 3
      || leeway->lists[0].n != leeway->lists[1].n)
    return PST_OK;
  if (proof == PST_LEEWAY_BY_SLOPES) {
    if (rises(&leeway->lists[0]))
      status = enclose_slopes(leeway, out, scratch, error);
  } else {
    enclose_r(leeway, &r);
    pst_bounds_t_p(leeway->lists[0].n, &r, &p);
    if (proof == PST_LEEWAY_BY_ANGLE) {
      out->low = r.low;
      out->high = r.high;
    }
    if (leeway->plain_test) {
      out->p_low = p.low;
      out->p_high = p.high;
    }
  }
  pst_arena_release(scratch, mark);
  return status;
}
