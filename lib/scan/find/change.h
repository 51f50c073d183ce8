/* change.h -- "from A to B": two figures of one thing, and the words of change around them. */
#ifndef PST_SCAN_FIND_CHANGE_H
#define PST_SCAN_FIND_CHANGE_H

#include "scan/find/find.h"

/* Words that go up, and down; as verbs, as nouns. */
extern const char pst_change_up[], pst_change_down[];

struct pst_change_pair {
  const struct pst_mention *from, *to;
  size_t first, last; /* tokens, from the first word to behind the last number */
};

/* pst_change_pair_next: the next pair of SENTENCE that begins at token *AT or later: "from A to B", "to B from A",
   "B, up from A", with a year or a few words between; both of one unit, no years, no ordinals.  *AT is then behind it. */
bool pst_change_pair_next(struct pst_scan *scan, const struct pst_paper *paper,
                          const struct pst_sentence *sentence, size_t *at,
                          struct pst_change_pair *pair);

/* pst_mention_like: A with the scale and unit of B, where it has none: "from 1.2 to 1.5 million". */
const struct pst_mention *pst_mention_like(struct pst_scan *scan, const struct pst_paper *paper,
                                           const struct pst_mention *a,
                                           const struct pst_mention *b);

/* pst_mention_before: the last number of the clause before token AT, from FIRST on, that is no year and stands in no
   brackets; NULL when there is none, or when it is not of the unit of LIKE. */
const struct pst_mention *pst_mention_before(const struct pst_paper *paper, size_t first, size_t at,
                                             const struct pst_mention *like);

/* pst_mention_at: the number at token AT, unless it is a year, an ordinal, or the number of a table, a rule or an item. */
const struct pst_mention *pst_mention_at(const struct pst_paper *paper, size_t at);

#endif
