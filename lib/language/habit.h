/* habit.h -- what other languages write, and what to write here. */
#ifndef PST_LANGUAGE_HABIT_H
#define PST_LANGUAGE_HABIT_H

#include "language/scan.h"

struct pst_habit {
  const char *foreign, *advice; /* "==", "write = for equality" */
  unsigned dialects;            /* of enum pst_dialect: where that is the advice */
};

/* pst_habit_find: the entry that TEXT begins with, or NULL.  PAIRS_ONLY: only those of two signs,
   which go before the signs of the language (== before =).
   Given     TEXT, from the sign on
   Returned  an entry of a constant table
   Cost      O(entries)
   Tested    test_language.c  */
const struct pst_habit *pst_habit_find(struct pst_text text, enum pst_dialect dialect,
                                       bool pairs_only);

#endif
