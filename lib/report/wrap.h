/* wrap.h -- a sentence in lines that fit a terminal. */
#ifndef PST_REPORT_WRAP_H
#define PST_REPORT_WRAP_H

#include "base/text.h"

/* pst_report_wrap: the words of TEXT in lines of at most WIDTH columns, East Asian characters counting
   two, and a line end.
   Given     INDENT columns of the first line are taken; the other lines begin with as many blanks
   Returned  OUT, appended; a word wider than WIDTH has a line of its own
   Cost      O(size of TEXT)
   Tested    test_report_text.c, by way of the notes of report.h  */
void pst_report_wrap(struct pst_buffer *out, const char *text, size_t indent, size_t width);

#endif
