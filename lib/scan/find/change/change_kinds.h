/* change_kinds.h -- the ways in which a sentence sets a change beside its two figures; for this room alone.

   All   Given     a sentence of PAPER
         Cost      linear in its tokens, but for a few looked back at
         Tested    tests/unit/scan/test_scan.c  */
#ifndef PST_SCAN_FIND_CHANGE_CHANGE_KINDS_H
#define PST_SCAN_FIND_CHANGE_CHANGE_KINDS_H

#include "scan/find/change.h"

/* A change as it is said: its size, and which way; 0 when no word says it. */
struct pst_change_said {
  const struct pst_mention *by;
  int direction;
};

/* pst_change_direction: 1 when token AT is a word that goes up, -1 down, 0 for any other. */
int pst_change_direction(const struct pst_paper *paper, size_t at);

/* pst_change_difference: TO - FROM as the computed side of FIND. */
void pst_change_difference(struct pst_scan *scan, const struct pst_mention *from,
                           const struct pst_mention *to, struct pst_find *find);

/* pst_change_make: the finding that CHANGE is that of PAIR; none when their units do not go together. */
void pst_change_make(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, const struct pst_change_pair *pair,
                     const struct pst_change_said *change);

/* pst_find_beside: "B, up D from A"; "rose D to B (2018: A)". */
void pst_find_beside(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s);

/* pst_find_than: "B, D % lower than in 2021 (A)"; "A in 2010 and B in 2011, D % more". */
void pst_find_than(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_sentence *s);

/* pst_find_gap: "A in the north and B in the south, a difference of D". */
void pst_find_gap(struct pst_scan *scan, const struct pst_paper *paper,
                  const struct pst_sentence *s);

#endif
