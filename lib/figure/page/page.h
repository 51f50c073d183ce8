/* page.h -- the page a figure is laid out on: its margins, axes, texts and the script so far.

   Places are pixels of the svg, x rightward and y downward from the upper left corner; the script
   holds them as fractions of the page, so that a png of any size looks the same.

   All     Given     a page that figure.c began; where a value's pixel is asked for, with its frame and axes
           Returned  what each sets in PAGE, or appends to its body or notes
           Cost      O(size of the texts), and O(ticks)
           Tested    test_figure.c, test_figure_layout.c, test_figure_gnuplot.c, by way
                     of figure.h  */
#ifndef PST_FIGURE_PAGE_PAGE_H
#define PST_FIGURE_PAGE_PAGE_H

#include "base/arena.h"
#include "figure/page/axis.h"
#include "figure/figure.h"

enum {
  PST_PAGE_GREY = 9,    /* linetype of series that stay behind */
  PST_PAGE_DARK = 22,   /* linetype of axes and their texts */
  PST_PAGE_THIN = 23,   /* linetype of lines that are for comparison */
  PST_PAGE_LEADER = 25, /* linetype of leaders: dotted, as no data are */
  PST_PAGE_TEXT = 10    /* linetype of a series' text: this and its linetype */
};
#define PST_PAGE_TITLE 19.0
#define PST_PAGE_SUBTITLE 13.5
#define PST_PAGE_FONT 12.0
#define PST_PAGE_SMALL 10.5
#define PST_PAGE_STEP 15.0 /* from one label to the next below it */
#define PST_PAGE_EDGE 14.0 /* blank around the page */

enum pst_page_align { PST_PAGE_LEFT, PST_PAGE_CENTRE, PST_PAGE_RIGHT };

struct pst_page;

/* Draws a figure: layout, then blocks, labels and the plot command, all into the page's body.
   PST_UNDEFINED when nothing can be drawn, PST_NO_MEMORY. */
typedef enum pst_status pst_figure_draw(struct pst_page *page, struct pst_error *error);

/* What of the caller's figure a kind draws. */
enum pst_figure_wants { PST_FIGURE_WANTS_SERIES, PST_FIGURE_WANTS_CELLS };

/* A kind of figure; the table is in figure/kind/kinds.c. */
struct pst_figure_row {
  pst_figure_draw *draw;
  pst_figure_draw *draw_panels; /* a panel a series; NULL: the kind has none */
  enum pst_figure_wants wants;
  size_t most;               /* more series than this are not told apart; 0: any number is */
  bool takes_log;            /* logarithmic axes mean something */
  bool rings_bars;           /* an interval has a ring at its middle: a narrow bar would be lost */
  double below, label_below; /* of the plot: the room for ticks, and the height of the x label */
};

struct pst_page {
  const struct pst_figure *figure;
  const struct pst_figure_row *kind;
  struct pst_arena arena;
  struct pst_buffer body;  /* the script below its head */
  struct pst_buffer notes; /* what the figure says of itself, after the caller's note */
  double width, height;
  double left, right, top, bottom; /* the plot's rectangle */
  struct pst_axis x, y;
  size_t plots; /* clauses of the plot command so far */
  bool any_highlight;
  bool
      crowded; /* more series than can be told apart: grey and without names but for highlighted ones */
  bool cloud;      /* SCATTER: points are counted in squares, kind/cloud.h */
  bool one_colour; /* series are told apart by their place: all have linetype 1 */
};

/* pst_page_note: add a sentence to the notes. */
void pst_page_note(struct pst_page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* pst_page_frame: fix the margins: LEFT and RIGHT are their widths, PLOT the plot's height unless the
   figure's height is given.  The header and footer are measured here: notes must be complete, but
   for SPARE lines. */
void pst_page_frame(struct pst_page *page, double left, double right, double plot, size_t spare);
/* pst_page_texts: write title, subtitle, axis labels, notes and source. */
void pst_page_texts(struct pst_page *page);
/* pst_page_margins, pst_page_axes: write the plot's rectangle; both axes with their ticks. */
void pst_page_margins(struct pst_page *page);
void pst_page_axes(struct pst_page *page);

/* pst_page_x, pst_page_y: the pixel of a value. */
double pst_page_x(const struct pst_page *page, double value);
double pst_page_y(const struct pst_page *page, double value);

/* pst_page_label: TEXT (nothing when empty) beside the pixel X, at the height Y of its middle;
   COLOUR is a linetype, SIZE the font's. */
void pst_page_label(struct pst_page *page, double x, double y, enum pst_page_align align,
                    int colour, double size, const char *text);
/* pst_page_wrapped: TEXT in lines of at most WIDTH pixels, the middle of all of them at Y; PST_PAGE_LINES at most,
   the last cut short then.  pst_page_lines: how many they are, 1 or more. */
enum { PST_PAGE_LINES = 4 };
size_t pst_page_lines(const char *text, double width);
void pst_page_wrapped(struct pst_page *page, double x, double y, enum pst_page_align align,
                      int colour, double width, const char *text);
/* pst_page_slanted: TEXT that begins at a pixel and rises to the right at 45 degrees. */
void pst_page_slanted(struct pst_page *page, double x, double y, int colour, const char *text);
/* pst_page_mark: the point of linetype COLOUR at a pixel. */
void pst_page_mark(struct pst_page *page, double x, double y, int colour);
/* pst_page_swatch: a square whose left edge stands at the pixel X, in the colour of VALUE on the palette. */
void pst_page_swatch(struct pst_page *page, double x, double y, double value);
/* pst_page_colours: the palette as a bar whose upper left corner is at a pixel. */
void pst_page_colours(struct pst_page *page, double x, double y, double width, double height);
/* pst_page_rule: a thin line between two pixels, behind the data. */
void pst_page_rule(struct pst_page *page, double x0, double y0, double x1, double y1, int colour);

/* pst_page_base: the line that bars stand on, before them. */
void pst_page_base(struct pst_page *page, double y);

/* pst_page_blank: the grid is left out behind a label of the plot, LEFT its left end, MIDDLE the middle of its height;
   data are drawn over it. */
void pst_page_blank(struct pst_page *page, double left, double middle, double width, double height);

/* pst_page_plot: begin the next clause of the plot command, printf-style; pst_page_plot_end closes
   the command. */
void pst_page_plot(struct pst_page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void pst_page_plot_end(struct pst_page *page);

/* pst_page_linetype: the linetype of series I: 1 to 8 (1 with one_colour), or grey behind highlighted ones. */
int pst_page_linetype(const struct pst_page *page, size_t i);

/* pst_page_named: series I has a name to write: none where the page is crowded, but for highlighted ones. */
bool pst_page_named(const struct pst_page *page, size_t i);

/* pst_page_name: the name of series I in WIDTH pixels, told apart from those of others; "" without one. */
const char *pst_page_name(struct pst_page *page, size_t i, double width);

/* pst_page_tick_width: the widest tick label of AXIS. */
double pst_page_tick_width(const struct pst_axis *axis);

/* pst_fail_empty: the message for a figure with nothing to draw.
   Status    PST_UNDEFINED, always  */
enum pst_status pst_fail_empty(struct pst_error *error);

/* pst_x_ticks: the ticks of the x axis over WIDTH pixels: those given, thinned until none overlap,
   or chosen ones. */
void pst_x_ticks(struct pst_page *page, double width);

#endif
