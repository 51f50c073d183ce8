/* writer.h -- what the writers of the formats share.  Used inside lib/report only.

   All     Given     a sink with a buffer; a cell that the grid has
           Returned  the bytes, in the sink or appended to OUT; what fails is the caller's to check
           Cost      O(1) a cell; a write for each 64 KiB
           Tested    test_report_csv.c, test_report_json.c, test_report_text.c  */
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
/* pst_sink_hand_over: all that has gathered, to the FILE that there is. */
void pst_sink_hand_over(struct pst_sink *sink);

/* pst_write_csv, pst_write_tsv, pst_write_json, pst_write_jsonl, pst_write_markdown, pst_write_latex,
   pst_write_text: the writers of format.c; what each writes is in report.h.
   Given     a complete set of options; any grid
   Status    PST_NO_MEMORY; a failed buffer is the caller's to check
   Cost      O(cells); for people O(cells) of memory too  */
pst_writer pst_write_csv, pst_write_tsv, pst_write_json, pst_write_jsonl, pst_write_markdown,
    pst_write_latex, pst_write_text;

/* pst_cell_missing: the text is NULL, the number NaN. */
bool pst_cell_missing(const struct pst_grid_column *column, size_t row);

/* pst_cell_short: VALUE in TO, if it is whole below 10^15 or a decimal of up to six digits behind the point; its
   length; 0: it is another number. */
enum { PST_CELL_SHORT = 32 };
size_t pst_cell_short(char to[PST_CELL_SHORT], double value);

/* pst_sink_room: room for SIZE bytes behind what BUFFER has; NULL: there is none, and it has failed.
   pst_sink_took: that many of them were written. */
char *pst_sink_room(struct pst_buffer *buffer, size_t size);
static inline void pst_sink_took(struct pst_buffer *buffer, size_t size)
{
  buffer->size += size;
  buffer->data[buffer->size] = '\0';
}

/* pst_cell_exact: a number that is not missing, to be read back exactly; whole numbers and short
   decimals, which most results are, without printf.  Infinite: inf, -inf. */
void pst_cell_exact(struct pst_buffer *out, const struct pst_grid_column *column, size_t row);

/* pst_cell_digits: the same for people. */
void pst_cell_digits(struct pst_buffer *out, const struct pst_grid_column *column, size_t row,
                     int digits);

#endif
