/* suggest.h -- bytes that are not in the encoding they were said to be in: in which they may be.

   Whether bytes can be read in an encoding is known, in which they were written is not: a Latin-1
   file is often possible CP932.  So the user is shown how a word reads in each, and chooses. */
#ifndef PST_INPUT_SUGGEST_H
#define PST_INPUT_SUGGEST_H

#include "base/text.h"

/* pst_suggest_encoding: fails with PST_BAD_DATA: BLOCK.data[BAD] is no text of ENCODING.
   Given     block    the text around it, from the beginning of a character on; all of it counts
             file     may be "", as of pst_fail_at; line of BAD
   The message has the word with that byte as up to three of ISO-8859-1, ISO-8859-15, WINDOWS-1252,
   CP932, EUC-JP and GB18030 read it, the likeliest first: those that can read all of BLOCK, without
   control characters and private ones.  Likely are, in this order of weight: common characters of
   Japanese and Chinese tables, kana and ideographs side by side, and accented letters beside letters
   of ASCII.
   Status    PST_BAD_DATA, always
   Cost      one pass over BLOCK for each encoding
   Tested    test_suggest.c  */
enum pst_status pst_suggest_encoding(const char *encoding, struct pst_text block, size_t bad,
                                     const char *file, unsigned long line, struct pst_error *error);

#endif
