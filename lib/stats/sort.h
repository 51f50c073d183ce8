/* sort.h -- sorting, counting inversions and selecting, on plain doubles without callbacks.

   Values are finite or infinite, never NaN.  -0 and 0 are equal.

   Given     n values; a place below n
   Returned  X or PAIRS rearranged, and what each says
   Cost      O(n) on average, but for sorting; of many places O(n log count)
   Tested    test_sort.c */
#ifndef PST_STATS_SORT_H
#define PST_STATS_SORT_H

#include <stddef.h>
#include <stdint.h>

struct pst_pair {
  double x;
  double y;
};

/* pst_sort_pairs: order PAIRS[0..n) by x, then by y.
   Given  spare  room for n more pairs
   Cost   O(n log n), merge sort */
void pst_sort_pairs(struct pst_pair *pairs, struct pst_pair *spare, size_t n);

/* pst_sort: order X[0..n) ascending and count the pairs i < j with x[i] > x[j].
   Given     spare  room for n more doubles
   Returned  the number of inversions; exact for n <= 2^32
   Cost      O(n log n), merge sort (Knight 1966) */
uint64_t pst_sort(double *x, double *spare, size_t n);

/* pst_sort_values: order X[0..n) ascending, -0 and 0 as they stood.
   Given     spare  room for n more doubles
   Cost      O(n), by the digits of their bits, of many; O(n log n) of few */
void pst_sort_values(double *x, double *spare, size_t n);

/* pst_select: the value that stands at K (from 0) when X[0..n) is ordered.  X is rearranged so that
   nothing before K is larger and nothing after K is smaller.  O(n) on average. */
double pst_select(double *x, size_t n, size_t k);

/* pst_select_many: pst_select for COUNT places at once, in ascending order: afterwards
   X[places[i]] stands where it would if X were ordered. */
void pst_select_many(double *x, size_t n, const size_t *places, size_t count);

/* pst_select_median: the median of X[0..n), n >= 1, the mean of the middle two for an even n;
   rearranges X.  O(n) on average. */
double pst_select_median(double *x, size_t n);

/* pst_middle: the mean of two values, without overflow. */
double pst_middle(double a, double b);

#endif
