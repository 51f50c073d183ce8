/* writer.h -- what the writers of the formats share.  Used inside lib/report only. */
#ifndef PST_REPORT_WRITE_WRITER_H
#define PST_REPORT_WRITE_WRITER_H

#include <stdio.h>

#include "base/text.h"
#include "report/grid.h"
#include "report/report.h"

/* Where a writer's bytes go: BUFFER, and from there to FILE in large pieces if there is one. */
struct pst_sink {
  struct pst_buffer *buffer;
  FILE *file;
};

/* pst_sink_drain: after each row: hand over what has gathered once it is large. */
void pst_sink_drain(struct pst_sink *sink);
/* pst_sink_hand_over: all that has gathered. */
void pst_sink_hand_over(struct pst_sink *sink);

pst_writer pst_write_csv, pst_write_tsv, pst_write_json, pst_write_jsonl, pst_write_markdown,
    pst_write_latex, pst_write_text;

bool pst_cell_missing(const struct pst_grid_column *column, size_t row);

/* pst_cell_exact: a number that is not missing, to be read back exactly; whole numbers and short
   decimals, which most results are, without printf.  Infinite: inf, -inf. */
void pst_cell_exact(struct pst_buffer *out, const struct pst_grid_column *column, size_t row);

/* pst_cell_digits: the same for people. */
void pst_cell_digits(struct pst_buffer *out, const struct pst_grid_column *column, size_t row,
                     int digits);

#endif
