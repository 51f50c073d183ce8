/* open_judge.h -- whether a file is a plain table for the other programs; only open.c asks. */
#ifndef PST_TIDY_OPEN_JUDGE_H
#define PST_TIDY_OPEN_JUDGE_H

#include "tidy/open.h"
#include "tidy/tidy.h"

/* pst_open_judge: the layout by which INPUT is to be read; NULL: it is a plain table, read as it is (or
   no text: the reader will say so).
   Status    PST_BAD_DATA: what polstat tidy asks of it  */
enum pst_status pst_open_judge(const struct pst_layout_open *how, struct pst_input *input,
                               const struct pst_reader_options *options,
                               const struct pst_layout **layout, struct pst_error *error);

#endif
