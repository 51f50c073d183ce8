/* item.h -- one member of a set, one number of a series. */
#ifndef PST_CLAIM_DATA_ITEM_H
#define PST_CLAIM_DATA_ITEM_H

#include "claim/data/data.h"
#include "claim/data/number.h"
#include "interval/period/period_step.h"

/* One member of a set, one number of a series. */
struct pst_item {
  struct pst_key_value key;
  double position;
  unsigned open;                   /* why the member is undecided */
  enum pst_truth member;           /* yes; undecided or missing: it may not belong to it */
  const struct pst_number *number; /* of a series, and of a set of numbers */
  uint32_t row;                    /* of a series of cells; PST_NO_ROW elsewhere */
};

enum { PST_KEY_DIGITS = 32 };

/* pst_key_text: KEY as a text; pst_key_period: as a period in polstat's notation, .data NULL where it is none.
   Numbers, and periods of that notation, are written into DIGITS and PERIOD. */
struct pst_text pst_key_text(const struct pst_key_value *key, char digits[PST_KEY_DIGITS]);
struct pst_text pst_key_period(const struct pst_key_value *key, char period[PST_PERIOD_SIZE]);

/* pst_key_equal: a year may be written as a number or as a text: "2003" is 2003; a period in one notation or
   another: 2015Q1 is 2015-Q1, and 2015M07 of a column of months 2015-07.  What a column of times has is
   what it is read as: 2000-01 of fiscal years is not the month. */
bool pst_key_equal(const struct pst_key_value *a, const struct pst_key_value *b);

/* pst_items_gap: how many keys of time are not there between the item I and the one before it, among ITEMS in
   the order of their keys: whole numbers or periods of one kind, most of which follow one another.  0: none.
   pst_items_gap_key: the Nth of them, from 1, as its key is written, into TEXT.
   Cost    O(count); O(1)
   Tested  tests/unit/claim/data/test_claim_key_index.c  */
size_t pst_items_gap(const struct pst_item *items, size_t count, size_t i);
void pst_items_gap_key(const struct pst_item *items, size_t i, size_t n,
                       char text[PST_PERIOD_SIZE]);

/* pst_items_sort: items in the order of their key. */
void pst_items_sort(struct pst_item *items, size_t count);

#endif
