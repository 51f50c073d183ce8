/* shown.h -- text of a file as a terminal may show it: nothing in it moves the cursor or turns the line. */
#ifndef PST_BASE_UNICODE_SHOWN_H
#define PST_BASE_UNICODE_SHOWN_H

#include "base/text.h"

/* pst_buffer_shown: append TEXT to OUT with control characters (C0, DEL, C1) and marks of direction
   written as \n, \t, \xHH and \uHHHH; bytes that are not UTF-8 stay.
   Tested    test_shown.c  */
void pst_buffer_shown(struct pst_buffer *out, struct pst_text text);

/* pst_shown_is_hidden: CODE is one of these.
   Tested    test_shown.c  */
bool pst_shown_is_hidden(unsigned long code);

/* pst_buffer_shown_lines: the same, where line ends are meant. */
void pst_buffer_shown_lines(struct pst_buffer *out, struct pst_text text);

#endif
