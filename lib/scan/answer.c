/* answer.c -- the command scan. */
#include "scan/answer.h"

#include "scan/report/report.h"

static const enum pst_scan_format formats[] = {[PST_ANSWER_TEXT] = PST_SCAN_TEXT,
                                               [PST_ANSWER_JSON] = PST_SCAN_JSON,
                                               [PST_ANSWER_HTML] = PST_SCAN_HTML,
                                               [PST_ANSWER_CSV] = PST_SCAN_CSV};

enum pst_status pst_scan_answer(struct pst_command_answer *answer, struct pst_error *error)
{
  struct pst_scan *scan;
  enum pst_status status;

  if (answer->operands->count != 1)
    return pst_fail(error, PST_USAGE,
                    "scan: name one paper: text, Markdown, CSV or PDF, or - for standard input");
  status = pst_scan_open(answer->operands->items[0], &scan, error);
  if (status != PST_OK)
    return status;
  status = pst_scan_report_print(&(struct pst_scan_report){.scan = scan,
                                                           .problems = answer->quiet,
                                                           .all = answer->verbose,
                                                           .color = answer->color,
                                                           .width = answer->width},
                                 formats[answer->format], &answer->text, error);
  pst_scan_summary_print(&answer->line, scan);
  answer->is_no = scan->verdicts[PST_FINDING_CONTRADICTS] > 0
                  || (answer->strict && scan->verdicts[PST_FINDING_UNDECIDED] > 0);
  pst_scan_close(scan);
  return status;
}
