/* grim.h -- which shares and means whole numbers can have: GRIM.

   Published Brown & Heathers (2017), Social Psychological and Personality Science 8 */
#ifndef PST_SCAN_FIND_GRIM_H
#define PST_SCAN_FIND_GRIM_H

#include "scan/find/find.h"

/* pst_grim: does a whole number K give TIMES K / N = STATED as printed?
   Given     N a whole number above 0; STATED's range bounded
   Returned  the answer; NEAREST the value that comes nearest, of K
   Tested    tests/unit/test_scan.c, by way of findings: the published examples  */
bool pst_grim(struct pst_scan *scan, const struct pst_mention *stated, struct pst_rational n,
              int times, struct pst_rational *nearest, struct pst_rational *k);

/* pst_grim_tells: so few are N that some printed value is impossible: TIMES 10^decimals > N. */
bool pst_grim_tells(struct pst_scan *scan, const struct pst_mention *stated, struct pst_rational n,
                    int times);

#endif
