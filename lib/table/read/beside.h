/* beside.h -- the blocks of a scan, made in a thread of its own while those before are used.

   The blocks are those that pst_delimited_next gives, in their order, each in memory of its own until the
   next one is asked for; reading, decompressing and splitting go on meanwhile.

   All     Given     a scan of an input, of which pst_delimited_next may have been called before; between
                     pst_beside_start and pst_beside_stop it is the thread's
           Tested    tests/unit/test_beside.c, against the scan alone  */
#ifndef PST_TABLE_READ_BESIDE_H
#define PST_TABLE_READ_BESIDE_H

#include "table/read/delimited.h"

struct pst_read_beside;

/* pst_beside_start: begin to make blocks of SCAN, which reads from INPUT.
   Returned  *BESIDE, for pst_beside_stop
   Status    PST_NO_MEMORY, also when there is no thread or pipe to be had, or memory is limited (RLIMIT_AS): the scan
             is then as it was
   Cost      a thread, and the memory of three blocks  */
enum pst_status pst_beside_start(struct pst_delimited *scan, struct pst_input *input,
                                 struct pst_read_beside **beside, struct pst_error *error);

/* pst_beside_next: as pst_delimited_next; *FAILED: as pst_delimited_failed behind it.
   Returned  BLOCK, good until the next call or pst_beside_stop
   Status    as pst_delimited_next: PST_BAD_DATA, PST_IO, PST_NO_MEMORY
   Cost      waits for the thread  */
enum pst_status pst_beside_next(struct pst_read_beside *beside, struct pst_delimited_block *block,
                                bool *failed, struct pst_error *error);

/* pst_beside_position: how much of the input had been read when the last block was made.
   Returned  as pst_input_position
   Cost      O(1)  */
unsigned long long pst_beside_position(const struct pst_read_beside *beside);

/* pst_beside_stop: the thread ends, also one that waits for input that does not come; BESIDE may be NULL.  The
   scan may only be closed then.
   Cost      waits for the block in work  */
void pst_beside_stop(struct pst_read_beside *beside);

#endif
