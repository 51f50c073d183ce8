/* sniff.h -- which delimiter a file uses, from its first bytes.

   All     Given     the first bytes of a file, which may end within a line
           Returned  the delimiter
           Cost      O(size of the sample), once a candidate
           Tested    test_sniff.c  */
#ifndef PST_TABLE_READ_SNIFF_H
#define PST_TABLE_READ_SNIFF_H

#include "base/text.h"

/* pst_sniff_delimiter: among , ; tab and | the one that parts most lines of SAMPLE into as many
   fields as the first line, outside quotes; ',' when none occurs (a file of one column).  AT_END:
   the sample is the whole file, so that its last line counts too. */
char pst_sniff_delimiter(struct pst_text sample, bool at_end);

/* pst_sniff_sheet: the same for a file that may have titles above its table and notes below: the
   delimiter that parts most lines into one and the same number of fields, two at least; among
   equals the one with more fields, then tab ; , | in this order. */
char pst_sniff_sheet(struct pst_text sample, bool at_end);

#endif
