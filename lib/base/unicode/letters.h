/* letters.h -- whether a text has a letter of any script. */
#ifndef PST_BASE_UNICODE_LETTERS_H
#define PST_BASE_UNICODE_LETTERS_H

#include "base/text.h"

/* pst_text_has_letter: TEXT, UTF-8, has an alphabetic character (Unicode's property; an ideograph is one), other than
   the bar U+30FC, which stands for a dash where it is alone, and the raised letters of ordinals.
   Cost      O(bytes)
   Tested    test_letters.c  */
bool pst_text_has_letter(struct pst_text text);

/* pst_letter_small: the character that TEXT begins with, a small letter where it is a capital; *SIZE: its bytes.
   Given     TEXT of one byte and more; a byte that is not UTF-8 is U+FFFD
   Tested    test_letters.c  */
unsigned long pst_letter_small(struct pst_text text, size_t *size);

#endif
