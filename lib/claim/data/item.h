/* item.h -- one member of a set, one number of a series. */
#ifndef PST_CLAIM_DATA_ITEM_H
#define PST_CLAIM_DATA_ITEM_H

#include "claim/data/data.h"
#include "claim/data/number.h"

/* One member of a set, one number of a series. */
struct pst_item {
  struct pst_key_value key;
  double position;
  unsigned open;                   /* why the member is undecided */
  enum pst_truth member;           /* yes; undecided or missing: it may not belong to it */
  const struct pst_number *number; /* of a series, and of a set of numbers */
  uint32_t row;                    /* of a series of cells; PST_NO_ROW elsewhere */
};

/* pst_key_equal: a year may be written as a number or as a text: "2003" is 2003. */
bool pst_key_equal(const struct pst_key_value *a, const struct pst_key_value *b);

/* pst_items_sort: items in the order of their key. */
void pst_items_sort(struct pst_item *items, size_t count);

#endif
