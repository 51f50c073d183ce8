/* report_junit.c -- verdicts as JUnit's XML, for who runs claims beside tests. */
#include "claim/report/report_parts.h"
#include "report/escape.h"

/* A test case a claim, and one more for each error that belongs to no claim: a broken `table`. */
struct counts {
  size_t tests, failures, errors, skipped;
};

static void count_claim(const struct pst_claims_report *report, const struct pst_claim *claim,
                        struct counts *counts)
{
  counts->tests++;
  if (claim->verdict == PST_VERDICT_ERROR)
    counts->errors++;
  else if (pst_claim_skipped(report, claim->verdict))
    counts->skipped++;
  else if (!pst_claim_holds(claim->verdict))
    counts->failures++;
}

static void count_file(const struct pst_claims_report *report, const struct pst_claims *claims,
                       struct counts *counts)
{
  for (size_t i = 0; i < claims->claim_count; i++)
    count_claim(report, &claims->claims[i], counts);
  for (size_t i = 0; i < claims->error_count; i++) {
    if (pst_claim_error_is_of_check(claims, &claims->errors[i]))
      continue;
    counts->tests++;
    counts->errors++;
  }
}

static void put_attribute(struct pst_buffer *out, const char *name, const char *value)
{
  pst_buffer_printf(out, " %s=\"", name);
  pst_escape_xml(out, value);
  pst_buffer_putc(out, '"');
}

static void put_counts(struct pst_buffer *out, const struct counts *counts)
{
  pst_buffer_printf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\">\n",
                    counts->tests, counts->failures, counts->errors, counts->skipped);
}

static void put_line(void *context, const char *line)
{
  pst_buffer_puts(context, "  ");
  pst_escape_xml(context, line);
  pst_buffer_putc(context, '\n');
}

/* The checks as text: expression, numbers, reasons. */
static void put_checks(struct pst_buffer *out, const struct pst_claim *claim)
{
  for (size_t i = 0; i < claim->check_count; i++) {
    const struct pst_claim_check *check = &claim->checks[i];

    pst_escape_xml(out, check->expression);
    pst_buffer_printf(out, ": %s\n", pst_verdict_name(check->verdict));
    if (check->computed.known) {
      pst_buffer_puts(out, "  computed ");
      pst_escape_xml(out, check->computed.text);
      pst_claim_basis_print(out, &check->computed);
      pst_buffer_putc(out, '\n');
    }
    if (check->reported.known) {
      struct pst_buffer text = {.data = NULL};

      pst_buffer_puts(out, "  reported ");
      pst_claim_relation_print(&text, check->relation);
      pst_claim_reported_print(&text, &check->reported);
      pst_escape_xml(out, pst_buffer_string(&text));
      pst_buffer_putc(out, '\n');
      out->failed = out->failed || text.failed;
      pst_buffer_free(&text);
    }
    pst_claim_reasons(check, put_line, out);
  }
}

static const char *element(const struct pst_claims_report *report, enum pst_verdict verdict)
{
  if (verdict == PST_VERDICT_ERROR)
    return "error";
  if (pst_claim_skipped(report, verdict))
    return "skipped";
  return pst_claim_holds(verdict) ? "system-out" : "failure";
}

static void put_claim(struct pst_buffer *out, const struct pst_claims_report *report,
                      const struct pst_claims *claims, const struct pst_claim *claim)
{
  const char *name = element(report, claim->verdict);
  const char *qualifier = pst_claim_qualifier(claim->severity, claim->verdict, false);

  pst_buffer_puts(out, "    <testcase");
  put_attribute(out, "classname", claims->path);
  put_attribute(out, "name", claim->id);
  put_attribute(out, "file", claims->path);
  pst_buffer_printf(out, " line=\"%lu\">\n      <%s", claim->line, name);
  if (!pst_claim_holds(claim->verdict) || pst_claim_skipped(report, claim->verdict))
    pst_buffer_printf(out, " message=\"%s%s%s%s\"", pst_verdict_name(claim->verdict),
                      qualifier[0] == '\0' ? "" : " (", qualifier, qualifier[0] == '\0' ? "" : ")");
  pst_buffer_putc(out, '>');
  put_checks(out, claim);
  pst_buffer_printf(out, "</%s>\n    </testcase>\n", name);
}

static void put_error(struct pst_buffer *out, const struct pst_problem *error)
{
  pst_buffer_puts(out, "    <testcase");
  put_attribute(out, "classname", error->file);
  pst_buffer_printf(out, " name=\"line %lu\"", error->line);
  put_attribute(out, "file", error->file);
  pst_buffer_printf(out, " line=\"%lu\">\n      <error", error->line);
  put_attribute(out, "message", error->message);
  pst_buffer_puts(out, "></error>\n    </testcase>\n");
}

static void put_suite(struct pst_buffer *out, const struct pst_claims_report *report,
                      const struct pst_claims *claims)
{
  struct counts counts = {.tests = 0};

  count_file(report, claims, &counts);
  pst_buffer_puts(out, "  <testsuite");
  put_attribute(out, "name", claims->path);
  put_counts(out, &counts);
  for (size_t i = 0; i < claims->claim_count; i++)
    put_claim(out, report, claims, &claims->claims[i]);
  for (size_t i = 0; i < claims->error_count; i++)
    if (!pst_claim_error_is_of_check(claims, &claims->errors[i]))
      put_error(out, &claims->errors[i]);
  pst_buffer_puts(out, "  </testsuite>\n");
}

void pst_claims_write_junit(const struct pst_claims_report *report, struct pst_buffer *out)
{
  struct counts counts = {.tests = 0};

  for (size_t f = 0; f < report->file_count; f++)
    count_file(report, report->files[f], &counts);
  pst_buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<testsuites name=\"polstat-claims\"");
  put_counts(out, &counts);
  for (size_t f = 0; f < report->file_count; f++)
    put_suite(out, report, report->files[f]);
  pst_buffer_puts(out, "</testsuites>\n");
}
