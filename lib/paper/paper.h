/* paper.h -- a paper as text: its words and marks, the numbers it mentions, its sentences and its tables.

   Everything in it lives in its arena.  Offsets are bytes of `text`; nothing is copied out of it. */
#ifndef PST_PAPER_PAPER_H
#define PST_PAPER_PAPER_H

#include "base/error.h"
#include "interval/range.h"

#define PST_PAPER_NONE ((size_t)-1)

enum pst_paper_unit {
  PST_PAPER_PLAIN,
  PST_PAPER_PERCENT,
  PST_PAPER_POINTS, /* percentage points, or "points" alone */
  PST_PAPER_MONEY
};

/* The scale of basis points: hundredths of a percentage point. */
enum { PST_PAPER_BASIS = -2 };

/* What a word before a number makes of it. */
enum pst_paper_vague { PST_PAPER_AS_PRINTED, PST_PAPER_ABOUT, PST_PAPER_OVER, PST_PAPER_UNDER };

/* A number as it stands in the text.  VALUE has its scale multiplied out: 1.168 trillion yen is 1168000000000. */
struct pst_mention {
  size_t at, size; /* with its sign, currency, scale and unit */
  size_t token;    /* where it stands among the words */
  size_t sentence; /* or the cell that it stands in */
  struct pst_rational value;
  struct pst_range range; /* what it may have been before it was printed; a scale counts */
  int decimals;           /* digits printed after the point */
  int scale;              /* 0, 3, 6, 9 or 12: the power of ten behind it; or PST_PAPER_BASIS */
  enum pst_paper_unit unit;
  char currency[4];           /* "JPY"; "" when it is none */
  enum pst_paper_vague vague; /* about, more than, less than */
  bool loose_points;          /* "8.1 points": of what, it does not say */
  bool has_sign, year, ordinal, in_words, grouped;
};

enum pst_token_kind { PST_TOKEN_WORD, PST_TOKEN_NUMBER, PST_TOKEN_MARK };

struct pst_token {
  enum pst_token_kind kind;
  size_t at, size;
  size_t mention; /* of a number, in digits or in words; else PST_PAPER_NONE */
  char mark; /* of a mark: ( ) [ ] , . ; : = < > - + * / | % " & and ~ for +-; '?' for any other */
};

enum pst_sentence_kind { PST_SENTENCE_PROSE, PST_SENTENCE_HEADING, PST_SENTENCE_CELL };

struct pst_sentence {
  enum pst_sentence_kind kind;
  size_t first, last; /* tokens first .. last - 1 */
  size_t at, end;     /* bytes */
  size_t paragraph;
  bool reference; /* below a heading such as References */
};

/* A cell of a table.  MAIN is its one number, CHANGE a second one in brackets behind it, LOW and HIGH an interval. */
struct pst_paper_cell {
  size_t at, size;
  size_t sentence; /* PST_PAPER_NONE of an empty cell */
  size_t main, change, low, high;
};

struct pst_paper_grid {
  size_t rows, columns, header_rows;
  struct pst_paper_cell *cells; /* rows x columns */
  size_t at, end;               /* bytes of the whole table */
  size_t before;                /* the sentence before it, or PST_PAPER_NONE */
};

/* Where a line of the text stands in the file: LINE from 0, behind so many characters. */
struct pst_paper_origin {
  size_t line, column;
};

struct pst_paper {
  const char *path;
  const char *kind; /* "text", "csv", "pdf" */
  struct pst_text text;
  bool prose, tables; /* what of it is looked at */
  struct pst_arena arena;
  struct pst_exact exact;
  struct pst_token *tokens;
  size_t token_count, token_capacity;
  struct pst_mention *mentions;
  size_t mention_count, mention_capacity;
  struct pst_sentence *sentences;
  size_t sentence_count, sentence_capacity;
  struct pst_paper_grid *grids;
  size_t grid_count, grid_capacity;
  size_t *lines; /* where each begins */
  size_t line_count;
  struct pst_paper_origin *origins; /* of each line, where columns were taken apart; else NULL */
  size_t run;        /* the first token of the paragraph or cell that is being read */
  bool blank_groups; /* thousands stand behind plain blanks: 62 145 */
  bool failed;       /* memory was out */
};

/* A place for people: LINE and COLUMN from 1; PAGE from 1, or 0 where the text has no pages. */
struct pst_paper_place {
  unsigned long line, column, page;
};

/* pst_paper_open: the paper at PATH: text, Markdown, CSV or TSV (by its ending), or a PDF by pdftotext.
   Returned  papers  one, or of a PDF two: its text in the order of reading, for the prose, and as it is laid
                     out, for the tables; to be freed by pst_paper_close.  Columns of prose are read one below the other
   Status    PST_IO when it cannot be read, when it is a PDF and pdftotext is not installed or fails;
             PST_BAD_DATA for bytes that are no text, and a text without a word; PST_NO_MEMORY
   Cost      linear in its size
   Tested    tests/unit/test_paper.c, tests/cli/claims-scan-*  */
enum pst_status pst_paper_open(const char *path, struct pst_paper *papers[2], size_t *count,
                               struct pst_error *error);

/* pst_paper_of_text: the same of TEXT of SIZE bytes, UTF-8, which is copied; IS_TABLE: it is CSV. */
enum pst_status pst_paper_of_text(const char *path, const char *text, size_t size, bool is_table,
                                  struct pst_paper **paper, struct pst_error *error);

void pst_paper_close(struct pst_paper *paper);

/* pst_paper_place: where the byte AT stands. */
struct pst_paper_place pst_paper_place(const struct pst_paper *paper, size_t at);

/* pst_paper_slice: the text from the byte FROM up to TO. */
struct pst_text pst_paper_slice(const struct pst_paper *paper, size_t from, size_t to);

#endif
