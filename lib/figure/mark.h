/* mark.h -- a mark in a file of a figure that tells what it was drawn from, so that it is not drawn again.

   In an svg and a pdf it is a comment at the end, in a png a text chunk before the last.

   All     Given     texts as figure.h has them; paths of files that need not exist
           Returned  what each says
           Cost      O(size of the script, or of the drawing)
           Tested    tests/cli/render-apart  */
#ifndef PST_FIGURE_MARK_H
#define PST_FIGURE_MARK_H

#include <stdio.h>

#include "figure/figure.h"

enum { PST_MARK_SIZE = 65 };

/* pst_mark_make: of SCRIPT and the names that FIGURE has beside it: 64 hexadecimal digits. */
void pst_mark_make(char mark[PST_MARK_SIZE], const char *script, const struct pst_figure *figure);

/* pst_mark_stands: the file PATH ends with MARK. */
bool pst_mark_stands(const char *path, const char *mark);

/* pst_mark_put: the N bytes of a drawing in FORMAT ("svg", "png", "pdf") with MARK to FILE; a failure to write is
   said when the file is committed. */
void pst_mark_put(FILE *file, const char *format, const char *data, size_t n, const char *mark);

#endif
