/* letter.h -- the letters that names are made of: those of every script.

   All     Given     TEXT, any bytes; AT, perhaps behind its end
           Returned  bytes, or a place, in TEXT
           Cost      O(letters)
           Tested    test_language.c  */
#ifndef PST_LANGUAGE_LETTER_H
#define PST_LANGUAGE_LETTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* pst_letter_is_digit: one of 0 to 9. */
bool pst_letter_is_digit(char c);

/* pst_letter_size: bytes of the letter of a name at the byte AT of TEXT: an ASCII letter, _ or any
   character beyond ASCII that is no sign, blank or punctuation; 0 when there is none. */
size_t pst_letter_size(struct pst_text text, size_t at);

/* pst_letter_skip: the end of the letters and digits that begin at the byte AT of TEXT. */
size_t pst_letter_skip(struct pst_text text, size_t at);

#endif
