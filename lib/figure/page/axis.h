/* axis.h -- ranges, ticks and the way numbers are written on an axis.

   All     Given     an axis that pst_axis_start made; where a place is asked for, a range that is not empty
           Returned  AXIS, or what each says of it
           Cost      O(1), O(ticks) where they are chosen
           Tested    test_axis.c, test_figure_layout.c  */
#ifndef PST_FIGURE_PAGE_AXIS_H
#define PST_FIGURE_PAGE_AXIS_H

#include <stdbool.h>
#include <stddef.h>

enum { PST_AXIS_TICKS = 32, PST_AXIS_TEXT = 64 };

struct pst_axis_tick {
  double at;
  char text[PST_AXIS_TEXT];
};

struct pst_axis {
  double low, high; /* the data's range, then the axis's; low > high while it is empty */
  bool log;
  bool downward; /* the low end is on top, as ranks are drawn */
  bool year;     /* whole numbers, no thousands separator */
  size_t n_ticks;
  struct pst_axis_tick ticks[PST_AXIS_TICKS];
};

/* pst_axis_start: an empty axis. */
void pst_axis_start(struct pst_axis *axis, bool log, bool year);
/* pst_axis_add: widen the range to VALUE; what cannot be drawn (not finite, or not positive on a log
   axis) is passed over. */
void pst_axis_add(struct pst_axis *axis, double value);

/* pst_axis_empty: nothing was added that can be drawn. */
bool pst_axis_empty(const struct pst_axis *axis);
/* pst_axis_draws: true when VALUE has a place on this axis. */
bool pst_axis_draws(const struct pst_axis *axis, double value);

/* pst_axis_tick_up: choose about COUNT ticks; a constant range is widened first.  With ROUND the
   range is widened to whole ticks, and to zero when the data come near it; without, it stays. */
void pst_axis_tick_up(struct pst_axis *axis, int count, bool round);

/* pst_axis_at: where VALUE lies, 0 at the low end and 1 at the high end; pst_axis_value: back. */
double pst_axis_at(const struct pst_axis *axis, double value);
double pst_axis_value(const struct pst_axis *axis, double at);

/* pst_axis_number: VALUE with DECIMALS (-1: as many as it needs, 6 digits at most), thousands
   separated by commas, the true minus sign; returns TEXT. */
const char *pst_axis_number(char text[PST_AXIS_TEXT], double value, int decimals);

/* pst_axis_digits: the same to DIGITS significant digits; powers of ten are written out: "4 × 10⁻⁹". */
const char *pst_axis_digits(char text[PST_AXIS_TEXT], double value, int digits);

#endif
