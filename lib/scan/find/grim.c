/* grim.c -- GRIM in exact fractions. */
#include "scan/find/grim.h"

bool pst_grim_tells(struct pst_scan *scan, const struct pst_mention *stated, struct pst_rational n,
                    int times)
{
  struct pst_rational steps = pst_rational_multiply(
      &scan->exact, pst_rational_whole(times), pst_rational_power(&scan->exact, stated->decimals));

  return pst_rational_compare(steps, n) > 0;
}

/* TIMES K / N. */
static struct pst_rational value_of(struct pst_exact *exact, struct pst_rational k,
                                    struct pst_rational n, int times)
{
  return pst_rational_divide(exact, pst_rational_multiply(exact, k, pst_rational_whole(times)), n);
}

bool pst_grim(struct pst_scan *scan, const struct pst_mention *stated, struct pst_rational n,
              int times, struct pst_rational *nearest, struct pst_rational *k)
{
  struct pst_exact *exact = &scan->exact;
  struct pst_rational exactly = pst_rational_divide(
      exact, pst_rational_multiply(exact, stated->value, n), pst_rational_whole(times));
  struct pst_rational below = pst_rational_floor(exact, exactly);
  struct pst_rational above = pst_rational_add(exact, below, pst_rational_whole(1));
  struct pst_rational low = pst_rational_subtract(exact, exactly, below);
  struct pst_rational high = pst_rational_subtract(exact, above, exactly);

  *k = pst_rational_compare(low, high) <= 0 ? below : above;
  *nearest = value_of(exact, *k, n, times);
  return pst_range_hold(&stated->range, value_of(exact, below, n, times))
         || pst_range_hold(&stated->range, value_of(exact, above, n, times));
}
