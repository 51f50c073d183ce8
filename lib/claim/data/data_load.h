/* data_load.h -- what the loading of a table asks of data.c; not for other files. */
#ifndef PST_CLAIM_DATA_DATA_LOAD_H
#define PST_CLAIM_DATA_DATA_LOAD_H

#include "claim/data/data.h"

/* pst_data_whole_number: a whole number of at most 15 digits, without a leading zero: 2003, not 007. */
bool pst_data_whole_number(struct pst_text text, int64_t *number);

/* pst_data_join_pair: a column more, of the times whose year is in the column YEAR and whose part is in
   PART, which key K is; its index in *COLUMN.
   Status    PST_BAD_DATA for what is no such pair, and for what can be two things; PST_NO_MEMORY */
enum pst_status pst_data_join_pair(struct pst_data *data, size_t k, size_t year, size_t part,
                                   size_t *column, struct pst_error *error);

/* pst_data_read_times: what key K is, if it is a time, by all its cells; COLUMN is its column.  Several
   spellings of one time have the first from then on.
   Status    PST_BAD_DATA for a cell of a key that is to be a time, and is none, and for what can be two
             things; PST_USAGE for an unknown format; PST_NO_MEMORY */
enum pst_status pst_data_read_times(struct pst_data *data, size_t k, size_t column,
                                    struct pst_error *error);

/* pst_data_period: the period of TEXT as the cells of KEY, which is_time, are read: into WHEN, in polstat's
   notation, "" for a number; its calendar start into *VALUE.  False when it is none of their kind. */
bool pst_data_period(const struct pst_data_key *key, struct pst_text text, char when[PST_WHEN_SIZE],
                     double *value);

/* pst_data_read_key: the numbers and the order of the codes of KEY, whose column and times are set; false
   when memory is out. */
bool pst_data_read_key(struct pst_data *data, struct pst_data_key *key);

/* pst_data_index_rows: find rows by their keys from now on; CODES has room for one a key.  False when
   memory is out. */
bool pst_data_index_rows(struct pst_data *data, unsigned *codes);

#endif
