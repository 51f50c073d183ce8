/* coverage.h -- the numbers of the paper's text, and which of them a claim uses.

   A number is a run of digits: 28.5, 1,168 (groups of three behind commas), 34th, 1990, each end of
   2001-2003, the year of FY2015.  Its sign and its unit are no part of it; a scale behind it is
   (3.2 million).  No number is what stands inside a word (G8, COVID-19, 1990s), a chain (2.1.3,
   12.4.2007), a web or mail address, the mark of a footnote ([12], word.12), a mark of a list or a
   heading ((1), "1. Introduction").  docs/CLAIMS.md tells it to people. */
#ifndef PST_CLAIM_CHECK_COVERAGE_H
#define PST_CLAIM_CHECK_COVERAGE_H

#include "claim/data/data.h"
#include "claim/verdict.h"

/* pst_coverage_watch: have the tables DATA of FILE note from now on which of their rows a check reads.
   Returned  false when memory is out
   Cost      O(rows)
   Tested    test_claim_coverage.c  */
bool pst_coverage_watch(const struct pst_file_syntax *file, struct pst_data *data);

/* pst_coverage: read the text at CLAIMS->paper_text, and note in CLAIMS which of its numbers occur
   in no check, in no `says`, of FILE, and in no cell of DATA that a check has read.  What is wrong is added
   to SOURCE's errors.
   Returned  false when memory is out
   Cost      O(n log n) in the size of the text and the claims
   Tested    test_claim_coverage.c  */
bool pst_coverage(struct pst_source *source, const struct pst_file_syntax *file,
                  const struct pst_data *data, struct pst_claims *claims);

#endif
