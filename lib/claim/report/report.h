/* report.h -- the verdicts of claims files, written in one of the formats.

   text   a line a claim (place, verdict, id, section), each check with its interval below it; what
          is not verified, restated or consistent is explained, with the lines of the data that decided
   json   one object {summary, files, claims, errors}; docs/CLAIMS.md lists the keys
   junit  a test case a claim: contradicted is a failure, not checkable and ambiguous are skipped,
          error is an error
   tap    version 13: the same, with the reasons as a YAML block
   html   one page that needs nothing else: overview, filters, evidence that opens, figures
   The same results give the same bytes. */
#ifndef PST_CLAIM_REPORT_REPORT_H
#define PST_CLAIM_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "claim/verdict.h"

enum pst_claims_format {
  PST_CLAIMS_TEXT,
  PST_CLAIMS_JSON,
  PST_CLAIMS_JUNIT,
  PST_CLAIMS_TAP,
  PST_CLAIMS_HTML
};

/* pst_claims_format_from_path: the format of .txt .json .xml .tap .html .htm; false for others. */
bool pst_claims_format_from_path(const char *path, enum pst_claims_format *format);

/* How much the text says. */
enum pst_claims_detail {
  PST_CLAIMS_USUAL,    /* every claim; what is not verified, restated or consistent is explained */
  PST_CLAIMS_PROBLEMS, /* only claims that are not verified, restated or consistent */
  PST_CLAIMS_ALL       /* every claim is explained, with all its lines of data */
};

struct pst_claims_report {
  const struct pst_claims *const *files; /* what pst_claims_check gave, one a claims file */
  size_t file_count;
  enum pst_claims_detail detail; /* text only */
  bool strict;                   /* junit and tap: ambiguous and not checkable are failures */
  bool color;                    /* text only: verdicts in colour, for a terminal */
  size_t width;                  /* of text, which puts numbers on a line of their own where they
                                    would not fit; 0 means 100 */
};

/* pst_claims_total: the summaries of all files added up. */
struct pst_claims_summary pst_claims_total(const struct pst_claims_report *report);

/* pst_claims_is_no: a claim is contradicted; where REPORT is strict, or ambiguous, or not checkable, or a number of the
   paper's text is used by no claim.
   Tested    tests/cli/claims-open-strict, claims-coverage-strict  */
bool pst_claims_is_no(const struct pst_claims_report *report);

/* pst_claims_summary_print: "24 claims: 15 verified (6 as printed), 3 consistent, ..." on one line,
   without its end. */
void pst_claims_summary_print(struct pst_buffer *out, const struct pst_claims_summary *summary);

/* pst_claims_report_print: REPORT in FORMAT, appended to OUT.
   Status    PST_NO_MEMORY
   Cost      linear in what is written; a few milliseconds for a hundred claims
   Tested    test_claim_report*.c, tests/claims/browser.py  */
enum pst_status pst_claims_report_print(const struct pst_claims_report *report,
                                        enum pst_claims_format format, struct pst_buffer *out,
                                        struct pst_error *error);

/* pst_claims_error_print: the source line of ERROR and a caret under its column; nothing when it
   has no source. */
void pst_claims_error_print(struct pst_buffer *out, const struct pst_problem *error);

#endif
