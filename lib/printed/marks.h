/* marks.h -- which mark of a file is the decimal one, from all of its numbers.

   A file writes its numbers in one way.  `1,234` can be read in two, `12,5` and `1,234,567` in one
   only: cells like these decide for the others.  Nothing is guessed: when no cell decides and the
   layout does not define the mark, the user is asked; when two cells decide differently, too. */
#ifndef PST_PRINTED_MARKS_H
#define PST_PRINTED_MARKS_H

#include "printed/value.h"

/* Where a cell stands and what it says, kept for messages. */
struct pst_mark_cell {
  unsigned long line; /* 0: there is no such cell */
  size_t field;       /* from 0 */
  char text[48];
};

/* All zero: nothing seen yet. */
struct pst_marks {
  struct pst_mark_cell decimal[2], thousands[2], either[2]; /* first of each, by mark: dot, comma */
};

/* pst_marks_see: the number DIGITS as the cell FIELD of LINE has it; CELL is its whole text. */
void pst_marks_see(struct pst_marks *marks, struct pst_text digits, struct pst_text cell,
                   unsigned long line, size_t field);

/* pst_marks_know: CELL is digits alone, or with a point that a cell before has proved to be a decimal one in the same
   way: to see it would tell nothing. */
bool pst_marks_know(const struct pst_marks *marks, struct pst_text cell);

/* pst_marks_seen: some cell had a mark. */
bool pst_marks_seen(const struct pst_marks *marks);

/* pst_marks_decimal: some cell has MARK for a decimal one, and can be read in no other way. */
bool pst_marks_decimal(const struct pst_marks *marks, char mark);

/* What is known without the cells. */
struct pst_marks_given {
  char decimal, thousands; /* the user's --decimal and --thousands; 0: not given */
  char native;  /* the decimal mark by the definition of the layout; 0: it defines none */
  bool grouped; /* the layout prints the other mark between thousands; if not, 1,234 is asked for */
};

/* pst_marks_decide: the decimal mark of FILE in *DECIMAL; '.' when no cell has a mark.
   Given     name  of column FIELD for messages, through CONTEXT
   Status    PST_BAD_DATA, with the cells that are the evidence and what to do: no cell decides, or
             two contradict each other.  With --decimal or --thousands cells never contradict: what
             does not read that way is not understood  */
enum pst_status pst_marks_decide(const struct pst_marks *marks, const struct pst_marks_given *given,
                                 const char *file, const char *(*name)(const void *, size_t),
                                 const void *context, char *decimal, struct pst_error *error);

#endif
