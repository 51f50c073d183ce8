/* detect.h -- what the first bytes of a text say about its encoding, where they leave no choice.

   Byte-order marks, and UTF-16 without one.  No other encoding is believed: a Latin-1 file can be
   read as CP932 too (suggest.h tells both readings to the user).

   All     Given     the first bytes of a text, PST_DETECT_FIRST where there are so many
           Tested    test_detect.c  */
#ifndef PST_INPUT_DETECT_H
#define PST_INPUT_DETECT_H

#include "base/text.h"

/* Bytes that pst_detect_unicode should see. */
enum { PST_DETECT_FIRST = 4096 };

/* pst_detect_mark: "UTF-8", "UTF-16" or "UTF-32" when FIRST begins with its byte-order mark, of *SIZE
   bytes; else NULL.
   Returned  a constant text and *SIZE, 2 to 4; NULL, and *SIZE as it was
   Cost      O(1)  */
const char *pst_detect_mark(struct pst_text first, size_t *size);

/* pst_detect_utf16: "UTF-16LE" or "UTF-16BE" when the NUL bytes of FIRST can have no other cause,
   else NULL.  Read in that order, and in that order only, FIRST is whole characters, none of them a
   control character but tabs and line ends; some part fields or lines; and either half of the
   characters are ASCII, or a fiftieth is and an eighth of the others cannot be two bytes of an ASCII text.
   Returned  a constant text
   Cost      one pass; nothing when FIRST has no NUL byte  */
const char *pst_detect_utf16(struct pst_text first);

#endif
