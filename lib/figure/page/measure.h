/* measure.h -- how wide text will be when it is drawn, and text made to fit.

   Widths are those of DejaVu Sans, among the widest of the common sans-serif fonts, so that a label
   which fits by this measure fits in the font that the reader's machine has.

   All     Given     UTF-8; SIZE of the font and WIDTH in pixels, above 0
           Returned  pixels, lines, or text; never wider than WIDTH but for a single character
           Cost      O(size of the text)
           Tested    test_figure_layout.c  */
#ifndef PST_FIGURE_PAGE_MEASURE_H
#define PST_FIGURE_PAGE_MEASURE_H

#include "base/arena.h"
#include "base/text.h"

/* pst_measure: pixels that TEXT (may be NULL) takes at font SIZE; bold text takes 1.14 of it. */
double pst_measure(const char *text, double size);

/* pst_measure_apart: the text I of N in WIDTH pixels, like pst_measure_shorten; where the beginning of another would be
   the same, its middle is left out, so that texts which differ still do.
   Given     TEXTS, each may be NULL
   Returned  a text in ARENA; NULL when memory is out
   Cost      O(size of all texts) where the text is too long  */
const char *pst_measure_apart(struct pst_arena *arena, const char *const *texts, size_t n, size_t i,
                              double size, double width);

/* pst_measure_shorten: TEXT when it fits in WIDTH pixels, else its beginning and an ellipsis, in
   ARENA; NULL when memory is out. */
const char *pst_measure_shorten(struct pst_arena *arena, const char *text, double size,
                                double width);

/* pst_measure_line: the bytes of REST that make the next line of at most WIDTH pixels, broken at a
   blank where there is one, else between characters; *REST is stepped over it and its blanks. */
struct pst_text pst_measure_line(struct pst_text *rest, double size, double width);

/* pst_measure_lines: how many lines pst_measure_line makes of TEXT (0 for NULL or ""). */
size_t pst_measure_lines(const char *text, double size, double width);

#endif
