/* aside.h -- the blocks of a scan, made in a thread of its own while those before are used.

   The blocks are those that pst_delimited_next gives, in their order, each in memory of its own until the
   next one is asked for; reading, decompressing and splitting go on meanwhile.

   All     Given     a scan of an input, of which pst_delimited_next may have been called before; between
                     pst_aside_start and pst_aside_stop it is the thread's
           Tested    test_aside.c, against the scan alone  */
#ifndef PST_TABLE_READ_ASIDE_H
#define PST_TABLE_READ_ASIDE_H

#include "table/read/delimited.h"

struct pst_aside;

/* pst_aside_start: begin to make blocks of SCAN, which reads from INPUT.
   Returned  for pst_aside_stop; NULL, and the scan as it was, when there is no memory, thread or pipe to be
             had, or memory is limited (RLIMIT_AS)
   Cost      a thread, and the memory of three blocks  */
struct pst_aside *pst_aside_start(struct pst_delimited *scan, struct pst_input *input);

/* pst_aside_next: as pst_delimited_next.
   Returned  BLOCK, good until the next call or pst_aside_stop
   Status    as pst_delimited_next: PST_BAD_DATA, PST_IO, PST_NO_MEMORY
   Cost      waits for the thread  */
enum pst_status pst_aside_next(struct pst_aside *aside, struct pst_delimited_block *block,
                               struct pst_error *error);

/* pst_aside_position: how much of the input had been read when the last block was made.
   Returned  as pst_input_position
   Cost      O(1)  */
unsigned long long pst_aside_position(const struct pst_aside *aside);

/* pst_aside_stop: the thread ends, also one that waits for input that does not come; BESIDE may be NULL.  The
   scan may only be closed then.
   Cost      waits for the block in work  */
void pst_aside_stop(struct pst_aside *aside);

#endif
