/* indicator_gives.h -- what polstat-indicator writes, from its options on. */
#ifndef PST_TESTS_INDICATOR_GIVES_H
#define PST_TESTS_INDICATOR_GIVES_H

#include <stdbool.h>

/* What is asked for, beside the kinds. */
struct indicator_ask {
  const char *csv, *y, *entity, *time, *by, *category, *keep, *pair, *count;
  bool in_rows, counts, printed;
  unsigned chart; /* enum pst_indicator_chart */
  const char *highlight;
};

/* indicator_gives: the table of KINDS is WANT, or that is the message, behind LINE: where it names a line. */
void indicator_gives(const struct indicator_ask *ask, const char *kinds, const char *want);

/* indicator_draws: the figure of KINDS, drawn with characters in 60 columns, is WANT; or the message. */
void indicator_draws(const struct indicator_ask *ask, const char *kinds, const char *want);

#endif
