#include "claim/report/report.h"

#include <string.h>

#include "claim/report/report_parts.h"
#include "report/escape.h"

const char *const pst_claims_format_names[] = {"text", "json", "junit", "tap", "html", NULL};

bool pst_claims_format_from_path(const char *path, enum pst_claims_format *format)
{
  static const struct {
    const char *ending;
    enum pst_claims_format format;
  } endings[] = {
      {".txt", PST_CLAIMS_TEXT}, {".json", PST_CLAIMS_JSON}, {".xml", PST_CLAIMS_JUNIT},
      {".tap", PST_CLAIMS_TAP},  {".html", PST_CLAIMS_HTML}, {".htm", PST_CLAIMS_HTML},
  };
  const char *dot = strrchr(path, '.');

  for (size_t i = 0; dot != NULL && i < sizeof endings / sizeof *endings; i++) {
    if (strcmp(dot, endings[i].ending) == 0) {
      *format = endings[i].format;
      return true;
    }
  }
  return false;
}

enum pst_status pst_claims_report_print(const struct pst_claims_report *report,
                                        enum pst_claims_format format, struct pst_buffer *out,
                                        struct pst_error *error)
{
  static pst_claims_writer *const writers[] = {
      [PST_CLAIMS_TEXT] = pst_claims_write_text,   [PST_CLAIMS_JSON] = pst_claims_write_json,
      [PST_CLAIMS_JUNIT] = pst_claims_write_junit, [PST_CLAIMS_TAP] = pst_claims_write_tap,
      [PST_CLAIMS_HTML] = pst_claims_write_html,
  };

  writers[format](report, out);
  return out->failed ? pst_fail_memory(error) : PST_OK;
}
