/* word.h -- the word around one character of a text that goes by, short enough for a message.

   All     Given     characters of Unicode, up to 0x10FFFF
           Returned  TEXT; WORD with the character, if it belongs to the word
           Cost      O(1)
           Tested    test_suggest.c  */
#ifndef PST_INPUT_WORD_H
#define PST_INPUT_WORD_H

#include <stdbool.h>
#include <stddef.h>

/* To begin: all zero. */
struct pst_input_word {
  char text[96];              /* UTF-8, closed by NUL; "…" where it is shortened */
  size_t size, before, after; /* bytes; characters before and behind the wanted one */
  bool found, ended;
};

/* pst_input_utf8: the character C as UTF-8, closed by NUL, to TEXT of at least 5 bytes; its size. */
size_t pst_input_utf8(unsigned long c, char *text);

/* pst_input_word_add: the text's next character; WANTED, when it is the one whose word is sought.
   Words end at blanks, delimiters, quotes and line ends.
   Tested    test_suggest.c  */
void pst_input_word_add(struct pst_input_word *word, unsigned long c, bool wanted);

#endif
