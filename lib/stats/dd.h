/* dd.h -- double-double numbers: two doubles whose sum is the number, about 32 digits.

   Given     finite values well inside the range of doubles (scale by powers of two first)
   Returned  the result to about 2^-104 of its size, |low| at most half a unit of high
   Cost      a dozen operations each
   Published Dekker (1971), Numerische Mathematik 18; Hida, Li & Bailey (2001), ARITH-15
   Tested    test_basis.c */
#ifndef PST_STATS_DD_H
#define PST_STATS_DD_H

#include <math.h>

struct pst_dd {
  double high;
  double low;
};

/* pst_dd_of: VALUE itself; pst_dd_value: A as one double. */
static inline struct pst_dd pst_dd_of(double value)
{
  return (struct pst_dd){value, 0};
}

static inline double pst_dd_value(struct pst_dd a)
{
  return a.high + a.low;
}

/* pst_dd_normal: HIGH + LOW with the parts set right; HIGH is the larger. */
static inline struct pst_dd pst_dd_normal(double high, double low)
{
  double sum = high + low;

  return (struct pst_dd){sum, low - (sum - high)};
}

/* pst_dd_sum: A + B.  pst_dd_less: A - B. */
static inline struct pst_dd pst_dd_sum(struct pst_dd a, struct pst_dd b)
{
  double sum = a.high + b.high;
  double part = sum - a.high;
  double left = (a.high - (sum - part)) + (b.high - part);

  return pst_dd_normal(sum, left + (a.low + b.low));
}

static inline struct pst_dd pst_dd_less(struct pst_dd a, struct pst_dd b)
{
  return pst_dd_sum(a, (struct pst_dd){-b.high, -b.low});
}

/* pst_dd_product: A B. */
static inline struct pst_dd pst_dd_product(struct pst_dd a, struct pst_dd b)
{
  double product = a.high * b.high;
  double left = fma(a.high, b.high, -product);

  return pst_dd_normal(product, left + (a.high * b.low + a.low * b.high));
}

/* pst_dd_quotient: A / B, B not 0. */
static inline struct pst_dd pst_dd_quotient(struct pst_dd a, struct pst_dd b)
{
  double first = a.high / b.high;
  struct pst_dd left = pst_dd_less(a, pst_dd_product(b, pst_dd_of(first)));
  double second = left.high / b.high;
  struct pst_dd rest = pst_dd_less(left, pst_dd_product(b, pst_dd_of(second)));

  return pst_dd_sum(pst_dd_normal(first, second), pst_dd_of(rest.high / b.high));
}

/* pst_dd_root: the square root of A >= 0. */
static inline struct pst_dd pst_dd_root(struct pst_dd a)
{
  double root = sqrt(a.high);
  struct pst_dd left;

  if (!(root > 0))
    return pst_dd_of(0);
  left = pst_dd_less(a, pst_dd_product(pst_dd_of(root), pst_dd_of(root)));
  return pst_dd_normal(root, left.high / (2 * root));
}

#endif
