/* words.h -- the words of commands and of claims that may name files. */
#ifndef PST_NOTEBOOK_RUN_WORDS_H
#define PST_NOTEBOOK_RUN_WORDS_H

#include "base/error.h"

/* Takes a WORD; the first status that is not PST_OK ends the walk. */
typedef enum pst_status pst_word_use(void *context, const char *word, struct pst_error *error);

/* pst_words_shell: each word of the commands TEXT, quotes taken off; of "--join=a.csv" and of "x=a.csv,b.csv"
   the parts behind = and between commas too.
   pst_words_quoted: each text in double quotes: how claims name tables.
   Status    what USE gives; PST_NO_MEMORY
   Tested    test_notebook_words.c  */
enum pst_status pst_words_shell(const char *text, pst_word_use *use, void *context,
                                struct pst_error *error);
enum pst_status pst_words_quoted(const char *text, pst_word_use *use, void *context,
                                 struct pst_error *error);

#endif
