/* table.h -- the indices by name: what options, bounds and intervals need to know of each.

   pst_concentration_find: the index of NAME, NULL for none.
   pst_concentration_read: an index as it is written, "gini", "atkinson(0.5)", "top(4)".
   Given     text  without blanks around it
   Returned  found      a row of the table
             parameter  NaN for an index without one
   Status    PST_USAGE when the name is unknown, its parameter missing, superfluous or out of range: top a
             whole number from 1, top-fraction above 0 and at most 1, atkinson above 0
   Cost      O(indices)
   Tested    test_concentration.c */
#ifndef PST_STATS_CONCENTRATION_TABLE_H
#define PST_STATS_CONCENTRATION_TABLE_H

#include <stdbool.h>

#include "base/text.h"
#include "stats/concentration/gradients.h"

/* Which interval counts give (stats/concentration/counts.h). */
enum pst_concentration_interval {
  PST_INTERVAL_HHI,     /* a function of H, written in terms of it by .of_base */
  PST_INTERVAL_ENTROPY, /* likewise of the entropy */
  PST_INTERVAL_GRADIENT /* by .gradient, within .least and .most */
};

struct pst_concentration {
  const char *name;
  const char *summary;
  const char *parameter; /* what stands in brackets; NULL for none */
  bool falls;            /* the more concentrated, the smaller */
  pst_concentration_index *index;
  enum pst_concentration_interval interval;
  double (*of_base)(double base, size_t n); /* monotone */
  double (*slope)(size_t n);                /* of of_base where it is a straight line, else NULL */
  pst_concentration_gradient *gradient;
  double (*least)(size_t n, double parameter); /* of equal parts; NULL: 0 */
  double (*most)(size_t n);                    /* of one part alone; NULL: 1 */
};

extern const struct pst_concentration pst_concentrations[];
extern const size_t pst_concentrations_count;

const struct pst_concentration *pst_concentration_find(struct pst_text name);

enum pst_status pst_concentration_read(struct pst_text text, const struct pst_concentration **found,
                                       double *parameter, struct pst_error *error);

#endif
