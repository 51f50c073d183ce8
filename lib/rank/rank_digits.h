/* rank_digits.h -- whole numbers beyond 2^53, which are equal as doubles and not as printed: ranked by
   all their digits, or refused. */
#ifndef PST_RANK_RANK_DIGITS_H
#define PST_RANK_RANK_DIGITS_H

#include "rank/ranking.h"

/* pst_rank_check_digits: of what ranks by intervals, or computes with the values, all digits are asked:
   --printed, --given, --agreement, and columns with bounded cells.
   Status    PST_BAD_DATA with the cell  */
enum pst_status pst_rank_check_digits(const struct pst_job *job,
                                      const struct pst_rank_settings *settings,
                                      struct pst_error *error);

/* pst_rank_by_digits: where a value of Y in the rows of PLACES[0..n) has digits that its double has not,
   VALUE[i] becomes the place of its number among the different numbers, from 1, by which they rank as
   they were printed.
   Status    PST_NO_MEMORY
   Tested    tests/cli/rank-digits*  */
enum pst_status pst_rank_by_digits(const struct pst_column *y, const struct pst_place *places,
                                   size_t n, double *value, struct pst_arena *scratch,
                                   struct pst_error *error);

/* pst_rank_any_digits: some value is written with all its digits, as text. */
bool pst_rank_any_digits(const struct pst_job *job, const struct pst_rank_settings *settings);

#endif
