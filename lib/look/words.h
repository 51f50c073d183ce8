/* words.h -- what a look says in sentences, which text, Markdown and the page share.  Not escaped:
   names and cells stand in them as the file has them. */
#ifndef PST_LOOK_WORDS_H
#define PST_LOOK_WORDS_H

#include "look/look.h"

enum { PST_LOOK_CELL = 60 }; /* columns of a cell that a sentence repeats */

struct pst_look_line {
  const char *label, *text; /* "key", "donor + year: ..." */
};

struct pst_look_words {
  struct pst_look_line *lines; /* file, rows, key, time, gaps, order */
  size_t n_lines;
  struct pst_look_line *notes; /* what deserves another look; label: the column */
  size_t n_notes;
};

/* pst_look_words: the sentences, in LOOK's arena; PST_NO_MEMORY. */
enum pst_status pst_look_words(const struct pst_look *look, struct pst_look_words *words,
                               struct pst_error *error);

/* pst_look_notes: words_notes.c: the notes of all columns. */
enum pst_status pst_look_notes(const struct pst_look *look, struct pst_look_words *words,
                               struct pst_error *error);

/* pst_look_values: what the values of COLUMN are: their range, or as many of the most frequent texts as
   WIDTH columns have room for.  True when all that are listed were put. */
bool pst_look_values(const struct pst_look_column *column, size_t width, struct pst_buffer *out);

/* pst_look_top: the most frequent texts with their counts and shares. */
void pst_look_top(const struct pst_look_column *column, struct pst_buffer *out);

/* pst_look_type: "whole number, constant". */
void pst_look_type(const struct pst_look_column *column, struct pst_buffer *out);

/* pst_look_bound: the first bounded cell, as printed where the file has it. */
void pst_look_bound(const struct pst_look_column *column, struct pst_buffer *out);

/* pst_look_cut: TEXT, with an ellipsis where it is wider than WIDTH. */
void pst_look_cut(const char *text, size_t width, struct pst_buffer *out);

/* pst_look_place: "line 9", or "b.csv, line 9" where there are several files. */
void pst_look_place(const struct pst_look *look, size_t row, struct pst_buffer *out);

/* pst_look_names: "donor + year". */
void pst_look_names(const struct pst_look *look, const size_t *columns, size_t n,
                    struct pst_buffer *out);

/* pst_look_cells_of: "Japan, 2003": what ROW has in the columns. */
void pst_look_cells_of(const struct pst_look *look, const size_t *columns, size_t n, size_t row,
                       struct pst_buffer *out);

/* pst_look_time_text: the time with number INDEX, as the file has it. */
void pst_look_time_text(const struct pst_look *look, size_t index, struct pst_buffer *out);

/* pst_look_absent_text: "1998", "1998 to 2001". */
void pst_look_absent_text(const struct pst_look *look, const struct pst_look_absent *absent,
                          struct pst_buffer *out);

/* pst_look_gap_text: the same of a gap in a series. */
void pst_look_gap_text(const struct pst_look *look, const struct pst_gap *gap,
                       struct pst_buffer *out);

/* pst_look_share: "14%", of a whole that is not 0. */
void pst_look_share(size_t part, size_t whole, struct pst_buffer *out);

/* pst_look_plural: "1 row", "2 rows". */
void pst_look_plural(size_t n, const char *noun, struct pst_buffer *out);

#endif
