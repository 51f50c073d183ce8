/* key_index.h -- the members of a set found by their key, and those of a series by their range. */
#ifndef PST_CLAIM_DATA_KEY_INDEX_H
#define PST_CLAIM_DATA_KEY_INDEX_H

#include "base/hash.h"
#include "claim/data/item.h"

/* All zero: of no items. */
struct pst_key_index {
  const struct pst_item *items;
  size_t count;
  struct pst_hash table; /* empty: so few items that they are looked through */
};

/* pst_key_index_make: of ITEMS, which must stay; memory is ARENA's.  False when that is out.
   Cost    O(count)
   Tested  test_claim_key_index.c, tests/cli/claims-member-large  */
bool pst_key_index_make(struct pst_key_index *index, struct pst_arena *arena,
                        const struct pst_item *items, size_t count);

/* pst_key_index_find: the first item with KEY, or NULL.  Cost O(1). */
const struct pst_item *pst_key_index_find(const struct pst_key_index *index,
                                          const struct pst_key_value *key);

/* pst_key_index_member: is KEY one of the items?  No when it is not among them. */
enum pst_truth pst_key_index_member(const struct pst_key_index *index,
                                    const struct pst_key_value *key);

struct pst_ranged {
  struct pst_range range; /* natural */
  const struct pst_item *item;
  size_t reach; /* which entry of this one's part of the tree reaches furthest up */
};

/* Items in the order of their low ends; each is the middle of a part, halves of it are below. */
struct pst_range_index {
  struct pst_ranged *entries;
  size_t count;
  bool plain;   /* every item belongs to it for certain, and is a number ... */
  bool printed; /* ... with a printed value */
};

/* pst_range_index_make: of ITEMS, numbers or whole-number keys; as above.
   Cost    O(count log count)
   Tested  as above, against looking at every item  */
bool pst_range_index_make(struct pst_range_index *index, struct pst_exact *exact,
                          const struct pst_item *items, size_t count);

/* pst_range_index_above: the first entry all of which is above RANGE, or count.
   pst_range_index_below: the last entry before AT that is not all below RANGE; SIZE_MAX when there
   is none.  From above on, then from each entry that is found, these are the entries that meet
   RANGE.
   Cost    O(log count)  */
size_t pst_range_index_above(const struct pst_range_index *index, const struct pst_range *range);
size_t pst_range_index_below(const struct pst_range_index *index, size_t at,
                             const struct pst_range *range);

#endif
