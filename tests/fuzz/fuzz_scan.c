/* fuzz_scan.c -- any bytes as a paper: refused, or scanned, with every place inside the text and every verdict borne
   out by its two intervals.

       clang -fsanitize=fuzzer,address,undefined -DPST_ARENA_PIECES ... && fuzz_scan -runs=1000000  */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "scan/report/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
  if (!holds)
    abort();
}

static void require_sense(const struct pst_scan *scan, size_t lines)
{
  size_t count = 0;

  for (size_t v = 0; v < PST_FINDING_VERDICTS; v++)
    count += scan->verdicts[v];
  require(count == scan->finding_count);
  for (size_t i = 0; i < scan->finding_count; i++) {
    const struct pst_finding *f = &scan->findings[i];

    require(f->place.line >= 1 && f->place.line <= lines && f->place.column >= 1);
    for (size_t k = 0; k < f->figure_count; k++)
      require(f->figures[k].place.line >= 1 && f->figures[k].place.line <= lines);
    if (strcmp(f->relation, "=") == 0 && f->verdict == PST_FINDING_CONTRADICTS
        && f->stated.has_range && f->computed.has_range && strcmp(f->kind, "words") != 0)
      require(!pst_range_meet(&f->stated.range, &f->computed.range));
  }
}

/* Each format can be written, and the pages hold nothing of the text that runs. */
static void require_reports(const struct pst_scan *scan)
{
  for (enum pst_scan_format format = PST_SCAN_TEXT; format <= PST_SCAN_HTML; format++) {
    struct pst_buffer out = {.data = NULL};
    struct pst_error error;

    pst_error_clear(&error);
    require(pst_scan_report_print(&(struct pst_scan_report){.scan = scan, .all = true}, format,
                                  &out, &error)
            == PST_OK);
    pst_buffer_free(&out);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  bool is_table = size > 0 && (data[0] & 1) != 0;
  struct pst_scan *scan;
  struct pst_error error;
  size_t lines = 1;
  char *text;

  if (size == 0)
    return 0;
  text = malloc(size);
  if (text == NULL)
    return 0;
  memcpy(text, data + 1, size - 1);
  for (size_t i = 0; i + 1 < size; i++)
    lines += text[i] == '\n';
  pst_error_clear(&error);
  if (pst_scan_text("a.txt", text, size - 1, is_table, &scan, &error) == PST_OK) {
    require_sense(scan, lines);
    require_reports(scan);
    pst_scan_close(scan);
  } else {
    require(error.status == PST_BAD_DATA);
  }
  free(text);
  return 0;
}
