/* normal.h -- texts that look alike made equal: no marks that do not show, accents in one form. */
#ifndef PST_BASE_UNICODE_NORMAL_H
#define PST_BASE_UNICODE_NORMAL_H

#include "base/arena.h"
#include "base/text.h"

/* pst_text_shown: without what does not show at both ends: blanks of all widths (the no-break space and
   its like), marks without width, and a byte order mark. */
struct pst_text pst_text_shown(struct pst_text text);

/* pst_text_normal: TEXT as others of the same look are written: in NFC (Unicode Standard Annex 15),
   pst_text_shown, and without marks of no width inside, save the joiners that Indic and Arabic words
   need (U+200C, U+200D between two letters above U+0600).
   Returned  true when that is another text, which is then put into OUT (emptied first); false when TEXT
             is so already, or memory is out (OUT->failed)
   Cost      O(bytes); ASCII is only looked at
   Tested    test_normal.c  */
bool pst_text_normal(struct pst_text text, struct pst_buffer *out);

/* pst_text_normal_copy: TEXT so, closed by NUL, in ARENA; *OTHER (may be NULL) says whether that is another
   text.
   Returned  the copy; NULL: no memory
   Tested    test_normal.c  */
const char *pst_text_normal_copy(struct pst_text text, struct pst_arena *arena, bool *other);

/* pst_text_fold: TEXT without the difference of capitals and small letters, in NFC (Unicode's case folding),
   put into OUT (emptied first); bytes that are not UTF-8 stay.
   Tested    test_normal.c  */
void pst_text_fold(struct pst_text text, struct pst_buffer *out);

#endif
