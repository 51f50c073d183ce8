/* row_kinds.h -- the kinds of PST_INDICATOR_ROWS: each calls its kernel of lib/stats. */
#ifndef PST_INDICATOR_ROW_ROW_KINDS_H
#define PST_INDICATOR_ROW_ROW_KINDS_H

#include "indicator/frame/frame.h"

struct pst_row_call {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  const struct pst_indicator_ask *ask;
  const struct pst_bounds *cell; /* of -y, a row of the frame each */
};

pst_row_kind pst_rows_share, pst_rows_index, pst_rows_growth, pst_rows_log_growth,
    pst_rows_annual_growth, pst_rows_difference, pst_rows_contribution, pst_rows_total_growth,
    pst_rows_window, pst_rows_cumulative, pst_rows_ratio, pst_rows_per, pst_rows_deflate,
    pst_rows_percent_rank, pst_rows_cume_dist, pst_rows_ntile, pst_rows_zscore, pst_rows_rank,
    pst_rows_grubel_lloyd;

#endif
