/* report_parts.h -- what the writers of the formats share.  Used by lib/claim/report*.c only. */
#ifndef PST_CLAIM_REPORT_REPORT_PARTS_H
#define PST_CLAIM_REPORT_REPORT_PARTS_H

#include "claim/report/report.h"

typedef void pst_claims_writer(const struct pst_claims_report *report, struct pst_buffer *out);

pst_claims_writer pst_claims_write_text, pst_claims_write_json, pst_claims_write_junit,
    pst_claims_write_tap, pst_claims_write_html;

/* pst_claim_deciding: the check that gave the claim its verdict; NULL when it has no checks. */
const struct pst_claim_check *pst_claim_deciding(const struct pst_claim *claim);

/* pst_claim_qualifier: "conclusion", "as printed", or "". */
const char *pst_claim_qualifier(enum pst_severity severity, enum pst_verdict verdict,
                                bool as_printed);

/* pst_claim_holds: verified, restated or consistent. */
bool pst_claim_holds(enum pst_verdict verdict);

/* pst_claim_skipped: ambiguous or not checkable, and not to be counted as a failure. */
bool pst_claim_skipped(const struct pst_claims_report *report, enum pst_verdict verdict);

/* pst_claim_error_is_of_check: false for an error that no check of a claim reports: a declaration. */
bool pst_claim_error_is_of_check(const struct pst_claims *claims, const struct pst_problem *error);

/* pst_claim_interval_print: "[8.05, 8.15]", "(8, inf)"; nothing for a point. */
void pst_claim_interval_print(struct pst_buffer *out, const struct pst_claim_quantity *quantity);

/* pst_claim_relation_print: what is claimed of the number computed, "> "; an equality goes without saying.
   pst_claim_basis_print: what the number computed rests on, ", n = 8". */
void pst_claim_relation_print(struct pst_buffer *out, const char *relation);
void pst_claim_basis_print(struct pst_buffer *out, const struct pst_claim_quantity *computed);

/* pst_claim_reported_print: the reported side as written, and its interval. */
void pst_claim_reported_print(struct pst_buffer *out, const struct pst_claim_quantity *reported);

/* pst_claim_choice_print: "holds for 2 of 5 other values, not for 2000". */
void pst_claim_choice_print(struct pst_buffer *out, const struct pst_claim_choice *choice);

/* pst_claim_coverage_print: "3 of 5 numbers are used by a claim (60.0 %)". */
void pst_claim_coverage_print(struct pst_buffer *out, const struct pst_claims *claims);

/* pst_claim_tally_print: "all: 3 of 4 yes, 1 no". */
void pst_claim_tally_print(struct pst_buffer *out, const struct pst_claim_tally *tally);

/* pst_claim_reasons: the lines that say why: of an error its message, of what is not checkable its
   reason, the explanation, the diagnosis.  Calls EACH with CONTEXT. */
void pst_claim_reasons(const struct pst_claim_check *check,
                       void (*each)(void *context, const char *line), void *context);

/* pst_claim_repeats: LINE of the explanation says no more than the numbers and tallies of CHECK. */
bool pst_claim_repeats(const struct pst_claim_check *check, const char *line);

#endif
