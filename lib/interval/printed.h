/* printed.h -- a printed figure stands for all the numbers that print to it. */
#ifndef PST_INTERVAL_PRINTED_H
#define PST_INTERVAL_PRINTED_H

#include "interval/bounded.h"

/* pst_printed_interval: the numbers that a figure printed with DECIMALS decimals may stand for.
   Given     value     finite, the double nearest to the printed figure
             decimals  digits after the decimal mark, 0 or more
   Returned  bounds    value - half a unit .. value + half a unit of the last digit, both ends
                       closed (a tie may have been rounded either way): 20.4 is [20.35, 20.45].
                       Each end is the exact decimal where it is a double, else the next double
                       outwards (two at most beyond 15 digits).
   Cost      O(1)
   Tested    test_printed.c, against exact decimals  */
void pst_printed_interval(double value, int decimals, struct pst_bounds *bounds);

/* pst_printed_ends: the same with each end the double nearest to the exact decimal, for what compares values: 1.4 and
   1.5 meet in 1.45 and are never the other way round, since rounding keeps order.
   Given     as above
   Returned  bounds    ends that figures beside each other share to the bit, up to 15 digits
   Cost      O(1)
   Tested    test_printed.c  */
void pst_printed_ends(double value, int decimals, struct pst_bounds *bounds);

#endif
