/* room.h -- whether rows fit into the memory that is left: what does not is refused, with its size, before a machine begins to
   swap or the system ends the process. */
#ifndef PST_SCALE_ROOM_H
#define PST_SCALE_ROOM_H

#include "base/error.h"

/* pst_room_left: bytes that this process may still take: the least of what the machine has free, of the limits of its control
   groups, which Slurm sets, and of its own limit (ulimit -v).
   Returned  them; ULLONG_MAX where nothing is known
   Cost      some small files of /proc and /sys are read
   Tested    test_room.c  */
unsigned long long pst_room_left(void);

/* pst_room_check: BYTES of rows fit into LEFT.
   Given     WHERE they are to be: "here", "rank 0"
   Status    PST_IO when they do not, with both sizes and what to do
   Cost      O(1)
   Tested    test_room.c  */
enum pst_status pst_room_check(unsigned long long bytes, unsigned long long left, const char *where,
                               struct pst_error *error);

#endif
