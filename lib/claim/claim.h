/* claim.h -- claims files: what a paper says, checked against its data.  docs/CLAIMS.md is the
   language; this header is what programs use: read a file, check it, walk the results.

       struct pst_claims_options options = {0};
       struct pst_claims *claims;

       if (pst_claims_check("doe.claims", &options, &claims, &error) == PST_OK) {
         for (size_t i = 0; i < claims->claim_count; i++) ...
         pst_claims_free(claims);
       }

   Everything in the results is constant, belongs to the struct pst_claims and lives until
   pst_claims_free.  Strings are UTF-8, never NULL unless said so.  The order of everything is that
   of the claims file; the same input gives the same bytes. */
#ifndef PST_CLAIM_CLAIM_H
#define PST_CLAIM_CLAIM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "claim/verdict.h"

struct pst_claims_options {
  size_t explain_most; /* members, pairs and rows listed a check; 0 means 20 */
  bool robust;         /* move each free choice of what is verified */
  bool parse_only;     /* syntax and declarations, no data is read: checks have no verdict */
};

/* pst_claims_check: read the claims file at PATH and the data that it names (paths are relative to
   the claims file), and check every claim.
   Returned  claims  to be freed with pst_claims_free; also when claims or tables are broken: see
                     errors
   Status    PST_OK; PST_IO when PATH cannot be read; PST_BAD_DATA when it is not UTF-8 or holds
             NUL bytes; PST_NO_MEMORY.  A data file that cannot be read is an error of the claims
             that use it, not a status.
   Cost      each data file is read once, keys are hashed once; then O(1) a cell
   Tested    test_claim_*.c, tests/fuzz/fuzz_claims.c  */
enum pst_status pst_claims_check(const char *path, const struct pst_claims_options *options,
                                 struct pst_claims **claims, struct pst_error *error);

/* pst_claims_check_text: the same for TEXT; data paths are relative to the folder of PATH, which
   need not exist. */
enum pst_status pst_claims_check_text(const char *path, const char *text, size_t size,
                                      const struct pst_claims_options *options,
                                      struct pst_claims **claims, struct pst_error *error);

/* pst_claims_may_go_on: can what was read so far, TOTAL bytes, the last SIZE of which are BLOCK, still be a
   claims file?  A reader of a stream that may never end, such as /dev/zero, stops where it cannot;
   pst_claims_check_text then says why.
   Cost    O(SIZE)
   Tested  tests/cli/claims-endless  */
bool pst_claims_may_go_on(const char *block, size_t size, size_t total);

void pst_claims_free(struct pst_claims *claims);

#endif
