/* tidy_check.h -- the records of a frame: each fits its header, each period can be read.

   Only tidy.c puts these steps together. */
#ifndef PST_TIDY_CHECK_TIDY_CHECK_H
#define PST_TIDY_CHECK_TIDY_CHECK_H

#include "tidy/tidy.h"

/* pst_tidy_check: the options' columns, the list of records, the periods, the keys. */
enum pst_status pst_tidy_check(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                               struct pst_error *error);

/* tidy_records.c, tidy_names.c: the rows that are records; the value columns and the names of the
   keys. */
enum pst_status pst_tidy_list_records(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                      struct pst_error *error);
enum pst_status pst_tidy_name_keys(struct pst_tidy *tidy, struct pst_error *error);

/* tidy_periods.c: pst_tidy_settle_twins: a column that says the period again is left out, unless it
   says more somewhere; pst_tidy_check_periods: every period can be read, or is told of; those of a
   header rise or fall. */
void pst_tidy_settle_twins(struct pst_tidy *tidy);
enum pst_status pst_tidy_check_periods(struct pst_tidy *tidy,
                                       const struct pst_tidy_options *options,
                                       struct pst_error *error);

/* tidy_unread.c: where no period is found, a column or a header that looks like times is told of; what
   can be two times is asked. */
enum pst_status pst_tidy_check_unread(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                      struct pst_error *error);

/* pst_tidy_know_periods: room to keep the periods that are read, once the records are listed; false: no memory. */
bool pst_tidy_know_periods(struct pst_tidy *tidy);

/* pst_tidy_period: the period of a cell, in polstat's notation, or as printed when it is none. */
void pst_tidy_period(const struct pst_tidy *tidy, size_t row, size_t column,
                     char when[PST_WHEN_SIZE]);

/* pst_tidy_period_mark: the marker of the period that stands in ROW, PST_WHEN_MARK_SIZE bytes. */
void pst_tidy_period_mark(const struct pst_tidy *tidy, size_t row, char *marker);

/* tidy_fill.c: empty cells of a key that are the one above them, where that tells records apart;
   pst_tidy_is_filled (tidy.h): some are. */
enum pst_status pst_tidy_fill(struct pst_tidy *tidy, struct pst_error *error);

/* tidy_again.c: records that have the keys and the period of an earlier one are told of. */
enum pst_status pst_tidy_warn_again(struct pst_tidy *tidy, struct pst_error *error);

/* tidy_minus.c: in which columns `42.7-` is -42.7, which is told; pst_tidy_part (tidy.h) reads so. */
void pst_tidy_find_minus(struct pst_tidy *tidy);

/* tidy_parentheses.c: what (2.1) is: a minus, which is told; asked where no number of its columns is
   without them, and where a record without a key has none.
   Status    PST_BAD_DATA: it is asked, parentheses_asked is set  */
enum pst_status pst_tidy_judge_parentheses(struct pst_tidy *tidy,
                                           const struct pst_tidy_options *options,
                                           struct pst_error *error);

/* tidy_minus.c: the columns of periods print one thing; each of the others is judged by itself. */
bool pst_tidy_go_together(const struct pst_tidy *tidy, size_t a, size_t b);

/* tidy_scale.c: the column of powers of ten is told, and used with --scale; tidy_expected.c: the columns
   are those of the kept reading. */
enum pst_status pst_tidy_check_scale(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                     struct pst_error *error);
enum pst_status pst_tidy_check_expected(const struct pst_tidy *tidy,
                                        const struct pst_tidy_options *options,
                                        struct pst_error *error);

/* tidy_keys.c: pst_tidy_warn_keys: in a table found by its cells, a key column whose cells are mostly
   numbers with decimals is told of. */
/* pst_tidy_ask_keys: PST_BAD_DATA where no column is left that tells several records apart. */
enum pst_status pst_tidy_ask_keys(const struct pst_tidy *tidy,
                                  const struct pst_tidy_options *options, struct pst_error *error);
void pst_tidy_warn_keys(struct pst_tidy *tidy, const struct pst_tidy_options *options);

#endif
