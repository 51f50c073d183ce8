/* fisher_network.h -- the exact p-value of Fisher's test through the network of partial tables.

   pst_fisher_network: the probability of all tables no likelier than the observed one.
   Given     margins  of the table, two rows and columns at least
   Returned  p; reached: whether there were few enough partial tables, which depends on the table alone
   Status    PST_NO_MEMORY
   Cost      as many steps as there are partial tables of different cost, 30 million at most
   Method    past costs of each node that are equal but for rounding are one; a node whose completions are
             all unlikely enough, or all too likely, is done with in one step
   Published Mehta & Patel (1983), JASA 78
   Tested    test_contingency.c against the enumeration of all tables */
#ifndef PST_STATS_CONTINGENCY_FISHER_NETWORK_H
#define PST_STATS_CONTINGENCY_FISHER_NETWORK_H

#include "stats/contingency/table.h"

enum pst_status pst_fisher_network(const struct pst_margins *margins, double *p, bool *reached,
                                   struct pst_arena *scratch, struct pst_error *error);

#endif
