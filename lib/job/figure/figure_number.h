/* figure_number.h -- numbers in the notes of figures, written as a brief prints them.

   All     Given     OUT, which grows
           Returned  what is appended to OUT
           Cost      O(1)
           Tested    test_figure_number.c  */
#ifndef PST_JOB_FIGURE_FIGURE_NUMBER_H
#define PST_JOB_FIGURE_FIGURE_NUMBER_H

#include <stddef.h>

#include "base/text.h"

/* pst_figure_put_value: VALUE to DIGITS significant digits: "1,180", "−0.5", "87.2 billion", "9.27 × 10⁻¹²". */
void pst_figure_put_value(struct pst_buffer *out, double value, int digits);

/* pst_figure_put_count: "50,000". */
void pst_figure_put_count(struct pst_buffer *out, size_t count);

/* pst_figure_put_n: "n = 65", "n = 112 to 1,366". */
void pst_figure_put_n(struct pst_buffer *out, size_t least, size_t most);

/* pst_figure_p: "p = 0.012", "p < 0.001". */
void pst_figure_p(struct pst_buffer *out, double p);

#endif
