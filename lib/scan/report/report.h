/* report.h -- the findings of a scan, written in one of the formats.

   text   a line or two a finding: place, verdict, kind, both sides with their intervals
   json   one object {paper, summary, findings}; docs/CLAIMS.md lists the keys
   csv    a row a finding
   html   one page that needs nothing else */
#ifndef PST_SCAN_REPORT_REPORT_H
#define PST_SCAN_REPORT_REPORT_H

#include "base/text.h"
#include "scan/scan.h"

enum pst_scan_format { PST_SCAN_TEXT, PST_SCAN_JSON, PST_SCAN_CSV, PST_SCAN_HTML };

struct pst_scan_report {
  const struct pst_scan *scan;
  bool problems; /* text: only what does not agree */
  bool all;      /* text: the sentence and the figures of each */
  bool color;
  size_t width; /* 0 means 100 */
};

/* pst_scan_report_print: REPORT in FORMAT, appended to OUT.
   Status    PST_NO_MEMORY
   Tested    tests/cli/claims-scan-*, tests/claims/scan.py  */
enum pst_status pst_scan_report_print(const struct pst_scan_report *report,
                                      enum pst_scan_format format, struct pst_buffer *out,
                                      struct pst_error *error);

/* pst_scan_summary_print: "12 findings: 9 agree, 1 agrees only within rounding, ..." without a line end. */
void pst_scan_summary_print(struct pst_buffer *out, const struct pst_scan *scan);

/* For the writers: "paper.txt:3:7", of a PDF "paper.pdf, page 2 (line 3:7 of its text)"; the two sides. */
void pst_scan_place_print(struct pst_buffer *out, const struct pst_scan *scan,
                          const struct pst_paper_place *place);
void pst_scan_side_print(struct pst_buffer *out, const struct pst_finding_side *side);

void pst_scan_write_html(const struct pst_scan_report *report, struct pst_buffer *out);

#endif
