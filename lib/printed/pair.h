/* pair.h -- the two ends of a range of numbers that stands in one cell. */
#ifndef PST_PRINTED_PAIR_H
#define PST_PRINTED_PAIR_H

#include "base/text.h"

/* pst_pair_read: `480-490`, `(480\u2013490)`, `[63,1; 65,3]`, `498 to 502`: LOW and HIGH, and whether BRACKETS stood
   around them.
   Returned  false: CELL is nothing of the kind, or its first number is the greater
   Cost      linear in the cell
   Tested    test_pair.c  */
bool pst_pair_read(struct pst_text cell, bool *brackets, double *low, double *high);

/* pst_pair_number: CELL as the ends are read, to be held against them. */
bool pst_pair_number(struct pst_text cell, double *number);

#endif
