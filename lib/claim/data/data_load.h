/* data_load.h -- what the loading of a table asks of data.c; not for other files. */
#ifndef PST_CLAIM_DATA_DATA_LOAD_H
#define PST_CLAIM_DATA_DATA_LOAD_H

#include "claim/data/data.h"

/* pst_data_whole_number: a whole number of at most 15 digits, without a leading zero: 2003, not 007. */
bool pst_data_whole_number(struct pst_text text, int64_t *number);

/* pst_data_read_key: the numbers and the order of the codes of KEY, whose column is set; false when
   memory is out. */
bool pst_data_read_key(struct pst_data *data, struct pst_data_key *key);

/* pst_data_index_rows: find rows by their keys from now on; CODES has room for one a key.  False when
   memory is out. */
bool pst_data_index_rows(struct pst_data *data, unsigned *codes);

#endif
