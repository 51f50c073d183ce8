/* keep.h -- sets and series that are the same for every member of a loop, evaluated once. */
#ifndef PST_CLAIM_EVALUATE_KEEP_H
#define PST_CLAIM_EVALUATE_KEEP_H

#include "claim/data/key_index.h"
#include "claim/evaluate/evaluate.h"

struct pst_kept {
  const struct pst_syntax *node;
  bool explained; /* evaluated so that it told what it read */
  struct pst_claim_value value;
  struct pst_key_index keys;
  struct pst_range_index ranges; /* made late: of no entries until then */
  struct pst_kept *next;
};

/* pst_keep_many: NODE, a set or a SERIES, with an index of its keys.  Within a loop it is kept to
   the end of the check when no name in it is the loop's.
   Returned  NULL  after an error
   Cost      that of NODE, and within a loop only once
   Tested    tests/cli/claims-member-large  */
struct pst_kept *pst_keep_many(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                               const struct pst_variable *variables, bool series);

/* pst_keep_ranges: KEPT's index of ranges, made when there is none. */
bool pst_keep_ranges(struct pst_evaluator *evaluator, struct pst_kept *kept);

/* pst_keep_nothing: forget what is kept: it held for the check, or the trial, that is over. */
void pst_keep_nothing(struct pst_evaluator *evaluator);

#endif
