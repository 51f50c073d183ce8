/* cell_value.h -- what the values of many rows come to, for cells.c.

   All     Given     a total that began as all zero; values finite; DECIMALS 0 or more
           Returned  TOTAL with it, or the answer; false when memory is out
           Cost      a few nanoseconds a value; one double kept for the median
           Tested    test_cells.c, test_cells_merge.c, by way of cells.h  */
#ifndef PST_TABLE_GROUP_CELL_VALUE_H
#define PST_TABLE_GROUP_CELL_VALUE_H

#include "interval/bounded.h"
#include "interval/sum/decimal_sum.h"
#include "table/group/cell_pick.h"
#include "table/group/cells.h"

/* The ends of the bounded values: their sum, how many there are not, and how many are open. */
struct pst_cell_ends {
  struct pst_decimal_sum low, high;
  size_t no_low, no_high, open_low, open_high;
};

/* All zero: no value yet. */
struct pst_cell_value {
  size_t n, n_bounded; /* n: known and bounded values */
  struct pst_decimal_sum sum;
  struct pst_cell_ends *ends; /* NULL while none is bounded */
  double *values;             /* known ones, kept for the median and quantiles only */
  size_t n_values, capacity;
  struct pst_cell_pick *pick; /* the least, greatest, first or last; NULL while there is none */
};

/* pst_cell_value_add, pst_cell_value_bounds: one more, of the row PLACE: VALUE and its rest (pst_column_rest), or
   BOUNDS; what is kept of it is what HOW asks for.  False when memory is out. */
bool pst_cell_value_add(struct pst_cell_value *total, enum pst_aggregate how,
                        unsigned long long place, double value, double rest, int decimals);
bool pst_cell_value_bounds(struct pst_cell_value *total, enum pst_aggregate how,
                           unsigned long long place, const struct pst_bounds *bounds);

/* pst_cell_value_whole: both ends are whole numbers, or not there. */
bool pst_cell_value_whole(const struct pst_bounds *bounds);

/* pst_cell_value_join: all values of OTHER; false when memory is out.  The state does not depend on the
   order, but for that of VALUES, which does not matter.
   Cost      O(values kept by OTHER)  */
bool pst_cell_value_join(struct pst_cell_value *total, enum pst_aggregate how,
                         const struct pst_cell_value *other);

/* pst_cell_value_of: what TOTAL comes to, and the decimals that it prints with; Q is that of a quantile.  WHOLE: the column has
   whole numbers only, so that an open end means the next one.
   Returned  BOUNDS, a point where no value is bounded, and then DECIMALS
   Status    PST_UNDEFINED when it is missing; PST_NO_MEMORY
   Cost      O(1); for the median and quantiles O(n log n), and the values kept are put in order  */
enum pst_status pst_cell_value_of(struct pst_cell_value *total, enum pst_aggregate how, double q,
                                  bool whole, struct pst_bounds *bounds, int *decimals);

/* pst_cell_value_rest: what VALUE, to which the sum of TOTAL came, leaves of the exact sum beyond 2^53. */
double pst_cell_value_rest(const struct pst_cell_value *total, double value);

/* pst_cell_value_pack: TOTAL as bytes, the same for the same values in any order.
   pst_cell_value_unpack: what IN has next, into a TOTAL that is all zero; IN has failed (base/pack.h) when that is
   none.
   Cost      O(values kept), which are put in order  */
struct pst_buffer;
struct pst_unpack;
void pst_cell_value_pack(const struct pst_cell_value *total, struct pst_buffer *out);
bool pst_cell_value_unpack(struct pst_cell_value *total, enum pst_aggregate how,
                           struct pst_unpack *in);

/* pst_cell_value_free: what TOTAL keeps. */
void pst_cell_value_free(struct pst_cell_value *total);

#endif
