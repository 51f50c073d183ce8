/* parts.h -- the parts of a series: its data blocks, the clauses that plot them, and the labels at
   the ends of lines.  Shared by the kinds of figure.

   All     Given     a page of a figure with series, I below their number; lengths in pixels
           Returned  what each writes to the page's body, or says
           Cost      O(points of the series)
           Tested    test_figure.c, test_figure_gnuplot.c, by way of figure.h  */
#ifndef PST_FIGURE_KIND_PARTS_H
#define PST_FIGURE_KIND_PARTS_H

#include "figure/page/page.h"

/* What a series has to draw; each has a data block $s1, $s1_fit, $s1_bars, $s1_arrows. */
struct pst_parts {
  bool points, fit, bars, arrows;
};

/* pst_parts_range: widen both axes to all that series I draws; counts into SKIPPED the points that a
   logarithmic axis leaves out. */
void pst_parts_range(struct pst_page *page, size_t i, size_t *skipped);

/* pst_parts_write: the data blocks of series I; the axes and the frame must be settled.  Rows more
   than GAP apart are parted by a blank line, which breaks the line there (INFINITY: never). */
struct pst_parts pst_parts_write(struct pst_page *page, size_t i, double gap);

/* pst_parts_bar: FROM where and TO where, in y, the bar or arrow of place K in series I goes; false when it has none. */
bool pst_parts_bar(const struct pst_page *page, size_t i, size_t k, double *from, double *to);

/* pst_parts_gap: the step in x that breaks the line of SERIES, from the figure or its median step. */
double pst_parts_gap(struct pst_page *page, const struct pst_figure_series *series);

/* pst_parts_plot: the clauses of series I: band, bars, arrows, line (when LINED), points, fit. */
void pst_parts_plot(struct pst_page *page, size_t i, struct pst_parts parts, bool lined);

/* pst_parts_allocate: an array of the parts of all series; NULL when memory is out. */
struct pst_parts *pst_parts_allocate(struct pst_page *page);

/* A label that belongs to the pixel (x, y) at a line's end. */
struct pst_end_label {
  double x, y;
  const char *text;
  int colour;
  const char *
      until; /* its line ends before the plot does: with the text in the margin, "Wind (to 2011)"; NULL */
  bool inside; /* it stands in the plot: its left end and middle height are these */
  double left, middle;
};

/* pst_end_until: when a line that ends at X ends before the plot does, the period there; NULL: it does not. */
const char *pst_end_until(struct pst_page *page, double x);

/* pst_end_inside: those of N labels whose lines end early stand beside their last point, where nothing that is drawn
   strikes them through.
   Cost      O(N points)  */
void pst_end_inside(const struct pst_page *page, struct pst_end_label *labels, size_t n);

/* pst_end_widest: the width that a label in the margin may take. */
double pst_end_widest(const struct pst_page *page);

/* pst_end_margin: the margin that the widest of N labels needs that are not inside, at most a third of the page. */
double pst_end_margin(struct pst_page *page, const struct pst_end_label *labels, size_t n);

/* pst_end_write: N labels in the margin right (or left) of the plot, spread so that none overlap,
   with a leader to each that had to move and that is at the plot's edge; those inside in their places; long ones are
   shortened.  They begin OFFSET pixels from the
   plot, past its tick labels.
   Status    PST_NO_MEMORY
   Cost      O(N log N)  */
enum pst_status pst_end_write(struct pst_page *page, const struct pst_end_label *labels, size_t n,
                              double offset, bool right);

#endif
