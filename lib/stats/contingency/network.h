/* network.h -- the ways to fill a table column by column: the network of Fisher's exact test.

   A node is what is left of the row sums, in order of size, before one of the columns is filled.  Its
   cost is the sum of log factorials of the cells that are still to come: the larger, the less likely.

   pst_network_build: all nodes of a table with these margins, with the least and the greatest cost of a
   completion.
   Given     margins   two rows and columns at least, no empty one
   Returned  network   in SCRATCH; reached says whether the nodes were few enough: it depends on the
                       margins alone
   Status    PST_NO_MEMORY
   pst_network_fill: every way to fill the column of NODE at LEVEL, handed to VISIT with the place of the
   node it leads to and the cost of the cells filled; stops when VISIT returns false.
   Cost      O(nodes * ways to fill a column) to build; to fill one, O(ways); a weight, O(rows + columns)
   Published Mehta & Patel (1983), JASA 78
   Tested    test_contingency.c */
#ifndef PST_STATS_CONTINGENCY_NETWORK_H
#define PST_STATS_CONTINGENCY_NETWORK_H

#include <stdint.h>

#include "base/hash.h"
#include "stats/contingency/table.h"

struct pst_network_level {
  double column; /* the column to be filled */
  size_t count;  /* nodes */
  size_t capacity;
  uint32_t *left;   /* rows each */
  double *least;    /* cost of the likeliest completion */
  double *greatest; /* of the least likely */
  struct pst_hash nodes;
};

struct pst_network {
  size_t rows; /* the shorter side of the table */
  size_t columns;
  struct pst_network_level *levels; /* one a column */
  double *log_factorial;            /* of 0..the largest row or column */
  size_t arcs;
  bool reached;
};

typedef bool pst_network_visit(void *context, size_t next, double cost);

enum pst_status pst_network_build(const struct pst_margins *margins, struct pst_network *network,
                                  struct pst_arena *scratch, struct pst_error *error);

bool pst_network_fill(const struct pst_network *network, size_t level, size_t node,
                      pst_network_visit *visit, void *context);

/* pst_network_log_weight: the log of the sum over the completions of NODE of exp(-cost). */
double pst_network_log_weight(const struct pst_network *network, size_t level, size_t node);

#endif
