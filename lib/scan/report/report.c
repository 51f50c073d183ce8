/* report.c -- the findings of a scan as text, JSON and CSV. */
#include "scan/report/report.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/escape.h"

enum { DEFAULT_WIDTH = 100 };

/* --- text ------------------------------------------------------------------------------------------ */

static const char *const colors[PST_FINDING_VERDICTS] = {"\033[32m", "\033[36m", "\033[33m",
                                                         "\033[1;31m"};

static void put_verdict(struct pst_buffer *out, enum pst_finding_verdict verdict, bool color)
{
  pst_buffer_puts(out, color ? colors[verdict] : "");
  for (const char *c = pst_finding_verdict_names[verdict]; *c != '\0'; c++)
    pst_buffer_putc(out, *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c);
  pst_buffer_puts(out, color ? "\033[0m" : "");
}

/* Both sides on one line where they fit. */
static void put_sides(struct pst_buffer *out, const struct pst_finding *finding, size_t width)
{
  bool equal = strcmp(finding->relation, "=") == 0;
  struct pst_buffer stated = {.data = NULL}, computed = {.data = NULL};
  size_t together;

  pst_scan_side_print(&stated, &finding->stated);
  pst_buffer_printf(&computed, "%s ", equal ? "computed" : finding->relation);
  pst_scan_side_print(&computed, &finding->computed);
  together = pst_utf8_width(pst_text_of(pst_buffer_string(&stated)))
             + pst_utf8_width(pst_text_of(pst_buffer_string(&computed))) + 11;
  pst_buffer_printf(out, "  stated %s%s%s%s\n", pst_buffer_string(&stated), equal ? ";" : ",",
                    together > width ? "\n    " : " ", pst_buffer_string(&computed));
  out->failed = out->failed || stated.failed || computed.failed;
  pst_buffer_free(&stated);
  pst_buffer_free(&computed);
}

static void put_figures(struct pst_buffer *out, const struct pst_scan *scan,
                        const struct pst_finding *finding, size_t most)
{
  for (size_t i = 0; i < finding->figure_count && i < most; i++) {
    const struct pst_finding_figure *figure = &finding->figures[i];

    pst_buffer_puts(out, "    ");
    pst_escape_terminal(out, figure->text.data);
    pst_buffer_puts(out, "  ");
    pst_scan_place_print(out, scan, &figure->place);
    pst_buffer_putc(out, '\n');
  }
  if (finding->figure_count > most)
    pst_buffer_printf(out, "    and %zu more figures\n", finding->figure_count - most);
}

static void put_finding(struct pst_buffer *out, const struct pst_scan_report *report,
                        const struct pst_finding *finding)
{
  bool explained = report->all || finding->verdict != PST_FINDING_AGREES;

  pst_scan_place_print(out, report->scan, &finding->place);
  pst_buffer_puts(out, "  ");
  put_verdict(out, finding->verdict, report->color);
  pst_buffer_printf(out, "  %s\n", finding->kind);
  put_sides(out, finding, report->width == 0 ? DEFAULT_WIDTH : report->width);
  if (finding->note[0] != '\0') {
    pst_buffer_puts(out, "    ");
    pst_escape_terminal(out, finding->note);
    pst_buffer_putc(out, '\n');
  }
  if (!explained)
    return;
  put_figures(out, report->scan, finding, report->all ? SIZE_MAX : 6);
  pst_buffer_puts(out, "    \"");
  pst_escape_terminal(out, finding->says);
  pst_buffer_puts(out, "\"\n");
}

static void write_text(const struct pst_scan_report *report, struct pst_buffer *out)
{
  const struct pst_scan *scan = report->scan;

  for (size_t i = 0; i < scan->finding_count; i++)
    if (!report->problems || scan->findings[i].verdict != PST_FINDING_AGREES)
      put_finding(out, report, &scan->findings[i]);
  pst_escape_terminal(out, scan->path);
  pst_buffer_puts(out, ": ");
  pst_scan_summary_print(out, scan);
  pst_buffer_putc(out, '\n');
}

/* --- JSON ------------------------------------------------------------------------------------------ */

static void put_number(struct pst_buffer *out, bool known, struct pst_rational number,
                       const char *unknown)
{
  char text[PST_NUMBER_SIZE];
  double value = known ? pst_rational_to_double(number) : 0;

  if (!known || !isfinite(value))
    pst_buffer_puts(out, unknown);
  else
    pst_buffer_add(out, text, pst_number_print(text, value));
}

static void put_end(struct pst_buffer *out, const struct pst_limit *limit)
{
  put_number(out, limit->infinite == 0, limit->value, "null");
}

static void put_range(struct pst_buffer *out, const struct pst_range *range)
{
  pst_buffer_puts(out, ", \"lo\": ");
  put_end(out, &range->low);
  pst_buffer_puts(out, ", \"hi\": ");
  put_end(out, &range->high);
}

static void put_key(struct pst_buffer *out, const char *key, const char *text)
{
  pst_buffer_printf(out, "\"%s\": ", key);
  pst_escape_json(out, text);
}

static void put_json_place(struct pst_buffer *out, const struct pst_paper_place *place)
{
  pst_buffer_printf(out, ", \"line\": %lu, \"column\": %lu, \"page\": ", place->line,
                    place->column);
  if (place->page > 0)
    pst_buffer_printf(out, "%lu", place->page);
  else
    pst_buffer_puts(out, "null");
}

static void put_json_side(struct pst_buffer *out, const char *key,
                          const struct pst_finding_side *side)
{
  pst_buffer_printf(out, ", \"%s\": {", key);
  put_key(out, "text", side->text);
  pst_buffer_puts(out, ", \"value\": ");
  put_number(out, side->has_value, side->value, "null");
  if (side->has_range)
    put_range(out, &side->range);
  else
    pst_buffer_puts(out, ", \"lo\": null, \"hi\": null");
  pst_buffer_putc(out, '}');
}

static void put_json_finding(struct pst_buffer *out, const struct pst_scan *scan,
                             const struct pst_finding *finding)
{
  pst_buffer_puts(out, "    {");
  put_key(out, "kind", finding->kind);
  pst_buffer_puts(out, ", ");
  put_key(out, "verdict", pst_finding_verdict_names[finding->verdict]);
  pst_buffer_puts(out, ", ");
  put_key(out, "file", scan->path);
  put_json_place(out, &finding->place);
  pst_buffer_puts(out, ", ");
  put_key(out, "relation", finding->relation);
  put_json_side(out, "stated", &finding->stated);
  put_json_side(out, "computed", &finding->computed);
  pst_buffer_puts(out, ", \"figures\": [");
  for (size_t i = 0; i < finding->figure_count; i++) {
    pst_buffer_puts(out, i > 0 ? ", {" : "{");
    put_key(out, "text", finding->figures[i].text.data);
    put_json_place(out, &finding->figures[i].place);
    put_range(out, &finding->figures[i].range);
    pst_buffer_putc(out, '}');
  }
  pst_buffer_puts(out, "], ");
  put_key(out, "says", finding->says);
  pst_buffer_puts(out, ", ");
  put_key(out, "note", finding->note);
  pst_buffer_putc(out, '}');
}

static void write_json(const struct pst_scan_report *report, struct pst_buffer *out)
{
  const struct pst_scan *scan = report->scan;

  pst_buffer_puts(out, "{\n  ");
  put_key(out, "paper", scan->path);
  pst_buffer_printf(
      out,
      ",\n  \"summary\": {\"findings\": %zu, \"agree\": %zu, \"within_rounding\": %zu, "
      "\"undecided\": %zu, \"contradict\": %zu},\n  \"findings\": [\n",
      scan->finding_count, scan->verdicts[PST_FINDING_AGREES], scan->verdicts[PST_FINDING_ROUNDING],
      scan->verdicts[PST_FINDING_UNDECIDED], scan->verdicts[PST_FINDING_CONTRADICTS]);
  for (size_t i = 0; i < scan->finding_count; i++) {
    put_json_finding(out, scan, &scan->findings[i]);
    pst_buffer_puts(out, i + 1 < scan->finding_count ? ",\n" : "\n");
  }
  pst_buffer_puts(out, "  ]\n}\n");
}

/* --- CSV ------------------------------------------------------------------------------------------- */

static void put_cell(struct pst_buffer *out, const char *text)
{
  bool quoted = strpbrk(text, ",\"\r\n") != NULL;

  pst_buffer_puts(out, quoted ? ",\"" : ",");
  for (; *text != '\0'; text++) {
    if (*text == '"')
      pst_buffer_putc(out, '"');
    pst_buffer_putc(out, *text);
  }
  pst_buffer_puts(out, quoted ? "\"" : "");
}

static void put_csv_side(struct pst_buffer *out, const struct pst_finding_side *side)
{
  put_cell(out, side->text);
  pst_buffer_putc(out, ',');
  put_number(out, side->has_value, side->value, "");
  pst_buffer_putc(out, ',');
  put_number(out, side->has_range && side->range.low.infinite == 0, side->range.low.value, "");
  pst_buffer_putc(out, ',');
  put_number(out, side->has_range && side->range.high.infinite == 0, side->range.high.value, "");
}

static void write_csv(const struct pst_scan_report *report, struct pst_buffer *out)
{
  const struct pst_scan *scan = report->scan;

  pst_buffer_puts(
      out, "line,column,page,kind,verdict,relation,stated,stated_value,stated_low,stated_high,"
           "computed,computed_value,computed_low,computed_high,note,says\n");
  for (size_t i = 0; i < scan->finding_count; i++) {
    const struct pst_finding *f = &scan->findings[i];

    pst_buffer_printf(out, "%lu,%lu,", f->place.line, f->place.column);
    if (f->place.page > 0)
      pst_buffer_printf(out, "%lu", f->place.page);
    put_cell(out, f->kind);
    put_cell(out, pst_finding_verdict_names[f->verdict]);
    put_cell(out, f->relation);
    put_csv_side(out, &f->stated);
    put_csv_side(out, &f->computed);
    put_cell(out, f->note);
    put_cell(out, f->says);
    pst_buffer_putc(out, '\n');
  }
}

enum pst_status pst_scan_report_print(const struct pst_scan_report *report,
                                      enum pst_scan_format format, struct pst_buffer *out,
                                      struct pst_error *error)
{
  switch (format) {
  case PST_SCAN_TEXT:
    write_text(report, out);
    break;
  case PST_SCAN_JSON:
    write_json(report, out);
    break;
  case PST_SCAN_CSV:
    write_csv(report, out);
    break;
  case PST_SCAN_HTML:
    pst_scan_write_html(report, out);
    break;
  }
  return out->failed ? pst_fail_memory(error) : PST_OK;
}
