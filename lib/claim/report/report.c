/* report.c -- the formats of a report on claims, and the one that an ending names. */
#include "claim/report/report.h"

#include <string.h>

#include "claim/report/report_parts.h"
#include "report/escape.h"

/* One row a format: its writer, its endings, of which messages name the first. */
#define FORMATS                                                                                    \
  FORMAT(PST_CLAIMS_TEXT, pst_claims_write_text, ".txt", NULL)                                     \
  FORMAT(PST_CLAIMS_JSON, pst_claims_write_json, ".json", NULL)                                    \
  FORMAT(PST_CLAIMS_JUNIT, pst_claims_write_junit, ".xml", NULL)                                   \
  FORMAT(PST_CLAIMS_TAP, pst_claims_write_tap, ".tap", NULL)                                       \
  FORMAT(PST_CLAIMS_HTML, pst_claims_write_html, ".html", ".htm")

static const struct {
  pst_claims_writer *write;
  const char *endings[3]; /* closed by NULL */
} formats[] = {
#define FORMAT(id, write, first, second) [id] = {write, {first, second}},
    FORMATS
#undef FORMAT
};

enum { N_FORMATS = sizeof formats / sizeof *formats };

bool pst_claims_format_from_path(const char *path, enum pst_claims_format *format)
{
  const char *dot = strrchr(path, '.');

  for (size_t i = 0; dot != NULL && i < N_FORMATS; i++)
    for (size_t e = 0; formats[i].endings[e] != NULL; e++)
      if (strcmp(dot, formats[i].endings[e]) == 0) {
        *format = (enum pst_claims_format)i;
        return true;
      }
  return false;
}

enum pst_status pst_claims_report_print(const struct pst_claims_report *report,
                                        enum pst_claims_format format, struct pst_buffer *out,
                                        struct pst_error *error)
{
  formats[format].write(report, out);
  return out->failed ? pst_fail_memory(error) : PST_OK;
}

bool pst_claims_is_no(const struct pst_claims_report *report)
{
  struct pst_claims_summary total = pst_claims_total(report);
  size_t n = total.verdicts[PST_VERDICT_CONTRADICTED];

  if (report->strict)
    n += total.verdicts[PST_VERDICT_AMBIGUOUS] + total.verdicts[PST_VERDICT_NOT_CHECKABLE];
  for (size_t i = 0; i < report->file_count && report->strict; i++)
    n += report->files[i]->unused_count;
  return n > 0;
}
