/* told.h -- what is broken in a claims file, as lines for standard error. */
#ifndef PST_CLAIM_REPORT_TOLD_H
#define PST_CLAIM_REPORT_TOLD_H

#include "base/text.h"
#include "claim/verdict.h"

/* pst_claims_told: one message of ERROR of program NAME, with the SOURCE line and the place marked in it, appended
   to OUT; BOLD marks the name for a terminal. */
void pst_claims_told(struct pst_buffer *out, const char *name, bool bold,
                     const struct pst_error *error, const char *source);

/* pst_claims_told_all: all that is broken in CLAIMS; a file without claims, or without a statement, is too.
   Returned  the worst status
   Tested    tests/cli/claims-broken-*, claims-empty, claims-no-claims-file  */
enum pst_status pst_claims_told_all(struct pst_buffer *out, const char *name, bool bold,
                                    const struct pst_claims *claims);

/* What `says` of a drafted claim holds until somebody writes the paper's words there. */
#define PST_CLAIMS_TO_REPLACE "[to be replaced by the words of the paper]"

/* pst_claims_told_drafts: each claim of CLAIMS whose `says` is still to be replaced.
   Returned  PST_USAGE when there is one
   Tested    tests/cli/claims-draft-strict  */
enum pst_status pst_claims_told_drafts(struct pst_buffer *out, const char *name, bool bold,
                                       const struct pst_claims *claims);

#endif
