/* plain.h -- a cell's characters in plain ASCII where they mean the same.

   Full-width digits and marks (０ ． ， （ ） － ％), the Unicode minus signs, and the blanks that are
   not the ASCII one (no-break, thin, narrow, figure, ideographic) become their ASCII counterparts;
   all apostrophes become '.  Everything else stays as it is. */
#ifndef PST_PRINTED_PLAIN_H
#define PST_PRINTED_PLAIN_H

#include <stdbool.h>

#include "base/text.h"

enum { PST_PLAIN_SIZE = 200 }; /* longer cells hold no number and no period */

/* pst_plain: TEXT into BUFFER, blanks at the ends dropped; an empty text of NULL data when it does
   not fit. */
struct pst_text pst_plain(struct pst_text text, char buffer[PST_PLAIN_SIZE]);

/* pst_plain_has_number: a digit stands in TEXT, or another sign for a number, such as ¼, ² or ５: what holds one is
   never called missing.
   Tested    tests/unit/printed/test_plain.c  */
bool pst_plain_has_number(struct pst_text text);

/* pst_plain_blank: CODE is one of the blanks. */
bool pst_plain_blank(unsigned long code);

#endif
