/* finders.h -- the finders, one a file; their table is in finders.c. */
#ifndef PST_SCAN_FIND_FINDERS_H
#define PST_SCAN_FIND_FINDERS_H

#include "scan/find/find.h"

typedef void pst_find_sentence(struct pst_scan *scan, const struct pst_paper *paper,
                               const struct pst_sentence *sentence);
typedef void pst_find_grid(struct pst_scan *scan, const struct pst_paper *paper,
                           const struct pst_paper_grid *grid);

pst_find_sentence pst_find_change, pst_find_share, pst_find_parts, pst_find_hundred, pst_find_count,
    pst_find_mean, pst_find_order, pst_find_interval, pst_find_p, pst_find_words, pst_find_dates,
    pst_find_net;
pst_find_grid pst_find_change_columns, pst_find_total, pst_find_hundred_columns,
    pst_find_count_columns, pst_find_long, pst_find_p_columns, pst_find_ranks,
    pst_find_interval_columns;

#endif
