/* both.h -- a delimited text read by libcsv alone, and in each way of splitting: all must be one. */
#ifndef PST_TESTS_BOTH_H
#define PST_TESTS_BOTH_H

#include "table/read/delimited.h"

struct both {
  struct pst_delimited_want want;
  char delimiter;
  bool whole;
  size_t most;              /* records a block */
  unsigned long long until; /* where no record is begun any more */
};

/* both_differ: the name of the first way that reads TEXT otherwise than libcsv, or NULL.  LIBCSV and OTHER, which
   begin empty: fields, lines, places and the error of both, where they differ. */
const char *both_differ(struct pst_text text, const struct both *how, struct pst_buffer *libcsv,
                        struct pst_buffer *other);

#endif
