/* parts.h -- the steps from a text to its parts; for lib/paper alone. */
#ifndef PST_PAPER_PARTS_H
#define PST_PAPER_PARTS_H

#include "paper/paper.h"

/* pst_paper_tokens: the words, marks and numbers of the bytes FROM to TO, appended; they are of sentence
   SENTENCE. */
void pst_paper_tokens(struct pst_paper *paper, size_t from, size_t to, size_t sentence);

/* pst_paper_number: a number that begins at AT, up to TO at most.
   Returned  the byte behind it; AT when there is none, or when it is no number of its own: part of a date, a
             section, an address.  Then *CHAIN is the end of that */
size_t pst_paper_number(struct pst_paper *paper, size_t at, size_t to, struct pst_mention *mention,
                        size_t *chain);

/* pst_paper_has_blank_groups: thousands of TEXT are set apart by plain blanks, and by nothing else.
   pst_paper_blank_groups: how many groups of three digits stand behind blanks in the number that begins at AT. */
bool pst_paper_has_blank_groups(struct pst_text text);
size_t pst_paper_blank_groups(struct pst_text text, size_t at);

/* pst_paper_number_words: the numbers that words from token FIRST on are: twenty-five. */
void pst_paper_number_words(struct pst_paper *paper, size_t first);

/* pst_paper_printed: the range of MENTION from its value, decimals, scale and vagueness. */
void pst_paper_printed(struct pst_paper *paper, struct pst_mention *mention);

/* pst_paper_unit: the scale, unit and currency at AT behind the digits of MENTION; the byte behind them. */
size_t pst_paper_unit_behind(const struct pst_paper *paper, size_t at, size_t to,
                             struct pst_mention *mention);

/* pst_paper_currency: a currency that ends right before AT: the byte where it begins, or AT. */
size_t pst_paper_currency_before(const struct pst_paper *paper, size_t from, size_t at,
                                 char currency[4]);

/* pst_paper_sentences: the lines FROM to TO (as numbers of lines) as paragraphs and sentences. */
void pst_paper_sentences(struct pst_paper *paper, size_t from, size_t to);

/* pst_paper_table_at: a table that begins with line LINE; the line behind it, or LINE when there is none. */
size_t pst_paper_table_at(struct pst_paper *paper, size_t line);

/* pst_paper_words_at: the same of a table whose columns stand one blank apart, if it has more than MORE_THAN. */
size_t pst_paper_words_at(struct pst_paper *paper, size_t line, size_t more_than);

/* pst_paper_grid_csv: the whole text as one table of comma or tab separated cells. */
void pst_paper_grid_csv(struct pst_paper *paper);

/* pst_paper_grid_begin, pst_paper_cell, pst_paper_grid_end: a table is made row by row. */
struct pst_paper_grid *pst_paper_grid_begin(struct pst_paper *paper, size_t rows, size_t columns);
void pst_paper_grid_put(struct pst_paper *paper, struct pst_paper_grid *grid, size_t row,
                        size_t column, size_t at, size_t end);
void pst_paper_grid_end(struct pst_paper *paper, struct pst_paper_grid *grid);

/* pst_paper_line: line number LINE, from 0, without its end. */
struct pst_text pst_paper_line(const struct pst_paper *paper, size_t line);

#endif
