/* names.h -- the names of a file's lets, or of its claims, found by their hash.

   pst_names_find: the place under which NAME was added; SIZE_MAX when it was not.
   pst_names_add: NAME stands at PLACE from now on; false when memory is out.
   Given     names  all zero at first; names that were not added before, and that outlive it
   Returned  the place, and the name in NAMES, whose memory is ARENA's
   Cost      O(length of the name)
   Tested    test_claim_names.c */
#ifndef PST_CLAIM_READ_NAMES_H
#define PST_CLAIM_READ_NAMES_H

#include "base/hash.h"

struct pst_named {
  struct pst_text name;
  size_t place;
};

struct pst_names {
  struct pst_hash table;
  struct pst_named *list;
  size_t count, capacity;
};

size_t pst_names_find(const struct pst_names *names, struct pst_text name);
bool pst_names_add(struct pst_names *names, struct pst_text name, size_t place,
                   struct pst_arena *arena);

#endif
