/* list.h -- lists of words, each closed by NULL, and names. */
#ifndef PST_PRINTED_WORDS_LIST_H
#define PST_PRINTED_WORDS_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* A letter, a digit, or a byte beyond ASCII. */
bool pst_list_is_word_byte(char c);

/* pst_list_has: SIZE bytes of WORD are in LIST, whatever the case of their letters. */
bool pst_list_has(const char *word, size_t size, const char *const *list);
bool pst_list_has_text(struct pst_text word, const char *const *list); /* not the empty word */

/* The next word of NAME from *AT on, which moves behind it; its size is 0 at the end. */
struct pst_text pst_list_next_word(const char **at);

/* pst_list_has_word: one of the words of NAME is in LIST; _is_about: it is what NAME is about (first, or of three at most,
   and none as `per` before it); _has_part: NAME, of a script without blanks, has it; _ends: it is the last word.
   pst_list_name_ends: NAME ends in WITH.
   Tested    test_words.c  */
bool pst_list_has_word(const char *name, const char *const *list);
bool pst_list_is_about(const char *name, const char *const *list);
bool pst_list_has_part(const char *name, const char *const *list);
bool pst_list_ends(const char *name, const char *const *list);
bool pst_list_name_ends(const char *name, const char *with);

#endif
