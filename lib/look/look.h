/* look.h -- the first look at a table: what its columns hold, what is missing, which rows repeat, what
   its key is, what its time is and where times are lacking.

   It guesses nothing away: what looks like a missing cell, or like a number written otherwise, is
   counted and named with its line, and stays what it is. */
#ifndef PST_LOOK_LOOK_H
#define PST_LOOK_LOOK_H

#include "base/number.h"
#include "look/gaps.h"
#include "look/repeats.h"
#include "look/top.h"
#include "report/grid.h"
#include "table/table.h"

enum pst_look_type {
  PST_LOOK_EMPTY, /* no cell is known */
  PST_LOOK_TEXT,
  PST_LOOK_NUMBER,
  PST_LOOK_WHOLE,
  PST_LOOK_YEAR, /* whole numbers from 1500 to 2200 */
  PST_LOOK_PERIOD
};

enum { PST_LOOK_BINS = 20, PST_LOOK_STYLES = 4 };

/* Texts that stand among numbers or periods. */
struct pst_look_odd {
  const char *text;
  size_t n, row; /* cells; the first of them */
  bool token;    /* it looks like a missing cell: n/a, .., : */
};

/* A text that differs from OTHER, an at least as frequent one, in capitals or blanks only. */
struct pst_look_alike {
  const char *text, *other;
  size_t n, row; /* cells of TEXT; the first of them */
};

/* Why a column is text although most of it is not. */
struct pst_look_mixed {
  bool said;                      /* there is something to say */
  bool periods;                   /* what fits are periods, else numbers */
  size_t n_fitting;               /* cells */
  size_t n_odd, n_tokens;         /* cells that do not fit; of them, those that look missing */
  struct pst_look_odd *odd;       /* the most frequent of them */
  size_t n_listed, n_texts;       /* how many are listed; how many different ones there are */
  unsigned styles;                /* bit k: with pst_look_styles[k] all would be numbers */
  size_t kinds[PST_PERIOD_KINDS]; /* cells by kind, when they are periods of several kinds */
};

/* Options that make numbers of texts. */
extern const char *const pst_look_styles[PST_LOOK_STYLES];

struct pst_look_column {
  const struct pst_column *column;
  const char *name; /* the column's; #2 for one without a name, "a (#4)" for a second one */
  size_t namesake;  /* the first column of that name, when it is another one; else SIZE_MAX */
  enum pst_look_type type;
  size_t n, missing, bounded; /* cells; together the rows */
  size_t distinct;            /* of the n known values */
  size_t *by_token;           /* missing cells: [0] empty, [k] the table's k-th token */
  size_t first_bounded;       /* row */
  /* numbers, years and periods with n > 0 */
  double min, max, median;
  double mean; /* infinite when the sum is too large for a double */
  size_t min_row, max_row;
  unsigned decimals_min, decimals_max;
  size_t n_zeros, first_zero; /* cells such as 007; the row of the first */
  size_t *bins, n_bins;       /* cells in equal parts of [min, max]; NULL when constant */
  /* texts */
  struct pst_top_count *top;
  size_t n_top;
  const char *first, *last; /* by their bytes */
  struct pst_look_mixed mixed;
  struct pst_look_alike *alike; /* the first few of n_alike */
  size_t n_alike, n_alike_listed;
};

struct pst_look_key {
  bool given;       /* by the user; else looked for */
  bool looked;      /* there was something to look for */
  size_t *columns;  /* in look->columns */
  size_t n;         /* 0: none was found that is a key or nearly one */
  size_t n_missing; /* rows with an empty cell in it, which stand aside */
  struct pst_repeats repeats;
};

/* Times that no row has, FIRST to LAST, as steps of their kind. */
struct pst_look_absent {
  long first, last;
};

struct pst_look_time {
  bool given;
  size_t column;       /* in look->columns; SIZE_MAX: there is none, or several */
  size_t n_candidates; /* columns that look like times */
  size_t *candidates;
  enum pst_period_kind kind;
  size_t n_times; /* different ones */
  size_t *row;    /* of each, the first */
  /* counted on: kinds that have a next, and whole numbers */
  bool stepped;
  long step;                         /* between two that follow each other, at least */
  size_t n_absent, n_runs, n_listed; /* times that no row has; runs of them; runs listed */
  struct pst_look_absent *absent;
  /* along series */
  size_t *by, n_by; /* the rest of the key, in look->columns */
  size_t n_series;
  size_t *series_row;           /* of each, the first row */
  struct pst_gap_row *rows;     /* of the rows with a time */
  size_t n_rows, *place_of_row; /* PLACE_OF_ROW: the row of the table */
  struct pst_gaps gaps;
};

struct pst_look {
  const struct pst_table *table;
  struct pst_arena *arena;
  char delimiter;
  struct pst_look_column *columns; /* in the order of the file */
  size_t n_columns;
  size_t n_complete;        /* rows without a missing cell */
  struct pst_repeats equal; /* rows that are equal to an earlier one in all columns */
  struct pst_look_key key;
  struct pst_look_time time;
};

struct pst_look_options {
  struct pst_number_style style;
  char delimiter;
  const char *const *key; /* names; none: look for one */
  size_t n_key;
  const char *time; /* NULL: look for it */
  size_t top;       /* texts to list a column */
};

/* pst_look_at: the first look at TABLE, whose columns were read as PST_WANT_ANY.
   Returned  LOOK, all of it in ARENA; it points into TABLE
   Status    PST_USAGE: a column of --key or --time that is not there, a time that is text;
             PST_NO_MEMORY
   Cost      O(cells), and a sort of each column of numbers; the search for a key looks at no more
             rows than 12 times those of the table and 200,000
   Tested    tests/cli/look*; the kernels in test_top.c, test_repeats.c, test_gaps.c  */
enum pst_status pst_look_at(const struct pst_table *table, const struct pst_look_options *options,
                            struct pst_arena *arena, struct pst_look *look,
                            struct pst_error *error);

/* pst_look_type_name: "whole number", "fiscal year", ... */
const char *pst_look_type_name(const struct pst_look_column *column);

/* A look written as a whole, in lines of WIDTH where a format has lines.  As all writers, it leaves a
   failed buffer for the caller to check.  PST_NO_MEMORY. */
typedef enum pst_status pst_look_writer(const struct pst_look *look, size_t width,
                                        struct pst_buffer *out, struct pst_error *error);

/* text: sentences, a table of the columns, what deserves another look; markdown: the same in GitHub's
   Markdown; json: one object; html: one page that asks the network for nothing. */
pst_look_writer pst_look_text, pst_look_markdown, pst_look_json, pst_look_html;

/* pst_look_grid: the numbers in long form, for csv, tsv and jsonl: part (file, column, key, time),
   name, term, value (text), n (cells or rows), line.  GRID is all zero; PST_NO_MEMORY. */
enum pst_status pst_look_grid(const struct pst_look *look, struct pst_grid *grid,
                              struct pst_error *error);

#endif
