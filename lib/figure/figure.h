/* figure.h -- a figure as data, the gnuplot script that draws it, and its rendering.

   A figure is filled in by the caller, who keeps all it points to; nothing in it is changed.
   All positions (ticks, label places, margins, wrapped titles) are worked out here and written into
   the script, so that the same figure gives the same bytes, and labels neither overlap nor are cut.

   In every array a NaN is a missing value: it draws nothing and breaks the line.  Any text may be
   NULL or "" when there is none; text is UTF-8 and stays literal whatever it contains. */
#ifndef PST_FIGURE_FIGURE_H
#define PST_FIGURE_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

enum pst_figure_kind {
  PST_FIGURE_LINES,   /* y over time x: points, a line, a fit; small multiples when many series */
  PST_FIGURE_SLOPE,   /* two or few periods x, a line a series, values at both ends */
  PST_FIGURE_BUMP,    /* y is a rank: 1 on top, integer ticks, names at both ends */
  PST_FIGURE_SCATTER, /* y against x, labels[] beside the points, an optional fit */
  PST_FIGURE_HEATMAP, /* cells[] in [-1, 1] (a correlation matrix), the value in each cell */
  PST_FIGURE_DOTS,    /* one row a label: the value y with its interval, zero line drawn */
  PST_FIGURE_AREAS,   /* parts of a whole over time: series with one x, stacked, the first lowest */
  PST_FIGURE_BARS,    /* the same as a bar a time */
  PST_FIGURE_LORENZ,  /* Lorenz curves: x and y from 0 to 1, with the line of equal parts */
  PST_FIGURE_ROWS,    /* a row a label, the series side by side along it, their sum at the right */
  PST_FIGURE_FOREST, /* one row a label: an estimate with its interval against a null line, both and a
                         text (the p-value) written beside it */
  PST_FIGURE_LIKERT, /* one bar a row: cells[] are the shares of the answers of a scale, stacked about
                         the middle answer */
  PST_FIGURE_KINDS   /* how many there are; a row each in kind/kinds.c */
};

enum pst_figure_panels {
  PST_FIGURE_PANELS_AUTO, /* LINES: a panel a series when there are more than 8 */
  PST_FIGURE_PANELS_NEVER,
  PST_FIGURE_PANELS_ALWAYS
};

/* Pixels across, and from top to bottom. */
enum { PST_FIGURE_LEAST = 300, PST_FIGURE_MOST = 10000 };

enum pst_figure_scale {
  PST_FIGURE_SCALE_AUTO, /* panels share the vertical scale unless the small ones would be flat lines */
  PST_FIGURE_SCALE_SHARED,
  PST_FIGURE_SCALE_OWN
};

struct pst_figure_series {
  const char *name; /* written at the line's end, or above its panel */
  size_t n;
  const double *x;              /* n values; rising for LINES, SLOPE and BUMP; unused by DOTS */
  const double *y;              /* n values; NaN where only the interval is known */
  const double *y_low, *y_high; /* n values each, or both NULL: the interval of a point, drawn as a
                                   bar.  NaN: none; -INFINITY or INFINITY: open at that end (an
                                   arrow).  BUMP: best and worst rank; y_high INFINITY: only "worse
                                   than y_low - 1" is known, as in a top ten */
  const char *const *labels; /* n texts, or NULL: SCATTER, the point's name; DOTS, the row's (NULL:
                                   the series' name is the row's); SLOPE, what is written in place of
                                   the value, as the source prints it (">10"; NULL: the number, or
                                   "3 to 5", "≥11", "≤2" when only an interval is known) */
  const char *const *texts;  /* FOREST: n texts, or NULL: what stands at the end of each row */
  size_t fit_n;              /* the fitted line, 0 when there is none; LINES and SCATTER */
  const double *fit_x;       /* fit_n values, rising; two make a straight line */
  const double *fit_y;       /* fit_n values */
  const double *fit_low, *fit_high; /* fit_n values each, or both NULL: the band around the fit */
  bool stems;                       /* LINES: a stem from 0 to each point in the place of a line */
  bool rest;                        /* the small ones together: grey */
  bool highlight; /* when any series has it, the others are drawn in grey; more series
                                       than a kind can tell apart are grey and without names but for it */
};

struct pst_figure_tick {
  double at;
  const char *text;
};

struct pst_figure {
  enum pst_figure_kind kind;
  const char *title, *subtitle;  /* long ones wrap */
  const char *source;            /* where the data come from: written as "Source: ..." */
  const char *note;              /* the method with its n and p, what was left out */
  const char *x_label, *y_label; /* with their units; y_label stands above the axis */
  bool log_x, log_y;             /* values that are not positive are left out and counted */
  bool x_year;                   /* x is a time in years: whole numbers, no thousands separator */
  const struct pst_figure_tick *x_ticks; /* names of periods or categories; NULL: chosen here */
  size_t n_x_ticks;
  const struct pst_figure_tick
      *periods; /* what stands at an x, in their order, where a tick may not */
  size_t n_periods;
  double gap;   /* LINES: a step in x longer than this breaks the line; 0: 1.5 times the median step
                   of the series; INFINITY: never */
  int decimals; /* of values written as labels; 0: as many as they need, at most 4 significant digits
                   (HEATMAP: 2); negative: DOTS and HEATMAP write no values */
  double beyond;  /* BUMP: the last rank that is known (the 10 of ">10"); 0: none */
  double neutral; /* DOTS: a line is drawn here, at what is neither more nor less; 0 unless set */
  bool ranks;     /* DOTS: values are ranks, so that the axis begins at the first, not at 0 */
  double reach;   /* HEATMAP: the colours go from -reach to reach; 0: 1, or as far as the cells */
  enum pst_figure_panels panels;
  enum pst_figure_scale scale; /* of panels */
  size_t
      abreast; /* panels: so many neighbours, one group's, stand in one row where there is room; 0: any */
  int width, height; /* pixels of the svg; 0: chosen here */
  const struct pst_figure_series *series;
  size_t n_series;
  double null;             /* FOREST: where the null line stands: 0, or 1 for a ratio */
  const char *text_header; /* FOREST: above the texts: "p (Holm)" */
  /* HEATMAP and LIKERT only: rows * columns values by row, and their names; NaN is drawn hatched */
  size_t rows, columns;
  const char *const *row_names, *const *column_names;
  const double *cells;
  const bool *marked;    /* HEATMAP: rows * columns, or NULL: whose value has an asterisk */
  const char *mark_note; /* what an asterisk says: written where values are */
};

/* pst_figure_takes_log: logarithmic axes mean something in a figure of KIND.
   Given     a kind, below PST_FIGURE_KINDS
   Returned  the answer
   Cost      O(1)
   Tested    tests/cli/figure-far-out: lines and points that take them  */
bool pst_figure_takes_log(enum pst_figure_kind kind);

/* pst_figure_write: the gnuplot script of FIGURE.
   Given     FIGURE as above; arrays of the sizes that it names
   Returned  SCRIPT, appended: it stands alone (no other file, no date, no path).  Run as
             `gnuplot fig.gp` it writes fig.svg; `gnuplot -e "terminal='png'; output='x.png'" fig.gp`
             writes another (terminal: svg or png)
   Status    PST_UNDEFINED when there is nothing to draw (no series, all missing), PST_NO_MEMORY
   Cost      O(points + labels^2)
   Tested    test_figure.c, test_figure_gnuplot.c  */
enum pst_status pst_figure_write(const struct pst_figure *figure, struct pst_buffer *script,
                                 struct pst_error *error);

/* pst_figure_save: the text SCRIPT as the file PATH, written beside and then renamed.
   Given     SCRIPT of pst_figure_write; PATH, "-" or NULL for standard output
   Status    PST_IO with the reason, PST_NO_MEMORY; PATH is then as it was
   Cost      that of writing it
   Tested    test_figure_gnuplot.c  */
enum pst_status pst_figure_save(const char *script, const char *path, struct pst_error *error);

/* What stands for a file's name where a figure is drawn with characters (figure/term/term.h). */
#define PST_FIGURE_TERMINAL "term"

/* pst_figure_check_path: can pst_figure_render draw into PATH?  PST_FIGURE_TERMINAL is fine too.
   Given     PATH, which need not exist
   Status    PST_USAGE when its ending is not one that is drawn
   Cost      O(size of PATH)
   Tested    tests/cli/figure-ending  */
enum pst_status pst_figure_check_path(const char *path, struct pst_error *error);

/* pst_figure_render: run gnuplot on the text SCRIPT; the figure becomes the file PATH, whose ending
   (.svg, .png or .pdf) is the format; pdf is made from the svg by rsvg-convert.  An svg bears the names of hover.h.
   Given     SCRIPT of pst_figure_write, of FIGURE; NULL: it is not at hand
   Status    PST_USAGE another ending; PST_IO gnuplot or rsvg-convert is not installed, fails or
             complains, or PATH cannot be written; PST_NO_MEMORY; PATH is then as it was
   Cost      0.1 s to 0.5 s
   Tested    test_figure_gnuplot.c  */
enum pst_status pst_figure_render(const char *script, const struct pst_figure *figure,
                                  const char *path, struct pst_error *error);

/* pst_figure_keep: the same, unless PATH is this figure already: it bears a mark of what it was drawn from.
   Given     as pst_figure_render; FIGURE is not NULL
   Returned  *KEPT: it is, and gnuplot did not run
   Status    PST_USAGE, PST_IO, PST_NO_MEMORY as pst_figure_render
   Cost      that of reading the script where it is kept
   Tested    tests/cli/render-apart  */
enum pst_status pst_figure_keep(const char *script, const struct pst_figure *figure,
                                const char *path, bool *kept, struct pst_error *error);

#endif
