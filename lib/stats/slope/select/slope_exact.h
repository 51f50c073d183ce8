/* slope_exact.h -- slopes between points, and on which side of a cut they lie, without rounding.

   The differences of two doubles need not be doubles, nor need their quotient.  Here a difference is
   kept as two doubles, and the side of a cut is the sign of a sum that is exact whenever its rounded
   value leaves a doubt.  Exact while products neither overflow nor fall below 2^-1022.
   Given     finite doubles
   Returned  the exact answer; a slope beyond the range of doubles is infinite
   Cost      O(1): some ten operations, a hundred where rounding leaves a doubt
   Published Knuth, TAOCP 2, 4.2.2 (TwoSum); Shewchuk (1997), Discrete & Computational Geometry 18
   Tested    test_slopes.c against quotients of 128-bit integers */
#ifndef PST_STATS_SLOPE_SELECT_SLOPE_EXACT_H
#define PST_STATS_SLOPE_SELECT_SLOPE_EXACT_H

#include <stdbool.h>
#include <stdint.h>

#include "stats/sort.h"
#include "stats/variable/radix.h"

/* pst_difference_of: A - B as a double and its exact remainder (Knuth's TwoDiff). */
struct pst_difference {
  double high;
  double low;
};

static inline struct pst_difference pst_difference_of(double a, double b)
{
  double high = a - b;
  double part = a - high;

  return (struct pst_difference){.high = high, .low = (a - (high + part)) + (part - b)};
}

/* A cut between the double s and the next one: s + half.  Slopes below it are those that round to s
   or less; one that lies on the cut is among them when BELOW says so (ties round to even). */
struct pst_cut {
  double s;
  double half;
  bool below;
};

/* pst_cut_after: the cut between S and the next double; finite S. */
struct pst_cut pst_cut_after(double s);

/* pst_slope_below: whether the slope from A to B, A->x < B->x, is below CUT. */
bool pst_slope_below(const struct pst_pair *a, const struct pst_pair *b, const struct pst_cut *cut);

/* pst_slope_between: the slope from one point to another at a different x: the quotient of the exact
   differences, rounded once. */
double pst_slope_between(double x1, double y1, double x2, double y2);

#endif
