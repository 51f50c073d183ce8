/* same.h -- whether what is printed is what is recorded, and where not. */
#ifndef PST_NOTEBOOK_COMPARE_SAME_H
#define PST_NOTEBOOK_COMPARE_SAME_H

#include <stdbool.h>

#include "base/text.h"

/* pst_same_line: PRINTED is RECORDED: text exactly, numbers by half a unit of the last digit recorded.
   pst_same_lines: all lines of it.
   Tested    test_notebook_numeral.c  */
bool pst_same_line(struct pst_text recorded, struct pst_text printed);
bool pst_same_lines(const char *recorded, const char *printed);

/* pst_same_diff: lines of RECORDED behind "-" and of PRINTED behind "+" where they differ, and one line
   around them behind " ".
   Given     texts whose lines are closed
   Cost      O(lines of one * lines of the other) where they differ; beyond 4 million, all are shown  */
void pst_same_diff(struct pst_buffer *out, const char *recorded, const char *printed);

#endif
