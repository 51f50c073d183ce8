/* share.h -- a share beside its part and its whole: what the two finders of shares have in common.

   All   Given     a token of PAPER, or a sentence of it
         Returned  the number, or NULL
         Tested    tests/unit/scan/test_scan.c  */
#ifndef PST_SCAN_FIND_SHARE_SHARE_H
#define PST_SCAN_FIND_SHARE_SHARE_H

#include "scan/find/find.h"

/* pst_share_make: the finding that SHARE is that of PART in WHOLE. */
void pst_share_make(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s, const struct pst_mention *share,
                    const struct pst_mention *part, const struct pst_mention *whole);

/* pst_share_count: a number in digits or in words that counts something. */
const struct pst_mention *pst_share_count(const struct pst_paper *paper, size_t at);

/* pst_share_percent: a percentage as printed. */
const struct pst_mention *pst_share_percent(const struct pst_paper *paper, size_t at);

/* pst_find_share_of: "Of the 205 patients, 63 (30.7 %) died", "63 (30.7 %) of 205". */
void pst_find_share_of(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_sentence *s);

/* pst_find_times: "28.4 million, twice the 14.2 million of 2010". */
void pst_find_times(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s);

/* pst_find_fraction: "a third of the average wage of 2,400 euros, or 800 euros". */
void pst_find_fraction(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_sentence *s);

/* pst_find_respectively: "Of 240 treated and 216 untreated patients, 17 (7.1 %) and 21 (9.7 %), respectively, died". */
void pst_find_respectively(struct pst_scan *scan, const struct pst_paper *paper,
                           const struct pst_sentence *s);

#endif
