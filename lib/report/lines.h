/* lines.h -- a text of ready lines within the columns of a terminal, and its way out. */
#ifndef PST_REPORT_LINES_H
#define PST_REPORT_LINES_H

#include "base/text.h"

/* pst_lines_wrap: each line of TEXT that is wider than WIDTH in several: parted where it has two blanks or
   more, and a part that is itself too wide at its single blanks.  Lines that fit stay as they are, byte for byte.
   Given     TEXT of lines that each end with LF; colours (ESC [ ... m) take no column
   Returned  OUT, appended; the lines that follow stand four blanks further in than the line that they continue.
             Never parted: a word, a number and the word behind it ("1 234", "46 %", "0 errors"), an interval, the words of a
             verdict, a page of a place; what is wider than WIDTH has a line of its own
   Cost      O(size of TEXT)
   Tested    test_report_lines.c, tests/cli/claims-width  */
void pst_lines_wrap(struct pst_buffer *out, const char *text, size_t width);

/* pst_lines_write: TEXT to OUTPUT, its lines within WIDTH columns; 0: as they are.
   Given     TEXT of lines; OUTPUT, a path; NULL or "-": standard output
   Status    PST_IO, PST_NO_MEMORY
   Cost      O(size of TEXT)
   Tested    tests/cli/claims-width  */
enum pst_status pst_lines_write(const struct pst_buffer *text, size_t width, const char *output,
                                struct pst_error *error);

#endif
