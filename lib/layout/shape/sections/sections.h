/* sections.h -- rows with a name and nothing else, while it is judged what they are. */
#ifndef PST_LAYOUT_SHAPE_SECTIONS_SECTIONS_H
#define PST_LAYOUT_SHAPE_SECTIONS_SECTIONS_H

#include "layout/frame.h"

struct pst_sections {
  struct pst_frame *frame;
  size_t *rows, n;    /* with a name alone */
  size_t *of;         /* of each row of the body: the heading above it, or PST_NO_COLUMN */
  size_t first, last; /* records with values */
  size_t *
      parents; /* of each row of the body: the one below which it stands indented; NULL: not looked for */
};

/* pst_sections_is_year: `2019`, 1800 to 2100.  pst_sections_name_above: the line right above the header that is a name
   alone; pst_sections_heading_above: it is the heading of the first records, as each heading has a header below it.
   PST_NO_COLUMN: there is none. */
bool pst_sections_stands_above_header(const struct pst_frame *frame,
                                      size_t row); /* which stands again */
bool pst_sections_is_year(struct pst_text cell);
size_t pst_sections_name_above(const struct pst_frame *frame);
size_t pst_sections_heading_above(const struct pst_sections *s);

/* sections_outline.c, by the blanks before the names: _indent_below: below each row with a name alone the next one is
   indented, and s->of is found by that.  _outline: s->of is, of all rows, the row with numbers below which each is
   indented; returned the first such; PST_NO_COLUMN: no row is indented.
   Cost      O(rows)  */
bool pst_sections_indent_below(struct pst_sections *s);
size_t pst_sections_outline(struct pst_sections *s);

/* pst_sections_settle: the rows of S are headings: frame->lines, ->sections and ->dated.  PST_NO_MEMORY. */
enum pst_status pst_sections_settle(const struct pst_sections *s, struct pst_error *error);

#endif
