/* ways.h -- the ways of finding masks: one source each.

   All     Given     what pst_split is given
           Returned  as pst_split
           Cost      as pst_split
           Tested    test_split.c, by way of split.h  */
#ifndef PST_TABLE_SPLIT_WAYS_H
#define PST_TABLE_SPLIT_WAYS_H

#include "table/split/split.h"

/* Of a block of 64 bytes, bit I for byte I; high: beyond ASCII. */
struct pst_split_masks {
  uint64_t quote, delimiter, lf, cr, high, nul;
};

/* A way.  has: NULL when every processor has it. */
struct pst_split_way {
  const char *name;
  bool (*has)(void);
  struct pst_split_masks (*masks)(const char *data, char delimiter);
  enum pst_split_end (*split)(struct pst_split *split);
};

extern const struct pst_split_way pst_split_portable;
#ifdef __x86_64__
extern const struct pst_split_way pst_split_avx2, pst_split_avx512;
#endif
#ifdef __aarch64__
extern const struct pst_split_way pst_split_neon;
#endif

/* pst_split_single: QUOTED, what stands within the quotes of a field, with its doubled quotes as one, at
   TO, which has room for all of it. */
struct pst_text pst_split_single(char *to, struct pst_text quoted);

#endif
