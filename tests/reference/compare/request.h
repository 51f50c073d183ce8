/* request.h -- what a run of driver_compare is asked, and the numbers that it is given. */
#ifndef PST_TESTS_REFERENCE_COMPARE_REQUEST_H
#define PST_TESTS_REFERENCE_COMPARE_REQUEST_H

#include "stats/adjust.h"
#include "stats/estimate.h"

enum { MOST_COLUMNS = 64, MOST_PROBS = 64, MOST_GROUPS = 64 };

/* Rows of equal length, one after the other. */
struct input {
  size_t rows;
  size_t columns;
  double *cells;
};

struct request {
  struct pst_test test;
  double probs[MOST_PROBS];
  size_t n_probs;
  bool median;
  enum pst_adjust adjust;
};

/* request_option: what OPTION asks into REQUEST; ends the driver with 2 where it is none. */
void request_option(const char *option, struct request *request);

/* request_row: the numbers of LINE as a further row; ends the driver with 4 where they are more or fewer. */
void request_row(char *line, struct input *input);

#endif
