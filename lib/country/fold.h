/* fold.h -- the form in which two spellings of one name are the same bytes. */
#ifndef PST_COUNTRY_FOLD_H
#define PST_COUNTRY_FOLD_H

#include <stdbool.h>

#include "base/text.h"

/* The longest name that is looked at, in bytes after folding; a longer text is no name. */
enum { PST_FOLD_SIZE = 160 };

/* pst_country_fold: the words of TEXT, parted by one blank each, into OUT, closed by NUL.

   Capitals and accents go (Latin letters; full-width and half-width forms become the usual ones);
   "&" is the word "and", "st" the word "saint"; the word "the" goes; commas, brackets, dashes and
   quotation marks part words, apostrophes go, and so does the dot of a single letter (U.S.A. is
   usa), while other dots part words.  What is not named here stays: a footnote mark, a digit, a
   letter of another script.  So the form is that of exact matching, not of likeness.

   Given     TEXT in UTF-8; OUT of PST_FOLD_SIZE bytes
   Returned  the size of OUT; 0 when TEXT has no letter, has a NUL, is not UTF-8 or is too long
   Cost      one pass
   Source    the foldings of Unicode's NFKC that occur in names of countries, and ours above
   Tested    test_fold.c  */
size_t pst_country_fold(struct pst_text text, char out[PST_FOLD_SIZE]);

#endif
