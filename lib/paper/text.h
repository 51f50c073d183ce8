/* text.h -- what is asked of the words of a paper.

   All   Given     a token of PAPER, or any number behind the last: no word equals that
         Returned  the answer; capitals do not matter
         Tested    tests/unit/test_paper.c  */
#ifndef PST_PAPER_TEXT_H
#define PST_PAPER_TEXT_H

#include "paper/paper.h"

/* pst_paper_word: token AT is one of WORDS, which stand between blanks: "from between". */
bool pst_paper_word(const struct pst_paper *paper, size_t at, const char *words);

/* pst_paper_mark: token AT is the mark MARK. */
bool pst_paper_mark(const struct pst_paper *paper, size_t at, char mark);

/* pst_paper_has: one of the tokens FIRST to LAST - 1 is one of WORDS. */
bool pst_paper_has(const struct pst_paper *paper, size_t first, size_t last, const char *words);

/* pst_paper_says: TEXT has one of WORDS, as a whole word. */
bool pst_paper_says(struct pst_text text, const char *words);

/* pst_paper_mention: the number that token AT is, in digits; NULL when it is none. */
const struct pst_mention *pst_paper_mention(const struct pst_paper *paper, size_t at);

/* pst_paper_same_unit: A and B may be added. */
bool pst_paper_same_unit(const struct pst_mention *a, const struct pst_mention *b);

#endif
