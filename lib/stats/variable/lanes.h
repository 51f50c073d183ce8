/* lanes.h -- compensated sums of products, eight side by side.

   Value i of an array goes to lane i mod 8, each lane is a sum of sum.h, and the lanes are added in their
   order: the result depends on the values alone, on no processor and no number of threads.  Where the
   processor has AVX2 and FMA they are used; a fused product is exact everywhere, so the bits are the same.

   All     Given     arrays of N finite values, N a multiple of PST_LANES (pst_lanes_room): what stands
                     beyond the data is 0 and adds nothing
           Returned  SUM moved on; about 32 digits
           Cost      O(N), two to three values a nanosecond
           Published Ogita, Rump & Oishi (2005), SIAM J. Sci. Comput. 26, algorithm Dot2
           Tested    test_lanes.c against sums of 128-bit integers  */
#ifndef PST_STATS_VARIABLE_LANES_H
#define PST_STATS_VARIABLE_LANES_H

#include <stddef.h>

#include "stats/sum.h"

enum { PST_LANES = 8 };

struct pst_lanes {
  double high[PST_LANES];
  double low[PST_LANES];
};

/* pst_lanes_room: N made a multiple of PST_LANES. */
size_t pst_lanes_room(size_t n);

/* pst_lanes_pad: zeros from X[n] to the room of N. */
void pst_lanes_pad(double *x, size_t n);

/* pst_lanes_add: SUM += the products of A and B. */
void pst_lanes_add(struct pst_lanes *sum, const double *a, const double *b, size_t n);

/* pst_lanes_add_long: the same of numbers in two doubles each; the product of the low ones is dropped. */
void pst_lanes_add_long(struct pst_lanes *sum, const double *a_high, const double *a_low,
                        const double *b_high, const double *b_low, size_t n);

/* pst_lanes_sum: all lanes together. */
struct pst_sum pst_lanes_sum(const struct pst_lanes *lanes);

#endif
