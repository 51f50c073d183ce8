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

/* pst_room_of_rows: what ROWS rows take that stand in BYTES as they were sent: first these bytes and the table that is made of them,
   which has more of each row, then the table and what computing takes of each row: its place in its group, the points of its
   sample, sorted, and what a method makes beside them (measured: 43 for ols, 89 for siegel).
   Returned  bytes; ULLONG_MAX for more
   Cost      O(1)
   Tested    test_room.c  */
enum { PST_ROOM_OF_A_ROW = 96 };
unsigned long long pst_room_of_rows(unsigned long long bytes, unsigned long long rows);

/* pst_room_check: BYTES of rows, and of what is made of them, fit into LEFT.
   Given     WHERE they are to be: "here", "rank 0"
   Status    PST_IO when they do not, with both sizes and what to do
   Cost      O(1)
   Tested    test_room.c  */
enum pst_status pst_room_check(unsigned long long bytes, unsigned long long left, const char *where,
                               struct pst_error *error);

#endif
