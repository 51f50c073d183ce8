/* view.h -- a grid as people read it: every cell a string, intervals and p-values merged, columns
   of a record that are empty in all rows gone.  Used by the writers of formats for people.

   All     Given     a view with the arrays that pst_view_make gave it; cells, n_rows of them
           Returned  what each sets in VIEW or its arena; VIEW->failed when memory is out
           Cost      O(cells of the column)
           Tested    test_report_text.c, test_report_fit.c, test_report_markdown.c, by way of
                     report.h  */
#ifndef PST_REPORT_VIEW_VIEW_H
#define PST_REPORT_VIEW_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/escape.h"
#include "report/grid.h"

/* Hoisted: a fact above the table; block: a line above the rows that share it. */
enum pst_view_state { PST_SHOWN, PST_HOISTED, PST_BLOCK, PST_LEFT_OUT };

struct pst_view_column {
  const char *head;
  const char **cells; /* n_rows strings; "" is missing */
  const char **slim;  /* a narrower form: p with a letter for its method, an interval with
                         three digits; NULL when there is none */
  size_t width;       /* of the widest cell or the head, on a terminal */
  enum pst_role role;
  enum pst_view_state state;
  bool right;   /* aligned to the right */
  bool text;    /* may be shortened */
  bool whole;   /* whole numbers: n */
  bool slimmed; /* cells is slim */
  bool cut;     /* some cell is shortened */
};

/* How a format writes what stands in cells and heads. */
struct pst_view_markup {
  void (*escape)(struct pst_buffer *out, const char *text);
  void (*number)(struct pst_buffer *out,
                 const char *text); /* as printed, made to fit; NULL: as it is */
  const char *open, *close;         /* of an interval */
  const char *below;                /* in front of a bound: p < 2.2e-308 */
  bool plain; /* for a terminal: aligned on the decimal point, notes below the table */
};

struct pst_view {
  struct pst_arena arena;
  const struct pst_view_markup *markup;
  struct pst_view_column *columns;
  size_t n_columns;
  size_t n_rows;
  const char **notes; /* the footnotes: note k is marked [k + 1] */
  size_t n_notes;
  bool notes_of_all;  /* every row has all the notes: no marks are needed */
  const char *legend; /* of the letters in the slim form of p */
  const char **facts; /* what stands above the table: "variable: oda" */
  size_t n_facts;
  int digits;
  bool blocks; /* a column is in state PST_BLOCK */
  bool failed; /* out of memory */
};

/* pst_view_make: GRID with numbers of DIGITS significant digits, as MARKUP has it; VIEW->failed when
   memory is out.  Free with pst_view_free in any case.
   Cost      O(cells), each a string of its own  */
void pst_view_make(struct pst_view *view, const struct pst_grid *grid, int digits,
                   const struct pst_view_markup *markup);
void pst_view_free(struct pst_view *view);

/* pst_view_keep: a copy of BUFFER's contents in the arena, "" when memory is out. */
const char *pst_view_keep(struct pst_view *view, const struct pst_buffer *buffer);

/* pst_view_measure: set the width of COLUMN from its head and cells. */
void pst_view_measure(const struct pst_view *view, struct pst_view_column *column);

/* pst_view_number_footnotes: notes become marks in CELLS and VIEW->notes; false, and nothing done,
   when there are too many different ones (footnote.c). */
bool pst_view_number_footnotes(struct pst_view *view, const struct pst_grid_column *column,
                               const char **cells);

/* pst_view_letter_methods: the cells of P, each with a letter for its METHOD (none when there is
   only one); sets VIEW->legend.  NULL when the alphabet does not do (footnote.c). */
const char **pst_view_letter_methods(struct pst_view *view, const char **p, const char **method);

/* pst_align_decimals: pad the CELLS (numbers as text, "" for missing) to one width with their
   decimal points in one column, where that costs little width (align.c). */
void pst_align_decimals(struct pst_view *view, const char **cells);

#endif
